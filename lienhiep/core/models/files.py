"""The files of records: original bytes with their checksum, read by whoever reads the record."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded


def private_storage() -> Storage:
    """Return where files lie that nobody fetches without being asked who they are."""
    return storages["private"]


def stored_name(file: RecordFile, name: str) -> str:
    """Return a name on the disk that says nothing and cannot be guessed or run."""
    word = uuid.uuid4().hex
    return f"{timezone.localdate().year}/{word[:2]}/{word}"


class RecordFileQuerySet(models.QuerySet["RecordFile"]):
    """Words to chain about files."""

    def pending(self) -> Self:
        """Return files that were sent in, but not yet recorded with anything."""
        return self.filter(object_id=None)

    def present(self) -> Self:
        """Return files that belong to a record and have not been taken off it or back."""
        return self.filter(object_id__isnull=False, released_at=None, withdrawn_at=None)

    def on(self, owner: models.Model) -> Self:
        """Return the files present on one record."""
        content_type = ContentType.objects.get_for_model(owner)
        return self.present().filter(content_type=content_type, object_id=owner.pk)

    def visible_to(self, user: Any) -> Self:
        """Return the files that this user may open: those of the records that they may see.

        Agrees with `may_read`. A file of which the field is hidden from the user on some
        rows is asked about one by one.
        """
        user = user or AnonymousUser()
        visible = Q(object_id=None, uploaded_by_id=user.pk) if user.pk else Q(pk__in=[])
        kinds = self.order_by().values_list("content_type", flat=True).distinct()
        for content_type in ContentType.objects.filter(pk__in=kinds):
            visible |= self._visible_of(content_type, user)
        from lienhiep.core.files.uses import sealed_uses  # rooms declare uses before tables exist

        return self.filter(visible, released_at=None, withdrawn_at=None).exclude(
            use__in=sealed_uses()
        )

    def _visible_of(self, content_type: ContentType, user: Any) -> Q:
        model = content_type.model_class()
        if model is None or not issubclass(model, Guarded):
            return Q(pk__in=[])
        rows = model.objects.visible_to(user).values("pk")
        of_kind = Q(content_type=content_type, object_id__in=rows)
        hidden = model.policy().hidden_fields(user)
        if not hidden:
            return of_kind
        doubtful = self.filter(of_kind, field__in=hidden)
        return of_kind & (
            ~Q(field__in=hidden) | Q(pk__in=[f.pk for f in doubtful if f.may_read(user)])
        )

    def update(self, **values: Any) -> int:
        """Refuse to change what a file is; where it belongs may change."""
        if changed := RecordFile.NEVER_CHANGE & set(values):
            raise TypeError(f"These never change: {', '.join(sorted(changed))}.")
        return super().update(**values)


class RecordFile(models.Model):
    """A file that belongs to a record (tệp đính kèm).

    Its bytes, checksum and size never change; another version is another file. It is
    *pending* from the moment it was sent in until the record is saved that it belongs to.
    `released_at` says that it is on the record no more (replaced, removed, or the record
    deleted), `withdrawn_at` that somebody took it back, with a reason. Either way it is
    not handed out any longer, and its bytes are kept as long as its retention class says.
    """

    NEVER_CHANGE: ClassVar[frozenset[str]] = frozenset({"uuid", "content", "size", "sha256"})

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("file name"), max_length=200)
    content = models.FileField(
        _("stored as"), storage=private_storage, upload_to=stored_name, max_length=120
    )
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64, db_index=True)
    media_type = models.CharField(_("kind of file"), max_length=100)
    use = models.CharField(_("what the file is for"), max_length=60)
    retention = models.CharField(_("retention class"), max_length=40)
    retention_years = models.PositiveSmallIntegerField(
        _("kept for years"), null=True, blank=True, help_text=_("Empty: kept for ever.")
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sent in by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("sent in at"), default=timezone.now)

    content_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    object_id = models.BigIntegerField(null=True, blank=True)
    field = models.CharField(max_length=60, blank=True)
    """The field of the owner that holds the file; empty where a part of the owner does."""

    place = models.CharField(max_length=160, blank=True)
    """The row and field that hold the file, such as "journal.issue:5:print_file"."""

    released_at = models.DateTimeField(_("taken off the record at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    destroyed_at = models.DateTimeField(_("destroyed at"), null=True, blank=True)

    objects = RecordFileQuerySet.as_manager()

    class Meta:
        app_label = "core"
        verbose_name = _("file of a record")
        verbose_name_plural = _("files of records")
        ordering = ["uploaded_at", "pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id"]),
            models.Index(fields=["place"]),
            models.Index(
                fields=["uploaded_at"],
                condition=Q(object_id=None),
                name="core_recordfile_pending",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(content_type=None, object_id=None, place="")
                | (Q(content_type__isnull=False, object_id__isnull=False) & ~Q(place="")),
                name="core_recordfile_owner_whole",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; refuse where bytes, size or checksum would be others than before."""
        if self.pk is not None and not self._state.adding:
            stored = RecordFile.objects.filter(pk=self.pk).values(*self.NEVER_CHANGE).get()
            if any(str(getattr(self, name)) != str(value) for name, value in stored.items()):
                raise TypeError("Bytes and checksum of a file never change.")
        super().save(*args, **kwargs)

    @property
    def is_pending(self) -> bool:
        """Whether no record holds the file yet."""
        return self.object_id is None

    @property
    def is_present(self) -> bool:
        """Whether the file is handed out to those who may see its record."""
        return self.released_at is None and self.withdrawn_at is None

    @property
    def is_sealed(self) -> bool:
        """Whether no address hands the file out, to anybody."""
        from lienhiep.core.files.uses import sealed_uses  # rooms declare uses before tables exist

        return self.use in sealed_uses()

    @property
    def owner(self) -> Guarded | None:
        """The record that the file belongs to; None while pending and after deletion."""
        model = self.content_type.model_class() if self.content_type_id else None
        if model is None:
            return None
        return model._base_manager.filter(pk=self.object_id).first()

    @property
    def url(self) -> str:
        """The address at which those who may read the record open the file."""
        return reverse("core:file", args=[self.uuid, self.name])

    @property
    def kept_until(self) -> date | None:
        """The last day on which the bytes must be kept; None for ever."""
        if self.retention_years is None:
            return None
        return date(timezone.localdate(self.uploaded_at).year + self.retention_years, 12, 31)

    def read(self) -> bytes:
        """Return the whole content. Raises FileNotFoundError where it is missing."""
        with self.content.storage.open(self.content.name, "rb") as stream:
            return stream.read()

    def may_read(self, user: Any) -> bool:
        """Return whether the user may open the file: as the record, or one's own pending one.

        A file of a sealed use is opened by nobody, whoever sent it in.
        """
        if not self.is_present or self.is_sealed:
            return False
        if self.is_pending:
            return bool(user.pk) and self.uploaded_by_id == user.pk
        owner = self.owner
        if owner is None:
            return False
        policy = owner.policy()
        return policy.can_view(user, owner) and self.field not in policy.hidden_fields(user, owner)
