"""The addresses at which readers open commendation."""

from __future__ import annotations

from django.urls import reverse

from lienhiep.honours.models import Honour


def honour_url(honour: Honour) -> str:
    """Return the address of an honour; it bears no name, because a name may have to go."""
    return reverse("honours:honour", args=[honour.pk])


def decision_url(honour: Honour) -> str:
    """Return the address of the decision that made an honour, by its first honour."""
    return reverse("honours:decision", args=[honour.pk])


def roll_url(year: int) -> str:
    """Return the address of the honour roll of a year."""
    return reverse("honours:roll", args=[year])
