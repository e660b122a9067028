"""Records of conferences, courses and partners for tests, and who may do something with them."""

from datetime import UTC, date, datetime, time, timedelta

import factory

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.core.period import ZONE, today
from lienhiep.events import actions, models
from lienhiep.events.choices import (
    Audience,
    ConferenceKind,
    CourseKind,
    Direction,
    Mode,
    Place,
    SupportKind,
)
from tests.factories.accounts import user_with
from tests.factories.directory import OrganisationFactory, PersonFactory


def at(day: date, hour: int = 8) -> datetime:
    """Return a moment in Vietnam, as the database gives it back."""
    return datetime.combine(day, time(hour), ZONE).astimezone(UTC)


class EventFactory(factory.django.DjangoModelFactory):
    """What conferences and courses share: one morning in June 2022, in the room and online."""

    class Meta:
        abstract = True

    class Params:
        on = date(2022, 6, 10)

    mode = Mode.BOTH
    audience = Audience.INTELLECTUALS
    host = factory.SubFactory(OrganisationFactory)
    starts_at = factory.LazyAttribute(lambda event: at(event.on))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + timedelta(hours=3))
    place = "Hội trường"


class ConferenceFactory(EventFactory):
    class Meta:
        model = models.Conference

    title = factory.Sequence(lambda n: f"Hội thảo số {n}")
    kind = ConferenceKind.SEMINAR


class CourseFactory(EventFactory):
    class Meta:
        model = models.Course

    title = factory.Sequence(lambda n: f"Lớp tập huấn số {n}")
    kind = CourseKind.TECHNICAL
    sessions = 2


class CoHostFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.CoHost

    conference = factory.SubFactory(ConferenceFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class TeacherFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Teacher

    course = factory.SubFactory(CourseFactory)
    person = factory.SubFactory(PersonFactory)


class ConclusionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Conclusion

    conference = factory.SubFactory(ConferenceFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Nâng cao chất lượng công việc thứ {n}")


class AttendanceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Attendance

    conference = factory.SubFactory(ConferenceFactory)
    place = Place.ROOM
    audience = Audience.INTELLECTUALS
    number = 30


class RegistrationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Registration

    conference = factory.SubFactory(ConferenceFactory)
    name = factory.Sequence(lambda n: f"Nguyễn Tham Dự {n}")
    email = factory.Sequence(lambda n: f"du-{n}@lienhiep.example")


class CoordinationProgrammeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.CoordinationProgramme

    title = factory.Sequence(lambda n: f"Chương trình phối hợp số {n}")
    prepared_since = date(2022, 1, 10)


class ProgrammePartnerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ProgrammePartner

    programme = factory.SubFactory(CoordinationProgrammeFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class SponsorshipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Sponsorship

    sponsor = factory.SubFactory(OrganisationFactory)
    purpose = "Cuộc thi sáng tạo năm 2022"
    kind = SupportKind.MONEY
    amount_promised = 50_000_000
    promised_on = date(2022, 4, 1)


class DelegationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Delegation

    direction = Direction.IN
    organisation = factory.SubFactory(OrganisationFactory)
    starts_on = date(2022, 6, 10)
    people = 6
    purpose = "Trao đổi kinh nghiệm"


class CharityEventFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.CharityEvent

    title = factory.Sequence(lambda n: f"Tặng quà lần {n}")
    done_on = date(2022, 1, 25)
    host = factory.SubFactory(OrganisationFactory)
    amount = 15_000_000


def officer() -> User:
    """Make an officer, who does the work of this room."""
    return user_with(Role.OFFICER)


def held(event, *, in_room: int = 30, online: int = 0, by: User | None = None):
    """Record an event as held on its last day, and return it."""
    actions.record_held(
        event=event, on=event.ends_on, in_room=in_room, online=online, by=by or officer()
    )
    return event


def held_conference(**facts) -> models.Conference:
    """Make a conference that was held."""
    return held(ConferenceFactory(**facts))


def coming(factory_class=ConferenceFactory, *, days: int = 10, **facts):
    """Make an event some days from now."""
    return factory_class(on=today() + timedelta(days=days), **facts)


def open_event(factory_class=ConferenceFactory, *, capacity: int | None = None, **facts):
    """Make an event that takes registrations today."""
    event = coming(factory_class, **facts)
    actions.open_registration(
        event=event,
        opens_on=today() - timedelta(days=1),
        closes_on=today() + timedelta(days=5),
        capacity=capacity,
        by=officer(),
    )
    return event


def signed_programme(
    *, on: date = date(2022, 3, 1), until: date | None = date(2025, 12, 31), **facts
) -> models.CoordinationProgramme:
    """Make a programme with a partner, signed on a day."""
    programme = ProgrammePartnerFactory(programme__title=facts.pop("title", "Phối hợp"), **facts)
    programme = programme.programme
    actions.sign_programme(programme=programme, on=on, valid_until=until, by=officer())
    return programme


def received_sponsorship(*, on: date = date(2022, 6, 1), **facts) -> models.Sponsorship:
    """Make a sponsorship that was received."""
    sponsorship = SponsorshipFactory(**facts)
    actions.receive_sponsorship(sponsorship=sponsorship, on=on, by=officer())
    return sponsorship
