"""One menu group for each room."""

from wagtail.admin.viewsets.base import ViewSetGroup


class RoomGroup(ViewSetGroup):
    """The screens of a room, together in the menu; empty for a reader, it is not shown."""
