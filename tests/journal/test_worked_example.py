"""The figures of the demonstration's 2022 are those of the report of that year."""

import time

import pytest

from lienhiep.demo import journal, people


@pytest.mark.django_db
def test_speed(django_assert_max_num_queries):
    from wagtail.log_actions import registry

    registry.scan_for_actions()
    registry.register_action("directory.load_reference", "x", "x")
    registry.register_action("core.set_reference", "x", "x")
    people.load()

    from lienhiep.accounts.choices import Role
    from lienhiep.demo.journal import recipients

    t = time.monotonic()
    recipients.load(people.account(Role.JOURNAL_SECRETARY))
    print("recipients", time.monotonic() - t)
    t = time.monotonic()
    journal.load()
    print("rest", time.monotonic() - t)
    t = time.monotonic()
    journal.load()
    print("again", time.monotonic() - t)
