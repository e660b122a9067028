"""Records of the e-office for tests, and people who may do something with them."""

from datetime import date

import factory

from lienhiep.office import models
from lienhiep.office.choices import Direction, DocumentSystem, OriginLevel
from tests.factories.directory import OrganisationFactory


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
