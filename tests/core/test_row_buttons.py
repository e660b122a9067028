"""Upper rooms hang buttons on the pages of records that they did not make."""

import pytest
from django.urls import reverse
from wagtail.admin.widgets.button import Button

from lienhiep.accounts.choices import Role
from lienhiep.core.viewsets import row_buttons
from tests.factories.accounts import user_with
from tests.factories.journal import SubjectFactory

pytestmark = pytest.mark.django_db


def test_the_page_of_a_record_offers_what_other_rooms_hang_up(client, monkeypatch):
    monkeypatch.setattr(row_buttons, "_providers", [])
    row_buttons.adds_row_buttons(lambda user, row: [Button(f"Xem {row}", url="/noi-khac/")])
    subject = SubjectFactory(name="Nông nghiệp")
    client.force_login(user_with(Role.JOURNAL_SECRETARY))

    page = client.get(reverse("journal_subject:inspect", args=[subject.pk])).content.decode()

    assert "Xem Nông nghiệp" in page
    assert 'href="/noi-khac/"' in page
