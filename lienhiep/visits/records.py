"""A visit, and its shape in a file: twenty-four bytes; those of an older version had sixteen."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from lienhiep.core.period import local_day
from lienhiep.visits.choices import Device, TallyKind

RECORD = struct.Struct("<IBBBxQQ")
"""Seconds since 1970, kind, version, device, nothing yet, visitor, page."""

OLD_RECORD = struct.Struct("<IBBHQ")
"""Seconds since 1970, kind, version, nothing, visitor: before pages and devices were counted."""

VERSION = 2
KINDS = {TallyKind.PERSON: 1, TallyKind.BOT: 2}
KIND_OF = {code: kind for kind, code in KINDS.items()}
DEVICES: dict[Device | None, int] = {
    None: 0,
    Device.COMPUTER: 1,
    Device.PHONE: 2,
    Device.TABLET: 3,
}
DEVICE_OF = {code: device for device, code in DEVICES.items()}


@dataclass(frozen=True)
class Visit:
    """One page answered to somebody."""

    moment: datetime
    kind: TallyKind
    visitor: int
    page: int = 0
    """The number under which the page is counted; 0 where it has no counter of its own."""

    device: Device | None = None
    """On what a person read; None for machines, and where nobody asked."""

    @property
    def day(self) -> date:
        """The day in Vietnam on which it was answered."""
        return local_day(self.moment)


def packed(kind: TallyKind, visitor: int, seconds: int, page: int, device: Device | None) -> bytes:
    """Return a visit as it is written down."""
    return RECORD.pack(seconds, KINDS[kind], VERSION, DEVICES[device], visitor, page)


def unpacked(data: bytes, shape: struct.Struct) -> Iterator[Visit]:
    """Yield the visits written down in whole records; what is no visit is left out."""
    if shape is OLD_RECORD:
        for seconds, kind, _version, _nothing, visitor in shape.iter_unpack(data):
            if kind in KIND_OF:
                yield Visit(datetime.fromtimestamp(seconds, UTC), KIND_OF[kind], visitor)
        return
    for seconds, kind, _version, device, visitor, page in shape.iter_unpack(data):
        if kind in KIND_OF:
            moment = datetime.fromtimestamp(seconds, UTC)
            yield Visit(moment, KIND_OF[kind], visitor, page, DEVICE_OF.get(device))
