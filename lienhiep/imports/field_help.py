"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "imports",
    {
        "file": _(
            "The template filled in, as .xlsx; nothing is recorded before you have seen the trial."
        ),
    },
)
