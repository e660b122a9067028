"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "directory",
    {
        "Organisation.kind": _("Decides on which lists it is offered."),
        "Organisation.parent": _("The body it belongs to."),
        "Organisation.unit": _("The commune of its office, by the units of today."),
        "founded_on": _("By the decision that founded it."),
        "short_name": _("Used in tables and on envelopes."),
        "predecessor": _("Which body it came from."),
        "OrganisationPrecedence.kind": _(
            "Split, parted, merged, united, renamed (Decree 126/2024/NĐ-CP)."
        ),
        "effective": _("The day from which the change holds."),
        "organisation": _("Choose it from the directory."),
        "position": _("As on the business card; with the body beside it."),
        "birth_date": _("Personal data (Law 91/2025/QH15): only where it is needed."),
        "kind": _("Choose one of the list."),
        "loser": _("Its links go over to the other record."),
        "new": _("The unit after the change."),
        "old": _("The unit before the change."),
        "resolution": _("Number and symbol, such as 1678/NQ-UBTVQH15."),
        "summary": _("What changed, in a sentence."),
        "level": _("Province, district (until 30/06/2025) or commune."),
        "number": _("As published on that day."),
        "parent": _("The unit above it."),
        "RenameOrganisationForm.on": _(
            "From this day on it bears the new name; older papers keep the old one."
        ),
        "RenamePersonForm.on": _("From this day on the person bears the new name."),
    },
)
