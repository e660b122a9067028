"""Pages of the site on which papers are written; for the tests of forms."""

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import CreateView, FormView

from lienhiep.core.forms import OfficeForm, OfficeModelForm
from lienhiep.core.forms.once import OnceMixin
from lienhiep.project.urls import handler403
from lienhiep.project.urls import urlpatterns as project
from tests.sample.papers.models import Paper

__all__ = ["handler403", "urlpatterns"]

PAGE = engines["django"].from_string(
    '<form method="post" enctype="multipart/form-data">{% csrf_token %}{{ form }}</form>'
)


class PaperForm(OfficeModelForm):
    """A paper as somebody outside the office sends it in."""

    class Meta:
        model = Paper
        fields = ["title", "readers", "scan"]
        labels = {"title": "Trích yếu"}


class NumberForm(OfficeForm):
    """A number, and a password that is nobody's business."""

    number = forms.IntegerField()
    password = forms.CharField(required=False, widget=forms.PasswordInput)


class _Shown:
    """Shows the form with no frame around."""

    def render_to_response(self, context, **kwargs):
        return HttpResponse(PAGE.render(context, self.request))


class PaperView(LoginRequiredMixin, OnceMixin, _Shown, CreateView):
    """Writes a paper and leads to it."""

    model = Paper
    form_class = PaperForm

    def get_success_url(self):
        return f"/thu/to-trinh/{self.object.pk}/"


class NotingView(LoginRequiredMixin, OnceMixin, _Shown, FormView):
    """Writes a paper by a function that is called with what was typed, and with nothing else."""

    form_class = PaperForm

    def form_valid(self, form):
        if form.cleaned_data["title"] == "không":
            form.add_error("title", "Too short.")
            return self.form_invalid(form)
        paper = note_paper(**form.cleaned_data)
        return redirect(f"/thu/to-trinh/{paper.pk}/")


def note_paper(*, title, readers, scan):
    """Write a paper."""
    return Paper.objects.create(title=title, readers=readers, scan=scan or None)


class NumberView(LoginRequiredMixin, _Shown, FormView):
    """Takes a number, and leads on."""

    form_class = NumberForm
    success_url = "/thu/xong/"


@csrf_exempt
def plain_view(request):
    """Say what came; asks nobody who they are."""
    return HttpResponse(request.POST.get("title", ""))


urlpatterns = [
    path("thu/to-trinh/", PaperView.as_view(), name="paper_add"),
    path("thu/ghi-chep/", NotingView.as_view(), name="paper_note"),
    path("thu/so/", NumberView.as_view(), name="number_add"),
    path("thu/khong-hoi/", plain_view),
    *project,
]
