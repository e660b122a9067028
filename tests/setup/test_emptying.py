"""Emptying leaves what stands after the first start, and nothing else."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection, transaction

from lienhiep.accounts.models import User
from lienhiep.core.models import (
    Job,
    JobState,
    NumberEntry,
    RecordFile,
    SearchEntry,
    UnionIdentity,
)
from lienhiep.core.search.index import index
from lienhiep.demo.people import address
from lienhiep.directory.models import Organisation, Person
from lienhiep.journal.models import Article
from lienhiep.news.models import NewsArticle
from lienhiep.setup.actions import begin_anew, finish_clearing
from lienhiep.setup.actions.beginning import BEGUN
from lienhiep.setup.actions.emptying import (
    KEPT,
    ROOTS,
    emptied_tables,
    empty_database,
    load_reference_data,
)
from tests.factories.directory import PersonFactory
from tests.setup.conftest import NEW

COUNTED_ELSEWHERE = {
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
    "django_tasks_database_dbtaskresult",
}
"""Two beginnings write as many entries of history as they are, with other moments."""


def counts():
    """Return how many rows every table has."""
    found = {}
    with connection.cursor() as cursor:
        for table in [*emptied_tables(), *KEPT, *ROOTS, index().table]:
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
            found[table] = cursor.fetchone()[0]
    return found


def words_in_every_table():
    """Return everything that any table holds, as one text."""
    parts = []
    with connection.cursor() as cursor:
        for table in [*emptied_tables(), *KEPT, *ROOTS]:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            parts += [str(row) for row in cursor.fetchall()]
    return "\n".join(parts)


def names_of_the_demonstration():
    """Return names that only the demonstration brings in."""
    return {
        *Person.objects.values_list("full_name", flat=True),
        *(user.email for user in User.objects.all()),
        *NewsArticle.objects.values_list("title", flat=True),
        *Article.objects.values_list("title", flat=True),
    }


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker):
    """What stood after the first start, then the whole demonstration; taken back afterwards."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        load_reference_data()
        pristine = counts()
        call_command("demo", verbosity=0)
        yield pristine
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


@pytest.mark.slow
@pytest.mark.django_db
def test_after_emptying_the_demonstration_every_table_is_as_after_the_first_start(demonstration):
    names = names_of_the_demonstration()
    organisations = set(Organisation.objects.values_list("name", flat=True))
    assert len(names) > 1000
    empty_database()

    load_reference_data()

    after = counts()
    differing = {
        table: (number, after[table])
        for table, number in demonstration.items()
        if number != after[table] and table not in COUNTED_ELSEWHERE
    }
    assert differing == {}
    left = words_in_every_table()
    assert [name for name in names if name in left] == []
    # A body of the State may stand in the source of a law; no record bears its name.
    assert not Organisation.objects.filter(name__in=organisations).exists()


@pytest.mark.slow
@pytest.mark.django_db
def test_the_demonstration_gives_way_to_ones_own_union(demonstration, folder, capsys):
    union = UnionIdentity.objects.get()
    archive = folder / "archive.tar"
    archive.write_bytes(b"archive")
    union.setup_notes = {
        "archive": {"path": str(archive), "name": archive.name, "bytes": 7, "sha256": "0" * 64}
    }
    union.save()

    user = begin_anew(**NEW)

    assert [account.email for account in User.objects.all()] == [NEW["email"]]
    assert {role.value for role in user.roles_today} == {"administrator", "office_manager"}
    assert user.check_password(NEW["password"])
    fresh = UnionIdentity.objects.get()
    assert (fresh.name, fresh.is_demonstration) == (NEW["name"], False)
    assert not User.objects.filter(email=address("leader")).exists()
    assert (NumberEntry.objects.count(), RecordFile.objects.count()) == (0, 0)
    assert set(SearchEntry.objects.values_list("kind", flat=True)) == {"accounts.user"}
    call_command("report", "2022")
    call_command("figure", "E01", "2022")
    call_command("check_data")
    assert "E01" in capsys.readouterr().out


@pytest.mark.django_db
def test_ids_begin_again(reference):
    before = PersonFactory().pk
    empty_database()

    load_reference_data()

    assert PersonFactory().pk <= before
    assert PersonFactory().pk == 2


@pytest.mark.django_db
def test_files_mail_passwords_and_visits_of_the_demonstration_go(archived, folder):
    for name in ("files/2026/ab/abcd", "media/images/hoi-nghi.jpg", "mail/thu-moi.log"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Người Minh Hoạ")
    (folder / "demonstration-password.txt").write_text("trinh-dien-1234")
    (folder / "visits" / "2026-01-01-1-1.visits").write_bytes(b"0" * 32)

    begin_anew(**NEW)

    left = {
        str(path.relative_to(folder)): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert left == {"lienhiep-20260101-000000.tar": 7, "visits/2026-01-01-1-1.visits": 0}


@pytest.mark.django_db
def test_a_failure_half_way_leaves_the_demonstration_as_it_was(archived, folder, monkeypatch):
    person = PersonFactory(full_name="Người Minh Hoạ")
    (folder / "files" / "giu-lai").write_text("bytes")

    def fail():
        raise OSError("no space")

    monkeypatch.setattr("lienhiep.setup.actions.beginning.load_reference_data", fail)
    with pytest.raises(OSError, match="no space"):
        begin_anew(**NEW)

    assert Person.objects.get(pk=person.pk).full_name == "Người Minh Hoạ"
    assert UnionIdentity.objects.get().is_demonstration
    assert (folder / "files" / "giu-lai").read_text() == "bytes"


@pytest.mark.django_db
def test_files_left_by_a_stop_half_way_are_removed_later(archived, folder, monkeypatch):
    (folder / "files" / "con-lai").write_text("bytes")
    monkeypatch.setattr("lienhiep.setup.actions.beginning.finish_clearing", lambda: False)
    begin_anew(**NEW)
    (folder / "files" / "moi").write_text("sent in by the new Union")

    assert finish_clearing()
    assert not finish_clearing()
    assert sorted(path.name for path in (folder / "files").iterdir()) == ["moi"]
    assert UnionIdentity.objects.get().setup_notes[BEGUN]["cleared"]


@pytest.mark.django_db
def test_a_weak_password_empties_nothing(archived):
    PersonFactory(full_name="Người Minh Hoạ")

    with pytest.raises(ValidationError) as refused:
        begin_anew(**{**NEW, "password": "1234567890"})

    assert "password" in refused.value.message_dict
    assert Person.objects.filter(full_name="Người Minh Hoạ").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("without", ["demonstration", "archive", "rest"])
def test_a_real_union_an_unarchived_one_and_one_at_work_are_not_emptied(archived, without):
    person = PersonFactory()
    if without == "demonstration":
        archived.is_demonstration = False
        archived.save()
    elif without == "archive":
        archived.setup_notes = {}
        archived.save()
    else:
        Job.objects.create(kind="x", title="x", state=JobState.RUNNING)

    with pytest.raises(ValidationError):
        begin_anew(**NEW)

    assert Person.objects.filter(pk=person.pk).exists()
