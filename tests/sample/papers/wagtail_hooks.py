"""The screens of papers."""

from wagtail import hooks
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList

from lienhiep.core.viewsets import RoomGroup, RowModelViewSet
from tests.sample.papers.models import Paper


class PaperViewSet(RowModelViewSet):
    model = Paper
    list_display = ["title", "scan"]
    inspect_view_fields = ["title", "scan", "note"]
    # A form of Wagtail's own, as a room makes that forgets to name ours.
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("readers"),
            FieldPanel("scan"),
            FieldPanel("note"),
            InlinePanel("sheets", panels=[FieldPanel("scan")]),
        ]
    )


class PapersGroup(RoomGroup):
    menu_label = "Papers"
    items = (PaperViewSet,)


@hooks.register("register_admin_viewset")
def register_papers():
    return PapersGroup()
