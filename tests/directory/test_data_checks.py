"""What cannot be right in the directory is found."""

from datetime import date

import pytest

from lienhiep.directory import data_checks
from lienhiep.directory.actions import merge_organisations, merge_persons
from tests.factories.directory import (
    AffiliationFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PersonFactory,
    PersonNameFactory,
    UnitFactory,
    UnitSuccessionFactory,
)
from tests.factories.journal import DeliveryFactory

pytestmark = pytest.mark.django_db


def records(findings):
    return [finding.record for finding in findings]


def test_shares_of_more_than_the_whole_are_found():
    right, wrong = UnitFactory(), UnitFactory()
    UnitSuccessionFactory(old=right)
    UnitSuccessionFactory(old=wrong, share=60)
    UnitSuccessionFactory(old=wrong, share=50)

    assert records(data_checks.shares_fit()) == [wrong]


def test_a_row_that_names_a_merged_record_is_found(clerk):
    winner, loser = PersonFactory(), PersonFactory()
    AffiliationFactory(person=loser)
    merge_persons(winner=winner, loser=loser, by=clerk)
    assert records(data_checks.merged_named_nowhere()) == []

    late = AffiliationFactory(person=loser)

    assert records(data_checks.merged_named_nowhere()) == [late]


def test_a_snapshot_may_name_a_merged_record(clerk):
    winner, loser = OrganisationFactory(), OrganisationFactory()
    DeliveryFactory(organisation=loser)

    merge_organisations(winner=winner, loser=loser, by=clerk)

    assert records(data_checks.merged_named_nowhere()) == []


def test_rows_that_overlap_are_found():
    person, organisation = PersonFactory(), OrganisationFactory()
    membership = GroupMembershipFactory()
    PersonNameFactory(person=person, valid_to=date(2010, 1, 1))
    OrganisationNameFactory(organisation=organisation)
    assert records(data_checks.no_overlaps()) == []

    PersonNameFactory(person=person, valid_to=date(2011, 1, 1))
    OrganisationNameFactory(organisation=organisation)
    GroupMembershipFactory(group=membership.group, organisation=membership.organisation)

    assert records(data_checks.no_overlaps()) == [person, organisation, membership.group]
