"""The expert's desk: my councils, my statement, my paper."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lienhiep.advisory import actions
from lienhiep.advisory.choices import Interest, TaskState
from lienhiep.advisory.files import DOSSIER
from lienhiep.advisory.models import CouncilMember, Opinion
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from tests.factories.advisory import CouncilMemberFactory, task_at
from tests.factories.advisory import expert as make_expert
from tests.factories.files import pdf, pending

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/tu-van/"


@pytest.fixture
def mine(client, expert):
    """A browser in which the expert is signed in."""
    client.force_login(expert)
    return client


@pytest.fixture
def seat(expert):
    return task_at(TaskState.COUNCIL, expert.person).council.get(person=expert.person)


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def opens(client, address):
    """Open a file to its end and say how that went."""
    response = client.get(address)
    if response.streaming:
        b"".join(response.streaming_content)
    return response.status_code


def buttons(response):
    return [link.get_text() for link in page(response).select("main .buttons a")]


def test_the_desk_asks_whoever_is_not_signed_in_to_sign_in(client):
    response = client.get(DESK)

    assert (response.status_code, response.url.split("?")[0]) == (302, reverse("account_login"))


@pytest.mark.parametrize("part", ["", "ke-khai/", "nop-bai/"])
def test_somebody_elses_seat_does_not_exist_at_my_desk(mine, part):
    other = task_at(TaskState.COUNCIL).council.first()

    assert mine.get(f"{DESK}{other.pk}/{part}").status_code == 404


def test_the_desk_lists_my_councils_and_nobody_elses(mine, seat):
    task_at(TaskState.COUNCIL, title="Của người khác")

    titles = [link.get_text() for link in page(mine.get(DESK)).select(".card__title a")]

    assert titles == [seat.task.title]


def test_the_desk_says_what_will_stand_there(mine):
    assert page(mine.get(DESK)).select_one(".empty__title").get_text() == (
        "Bạn chưa tham gia hội đồng nào"
    )


def test_an_expert_who_has_not_stated_is_asked_for_that_first(mine, expert):
    task = task_at(TaskState.ACCEPTED)
    seat = CouncilMemberFactory(task=task, person=expert.person)

    assert buttons(mine.get(f"{DESK}{seat.pk}/")) == ["Kê khai lợi ích của tôi"]


def test_the_dossier_is_shown_once_the_council_is_set_up(mine, expert, officer):
    task = task_at(TaskState.ACCEPTED)
    task.dossier = pending(officer, use=DOSSIER, name="ho-so.pdf")
    task.save()
    seat = CouncilMemberFactory(task=task, person=expert.person)
    address = task.dossier.url
    before = [
        page(mine.get(f"{DESK}{seat.pk}/")).select(".document"),
        mine.get(address).status_code,
    ]

    task.council_on = today()
    task.save()

    assert before == [[], 404]
    assert len(page(mine.get(f"{DESK}{seat.pk}/")).select(".document")) == 1
    assert opens(mine, address) == 200


def test_a_statement_is_recorded_in_the_name_of_the_expert(mine, expert):
    seat = CouncilMemberFactory(task=task_at(TaskState.ACCEPTED), person=expert.person)

    response = mine.post(f"{DESK}{seat.pk}/ke-khai/", {"interest": Interest.NONE, "note": ""})

    assert response.url == f"{DESK}{seat.pk}/"
    assert CouncilMember.objects.get(pk=seat.pk).interest == Interest.NONE
    newest = entries_of(seat)[0].log
    assert (newest.action, newest.user) == ("advisory.state_interest", expert)


def test_a_conflict_is_put_in_words_and_nothing_typed_is_lost(mine, expert):
    seat = CouncilMemberFactory(task=task_at(TaskState.ACCEPTED), person=expert.person)

    response = mine.post(f"{DESK}{seat.pk}/ke-khai/", {"interest": Interest.CONFLICT, "note": ""})

    assert list(response.context["form"].errors) == ["note"]
    assert CouncilMember.objects.get(pk=seat.pk).interest == Interest.NOT_SAID


def test_a_paper_is_handed_in_with_its_file_once(mine, expert, seat):
    address = f"{DESK}{seat.pk}/nop-bai/"
    sent = {"words": "Đồng ý.", "_once": "abc"}
    for _time in range(2):
        mine.post(address, {**sent, "paper": SimpleUploadedFile("bai.pdf", pdf())})

    opinion = Opinion.objects.get()
    assert (opinion.received_on, opinion.paper.name) == (today(), "bai.pdf")
    assert entries_of(opinion)[0].log.user == expert


def test_a_paper_opens_for_its_expert_and_the_office_only(client, mine, seat, officer):
    mine.post(
        f"{DESK}{seat.pk}/nop-bai/", {"words": "", "paper": SimpleUploadedFile("b.pdf", pdf())}
    )
    address = Opinion.objects.get().paper.url
    seen = []
    for user in (officer, make_expert("Người Khác")):
        client.force_login(user)
        seen.append(opens(client, address))

    assert seen == [200, 404]


def test_an_empty_paper_is_refused_at_its_field(mine, seat):
    response = mine.post(f"{DESK}{seat.pk}/nop-bai/", {"words": ""})

    assert list(response.context["form"].errors) == ["paper"]


def test_an_expert_reads_what_is_to_be_completed_and_may_hand_in_again(mine, seat, officer):
    paper = actions.submit_opinion(member=seat, on=today(), words="Ngắn", by=officer)
    handed_in = buttons(mine.get(f"{DESK}{seat.pk}/"))
    actions.return_opinion(opinion=paper, on=today(), reason="Thiếu mục ba", by=officer)

    shown = mine.get(f"{DESK}{seat.pk}/")

    assert "Nộp bài nhận xét" not in handed_in
    assert "Nộp bài nhận xét" in buttons(shown)
    assert "Thiếu mục ba" in page(shown).select_one(".notice").get_text()


def test_the_form_leads_back_where_no_paper_is_owed_any_more(mine, seat, officer):
    actions.submit_opinion(member=seat, on=today(), words="Đủ", by=officer)

    response = mine.get(f"{DESK}{seat.pk}/nop-bai/")

    assert (response.status_code, response.url) == (302, f"{DESK}{seat.pk}/")
