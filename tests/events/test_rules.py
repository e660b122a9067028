"""Who may do what in this room: seen from the side of those who must not get in."""

from datetime import date

import pytest

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.core.principals import ANYONE, organisation_key, person_key, principals
from lienhiep.core.rules import policy_of
from lienhiep.events import actions
from lienhiep.events.choices import EVENT_VERBS, ConferenceKind, EventState
from lienhiep.events.models import (
    Attendance,
    Conclusion,
    Conference,
    CoordinationProgramme,
    Registration,
    Sponsorship,
)
from tests.events.test_models import event_at
from tests.factories.accounts import user_with
from tests.factories.associations import BodyFactory
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.events import (
    AttendanceFactory,
    CharityEventFactory,
    CoHostFactory,
    ConclusionFactory,
    ConferenceFactory,
    CourseFactory,
    DelegationFactory,
    ProgrammePartnerFactory,
    RegistrationFactory,
    SponsorshipFactory,
    held_conference,
    received_sponsorship,
    signed_programme,
)

pytestmark = pytest.mark.django_db

OFFICE = sorted(STAFF_ROLES - {Role.ADMINISTRATOR})
OUTSIDERS = sorted(set(Role) - set(OFFICE))
WORKERS = {Role.OFFICER, Role.OFFICE_MANAGER}


def may(user, verb, row):
    return policy_of(type(row)).may(user, verb, row)


def hidden_rows():
    """Return a row of each kind that is not announced to anybody."""
    conference = ConferenceFactory(is_public=False)
    return [
        conference,
        CourseFactory(is_public=False),
        AttendanceFactory(conference=conference),
        ConclusionFactory(conference=conference),
        RegistrationFactory(),
        ProgrammePartnerFactory().programme,
        SponsorshipFactory(),
        DelegationFactory(is_public=False),
        CharityEventFactory(is_public=False),
    ]


@pytest.mark.parametrize("role", [None, *OUTSIDERS])
def test_nobody_outside_the_office_reads_what_is_not_announced(role):
    rows = hidden_rows()
    user = user_with(role, person=PersonFactory()) if role else None

    assert [row for row in rows if row in type(row).objects.visible_to(user)] == []
    assert not any(policy_of(type(row)).can_view(user, row) for row in rows)


@pytest.mark.parametrize("role", sorted(WORKERS))
def test_officers_read_everything(role):
    user = user_with(role)

    assert all(row in type(row).objects.visible_to(user) for row in hidden_rows())


@pytest.mark.parametrize("role", sorted(set(OFFICE) - WORKERS))
def test_others_of_the_office_read_all_but_registrations(role):
    user = user_with(role)
    rows = hidden_rows()

    hidden = {type(row) for row in rows if row not in type(row).objects.visible_to(user)}

    assert hidden == {Registration}


@pytest.mark.parametrize("role", sorted(set(Role) - WORKERS))
@pytest.mark.parametrize("verb", sorted(EVENT_VERBS))
def test_nobody_else_does_anything_with_an_event(role, verb):
    event = event_at(ConferenceFactory, next(iter(EVENT_VERBS[verb])))

    assert not may(user_with(role), verb, event)


@pytest.mark.parametrize("state", list(EventState))
@pytest.mark.parametrize("verb", sorted(set(EVENT_VERBS) - {"close_registration"}))
def test_a_verb_is_offered_in_the_states_that_admit_it_and_in_no_other(officer, verb, state):
    event = event_at(ConferenceFactory, state)

    assert may(officer, verb, event) == (state in EVENT_VERBS[verb])


def test_registration_that_is_not_open_is_not_closed(officer):
    assert not may(officer, "close_registration", event_at(ConferenceFactory, EventState.PLANNED))


def test_what_was_held_is_not_deleted(officer):
    assert not may(officer, "delete", held_conference())
    assert may(officer, "delete", event_at(ConferenceFactory, EventState.PLANNED))


def test_anyone_reads_what_is_announced_with_its_numbers():
    conference = held_conference()

    assert list(Conference.objects.visible_to(None)) == [conference]
    assert list(Attendance.objects.visible_to(None)) == list(conference.attendance.all())


def test_a_reader_of_an_announcement_sees_no_online_room_and_no_minutes():
    conference = ConferenceFactory()
    hidden = policy_of(Conference).hidden_fields

    assert {"online_address", "minutes", "invitation"} <= hidden(None, conference)
    assert hidden(user_with(Role.LEADER), conference) == frozenset()


@pytest.mark.parametrize("is_announced", [True, False])
def test_conclusions_are_open_only_where_they_are_put_on_the_site(is_announced):
    conference = held_conference(conclusions_public=is_announced)
    ConclusionFactory(conference=conference)

    assert Conclusion.objects.visible_to(None).count() == int(is_announced)


def test_conclusions_close_again_together_with_their_conference():
    conference = held_conference(conclusions_public=True)
    ConclusionFactory(conference=conference)

    conference.is_public = False
    conference.save()

    assert Conclusion.objects.visible_to(None).count() == 0
    assert Attendance.objects.visible_to(None).count() == 0


def test_hosts_and_partners_read_their_own_before_it_is_announced():
    host, partner = OrganisationFactory(), OrganisationFactory()
    conference = ConferenceFactory(host=host, is_public=False)
    CoHostFactory(conference=conference, organisation=partner)

    keys = Conference.objects.get().reader_keys()

    assert keys == {organisation_key(host.pk), organisation_key(partner.pk)}


def test_who_sits_in_the_body_of_the_union_reads_its_meeting_and_the_chair_too():
    chair = PersonFactory()
    meeting = ConferenceFactory(
        kind=ConferenceKind.BODY_MEETING,
        body=BodyFactory(organisation__kind="own_union"),
        chair=chair,
        is_public=False,
    )

    assert {"seat:executive", person_key(chair.pk)} <= meeting.reader_keys()
    assert ANYONE not in meeting.reader_keys()


def test_the_body_of_an_association_opens_nothing_to_the_bodies_of_the_union():
    meeting = ConferenceFactory(
        kind=ConferenceKind.BODY_MEETING, body=BodyFactory(), is_public=False
    )

    assert "seat:executive" not in meeting.reader_keys()


def test_a_co_organiser_taken_out_reads_the_conference_no_longer():
    row = CoHostFactory(conference__is_public=False)
    key = organisation_key(row.organisation_id)

    row.delete()

    assert key not in Conference.objects.get().reader_keys()


def test_somebody_reads_their_own_registration_and_nobody_elses():
    person = PersonFactory()
    own = RegistrationFactory(person=person)
    RegistrationFactory()

    assert list(Registration.objects.visible_to(user_with(Role.EXPERT, person=person))) == [own]


def test_anyone_reads_signed_programmes_and_none_in_preparation():
    signed = signed_programme()
    ProgrammePartnerFactory()

    assert list(CoordinationProgramme.objects.visible_to(None)) == [signed]


def test_anyone_reads_who_gave_and_never_how_much():
    sponsorship = received_sponsorship()
    hidden = policy_of(Sponsorship).hidden_fields

    assert list(Sponsorship.objects.visible_to(None)) == [sponsorship]
    assert {"amount_promised", "amount_received"} <= hidden(None, sponsorship)
    assert hidden(user_with(Role.ACCOUNTANT), sponsorship) == frozenset()


def test_the_accountant_receives_what_the_contest_organiser_asked_for():
    sponsorship = SponsorshipFactory()
    accountant, organiser = user_with(Role.ACCOUNTANT), user_with(Role.CONTEST_ORGANISER)

    assert may(accountant, "receive_sponsorship", sponsorship)
    assert not may(organiser, "receive_sponsorship", sponsorship)
    assert may(organiser, "release_sponsorship", sponsorship)
    assert not may(accountant, "release_sponsorship", sponsorship)


def test_what_was_received_stands_fast(officer):
    sponsorship = received_sponsorship()

    assert not may(officer, "change", sponsorship)
    assert not may(officer, "delete", sponsorship)


def test_a_signed_programme_is_ended_and_not_deleted(officer):
    assert not may(officer, "delete", signed_programme())
    assert may(officer, "delete", ProgrammePartnerFactory(programme__title="Khác").programme)


def test_a_registration_offers_what_it_admits(officer):
    registration = RegistrationFactory()
    verbs = ("withdraw_registration", "restore_registration", "check_in", "undo_check_in")

    def offered():
        row = Registration.objects.get()
        return {verb for verb in verbs if may(officer, verb, row)}

    fresh = offered()
    actions.check_in(registration=registration, on=date(2022, 6, 10), by=officer)
    checked_in = offered()
    actions.undo_check_in(registration=registration, by=officer)
    actions.withdraw_registration(registration=registration, by=officer)

    assert fresh == {"withdraw_registration", "check_in"}
    assert checked_in == {"undo_check_in"}
    assert offered() == {"restore_registration"}


@pytest.mark.parametrize("role", [None, *OUTSIDERS, *OFFICE])
def test_what_can_be_viewed_is_what_is_listed(role):
    person = PersonFactory()
    user = user_with(role, person=person) if role else None
    conference = held_conference(conclusions_public=True)
    rows = [
        *hidden_rows(),
        conference,
        ConclusionFactory(conference=conference),
        RegistrationFactory(person=person),
        signed_programme(),
        received_sponsorship(),
    ]

    for model in {type(row) for row in rows}:
        listed = set(model.objects.visible_to(user))
        assert listed == {
            row for row in model.objects.all() if policy_of(model).can_view(user, row)
        }


def test_an_outsider_holds_no_key_of_the_office():
    assert not principals(user_with(Role.JUROR)) & policy_of(Conference).readers_of_all
