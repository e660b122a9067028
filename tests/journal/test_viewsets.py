"""The screens of the journal in the back office, as the people of the office use them."""

import csv
import io
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from lienhiep.journal import actions
from lienhiep.journal.choices import ArticleState, IssueState, Stage
from lienhiep.journal.models import Article, Delivery, DistributionList, Issue, Subject, YearPlan
from tests.factories.directory import PersonFactory
from tests.factories.journal import (
    ArticleAuthorFactory,
    ArticleFactory,
    DeliveryFactory,
    DistributionLineFactory,
    IssueFactory,
    LicenceFactory,
    PlannedIssueFactory,
    ReceivedExchangeFactory,
    SubjectFactory,
    SubjectTargetFactory,
    issue_at,
    placed_article,
    published_issue,
    staff,
)

pytestmark = pytest.mark.django_db

JUNE = date(2022, 6, 10)


@pytest.fixture
def office(client, secretary):
    """A browser in which the journal secretary is signed in."""
    client.force_login(secretary)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def verb_url(row, name):
    return admin_row_url(row).replace("inspect", f"do/{name}")


def labels_of_verbs(response):
    return [link.get_text(strip=True) for link in page(response).select(".lh-verbs a")]


def rows_of(model, numbers):
    """Make records of a kind, one for each number, so that a list has something to show."""
    make = {
        Issue: lambda n: IssueFactory(number=n),
        Article: lambda n: ArticleAuthorFactory(
            article=placed_article(IssueFactory(number=n, stage=Stage.EDITING))
        ),
        YearPlan: lambda n: PlannedIssueFactory(plan__year=2000 + n),
        Subject: lambda n: SubjectFactory(),
        DistributionList: lambda n: DistributionLineFactory(
            distribution_list__valid_from=date(2000 + n, 1, 1)
        ),
        Delivery: lambda n: DeliveryFactory(issue=IssueFactory(number=n)),
    }[model]
    return [make(number) for number in numbers]


LISTED = [Issue, Article, YearPlan, Subject, DistributionList, Delivery]


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model.__name__)
def test_a_list_asks_the_database_as_often_for_30_rows_as_for_1(office, model):
    rows_of(model, [1])
    office.get(admin_list_url(model))  # content types and sessions are warm from here on
    with CaptureQueriesContext(connection) as first:
        office.get(admin_list_url(model))
    rows_of(model, range(2, 31))

    with CaptureQueriesContext(connection) as second:
        office.get(admin_list_url(model))

    assert len(second) == len(first)


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model.__name__)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_list_can_be_taken_to_a_spreadsheet(office, model, kind):
    rows_of(model, [1, 2])

    response = office.get(admin_list_url(model), {"export": kind})

    assert response.status_code == 200
    assert len(b"".join(response.streaming_content) if response.streaming else response.content)


def test_the_list_of_issues_exports_the_state_in_words(office):
    published_issue(year=2022, number=5)

    response = office.get(admin_list_url(Issue), {"export": "csv"})
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"))))

    assert [(row["Năm"], row["Số"], row["Tình trạng số tập san"]) for row in rows] == [
        ("2022", "5", "Đã phát hành")
    ]


def titles_in(response):
    return [cell.get_text(strip=True) for cell in page(response).select("td.title .title-wrapper")]


def test_the_list_of_issues_is_filtered_by_the_derived_state(office):
    published_issue(number=1)
    IssueFactory(number=2, stage=Stage.EDITING)

    response = office.get(admin_list_url(Issue), {"state_code": IssueState.EDITING})

    assert titles_in(response) == ["Số 2/2022"]


def test_the_list_of_articles_is_filtered_by_state_and_subject(office):
    health = SubjectFactory()
    ArticleFactory(title="Đúng", subject=health)
    ArticleFactory(title="Khác chuyên đề")
    ArticleFactory(title="Đã nhận", subject=health, accepted_on=JUNE)

    response = office.get(
        admin_list_url(Article), {"state_code": ArticleState.RECEIVED, "subject": health.pk}
    )

    assert titles_in(response) == ["Đúng"]


def test_the_list_of_articles_is_searched_without_marks(office):
    ArticleFactory(title="Nuôi ong ở huyện Kỳ Sơn")
    ArticleFactory(title="Trồng chè")

    response = office.get(admin_list_url(Article), {"q": "ky son"})

    assert titles_in(response) == ["Nuôi ong ở huyện Kỳ Sơn"]


def test_deliveries_are_found_by_the_recipient_without_marks(office):
    DeliveryFactory(recipient="Sở Y tế")
    DeliveryFactory(recipient="Sở Nội vụ", address="3 Trường Thi")

    response = office.get(admin_list_url(Delivery), {"recipient": "so y te"})

    assert [name.split(" (")[0] for name in titles_in(response)] == ["Sở Y tế"]


def test_a_figure_opens_the_list_at_its_own_records(office):
    inside = published_issue(number=5, on=JUNE)
    published_issue(number=6, on=date(2022, 7, 10))

    response = office.get(admin_list_url(Issue), {"figure": "E01", "period": "2022-Q2"})

    assert titles_in(response) == [str(inside)]


def issue_form(**facts):
    return {
        "year": 2022,
        "number": 5,
        "number_count": 1,
        "month": 6,
        "page_count": 64,
        "print_run": 1000,
        **facts,
    }


def test_a_new_issue_is_opened_by_its_verb(office, secretary):
    response = office.post(
        reverse("journal_issue:add"),
        issue_form(number_count=2),
    )

    issue = Issue.objects.get()
    assert response.url == admin_row_url(issue)
    assert issue.number_label == "5+6"
    assert [(one.log.action, one.log.user) for one in entries_of(issue)] == [
        ("journal.open_issue", secretary)
    ]


def test_a_number_that_is_taken_is_refused_at_its_field_and_nothing_typed_is_lost(office):
    IssueFactory(year=2022, number=5)

    response = office.post(
        reverse("journal_issue:add"),
        issue_form(title="Chuyển đổi số"),
    )

    assert response.context["form"].errors["number"] == ["Số 5 của năm này đã có."]
    assert page(response).select_one("[name=title]")["value"] == "Chuyển đổi số"
    assert Issue.objects.count() == 1


def test_an_impossible_day_is_refused_at_its_field(office):
    response = office.post(
        reverse("journal_issue:add"),
        issue_form(planned_on="31/02/2022"),
    )

    assert list(response.context["form"].errors) == ["planned_on"]


def test_a_day_is_read_as_an_office_writes_it(office):
    office.post(
        reverse("journal_issue:add"),
        issue_form(planned_on="10/01/2023"),
    )

    assert Issue.objects.get().planned_on == date(2023, 1, 10)


def test_a_file_that_is_no_pdf_is_refused_at_its_field(office):
    response = office.post(
        reverse("journal_issue:add"),
        issue_form(print_file=SimpleUploadedFile("so-5.pdf", b"MZ, not a PDF at all")),
    )

    assert list(response.context["form"].errors) == ["print_file"]
    assert Issue.objects.count() == 0


def article_form(person, **facts):
    return {
        "title": "Nuôi cá lồng",
        "kind": "article",
        "subject": SubjectFactory().pk,
        "received_on": "10/05/2022",
        "channel": "post",
        "page_count": 0,
        "authors-TOTAL_FORMS": 1,
        "authors-INITIAL_FORMS": 0,
        "authors-MIN_NUM_FORMS": 1,
        "authors-MAX_NUM_FORMS": 1000,
        "authors-0-person": person.pk,
        "authors-0-role": "author",
        "authors-0-ORDER": 1,
        "authors-0-DELETE": "",
        **facts,
    }


def test_a_new_manuscript_is_received_with_its_byline(office):
    mai = PersonFactory(full_name="Lê Thị Mai")

    office.post(reverse("journal_article:add"), article_form(mai))

    article = Article.objects.get()
    assert (article.byline, article.received_on) == ("Lê Thị Mai", date(2022, 5, 10))
    assert [entry.log.action for entry in entries_of(article)] == ["journal.receive_article"]


def test_a_manuscript_edited_keeps_its_contributors(office):
    author = ArticleAuthorFactory()
    form = article_form(author.person, title="Tên mới")

    response = office.post(
        reverse("journal_article:edit", args=[author.article.pk]),
        form | {"authors-INITIAL_FORMS": 1, "authors-0-id": author.pk},
    )

    assert response.status_code == 302
    assert Article.objects.get().title == "Tên mới"
    assert Article.objects.get().authors.get().person == author.person


def test_a_year_is_planned_with_one_form(office):
    health, news = SubjectFactory(), SubjectFactory()

    office.post(
        reverse("journal_yearplan:add"),
        {"year": 2027, "issues": 12, f"share_{health.pk}": 80, f"share_{news.pk}": 20},
    )

    plan = YearPlan.objects.get()
    assert plan.issue_count == 12
    assert dict(plan.targets.values_list("subject", "share")) == {health.pk: 80, news.pk: 20}


def test_a_plan_whose_shares_miss_100_is_refused_and_nothing_typed_is_lost(office):
    health, news = SubjectFactory(), SubjectFactory()

    response = office.post(
        reverse("journal_yearplan:add"),
        {"year": 2027, "issues": 12, f"share_{health.pk}": 80, f"share_{news.pk}": 30},
    )

    assert response.context["form"].non_field_errors() == [
        "Tỷ lệ các chuyên đề cộng lại bằng 110%, chưa đúng 100%."
    ]
    assert page(response).select_one(f"[name=share_{health.pk}]")["value"] == "80"
    assert YearPlan.objects.count() == 0


def test_the_page_of_an_issue_sets_plan_and_print_side_by_side(office):
    agriculture, health = SubjectFactory(name="Nông nghiệp"), SubjectFactory(name="Y tế")
    target = SubjectTargetFactory(plan__year=2022, subject=agriculture, share=30)
    SubjectTargetFactory(plan=target.plan, subject=health, share=70)
    issue = IssueFactory(year=2022)
    placed_article(issue, subject=agriculture, page_count=1)
    placed_article(issue, subject=health, page_count=3)

    response = office.get(admin_row_url(issue))

    table = page(response).select_one("section[aria-labelledby=journal-balance] tbody")
    assert [
        [cell.get_text(strip=True) for cell in row.select("th, td")] for row in table("tr")
    ] == [
        ["Nông nghiệp", "30%", "1", "50%", "+20", "1", "25%", "−5"],
        ["Y tế", "70%", "1", "50%", "−20", "3", "75%", "+5"],
    ]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (IssueState.LAYOUT, ["Chuyển khâu"]),
        (IssueState.SIGNED, ["Ghi nhận đã in", "Lùi lại một bước"]),
        (IssueState.WITHDRAWN, ["Phát hành lại"]),
    ],
)
def test_the_page_of_an_issue_offers_the_secretary_what_its_state_admits(office, state, expected):
    issue = issue_at(state)

    assert labels_of_verbs(office.get(admin_row_url(issue))) == expected


def test_the_page_of_an_issue_that_was_sent_offers_nothing_that_would_be_refused(office):
    issue = published_issue()
    DeliveryFactory(issue=issue, sent_on=JUNE)

    assert labels_of_verbs(office.get(admin_row_url(issue))) == [
        "Ghi nhận nộp lưu chiểu",
        "Thu hồi",
    ]


def test_the_page_of_an_issue_names_who_signed_it(office, leader):
    issue = IssueFactory()
    placed_article(issue)
    actions.sign_for_print(issue=issue, on=JUNE, by=leader)

    facts = page(office.get(admin_row_url(issue))).select_one(".lh-facts").get_text(" ", strip=True)

    assert f"Người ký duyệt in {leader.full_name}" in facts


def test_only_the_leader_is_offered_the_signature(client, leader):
    issue = issue_at(IssueState.LAYOUT)
    client.force_login(leader)

    assert labels_of_verbs(client.get(admin_row_url(issue))) == ["Ký duyệt in"]


def test_the_secretary_is_refused_the_signature_even_by_its_address(office):
    issue = IssueFactory()
    placed_article(issue)

    response = office.post(verb_url(issue, "sign_for_print"), {"on": "10/06/2022"})

    assert response.status_code == 403
    assert Issue.objects.get().signed_on is None


def test_an_issue_is_published_from_its_page(office):
    issue = issue_at(IssueState.PRINTED)

    response = office.post(verb_url(issue, "publish_issue"), {"on": "10/06/2022"})

    assert response.url == admin_row_url(issue)
    assert Issue.objects.get().published_on == JUNE


def test_what_a_verb_refuses_stands_at_the_field_with_what_was_typed(office):
    issue = issue_at(IssueState.PRINTED)

    response = office.post(verb_url(issue, "publish_issue"), {"on": "10/06/2199"})

    assert list(response.context["form"].errors) == ["on"]
    assert page(response).select_one("[name=on]")["value"] == "10/06/2199"


def test_a_withdrawal_asks_for_its_reason(office):
    issue = published_issue()

    response = office.post(verb_url(issue, "withdraw_issue"), {"on": "10/06/2022", "reason": ""})

    assert list(response.context["form"].errors) == ["reason"]
    assert Issue.objects.get().state == IssueState.PUBLISHED


def test_an_article_is_offered_only_issues_whose_contents_may_change(office):
    article = ArticleFactory(accepted_on=JUNE)
    still_open = IssueFactory(number=7, stage=Stage.COLLECTING)
    issue_at(IssueState.SIGNED, number=8)

    response = office.get(verb_url(article, "place_article"))

    assert list(response.context["form"].fields["issue"].queryset) == [still_open]


@pytest.mark.parametrize(
    "make",
    [
        IssueFactory,
        ArticleFactory,
        PlannedIssueFactory,
        SubjectFactory,
        LicenceFactory,
        DistributionLineFactory,
        DeliveryFactory,
        ReceivedExchangeFactory,
    ],
    ids=lambda make: make._meta.model.__name__,
)
def test_every_record_has_its_page_form_and_history(office, make):
    made = make()
    row = made.history_owner() or made
    address = admin_row_url(row)

    for url in (address, address.replace("inspect", "edit"), address.replace("inspect", "history")):
        assert page(office.get(url)).title


@pytest.mark.parametrize("role", [Role.EDITOR, Role.LEADER, Role.OFFICE_MANAGER])
def test_staff_of_the_journal_read_every_issue_but_do_not_open_new_ones(client, role):
    IssueFactory(number=3)
    client.force_login(staff(role))

    assert titles_in(client.get(admin_list_url(Issue))) == ["Số 3/2022"]
    assert client.get(reverse("journal_issue:add")).status_code == 403
