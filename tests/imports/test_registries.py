"""What each registry makes of a row, through the verbs of its own room."""

from datetime import date

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.associations.choices import MembershipKind
from lienhiep.associations.models import Membership
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from lienhiep.imports.actions import load_batch, undo_batch
from lienhiep.imports.spreadsheets.sheets import all_sheets
from tests.factories.accounts import RoleGrantFactory
from tests.factories.directory import OrganisationFactory
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
