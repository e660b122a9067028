"""Records of the journal for tests, and people who may do something with them."""

from datetime import date, timedelta

import factory

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import RoleGrant, User
from lienhiep.journal import actions, models
from lienhiep.journal.choices import IssueState, RecipientKind, Stage
from tests.factories.directory import OrganisationFactory, PersonFactory


class SubjectFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Subject

    name = factory.Sequence(lambda n: f"Chuyên đề {n}")
    code = factory.Sequence(lambda n: f"chuyen-de-{n}")
    position = factory.Sequence(int)


class YearPlanFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.YearPlan

    year = 2022


class PlannedIssueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.PlannedIssue

    plan = factory.SubFactory(YearPlanFactory)
    number = factory.Sequence(lambda n: n + 1)
    month = 1


class SubjectTargetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.SubjectTarget

    plan = factory.SubFactory(YearPlanFactory)
    subject = factory.SubFactory(SubjectFactory)
    share = 100


class LicenceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Licence

    kind = "document"
    number = factory.Sequence(lambda n: f"{n}/GP-XBBT")
    authority = "Sở Thông tin và Truyền thông"
    issued_on = date(2021, 12, 1)
    valid_from = date(2022, 1, 1)
    responsible = "Trần Văn Thử"


class IssueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Issue

    year = 2022
    number = factory.Sequence(lambda n: n % 90 + 1)
    month = 6
    stage = Stage.LAYOUT
    page_count = 64
    print_run = 1000


class ArticleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Article

    title = factory.Sequence(lambda n: f"Bài số {n}")
    subject = factory.SubFactory(SubjectFactory)
    received_on = date(2022, 1, 5)
    page_count = 2


class ArticleAuthorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ArticleAuthor

    article = factory.SubFactory(ArticleFactory)
    person = factory.SubFactory(PersonFactory)


class DistributionListFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.DistributionList

    name = "Danh sách phát hành"
    valid_from = date(2022, 1, 1)


class DistributionLineFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.DistributionLine

    distribution_list = factory.SubFactory(DistributionListFactory)
    kind = RecipientKind.DEPARTMENTS
    organisation = factory.SubFactory(OrganisationFactory)


class DeliveryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Delivery

    issue = factory.SubFactory(IssueFactory)
    kind = RecipientKind.DEPARTMENTS
    recipient = "Sở Y tế"
    address = "18 Trường Thi"


class ReceivedExchangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ReceivedExchange

    organisation = factory.SubFactory(OrganisationFactory)
    received_on = date(2022, 3, 1)
    title = "Khoa học và Đời sống"
    number_label = factory.Sequence(lambda n: f"{n}/2022")


def staff(*roles: Role, person=None) -> User:
    """Make an account that holds some roles since long."""
    number = User.objects.count() + 1
    user = User.objects.create_user(
        f"{'-'.join(roles) or 'nobody'}-{number}@lienhiep.example",
        "a-long-password",
        full_name=f"Người số {number}",
        person=person,
    )
    for role in roles:
        RoleGrant.objects.create(user=user, role=role, since=date(2020, 1, 1))
    return user


def secretary() -> User:
    """Make a journal secretary."""
    return staff(Role.JOURNAL_SECRETARY)


def leader() -> User:
    """Make a leader, who signs for print."""
    return staff(Role.LEADER)


def placed_article(issue: models.Issue, **facts) -> models.Article:
    """Make an article that stands in an issue."""
    facts.setdefault("accepted_on", facts.get("received_on", date(2022, 1, 5)))
    return ArticleFactory(issue=issue, **facts)


def issue_at(state: IssueState, *, on: date = date(2022, 6, 10), **facts) -> models.Issue:
    """Bring an issue with one article to a state, through the verbs that lead there.

    It is signed nine days, printed five days before the day on which it is published.
    """
    way = list(IssueState)
    if state in Stage.values:
        return IssueFactory(stage=state, **facts)
    issue = IssueFactory(**facts)
    placed_article(issue, received_on=on - timedelta(days=60))
    by = leader()
    steps = {
        IssueState.SIGNED: lambda: actions.sign_for_print(
            issue=issue, on=on - timedelta(days=9), by=by
        ),
        IssueState.PRINTED: lambda: actions.mark_printed(
            issue=issue, on=on - timedelta(days=5), by=by
        ),
        IssueState.PUBLISHED: lambda: actions.publish_issue(issue=issue, on=on, by=by),
        IssueState.WITHDRAWN: lambda: actions.withdraw_issue(
            issue=issue, on=on, reason="In sai bìa", by=by
        ),
    }
    for step, take in steps.items():
        if way.index(step) <= way.index(state):
            take()
    return issue


def published_issue(**facts) -> models.Issue:
    """Make an issue that has appeared."""
    return issue_at(IssueState.PUBLISHED, **facts)
