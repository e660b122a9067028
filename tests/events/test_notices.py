"""Who registered for an event hears that it is called off."""

import pytest

from lienhiep.core.notices import told_to
from lienhiep.core.period import today
from lienhiep.events import actions
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory
from tests.factories.events import officer, open_event

pytestmark = pytest.mark.django_db


def test_everybody_on_the_list_of_an_event_called_off_is_told():
    on_it, left = (user_with(person=PersonFactory()) for _number in range(2))
    by = officer()
    event = open_event(is_public=True)
    actions.register_attendee(event=event, person=on_it.person, by=by)
    gone = actions.register_attendee(event=event, person=left.person, by=by)
    actions.withdraw_registration(registration=gone, by=left)

    actions.cancel_event(event=event, on=today(), reason="Bão số 5", by=by)

    urgent = [
        [told.what for told in told_to(user) if told.notice.is_urgent] for user in (on_it, left)
    ]
    assert [len(some) for some in urgent] == [1, 0]
    assert urgent[0][0].startswith("Sự kiện bạn đăng ký dự đã hủy – ")
