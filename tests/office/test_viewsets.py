"""The screens of the e-office in the back office, as the people of the office use them."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from lienhiep.office.choices import (
    BookKind,
    Direction,
    DocumentState,
    ReceiptState,
    ReviewKind,
    ReviewState,
    Secrecy,
)
from lienhiep.office.models import (
    Dispatch,
    DocumentKind,
    OfficialDocument,
    Receipt,
    RegisterBook,
    ResolutionReview,
    ReviewRequest,
)
from tests.factories.associations import MembershipFactory
from tests.factories.directory import OrganisationFactory
from tests.factories.office import (
    OfficialDocumentFactory,
    ReceiptFactory,
    RegisterBookFactory,
    ResolutionReviewFactory,
    ReviewRequestFactory,
    own_union,
    staff,
)

pytestmark = pytest.mark.django_db

INCOMING, OUTGOING = "/quan-tri/office/incoming/", "/quan-tri/office/outgoing/"


@pytest.fixture
def office(client, clerk):
    """A browser in which the records clerk is signed in."""
    client.force_login(clerk)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def verb_url(row, name):
    return admin_row_url(row).replace("inspect", f"do/{name}")


def labels_of_verbs(response):
    return [link.get_text(strip=True) for link in page(response).select(".lh-verbs a")]


def facts(**given):
    return {
        "book": RegisterBook.objects.get(code="van-ban-den").pk,
        "kind": DocumentKind.objects.get(system="state", code="quyet-dinh").pk,
        "received_on": "11/03/2022",
        "issued_on": "10/03/2022",
        "symbol": "590/QĐ-UBND",
        "summary": "Khen thưởng",
        "origin": "province",
        "urgency": "normal",
        "secrecy": "none",
        "issuer": OrganisationFactory(name="UBND tỉnh").pk,
        **given,
    }


def test_the_clerk_registers_a_document_that_came_in(office, books):
    page(office.get(f"{INCOMING}new/"))

    response = office.post(f"{INCOMING}new/", facts())

    document = OfficialDocument.objects.get()
    assert response.url == admin_row_url(document)
    assert (document.register_label, str(document)) == ("01", "590/QĐ-UBND ngày 10/03/2022")
    assert [entry.log.action for entry in entries_of(document)] == ["office.register_incoming"]


def test_a_document_registered_already_is_refused_at_its_symbol(office, books):
    given = facts()
    office.post(f"{INCOMING}new/", given)

    text = page(office.post(f"{INCOMING}new/", given)).get_text()

    assert "Văn bản này đã đăng ký, số đến 01." in text
    assert OfficialDocument.objects.count() == 1


def test_a_day_of_arrival_is_asked_for_and_a_wrong_one_refused(office, books):
    for day in ("", "01/03/2022", "01/01/2100"):
        page(office.post(f"{INCOMING}new/", facts(received_on=day)))

    assert OfficialDocument.objects.count() == 0


def test_a_secret_document_is_registered_with_its_readers(office, books, leader):
    book = RegisterBook.objects.get(code="van-ban-mat-den")

    office.post(f"{INCOMING}new/", facts(book=book.pk, secrecy="secret", readers=[leader.pk]))

    document = OfficialDocument.objects.get()
    assert [row.user for row in document.named_readers.all()] == [leader]


def test_an_officer_does_not_register_but_drafts(client, books):
    own_union()
    client.force_login(staff(Role.OFFICER))

    assert client.get(f"{INCOMING}new/").status_code == 403
    client.post(
        f"{OUTGOING}new/",
        {
            "book": RegisterBook.objects.get(code="van-ban-di").pk,
            "kind": DocumentKind.objects.get(system="state", code="ke-hoach").pk,
            "summary": "Kế hoạch năm",
            "urgency": "normal",
            "secrecy": "none",
        },
    )

    assert OfficialDocument.objects.get().state == DocumentState.DRAFT


def test_a_draft_is_signed_by_the_leader_and_issued_by_the_clerk(office, client, books, leader):
    book = RegisterBook.objects.get(code="van-ban-di")
    draft = OfficialDocumentFactory(
        direction=Direction.ISSUED,
        book=book,
        kind=DocumentKind.objects.get(system="state", code="ke-hoach"),
        symbol="",
        issued_on=None,
        issuer=own_union(),
    )
    client.force_login(leader)
    client.post(verb_url(draft, "sign_outgoing"), {"on": "10/03/2022", "signer_name": "Trần Ký"})
    client.force_login(staff(Role.RECORDS_CLERK))
    client.post(verb_url(draft, "issue_outgoing"), {"on": "11/03/2022"})

    draft.refresh_from_db()
    assert (draft.symbol, draft.signer_name) == ("01/KH-LHH", "Trần Ký")


def test_a_document_is_forwarded_to_all_members_or_to_those_chosen(office):
    first, second = MembershipFactory().organisation, MembershipFactory().organisation
    document = OfficialDocumentFactory()

    page(office.get(verb_url(document, "dispatch_document")))
    office.post(
        verb_url(document, "dispatch_document"),
        {"on": "12/03/2022", "organisations": [first.pk], "message": "Kính chuyển"},
    )
    assert [row.organisation for row in Receipt.objects.all()] == [first]

    office.post(verb_url(document, "dispatch_document"), {"on": "13/03/2022"})
    assert Receipt.objects.filter(organisation=second).count() == 1


def test_the_page_of_a_document_offers_what_may_be_done(office, client, leader):
    document = OfficialDocumentFactory()

    assert labels_of_verbs(office.get(admin_row_url(document))) == [
        "Chuyển tới hội thành viên",
        "Ghi nhận đã giải quyết",
        "Lưu hồ sơ",
        "Công khai trên trang",
        "Thu hồi văn bản",
        "Hủy văn bản và số",
    ]
    client.force_login(leader)
    assert labels_of_verbs(client.get(admin_row_url(document))) == ["Giao xử lý"]


def test_a_document_is_assigned_to_a_colleague_by_name(client, leader):
    officer = staff(Role.OFFICER)
    document = OfficialDocumentFactory()
    client.force_login(leader)

    form = page(client.get(verb_url(document, "assign_document")))
    assert officer.full_name in form.select_one("select[name=to]").get_text()
    client.post(verb_url(document, "assign_document"), {"to": officer.pk, "on": "12/03/2022"})

    document.refresh_from_db()
    assert document.assigned_to == officer


def test_a_secret_document_is_in_no_list_of_who_may_not_read_it(client, leader):
    secret = OfficialDocumentFactory(
        book=RegisterBookFactory(code="mat", kind=BookKind.SECRET),
        secrecy=Secrecy.SECRET,
        summary="Nội dung mật",
    )
    client.force_login(leader)

    for address in (admin_list_url(OfficialDocument), INCOMING, f"{INCOMING}?export=csv"):
        response = client.get(address)
        content = b"".join(response) if response.streaming else response.content
        assert "Nội dung mật" not in content.decode()
    assert client.get(admin_row_url(secret)).status_code == 404


def test_the_registers_list_one_direction_each_and_lead_to_one_page(office):
    came = OfficialDocumentFactory(symbol="590/QĐ-UBND")
    ours = OfficialDocumentFactory(direction=Direction.ISSUED, symbol="01/QĐ-LHH")

    def links(address):
        found = page(office.get(address)).select("td.title a, th a")
        return {link["href"] for link in found} & {admin_row_url(came), admin_row_url(ours)}

    assert links(INCOMING) == {admin_row_url(came)}
    assert links(OUTGOING) == {admin_row_url(ours)}


def test_the_list_is_narrowed_by_symbol_state_and_day(office):
    OfficialDocumentFactory(symbol="590/QĐ-UBND", handled_on=date(2022, 3, 12))
    OfficialDocumentFactory(symbol="1590/QĐ-UBND", received_on=date(2022, 4, 1))

    def shown(**asked):
        return [
            cell.get_text(strip=True).split(" ngày")[0]
            for cell in page(office.get(INCOMING, asked)).select("td.title .title-wrapper a")
        ]

    assert shown(words="590") == ["590/QĐ-UBND"]
    assert shown(state_code="handled") == ["590/QĐ-UBND"]
    assert shown(received_from="01/04/2022") == ["1590/QĐ-UBND"]


def test_what_the_number_stands_on_is_not_edited(office, books):
    office.post(f"{INCOMING}new/", facts())
    document = OfficialDocument.objects.get()
    address = admin_row_url(document).replace("inspect", "edit")

    given = facts(received_on="01/01/2022", summary="Khen thưởng học sinh", symbol="590/QĐ-UBND")
    office.post(address, given)

    document.refresh_from_db()
    assert document.summary == "Khen thưởng học sinh"
    assert document.received_on == date(2022, 3, 11)


def test_an_acknowledgement_is_recorded_on_behalf(office):
    receipt = ReceiptFactory()

    office.post(
        verb_url(receipt, "acknowledge_on_behalf"),
        {"on": "14/03/2022", "name": "Lê A", "note": "Qua điện thoại"},
    )

    receipt.refresh_from_db()
    assert (receipt.state, receipt.acknowledged_name) == (ReceiptState.ACKNOWLEDGED, "Lê A")


def test_those_who_owe_are_reminded_from_the_page_of_the_sending(office):
    receipt = ReceiptFactory()

    text = page(office.get(admin_row_url(receipt.dispatch))).get_text()
    office.post(verb_url(receipt.dispatch, "remind_unread"))

    receipt.refresh_from_db()
    assert receipt.recipient in text
    assert receipt.reminders == 1


def test_sendings_and_receipts_have_no_plain_forms(office):
    receipt = ReceiptFactory()

    for row in (receipt, receipt.dispatch):
        for view in ("edit", "delete"):
            address = admin_row_url(row).replace("inspect", view)
            assert office.get(address).status_code == 404
        assert office.get(f"{admin_list_url(type(row))}new/").status_code == 404


def test_a_review_is_opened_asked_reported_and_concluded(office):
    association = MembershipFactory().organisation
    document, chair = OfficialDocumentFactory(), OrganisationFactory()
    address = f"{admin_list_url(ResolutionReview)}new/"
    page(office.get(address))
    office.post(
        address,
        {
            "document": document.pk,
            "kind": ReviewKind.FINAL,
            "period_label": "5 năm",
            "opened_on": "01/04/2022",
            "outline": "",
            "co_chairs-TOTAL_FORMS": "1",
            "co_chairs-INITIAL_FORMS": "0",
            "co_chairs-MIN_NUM_FORMS": "0",
            "co_chairs-MAX_NUM_FORMS": "10",
            "co_chairs-0-organisation": chair.pk,
        },
    )
    review = ResolutionReview.objects.get()
    assert review.chairs_label == str(chair)

    office.post(verb_url(review, "ask_for_reports"), {"on": "02/04/2022", "due_on": "02/05/2022"})
    request = ReviewRequest.objects.get(organisation=association)
    office.post(verb_url(request, "record_report"), {"on": "20/04/2022", "text": "Xong"})
    office.post(verb_url(review, "conclude_review"), {"on": "01/06/2022", "conclusion": "Đạt"})

    review.refresh_from_db()
    assert review.state == ReviewState.CONCLUDED


def test_a_review_with_missing_reports_asks_why(office):
    review = ReviewRequestFactory().review
    address = verb_url(review, "conclude_review")

    text = page(office.post(address, {"on": "01/06/2022", "conclusion": "Đạt"})).get_text()

    assert "Còn thiếu 1 báo cáo." in text


def test_the_page_of_a_register_names_its_numbers(office, books):
    office.post(f"{INCOMING}new/", facts())
    book = RegisterBook.objects.get(code="van-ban-den")
    office.post(
        verb_url(book, "reserve_numbers"),
        {"on": today().strftime("%d/%m/%Y"), "count": 2, "reason": "Đại hội"},
    )

    text = page(office.get(admin_row_url(book))).get_text(" ", strip=True)

    assert "2022" in text
    assert str(today().year) in text
    assert reverse("office:register", args=[book.code]) in str(
        page(office.get(admin_row_url(book)))
    )


@pytest.mark.parametrize("code", ["A03", "A03a", "A04", "A05", "A05a", "A05b", "A06", "A06a"])
def test_a_figure_opens_the_records_behind_it(office, code):
    model = {
        "A03": OfficialDocument,
        "A03a": Receipt,
        "A04": Receipt,
        "A06": ResolutionReview,
        "A06a": ReviewRequest,
    }.get(code, OfficialDocument)
    ReceiptFactory()
    ResolutionReviewFactory()

    assert office.get(admin_list_url(model), {"figure": code, "period": "2022"}).status_code == 200
    assert office.get(admin_list_url(Dispatch)).status_code == 200
