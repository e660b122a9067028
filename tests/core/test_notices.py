"""Notices: who is told, who may see it, and when it counts as read."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import timezone, translation

from lienhiep.accounts.choices import Role
from lienhiep.core.later import written_later
from lienhiep.core.models import Notice
from lienhiep.core.notices import (
    _kinds,
    count_unread,
    forget_old_notices,
    mark_read,
    notice_kind,
    tell,
    tell_each,
    told_to,
)
from tests.asking import questions
from tests.factories.accounts import user_with
from tests.sample.models import Club

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def changed():
    """A kind of notice of the sample room."""
    yield notice_kind("sample.club_changed", "Câu lạc bộ “%(record)s” đã đổi")
    _kinds.pop("sample.club_changed", None)


def club(readers="signed-in", name="Câu lạc bộ mở"):
    found = Club(name=name, readers=readers)
    found.save()
    return found


def words(user):
    return [told.what for told in told_to(user)]


def test_each_person_is_told_once_but_not_who_did_it(changed):
    one, other, by = user_with(), user_with(), user_with()

    number = tell(recipients=[one, other, one, by], what=changed, about=club(), by=by)

    assert number == 2
    assert words(one) == words(other) == ["Câu lạc bộ “Câu lạc bộ mở” đã đổi"]
    assert words(by) == []


def test_a_closed_account_is_told_nothing(changed):
    closed = user_with(is_active=False)

    assert tell(recipients=[closed], what=changed, about=club(), by=None) == 0


def test_a_notice_is_worded_in_the_language_of_the_reader(changed):
    reader = user_with()
    tell(recipients=[reader], what=changed, about=club(), by=None)
    renamed = Club.objects.get()
    renamed.name = "Tên mới"
    renamed.save()

    with translation.override("en"):
        assert words(reader) == ["Câu lạc bộ “Tên mới” đã đổi"]


def test_nobody_is_shown_a_notice_on_a_record_that_they_may_not_see(changed):
    reader = user_with()
    tell(recipients=[reader], what=changed, about=club(readers="role:leader"), by=None)

    assert words(reader) == []
    assert Notice.objects.shown_to(reader).count() == 0


def test_a_notice_goes_when_its_record_is_closed_to_the_reader(changed):
    reader, record = user_with(), club()
    tell(recipients=[reader], what=changed, about=record, by=None)
    before = words(reader)
    record.readers = "role:leader"
    record.save()

    assert (len(before), words(reader)) == (1, [])


def test_a_notice_goes_with_its_record(changed):
    reader, record = user_with(), club()
    tell(recipients=[reader], what=changed, about=record, by=None)
    record.delete()

    assert words(reader) == []


def test_nobody_sees_the_notices_of_another(changed):
    reader, other = user_with(Role.ADMINISTRATOR), user_with(Role.ADMINISTRATOR)
    tell(recipients=[reader], what=changed, about=club(), by=None)

    assert words(other) == []


def test_each_is_told_about_a_record_of_their_own(changed):
    one, other = user_with(), user_with()
    pairs = [(one, club(name="Một")), (other, club(name="Hai"))]

    tell_each(pairs=pairs, what=changed, by=None)

    assert words(one) == ["Câu lạc bộ “Một” đã đổi"]
    assert words(other) == ["Câu lạc bộ “Hai” đã đổi"]


def test_loading_much_tells_nobody(changed):
    reader = user_with()

    with written_later():
        tell(recipients=[reader], what=changed, about=club(), by=None)

    assert words(reader) == []


def test_the_badge_counts_what_is_unread_in_one_question(changed):
    reader = user_with()
    for number in range(3):
        tell(recipients=[reader], what=changed, about=club(name=f"Số {number}"), by=None)
    tell(recipients=[reader], what=changed, about=club(readers="role:leader"), by=None)
    mark_read(Notice.objects.filter(pk=Notice.objects.filter(user=reader).last().pk))

    def badge():
        request = RequestFactory().get("/")
        request.user = reader
        # The menu's number and the desk's are one question.
        return [count_unread(request), count_unread(request)]

    assert questions(badge) == 1
    assert badge() == [2, 2]


def test_nobody_signed_in_has_no_badge():
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    assert questions(lambda: count_unread(request)) == 0
    assert count_unread(request) == 0


def test_the_first_reading_stays(changed):
    reader = user_with()
    tell(recipients=[reader], what=changed, about=club(), by=None)
    mark_read(Notice.objects.all())
    first = Notice.objects.get().read_at

    assert mark_read(Notice.objects.all()) == 0
    assert Notice.objects.get().read_at == first


def test_a_kind_that_no_room_knows_any_more_is_left_out(changed):
    reader = user_with()
    tell(recipients=[reader], what=changed, about=club(), by=None)
    _kinds.pop("sample.club_changed")

    assert words(reader) == []


def test_old_notices_are_forgotten(changed):
    reader = user_with()
    tell(recipients=[reader], what=changed, about=club(), by=None)
    tell(recipients=[reader], what=changed, about=club(), by=None)
    old = Notice.objects.first()
    Notice.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(days=181))

    assert forget_old_notices(days=180) == 1
    assert Notice.objects.count() == 1


def test_ten_notices_cost_as_many_questions_as_two(changed):
    reader = user_with()
    for number in range(2):
        tell(recipients=[reader], what=changed, about=club(name=f"Số {number}"), by=None)
    told_to(reader)
    few = questions(lambda: told_to(reader))
    for number in range(8):
        tell(recipients=[reader], what=changed, about=club(name=f"Thêm {number}"), by=None)

    assert questions(lambda: told_to(reader)) == few
