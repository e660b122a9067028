"""What people do with accounts and roles."""

from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from freezegun import freeze_time

from lienhiep.accounts.actions import (
    change_contact,
    deactivate_user,
    end_role,
    end_second_step,
    grant_role,
    invite_user,
    reactivate_user,
)
from lienhiep.accounts.choices import Role
from lienhiep.accounts.groups import ROLE_GROUPS, ensure_role_groups
from lienhiep.accounts.models import RoleGrant, User
from lienhiep.core.history.reading import logs_of
from tests.factories.accounts import RoleGrantFactory, UserFactory, user_with

EDITORS = ROLE_GROUPS[Role.EDITOR].name


def newest(record):
    return logs_of(record).first()


def test_who_is_invited_gets_a_letter_with_a_link_and_their_roles(
    administrator, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        user = invite_user(
            full_name="Nguyễn Thị Mới",
            email="Moi@Lienhiep.example",
            roles=[Role.OFFICER],
            by=administrator,
            reason="QĐ 12/QĐ-LHH",
        )

    (letter,) = mail.outbox
    link = next(line for line in letter.body.splitlines() if line.startswith("http"))
    page = client.get(link.removeprefix("http://127.0.0.1:8000"), follow=True)
    assert letter.to == ["moi@lienhiep.example"]
    assert letter.body.startswith("Kính gửi Nguyễn Thị Mới,")
    assert "Đặt mật khẩu và đăng nhập" in page.content.decode()
    assert user.roles_today == [Role.OFFICER]
    assert not user.has_usable_password()
    assert (newest(user).action, newest(user).user) == ("accounts.invite_user", administrator)
    assert newest(user).data["reason"] == "QĐ 12/QĐ-LHH"


def test_an_invitation_is_one_entry_in_the_history(administrator):
    user = invite_user(
        full_name="Nguyễn Thị Mới", phone="0912345678", roles=[Role.JUROR], by=administrator
    )

    assert [log.action for log in logs_of(user)] == ["accounts.invite_user"]


def test_nobody_is_invited_twice(administrator):
    UserFactory(email="co-roi@lienhiep.example")

    with pytest.raises(ValidationError) as refusal:
        invite_user(full_name="Lần Hai", email="CO-ROI@lienhiep.example", by=administrator)

    assert refusal.value.message_dict == {
        "email": ["Địa chỉ thư điện tử này đã thuộc về một tài khoản khác."]
    }
    assert User.objects.filter(full_name="Lần Hai").count() == 0


def test_an_invitation_with_a_wrong_number_leaves_nothing_behind(administrator):
    with pytest.raises(ValidationError) as refusal:
        invite_user(full_name="Sai Số", phone="0912", by=administrator)

    assert list(refusal.value.message_dict) == ["phone"]
    assert User.objects.filter(full_name="Sai Số").count() == 0


def test_an_invitation_without_address_and_number_is_refused(administrator):
    with pytest.raises(ValidationError) as refusal:
        invite_user(full_name="Không Địa Chỉ", by=administrator)

    assert refusal.value.message_dict == {
        "email": ["Xin ghi địa chỉ thư điện tử hoặc số điện thoại."]
    }


@freeze_time("2026-03-02 10:00+07:00")
def test_a_role_is_given_with_its_days_and_who_gave_it(administrator):
    user = UserFactory()

    grant = grant_role(
        user=user,
        role=Role.LEADER,
        by=administrator,
        since=date(2026, 4, 1),
        until=date(2031, 3, 31),
        reason="Đại hội VII",
    )

    assert (grant.since, grant.until) == (date(2026, 4, 1), date(2031, 3, 31))
    assert (grant.granted_by, grant.reason) == (administrator, "Đại hội VII")
    assert user.roles_today == []
    assert newest(user).action == "accounts.grant_role"


def test_a_role_takes_effect_at_once_on_the_same_account(administrator):
    user = UserFactory()
    before = user.roles_today

    grant_role(user=user, role=Role.EDITOR, by=administrator)

    assert (before, user.roles_today) == ([], [Role.EDITOR])


def test_nobody_gives_a_role_to_themselves(administrator):
    with pytest.raises(ValidationError):
        grant_role(user=administrator, role=Role.LEADER, by=administrator)

    assert administrator.roles_today == [Role.ADMINISTRATOR]


@freeze_time("2026-03-02 10:00+07:00")
def test_a_role_is_held_once_at_a_time(administrator):
    user = UserFactory()
    RoleGrantFactory(user=user, role=Role.JUROR, since=date(2026, 1, 1), until=date(2026, 6, 30))

    with pytest.raises(ValidationError) as refusal:
        grant_role(user=user, role=Role.JUROR, by=administrator, since=date(2026, 6, 30))
    again = grant_role(user=user, role=Role.JUROR, by=administrator, since=date(2026, 7, 1))

    assert list(refusal.value.message_dict) == ["role"]
    assert again.since == date(2026, 7, 1)


def test_the_last_day_is_not_before_the_first(administrator):
    with pytest.raises(ValidationError) as refusal:
        grant_role(
            user=UserFactory(),
            role=Role.JUROR,
            by=administrator,
            since=date(2026, 6, 30),
            until=date(2026, 6, 29),
        )

    assert list(refusal.value.message_dict) == ["until"]


@freeze_time("2026-03-02 10:00+07:00")
def test_a_role_ends_with_its_last_day(administrator):
    grant = RoleGrantFactory(role=Role.OFFICER)

    end_role(grant=grant, by=administrator, until=date(2026, 3, 1), reason="Nghỉ hưu")

    assert User.objects.get(pk=grant.user_id).roles_today == []
    assert newest(grant.user).data["reason"] == "Nghỉ hưu"


@freeze_time("2026-03-02 10:00+07:00")
def test_a_role_that_has_not_begun_is_taken_out(administrator):
    grant = RoleGrantFactory(role=Role.OFFICER, since=date(2026, 9, 1))

    end_role(grant=grant, by=administrator)

    assert RoleGrant.objects.filter(role=Role.OFFICER).count() == 0
    assert newest(grant.user).data["children"][0]["kind"] == "delete"


def test_the_only_administrator_stays(administrator):
    grant = administrator.role_grants.get()
    other = user_with(Role.ADMINISTRATOR)
    end_role(grant=other.role_grants.get(), by=administrator, until=date(2021, 6, 1))

    with pytest.raises(ValidationError):
        end_role(grant=grant, by=None)
    with pytest.raises(ValidationError):
        deactivate_user(user=administrator, by=None, reason="Thử")

    assert User.objects.get(pk=administrator.pk).roles_today == [Role.ADMINISTRATOR]


def test_a_closed_account_is_signed_out_everywhere(administrator, client):
    user = user_with(Role.OFFICER)
    client.force_login(user)

    deactivate_user(user=user, by=administrator, reason="Chuyển công tác")

    assert client.get("/tai-khoan/").status_code == 302
    assert newest(user).action == "accounts.deactivate_user"


def test_nobody_closes_their_own_account(administrator):
    user_with(Role.ADMINISTRATOR)

    with pytest.raises(ValidationError):
        deactivate_user(user=administrator, by=administrator, reason="Nhầm")

    assert User.objects.get(pk=administrator.pk).is_active


def test_an_account_opened_again_has_the_roles_that_still_run(administrator):
    user = user_with(Role.OFFICER, is_active=False)

    reactivate_user(user=user, by=administrator, reason="Trở lại")

    assert User.objects.get(pk=user.pk).roles_today == [Role.OFFICER]


def test_membership_in_groups_follows_roles_and_closing(administrator):
    ensure_role_groups()
    user = UserFactory()

    grant = grant_role(user=user, role=Role.EDITOR, by=administrator)
    with_role = [group.name for group in user.groups.all()]
    deactivate_user(user=user, by=administrator, reason="Thử")
    closed = user.groups.count()
    reactivate_user(user=user, by=administrator)
    open_again = user.groups.count()
    end_role(grant=grant, by=administrator, until=date(2021, 1, 1))

    assert with_role == [EDITORS]
    assert (closed, open_again, user.groups.count()) == (0, 1, 0)


def test_a_changed_address_makes_an_old_link_worthless(administrator, client):
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str

    user = UserFactory(email="cu@lienhiep.example")
    token = default_token_generator.make_token(user)
    address = f"/tai-khoan/mat-khau/moi/{user_pk_to_url_str(user)}-{token}/"

    change_contact(user=user, by=administrator, email="moi@lienhiep.example")

    assert "Liên kết không còn hiệu lực" in client.get(address).content.decode()
    assert newest(user).data["changes"] == {
        "email": {"before": "cu@lienhiep.example", "after": "moi@lienhiep.example"}
    }


def test_a_lost_second_step_is_taken_away_with_its_reason(administrator):
    from allauth.mfa.totp.internal.auth import TOTP

    user = UserFactory()
    TOTP.activate(user, "A" * 32)

    end_second_step(user=user, by=administrator, reason="Mất điện thoại")

    assert user.authenticator_set.count() == 0
    assert newest(user).data["reason"] == "Mất điện thoại"
