"""The first hour from the first page to “Ready”, and who may not walk it."""

import io

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, ImageDraw

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.associations.models import Membership
from lienhiep.core.history import entries_of
from lienhiep.core.models import UnionIdentity
from lienhiep.core.period import today
from lienhiep.core.site_sections import site_sections
from lienhiep.directory.querysets import provinces_on
from lienhiep.imports.models import ImportBatch
from lienhiep.office.models import RegisterBook
from lienhiep.portal.models import StandardPage
from lienhiep.setup.steps import DONE, LEFT, OPEN, STEPS, standings
from lienhiep.visits.models import DailyTally
from tests.factories.accounts import user_with
from tests.imports.conftest import workbook

pytestmark = pytest.mark.django_db

PAGES = ["setup_overview", "setup_begin", *(f"setup_{step.code}" for step in STEPS)]
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    b'<circle cx="5" cy="5" r="4"/></svg>'
)


def names(**other):
    province = next(unit for unit in provinces_on(today()) if unit.name == "Quảng Trị")
    return {
        "name": "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Trị",
        "short_name": "Liên hiệp Hội Quảng Trị",
        "symbol": "LHH",
        "superior": "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam",
        "province_code": province.code,
        "place": "",
        "address": "Phường Nam Đông Hà",
        "phone": "0233 000 0000",
        "email": "vanphong@quangtri.example",
        **other,
    }


def rows(*filled):
    """Return a form of rows as a browser sends it, with an empty row at the end."""
    data = {"rows-TOTAL_FORMS": str(len(filled) + 1), "rows-INITIAL_FORMS": "0"}
    for place, row in enumerate(filled):
        data |= {f"rows-{place}-{field}": value for field, value in row.items()}
    return data


def menu_form(**other):
    data = {}
    for place, section in enumerate(site_sections(), start=1):
        data[f"part-{section.code}-order"] = str(place)
        data[f"part-{section.code}-shown"] = "on"
    for slug in ("gioi-thieu", "lien-he", "dieu-le"):
        data |= {f"page-{slug}-text": "", f"page-{slug}-what": "leave"}
    return data | other


def picture(size=(400, 400), *, inside=(20, 20, 380, 380)):
    out = io.BytesIO()
    drawn = Image.new("RGBA", size)
    ImageDraw.Draw(drawn).ellipse(inside, fill=(180, 0, 0, 255))
    drawn.save(out, "PNG")
    return out.getvalue()


def is_refused(response):
    """Whether a page was not opened: refused, or led to the sign-in or the home (by Wagtail)."""
    elsewhere = ("/quan-tri/", "/vao/")
    return response.status_code == 403 or (
        response.status_code == 302
        and (response.url in elsewhere or response.url.startswith("/tai-khoan/"))
    )


def errors_of(response):
    return [str(error) for form in response.context["rows"] for error in form.errors.values()]


def states():
    return [one.state for one in standings(UnionIdentity.objects.first())]


def test_the_whole_first_hour(manager, union, folder):
    assert states() == [OPEN] * len(STEPS)

    answer = manager.post(reverse("setup_names"), names())
    assert answer.url == reverse("setup_pictures")
    logo = SimpleUploadedFile("bieu-trung.svg", DRAWING)
    manager.post(reverse("setup_pictures"), {"put": "logo", "logo-picture": logo})
    hoi = {"name": "Hội Làm vườn", "since": "26/07/2019", "founded_on": "", "email": ""}
    answer = manager.post(reverse("setup_associations"), rows(hoi))
    assert answer.url == reverse("setup_staff")
    person = {"full_name": "Lê Văn Thư", "email": "thu@quangtri.example", "role": "records_clerk"}
    answer = manager.post(reverse("setup_staff"), rows(person))
    assert answer.url == reverse("setup_menu")
    text = "Văn phòng mở cửa mỗi ngày.\n\nMời vào."
    pages = {"page-lien-he-text": text, "page-lien-he-what": "publish"}
    answer = manager.post(reverse("setup_menu"), menu_form(**pages))
    assert answer.url == reverse("setup_footer")
    footer = {"site_kind": "own", "responsible_person": "Nguyễn Văn Chủ, Chủ tịch"}
    answer = manager.post(reverse("setup_footer"), footer)
    assert answer.url == reverse("setup_numbers")
    book = RegisterBook.objects.filter(runs_by="year").first()
    numbers = {
        "opening-day": "31/12/2025",
        "opening-visits": "120000",
        f"register-{book.pk}-last": "41",
    }
    answer = manager.post(reverse("setup_numbers"), numbers)
    assert answer.url == reverse("setup_overview")

    assert states() == [DONE] * len(STEPS)
    shown = manager.get(reverse("setup_overview"))
    assert shown.context["is_ready"]
    fresh = UnionIdentity.objects.get()
    assert fresh.place == "Quảng Trị"
    assert "Nguyễn Văn Chủ, Chủ tịch" in fresh.legal_footer
    assert Membership.objects.get().organisation.name == "Hội Làm vườn"
    assert [letter.to for letter in mail.outbox] == [["thu@quangtri.example"]]
    assert StandardPage.objects.get().body == "<p>Văn phòng mở cửa mỗi ngày.</p>\n<p>Mời vào.</p>"
    assert DailyTally.objects.openings().get().visits == 120_000
    site = manager.get("/").content.decode()
    assert fresh.logo_url in site
    assert "Nguyễn Văn Chủ, Chủ tịch" in site
    assert "setup.set_footer" in {entry.log.action for entry in entries_of(fresh)}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_but_the_administrator_opens_a_page(client, union, page, role):
    client.force_login(user_with(role))

    for response in (client.get(reverse(page)), client.post(reverse(page))):
        assert is_refused(response)


@pytest.mark.parametrize("page", PAGES)
def test_strangers_and_superusers_without_the_role_open_no_page(client, union, page):
    assert is_refused(client.get(reverse(page)))
    keeper = User.objects.create_superuser("cai-dat@lienhiep.example", "x", full_name="C")
    client.force_login(keeper)

    assert is_refused(client.get(reverse(page)))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_every_page_opens_empty_and_keeps_what_was_typed_wrong(manager, union, step):
    assert manager.get(step.url).status_code == 200

    assert manager.post(step.url, {"nonsense": "1"}).status_code in (200, 302)


def test_before_the_union_has_a_name_every_step_leads_to_the_first(manager, reference):
    assert manager.get(reverse("setup_staff")).url == reverse("setup_names")
    assert manager.get(reverse("setup_names")).status_code == 200
    assert manager.get(reverse("setup_overview")).status_code == 200


def test_mistakes_in_the_names_stand_at_their_fields(manager, union):
    response = manager.post(reverse("setup_names"), names(email="khong-phai-thu", name=""))

    assert set(response.context["form"].errors) == {"email", "name"}
    assert "Phường Nam Đông Hà" in response.content.decode()
    assert UnionIdentity.objects.get().name == "Liên hiệp Hội Thử"


def test_a_preview_records_nothing(manager, union):
    response = manager.post(reverse("setup_names"), names(preview="1"))

    assert "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH QUẢNG TRỊ" in response.content.decode()
    assert UnionIdentity.objects.get().name == "Liên hiệp Hội Thử"


def test_one_wrong_row_of_associations_records_none(manager, union):
    good = {"name": "Hội Làm vườn", "since": "26/07/2019"}
    wrong = {"name": "Hội Y học", "since": ""}

    response = manager.post(reverse("setup_associations"), rows(good, wrong))

    assert not Membership.objects.exists()
    assert len(errors_of(response)) == 1
    assert 'value="Hội Làm vườn"' in response.content.decode()


def test_an_association_that_is_a_member_already_is_refused_in_its_row(manager, union):
    row = {"name": "Hội Làm vườn", "since": "26/07/2019"}
    manager.post(reverse("setup_associations"), rows(row))

    response = manager.post(reverse("setup_associations"), rows(row))

    assert Membership.objects.count() == 1
    assert len(errors_of(response)) == 1


def test_more_rows_keep_what_was_typed_and_refuse_nothing(manager, union):
    typed = rows({"name": "Hội Làm vườn"}) | {"more": "1"}

    response = manager.post(reverse("setup_associations"), typed)

    assert len(response.context["rows"].forms) == 7
    assert 'value="Hội Làm vườn"' in response.content.decode()
    assert not Membership.objects.exists()


def test_an_administrator_who_keeps_no_registers_enters_no_associations(client, union):
    client.force_login(user_with(Role.ADMINISTRATOR))

    client.post(
        reverse("setup_associations"), rows({"name": "Hội Làm vườn", "since": "26/07/2019"})
    )

    assert not Membership.objects.exists()
    page = client.get(reverse("setup_associations")).content.decode()
    assert reverse("setup_staff") in page


def test_a_spreadsheet_with_a_mistake_names_it_row_by_row(manager, union, folder):
    sheet = workbook(
        ["Tên hội", "Ngày kết nạp"], ["Hội Làm vườn", "26/07/2019"], ["Hội Y học", "ngày nào"]
    )
    sent = SimpleUploadedFile("hoi.xlsx", sheet)

    manager.post(reverse("imports_importbatch:add"), {"sheet": "associations", "file": sent})

    batch = ImportBatch.objects.get()
    assert [row.outcome for row in batch.rows.order_by("number")] == ["ready", "wrong"]
    assert str(batch) in manager.get(reverse("setup_associations")).content.decode()


def test_of_people_invited_at_once_all_come_or_none(manager, union):
    good = {"full_name": "Lê Văn Thư", "email": "thu@quangtri.example", "role": "officer"}
    twice = {**good, "full_name": "Người Trùng Thư"}

    response = manager.post(reverse("setup_staff"), rows(good, twice))

    assert not User.objects.filter(email="thu@quangtri.example").exists()
    assert len(errors_of(response)) == 1


def test_somebody_without_mail_gets_a_code_to_print(manager, union):
    row = {"full_name": "Lê Văn Thư", "phone": "0912 345 678", "role": "officer"}

    answer = manager.post(reverse("setup_staff"), rows(row))

    assert answer.url == reverse("setup_staff")
    user = User.objects.get(phone="+84912345678")
    code = reverse("accounts_users:do_print_code", args=[user.pk])
    assert code in manager.get(answer.url).content.decode()


def test_the_menu_follows_the_order_that_was_set(manager, union):
    first, second = site_sections()[:2]
    form = menu_form(**{f"part-{second.code}-order": "1", f"part-{first.code}-order": "2"})
    del form[f"part-{first.code}-shown"]

    manager.post(reverse("setup_menu"), form)

    changed = site_sections()
    assert [section.code for section in changed[:2]] == [second.code, first.code]
    assert [section.in_menu for section in changed[:2]] == [True, False]


def test_a_menu_without_parts_is_refused(manager, union):
    form = {name: value for name, value in menu_form().items() if not name.endswith("-shown")}

    response = manager.post(reverse("setup_menu"), form)

    assert response.context["problems"]
    assert UnionIdentity.objects.get().menu == []


def test_a_page_with_places_to_fill_in_is_not_published(manager, union):
    form = menu_form(**{"page-dieu-le-text": "Điều lệ [tên]", "page-dieu-le-what": "publish"})

    response = manager.post(reverse("setup_menu"), form)

    assert "[tên]" in response.content.decode()
    assert not StandardPage.objects.exists()


def test_a_draft_of_a_page_is_not_shown_to_readers(manager, client, union):
    form = menu_form(**{"page-dieu-le-text": "Điều lệ [tên]", "page-dieu-le-what": "draft"})
    manager.post(reverse("setup_menu"), form)

    page = StandardPage.objects.get()

    assert (page.live, page.latest_revision is not None) == (False, True)
    assert client.get("/dieu-le/").status_code == 404


def test_an_aggregated_site_bears_its_licence(manager, union):
    facts = {"site_kind": "aggregated", "responsible_person": "Nguyễn Văn Chủ"}

    refused = manager.post(reverse("setup_footer"), facts)
    licence = {
        "licence_number": "12/GP-TTĐT",
        "licence_date": "05/03/2026",
        "licence_authority": "Sở Văn hóa, Thể thao và Du lịch",
    }
    manager.post(reverse("setup_footer"), facts | licence)

    wanted = {"licence_number", "licence_date", "licence_authority"}
    assert set(refused.context["form"].errors) == wanted
    footer = UnionIdentity.objects.get().legal_footer
    assert "12/GP-TTĐT" in footer
    assert "05/03/2026" in footer


def test_a_register_that_has_given_a_number_is_not_set_again(manager, union):
    book = RegisterBook.objects.filter(runs_by="year").first()
    field = f"register-{book.pk}-last"
    manager.post(reverse("setup_numbers"), {field: "41"})
    manager.post(reverse("setup_numbers"), {field: "43"})
    page = manager.get(reverse("setup_numbers"))

    shown = next(one for one in page.context["registers"] if one["register"] == book)
    assert (shown["last"], shown["is_begun"]) == (43, False)


def test_a_balance_without_its_day_is_refused_and_nothing_is_recorded(manager, union):
    book = RegisterBook.objects.filter(runs_by="year").first()
    data = {"opening-visits": "100", f"register-{book.pk}-last": "41"}

    response = manager.post(reverse("setup_numbers"), data)

    assert set(response.context["opening"].errors) == {"day"}
    assert states()[-1] == OPEN


def test_a_step_is_left_out_with_a_reason_and_taken_up_again(manager, union):
    address = reverse("setup_leave_out", args=["pictures"])

    assert manager.post(address, {"reason": " "}).context["form"].errors
    manager.post(address, {"reason": "Chờ Ban Thường vụ duyệt biểu trưng"})

    assert states()[1] == LEFT
    overview = manager.get(reverse("setup_overview")).content.decode()
    assert "Chờ Ban Thường vụ duyệt biểu trưng" in overview
    manager.post(reverse("setup_take_up", args=["pictures"]))
    assert states()[1] == OPEN
    assert manager.post(reverse("setup_leave_out", args=["khong-co"])).status_code == 404


def test_the_home_offers_the_first_hour_while_something_is_missing(manager, client, union):
    home = manager.get("/quan-tri/").content.decode()
    assert "lh-setup-panel" in home

    client.force_login(user_with(Role.EDITOR))

    assert "lh-setup-panel" not in client.get("/quan-tri/").content.decode()


def test_the_demonstration_is_archived_emptied_and_signed_in_anew(manager, archived, administrator):
    form = {
        "name": "Liên hiệp Hội Quảng Trị",
        "short_name": "LHH QT",
        "full_name": "Trần Thị Khởi Đầu",
        "email": "khoi-dau@quangtri.example",
        "password": "mot-mat-khau-rieng-2026",
        "password_again": "mot-mat-khau-rieng-2026",
        "runs_office": "on",
        "begin": "1",
    }
    refused = manager.post(reverse("setup_begin"), form)
    assert set(refused.context["form"].errors) == {"understood"}
    assert User.objects.filter(pk=administrator.pk).exists()

    answer = manager.post(reverse("setup_begin"), form | {"understood": "on"})

    assert answer.url == reverse("setup_overview")
    assert [user.email for user in User.objects.all()] == ["khoi-dau@quangtri.example"]
    assert manager.get(answer.url).status_code == 200
    # A second start finds nothing to empty.
    assert manager.get(reverse("setup_begin")).url == reverse("setup_overview")
    assert manager.post(reverse("setup_begin"), form | {"understood": "on"}).status_code == 302
    assert User.objects.count() == 1


def test_without_an_archive_nothing_is_emptied(manager, archived, administrator):
    archived.setup_notes = {}
    archived.save()

    manager.post(reverse("setup_begin"), {"begin": "1", "understood": "on"})

    assert User.objects.filter(pk=administrator.pk).exists()
