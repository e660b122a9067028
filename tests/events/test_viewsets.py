"""The screens of this room in the back office, as the people of the office use them."""

import csv
import io
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from lienhiep.events.choices import (
    Audience,
    ConferenceKind,
    CourseKind,
    EventState,
    Mode,
    Place,
    ProgrammeState,
)
from lienhiep.events.models import (
    Attendance,
    CharityEvent,
    Conclusion,
    Conference,
    CoordinationProgramme,
    Course,
    Delegation,
    Registration,
    Sponsorship,
)
from tests.factories.accounts import user_with
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
    TeacherFactory,
    coming,
    held_conference,
    open_event,
    received_sponsorship,
    signed_programme,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, officer):
    """A browser in which an officer is signed in."""
    client.force_login(officer)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def add_url(model):
    return f"{admin_list_url(model)}new/"


def verb_url(row, name):
    return admin_row_url(row).replace("inspect", f"do/{name}")


def labels_of_verbs(response):
    return [link.get_text(strip=True) for link in page(response).select(".lh-verbs a")]


def titles_in(response):
    return [cell.get_text(strip=True) for cell in page(response).select("td.title .title-wrapper")]


MAKE = {
    Conference: lambda: CoHostFactory().conference,
    Course: lambda: TeacherFactory().course,
    Attendance: AttendanceFactory,
    Registration: lambda: RegistrationFactory(person=PersonFactory()),
    Conclusion: ConclusionFactory,
    CoordinationProgramme: lambda: ProgrammePartnerFactory().programme,
    Sponsorship: SponsorshipFactory,
    Delegation: DelegationFactory,
    CharityEvent: CharityEventFactory,
}
NAMES = {"ids": lambda model: model.__name__}


@pytest.mark.parametrize("model", list(MAKE), **NAMES)
def test_a_list_asks_the_database_as_often_for_20_rows_as_for_1(office, model):
    MAKE[model]()
    office.get(admin_list_url(model))  # content types and sessions are warm from here on
    with CaptureQueriesContext(connection) as first:
        office.get(admin_list_url(model))
    for _number in range(19):
        MAKE[model]()

    with CaptureQueriesContext(connection) as second:
        office.get(admin_list_url(model))

    assert len(second) == len(first)


@pytest.mark.parametrize("model", list(MAKE), **NAMES)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_list_can_be_taken_to_a_spreadsheet(office, model, kind):
    MAKE[model]()

    response = office.get(admin_list_url(model), {"export": kind})

    assert response.status_code == 200
    assert len(b"".join(response.streaming_content) if response.streaming else response.content)


@pytest.mark.parametrize("model", list(MAKE), **NAMES)
def test_every_record_has_its_page_and_its_form(office, model):
    row = MAKE[model]()

    assert office.get(admin_row_url(row)).status_code == 200
    assert office.get(admin_row_url(row).replace("inspect", "edit")).status_code == 200


def test_the_list_of_conferences_exports_words_and_the_number_of_people(office):
    held_conference(title="Kinh tế biển")

    response = office.get(admin_list_url(Conference), {"export": "csv"})
    (row,) = csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig")))

    assert (row["Tên sự kiện"], row["Tình trạng sự kiện"], row["Số người"]) == (
        "Kinh tế biển",
        "Đã tổ chức",
        "30",
    )


def test_the_newest_conference_stands_first(office):
    ConferenceFactory(title="Cũ", on=date(2021, 5, 5))
    ConferenceFactory(title="Mới", on=date(2022, 5, 5))
    held_conference(title="Giữa", on=date(2021, 9, 9))

    assert titles_in(office.get(admin_list_url(Conference))) == ["Mới", "Giữa", "Cũ"]


def test_the_list_is_filtered_by_derived_state_and_kind(office):
    held_conference(title="Đúng", kind=ConferenceKind.DISCUSSION)
    held_conference(title="Khác loại")
    ConferenceFactory(title="Chưa ghi", kind=ConferenceKind.DISCUSSION)

    response = office.get(
        admin_list_url(Conference), {"state_code": EventState.HELD, "kind": "discussion"}
    )

    assert titles_in(response) == ["Đúng"]


def formset(name, *rows):
    facts = {f"{name}-TOTAL_FORMS": len(rows), f"{name}-INITIAL_FORMS": 0}
    facts |= {f"{name}-MIN_NUM_FORMS": 0, f"{name}-MAX_NUM_FORMS": 1000}
    for number, row in enumerate(rows):
        facts |= {f"{name}-{number}-{field}": value for field, value in row.items()}
        facts |= {f"{name}-{number}-ORDER": number + 1}
    return facts


def conference_typed(**facts):
    return {
        "title": "Hội thảo kinh tế biển",
        "kind": ConferenceKind.SEMINAR,
        "audience": Audience.INTELLECTUALS,
        "mode": Mode.ROOM,
        "starts_at": "10/06/2027 08:00",
        "ends_at": "10/06/2027 11:30",
        "place": "Hội trường",
        "host": OrganisationFactory().pk,
        **formset("co_hosts"),
        **facts,
    }


def test_a_conference_is_planned_in_one_form_with_its_co_organisers(office):
    partner = OrganisationFactory(name="Sở Nước")

    response = office.post(
        add_url(Conference),
        conference_typed(**formset("co_hosts", {"organisation": partner.pk})),
    )
    conference = Conference.objects.get()

    assert response.url == admin_row_url(conference)
    assert (conference.co_host_names, conference.planned_on) == ("Sở Nước", date(2027, 6, 10))
    assert [entry.log.action for entry in entries_of(conference)] == ["events.plan_conference"]


def test_our_own_union_is_offered_as_the_host(office):
    own = OrganisationFactory(kind="own_union")

    form = office.get(add_url(Conference)).context["form"]

    assert form["host"].initial == own.pk


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title": ""}, "title"),
        ({"ends_at": "09/06/2027 11:30"}, "ends_at"),
        ({"kind": ConferenceKind.BODY_MEETING}, "body"),
        ({"mode": Mode.ONLINE}, "place"),
        ({"starts_at": "ngày mai"}, "starts_at"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_typed_is_lost(office, typed, field):
    response = office.post(add_url(Conference), conference_typed(**typed))

    assert list(response.context["form"].errors) == [field]
    assert "Hội trường" in response.content.decode()
    assert Conference.objects.count() == 0


def test_a_course_is_planned_with_its_teachers(office):
    teacher = PersonFactory(full_name="Lý Hồ Sơ")

    office.post(
        add_url(Course),
        {
            "title": "Văn thư",
            "kind": CourseKind.ASSOCIATION_WORK,
            "audience": Audience.ASSOCIATIONS,
            "mode": Mode.ROOM,
            "starts_at": "10/06/2027 08:00",
            "sessions": 2,
            "place": "Hội trường",
            "host": OrganisationFactory().pk,
            **formset("teachers", {"person": teacher.pk, "topic": "Soạn thảo"}),
        },
    )

    assert Course.objects.get().teacher_names == "Lý Hồ Sơ"


def test_the_page_of_an_event_offers_what_its_state_admits(office):
    planned = labels_of_verbs(office.get(admin_row_url(coming())))
    done = labels_of_verbs(office.get(admin_row_url(held_conference())))

    assert planned == [
        "Mở đăng ký",
        "Đăng ký người dự",
        "Ấn định lại thời gian",
        "Ghi kết quả tổ chức",
        "Hoãn sự kiện",
        "Hủy sự kiện",
    ]
    assert done == ["Ghi kết luận", "Ghi số người dự theo nhóm", "Thôi ghi là đã tổ chức"]


def test_the_leader_reads_the_page_and_is_offered_nothing(client, leader):
    client.force_login(leader)

    assert labels_of_verbs(client.get(admin_row_url(held_conference()))) == []


def test_an_event_is_recorded_as_held_from_its_page(office):
    conference = ConferenceFactory()
    url = verb_url(conference, "record_held")
    asked = office.get(url).context["form"]

    office.post(url, {"on": "10/06/2022", "in_room": "40", "online": "25"})

    assert asked.initial["on"] == date(2022, 6, 10)
    assert Conference.objects.get().attended() == 65


def test_people_ticked_as_present_are_offered_as_the_number(office):
    registration = RegistrationFactory(place=Place.ONLINE, checked_in_on=date(2022, 6, 10))

    form = office.get(verb_url(registration.conference, "record_held")).context["form"]

    assert form.initial["online"] == 1


def test_nobody_is_asked_for_people_online_where_nobody_could_be(office):
    form = office.get(verb_url(ConferenceFactory(mode=Mode.ROOM), "record_held")).context["form"]

    assert list(form.fields) == ["on", "in_room", "source"]


def test_a_refusal_stands_in_the_form_with_what_was_typed(office):
    conference = ConferenceFactory()

    response = office.post(
        verb_url(conference, "record_held"), {"on": "01/06/2022", "in_room": "40"}
    )

    assert list(response.context["form"].errors) == ["on"]
    assert Conference.objects.get().held_on is None


def test_a_course_is_recorded_with_sessions_and_certificates(office):
    course = CourseFactory(sessions=4)

    office.post(
        verb_url(course, "hold_course"),
        {"on": "10/06/2022", "sessions": "3", "in_room": "20", "certificates": "18"},
    )

    row = Course.objects.get()
    assert (row.sessions, row.certificates, row.state) == (3, 18, EventState.HELD)


def test_conclusions_are_typed_one_in_each_line(office):
    conference = held_conference()

    office.post(verb_url(conference, "record_conclusions"), {"texts": "Một\n\nHai\nBa"})

    assert [row.text for row in conference.conclusions.order_by("number")] == ["Một", "Hai", "Ba"]
    text = page(office.get(admin_row_url(conference))).find(id="events-conclusions")
    assert len(text.parent.select("tbody tr")) == 3


def test_registration_is_opened_and_a_participant_put_on_the_list(office):
    event = coming(days=10)
    until = (today() + timedelta(days=5)).strftime("%d/%m/%Y")

    office.post(
        verb_url(event, "open_registration"),
        {"opens_on": today().strftime("%d/%m/%Y"), "closes_on": until, "capacity": "50"},
    )
    office.post(
        verb_url(event, "register_attendee"),
        {"name": "Nguyễn Tham Dự", "place": "room", "channel": "invitation"},
    )

    row = Registration.objects.get()
    assert (row.name, row.channel, row.conference.capacity) == ("Nguyễn Tham Dự", "invitation", 50)


def test_a_person_of_the_directory_is_registered_from_the_list(office):
    event, person = open_event(), PersonFactory(full_name="Lê Có Tên")

    office.post(
        add_url(Registration),
        {"conference": event.pk, "person": person.pk, "place": "online", "channel": "telephone"},
    )

    assert str(Registration.objects.get()) == "Lê Có Tên"


def test_a_registration_for_nothing_is_refused(office):
    response = office.post(
        add_url(Registration), {"name": "Ai đó", "place": "room", "channel": "telephone"}
    )

    assert list(response.context["form"].errors) == ["conference"]


@pytest.mark.parametrize("role", [Role.LEADER, Role.EDITOR])
def test_registrations_are_for_those_who_do_the_work(client, role):
    registration = RegistrationFactory(name="Nguyễn Tham Dự")
    client.force_login(user_with(role))

    assert client.get(admin_row_url(registration)).status_code == 404
    text = client.get(admin_row_url(registration.conference)).content.decode()
    assert "Nguyễn Tham Dự" not in text


def test_a_programme_is_prepared_signed_and_sums_up_its_years(office):
    partner = OrganisationFactory(name="Sở Y tế")
    office.post(
        add_url(CoordinationProgramme),
        {
            "title": "Chăm sóc sức khỏe",
            "prepared_since": "10/01/2022",
            "is_public": "on",
            **formset("partners", {"organisation": partner.pk}),
        },
    )
    programme = CoordinationProgramme.objects.get()

    office.post(verb_url(programme, "sign_programme"), {"on": "01/03/2022"})
    office.post(verb_url(programme, "record_result"), {"year": "2022", "text": "Ba lớp"})

    programme.refresh_from_db()
    assert (programme.partner_names, programme.state) == ("Sở Y tế", ProgrammeState.IN_FORCE)
    assert "Ba lớp" in page(office.get(admin_row_url(programme))).get_text()


def test_a_sponsorship_is_promised_and_received_in_the_words_of_an_office(office):
    office.post(
        add_url(Sponsorship),
        {
            "sponsor": OrganisationFactory().pk,
            "purpose": "Cuộc thi",
            "kind": "money",
            "amount_promised": "50 triệu",
            "promised_on": "01/04/2022",
        },
    )
    sponsorship = Sponsorship.objects.get()

    office.post(
        verb_url(sponsorship, "receive_sponsorship"), {"on": "01/06/2022", "amount": "12,5 triệu"}
    )

    sponsorship.refresh_from_db()
    assert (sponsorship.amount_promised, sponsorship.amount_received) == (50_000_000, 12_500_000)


def test_a_delegation_and_charity_are_recorded(office):
    host = OrganisationFactory()

    office.post(
        add_url(Delegation),
        {
            "direction": "in",
            "organisation": host.pk,
            "starts_on": "10/06/2022",
            "people": "6",
            "purpose": "Trao đổi",
        },
    )
    office.post(
        add_url(CharityEvent),
        {"title": "Tặng quà", "done_on": "25/01/2022", "host": host.pk, "amount": "15 triệu"},
    )

    assert Delegation.objects.get().ends_on == date(2022, 6, 10)
    assert CharityEvent.objects.get().amount == 15_000_000


def test_what_was_received_is_offered_no_correction_but_to_be_taken_back(office):
    response = office.get(admin_row_url(received_sponsorship()))

    assert labels_of_verbs(response) == ["Thôi ghi nhận tài trợ"]


def test_a_signed_programme_offers_what_it_admits(office):
    assert labels_of_verbs(office.get(admin_row_url(signed_programme(until=None)))) == [
        "Ghi kết quả thực hiện năm",
        "Kết thúc chương trình",
        "Thôi ghi việc ký kết",
    ]
