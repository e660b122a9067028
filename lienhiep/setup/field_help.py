"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "setup",
    {
        "password_again": _("Once more, so that no slip locks you out."),
        "BeginForm.understood": _(
            "The archive is written first; from it everything can be brought back."
        ),
        "AssociationRow.founded_on": _(
            "From the decision on the founding; empty if it is not known."
        ),
        "AssociationRow.since": _("The day of the decision on admission."),
        "AssociationRow.short_name": _("As lists and mails call it."),
        "RegisterForm.last": _("The next document gets the number after it."),
        "OpeningForm.visits": _("As the old site showed it on that day."),
        "FooterForm.licence_authority": _("Who gave the licence (decree 147/2024/NĐ-CP)."),
        "FooterForm.licence_date": _("The day on the licence."),
        "MenuRow.order": _("A small number stands further left."),
        "MenuRow.shown": _("Without the tick the part stays reachable, but not in the menu."),
        "PictureForm.picture": _("PNG, JPEG or SVG."),
        "StaffRow.role": _("What the person does here; it decides what they see."),
        "StaffRow.second_role": _("For somebody who does two things; more can be given later."),
        "PageForm.what": _("A page that is begun is a draft with places to fill in."),
    },
)
