"""The screens of the reports."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.widgets.button import Button

from lienhiep.core.figures import all_figures
from lienhiep.core.principals import principals
from lienhiep.core.viewsets import RoomGroup, RowModelViewSet, RowVerb
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.reports import actions
from lienhiep.reports.differences import differences
from lienhiep.reports.forms import FreezeForm, ReasonForm
from lienhiep.reports.models import Report, Statement
from lienhiep.reports.rendering import html_of
from lienhiep.reports.showing import ReportFigures


class ReportInspectView(RowInspectView):
    """A report as it reads now, its figures, and what has changed under it."""

    template_name = "reports/admin/report_inspect.html"

    @cached_property
    def figures(self):
        """The figures for this reader."""
        return ReportFigures(self.object, self.request.user, back_office=True)

    @cached_property
    def header_more_buttons(self):
        """The report as a page, as PDF and as a Word file, beside the usual."""
        pk = self.object.pk
        return [
            Button(
                _("Page for reading and print"),
                url=reverse("reports:report", args=[pk]),
                icon_name="view",
            ),
            Button(
                _("PDF"), url=reverse("reports:report_pdf", args=[pk]), icon_name="doc-full-inverse"
            ),
            Button(
                _("Word file"), url=reverse("reports:report_word", args=[pk]), icon_name="download"
            ),
            *super().header_more_buttons,
        ]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        held = principals(self.request.user)
        codes = [figure.code for figure in all_figures() if held & figure.readers]
        context["chapters"] = [
            (section.heading, html_of(section.text, self.figures))
            for section in self.object.sections.all()
        ]
        context["figures"] = [shown for code in codes if (shown := self.figures.named(code))]
        if self.object.is_frozen:
            context["differences"] = [
                one for one in differences(self.object) if one.any and one.frozen.code in codes
            ]
        return context


class ReportViewSet(RowModelViewSet):
    """Reports."""

    model = Report
    icon = "doc-full"
    menu_label = _("Reports")
    inspect_view_class = ReportInspectView
    inspect_view_fields = [
        "period_label",
        "data_date",
        "state",
        "is_public",
        "number",
        "signer",
        "signer_position",
        "frozen_at",
        "frozen_by",
        "replaces",
    ]
    list_display = ["title", "period_code", "data_date", "state", "number"]
    list_filter = ["state", "period_code", "is_public"]
    list_export = ["title", "period_code", "data_date", "get_state_display", "number", "signer"]
    export_headings = {"get_state_display": _("state")}
    verbs = [
        RowVerb(
            name="freeze",
            label=_("Sign and freeze"),
            action=actions.freeze_report,
            subject="report",
            form_class=FreezeForm,
            icon="lock",
            explanation=_(
                "Every figure is kept as it stands now, with the records behind it. "
                "What changes after is shown as a difference; the report itself stays."
            ),
            done=_("The report is signed and frozen."),
        ),
        RowVerb(
            name="redraft",
            label=_("Begin a new draft"),
            action=actions.redraft_report,
            subject="report",
            icon="copy",
            explanation=_("A new draft with the same text, whose figures live again."),
            done=_("The new draft stands in the list of reports."),
        ),
        RowVerb(
            name="withdraw",
            label=_("Withdraw"),
            action=actions.withdraw_report,
            subject="report",
            form_class=ReasonForm,
            icon="undo",
            serious=True,
            explanation=_("The report is taken from the site; the office can still read it."),
            done=_("The report is withdrawn."),
        ),
    ]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldPanel("period_code"),
                FieldPanel("data_date"),
                FieldPanel("number"),
                FieldPanel("is_public"),
            ],
            heading=_("The report"),
        ),
        InlinePanel(
            "sections",
            heading=_("Chapters"),
            label=_("Chapter"),
            panels=[FieldPanel("order"), FieldPanel("heading"), FieldPanel("text")],
        ),
    ]


class StatementViewSet(RowModelViewSet):
    """Numbers that somebody states."""

    model = Statement
    icon = "edit"
    menu_label = _("Stated numbers")
    list_display = ["code", "period_code", "value", "stated_on", "source"]
    list_filter = ["code", "period_code"]
    list_export = ["code", "period_code", "value", "reason", "source", "stated_on"]
    form_fields = ["code", "period_code", "value", "reason", "source", "stated_on"]


class ReportsGroup(RoomGroup):
    """The reports in the menu."""

    menu_label = _("Reports")
    menu_icon = "doc-full"
    menu_order = 700
    items = (ReportViewSet, StatementViewSet)
