"""An erasure leaves the name nowhere, whatever a room wrote down and wherever it lies.

One person has left traces in every room. After the erasure everything that is stored is
searched: every column of every table, with history, drafts, search, sessions, jobs, kept forms
and tasks; every file on the disk by its name and its bytes; the letters; the caches.
"""

import contextlib
import io
import json
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import docx as python_docx
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db import connection
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry

from lienhiep.accounts import actions as accounts
from lienhiep.accounts.choices import ConsentGiver, ConsentPurpose, DataRight, Role
from lienhiep.accounts.files import SIGNED_FORM
from lienhiep.accounts.models import User
from lienhiep.advisory.files import OPINION
from lienhiep.contests.files import DESCRIPTION
from lienhiep.contests.models import RepresentativeContact
from lienhiep.core.files import store_bytes
from lienhiep.core.history import verb
from lienhiep.core.jobs.asking import prepare_job
from lienhiep.core.models import Job, RecordFile
from lienhiep.core.models.kept import KeptForm, SentForm
from lienhiep.core.personal import data_of, erase
from lienhiep.core.processing import processed_fields
from lienhiep.core.search.rebuilding import REBUILD
from lienhiep.core.text import fold
from lienhiep.directory.models import Person
from lienhiep.honours.files import REPORT
from lienhiep.imports.models import ImportBatch, ImportedRecord, ImportRow
from lienhiep.journal.files import MANUSCRIPT
from lienhiep.reports.actions import freeze_report
from tests.factories.accounts import RoleGrantFactory, UserFactory, user_with
from tests.factories.advisory import (
    CouncilInvitationFactory,
    CouncilMemberFactory,
    OpinionFactory,
    ScienceTaskFactory,
)
from tests.factories.associations import (
    AppointmentFactory,
    MemberStatementFactory,
    PlannedCadreFactory,
    SeatFactory,
)
from tests.factories.contests import (
    JurorFactory,
    MentorFactory,
    ScoreFactory,
    published_prize,
)
from tests.factories.directory import AffiliationFactory, PersonFactory, PersonNameFactory
from tests.factories.events import (
    ConclusionFactory,
    ConferenceFactory,
    RegistrationFactory,
    TeacherFactory,
)
from tests.factories.honours import HonourFactory, NomineeFactory
from tests.factories.journal import ArticleAuthorFactory, ArticleFactory
from tests.factories.news import published
from tests.factories.office import DispatchFactory, OfficialDocumentFactory, ReceiptFactory
from tests.factories.reports import ReportFactory

pytestmark = pytest.mark.django_db

NAME = "Đặng Vũ Quỳnhkhuê"
OTHER_NAME = "Đặng Quỳnhkhuê Bút Danh"
EMAIL = "quynhkhue@lienhiep.example"
NOON = datetime(2022, 6, 10, 5, tzinfo=UTC)
PHONE = "0987654321"
MOTHER = "Hồ Thị Mẫuthân"
NEEDLES = ("quỳnhkhuê", "quynhkhue", "987654321", "987 654 321", "mẫuthân", "mauthan", "0911222333")
"""What no text may hold any more, in small letters, with marks and without."""


def word_file(words):
    document = python_docx.Document()
    document.add_paragraph(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def file_of(use, name="Quỳnhkhuê.docx"):
    return store_bytes(name=name, data=word_file(f"{use.code}: {NAME}"), use=use, by=None)


def put(record, **facts):
    for name, value in facts.items():
        setattr(record, name, value)
    record.save()
    return record


@pytest.fixture
def earlier():
    """Files that other tests have left: a transaction taken back leaves them on the disk."""
    return files()


@pytest.fixture
def person(db, client, earlier):
    """Somebody who has left traces in every room."""
    person = PersonFactory(
        full_name=NAME,
        titles="TS",
        birth_date=date(2010, 5, 1),
        email=EMAIL,
        phone=PHONE,
        address="Số 9, ngõ Quỳnhkhuê",
        note="Hay gọi là Quỳnhkhuê",
    )
    PersonNameFactory(person=person, name=OTHER_NAME)
    AffiliationFactory(person=person)
    in_accounts(person, client)
    in_contests(person)
    in_the_middle(person)
    in_events(person)
    in_journal_and_news(person)
    in_machines(person)
    return Person.objects.get(pk=person.pk)


def in_accounts(person, client):
    user = UserFactory(full_name=NAME, email=EMAIL, phone=PHONE, person=person)
    RoleGrantFactory(user=user, role=Role.CONTRIBUTOR)
    accounts.change_profile(user=user, by=user, full_name=NAME, language="en")
    accounts.record_consent(
        purpose=ConsentPurpose.PUBLISH_NAME,
        text="Tôi đồng ý.",
        text_version="1",
        person=person,
        user=user,
        given_by=ConsentGiver.BOTH,
        giver_name=MOTHER,
        relation="mẹ",
        paper=store_bytes(name="Quỳnhkhuê.pdf", data=pdf_of("Phiếu"), use=SIGNED_FORM, by=None),
        by=user,
    )
    request = accounts.ask_about_data(
        user=user, right=DataRight.CORRECT, words=f"Tên tôi là {NAME}", by=user
    )
    accounts.fulfil_request(request=request, answer=f"Đã sửa tên {NAME}.", by=user_with())
    accounts.ask_about_data(user=user, right=DataRight.ERASE, words=f"Xóa {EMAIL}", by=user)
    client.force_login(user)
    client.get("/tai-khoan/du-lieu/")


def pdf_of(words):
    from tests.factories.files import pdf

    return pdf(words)


def in_contests(person):
    prize = published_prize(person)
    entry = prize.entry
    put(entry, description=file_of(DESCRIPTION), summary="Máy gieo hạt")
    author = entry.authors.get()
    put(author, class_name="8A")
    RepresentativeContact.objects.create(
        author=author, name=MOTHER, relation="mẹ", phone="0911222333"
    )
    MentorFactory(person=person)
    juror = JurorFactory(person=person)
    ScoreFactory(juror=juror, entry__edition=juror.edition, remark="Rất tốt")


def in_the_middle(person):
    user = User.objects.get(person=person)
    SeatFactory(person=person, other_office="Trưởng phòng Quỳnhkhuê")
    PlannedCadreFactory(person=person, reason="Có năng lực")
    AppointmentFactory(person=person)
    MemberStatementFactory(given_by=person)
    document = OfficialDocumentFactory()
    receipt = ReceiptFactory(dispatch=DispatchFactory(document=document))
    put(receipt, acknowledged_by=user, acknowledged_name=NAME, acknowledged_at=NOON)
    member = CouncilMemberFactory(person=person, interest_note=f"{NAME} có cổ phần")
    put(OpinionFactory(member=member), paper=file_of(OPINION))
    CouncilInvitationFactory(delegate=person, role="member")
    ScienceTaskFactory(head=person)
    HonourFactory(person=person, described_as="Trưởng phòng, bà Quỳnhkhuê")
    nominee = NomineeFactory(person=person, written_name=NAME)
    put(nominee.nomination, report=file_of(REPORT))


def in_events(person):
    conference = ConferenceFactory(chair=person)
    ConclusionFactory(conference=conference, speaker=person)
    TeacherFactory(person=person)
    RegistrationFactory(
        conference=ConferenceFactory(), person=person, name=NAME, email=EMAIL, phone=PHONE
    )


def in_journal_and_news(person):
    article = ArticleAuthorFactory(article=ArticleFactory(), person=person).article
    put(article, manuscript=file_of(MANUSCRIPT))
    news = published(author=person, byline=NAME)
    news.title = "Tin đã sửa"
    news.save_revision().publish()
    report = ReportFactory()
    freeze_report(report=report, by=user_with(Role.LEADER))


def in_machines(person):
    user = User.objects.get(person=person)
    batch = ImportBatch.objects.create(sheet="persons", sent_by=user_with(), file=file_of_sheet())
    row = ImportRow.objects.create(batch=batch, number=2, cells={"full_name": NAME})
    ImportedRecord.objects.create(
        row=row, content_type=ContentType.objects.get_for_model(Person), object_id=person.pk
    )
    prepare_job(REBUILD, by=user, title=f"Thư cho {NAME}", to=EMAIL, name=NAME)
    KeptForm.objects.create(user=user, path="/x/", fields=[["full_name", NAME]])
    SentForm.objects.create(user=user, token="t", url=f"/x/?q={EMAIL}")
    DBTaskResult.objects.create(
        task_path="lienhiep.accounts.tasks.mail_notice",
        queue_name="default",
        backend_name="default",
        status="SUCCESSFUL",
        args_kwargs={"args": ["Báo", f"Kính gửi {NAME}", [EMAIL]], "kwargs": {}},
    )
    letters = Path(settings.DATA_DIR) / "mail"
    letters.mkdir(exist_ok=True)
    (letters / "letter.log").write_text(
        f"Subject: Thu\nTo: {EMAIL}\n\nKính gửi {NAME}\n", encoding="utf-8"
    )
    for name in settings.CACHES:
        caches[name].set("page", f"<p>{NAME}</p>", 3600)
    with verb("wagtail.edit", by=user, about=person, reason=f"Theo đơn của {NAME}"):
        put(person, note="Quỳnhkhuê đã chuyển công tác")


def file_of_sheet():
    from lienhiep.imports.files import SPREADSHEET

    return store_bytes(
        name="danh-sach.csv", data="ho_ten\nLê Văn Khác\n".encode(), use=SPREADSHEET, by=None
    )


# Searching


def in_words(value):
    """Return a value of any kind in small letters, with what JSON writes as escapes undone."""
    text = value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)
    with contextlib.suppress(ValueError):
        text += json.dumps(json.loads(text), ensure_ascii=False)
    return text.casefold()


def traces_in_database():
    """Yield each table and column in which a needle stands."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    if value is not None and any(n in in_words(value) for n in NEEDLES):
                        yield f"{table}.{column}: {in_words(value)[:300]}"


def files():
    """Return every file on the disk, but for the database, which is searched by itself."""
    paths = Path(settings.DATA_DIR).rglob("*")
    return {path for path in paths if path.is_file() and "sqlite3" not in path.name}


def traces_on_disk(earlier):
    """Yield each file that bears a needle in its name or its bytes, those of archives too."""
    for path in files() - earlier:
        data = path.read_bytes()
        texts = [path.name, data]
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                texts += [archive.read(name) for name in archive.namelist()]
        if any(needle in in_words(text) for text in texts for needle in NEEDLES):
            yield str(path)


def traces_in_caches():
    for name in settings.CACHES:
        if caches[name].get("page") is not None:
            yield name


def test_the_search_itself_finds_what_stands_there(earlier, person):
    """A search that finds nothing proves nothing: before the erasure it finds every room."""
    tables = {one.partition(".")[0] for one in traces_in_database()}

    assert {
        "accounts_user",
        "accounts_consent",
        "accounts_datarequest",
        "contests_representativecontact",
        "core_job",
        "core_keptform",
        "directory_person",
        "directory_personname",
        "django_tasks_database_dbtaskresult",
        "events_registration",
        "honours_honour",
        "honours_nominee",
        "imports_importrow",
        "news_newsarticle",
        "office_receipt",
        "wagtailcore_modellogentry",
        "wagtailcore_revision",
    } <= tables
    assert len(list(traces_on_disk(earlier))) >= 5
    assert list(traces_in_caches())


def test_an_erasure_leaves_the_name_nowhere(earlier, person, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erase(person=person, by=user_with(Role.ADMINISTRATOR), reason=f"Theo đơn của {NAME}")

    assert list(traces_in_database()) == []
    assert list(traces_on_disk(earlier)) == []
    assert list(traces_in_caches()) == []


def test_what_stays_stays_for_a_stated_reason(person):
    kept = [datum for datum in data_of(person) if datum.erase is None]

    assert kept
    assert all(str(datum.kept_because) for datum in kept)


def test_every_field_that_is_kept_stands_in_the_record_of_processing(person):
    fields = {f"{datum.record._meta.label_lower}.{datum.field}" for datum in data_of(person)}

    assert fields - processed_fields() <= {"accounts.datarequest.extension_reason"}


def test_rows_history_and_files_stay_as_proof_without_the_name(person):
    logs, files = ModelLogEntry.objects.count(), RecordFile.objects.count()

    erase(person=person, by=user_with(Role.ADMINISTRATOR), reason="Theo đơn")

    assert ModelLogEntry.objects.count() >= logs
    assert RecordFile.objects.count() == files
    assert not Job.objects.filter(title__contains="Quỳnhkhuê").exists()
    assert fold(NAME) not in str(apps.get_model("directory.person").objects.values_list())


def test_the_erased_are_signed_out_everywhere(person, client):
    erase(person=person, by=user_with(Role.ADMINISTRATOR), reason="Theo đơn")

    assert client.get("/tai-khoan/du-lieu/").status_code == 302
    assert not User.objects.get(person=person).sign_ins.exists()
