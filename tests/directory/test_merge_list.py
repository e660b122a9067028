"""The list of merges."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from lienhiep.directory.actions import merge_persons
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db


def test_the_list_of_merges_leads_to_each_merge(client, clerk):
    merge = merge_persons(winner=PersonFactory(), loser=PersonFactory(), by=clerk)
    client.force_login(clerk)

    response = client.get(reverse("directory_mergerecord:index"))

    link = BeautifulSoup(response.content, "html.parser").select_one(".title-wrapper a")
    assert link["href"] == reverse("directory_mergerecord:inspect", args=[merge.pk])
