"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "desk",
    {
        "ActsForm.action": _("Narrows the list to one kind of act."),
        "ActsForm.span": _("How far back the list goes."),
        "MailForm.waiting": _("What the letter tells of the things that wait for you."),
    },
)
