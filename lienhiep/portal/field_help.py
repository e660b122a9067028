"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "portal",
    {
        "FormerAddress.gone_on": _("The day on which the page left this address."),
        "FormerAddress.new_address": _(
            "Where readers find it today; empty where it is gone for good."
        ),
    },
)
