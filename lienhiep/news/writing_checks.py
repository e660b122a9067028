"""What an editor had better look at before an article is published: nothing here forbids it.

Whether it can be heard and read by everyone is asked as well: pictures without words, links that
say only "here", long sentences (WCAG 2.2, 1.1.1, 2.4.4, 3.1.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from lienhiep.core.models.library import SiteImage
from lienhiep.core.text import clean, cut
from lienhiep.core.text.legacy import ODD_LETTER, detect_legacy
from lienhiep.news.choices import SourceKind
from lienhiep.news.models import NewsArticle

LONG_TITLE = 110
"""Letters; what is longer is cut in lists of results and on telephones."""

LONG_LEAD = 70
LONG_SENTENCE = 60
LONG_PARAGRAPH = 180
WITHOUT_HEADING = 600
"""In syllables, as Vietnamese is written."""

SAYS_NOTHING = frozenset(
    {
        *("tại đây", "ở đây", "đây", "xem thêm", "xem tại đây", "bấm vào đây", "nhấn vào đây"),
        *("chi tiết", "xem chi tiết", "link", "click here", "here"),
    }
)
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")
BEGINNING = 60


@dataclass(frozen=True)
class Remark:
    """Something to look at, and where it can be mended if that is elsewhere."""

    words: str
    url: str = ""


def remarks_on(article: NewsArticle) -> list[Remark]:
    """Return what there is to say of a draft, in the order in which one reads it."""
    return [*_on_head(article), *_on_pictures(article), *_on_text(article)]


def _on_head(article: NewsArticle) -> Iterator[Remark]:
    title = article.title
    if len(title) > LONG_TITLE:
        yield Remark(
            _("The headline has %(number)s letters; in lists it is cut after about %(most)s.")
            % {"number": len(title), "most": LONG_TITLE}
        )
    if len(title) > 10 and title.isupper():
        yield Remark(_("The headline is in capitals; small letters are read faster."))
    if not article.lead:
        yield Remark(_("There is no lead: lists and search results show nothing but the headline."))
    elif _length(article.lead) > LONG_LEAD:
        yield Remark(
            _("The lead has %(number)s syllables; two or three sentences are enough.")
            % {"number": _length(article.lead)}
        )
    if article.source_kind == SourceKind.QUOTED and not article.source_url:
        yield Remark(_("It is quoted from the press, without the address of the source."))
    written = f"{title} {article.lead} {article.text}"
    if ODD_LETTER.search(written) and (found := detect_legacy(written)) is not None:
        yield Remark(_("The text is in the old font %(font)s.") % {"font": found.encoding.upper()})


def _on_pictures(article: NewsArticle) -> Iterator[Remark]:
    if article.picture is None:
        yield Remark(_("There is no main picture: lists and shared links show none."))
    for picture in {one.pk: one for one in _pictures_of(article)}.values():
        if not picture.is_decorative and not picture.description:
            yield Remark(
                _("Of the picture “%(picture)s” nobody has said what it shows.")
                % {"picture": picture.title},
                reverse("wagtailimages:edit", args=[picture.pk]),
            )
        if picture.shows_children and not picture.children_purpose:
            yield Remark(
                _("The picture “%(picture)s” shows children, without what their parents agreed to.")
                % {"picture": picture.title},
                reverse("wagtailimages:edit", args=[picture.pk]),
            )


def _pictures_of(article: NewsArticle) -> Iterator[SiteImage]:
    """Yield every picture of an article, the main one first."""
    shown: list[Any] = [article.picture]
    for block in article.body or ():
        if block.block_type == "picture":
            shown.append(block.value["picture"])
        elif block.block_type == "gallery":
            shown += [one["picture"] for one in block.value["pictures"]]
        elif block.block_type == "video":
            shown.append(block.value["poster"])
    return (one for one in shown if one is not None)


def _on_text(article: NewsArticle) -> Iterator[Remark]:
    blocks = list(article.body or ())
    length = _length(article.text)
    if length > WITHOUT_HEADING and not any(block.block_type == "heading" for block in blocks):
        yield Remark(
            _("The text has %(number)s syllables and no subheading to find one's way.")
            % {"number": length}
        )
    soup = BeautifulSoup(
        "".join(block.value.source for block in blocks if block.block_type == "paragraph"),
        "html.parser",
    )
    paragraphs = [clean(one.get_text()) for one in soup.find_all(["p", "li"])]
    yield from _on_length(paragraphs)
    yield from _on_stress(soup)
    yield from _on_links(soup)
    for block in blocks:
        if block.block_type == "table" and not block.value["caption"]:
            yield Remark(_("A table says nothing of what it shows."))
        elif block.block_type == "video" and not block.value["caption"]:
            yield Remark(_("A film says nothing of what it shows."))


def _on_length(paragraphs: list[str]) -> Iterator[Remark]:
    sentences = [one for words in paragraphs for one in SENTENCE_END.split(words)]
    long = [one for one in sentences if _length(one) > LONG_SENTENCE]
    if long:
        yield Remark(
            ngettext(
                "%(count)s sentence has more than %(most)s syllables: “%(begin)s”",
                "%(count)s sentences have more than %(most)s syllables; the first: “%(begin)s”",
                len(long),
            )
            % {"count": len(long), "most": LONG_SENTENCE, "begin": cut(long[0], BEGINNING)[0]}
        )
    wide = [one for one in paragraphs if _length(one) > LONG_PARAGRAPH]
    if wide:
        yield Remark(
            ngettext(
                "%(count)s paragraph has more than %(most)s syllables: “%(begin)s”",
                "%(count)s paragraphs have more than %(most)s syllables; the first: “%(begin)s”",
                len(wide),
            )
            % {"count": len(wide), "most": LONG_PARAGRAPH, "begin": cut(wide[0], BEGINNING)[0]}
        )


def _on_stress(soup: BeautifulSoup) -> Iterator[Remark]:
    """Find what looks like a heading but is none: whoever hears the page does not find it."""
    for paragraph in soup.find_all("p"):
        words = clean(paragraph.get_text())
        bold = clean("".join(one.get_text() for one in paragraph.find_all(["b", "strong"])))
        if words and words == bold and _length(words) <= 20:
            yield Remark(
                _("“%(words)s” is a bold line; as a subheading it would be found.")
                % {"words": cut(words, BEGINNING)[0]}
            )


def _on_links(soup: BeautifulSoup) -> Iterator[Remark]:
    for link in soup.find_all("a"):
        words = clean(link.get_text())
        if words.lower().strip(" .…>»") in SAYS_NOTHING:
            yield Remark(
                _("A link says only “%(words)s”: write where it leads.") % {"words": words}
            )
        elif re.match(r"https?://|www\.", words) and len(words) > 40:
            yield Remark(
                _("A link shows its whole address “%(words)s”: write where it leads.")
                % {"words": cut(words, BEGINNING)[0]}
            )
        address = str(link.get("href") or "")
        if address and not _leads_somewhere(address):
            yield Remark(
                _("No page of the site stands at the address %(address)s.") % {"address": address}
            )


def _leads_somewhere(address: str) -> bool:
    """Return whether an address is elsewhere, or has a page of this site behind its form."""
    parts = urlsplit(address)
    own = urlsplit(settings.SITE_URL).netloc
    if parts.scheme not in ("", "http", "https") or (parts.netloc and parts.netloc != own):
        return True
    if not parts.path.strip("/"):
        return True
    try:
        found = resolve(parts.path)
    except Resolver404:
        found = None
    # Pages of the tree are looked for by their path only once they are asked for.
    if found is not None and found.url_name != "wagtail_serve":
        return True
    return _is_in_tree(parts.path) or _is_led_on(parts.path)


def _is_led_on(path: str) -> bool:
    old = Redirect.normalise_path(path)
    return Redirect.objects.filter(old_path__in=[old, f"{old}/"]).exists()


def _is_in_tree(path: str) -> bool:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return False
    wanted = f"{site.root_page.url_path.rstrip('/')}/{path.strip('/')}/"
    return Page.objects.live().filter(url_path=wanted).exists()


def _length(text: str) -> int:
    """Return how long a text is, in syllables."""
    return len(text.split())
