"""What the journal keeps about a person, and what an erasure leaves."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lienhiep.core.files import store_upload
from lienhiep.core.history import entries_of
from lienhiep.core.personal import data_of, erase, export_of
from lienhiep.core.search.query import search
from lienhiep.journal.files import MANUSCRIPT
from lienhiep.journal.models import Article
from tests.factories.directory import PersonFactory
from tests.factories.files import pdf
from tests.factories.journal import ArticleAuthorFactory, ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def mai():
    return PersonFactory(full_name="Lê Thị Bích Mai")


def manuscript(secretary):
    return store_upload(
        upload=SimpleUploadedFile("bai cua Mai.pdf", pdf()), use=MANUSCRIPT, by=secretary
    )


def of_journal(person):
    return [datum for datum in data_of(person) if datum.record._meta.app_label == "journal"]


def test_a_byline_and_a_manuscript_are_what_the_journal_keeps(mai, secretary):
    ArticleAuthorFactory(
        person=mai, article=ArticleFactory(title="Nuôi ong", manuscript=manuscript(secretary))
    )
    ArticleAuthorFactory()

    assert [(datum.field, str(datum.label)) for datum in of_journal(mai)] == [
        ("person", "Tác giả của bài “Nuôi ong”"),
        ("manuscript", "Bản thảo của bài “Nuôi ong”"),
    ]


def test_an_export_names_purpose_and_retention_of_each(mai):
    ArticleAuthorFactory(person=mai, article=ArticleFactory(title="Nuôi ong"))

    rows = [row for row in export_of(mai)["data"] if row["field"] == "Tác giả của bài “Nuôi ong”"]

    assert [(row["value"], row["retention"]) for row in rows] == [
        ("Lê Thị Bích Mai", "Chừng nào tập san còn được lưu giữ.")
    ]


def test_an_erasure_takes_the_name_out_of_byline_history_and_search(mai, secretary):
    article = ArticleAuthorFactory(person=mai, article=ArticleFactory(title="Nuôi ong")).article

    erase(person=mai, by=secretary, reason="Theo đơn ngày 10/01/2023")

    assert "Mai" not in Article.objects.get().byline
    assert search("bich mai", secretary).hits == []
    assert not any("Bích Mai" in str(entry.log.data) for entry in entries_of(article))


def test_an_erasure_destroys_the_manuscript_file(
    mai, secretary, django_capture_on_commit_callbacks
):
    file = manuscript(secretary)
    ArticleAuthorFactory(person=mai, article=ArticleFactory(manuscript=file))

    with django_capture_on_commit_callbacks(execute=True):
        erase(person=mai, by=secretary, reason="Theo đơn ngày 10/01/2023")

    file.refresh_from_db()
    assert Article.objects.get().manuscript is None
    assert file.destroyed_at is not None
    assert "Mai" not in file.name
