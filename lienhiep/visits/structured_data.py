"""What machines read of the counter (schema.org Dataset)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lienhiep.core.models import union_identity
from lienhiep.core.structured_data import absolute, publisher


def of_statistics(years: dict[int, int]) -> dict[str, Any]:
    """Return the visits of the site as a data set."""
    return {
        "@type": "Dataset",
        "name": _("Visit statistics"),
        "description": _(
            "Pages of the site opened by people, by day, month and year. Machines and the staff "
            "of the office are not counted, and no address is kept."
        ),
        "url": absolute(reverse("visits:index")),
        "temporalCoverage": f"{min(years)}/{max(years)}" if years else "",
        "variableMeasured": _("Number of visits"),
        "creator": publisher(union_identity()),
        "isAccessibleForFree": True,
        "inLanguage": "vi",
    }
