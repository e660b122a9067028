"""Who may do what in the directory."""

import pytest

from lienhiep.core.rules import policy_of
from lienhiep.directory.models import (
    AdministrativeUnit,
    DirectoryGroup,
    MergeRecord,
    Organisation,
    Person,
)
from lienhiep.directory.rules import BIRTH_FIELDS, CONTACT_FIELDS
from tests.factories.directory import (
    DirectoryGroupFactory,
    OrganisationFactory,
    PersonFactory,
    UnitFactory,
)

pytestmark = pytest.mark.django_db

OFFICE = ["leader", "office_manager", "records_clerk", "officer"]
OTHER_STAFF = ["editor", "journal_secretary", "contest_organiser", "accountant"]
OUTSIDE = ["contact_officer", "juror", "contributor", "contestant", "expert", "administrator"]


@pytest.mark.parametrize("role", OFFICE + OTHER_STAFF)
def test_the_office_reads_persons(account, role):
    person = PersonFactory()

    assert list(Person.objects.visible_to(account(role))) == [person]


@pytest.mark.parametrize("role", OUTSIDE)
def test_nobody_else_reads_persons_not_even_the_administrator(account, role):
    person, user = PersonFactory(), account(role)

    assert list(Person.objects.visible_to(user)) == []
    assert policy_of(Person).can_view(user, person) is False


def test_a_person_reads_their_own_record_and_all_of_it(account):
    person, _other = PersonFactory(), PersonFactory()
    user = account("contributor", person=person)

    assert list(Person.objects.visible_to(user)) == [person]
    assert policy_of(Person).hidden_fields(user, person) == frozenset()


def test_reading_one_and_listing_agree(account):
    persons = [PersonFactory() for _ in range(3)]
    policy = policy_of(Person)

    for user in (account("contributor", person=persons[0]), account("officer"), account(), None):
        visible = set(Person.objects.visible_to(user))

        assert {person for person in persons if policy.can_view(user, person)} == visible


@pytest.mark.parametrize("role", OTHER_STAFF)
def test_contact_and_birth_are_masked_for_those_who_need_neither(account, role):
    hidden = policy_of(Person).hidden_fields(account(role), PersonFactory())

    assert hidden == CONTACT_FIELDS | BIRTH_FIELDS


def test_an_officer_sees_contact_but_not_birth(account):
    assert policy_of(Person).hidden_fields(account("officer"), PersonFactory()) == BIRTH_FIELDS


@pytest.mark.parametrize("role", ["leader", "office_manager", "records_clerk"])
def test_who_keeps_personnel_papers_sees_everything(account, role):
    assert policy_of(Person).hidden_fields(account(role), PersonFactory()) == frozenset()


def test_anybody_reads_organisations_and_units_but_not_the_note():
    office, unit = OrganisationFactory(note="Hay trả lời muộn"), UnitFactory()

    assert list(Organisation.objects.visible_to(None)) == [office]
    assert list(AdministrativeUnit.objects.visible_to(None)) == [unit]
    assert policy_of(Organisation).hidden_fields(None, office) == {"note"}


def test_groups_are_for_the_office(account):
    group = DirectoryGroupFactory()

    assert list(DirectoryGroup.objects.visible_to(account("officer"))) == [group]
    assert list(DirectoryGroup.objects.visible_to(account("juror"))) == []


@pytest.mark.parametrize("model", [Person, Organisation])
@pytest.mark.parametrize(
    ("verb", "allowed"),
    [
        (
            "add",
            {
                "office_manager",
                "records_clerk",
                "officer",
                "journal_secretary",
                "contest_organiser",
            },
        ),
        ("rename", {"office_manager", "records_clerk", "officer"}),
        ("merge", {"office_manager", "records_clerk"}),
        ("delete", {"office_manager", "records_clerk"}),
    ],
)
def test_who_may_do_what(account, model, verb, allowed):
    roles = OFFICE + OTHER_STAFF + OUTSIDE

    assert {role for role in roles if policy_of(model).may(account(role), verb)} == allowed


def test_a_merged_record_is_changed_no_more(clerk):
    kept = PersonFactory()
    merged = PersonFactory(merged_into=kept)
    policy = policy_of(Person)

    assert [policy.may(clerk, verb, merged) for verb in ("change", "delete", "merge")] == [
        False
    ] * 3
    assert policy.may(clerk, "change", kept) is True


def test_a_merge_undone_is_not_undone_again(clerk):
    merge = MergeRecord.objects.create(kind="person", winner_id=1, loser_id=2)
    policy = policy_of(MergeRecord)

    assert policy.may(clerk, "undo", merge) is True
    merge.undone_at = merge.merged_at
    assert policy.may(clerk, "undo", merge) is False
