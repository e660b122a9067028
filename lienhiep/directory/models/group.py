"""Groups of organisations to which something is sent."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.text import clean, sort_key
from lienhiep.directory.models.mergeable import KEEPABLE
from lienhiep.directory.models.organisation import Organisation
from lienhiep.directory.querysets import (
    DatedQuerySet,
    GroupQuerySet,
    OrganisationQuerySet,
    valid_on,
)
from lienhiep.directory.validators import refuse_overlaps, validate_order


class DirectoryGroup(Guarded, ClusterableModel):
    """A standing group for mailing (nhóm nơi nhận): communes and wards, departments, sister unions.

    Its members change; a list printed from it once is a snapshot kept by the room that printed.
    """

    history_ignored = frozenset({"sort_key"})

    name = models.CharField(_("name of the group"), max_length=150, unique=True)
    code = models.SlugField(
        _("code of the group"),
        max_length=50,
        unique=True,
        help_text=_("Latin letters and hyphens; it stays the same when the name changes."),
    )
    note = models.TextField(_("note"), blank=True)
    sort_key = models.CharField(max_length=300, editable=False, db_index=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("group of organisations")
        verbose_name_plural = _("groups of organisations")
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Put the name in composed letters."""
        super().clean()
        self.name = clean(self.name)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key in step with the name."""
        self.name = clean(self.name)
        self.sort_key = sort_key(self.name, max_length=300)
        super().save(*args, **kwargs)

    def members_on(self, day: date) -> OrganisationQuerySet:
        """Return the organisations in the group on a day, each once, in alphabet order."""
        held = GroupMembership.objects.filter(valid_on(day), group=self)
        return Organisation.objects.filter(pk__in=held.values("organisation")).in_order()

    def clean_memberships(self) -> None:
        """Refuse two memberships of one organisation that overlap."""
        by_organisation: dict[int, list[GroupMembership]] = {}
        for membership in self.memberships.all():
            by_organisation.setdefault(membership.organisation_id, []).append(membership)
        for memberships in by_organisation.values():
            refuse_overlaps(memberships)


class GroupMembership(Recorded):
    """That an organisation is in a group from a day, perhaps to a day."""

    group = ParentalKey(
        DirectoryGroup,
        verbose_name=_("group of organisations"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="memberships",
        limit_choices_to=KEEPABLE,
    )
    valid_from = models.DateField(_("in the group from"), null=True, blank=True)
    valid_to = models.DateField(_("in the group until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation in a group")
        verbose_name_plural = _("organisations in a group")
        ordering = ["organisation__sort_key", "pk"]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.group})"

    def history_owner(self) -> Recorded:
        """Stand in the history of the group."""
        return self.group

    def clean(self) -> None:
        """Refuse an end before its beginning."""
        super().clean()
        validate_order(self.valid_from, self.valid_to, "valid_to")
