"""What conferences, courses and programmes take files for, and how long each is kept."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import DOCUMENTS, FOR_EVER, FileUse

MINUTES = FileUse("events.minutes", label=_("Minutes"), extensions=DOCUMENTS, retention=FOR_EVER)
COURSE_MATERIAL = FileUse(
    "events.course_material", label=_("Course material"), extensions=DOCUMENTS
)
