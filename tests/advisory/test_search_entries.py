"""What is found by whom, with marks or without."""

import pytest

from lienhiep.advisory.choices import TaskState
from lienhiep.core.page_sections import sections_for
from lienhiep.core.search.query import search
from tests.factories.advisory import (
    CouncilInvitationFactory,
    DraftCommentFactory,
    ProjectPartnerFactory,
    ScienceTaskFactory,
    ScienceTaskPerformerFactory,
    task_at,
)

pytestmark = pytest.mark.django_db


def found(words, user=None):
    marked = [str(hit.title) for hit in search(words, user).hits]
    return [title.replace("<mark>", "").replace("</mark>", "") for title in marked]


def test_the_office_finds_every_kind_of_record_without_marks(officer):
    task_at(TaskState.ACCEPTED, title="Phản biện cấp nước")
    ScienceTaskFactory(title="Đề tài cấp nước", is_public=False)
    CouncilInvitationFactory(title="Hội đồng cấp nước")
    DraftCommentFactory(title="Dự thảo cấp nước")

    assert len(found("cap nuoc", officer)) == 4


def test_readers_find_what_is_public_only():
    task_at(TaskState.ACCEPTED, title="Phản biện cấp nước", is_public=True)
    task_at(TaskState.DELIVERED, title="Tư vấn cấp nước", is_public=True)
    CouncilInvitationFactory(title="Hội đồng cấp nước")
    DraftCommentFactory(title="Dự thảo cấp nước")

    assert found("cap nuoc") == ["Tư vấn cấp nước"]


def test_what_is_judged_and_why_something_ended_is_found_by_nobody(officer):
    task_at(TaskState.CANCELLED, subject="Nội dung nội bộ")

    assert found("noi bo", officer) == []
    assert found("khong lam nua", officer) == []


def test_a_project_is_found_by_its_donor():
    project = ProjectPartnerFactory(organisation__name="Quỹ Toàn cầu").project

    assert project.title in found("quy toan cau")


def test_the_page_of_an_association_shows_what_it_performed_and_is_public():
    shown = task_at(TaskState.DELIVERED, is_public=True)
    association = shown.performers.get().organisation
    hidden = task_at(TaskState.DELIVERED)
    row = hidden.performers.get()
    row.organisation = association
    row.save()
    science = ScienceTaskPerformerFactory(organisation=association).task

    links = [[link.label for link in one.links] for one in sections_for(association)]

    assert links == [[shown.title], [science.title]]
