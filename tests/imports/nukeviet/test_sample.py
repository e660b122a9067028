"""The sample site, held against the counts that its description gives."""

import pytest

from lienhiep.accounts.models import User
from lienhiep.imports.nukeviet.running import Asked, run_import
from lienhiep.news.models import (
    ArticleGroup,
    ArticleRating,
    ArticleTag,
    Byline,
    Category,
    Comment,
    GroupPlace,
    NewsArticle,
    PenName,
    Source,
    Tag,
    Topic,
)
from lienhiep.portal.models import StandardPage
from lienhiep.visits.models import DailyTally
from tests.imports.nukeviet.conftest import SAMPLE

pytestmark = pytest.mark.skipif(
    not (SAMPLE / "sample.sql.gz").exists(), reason="the sample does not lie beside the checkout"
)


def test_the_sample_comes_over_with_the_counts_of_its_description(home, client):
    run = run_import(Asked(dump=SAMPLE / "sample.sql.gz", uploads=SAMPLE / "uploads-sample.tar.gz"))

    counts = run.counts
    assert counts["news:article"]["brought"] == 315
    assert counts["thong-bao:article"]["brought"] == 12
    in_news = NewsArticle.objects.filter(live=True).exclude(category__slug__startswith="thong-bao")
    assert NewsArticle.objects.filter(scheduled_for__isnull=False).count() == 4
    assert in_news.exists()
    assert Category.objects.count() == 19 + 2
    assert Topic.objects.count() == 7
    assert (ArticleGroup.objects.count(), GroupPlace.objects.count()) == (4, 27)
    assert (Tag.objects.count(), ArticleTag.objects.count()) == (96, 534)
    assert (PenName.objects.count(), Byline.objects.count()) == (4, 200)
    assert Source.objects.count() == 9
    ratings = ArticleRating.objects.all()
    assert sum(one.opening_count for one in ratings) == 827
    assert sum(one.opening_sum for one in ratings) == 3291
    states = {
        state: Comment.objects.filter(state=state).count()
        for state in ("shown", "waiting", "refused")
    }
    assert states == {"shown": 234, "waiting": 39, "refused": 14}
    assert User.objects.filter(email__endswith="@example.vn").count() == 24
    assert User.objects.filter(is_active=False).count() == 2
    assert User.objects.get(email="duongkhanhhue2@example.vn").check_password("Docgia@2022")
    assert counts["news:reads"]["brought"] == 29_453
    assert DailyTally.objects.get(kind="opening").visits == 4_469_335
    assert StandardPage.objects.filter(depth=4).count() == 5 + 8 + 2
    assert StandardPage.objects.filter(depth=4, live=False).count() == 1


def test_the_sample_shows_299_articles_of_its_main_module(home):
    from lienhiep.imports.models import CarriedRecord

    run_import(Asked(dump=SAMPLE / "sample.sql.gz"))
    ids = CarriedRecord.objects.filter(kind="news:article").values("object_id")
    shown = NewsArticle.objects.filter(pk__in=ids, live=True)

    assert sum(bool(one.listed_in()) for one in shown) == 299
