"""The pages that a process keeps, so many and so large at most."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable

from lienhiep.core.page_cache.answers import Entry


class Store:
    """Pages by address; what was not asked for the longest goes first."""

    def __init__(self, most_entries: int, most_bytes: int) -> None:
        self.most_entries, self.most_bytes = most_entries, most_bytes
        self.bytes = 0
        self._entries: OrderedDict[Hashable, Entry] = OrderedDict()
        self._changing = threading.Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable) -> Entry | None:
        """Return a page, and note that it was asked for."""
        entry = self._entries.get(key)
        if entry is not None:
            try:
                self._entries.move_to_end(key)
            except KeyError:  # another thread took it away just now
                return None
        return entry

    def put(self, key: Hashable, entry: Entry) -> None:
        """Keep a page, and let others go where there is no room."""
        if entry.size > self.most_bytes // 4:
            return
        with self._changing:
            self._take(key)
            self._entries[key] = entry
            self.bytes += entry.size
            while len(self._entries) > self.most_entries or self.bytes > self.most_bytes:
                self._take(next(iter(self._entries)))

    def drop(self, key: Hashable) -> None:
        """Forget a page."""
        with self._changing:
            self._take(key)

    def _take(self, key: Hashable) -> None:
        gone = self._entries.pop(key, None)
        if gone is not None:
            self.bytes -= gone.size
