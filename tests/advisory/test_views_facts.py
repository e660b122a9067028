"""What machines read of advice, science tasks and projects, and where the pages lead."""

from datetime import date

import pytest

from lienhiep.advisory.addresses import project_url, science_url, task_url
from lienhiep.advisory.choices import PartnerRole, TaskState
from tests.factories.advisory import (
    FundedProjectFactory,
    ProjectPartnerFactory,
    ScienceTaskFactory,
    task_at,
)
from tests.reading import facts, names, neighbours, shown, way

pytestmark = pytest.mark.django_db

SITE = "/tu-van-phan-bien/"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://lienhiep.example"


def public_task(**facts_of):
    return task_at(TaskState.DELIVERED, is_public=True, **facts_of)


def test_tasks_are_told_as_a_collection(client):
    public_task(title="Đề án nước")

    assert names(facts(client.get(SITE))["CollectionPage"]) == ["Đề án nước"]


def test_the_report_of_a_task_is_told_with_its_day_and_whom_it_is_for(client):
    task = public_task(title="Đề án nước")

    response = client.get(task_url(task))

    told = facts(response)["Report"]
    assert told["datePublished"] == task.delivered_on.isoformat()
    assert told["audience"]["audienceType"] == str(task.asker)
    assert told["url"] == f"https://lienhiep.example{task_url(task)}"
    assert way(response) == ["Trang chủ", "Tư vấn, phản biện", "Đề án nước"]


def test_a_task_shows_its_way_without_the_terms_of_the_office(client):
    page = shown(client.get(task_url(public_task(due_on=date(2022, 5, 1)))))

    assert page.select_one(".trail") is not None
    assert page.select(".trail__step--late, .trail__late") == []


def test_the_way_of_a_task_tells_readers_nothing_of_its_council(client):
    task = public_task()
    assert task.council_on is not None

    steps = [
        step.get_text(strip=True)
        for step in shown(client.get(task_url(task))).select(".trail__where")
    ]

    assert steps[0].startswith("Đã nhận đề nghị")
    assert not any("ội đồng" in step for step in steps)


def test_why_a_science_task_was_stopped_is_not_told(client):
    task = ScienceTaskFactory(
        starts_on=date(2020, 1, 1), stopped_on=date(2020, 6, 1), stop_reason="Hết kinh phí"
    )

    assert "Hết kinh phí" not in client.get(science_url(task)).content.decode()


def test_a_science_task_past_its_end_is_late_for_the_office_only(client):
    task = ScienceTaskFactory(starts_on=date(2020, 1, 1), due_on=date(2021, 1, 1))

    response = client.get(science_url(task))

    assert shown(response).select(".trail__step--late, .trail__late") == []
    assert facts(response)["ResearchProject"]["foundingDate"] == "2020-01-01"


def test_a_project_is_told_with_its_donors_apart_from_its_partners(client):
    donor = ProjectPartnerFactory(role=PartnerRole.DONOR)
    ProjectPartnerFactory(project=donor.project, role=PartnerRole.PARTNER)

    told = facts(client.get(project_url(donor.project)))["Project"]

    assert [one["name"] for one in told["funder"]] == [str(donor.organisation)]
    assert len(told["member"]) == 1


def test_a_project_without_reports_says_what_will_stand_here(client):
    page = shown(client.get(project_url(FundedProjectFactory())))

    assert page.select_one(".empty__title").get_text() == "Dự án chưa có báo cáo trên trang tin"


def test_a_task_leads_to_the_public_tasks_beside_it(client):
    older, here, newer = (
        public_task(on=day) for day in (date(2022, 3, 1), date(2022, 4, 1), date(2022, 5, 1))
    )

    assert neighbours(client.get(task_url(here))) == {
        "prev": task_url(older),
        "next": task_url(newer),
    }
