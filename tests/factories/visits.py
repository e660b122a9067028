"""Rows of the counter of visits for tests."""

from datetime import date

import factory

from lienhiep.visits.choices import TallyKind
from lienhiep.visits.models import DailyTally


class DailyTallyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DailyTally

    day = date(2022, 6, 10)
    kind = TallyKind.PERSON
    visits = 100


def balance(day=date(2021, 12, 31), visits=1000):
    """Make a balance carried over."""
    return DailyTallyFactory(day=day, kind=TallyKind.OPENING, visits=visits)
