"""A record is read anew and held before something is done with it."""

import pytest
from django.db import connection

from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from tests.factories.accounts import UserFactory
from tests.sample.models import Club

pytestmark = pytest.mark.django_db


def test_a_record_loaded_before_another_wrote_is_read_as_it_stands_now():
    loaded = Club.objects.create(name="Trước")
    other = Club.objects.get(pk=loaded.pk)
    other.name = "Sau"
    other.save()

    with verb("wagtail.edit", by=UserFactory(), about=loaded):
        lock(loaded)

    assert loaded.name == "Sau"


def test_the_row_is_held_where_the_database_can(django_assert_num_queries):
    club = Club.objects.create(name="Một")

    with (
        verb("wagtail.edit", by=UserFactory(), about=club),
        django_assert_num_queries(1) as asked,
    ):
        lock(club)

    held = "FOR UPDATE" in asked.captured_queries[0]["sql"]
    assert held == connection.features.has_select_for_update
