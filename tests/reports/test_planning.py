"""Targets are the plan of figures; a reported period stands at the data date of its report."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from lienhiep.core.figures import evaluate, figure_named, usual_data_date
from lienhiep.core.period import Period, today
from lienhiep.reports.actions import freeze_report, withdraw_report
from lienhiep.reports.models import Report
from tests.factories.journal import PlannedIssueFactory, YearPlanFactory
from tests.factories.reports import KeyTaskFactory, ReportFactory, TargetFactory, approved

pytestmark = pytest.mark.django_db
YEAR = Period.year(2022)


def plan_of(code, period=YEAR):
    value = evaluate(figure_named(code), period)
    return value.plan, value.of_plan


def test_the_target_of_an_approved_plan_is_the_plan_of_its_figure_for_exactly_that_year(issues):
    target = TargetFactory(value=8)
    assert plan_of("E04a") == (None, None)

    approved(target.plan)

    assert plan_of("E04a")[0] == 8
    assert plan_of("E04a", Period.half(2022, 1)) == (None, None)
    assert plan_of("E04a", Period.year(2021)) == (None, None)


def test_the_plan_of_the_room_itself_comes_first(issues):
    plan = YearPlanFactory()
    for number in (1, 2, 3, 4):
        PlannedIssueFactory(plan=plan, number=number, month=3)
    approved(TargetFactory(code="E01", value=12).plan)

    assert plan_of("E01") == (4, 75)


def test_a_target_is_the_plan_where_the_room_planned_nothing(issues):
    approved(TargetFactory(code="E01", value=12).plan)

    assert plan_of("E01") == (12, 25)


def test_pages_and_commands_show_plan_and_percent(client, issues):
    approved(TargetFactory(code="E02", value=20).plan)
    out = StringIO()

    call_command("figure", "E02", "2022", "--json", stdout=out)
    figure = client.get("/so-lieu/E02/", {"period": "2022"}).content.decode()
    catalogue = client.get("/so-lieu/", {"period": "2022"})

    answer = json.loads(out.getvalue())
    item = next(
        item
        for chapter in catalogue.context["sections"]
        for item in chapter.items
        if item.now.figure.code == "E02"
    )
    assert answer["plan"] == 20
    assert item.now.of_plan == round(100 * answer["value"] / 20)
    assert f"({item.now.of_plan}%)" in catalogue.content.decode()
    assert f"đạt {item.now.of_plan}%" in figure


def counted(*arguments):
    out = StringIO()
    call_command(*arguments, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_nothing_signed_means_today(report, issues):
    assert usual_data_date(YEAR) == today()
    assert counted("figure", "E01", "2022")["data_date"] == today().isoformat()


def test_the_newest_report_on_exactly_the_period_gives_the_data_date(leader, issues):
    for day in (date(2022, 4, 1), date(2022, 5, 1)):
        freeze_report(report=ReportFactory(data_date=day), by=leader)
    freeze_report(
        report=ReportFactory(period_code="2022-H1", data_date=date(2022, 7, 1)), by=leader
    )

    answer = counted("figure", "E01", "2022")
    whole = counted("report", "2022")

    assert (answer["data_date"], answer["value"]) == ("2022-05-01", 1)
    assert whole["data_date"] == "2022-05-01"
    assert {one["data_date"] for one in whole["figures"]} == {"2022-05-01"}
    assert counted("figure", "E01", "2022-Q2")["data_date"] == today().isoformat()


def test_a_report_that_is_withdrawn_says_nothing_more(leader, issues):
    report = freeze_report(report=ReportFactory(data_date=date(2022, 4, 1)), by=leader)
    withdraw_report(report=report, by=leader, reason="Sai")

    assert usual_data_date(YEAR) == today()


def test_a_named_day_comes_before_the_report(leader, issues):
    freeze_report(report=ReportFactory(data_date=date(2022, 4, 1)), by=leader)

    answer = counted("figure", "E01", "2022", "--data-date", "2022-12-31")

    assert (answer["data_date"], answer["value"]) == ("2022-12-31", 3)


def test_the_site_the_office_and_the_list_behind_a_figure_agree_on_the_day(client, leader, issues):
    freeze_report(report=ReportFactory(data_date=date(2022, 4, 1)), by=leader)
    client.force_login(leader)
    asked = {"period": "2022"}

    site = client.get("/so-lieu/", asked).context
    page = client.get("/so-lieu/E01/", asked).context
    office = client.get("/quan-tri/figures/", asked).context
    listed = client.get("/quan-tri/journal/issue/", {"figure": "E01", **asked}).context

    assert site["data_date"] == office["data_date"] == date(2022, 4, 1)
    assert page["value"].data_date == listed["figure_value"].data_date == date(2022, 4, 1)
    assert page["value"].value == listed["figure_value"].value == 1
    assert "theo báo cáo đã ký" in client.get("/so-lieu/", asked).content.decode()


def test_todays_count_is_one_click_away(client, leader, issues):
    freeze_report(report=ReportFactory(data_date=date(2022, 4, 1)), by=leader)
    link = f"?period=2022&amp;data_date={today().isoformat()}"

    assert link in client.get("/so-lieu/", {"period": "2022"}).content.decode()
    later = client.get("/so-lieu/", {"period": "2022", "data_date": today().isoformat()})
    assert f"data_date={today().isoformat()}" in later.content.decode()
    assert later.context["asked"].is_reported is False


def test_key_tasks_count_by_the_day_on_which_they_are_due(leader):
    plan = KeyTaskFactory(due_on=date(2022, 3, 1), done_on=date(2022, 2, 1)).plan
    KeyTaskFactory(plan=plan, due_on=date(2022, 4, 1), done_on=date(2022, 5, 1))
    KeyTaskFactory(plan=plan, due_on=date(2022, 12, 31), done_on=date(2023, 1, 5))
    KeyTaskFactory(plan=plan, due_on=date(2022, 12, 31))
    KeyTaskFactory(
        plan=plan, due_on=date(2022, 6, 1), dropped_on=date(2022, 5, 1), drop_reason="Thôi"
    )
    done, in_time = figure_named("P01"), figure_named("P02")
    assert evaluate(done, YEAR).value == 0

    approved(plan)

    shares = [(part.value, part.share) for part in evaluate(done, YEAR).parts]
    assert shares == [(4, None), (2, 50)]
    assert evaluate(in_time, YEAR).value == 1
    assert evaluate(done, Period.quarter(2022, 1)).value == 1
    assert evaluate(done, YEAR, date(2022, 4, 10)).parts[0].value == 2


def test_a_task_completed_late_shows_under_a_signed_report(leader):
    task = KeyTaskFactory(due_on=date(2022, 12, 31))
    approved(task.plan)
    report = freeze_report(report=ReportFactory(), by=leader)
    task.done_on = date(2022, 12, 30)
    task.save()

    kept = report.frozen_figures.get(code="P01")

    assert kept.value == 0
    assert evaluate(figure_named("P01"), report.period, report.data_date).value == 1
    assert Report.objects.get().is_frozen
