"""What is kept about me, field by field; and what I correct myself."""

import pytest
from bs4 import BeautifulSoup

from lienhiep.accounts.choices import Role
from tests.factories.accounts import PASSWORD, user_with
from tests.factories.directory import PersonFactory
from tests.factories.journal import ArticleAuthorFactory, ArticleFactory

pytestmark = pytest.mark.django_db

KEPT, DATA, PHONE = "/tai-khoan/du-lieu/dang-luu/", "/tai-khoan/du-lieu/", "/tai-khoan/dien-thoai/"


@pytest.fixture
def user(client):
    found = user_with(
        Role.CONTRIBUTOR, full_name="Trần Viết Bài", person=PersonFactory(), email="vb@x.example"
    )
    client.force_login(found)
    return found


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_every_datum_stands_with_its_purpose_and_how_long_it_is_kept(client, user):
    article = ArticleFactory(title="Bài về đất")
    ArticleAuthorFactory(article=article, person=user.person)

    page = soup(client.get(KEPT)).select_one("main")

    values = [value.get_text() for value in page.select(".kept__value")]
    assert {"Trần Viết Bài", "vb@x.example"} <= set(values)
    assert "Tác giả của bài “Bài về đất”" in page.get_text()
    assert all("thời hạn lưu:" in line.get_text() for line in page.select(".kept .meta"))


def test_nobody_reads_the_data_of_another(client, user):
    other = user_with(full_name="Người Khác", person=PersonFactory())
    ArticleAuthorFactory(article=ArticleFactory(title="Bài của người khác"), person=other.person)

    text = soup(client.get(KEPT)).get_text()

    assert "Người Khác" not in text
    assert "Bài của người khác" not in text


def test_an_account_without_a_person_sees_itself(client):
    client.force_login(user_with(full_name="Lê Đơn", email="don@x.example"))

    values = [value.get_text() for value in soup(client.get(KEPT)).select(".kept__value")]

    assert values == ["Lê Đơn", "don@x.example"]


def test_a_correction_is_asked_for_with_the_datum_in_the_form(client, user):
    links = [link["href"] for link in soup(client.get(KEPT)).select(".kept__correct")]

    form = soup(client.get(links[0].split("#")[0])).select_one("main form.form")

    assert form.select_one("input[name=right][checked]")["value"] == "correct"
    assert "đang ghi là" in form.select_one("textarea").get_text()


def test_an_unknown_right_in_the_address_chooses_nothing(client, user):
    form = soup(client.get(f"{DATA}?quyen=moi-thu")).select_one("main form.form")

    assert form.select_one("input[name=right][checked]") is None


def test_the_telephone_number_is_corrected_after_the_password(client, user):
    refused = client.get(PHONE)
    client.logout()
    client.post("/tai-khoan/dang-nhap/", {"login": user.email, "password": PASSWORD})

    client.post(PHONE, {"phone": "0912 345 678"})

    user.refresh_from_db()
    assert (refused.status_code, "/xac-nhan-lai/" in refused.url) == (302, True)
    assert (user.phone, user.email) == ("+84912345678", "vb@x.example")


def test_a_number_that_is_none_is_refused_at_the_field(client, user):
    client.logout()
    client.post("/tai-khoan/dang-nhap/", {"login": user.email, "password": PASSWORD})

    page = soup(client.post(PHONE, {"phone": "không có"}))

    assert "0912 345 678" in page.select_one(".field__errors").get_text()
    assert page.select_one("[name=phone]")["value"] == "không có"
