"""What was handed in at the desk has a confirmation: for who handed it in, and nobody else."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.core.period import today
from lienhiep.core.views.receipt import moment_of
from lienhiep.journal.actions import receive_article
from lienhiep.journal.actions.article import Byline
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory
from tests.factories.journal import ArticleAuthorFactory, ArticleFactory, SubjectFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def contributor():
    return user_with(Role.CONTRIBUTOR, full_name="Trần Viết Bài", person=PersonFactory())


def receipt_of(article):
    return f"/ban-lam-viec/tap-san/{article.pk}/giay-xac-nhan/"


def sent_by(user):
    return receive_article(
        title="Trồng dược liệu",
        subject=SubjectFactory(),
        authors=[Byline(user.person)],
        on=today(),
        by=user,
    )


def test_a_confirmation_says_what_was_handed_in_when_and_by_whom(client, contributor):
    article = sent_by(contributor)
    client.force_login(contributor)

    page = BeautifulSoup(client.get(receipt_of(article)).content, "html.parser").select_one("main")

    moment = timezone.localtime(moment_of(article, "journal.receive_article"))
    assert page.h1.get_text() == "Giấy xác nhận đã nhận bản thảo"
    assert f"Trần Viết Bài gửi lúc {moment:%H:%M %d/%m/%Y}." in page.get_text()
    assert "Trồng dược liệu" in page.get_text()


def test_nobody_else_has_the_confirmation(client, contributor):
    article = sent_by(contributor)
    client.force_login(user_with(Role.CONTRIBUTOR, person=PersonFactory()))

    assert client.get(receipt_of(article)).status_code == 404


def test_what_was_never_handed_in_here_has_none(client, contributor):
    article = ArticleFactory()
    ArticleAuthorFactory(article=article, person=contributor.person)
    client.force_login(contributor)

    assert client.get(receipt_of(article)).status_code == 404
    assert (
        "Giấy xác nhận" not in client.get(f"/ban-lam-viec/tap-san/{article.pk}/").content.decode()
    )
