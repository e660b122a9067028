"""What a contributor fills in to send a manuscript."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm
from lienhiep.journal.choices import ArticleKind
from lienhiep.journal.files import MANUSCRIPT
from lienhiep.journal.models import Subject


class ProofAnswerForm(OfficeForm):
    """What a contributor says to the proof."""

    remarks = forms.CharField(
        label=_("Corrections"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        max_length=5000,
        help_text=_("Leave it empty to agree to the text as it stands."),
    )


class ManuscriptForm(OfficeForm):
    """A manuscript with its file."""

    title = forms.CharField(label=_("Article title"), max_length=255)
    kind = forms.ChoiceField(
        label=_("Kind of text"), choices=ArticleKind.choices, initial=ArticleKind.ARTICLE
    )
    subject = forms.ModelChoiceField(
        label=_("Journal subject"), queryset=Subject.objects.filter(is_active=True)
    )
    abstract = forms.CharField(
        label=_("Abstract"),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        max_length=3000,
        help_text=_("A few sentences on what the article says."),
    )
    manuscript = RecordFileFormField(label=_("Manuscript file"), use=MANUSCRIPT)
