"""What each registry makes of a row, through the verbs of its own room."""

from datetime import date

import pytest

from lienhiep.accounts.choices import ConsentPurpose, Role
from lienhiep.accounts.models import Consent
from lienhiep.associations.choices import MembershipKind
from lienhiep.associations.models import Membership
from lienhiep.contests.models import Entry
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation, Person
from lienhiep.honours.models import Honour
from lienhiep.imports.actions import load_batch, undo_batch
from lienhiep.imports.spreadsheets.sheets import all_sheets
from lienhiep.office.models import OfficialDocument
from tests.factories.accounts import RoleGrantFactory
from tests.factories.contests import ContestFieldFactory, EditionFactory
from tests.factories.directory import OrganisationFactory
from tests.factories.honours import HonourFormFactory
from tests.factories.office import DocumentKindFactory, RegisterBookFactory
from tests.imports.conftest import outcomes

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(db):
    return RoleGrantFactory(role=Role.OFFICER).user


def test_no_registry_has_two_columns_of_one_heading():
    doubled = [
        (sheet.code, str(column.heading))
        for sheet in all_sheets()
        for column in sheet.columns
        if sum(other.is_headed(str(column.heading)) for other in sheet.columns) != 1
    ]

    assert doubled == []


def test_an_association_comes_in_with_its_membership(send, officer):
    department = OrganisationFactory(
        name="Sở Nông nghiệp và Phát triển nông thôn", kind=OrganisationKind.DEPARTMENT
    )

    batch = send(
        ["Tên hội", "Là thành viên từ", "Lĩnh vực", "Cơ quan chủ quản", "Điện thoại"],
        ["Hội Làm vườn tỉnh", "26/07/2019", "", department.name, "912345678"],
        sheet="associations",
        by=officer,
    )
    load_batch(batch=batch, by=officer)

    membership = Membership.objects.get()
    assert outcomes(batch) == [(2, "loaded", [])]
    assert (membership.kind, membership.since, membership.supervisor) == (
        MembershipKind.MEMBER_ASSOCIATION,
        date(2019, 7, 26),
        department,
    )
    assert (membership.organisation.kind, membership.organisation.phone) == (
        OrganisationKind.ASSOCIATION,
        "0912345678",
    )


def test_an_organisation_on_record_gets_a_membership_and_is_not_doubled(send, officer):
    known = OrganisationFactory(name="Hội Làm vườn tỉnh")

    batch = send(
        ["Tên hội", "Là thành viên từ"],
        ["hoi lam vuon tinh", "26/07/2019"],
        ["Hội Làm vườn tỉnh", "26/07/2019"],
        ["Hội Làm vườn tỉnh", "01/01/2020"],
        sheet="associations",
        by=officer,
    )
    load_batch(batch=batch, by=officer)

    assert [outcome for _number, outcome, _words in outcomes(batch)] == ["loaded", "known", "wrong"]
    assert outcomes(batch)[2][2][0] == (
        "Là thành viên từ ngày: Tổ chức này là thành viên của Liên hiệp Hội từ 26/07/2019."
    )
    assert Membership.objects.get().organisation == known


def test_taking_back_associations_leaves_an_organisation_that_was_there_before(send, officer):
    known = OrganisationFactory(name="Hội Làm vườn tỉnh")
    batch = send(
        ["Tên hội", "Là thành viên từ"],
        ["Hội Làm vườn tỉnh", "26/07/2019"],
        ["Hội Đông y tỉnh", "26/07/2019"],
        sheet="associations",
        by=officer,
    )
    load_batch(batch=batch, by=officer)

    undo_batch(batch=batch, reason="Gửi nhầm tệp", by=officer)

    assert Membership.objects.count() == 0
    assert list(Organisation.objects.all()) == [known]


REGISTER = ["Số đến", "Ngày đến", "Số hiệu", "Ngày ban hành", "Tên loại", "Tác giả", "Trích yếu"]


@pytest.fixture
def register(db):
    RegisterBookFactory()
    DocumentKindFactory()
    return OrganisationFactory(name="Ủy ban nhân dân tỉnh Nghệ An", short_name="UBND tỉnh")


def test_a_document_keeps_the_number_of_the_old_register(send, clerk, register):
    batch = send(
        REGISTER,
        ["15", "15/03/2022", "590/QĐ-UBND", "10/03/2022", "Quyết định", "UBND tỉnh", "Khen thưởng"],
        ["", "16/03/2022", "601/QĐ-UBND", "11/03/2022", "Quyết định", "UBND tỉnh", "Phê duyệt"],
        sheet="documents",
    )
    load_batch(batch=batch, by=clerk)

    documents = OfficialDocument.objects.order_by("register_number")
    assert outcomes(batch) == [(2, "loaded", []), (3, "loaded", [])]
    assert [(one.symbol, one.register_label, one.issuer) for one in documents] == [
        ("590/QĐ-UBND", "15", register),
        ("601/QĐ-UBND", "16", register),
    ]


def test_a_document_comes_in_once_however_its_symbol_is_written(send, clerk, register):
    row = ["15/03/2022", "10/03/2022", "Quyết định", "UBND tỉnh", "Khen thưởng"]
    batch = send(
        ["Số hiệu", "Ngày đến", "Ngày ban hành", "Tên loại", "Tác giả", "Trích yếu"],
        ["590/QĐ-UBND", *row],
        ["Số: 590/QĐ–UBND", *row],
        sheet="documents",
    )
    load_batch(batch=batch, by=clerk)

    assert [outcome for _number, outcome, _words in outcomes(batch)] == ["loaded", "known"]


def test_wrong_documents_are_named_at_their_columns(send, register):
    batch = send(
        REGISTER,
        ["1", "", "590/QĐ-UBND", "10/03/2022", "Quyết định", "UBND tỉnh", "Khen thưởng"],
        ["2", "09/03/2022", "591/QĐ-UBND", "10/03/2022", "Quyết định", "UBND tỉnh", "Khen thưởng"],
        ["3", "10/03/2022", "592/QĐ-UBND", "10/03/2022", "Lệnh", "Bộ Lạ", ""],
        sheet="documents",
    )

    assert [words for _number, _outcome, words in outcomes(batch)] == [
        ["Ngày đến: Văn bản đến phải có ngày đến."],
        ["Ngày đến: 09/03/2022 sớm hơn 10/03/2022, là ngày phải diễn ra trước."],
        [
            "Tên loại văn bản: “Lệnh” không thuộc danh sách: Quyết định.",
            "Trích yếu: Ô này phải có nội dung.",
        ],
    ]


def test_taking_back_documents_leaves_the_register_as_it_was(send, clerk, register):
    rows = [["15", "15/03/2022", "590/QĐ-UBND", "10/03/2022", "Quyết định", "UBND tỉnh", "Khen"]]
    batch = send(REGISTER, *rows, sheet="documents")
    load_batch(batch=batch, by=clerk)

    undo_batch(batch=batch, reason="Gửi nhầm tệp", by=clerk)
    again = send(REGISTER, *rows, sheet="documents", name="ds2.xlsx")
    load_batch(batch=again, by=clerk)

    assert outcomes(batch) == [(2, "undone", [])]
    assert outcomes(again) == [(2, "loaded", [])]
    assert OfficialDocument.objects.get().register_number == 15


ENTRY = [
    "Cuộc thi",
    "Lĩnh vực",
    "Tên sản phẩm",
    "Trường",
    "Ngày nhận",
    "Tác giả 1",
    "Ngày sinh tác giả 1",
]


@pytest.fixture
def organiser(db):
    return RoleGrantFactory(role=Role.CONTEST_ORGANISER).user


@pytest.fixture
def edition(db):
    edition = EditionFactory(
        opens_on=date(2022, 1, 10),
        deadline=date(2022, 7, 31),
        born_from=date(2004, 8, 1),
        born_until=date(2016, 8, 1),
    )
    ContestFieldFactory(edition=edition, name="Đồ dùng dành cho học tập")
    return edition


def test_an_entry_comes_in_with_its_authors_and_their_consents(send, organiser, edition):
    batch = send(
        [
            *ENTRY,
            "Người đại diện của tác giả 1",
            "Tác giả 2",
            "Người đại diện của tác giả 2",
            "Giáo viên hướng dẫn",
            "Đồng ý dự thi",
            "Đồng ý công bố tên và kết quả",
        ],
        [
            str(edition),
            "Đồ dùng dành cho học tập",
            "Bảng cộng bằng gỗ",
            "Trường THCS Bên Sông",
            "02/05/2022",
            "Nguyễn Thị Bé",
            "03/04/2010",
            "Nguyễn Văn Bố",
            "Trần Văn Tí",
            "Trần Thị Mẹ",
            "Lê Thị Cô; Phan Văn Thầy",
            "Có",
            "Không",
        ],
        sheet="entries",
        by=organiser,
    )
    load_batch(batch=batch, by=organiser)

    entry = Entry.objects.get()
    first = entry.authors.get(position=1).person
    consents = Consent.objects.filter(person=first).values_list("purpose", flat=True)
    assert outcomes(batch) == [(2, "loaded", [])]
    assert [str(author.person) for author in entry.authors.order_by("position")] == [
        "Nguyễn Thị Bé",
        "Trần Văn Tí",
    ]
    assert (first.birth_date, entry.unit_text) == (date(2010, 4, 3), "Trường THCS Bên Sông")
    assert entry.mentors.count() == 2
    assert list(consents) == [ConsentPurpose.CONTEST_ENTRY]


def test_an_entry_too_late_or_by_somebody_too_old_is_named_at_its_column(send, organiser, edition):
    row = [str(edition), "Đồ dùng dành cho học tập", "Bảng cộng", ""]
    batch = send(
        ENTRY,
        [*row, "01/08/2022", "Nguyễn Thị Bé", "03/04/2010"],
        [*row, "02/05/2022", "Trần Văn Tí", "03/04/1999"],
        [str(edition), "Lĩnh vực lạ", "Bảng cộng", "", "02/05/2022", "Phan Văn Tèo", ""],
        sheet="entries",
        by=organiser,
    )

    assert [outcome for _number, outcome, _words in outcomes(batch)] == ["wrong"] * 3
    assert outcomes(batch)[0][2][0].startswith("Ngày nhận: ")
    assert outcomes(batch)[2][2] == [
        "Lĩnh vực dự thi: “Lĩnh vực lạ” không thuộc danh sách: Đồ dùng dành cho học tập."
    ]


def test_taking_back_entries_takes_their_new_persons_too(send, organiser, edition):
    batch = send(
        ENTRY,
        [
            str(edition),
            "Đồ dùng dành cho học tập",
            "Bảng cộng",
            "",
            "02/05/2022",
            "Nguyễn Thị Bé",
            "03/04/2010",
        ],
        sheet="entries",
        by=organiser,
    )
    load_batch(batch=batch, by=organiser)

    undo_batch(batch=batch, reason="Gửi nhầm tệp", by=organiser)

    assert outcomes(batch) == [(2, "undone", [])]
    assert Entry.objects.count() == 0
    assert Person.objects.named_like("nguyen thi be").count() == 0


HONOUR = [
    "Hình thức",
    "Cơ quan khen",
    "Năm",
    "Tập thể",
    "Cá nhân",
    "Số quyết định",
    "Ngày quyết định",
]


@pytest.fixture
def letter(db):
    """A letter of commendation, and the Union that gives it."""
    OrganisationFactory(
        name="Liên hiệp các Hội Khoa học và Kỹ thuật", kind=OrganisationKind.OWN_UNION
    )
    return HonourFormFactory(name="Giấy khen thử")


def test_honours_of_collectives_and_persons_come_in(send, officer, letter):
    association = OrganisationFactory(name="Hội Làm vườn tỉnh")
    union = "Liên hiệp các Hội Khoa học và Kỹ thuật"

    batch = send(
        [*HONOUR, "Ngày trao"],
        [letter.name, union, "2022", association.name, "", "05/QĐ-LHH", "05/01/2023", "10/01/2023"],
        [letter.name, union, "2022", "", "ThS. Lê Thị Cô", "05/QĐ-LHH", "05/01/2023", ""],
        [letter.name, union, "2022", association.name, "", "05/QĐ-LHH", "05/01/2023", "10/01/2023"],
        [letter.name, union, "2022", association.name, "Lê Thị Cô", "", "05/01/2023", ""],
        sheet="honours",
        by=officer,
    )
    load_batch(batch=batch, by=officer)

    honours = Honour.objects.order_by("pk")
    assert [outcome for _number, outcome, _words in outcomes(batch)] == [
        "loaded",
        "loaded",
        "known",
        "wrong",
    ]
    assert [
        (one.year_rewarded, one.decided_on, one.conferred_on, str(one.subject)) for one in honours
    ] == [
        (2022, date(2023, 1, 5), date(2023, 1, 10), "Hội Làm vườn tỉnh"),
        (2022, date(2023, 1, 5), None, "ThS Lê Thị Cô"),
    ]


def test_taking_back_honours_leaves_the_register_as_it_was(send, officer, letter):
    row = [letter.name, "Liên hiệp các Hội Khoa học và Kỹ thuật", "2022", "", "Lê Thị Cô", ""]
    batch = send(HONOUR, [*row, "05/01/2023"], sheet="honours", by=officer)
    load_batch(batch=batch, by=officer)

    undo_batch(batch=batch, reason="Gửi nhầm tệp", by=officer)
    again = send(HONOUR, [*row, "05/01/2023"], sheet="honours", by=officer, name="lai.xlsx")
    load_batch(batch=again, by=officer)

    assert outcomes(batch) == [(2, "undone", [])]
    assert Honour.objects.get().certificate_number == "01/2023"
