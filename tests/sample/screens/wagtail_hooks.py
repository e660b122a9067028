"""Every kind of screen, on the sample records."""

from django import forms
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.viewsets import (
    RoomGroup,
    RowChooserViewSet,
    RowModelViewSet,
    RowSnippetViewSet,
    RowVerb,
    VerbCreateView,
)
from tests.sample.models import Club, Notice
from tests.sample.screens.models import Leaflet, Visit, finish_visit, post_notice


class ClubViewSet(RowModelViewSet):
    model = Club
    list_display = ["name", "kind", "founded"]
    list_filter = ["kind"]
    list_export = ["name", "kind", "founded", "budget", "is_public"]
    form_fields = ["name", "text", "founded", "readers"]


class ClubChooserViewSet(RowChooserViewSet):
    model = Club
    name = "sample_club_chooser"
    form_fields = ["name", "readers"]


class FinishForm(forms.Form):
    note = forms.CharField()


class VisitViewSet(RowModelViewSet):
    model = Visit
    list_display = ["name", "number", "paid", "club"]
    list_filter = ["club", "paid"]
    list_export = ["name", "number", "paid", "club", "is_done"]
    copy_view_enabled = True
    verbs = [
        RowVerb("finish", "Finish", finish_visit, "visit", form_class=FinishForm, done="Finished.")
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("number"),
        FieldPanel("paid"),
        FieldPanel("club"),
        FieldPanel("others", widget=forms.SelectMultiple),
        FieldPanel("readers"),
        InlinePanel("stops", panels=[FieldPanel("club", widget=forms.Select)]),
    ]


class NoticeForm(OfficeAdminModelForm):
    def save(self, commit=True):
        if self.instance.pk is None:
            self.instance = post_notice(by=self.for_user, **self.facts())
            return self.instance
        return super().save(commit)


class NoticeViewSet(RowModelViewSet):
    model = Notice
    add_view_class = VerbCreateView
    edit_handler = ObjectList([FieldPanel("club"), FieldPanel("text")], base_form_class=NoticeForm)


class LeafletViewSet(RowSnippetViewSet):
    model = Leaflet
    list_display = ["title", "club", "secret"]
    list_export = ["title", "secret"]
    panels = [
        FieldPanel("title"),
        FieldPanel("secret"),
        FieldPanel("club"),
        FieldPanel("readers"),
    ]


class SampleGroup(RoomGroup):
    menu_label = "Sample"
    items = (ClubViewSet, VisitViewSet, NoticeViewSet, LeafletViewSet)


@hooks.register("register_admin_viewset")
def register_sample():
    return [SampleGroup(), ClubChooserViewSet()]


@hooks.register("register_log_actions")
def register_verbs(actions):
    actions.register_action("sample.finish_visit", "Finish", "Visit finished")
    actions.register_action("sample.post_notice", "Post", "Notice posted")
