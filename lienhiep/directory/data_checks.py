"""What cannot be right in the directory and no constraint of the database can refuse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.core.exceptions import ValidationError
from django.db.models import Model, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.data_checks import Finding, data_check
from lienhiep.directory.actions.links import links_to
from lienhiep.directory.models import (
    AdministrativeUnit,
    DirectoryGroup,
    Organisation,
    Person,
)
from lienhiep.directory.models.unit import WHOLE


@data_check("directory.shares_fit", label=gettext_lazy("Stated shares add up to 100 % at most"))
def shares_fit() -> Iterator[Finding]:
    """Find old units more than the whole of which went to new ones."""
    totals = AdministrativeUnit.objects.annotate(total=Sum("successions__share"))
    for unit in totals.filter(total__gt=WHOLE):
        yield Finding(
            _("The shares of “%(unit)s” add up to %(total)s %%.")
            % {"unit": unit, "total": unit.total},
            unit,
        )


@data_check(
    "directory.merged_named_nowhere", label=gettext_lazy("Merged records are named nowhere")
)
def merged_named_nowhere() -> Iterator[Finding]:
    """Find rows that point to a record which another one stands for."""
    for model in (Person, Organisation):
        for record in model._base_manager.exclude(merged_into=None):
            for row, _field in links_to(record):
                yield Finding(
                    _("The %(kind)s “%(row)s” still names the merged record “%(record)s”.")
                    % {"kind": row._meta.verbose_name, "row": row, "record": record},
                    row,
                )


@data_check("directory.no_overlaps", label=gettext_lazy("Names and memberships do not overlap"))
def no_overlaps() -> Iterator[Finding]:
    """Find records whose dated rows share a day."""
    for record in Person.objects.exclude(names=None).distinct():
        yield from _refused(record, record.clean_names)
    for record in Organisation.objects.exclude(names=None).distinct():
        yield from _refused(record, record.clean_names)
    for group in DirectoryGroup.objects.all():
        yield from _refused(group, group.clean_memberships)


def _refused(record: Model, check: Callable[[], None]) -> Iterator[Finding]:
    try:
        check()
    except ValidationError as refusal:
        for message in refusal.messages:
            yield Finding(message, record)
