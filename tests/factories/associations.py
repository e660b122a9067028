"""Records of the associations for tests."""

from datetime import date

import factory

from lienhiep.associations import models
from lienhiep.associations.choices import BodyKind, MembershipKind
from tests.factories.directory import OrganisationFactory, PersonFactory


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Membership

    organisation = factory.SubFactory(OrganisationFactory)
    kind = MembershipKind.MEMBER_ASSOCIATION
    since = date(2015, 1, 1)


class BodyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Body

    organisation = factory.SubFactory(OrganisationFactory)
    kind = BodyKind.EXECUTIVE
    name = factory.Sequence(lambda n: f"Ban Chấp hành {n}")


class PositionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Position

    code = factory.Sequence(lambda n: f"chuc-danh-{n}")
    name = factory.Sequence(lambda n: f"Chức danh {n}")


class TermFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Term

    body = factory.SubFactory(BodyFactory)
    label = "2019-2024"
    started_on = date(2019, 7, 26)
    due_on = date(2024, 7, 26)


class SeatFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Seat

    person = factory.SubFactory(PersonFactory)
    body = factory.SubFactory(BodyFactory)
    position = factory.SubFactory(PositionFactory)
    since = date(2019, 7, 26)
