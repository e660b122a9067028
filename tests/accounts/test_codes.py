"""The one-time code on paper."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.core.exceptions import ValidationError
from django.utils import timezone

from lienhiep.accounts.actions import print_one_time_code, use_one_time_code
from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import OneTimeCode
from lienhiep.core.history.reading import logs_of
from lienhiep.core.rules import policy_of
from tests.factories.accounts import UserFactory, user_with

NEW = "mat-khau-moi-hoan-toan"
CODE_PAGE = "/tai-khoan/ma-mot-lan/"
PASSWORD_PAGE = "/tai-khoan/ma-mot-lan/mat-khau/"


@pytest.fixture
def holder(db):
    return UserFactory(email=None, phone="0912345678", full_name="Hoàng Cầm Mã")


def use_on_page(client, code, login="0912 345 678"):
    return client.post(CODE_PAGE, {"login": login, "code": code})


def test_a_code_is_eight_letters_in_two_halves_and_only_its_digest_is_kept(holder, clerk):
    written, code = print_one_time_code(user=holder, by=clerk)

    assert len(written) == 9
    assert written[4] == "-"
    assert len(code.digest) == 64
    assert written.replace("-", "") not in str(OneTimeCode.objects.values().get())


def test_the_history_names_who_made_a_code_but_not_the_code(holder, clerk):
    written, _code = print_one_time_code(user=holder, by=clerk)

    entry = logs_of(holder).first()
    assert (entry.action, entry.user) == ("accounts.print_one_time_code", clerk)
    assert written not in str(entry.data)
    assert written.replace("-", "") not in str(entry.data)


def test_a_code_leads_to_a_new_password_and_then_inside(client, holder, clerk):
    written, _code = print_one_time_code(user=holder, by=clerk)

    entered = use_on_page(client, written)
    not_yet = get_user(client).is_anonymous
    done = client.post(PASSWORD_PAGE, {"password1": NEW, "password2": NEW})

    holder.refresh_from_db()
    assert (entered.status_code, entered.url) == (302, PASSWORD_PAGE)
    assert not_yet
    assert (done.status_code, done.url) == (302, "/vao/")
    assert get_user(client) == holder
    assert holder.check_password(NEW)


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " ")])
def test_a_code_is_taken_however_it_is_typed(holder, clerk, change):
    written, code = print_one_time_code(user=holder, by=clerk)

    assert use_one_time_code(user=holder, typed=change(written)) == code


def test_a_code_serves_once(client, holder, clerk):
    written, _code = print_one_time_code(user=holder, by=clerk)
    use_on_page(client, written)

    again = use_on_page(client, written)

    assert "code" in again.context["form"].errors
    assert use_one_time_code(user=holder, typed=written) is None


def test_a_code_ends_with_its_hours(holder, clerk, settings):
    settings.ONE_TIME_CODE_HOURS = 2
    written, code = print_one_time_code(user=holder, by=clerk)

    late = use_one_time_code(user=holder, typed=written, on=code.valid_until)
    in_time = use_one_time_code(
        user=holder, typed=written, on=code.valid_until - timedelta(seconds=1)
    )

    assert (late, in_time) == (None, code)
    assert timedelta(hours=2) == code.valid_until - code.made_at


def test_a_newer_code_ends_the_older(holder, clerk):
    older, _code = print_one_time_code(user=holder, by=clerk)
    newer, code = print_one_time_code(user=holder, by=clerk)

    assert use_one_time_code(user=holder, typed=older) is None
    assert use_one_time_code(user=holder, typed=newer) == code


def test_a_code_dies_after_five_wrong_ones(holder, clerk):
    written, _code = print_one_time_code(user=holder, by=clerk)
    for _attempt in range(5):
        use_one_time_code(user=holder, typed="AAAA-AAAA")

    assert use_one_time_code(user=holder, typed=written) is None


def test_the_code_of_one_person_opens_nothing_for_another(holder, clerk):
    written, _code = print_one_time_code(user=UserFactory(), by=clerk)
    print_one_time_code(user=holder, by=clerk)

    assert use_one_time_code(user=holder, typed=written) is None


def test_no_code_is_made_for_a_closed_account(clerk):
    with pytest.raises(ValidationError):
        print_one_time_code(user=UserFactory(is_active=False), by=clerk)

    assert OneTimeCode.objects.count() == 0


def test_unknown_people_and_wrong_codes_get_the_same_answer(client, holder, clerk):
    print_one_time_code(user=holder, by=clerk)

    wrong = use_on_page(client, "AAAA-AAAA")
    unknown = use_on_page(client, "AAAA-AAAA", login="0987654321")

    assert wrong.context["form"].errors == unknown.context["form"].errors
    assert wrong.context["form"].errors["code"][0].startswith("Mã không được chấp nhận.")


def test_many_attempts_from_one_place_are_stopped(client):
    for _attempt in range(10):
        use_on_page(client, "AAAA-AAAA")

    assert use_on_page(client, "AAAA-AAAA").status_code == 429


def test_the_password_page_opens_to_nobody_without_a_code(client):
    response = client.get(PASSWORD_PAGE)

    assert (response.status_code, response.url) == (302, CODE_PAGE)


def test_who_takes_too_long_to_choose_a_password_types_a_code_again(client, holder, clerk):
    written, _code = print_one_time_code(user=holder, by=clerk)
    use_on_page(client, written)
    session = client.session
    session["accounts_new_password"] = {"user": holder.pk, "at": timezone.now().timestamp() - 1801}
    session.save()

    response = client.post(PASSWORD_PAGE, {"password1": NEW, "password2": NEW})

    holder.refresh_from_db()
    assert response.url == CODE_PAGE
    assert not holder.check_password(NEW)


def test_a_weak_password_is_refused_at_its_field(client, holder, clerk):
    written, _code = print_one_time_code(user=holder, by=clerk)
    use_on_page(client, written)

    response = client.post(PASSWORD_PAGE, {"password1": "12345678", "password2": "12345678"})

    assert list(response.context["form"].errors) == ["password1"]


def test_a_code_does_not_step_around_the_second_step(client, holder, clerk):
    from allauth.mfa.totp.internal.auth import TOTP

    TOTP.activate(holder, "A" * 32)
    written, _code = print_one_time_code(user=holder, by=clerk)
    use_on_page(client, written)

    response = client.post(PASSWORD_PAGE, {"password1": NEW, "password2": NEW})

    assert response.url == "/tai-khoan/hai-buoc/ma/"
    assert get_user(client).is_anonymous


def test_a_clerk_prints_no_code_for_an_administrator(administrator, clerk):
    policy = policy_of(type(clerk))
    coming = user_with(Role.OFFICER)
    coming.role_grants.create(role=Role.ADMINISTRATOR, since="2199-01-01")

    assert policy.may(clerk, "print_code", UserFactory())
    assert not policy.may(clerk, "print_code", administrator)
    assert not policy.may(clerk, "print_code", coming)
    assert policy.may(administrator, "print_code", clerk)


def test_the_sheet_shows_the_code_once_and_is_not_kept(client, holder, clerk):
    client.force_login(clerk)
    address = f"/quan-tri/accounts/do/print_code/{holder.pk}/"

    asked = client.get(address)
    sheet = client.post(address)

    written = sheet.context["written"]
    assert OneTimeCode.objects.count() == 1
    assert written in sheet.content.decode()
    assert written not in asked.content.decode()
    assert "no-store" in sheet["Cache-Control"]
    assert "0912 345 678" in sheet.content.decode()
    assert use_one_time_code(user=holder, typed=written) is not None
