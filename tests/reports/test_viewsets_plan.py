"""The screens of plans and key tasks."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.period import today
from lienhiep.core.principals import organisation_key
from lienhiep.reports.choices import TaskState
from lienhiep.reports.models import KeyTask, WorkPlan
from tests.asking import questions
from tests.factories.accounts import user_with
from tests.factories.directory import OrganisationFactory
from tests.factories.journal import ArticleFactory
from tests.factories.reports import KeyTaskFactory, TargetFactory, WorkPlanFactory, approved

pytestmark = pytest.mark.django_db
THIS_YEAR = today().year


def url(name, *args, kind="keytask"):
    return reverse(f"reports_{kind}:{name}", args=args)


def page(response):
    return response.content.decode()


@pytest.fixture
def office(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def task(db):
    """An open task that lies with the editors."""
    plan = approved(WorkPlanFactory(year=THIS_YEAR), on=date(THIS_YEAR, 1, 1))
    return KeyTaskFactory(plan=plan, lead_role="editor", due_on=today(), title="Đăng tin bài")


@pytest.mark.parametrize(
    ("role", "reads", "writes", "completes", "drops", "approves"),
    [
        (Role.ADMINISTRATOR, False, False, False, False, False),
        (Role.JUROR, False, False, False, False, False),
        (Role.EDITOR, True, False, True, False, False),
        (Role.ACCOUNTANT, True, False, False, False, False),
        (Role.RECORDS_CLERK, True, False, False, False, False),
        (Role.OFFICER, True, True, True, False, False),
        (Role.OFFICE_MANAGER, True, True, True, True, False),
        (Role.LEADER, True, True, True, True, True),
    ],
)
def test_who_reads_writes_completes_drops_and_approves(
    client, task, role, reads, writes, completes, drops, approves
):
    plan = KeyTaskFactory(plan=WorkPlanFactory(year=THIS_YEAR + 1)).plan
    client.force_login(user_with(role))

    answers = {
        "reads": client.get(url("inspect", task.pk)).status_code,
        "writes": client.get(url("edit", task.pk)).status_code,
        "completes": client.get(url("do_complete_task", task.pk)).status_code,
        "drops": client.get(url("do_drop_task", task.pk)).status_code,
        "approves": client.get(url("do_approve_plan", plan.pk, kind="workplan")).status_code,
    }

    allowed = {name: status == 200 for name, status in answers.items()}
    assert allowed == {
        "reads": reads,
        "writes": writes,
        "completes": completes,
        "drops": drops,
        "approves": approves,
    }


def test_an_editor_completes_their_task_and_no_other(client, task):
    other = KeyTaskFactory(plan=task.plan, lead_role="officer", due_on=today())
    client.force_login(user_with(Role.EDITOR))
    facts = {"on": today().strftime("%d/%m/%Y"), "result": "Đủ bài", "evidence": ""}

    client.post(url("do_complete_task", task.pk), facts)
    refused = client.post(url("do_complete_task", other.pk), facts)

    task.refresh_from_db()
    other.refresh_from_db()
    assert (task.state, task.result) == (TaskState.DONE, "Đủ bài")
    assert (refused.status_code, other.done_on) == (403, None)


def test_a_mistake_in_a_verb_stands_at_its_field_and_nothing_typed_is_lost(office, task):
    tomorrow = (today() + timedelta(days=1)).strftime("%d/%m/%Y")

    response = office.post(
        url("do_complete_task", task.pk),
        {"on": tomorrow, "result": "Đã viết xong", "evidence": "/so-lieu/E01/"},
    )

    assert list(response.context["form"].errors) == ["on"]
    assert "Đã viết xong" in page(response)


PLAN = {
    "year": "2031",
    "title": "",
    "basis": "",
    "aims": "",
    "execution": "",
    "targets-TOTAL_FORMS": "1",
    "targets-INITIAL_FORMS": "0",
    "targets-MIN_NUM_FORMS": "0",
    "targets-MAX_NUM_FORMS": "1000",
    "targets-0-code": "e04a",
    "targets-0-value": "40",
    "targets-0-note": "",
}


def test_an_officer_draws_up_a_plan_and_a_target_for_nothing_is_refused(office):
    made = office.post(url("add", kind="workplan"), PLAN)
    refused = office.post(
        url("add", kind="workplan"), PLAN | {"year": "2032", "targets-0-code": "Z99"}
    )

    plan = WorkPlan.objects.get()
    assert made.url == url("inspect", plan.pk, kind="workplan")
    assert [(one.code, one.value) for one in plan.targets.all()] == [("E04a", 40)]
    assert "Không có chỉ tiêu nào mang mã “Z99”." in page(refused)


def test_a_second_plan_of_a_year_is_refused_in_words(office):
    WorkPlanFactory(year=2031)

    response = office.post(url("add", kind="workplan"), PLAN)

    assert "Năm này đã có kế hoạch công tác." in page(response)


def test_an_approved_plan_is_not_edited(client, leader):
    plan = approved(WorkPlanFactory())
    client.force_login(leader)

    assert client.get(url("edit", plan.pk, kind="workplan")).status_code == 403
    assert client.get(url("delete", plan.pk, kind="workplan")).status_code == 403


def test_the_page_of_a_plan_shows_targets_beside_what_was_reached(office, issues):
    plan = TargetFactory(code="E01", value=4).plan
    KeyTaskFactory(plan=plan, title="Việc thứ nhất")
    approved(plan)

    shown = BeautifulSoup(page(office.get(url("inspect", plan.pk, kind="workplan"))), "html.parser")

    cells = [cell.get_text(" ", strip=True) for cell in shown.select(".lh-plan tbody tr")[0]("td")]
    assert (cells[0], cells[2]) == ("4", "75%")
    assert cells[1].startswith("3")
    assert "Việc thứ nhất" in shown.get_text()


def test_a_task_added_from_the_page_of_a_plan_belongs_to_it(office):
    plan = WorkPlanFactory(year=THIS_YEAR)

    form = office.get(f"{url('add')}?plan={plan.pk}").context["form"]

    assert form["plan"].value() == plan.pk


def test_the_list_is_narrowed_by_state_and_opened_by_the_figure(office, task):
    KeyTaskFactory(plan=task.plan, due_on=today() - timedelta(days=2), title="Việc muộn")

    late = office.get(url("index"), {"state_code": "late"}).context["object_list"]
    done = office.get(url("index"), {"figure": "P01", "period": str(THIS_YEAR)})

    assert [one.title for one in late] == ["Việc muộn"]
    assert done.context["figure_value"].value == 0


@pytest.mark.parametrize("kind", ["keytask", "workplan"])
def test_a_list_asks_as_often_for_thirty_as_for_one(office, kind):
    def add(number):
        plan = WorkPlanFactory(year=2030 + number)
        KeyTaskFactory(plan=plan, lead_organisation=OrganisationFactory())

    add(0)
    one = questions(lambda: office.get(url("index", kind=kind)))
    for number in range(1, 31):
        add(number)

    assert questions(lambda: office.get(url("index", kind=kind))) == one


# Taking over


def take_over_url(record):
    kind = ContentType.objects.get_for_model(record)
    return reverse("reports_take_over", args=[kind.pk, record.pk])


def test_the_page_of_any_record_offers_to_take_it_over(client, leader):
    organisation = OrganisationFactory()
    client.force_login(leader)
    inspect = reverse("directory_organisation:inspect", args=[organisation.pk])
    assert take_over_url(organisation) not in page(client.get(inspect))

    WorkPlanFactory(year=THIS_YEAR)

    assert take_over_url(organisation) in page(client.get(inspect))
    client.force_login(user_with(Role.RECORDS_CLERK))
    assert take_over_url(organisation) not in page(client.get(inspect))


def test_a_record_is_taken_over_on_a_form(client, leader):
    organisation = OrganisationFactory(name="Hội Thủy sản thử nghiệm")
    plan = WorkPlanFactory(year=THIS_YEAR)
    client.force_login(leader)
    address = take_over_url(organisation)
    form = client.get(address).context["form"]
    assert form["title"].value() == "Hội Thủy sản thử nghiệm"

    facts = {"plan": plan.pk, "title": "Gặp Hội Thủy sản", "lead_role": "officer"}
    made = client.post(address, facts)
    again = client.post(address, facts)

    task = KeyTask.objects.get()
    assert made.url == url("inspect", task.pk)
    assert (task.title, task.stems_from) == ("Gặp Hội Thủy sản", organisation)
    assert "Hồ sơ này đã có trong kế hoạch." in page(again)
    assert "Hội Thủy sản thử nghiệm" in page(client.get(url("inspect", task.pk)))


def test_nobody_takes_over_what_they_may_not_see_or_without_writing_plans(client, officer):
    WorkPlanFactory(year=THIS_YEAR)
    article = ArticleFactory(title="Bản thảo kín của ai đó")
    client.force_login(officer)
    hidden = client.get(take_over_url(article))
    client.force_login(user_with(Role.EDITOR))
    reader = client.get(take_over_url(article))

    assert hidden.status_code == 404
    assert reader.status_code == 302
    assert "Bản thảo kín" not in page(hidden) + page(reader)
    assert KeyTask.objects.count() == 0


def test_what_is_no_record_is_not_found(client, leader):
    client.force_login(leader)

    for kind in (0, ContentType.objects.get(app_label="core", model="recordkey").pk):
        assert client.get(reverse("reports_take_over", args=[kind, 1])).status_code == 404


def test_a_source_that_the_reader_may_not_see_is_withheld(client, task):
    article = ArticleFactory(title="Bản thảo kín của ai đó")
    task.source_type = ContentType.objects.get_for_model(article)
    task.source_id = article.pk
    task.save()
    client.force_login(user_with(Role.ACCOUNTANT))

    shown = page(client.get(url("inspect", task.pk)))

    assert "Bản thảo kín" not in shown
    assert "Xuất xứ" in shown


# The plan for reading and print


def test_the_plan_is_for_the_office(client, task):
    address = reverse("reports:plan", args=[THIS_YEAR])
    assert client.get(address).status_code == 404
    client.force_login(user_with(Role.CONTACT_OFFICER))
    assert client.get(address).status_code == 404
    client.force_login(user_with(Role.JOURNAL_SECRETARY))

    response = client.get(address)

    assert response.status_code == 200
    assert "Đăng tin bài" in page(response)
    assert client.get(reverse("reports:plan", args=[1999])).status_code == 404


def test_whoever_leads_from_outside_reads_their_own_lines_without_the_money(
    client, task, monkeypatch
):
    organisation = OrganisationFactory()
    mine = KeyTaskFactory(
        plan=task.plan,
        title="Góp ý quy hoạch",
        lead_role="",
        lead_organisation=organisation,
        cost=5_000_000,
    )
    user = user_with(Role.CONTACT_OFFICER)
    client.force_login(user)
    from lienhiep.core import principals as keys

    key = organisation_key(organisation.pk)
    monkeypatch.setattr(keys, "_providers", [*keys._providers, lambda who, on: {key}])

    response = client.get(reverse("reports:plan", args=[THIS_YEAR]))

    assert mine.title in page(response)
    assert "Đăng tin bài" not in page(response)
    assert "5.000.000" not in page(response)
    assert response.context["is_whole"] is False
