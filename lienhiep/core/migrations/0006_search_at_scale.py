"""Let the search table answer at any size: what is open to all is kept, sections, better indexes."""

import django.db.models.deletion
from django.db import migrations, models

from lienhiep.core.search import index_postgresql
from lienhiep.core.search.feeding import words_of

AT_ONCE = 500


def say_what_is_open(apps, schema_editor):
    entries = apps.get_model("core", "SearchEntry").objects
    keys = apps.get_model("core", "SearchKey").objects.filter(
        entry=models.OuterRef("pk"), key="anyone"
    )
    entries.exclude(public_url="").filter(models.Exists(keys)).update(is_open=True)


def write_words_by_quarter(apps, schema_editor):
    """PostgreSQL keeps each word with the quarter of its entry from now on."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for statement in (*index_postgresql.DROP, *index_postgresql.CREATE):
        schema_editor.execute(statement)
    full = index_postgresql.PostgresIndex(schema_editor.connection)
    entries = apps.get_model("core", "SearchEntry").objects.exclude(place=None).order_by("place")
    wanted = entries.values_list("place", "title", "body", "symbol")
    last = -1
    while batch := list(wanted.filter(place__gt=last)[:AT_ONCE]):
        full.put_all((place, words_of(*texts)) for place, *texts in batch)
        last = batch[-1][0]


class Migration(migrations.Migration):
    dependencies = [("core", "0005_pictures_of_the_site")]

    operations = [
        migrations.AddField(
            model_name="searchentry",
            name="is_open",
            field=models.BooleanField(default=False, verbose_name="on the site, open to anyone"),
        ),
        migrations.RunPython(say_what_is_open, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="searchentry", name="core_search_title_k_dcd8b8_idx"),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(fields=["title_key", "place"], name="core_searchentry_title"),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(
                fields=["title_key"],
                name="core_searchentry_beginning",
                opclasses=["varchar_pattern_ops"],
            ),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(
                fields=["place", "is_open", "kind"], name="core_searchentry_narrowed"
            ),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(fields=["is_open", "kind", "place"], name="core_searchentry_newest"),
        ),
        migrations.CreateModel(
            name="SearchSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("section", models.CharField(max_length=80)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="core.searchentry",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["entry", "section"], name="core_searchsection_once"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=80, unique=True)),
                ("written", models.CharField(max_length=80)),
                ("uses", models.PositiveIntegerField()),
            ],
        ),
        migrations.RunPython(write_words_by_quarter, migrations.RunPython.noop),
    ]
