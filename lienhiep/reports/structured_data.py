"""What machines read of figures and reports (schema.org Dataset, Report)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lienhiep.core.figures import Value
from lienhiep.core.models import union_identity
from lienhiep.core.period import Period
from lienhiep.core.structured_data import absolute, publisher
from lienhiep.reports.models import Report

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"


def of_catalogue(period: Period, chapters: Iterable[Any]) -> dict[str, Any]:
    """Return the figures of a period as a data set that can be taken along."""
    address = f"{reverse('reports:catalogue')}?period={period}"
    sheet = f"{reverse('reports:catalogue_export')}?period={period}"
    return _dataset(
        name=_("The Union in figures: %(period)s") % {"period": period.label},
        description=_("Figures on the work of the Union, each counted from its records."),
        url=address,
        period=period,
    ) | {
        "variableMeasured": [str(chapter.heading) for chapter in chapters],
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": XLSX,
            "contentUrl": absolute(sheet),
        },
    }


def of_figure(value: Value) -> dict[str, Any]:
    """Return one figure of a period as a data set."""
    figure = value.figure
    address = f"{reverse('reports:figure', args=[figure.code])}?period={value.period}"
    return _dataset(
        name=f"{figure.label}, {value.period.label}",
        description=_("%(label)s (%(unit)s), counted by: %(date)s. The records stand behind it.")
        % {"label": figure.label, "unit": figure.unit, "date": figure.counting_date},
        url=address,
        period=value.period,
    ) | {
        "dateModified": value.data_date,
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": str(figure.label),
            "unitText": str(figure.unit),
            "value": None if value.value is None else float(value.value),
        },
    }


def of_report(report: Report) -> dict[str, Any]:
    """Return a signed report."""
    return {
        "@type": "Report",
        "name": report.title,
        "reportNumber": report.number,
        "datePublished": report.frozen_at,
        "temporalCoverage": _days(report.period),
        "inLanguage": "vi",
        "url": absolute(report.get_absolute_url()),
        "author": publisher(union_identity()),
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": PDF,
            "contentUrl": absolute(reverse("reports:report_pdf", args=[report.pk])),
        },
    }


def _dataset(*, name: str, description: str, url: str, period: Period) -> dict[str, Any]:
    union = union_identity()
    return {
        "@type": "Dataset",
        "name": name,
        "description": description,
        "url": absolute(url),
        "temporalCoverage": _days(period),
        "creator": publisher(union),
        "isAccessibleForFree": True,
        "inLanguage": "vi",
    }


def _days(period: Period) -> str:
    return f"{period.start.isoformat()}/{period.end.isoformat()}"
