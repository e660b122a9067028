"""What this room keeps about a person, and what an erasure leaves."""

import pytest

from lienhiep.advisory.choices import Interest, TaskState
from lienhiep.advisory.files import OPINION
from lienhiep.advisory.models import CouncilMember, Opinion
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.core.personal import data_of, erase, export_of
from lienhiep.core.search.query import search
from tests.factories.advisory import (
    CouncilInvitationFactory,
    CouncilMemberFactory,
    OpinionFactory,
    ScienceTaskFactory,
    task_at,
)
from tests.factories.directory import PersonFactory
from tests.factories.files import pending

pytestmark = pytest.mark.django_db


@pytest.fixture
def mai():
    return PersonFactory(full_name="Lê Thị Bích Mai")


def of_room(person):
    return [datum.field for datum in data_of(person) if datum.record._meta.app_label == "advisory"]


def test_seats_statements_papers_delegations_and_headships_are_what_is_kept(mai, officer):
    member = CouncilMemberFactory(
        person=mai, interest=Interest.CONFLICT, interest_note="Tác giả", interest_on=today()
    )
    OpinionFactory(member=member, paper=pending(officer, use=OPINION))
    CouncilInvitationFactory(delegate=mai, role="reviewer")
    ScienceTaskFactory(head=mai)
    CouncilMemberFactory()

    assert of_room(mai) == ["person", "interest_note", "words", "paper", "delegate", "head"]


def test_an_export_names_purpose_and_retention_of_each(mai):
    CouncilMemberFactory(person=mai, task__title="Đề án nước")

    rows = [row for row in export_of(mai)["data"] if "Đề án nước" in row["field"]]

    assert [(row["value"], row["retention"]) for row in rows] == [
        ("Lê Thị Bích Mai", "Chừng nào hồ sơ nhiệm vụ còn được lưu giữ.")
    ]


def test_an_erasure_takes_name_statement_and_file_and_leaves_the_seat(
    mai, officer, django_capture_on_commit_callbacks
):
    task = task_at(TaskState.COUNCIL, mai)
    member = task.council.get(person=mai)
    member.interest, member.interest_note = Interest.CONFLICT, "Bích Mai là tác giả"
    member.save()
    file = pending(officer, use=OPINION)
    OpinionFactory(member=member, paper=file)

    with django_capture_on_commit_callbacks(execute=True):
        erase(person=mai, by=officer, reason="Theo đơn ngày 10/01/2023")

    file.refresh_from_db()
    assert "Mai" not in str(CouncilMember.objects.get(pk=member.pk).person)
    assert "Mai" not in CouncilMember.objects.get(pk=member.pk).interest_note
    assert Opinion.objects.get().paper is None
    assert file.destroyed_at is not None
    assert not any("Bích Mai" in str(entry.log.data) for entry in entries_of(task))


def test_an_erasure_takes_the_head_of_a_science_task_out_of_the_search(mai, officer):
    ScienceTaskFactory(head=mai)

    erase(person=mai, by=officer, reason="Theo đơn ngày 10/01/2023")

    assert search("bich mai", officer).hits == []
