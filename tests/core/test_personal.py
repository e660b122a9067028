"""What is kept about a person can be taken out, and leaves no name when erased."""

import json

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import connection, models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lienhiep.core import personal
from lienhiep.core.history import entries_of, verb
from lienhiep.core.jobs.asking import prepare_job
from lienhiep.core.models import Job, SearchEntry
from lienhiep.core.personal import after_erasure, erase, export_of
from lienhiep.core.search.index import index
from lienhiep.core.search.rebuilding import REBUILD
from tests.sample.models import Club, Member
from tests.sample.personal import of_members

pytestmark = pytest.mark.django_db

NAME = "Phạm Thị Hoài Thương"


@pytest.fixture
def clerk():
    return get_user_model().objects.create(email="an@example.vn", full_name="Lê An")


def member_of_club(name):
    """Make somebody who has left traces in many places."""
    club = Club.objects.create(name="Hội Làm vườn", text=f"Thư ký: {name}", readers="anyone")
    member = Member.objects.create(club=club, name=name)
    with verb("wagtail.edit", by=None, about=club, reason=f"Theo đơn của {name}"):
        member.fee = 50_000
        member.save()
    return member


def everything_stored():
    """Return all text that stands in the tables of core, of the sample and in the history."""
    found = []
    for model in apps.get_models():
        if model._meta.app_label in {"core", "sample"} or model.__name__ == "ModelLogEntry":
            names = [
                field.attname
                for field in model._meta.concrete_fields
                if isinstance(field, models.CharField | models.TextField | models.JSONField)
            ]
            if names:
                for row in model._base_manager.values(*names):
                    found.append(json.dumps(row, ensure_ascii=False, default=str))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {index().table}")
        found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)


def forget_text_of_club(erasure):
    club = erasure.person.club
    club.refresh_from_db()
    club.text = f"Thư ký: {erasure.pseudonym}"
    club.save()


def of_club(person):
    """Let the room of clubs erase what the text of a club says too."""
    yield personal.PersonalDatum(
        record=person.club,
        field="text",
        label="Text",
        purpose="Site",
        retention="As long as the club",
        value=person.club.text,
        erase=forget_text_of_club,
    )


@pytest.fixture(autouse=True)
def sample_rooms(monkeypatch):
    """Ask the rooms of the sample only: the others know persons, not members."""
    monkeypatch.setattr(personal, "_providers", [of_members, of_club])
    monkeypatch.setattr(personal, "_listeners", [])


def test_export_names_every_datum_with_its_purpose_and_term():
    member = member_of_club(NAME)

    exported = export_of(member)

    assert exported["person"] == NAME
    assert [
        (datum["field"], datum["value"], datum["purpose"], datum["retention"])
        for datum in exported["data"]
        if datum["record"] == "member"
    ] == [("Name", NAME, "Membership", "Ten years"), ("Fee", 50_000, "Accounts", "Ten years")]
    json.dumps(exported)


def test_erase_puts_a_pseudonym_in_the_record(clerk):
    member = member_of_club(NAME)

    erased = erase(person=member, by=clerk, reason="Đơn ngày 01/03/2026")

    member.refresh_from_db()
    assert member.name == erased.pseudonym == f"Người số {member.pk}"


def test_erase_says_what_is_kept_and_why(clerk):
    erased = erase(person=member_of_club(NAME), by=clerk, reason="Đơn ngày 01/03/2026")

    assert [(datum.field, datum.kept_because) for datum in erased.kept] == [
        ("fee", "Accounting law")
    ]


def test_erase_wants_a_reason(clerk):
    with pytest.raises(ValidationError) as refusal:
        erase(person=member_of_club(NAME), by=clerk, reason=" ")

    assert sorted(refusal.value.message_dict) == ["reason"]


def test_erase_stands_in_the_history_without_the_name(clerk):
    member = member_of_club(NAME)

    erase(person=member, by=clerk, reason=f"{NAME} xin xoá, đơn ngày 01/03/2026")

    entry = entries_of(member)[0]
    assert (entry.log.action, entry.who) == ("core.erase_person", "Lê An")
    assert entry.reason == f"Người số {member.pk} xin xoá, đơn ngày 01/03/2026"


def test_erase_leaves_the_rest_of_the_history(clerk):
    member = member_of_club(NAME)
    before = len(entries_of(member.club))

    erase(person=member, by=clerk, reason="Đơn")

    entries = entries_of(member.club)
    assert len(entries) == before + 1
    assert [entry.reason for entry in entries if entry.reason.startswith("Theo")] == [
        f"Theo đơn của Người số {member.pk}"
    ]


def test_erase_does_not_touch_a_namesake(clerk):
    member = member_of_club(NAME)
    other = Club.objects.create(name="Hội khác", readers="anyone")
    namesake = Member.objects.create(club=other, name=NAME)

    erased = erase(person=member, by=clerk, reason="Đơn")

    namesake.refresh_from_db()
    assert namesake.name == NAME
    assert entries_of(other)[0].children[0][0] == f"Member «{NAME}»"
    assert erased.mentions == [f"sample.club {other.pk}"]


def test_erase_tells_those_who_made_pages_from_the_data(clerk):
    told = []
    after_erasure(told.append)
    member = member_of_club(NAME)

    erase(person=member, by=clerk, reason="Đơn")

    assert [erasure.person for erasure in told] == [member]


def test_erase_can_be_done_again(clerk):
    member = member_of_club(NAME)
    erase(person=member, by=clerk, reason="Đơn")
    member.refresh_from_db()

    again = erase(person=member, by=clerk, reason="Đơn")

    assert again.pseudonym == f"Người số {member.pk}"


def test_erase_goes_through_background_work(clerk):
    member = member_of_club(NAME)
    prepare_job(REBUILD, by=clerk, title=f"Hồ sơ {NAME}")

    erase(person=member, by=clerk, reason="Đơn")

    assert Job.objects.get().title == f"Hồ sơ Người số {member.pk}"


SYLLABLES = "Phạm Thị Hoài Thương Nguyễn Đức Ánh Xuân Quỳnh Ý Lưu Vỹ"
syllables = st.sampled_from(SYLLABLES.split(" "))
names = st.lists(syllables, min_size=3, max_size=5, unique=True).map(" ".join)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(name=names)
def test_no_trace_of_an_erased_name_is_left(clerk, name):
    member = member_of_club(name)

    erased = erase(person=member, by=clerk, reason=f"Đơn của {name.upper()}")

    stored = everything_stored().casefold()
    assert name.casefold() not in stored
    assert erased.mentions == []
    SearchEntry.objects.all().delete()
