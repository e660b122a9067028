"""What this room adds to the public page of an organisation: the work it performed."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from lienhiep.advisory.addresses import science_url, task_url
from lienhiep.advisory.models import AdvisoryTask, ScienceTask
from lienhiep.core.page_sections import PageLink, PageSection, adds_to_page
from lienhiep.directory.models import Organisation

SHOWN = 10
"""How many lines of each kind stand on the page of an organisation."""


@adds_to_page("directory.organisation")
def work_of(organisation: Organisation) -> Iterator[PageSection]:
    """Yield the advisory and science tasks that an association performed and that are public."""
    tasks = AdvisoryTask.objects.open_to_readers().by_performer(organisation)
    yield PageSection(
        _("Advice, critique and appraisal performed"),
        links=[
            PageLink(task.title, task_url(task), task.delivered_on, task.kind_label)
            for task in tasks.order_by("-delivered_on", "-pk")[:SHOWN]
        ],
        order=45,
    )
    science = ScienceTask.objects.open_to_readers().filter(performers__organisation=organisation)
    yield PageSection(
        _("Science tasks performed"),
        links=[
            PageLink(task.title, science_url(task), task.starts_on, str(task.state.label))
            for task in science.order_by("-starts_on", "-pk")[:SHOWN]
        ],
        order=46,
    )
