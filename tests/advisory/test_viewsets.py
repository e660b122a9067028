"""The screens of this room in the back office, as the people of the office use them."""

import csv
import io
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lienhiep.advisory.choices import TaskState
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilInvitation,
    CouncilMember,
    DraftComment,
    FundedProject,
    Opinion,
    Programme,
    ProjectReport,
    Recommendation,
    ScienceTask,
)
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from tests.factories import advisory as make
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.files import pdf

pytestmark = pytest.mark.django_db

ROWS = {
    AdvisoryTask: make.performed_task,
    CouncilMember: make.CouncilMemberFactory,
    Opinion: make.OpinionFactory,
    Recommendation: make.RecommendationFactory,
    CouncilInvitation: lambda: make.CouncilInvitationFactory(
        delegate=PersonFactory(), role="reviewer"
    ),
    DraftComment: lambda: make.DraftCommentFactory(writer=OrganisationFactory()),
    ScienceTask: lambda: (
        make.ScienceTaskPerformerFactory(
            task__programme=make.ProgrammeFactory(), task__head=PersonFactory()
        ).task
    ),
    Programme: make.ProgrammeFactory,
    FundedProject: lambda: make.ProjectPartnerFactory().project,
    ProjectReport: make.ProjectReportFactory,
}


@pytest.fixture
def office(client, officer):
    """A browser in which the officer is signed in."""
    client.force_login(officer)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles_in(response):
    return [cell.get_text(strip=True) for cell in page(response).select("td.title .title-wrapper")]


def do(row, name):
    return admin_row_url(row).replace("inspect", f"do/{name}")


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_a_list_asks_the_database_as_often_for_many_rows_as_for_one(office, model):
    ROWS[model]()
    office.get(admin_list_url(model))
    with CaptureQueriesContext(connection) as first:
        office.get(admin_list_url(model))
    for _row in range(5):
        ROWS[model]()

    with CaptureQueriesContext(connection) as second:
        office.get(admin_list_url(model))

    assert len(second) == len(first)


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_every_list_can_be_taken_to_a_spreadsheet_and_every_page_opens(office, model):
    row = ROWS[model]()

    assert office.get(admin_list_url(model), {"export": "csv"}).status_code == 200
    assert page(office.get(admin_row_url(row)))


def test_the_list_of_tasks_exports_states_and_bodies_in_words(office):
    make.task_at(TaskState.DELIVERED, title="Đề án nước")

    response = office.get(admin_list_url(AdvisoryTask), {"export": "csv"})
    (row,) = csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig")))

    assert (row["Tên nhiệm vụ"], row["Tình trạng nhiệm vụ"], row["Ngày gửi báo cáo"]) == (
        "Đề án nước",
        "Đã gửi báo cáo",
        "20/05/2022",
    )


def test_the_list_of_tasks_is_filtered_by_the_derived_state(office):
    make.task_at(TaskState.COUNCIL, title="Đang làm")
    make.task_at(TaskState.DELIVERED, title="Đã gửi")

    response = office.get(admin_list_url(AdvisoryTask), {"state_code": TaskState.COUNCIL})

    assert titles_in(response) == ["Đang làm"]


@pytest.mark.parametrize(
    ("code", "model", "inside"),
    [
        ("C01", AdvisoryTask, lambda: make.task_at(TaskState.DELIVERED)),
        (
            "C06",
            CouncilInvitation,
            lambda: make.CouncilInvitationFactory(
                kind="eia",
                delegate=PersonFactory(),
                role="reviewer",
                attended_on=date(2022, 4, 1),
            ),
        ),
        ("C05", DraftComment, lambda: make.DraftCommentFactory(sent_on=date(2022, 4, 1))),
        ("D01", ScienceTask, make.ScienceTaskFactory),
        ("D05", FundedProject, make.FundedProjectFactory),
        ("D05a", ProjectReport, make.ProjectReportFactory),
    ],
)
def test_a_figure_opens_the_list_at_its_own_records(office, code, model, inside):
    row = inside()
    ROWS[model]() if model not in (ScienceTask, ProjectReport, FundedProject) else None

    response = office.get(admin_list_url(model), {"figure": code, "period": "2022"})

    assert len(titles_in(response)) == 1
    assert str(row) in titles_in(response)[0]


def task_form(lead, **facts):
    return {
        "title": "Phản biện đề án nước",
        "kind": "critique",
        "origin": "assigned",
        "asker": OrganisationFactory().pk,
        "received_on": "10/05/2022",
        "due_on": "10/08/2022",
        "planned_amount": "45 triệu",
        "performers-TOTAL_FORMS": 1,
        "performers-INITIAL_FORMS": 0,
        "performers-MIN_NUM_FORMS": 1,
        "performers-MAX_NUM_FORMS": 1000,
        "performers-0-organisation": lead.pk,
        "performers-0-role": "lead",
        "performers-0-ORDER": 1,
        **facts,
    }


def test_a_new_task_is_received_by_its_verb_with_money_as_an_office_writes_it(office, officer):
    association = OrganisationFactory(name="Hội Thủy lợi")

    response = office.post(reverse("advisory_advisorytask:add"), task_form(association))

    task = AdvisoryTask.objects.get()
    assert response.url == admin_row_url(task)
    assert (task.planned_amount, task.lead_label) == (45_000_000, "Hội Thủy lợi")
    assert [(one.log.action, one.log.user) for one in entries_of(task)] == [
        ("advisory.receive_task", officer)
    ]


def test_a_task_that_nobody_leads_is_refused_and_nothing_typed_is_lost(office):
    form = task_form(OrganisationFactory(), **{"performers-0-role": "partner"})

    response = office.post(reverse("advisory_advisorytask:add"), form)

    assert page(response).select_one("[name=title]").get_text(strip=True) or page(
        response
    ).select_one("[name=title]").get("value")
    assert AdvisoryTask.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"due_on": "31/02/2022"}, "due_on"),
        ({"due_on": "01/05/2022"}, "due_on"),
        ({"planned_amount": "nhiều"}, "planned_amount"),
        ({"dossier": SimpleUploadedFile("a.pdf", b"MZ")}, "dossier"),
    ],
)
def test_bad_input_is_refused_at_its_field(office, wrong, field):
    response = office.post(
        reverse("advisory_advisorytask:add"), task_form(OrganisationFactory(), **wrong)
    )

    assert list(response.context["form"].errors) == [field]
    assert AdvisoryTask.objects.count() == 0


def test_a_member_is_named_on_the_page_of_the_task(office):
    task, person = make.task_at(TaskState.ACCEPTED), PersonFactory()

    office.post(do(task, "name_member"), {"person": person.pk, "role": "chairman"})

    assert task.council.get().person == person


def test_the_report_is_delivered_with_one_recommendation_on_each_line(office):
    task = make.task_at(TaskState.REVIEWED)

    office.post(
        do(task, "deliver_report"),
        {
            "on": "20/05/2022",
            "recommendations": "Tính lại dân số\n\nBỏ mục ba\n",
            "report_file": SimpleUploadedFile("bao-cao.pdf", pdf()),
        },
    )

    task.refresh_from_db()
    assert task.report_file.name == "bao-cao.pdf"
    assert list(task.recommendations.values_list("text", flat=True)) == [
        "Tính lại dân số",
        "Bỏ mục ba",
    ]


def test_the_reply_answers_each_recommendation_and_a_refusal_says_why(office):
    task = make.task_at(TaskState.DELIVERED)
    first, second = task.recommendations.all()
    typed = {"on": "20/06/2022", f"answer_{first.pk}": "accepted", f"answer_{second.pk}": "refused"}

    refused = office.post(do(task, "record_reply"), typed)
    office.post(do(task, "record_reply"), {**typed, f"reason_{second.pk}": "Chưa có tiền"})

    assert list(refused.context["form"].errors) == [f"reason_{second.pk}"]
    assert list(task.recommendations.values_list("answer", "answer_reason")) == [
        ("accepted", ""),
        ("refused", "Chưa có tiền"),
    ]


def test_a_payment_is_read_as_an_office_writes_it(office):
    task = make.task_at(TaskState.DELIVERED)

    office.post(
        do(task, "record_payment"),
        {"on": "01/06/2022", "amount": "45.000.000 đ", "fund_source": "contract"},
    )

    assert AdvisoryTask.objects.get().paid_amount == 45_000_000
    assert "45.000.000 đồng" in page(office.get(admin_row_url(task))).get_text()


def test_the_page_of_a_task_shows_its_council_and_leaves_out_what_has_not_happened(office):
    task = make.task_at(TaskState.COUNCIL, PersonFactory(full_name="Lê Thị Mai"))

    words = page(office.get(admin_row_url(task))).get_text()

    assert "Lê Thị Mai" in words
    assert "Lý do hủy" not in words


@pytest.mark.parametrize("verb", ["set_up_council", "cancel_task"])
def test_what_the_leader_decides_is_refused_to_the_officer(office, verb):
    task = make.task_at(TaskState.ACCEPTED)

    assert office.get(do(task, verb)).status_code == 403


def test_a_report_of_a_project_is_recorded_in_counts(office):
    project = make.FundedProjectFactory()

    office.post(
        do(project, "report_project"),
        {
            "since": "01/01/2022",
            "until": "30/06/2022",
            "on": "10/07/2022",
            "beneficiaries": 1340,
            "activities": 30,
            "spent": "480 triệu",
        },
    )

    assert ProjectReport.objects.values_list("beneficiaries", "spent").get() == (1340, 480_000_000)


@pytest.mark.parametrize(
    ("model", "verb", "typed"),
    [
        (CouncilInvitation, "take_back_invitation", {"reason": "Nhầm"}),
        (DraftComment, "send_comment", {"on": "20/05/2022", "points": 5}),
        (ScienceTask, "accept_result", {"on": "20/05/2022", "grade": "good"}),
        (ScienceTask, "extend_science_task", {"due_on": "20/05/2029", "reason": "Dịch"}),
        (ProjectReport, "void_project_report", {"on": "20/08/2022", "reason": "Nhầm"}),
        (CouncilMember, "state_interest", {"on": "20/05/2022", "interest": "none"}),
    ],
)
def test_verbs_of_other_records_are_done_from_their_pages(office, model, verb, typed):
    row = ROWS[model]()

    response = office.post(do(row, verb), typed)

    assert response.url == admin_row_url(row)
    assert entries_of(row)[0].log.action == f"advisory.{verb}"


def test_a_day_in_the_future_is_refused_in_the_words_of_the_screen(office):
    draft = make.DraftCommentFactory()
    tomorrow = today().replace(year=today().year + 1)

    response = office.post(do(draft, "send_comment"), {"on": f"{tomorrow:%d/%m/%Y}"})

    assert list(response.context["form"].errors) == ["on"]
