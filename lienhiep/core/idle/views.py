"""What the warning asks the server, and how it is told of a person's input."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lienhiep.core.forms.origin import is_from_elsewhere
from lienhiep.core.idle.clock import longest, note_input, seconds_left

MOST_DIGITS = 6


@csrf_exempt  # it changes nothing but this clock; who asks from elsewhere is refused below
@never_cache
@require_http_methods(["GET", "POST"])
def session_state(request: HttpRequest) -> JsonResponse:
    """Say how many seconds are left; a POST says how many seconds `ago` a person did something.

    401 where nobody is signed in (any more).
    """
    if not request.user.is_authenticated:
        return JsonResponse({"signed_in": False, "seconds": 0}, status=401)
    if request.method == "POST":
        if is_from_elsewhere(request):
            return JsonResponse({"error": "origin"}, status=403)
        said = request.POST.get("ago", "")
        if not (said.isascii() and said.isdigit() and len(said) <= MOST_DIGITS):
            return JsonResponse({"error": "ago"}, status=400)
        note_input(request, ago=int(said))
    return JsonResponse(
        {"signed_in": True, "seconds": seconds_left(request), "of": longest(request)}
    )
