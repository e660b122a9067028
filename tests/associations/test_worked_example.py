"""The demonstration's 2022 comes out as the report of that year and the press tell it.

Every figure is counted twice: by its own function, and by SQL written here from the words of
the catalogue, so that a mistake in the one is not repeated in the other.
"""

from datetime import date

import pytest
from django.db import connection, transaction

from lienhiep.accounts.models import User
from lienhiep.associations.models import Membership, Seat, Term
from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.history import entries_of
from lienhiep.core.period import Period
from lienhiep.core.principals import principals
from lienhiep.demo import associations, people, site

pytestmark = pytest.mark.django_db  # else this file alone would find no tables

YEAR = Period.year(2022)
DATA_DATE = date(2023, 1, 10)
FIRST, LAST = date(2022, 1, 1), date(2022, 12, 31)


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load the associations of the demonstration once for this module, and take them back."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        site.load()
        people.load()
        associations.load()
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


def value_of(code, period=YEAR):
    return evaluate(figure_named(code), period, max(DATA_DATE, period.end))


def number(query, *values):
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchone()[0]


ACTIVE = (
    "SELECT COUNT(*) FROM associations_membership WHERE kind = %s AND since <= %s"
    " AND (until IS NULL OR until >= %s)"
)


@pytest.mark.parametrize(("year", "count"), [(2019, 26), (2020, 26), (2022, 27), (2023, 28)])
def test_member_associations_are_26_in_2019_27_in_2022_and_28_in_2023(year, count):
    end = date(year, 12, 31)

    assert value_of("B01", Period.year(year)).value == count
    assert number(ACTIVE, "member_association", end, end) == count


def test_other_members_are_3_collective_ones_and_2_units():
    assert (value_of("B02").value, value_of("B03").value) == (3, 2)
    assert number(ACTIVE, "collective_member", LAST, LAST) == 3
    assert number(ACTIVE, "subordinate_unit", LAST, LAST) == 2


def test_members_pass_90000_by_the_end_of_2023():
    query = (
        "SELECT SUM(s.members) FROM associations_memberstatement s"
        " JOIN associations_membership m ON m.organisation_id = s.organisation_id"
        " WHERE m.kind = 'member_association' AND s.on = %s AND s.taken_back_on IS NULL"
    ).replace("s.on", 's."on"')

    totals = [value_of("B04", Period.year(year)).value for year in (2022, 2023)]

    assert totals == [number(query, LAST), number(query, date(2023, 12, 31))]
    assert totals[0] == 89_760
    assert totals[1] > 90_000


def test_persons_admitted_are_added_up_from_the_reports_of_the_associations():
    counted = number(
        "SELECT SUM(number) FROM associations_personsadmitted WHERE until BETWEEN %s AND %s"
        " AND taken_back_on IS NULL",
        FIRST,
        LAST,
    )

    assert value_of("B05").value == counted == 1_072


def test_5_congresses_were_held_7_were_due_and_1_was_overdue():
    held = number(
        "SELECT COUNT(*) FROM associations_congress c JOIN associations_body b ON b.id = c.body_id"
        " WHERE c.held_on BETWEEN %s AND %s AND b.kind = 'executive' AND c.kind = 'regular'",
        FIRST,
        LAST,
    )
    due = number(
        "SELECT COUNT(*) FROM associations_term t JOIN associations_body b ON b.id = t.body_id"
        " WHERE t.due_on BETWEEN %s AND %s AND b.kind = 'executive'"
        " AND (t.ended_on IS NULL OR t.ended_on >= %s)",
        FIRST,
        LAST,
        FIRST,
    )
    overdue = number(
        "SELECT COUNT(*) FROM associations_term t JOIN associations_body b ON b.id = t.body_id"
        " JOIN associations_membership m ON m.organisation_id = b.organisation_id"
        " WHERE t.due_on < %s AND (t.ended_on IS NULL OR t.ended_on >= %s)"
        " AND b.kind = 'executive' AND m.since <= %s",
        LAST,
        LAST,
        LAST,
    )

    value = value_of("B07")

    assert (value.value, value.plan, value_of("B07b").value) == (5, 7, 1)
    assert (held, due, overdue) == (5, 7, 1)


def test_party_cell_held_its_congress_for_2022_to_2025():
    term = Term.objects.get(body__kind="party_cell", label="2022-2025")

    assert value_of("B10a").value == 1
    assert term.started_on.year == 2022
    assert term.congress.kind == "regular"


def test_cadre_plans_were_gone_through_and_one_cadre_was_appointed():
    planned = number(
        "SELECT COUNT(DISTINCT p.person_id) FROM associations_plannedcadre p"
        " JOIN associations_cadrereview r ON r.plan_id = p.plan_id"
        " WHERE r.on BETWEEN %s AND %s".replace("r.on", 'r."on"'),
        FIRST,
        LAST,
    )

    assert value_of("B09").value == planned == 9
    assert value_of("B09a").value == 1


def test_term_of_the_union_ran_on_past_its_due_day():
    term = Term.objects.get(label="2019-2024", body__organisation__kind="own_union")

    days = (term.started_on, term.due_on, term.ended_on)

    assert days == (date(2019, 7, 26), date(2024, 7, 26), date(2025, 12, 29))


def test_committee_of_2022_had_39_seats_and_its_seats_ended_with_the_congress():
    seats = Seat.objects.filter(body__kind="executive", body__organisation__kind="own_union")

    assert seats.held_on(LAST).count() == 39
    assert seats.held_on(date(2025, 12, 29)).count() == 39
    assert seats.held_on(date(2025, 12, 30)).count() == 15
    assert not Seat.objects.past_their_term(date(2026, 1, 1)).exists()


def test_contact_officer_acts_for_one_association():
    user = User.objects.get(email="contact-officer@lienhiep.example")
    gardeners = Membership.objects.get(organisation__name="Hội Làm vườn Nghệ An")

    acting = {key for key in principals(user, LAST) if key.startswith("org:")}

    assert acting == {f"org:{gardeners.organisation_id}"}


def test_no_position_is_filled_beyond_what_it_holds():
    seats = Seat.objects.select_related("body", "position", "term__body", "person")

    for seat in seats:
        seat.full_clean()


def test_loading_again_changes_nothing():
    before = Seat.objects.count(), Membership.objects.count()

    associations.load()

    assert (Seat.objects.count(), Membership.objects.count()) == before


def test_admission_of_2021_went_through_its_application():
    membership = Membership.objects.get(
        organisation__name="Hội Quy hoạch phát triển đô thị tỉnh Nghệ An"
    )

    actions = [entry.log.action for entry in entries_of(membership)]

    assert membership.since == date(2021, 4, 8)
    assert "associations.admit_member" in actions
