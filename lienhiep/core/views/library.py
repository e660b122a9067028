"""The pictures of the public site, in the sizes that pages ask for.

Where nginx stands before the program it sends them itself. Originals and downloads are not
here: the former nobody asks for, the latter go through Wagtail's own view.
"""

from __future__ import annotations

import mimetypes

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

DAY = 60 * 60 * 24

for form in ("avif", "webp"):  # which not every machine knows
    mimetypes.add_type(f"image/{form}", f".{form}")


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """Send a picture of the site; a browser may keep it for a day."""
    response = serve(request, f"images/{name}", document_root=str(settings.MEDIA_ROOT))
    patch_cache_control(response, public=True, max_age=DAY)
    return response
