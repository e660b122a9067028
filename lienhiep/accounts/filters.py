"""What the list of accounts is narrowed by."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import ConsentPurpose, DataRight, RequestState, Role
from lienhiep.accounts.models import Consent, ConsentText, DataRequest, User
from lienhiep.core.viewsets import RowFilterSet


class UserFilterSet(RowFilterSet):
    """By the role held today, and by whether the account is open."""

    role = django_filters.ChoiceFilter(
        label=_("Role held today"), choices=Role.choices, method="of_role"
    )
    is_active = django_filters.BooleanFilter(label=_("Active"))

    class Meta:
        model = User
        fields = ["role", "is_active"]

    def of_role(self, queryset: models.QuerySet, name: str, value: str) -> Any:
        """Keep the accounts that hold the role today."""
        return queryset.filter(pk__in=User.objects.holding(value).values("pk"))


class ConsentTextFilterSet(RowFilterSet):
    """By purpose, and whether it is still being written."""

    purpose = django_filters.ChoiceFilter(label=_("Purpose"), choices=ConsentPurpose.choices)
    draft = django_filters.BooleanFilter(
        label=_("Draft"), field_name="valid_from", lookup_expr="isnull"
    )

    class Meta:
        model = ConsentText
        fields = ["purpose", "draft"]


class ConsentFilterSet(RowFilterSet):
    """By purpose, and by whether it still stands."""

    purpose = django_filters.ChoiceFilter(label=_("Purpose"), choices=ConsentPurpose.choices)
    withdrawn = django_filters.BooleanFilter(
        label=_("Consent withdrawn"), field_name="withdrawn_at", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = Consent
        fields = ["purpose", "withdrawn"]


class DataRequestFilterSet(RowFilterSet):
    """By where the request stands."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=RequestState.choices)
    right = django_filters.ChoiceFilter(label=_("Request"), choices=DataRight.choices)

    class Meta:
        model = DataRequest
        fields = ["state", "right"]
