"""The first account of an empty installation, and strangers at its door."""

import stat

import pytest
from django.core.management import CommandError, call_command

from lienhiep.accounts.models import User
from lienhiep.core.models import UnionIdentity
from lienhiep.setup.first_code import CodeRefused, code_file, code_taken, open_or_close
from tests.factories.accounts import UserFactory
from tests.setup.conftest import NEW

pytestmark = pytest.mark.django_db


def typed(code, **other):
    return {
        **NEW,
        "password_again": NEW["password"],
        "runs_office": "on",
        "code": code,
        **other,
    }


@pytest.fixture
def code(reference, folder):
    return open_or_close()


@pytest.mark.parametrize("path", ["/", "/vao/", "/tai-khoan/dang-nhap/", "/quan-tri/"])
def test_whoever_comes_to_an_empty_house_is_led_to_the_welcome_page(client, code, path):
    response = client.get(path)

    assert (response.status_code, response.url) == (302, "/khoi-dau/")


def test_the_code_is_readable_by_its_owner_only(code):
    assert stat.S_IMODE(code_file().stat().st_mode) == 0o600
    assert len(code.replace("-", "")) == 16


def test_the_first_account_is_made_once_and_signed_in(client, code):
    response = client.post("/khoi-dau/", typed(code.lower().replace("-", " ")))

    user = User.objects.get()
    assert response.url == "/quan-tri/setup/"
    assert (user.email, user.full_name) == (NEW["email"], NEW["full_name"])
    assert {role.value for role in user.roles_today} == {"administrator", "office_manager"}
    assert UnionIdentity.objects.get().name == NEW["name"]
    assert not code_file().exists()
    assert client.get(response.url).status_code == 200
    client.logout()
    assert client.get("/khoi-dau/").status_code == 404
    assert client.get("/").status_code == 200


def test_an_administrator_who_keeps_no_registers_gets_that_role_alone(client, code):
    form = typed(code)
    del form["runs_office"]

    client.post("/khoi-dau/", form)

    assert [role.value for role in User.objects.get().roles_today] == ["administrator"]


def test_without_the_code_a_stranger_makes_no_account(client, code):
    response = client.post("/khoi-dau/", typed("AAAA-BBBB-CCCC-DDDD"))

    assert not User.objects.exists()
    assert code_file().exists()
    page = response.content.decode()
    assert NEW["name"] in page
    assert "first-account.code" in page


def test_guessing_is_slowed_down(client, code):
    answers = [client.post("/khoi-dau/", typed("AAAA")).status_code for _ in range(12)]

    assert answers[-1] == 429


def test_a_second_account_is_not_made_with_the_same_code(client, code):
    client.post("/khoi-dau/", typed(code))
    client.logout()

    client.post("/khoi-dau/", typed(code, email="ke-la@quangtri.example"))

    assert User.objects.count() == 1


def test_the_code_is_good_again_where_the_account_could_not_be_made(client, code):
    client.post("/khoi-dau/", typed(code, password="1234567890", password_again="1234567890"))

    assert not User.objects.exists()
    assert code_file().read_text().strip() == code


def test_of_two_who_send_the_code_one_is_refused(code):
    with code_taken(code), pytest.raises(CodeRefused), code_taken(code):
        pass


def test_an_account_made_by_a_command_closes_the_welcome_page(client, code):
    UserFactory()

    assert client.get("/khoi-dau/").status_code == 404
    assert not code_file().exists()


def test_a_house_with_accounts_has_no_code(reference, folder):
    UserFactory()

    assert open_or_close() is None
    assert not code_file().exists()


def test_the_command_makes_the_first_account_too(reference, folder, capsys):
    (folder / "password").write_text(NEW["password"])
    words = ["--name", NEW["name"], "--short-name", NEW["short_name"]]
    words += ["--full-name", NEW["full_name"], "--email", NEW["email"]]

    call_command("begin", *words, "--password-file", str(folder / "password"), "--json")

    assert '"archive": null' in capsys.readouterr().out
    assert User.objects.get().check_password(NEW["password"])
    with pytest.raises(CommandError, match="never emptied"):
        call_command("begin", *words, "--password-file", str(folder / "password"))
