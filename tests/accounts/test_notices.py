"""People hear of their roles and of the answers to their requests."""

import pytest
from django.utils import translation

from lienhiep.accounts.actions import answer_data_request, end_role, grant_role
from lienhiep.accounts.choices import RequestState, Role
from lienhiep.core.notices import told_to
from lienhiep.core.period import today
from tests.factories.accounts import DataRequestFactory, user_with

pytestmark = pytest.mark.django_db


def test_a_role_given_and_ended_is_told_in_the_readers_language():
    user, by = user_with(), user_with(Role.ADMINISTRATOR)
    grant = grant_role(user=user, role=Role.JUROR, by=by)
    end_role(grant=grant, by=by)

    vietnamese = [told.what for told in told_to(user)]
    with translation.override("en"):
        english = [told.what for told in told_to(user)]

    assert vietnamese == [
        "Vai trò của bạn đã kết thúc – Giám khảo.",
        "Bạn vừa được giao vai trò – Giám khảo.",
    ]
    assert english == ["A role of yours has ended – Juror.", "You were given a role – Juror."]
    assert told_to(by) == []


def test_an_answer_is_told_to_who_asked():
    asked = DataRequestFactory(asked_on=today(), due_on=today())
    by = user_with(Role.OFFICE_MANAGER)

    answer_data_request(request=asked, by=by, state=RequestState.DONE, answer="Đã gửi bản sao.")

    [told] = told_to(asked.user)
    assert told.what == "Yêu cầu của bạn về dữ liệu cá nhân đã có trả lời."
    assert told.url == "/tai-khoan/du-lieu/"
