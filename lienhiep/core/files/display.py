"""A file on the page of its record: a link to open it, and its size."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.fields import BaseFieldDisplay


class RecordFileDisplay(BaseFieldDisplay):
    """What the back office shows where a record names a file."""

    template_name = "core/files/display.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Hand over the file, which may be none."""
        return {"file": self.value}
