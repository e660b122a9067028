"""Who may do what with the journal: seen from the side of those who must not get in."""

from datetime import date

import pytest

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.core.principals import forget_principals
from lienhiep.core.rules import policy_of
from lienhiep.journal.choices import ISSUE_VERBS, IssueState, Stage
from lienhiep.journal.models import (
    Article,
    Delivery,
    DistributionList,
    Issue,
    ReceivedExchange,
    YearPlan,
)
from tests.factories.directory import PersonFactory
from tests.factories.journal import (
    ArticleAuthorFactory,
    ArticleFactory,
    DeliveryFactory,
    DistributionListFactory,
    IssueFactory,
    ReceivedExchangeFactory,
    YearPlanFactory,
    issue_at,
    placed_article,
    published_issue,
    staff,
)

pytestmark = pytest.mark.django_db

READERS = {Role.JOURNAL_SECRETARY, Role.EDITOR, Role.LEADER, Role.OFFICE_MANAGER}
OUTSIDERS = sorted(set(Role) - READERS)


def may(user, verb, row):
    return policy_of(type(row)).may(user, verb, row)


@pytest.mark.parametrize("role", OUTSIDERS)
def test_nobody_else_reads_an_issue_before_it_appears(role):
    issue = IssueFactory()
    user = staff(role, person=PersonFactory())

    assert list(Issue.objects.visible_to(user)) == []
    assert not policy_of(Issue).can_view(user, issue)


@pytest.mark.parametrize("role", sorted(READERS))
def test_staff_of_the_journal_read_everything(role):
    user = staff(role)
    rows = [
        IssueFactory(),
        ArticleFactory(),
        YearPlanFactory(),
        DistributionListFactory(),
        DeliveryFactory(),
        ReceivedExchangeFactory(),
    ]

    assert all(row in type(row).objects.visible_to(user) for row in rows)


@pytest.mark.parametrize("role", OUTSIDERS)
@pytest.mark.parametrize(
    ("model", "make"),
    [
        (Delivery, lambda: DeliveryFactory(sent_on=date(2022, 6, 1))),
        (DistributionList, DistributionListFactory),
        (ReceivedExchange, ReceivedExchangeFactory),
        (YearPlan, YearPlanFactory),
    ],
)
def test_addresses_lists_and_plans_are_for_staff_of_the_journal_only(role, model, make):
    make()

    assert list(model.objects.visible_to(staff(role))) == []


def test_anyone_reads_a_published_issue_and_its_articles():
    issue = published_issue()

    assert list(Issue.objects.visible_to(None)) == [issue]
    assert list(Article.objects.visible_to(None)) == [issue.articles.get()]


@pytest.mark.parametrize("state", [IssueState.LAYOUT, IssueState.SIGNED, IssueState.PRINTED])
def test_anyone_reads_nothing_of_an_issue_before_it_is_published(state):
    issue = issue_at(state)
    placed_article(issue)

    assert list(Issue.objects.visible_to(None)) == []
    assert list(Article.objects.visible_to(None)) == []


def test_a_contributor_reads_their_own_manuscript_and_nobody_elses():
    person = PersonFactory()
    contributor = staff(Role.CONTRIBUTOR, person=person)
    own = ArticleAuthorFactory(person=person).article
    ArticleAuthorFactory()

    assert list(Article.objects.visible_to(contributor)) == [own]


def test_a_contributor_taken_off_the_byline_reads_the_manuscript_no_longer():
    person = PersonFactory()
    contributor = staff(Role.CONTRIBUTOR, person=person)
    author = ArticleAuthorFactory(person=person)

    author.delete()

    assert list(Article.objects.visible_to(contributor)) == []


def test_a_contributor_sees_why_their_own_manuscript_was_refused_but_the_public_never():
    person = PersonFactory()
    contributor = staff(Role.CONTRIBUTOR, person=person)
    article = ArticleAuthorFactory(person=person).article
    hidden = policy_of(Article).hidden_fields

    assert "refusal_reason" not in hidden(contributor, article)
    assert {"refusal_reason", "manuscript", "received_on"} <= hidden(None, article)
    assert {"refusal_reason", "manuscript"} <= hidden(staff(Role.CONTRIBUTOR), article)


def test_a_role_that_has_ended_opens_nothing_any_more(secretary):
    IssueFactory()
    grant = secretary.role_grants.get()

    grant.until = date(2022, 12, 31)
    grant.save()
    forget_principals(secretary)

    assert list(Issue.objects.visible_to(secretary)) == []


@pytest.mark.parametrize("verb", sorted(ISSUE_VERBS))
@pytest.mark.parametrize("state", list(IssueState))
def test_a_verb_is_offered_in_the_states_that_admit_it_and_in_no_other(verb, state):
    issue = issue_at(state) if state not in Stage.values else IssueFactory(stage=state)
    user = staff(Role.JOURNAL_SECRETARY, Role.LEADER)

    assert may(user, verb, issue) == (state in ISSUE_VERBS[verb])


@pytest.mark.parametrize("verb", sorted(ISSUE_VERBS))
@pytest.mark.parametrize("role", sorted(STAFF_ROLES - {Role.JOURNAL_SECRETARY}))
def test_no_other_role_moves_an_issue_on_but_the_leader_by_the_signature(verb, role):
    admitting = next(state for state in IssueState if state in ISSUE_VERBS[verb])
    issue = issue_at(admitting)

    allowed = may(staff(role), verb, issue)

    assert allowed == ((verb, role) == ("sign_for_print", Role.LEADER))


def test_the_secretary_does_not_sign_what_they_made(secretary):
    assert not may(secretary, "sign_for_print", issue_at(IssueState.LAYOUT))


def test_an_editor_edits_articles_until_their_issue_is_signed():
    editor = staff(Role.EDITOR)
    open_article = placed_article(IssueFactory(stage=Stage.EDITING))
    in_print = issue_at(IssueState.SIGNED).articles.get()

    assert may(editor, "change", open_article)
    assert not may(editor, "change", in_print)


def test_only_the_secretary_corrects_what_is_in_print(secretary):
    article = published_issue().articles.get()

    assert may(secretary, "change", article)
    assert not may(staff(Role.LEADER), "change", article)


def test_an_editor_answers_no_manuscript():
    assert not may(staff(Role.EDITOR), "accept_article", ArticleFactory())


@pytest.mark.parametrize(
    "make",
    [
        lambda: published_issue(),
        lambda: published_issue().articles.get(),
        lambda: DeliveryFactory(sent_on=date(2022, 6, 1)),
        lambda: YearPlanFactory(approved_on=date(2021, 12, 20)),
    ],
    ids=["published issue", "published article", "delivery sent", "approved plan"],
)
def test_what_has_happened_is_not_deleted(secretary, make):
    assert not may(secretary, "delete", make())


def test_only_the_leader_approves_a_plan_and_only_once(secretary, leader):
    open_plan = YearPlanFactory(year=2022)
    approved = YearPlanFactory(year=2023, approved_on=date(2022, 12, 20))

    assert may(leader, "approve_plan", open_plan)
    assert not may(secretary, "approve_plan", open_plan)
    assert not may(leader, "approve_plan", approved)


@pytest.mark.parametrize("role", [None, *OUTSIDERS])
def test_what_can_be_viewed_is_what_is_listed(role):
    person = PersonFactory()
    user = staff(role, person=person) if role else None
    issues = [published_issue(number=1), issue_at(IssueState.PRINTED, number=2)]
    ArticleAuthorFactory(person=person)
    for issue in issues:
        ArticleAuthorFactory(article=placed_article(issue))

    for model in (Issue, Article):
        listed = set(model.objects.visible_to(user))
        assert listed == {
            row for row in model.objects.all() if policy_of(model).can_view(user, row)
        }
