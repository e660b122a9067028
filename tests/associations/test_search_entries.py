"""What of the associations is found, by whom, and where a click leads."""

from datetime import date

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.associations.addresses import association_url
from lienhiep.core.search.query import search
from tests.factories.associations import (
    BodyFactory,
    CongressFactory,
    MembershipFactory,
    PartyCellFactory,
    PositionFactory,
    SeatFactory,
    union_body,
)
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.journal import staff

pytestmark = pytest.mark.django_db


def found(question, user=None, kind=None):
    hits = search(question, user, kind=kind).hits
    return [(hit.entry.title, hit.entry.public_url) for hit in hits]


def test_readers_find_an_association_by_name_and_by_what_it_does():
    membership = MembershipFactory(
        organisation=OrganisationFactory(name="Hội Làm vườn Nghệ An"),
        purpose="Cải tạo vườn tạp",
    )
    kind = "associations.membership"

    by_name, by_purpose = found("lam vuon", kind=kind), found("vuon tap", kind=kind)

    assert by_name == by_purpose == [("Hội Làm vườn Nghệ An", association_url(membership))]


def test_readers_do_not_find_an_association_by_why_it_left():
    MembershipFactory(
        until=date(2022, 6, 1), leaving_ground="expelled", leaving_reason="Vi phạm điều lệ"
    )

    assert found("vi pham dieu le") == []
    assert found("vi pham dieu le", staff(Role.OFFICER)) == []


def test_readers_find_who_holds_a_seat_of_the_union():
    SeatFactory(
        person=PersonFactory(full_name="Phan Thị Chủ Tịch"),
        position=PositionFactory(name="Chủ tịch"),
        body=union_body("standing", name="Ban Thường vụ"),
    )

    assert found("phan thi chu tich") == [("Phan Thị Chủ Tịch, Chủ tịch", "/co-cau-to-chuc/")]


def test_seat_and_congress_of_the_party_cell_are_found_by_the_trusted_alone():
    cell = PartyCellFactory()
    SeatFactory(
        person=PersonFactory(full_name="Đinh Bí Thư"),
        position=PositionFactory(name="Bí thư"),
        body=cell,
    )
    CongressFactory(body=cell, place="Hội trường chi bộ")

    assert [found("dinh bi thu"), found("hoi truong chi bo")] == [[], []]
    assert found("dinh bi thu", staff(Role.OFFICER), "associations.seat") == []
    assert len(found("dinh bi thu", staff(Role.LEADER), "associations.seat")) == 1


def test_congress_of_a_public_body_is_found_by_its_number():
    congress = CongressFactory(
        ordinal=6,
        body=BodyFactory(organisation=OrganisationFactory(name="Hội Đông y Nghệ An")),
    )

    assert [title for title, _url in found("dong y", kind="associations.congress")] == [
        str(congress)
    ]
