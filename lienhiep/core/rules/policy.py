"""The policy of a kind of record: readers of all, readers of one, and who may do which verb."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from lienhiep.core.principals import principals

ADD, CHANGE, DELETE, VIEW = "add", "change", "delete", "view"
READ_DRAFT = "read_draft"
"""Reading what was drafted of a record and is not published."""


KINDS_SEEN = "_kinds_seen"
"""Kinds of which a user sees some row, where somebody asked for all at once: the menu does.

They stand at the user object, which lives as long as its request.
"""


class RowPolicy(BasePermissionPolicy):
    """Decides row by row, by the keys that a user holds.

    A room states, for its records, the keys that read every row, and for each verb the
    keys that may do it at all. `row_allows` narrows a verb to the rows on which it may be
    done; the record's own `reader_keys()` widen reading row by row. A superuser has no
    short cut: settings are opened with that flag, records are not.
    """

    readers_of_all: ClassVar[frozenset[str]] = frozenset()
    """Keys that read every row of this kind."""

    verbs: ClassVar[dict[str, frozenset[str]]] = {}
    """Keys that may do each verb: "add", "change", "delete", and the room's own."""

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Return whether this row, as it stands, admits the verb. Rooms extend this."""
        return True

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Return fields that this user may not see, in this row or (without one) in any.

        They are left out of pages, forms, exports and the history shown. Rooms extend this.
        """
        return frozenset()

    def masked_in_files(self, row: models.Model) -> frozenset[str]:
        """Return fields of a row that nobody takes away in a spreadsheet: sensitive data.

        Whoever may read them reads them on the screen; a file goes on without a question.
        Rooms extend this.
        """
        return frozenset()

    def sees_drafts(self, user: Any, row: models.Model) -> bool:
        """Return whether this user may read what is drafted of a row that they may read.

        Who reads what is published need not know what is being written; rooms extend this.
        """
        return self.may(user, CHANGE, row)

    # What the rooms and screens ask

    def can_view(self, user: Any, row: models.Model) -> bool:
        """Return whether the user may read this row; agrees with `visible_to`."""
        held = principals(user)
        return bool(held & self.readers_of_all) or bool(held & row.reader_keys())

    def may(self, user: Any, verb: str, row: models.Model | None = None) -> bool:
        """Return whether the user may do a verb, on this row or, without one, on some row."""
        if verb == VIEW:
            return self.can_view(user, row) if row is not None else self._may_view_some(user)
        if verb == READ_DRAFT and row is not None:
            return self.can_view(user, row) and self.sees_drafts(user, row)
        allowed = self.verbs.get(verb, frozenset())
        if not principals(user) & allowed:
            return False
        if row is None or row.pk is None:
            return True
        return self.can_view(user, row) and self.row_allows(user, verb, row)

    def _may_view_some(self, user: Any) -> bool:
        held = principals(user)
        if held & self.readers_of_all:
            return True
        if any(held & keys for keys in self.verbs.values()):
            return True
        known = user.__dict__.get(KINDS_SEEN)
        if known is not None:
            return ContentType.objects.get_for_model(self.model).pk in known
        return self.model.objects.visible_to(user).exists()

    # What Wagtail asks

    def user_has_permission(self, user: Any, action: str) -> bool:
        return self.may(user, action)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.may(user, action) for action in actions)

    def user_has_permission_for_instance(
        self, user: Any, action: str, instance: models.Model
    ) -> bool:
        return self.may(user, action, instance)

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> models.QuerySet:
        if not self.user_has_any_permission(user, actions):
            return self.model.objects.none()
        return self.model.objects.visible_to(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> models.QuerySet:
        """Return the accounts that may do one of these; used by Wagtail to offer choices."""
        active = get_user_model().objects.filter(is_active=True)
        return active.filter(
            pk__in=[user.pk for user in active if self.user_has_any_permission(user, actions)]
        )


def register_policy(model: type[models.Model], policy: type[RowPolicy]) -> None:
    """Register the policy of a kind of record; call it in the room's `AppConfig.ready()`."""
    register_permission_policy(model, policy(model), exact_class=True)


def policy_of(model: type[models.Model]) -> RowPolicy:
    """Return the policy of a kind of record.

    A kind without one is a mistake of ours, and is refused rather than shown to all.
    """
    policy = policy_registry.get_by_type(model, fallback=False)
    if not isinstance(policy, RowPolicy):
        raise LookupError(f"{model.__name__} has no row policy; register one in AppConfig.ready().")
    return policy
