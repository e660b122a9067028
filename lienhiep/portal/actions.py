"""Opening the site: its front page in the place of Wagtail's welcome page."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page, Site

from lienhiep.portal.models import HomePage

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
