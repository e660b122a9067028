"""Every change stands in one history, with who, when, from what to what, and why."""

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import F
from django.db.models.deletion import ProtectedError
from wagtail.log_actions import LogContext
from wagtail.models import ModelLogEntry

import lienhiep
from lienhiep.core.guarding import RecordKey
from lienhiep.core.history import (
    Recorded,
    UnrecordedChange,
    acting_user,
    entries_of,
    last_change,
    record_all,
    verb,
)
from lienhiep.core.models import SearchEntry
from tests.sample.models import Club, Member, Notice, Town

RECORDED = [model for model in apps.get_models() if issubclass(model, Recorded)]


@pytest.fixture
def clerk(db):
    return get_user_model().objects.create(email="an@example.vn", full_name="Lê An")


def changes(record, number=0):
    entry = entries_of(record)[number]
    return [(change.label, change.before, change.after) for change in entry.changes]


def actions(record):
    return [entry.log.action for entry in entries_of(record)]


# Saving


@pytest.mark.django_db
def test_a_new_record_stands_in_the_history_with_its_values():
    club = Club.objects.create(name="Hội A", founded=date(2022, 5, 1))

    assert actions(club) == ["wagtail.create"]
    assert ("Name", "—", "Hội A") in changes(club)
    assert ("Founded", "—", "01/05/2022") in changes(club)


@pytest.mark.django_db
def test_a_change_names_the_field_before_and_after():
    club = Club.objects.create(name="Hội A")

    club.name = "Hội B"
    club.kind = "sport"
    club.save()

    assert changes(club) == [("Name", "Hội A", "Hội B"), ("Kind", "Science", "Sport")]


@pytest.mark.django_db
def test_a_record_saved_as_it_was_leaves_no_entry():
    club = Club.objects.create(name="Hội A")

    Club.objects.get(pk=club.pk).save()

    assert len(entries_of(club)) == 1


@pytest.mark.django_db
def test_what_stood_in_the_database_counts_not_what_was_loaded():
    club = Club.objects.create(name="Hội A")
    stale = Club.objects.get(pk=club.pk)
    club.name = "Hội B"
    club.save()

    stale.name = "Hội C"
    stale.save()

    assert changes(club) == [("Name", "Hội B", "Hội C")]


@pytest.mark.django_db
def test_only_the_fields_written_stand_in_the_history():
    club = Club.objects.create(name="Hội A", text="a")
    club.name, club.text = "Hội B", "b"

    club.save(update_fields=["name"])

    assert changes(club) == [("Name", "Hội A", "Hội B")]


@pytest.mark.django_db
def test_a_computed_value_stands_there_as_what_it_came_to():
    club = Club.objects.create(name="Hội A", budget=Decimal("2.00"))

    club.budget = F("budget") + 1
    club.save()

    assert club.budget == Decimal("3.00")
    assert [change.after for change in last_change(club).changes] == ["3.00"]


@pytest.mark.django_db
def test_a_related_record_stands_there_by_its_name():
    town = Town.objects.create(name="Vinh")
    club = Club.objects.create(name="Hội A")

    club.town = town
    club.save()

    assert changes(club) == [("Town", "—", "Vinh")]


@pytest.mark.django_db
def test_a_change_that_is_undone_leaves_no_entry():
    club = Club.objects.create(name="Hội A")

    with transaction.atomic():
        club.name = "Hội B"
        club.save()
        transaction.set_rollback(True)

    assert len(entries_of(club)) == 1


@pytest.mark.django_db
def test_the_history_names_who_acts(clerk):
    with LogContext(user=clerk):
        club = Club.objects.create(name="Hội A")

    assert last_change(club).who == "Lê An"


# Parts of a record


@pytest.mark.django_db
def test_a_part_stands_in_the_history_of_its_owner():
    club = Club.objects.create(name="Hội A")

    member = Member.objects.create(club=club, name="Bình", fee=5)

    label, kind, changed = last_change(club).children[0]
    assert (label, kind) == ("Member «Bình»", "create")
    assert ("Fee", "—", "5") in [(change.label, change.before, change.after) for change in changed]
    assert entries_of(member) == []


# Acts


@pytest.mark.django_db
def test_an_act_is_one_entry_with_its_verb_reason_and_parts(clerk):
    club = Club.objects.create(name="Hội A")

    with verb("wagtail.publish", by=clerk, about=club, reason="Đủ điều kiện") as act:
        club.name = "Hội B"
        club.save()
        club.name = "Hội C"
        club.save()
        Member.objects.create(club=club, name="Bình")
        act.note(copies=3)

    entry = last_change(club)
    assert (entry.log.action, entry.who, entry.reason) == (
        "wagtail.publish",
        "Lê An",
        "Đủ điều kiện",
    )
    assert changes(club) == [("Name", "Hội A", "Hội C")]
    assert [child[0] for child in entry.children] == ["Member «Bình»"]
    assert entry.log.data["copies"] == 3
    assert len(entries_of(club)) == 2


@pytest.mark.django_db
def test_an_act_that_changes_no_field_is_an_entry_too(clerk):
    club = Club.objects.create(name="Hội A")

    with verb("wagtail.publish", by=clerk, about=club):
        pass

    assert actions(club) == ["wagtail.publish", "wagtail.create"]


@pytest.mark.django_db
def test_other_records_touched_point_to_the_act(clerk):
    club, town = Club.objects.create(name="Hội A"), Town.objects.create(name="Vinh")

    with verb("wagtail.publish", by=clerk, about=club):
        town.name = "Thành Vinh"
        town.save()

    entry = last_change(town)
    assert (entry.log.action, entry.log.data["verb"]) == ("wagtail.edit", "wagtail.publish")
    assert entry.log.uuid == last_change(club).log.uuid


@pytest.mark.django_db
def test_an_act_about_two_records_stands_in_the_history_of_both(clerk):
    club, town = Club.objects.create(name="Hội A"), Town.objects.create(name="Vinh")
    silent = Town.objects.create(name="Cửa Lò")

    with verb("wagtail.publish", by=clerk, about=club, reason="Trùng") as act:
        act.also_about(town)
        act.also_about(silent)
        town.name = "Thành Vinh"
        town.save()

    for record in (club, town, silent):
        entry = last_change(record)
        assert (entry.log.action, entry.reason) == ("wagtail.publish", "Trùng")
        assert entry.log.user == clerk
    assert [change.after for change in last_change(town).changes] == ["Thành Vinh"]


@pytest.mark.django_db
def test_a_failed_inner_act_is_about_nobody(clerk):
    club, town = Club.objects.create(name="Hội A"), Town.objects.create(name="Vinh")

    def fail():
        with verb("wagtail.unpublish", by=clerk) as inner:
            inner.also_about(town)
            raise RuntimeError

    with verb("wagtail.publish", by=clerk, about=club), pytest.raises(RuntimeError):
        fail()

    assert actions(town) == ["wagtail.create"]


@pytest.mark.django_db
def test_an_act_that_fails_leaves_nothing(clerk):
    club = Club.objects.create(name="Hội A")

    def fail():
        with verb("wagtail.publish", by=clerk, about=club):
            club.name = "Hội B"
            club.save()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    club.refresh_from_db()
    assert (club.name, actions(club)) == ("Hội A", ["wagtail.create"])


@pytest.mark.django_db
def test_an_act_inside_an_act_belongs_to_the_outer_one(clerk):
    club, town = Club.objects.create(name="Hội A"), Town.objects.create(name="Vinh")

    with (
        verb("wagtail.publish", by=clerk, about=club),
        verb("wagtail.unpublish", by=clerk) as inner,
    ):
        inner.about(town)
        town.name = "Thành Vinh"
        town.save()

    assert (actions(club)[0], actions(town)[0]) == ("wagtail.publish", "wagtail.edit")


@pytest.mark.django_db
def test_an_inner_act_that_fails_leaves_nothing_of_its_own(clerk):
    club, town = Club.objects.create(name="Hội A"), Town.objects.create(name="Vinh")

    def fail():
        with verb("wagtail.unpublish", by=clerk):
            town.name = "Thành Vinh"
            town.save()
            raise RuntimeError

    with verb("wagtail.publish", by=clerk, about=club), pytest.raises(RuntimeError):
        fail()

    town.refresh_from_db()
    assert (town.name, actions(town)) == ("Vinh", ["wagtail.create"])
    assert actions(club)[0] == "wagtail.publish"


@pytest.mark.django_db
def test_acting_user_is_who_does_the_act(clerk):
    assert acting_user() is None
    with verb("wagtail.publish", by=clerk, about=Club.objects.create(name="Hội A")):
        assert acting_user() == clerk


# Deleting


@pytest.mark.django_db
def test_a_deleted_record_leaves_its_last_values(clerk):
    club = Club.objects.create(name="Hội A")
    pk = club.pk

    with LogContext(user=clerk):
        club.delete()

    log = ModelLogEntry.objects.filter(object_id=str(pk), action="wagtail.delete").get()
    assert (log.label, log.deleted, log.user) == ("Hội A", True, clerk)
    assert log.data["changes"]["name"] == {"before": "Hội A", "after": None}


@pytest.mark.django_db
def test_a_deletion_inside_an_act_is_the_acts_entry(clerk):
    club = Club.objects.create(name="Hội A")
    pk = club.pk

    with verb("wagtail.unpublish", by=clerk, about=club, reason="Trùng"):
        club.delete()

    log = ModelLogEntry.objects.filter(object_id=str(pk)).first()
    assert (log.action, log.deleted, log.data["reason"]) == ("wagtail.unpublish", True, "Trùng")


@pytest.mark.django_db
def test_what_goes_with_a_record_is_written_down_too():
    club = Club.objects.create(name="Hội A", readers="anyone")
    Member.objects.create(club=club, name="Bình")
    notice = Notice.objects.create(club=club, text="Họp")
    notice_pk = notice.pk

    club.delete()

    log = ModelLogEntry.objects.filter(label="Hội A", action="wagtail.delete").get()
    assert [child["label"] for child in log.data["children"]] == ["Bình"]
    gone = ModelLogEntry.objects.filter(object_id=str(notice_pk), label="Họp").first()
    assert (gone.action, gone.deleted) == ("wagtail.delete", True)
    kept = {"content_type__app_label": "sample"}
    assert not RecordKey.objects.filter(**kept).exists()
    assert not SearchEntry.objects.filter(**kept).exists()


@pytest.mark.django_db
def test_what_loses_a_record_is_written_down_too():
    town = Town.objects.create(name="Vinh")
    club = Club.objects.create(name="Hội A", town=town)

    town.delete()

    club.refresh_from_db()
    assert club.town is None
    assert [(change.field, change.after) for change in last_change(club).changes] == [("town", "—")]


@pytest.mark.django_db
def test_a_deletion_that_is_refused_leaves_everything(monkeypatch):
    town = Town.objects.create(name="Vinh")
    club = Club.objects.create(name="Hội A", town=town, readers="anyone")
    monkeypatch.setattr(Club._meta.get_field("town").remote_field, "on_delete", models.PROTECT)

    with pytest.raises(ProtectedError):
        town.delete()

    assert actions(town) == ["wagtail.create"]
    assert SearchEntry.objects.filter(object_id=club.pk, kind="sample.club").count() == 1


@pytest.mark.django_db
def test_many_are_deleted_one_by_one():
    for name in "AB":
        Club.objects.create(name=name)

    total, by_model = Club.objects.all().delete()

    assert (total, by_model) == (2, {"sample.Club": 2})
    assert ModelLogEntry.objects.filter(action="wagtail.delete").count() == 2


# In bulk


@pytest.mark.django_db
@pytest.mark.parametrize("model", RECORDED, ids=lambda model: model._meta.label)
def test_no_record_can_be_changed_past_the_history(model):
    rows = model.objects.all()

    for change in (
        lambda: rows.update(pk=1),
        lambda: rows.bulk_update([], []),
        lambda: rows.bulk_create([]),
        lambda: model.objects.update(pk=1),
    ):
        with pytest.raises(UnrecordedChange):
            change()


FOLLOWS = {"accounts.User": {"groups", "user_permissions"}}
"""Links that follow from records which have a history: groups from the roles held."""


@pytest.mark.parametrize(
    "model",
    [model for model in RECORDED if not model.__module__.startswith("tests.")],
    ids=lambda model: model._meta.label,
)
def test_no_record_has_links_that_the_history_cannot_see(model):
    unseen = [
        field.name
        for field in model._meta.many_to_many
        if field.remote_field.through._meta.auto_created
        and field.name not in FOLLOWS.get(model._meta.label, ())
    ]

    assert unseen == []


@pytest.mark.django_db
def test_a_batch_is_one_entry_that_names_what_it_made(clerk):
    town = Town.objects.create(name="Vinh")

    with verb("wagtail.publish", by=clerk, about=town):
        made = record_all([Club(name="A", readers="anyone"), Club(name="B", readers="anyone")])

    assert last_change(town).log.data["created"] == {"sample.club": [club.pk for club in made]}
    assert [keys_of(club) for club in made] == [["anyone"], ["anyone"]]
    assert SearchEntry.objects.filter(kind="sample.club").count() == 2


@pytest.mark.django_db
def test_a_batch_leaves_the_same_rows_as_single_saves(clerk):
    Club.objects.create(name="A", readers="anyone role:officer")
    with verb("wagtail.publish", by=clerk):
        record_all([Club(name="A", readers="anyone role:officer")])

    one, other = Club.objects.order_by("pk")
    assert keys_of(one) == keys_of(other)
    assert one.history_values() == other.history_values()


def keys_of(club):
    kept = RecordKey.objects.filter(
        content_type=ContentType.objects.get_for_model(Club), object_id=club.pk
    )
    return sorted(kept.values_list("key", flat=True))


@pytest.mark.django_db
def test_a_batch_outside_an_act_is_refused():
    with pytest.raises(UnrecordedChange):
        record_all([Club(name="A")])


# The code itself

PASSING_BY = {
    # The places where rows are written past save(), each with its reason.
    "core/history/bulk.py": "the one way to store many records, inside an act",
    "core/notices.py": "a notice tells of an act that stands in the history itself",
    "desk/mailing.py": "that a letter went out is no change that somebody made",
}
WRITES = {"update", "bulk_create", "bulk_update", "aupdate", "abulk_create", "_raw_delete"}
NAMES = {model.__name__ for model in RECORDED}


def written_past_history(path):
    """Yield calls that write recorded rows without save(): through a class or a bare manager."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr not in WRITES:
            continue
        words = {n.attr for n in ast.walk(node.func) if isinstance(n, ast.Attribute)}
        names = {n.id for n in ast.walk(node.func) if isinstance(n, ast.Name)}
        if "_base_manager" in words or (names & NAMES and words & {"objects", "_default_manager"}):
            yield f"{path.name}:{node.lineno}"


def test_no_code_writes_records_past_the_history():
    root = Path(lienhiep.__file__).parent
    found = [
        place
        for path in sorted(root.rglob("*.py"))
        if "migrations" not in path.parts and str(path.relative_to(root)) not in PASSING_BY
        for place in written_past_history(path)
    ]

    assert found == []


def test_the_check_of_the_code_finds_what_it_looks_for(tmp_path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        "Club.objects.filter(pk=1).update(name='x')\n"
        "Club._base_manager.all().update(name='x')\n"
        "Job.objects.update(state='x')\n"
        "{}.update(a=1)\n"
    )

    assert list(written_past_history(wrong)) == ["wrong.py:1", "wrong.py:2"]
