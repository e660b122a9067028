"""The demonstration year, loaded once for the tests that walk through the whole house."""

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="package")
def demonstration(django_db_setup, django_db_blocker):
    """Load the demonstration for the tests of this folder, and take it back after them."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        call_command("demo", verbosity=0)
        sample_records()
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


def sample_records():
    """Add a row of what the demonstration has none of, so that something could leak there too."""
    from lienhiep.accounts.models import User
    from lienhiep.demo.people import address
    from lienhiep.directory.actions import merge_persons
    from lienhiep.imports.models import ImportBatch, ImportRow
    from tests.factories.accounts import ConsentFactory, DataRequestFactory
    from tests.factories.directory import PersonFactory
    from tests.factories.reports import StatementFactory, WordTemplateFactory
    from tests.sample.models import Club, Notice
    from tests.sample.papers.models import Paper
    from tests.sample.screens.models import Leaflet, Visit

    club = Club(name="Câu lạc bộ chỉ dành cho lãnh đạo")
    rows = [
        club,
        Notice(club=club, text="Thông báo chỉ dành cho lãnh đạo"),
        Paper(title="Tờ trình chỉ dành cho lãnh đạo"),
        Visit(name="Chuyến đi chỉ dành cho lãnh đạo", number=1),
        Leaflet(title="Tờ gấp chỉ dành cho lãnh đạo"),
    ]
    for row in rows:
        row.save()
    rows[-1].save_revision()
    batch = ImportBatch(sheet="persons", sent_by=User.objects.get(email=address("records_clerk")))
    batch.save()
    ImportRow.objects.create(batch=batch, number=2, cells={"full_name": "Người Trong Bảng Tính"})
    StatementFactory()
    WordTemplateFactory()
    ConsentFactory()
    DataRequestFactory()
    merge_persons(winner=PersonFactory(), loser=PersonFactory(), by=User.objects.first())
