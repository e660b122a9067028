"""Records of the news for tests, and people who may do something with them."""

from datetime import datetime

import factory

from lienhiep.accounts.choices import Role
from lienhiep.core.period import ZONE
from lienhiep.news.actions import ArticleRow, load_news_articles
from lienhiep.news.models import Category, NewsArticle, Topic
from tests.factories.accounts import user_with

JUNE = datetime(2022, 6, 10, 9, tzinfo=ZONE)


class CategoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Category

    name = factory.Sequence(lambda n: f"Chuyên mục {chr(97 + n % 26)}{'x' * (n // 26)}")
    slug = factory.Sequence(lambda n: f"chuyen-muc-{chr(97 + n % 26)}{'x' * (n // 26)}")
    position = factory.Sequence(int)


class TopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Topic

    name = factory.Sequence(lambda n: f"Dòng sự kiện {n}")
    slug = factory.Sequence(lambda n: f"dong-su-kien-{n}")


class NewsArticleFactory(factory.django.DjangoModelFactory):
    """A draft that could be published, as saving a form leaves it."""

    class Meta:
        model = NewsArticle
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Tin số {n}")
    lead = "Vài câu nêu điều chính của bài."
    body = [("paragraph", "<p>Nội dung bài.</p>")]
    category = factory.SubFactory(CategoryFactory)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        article = super()._create(model_class, *args, **kwargs)
        article.save_revision(clean=False)
        return article


def editor():
    """Make an editor."""
    return user_with(Role.EDITOR, full_name="Cao Biên Tập")


def published(at=JUNE, by=None, **facts) -> NewsArticle:
    """Make an article that was published at a moment, in the past too."""
    facts.setdefault("title", f"Tin đã đăng {NewsArticle.objects.count()}")
    if "category" not in facts:
        facts["category"] = CategoryFactory()
    row = ArticleRow(
        lead=facts.pop("lead", "Vài câu nêu điều chính của bài."),
        body=facts.pop("body", [("paragraph", "<p>Nội dung bài.</p>")]),
        published_at=at,
        **facts,
    )
    (article,) = load_news_articles(rows=[row], by=by)
    return NewsArticle.objects.get(pk=article.pk)
