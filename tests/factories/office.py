"""Records of the e-office for tests, and people who may do something with them."""

from datetime import date, datetime, time
from typing import Any

import factory
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from lienhiep.office import models
from lienhiep.office.choices import Direction, DocumentSystem, OriginLevel, ReviewKind
from tests.factories.associations import (
    BodyFactory,
    MembershipFactory,
    PositionFactory,
    SeatFactory,
)
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.journal import staff


class DocumentKindFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.DocumentKind
        django_get_or_create = ("system", "code")

    system = DocumentSystem.STATE
    code = "quyet-dinh"
    name = "Quyết định"
    abbreviation = "QĐ"


class RegisterBookFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.RegisterBook
        django_get_or_create = ("code",)

    direction = Direction.RECEIVED
    code = factory.LazyAttribute(
        lambda book: "van-ban-den" if book.direction == Direction.RECEIVED else "van-ban-di"
    )
    name = factory.LazyAttribute(lambda book: f"Sổ {book.code}")


class OfficialDocumentFactory(factory.django.DjangoModelFactory):
    """A decision of the province that came in; `direction="issued"` makes one of our own."""

    class Meta:
        model = models.OfficialDocument

    direction = Direction.RECEIVED
    book = factory.SubFactory(RegisterBookFactory, direction=factory.SelfAttribute("..direction"))
    kind = factory.SubFactory(DocumentKindFactory)
    symbol = factory.Sequence(lambda n: f"{n + 100}/QĐ-UBND")
    issued_on = date(2022, 3, 10)
    received_on = factory.LazyAttribute(
        lambda one: one.issued_on if one.direction == Direction.RECEIVED else None
    )
    issuer = factory.SubFactory(OrganisationFactory)
    summary = "Về việc khen thưởng"
    origin = OriginLevel.PROVINCE


class DispatchFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Dispatch

    document = factory.SubFactory(
        OfficialDocumentFactory, forwarded_on=factory.SelfAttribute("..sent_on")
    )
    sent_on = date(2022, 3, 12)
    due_on = date(2022, 3, 15)


class ReceiptFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Receipt

    dispatch = factory.SubFactory(DispatchFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    recipient = factory.LazyAttribute(lambda one: one.organisation.name)
    sent_at = factory.LazyAttribute(
        lambda one: timezone.make_aware(datetime.combine(one.dispatch.sent_on, time(8)))
    )
    due_on = factory.LazyAttribute(lambda one: one.dispatch.due_on)


class ResolutionReviewFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ResolutionReview

    document = factory.SubFactory(OfficialDocumentFactory)
    kind = ReviewKind.FINAL
    period_label = "5 năm"
    opened_on = date(2022, 4, 1)


class ReviewRequestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ReviewRequest

    review = factory.SubFactory(ResolutionReviewFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    asked_on = date(2022, 4, 5)
    due_on = date(2022, 5, 5)


def clerk() -> User:
    """Make a records clerk."""
    return staff(Role.RECORDS_CLERK)


def leader() -> User:
    """Make a leader, who signs and assigns."""
    return staff(Role.LEADER)


def own_union() -> Organisation:
    """Make the Union itself, which issues documents."""
    return OrganisationFactory(
        name="Liên hiệp các Hội Khoa học và Kỹ thuật", kind=OrganisationKind.OWN_UNION
    )


def contact_of(organisation: Organisation, **facts: Any) -> User:
    """Make an account that acts for a member association: a seat in one of its bodies."""
    person = PersonFactory(**facts)
    MembershipFactory(organisation=organisation)
    body = BodyFactory(organisation=organisation)
    SeatFactory(
        person=person,
        body=body,
        position=PositionFactory(acts_for_organisation=True),
        since=date(2020, 1, 1),
    )
    user = staff(Role.CONTACT_OFFICER, person=person)
    user.full_name = person.full_name
    user.save()
    return user
