"""A figure that is not for everyone stands in no public report, however it is named."""

from datetime import date
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from docx import Document

from lienhiep.core.figures import Counted, Shares, registry
from lienhiep.core.period import Period
from lienhiep.journal.models import Article
from lienhiep.reports.actions import freeze_report, show_report
from lienhiep.reports.showing import ReportFigures
from tests.factories.journal import ArticleFactory
from tests.factories.reports import SectionFactory, StatementFactory, TargetFactory, approved

pytestmark = pytest.mark.django_db

EVERY_WAY = (
    "<p>[[Y01]] [[Y01|plan]] [[Y01|stated]] [[Y01|unit]] [[Y01|Tin]] [[Y01|over 3]] "
    "[[Y01|two digits]] [[Y01|hai chữ số]]</p><p>[[Y01|table]]</p>"
)


@pytest.fixture
def closed(monkeypatch):
    """A figure for the leader alone, over records of another room."""
    monkeypatch.setattr(registry, "_by_code", dict(registry._by_code))
    monkeypatch.setattr(registry, "_by_name", dict(registry._by_name))

    @registry.figure(
        "Y01",
        "sample.closed",
        label="Chỉ tiêu kín",
        unit="bài kín",
        section="Kín",
        counting_date="ngày nhận",
        readers=frozenset({"role:leader"}),
    )
    def closed_articles(period: Period) -> Shares:
        """Articles received."""
        rows = Article.objects.filter(received_on__range=(period.start, period.end))
        return Shares(queryset=rows, by="kind")

    for day in range(1, 8):
        ArticleFactory(received_on=date(2022, 5, day))
    approved(TargetFactory(code="Y01", value=4321).plan)
    StatementFactory(code="Y01", value=8765, reason="Số kín theo tài liệu")
    return closed_articles


@pytest.fixture
def report(closed, leader):
    report = SectionFactory(text=EVERY_WAY).report
    freeze_report(report=report, by=leader)
    return show_report(report=report, by=leader)


SECRET = ("4.321", "4321", "8.765", "8765", "Số kín theo tài liệu", "bài kín", "100%")


def test_the_leader_reads_it(client, report, leader):
    client.force_login(leader)

    page = client.get(reverse("reports:report", args=[report.pk])).content.decode()

    assert all(word in page for word in ("4.321", "8.765", "Số kín theo tài liệu", "100%"))


def test_the_public_page_and_files_tell_nothing_of_it(client, report):
    page = client.get(reverse("reports:report", args=[report.pk]))
    word = client.get(reverse("reports:report_word", args=[report.pk]))

    text = BeautifulSoup(page.content.decode(), "html.parser").article.get_text(" ")
    text += "\n".join(one.text for one in Document(BytesIO(word.content)).paragraphs)
    assert [secret for secret in SECRET if secret in text] == []
    assert text.count("[chỉ tiêu Y01]") == 18
    assert ReportFigures(report, client.get("/").wsgi_request.user).named("Y01") is None


def test_a_figure_closed_later_vanishes_from_what_was_signed(client, issues, leader, monkeypatch):
    report = SectionFactory(text="<p>Ra [[E01]] số</p>").report
    show_report(report=freeze_report(report=report, by=leader), by=leader)
    figure = registry._by_code["E01"]
    closed = type(figure)(**{**figure.__dict__, "readers": frozenset({"role:leader"})})
    monkeypatch.setitem(registry._by_code, "E01", closed)

    page = client.get(reverse("reports:report", args=[report.pk])).content.decode()

    assert "[chỉ tiêu E01]" in page


def test_no_page_of_figures_names_it(client, closed):
    for address in ("/so-lieu/", "/so-lieu/bang-tinh/"):
        response = client.get(address, {"period": "2022"})
        assert b"Y01" not in response.content
    assert client.get("/so-lieu/Y01/", {"period": "2022"}).status_code == 404


# Frozen figures of any room answer to later changes


def test_every_kind_of_counting_shows_what_changed_under_a_signed_report(leader, monkeypatch):
    monkeypatch.setattr(registry, "_by_code", dict(registry._by_code))
    monkeypatch.setattr(registry, "_by_name", dict(registry._by_name))
    from lienhiep.reports.differences import difference

    registry.figure(
        "Y02",
        "sample.any",
        label="Bài",
        unit="bài",
        section="Thử",
        counting_date="ngày nhận",
    )(
        lambda period: Counted(
            queryset=Article.objects.filter(received_on__range=(period.start, period.end)),
            by="kind",
        )
    )
    first = ArticleFactory(received_on=date(2022, 5, 1))
    report = freeze_report(report=SectionFactory(text="<p>[[Y02]]</p>").report, by=leader)

    first.kind = "news"
    first.save()
    late = ArticleFactory(received_on=date(2022, 6, 1))
    found = difference(report, report.frozen_figures.get(code="Y02"))

    assert [(one.object_id, one.kind) for one in found.records] == [
        (first.pk, "changed"),
        (late.pk, "back-dated"),
    ]
