"""Give the roots of pages, pictures and files a Vietnamese name: editors read it in every tree.

Wagtail makes both with the English word; what somebody has named otherwise stays as it is.
"""

from django.db import migrations

WAGTAILS = "Root"
PAGES = "Toàn bộ trang"
COLLECTION = "Kho chung"


def rename(apps, page, collection):
    Page = apps.get_model("wagtailcore", "Page")
    Collection = apps.get_model("wagtailcore", "Collection")
    before, after = page
    Page.objects.filter(depth=1, title=before).update(title=after, draft_title=after)
    before, after = collection
    Collection.objects.filter(depth=1, name=before).update(name=after)


def name_the_roots(apps, schema_editor):
    rename(apps, (WAGTAILS, PAGES), (WAGTAILS, COLLECTION))


def call_them_roots(apps, schema_editor):
    rename(apps, (PAGES, WAGTAILS), (COLLECTION, WAGTAILS))


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0005_former_address"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(name_the_roots, call_them_roots)]
