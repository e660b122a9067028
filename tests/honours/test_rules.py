"""Who may do what with honours: seen from the side of those who must not get in."""

from datetime import date

import pytest

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.core.principals import person_key
from lienhiep.core.rules import policy_of
from lienhiep.directory.choices import OrganisationKind
from lienhiep.honours.choices import (
    HONOUR_VERBS,
    NOMINATION_VERBS,
    HonourState,
    NominationState,
)
from lienhiep.honours.models import EmulationResult, Honour, HonourForm, Nomination
from lienhiep.honours.rules import organisations_of
from tests.factories.accounts import user_with
from tests.factories.associations import MembershipFactory, SeatFactory
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.honours import (
    EmulationResultFactory,
    HonourFactory,
    HonourFormFactory,
    NominationFactory,
    NomineeFactory,
    ReceivedFactory,
    nomination_at,
)

pytestmark = pytest.mark.django_db

READERS = {
    Role.LEADER,
    Role.OFFICE_MANAGER,
    Role.OFFICER,
    Role.RECORDS_CLERK,
    Role.ACCOUNTANT,
    Role.CONTEST_ORGANISER,
}
OFFICE = {Role.LEADER, Role.OFFICE_MANAGER, Role.OFFICER}
OUTSIDERS = sorted(set(Role) - READERS)


def may(user, verb, row):
    return policy_of(type(row)).may(user, verb, row)


def acting_for(organisation, *roles):
    """Make an account of somebody who acts for an association, by a seat in a body of it."""
    person = PersonFactory()
    user = user_with(*(roles or [Role.CONTACT_OFFICER]), person=person)
    MembershipFactory(organisation=organisation)
    SeatFactory(
        person=person,
        body__organisation=organisation,
        position__acts_for_organisation=True,
        since=date(2022, 1, 1),
    )
    return user


def honour_at(state, **facts):
    return {
        HonourState.PROPOSED: lambda: HonourFactory(decided_on=None, **facts),
        HonourState.DECIDED: lambda: HonourFactory(**facts),
        HonourState.CONFERRED: lambda: HonourFactory(conferred_on=date(2023, 1, 10), **facts),
        HonourState.REVOKED: lambda: HonourFactory(
            revoked_on=date(2023, 2, 1), revocation_reason="Báo cáo sai", **facts
        ),
    }[state]()


@pytest.mark.parametrize("role", OUTSIDERS)
@pytest.mark.parametrize("make", [lambda: HonourFactory(decided_on=None), NominationFactory])
def test_nobody_else_reads_what_is_not_decided(role, make):
    row = make()

    assert list(type(row).objects.visible_to(user_with(role))) == []


@pytest.mark.parametrize("role", sorted(READERS))
def test_the_office_reads_everything(role):
    user = user_with(role)
    rows = [
        HonourFactory(decided_on=None),
        NominationFactory(),
        EmulationResultFactory(is_public=False),
    ]

    assert all(row in type(row).objects.visible_to(user) for row in rows)


def test_anyone_reads_a_public_honour_from_its_decision_on():
    shown = [HonourFactory(), HonourFactory(person=None, organisation=OrganisationFactory())]
    HonourFactory(is_public=False)
    HonourFactory(decided_on=None)
    honour_at(HonourState.REVOKED)

    assert set(Honour.objects.visible_to(None)) == set(shown)


def test_the_honour_of_a_child_is_open_to_nobody_by_a_stored_key():
    HonourFactory(is_pupil=True)
    HonourFactory(person=PersonFactory(birth_year=2012))

    assert list(Honour.objects.visible_to(None)) == []


def test_everybody_reads_their_own_honours_and_a_pupil_too():
    person = PersonFactory()
    own = HonourFactory(person=person, is_pupil=True, is_public=False)
    HonourFactory(person=person, decided_on=None)

    assert list(Honour.objects.visible_to(user_with(Role.CONTESTANT, person=person))) == [own]
    assert person_key(person.pk) in own.reader_keys()


def test_forms_and_public_results_are_known_to_everyone():
    form, result = HonourFormFactory(), EmulationResultFactory()
    EmulationResultFactory(is_public=False)

    assert list(HonourForm.objects.visible_to(None)) == [form]
    assert list(EmulationResult.objects.visible_to(None)) == [result]


def test_money_scans_and_nominations_stay_in_the_office():
    hidden = policy_of(Honour).hidden_fields

    assert {"money", "file", "nominee"} <= hidden(None, HonourFactory())
    assert {"money", "file"} <= hidden(user_with(Role.CONTACT_OFFICER))
    assert hidden(user_with(Role.OFFICER)) == frozenset()


def test_an_association_reads_its_own_nominations_and_nobody_elses():
    association = OrganisationFactory()
    user = acting_for(association)
    own = NominationFactory(proposer=association)
    NominationFactory()

    assert organisations_of(user) == {association.pk}
    assert list(Nomination.objects.visible_to(user)) == [own]


def test_an_association_reads_what_came_of_its_nomination():
    association = OrganisationFactory()
    nominee = NomineeFactory(nomination__proposer=association)
    honour = HonourFactory(nominee=nominee, person=nominee.person, is_public=False)
    HonourFactory(is_public=False)

    assert list(Honour.objects.visible_to(acting_for(association))) == [honour]


def test_an_association_does_not_see_the_votes_of_the_council(officer):
    nomination = nomination_at(NominationState.CONSIDERED, officer)
    user = acting_for(nomination.proposer)

    assert policy_of(Nomination).hidden_fields(user, nomination) == {"minutes", "votes_of"}


def test_an_association_completes_and_withdraws_its_own_and_decides_nothing(officer):
    nomination = nomination_at(NominationState.RETURNED, officer)
    user = acting_for(nomination.proposer)
    stranger = acting_for(OrganisationFactory())

    own = {verb for verb in NOMINATION_VERBS if may(user, verb, nomination)}
    theirs = {verb for verb in NOMINATION_VERBS if may(stranger, verb, nomination)}

    assert (own, theirs) == ({"resubmit_nomination", "withdraw_nomination"}, set())


@pytest.mark.parametrize("verb", sorted(HONOUR_VERBS))
@pytest.mark.parametrize("state", list(HonourState))
def test_a_verb_of_an_honour_is_offered_in_the_states_that_admit_it(verb, state):
    user = user_with(Role.LEADER, Role.OFFICE_MANAGER)

    assert may(user, verb, honour_at(state)) == (state in HONOUR_VERBS[verb])


@pytest.mark.parametrize("verb", sorted(NOMINATION_VERBS))
@pytest.mark.parametrize("state", list(NominationState))
def test_a_verb_of_a_nomination_is_offered_in_the_states_that_admit_it(officer, verb, state):
    nomination = nomination_at(state, officer)
    user = user_with(Role.LEADER, Role.OFFICE_MANAGER)

    assert may(user, verb, nomination) == (state in NOMINATION_VERBS[verb])


@pytest.mark.parametrize("role", sorted(set(Role) - OFFICE))
def test_no_other_role_does_anything_with_an_honour(role):
    user = user_with(role)
    rows = [honour_at(state) for state in HonourState]

    assert not any(may(user, verb, row) for verb in HONOUR_VERBS for row in rows)


def test_what_the_union_gives_is_not_decided_by_an_officer(officer):
    ours = nomination_at(NominationState.CONSIDERED, officer)
    theirs = NominationFactory(
        awarding_body=OrganisationFactory(kind=OrganisationKind.CENTRAL_UNION)
    )

    assert not may(officer, "decide_honours", ours)
    assert may(officer, "decide_honours", theirs)
    assert may(user_with(Role.OFFICE_MANAGER), "decide_honours", ours)


def test_an_officer_takes_back_what_others_decided_and_not_what_the_union_did(officer):
    assert not may(officer, "take_back_decision", HonourFactory())
    assert may(officer, "take_back_decision", ReceivedFactory())


@pytest.mark.parametrize("role", sorted(STAFF_ROLES - {Role.LEADER}))
def test_only_a_leader_revokes_and_reinstates(role):
    user = user_with(role)

    assert not may(user, "revoke_honour", HonourFactory())
    assert not may(user, "reinstate", honour_at(HonourState.REVOKED))


@pytest.mark.parametrize("state", sorted(set(HonourState) - {HonourState.PROPOSED}))
def test_what_was_decided_is_not_deleted(officer, state):
    assert not may(officer, "delete", honour_at(state))


def test_a_decided_nomination_is_neither_changed_nor_deleted(officer):
    nomination = nomination_at(NominationState.DECIDED, officer)

    assert not may(officer, "change", nomination)
    assert not may(officer, "delete", nomination)


def test_only_the_office_manager_keeps_the_list_of_forms(officer):
    form = HonourFormFactory()

    assert not may(officer, "change", form)
    assert may(user_with(Role.OFFICE_MANAGER), "change", form)


@pytest.mark.parametrize("role", [None, *OUTSIDERS])
def test_what_can_be_viewed_is_what_is_listed(role):
    person = PersonFactory()
    user = user_with(role, person=person) if role else None
    for state in HonourState:
        honour_at(state)
        honour_at(state, person=person, is_public=False)
    NominationFactory()

    for model in (Honour, Nomination):
        rows = set(model.objects.all())
        assert set(model.objects.visible_to(user)) == {
            row for row in rows if policy_of(model).can_view(user, row)
        }
