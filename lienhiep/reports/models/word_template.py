"""Word templates that an officer edits in Word."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import FileUse, RecordFileField, Retention
from lienhiep.core.guarding import Guarded

TEMPLATE_FILE = FileUse(
    "reports.word_template",
    label=_("Word template"),
    extensions=("docx",),
    retention=Retention("reports.word_template", years=5),
    max_bytes=5 * 1024 * 1024,
)


class WordTemplate(Guarded):
    """A Word file into which reports are filled; without one, the program's own is used."""

    name = models.CharField(_("name"), max_length=150)
    file = RecordFileField(
        _("template"),
        use=TEMPLATE_FILE,
        help_text=_(
            "A Word file (.docx) with the places of a report, such as {{ title }} and "
            "{{ signer }}. Begin with the program's own template."
        ),
    )
    is_used = models.BooleanField(
        _("used for reports"),
        default=True,
        help_text=_("Of several in use, the newest is taken."),
    )

    class Meta:
        verbose_name = _("Word template")
        verbose_name_plural = _("Word templates")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

    def reader_keys(self) -> set[str]:
        """Templates are for the office."""
        return set()


def template_in_use() -> bytes | None:
    """Return the newest template in use; None where the program's own is to be taken."""
    found = WordTemplate.objects.filter(is_used=True).select_related("file").first()
    return found.file.read() if found is not None and found.file is not None else None
