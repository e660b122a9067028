"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "visits",
    {
        "day": _("One row for each day."),
        "visits": _("As counted on that day."),
    },
)
