"""The guide as it is read: chapters, pages, and the pictures that stand in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from PIL import Image

from lienhiep.guide.front_matter import BadPage, parted, words
from lienhiep.guide.markup import Heading, Picture, Rendered, outlined, rendered

ROOM = Path(__file__).parent
PAGES = ROOM / "pages" / "vi"
PICTURES = ROOM / "static" / "guide" / "pictures"

CHAPTERS = {
    "1-bat-dau": ("bat-dau", "Bắt đầu"),
    "2-vai-tro": ("vai-tro", "Theo vai trò"),
    "3-cong-viec": ("cong-viec", "Theo công việc"),
    "4-quan-tri": ("quan-tri", "Giữ gìn hệ thống"),
    "5-tra-cuu": ("tra-cuu", "Tra cứu"),
}
"""Folder of a chapter, its word in addresses, its title. The guide is written in Vietnamese."""


@dataclass(frozen=True)
class GuidePage:
    """A page of the guide.

    `role` is the role to whose holder a page of the chapter "by role" speaks; `roles` are those
    for whom another page is of use. `screens` are screens that the page as a whole explains.
    """

    slug: str
    title: str
    about: str
    order: int
    role: str
    roles: tuple[str, ...]
    screens: tuple[str, ...]
    body: str

    @cached_property
    def rendered(self) -> Rendered:
        """The text as it is set, made when it is first shown."""
        return rendered(self.body, address=address_of, show=picture_html)

    @cached_property
    def outline(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The place of each heading, and the screens that it explains."""
        return tuple(outlined(self.body))

    @property
    def url(self) -> str:
        """Where the page is read."""
        return reverse("guide:page", args=[self.slug])

    @property
    def html(self) -> SafeString:
        """The text, made from Markdown in which no HTML is let through."""
        return mark_safe(self.rendered.html)

    @property
    def html_among_others(self) -> SafeString:
        """The text with places that no other page of the same print has."""
        return mark_safe(self.rendered.html.replace(' id="', f' id="{self.slug}--'))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings, in their order."""
        return self.rendered.headings

    @property
    def sections(self) -> list[Heading]:
        """The headings of the first level, for the list at the head of the page."""
        return [heading for heading in self.headings if heading.level == 2]


@dataclass(frozen=True)
class Chapter:
    """Pages that belong together."""

    slug: str
    title: str
    pages: tuple[GuidePage, ...]


@dataclass(frozen=True)
class Book:
    """The whole guide."""

    chapters: tuple[Chapter, ...]

    @cached_property
    def pages(self) -> tuple[GuidePage, ...]:
        """Every page in the order in which one reads."""
        return tuple(page for chapter in self.chapters for page in chapter.pages)

    @cached_property
    def by_slug(self) -> dict[str, GuidePage]:
        """Every page by its word in the address."""
        return {page.slug: page for page in self.pages}

    def chapter_of(self, page: GuidePage) -> Chapter:
        """Return the chapter in which a page stands."""
        return next(chapter for chapter in self.chapters if page in chapter.pages)

    def chapter(self, slug: str) -> Chapter | None:
        """Return a chapter by its word in the address, or None."""
        return next((chapter for chapter in self.chapters if chapter.slug == slug), None)

    def beside(self, page: GuidePage) -> tuple[GuidePage | None, GuidePage | None]:
        """Return the pages before and after."""
        place = self.pages.index(page)
        before = self.pages[place - 1] if place else None
        after = self.pages[place + 1] if place + 1 < len(self.pages) else None
        return before, after

    def of_role(self, role: str) -> GuidePage | None:
        """Return the page that speaks to the holder of a role."""
        return next((page for page in self.pages if page.role == role), None)

    def useful_to(self, role: str) -> list[GuidePage]:
        """Return the pages of tasks that the holder of a role does."""
        return [page for page in self.pages if role in page.roles]


@cache
def book() -> Book:
    """Return the guide; read once in each process."""
    chapters = tuple(
        Chapter(slug, title, _pages_in(PAGES / folder))
        for folder, (slug, title) in CHAPTERS.items()
    )
    guide = Book(chapters)
    twice = [
        slug for slug, times in Counter(page.slug for page in guide.pages).items() if times > 1
    ]
    if twice:
        raise BadPage(f"two pages of one address: {', '.join(twice)}")
    return guide


def _pages_in(folder: Path) -> tuple[GuidePage, ...]:
    pages = [read_page(path) for path in folder.glob("*.md")]
    return tuple(sorted(pages, key=lambda page: (page.order, page.slug)))


def read_page(path: Path) -> GuidePage:
    """Read a page from its file; a page that cannot be read is named."""
    try:
        facts, body = parted(path.read_text("utf-8"))
        return GuidePage(
            slug=path.stem,
            title=facts["title"],
            about=facts.get("about", ""),
            order=int(facts.get("order", "1000")),
            role=facts.get("role", ""),
            roles=words(facts.get("roles", "")),
            screens=words(facts.get("screens", "")),
            body=body,
        )
    except ValueError as mistake:
        raise BadPage(f"{path.name}: {mistake}") from mistake


def address_of(goal: str) -> str:
    """Turn the goal of a link (`dang-nhap#quen-mat-khau`, `/van-ban/`) into an address."""
    if goal.startswith(("#", "/")):
        return goal
    slug, mark, anchor = goal.partition("#")
    return f"{reverse('guide:page', args=[slug])}{mark}{anchor}"


def picture_html(picture: Picture) -> str:
    """Set a picture with its caption; one that was not made yet leaves its caption out too."""
    path = PICTURES / f"{picture.name}.webp"
    if not path.is_file():
        return ""
    with Image.open(path) as image:
        width, height = image.size
    source = static(f"guide/pictures/{picture.name}.webp")
    return format_html(
        '<figure class="guide-picture{narrow}"><a href="{source}"><img src="{source}" alt="{alt}" '
        'width="{width}" height="{height}" loading="lazy" decoding="async"></a>'
        "<figcaption>{caption}</figcaption></figure>",
        narrow=" guide-picture--narrow" if width < 600 else "",
        source=source,
        alt=picture.alt,
        width=width,
        height=height,
        caption=picture.caption,
    )
