"""What somebody fills in at the desk of an association."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm
from lienhiep.office.files import REVIEW_REPORT


class ReturnForm(OfficeForm):
    """Why a document is sent back."""

    reason = forms.CharField(
        label=_("Why it is sent back"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        help_text=_("Such as: it concerns another association, or the file cannot be read."),
    )


class DeskReportForm(OfficeForm):
    """The report of an association for a review."""

    text = forms.CharField(
        label=_("Report in words"),
        widget=forms.Textarea(attrs={"rows": 12}),
        max_length=20000,
        required=False,
        help_text=_("Write here, or send the report as a file; both together are welcome."),
    )
    report = RecordFileFormField(label=_("Report as a file"), use=REVIEW_REPORT, required=False)
