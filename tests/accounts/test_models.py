"""Accounts, and what their history keeps."""

from datetime import date

import pytest
from django.db import IntegrityError
from freezegun import freeze_time

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.core.history import UnrecordedChange, entries_of
from lienhiep.core.history.reading import logs_of
from lienhiep.core.principals import forget_principals, principals
from tests.factories.accounts import RoleGrantFactory, UserFactory, user_with


def test_a_name_is_kept_composed_and_sorted_by_the_given_name():
    UserFactory(full_name="Trần Văn Bình")
    UserFactory(full_name="Nguyê\u0303n  Thị An")

    assert [user.full_name for user in User.objects.all()] == ["Nguyễn Thị An", "Trần Văn Bình"]


def test_an_open_account_has_an_address_or_a_number():
    with pytest.raises(IntegrityError):
        User.objects.create_user(email=None, full_name="Không Địa Chỉ")


def test_the_history_never_holds_a_password():
    user = UserFactory(email="a@lienhiep.example")
    user.set_password("mot-mat-khau-khac-2023")
    user.save()
    user.email = "b@lienhiep.example"
    user.save()

    kept = [set(log.data.get("changes", {})) for log in logs_of(user)]

    assert kept == [
        {"email"},
        {"email", "full_name", "language", "is_active", "is_superuser", "date_joined"},
    ]


def test_accounts_are_not_changed_behind_the_back_of_the_history():
    with pytest.raises(UnrecordedChange):
        User.objects.update(is_superuser=True)


def test_roles_stand_in_the_history_of_the_account():
    user = UserFactory()

    RoleGrantFactory(user=user, role=Role.EDITOR)

    (label, kind, _changes) = entries_of(user)[0].children[0]
    assert (label, kind) == ("Vai trò được giữ «Biên tập viên»", "create")


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        (date(2026, 3, 1), None, True),
        (date(2026, 3, 2), date(2026, 3, 2), True),
        (date(2026, 3, 3), None, False),
        (date(2025, 1, 1), date(2026, 3, 1), False),
    ],
)
@freeze_time("2026-03-02 10:00+07:00")
def test_a_role_opens_something_on_its_days_only(since, until, held):
    user = UserFactory()
    RoleGrantFactory(user=user, role=Role.OFFICER, since=since, until=until)

    assert ("role:officer" in principals(user)) is held
    assert user.may_enter_back_office is held
    assert user.has_perm("wagtailadmin.access_admin") is held


@freeze_time("2026-03-01 17:30+00:00")
def test_a_day_begins_at_midnight_in_vietnam():
    user = UserFactory()
    RoleGrantFactory(user=user, role=Role.OFFICER, since=date(2026, 3, 2))

    assert user.is_office_staff


def test_a_role_for_people_outside_does_not_open_the_back_office():
    user = user_with(Role.JUROR, Role.CONTRIBUTOR, Role.CONTACT_OFFICER)

    assert not user.may_enter_back_office
    assert not user.has_perm("wagtailadmin.access_admin")


def test_a_closed_account_holds_nothing():
    user = user_with(Role.ADMINISTRATOR)
    user.is_active = False
    user.save()
    forget_principals(user)

    assert principals(user) == {"anyone"}
    assert not user.may_enter_back_office
    assert not user.has_perm("wagtailadmin.access_admin")


def test_the_keys_of_an_account_cost_one_question():
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    user = User.objects.get(pk=user_with(Role.EDITOR, Role.OFFICER).pk)

    with CaptureQueriesContext(
        connection,
    ) as questions:
        held = user.roles_today
        user.may_enter_back_office  # noqa: B018

    assert held == [Role.OFFICER, Role.EDITOR]
    assert len(questions) == 1


def test_site_and_back_office_speak_one_language():
    from wagtail.users.models import UserProfile

    user = UserFactory(language="en")
    profile = UserProfile.get_for_user(user)
    begun_with = profile.preferred_language
    user.language = "vi"
    user.save()
    profile.refresh_from_db()
    followed = profile.preferred_language
    profile.preferred_language = "en"
    profile.save()
    user.refresh_from_db()

    assert (begun_with, followed, user.language) == ("en", "vi", "en")
