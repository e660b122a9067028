"""The page of background work: how far it is, what failed, and what is due when."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, UpdateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from lienhiep.core.jobs.asking import cancel_job, retry_job
from lienhiep.core.jobs.forms import ScheduledTaskForm
from lienhiep.core.jobs.rhythm import next_run
from lienhiep.core.jobs.rules import jobs_seen_by, keeps_machine
from lienhiep.core.jobs.schedule import declared_task
from lienhiep.core.models.jobs import Job, JobState, ScheduledTask

PER_PAGE = 50


class TrailMixin(WagtailAdminTemplateMixin):
    """A page of background work: its trail says which, not only where the back office begins."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Say where one is, below the list of all."""
        here = {"url": "", "label": self.get_page_title()}
        if isinstance(self, JobListView):
            return [*self.breadcrumbs_items, here]
        every = {"url": reverse("core_jobs:list"), "label": JobListView.page_title}
        return [*self.breadcrumbs_items, every, here]


class JobListView(TrailMixin, TemplateView):
    """The jobs of whoever looks; all of them, and the schedule, for an administrator."""

    template_name = "core/jobs/job_list.html"
    page_title = gettext_lazy("Background work")
    header_icon = "tasks"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather one page of jobs."""
        user = self.request.user
        jobs = jobs_seen_by(user)
        state = self.request.GET.get("state", "")
        if state in JobState.values:
            jobs = jobs.filter(state=state)
        page = Paginator(jobs, PER_PAGE).get_page(self.request.GET.get("p"))
        tasks = ScheduledTask.objects.all() if keeps_machine(user) else []
        return super().get_context_data(
            page=page,
            state=state,
            states=JobState.choices,
            is_live=any(job.is_unfinished for job in page),
            keeps_machine=keeps_machine(user),
            tasks=[(task, declared_task(task.name)) for task in tasks],
            **kwargs,
        )


class JobDetailView(TrailMixin, TemplateView):
    """One job: progress, failure, and what can be done about it."""

    template_name = "core/jobs/job_detail.html"
    header_icon = "tasks"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Find the job among those that this person sees."""
        job = get_object_or_404(jobs_seen_by(self.request.user), pk=self.kwargs["pk"])
        self.page_title = job.title
        return super().get_context_data(
            job=job,
            is_live=job.is_unfinished,
            keeps_machine=keeps_machine(self.request.user),
            **kwargs,
        )


class JobVerbView(View):
    """Does something with a job of one's own, then shows it again."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do it, or say why not."""
        job = get_object_or_404(jobs_seen_by(request.user), pk=pk)
        try:
            messages.success(request, self.act(job))
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        return redirect("core_jobs:detail", pk=job.pk)

    def act(self, job: Job) -> str:
        """Do it and return what to say."""
        raise NotImplementedError


class RetryJobView(JobVerbView):
    """Takes a stopped job up again."""

    def act(self, job: Job) -> str:
        retry_job(job=job)
        return _("The work goes on where it stopped.")


class CancelJobView(JobVerbView):
    """Calls a job off."""

    def act(self, job: Job) -> str:
        cancel_job(job=job)
        return _("The work is called off. What was done already stays done.")


class MachineKeeperMixin:
    """Lets in those who look after the program."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not keeps_machine(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class RunScheduledTaskView(MachineKeeperMixin, View):
    """Makes a scheduled task due now; the worker does it within seconds."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Move its next time to now."""
        task = get_object_or_404(ScheduledTask, pk=pk)
        if task.is_enabled:
            task.next_run = timezone.now()
            task.save(update_fields=["next_run"])
            messages.success(request, _("The task is done within a few seconds."))
        else:
            messages.error(request, _("The task is switched off. Switch it on first."))
        return redirect("core_jobs:list")


class ScheduledTaskView(MachineKeeperMixin, TrailMixin, UpdateView):
    """Changes when a scheduled task is done."""

    template_name = "core/jobs/schedule_form.html"
    model = ScheduledTask
    form_class = ScheduledTaskForm
    header_icon = "time"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the task in words."""
        declared = declared_task(self.object.name)
        self.page_title = str(declared.label) if declared else self.object.name
        return super().get_context_data(**kwargs)

    def form_valid(self, form: ScheduledTaskForm) -> HttpResponse:
        """Keep the rhythm and work out when the task is due by it."""
        task = form.save(commit=False)
        task.next_run = next_run(task, timezone.now())
        task.save()
        messages.success(self.request, _("The schedule has been changed."))
        return redirect("core_jobs:list")

    def get_success_url(self) -> str:
        return reverse("core_jobs:list")
