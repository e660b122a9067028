"""What is asked for when an article begins as a Word file."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm
from lienhiep.news.files import WORD_FILE


class WordForm(OfficeForm):
    """The file."""

    file = RecordFileFormField(
        label=_("Word file of the article"),
        use=WORD_FILE,
        help_text=_(
            "A .docx file: the first line becomes the headline, a bold or slanted paragraph "
            "after it the lead; pictures go into the library."
        ),
    )
