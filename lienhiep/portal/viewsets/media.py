"""Albums and films in the back office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RoomGroup, RowModelViewSet, RowVerb
from lienhiep.core.viewsets.columns import day_column, moment_column
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.portal import actions
from lienhiep.portal.models import Album, Video

LIST = [
    "__str__",
    day_column("taken_on", _("Taken on")),
    BooleanColumn("is_open_to_readers", label=_("On the site")),
    moment_column("published_at", _("On the site since")),
]


class ShownInspectView(RowInspectView):
    """The page of an album or a film, with the way to the site."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add where readers look at it."""
        context = super().get_context_data(**kwargs)
        if self.object.is_open_to_readers:
            context["site_url"] = self.object.get_absolute_url()
        return context


def _verbs(noun: str, published: Any, withdrawn: Any, publish: Any, withdraw: Any) -> list[RowVerb]:
    return [
        RowVerb(f"publish_{noun}", published, publish, noun, icon="upload"),
        RowVerb(
            f"withdraw_{noun}",
            withdrawn,
            withdraw,
            noun,
            form_class=ReasonForm,
            icon="cross",
            serious=True,
        ),
    ]


class AlbumViewSet(RowModelViewSet):
    """Albums: pictures in their order, each with a caption."""

    model = Album
    icon = "image"
    menu_label = _("Albums")
    inspect_view_class = ShownInspectView
    list_display = LIST
    list_export = ["title", "taken_on", "published_at"]
    inspect_view_fields = ["title", "lead", "taken_on", "published_at"]
    verbs = _verbs(
        "album",
        _("Publish the album"),
        _("Take the album off the site"),
        actions.publish_album,
        actions.withdraw_album,
    )
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("lead", widget=forms.Textarea(attrs={"rows": 3})),
            FieldPanel("taken_on"),
            InlinePanel(
                "pictures",
                heading=_("Pictures of the album"),
                label=_("Picture"),
                panels=[
                    FieldPanel("picture"),
                    FieldRowPanel([FieldPanel("caption"), FieldPanel("credit")]),
                ],
            ),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class VideoViewSet(RowModelViewSet):
    """Films: an own file, or an address elsewhere."""

    model = Video
    icon = "media"
    menu_label = _("Films")
    inspect_view_class = ShownInspectView
    list_display = LIST
    list_export = ["title", "taken_on", "published_at", "address"]
    form_fields = [
        "title",
        "lead",
        "taken_on",
        "film",
        "subtitles",
        "address",
        "poster",
        "length",
        "spoken",
    ]
    inspect_view_fields = [*form_fields, "published_at"]
    verbs = _verbs(
        "video",
        _("Publish the film"),
        _("Take the film off the site"),
        actions.publish_video,
        actions.withdraw_video,
    )


class MediaGroup(RoomGroup):
    """Albums and films in the menu."""

    menu_label = _("Albums and films")
    menu_icon = "image"
    menu_order = 191
    items = (AlbumViewSet, VideoViewSet)
