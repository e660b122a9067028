"""Opening the site, and remembering where a page stood."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page, Site

from lienhiep.core.period import today
from lienhiep.portal.models import FormerAddress, HomePage
from lienhiep.portal.models.former import as_asked

SLUG = "trang-chu"


@transaction.atomic
def open_site(*, title: str, lead: str = "") -> HomePage:
    """Return the front page; make it where there is none yet.

    A site that was opened with nothing but a name takes the title and lead of whoever
    opens it again; what an editor wrote stays.
    """
    home = HomePage.objects.first()
    if home is None:
        return _made(title, lead)
    if lead and not home.lead and not home.body:
        home.title, home.lead = title, lead
        home.save_revision().publish()
    return home


def _made(title: str, lead: str) -> HomePage:
    for welcome in Page.get_first_root_node().get_children():
        if welcome.specific_class in (None, Page):
            welcome.delete()
    # Read anew: deleting has changed what the root says of its children.
    home = Page.get_first_root_node().add_child(
        instance=HomePage(title=title, draft_title=title, slug=SLUG, lead=lead)
    )
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": title},
    )
    Site.clear_site_root_paths_cache()
    return home


@transaction.atomic
def remember_address(*, path: str, title: str) -> FormerAddress:
    """Note that a page has left an address, so that its readers are told; a reason stays."""
    path = as_asked(path)
    former = FormerAddress.objects.filter(path=path).first() or FormerAddress(path=path)
    former.title = title[:255]
    former.gone_on = today()
    former.save()
    return former


@transaction.atomic
def forget_address(*, path: str) -> None:
    """Forget that a page had left, because one stands there again."""
    for former in FormerAddress.objects.filter(path=as_asked(path)):
        former.delete()
