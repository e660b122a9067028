"""The contributor's desk: my articles and their fate, and sending a manuscript."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.journal import actions
from lienhiep.journal.choices import Channel
from lienhiep.journal.models import Article
from tests.factories.directory import PersonFactory
from tests.factories.files import pdf
from tests.factories.journal import (
    ArticleAuthorFactory,
    IssueFactory,
    SubjectFactory,
    placed_article,
    published_issue,
    staff,
)
from tests.journal.test_views import queries_of

pytestmark = pytest.mark.django_db

DESK, SEND = "/ban-lam-viec/tap-san/", "/ban-lam-viec/tap-san/gui-bai/"


@pytest.fixture
def contributor():
    return staff(Role.CONTRIBUTOR, person=PersonFactory(full_name="Vũ Cộng Tác"))


@pytest.fixture
def mine(client, contributor):
    """A browser in which the contributor is signed in."""
    client.force_login(contributor)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def own_article(contributor, **facts):
    return ArticleAuthorFactory(person=contributor.person, **facts).article


def manuscript(**facts):
    return {
        "title": "Nuôi cá lồng",
        "kind": "article",
        "subject": SubjectFactory().pk,
        "abstract": "Kinh nghiệm ba năm.",
        "manuscript": SimpleUploadedFile("bai.pdf", pdf()),
        **facts,
    }


def test_the_desk_lists_my_articles_and_nobody_elses(mine, contributor):
    own_article(contributor, article__title="Của tôi")
    ArticleAuthorFactory(article__title="Của người khác")

    titles = [link.get_text() for link in page(mine.get(DESK)).select(".card__title a")]

    assert titles == ["Của tôi"]


def test_the_desk_says_how_to_begin_where_there_is_nothing(mine):
    assert page(mine.get(DESK)).select_one(".empty__title").get_text() == "Bạn chưa gửi bài nào"


def test_the_desk_asks_whoever_is_not_signed_in_to_sign_in(client):
    response = client.get(DESK)

    assert (response.status_code, response.url.split("?")[0]) == (302, reverse("account_login"))


def test_a_contributor_reads_why_a_manuscript_was_refused(mine, contributor, secretary):
    article = own_article(contributor)
    actions.refuse_article(article=article, on=today(), reason="Trùng bài đã đăng", by=secretary)

    shown = page(mine.get(f"{DESK}{article.pk}/"))

    assert shown.select_one(".notice").get_text(strip=True) == "Lý do không đăngTrùng bài đã đăng"


def test_somebody_elses_manuscript_does_not_exist_at_my_desk(mine):
    other = ArticleAuthorFactory().article

    assert mine.get(f"{DESK}{other.pk}/").status_code == 404


def test_a_published_article_of_somebody_else_does_not_stand_at_my_desk(mine):
    other = ArticleAuthorFactory(article=placed_article(published_issue())).article

    assert mine.get(f"{DESK}{other.pk}/").status_code == 404


def test_a_manuscript_is_sent_with_its_file(mine, contributor):
    response = mine.post(SEND, manuscript())

    article = Article.objects.get()
    assert response.url == f"{DESK}{article.pk}/"
    assert (article.channel, article.received_on) == (Channel.DESK, today())
    assert [author.person for author in article.authors.all()] == [contributor.person]
    assert article.manuscript.name == "bai.pdf"
    assert [(one.log.action, one.log.user) for one in entries_of(article)] == [
        ("journal.receive_article", contributor)
    ]


def test_the_file_of_a_manuscript_opens_for_its_contributor_and_the_office_only(
    client, mine, contributor, secretary
):
    mine.post(SEND, manuscript())
    address = Article.objects.get().manuscript.url

    statuses = {}
    for name, user in (
        ("contributor", contributor),
        ("secretary", secretary),
        ("another contributor", staff(Role.CONTRIBUTOR, person=PersonFactory())),
    ):
        client.force_login(user)
        response = client.get(address)
        statuses[name] = response.status_code
        if response.streaming:
            assert b"".join(response.streaming_content) == pdf()

    assert statuses == {"contributor": 200, "secretary": 200, "another contributor": 404}


def test_the_file_of_a_manuscript_stays_closed_when_the_article_is_published(
    client, mine, secretary, leader
):
    mine.post(SEND, manuscript())
    article = Article.objects.get()
    issue = published_issue()
    actions.reopen_issue(issue=issue, reason="Thêm bài", by=secretary)
    actions.reopen_issue(issue=issue, reason="Thêm bài", by=secretary)
    actions.reopen_issue(issue=issue, reason="Thêm bài", by=secretary)
    actions.accept_article(article=article, on=today(), by=secretary)
    actions.place_article(article=article, issue=issue, page_from=5, page_to=6, by=secretary)
    actions.sign_for_print(issue=issue, on=today(), by=leader)
    actions.mark_printed(issue=issue, on=today(), by=secretary)
    actions.publish_issue(issue=issue, on=today(), by=secretary)
    client.logout()

    assert Article.objects.visible_to(None).filter(pk=article.pk).exists()
    assert client.get(article.manuscript.url).status_code != 200


def own_proof(contributor):
    article = placed_article(
        IssueFactory(),
        web_text="Uống đủ nước.",
        proof_asked_on=date(2022, 5, 10),
        proof_due_on=date(2022, 5, 15),
    )
    ArticleAuthorFactory(article=article, person=contributor.person)
    return article


def test_a_contributor_reads_the_proof_and_answers_it(mine, contributor):
    article = own_proof(contributor)
    address = f"{DESK}{article.pk}/ban-in-thu/"

    shown = page(mine.get(address)).select_one(".reading").get_text()
    response = mine.post(address, {"remarks": "Sửa tên xã"})

    article.refresh_from_db()
    assert "Uống đủ nước." in shown
    assert response.url == f"{DESK}{article.pk}/"
    assert (article.proof_answered_on, article.proof_remarks) == (today(), "Sửa tên xã")
    assert entries_of(article)[0].log.user == contributor


def test_a_proof_answered_leads_back_to_the_article(mine, contributor):
    article = own_proof(contributor)
    mine.post(f"{DESK}{article.pk}/ban-in-thu/", {"remarks": ""})

    response = mine.get(f"{DESK}{article.pk}/ban-in-thu/")

    assert (response.status_code, response.url) == (302, f"{DESK}{article.pk}/")


def test_the_proof_of_somebody_else_does_not_exist(client, contributor):
    article = own_proof(contributor)
    client.force_login(staff(Role.CONTRIBUTOR, person=PersonFactory()))

    assert client.get(f"{DESK}{article.pk}/ban-in-thu/").status_code == 404


def test_a_file_that_is_not_what_its_name_says_is_refused_and_nothing_typed_is_lost(mine):
    wrong = SimpleUploadedFile("bai.docx", b"MZ, not a document")

    response = mine.post(SEND, manuscript(manuscript=wrong))

    assert list(response.context["form"].errors) == ["manuscript"]
    assert page(response).select_one("[name=title]")["value"] == "Nuôi cá lồng"
    assert Article.objects.count() == 0


def test_a_mistake_elsewhere_does_not_cost_the_file(mine):
    first = mine.post(SEND, manuscript(title=""))
    kept = page(first).select_one("[name=manuscript-kept]")["value"]

    mine.post(SEND, {**manuscript(), "manuscript": "", "manuscript-kept": kept})

    assert Article.objects.get().manuscript.name == "bai.pdf"


def test_a_name_in_decomposed_letters_is_kept_composed(mine):
    mine.post(SEND, manuscript(title="Nuo\u0302i ca\u0301 lo\u0302\u0300ng"))

    assert Article.objects.get().title == "Nuôi cá lồng"


def test_a_form_sent_twice_is_received_once(mine):
    mark = page(mine.get(SEND)).select_one("[name=_once]")["value"]

    first = mine.post(SEND, manuscript(_once=mark))
    second = mine.post(SEND, manuscript(_once=mark))

    assert first.url == second.url
    assert Article.objects.count() == 1


@pytest.mark.parametrize("role", [Role.JUROR, Role.CONTESTANT, Role.LEADER])
def test_whoever_is_no_contributor_sends_no_manuscript(client, role):
    client.force_login(staff(role, person=PersonFactory()))

    assert client.post(SEND, manuscript()).status_code == 403
    assert Article.objects.count() == 0


def test_an_account_without_a_person_sends_no_manuscript(client):
    client.force_login(staff(Role.CONTRIBUTOR))

    assert client.get(SEND).status_code == 403


def test_the_desk_of_30_articles_asks_as_often_as_that_of_one(mine, contributor):
    own_article(contributor, article__received_on=date(2022, 1, 5))
    few = queries_of(mine, DESK)
    for _place in range(29):
        own_article(contributor)

    assert queries_of(mine, DESK) == few
