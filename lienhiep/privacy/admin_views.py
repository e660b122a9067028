"""The pages of the room that are no list of records: the register, what is due, papers."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from lienhiep.core.forms.typed_text import clean_typed_text
from lienhiep.core.period import today
from lienhiep.core.retention import retention_rules, rule_named
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.privacy.actions import start_retention
from lienhiep.privacy.forms.verbs import RunForm
from lienhiep.privacy.models import Breach, Dossier, RetentionRun
from lienhiep.privacy.papers import breach_notice, dossier_pdf, dossier_workbook
from lienhiep.privacy.register import lines_of_register
from lienhiep.privacy.rules import may_read_registers

SHOWN = 30
"""Records named in a preview; the number of all stands above them."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class KeepersMixin(WagtailAdminTemplateMixin):
    """A page for those who see the registers; for others nothing is here."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_read_registers(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Say where one is."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class RegisterView(KeepersMixin, TemplateView):
    """The record of processing as it stands now."""

    template_name = "privacy/admin/register.html"
    page_title = gettext_lazy("Record of processing")
    header_icon = "list-ul"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        return super().get_context_data(
            lines=lines_of_register(),
            newest=Dossier.objects.visible_to(user).first(),
            may_file=policy_of(Dossier).may(user, "add"),
            dossiers_url=admin_list_url(Dossier),
            **kwargs,
        )


class RetentionView(KeepersMixin, TemplateView):
    """Every rule of retention, with what is due today."""

    template_name = "privacy/admin/retention.html"
    page_title = gettext_lazy("Retention")
    header_icon = "bin"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = today()
        rules = [{"rule": rule, "due": rule.due(day).count()} for rule in retention_rules()]
        return super().get_context_data(
            rules=rules,
            may_run=policy_of(RetentionRun).may(self.request.user, "start_retention"),
            runs_url=admin_list_url(RetentionRun),
            **kwargs,
        )


class RetentionRuleView(KeepersMixin, FormView):
    """What is due under one rule, looked at before it is let go."""

    template_name = "privacy/admin/retention_rule.html"
    header_icon = "bin"
    form_class = RunForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        rule = rule_named(kwargs["code"])
        if rule is None:
            raise Http404
        self.rule = rule
        self.due = rule.due(today())

    def get_page_title(self) -> str:
        return str(self.rule.label)

    def get_initial(self) -> dict[str, Any]:
        return {"expected": self.due.count()}

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        clean_typed_text(form)
        return form

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to all rules."""
        *before, last = super().get_breadcrumbs_items()
        return [*before, {"url": reverse("privacy_retention"), "label": _("Retention")}, last]

    def may_run(self) -> bool:
        """Whether this person may let them go."""
        return policy_of(RetentionRun).may(self.request.user, "start_retention")

    def form_valid(self, form: RunForm) -> HttpResponse:
        if not self.may_run():
            raise Http404
        try:
            run = start_retention(code=self.rule.code, by=self.request.user, **form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(
            self.request, _("It is being done in the background; the run shows how far it is.")
        )
        return redirect(admin_row_url(run))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows = list(self.due[:SHOWN])
        context["rule"] = self.rule
        context["number"] = self.due.count()
        context["shown"] = [
            (str(row._meta.verbose_name), self.rule.shown(row), admin_row_url(row)) for row in rows
        ]
        context["may_run"] = self.may_run()
        return context


@require_safe
@require_admin_access
def register_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the record of processing as it stands, as a paper or as a spreadsheet."""
    if not may_read_registers(request.user):
        raise Http404
    lines = [line.as_json() for line in lines_of_register()]
    day = today()
    name = f"ho-so-xu-ly-du-lieu-{day:%d-%m-%Y}.{kind}"
    if kind == "pdf":
        return _file(dossier_pdf(lines, day), "application/pdf", name)
    return _file(dossier_workbook(lines, day), XLSX, name)


@require_safe
@require_admin_access
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the notice of a breach to the authority."""
    breach = Breach.objects.visible_to(request.user).filter(pk=pk).first()
    if breach is None:
        raise Http404
    return _file(breach_notice(breach), "application/pdf", f"thong-bao-vi-pham-{pk}.pdf")


def _file(made: bytes, media_type: str, name: str) -> HttpResponse:
    how = "inline" if name.endswith(".pdf") else "attachment"
    return HttpResponse(
        made,
        content_type=media_type,
        headers={"Content-Disposition": f'{how}; filename="{name}"'},
    )
