"""No list asks the database more often because it is longer."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lienhiep.accounts.choices import Role
from tests.factories.accounts import user_with
from tests.house.test_strangers import viewsets

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

LISTS = [one for one in viewsets() if hasattr(one, "index_view_class")]


def queries_for(viewset, rows, request):
    """Return how often the list is asked for, with so many rows on its page."""
    kept = viewset.__dict__.get("list_per_page")
    viewset.__dict__["list_per_page"] = rows
    # What is kept for a few seconds would else end between two lists, or not.
    caches["process"].clear()
    try:
        with CaptureQueriesContext(connection) as asked:
            response = viewset.index_view(request)
            shown = response.render().content
    finally:
        viewset.__dict__.pop("list_per_page")
        if kept is not None:
            viewset.__dict__["list_per_page"] = kept
    assert shown
    return len(asked), len(response.context_data["object_list"])


@pytest.mark.parametrize("viewset", LISTS, ids=lambda one: one.model._meta.label_lower)
def test_a_list_of_thirty_asks_as_often_as_a_list_of_one(client, viewset):
    client.force_login(user_with(*Role, full_name="Người Mọi Vai"))
    url = reverse(viewset.get_url_name(viewset.list_view_name))
    request = client.get(url).wsgi_request
    queries_for(viewset, 1, request)

    of_one, one = queries_for(viewset, 1, request)
    of_thirty, thirty = queries_for(viewset, 30, request)

    assert one <= 1
    assert thirty <= 30
    assert of_thirty == of_one
