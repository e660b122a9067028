"""`lienhiep figure` and `lienhiep report`."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from lienhiep.accounts.choices import Role
from lienhiep.core.figures import registry
from lienhiep.core.principals import ANYONE
from tests.factories.accounts import user_with
from tests.factories.journal import published_issue
from tests.factories.reports import StatementFactory

pytestmark = pytest.mark.django_db

KEYS = {
    "code",
    "name",
    "label",
    "period",
    "unit",
    "value",
    "parts",
    "records",
    "plan",
    "stated",
    "statement",
    "counting_date",
    "data_date",
}


def said(*args, **options):
    out = StringIO()
    call_command(*args, stdout=out, **options)
    return out.getvalue()


def answered(*args, **options):
    return json.loads(said(*args, "--json", **options))


def test_a_figure_in_json_says_what_a_program_needs(issues):
    answer = answered("figure", "E01", "2022", "--data-date", "2023-01-10")

    assert set(answer) == KEYS
    assert (answer["code"], answer["name"], answer["period"]) == (
        "E01",
        "journal.issues_published",
        "2022",
    )
    assert (answer["value"], answer["records"], answer["stated"]) == (3, 2, False)
    assert answer["data_date"] == "2023-01-10"


def test_a_figure_broken_down_lists_label_value_and_share(issues):
    parts = answered("figure", "e03", "2022")["parts"]

    assert [set(part) for part in parts] == [{"label", "value", "share"}] * 2
    assert [(part["value"], part["share"]) for part in parts] == [(1, 50), (1, 50)]


@pytest.mark.parametrize(
    ("period", "value"),
    [
        ("2022", 3),
        ("2022-H1", 3),
        ("2022-H2", 0),
        ("2022-9M", 3),
        ("2022-Q1", 1),
        ("2022-Q2", 2),
        ("2022-06", 2),
        ("2022-03-11..2022-12-31", 2),
        ("2021", 0),
    ],
)
def test_every_kind_of_period_is_counted(issues, period, value):
    answer = answered("figure", "journal.issues_published", period)

    assert (answer["period"], answer["value"]) == (period, value)


def test_a_period_that_has_not_begun_has_no_value(issues):
    answer = answered("figure", "E01", "2022", "--data-date", "2021-06-01")

    assert (answer["value"], answer["parts"], answer["records"]) == (None, [], 0)


def test_a_stated_number_stands_beside_the_counted_one(issues):
    StatementFactory(value=11, reason="Theo báo cáo giấy")

    answer = answered("figure", "E01", "2022")

    assert (answer["value"], answer["stated"]) == (3, False)
    assert answer["statement"] == {
        "value": 11,
        "reason": "Theo báo cáo giấy",
        "source": "15/BC-LHH",
    }


def test_records_are_listed_as_the_public_sees_them_or_as_an_account(issues, leader):
    hidden = published_issue(number=4, is_public=False)

    public = answered("figure", "E01", "2022", "--records")
    office = answered("figure", "E01", "2022", "--records", "--as", leader.email)

    assert hidden.pk not in [row["id"] for row in public["rows"]]
    assert public["withheld"] == 3 - len(public["rows"])
    assert hidden.pk in [row["id"] for row in office["rows"]]
    assert office["withheld"] == 0
    assert public["value"] == office["value"] == 4


def test_a_line_for_people(issues):
    assert said("figure", "E01", "2022").startswith("E01  Số tập san đã xuất bản: 3 ")


def test_a_report_lists_every_figure(issues):
    answer = answered("report", "2022", "--data-date", "2023-01-10")

    assert set(answer) == {"period", "label", "data_date", "figures"}
    assert [one["code"] for one in answer["figures"]] == sorted(
        code for code, figure in registry._by_code.items() if ANYONE in figure.readers
    )
    assert all(set(one) == KEYS for one in answer["figures"])
    assert said("report", "2022").splitlines()[0] == "Năm 2022"


def test_a_figure_for_some_is_refused_to_the_public_and_given_to_them(issues, monkeypatch):
    figure = registry._by_code["E01"]
    closed = type(figure)(**{**figure.__dict__, "readers": frozenset({"role:leader"})})
    monkeypatch.setitem(registry._by_code, "E01", closed)
    leader = user_with(Role.LEADER)

    with pytest.raises(CommandError):
        said("figure", "E01", "2022")
    assert answered("figure", "E01", "2022", "--as", leader.email)["value"] == 3
    assert "E01" not in [one["code"] for one in answered("report", "2022")["figures"]]


@pytest.mark.parametrize(
    "arguments",
    [
        ("figure", "Z99", "2022"),
        ("figure", "E01", "2022-H3"),
        ("figure", "E01", "2022", "--data-date", "31/02/2022"),
        ("figure", "E01", "2022", "--as", "khong-co@lienhiep.example"),
        ("report", "nam nay"),
    ],
)
def test_what_cannot_be_answered_fails_with_a_sentence(db, arguments):
    with pytest.raises(CommandError) as failure:
        said(*arguments)

    assert str(failure.value)
