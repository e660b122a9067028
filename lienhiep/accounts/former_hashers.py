"""Passwords that came over from a NukeViet site: checked as they are, made anew at first use.

Django sees that such a password is not in the form that it prefers, and stores it in that form
as soon as it was given right once.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import Any

from django.contrib.auth.hashers import BasePasswordHasher, mask_hash
from django.utils.translation import gettext_noop as _

MARKS = {
    "{SSHA512}": "nukeviet_ssha512",
    "{SSHA256}": "nukeviet_ssha256",
    "{SSHA}": "nukeviet_ssha",
    "{SHA}": "nukeviet_sha",
    "{MD5}": "nukeviet_md5",
}
"""How NukeViet marks a password, and the name of its hasher here."""


def carried_password(stored: str) -> str | None:
    """Return a password of NukeViet as this site stores it.

    None where it cannot be checked: made with the key of the former site, or damaged.
    """
    for mark, algorithm in MARKS.items():
        if stored.startswith(mark):
            encoded = f"{algorithm}${stored[len(mark) :].strip()}"
            hasher = next(one for one in HASHERS if one.algorithm == algorithm)
            is_sound = hasher().digest_and_salt(encoded) is not None
            return encoded if is_sound and len(encoded) <= 128 else None
    return None


class FormerHasher(BasePasswordHasher):
    """A password as NukeViet keeps it: the digest of password and salt, then the salt."""

    digest = "sha512"

    def encode(self, password: str, salt: str) -> str:
        """Return a password in this form; only tests make such ones."""
        raw = salt.encode()
        digest = hashlib.new(self.digest, password.encode() + raw, usedforsecurity=False).digest()
        return f"{self.algorithm}${base64.b64encode(digest + raw).decode()}"

    def digest_and_salt(self, encoded: str) -> tuple[bytes, bytes] | None:
        """Return both parts; None for what is no such password."""
        _algorithm, _sign, data = encoded.partition("$")
        try:
            raw = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            return None
        size = hashlib.new(self.digest, usedforsecurity=False).digest_size
        return (raw[:size], raw[size:]) if len(raw) >= size else None

    def verify(self, password: str, encoded: str) -> bool:
        """Return whether the password is the right one."""
        parts = self.digest_and_salt(encoded)
        if parts is None:
            return False
        digest, salt = parts
        given = hashlib.new(self.digest, password.encode() + salt, usedforsecurity=False).digest()
        return hmac.compare_digest(given, digest)

    def safe_summary(self, encoded: str) -> dict[Any, Any]:
        """Tell what may be told of it."""
        return {
            _("algorithm"): self.algorithm,
            _("password digest"): mask_hash(encoded.partition("$")[2]),
        }

    def must_update(self, encoded: str) -> bool:
        """Always store it anew."""
        return True

    def harden_runtime(self, password: str, encoded: str) -> None:
        """Do nothing: the form is weak, and is left at the first use."""


class Ssha512(FormerHasher):
    """{SSHA512}."""

    algorithm = "nukeviet_ssha512"
    digest = "sha512"


class Ssha256(FormerHasher):
    """{SSHA256}."""

    algorithm = "nukeviet_ssha256"
    digest = "sha256"


class Ssha(FormerHasher):
    """{SSHA}."""

    algorithm = "nukeviet_ssha"
    digest = "sha1"


class Sha(FormerHasher):
    """{SHA}: without a salt."""

    algorithm = "nukeviet_sha"
    digest = "sha1"


class Md5(FormerHasher):
    """{MD5}: without a salt."""

    algorithm = "nukeviet_md5"
    digest = "md5"


HASHERS: tuple[type[FormerHasher], ...] = (Ssha512, Ssha256, Ssha, Sha, Md5)
