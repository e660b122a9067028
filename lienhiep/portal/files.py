"""What the portal takes files for."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files.uses import FileUse

FILM = FileUse("portal.film", label=_("Film"), extensions=("mp4", "webm"))
SUBTITLES = FileUse("portal.subtitles", label=_("Subtitles"), extensions=("vtt",))
