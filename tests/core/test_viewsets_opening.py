"""A new record that begins with a verb of the room."""

import pytest
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from tests.factories.accounts import user_with
from tests.sample.models import Club, Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    officer = user_with(Role.OFFICER, full_name="Trần Thị Cán Bộ")
    client.force_login(officer)
    return officer


@pytest.fixture
def club():
    return Club.objects.create(name="Câu lạc bộ mở", readers="role:officer")


def test_the_form_calls_its_action_in_the_name_of_who_typed(client, officer, club):
    response = client.post(
        reverse("sample_notice:add"), {"club": club.pk, "text": "Họp toàn thể", "_once": "mot"}
    )

    notice = Notice.objects.get()
    entries = [(entry.what, entry.who) for entry in entries_of(notice)]
    assert response.url == reverse("sample_notice:inspect", args=[notice.pk])
    assert (notice.club, notice.text) == (club, "Họp toàn thể")
    assert entries == [("Post", "Trần Thị Cán Bộ")]


def test_what_the_action_refuses_stands_at_its_field_and_nothing_is_lost(client, officer, club):
    response = client.post(reverse("sample_notice:add"), {"club": club.pk, "text": "Họp"})

    form = response.context["form"]
    assert form.errors == {"text": ["Too short."]}
    assert form["text"].value() == "Họp"
    assert Notice.objects.count() == 0


def test_a_later_save_is_a_plain_edit(client, officer, club):
    notice = Notice.objects.create(club=club, text="Họp toàn thể")

    client.post(reverse("sample_notice:edit", args=[notice.pk]), {"club": club.pk, "text": "Hoãn"})

    notice.refresh_from_db()
    assert notice.text == "Hoãn"
