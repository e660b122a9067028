"""Texts with versions, consents to them, on paper and at the desk, and their end."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from freezegun import freeze_time

from lienhiep.accounts import actions
from lienhiep.accounts.choices import ConsentEnd, ConsentGiver, ConsentPurpose, Role, TextState
from lienhiep.accounts.models import Consent, ConsentText
from lienhiep.core.period import today
from lienhiep.core.waiting import waiting_for
from tests.factories.accounts import UserFactory, user_with
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db

NEWS = ConsentPurpose.CORRESPONDENCE


@pytest.fixture
def texts(db):
    call_command("load_consent_texts")
    call_command("load_contest_terms")


@pytest.fixture
def keeper(db):
    return user_with(Role.OFFICE_MANAGER)


def text_of(purpose=NEWS):
    return actions.text_in_force(purpose, today())


def followed(first, keeper, on=None, **changed):
    draft = actions.follow_text(text=first, by=keeper)
    for name, value in changed.items():
        setattr(draft, name, value)
    draft.save()
    actions.put_text_in_force(text=draft, on=on or today(), by=keeper)
    return draft


# Texts


def test_every_purpose_has_a_text_in_force_that_says_what_the_law_wants(texts):
    shown = actions.texts_in_force(ConsentPurpose.values, today())

    assert set(shown) == set(ConsentPurpose.values)
    assert all(
        text.text and text.data_kinds and text.recipients and text.retention and text.legal_basis
        for text in shown.values()
    )


def test_texts_are_loaded_once(texts):
    before = list(ConsentText.objects.values())
    call_command("load_consent_texts")

    assert list(ConsentText.objects.values()) == before


def test_a_text_in_force_is_never_changed(texts):
    text = text_of()
    text.text = "Tôi đồng ý với mọi thứ."

    with pytest.raises(TypeError):
        text.save()


def test_a_draft_becomes_the_next_version_from_its_day(texts, keeper):
    first = text_of()

    second = followed(first, keeper, on=today() + timedelta(days=10), text="Tôi đồng ý. Bản mới.")

    assert (first.state, second.state) == (TextState.IN_FORCE, TextState.COMING)
    assert (second.approved_by, second.version != first.version) == (keeper, True)
    assert text_of() == first
    assert actions.text_in_force(NEWS, second.valid_from) == second


def test_a_text_is_not_put_in_force_for_a_day_that_is_over(texts, keeper):
    draft = actions.follow_text(text=text_of(), by=keeper)

    with pytest.raises(ValidationError) as refusal:
        actions.put_text_in_force(text=draft, on=today() - timedelta(days=1), by=keeper)

    assert list(refusal.value.message_dict) == ["on"]


def test_a_text_that_nobody_could_read_yet_is_taken_back(texts, keeper):
    coming = followed(text_of(), keeper, on=today() + timedelta(days=3))

    actions.take_back_text(text=coming, reason="Còn lỗi", by=keeper)
    with pytest.raises(ValidationError):
        actions.take_back_text(text=text_of(), reason="Còn lỗi", by=keeper)

    assert coming.state == TextState.DRAFT


def test_nobody_but_the_keepers_writes_texts(texts, client, keeper):
    text = text_of()
    draft = actions.follow_text(text=text, by=keeper)
    client.force_login(user_with(Role.RECORDS_CLERK))

    assert client.get(f"/quan-tri/consent-texts/edit/{draft.pk}/").status_code == 403
    client.force_login(keeper)
    assert client.get(f"/quan-tri/consent-texts/edit/{draft.pk}/").status_code == 200
    assert client.get(f"/quan-tri/consent-texts/edit/{text.pk}/").status_code == 403


# Consents


def test_a_consent_points_at_the_version_that_was_seen(texts):
    user = UserFactory()

    given = actions.agree(purpose=NEWS, user=user, by=user)

    assert (given.seen_text, given.text, given.text_version) == (
        text_of(),
        text_of().text,
        text_of().version,
    )


def test_a_text_that_changed_while_it_was_read_is_read_again(texts, keeper):
    seen = text_of()
    followed(seen, keeper)
    user = UserFactory()

    with pytest.raises(ValidationError):
        actions.agree(purpose=NEWS, text=seen, user=user, by=user)

    assert Consent.objects.count() == 0


def test_who_agreed_is_asked_anew_when_the_meaning_changes(texts, keeper):
    user = UserFactory()
    first = actions.agree(purpose=NEWS, user=user, by=user)
    followed(text_of(), keeper, asks_anew=False)
    silent = [one.what for one in waiting_for(user)]
    with freeze_time(timezone.now() + timedelta(days=1)):
        followed(text_of(), keeper, asks_anew=True)
        asked = [one.url for one in waiting_for(user)]
        again = actions.agree(purpose=NEWS, user=user, by=user)

        assert (silent, asked) == ([], ["/tai-khoan/du-lieu/dong-y/"])
        assert waiting_for(user) == []
    first.refresh_from_db()
    assert (first.ended_as, list(Consent.objects.in_force())) == (ConsentEnd.REPLACED, [again])


def test_no_box_is_ticked_before_and_silence_is_no_consent(texts, client):
    user = UserFactory()
    client.force_login(user)
    page = client.get("/tai-khoan/du-lieu/dong-y/").content.decode()

    client.post(f"/tai-khoan/du-lieu/dong-y/van-ban/{text_of().pk}/", {})
    silent = Consent.objects.count()
    client.post(f"/tai-khoan/du-lieu/dong-y/van-ban/{text_of().pk}/", {"agrees": "yes"})

    assert "checked" not in page
    assert (silent, Consent.objects.in_force().count()) == (0, 1)


def test_what_follows_is_said_before_a_consent_is_withdrawn(texts, client):
    user = UserFactory()
    given = actions.agree(purpose=NEWS, user=user, by=user)
    client.force_login(user)
    address = f"/tai-khoan/du-lieu/dong-y/{given.pk}/rut/"

    page = client.get(address).content.decode()
    before = Consent.objects.in_force().count()
    client.post(address)

    assert "Bạn không nhận bản tin và giấy mời nữa." in page
    assert (before, Consent.objects.in_force().count()) == (1, 0)
    assert "chấm dứt lúc" in client.get("/tai-khoan/du-lieu/dong-y/").content.decode()


# Children


def child(years):
    born = today().replace(year=today().year - years, day=1)
    return PersonFactory(full_name="Lê Thử Nhỏ", birth_date=born)


def paper(person, given_by, keeper, purposes=(ConsentPurpose.PUBLISH_NAME,), **facts):
    return actions.record_paper_consent(
        person=person,
        purposes=list(purposes),
        given_by=given_by,
        giver_name="" if given_by == ConsentGiver.SELF else "Trần Thị Mẹ",
        relation="" if given_by == ConsentGiver.SELF else "mẹ",
        given_at=timezone.now(),
        by=keeper,
        **facts,
    )


@pytest.mark.parametrize(
    ("years", "given_by", "field"),
    [
        (6, ConsentGiver.SELF, "given_by"),
        (7, ConsentGiver.REPRESENTATIVE, "given_by"),
        (15, ConsentGiver.SELF, "given_by"),
        (6, ConsentGiver.REPRESENTATIVE, None),
        (7, ConsentGiver.BOTH, None),
        (16, ConsentGiver.SELF, None),
    ],
)
def test_who_must_sign_for_publishing_follows_from_the_age(texts, keeper, years, given_by, field):
    person = child(years)

    if field is None:
        (given,) = paper(person, given_by, keeper)
        assert given.seen_text == text_of(ConsentPurpose.PUBLISH_NAME)
    else:
        with pytest.raises(ValidationError) as refusal:
            paper(person, given_by, keeper)
        assert list(refusal.value.message_dict) == [field]


def test_child_and_representative_may_sign_two_papers(texts):
    person = child(12)
    for given_by in (ConsentGiver.SELF, ConsentGiver.REPRESENTATIVE):
        actions.record_consent(
            purpose=ConsentPurpose.PUBLISH_NAME,
            text="…",
            text_version="giay",
            person=person,
            given_by=given_by,
            giver_name="" if given_by == ConsentGiver.SELF else "Cha",
            by=None,
        )

    def named():
        return Consent.objects.consenting(
            [person.pk], ConsentPurpose.PUBLISH_NAME, of_children=True
        )

    together = named()
    actions.withdraw_consent(
        consent=Consent.objects.get(given_by=ConsentGiver.SELF), by=None, ended_as=ConsentEnd.SELF
    )

    assert (together, named()) == ({person.pk}, set())


def test_either_ends_all_that_both_agreed_to_under_any_text(texts, keeper):
    person = child(12)
    actions.record_consent(
        purpose=ConsentPurpose.PUBLISH_NAME,
        text="…",
        text_version="cu",
        person=person,
        given_by=ConsentGiver.BOTH,
        giver_name="Mẹ",
        by=None,
    )
    paper(person, ConsentGiver.BOTH, keeper)

    paper_of_last_year = actions.record_consent(
        purpose=ConsentPurpose.PUBLISH_NAME,
        text="…",
        text_version="cu-hon",
        person=person,
        given_by=ConsentGiver.BOTH,
        giver_name="Mẹ",
        by=None,
    )
    actions.withdraw_consent(
        consent=paper_of_last_year, by=None, ended_as=ConsentEnd.REPRESENTATIVE
    )

    assert not Consent.objects.in_force().filter(person=person).exists()


def test_a_paper_is_recorded_in_the_office_with_its_scan(texts, keeper, client):
    from lienhiep.accounts.files import SIGNED_FORM
    from tests.factories.files import pdf, upload

    person = child(12)
    client.force_login(keeper)
    form = {
        "person": person.pk,
        "purposes": ["publish_name", "contest_entry"],
        "given_by": "both",
        "giver_name": "Trần Thị Mẹ",
        "relation": "mẹ",
        "channel": "paper",
        "given_on": today().strftime("%d/%m/%Y"),
        "paper": upload("phieu.pdf", pdf("Phiếu")),
    }

    page = client.get("/quan-tri/consents/new/")
    answer = client.post("/quan-tri/consents/new/", form)

    assert page.status_code == 200
    assert answer.status_code == 302, answer.content.decode()[:4000]
    consents = Consent.objects.filter(person=person)
    assert {one.purpose for one in consents} == {"publish_name", "contest_entry"}
    assert {one.paper.use for one in consents} == {SIGNED_FORM.code}
    assert {(one.giver_name, one.relation, one.channel) for one in consents} == {
        ("Trần Thị Mẹ", "mẹ", "paper")
    }


def test_consents_of_before_keep_the_words_that_were_shown():
    """The texts of standing consents were gathered from them: a house that came from before."""
    from importlib import import_module

    from django.apps import apps

    user = UserFactory()
    given = Consent.objects.create(
        user=user,
        purpose=NEWS,
        text="Lời cũ",
        text_version="2024-01",
        given_at=datetime(2024, 5, 2, 2, tzinfo=UTC),
    )
    step = import_module("lienhiep.accounts.migrations.0003_texts_of_standing_consents")

    step.gather_texts(apps, None)
    call_command("load_consent_texts")

    given.refresh_from_db()
    assert (given.seen_text.text, given.seen_text.valid_from) == ("Lời cũ", date(2024, 5, 2))
    assert text_of().text != "Lời cũ"
    assert not Consent.objects.outdated(today()).exists()
