"""Names with their preview, and the legal footer with its own."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from lienhiep.core.models import UnionIdentity
from lienhiep.core.period import today
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.setup import actions
from lienhiep.setup.actions.union import footer_text
from lienhiep.setup.admin_views.framing import after_names, for_administrators, recorded, show
from lienhiep.setup.forms import FooterForm, NamesForm

PREVIEW = "preview"


@for_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def names(request: HttpRequest) -> HttpResponse:
    """Say who the Union is; a preview shows the head of a document and of the site."""
    union = UnionIdentity.objects.filter(pk=1).first() or UnionIdentity()
    form = NamesForm(request.POST or None, instance=union)
    if request.method == "POST" and form.is_valid() and PREVIEW not in request.POST:
        try:
            actions.set_names(by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
        else:
            return recorded(request, "names", pgettext("setup", "Names and address are recorded."))
    return show(
        request,
        "names",
        form=form,
        shown={name: form[name].value() or "" for name in form.fields},
        today=today(),
        has_preview=True,
    )


@for_administrators
@after_names
@require_http_methods(["GET", "HEAD", "POST"])
def footer(request: HttpRequest) -> HttpResponse:
    """Write the legal footer; the preview shows what will stand at the foot of each page."""
    union = UnionIdentity.objects.get(pk=1)
    own = union.legal_footer if union.legal_footer != footer_text(union) else ""
    form = FooterForm(request.POST or None, instance=union, initial={"own_words": own})
    preview = union.legal_footer
    if request.method == "POST" and form.is_valid():
        preview = form.cleaned_data["own_words"].strip() or footer_text(form.instance)
        if PREVIEW not in request.POST:
            try:
                actions.set_footer(by=request.user, **form.cleaned_data)
            except ValidationError as refusal:
                add_refusal(form, refusal)
            else:
                words = pgettext("setup", "The legal footer is recorded.")
                return recorded(request, "footer", words)
    return show(request, "footer", form=form, preview=preview, has_preview=True)
