"""Accounts in the back office: who enters, who sees, who does."""

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, reverse
from freezegun import freeze_time
from wagtail.models import Page, Site

from lienhiep.accounts.actions import grant_role
from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.accounts.groups import ensure_role_groups, sync_role_groups
from lienhiep.accounts.models import User
from lienhiep.accounts.rules import UserPolicy
from lienhiep.core.principals import person_key, principals
from lienhiep.core.rules import policy_of
from tests.factories.accounts import RoleGrantFactory, UserFactory, user_with
from tests.factories.directory import PersonFactory

LIST = "/quan-tri/accounts/"


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


# The door


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_every_role_of_the_office_enters(client, role):
    client.force_login(user_with(role))

    assert client.get("/quan-tri/").status_code == 200


@pytest.mark.parametrize("role", sorted(set(Role) - STAFF_ROLES))
def test_people_from_outside_are_told_who_enters(client, role):
    client.force_login(user_with(role))

    response = client.get("/quan-tri/")

    assert response.status_code == 403
    assert "Không vai trò nào của bạn cho phép việc này." in words(response)
    assert "Văn thư" in words(response)


def test_a_visitor_is_led_to_our_sign_in_page(client):
    response = client.get("/quan-tri/")

    assert (response.status_code, response.url) == (
        302,
        "/tai-khoan/dang-nhap/?next=/quan-tri/",
    )


def test_whoever_looks_after_settings_enters_and_sees_no_record(client):
    UserFactory(full_name="Người Không Được Thấy")
    settings_keeper = User.objects.create_superuser("cai-dat@lienhiep.example", "x", full_name="C")
    client.force_login(settings_keeper)

    assert client.get("/quan-tri/").status_code == 200
    assert client.get(LIST).status_code in (200, 403)
    assert list(User.objects.visible_to(settings_keeper)) == [settings_keeper]


# Wagtail's own screens of users and groups


@pytest.mark.parametrize("address", ["users/", "users/add/", "groups/", "groups/add/"])
@pytest.mark.parametrize("superuser", [True, False])
def test_wagtails_screens_of_users_and_groups_are_closed(client, address, superuser):
    user = user_with(Role.ADMINISTRATOR, is_superuser=superuser)
    client.force_login(user)

    assert client.get(f"/quan-tri/{address}").status_code == 404


@pytest.mark.parametrize("action", ["delete", "assign_role", "set_active_state"])
def test_wagtails_ticks_on_users_are_closed(client, administrator, action):
    other = UserFactory()
    client.force_login(administrator)

    response = client.post(f"/quan-tri/bulk/accounts/user/{action}/?id={other.pk}")

    assert response.status_code == 404
    assert User.objects.get(pk=other.pk).is_active


def test_no_address_of_wagtails_users_is_left():
    for name in ("wagtailusers_users:index", "wagtailusers_groups:index"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_wagtails_verbs_are_given_to_nobody():
    assert set(UserPolicy.verbs) & {"add", "change", "delete"} == set()


# Editors


@pytest.fixture
def editor(administrator):
    ensure_role_groups()
    user = UserFactory(full_name="Cao Biên Tập")
    grant_role(user=user, role=Role.EDITOR, by=administrator)
    return User.objects.get(pk=user.pk)


def test_an_editor_may_edit_pages_pictures_and_downloads(client, editor):
    home = Site.objects.get(is_default_site=True).root_page
    client.force_login(editor)

    assert home.permissions_for_user(editor).can_edit()
    assert home.permissions_for_user(editor).can_publish()
    assert client.get(reverse("wagtailadmin_explore", args=[home.pk])).status_code == 200
    assert client.get(reverse("wagtailimages:index")).status_code == 200
    assert client.get(reverse("wagtailimages:add")).status_code == 200
    assert client.get(reverse("wagtaildocs:index")).status_code == 200
    assert client.get(reverse("wagtaildocs:add")).status_code == 200


@pytest.mark.parametrize("name", ["wagtailsites:index", "wagtailadmin_collections:index"])
def test_an_editor_opens_no_settings(client, editor, name):
    client.force_login(editor)

    response = client.get(reverse(name))

    assert (response.status_code, response.url) == (302, "/quan-tri/")


def test_who_is_no_editor_edits_no_page(client):
    ensure_role_groups()
    officer = user_with(Role.OFFICER)

    home = Site.objects.get(is_default_site=True).root_page

    assert not home.permissions_for_user(officer).can_edit()
    assert not Page.get_first_root_node().permissions_for_user(officer).can_add_subpage()


def test_groups_may_be_made_again_and_again():
    ensure_role_groups()
    first = Group.objects.get(name="Biên tập viên")
    rights = first.page_permissions.count(), first.collection_permissions.count()

    ensure_role_groups()

    again = Group.objects.get(name="Biên tập viên")
    assert (again.page_permissions.count(), again.collection_permissions.count()) == rights
    assert rights == (5, 6)


def test_the_night_puts_people_in_and_takes_them_out_by_their_dates():
    ensure_role_groups()
    from datetime import date

    coming = RoleGrantFactory(role=Role.EDITOR, since=date(2026, 4, 1)).user
    going = RoleGrantFactory(role=Role.EDITOR, until=date(2026, 3, 31)).user

    sync_role_groups(on=date(2026, 3, 31))
    before = set(Group.objects.get(name="Biên tập viên").user_set.all())
    changes = sync_role_groups(on=date(2026, 4, 1))
    after = set(Group.objects.get(name="Biên tập viên").user_set.all())

    assert (before, after, changes) == ({going}, {coming}, 2)


# The register of accounts


def test_administrators_and_clerks_see_all_accounts_others_their_own(administrator, clerk):
    officer = user_with(Role.OFFICER)

    assert User.objects.visible_to(administrator).count() == 3
    assert User.objects.visible_to(clerk).count() == 3
    assert list(User.objects.visible_to(officer)) == [officer]


def test_an_administrator_reads_no_records_of_other_rooms_by_that_role(administrator):
    from django.apps import apps
    from wagtail.permissions import policy_registry

    from lienhiep.core.guarding import Guarded
    from lienhiep.core.rules import RowPolicy

    held = {"role:administrator"}
    rooms = {
        model._meta.app_label
        for model in apps.get_models()
        if issubclass(model, Guarded)
        and isinstance(policy_registry.get_by_type(model, fallback=False), RowPolicy)
        and policy_of(model).readers_of_all & held
    }

    assert rooms & {"journal", "reports", "directory"} <= {"directory"}
    assert not administrator.is_superuser


def test_the_register_shows_roles_and_is_narrowed_by_them(client, administrator):
    user_with(Role.EDITOR, full_name="Cao Biên Tập")
    user_with(Role.JUROR, full_name="Phạm Giám Khảo")
    client.force_login(administrator)

    everybody = words(client.get(LIST))
    editors = words(client.get(LIST, {"role": "editor"}))

    assert "Cao Biên Tập" in everybody
    assert "Phạm Giám Khảo" in everybody
    assert "Cao Biên Tập" in editors
    assert "Phạm Giám Khảo" not in editors


def test_the_register_is_searched_without_marks(client, administrator):
    UserFactory(full_name="Nguyễn Thị Điện")
    UserFactory(full_name="Trần Văn Bình")
    client.force_login(administrator)

    found = words(client.get(LIST, {"q": "dien"}))

    assert "Nguyễn Thị Điện" in found
    assert "Trần Văn Bình" not in found


def test_the_register_costs_the_same_with_one_account_and_with_many(client, administrator):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(administrator)
    client.get(LIST)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    for _number in range(5):
        user_with(Role.EDITOR, Role.JUROR)
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)

    assert len(many) == len(few)


def test_the_register_is_taken_to_a_spreadsheet(client, administrator):
    UserFactory(full_name="=cmd()", email="x@lienhiep.example")
    client.force_login(administrator)

    sheet = b"".join(client.get(LIST, {"export": "csv"}).streaming_content).decode()

    assert "'=cmd()" in sheet
    assert "password" not in sheet.lower()


def test_the_page_of_an_account_shows_roles_history_and_what_can_be_done(client, administrator):
    user = user_with(Role.EDITOR, full_name="Cao Biên Tập")
    client.force_login(administrator)

    page = words(client.get(f"{LIST}inspect/{user.pk}/"))

    assert "Biên tập viên 01/01/2021" in page
    for button in ("Giao vai trò", "In mã dùng một lần", "Đóng tài khoản", "Người này được xem gì"):
        assert button in page


@freeze_time("2026-03-01 18:30+00:00")
def test_the_page_of_an_account_shows_the_hours_of_vietnam(client, administrator):
    user = UserFactory(phone="0912345678")
    client.force_login(administrator)

    page = words(client.get(f"{LIST}inspect/{user.pk}/"))

    assert "Ngày lập tài khoản 01:30 02/03/2026" in page
    assert "0912 345 678" in page


def test_a_clerk_prints_codes_and_does_nothing_else(client, clerk):
    user = UserFactory()
    client.force_login(clerk)

    page = words(client.get(f"{LIST}inspect/{user.pk}/"))

    assert "In mã dùng một lần" in page
    assert "Đóng tài khoản" not in page
    for verb in ("grant_role", "deactivate", "change_contact", "explain", "end_second_step"):
        assert client.get(f"{LIST}do/{verb}/{user.pk}/").status_code == 403
    assert client.get(f"{LIST}invite/").status_code == 403


def test_an_officer_meets_no_account_but_their_own(client):
    stranger = UserFactory(full_name="Người Khác Hẳn")
    client.force_login(user_with(Role.OFFICER))

    for address in ("inspect/{}/", "history/{}/", "do/print_code/{}/", "do/explain/{}/"):
        response = client.get(LIST + address.format(stranger.pk))

        assert response.status_code == 404
        assert "Người Khác Hẳn" not in response.content.decode()


def test_an_administrator_does_not_take_over_who_looks_after_settings(administrator):
    keeper = User.objects.create_superuser("cai-dat@lienhiep.example", "x", full_name="C")
    policy = policy_of(User)

    for verb in ("change_contact", "print_code", "grant_role", "deactivate", "end_second_step"):
        assert not policy.may(administrator, verb, keeper)


# Screens


def test_inviting_by_address_sends_a_letter(
    client, administrator, mailoutbox, django_capture_on_commit_callbacks
):
    client.force_login(administrator)

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(
            f"{LIST}invite/",
            {
                "full_name": "Nguyễn Thị Mới",
                "email": "moi@lienhiep.example",
                "roles": ["officer"],
                "language": "vi",
            },
        )

    user = User.objects.get(email="moi@lienhiep.example")
    assert response.url == f"{LIST}inspect/{user.pk}/"
    assert [letter.to for letter in mailoutbox] == [["moi@lienhiep.example"]]


def test_inviting_by_number_goes_on_to_the_code(client, administrator):
    client.force_login(administrator)

    response = client.post(
        f"{LIST}invite/",
        {"full_name": "Nguyễn Thị Mới", "phone": "0912 345 678", "language": "vi"},
    )

    user = User.objects.get(phone="+84912345678")
    assert response.url == f"{LIST}do/print_code/{user.pk}/"


def test_a_refused_invitation_keeps_what_was_typed(client, administrator):
    client.force_login(administrator)

    response = client.post(
        f"{LIST}invite/", {"full_name": "Nguyễn Thị Mới", "phone": "0912", "language": "vi"}
    )

    assert response.status_code == 200
    assert response.context["form"].errors["phone"][0].startswith("Xin ghi số theo dạng")
    assert 'value="Nguyễn Thị Mới"' in response.content.decode()


def test_a_role_is_given_and_ended_on_the_page(client, administrator):
    user = UserFactory()
    client.force_login(administrator)

    given = client.post(
        f"{LIST}do/grant_role/{user.pk}/",
        {"role": "juror", "since": "05/01/2026", "until": "31/12/2026", "reason": "QĐ 5"},
    )
    grant = user.role_grants.get()
    ended = client.post(
        f"{LIST}do/end_role/{user.pk}/",
        {"grant": grant.pk, "until": "10/01/2026", "reason": ""},
    )

    grant.refresh_from_db()
    assert given.url == ended.url == f"{LIST}inspect/{user.pk}/"
    assert (grant.since.isoformat(), grant.until.isoformat()) == ("2026-01-05", "2026-01-10")


def test_a_day_that_does_not_exist_is_refused_at_its_field(client, administrator):
    user = UserFactory()
    client.force_login(administrator)

    response = client.post(
        f"{LIST}do/grant_role/{user.pk}/", {"role": "juror", "since": "31/02/2026"}
    )

    assert list(response.context["form"].errors) == ["since"]
    assert user.role_grants.count() == 0


def test_closing_an_account_asks_for_the_reason(client, administrator):
    user = UserFactory()
    client.force_login(administrator)

    without = client.post(f"{LIST}do/deactivate/{user.pk}/", {"reason": ""})
    still_open = User.objects.get(pk=user.pk).is_active
    client.post(f"{LIST}do/deactivate/{user.pk}/", {"reason": "Chuyển công tác"})

    assert list(without.context["form"].errors) == ["reason"]
    assert still_open
    assert not User.objects.get(pk=user.pk).is_active


def test_what_a_person_may_see_names_keys_kinds_and_numbers(client, administrator):
    clerk = user_with(Role.RECORDS_CLERK)
    UserFactory(full_name="Tên Không Được Nêu")
    client.force_login(administrator)

    response = client.get(f"{LIST}do/explain/{clerk.pk}/")

    (accounts,) = [kind for kind in response.context["kinds"] if kind.label == "Tài khoản"]
    assert ("role:records_clerk", "Văn thư") in response.context["keys"]
    assert (accounts.visible, accounts.reads_all) == (3, True)
    assert accounts.verbs == ["In mã dùng một lần"]
    assert "Tên Không Được Nêu" not in response.content.decode()


def test_preferences_of_the_back_office_ask_for_no_first_and_last_name(client):
    client.force_login(user_with(Role.OFFICER))

    response = client.get("/quan-tri/account/")

    page = response.content.decode()
    assert response.status_code == 200
    assert "first_name" not in page
    assert "preferred_language" not in page
    assert 'name="theme-theme"' in page


def test_an_account_is_linked_to_its_person_and_has_the_rights_of_the_seats(client):
    user, person = user_with(Role.CONTACT_OFFICER), PersonFactory()
    client.force_login(user_with(Role.OFFICE_MANAGER))

    response = client.post(f"{LIST}do/link_person/{user.pk}/", {"person": person.pk})

    user.refresh_from_db()
    assert response.status_code == 302
    assert user.person == person
    assert person_key(person.pk) in principals(user)


def test_a_person_has_one_account(client):
    taken = user_with(Role.JUROR, person=PersonFactory())
    other = user_with(Role.JUROR)
    client.force_login(user_with(Role.OFFICE_MANAGER))

    response = client.post(f"{LIST}do/link_person/{other.pk}/", {"person": taken.person_id})

    other.refresh_from_db()
    assert response.status_code == 200
    assert "Người này đã có tài khoản" in words(response)
    assert other.person is None


def test_only_the_office_manager_says_whose_account_it_is(client, clerk):
    user, person = user_with(Role.JUROR), PersonFactory()
    client.force_login(clerk)

    response = client.post(f"{LIST}do/link_person/{user.pk}/", {"person": person.pk})

    user.refresh_from_db()
    assert response.status_code == 403
    assert user.person is None


def test_nobody_takes_a_person_s_rights_for_their_own_account(client):
    manager, leader = user_with(Role.OFFICE_MANAGER), PersonFactory()
    client.force_login(manager)

    response = client.post(f"{LIST}do/link_person/{manager.pk}/", {"person": leader.pk})

    manager.refresh_from_db()
    assert response.status_code == 403
    assert manager.person != leader
