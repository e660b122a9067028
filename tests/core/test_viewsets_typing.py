"""What is typed into any screen of the back office is clean when it is stored."""

import json
import unicodedata

import pytest
from django.core.cache import caches
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.models import UnionIdentity
from tests.factories.accounts import user_with
from tests.sample.models import Club
from tests.sample.papers.models import Paper
from tests.sample.screens.models import Visit

pytestmark = pytest.mark.django_db

NAME = "Liên hiệp các Hội Điện Bàn"
TYPED = unicodedata.normalize("NFD", NAME)
OFFICER = "role:officer"


@pytest.fixture
def office(client):
    client.force_login(user_with(Role.OFFICER))
    return client


def test_the_screen_of_the_union_which_names_its_fields_only(client):
    client.force_login(user_with(Role.ADMINISTRATOR))
    union = UnionIdentity(name="Liên hiệp", short_name="LHH", place="Nghệ An")
    union.save()

    client.post(
        reverse("core_unionidentity:edit", args=[union.pk]),
        {
            "name": TYPED,
            "short_name": "LHH",
            "symbol": "LHH",
            "place": "Nghệ An",
            "site_kind": union.site_kind,
        },
    )

    assert UnionIdentity.objects.get().name == NAME
    caches["process"].clear()


def test_a_form_that_is_not_built_on_ours(office):
    lines = {"TOTAL": "0", "INITIAL": "0", "MIN_NUM": "0", "MAX_NUM": "9"}
    typed = {f"sheets-{name}_FORMS": number for name, number in lines.items()}

    office.post(
        reverse("sample_papers_paper:add"), typed | {"title": f"{TYPED}\x00", "readers": OFFICER}
    )

    assert Paper.objects.get().title == NAME


def test_the_question_of_a_verb(office):
    visit = Visit.objects.create(name="Một", number=1, readers=OFFICER)

    office.post(reverse("sample_screens_visit:do_finish", args=[visit.pk]), {"note": TYPED})

    assert entries_of(visit)[0].reason == NAME


def test_a_record_made_inside_a_chooser(office):
    answer = office.post(
        reverse("sample_club_chooser:create"),
        {"sample_club_chooser-create-name": TYPED, "name": TYPED, "readers": OFFICER},
    )

    assert json.loads(answer.content)["step"] == "chosen"
    assert Club.objects.get().name == NAME
