"""What rooms show no longer follows of itself where an editor has put words on the front page.

So the blocks that stood below those words are placed below them, in drafts too. A front page
without words of an editor stays empty: it shows the blocks of the rooms as before.
"""

import json
import uuid

from django.db import migrations

ROOMS = ("news.head", "news.categories", "events.next")
OWN = {"journal": {"heading": ""}, "figures": {"heading": "", "codes": []}}
OWN["reports"] = {"heading": "", "most": 3}


def below_the_words(body):
    """Return a stream with the blocks of the rooms at its end, once."""
    if not body or any(block["type"] in OWN or block["type"] == "room" for block in body):
        return body
    added = [("room", {"code": code}) for code in ROOMS] + list(OWN.items())
    return body + [
        {"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in added
    ]


def words_alone(body):
    """Return a stream without the blocks that the former front page does not know."""
    return [block for block in body if block["type"] in ("heading", "text", "picture")]


def change_streams(apps, change):
    HomePage = apps.get_model("portal", "HomePage")
    Revision = apps.get_model("wagtailcore", "Revision")
    ContentType = apps.get_model("contenttypes", "ContentType")
    for home in HomePage.objects.all():
        body = change(list(home.body.raw_data))
        home.body = json.dumps(body)
        home.save(update_fields=["body"])
    kind = ContentType.objects.filter(app_label="portal", model="homepage").first()
    for revision in Revision.objects.filter(content_type=kind) if kind else []:
        body = json.loads(revision.content.get("body") or "[]")
        revision.content["body"] = json.dumps(change(body))
        revision.save(update_fields=["content"])


def place_blocks(apps, schema_editor):
    change_streams(apps, below_the_words)


def take_blocks_away(apps, schema_editor):
    change_streams(apps, words_alone)


class Migration(migrations.Migration):
    dependencies = [("portal", "0002_home_page_of_blocks")]

    operations = [migrations.RunPython(place_blocks, take_blocks_away)]
