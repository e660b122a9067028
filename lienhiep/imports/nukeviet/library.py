"""Pictures and downloads of the former site, taken into the library once each."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import posixpath
import re
import uuid
import warnings
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.search.backends import get_search_backends

from lienhiep.accounts.choices import Role
from lienhiep.accounts.groups import ROLE_GROUPS
from lienhiep.core.files.kinds import KINDS
from lienhiep.core.models.library import SiteDocument, SiteImage
from lienhiep.core.text import clean, cut, slugify
from lienhiep.imports.nukeviet.register import Register
from lienhiep.imports.nukeviet.uploads import TooLarge, Uploads, asked_name

FORMATS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}
TAKEN = ("JPEG", "PNG", "GIF", "WEBP")
PICTURE_NAMES = frozenset({"jpg", "jpeg", "jpe", "png", "gif", "webp", "bmp", "svg", "jfif"})
DATA = re.compile(r"^data:image/[\w.+-]+;base64,(?P<data>[A-Za-z0-9+/=\s]+)$", re.IGNORECASE)
PLACE_TAG = 0x8825
"""The part of a photograph that says where it was taken."""

OPEN, CLOSED = "uploads", "uploads-closed"
PRIVATE_COLLECTION = "Tệp của bài hạn chế (trang cũ)"

Note = Callable[[str, str], None]


class Library:
    """Takes files in, each once; those of restricted articles lie where nobody guesses them."""

    def __init__(
        self, uploads: Uploads, register: Register, domains: set[str], *, is_trial: bool
    ) -> None:
        self.uploads = uploads
        self.register = register
        self.domains = domains
        self.is_trial = is_trial
        self._names = uploads.names()
        self._by_small_name = {name.casefold(): name for name in self._names}
        self._root: Collection | None = None
        self._closed: Collection | None = None
        self._made: list[SiteImage] = []
        self._bad: dict[str, str] = {}
        self.taken = 0

    def local(self, address: str, below: str = "") -> str | None:
        """Return the name of a file of the former site; None for one that lies elsewhere.

        `below` is the folder that names without a stroke at the beginning are relative to.
        """
        parts = urlsplit(address) if _has_host(address) else None
        if parts is not None:
            host = (parts.hostname or "").removeprefix("www.")
            if host not in self.domains:
                return None
            address = parts.path
        elif below and not address.startswith(("/", "uploads/")):
            address = f"{below}/{address}"
        return asked_name(address)

    def picture(
        self, address: str, about: str, note: Note, *, below: str = "", is_closed: bool = False
    ) -> int | None:
        """Return a picture by its address, taken in where it is not here yet."""
        if found := DATA.match(address):
            return self._embedded(found["data"], about, note, is_closed=is_closed)
        name = self._found(address, note, below, "picture")
        if name is None:
            return None
        kind = CLOSED if is_closed else OPEN
        if self.register.has(kind, name):
            return self.register.known(kind)[name]
        if name in self._bad:
            note("bad_picture", _("%(name)s: %(why)s") % {"name": name, "why": self._bad[name]})
            return None
        data = self._read(name, note)
        return None if data is None else self._picture_of(name, data, about, note, kind)

    def document(
        self, address: str, note: Note, *, below: str = "", is_closed: bool = False
    ) -> int | None:
        """Return the id of a download by its address, taken in where it is not here yet."""
        extension = posixpath.splitext(urlsplit(address).path)[1].lstrip(".").lower()
        if ("uploads/" not in address and not below) or extension in PICTURE_NAMES:
            return None
        if self.local(address, below) is None:
            return None  # an ordinary link to another site
        name = self._found(address, note, below, "file")
        if name is None:
            return None
        kind = CLOSED if is_closed else OPEN
        if self.register.has(kind, name):
            return self.register.known(kind)[name]
        if extension not in settings.WAGTAILDOCS_EXTENSIONS or extension not in KINDS:
            note("file_kind", _("Files of this kind are not taken: %(name)s") % {"name": name})
            return None
        data = self._read(name, note)
        if data is None:
            return None
        try:
            KINDS[extension].check(io.BytesIO(data), len(data))
        except ValidationError as refusal:
            why = " ".join(refusal.messages)
            note("bad_file", _("%(name)s: %(why)s") % {"name": name, "why": why})
            return None
        return self._keep_document(name, data, extension, kind)

    def flush(self) -> None:
        """Let the choosers of the back office find the pictures made since the last time."""
        if self._made:
            for backend in get_search_backends(with_auto_update=True):
                index = backend.get_index_for_object(self._made[0])
                index.add_items(SiteImage, self._made)
            self._made = []

    # Within

    def _found(self, address: str, note: Note, below: str, what: str) -> str | None:
        name = self.local(address, below)
        if name is None:
            if _has_host(address):
                note(f"foreign_{what}", _("It lies on another site: %(url)s") % {"url": address})
            else:
                note(f"bad_{what}", _("Its address leads nowhere: %(url)s") % {"url": address})
            return None
        if name in self._names or self.register.has(OPEN, name):
            return name
        same = self._by_small_name.get(name.casefold())
        if same is None:
            note(f"missing_{what}", _("The file is missing: %(name)s") % {"name": name})
        return same

    def _read(self, name: str, note: Note) -> bytes | None:
        try:
            data = self.uploads.read(name)
        except TooLarge:
            data = None
            self._bad[name] = _("The file is too large.")
        except OSError as broken:
            data = None
            self._bad[name] = str(broken)
        if data is None:
            why = self._bad.setdefault(name, _("The file cannot be read."))
            note("bad_file", _("%(name)s: %(why)s") % {"name": name, "why": why})
        return data

    def _embedded(self, data: str, about: str, note: Note, *, is_closed: bool) -> int | None:
        try:
            raw = base64.b64decode(data)
        except (binascii.Error, ValueError):
            note("bad_picture", _("A picture written into the text cannot be read."))
            return None
        name = f"data/{hashlib.sha256(raw).hexdigest()[:40]}"
        kind = CLOSED if is_closed else OPEN
        if self.register.has(kind, name):
            return self.register.known(kind)[name]
        return self._picture_of(name, raw, about, note, kind)

    def _picture_of(self, name: str, data: bytes, about: str, note: Note, kind: str) -> int | None:
        try:
            form, size, data = checked_picture(data)
        except ValidationError as refusal:
            self._bad[name] = " ".join(refusal.messages)
            note("bad_picture", _("%(name)s: %(why)s") % {"name": name, "why": self._bad[name]})
            return None
        said = posixpath.splitext(name)[1].lstrip(".").lower().replace("jpeg", "jpg")
        if said and said != form and not name.startswith("data/"):
            note("picture_name", _("%(name)s is a %(kind)s file.") % {"name": name, "kind": form})
        self.taken += 1
        if self.is_trial:
            self.register.add(kind, name, None)
            return 0
        return self._keep_picture(name, data, form, size, about, kind)

    def _keep_picture(
        self, name: str, data: bytes, form: str, size: tuple[int, int], about: str, kind: str
    ) -> int:
        stem = posixpath.splitext(posixpath.basename(name))[0]
        title, _was_cut = cut(clean(about) or clean(stem) or name, 255)
        caption, _was_cut = cut(clean(about), 300)
        picture = SiteImage(
            title=title,
            caption=caption,
            width=size[0],
            height=size[1],
            collection=self._collection(),
            file_size=len(data),
            file_hash=hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        )
        safe = uuid.uuid4().hex if kind == CLOSED else slugify(stem, 60) or uuid.uuid4().hex[:12]
        content = ContentFile(data)
        with transaction.atomic():
            picture.file.save(f"{safe}.{form}", content, save=False)
            picture.width, picture.height = size
            SiteImage.objects.bulk_create([picture])
            self.register.add(kind, name, picture)
            self.register.flush()
        self._made.append(picture)
        return picture.pk

    def _keep_document(self, name: str, data: bytes, extension: str, kind: str) -> int:
        self.taken += 1
        if self.is_trial:
            self.register.add(kind, name, None)
            return 0
        stem = posixpath.splitext(posixpath.basename(name))[0]
        is_closed = kind == CLOSED
        document = SiteDocument(
            title=cut(clean(stem) or name, 255)[0],
            collection=self._closed_collection() if is_closed else self._collection(),
            file_size=len(data),
            file_hash=hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        )
        with transaction.atomic():
            document.file.save(
                f"{slugify(stem, 60) or uuid.uuid4().hex[:12]}.{extension}",
                ContentFile(data),
                save=False,
            )
            document.save()
            self.register.add(kind, name, document)
            self.register.flush()
        return document.pk

    def _collection(self) -> Collection:
        if self._root is None:
            self._root = Collection.get_first_root_node() or Collection.add_root(name="Kho chung")
        return self._root

    def _closed_collection(self) -> Collection:
        """Return the collection whose files only editors open."""
        if self._closed is None:
            root = self._collection()
            found = root.get_children().filter(name=PRIVATE_COLLECTION).first()
            if found is None:
                found = root.add_child(name=PRIVATE_COLLECTION)
                restriction = CollectionViewRestriction(
                    collection=found, restriction_type=CollectionViewRestriction.GROUPS
                )
                restriction.save()
                editors = Group.objects.filter(name=ROLE_GROUPS[Role.EDITOR].name)
                restriction.groups.set(editors)
            self._closed = found
        return self._closed


def checked_picture(data: bytes) -> tuple[str, tuple[int, int], bytes]:
    """Return the ending that fits a picture, its size, and its bytes without the place it shows.

    Told by the bytes alone, whatever it is named; refuses what is no picture, or no whole one.
    """
    refused = ValidationError(_("The file is not a picture."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=TAKEN) as picture:
                form, size = str(picture.format), picture.size
    except Exception as broken:  # whatever a damaged file makes Pillow say
        raise refused from broken
    ending = FORMATS[form]
    KINDS[ending].check(io.BytesIO(data), len(data))
    if min(size) < 1:
        raise refused
    return ending, size, _without_place(data) if form in ("JPEG", "MPO") else data


def _without_place(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as picture:
        facts: Any = picture.getexif()
        if PLACE_TAG not in facts:
            return data
        del facts[PLACE_TAG]
        out = io.BytesIO()
        picture.save(out, "JPEG", quality="keep", exif=facts.tobytes())
    return out.getvalue()


def _has_host(address: str) -> bool:
    return "//" in address[:10] or ":" in address.split("/")[0]
