"""Logo, seal and signature: put, replaced, removed."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from lienhiep.core.files.of_the_union import USES
from lienhiep.core.models import UnionIdentity
from lienhiep.setup import actions
from lienhiep.setup.actions.pictures import MUCH_MARGIN, margin_of
from lienhiep.setup.admin_views.framing import after_names, for_administrators, show
from lienhiep.setup.forms import PictureForm

ABOUT = {
    "logo": (
        pgettext_lazy("setup", "Logo"),
        pgettext_lazy(
            "setup",
            "SVG or PNG, at most 1 MB, longer side at least 96 pixels. Cut it to the emblem "
            "itself, with a narrow margin on every side and a transparent background; a square "
            "shape suits best. It stands at the head of the site, in the back office and at the "
            "sign-in.",
        ),
    ),
    "seal": (
        pgettext_lazy("setup", "Picture of the seal"),
        pgettext_lazy(
            "setup",
            "PNG with a transparent background, red as in Appendix I of decree 30/2020/NĐ-CP. "
            "Nobody can open or download it here, not even you: this page tells only its name, "
            "size and checksum. No print needs it today; it is kept for the day on which one "
            "does. You may leave it out.",
        ),
    ),
    "leader_signature": (
        pgettext_lazy("setup", "Picture of the leader's signature"),
        pgettext_lazy(
            "setup", "PNG with a transparent background; kept like the seal. You may leave it out."
        ),
    ),
}


@for_administrators
@after_names
@require_http_methods(["GET", "HEAD", "POST"])
def pictures(request: HttpRequest) -> HttpResponse:
    """Take one picture in, or away; which one the button says."""
    union = UnionIdentity.objects.select_related(*(f"{kind}__uploaded_by" for kind in USES)).get(
        pk=1
    )
    forms = {kind: PictureForm(kind=kind) for kind in USES}
    if request.method == "POST":
        answer = _put(request, forms) if "put" in request.POST else _remove(request)
        if answer is not None:
            return answer
    places = [
        {
            "kind": kind,
            "title": title,
            "help": words,
            "form": forms[kind],
            "file": getattr(union, kind),
            "is_shown": kind == "logo",
        }
        for kind, (title, words) in ABOUT.items()
    ]
    return show(request, "pictures", places=places, union_logo=union.logo_url)


def _put(request: HttpRequest, forms: dict[str, PictureForm]) -> HttpResponse | None:
    kind = request.POST["put"]
    if kind not in USES:
        return redirect("setup_pictures")
    form = forms[kind] = PictureForm(request.POST, request.FILES, kind=kind)
    if not form.is_valid():
        return None
    upload: Any = form.cleaned_data["picture"]
    try:
        actions.put_picture(kind=kind, upload=upload, by=request.user)
    except ValidationError as refusal:
        form.add_error("picture", refusal)
        return None
    messages.success(request, pgettext("setup", "The picture is recorded."))
    if kind == "logo" and upload.name.lower().endswith(".png"):
        _warn_of_margin(request, margin_of(upload))
    return redirect("setup_pictures")


def _warn_of_margin(request: HttpRequest, margin: float) -> None:
    if margin > MUCH_MARGIN:
        words = pgettext(
            "setup",
            "%(share)s %% of the picture is empty margin, so the logo looks small. Cut it closer "
            "and send it again.",
        )
        messages.warning(request, words % {"share": round(margin * 100)})


def _remove(request: HttpRequest) -> HttpResponse:
    kind = request.POST.get("remove", "")
    if kind in USES:
        try:
            actions.remove_picture(kind=kind, by=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, pgettext("setup", "The picture is removed."))
    return redirect("setup_pictures")
