"""What cannot be right in commendation is found on the page of data quality."""

from datetime import date

import pytest

from lienhiep.core.data_checks import all_checks
from lienhiep.directory.choices import OrganisationKind
from lienhiep.honours.choices import Ground
from lienhiep.honours.data_checks import (
    children_unnamed,
    conferred_after,
    decision_day,
    decision_named,
    decision_with_honours,
    direction_right,
    not_twice,
    year_before_decision,
)
from tests.factories.directory import OrganisationFactory
from tests.factories.honours import HonourFactory, NomineeFactory, nomination_at
from tests.factories.office import OfficialDocumentFactory

pytestmark = pytest.mark.django_db


def found(check):
    return [finding.record for finding in check()]


def test_honours_in_order_are_no_finding(leader):
    document = OfficialDocumentFactory(issued_on=date(2023, 1, 5))
    HonourFactory(decision=document, decision_symbol="", conferred_on=date(2023, 1, 10))
    HonourFactory(decided_on=None)
    nomination_at("decided", leader)

    checks = [check for check in all_checks() if check.name.startswith("honours.")]

    assert [finding for check in checks for finding in check.find()] == []


def test_an_honour_without_any_decision_named_is_found():
    honour = HonourFactory(decision_symbol="")
    HonourFactory(decision_symbol="", decided_on=None)

    assert found(decision_named) == [honour]


def test_an_honour_of_another_day_than_its_document_is_found():
    honour = HonourFactory(
        decision=OfficialDocumentFactory(issued_on=date(2022, 3, 10)), decided_on=date(2022, 3, 11)
    )

    assert found(decision_day) == [honour]


def test_an_honour_for_a_year_after_its_decision_is_found():
    honour = HonourFactory(year_rewarded=2024)
    HonourFactory(year_rewarded=2023)

    assert found(year_before_decision) == [honour]


def test_one_form_twice_by_decisions_of_one_day_is_found_whatever_the_ground():
    first = HonourFactory()
    HonourFactory(form=first.form, person=first.person, ground=Ground.SUDDEN)
    HonourFactory(form=first.form)

    assert len(found(not_twice)) == 1


def test_a_decided_nomination_of_which_no_honour_came_is_found(leader):
    nominee = NomineeFactory(nomination__decided_on=date(2023, 1, 5))
    nomination_at("decided", leader)

    assert found(decision_with_honours) == [nominee.nomination]


def test_an_honour_whose_body_became_another_kind_is_found():
    body = OrganisationFactory(kind=OrganisationKind.COMMITTEE)
    honour = HonourFactory(awarding_body=body)
    body.kind = OrganisationKind.OWN_UNION
    body.save()

    assert found(direction_right) == [honour]


def test_an_honour_of_somebody_later_known_as_a_child_is_found():
    honour = HonourFactory()
    honour.person.birth_year = 2012
    honour.person.save()

    assert found(children_unnamed) == [honour]


def test_the_database_lets_nothing_be_handed_over_before_it_is_decided():
    HonourFactory(conferred_on=date(2023, 1, 10))

    assert found(conferred_after) == []
