"""Whoever has no right to a record meets it in no view of the back office."""

import csv
import io
import re

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import NoReverseMatch, reverse

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import principals
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import row_viewsets

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

LONG_ENOUGH = 12
"""Shorter names stand on pages by chance."""

VERBS_OF_CHANGE = ("add", "edit", "delete", "copy")


def guarded_models():
    return [model for model in apps.get_models() if issubclass(model, Guarded)]


def viewsets():
    from wagtail.admin import urls  # noqa: F401  (registers every viewset)

    return row_viewsets()


def one_view_each():
    return [
        pytest.param(viewset, pattern, id=f"{viewset.model._meta.label_lower}:{pattern.name}")
        for viewset in viewsets()
        for pattern in viewset.get_urlpatterns()
    ]


@pytest.fixture
def stranger(db):
    """Somebody who enters the back office but holds no role."""
    user = get_user_model().objects.create_user(
        "stranger@lienhiep.example", "a-long-password", full_name="Người Lạ"
    )
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def make_superuser(user):
    user.is_superuser = True
    user.save()
    user.__dict__.pop("_principals", None)


def hidden_row(model, user):
    """Return a row that this person may not see, or None where they may see them all."""
    return model.objects.exclude(pk__in=model.objects.visible_to(user).values("pk")).first()


PARTS_OF_ADDRESSES = {
    "action_name": "approve",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
}


def address(viewset, pattern, row):
    parts = pattern.pattern.regex.groupindex
    given = {part: PARTS_OF_ADDRESSES.get(part, 1) for part in parts}
    if "pk" in given:
        given["pk"] = row.pk
    return reverse(viewset.get_url_name(pattern.name), kwargs=given)


@pytest.mark.parametrize("model", guarded_models(), ids=lambda model: model._meta.label_lower)
def test_every_kind_of_guarded_record_has_a_policy(model):
    assert policy_of(model).model is model


@pytest.mark.parametrize("model", guarded_models(), ids=lambda model: model._meta.label_lower)
def test_can_view_and_visible_to_agree_for_every_account(model):
    rows = list(model.objects.all()[:400])
    policy = policy_of(model)

    for user in get_user_model().objects.all():
        visible = set(
            model.objects.filter(pk__in=[row.pk for row in rows])
            .visible_to(user)
            .values_list("pk", flat=True)
        )

        assert {row.pk for row in rows if policy.can_view(user, row)} == visible


@pytest.mark.parametrize("model", guarded_models(), ids=lambda model: model._meta.label_lower)
def test_a_superuser_sees_no_more_records_than_the_roles_say(model, stranger):
    before = model.objects.visible_to(stranger).count()
    make_superuser(stranger)

    assert model.objects.visible_to(stranger).count() == before


def is_about_a_row(pattern):
    return "pk" in pattern.pattern.regex.groupindex


def names(page, row, viewset):
    """Return whether a page names a row or leads to it."""
    if len(str(row)) > LONG_ENOUGH and str(row) in page:
        return True
    has_page = hasattr(viewset, "index_view_class")
    return has_page and f'{reverse(viewset.get_url_name("inspect"), args=[row.pk])}"' in page


@pytest.mark.parametrize(("viewset", "pattern"), one_view_each())
def test_a_stranger_and_a_superuser_meet_no_hidden_record_in_any_view(
    client, stranger, viewset, pattern
):
    if not viewset.model.objects.exists():
        pytest.fail(f"The demonstration has no {viewset.model.__name__}; nothing could leak.")
    hidden = hidden_row(viewset.model, stranger)
    url = address(viewset, pattern, hidden or viewset.model.objects.first())
    client.force_login(stranger)

    answers = [client.get(url), client.post(url)]
    make_superuser(stranger)
    answers += [client.get(url), client.post(url)]

    for response in answers:
        if hidden is None:
            is_change = pattern.name in VERBS_OF_CHANGE or pattern.name.startswith("do_")
            assert response.status_code == 403 or not is_change
            continue
        if is_about_a_row(pattern):
            assert response.status_code in (403, 404)
        assert response.streaming or not names(response.content.decode(), hidden, viewset)


@pytest.mark.parametrize("viewset", viewsets(), ids=lambda one: one.model._meta.label_lower)
def test_nobody_signed_out_enters_a_view(client, viewset):
    row = viewset.model.objects.first()

    for pattern in viewset.get_urlpatterns():
        response = client.get(address(viewset, pattern, row))

        assert response.status_code == 302
        assert "/tai-khoan/" in response.url


@pytest.mark.parametrize(
    "viewset",
    [one for one in viewsets() if hasattr(one, "index_view_class")],
    ids=lambda one: one.model._meta.label_lower,
)
def test_an_export_holds_visible_rows_only(client, stranger, viewset):
    client.force_login(stranger)
    url = reverse(viewset.get_url_name(viewset.list_view_name))

    response = client.get(url, {"export": "csv"})

    if response.status_code == 200 and response.streaming:
        lines = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
        # A list of one part of the records says which.
        part = getattr(viewset.index_view_class, "narrowed_to", {})
        visible = viewset.model.objects.visible_to(stranger).filter(**part)
        assert len(lines) - 1 == visible.count()
    else:
        # Refused, or a list that is not exported at all.
        assert response.status_code == 403 or not getattr(viewset, "list_export", None)


SITE_WIDE = [
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:site_history_results",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:aging_pages",
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_pages:search",
    "wagtailadmin_home",
    "wagtailsnippets:index",
]


@pytest.mark.parametrize("name", SITE_WIDE)
@pytest.mark.parametrize("as_superuser", [False, True])
def test_views_over_the_whole_site_name_no_hidden_record(client, stranger, name, as_superuser):
    if as_superuser:
        make_superuser(stranger)
    client.force_login(stranger)
    try:
        url = reverse(name)
    except NoReverseMatch:
        pytest.skip("Wagtail has no such view any more.")

    response = client.get(url, {"q": "a"})
    page = response.content.decode()

    for model in guarded_models():
        for row in model.objects.exclude(pk__in=model.objects.visible_to(stranger).values("pk"))[
            :20
        ]:
            words = str(row)
            if words.casefold() == model._meta.verbose_name.casefold():
                continue  # it names the kind, of which there is one; it tells nothing
            assert len(words) <= LONG_ENOUGH or not re.search(re.escape(words), page)


def test_ticks_in_a_list_cannot_act_on_records(client, stranger):
    make_superuser(stranger)
    client.force_login(stranger)

    for model in guarded_models():
        url = f"/quan-tri/bulk/{model._meta.app_label}/{model._meta.model_name}/delete/"

        assert client.get(url, {"id": "1"}).status_code == 404


def test_a_stranger_holds_no_key_of_a_role(stranger):
    held = principals(stranger)

    assert held == {"anyone", "signed-in", f"user:{stranger.pk}"}


def test_a_stranger_cannot_ask_who_else_is_at_a_hidden_record(client, stranger):
    make_superuser(stranger)
    client.force_login(stranger)

    for model in guarded_models():
        row = hidden_row(model, stranger)
        if row is not None:
            opts = model._meta
            url = reverse(
                "wagtailadmin_editing_sessions:ping",
                args=[opts.app_label, opts.model_name, row.pk, 1],
            )

            assert client.post(url).status_code == 404
