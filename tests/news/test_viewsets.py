"""The news in the back office, as the people of the office use them."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from lienhiep.news import actions
from lienhiep.news.choices import ArticleState, ReviewState
from lienhiep.news.models import Category, NewsArticle, Topic
from tests.factories.accounts import user_with
from tests.factories.news import CategoryFactory, NewsArticleFactory, TopicFactory, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, by):
    """A browser in which an editor is signed in."""
    client.force_login(by)
    return client


def url(name, *args):
    return reverse(f"wagtailsnippets_news_newsarticle:{name}", args=args)


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def verbs_of(client, article):
    links = page(client.get(admin_row_url(article))).select(".lh-verbs a")
    return [link["href"].split("/do/")[1].split("/")[0] for link in links]


def typed(**facts):
    """Return what the form sends; the text is one paragraph of rich text as the editor keeps it."""
    return {
        "title": "Tin mới",
        "lead": "Vài câu.",
        "body-count": "0",
        "category": "",
        "topic": "",
        "picture": "",
        "organisation": "",
        "byline": "Ban Biên tập",
        "author": "",
        "source_kind": "own",
        "source_name": "",
        "source_published_at": "",
        "source_url": "",
        "related_picks-TOTAL_FORMS": "0",
        "related_picks-INITIAL_FORMS": "0",
        "related_picks-MIN_NUM_FORMS": "0",
        "related_picks-MAX_NUM_FORMS": "1000",
        "attachments-TOTAL_FORMS": "0",
        "attachments-INITIAL_FORMS": "0",
        "attachments-MIN_NUM_FORMS": "0",
        "attachments-MAX_NUM_FORMS": "1000",
        "bylines-TOTAL_FORMS": "0",
        "bylines-INITIAL_FORMS": "0",
        "bylines-MIN_NUM_FORMS": "0",
        "bylines-MAX_NUM_FORMS": "1000",
        "further_categories-TOTAL_FORMS": "0",
        "further_categories-INITIAL_FORMS": "0",
        "further_categories-MIN_NUM_FORMS": "0",
        "further_categories-MAX_NUM_FORMS": "1000",
    } | facts


def heading(text):
    """Return a text of one subheading, as the form sends it."""
    return {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "heading",
        "body-0-id": "",
        "body-0-value": text,
    }


@pytest.mark.parametrize(
    ("role", "answer"), [(Role.CONTRIBUTOR, (403, 403, 403)), (Role.ACCOUNTANT, (404, 403, 404))]
)
def test_whoever_is_not_of_the_news_meets_no_draft_and_does_nothing(client, role, answer):
    draft = NewsArticleFactory(title="Bản nháp chưa ai đọc")
    client.force_login(user_with(role))

    answers = [
        client.get(url("inspect", draft.pk)),
        client.get(url("add")),
        client.post(url("do_publish_article", draft.pk)),
    ]

    assert tuple(one.status_code for one in answers) == answer
    assert "chưa ai đọc" not in "".join(one.content.decode() for one in answers)


def test_an_officer_writes_and_does_not_publish(client):
    client.force_login(user_with(Role.OFFICER))

    client.post(url("add"), typed(category=CategoryFactory().pk, **heading("Một ý")))
    article = NewsArticle.objects.get()

    assert article.state == ArticleState.DRAFT
    assert verbs_of(client, article) == ["submit_article"]
    assert client.post(url("do_publish_article", article.pk)).status_code == 403


def test_wagtails_own_publishing_is_closed_so_that_no_rule_is_passed_by(office):
    article = NewsArticleFactory(title="Tên cũ")

    office.post(url("edit", article.pk), typed(title="Tên mới", **{"action-publish": "1"}))
    on_site = published()

    article.refresh_from_db()
    assert article.state == ArticleState.DRAFT
    assert office.post(url("unpublish", on_site.pk)).status_code == 403


def test_an_editor_writes_a_draft_looks_at_it_and_publishes_it(office, by):
    category = CategoryFactory()
    sent = typed(category=category.pk, **heading("Một ý"))

    office.post(url("add"), sent)
    article = NewsArticle.objects.get()
    office.post(url("preview_on_edit", article.pk), sent)
    preview = page(office.get(url("preview_on_edit", article.pk)))
    office.post(url("do_publish_article", article.pk))

    article.refresh_from_db()
    assert preview.h1.get_text() == "Tin mới"
    assert article.state == ArticleState.PUBLISHED
    assert [entry.log.action for entry in entries_of(article)] == [
        "news.publish_article",
        "wagtail.create",
    ]


def test_a_refused_publication_says_what_is_missing(office):
    article = NewsArticleFactory(lead="", category=None)

    shown = page(office.post(url("do_publish_article", article.pk)))

    assert "Trước khi đăng, hãy điền: sapo, chuyên mục chính." in shown.get_text()


def test_a_source_that_is_missing_is_named_at_its_field_and_the_text_stays(office):
    shown = page(office.post(url("add"), typed(title="Tin trích", source_kind="quoted")))

    assert "Hãy ghi nguồn" in shown.get_text()
    assert shown.select_one("[name=title]")["value"] == "Tin trích"


def test_verbs_are_offered_where_the_state_admits_them(office):
    assert verbs_of(office, NewsArticleFactory()) == [
        "submit_article",
        "publish_article",
        "schedule_article",
        "set_expiry",
        "close_comments",
        "move_article",
        "set_royalty",
    ]
    assert verbs_of(office, published()) == [
        "mark_hot",
        "feature_article",
        "set_expiry",
        "archive_article",
        "close_comments",
        "move_article",
        "set_royalty",
        "unpublish_article",
    ]
    hot = published(hot_since=today(), hot_until=today(), featured_at=timezone.now())
    assert verbs_of(office, hot) == [
        "mark_hot",
        "unmark_hot",
        "unfeature_article",
        "set_expiry",
        "archive_article",
        "close_comments",
        "move_article",
        "set_royalty",
        "unpublish_article",
    ]


def test_the_questions_of_verbs_are_answered_on_their_forms(office):
    article, draft = published(), NewsArticleFactory()
    until = today() + timedelta(days=2)

    office.post(url("do_mark_hot", article.pk), {"until": until.strftime("%d/%m/%Y")})
    office.post(url("do_schedule_article", draft.pk), {"at": "01/01/2199 07:00"})
    office.post(url("do_unpublish_article", article.pk), {"reason": "Sai tên"})

    article.refresh_from_db()
    draft.refresh_from_db()
    assert (article.state, article.withdrawal_reason) == (ArticleState.WITHDRAWN, "Sai tên")
    assert draft.state == ArticleState.SCHEDULED


def test_what_was_on_the_site_is_not_deleted(office):
    assert office.get(url("delete", published().pk)).status_code == 403
    assert office.get(url("delete", NewsArticleFactory().pk)).status_code == 200


def test_the_list_is_narrowed_and_opened_by_the_figure(office):
    category = CategoryFactory()
    published(title="Tin một", category=category)
    published(title="Tin hai")
    NewsArticleFactory()
    address = admin_list_url(NewsArticle)

    def rows(**question):
        return len(office.get(address, question).context["object_list"])

    assert rows() == 3
    assert rows(state_code="published") == 2
    assert rows(category=category.pk) == 1
    assert rows(figure="E06", period="2022") == 2
    assert rows(published_from="2022-06-10", published_until="2022-06-10") == 2
    assert rows(published_from="2022-06-11") == 0


def test_the_list_is_taken_away_in_words(office):
    published(title="Tin một", category=CategoryFactory(name="Y tế"))

    response = office.get(admin_list_url(NewsArticle), {"export": "csv"})

    line = b"".join(response.streaming_content).decode().splitlines()[1]
    assert line.startswith("Tin một,Y tế,,Đang đăng,10/06/2022,")


@pytest.mark.parametrize(("model", "make"), [(Category, CategoryFactory), (Topic, TopicFactory)])
def test_categories_and_topics_are_read_by_all_and_made_by_editors(client, by, model, make):
    row = make()
    client.force_login(user_with(Role.LEADER))
    assert client.get(admin_list_url(model)).status_code == 200
    assert client.get(admin_row_url(row).replace("inspect", "edit")).status_code == 403

    client.force_login(by)
    assert client.get(admin_row_url(row).replace("inspect", "edit")).status_code == 200


def test_a_category_in_use_stays(office):
    category = published().category

    response = office.post(admin_row_url(category).replace("inspect", "delete"))

    assert response.status_code == 409
    assert Category.objects.filter(pk=category.pk).exists()


def test_tags_typed_as_words_come_with_the_draft_onto_the_site(office, by):
    sent = typed(category=CategoryFactory().pk, tag_words="Sáng kiến, Làng nghề", **heading("Ý"))

    office.post(url("add"), sent)
    article = NewsArticle.objects.get()
    actions.publish_article(article=article, by=by)

    article.refresh_from_db()
    assert [str(one) for one in article.article_tags.all()] == ["Sáng kiến", "Làng nghề"]


def test_a_tag_that_cannot_be_leaves_all_that_was_typed(office):
    sent = typed(category=CategoryFactory().pk, tag_words="!!!", **heading("Ý"))

    answer = office.post(url("add"), sent)

    assert not NewsArticle.objects.exists()
    assert "“!!!” không có chữ hay số nào." in answer.content.decode()
    assert answer.context["form"]["title"].value() == sent["title"]


@pytest.mark.parametrize(
    ("role", "expected"), [(Role.OFFICER, ReviewState.NONE), (Role.EDITOR, ReviewState.APPROVED)]
)
def test_an_approval_does_not_outlive_a_change_by_who_could_not_have_given_it(
    client, by, role, expected
):
    writer = user_with(role, full_name="Lê Phóng Viên")
    article = NewsArticleFactory()
    actions.submit_article(article=article, by=user_with(Role.OFFICER))
    actions.approve_article(article=article, by=by)
    client.force_login(writer)

    response = client.post(url("edit", article.pk), typed(title="Tên đã sửa"))

    assert response.status_code == 302
    article.refresh_from_db()
    assert article.get_latest_revision_as_object().title == "Tên đã sửa"
    assert article.review == expected
