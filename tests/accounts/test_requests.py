"""Requests about personal data: two terms, each step told, the answer, the ground of a refusal."""

from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from freezegun import freeze_time

from lienhiep.accounts import actions
from lienhiep.accounts.choices import (
    ConsentPurpose,
    DataRight,
    LegalGround,
    RequestState,
    Role,
)
from lienhiep.accounts.models import Consent, DataRequest, User
from lienhiep.accounts.trails import steps_of_request
from lienhiep.core.waiting import waiting_for
from tests.factories.accounts import RoleGrantFactory, UserFactory, user_with
from tests.factories.contests import entry_of
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db

FRIDAY = "2026-03-06 10:00+07:00"


@pytest.fixture(autouse=True)
def terms(db):
    call_command("load_answer_days")


@pytest.fixture
def keeper(db):
    return user_with(Role.OFFICE_MANAGER)


def asked(right=DataRight.ACCESS, **facts):
    user = facts.pop("user", None) or UserFactory(person=PersonFactory(full_name="Lê Văn Hỏi"))
    return actions.ask_about_data(user=user, right=right, by=user, **facts)


@freeze_time(FRIDAY)
def test_a_request_of_a_friday_is_acknowledged_by_tuesday():
    assert asked().acknowledge_by == date(2026, 3, 10)


@freeze_time("2026-04-29 10:00+07:00")
def test_holidays_are_no_working_days():
    assert asked().acknowledge_by == date(2026, 5, 5)


@freeze_time(FRIDAY)
@pytest.mark.parametrize(
    ("right", "due"),
    [
        (DataRight.ACCESS, date(2026, 3, 16)),
        (DataRight.RESTRICT, date(2026, 3, 21)),
        (DataRight.ERASE, date(2026, 3, 26)),
        (DataRight.COMPLAIN, date(2026, 3, 26)),
    ],
)
def test_each_right_has_its_days(right, due):
    assert asked(right).due_on == due


@freeze_time(FRIDAY)
def test_it_waits_to_be_acknowledged_and_then_to_be_answered(keeper):
    request = asked()

    first = waiting_for(keeper)[0]
    actions.acknowledge_request(request=request, by=keeper)
    second = waiting_for(keeper)[0]

    assert (first.due, str(first.what).startswith("Xác nhận đã nhận")) == (date(2026, 3, 10), True)
    assert second.due == date(2026, 3, 16)


def test_what_is_late_is_red():
    with freeze_time(FRIDAY):
        request = asked()
    with freeze_time("2026-03-20 10:00+07:00"):
        states = [step["state"] for step in steps_of_request(request)]

    assert states == ["done", "late", "late"]


@freeze_time(FRIDAY)
def test_each_step_is_told_by_mail(keeper, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        request = asked()
        actions.acknowledge_request(request=request, by=keeper)
        actions.extend_request(request=request, days=5, reason="Chờ kế toán", by=keeper)
        actions.fulfil_request(request=request, answer="Đã gửi bản sao.", by=keeper)

    letters = [one.body for one in mail.outbox]
    assert [one.to for one in mail.outbox] == [[request.user.email]] * 4
    assert "chậm nhất ngày 10/03/2026" in letters[0]
    assert "Văn phòng đã tiếp nhận" in letters[1]
    assert "Chờ kế toán" in letters[2]
    assert "21/03/2026" in letters[2]
    assert "Đã gửi bản sao." in letters[3]


@freeze_time(FRIDAY)
def test_a_term_is_extended_once_and_by_no_more_than_the_first(keeper):
    request = asked()

    with pytest.raises(ValidationError):
        actions.extend_request(request=request, days=11, reason="Bận", by=keeper)
    actions.extend_request(request=request, days=10, reason="Chờ kế toán", by=keeper)
    with pytest.raises(ValidationError):
        actions.extend_request(request=request, days=1, reason="Chờ nữa", by=keeper)

    assert request.due_on == date(2026, 3, 26)


@freeze_time(FRIDAY)
def test_a_refusal_names_its_ground_and_its_reason(keeper):
    request = asked()

    with pytest.raises(ValidationError) as no_ground:
        actions.refuse_request(request=request, ground="", answer="Không", by=keeper)
    with pytest.raises(ValidationError) as no_words:
        actions.refuse_request(request=request, ground=LegalGround.LAW, answer=" ", by=keeper)
    actions.refuse_request(
        request=request, ground=LegalGround.LAW, answer="Chứng từ kế toán", by=keeper
    )

    assert list(no_ground.value.message_dict) == ["ground"]
    assert list(no_words.value.message_dict) == ["answer"]
    assert (request.state, request.ground) == (RequestState.REFUSED, "law")


@freeze_time(FRIDAY)
def test_somebody_without_an_account_asks_on_paper(client, keeper):
    person = PersonFactory(full_name="Trần Thị Giấy")
    client.force_login(keeper)

    answer = client.post(
        "/quan-tri/data-requests/new/",
        {
            "person": person.pk,
            "right": "correct",
            "words": "Sửa ngày sinh",
            "channel": "paper",
            "asked_on": "05/03/2026",
        },
    )

    assert answer.status_code == 302, answer.content.decode()[:3000]
    request = DataRequest.objects.get()
    assert (request.person, request.user, request.asked_on) == (person, None, date(2026, 3, 5))


def test_the_answer_is_printed_by_who_keeps_the_data_and_nobody_else(client, keeper):
    request = asked()
    addresses = [
        f"/quan-tri/data-requests/{request.pk}/letter/",
        f"/quan-tri/data-requests/{request.pk}/data/",
    ]

    client.force_login(keeper)
    answers = [client.get(address) for address in addresses]
    assert answers[0].content.startswith(b"%PDF")
    assert "Lê Văn Hỏi" in answers[1].content.decode()
    for role in (Role.RECORDS_CLERK, Role.OFFICER):
        client.force_login(user_with(role))
        assert [client.get(address).status_code for address in addresses] == [404, 404]


# Restriction


def named(person):
    return Consent.objects.consenting([person.pk], ConsentPurpose.PUBLISH_NAME, of_children=False)


@freeze_time(FRIDAY)
def test_a_restriction_keeps_somebody_off_the_public_pages_while_it_stands(keeper):
    person = PersonFactory(full_name="Lê Văn Kín")
    entry_of(person, agreed=[ConsentPurpose.PUBLISH_NAME])
    user = UserFactory(person=person)
    request = asked(DataRight.RESTRICT, user=user)
    before = named(person)

    actions.fulfil_request(request=request, answer="Đã hạn chế.", by=keeper)
    during = named(person)
    actions.end_restriction(request=request, reason="Đã kiểm tra xong", by=keeper)

    assert (before, during, named(person)) == ({person.pk}, set(), {person.pk})


# Erasure


@freeze_time(FRIDAY)
def test_an_erasure_is_previewed_and_asks_for_the_name(client, keeper):
    request = asked(DataRight.ERASE)
    RoleGrantFactory(user=request.user, role=Role.CONTRIBUTOR)
    client.force_login(keeper)

    page = client.get(f"/quan-tri/data-requests/inspect/{request.pk}/").content.decode()
    wrong = client.post(
        f"/quan-tri/data-requests/do/erase/{request.pk}/", {"typed_name": "Lê Văn Khác"}
    )

    assert "Dữ liệu sẽ bị xóa" in page
    assert "Dữ liệu còn giữ và lý do" in page
    assert wrong.status_code == 200
    assert User.objects.get(pk=request.user_id).full_name == request.user.full_name


@freeze_time(FRIDAY)
def test_an_erasure_on_request_tells_the_person_erases_and_closes(keeper):
    request = asked(DataRight.ERASE, words="Xin xóa tên Lê Văn Hỏi")
    address = request.user.email
    with pytest.raises(ValidationError):
        actions.fulfil_request(request=request, answer="Xong", by=keeper)

    actions.erase_on_request(request=request, typed_name="lê văn hỏi", by=keeper)

    request.refresh_from_db()
    assert mail.outbox[-1].to == [address]
    assert (request.state, request.words, request.erased_on) == (
        RequestState.DONE,
        "",
        date(2026, 3, 6),
    )
    assert "Hỏi" not in str(request)
    assert not User.objects.get(pk=request.user_id).is_active
