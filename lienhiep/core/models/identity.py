"""Who the Union is: its names, its place, its legal footer."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import ANYONE

PICTURES = ("logo", "seal", "leader_signature")
"""The pictures of the Union. Only the logo is shown; the other two open at no address."""

CACHE_KEY = "core.identity"
CACHE_SECONDS = 5


class SiteKind(models.TextChoices):
    """What the site is before the law (decree 147/2024/NĐ-CP); codes never change."""

    OWN = "own", _("Internal site: only the Union's own activity; no licence")
    AGGREGATED = "aggregated", _("Aggregated site: also republishes others; with a licence")


class UnionIdentity(Guarded):
    """The Union's names and addresses, as site, documents and mails show them; one row."""

    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60)
    symbol = models.CharField(
        _("abbreviation in document symbols"),
        max_length=30,
        default="LHH",
        help_text=_("Such as LHH in 15/BC-LHH (decree 30/2020/NĐ-CP, appendix III)."),
    )
    superior = models.CharField(
        _("superior body"),
        max_length=200,
        blank=True,
        help_text=_("Printed above the Union's own name at the head of a document."),
    )
    place = models.CharField(
        _("place"), max_length=100, help_text=_("Printed before the date of a document.")
    )
    address = models.CharField(_("address"), max_length=300, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    legal_footer = models.TextField(
        _("legal footer"),
        blank=True,
        help_text=_(
            "Owner, person responsible, and the licence where the site needs one "
            "(decree 147/2024/NĐ-CP)."
        ),
    )
    site_kind = models.CharField(
        _("kind of site"), max_length=12, choices=SiteKind.choices, default=SiteKind.OWN
    )
    responsible_person = models.CharField(_("person responsible"), max_length=150, blank=True)
    licence_number = models.CharField(_("number of the licence"), max_length=60, blank=True)
    licence_date = models.DateField(_("date of the licence"), null=True, blank=True)
    licence_authority = models.CharField(_("licensing authority"), max_length=200, blank=True)
    province_code = models.CharField(_("code of the province"), max_length=20, blank=True)
    menu = models.JSONField(_("main menu"), default=list, blank=True)
    """Parts of the site in their order: [{"code": "news", "shown": true}]; empty: as rooms say."""

    setup_notes = models.JSONField(_("notes of the first hour"), default=dict, blank=True)
    """What was left out when the Union was set up, with the reason, and how it began."""

    # Plain keys: a RecordFileField needs models that need this one. Saving puts them on.
    logo = models.OneToOneField(
        "core.RecordFile",
        verbose_name=_("logo"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    seal = models.OneToOneField(
        "core.RecordFile",
        verbose_name=_("picture of the seal"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    leader_signature = models.OneToOneField(
        "core.RecordFile",
        verbose_name=_("picture of the leader's signature"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    is_demonstration = models.BooleanField(
        _("demonstration"),
        default=False,
        help_text=_("Every page says that names and data are invented."),
    )

    class Meta:
        verbose_name = _("the Union")
        verbose_name_plural = _("the Union")

    def __str__(self) -> str:
        return self.name

    def reader_keys(self) -> set[str]:
        """Who the Union is may be read by anyone."""
        return {ANYONE}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as the only row, with its pictures put onto it in the same transaction."""
        from lienhiep.core.files.actions import settle_files  # which needs the models

        self.pk = 1
        if self._state.adding and type(self).objects.filter(pk=1).exists():
            self._state.adding = False
        with transaction.atomic():
            super().save(*args, **kwargs)
            for field in PICTURES:
                settle_files(holder=self, field=field)
        forget_identity()

    @property
    def logo_url(self) -> str:
        """The address of the logo, another one for other bytes; empty where there is none."""
        file = self.logo
        if file is None or not file.is_present:
            return ""
        ending = "svg" if file.media_type == "image/svg+xml" else "png"
        return reverse("core:logo", args=[f"{file.sha256[:16]}.{ending}"])


def forget_identity() -> None:
    """Ask the database anew who the Union is."""
    caches["process"].delete(CACHE_KEY)


def union_identity() -> UnionIdentity | None:
    """Return who the Union is; asked of the database at most every few seconds."""
    kept = caches["process"].get(CACHE_KEY)
    if kept is None:
        kept = UnionIdentity.objects.filter(pk=1).select_related("logo").first()
        caches["process"].set(CACHE_KEY, kept, CACHE_SECONDS)
    return kept
