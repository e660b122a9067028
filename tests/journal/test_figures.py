"""What the figures of the journal count, and what they leave out."""

from datetime import date

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.directory.actions import merge_organisations
from lienhiep.journal import actions
from lienhiep.journal.choices import IssueState, RecipientKind
from lienhiep.journal.figures import balance_of_issue, balance_of_year
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.journal import (
    ArticleAuthorFactory,
    ArticleFactory,
    DeliveryFactory,
    IssueFactory,
    PlannedIssueFactory,
    SubjectFactory,
    SubjectTargetFactory,
    YearPlanFactory,
    issue_at,
    placed_article,
    published_issue,
    staff,
)

pytestmark = pytest.mark.django_db

YEAR = Period.year(2022)
JUNE = date(2022, 6, 10)
LATER = date(2023, 1, 10)


def value_of(code, period=YEAR, data_date=LATER):
    return evaluate(figure_named(code), period, data_date)


def test_e01_counts_a_double_number_as_two():
    published_issue(number=4, on=date(2022, 4, 10))
    published_issue(number=5, number_count=2, on=JUNE)

    value = value_of("E01")

    assert (value.value, value.records) == (3, 2)


def test_e01_counts_by_publication_date_and_not_by_the_year_on_the_cover():
    published_issue(year=2021, number=12, on=date(2022, 1, 5))

    assert value_of("E01").value == 1
    assert value_of("E01", Period.year(2021)).value == 0


def test_e01_leaves_out_what_was_withdrawn_and_what_has_not_appeared():
    issue_at(IssueState.WITHDRAWN, number=1)
    issue_at(IssueState.PRINTED, number=2)

    assert value_of("E01").value == 0


def test_e01_rises_by_one_when_an_issue_is_published(secretary):
    issue = issue_at(IssueState.PRINTED)
    before = value_of("E01").value

    actions.publish_issue(issue=issue, on=JUNE, by=secretary)

    assert (before, value_of("E01").value) == (0, 1)


def test_e01_does_not_know_on_the_data_date_what_appeared_after_it():
    published_issue(number=6, on=JUNE)
    published_issue(number=7, on=date(2022, 7, 10))

    assert value_of("E01", data_date=date(2022, 6, 30)).value == 1


@pytest.mark.parametrize(
    ("period", "planned"),
    [
        ("2022", 3),
        ("2022-Q1", 1),
        ("2022-03", 1),
        ("2022-H2", 1),
        ("2022-03-02..2022-06-29", 1),
        ("2022-03-02..2022-06-30", 2),
        ("2021", 0),
    ],
)
def test_the_plan_of_e01_is_of_the_months_that_end_in_the_period(period, planned):
    plan = YearPlanFactory(year=2022)
    for number, month in ((1, 3), (2, 6), (3, 12)):
        PlannedIssueFactory(plan=plan, number=number, month=month)

    assert value_of("E01", Period.parse(period)).plan == planned


def test_e02_adds_up_what_the_printer_delivered():
    published_issue(number=1, print_run=1000)
    published_issue(number=2, print_run=950)
    issue_at(IssueState.PRINTED, number=3, print_run=400)

    assert value_of("E02").value == 1950


def test_e03_gives_whole_percents_that_add_up_to_100():
    issue = published_issue()
    issue.articles.all().delete()
    for _place in range(3):
        placed_article(issue)

    parts = value_of("E03").parts

    assert [(part.value, part.share) for part in parts] == [(1, 34), (1, 33), (1, 33)]


def test_e03_names_the_subjects_in_the_order_of_the_contents():
    issue = published_issue()
    issue.articles.all().delete()
    placed_article(issue, subject=SubjectFactory(name="Tin tức", position=1005))
    placed_article(issue, subject=SubjectFactory(name="Nông nghiệp", position=1001))

    assert [part.label for part in value_of("E03").parts] == ["Nông nghiệp", "Tin tức"]


def test_e03b_weighs_articles_by_their_pages():
    issue = published_issue()
    issue.articles.all().delete()
    placed_article(issue, page_count=6)
    placed_article(issue, page_count=2)

    assert [(part.value, part.share) for part in value_of("E03b").parts] == [(6, 75), (2, 25)]


def test_e04_counts_manuscripts_by_the_day_of_receipt_whatever_became_of_them():
    ArticleFactory(received_on=date(2022, 3, 1))
    ArticleFactory(
        received_on=date(2022, 3, 1), refused_on=date(2022, 3, 9), refusal_reason="Trùng"
    )
    ArticleFactory(received_on=date(2021, 12, 31), accepted_on=date(2022, 1, 2))

    assert value_of("E04").value == 2
    assert value_of("E04a").value == 0


def test_e04b_counts_each_person_once_and_only_published_work():
    mai, an, new = PersonFactory(), PersonFactory(), PersonFactory()
    issue = published_issue()
    for article in (placed_article(issue), placed_article(issue)):
        ArticleAuthorFactory(article=article, person=mai)
    ArticleAuthorFactory(article=article, person=an)
    ArticleAuthorFactory(article=ArticleFactory(), person=new)

    value = value_of("E04b")

    assert value.value == 2
    assert set(value.counting.rows()) == {mai, an}


def delivered(issue, **facts):
    return DeliveryFactory(issue=issue, sent_on=issue.published_on, **facts)


def test_e05_looks_at_the_last_issue_of_the_period_only():
    delivered(published_issue(number=5, on=date(2022, 5, 10)), places=400)
    delivered(published_issue(number=6, on=JUNE), kind=RecipientKind.COMMUNES, places=460)

    value = value_of("E05")

    assert value.value == 460
    assert [(part.key, part.value) for part in value.parts] == [("communes", 460)]


def test_e05_passes_over_an_issue_that_was_never_sent():
    sent = delivered(published_issue(number=5, on=date(2022, 5, 10)), places=7)
    DeliveryFactory(issue=published_issue(number=6, on=JUNE), places=9)

    assert list(value_of("E05").counting.rows()) == [sent]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("E05a", RecipientKind.COMMUNES),
        ("E05b", RecipientKind.DEPARTMENTS),
        ("E05c", RecipientKind.EXCHANGE),
    ],
)
def test_each_kind_of_recipient_has_a_figure_of_its_own(code, kind):
    issue = published_issue()
    for places, one in enumerate(RecipientKind, start=1):
        delivered(issue, kind=one, places=places)

    assert value_of(code).value == list(RecipientKind).index(kind) + 1


def test_the_balance_of_an_issue_names_subjects_planned_but_missing():
    health, news = SubjectFactory(name="Y tế"), SubjectFactory(name="Tin tức")
    plan = YearPlanFactory(year=2022)
    SubjectTargetFactory(plan=plan, subject=health, share=60)
    SubjectTargetFactory(plan=plan, subject=news, share=40)
    issue = IssueFactory(year=2022)
    placed_article(issue, subject=health)

    lines = balance_of_issue(issue)

    assert [(line.subject, line.articles, line.article_deviation) for line in lines] == [
        (health, 1, 40),
        (news, 0, -40),
    ]


def test_the_balance_has_no_deviation_where_nothing_was_planned():
    issue = IssueFactory()
    placed_article(issue)

    (line,) = balance_of_issue(issue)

    assert (line.target, line.article_deviation, line.page_deviation) == (None, None, None)


def test_the_balance_of_a_year_takes_in_what_was_published_only():
    published = published_issue(year=2022, number=1)
    placed_article(IssueFactory(year=2022, number=2))

    (line,) = balance_of_year(2022)

    assert line.subject == published.articles.get().subject
    assert line.articles == 1


def test_figures_ask_the_database_as_often_for_many_records_as_for_few(
    django_assert_max_num_queries,
):
    issue = published_issue()
    for _place in range(30):
        ArticleAuthorFactory(article=placed_article(issue))

    for code in ("E01", "E02", "E03", "E03b", "E04", "E04a", "E04b", "E05"):
        with django_assert_max_num_queries(6):
            value_of(code)


def test_e05_stays_as_it_was_sent_when_two_recipients_turn_out_to_be_one():
    issue = published_issue(number=6, on=JUNE)
    winner, loser = OrganisationFactory(name="Sở Y tế"), OrganisationFactory(name="Sở Y Tế")
    for organisation in (winner, loser):
        DeliveryFactory(issue=issue, organisation=organisation, sent_on=JUNE)
    before = [(value_of(code).value, value_of(code).records) for code in ("E05", "E05b")]

    merge_organisations(winner=winner, loser=loser, by=staff(Role.RECORDS_CLERK))

    after = [(value_of(code).value, value_of(code).records) for code in ("E05", "E05b")]
    assert before == after == [(2, 2), (2, 2)]
