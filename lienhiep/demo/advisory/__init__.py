"""The demonstration of advice, science tasks and funded projects: 2021 to now."""

from __future__ import annotations

from django.db import transaction

from lienhiep.demo.advisory import cases, outside, science, tasks


def load() -> None:
    """Load what the years brought; what stands already is left as it is."""
    with transaction.atomic():
        office = cases.office()
        cases.regulation(office)
        tasks.load(office)
        outside.load(office)
        science.load(office)
