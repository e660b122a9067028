"""The logo is for everybody; seal and signature are for nobody."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.files.of_the_union import LOGO, SEAL
from lienhiep.core.files.serving import answer_with
from lienhiep.core.models import RecordFile, UnionIdentity
from lienhiep.setup.actions import put_picture, remove_picture
from lienhiep.setup.actions.pictures import MUCH_MARGIN, margin_of
from tests.factories.accounts import user_with
from tests.setup.test_steps import DRAWING, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def seal(union, administrator):
    upload = SimpleUploadedFile("con-dau.png", picture())
    return put_picture(kind="seal", upload=upload, by=administrator)


def put(kind, name, data, by):
    return put_picture(kind=kind, upload=SimpleUploadedFile(name, data), by=by)


def addresses(file):
    """Return every address at which somebody might look for a file."""
    stored = file.content.name
    return [
        file.url,
        reverse("core:logo", args=[f"{file.sha256[:16]}.png"]),
        *(f"{base}{stored}" for base in ("/media/", "/static/", "/files/", "/tep/", "/tai-lieu/")),
        f"/media/../files/{stored}",
        f"/media/images/..%2f..%2ffiles%2f{stored}",
        f"/media/images/{file.name}",
        f"/quan-tri/documents/{file.pk}/",
        f"/quan-tri/images/{file.pk}/",
    ]


@pytest.mark.parametrize(
    "role", [None, Role.ADMINISTRATOR, Role.LEADER, Role.OFFICE_MANAGER, Role.CONTESTANT]
)
def test_no_address_hands_out_the_seal(client, seal, role):
    if role:
        client.force_login(user_with(role))

    for address in addresses(seal):
        response = client.get(address, follow=True)
        body = b"".join(response) if response.streaming else response.content
        assert seal.read() not in body
        assert not response.headers["Content-Type"].startswith("image/")


def test_not_even_who_sent_the_seal_in_or_a_superuser_opens_it(client, seal, administrator):
    administrator.is_superuser = True
    administrator.save()
    client.force_login(administrator)

    assert client.get(seal.url).status_code == 404
    assert not seal.may_read(administrator)
    assert seal not in RecordFile.objects.visible_to(administrator)


def test_a_seal_that_is_still_pending_is_not_handed_out_either(administrator, union):
    pending = RecordFile(
        name="con-dau.png", size=1, sha256="0" * 64, use=SEAL.code, uploaded_by=administrator
    )

    assert not pending.may_read(administrator)


def test_serving_refuses_a_sealed_file_whatever_the_caller_believes(rf, seal):
    with pytest.raises(FileNotFoundError):
        answer_with(rf.get("/"), seal)
    with override_settings(FILES_ACCEL_PREFIX="/kin/"), pytest.raises(FileNotFoundError):
        answer_with(rf.get("/"), seal)


def test_the_seal_stands_on_no_page(manager, seal):
    pages = [
        reverse("setup_pictures"),
        reverse("core_unionidentity:inspect", args=[1]),
        reverse("core_unionidentity:edit", args=[1]),
        reverse("core_unionidentity:history", args=[1]),
        "/",
    ]
    for page in pages:
        body = manager.get(page).content.decode()
        assert seal.url not in body
        assert str(seal.uuid) not in body
        assert seal.content.name not in body
    shown = manager.get(pages[0]).content.decode()
    assert "con-dau.png" in shown
    assert seal.sha256 in shown
    assert "<img" not in shown.split('id="lh-seal"')[1].split("</section>")[0]


def test_the_seal_lies_outside_what_is_served(seal):
    kept = Path(seal.content.path)

    assert kept.exists()
    assert not kept.is_relative_to(settings.MEDIA_ROOT)
    assert not kept.is_relative_to(settings.STATIC_ROOT)
    assert "con-dau" not in str(kept)


def test_a_seal_that_is_replaced_or_removed_is_destroyed(
    seal, administrator, django_capture_on_commit_callbacks
):
    first = Path(seal.content.path)
    with django_capture_on_commit_callbacks(execute=True):
        newer = put("seal", "moi.png", picture(inside=(40, 40, 360, 360)), administrator)
    assert not first.exists()
    with django_capture_on_commit_callbacks(execute=True):
        remove_picture(kind="seal", by=administrator)

    assert not Path(newer.content.path).exists()
    assert UnionIdentity.objects.get().seal is None


def test_the_logo_is_handed_out_to_everybody_and_kept_by_browsers(client, union, administrator):
    put("logo", "bieu-trung.svg", DRAWING, administrator)
    address = UnionIdentity.objects.get().logo_url

    response = client.get(address)

    assert response.content == DRAWING
    assert response["Content-Type"] == "image/svg+xml"
    assert "immutable" in response["Cache-Control"]
    assert "sandbox" in response["Content-Security-Policy"]
    assert client.get(address.replace(".svg", ".png")).status_code == 404


SVG = b'<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'


@pytest.mark.parametrize(
    "evil",
    [
        SVG % b"<script>alert(1)</script>",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><path d="M0 0"/></svg>',
        SVG % b'<a href="javascript:alert(1)"><path d=""/></a>',
        SVG % b'<image href="https://elsewhere.example/a.png"/>',
        SVG % b"<style>@import url(//elsewhere.example)</style>",
        SVG % b"<foreignObject><p>x</p></foreignObject>",
        SVG % b'<use href="https://elsewhere.example/#a"/>',
        SVG % b'<set attributeName="href" to="javascript:1"/>',
        SVG % b'<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>',
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG % b"&a;",
        b'<?xml-stylesheet href="//elsewhere.example/a.css"?>' + SVG % b'<path d="M0 0"/>',
        b"<html><body>x</body></html>",
        b"<svg",
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(union, administrator, evil):
    with pytest.raises(ValidationError):
        put("logo", "bieu-trung.svg", evil, administrator)

    assert UnionIdentity.objects.get().logo is None


def test_what_drawing_programs_note_for_themselves_is_taken(union, administrator):
    noted = (
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" '
        b'xmlns:sodipodi="http://sodipodi.example" viewBox="0 0 9 9">'
        b"<!-- made by hand --><sodipodi:namedview/>"
        b'<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>'
        b'<path fill="url(#a)" d="M0 0h9v9z"/></svg>'
    )

    assert put("logo", "a.svg", noted, administrator).use == LOGO.code


@pytest.mark.parametrize(
    ("kind", "name", "data"),
    [
        ("logo", "nho.png", picture((40, 40), inside=(2, 2, 38, 38))),
        ("logo", "dai.png", picture((1400, 100), inside=(2, 2, 1300, 90))),
        ("logo", "anh.png", b"not a picture"),
        ("logo", "anh.jpg", b"\xff\xd8\xff"),
        ("seal", "con-dau.svg", DRAWING),
        ("seal", "nho.png", picture((120, 120), inside=(2, 2, 110, 110))),
    ],
)
def test_a_picture_that_does_not_fit_is_refused_at_its_field(manager, union, kind, name, data):
    sent = SimpleUploadedFile(name, data)

    response = manager.post(reverse("setup_pictures"), {"put": kind, f"{kind}-picture": sent})

    place = next(one for one in response.context["places"] if one["kind"] == kind)
    assert place["form"].errors["picture"]
    assert not RecordFile.objects.exists()


def test_a_logo_with_much_margin_is_pointed_out():
    narrow = SimpleUploadedFile("a.png", picture())
    wide = SimpleUploadedFile("a.png", picture(inside=(150, 150, 250, 250)))

    assert margin_of(narrow) < MUCH_MARGIN
    assert margin_of(wide) > MUCH_MARGIN
