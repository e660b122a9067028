"""Records of the associations for tests, and people who may do something with them."""

from datetime import date

import factory

from lienhiep.accounts.choices import Role
from lienhiep.associations import models
from lienhiep.associations.choices import BodyKind, MembershipKind
from lienhiep.associations.reference_codes import FIRST_VALUES
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.reference import set_reference
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.journal import staff


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Membership

    organisation = factory.SubFactory(OrganisationFactory)
    kind = MembershipKind.MEMBER_ASSOCIATION
    since = date(2015, 1, 1)


class AdmissionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Admission

    organisation = factory.SubFactory(OrganisationFactory)
    applied_on = date(2022, 2, 1)
    has_application = True
    has_founding_decision = True
    has_charter = True
    has_leader_list = True
    has_member_count = True


class BodyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Body

    organisation = factory.SubFactory(OrganisationFactory)
    kind = BodyKind.EXECUTIVE
    name = factory.Sequence(lambda n: f"Ban Chấp hành {n}")


class PartyCellFactory(BodyFactory):
    kind = BodyKind.PARTY_CELL
    name = "Chi bộ"
    is_public = False


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


class CongressFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Congress

    body = factory.SubFactory(BodyFactory)
    planned_on = date(2022, 6, 10)


class MemberStatementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.MemberStatement

    organisation = factory.SubFactory(OrganisationFactory)
    on = date(2022, 12, 31)
    members = 100


class PersonsAdmittedFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.PersonsAdmitted

    organisation = factory.SubFactory(OrganisationFactory)
    since = date(2022, 1, 1)
    until = date(2022, 6, 30)
    number = 10


class CadrePlanFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.CadrePlan

    post = factory.Sequence(lambda n: f"Chức vụ {n}")
    term_label = "2021-2025"


class PlannedCadreFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.PlannedCadre

    plan = factory.SubFactory(CadrePlanFactory)
    person = factory.SubFactory(PersonFactory)
    since = date(2021, 6, 1)


class CadreReviewFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.CadreReview

    plan = factory.SubFactory(CadrePlanFactory)
    on = date(2022, 11, 15)


class AppointmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Appointment

    person = factory.SubFactory(PersonFactory)
    post = "Phó Chánh Văn phòng"
    decision = factory.Sequence(lambda n: f"{n + 1}/QĐ-LHH")
    decided_on = date(2022, 4, 12)
    since = date(2022, 4, 15)


def officer():
    """Make an officer, who keeps the records."""
    return staff(Role.OFFICER)


def manager():
    """Make an office manager, who keeps the cadre plans as well."""
    return staff(Role.OFFICE_MANAGER)


def load_values() -> None:
    """Enter what law and office ask of congresses, as a new database has it."""
    if not ReferenceValue.objects.filter(code__startswith="associations.").exists():
        for code, value, since, source in FIRST_VALUES:
            set_reference(code=code, value=value, valid_from=since, source=source, by=None)


def union_body(kind: str = BodyKind.EXECUTIVE, **facts) -> models.Body:
    """Make a body of the Union itself."""
    union = Organisation.objects.filter(kind=OrganisationKind.OWN_UNION).first()
    union = union or OrganisationFactory(name="Liên hiệp Hội", kind=OrganisationKind.OWN_UNION)
    return BodyFactory(organisation=union, kind=kind, **facts)


def contact_officer(membership: models.Membership | None = None):
    """Make an account whose person acts for a member association."""
    membership = membership or MembershipFactory()
    person = PersonFactory(full_name="Hoàng Đầu Mối")
    SeatFactory(
        person=person,
        body=BodyFactory(
            organisation=membership.organisation, kind=BodyKind.OFFICE, is_public=False
        ),
        position=PositionFactory(acts_for_organisation=True),
        since=date(2020, 1, 1),
    )
    return staff(Role.CONTACT_OFFICER, person=person)
