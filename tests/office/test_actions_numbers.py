"""Registering, drafting, signing and issuing: each number once, written by the law."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.models import NumberEntry, NumberState
from lienhiep.core.numbering import numbers_of
from lienhiep.office import actions
from lienhiep.office.choices import DocumentState, Secrecy
from lienhiep.office.models import DocumentKind, OfficialDocument, RegisterBook
from tests.factories.directory import OrganisationFactory
from tests.factories.office import own_union, staff

pytestmark = pytest.mark.django_db


def kind(code, system="state"):
    return DocumentKind.objects.get(system=system, code=code)


def book(code):
    return RegisterBook.objects.get(code=code)


def registered(by, on=date(2022, 3, 11), **facts):
    facts.setdefault("book", book("van-ban-den"))
    return actions.register_incoming(
        kind=kind("quyet-dinh"), summary="Về việc khen thưởng", on=on, by=by, **facts
    )


def drafted(by, code="van-ban-di", what="bao-cao", on=date(2022, 1, 3), **facts):
    system = facts.pop("system", "state")
    return actions.draft_outgoing(
        book=book(code), kind=kind(what, system), summary="Kết quả", on=on, by=by, **facts
    )


def issued(by, leader, on=date(2022, 1, 5), **facts):
    document = drafted(by, **facts)
    actions.sign_outgoing(document=document, on=date(2022, 1, 4), by=leader)
    actions.issue_outgoing(document=document, on=on, by=by)
    return document


def refused(call, **arguments):
    with pytest.raises(ValidationError) as refusal:
        call(**arguments)
    return sorted(getattr(refusal.value, "error_dict", {"": ""}))


def test_registering_gives_the_next_number_of_the_year(books, clerk):
    numbers = [registered(clerk, date(2022, 3, day)).register_number for day in (11, 11, 12)]

    assert numbers == [1, 2, 3]
    assert registered(clerk, date(2023, 1, 3)).register_label == "01"


def test_registering_binds_the_number_to_the_document(books, clerk):
    document = registered(clerk)

    entry = numbers_of("office.van-ban-den", year=2022).get()
    assert (entry.object_id, entry.given_by) == (document.pk, clerk)


def test_registering_refuses_a_day_in_the_future_or_before_the_document(books, clerk):
    assert refused(registered, by=clerk, on=date(2100, 1, 1)) == ["received_on"]
    assert refused(registered, by=clerk, issued_on=date(2022, 3, 20)) == ["received_on"]
    assert OfficialDocument.objects.count() == NumberEntry.objects.count() == 0


def test_registering_refuses_a_document_that_is_registered_already(books, clerk):
    facts = {
        "symbol": "590/QĐ-UBND",
        "issued_on": date(2022, 3, 10),
        "issuer": OrganisationFactory(),
    }
    registered(clerk, **facts)

    assert refused(registered, by=clerk, **facts | {"symbol": "590/qđ-ubnd"}) == ["symbol"]


def test_a_number_symbol_may_come_back_with_another_date(books, clerk):
    facts = {"symbol": "06-NQ/TU", "issuer": OrganisationFactory()}
    registered(clerk, issued_on=date(2016, 12, 14), **facts)

    again = registered(clerk, issued_on=date(2021, 5, 4), **facts)

    assert again.register_number == 2


def test_a_day_before_the_last_number_gets_a_late_number(books, clerk):
    registered(clerk, date(2022, 3, 11))

    assert refused(registered, by=clerk, on=date(2022, 3, 10)) == ["on"]
    late = registered(clerk, date(2022, 3, 10), after=1, reason="Gửi nhầm phòng khác")
    assert late.register_label == "01a"


def test_a_late_number_needs_a_reason_and_a_number_before_it(books, clerk):
    registered(clerk)

    assert refused(registered, by=clerk, after=1, reason=" ") == ["reason"]
    assert refused(registered, by=clerk, after=9, reason="Muộn") == ["number"]


def test_a_secret_document_is_read_by_the_registrar_and_those_named(books, clerk, leader):
    other = staff("officer")
    document = registered(
        clerk, book=book("van-ban-mat-den"), secrecy=Secrecy.SECRET, readers=[leader]
    )

    may = document.policy().can_view
    assert [may(user, document) for user in (clerk, leader, other)] == [True, True, False]

    actions.name_readers(document=document, readers=[other], by=clerk)
    document.refresh_from_db()
    assert [may(user, document) for user in (clerk, leader, other)] == [True, False, True]
    assert list(OfficialDocument.objects.visible_to(leader)) == []


def test_a_draft_waits_for_the_signature_and_has_no_number(books, clerk):
    union = own_union()

    document = drafted(clerk)

    assert (document.state, document.symbol, document.issuer) == (DocumentState.DRAFT, "", union)


def test_a_draft_needs_the_union_in_the_directory(books, clerk):
    assert refused(drafted, by=clerk) == ["issuer"]


@pytest.mark.parametrize(
    ("facts", "symbol"),
    [
        ({}, "01/BC-LHH"),
        ({"what": "cong-van", "unit_symbol": "VP"}, "01/LHH-VP"),
        ({"what": "cong-van"}, "01/LHH"),
        ({"code": "quyet-dinh", "what": "quyet-dinh"}, "01/QĐ-LHH"),
        (
            {"code": "van-ban-di-chi-bo", "what": "nghi-quyet", "system": "party"},
            "01-NQ/CB",
        ),
    ],
)
def test_number_and_symbol_are_written_by_the_rules_of_the_kind(
    books, clerk, leader, facts, symbol
):
    own_union()

    assert issued(clerk, leader, **facts).symbol == symbol


def test_a_committee_under_our_seal_has_its_own_register_and_symbol(books, clerk, leader):
    own_union()
    RegisterBook(
        code="btc", name="Sổ của ban tổ chức", direction="issued", body_symbol="BTC"
    ).save()

    assert issued(clerk, leader, code="btc", what="quyet-dinh").symbol == "01/QĐ-BTC"


def test_party_numbers_run_through_the_term_kind_by_kind(books, clerk, leader):
    own_union()
    facts = {"code": "van-ban-di-chi-bo", "system": "party"}

    documents = [
        issued(clerk, leader, what="nghi-quyet", on=date(2022, 1, 5), **facts),
        issued(clerk, leader, what="ke-hoach", on=date(2022, 2, 5), **facts),
        issued(clerk, leader, what="nghi-quyet", on=date(2023, 1, 5), **facts),
    ]

    assert [one.symbol for one in documents] == ["01-NQ/CB", "01-KH/CB", "02-NQ/CB"]


def test_issuing_refuses_an_unsigned_draft_and_a_day_before_the_signature(books, clerk, leader):
    own_union()
    document = drafted(clerk)

    assert refused(actions.issue_outgoing, document=document, on=date(2022, 1, 5), by=clerk) == [""]
    actions.sign_outgoing(document=document, on=date(2022, 1, 4), by=leader)
    assert refused(actions.issue_outgoing, document=document, on=date(2022, 1, 3), by=clerk) == [
        "on"
    ]


def test_issuing_an_earlier_day_asks_for_a_late_number(books, clerk, leader):
    own_union()
    issued(clerk, leader, on=date(2022, 1, 10))
    document = drafted(clerk)
    actions.sign_outgoing(document=document, on=date(2022, 1, 4), by=leader)

    assert refused(actions.issue_outgoing, document=document, on=date(2022, 1, 9), by=clerk) == [
        "on"
    ]
    actions.issue_late(
        document=document, on=date(2022, 1, 9), after=1, reason="Ký ngày 9/1", by=clerk
    )
    assert document.symbol == "01a/BC-LHH"


def test_a_reserved_number_is_given_when_it_is_wanted(books, clerk, leader):
    own_union()
    block = actions.reserve_numbers(
        book=book("van-ban-di"), count=3, on=date(2022, 1, 2), reason="Đại hội", by=clerk
    )
    document = drafted(clerk)
    actions.sign_outgoing(document=document, on=date(2022, 1, 4), by=leader)

    actions.issue_outgoing(document=document, on=date(2022, 1, 5), by=clerk, wanted=2)

    assert (list(block), document.symbol) == ([1, 2, 3], "02/BC-LHH")
    assert issued(clerk, leader).register_number == 4


def test_a_number_passed_over_is_declared_void_with_the_reason(books, clerk, leader):
    own_union()
    document = drafted(clerk)
    actions.sign_outgoing(document=document, on=date(2022, 1, 4), by=leader)
    actions.issue_outgoing(document=document, on=date(2022, 1, 5), by=clerk, wanted=2)

    actions.explain_number(
        book=book("van-ban-di"), year=2022, number=1, reason="Bỏ trống khi in", by=clerk
    )

    entry = numbers_of("office.van-ban-di", year=2022).get(number=1)
    assert (entry.state, entry.reason) == (NumberState.VOIDED, "Bỏ trống khi in")


def test_a_signature_is_taken_back_before_the_number_is_given(books, clerk, leader):
    own_union()
    document = drafted(clerk)
    actions.sign_outgoing(document=document, on=date(2022, 1, 4), by=leader)

    actions.take_back_signature(document=document, reason="Sai thể thức", by=leader)

    assert document.state == DocumentState.DRAFT


def test_a_void_document_keeps_its_number_which_is_never_given_again(books, clerk):
    document = registered(clerk)

    actions.void_document(document=document, on=date(2022, 3, 12), reason="Đăng ký nhầm", by=clerk)

    assert (document.state, document.register_number) == (DocumentState.VOIDED, 1)
    assert registered(clerk, date(2022, 3, 12)).register_number == 2

    actions.restore_document(document=document, reason="Hủy nhầm", by=clerk)
    assert document.state == DocumentState.REGISTERED
    states = numbers_of("office.van-ban-den", year=2022).values_list("state", flat=True)
    assert list(states) == [NumberState.TAKEN, NumberState.TAKEN]


def test_a_recalled_document_keeps_its_number(books, clerk, leader):
    own_union()
    document = issued(clerk, leader)

    actions.withdraw_document(
        document=document, on=date(2022, 2, 1), reason="Trái quy định", by=clerk
    )
    assert document.state == DocumentState.WITHDRAWN

    actions.restore_document(document=document, reason="Thu hồi nhầm", by=clerk)
    assert document.state == DocumentState.ISSUED
