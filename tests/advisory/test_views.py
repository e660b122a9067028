"""What readers see on the site, and what they do not."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.advisory.addresses import project_url, science_url, task_url
from lienhiep.advisory.choices import TaskState
from tests.factories.advisory import (
    FundedProjectFactory,
    ProjectPartnerFactory,
    ProjectReportFactory,
    ScienceTaskFactory,
    ScienceTaskPerformerFactory,
    task_at,
)

pytestmark = pytest.mark.django_db

SITE, SCIENCE, PROJECTS = (
    "/tu-van-phan-bien/",
    "/tu-van-phan-bien/khoa-hoc/",
    "/tu-van-phan-bien/du-an/",
)


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(response):
    return [link.get_text() for link in page(response).select(".work-list__title a")]


def public_task(**facts):
    return task_at(TaskState.DELIVERED, is_public=True, **facts)


@pytest.mark.parametrize("address", [SITE, SCIENCE, PROJECTS])
def test_an_empty_list_says_what_will_stand_there(client, address):
    assert page(client.get(address)).select_one(".empty__title").get_text()


def test_the_list_shows_public_tasks_whose_report_is_delivered(client):
    public_task(title="Đề án nước")
    task_at(TaskState.DELIVERED, title="Không công khai")
    task_at(TaskState.COUNCIL, title="Đang làm", is_public=True)

    assert titles(client.get(SITE)) == ["Đề án nước"]


def test_the_list_is_narrowed_by_year_and_kind(client):
    public_task(title="Đúng", kind="advice")
    public_task(title="Khác loại", kind="critique")
    public_task(title="Khác năm", kind="advice", on=date(2021, 5, 20))

    assert titles(client.get(SITE, {"year": 2022, "kind": "advice"})) == ["Đúng"]


@pytest.mark.parametrize("asked", [{"year": "x"}, {"year": "1066"}, {"kind": "song"}])
def test_a_filter_that_makes_no_sense_narrows_nothing(client, asked):
    public_task(title="Đề án nước")

    assert titles(client.get(SITE, asked)) == ["Đề án nước"]


@pytest.mark.parametrize("state", [TaskState.ACCEPTED, TaskState.DELIVERED])
def test_a_task_that_is_not_public_does_not_exist(client, state):
    task = task_at(state, is_public=state == TaskState.ACCEPTED)

    assert client.get(task_url(task)).status_code == 404


def test_the_page_of_a_task_shows_what_it_recommended_and_no_money(client):
    task = public_task(
        summary="Hội đồng góp ý.", planned_amount=45_000_000, subject="Nội dung nội bộ"
    )

    shown = page(client.get(task_url(task)))

    recommended = [row.p.get_text() for row in shown.select(".recommendations li")]
    assert recommended == ["Tính lại số liệu", "Bỏ mục ba"]
    assert "45.000.000" not in shown.get_text()
    assert "Nội dung nội bộ" not in shown.get_text()
    for member in task.council.all():
        assert member.person.full_name not in shown.get_text()


@pytest.mark.parametrize("make", [public_task, ScienceTaskFactory, FundedProjectFactory])
def test_an_older_address_leads_to_the_present_one(client, make):
    row = make()
    url = {"advisorytask": task_url, "sciencetask": science_url, "fundedproject": project_url}
    address = url[row._meta.model_name](row)
    older = address.rsplit("-", address.count("-") - address.rsplit("/", 2)[0].count("-"))[0]

    response = client.get(f"{older}-ten-cu/")

    assert (response.status_code, response.url) == (301, address)


def test_science_tasks_are_narrowed_by_a_year_of_their_working_time(client):
    ScienceTaskFactory(title="Đang làm", starts_on=date(2021, 4, 1))
    ScienceTaskFactory(title="Chưa làm", starts_on=date(2023, 1, 1), due_on=date(2024, 1, 1))
    ScienceTaskFactory(title="Không công khai", starts_on=date(2021, 4, 1), is_public=False)

    assert titles(client.get(SCIENCE, {"year": 2022})) == ["Đang làm"]


def test_a_science_task_shows_who_carries_it_out_and_no_budget(client):
    task = ScienceTaskPerformerFactory(
        organisation__name="Hội Làm vườn", task__budget=850_000_000
    ).task

    words = page(client.get(science_url(task))).get_text()

    assert "Hội Làm vườn" in words
    assert "850.000.000" not in words


@pytest.mark.parametrize(
    ("make", "url"),
    [(ScienceTaskFactory, science_url), (FundedProjectFactory, project_url)],
)
def test_what_is_not_marked_for_the_site_does_not_exist(client, make, url):
    assert client.get(url(make(is_public=False))).status_code == 404


def test_a_project_shows_its_counts_and_leaves_out_what_was_voided(client):
    project = ProjectPartnerFactory(organisation__name="Quỹ Toàn cầu").project
    ProjectReportFactory(project=project, beneficiaries=1340)
    ProjectReportFactory(
        project=project,
        since=date(2022, 7, 1),
        until=date(2022, 9, 30),
        reported_on=date(2022, 10, 1),
        beneficiaries=77,
        voided_on=date(2022, 10, 2),
        void_reason="Nhầm",
    )

    shown = page(client.get(project_url(project)))

    assert "Quỹ Toàn cầu" in shown.get_text()
    assert [cell.get_text() for cell in shown.select("tbody td")] == ["1.340", "0"]


@pytest.mark.parametrize(
    ("address", "make"),
    [
        (SITE, public_task),
        (SCIENCE, lambda: ScienceTaskPerformerFactory().task),
        (PROJECTS, lambda: ProjectPartnerFactory().project),
    ],
)
def test_a_list_asks_as_often_for_many_rows_as_for_one(client, address, make):
    make()
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for _row in range(4):
        make()

    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(one)
