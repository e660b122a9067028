"""What the ground floor takes files for: the pictures of the Union itself.

Declared when the house opens, in every process: a use that nobody had declared would not be
known to be sealed.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files.kinds import LOGOS
from lienhiep.core.files.uses import FileUse, Retention

MEGABYTE = 1024 * 1024
REPLACED = Retention("union_picture", years=1)

LOGO = FileUse(
    "core.union_logo",
    label=_("logo"),
    extensions=LOGOS,
    retention=REPLACED,
    max_bytes=MEGABYTE,
)
SEAL = FileUse(
    "core.union_seal",
    label=_("picture of the seal"),
    extensions=("png",),
    retention=REPLACED,
    max_bytes=2 * MEGABYTE,
    is_sealed=True,
)
LEADER_SIGNATURE = FileUse(
    "core.union_leader_signature",
    label=_("picture of the leader's signature"),
    extensions=("png",),
    retention=REPLACED,
    max_bytes=2 * MEGABYTE,
    is_sealed=True,
)

USES = {"logo": LOGO, "seal": SEAL, "leader_signature": LEADER_SIGNATURE}
"""By the field of `UnionIdentity` that holds the picture."""
