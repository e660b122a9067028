"""The desk of those who act for an association: nominating, and what became of it."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.honours import actions
from lienhiep.honours.actions import Candidate
from lienhiep.honours.choices import AwardingLevel, FormKind, NominationState
from lienhiep.honours.forms.desk import people_of
from lienhiep.honours.models import Nomination
from tests.factories.accounts import user_with
from tests.factories.directory import OrganisationFactory
from tests.factories.files import pdf
from tests.factories.honours import (
    HonourFormFactory,
    NominationFactory,
    UnionFactory,
    nominated,
    nomination_at,
)
from tests.honours.test_rules import acting_for

pytestmark = pytest.mark.django_db

DESK, NOMINATE = "/ban-lam-viec/khen-thuong/", "/ban-lam-viec/khen-thuong/de-nghi/"


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def association():
    return OrganisationFactory(name="Hội Làm vườn")


@pytest.fixture
def desk(client, association):
    """A browser in which the contact officer of the association is signed in."""
    client.force_login(acting_for(association))
    return client


def filled(association, **facts):
    form = facts.pop("form", None) or HonourFormFactory()
    return {
        "proposer": association.pk,
        "form": form.pk,
        "year": today().year,
        "ground": "regular",
        "people": "Lê Thị Mai; Chi hội trưởng; Nuôi ong giỏi",
        "summary": "Có thành tích năm qua",
        "report": SimpleUploadedFile("bao-cao.pdf", pdf()),
        **facts,
    }


def errors_in(response):
    return [one.get_text(strip=True) for one in page(response).select(".field__errors li")]


@pytest.mark.parametrize("url", [DESK, NOMINATE, f"{DESK}1/", f"{DESK}1/bo-sung/", f"{DESK}1/rut/"])
def test_nobody_signed_out_comes_to_the_desk(client, url):
    response = client.get(url)

    assert response.status_code == 302
    assert response.url.startswith("/tai-khoan/dang-nhap/")


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CONTACT_OFFICER])
def test_whoever_acts_for_no_association_may_not_nominate(client, role):
    client.force_login(user_with(role))

    assert client.get(NOMINATE).status_code == 403
    assert client.post(NOMINATE, {}).status_code == 403
    assert Nomination.objects.count() == 0


@pytest.mark.parametrize("address", ["", "bo-sung/", "rut/"])
def test_the_nomination_of_another_association_does_not_exist(desk, officer, address):
    other = nomination_at(NominationState.RETURNED, officer)

    assert desk.get(f"{DESK}{other.pk}/{address}").status_code == 404


def test_the_desk_lists_ones_own_nominations_only(desk, association):
    NominationFactory(proposer=association, form=HonourFormFactory(name="Giấy khen của ta"))
    NominationFactory(form=HonourFormFactory(name="Giấy khen của người"))

    titles = [one.get_text() for one in page(desk.get(DESK)).select(".card__title")]

    assert titles == ["Giấy khen của ta, 2022"]


def test_the_desk_without_nominations_says_what_will_stand_here(desk):
    assert page(desk.get(DESK)).select_one(".empty__title").get_text() == (
        "Hội của bạn chưa đề nghị khen thưởng"
    )


def test_a_nomination_reaches_the_office_with_its_report_and_those_named(desk, association):
    union = UnionFactory()

    response = desk.post(NOMINATE, filled(association, whole_association="on"))

    nomination = Nomination.objects.get()
    assert response.url == f"{DESK}{nomination.pk}/"
    assert (nomination.proposer, nomination.awarding_body) == (association, union)
    assert nomination.report.name == "bao-cao.pdf"
    assert [(str(one), one.described_as, one.achievement) for one in nomination.nominees.all()] == [
        ("Hội Làm vườn", "", ""),
        ("Lê Thị Mai", "Chi hội trưởng", "Nuôi ong giỏi"),
    ]
    assert entries_of(nomination)[0].log.action == "honours.nominate"


def test_a_form_of_the_national_union_is_asked_of_it(desk, association):
    UnionFactory()
    vusta = OrganisationFactory(kind="central_union")
    form = HonourFormFactory(level=AwardingLevel.CENTRAL_UNION, kind=FormKind.MERIT)

    desk.post(NOMINATE, filled(association, form=form))

    assert Nomination.objects.get().awarding_body == vusta


def test_one_form_sent_twice_makes_one_nomination(desk, association):
    UnionFactory()
    mark = page(desk.get(NOMINATE)).select_one("[name=_once]")["value"]
    facts = filled(association, _once=mark)

    first = desk.post(NOMINATE, facts)
    second = desk.post(NOMINATE, {**facts, "report": SimpleUploadedFile("x.pdf", pdf())})

    assert first.url == second.url
    assert Nomination.objects.count() == 1


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"people": ""}, "Hãy nêu ít nhất một tập thể hoặc cá nhân."),
        ({"people": "\n".join(["Lê Thị Mai"] * 51)}, "Chỉ đề nghị tối đa 50 người."),
        ({"year": 1800}, "Chọn từ 1900 trở lên."),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_typed_is_lost(
    desk, association, facts, message
):
    UnionFactory()

    response = desk.post(NOMINATE, filled(association, **facts))

    assert len(errors_in(response)) == 1
    assert message in errors_in(response)[0] or facts.get("year")
    assert "Có thành tích năm qua" in page(response).select_one("[name=summary]").get_text()
    assert Nomination.objects.count() == 0


def test_a_form_that_does_not_suit_is_said_at_those_named(desk, association):
    UnionFactory()
    for_persons = HonourFormFactory(for_collectives=False)
    for_collectives = HonourFormFactory(for_persons=False)

    first = desk.post(NOMINATE, filled(association, form=for_persons, whole_association="on"))
    second = desk.post(NOMINATE, filled(association, form=for_collectives))

    assert errors_in(first) == ["Hình thức này chỉ dành cho cá nhân."]
    assert errors_in(second) == ["Hình thức này chỉ dành cho tập thể."]


def test_another_association_cannot_be_proposed_for(desk):
    UnionFactory()
    other = OrganisationFactory()

    response = desk.post(NOMINATE, filled(other))

    assert len(errors_in(response)) == 1
    assert Nomination.objects.count() == 0


def test_a_returned_nomination_is_completed_and_waits_again(desk, association, officer):
    nomination = nomination_at(NominationState.RETURNED, officer)
    nomination.proposer = association
    nomination.save()
    url = f"{DESK}{nomination.pk}/bo-sung/"

    assert "Thiếu báo cáo" in page(desk.get(url)).get_text()
    desk.post(url, {"summary": "Đã bổ sung", "people": "Trần Văn Lạ; Hội viên; Trồng cam"})

    nomination.refresh_from_db()
    assert (nomination.state, nomination.summary) == (NominationState.SUBMITTED, "Đã bổ sung")
    assert [str(one) for one in nomination.nominees.all()] == ["Trần Văn Lạ"]


def test_a_collective_stays_where_persons_are_named_anew(desk, association, officer):
    nomination = nominated(
        officer,
        Candidate(organisation=association),
        Candidate(written_name="Lê Thị Mai"),
        proposer=association,
    )
    actions.return_nomination(nomination=nomination, on=today(), reason="Thiếu", by=officer)

    desk.post(f"{DESK}{nomination.pk}/bo-sung/", {"summary": "Đủ", "people": "Trần Văn Lạ"})

    assert [str(one) for one in nomination.nominees.all()] == [str(association), "Trần Văn Lạ"]


def test_a_nomination_is_withdrawn_with_a_reason(desk, association, officer):
    nomination = NominationFactory(proposer=association)
    url = f"{DESK}{nomination.pk}/rut/"

    desk.post(url, {"reason": ""})
    nomination.refresh_from_db()
    assert nomination.state == NominationState.SUBMITTED
    desk.post(url, {"reason": "Nêu nhầm năm"})

    nomination.refresh_from_db()
    assert nomination.state == NominationState.WITHDRAWN


@pytest.mark.parametrize("address", ["bo-sung/", "rut/"])
def test_a_decided_nomination_leads_back_to_its_page(desk, association, officer, address):
    nomination = nomination_at(NominationState.DECIDED, officer)
    nomination.proposer = association
    nomination.save()

    response = desk.get(f"{DESK}{nomination.pk}/{address}")

    assert response.url == f"{DESK}{nomination.pk}/"


def test_the_page_of_a_nomination_tells_what_became_of_each(desk, association, officer):
    nomination = nomination_at(NominationState.DECIDED, officer)
    nomination.proposer = association
    nomination.save()

    text = page(desk.get(f"{DESK}{nomination.pk}/")).get_text()

    assert text.count("Đã quyết định, chưa trao") == 2
    assert "Số thành viên bỏ phiếu" not in text


def test_people_are_read_line_by_line():
    people = people_of("Lê Thị Mai; Chi hội trưởng; Nuôi ong; giỏi\n\n  Trần Văn An \n;;\n")

    assert [(one.written_name, one.described_as, one.achievement) for one in people] == [
        ("Lê Thị Mai", "Chi hội trưởng", "Nuôi ong; giỏi"),
        ("Trần Văn An", "", ""),
    ]
