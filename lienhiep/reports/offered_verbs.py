"""The verbs of a report in the order of its life; the policy says which are offered."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RowVerb
from lienhiep.reports import actions
from lienhiep.reports.forms.report import FreezeForm, NumberForm, ReasonForm

VERBS_OF_A_REPORT = [
    RowVerb(
        "freeze",
        _("Sign and freeze"),
        actions.freeze_report,
        "report",
        form_class=FreezeForm,
        icon="lock",
        explanation=_(
            "Every figure is kept as it stands now, with the records behind it. "
            "What changes after is shown as a difference; the report itself stays."
        ),
        done=_("The report is signed and frozen."),
    ),
    RowVerb(
        "number",
        _("Write down the number"),
        actions.number_report,
        "report",
        form_class=NumberForm,
        icon="edit",
        explanation=_("The number that the report received in the register, once for all."),
        done=_("The number stands on the report."),
    ),
    RowVerb(
        "show",
        _("Show on the site"),
        actions.show_report,
        "report",
        icon="view",
        done=_("The report stands on the site."),
    ),
    RowVerb(
        "hide",
        _("Take from the site"),
        actions.hide_report,
        "report",
        icon="no-view",
        done=_("The report is no longer on the site."),
    ),
    RowVerb(
        "redraft",
        _("Begin a new draft"),
        actions.redraft_report,
        "report",
        icon="copy",
        explanation=_("A new draft with the same text, whose figures live again."),
        done=_("The new draft stands in the list of reports."),
    ),
    RowVerb(
        "withdraw",
        _("Withdraw"),
        actions.withdraw_report,
        "report",
        form_class=ReasonForm,
        icon="rotate",
        serious=True,
        explanation=_("The report is taken from the site; the office can still read it."),
        done=_("The report is withdrawn."),
    ),
]
