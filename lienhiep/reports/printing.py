"""A figure on one line, for the commands."""

from typing import Any

from django.utils.translation import gettext as _

from lienhiep.core.text import format_number


def line_of(answer: dict[str, Any]) -> str:
    """Return a figure as the commands print it."""
    value = _("not known") if answer["value"] is None else format_number(answer["value"])
    words = f"{answer['code']}  {answer['label']}: {value} {answer['unit']}"
    if answer["plan"] is not None:
        words += " / " + _("plan %(plan)s") % {"plan": format_number(answer["plan"])}
    parts = ", ".join(
        f"{part['label']} {format_number(part['value'])}"
        + (f" ({part['share']}%)" if part["share"] is not None else "")
        for part in answer["parts"]
    )
    return f"{words} — {parts}" if parts else words
