"""Consents, requests, and what somebody may have of their own data."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from freezegun import freeze_time

from lienhiep.accounts.actions import (
    answer_data_request,
    ask_about_data,
    record_consent,
    withdraw_consent,
)
from lienhiep.accounts.choices import ConsentGiver, ConsentPurpose, DataRight, RequestState, Role
from lienhiep.accounts.models import Consent, DataRequest, User
from lienhiep.core.history.reading import logs_of
from lienhiep.core.personal import data_of, erase
from lienhiep.core.waiting import waiting_for
from lienhiep.directory.models import Person
from tests.factories.accounts import (
    ConsentFactory,
    DataRequestFactory,
    UserFactory,
    user_with,
)

TEXT = "Tôi đồng ý nhận tin của Liên hiệp Hội qua thư điện tử."


def record(user, **facts):
    return record_consent(
        user=user,
        by=user,
        **{
            "purpose": ConsentPurpose.CORRESPONDENCE,
            "text": TEXT,
            "text_version": "2026-01",
            **facts,
        },
    )


@pytest.fixture
def person(db):
    person = Person(full_name="Hoàng Văn Người")
    person.save()
    return person


# Consents


def test_a_consent_keeps_purpose_text_version_time_channel_and_giver():
    user = UserFactory()

    consent = record(user)

    assert (consent.purpose, consent.text_version) == ("correspondence", "2026-01")
    assert (consent.text, consent.channel, consent.given_by) == (TEXT, "website", "self")
    assert consent.is_in_force
    assert logs_of(consent).first().action == "accounts.record_consent"


def test_a_consent_is_somebodys():
    with pytest.raises(ValidationError):
        record_consent(purpose=ConsentPurpose.CORRESPONDENCE, text=TEXT, text_version="1", by=None)

    assert Consent.objects.count() == 0


def test_a_consent_for_a_child_names_the_representative(person):
    facts = {"person": person, "purpose": ConsentPurpose.PUBLISH_NAME, "given_by": "both"}

    with pytest.raises(ValidationError) as refusal:
        record(UserFactory(), **facts)
    consent = record(UserFactory(), giver_name="Trần Thị Mẹ (mẹ)", **facts)

    assert refusal.value.message_dict == {"giver_name": ["Xin ghi tên người đại diện."]}
    assert consent.given_by == ConsentGiver.BOTH


def test_the_same_consent_is_not_recorded_twice_but_may_be_given_again():
    user = UserFactory()
    first = record(user)

    with pytest.raises(ValidationError):
        record(user)
    withdraw_consent(consent=first, by=user)
    again = record(user)

    assert list(Consent.objects.in_force()) == [again]


def test_a_withdrawn_consent_stays_as_proof():
    consent = ConsentFactory()

    withdraw_consent(consent=consent, by=consent.user)

    kept = Consent.objects.get()
    assert not kept.is_in_force
    assert kept.text == consent.text
    with pytest.raises(ValidationError):
        withdraw_consent(consent=kept, by=consent.user)


def test_people_withdraw_their_own_consents_and_nobody_elses(client):
    mine, other = ConsentFactory(), ConsentFactory()
    client.force_login(mine.user)

    done = client.post(f"/tai-khoan/du-lieu/dong-y/{mine.pk}/rut/")
    refused = client.post(f"/tai-khoan/du-lieu/dong-y/{other.pk}/rut/")

    assert (done.status_code, refused.status_code) == (302, 404)
    assert list(Consent.objects.in_force()) == [other]


# Requests


@freeze_time("2026-03-02 10:00+07:00")
def test_a_request_gets_the_day_that_the_law_in_force_says():
    call_command("load_answer_days")
    user = UserFactory()

    now = ask_about_data(user=user, right=DataRight.ERASE, by=user)
    then = ask_about_data(user=user, right=DataRight.COPY, by=user, on=date(2024, 5, 2))

    assert (now.asked_on, now.due_on) == (date(2026, 3, 2), date(2026, 3, 22))
    assert then.due_on == date(2024, 5, 5)


def test_the_days_are_entered_once():
    call_command("load_answer_days")
    from lienhiep.core.models.reference import ReferenceValue

    before = list(ReferenceValue.objects.filter(code="accounts.data_request_days").values())
    call_command("load_answer_days")

    after = list(ReferenceValue.objects.filter(code="accounts.data_request_days").values())
    assert before == after
    assert len(after) == 2


def test_a_form_sent_twice_makes_one_request(client):
    user = UserFactory()
    client.force_login(user)
    form = {"right": "erase", "words": "Xin xóa số điện thoại của tôi."}

    client.post("/tai-khoan/du-lieu/", form)
    again = client.post("/tai-khoan/du-lieu/", form)

    assert DataRequest.objects.count() == 1
    assert again.context["form"].errors == {
        "right": ["Yêu cầu trước của bạn về việc này vẫn đang chờ."]
    }
    assert "Xin xóa số điện thoại của tôi." in again.content.decode()


def test_a_request_waits_for_who_may_answer_it():
    request = DataRequestFactory(right=DataRight.ERASE, due_on=date(2026, 3, 22))
    manager, officer = user_with(Role.OFFICE_MANAGER), user_with(Role.OFFICER)

    (item,) = waiting_for(manager, date(2026, 3, 23))

    assert (item.due, item.is_late, item.record) == (date(2026, 3, 22), True, request)
    assert item.url == f"/quan-tri/data-requests/inspect/{request.pk}/"
    assert waiting_for(officer, date(2026, 3, 23)) == []


def test_a_refusal_says_why(administrator):
    request = DataRequestFactory()

    with pytest.raises(ValidationError) as refusal:
        answer_data_request(
            request=request, by=administrator, state=RequestState.REFUSED, answer=" "
        )

    assert list(refusal.value.message_dict) == ["answer"]


def test_an_answered_request_no_longer_waits_and_is_not_answered_again(administrator):
    request = DataRequestFactory()

    answer_data_request(request=request, by=administrator, state=RequestState.DONE, answer="Đã gửi")

    assert waiting_for(administrator) == []
    assert request.answered_on is not None
    with pytest.raises(ValidationError):
        answer_data_request(request=request, by=administrator, state=RequestState.DONE, answer="")


def test_the_answer_is_given_in_the_back_office_and_read_by_who_asked(client):
    request = DataRequestFactory()
    client.force_login(user_with(Role.OFFICE_MANAGER))

    client.post(
        f"/quan-tri/data-requests/do/fulfil/{request.pk}/",
        {"answer": "Bản sao đã gửi ngày 05/03."},
    )
    client.force_login(User.objects.get(pk=request.user_id))

    assert "Bản sao đã gửi ngày 05/03." in client.get("/tai-khoan/du-lieu/").content.decode()


# The copy, and the erasure


def test_the_copy_holds_account_roles_consents_and_requests_of_its_owner_only(client):
    user = user_with(Role.JUROR, full_name="Phạm Giám Khảo", phone="0912345678")
    ConsentFactory(user=user)
    ConsentFactory(text="Của người khác")
    DataRequestFactory(user=user)
    client.force_login(user)

    response = client.get("/tai-khoan/du-lieu/ban-sao.json")

    data = json.loads(response.content)
    assert "attachment" in response["Content-Disposition"]
    assert data["account"]["phone"] == "+84912345678"
    assert [role["name"] for role in data["account"]["roles"]] == ["Giám khảo"]
    assert [
        consent["version"] if "version" in consent else consent["text_version"]
        for consent in data["consents"]
    ] == ["2026-01"]
    assert [request["request"] for request in data["requests"]] == ["copy"]
    assert "Của người khác" not in response.content.decode()
    assert "password" not in response.content.decode()


def test_an_erasure_closes_the_account_and_keeps_proof_without_the_name(person, administrator):
    user = UserFactory(person=person, full_name=person.full_name, email="nguoi@lienhiep.example")
    consent = ConsentFactory(user=user, giver_name="Trần Thị Mẹ")
    DataRequestFactory(user=user, words="Tôi là Hoàng Văn Người, xin xóa.")

    erase(person=person, by=administrator, reason="Theo yêu cầu")

    user.refresh_from_db()
    consent.refresh_from_db()
    assert (user.is_active, user.email, user.phone) == (False, None, None)
    assert "Hoàng" not in user.full_name
    assert consent.giver_name == ""
    assert consent.text != ""
    assert "nguoi@lienhiep.example" not in str([log.data for log in logs_of(user)])
    assert "Hoàng Văn Người" not in str(list(DataRequest.objects.values()))


def test_everything_kept_says_what_for_and_how_long(person):
    user = UserFactory(person=person)
    user.role_grants.create(role=Role.JUROR, since=date(2026, 1, 1))
    ConsentFactory(user=user)

    ours = [datum for datum in data_of(person) if datum.record._meta.app_label == "accounts"]

    assert [datum.field for datum in ours] == [
        "full_name",
        "email",
        "phone",
        "role",
        "purpose",
        "giver_name",
    ]
    assert all(datum.purpose and datum.retention for datum in ours)
    assert all(datum.erase or datum.kept_because for datum in ours)
