"""Personal data of the demonstration: consents, requests on their way, a breach, a filed record."""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from lienhiep.accounts import actions as accounts
from lienhiep.accounts.choices import ConsentPurpose, DataRight, Role
from lienhiep.accounts.models import Consent, ConsentText, DataRequest, User
from lienhiep.core.history import verb
from lienhiep.core.period import today
from lienhiep.demo import people
from lienhiep.privacy import actions
from lienhiep.privacy.models import Breach, Dossier, RetentionRun

__all__ = ["load"]

AGREES = (Role.CONTRIBUTOR, Role.CONTESTANT, Role.EXPERT, Role.CONTACT_OFFICER)


def load() -> None:
    """Load each part where it does not stand yet."""
    manager = people.account(Role.OFFICE_MANAGER)
    if not ConsentText.objects.filter(legal_basis__gt="").exists():
        call_command("load_consent_texts")
    _consents()
    if not DataRequest.objects.exists():
        _requests(manager)
    if not Breach.objects.exists():
        _breaches(manager)
    if not Dossier.objects.exists():
        actions.file_dossier(
            filed_on=today() - timedelta(days=40),
            number="01/HS-LHH",
            note="Nộp lần đầu theo Luật Bảo vệ dữ liệu cá nhân (trình diễn).",
            by=manager,
        )
    if not RetentionRun.objects.exists():
        _retention(manager)


def _retention(manager: User) -> None:
    """A run of half a year ago, as it was recorded then; nothing is due today."""
    then = timezone.now().replace(minute=0, second=0, microsecond=0) - timedelta(days=190)
    reason = "Hết thời hạn lưu tên, địa chỉ người dự các lớp học năm trước (trình diễn)."
    with verb("privacy.start_retention", by=manager, reason=reason) as act:
        run = RetentionRun(
            rule="events.registrations",
            on=timezone.localtime(then).date(),
            expected=18,
            gone=18,
            reason=reason,
            started_at=then,
            finished_at=then + timedelta(minutes=1),
            started_by=manager,
        )
        run.full_clean()
        run.save()
        act.about(run)


def _consents() -> None:
    for role in AGREES:
        user = people.account(role)
        for purpose in (ConsentPurpose.ACCOUNT, ConsentPurpose.CORRESPONDENCE):
            if not Consent.objects.filter(user=user, purpose=purpose).exists():
                accounts.agree(purpose=purpose, user=user, by=user)


def _requests(manager: User) -> None:
    """One request that is acknowledged, and one that came today."""
    contributor = people.account(Role.CONTRIBUTOR)
    copy = accounts.ask_about_data(
        user=contributor,
        right=DataRight.COPY,
        words="Xin bản sao dữ liệu của tôi.",
        on=today() - timedelta(days=4),
        by=contributor,
    )
    accounts.acknowledge_request(request=copy, on=today() - timedelta(days=3), by=manager)
    contestant = people.account(Role.CONTESTANT)
    accounts.ask_about_data(
        user=contestant,
        right=DataRight.CORRECT,
        words="Xin sửa ngày sinh của tôi trong hồ sơ dự thi.",
        by=contestant,
    )


def _breaches(manager: User) -> None:
    """One breach that is closed with its lessons, and one of which the authority knows."""
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    past = actions.record_breach(
        title="Gửi nhầm danh sách liên hệ",
        found_at=now - timedelta(days=120),
        happened="Cùng ngày",
        what="Thư mời họp được gửi kèm danh sách liên hệ của các hội thành viên.",
        whose="Cán bộ đầu mối của hội thành viên",
        people_count=27,
        data_kinds="Họ tên, điện thoại",
        cause="Đính kèm nhầm tệp.",
        consequences="Có thể bị gọi điện quảng cáo.",
        measures="Đã đề nghị người nhận xóa tệp và xác nhận.",
        by=manager,
    )
    actions.tell_authority(
        breach=past, at=past.found_at + timedelta(hours=30), reference="05/TB-LHH", by=manager
    )
    actions.tell_people(
        breach=past,
        at=past.found_at + timedelta(hours=50),
        how="Gửi thư điện tử cho cả 27 người.",
        by=manager,
    )
    actions.close_breach(
        breach=past,
        on=timezone.localtime(past.found_at).date() + timedelta(days=20),
        lessons="Danh sách liên hệ không gửi kèm thư; chỉ tra trong hệ thống.",
        by=manager,
    )
    actions.record_breach(
        title="Thất lạc phiếu đồng ý",
        found_at=now - timedelta(hours=20),
        what="Một phong bì phiếu đồng ý dự thi bị thất lạc trên đường gửi.",
        whose="Thí sinh và cha mẹ",
        people_count=6,
        data_kinds="Họ tên, lớp, trường, chữ ký",
        by=manager,
    )
