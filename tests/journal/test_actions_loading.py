"""Many articles at once come out as if each had gone through the single verbs."""

from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict

from lienhiep.core.history import entries_of
from lienhiep.core.models import RecordKey
from lienhiep.core.models.search import SearchEntry
from lienhiep.journal import actions
from lienhiep.journal.actions import ArticleRow, Byline
from lienhiep.journal.choices import AuthorRole, IssueState
from lienhiep.journal.models import Article
from tests.factories.directory import PersonFactory
from tests.factories.journal import IssueFactory, SubjectFactory, issue_at

pytestmark = pytest.mark.django_db

RECEIVED, ACCEPTED = date(2022, 4, 1), date(2022, 4, 20)


def row(**facts):
    given = {
        "title": "Phòng bệnh mùa nắng nóng",
        "subject": SubjectFactory(),
        "authors": [Byline(PersonFactory()), Byline(PersonFactory(), AuthorRole.PHOTOGRAPHER)],
        "received_on": RECEIVED,
        "accepted_on": ACCEPTED,
        "page_from": 5,
        "page_to": 7,
        "abstract": "Vài lời khuyên.",
        "web_text": "Uống đủ nước.",
    }
    return ArticleRow(**{**given, **facts})


def as_one_by_one(row, issue, by):
    article = actions.receive_article(
        title=row.title,
        subject=row.subject,
        authors=row.authors,
        on=row.received_on,
        kind=row.kind,
        channel=row.channel,
        abstract=row.abstract,
        web_text=row.web_text,
        by=by,
    )
    actions.accept_article(article=article, on=row.accepted_on, by=by)
    actions.place_article(
        article=article, issue=issue, page_from=row.page_from, page_to=row.page_to, by=by
    )
    return article


def facts_of(article):
    """Return everything that is kept of an article, but for its own number and place."""
    article = Article.objects.get(pk=article.pk)
    of_it = {"content_type": ContentType.objects.get_for_model(Article), "object_id": article.pk}
    fields = {field.name: getattr(article, field.name) for field in Article._meta.concrete_fields}
    entry = SearchEntry.objects.get(**of_it)
    return {
        "fields": {name: value for name, value in fields.items() if name not in {"id", "position"}},
        "authors": [
            model_to_dict(author, exclude=["id", "article"]) for author in article.authors.all()
        ],
        "keys": set(RecordKey.objects.filter(**of_it).values_list("key", flat=True)),
        "search": (entry.title, entry.body, entry.date, entry.public_url),
        "search keys": set(entry.keys.values_list("key", flat=True)),
    }


def test_load_articles_leaves_the_same_rows_as_the_single_verbs(secretary):
    issue, given = IssueFactory(), row()

    (loaded,) = actions.load_articles(issue=issue, rows=[given], by=secretary)
    single = as_one_by_one(given, issue, secretary)

    assert facts_of(loaded) == facts_of(single)


def test_load_articles_is_one_entry_in_the_history_of_the_issue(secretary):
    issue = IssueFactory()

    actions.load_articles(issue=issue, rows=[row(), row()], by=secretary)

    newest = entries_of(issue)[0]
    assert (newest.log.action, newest.log.data["articles"]) == ("journal.load_articles", 2)


def test_load_articles_places_them_in_the_order_given(secretary):
    issue = IssueFactory()

    actions.load_articles(issue=issue, rows=[row(title="Một"), row(title="Hai")], by=secretary)
    actions.load_articles(issue=issue, rows=[row(title="Ba")], by=secretary)

    assert list(issue.articles.order_by("position").values_list("title", "position")) == [
        ("Một", 1),
        ("Hai", 2),
        ("Ba", 3),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"authors": []},
        {"accepted_on": date(2022, 3, 31)},
        {"page_from": 9, "page_to": 8},
        {"title": ""},
        {"kind": "poem"},
    ],
)
def test_load_articles_names_the_wrong_row_and_loads_nothing(secretary, wrong):
    issue = IssueFactory()

    with pytest.raises(ValidationError) as refused:
        actions.load_articles(issue=issue, rows=[row(), row(**wrong)], by=secretary)

    assert refused.value.messages[0].startswith("Dòng 2")
    assert Article.objects.count() == 0


def test_load_articles_refuses_an_issue_signed_for_print(secretary):
    issue = issue_at(IssueState.SIGNED)

    with pytest.raises(ValidationError):
        actions.load_articles(issue=issue, rows=[row()], by=secretary)

    assert issue.articles.count() == 1
