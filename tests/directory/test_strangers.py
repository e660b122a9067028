"""Somebody without a role meets no person, group or merge in any view of the directory."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from lienhiep.core.viewsets import row_viewsets
from lienhiep.directory.actions import merge_persons
from lienhiep.directory.models import DirectoryGroup, MergeRecord, Person
from tests.factories.directory import AffiliationFactory, GroupMembershipFactory, PersonFactory

pytestmark = pytest.mark.django_db

NAME = "Đặng Thị Hường"


def private_views():
    from wagtail.admin import urls  # noqa: F401  (registers every viewset)

    return [
        pytest.param(viewset, pattern, id=f"{viewset.model._meta.label_lower}:{pattern.name}")
        for viewset in row_viewsets()
        if viewset.model in (Person, DirectoryGroup, MergeRecord)
        for pattern in viewset.get_urlpatterns()
    ]


@pytest.fixture
def rows(clerk):
    """A row of each private kind, each with the name in it that could leak."""
    person = AffiliationFactory(person__full_name=NAME, person__phone="0912345678").person
    merge = merge_persons(winner=person, loser=PersonFactory(full_name=f"{NAME} Hai"), by=clerk)
    return {
        Person: person,
        DirectoryGroup: GroupMembershipFactory(group__name=NAME).group,
        MergeRecord: merge,
    }


@pytest.mark.parametrize(("viewset", "pattern"), private_views())
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_meets_no_private_row(client, account, rows, viewset, pattern, method):
    stranger = account()
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)
    row = rows[viewset.model]
    arguments = [row.pk] if "pk" in str(pattern.pattern) else []

    response = getattr(client, method)(reverse(viewset.get_url_name(pattern.name), args=arguments))

    assert response.status_code in (403, 404)
    assert NAME not in response.content.decode()
    assert "0912345678" not in response.content.decode()
