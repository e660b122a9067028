"""Pictures of the site: what is kept of one that is sent, its sizes, and how a page shows it."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from PIL import Image
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from lienhiep.accounts.choices import Role
from lienhiep.accounts.groups import ensure_role_groups
from lienhiep.core.models.library import SiteImage
from lienhiep.core.pictures.forms import SiteImageForm
from lienhiep.core.pictures.making import make_renditions, make_waiting
from lienhiep.core.pictures.mastering import LONGEST_SIDE, master_of
from lienhiep.core.pictures.showing import shown
from tests.factories.accounts import user_with
from tests.factories.pictures import photograph, site_picture


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


def kept(content: bytes, name="IMG_0001.JPG") -> Image.Image:
    return Image.open(io.BytesIO(master_of(io.BytesIO(content), name=name).content.read()))


@pytest.mark.parametrize("form", ["JPEG", "HEIF", "WEBP"])
def test_place_and_telephone_are_removed(form):
    picture = kept(photograph(form=form))

    assert not picture.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment"} & set(picture.info)


def test_a_picture_held_upright_is_turned():
    picture = kept(photograph(800, 600, orientation=6))

    assert picture.size == (600, 800)
    assert picture.getpixel((590, 10))[0] > 150, "the red corner is at the upper right now"


def test_a_large_picture_is_shrunk_and_a_small_one_is_not():
    assert kept(photograph(4032, 3024)).size == (LONGEST_SIDE, 1920)
    assert kept(photograph(320, 240)).size == (320, 240)


def test_clear_parts_stay_clear():
    out = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")

    assert kept(out.getvalue(), "dau.png").mode == "RGBA"


@pytest.mark.parametrize(
    "content",
    [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<html>", b"", photograph()[:900]],
    ids=["svg", "html", "empty", "cut off"],
)
def test_what_is_no_whole_picture_is_refused(content):
    with pytest.raises(ValidationError):
        master_of(io.BytesIO(content), name="anh.jpg")


def test_a_picture_that_would_fill_the_memory_is_refused():
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")

    with pytest.raises(ValidationError, match="80"):
        master_of(io.BytesIO(out.getvalue()), name="bom.png")


def test_the_name_of_the_file_tells_nothing_of_its_folder():
    assert master_of(io.BytesIO(photograph()), name="../../Ảnh đẹp.HEIC").content.name == (
        "anh-dep.jpg"
    )


@pytest.mark.django_db
def test_sizes_are_made_once_and_pages_ask_the_database_nothing(django_assert_num_queries):
    picture = site_picture(sent=photograph(2000, 1500))
    assert make_waiting() == 1
    assert make_waiting() == 0
    picture = SiteImage.objects.get(pk=picture.pk)

    with django_assert_num_queries(0):
        facts = shown(picture)

    assert (facts["width"], facts["height"]) == (960, 640)
    assert [one["type"] for one in facts["sources"]] == ["image/avif", "image/webp"]
    assert [part.split()[1] for part in facts["sources"][0]["srcset"].split(", ")] == [
        "320w",
        "640w",
        "960w",
        "1440w",
    ]


@pytest.mark.django_db
def test_a_small_picture_is_never_made_larger():
    picture = site_picture(sent=photograph(500, 500))
    make_renditions(picture)

    assert max(width for _form, width, _h, _name in picture.made["cut"]) == 500
    assert max(width for _form, width, _h, _name in picture.made["whole"]) == 500


@pytest.mark.django_db
def test_another_focal_point_asks_for_new_sizes():
    picture = site_picture()
    make_renditions(picture)

    picture.focal_point_x = picture.focal_point_y = 10
    picture.focal_point_width = picture.focal_point_height = 20
    picture.save()

    assert SiteImage.objects.get(made_for="") == picture


@pytest.mark.django_db
def test_before_its_sizes_are_made_a_picture_is_shown_in_one():
    assert shown(site_picture())["src"].endswith(".jpg")


@pytest.mark.django_db
@pytest.mark.parametrize("is_noted", [True, False])
def test_a_missing_file_breaks_no_page(is_noted):
    picture = site_picture()
    picture.file.storage.delete(picture.file.name)
    if is_noted:
        make_renditions(picture)

    assert shown(picture) is None
    page = Template("{% load pictures %}<p>{% picture anh %}</p>").render(Context({"anh": picture}))
    assert page.strip() == "<p></p>"


@pytest.mark.django_db
def test_the_first_picture_is_loaded_at_once_and_the_others_when_they_come_near():
    picture = site_picture()
    make_renditions(picture)
    template = Template('{% load pictures %}{% picture anh "whole" first=first %}')

    first = template.render(Context({"anh": picture, "first": True}))
    other = template.render(Context({"anh": picture, "first": False}))

    assert 'loading="lazy"' not in first
    assert 'loading="lazy"' in other
    assert 'width="800" height="600"' in other
    assert 'alt="Bốn em học sinh nhận giải"' in other


@pytest.mark.django_db
def test_mere_decoration_is_read_to_nobody():
    assert shown(site_picture(description="", is_decorative=True))["alt"] == ""


def form_for(**typed):
    file = SimpleUploadedFile("IMG_1.jpg", photograph(orientation=6), "image/jpeg")
    if (root := Collection.get_first_root_node()) is None:
        root = Collection.add_root(name="Kho chung")
    user = user_with(Role.EDITOR)
    ensure_role_groups()
    data = {"title": "Ảnh", "collection": root.pk, **typed}
    form = get_image_form(SiteImage)
    assert issubclass(form, SiteImageForm)
    return form(data, {"file": file}, user=user)


@pytest.mark.django_db
def test_a_picture_is_not_taken_without_words_that_stand_for_it():
    assert "description" in form_for().errors
    assert "description" not in form_for(description="Lễ trao giải").errors
    assert "description" not in form_for(is_decorative="on").errors


@pytest.mark.django_db
def test_a_picture_of_children_asks_for_the_consent_of_their_parents():
    typed = {"description": "Các em nhận giải", "shows_children": "on"}

    assert "children_purpose" in form_for(**typed).errors
    assert "children_purpose" not in form_for(**typed, children_purpose="Đưa tin").errors


@pytest.mark.django_db
def test_a_picture_sent_in_the_library_is_cleaned_as_well():
    form = form_for(description="Lễ trao giải")
    form.is_valid()

    with Image.open(form.cleaned_data["file"]) as picture:
        assert picture.size == (600, 800)
        assert not picture.getexif()
