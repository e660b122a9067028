"""What anyone may read about personal data: purposes, texts in force, rights, how to ask."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.accounts.actions import texts_in_force
from lienhiep.accounts.choices import ConsentPurpose, DataRight
from lienhiep.core.models.identity import union_identity
from lienhiep.core.period import today
from lienhiep.core.processing import processings


@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """Show the policy, made of what the house declares and of the texts in force."""
    texts = texts_in_force(ConsentPurpose.values, today())
    context = {
        "union": union_identity(),
        "processings": processings(),
        "texts": [texts[purpose] for purpose in ConsentPurpose.values if purpose in texts],
        "since": max((text.valid_from for text in texts.values()), default=None),
        "rights": [right.label for right in DataRight],
        "breadcrumbs": [{"label": _("Policy on personal data"), "url": ""}],
    }
    return render(request, "privacy/policy.html", context)
