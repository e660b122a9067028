"""Records that need Wagtail's own tables, and so a migration."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpResponse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from tests.sample.models import Club, Notice


class Leaflet(
    Guarded, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin
):
    """A text that is drafted, previewed, locked, published and taken back."""

    title = models.CharField("title", max_length=100)
    secret = models.CharField("secret", max_length=100, blank=True)
    club = models.ForeignKey(
        Club, verbose_name="club", null=True, blank=True, on_delete=models.PROTECT
    )
    readers = models.CharField("readers", max_length=200, blank=True)

    class Meta:
        verbose_name = "leaflet"
        verbose_name_plural = "leaflets"

    def __str__(self):
        return self.title

    def reader_keys(self):
        return set(self.readers.split())

    def serve_preview(self, request, mode_name):
        return HttpResponse(f"{self.title} of {self.club}")


class Visit(Guarded, ClusterableModel):
    """A visit to a club, with lines that name other clubs."""

    name = models.CharField("name", max_length=100)
    number = models.IntegerField("number", unique=True)
    paid = models.IntegerField("paid", default=0)
    is_done = models.BooleanField("done", default=False)
    club = models.ForeignKey(
        Club, verbose_name="club", null=True, blank=True, on_delete=models.PROTECT
    )
    others = models.ManyToManyField(Club, verbose_name="others", blank=True, related_name="+")
    readers = models.CharField("readers", max_length=200, blank=True)

    class Meta:
        verbose_name = "visit"
        verbose_name_plural = "visits"
        ordering = ["number"]

    def __str__(self):
        return self.name

    def reader_keys(self):
        return set(self.readers.split())


class Stop(Recorded):
    """One line of a visit."""

    visit = ParentalKey(Visit, on_delete=models.CASCADE, related_name="stops")
    club = models.ForeignKey(Club, verbose_name="club", on_delete=models.PROTECT)

    class Meta:
        verbose_name = "stop"
        verbose_name_plural = "stops"

    def __str__(self):
        return str(self.club)

    def history_owner(self):
        return self.visit


class Receipt(Recorded):
    """What keeps a visit from being deleted."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT)

    class Meta:
        verbose_name = "receipt"
        verbose_name_plural = "receipts"


def finish_visit(*, visit, by, note):
    """Finish a visit; refuses without a note of some length."""
    from lienhiep.core.history import verb

    if len(note) < 3:
        raise ValidationError({"note": "Too short."})
    if visit.is_done:
        raise ValidationError("It is finished already.")
    with verb("sample.finish_visit", by=by, about=visit, reason=note):
        visit.is_done = True
        visit.save()


def post_notice(*, club, text, by):
    """Post a notice of a club; refuses one of a single word."""
    from lienhiep.core.history import verb

    if " " not in text:
        raise ValidationError({"text": "Too short."})
    with verb("sample.post_notice", by=by) as act:
        notice = Notice(club=club, text=text)
        notice.save()
        act.about(notice)
    return notice
