"""A picture that comes with a text goes into the library of the site."""

from __future__ import annotations

from typing import BinaryIO

from wagtail.models import Collection

from lienhiep.accounts.models import User
from lienhiep.core.models.library import SiteImage
from lienhiep.core.pictures.mastering import master_of


def into_library(
    stream: BinaryIO,
    *,
    name: str,
    title: str,
    about: str,
    by: User,
    credit: str = "",
    children_purpose: str = "",
) -> SiteImage:
    """Keep a picture upright, small and without its place, as the library keeps all."""
    master = master_of(stream, name=name)
    picture = SiteImage(
        title=title[:255],
        file=master.content,
        width=master.width,
        height=master.height,
        description=about[:255],
        caption=about[:300],
        credit=credit[:150],
        shows_children=bool(children_purpose),
        children_purpose=children_purpose[:300],
        sent_checksum=master.sent_checksum,
        uploaded_by_user=by,
        collection=Collection.get_first_root_node(),
    )
    picture.save()
    return picture
