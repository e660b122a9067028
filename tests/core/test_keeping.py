"""What was typed is not lost when the session ended meanwhile, and shown to nobody else."""

import io
import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.core.forms.keeping import MOST_OF_ONE, forget_old_forms
from lienhiep.core.forms.typist import COOKIE, TYPIST
from lienhiep.core.models.files import RecordFile
from lienhiep.core.models.kept import KeptForm
from tests.factories.accounts import PASSWORD, UserFactory, user_with
from tests.factories.files import pdf, upload
from tests.sample.papers.models import Paper

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.sample.paper_pages")]

URL, NUMBER_URL = "/thu/to-trinh/", "/thu/so/"
SIGN_IN = "/tai-khoan/dang-nhap/"
OURS, THEIRS = "http://testserver", "https://example.org"


@pytest.fixture
def writer(client):
    """Somebody whose browser has just opened a page."""
    user = UserFactory()
    client.force_login(user)
    client.get(URL)
    return user


def end_session(client):
    del client.cookies["sessionid"]


def send(client, url=URL, typed=None, **headers):
    return client.post(url, {"title": "Tờ trình dài"} if typed is None else typed, headers=headers)


def words(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def text_of(response):
    return " ".join(page(response).stripped_strings)


def fields_to_send_again(response, url=URL):
    (form,) = page(response).select(f"form[action='{url}']")
    return {field["name"]: field["value"] for field in form.select("input[name]")}


def kept_after_ending(client, typed=None, url=URL, **headers):
    """Send a form after the session ended; return the page to which signing in leads."""
    end_session(client)
    response = send(client, url, typed, **headers)
    assert response.status_code == 302
    assert response.url.startswith(f"{SIGN_IN}?next=%2Fda-giu%2F")
    return reverse("core:kept", args=[KeptForm.objects.get().token])


# Kept, and sent again


def test_a_form_sent_after_the_session_ended_is_shown_again_and_sent(client, writer):
    kept = kept_after_ending(client, {"title": "Tờ trình về tập san", "readers": "anyone"})
    client.force_login(writer)

    shown = client.get(kept)
    assert "Tờ trình về tập san" in text_of(shown)
    client.post(URL, fields_to_send_again(shown))

    assert Paper.objects.get().title == "Tờ trình về tập san"
    assert KeptForm.objects.count() == 0


def test_signing_in_leads_to_what_was_kept(client, writer):
    end_session(client)
    leading = send(client).url

    response = client.post(leading, {"login": writer.email, "password": PASSWORD})

    assert response.url == reverse("core:kept", args=[KeptForm.objects.get().token])


def test_the_person_is_told_that_nothing_is_lost(client, writer):
    end_session(client)

    assert words(send(client)) == [
        "Phiên làm việc đã kết thúc. Nội dung đã gõ được giữ lại: hãy đăng nhập bằng chính "
        "tài khoản đó rồi gửi lại."
    ]


def test_what_is_kept_stands_with_the_words_of_its_form(client, writer):
    kept = kept_after_ending(client, {"title": "Một", "readers": "Hai\nBa"})
    client.force_login(writer)

    facts = page(client.get(kept)).select(".facts div")

    assert [(f.dt.text, f.dd.get_text("\n")) for f in facts] == [
        ("Trích yếu", "Một"),
        ("Readers", "Hai\nBa"),
    ]


def test_the_mark_against_forgery_is_not_kept_and_is_new_when_sent_again(writer):
    client = Client(enforce_csrf_checks=True)
    client.force_login(writer)
    first = page(client.get(URL)).select_one("[name=csrfmiddlewaretoken]")["value"]
    end_session(client)
    send(client, typed={"title": "Một", "csrfmiddlewaretoken": first}, Origin=OURS)
    kept = KeptForm.objects.get()
    assert kept.fields == [["title", "Một"]]
    client.force_login(writer)

    again = fields_to_send_again(client.get(reverse("core:kept", args=[kept.token])))
    response = client.post(URL, again, headers={"Origin": OURS})

    assert (response.status_code, Paper.objects.count()) == (302, 1)


def test_a_form_with_a_password_is_not_kept(client, writer):
    end_session(client)

    send(client, NUMBER_URL, {"number": "7", "password": "rất bí mật"})

    assert KeptForm.objects.count() == 0


def test_files_are_kept_with_the_form(client, writer):
    kept = kept_after_ending(
        client, {"title": "Một", "scan": upload("quét.pdf", pdf()), "scan-use": "sample.scan"}
    )
    file = RecordFile.objects.get()
    assert (file.is_pending, file.uploaded_by) == (True, writer)
    client.force_login(writer)

    shown = client.get(kept)
    assert "quét.pdf" in text_of(shown)
    client.post(URL, fields_to_send_again(shown))

    assert Paper.objects.get().scan == file


@pytest.mark.parametrize(
    ("use", "data"), [("sample.scan", b"no pdf"), ("", pdf()), ("unknown", pdf())]
)
def test_a_file_that_cannot_be_kept_is_named(client, writer, use, data):
    kept = kept_after_ending(
        client, {"title": "Một", "scan": upload("quét.pdf", data), "scan-use": use}
    )
    client.force_login(writer)

    assert "cần chọn lại: quét.pdf" in text_of(client.get(kept))
    assert RecordFile.objects.count() == 0


def test_a_screen_of_the_back_office_keeps_what_was_typed_too(client):
    officer = user_with(Role.OFFICER)
    client.force_login(officer)
    url = reverse("sample_papers_paper:add")
    client.get(url)
    kept = kept_after_ending(client, {"title": "Từ trang quản trị"}, url)
    client.force_login(officer)

    shown = client.get(kept)

    facts = page(shown).select(".facts div")
    assert [(fact.dt.text, fact.dd.text) for fact in facts] == [("Title", "Từ trang quản trị")]
    assert fields_to_send_again(shown, url)["title"] == "Từ trang quản trị"


def test_what_is_kept_can_be_discarded_with_its_files(client, writer):
    kept = kept_after_ending(
        client, {"title": "Một", "scan": upload("quét.pdf", pdf()), "scan-use": "sample.scan"}
    )
    client.force_login(writer)

    client.post(kept)

    assert (KeptForm.objects.count(), RecordFile.objects.count()) == (0, 0)


def test_what_is_sent_again_and_refused_is_still_kept(client, writer):
    kept = kept_after_ending(client, {"title": "", "readers": "Một"})
    client.force_login(writer)

    response = client.post(URL, fields_to_send_again(client.get(kept)))

    assert (response.status_code, KeptForm.objects.count()) == (200, 1)


def test_an_older_kept_form_gives_way(client, writer):
    end_session(client)

    for number in range(MOST_OF_ONE + 2):
        send(client, typed={"title": f"Số {number}"})

    assert KeptForm.objects.count() == MOST_OF_ONE
    assert not any(kept.fields == [["title", "Số 0"]] for kept in KeptForm.objects.all())


def test_a_kept_form_is_forgotten_after_twelve_hours(client, writer):
    kept = kept_after_ending(client)
    client.force_login(writer)
    KeptForm.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    response = client.get(kept)

    assert response.status_code == 404
    assert "Biểu mẫu được giữ trong 12 giờ" in text_of(response)
    assert (forget_old_forms(), KeptForm.objects.count()) == (1, 0)


def test_a_form_is_kept_for_twelve_hours(client, writer):
    kept_after_ending(client)

    kept = KeptForm.objects.get()

    assert round((kept.expires_at - kept.at).total_seconds() / 3600) == 12


# Nobody else


def test_another_account_in_the_same_browser_is_shown_nothing(client, writer):
    kept = kept_after_ending(client, {"title": "Chuyện riêng"})
    client.force_login(UserFactory())

    response = client.get(kept)

    assert response.status_code == 403
    assert "do một tài khoản khác điền" in text_of(response)
    assert "Chuyện riêng" not in response.content.decode()


def test_another_account_cannot_discard_it(client, writer):
    kept = kept_after_ending(client)
    client.force_login(UserFactory())

    assert client.post(kept).status_code == 403
    assert KeptForm.objects.count() == 1


def test_the_same_account_in_another_browser_is_shown_nothing(client, writer):
    kept = kept_after_ending(client, {"title": "Chuyện riêng"})
    elsewhere = Client()
    elsewhere.force_login(writer)

    response = elsewhere.get(kept)

    assert response.status_code == 403
    assert "Chuyện riêng" not in response.content.decode()


def test_nobody_signed_out_is_shown_anything(client, writer):
    kept = kept_after_ending(client, {"title": "Chuyện riêng"})

    response = client.get(kept)

    assert response.url == f"{SIGN_IN}?next={kept}"


def test_a_browser_in_which_nobody_signed_in_keeps_nothing_and_says_so():
    client = Client()

    response = send(client)

    assert (response.url, KeptForm.objects.count()) == (f"{SIGN_IN}?next={URL}", 0)
    assert words(response)[0].startswith("Bạn đã hết phiên đăng nhập")


def test_the_form_itself_says_who_typed_it_before_the_browser_does(client, writer):
    signed = page(client.get(URL)).select_one(f"[name={TYPIST}]")["value"]
    client.force_login(UserFactory())
    client.get(URL)

    kept_after_ending(client, {"title": "Một", TYPIST: signed})

    assert KeptForm.objects.get().user == writer


def test_a_made_up_name_in_the_form_keeps_nothing(client, writer):
    end_session(client)

    send(client, typed={"title": "Một", TYPIST: str(UserFactory().pk)})

    assert KeptForm.objects.count() == 0


def test_a_made_up_name_in_the_browser_keeps_nothing(client):
    client.cookies[COOKIE] = str(UserFactory().pk)

    send(client)

    assert KeptForm.objects.count() == 0


def test_nothing_is_kept_for_a_closed_account(client, writer):
    writer.is_active = False
    writer.save()
    end_session(client)

    send(client)

    assert KeptForm.objects.count() == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": THEIRS},
        {"Origin": "null"},
        {"Referer": f"{THEIRS}/x"},
        {"Origin": OURS, "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_nothing_is_kept_of_a_form_from_elsewhere(client, writer, headers):
    end_session(client)

    send(client, **headers)

    assert KeptForm.objects.count() == 0


def test_the_cookies_are_out_of_reach_of_scripts_and_of_other_sites(client, writer):
    end_session(client)
    response = send(client)

    kept = KeptForm.objects.get()
    cookie = response.cookies[f"lienhiep_kept_{kept.pk}"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert cookie["path"] == reverse("core:kept", args=[kept.token])
    assert client.cookies[COOKIE]["httponly"] is True


def test_a_reader_without_a_session_gets_no_cookie():
    response = Client().get("/")

    assert list(response.cookies) == []


def test_an_answer_that_is_no_way_to_sign_in_keeps_nothing(client, writer):
    end_session(client)

    assert send(client, "/thu/khong-hoi/").content.decode() == "Tờ trình dài"
    assert KeptForm.objects.count() == 0


def test_a_wrong_password_keeps_nothing(client, writer):
    end_session(client)

    client.post(SIGN_IN, {"login": writer.email, "password": "sai"})

    assert KeptForm.objects.count() == 0


# Scripts


@pytest.mark.parametrize(
    "headers", [{"X-Requested-With": "XMLHttpRequest"}, {"Accept": "application/json"}]
)
def test_a_script_is_told_in_json_that_the_session_ended(client, writer, headers):
    end_session(client)

    for url in (URL, reverse("sample_papers_paper:add")):
        response = send(client, url, **headers)

        assert (response.status_code, response.json()["error"]) == (401, "signed_out")
        assert response.json()["sign_in"] == SIGN_IN
    assert KeptForm.objects.count() == 0


# The mark against forgery


@pytest.fixture
def strict():
    return Client(enforce_csrf_checks=True)


def test_a_page_that_stood_open_too_long_gives_back_what_was_typed(strict):
    user = UserFactory()
    strict.force_login(user)
    strict.get(URL)

    refused = send(strict, typed={"title": "Gõ đã lâu"}, Origin=OURS)
    assert (refused.status_code, "Gõ đã lâu" in text_of(refused)) == (403, True)
    strict.post(URL, fields_to_send_again(refused), headers={"Origin": OURS})

    assert Paper.objects.get().title == "Gõ đã lâu"


def test_its_files_come_back_too(strict):
    strict.force_login(UserFactory())
    strict.get(URL)
    typed = {"title": "Một", "scan": upload("quét.pdf", pdf()), "scan-use": "sample.scan"}

    refused = send(strict, typed=typed, Origin=OURS)
    strict.post(URL, fields_to_send_again(refused), headers={"Origin": OURS})

    assert Paper.objects.get().scan.read() == pdf()


@pytest.mark.parametrize("headers", [{}, {"Origin": THEIRS}, {"Referer": f"{THEIRS}/"}])
def test_a_forged_form_is_refused_and_nothing_of_it_shown_or_kept(strict, headers):
    strict.force_login(UserFactory())
    strict.get(URL)

    response = send(strict, typed={"title": "Giả mạo"}, **headers)

    assert (response.status_code, KeptForm.objects.count()) == (403, 0)
    assert "Giả mạo" not in response.content.decode()
    assert "Biểu mẫu không được gửi từ trang của hệ thống này." in text_of(response)


def test_a_form_of_another_account_is_kept_for_that_one(strict):
    writer, other = UserFactory(), UserFactory()
    strict.force_login(writer)
    signed = page(strict.get(URL)).select_one(f"[name={TYPIST}]")["value"]
    strict.force_login(other)
    strict.get(URL)

    response = send(strict, typed={"title": "Chuyện riêng", TYPIST: signed}, Origin=OURS)

    assert response.status_code == 403
    assert "Chuyện riêng" not in response.content.decode()
    assert KeptForm.objects.get().user == writer
    strict.force_login(writer)
    shown = strict.get(reverse("core:kept", args=[KeptForm.objects.get().token]))
    assert "Chuyện riêng" in text_of(shown)


def test_passwords_are_never_given_back(strict):
    strict.force_login(UserFactory())
    strict.get(NUMBER_URL)

    response = send(strict, NUMBER_URL, {"number": "7", "password": "bí mật"}, Origin=OURS)

    assert response.status_code == 403
    assert "bí mật" not in response.content.decode()
    assert "Hãy mở lại trang rồi điền lại." in text_of(response)


def test_a_script_is_told_in_json_that_its_mark_is_old(strict):
    strict.force_login(UserFactory())

    response = send(strict, **{"Origin": OURS, "X-Requested-With": "XMLHttpRequest"})

    assert (response.status_code, response.json()["error"]) == (403, "csrf")


# A sending that broke off


def body_of(response):
    return re.sub(r"\s+", " ", text_of(response))


def send_half(client, *, url=URL, **headers):
    """Send the first half of a form, having said how long the whole is."""
    boundary = "x"
    whole = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="title"\r\n\r\n'
        f"{'Tờ trình ' * 50}\r\n--{boundary}--\r\n"
    ).encode()
    return client.generic(
        "POST",
        url,
        **{
            "wsgi.input": io.BytesIO(whole[: len(whole) // 2]),
            "CONTENT_LENGTH": str(len(whole)),
            "CONTENT_TYPE": f"multipart/form-data; boundary={boundary}",
        },
        headers=headers,
    )


def test_half_a_form_is_not_recorded(client, writer):
    response = send_half(client)

    assert (response.status_code, Paper.objects.count()) == (400, 0)
    assert "Chưa có gì được ghi nhận. Xin gửi lại." in body_of(response)


def test_half_a_form_is_not_recorded_where_its_mark_is_asked_for_first(strict):
    strict.force_login(UserFactory())
    strict.get(URL)

    response = send_half(strict, Origin=OURS)

    assert (response.status_code, Paper.objects.count()) == (400, 0)


def test_half_a_form_is_not_kept_either(client, writer):
    end_session(client)

    send_half(client)

    assert KeptForm.objects.count() == 0


def test_half_a_form_is_refused_by_views_that_ask_nothing(client):
    assert send_half(client, url="/thu/khong-hoi/").status_code == 400


# A form in other letters


@pytest.mark.parametrize("charset", ["utf-16", "windows-1258", "base64"])
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_a_form_that_is_not_in_utf_8_is_refused_in_words(client, writer, charset, kind):
    response = client.generic("POST", URL, b"title=a", content_type=f"{kind}; charset={charset}")

    assert response.status_code == 400
    assert "Biểu mẫu được gửi theo bảng mã khác UTF-8." in text_of(response)
    assert Paper.objects.count() == 0
