"""What the journal counts for the annual report: E01 to E05.

An issue that was withdrawn counts nowhere; a report frozen before shows the difference.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.figures import Cause, Counted, Shares, Summed, figure
from lienhiep.core.period import Period
from lienhiep.directory.models import Person
from lienhiep.journal.choices import RecipientKind
from lienhiep.journal.models import Article, ArticleAuthor, Delivery, Issue, PlannedIssue
from lienhiep.journal.querysets import DeliveryQuerySet

INFORMATION = _("Information and dissemination")
PUBLICATION_DATE = _("the publication date of the issue")
ITS_ISSUE = (Cause("issue"),)
LAST_ISSUE = _("the last issue published in the period and sent")


def numbers_planned(period: Period) -> Counted:
    """Numbers of the year plans whose planned month ends in the period."""
    return Counted(queryset=PlannedIssue.objects.planned_in(period))


@figure(
    "E01",
    "journal.issues_published",
    label=_("Journal issues published"),
    unit=_("journal numbers"),
    section=INFORMATION,
    counting_date=PUBLICATION_DATE,
    plan=numbers_planned,
)
def issues_published(period: Period) -> Summed:
    """Numbers of the journal that appeared in the period; a double number counts as two."""
    return Summed(queryset=Issue.objects.published_in(period), amount="number_count")


@figure(
    "E02",
    "journal.copies_printed",
    label=_("Journal copies printed"),
    unit=_("printed copies"),
    section=INFORMATION,
    counting_date=PUBLICATION_DATE,
)
def copies_printed(period: Period) -> Summed:
    """Print runs, added up, of the issues that appeared in the period."""
    return Summed(queryset=Issue.objects.published_in(period), amount="print_run")


@figure(
    "E03",
    "journal.subject_shares",
    label=_("Articles by subject"),
    unit=_("journal articles"),
    section=INFORMATION,
    counting_date=PUBLICATION_DATE,
)
def subject_shares(period: Period) -> Shares:
    """Articles of the issues that appeared in the period, shared out by subject in percent."""
    articles = Article.objects.published_in(period)
    return Shares(queryset=articles, by="subject", caused_by=ITS_ISSUE)


@figure(
    "E03b",
    "journal.subject_page_shares",
    label=_("Pages by subject"),
    unit=_("journal pages"),
    section=INFORMATION,
    counting_date=PUBLICATION_DATE,
)
def subject_page_shares(period: Period) -> Shares:
    """Pages of the articles that appeared in the period, shared out by subject in percent."""
    articles = Article.objects.published_in(period)
    return Shares(queryset=articles, by="subject", amount="page_count", caused_by=ITS_ISSUE)


@figure(
    "E04",
    "journal.articles_received",
    label=_("Manuscripts received"),
    unit=_("journal articles"),
    section=INFORMATION,
    counting_date=_("the day the manuscript was received"),
)
def articles_received(period: Period) -> Counted:
    """Manuscripts that reached the journal in the period, whatever became of them."""
    return Counted(queryset=Article.objects.received_in(period))


@figure(
    "E04a",
    "journal.articles_published",
    label=_("Articles published"),
    unit=_("journal articles"),
    section=INFORMATION,
    counting_date=PUBLICATION_DATE,
)
def articles_published(period: Period) -> Counted:
    """Articles and news items of the issues that appeared in the period."""
    return Counted(queryset=Article.objects.published_in(period), caused_by=ITS_ISSUE)


@figure(
    "E04b",
    "journal.contributors",
    label=_("Contributors published"),
    unit=_("contributors"),
    section=INFORMATION,
    counting_date=PUBLICATION_DATE,
)
def contributors(period: Period) -> Counted:
    """Persons with at least one article published in the period, each counted once."""
    published = Article.objects.published_in(period).order_by().values("pk")
    bylines = ArticleAuthor.objects.filter(article__in=published)
    return Counted(
        queryset=Person.objects.filter(pk__in=bylines.values("person")),
        caused_by=(
            Cause("journal_contributions__article", among=published),
            Cause(
                "journal_contributions__article__issue",
                among=Issue.objects.published_in(period).order_by().values("pk"),
            ),
        ),
    )


@figure(
    "E05",
    "journal.places_reached",
    label=_("Places that receive the journal"),
    unit=_("places"),
    section=INFORMATION,
    counting_date=LAST_ISSUE,
)
def places_reached(period: Period) -> Summed:
    """Places to which the last issue of the period was sent, by kind of recipient."""
    return _places(Delivery.objects.at_last_issue_of(period), by="kind")


def _places(sent: DeliveryQuerySet, by: str = "") -> Summed:
    return Summed(
        queryset=sent, by=by, amount="places", caused_by=ITS_ISSUE, is_chosen_together=True
    )


def _places_of(kind: RecipientKind, period: Period) -> Summed:
    return _places(Delivery.objects.at_last_issue_of(period).filter(kind=kind))


@figure(
    "E05a",
    "journal.communes_reached",
    label=_("Communes and wards that receive the journal"),
    unit=_("places"),
    section=INFORMATION,
    counting_date=LAST_ISSUE,
)
def communes_reached(period: Period) -> Summed:
    """Communes, wards and townships to which the last issue of the period was sent."""
    return _places_of(RecipientKind.COMMUNES, period)


@figure(
    "E05b",
    "journal.departments_reached",
    label=_("Departments and agencies that receive the journal"),
    unit=_("places"),
    section=INFORMATION,
    counting_date=LAST_ISSUE,
)
def departments_reached(period: Period) -> Summed:
    """Departments and agencies of the province to which the last issue was sent."""
    return _places_of(RecipientKind.DEPARTMENTS, period)


@figure(
    "E05c",
    "journal.exchange_partners",
    label=_("Unions with which the journal is exchanged"),
    unit=_("places"),
    section=INFORMATION,
    counting_date=LAST_ISSUE,
)
def exchange_partners(period: Period) -> Summed:
    """Sister unions and the national Union to which the last issue was sent in exchange."""
    return _places_of(RecipientKind.EXCHANGE, period)
