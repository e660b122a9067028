"""The demonstration's 2022 comes out as the account of that year tells it.

Every figure is counted twice: by its own function, and by SQL written here from the words of
the catalogue, so that a mistake in the one is not repeated in the other.
"""

from datetime import date

import pytest
from django.db import connection, transaction

from lienhiep.core.data_checks import all_checks
from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.core.principals import organisation_key, principals
from lienhiep.core.waiting import waiting_for
from lienhiep.demo import associations, office, people, site
from lienhiep.demo.people import account
from lienhiep.office.models import OfficialDocument, Receipt, ResolutionReview

pytestmark = pytest.mark.django_db

YEAR = Period.year(2022)
DATA_DATE = date(2023, 1, 10)
BEGIN, END = date(2022, 1, 1), date(2022, 12, 31)
GENERAL = "d.secrecy = 'none' AND b.kind = 'general' AND d.voided_on IS NULL"
SENT = (
    " FROM office_receipt r JOIN office_dispatch s ON s.id = r.dispatch_id"
    " JOIN office_officialdocument d ON d.id = s.document_id"
    " JOIN office_registerbook b ON b.id = d.book_id"
    f" WHERE {GENERAL} AND s.cancelled_on IS NULL AND s.sent_on BETWEEN %s AND %s"
    " AND d.origin IN ('party', 'state', 'province')"
)


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load the documents of the demonstration once for this module, and take them back after."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        site.load()
        people.load()
        associations.load()
        office.load()
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


def value_of(code, period=YEAR):
    return evaluate(figure_named(code), period, DATA_DATE)


def sql(query, *values):
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def test_46_documents_were_forwarded_to_the_member_associations():
    value = value_of("A03")

    assert value.value == 46
    assert {part.key: part.value for part in value.parts} == {
        "party": 20,
        "state": 11,
        "province": 15,
    }
    assert sql(f"SELECT COUNT(DISTINCT d.id){SENT}", BEGIN, END) == [(46,)]


def test_each_went_to_every_member_association_of_its_day():
    value = value_of("A03a")

    assert value.value == sql(f"SELECT COUNT(*){SENT}", BEGIN, END)[0][0]
    members = sql(f"SELECT COUNT(DISTINCT r.organisation_id){SENT}", BEGIN, END)[0][0]
    assert value.value == 46 * members


def test_most_sendings_were_acknowledged_and_most_of_them_in_time():
    acknowledged, in_time = value_of("A04"), value_of("A04a")

    assert [(acknowledged.value,)] == sql(
        f"SELECT COUNT(*){SENT} AND r.acknowledged_at IS NOT NULL", BEGIN, END
    )
    late = [
        receipt
        for receipt in Receipt.objects.filter(dispatch__sent_on__range=(BEGIN, END))
        if receipt.is_in_time is False
    ]
    assert in_time.value == acknowledged.value - len(late)
    assert 80 < acknowledged.parts[1].share < 100
    assert 70 < in_time.parts[1].share < acknowledged.parts[1].share


def test_documents_received_and_issued_are_those_of_the_registers():
    received = sql(
        "SELECT COUNT(*) FROM office_officialdocument d"
        f" JOIN office_registerbook b ON b.id = d.book_id WHERE {GENERAL}"
        " AND d.direction = 'received' AND d.received_on BETWEEN %s AND %s",
        BEGIN,
        END,
    )
    issued = sql(
        "SELECT COUNT(*) FROM office_officialdocument d"
        f" JOIN office_registerbook b ON b.id = d.book_id WHERE {GENERAL}"
        " AND d.direction = 'issued' AND d.issued_on BETWEEN %s AND %s",
        BEGIN,
        END,
    )

    assert [(value_of("A05a").value,)] == received == [(62,)]
    assert [(value_of("A05b").value,)] == issued == [(25,)]
    assert value_of("A05").value == 87


def test_two_resolutions_were_reviewed_together_with_two_bodies():
    assert value_of("A06").value == 2
    assert sql(
        "SELECT d.symbol FROM office_resolutionreview r"
        " JOIN office_officialdocument d ON d.id = r.document_id"
        " WHERE r.concluded_on BETWEEN %s AND %s ORDER BY d.symbol",
        BEGIN,
        END,
    ) == [("06-NQ/TU",), ("20-NQ/TW",)]
    chairs = {review.chairs_label for review in ResolutionReview.objects.exclude(concluded_on=None)}
    assert chairs == {"Ban Tuyên giáo Tỉnh ủy, Sở Khoa học và Công nghệ"}


def test_reports_were_collected_for_both_reviews():
    assert [(value_of("A06a").value,)] == sql(
        "SELECT COUNT(*) FROM office_reviewrequest WHERE received_on BETWEEN %s AND %s", BEGIN, END
    )
    assert value_of("A06a").value == 17


def test_the_year_before_is_there_to_compare():
    assert value_of("A03", Period.year(2021)).value == 4


@pytest.mark.parametrize(
    ("symbol", "day"),
    [
        (office.REWARDS_OF_THE_PROVINCE, date(2022, 3, 10)),
        (office.COMMENDATION, date(2023, 1, 5)),
        (office.PRIZES, date(2022, 10, 12)),
        (office.PLAN_OF_WORK, date(2022, 1, 6)),
        ("20-NQ/TW", date(2012, 11, 1)),
        ("06-NQ/TU", date(2016, 12, 14)),
    ],
)
def test_other_rooms_find_their_deciding_documents(symbol, day):
    document = office.document(symbol)

    assert (document.issued_on, document.is_open_to_readers) == (day, True)
    assert document.original is not None


def test_loading_again_leaves_everything_as_it_is():
    before = OfficialDocument.objects.count()

    office.load()

    assert OfficialDocument.objects.count() == before


def test_the_desks_of_today_have_work():
    waiting = {
        role: [item for item in waiting_for(account(role)) if item.room == "office"]
        for role in ("records_clerk", "leader", "officer", "contact_officer")
    }

    assert all(waiting.values()), {role: len(items) for role, items in waiting.items()}


def test_the_contact_officer_acts_for_a_member_association():
    held = principals(account("contact_officer"))

    mine = [
        receipt
        for receipt in Receipt.objects.owed()
        if organisation_key(receipt.organisation_id) in held
    ]

    assert mine


def test_nothing_of_the_demonstration_stumbles_over_a_check():
    findings = [
        finding.message
        for check in all_checks()
        if check.name.startswith("office.")
        for finding in check.find()
    ]

    assert findings == []
