"""The full-text index, which each database keeps in its own way."""

from django.db import migrations

from lienhiep.core.search import index_postgresql, index_sqlite


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in index_postgresql.CREATE:
            schema_editor.execute(statement)
    else:
        schema_editor.execute(index_sqlite.CREATE)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in index_postgresql.DROP:
            schema_editor.execute(statement)
    else:
        schema_editor.execute(index_sqlite.DROP)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
