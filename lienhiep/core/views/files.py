"""The address of a file."""

from __future__ import annotations

import logging
import uuid as uuids

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from lienhiep.core.files.serving import answer_with
from lienhiep.core.models.files import RecordFile

logger = logging.getLogger(__name__)


@require_safe
def record_file(request: HttpRequest, uuid: uuids.UUID, name: str) -> HttpResponseBase:
    """Hand a file to whoever may read its record; to others it does not exist.

    The name in the address only helps people; what counts is the number before it.
    """
    file = RecordFile.objects.filter(uuid=uuid).first()
    if file is None or not file.may_read(request.user):
        raise Http404
    try:
        return answer_with(request, file)
    except FileNotFoundError as missing:
        logger.error("The bytes of file %s (%s) are missing.", file.uuid, file.content.name)
        raise Http404 from missing
