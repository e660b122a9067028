"""One category takes another over, and readers find everything from the old addresses."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import admin_row_url
from lienhiep.news import actions
from lienhiep.news.addresses import article_url
from lienhiep.news.models import (
    ArticleTag,
    Category,
    FurtherCategory,
    ListingLine,
    NewsArticle,
    RelatedPick,
    Tag,
)
from lienhiep.news.reading import related_to
from tests.factories.accounts import user_with
from tests.factories.news import CategoryFactory, NewsArticleFactory, TopicFactory, published

pytestmark = pytest.mark.django_db


def test_articles_lines_and_categories_below_move(by):
    old, new = CategoryFactory(), CategoryFactory()
    below = CategoryFactory(parent=old)
    main, beside, both = published(category=old), published(further=[old]), published(further=[old])
    FurtherCategory(article=both, category=new).save()

    assert actions.merge_category(category=old, into=new, by=by) == 1

    below.refresh_from_db()
    listed = set(ListingLine.objects.filter(category=new).values_list("article", flat=True))
    assert listed == {main.pk, beside.pk, both.pk}
    assert not ListingLine.objects.filter(category=old).exists()
    assert below.parent == new
    assert list(both.further_categories.values_list("category", flat=True)) == [new.pk]
    assert old not in Category.objects.in_menus()


def test_old_addresses_lead_on_with_the_page_asked_for_and_through_later_merges(client, by):
    first, second, third = CategoryFactory(), CategoryFactory(), CategoryFactory()
    actions.merge_category(category=first, into=second, by=by)
    second.refresh_from_db()
    actions.merge_category(category=second, into=third, by=by)

    answer = client.get(reverse("news:category", args=[first.slug]), {"trang": 1})

    assert (answer.status_code, answer["Location"]) == (301, f"{third.get_absolute_url()}?trang=1")
    assert client.get(answer["Location"]).status_code == 200


def test_a_draft_that_names_the_old_category_is_published_in_the_new_one(by):
    old, new = CategoryFactory(), CategoryFactory()
    draft = NewsArticleFactory(category=old)
    actions.merge_category(category=old, into=new, by=by)
    draft.refresh_from_db()

    actions.publish_article(article=draft, by=by)

    draft.refresh_from_db()
    assert draft.category == new


def test_what_cannot_be_merged_is_refused_at_the_field(by):
    top, other = CategoryFactory(), CategoryFactory()
    below, far = CategoryFactory(parent=top), CategoryFactory(parent=other)

    for into in (top, below, far):
        with pytest.raises(ValidationError) as refusal:
            actions.merge_category(category=top, into=into, by=by)
        assert list(refusal.value.message_dict) == ["into"]


def test_topics_are_merged_in_the_same_way(client, by):
    old, new = TopicFactory(), TopicFactory()
    article = published(topic=old)

    actions.merge_topic(topic=old, into=new, by=by)

    article.refresh_from_db()
    assert article.topic == new
    assert client.get(old.get_absolute_url())["Location"] == new.get_absolute_url()


def test_an_address_that_was_changed_leads_to_the_new_one(client):
    category = CategoryFactory()
    old = category.get_absolute_url()
    category.slug = "ten-moi"
    category.save()

    assert client.get(old)["Location"] == category.get_absolute_url()


def test_the_form_says_what_moves_and_only_editors_see_it(client, by):
    category = CategoryFactory()
    published(category=category)
    form = admin_row_url(category).replace(
        f"inspect/{category.pk}", f"do/merge_category/{category.pk}"
    )
    client.force_login(by)
    assert "1 tin bài" in client.get(form).content.decode()

    client.force_login(user_with(Role.OFFICER))
    assert client.get(form).status_code == 403
    assert not policy_of(Category).may(user_with(Role.LEADER), "merge_category", category)


def test_picks_by_hand_come_first_in_their_order():
    article, *others = (published() for _number in range(3))
    hidden = NewsArticleFactory()
    for place, other in enumerate((others[1], hidden, others[0])):
        RelatedPick(article=article, other=other, sort_order=place).save()

    shown = related_to(NewsArticle.objects.get(pk=article.pk))

    assert shown[:2] == [others[1], others[0]]
    assert hidden not in shown


# Tags


def test_one_tag_takes_another_over_with_its_articles_drafts_and_address(client, by):
    kept = Tag.objects.create(name="Chuyển đổi số", slug="chuyen-doi-so")
    other = Tag.objects.create(name="chuyển-đổi số", slug="chuyen-doi-so-2")
    one, both = published(tags=[other]), published(tags=[other, kept])
    draft = NewsArticleFactory()
    draft.article_tags = [ArticleTag(tag=other)]
    draft.save_revision(clean=False)
    draft.refresh_from_db()

    assert actions.merge_tag(tag=kept, other=other, by=by) == 2

    assert not Tag.objects.filter(pk=other.pk).exists()
    for article in (one, both):
        assert [line.tag for line in article.article_tags.all()] == [kept]
    again = NewsArticle.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert [line.tag for line in again.article_tags.all()] == [kept]
    answer = client.get("/the/chuyen-doi-so-2/")
    assert (answer.status_code, answer["Location"]) == (301, "/the/chuyen-doi-so/")


def test_a_tag_does_not_take_itself_over(by):
    tag = Tag.objects.create(name="Vinh", slug="vinh")

    with pytest.raises(ValidationError):
        actions.merge_tag(tag=tag, other=tag, by=by)


def test_an_editor_does_it_on_the_page_of_the_tag_and_an_officer_may_not(client, by):
    kept, other = (Tag.objects.create(name=name, slug=name) for name in ("lua", "luaa"))
    address = reverse("news_tag:do_merge_tag", args=[kept.pk])
    client.force_login(user_with(Role.OFFICER))
    assert client.post(address, {"other": other.pk}).status_code != 200
    assert Tag.objects.filter(pk=other.pk).exists()

    client.force_login(by)
    client.post(address, {"other": other.pk})

    assert not Tag.objects.filter(pk=other.pk).exists()


# Articles


def test_an_article_moves_with_its_draft_and_keeps_its_address(by):
    old, new = CategoryFactory(), CategoryFactory()
    article = published(category=old, further=[new])
    article.title = "Sửa sau"
    article.save_revision(clean=False)
    article = NewsArticle.objects.get(pk=article.pk)
    address = article_url(article)

    actions.move_article(article=article, category=new, by=by)

    article = NewsArticle.objects.get(pk=article.pk)
    assert article.category == article.get_latest_revision_as_object().category == new
    assert not article.further_categories.exists()
    assert article_url(article) == address
    assert set(ListingLine.objects.values_list("category", flat=True)) == {new.pk}


def test_nothing_moves_into_a_category_that_is_closed_or_gone(by):
    article = published()

    with pytest.raises(ValidationError) as refusal:
        actions.move_article(article=article, category=CategoryFactory(is_closed=True), by=by)

    assert "category" in refusal.value.message_dict
