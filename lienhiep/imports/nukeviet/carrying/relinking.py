"""Links to what came over later than the text that leads there: set right in the end."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from django.db import models, transaction
from wagtail.models import Revision

from lienhiep.imports.models import CarriedRecord
from lienhiep.imports.nukeviet.carrying.context import Carrying, Stopped, batches
from lienhiep.imports.nukeviet.carrying.links import Links
from lienhiep.news.models import NewsArticle

AT_ONCE = 50
LINK = re.compile(r'href="([^"]*)"')


def relink(carrying: Carrying) -> int:
    """Set links right in the articles that were noted; return in how many.

    What staff have written into an article since it came over is left as it is: its links
    lead on as they stand, because old addresses do. Neither search nor lists hold addresses
    of links, so nothing else has to follow.
    """
    open_ones = CarriedRecord.objects.filter(site=carrying.site.code, has_open_links=True)
    pairs = list(open_ones.order_by("pk").values_list("pk", "object_id"))
    links, mended = Links(carrying), 0
    for batch in batches(pairs, AT_ONCE):
        with transaction.atomic():
            mended += _relink([pk for _place, pk in batch], links)
            CarriedRecord.objects.filter(pk__in=[place for place, _pk in batch]).update(
                has_open_links=False
            )
        carrying.tell("…", mended, len(pairs))
        if carrying.stop_asked:
            raise Stopped
    return mended


def _relink(pks: list[int], links: Links) -> int:
    articles = NewsArticle.objects.filter(pk__in=pks).select_related("latest_revision")
    changed, revisions = [], []
    for article in articles:
        raw = list(article.body.raw_data)
        before = json.dumps(raw)
        after = [_with_links(block, links) for block in raw]
        if json.dumps(after) == before:
            continue
        revision = article.latest_revision
        if revision is not None:
            content = dict(revision.content)
            kept = content.get("body")
            if isinstance(kept, str) and _values(json.loads(kept)) == _values(json.loads(before)):
                content["body"] = json.dumps(after)
                revision.content = content
                revisions.append(revision)
            else:
                continue
        article.body = json.dumps(after)
        changed.append(article)
    plain: models.QuerySet[NewsArticle] = models.QuerySet(NewsArticle)
    plain.bulk_update(changed, ["body"], batch_size=AT_ONCE)
    Revision.objects.bulk_update(revisions, ["content"], batch_size=AT_ONCE)
    return len(changed)


def _values(raw: list[dict[str, Any]]) -> list[Any]:
    return [(block.get("type"), block.get("value")) for block in raw]


def _with_links(block: dict[str, Any], links: Links) -> dict[str, Any]:
    if block.get("type") != "paragraph" or 'href="' not in str(block.get("value")):
        return dict(block)

    def one(found: re.Match[str]) -> str:
        place = links.new_address(html.unescape(found[1]))
        return f'href="{html.escape(place)}"' if place else found[0]

    return dict(block) | {"value": LINK.sub(one, block["value"])}
