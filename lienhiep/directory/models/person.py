"""Persons: names as they are written, sorted and found; what is private stays private."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.history import Recorded
from lienhiep.core.period import today
from lienhiep.core.principals import person_key
from lienhiep.core.text import Name, clean, fold, person_sort_key, split_name
from lienhiep.directory.choices import NameKind, Sex
from lienhiep.directory.models.mergeable import KEEPABLE, Mergeable
from lienhiep.directory.querysets import DatedQuerySet, PersonQuerySet
from lienhiep.directory.titles import join_titles, parted_titles
from lienhiep.directory.validators import (
    refuse_overlaps,
    validate_birth,
    validate_given_name,
    validate_name_given,
    validate_order,
    validate_phone,
)

KEY_LENGTH = 420


class Person(Mergeable, ClusterableModel):
    """Somebody the Union has to do with, signed in or not."""

    history_ignored = frozenset({"sort_key", "search_key"})

    full_name = models.CharField(
        _("full name"),
        max_length=150,
        help_text=_("As the person writes it. Titles stand in their own field."),
    )
    titles = models.CharField(
        _("titles"),
        max_length=100,
        blank=True,
        help_text=_("Academic titles and degrees, such as PGS.TS; shown before the name."),
    )
    given_override = models.CharField(
        _("given name, where it is not the last word"),
        max_length=60,
        blank=True,
        help_text=_("Two-word given names, names of ethnic minorities, foreign names."),
    )
    sex = models.CharField(_("sex"), max_length=10, choices=Sex.choices, blank=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(
        _("year of birth"), null=True, blank=True, help_text=_("Where only the year is known.")
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(
        _("phone number"), max_length=30, blank=True, validators=[validate_phone]
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    note = models.TextField(_("note"), blank=True)
    sort_key = models.CharField(max_length=KEY_LENGTH, editable=False, db_index=True)
    search_key = models.CharField(max_length=200, editable=False, db_index=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.with_titles

    @property
    def name_parts(self) -> Name:
        """Family, middle and given name (họ, tên đệm, tên)."""
        return split_name(self.full_name, given=self.given_override or None)

    @property
    def given_name(self) -> str:
        """The name that a person is called and sorted by."""
        return self.name_parts.given

    @property
    def family_name(self) -> str:
        """The family name (họ); empty where there is only one word."""
        return self.name_parts.family

    @property
    def with_titles(self) -> str:
        """The name as it is written in a letter, titles first."""
        return f"{self.titles} {self.full_name}".strip()

    @property
    def workplace(self) -> str:
        """Where the person works now, as far as is known; several are parted by semicolons."""
        day = today()
        held = [
            str(place)
            for place in self.affiliations.all()
            if (place.valid_from is None or place.valid_from <= day)
            and (place.valid_to is None or place.valid_to >= day)
        ]
        return "; ".join(held)

    def tidy(self) -> None:
        """Put the name in composed letters and move titles out of it."""
        found, self.full_name = parted_titles(self.full_name)
        typed, rest = parted_titles(self.titles)
        self.titles = join_titles([*typed, *(title for title in found if title not in typed)], rest)
        self.given_override = clean(self.given_override)
        self.email = self.email.strip()
        self.phone = clean(self.phone)
        self.address = clean(self.address)
        if self.birth_date is not None and self.birth_year is None:
            self.birth_year = self.birth_date.year

    def clean(self) -> None:
        """Tidy up, then refuse what cannot be."""
        super().clean()
        typed = self.full_name
        self.tidy()
        if typed:  # an empty field says so by itself
            validate_name_given("full_name", self.full_name)
        validate_given_name("given_override", self.given_override, self.full_name)
        validate_birth(self.birth_date, self.birth_year)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the name tidy and the keys in step with it."""
        self.tidy()
        self.sort_key = person_sort_key(
            self.full_name, given=self.given_override or None, max_length=KEY_LENGTH
        )
        self.search_key = fold(self.full_name)[:200]
        super().save(*args, **kwargs)

    def reader_keys(self) -> set[str]:
        """A person reads their own record."""
        return {person_key(self.pk)}

    def clean_names(self) -> None:
        """Refuse former names that overlap in time."""
        former = [name for name in self.names.all() if name.kind == NameKind.FORMER]
        refuse_overlaps(row for row in former if row.valid_from or row.valid_to)


class PersonName(Recorded):
    """Another name that a person bears or bore, with the time where it is known."""

    person = ParentalKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="names"
    )
    name = models.CharField(_("other name"), max_length=150)
    kind = models.CharField(
        _("kind of name"), max_length=10, choices=NameKind.choices, default=NameKind.FORMER
    )
    valid_from = models.DateField(_("borne from"), null=True, blank=True)
    valid_to = models.DateField(_("borne until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("other name of a person")
        verbose_name_plural = _("other names of a person")
        ordering = ["valid_from", "pk"]

    def __str__(self) -> str:
        return self.name

    def history_owner(self) -> Recorded:
        """Stand in the history of the person."""
        return self.person

    def clean(self) -> None:
        """Refuse an end before its beginning."""
        super().clean()
        self.name = clean(self.name)
        validate_order(self.valid_from, self.valid_to, "valid_to")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the name in composed letters."""
        self.name = clean(self.name)
        super().save(*args, **kwargs)

    def after_recorded(self) -> None:
        """Let the person be found by this name too."""
        super().after_recorded()
        self.person.after_recorded()


class Affiliation(Recorded):
    """Where a person works or worked, as they say it; it gives no rights (see seats)."""

    person = ParentalKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="affiliations"
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="affiliations",
        limit_choices_to=KEEPABLE,
    )
    position = models.CharField(_("position there"), max_length=150, blank=True)
    valid_from = models.DateField(_("since"), null=True, blank=True)
    valid_to = models.DateField(_("until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("workplace of a person")
        verbose_name_plural = _("workplaces of a person")
        ordering = ["-valid_from", "pk"]

    def __str__(self) -> str:
        return f"{self.position}, {self.organisation}" if self.position else str(self.organisation)

    def history_owner(self) -> Recorded:
        """Stand in the history of the person."""
        return self.person

    def clean(self) -> None:
        """Refuse an end before its beginning."""
        super().clean()
        validate_order(self.valid_from, self.valid_to, "valid_to")
