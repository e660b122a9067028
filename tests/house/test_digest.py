"""What the digest tells of, room by room, is open to anyone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lienhiep.core.digest import Window, digest_parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

SOMETHING_NEW = ("news", "documents", "journal", "contests", "answers", "media")


def test_every_part_tells_of_pages_that_anybody_may_open(client):
    years = Window(timezone.now() - timedelta(days=365 * 6), timezone.now())
    told = {part.code: list(part.lines(years, 30)) for part in digest_parts()}

    assert set(told) == {*SOMETHING_NEW, "events"}
    for code in SOMETHING_NEW:
        assert told[code], code
    for lines in told.values():
        for line in lines[:5]:
            assert client.get(line.url).status_code == 200, line
