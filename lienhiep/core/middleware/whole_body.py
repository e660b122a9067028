"""A form that arrives only in part, or in other letters than ours, is not taken for a whole one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.handlers.wsgi import LimitedStream
from django.http import HttpRequest, HttpResponse, UnreadablePostError


class WholeStream(LimitedStream):
    """Raises OSError where fewer bytes come than the sender said."""

    def __init__(self, stream: Any, limit: int, on_cut: Callable[[], None]) -> None:
        super().__init__(stream, limit)
        self._on_cut = on_cut

    def read(self, size: int | None = -1, /) -> bytes:
        rest = self.limit - self._pos
        wanted = rest if size is None or size < 0 else min(size, rest)
        blocks: list[bytes] = []
        while wanted > 0:
            block = super().read(wanted)
            if not block:
                self._on_cut()
                raise OSError("The sending broke off.")
            blocks.append(block)
            wanted -= len(block)
        return b"".join(blocks)

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(-1 if size is None else size)
        if not line and size != 0 and self._pos < self.limit:
            self._on_cut()
            raise OSError("The sending broke off.")
        return line


class WholeBody:
    """Refuses a form whose sending broke off, instead of recording the half that came.

    Django itself takes the end of what came for the end of the form. A form that says it
    is not in UTF-8 is refused too: Django raises an error for it, each time that anything
    asks for the form, so that not even its own page of refusal can be shown.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        stream = getattr(request, "_stream", None)
        if isinstance(stream, LimitedStream) and stream.limit:

            def on_cut() -> None:
                request.body_cut_off = True  # type: ignore[attr-defined]

            request._stream = WholeStream(stream, stream.limit, on_cut)  # type: ignore[attr-defined]
        if request.encoding is not None:
            request.said_encoding = request.encoding.lower()  # type: ignore[attr-defined]
            request.encoding = "utf-8"
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Say so, where a form came in other letters."""
        said = getattr(request, "said_encoding", "utf-8")
        if request.method in ("GET", "HEAD") or said in ("utf-8", "utf8"):
            return None
        from lienhiep.core.views.refusals import unreadable  # views need the apps to be ready

        return unreadable(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say so, where a view stumbled over the missing half."""
        if isinstance(error, UnreadablePostError) and is_cut_off(request):
            from lienhiep.core.views.refusals import cut_off  # views need the apps to be ready

            return cut_off(request)
        return None


def is_cut_off(request: HttpRequest) -> bool:
    """Return whether the form came only in part; reads it, if nobody has yet."""
    try:
        request.POST  # noqa: B018  (reading is the question)
    except UnreadablePostError:
        return True
    return getattr(request, "body_cut_off", False)
