"""The menu of the site, and the pages that every Union's site has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from lienhiep.core.history import verb
from lienhiep.core.models import UnionIdentity
from lienhiep.core.site_sections import site_sections
from lienhiep.portal.actions import open_site
from lienhiep.portal.models import StandardPage


def set_menu(*, menu: Sequence[dict[str, Any]], by: Any) -> UnionIdentity:
    """Set the order of the parts of the site, and which stand in the menu.

    Takes pairs {"code", "shown"} in their order; refuses a part that the site does not have,
    and a menu without any.
    """
    known = {section.code for section in site_sections()}
    if unknown := {one["code"] for one in menu} - known:
        raise ValidationError(
            _("The site has no such part: %(codes)s."), params={"codes": ", ".join(unknown)}
        )
    if not any(one["shown"] for one in menu):
        raise ValidationError(_("Leave at least one part of the site in the menu."))
    union = UnionIdentity.objects.get(pk=1)
    with verb("setup.set_menu", by=by, about=union):
        union.menu = [{"code": one["code"], "shown": bool(one["shown"])} for one in menu]
        union.save()
    return union


def write_pages(*, pages: Sequence[dict[str, Any]], by: Any) -> list[StandardPage]:
    """Begin pages of the site from plain text: {"slug", "title", "text", "published"}.

    A page that stands already is left as it is: an editor may have written on it.
    """
    union = UnionIdentity.objects.get(pk=1)
    home = open_site(title=union.name)
    present = set(home.get_children().values_list("slug", flat=True))
    made = []
    with verb("setup.write_pages", by=by, about=union) as act:
        for one in pages:
            if one["slug"] in present:
                continue
            page = StandardPage(
                title=one["title"],
                slug=one["slug"],
                body=paragraphs(one["text"]),
                show_in_menus=True,
                live=False,
                owner=by,
            )
            home.add_child(instance=page)
            revision = page.save_revision(user=by, log_action=True)
            if one["published"]:
                revision.publish(user=by, skip_permission_checks=True)
            made.append(page)
        act.note(pages=[page.slug for page in made])
    return made


def paragraphs(text: str) -> str:
    """Return typed text as the paragraphs of a page; a blank line begins a new one."""
    blocks = text.replace("\r\n", "\n").split("\n\n")
    return format_html_join(
        "\n",
        "<p>{}</p>",
        ((format_html_join("", "{}{}", _broken(block)),) for block in blocks if block.strip()),
    )


def _broken(block: str) -> list[tuple[Any, str]]:
    from django.utils.safestring import mark_safe  # a mark of our own, never what was typed

    lines = block.strip().split("\n")
    return [("" if not place else mark_safe("<br/>"), line) for place, line in enumerate(lines)]
