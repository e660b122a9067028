"""Signing keeps every figure with the records behind it; what is signed stays."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from lienhiep.core.figures import all_figures, evaluate, figure_named
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.reports.actions import (
    digest_of,
    freeze_report,
    hide_report,
    number_report,
    redraft_report,
    show_report,
    withdraw_report,
)
from lienhiep.reports.choices import ReportState
from lienhiep.reports.models import FrozenFigure, FrozenRecord, Report, Section
from tests.factories.journal import published_issue
from tests.factories.reports import ReportFactory, SectionFactory, StatementFactory

pytestmark = pytest.mark.django_db


def frozen(report, code):
    return report.frozen_figures.get(code=code)


def test_freeze_report_keeps_every_figure_of_the_catalogue(report, issues, leader):
    freeze_report(report=report, by=leader, signer="Lê Văn A", signer_position="Chủ tịch")

    assert [one.code for one in report.frozen_figures.all()] == [
        figure.code for figure in all_figures()
    ]
    assert (report.state, report.frozen_by, report.signer, report.signer_position) == (
        ReportState.FROZEN,
        leader,
        "Lê Văn A",
        "Chủ tịch",
    )
    assert entries_of(report)[0].log.action == "reports.freeze_report"


def test_a_frozen_figure_keeps_value_contributions_and_definition(report, issues, leader):
    freeze_report(report=report, by=leader)

    kept = frozen(report, "E01")
    contributions = [
        (one.object_id, one.amount) for one in kept.frozen_records.order_by("object_id")
    ]
    assert (kept.value, kept.records, kept.version) == (3, 2, figure_named("E01").version)
    assert contributions == [(issues[0].pk, 1), (issues[1].pk, 2)]
    assert kept.readers == ["anyone"]
    assert kept.last_id == issues[1].pk


def test_a_broken_down_figure_keeps_its_parts_and_the_group_of_each_record(report, issues, leader):
    freeze_report(report=report, by=leader)

    kept = frozen(report, "E03")
    articles = [issue.articles.get() for issue in issues]
    groups = dict(kept.frozen_records.values_list("object_id", "group"))
    assert [part["share"] for part in kept.parts] == [50, 50]
    assert groups == {article.pk: str(article.subject_id) for article in articles}


def test_the_checksum_is_that_of_the_figure_counted_again(report, issues, leader):
    freeze_report(report=report, by=leader)

    again = evaluate(figure_named("E02"), report.period, report.data_date)

    assert frozen(report, "E02").digest == digest_of(again, list(again.counting.contributions()))


def test_the_checksum_does_not_depend_on_how_a_database_writes_numbers(report, issues):
    value = evaluate(figure_named("E01"), report.period, report.data_date)
    whole = list(value.counting.contributions())
    decimal = [type(one)(one.pk, Decimal(f"{one.amount}.00"), one.group) for one in whole]

    assert digest_of(value, whole) == digest_of(value, decimal)


def test_a_stated_number_is_kept_beside_the_counted_one(report, issues, leader):
    StatementFactory(value=11, reason="Theo báo cáo giấy")

    freeze_report(report=report, by=leader)

    kept = frozen(report, "E01")
    assert (kept.value, kept.stated, kept.stated_reason) == (3, 11, "Theo báo cáo giấy")


def test_a_record_dated_after_the_data_date_is_not_counted(leader, issues):
    report = ReportFactory(data_date=date(2022, 4, 1))

    freeze_report(report=report, by=leader)

    assert frozen(report, "E01").value == 1


def test_freeze_report_refuses_a_second_time(report, leader):
    freeze_report(report=report, by=leader)

    with pytest.raises(ValidationError) as refusal:
        freeze_report(report=report, by=leader)

    assert refusal.value.messages == ["Báo cáo này đã được chốt."]
    assert report.frozen_figures.filter(code="E01").count() == 1


def test_freeze_report_refuses_a_draft_object_of_a_report_signed_meanwhile(report, leader):
    stale = Report.objects.get(pk=report.pk)
    freeze_report(report=report, by=leader)

    with pytest.raises(ValidationError):
        freeze_report(report=stale, by=leader)


def test_freeze_report_refuses_a_data_date_in_the_future(leader):
    report = ReportFactory(data_date=today().replace(year=today().year + 1))

    with pytest.raises(ValidationError) as refusal:
        freeze_report(report=report, by=leader)

    assert refusal.value.messages == ["Ngày lấy số liệu còn ở phía trước."]
    assert (FrozenFigure.objects.count(), report.state) == (0, ReportState.DRAFT)


def test_freeze_report_refuses_a_data_date_before_the_period(leader):
    report = ReportFactory(data_date=date(2021, 12, 31))

    with pytest.raises(ValidationError):
        freeze_report(report=report, by=leader)


@pytest.mark.parametrize(
    "code",
    ["2022", "2022-H1", "2022-9M", "2022-Q3", "2022-11", "2022-03-01..2022-09-30"],
)
def test_every_kind_of_period_can_be_frozen(code, issues, leader):
    report = ReportFactory(period_code=code)

    freeze_report(report=report, by=leader)

    expected = evaluate(figure_named("E01"), report.period, report.data_date).value
    assert frozen(report, "E01").value == expected


# What is signed stays


@pytest.fixture
def signed(report, issues, leader):
    return freeze_report(report=report, by=leader)


def test_the_text_of_a_signed_report_cannot_be_saved(signed):
    section = signed.sections.get()
    section.text = "<p>Khác</p>"

    with pytest.raises(ValidationError):
        section.save()

    section.refresh_from_db()
    assert section.text == "<p>Đã xuất bản [[E01]] số.</p>"


def test_the_text_cannot_be_saved_through_a_report_loaded_before_it_was_signed(report, leader):
    stale = Section.objects.select_related("report").get()
    freeze_report(report=report, by=leader)
    stale.text = "<p>Khác</p>"

    with pytest.raises(ValidationError):
        stale.save()


def test_no_chapter_is_added_to_moved_out_of_or_deleted_from_a_signed_report(signed):
    section = Section.objects.get()
    section.report = ReportFactory()

    with pytest.raises(ValidationError):
        section.save()
    with pytest.raises(ValidationError):
        SectionFactory(report=signed)
    with pytest.raises(ValidationError):
        Section.objects.get().delete()

    assert signed.sections.count() == 1


def test_chapters_are_not_changed_in_bulk(signed):
    with pytest.raises(TypeError):
        Section.objects.update(text="")
    with pytest.raises(TypeError):
        Section.objects.bulk_update(Section.objects.all(), ["text"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Khác"),
        ("period_code", "2021"),
        ("data_date", date(2023, 2, 1)),
        ("signer", "Người khác"),
        ("state", ReportState.DRAFT),
    ],
)
def test_what_was_signed_cannot_be_changed_on_the_report(signed, field, value):
    setattr(signed, field, value)

    with pytest.raises(ValidationError):
        signed.save()


def test_a_signed_report_and_its_figures_are_not_deleted(signed):
    with pytest.raises(ValidationError):
        signed.delete()
    with pytest.raises(ProtectedError):
        super(Report, signed).delete()
    with pytest.raises(TypeError):
        FrozenFigure.objects.first().delete()
    with pytest.raises(TypeError):
        FrozenRecord.objects.all().delete()


def test_a_kept_figure_is_not_written_again(signed):
    kept = frozen(signed, "E01")
    kept.value = 99

    with pytest.raises(TypeError):
        kept.save()
    with pytest.raises(TypeError):
        FrozenFigure.objects.update(value=99)

    assert frozen(signed, "E01").value == 3


def test_a_kept_figure_holds_no_name(signed, issues):
    rows = FrozenRecord.objects.values()

    assert {key for row in rows for key in row} == {
        "id",
        "figure_id",
        "object_id",
        "amount",
        "group",
        "causes",
    }


# The rest of its life


def test_withdraw_report_needs_a_reason_and_a_signed_report(report, leader):
    with pytest.raises(ValidationError):
        withdraw_report(report=report, by=leader, reason="Sai số liệu")
    freeze_report(report=report, by=leader)
    with pytest.raises(ValidationError) as refusal:
        withdraw_report(report=report, by=leader, reason=" ")

    assert list(refusal.value.error_dict) == ["reason"]


def test_withdraw_report_takes_it_from_the_site_and_keeps_the_figures(signed, leader):
    show_report(report=signed, by=leader)

    withdraw_report(report=signed, by=leader, reason="Sai số liệu")

    newest = entries_of(signed)[0]
    assert (signed.state, signed.shown_to_all, newest.reason) == (
        ReportState.WITHDRAWN,
        False,
        "Sai số liệu",
    )
    assert frozen(signed, "E01").value == 3


def test_a_report_is_shown_and_hidden_once_it_is_signed(report, leader, issues):
    with pytest.raises(ValidationError):
        show_report(report=report, by=leader)
    freeze_report(report=report, by=leader)

    show_report(report=report, by=leader)
    assert report.shown_to_all is True

    hide_report(report=report, by=leader)
    assert (report.shown_to_all, report.state) == (False, ReportState.FROZEN)


def test_a_number_is_given_once(signed, leader):
    number_report(report=signed, by=leader, number="15/BC-LHH")

    with pytest.raises(ValidationError) as refusal:
        number_report(report=signed, by=leader, number="16/BC-LHH")

    assert list(refusal.value.error_dict) == ["number"]
    assert Report.objects.get(pk=signed.pk).number == "15/BC-LHH"


def test_redraft_report_begins_a_draft_with_the_same_text_and_live_figures(signed, leader):
    draft = redraft_report(report=signed, by=leader)
    published_issue(number=4, on=date(2022, 9, 1))

    assert (draft.state, draft.replaces, draft.title) == (ReportState.DRAFT, signed, signed.title)
    assert [one.text for one in draft.sections.all()] == [one.text for one in signed.sections.all()]
    assert evaluate(figure_named("E01"), draft.period, draft.data_date).value == 4
    assert frozen(signed, "E01").value == 3


def test_redraft_report_refuses_a_draft(report, leader):
    with pytest.raises(ValidationError):
        redraft_report(report=report, by=leader)
