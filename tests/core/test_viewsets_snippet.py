"""Records with drafts: the same door-keeper before every view, one history."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.models import ModelLogEntry

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.models import RecordKey
from tests.factories.accounts import user_with
from tests.sample.models import Club
from tests.sample.screens.models import Leaflet

pytestmark = pytest.mark.django_db

OFFICER = "role:officer"


@pytest.fixture
def officer():
    return user_with(Role.OFFICER, full_name="Trần Thị Cán Bộ")


@pytest.fixture
def leader():
    return user_with(Role.LEADER, full_name="Lê Văn Lãnh Đạo")


@pytest.fixture
def office(client, officer):
    client.force_login(officer)
    return client


def leaflet(**fields):
    row = Leaflet(**{"title": "Tờ gấp", "readers": OFFICER, "live": True} | fields)
    row.save()
    row.save_revision(clean=False).publish()
    return Leaflet.objects.get(pk=row.pk)


def url(name, *args):
    return reverse(f"wagtailsnippets_sample_screens_leaflet:{name}", args=args)


def page(response):
    return response.content.decode()


VIEWS_OF_A_ROW = [
    ("edit", ()),
    ("delete", ()),
    ("inspect", ()),
    ("history", ()),
    ("unpublish", ()),
    ("lock", ()),
    ("unlock", ()),
    ("preview_on_edit", ()),
    ("revisions_view", ("revision",)),
    ("revisions_revert", ("revision",)),
    ("revisions_unschedule", ("revision",)),
    ("revisions_compare", ("earliest", "latest")),
    ("workflow_history", ()),
    ("workflow_history_detail", (1,)),
    ("confirm_workflow_cancellation", ()),
    ("workflow_action", ("approve", 1)),
    ("collect_workflow_action_data", ("approve", 1)),
    ("workflow_preview", (1,)),
]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("name", "args"), VIEWS_OF_A_ROW)
def test_a_hidden_leaflet_does_not_exist_in_any_view(office, name, args, method):
    row = leaflet(title="Tờ gấp kín", readers="")
    args = [row.latest_revision_id if one == "revision" else one for one in args]

    response = getattr(office, method)(url(name, row.pk, *args))

    assert response.status_code == 404
    assert "Tờ gấp kín" not in page(response)


@pytest.mark.parametrize("name", ["unpublish", "lock", "unlock"])
def test_publishing_and_locking_are_verbs_of_their_own(office, name):
    row = leaflet()

    assert office.post(url(name, row.pk)).status_code == 403
    row.refresh_from_db()
    assert (row.live, row.locked) == (True, False)


def test_every_view_of_the_viewset_stands_behind_the_door_keeper():
    names = {pattern.name for pattern in Leaflet.snippet_viewset.get_urlpatterns()}

    assert names == {name for name, _args in VIEWS_OF_A_ROW} | {
        "list",
        "list_results",
        "add",
        "preview_on_add",
    }


def test_the_list_offers_no_ticks_and_hides_what_is_hidden(office):
    leaflet(title="Tờ gấp mở", secret="bí mật")
    leaflet(title="Tờ gấp kín", readers="")

    shown = page(office.get(url("list")))

    assert "Tờ gấp mở" in shown
    assert ("Tờ gấp kín" in shown, "bí mật" in shown) == (False, False)
    assert "bulk-action" not in shown


def test_the_page_over_all_snippets_counts_only_visible_rows(office):
    leaflet()
    leaflet(readers="")

    response = office.get(reverse("wagtailsnippets:index"))

    counts = {kind["name"]: kind["count"] for kind in response.context["object_list"]}
    assert counts[capfirst(Leaflet._meta.verbose_name_plural)] == 1


def test_the_chooser_of_snippets_names_visible_ones_only(office):
    seen, hidden = leaflet(title="Tờ gấp mở"), leaflet(title="Tờ gấp kín", readers="")
    chooser = "wagtailsnippetchoosers_sample_screens_leaflet"

    offered = page(office.get(reverse(f"{chooser}:choose_results")))
    chosen = json.loads(office.get(reverse(f"{chooser}:chosen", args=[seen.pk])).content)

    assert ("Tờ gấp mở" in offered, "Tờ gấp kín" in offered) == (True, False)
    assert chosen["result"]["string"] == "Tờ gấp mở"
    assert office.get(reverse(f"{chooser}:chosen", args=[hidden.pk])).status_code == 404


def test_a_new_leaflet_is_a_draft_with_one_entry(office, officer):
    response = office.post(url("add"), {"title": "Tờ gấp mới", "readers": OFFICER})

    row = Leaflet.objects.get()
    assert response.url == url("edit", row.pk)
    assert row.live is False
    assert [(entry.who, entry.log.action) for entry in entries_of(row)] == [
        (officer.full_name, "wagtail.create")
    ]


def test_the_form_of_a_draft_leads_to_the_page_on_which_it_is_published(office):
    row = leaflet()

    form = BeautifulSoup(page(office.get(url("edit", row.pk))), "html.parser")

    leading = [one.get_text(strip=True) for one in form.select("a.w-header-button")]
    assert leading == ["Hồ sơ"]
    assert form.select_one("a.w-header-button")["href"] == url("inspect", row.pk)


def test_a_draft_of_a_live_leaflet_is_in_the_history_and_nowhere_else(office, officer):
    row = leaflet()

    office.post(url("edit", row.pk), {"title": "Bản nháp", "readers": "role:editor"})

    row.refresh_from_db()
    newest = entries_of(row)[0]
    keys = RecordKey.objects.filter(object_id=row.pk, content_type__model="leaflet")
    assert (row.title, row.has_unpublished_changes) == ("Tờ gấp", True)
    assert (newest.who, newest.log.data["draft"]) == (officer.full_name, True)
    assert {(one.field, one.before, one.after) for one in newest.changes} == {
        ("title", "Tờ gấp", "Bản nháp"),
        ("readers", OFFICER, "role:editor"),
    }
    assert [one.key for one in keys] == [OFFICER]


def test_who_only_reads_what_is_published_reads_no_draft(office, client):
    row = leaflet(readers=f"{OFFICER} role:editor")
    office.post(url("edit", row.pk), {"title": "Bản nháp kín", "readers": row.readers})
    row.refresh_from_db()
    draft = row.latest_revision_id
    office.get(url("list"))  # which says that it was saved
    client.force_login(user_with(Role.EDITOR))

    history = page(client.get(url("history", row.pk)))
    inspected = page(client.get(url("inspect", row.pk)))

    assert client.get(url("revisions_view", row.pk, draft)).status_code == 403
    assert ("Tờ gấp" in inspected, "Bản nháp kín" in history + inspected) == (True, False)


def test_publishing_is_refused_to_whoever_may_only_write(office):
    row = leaflet()

    office.post(
        url("edit", row.pk), {"title": "Đăng luôn", "readers": OFFICER, "action-publish": "1"}
    )

    row.refresh_from_db()
    assert row.title == "Tờ gấp"


def test_publishing_writes_what_was_and_is(client, leader):
    row = leaflet()
    client.force_login(leader)

    client.post(
        url("edit", row.pk),
        {"title": "Đã đăng", "secret": "", "readers": OFFICER, "action-publish": "1"},
    )

    row.refresh_from_db()
    changes = [
        (change.field, change.before, change.after)
        for entry in entries_of(row)
        for change in entry.changes
        if not entry.log.data.get("draft") and entry.log.action != "wagtail.create"
    ]
    assert row.title == "Đã đăng"
    assert ("title", "Tờ gấp", "Đã đăng") in changes
    assert "wagtail.publish" in {entry.log.action for entry in entries_of(row)}


def test_a_draft_shows_no_name_of_a_hidden_record_typed_by_hand(office):
    row = leaflet()
    club = Club(name="Câu lạc bộ kín")
    club.save()
    typed = {"title": "Thử", "readers": OFFICER, "club": str(club.pk)}

    answer = json.loads(office.post(url("preview_on_edit", row.pk), typed).content)
    shown = page(office.get(url("preview_on_edit", row.pk)))

    assert answer["is_valid"] is False
    assert "Câu lạc bộ kín" not in shown


def test_the_comparison_of_two_states_leaves_hidden_fields_out(office):
    row = leaflet(secret="bí mật một")
    row.secret, row.title = "bí mật hai", "Tên hai"
    row.save_revision()

    shown = page(office.get(url("revisions_compare", row.pk, "earliest", "latest")))

    assert "Tên" in shown
    assert "bí mật" not in shown


def test_an_older_editor_is_told_of_a_newer_draft(office, leader, client):
    row = leaflet()
    seen = office.get(url("edit", row.pk)).context["row_version"]
    client.force_login(leader)
    client.post(url("edit", row.pk), {"title": "Của lãnh đạo", "readers": OFFICER})
    entries = ModelLogEntry.objects.filter(object_id=row.pk).count()

    response = client.post(
        url("edit", row.pk), {"title": "Muộn", "readers": OFFICER, "_version": seen}
    )

    assert "Lê Văn Lãnh Đạo" in response.context["form"].non_field_errors()[0]
    assert ModelLogEntry.objects.filter(object_id=row.pk).count() == entries
