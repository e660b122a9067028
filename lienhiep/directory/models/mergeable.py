"""Records of which two may turn out to be one."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded

KEEPABLE = {"merged_into": None}
"""What may be chosen in a form: records that stand for themselves."""


class Mergeable(Guarded):
    """A record that may be merged into another of its kind, and then stands for that one."""

    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_records",
    )

    class Meta:
        abstract = True

    @property
    def is_merged(self) -> bool:
        """Whether another record stands for this one."""
        return self.merged_into_id is not None

    def standing_for(self) -> Self:
        """Return the record that stands for this one, which is itself where it was not merged."""
        record: Any = self
        while record.merged_into_id is not None:
            record = record.merged_into
        return record
