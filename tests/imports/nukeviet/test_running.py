"""A whole site comes over: each thing in its meaning, once, with every odd row named."""

import time

import pytest
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from lienhiep.accounts.former_hashers import Md5, Sha, Ssha, Ssha256, Ssha512, carried_password
from lienhiep.accounts.models import User
from lienhiep.core.counted_pages import page_number
from lienhiep.imports.models import SiteImport
from lienhiep.news.actions import publish_article
from lienhiep.news.models import Category, Comment, NewsArticle
from lienhiep.portal.models import FormerEntry
from lienhiep.visits.models import PageTotal
from tests.imports.nukeviet.conftest import SITE, article, reasons

LATER = int(time.time()) + 90_000


def the(number):
    """Return the article that a number of the former site became."""
    from lienhiep.imports.models import CarriedRecord

    return CarriedRecord.objects.get(kind="news:article", old_id=str(number)).record


def test_each_state_comes_over_in_its_meaning(brought):
    brought(
        article(1)
        + article(2, status=0)
        + article(3, status=2, at=LATER)
        + article(4, status=4)
        + article(5, status=5)
        + article(6, status=22)
        + article(7, at=LATER)
        + article(8, status=17)
    )

    states = {number: str(the(number).state) for number in range(1, 9)}
    assert states == {
        1: "published",
        2: "draft",
        3: "scheduled",
        4: "draft",
        5: "draft",
        6: "draft",
        7: "scheduled",
        8: "draft",
    }


def test_an_expired_article_is_in_no_list(brought):
    brought(article(1, status=3, expires=1600001000) + article(2, expires=1600001000))

    assert all(not the(number).listed_in() for number in (1, 2))


def test_what_not_everybody_could_read_never_becomes_public(brought, client):
    run = brought(article(1, cats="4") + article(2, cats="6") + article(3, cats="4,1"))

    assert [the(number).live for number in (1, 2, 3)] == [False, False, True]
    assert the(3).category.slug == "hoat-dong"
    assert not the(3).further_categories.exists()
    assert {(old, why) for _table, old, why in reasons(run)} >= {("1", "restricted")}
    assert client.get("/hoi-vien/tin-1.html").status_code == 410


def test_texts_are_decoded_once_and_cleaned(brought):
    brought(
        article(
            1,
            title="Nghị quyết 06-NQ&#x002F;TU &amp;amp; &quot;x&quot;",
            body="<p>A</p><script>alert(1)</script>",
        )
    )

    assert the(1).title == 'Nghị quyết 06-NQ/TU &amp; "x"'
    assert "script" not in str(the(1).body)


def test_a_tree_of_any_depth_becomes_two_levels_and_is_named(brought):
    run = brought()

    parents = {one.slug: one.parent and one.parent.slug for one in Category.objects.all()}
    assert parents["cap-hai"] == parents["cap-ba"] == "hoat-dong"
    assert parents["nam-2022-muc"] is None
    assert ("p_xx_news_cat", "3", "flattened") in reasons(run)
    assert ("p_xx_news_cat", "5", "lost_parent") in reasons(run)


def test_what_is_missing_is_mended_and_named(brought):
    run = brought(article(1, title="", lead="") + article(2, body="") + article(3, cats="77"))

    assert the(1).title == "Bài 1"
    assert the(1).lead == "Nội dung."
    assert the(2).live
    assert not the(3).live
    assert {(old, why) for _table, old, why in reasons(run)} >= {
        ("1", "no_title"),
        ("1", "no_lead"),
        ("2", "no_body"),
        ("3", "lost"),
    }


def test_rows_that_belong_to_nothing_are_named(brought):
    run = brought(
        article(1)
        + "INSERT INTO `p_xx_news_detail` VALUES (9,'<p>x</p>','');\n"
        + "INSERT INTO `p_xx_news_rows` (id, title) VALUES (1,'Lặp'),(NULL,'Không số');"
    )

    assert reasons(run, "skipped") >= {
        ("p_xx_news_detail", "9", "orphan"),
        ("p_xx_news_rows", "1", "double_id"),
    }
    assert "no_id" in {why for _table, _old, why in reasons(run)}


def test_a_second_run_changes_nothing_and_brings_only_what_is_new(brought):
    brought(article(1))
    first = the(1)
    NewsArticle.objects.get(pk=first.pk)
    first.title = "Do tòa soạn sửa"
    first.save()
    run = brought(article(1) + article(2))

    assert NewsArticle.objects.count() == 2
    assert the(1).title == "Do tòa soạn sửa"
    assert run.counts["news:article"] == {"there": 2, "brought": 1, "known": 1, "skipped": 0}


def test_a_trial_records_nothing_but_its_report(brought):
    run = brought(article(1), is_trial=True)

    assert run.counts["news:article"]["brought"] == 1
    assert not NewsArticle.objects.exists()
    assert not Category.objects.exists()
    assert not FormerEntry.objects.exists()


def test_every_shape_of_an_old_address_leads_on(brought, client):
    brought(article(15))
    place = client.get("/Hoat-dong/tin-15.html")

    assert place.status_code == 301
    for address in (
        "/hoat-dong/khac-15.html",
        "/xx/hoat-dong/tin-15.html",
        "/news/hoat-dong/tin-15.html",
        "/xx/news/hoat-dong/tin-15.html",
        "/print/hoat-dong/tin-15.html",
        "/savefile/hoat-dong/tin-15.html",
        "/index.php?language=xx&nv=news&op=hoat-dong/tin-15.html",
        "/index.php/hoat-dong/tin-15.html",
        "/?nv=news&op=hoat-dong/tin-15",
    ):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (301, place["Location"]), address
    assert client.get("/Hoat-dong/page-2/")["Location"] == "/tin-tuc/hoat-dong/"
    assert client.get("/rss/Hoat-dong/").status_code == 301
    assert client.get("/hoat-dong/la-999.html").status_code == 404


def test_links_within_texts_lead_to_the_new_places_also_forward(brought):
    brought(
        article(1, body='<p><a href="/hoat-dong/tin-2.html">sau</a></p>')
        + article(2, body='<p><a href="/hoat-dong/tin-1.html">trước</a></p>')
    )

    assert f"-{the(2).pk}/" in str(the(1).body)
    assert f"-{the(1).pk}/" in str(the(2).body)
    assert f"-{the(2).pk}/" in the(1).latest_revision.content["body"]


def test_comments_keep_state_and_tree_and_lose_what_they_answer(brought):
    run = brought(
        article(1)
        + "CREATE TABLE `p_xx_comment` (`cid` int,`module` varchar(9),`id` int,`pid` int,"
        "`content` text,`post_time` int,`post_name` varchar(9),"
        "`post_email` varchar(99),`status` int);\n"
        "INSERT INTO `p_xx_comment` VALUES "
        "(1,'news',1,0,'Hay&#33;<br />Lắm',1600000100,'A','a@x.vn',1),"
        "(2,'news',1,1,'Đồng ý',1600000200,'B','sai',0),(3,'news',1,55,'Lạc',1600000300,'C','',2),"
        "(4,'news',99,0,'Mồ côi',1600000400,'D','',1);"
    )

    first, second, third = Comment.objects.order_by("written_at")
    assert first.text == "Hay!\nLắm"
    assert [first.state, second.state, third.state] == ["shown", "waiting", "refused"]
    assert (second.parent, third.parent) == (first, None)
    assert second.email == ""
    assert reasons(run) >= {("p_xx_comment", "3", "lost_parent"), ("p_xx_comment", "4", "orphan")}


@pytest.mark.parametrize("hasher", [Ssha512, Ssha256, Ssha, Sha, Md5])
def test_people_sign_in_with_their_old_password_once_in_the_old_form(brought, hasher):
    salt = "abcd" if hasher in (Ssha512, Ssha256, Ssha) else ""
    mark = {
        "nukeviet_ssha512": "SSHA512",
        "nukeviet_ssha256": "SSHA256",
        "nukeviet_ssha": "SSHA",
        "nukeviet_sha": "SHA",
        "nukeviet_md5": "MD5",
    }
    stored = hasher().encode("Docgia@2022", salt).split("$")[1]
    brought(
        "CREATE TABLE `p_users` (`userid` int,`username` varchar(99),`password` varchar(150),"
        "`email` varchar(99),`first_name` varchar(99),`last_name` varchar(99),`active` int);\n"
        f"INSERT INTO `p_users` VALUES "
        f"(1,'an','{{{mark[hasher.algorithm]}}}{stored}','An@x.vn','Văn An','Lê',1);"
    )
    user = User.objects.get(email="an@x.vn")

    assert user.full_name == "Lê Văn An"
    assert not user.check_password("sai")
    assert user.check_password("Docgia@2022")
    user.refresh_from_db()
    assert not user.password.startswith("nukeviet")
    assert check_password("Docgia@2022", user.password)


def test_passwords_made_with_a_key_and_damaged_ones_are_not_taken():
    assert carried_password("8743b52063cd84097a65d1633f5c74f5") is None
    assert carried_password("{SSHA512}###") is None
    assert carried_password("{SSHA512}YWJj") is None


def test_a_batch_stands_in_the_history_once_on_the_run(brought):
    brought(article(1) + article(2))
    run = SiteImport.objects.get()

    entries = ModelLogEntry.objects.filter(action="imports.carry_over")
    assert set(entries.values_list("object_id", flat=True)) == {str(run.pk)}
    assert not ModelLogEntry.objects.filter(action="news.load_news_articles").exists()


def test_a_category_that_readers_did_not_see_stays_closed(brought, client):
    brought(article(1, cats="4"))
    closed = Category.objects.get(slug="hoi-vien")

    assert closed.is_closed
    assert client.get(closed.get_absolute_url()).status_code == 404
    assert "Hội viên" not in client.get("/tin-tuc/").content.decode()
    assert client.get("/hoi-vien/").status_code == 410
    with pytest.raises(ValidationError):
        publish_article(article=the(1), by=None)


def test_reads_of_the_former_site_open_the_count_of_each_article_once(brought):
    more = article(1) + "ALTER TABLE `x` ADD `y` int;\n"
    site = SITE.replace(
        "`allowed_comm` varchar(50))", "`allowed_comm` varchar(50), `hitstotal` int)"
    )
    more = more.replace("'6');", "'6',4321);", 1)
    brought(more, site=site)
    run = brought(more, site=site)

    total = PageTotal.objects.get(page=page_number("news.article", the(1).pk))
    assert (total.opening, total.reads) == (4321, 4321)
    assert run.counts["news:reads"]["known"] == 4321
