"""Work done in the background, and when it is due."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

STALE_AFTER = timedelta(minutes=5)
"""A running job that has not been heard of for so long has lost its worker."""


class JobState(models.TextChoices):
    """Where a job stands; codes never change."""

    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


class Weekday(models.IntegerChoices):
    """The days of the week, as Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class JobQuerySet(models.QuerySet["Job"]):
    """Words to chain about jobs."""

    def unfinished(self) -> "JobQuerySet":
        """Return what waits or runs."""
        return self.filter(state__in=[JobState.QUEUED, JobState.RUNNING])

    def stale(self) -> "JobQuerySet":
        """Return what is said to run, but has not been heard of for some minutes."""
        return self.filter(state=JobState.RUNNING, heartbeat_at__lt=timezone.now() - STALE_AFTER)


class Job(models.Model):
    """Long work that somebody asked for, done in batches that can be taken up again."""

    kind = models.CharField(_("kind"), max_length=80)
    title = models.CharField(_("what is done"), max_length=300)
    arguments = models.JSONField(default=dict)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    state = models.CharField(
        _("state"), max_length=20, choices=JobState.choices, default=JobState.QUEUED
    )
    done = models.PositiveIntegerField(_("done so far"), default=0)
    total = models.PositiveIntegerField(_("of"), null=True, blank=True)
    message = models.CharField(_("last message"), max_length=500, blank=True)
    cursor = models.JSONField(null=True)
    """Where the next batch begins; None at the beginning."""

    error = models.TextField(_("why it failed"), blank=True)
    error_detail = models.TextField(_("details for administrators"), blank=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    cancel_asked = models.BooleanField(default=False)
    task_id = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    heartbeat_at = models.DateTimeField(_("last heard of"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        app_label = "core"
        verbose_name = _("background job")
        verbose_name_plural = _("background jobs")
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["asked_by", "-asked_at"]), models.Index(fields=["state"])]

    def __str__(self) -> str:
        return self.title

    @property
    def is_unfinished(self) -> bool:
        """Whether the job waits or runs."""
        return self.state in (JobState.QUEUED, JobState.RUNNING)

    @property
    def is_stale(self) -> bool:
        """Whether the job is said to run, but its worker has gone."""
        return (
            self.state == JobState.RUNNING
            and self.heartbeat_at is not None
            and self.heartbeat_at < timezone.now() - STALE_AFTER
        )

    @property
    def may_be_retried(self) -> bool:
        """Whether the job has stopped before its end."""
        return self.state in (JobState.FAILED, JobState.CANCELLED) or self.is_stale

    @property
    def percent(self) -> int | None:
        """How far the job is, in whole percent; None while the whole is not known."""
        if self.state == JobState.DONE:
            return 100
        if not self.total:
            return None
        return min(100, 100 * self.done // self.total)


class ScheduledTask(models.Model):
    """A short task that the worker does at fixed times."""

    class Rhythm(models.TextChoices):
        """How often; codes never change."""

        MINUTES = "minutes", _("Every so many minutes")
        DAILY = "daily", _("Every day")
        WEEKLY = "weekly", _("Every week")
        MONTHLY = "monthly", _("Every month")

    name = models.CharField(_("name"), max_length=80, unique=True)
    function_path = models.CharField(_("function"), max_length=200)
    rhythm = models.CharField(_("rhythm"), max_length=20, choices=Rhythm.choices)
    every_minutes = models.PositiveIntegerField(_("minutes between"), null=True, blank=True)
    at = models.TimeField(_("at"), null=True, blank=True)
    weekday = models.PositiveSmallIntegerField(
        _("day of the week"), null=True, blank=True, choices=Weekday.choices
    )
    day_of_month = models.PositiveSmallIntegerField(
        _("day of the month"),
        null=True,
        blank=True,
        help_text=_("In a shorter month, its last day."),
    )
    is_enabled = models.BooleanField(_("switched on"), default=True)
    next_run = models.DateTimeField(_("next time"))
    last_run = models.DateTimeField(_("last time"), null=True, blank=True)
    last_error = models.TextField(_("last failure"), blank=True)
    last_error_detail = models.TextField(_("details for administrators"), blank=True)

    class Meta:
        app_label = "core"
        verbose_name = _("scheduled task")
        verbose_name_plural = _("scheduled tasks")
        ordering = ["name"]
        indexes = [models.Index(fields=["is_enabled", "next_run"])]

    def __str__(self) -> str:
        return self.name
