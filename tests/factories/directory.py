"""Persons, organisations, groups and units for tests."""

from datetime import date

import factory

from lienhiep.directory import models
from lienhiep.directory.choices import OrganisationKind, UnitChangeKind, UnitKind, UnitLevel


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Person

    full_name = factory.Sequence(lambda n: f"Nguyễn Văn {'ABCDEGHIKL'[n % 10]}{n}")


class PersonNameFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.PersonName

    person = factory.SubFactory(PersonFactory)
    name = "Nguyễn Thị Cũ"


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Organisation

    name = factory.Sequence(lambda n: f"Hội số {n}")
    kind = OrganisationKind.ASSOCIATION


class OrganisationNameFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.OrganisationName

    organisation = factory.SubFactory(OrganisationFactory)
    name = "Tên cũ"
    valid_to = date(2020, 12, 31)


class OrganisationAliasFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.OrganisationAlias

    organisation = factory.SubFactory(OrganisationFactory)
    name = "Cách viết khác"


class AffiliationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Affiliation

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class DirectoryGroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.DirectoryGroup

    name = factory.Sequence(lambda n: f"Nhóm {n}")
    code = factory.Sequence(lambda n: f"nhom-{n}")


class GroupMembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.GroupMembership

    group = factory.SubFactory(DirectoryGroupFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class UnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.AdministrativeUnit

    code = factory.Sequence(lambda n: f"T{n:04d}")
    kind = UnitKind.COMMUNE
    name = factory.Sequence(lambda n: f"Xóm {n}")
    valid_from = date(2000, 1, 1)


class UnitChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.UnitChange

    resolution = factory.Sequence(lambda n: f"Nghị quyết {n}/NQ-UBTVQH")
    kind = UnitChangeKind.MERGE
    effective = date(2010, 1, 1)


class UnitSuccessionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.UnitSuccession

    change = factory.SubFactory(UnitChangeFactory)
    old = factory.SubFactory(UnitFactory)
    new = factory.SubFactory(UnitFactory)


class UnitStatementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.UnitStatement

    level = UnitLevel.COMMUNE
    number = 460
    valid_from = date(2022, 1, 1)
    source = "Báo địa phương"
