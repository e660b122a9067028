"""Accounts, roles and consents for tests."""

from datetime import date

import factory

from lienhiep.accounts.choices import ConsentPurpose, DataRight, Role
from lienhiep.accounts.models import Consent, DataRequest, RoleGrant, User

PASSWORD = "mot-mat-khau-dai-2022"


class UserFactory(factory.django.DjangoModelFactory):
    """An open account with an address and a password, without any role."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    full_name = factory.Sequence(lambda number: f"Nguyễn Văn Thử {number}")
    email = factory.Sequence(lambda number: f"thu-{number}@lienhiep.example")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        password = kwargs.pop("password", PASSWORD)
        return model_class.objects.create_user(*args, password=password, **kwargs)


class RoleGrantFactory(factory.django.DjangoModelFactory):
    """A role held since long ago, without an end."""

    class Meta:
        model = RoleGrant

    user = factory.SubFactory(UserFactory)
    role = Role.OFFICER
    since = date(2021, 1, 1)


class ConsentFactory(factory.django.DjangoModelFactory):
    """A consent to receive news, given on the website."""

    class Meta:
        model = Consent

    user = factory.SubFactory(UserFactory)
    purpose = ConsentPurpose.CORRESPONDENCE
    text_version = "2026-01"
    text = "Tôi đồng ý nhận tin của Liên hiệp Hội."
    channel = "website"


class DataRequestFactory(factory.django.DjangoModelFactory):
    """A request for a copy of one's data."""

    class Meta:
        model = DataRequest

    user = factory.SubFactory(UserFactory)
    right = DataRight.COPY
    asked_on = date(2026, 3, 2)
    due_on = date(2026, 3, 22)


def user_with(*roles: str, **fields) -> User:
    """Make an account that has held these roles for long."""
    user = UserFactory(**fields)
    for role in roles:
        RoleGrantFactory(user=user, role=role)
    return user
