"""The screens of the directory: lists, forms, merging, choosing."""

import csv
import io
import unicodedata
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from lienhiep.directory.actions import merge_persons
from lienhiep.directory.models import MergeRecord, Organisation, Person, UnitChange
from tests.factories.directory import (
    AffiliationFactory,
    DirectoryGroupFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PersonFactory,
    UnitChangeFactory,
    UnitFactory,
    UnitStatementFactory,
    UnitSuccessionFactory,
)
from tests.factories.journal import DeliveryFactory

pytestmark = pytest.mark.django_db

EMPTY_ROWS = {
    f"{prefix}-{key}": value
    for prefix in ("names", "affiliations", "aliases", "precedences", "memberships")
    for key, value in (
        ("TOTAL_FORMS", "0"),
        ("INITIAL_FORMS", "0"),
        ("MIN_NUM_FORMS", "0"),
        ("MAX_NUM_FORMS", "1000"),
    )
}


@pytest.fixture
def office(client, clerk):
    """The browser of the records clerk."""
    client.force_login(clerk)
    return client


def page(response):
    return BeautifulSoup(response.content, "html.parser")


def text_of(response):
    return " ".join(page(response).get_text(" ").split())


def names_in_list(response):
    titles = page(response).select("td.title .title-wrapper")
    return [title.get_text(strip=True) for title in titles]


def messages_of(response):
    return [str(message).strip() for message in response.context["messages"]]


def test_persons_are_listed_by_given_name(office):
    for name in ("Nguyễn Thị Đức", "Trần Văn An", "Lê Văn Dung"):
        PersonFactory(full_name=name)

    response = office.get(reverse("directory_person:index"))

    assert names_in_list(response) == ["Trần Văn An", "Lê Văn Dung", "Nguyễn Thị Đức"]


def test_a_list_is_searched_without_marks(office):
    PersonFactory(full_name="Đặng Thị Hường")
    PersonFactory(full_name="Trần Văn An")

    response = office.get(reverse("directory_person:index"), {"q": "huong"})

    assert names_in_list(response) == ["Đặng Thị Hường"]


def a_merge():
    return merge_persons(winner=PersonFactory(), loser=PersonFactory(), by=None)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("directory_person", AffiliationFactory),
        ("directory_organisation", lambda: OrganisationFactory(unit=UnitFactory())),
        ("directory_directorygroup", GroupMembershipFactory),
        ("directory_administrativeunit", lambda: UnitFactory(parent=UnitFactory())),
        ("directory_unitchange", UnitSuccessionFactory),
        ("directory_unitstatement", lambda: UnitStatementFactory(unit=UnitFactory())),
        ("directory_mergerecord", a_merge),
    ],
)
def test_a_list_asks_the_same_for_one_row_and_for_three(
    office, django_assert_max_num_queries, name, make
):
    make()
    office.get(reverse(f"{name}:index"))
    with django_assert_max_num_queries(100) as one:
        office.get(reverse(f"{name}:index"))
    make()
    make()

    with django_assert_max_num_queries(100) as three:
        office.get(reverse(f"{name}:index"))

    assert len(three) == len(one)


def test_merged_records_are_not_listed_and_their_page_leads_on(office, clerk):
    kept, given_up = PersonFactory(full_name="Lê Thị Thúy"), PersonFactory(full_name="Lê Thị Thuý")
    merge_persons(winner=kept, loser=given_up, by=clerk)

    listed = office.get(reverse("directory_person:index"))
    shown = office.get(reverse("directory_person:inspect", args=[given_up.pk]))

    assert names_in_list(listed) == ["Lê Thị Thúy"]
    assert shown.status_code == 302
    assert shown.url == reverse("directory_person:inspect", args=[kept.pk])


def test_a_new_person_in_decomposed_letters_with_titles_is_put_right_and_told(office):
    typed = unicodedata.normalize("NFD", "PGS.TS Nguyễn Thị Hường")

    response = office.post(
        reverse("directory_person:add"), {"full_name": typed, **EMPTY_ROWS}, follow=True
    )

    person = Person.objects.get()
    assert (person.titles, person.full_name) == ("PGS.TS", "Nguyễn Thị Hường")
    assert "Đã chuyển PGS, TS từ họ tên sang ô học hàm, học vị." in messages_of(response)


def test_a_namesake_is_warned_of_and_not_refused(office):
    PersonFactory(full_name="Lê Thị Thúy")

    response = office.post(
        reverse("directory_person:add"), {"full_name": "Lê Thị Thuý", **EMPTY_ROWS}, follow=True
    )

    assert Person.objects.count() == 2
    assert "trùng tên" in " ".join(messages_of(response))


def test_a_birth_in_the_future_is_refused_at_the_field_and_the_text_kept(office):
    response = office.post(
        reverse("directory_person:add"),
        {"full_name": "Trần Văn An", "birth_date": "10/01/2199", **EMPTY_ROWS},
    )

    form = response.context["form"]
    assert form.errors == {"birth_date": ["Ngày sinh nằm ở tương lai."]}
    assert form["full_name"].value() == "Trần Văn An"
    assert Person.objects.count() == 0


def test_a_date_is_read_day_first(office):
    office.post(
        reverse("directory_person:add"),
        {"full_name": "Trần Văn An", "birth_date": "10/01/1970", **EMPTY_ROWS},
    )

    assert Person.objects.get().birth_date == date(1970, 1, 10)


def test_former_names_that_overlap_are_refused_at_the_later_one(office):
    rows = {
        "names-TOTAL_FORMS": "2",
        "names-0-name": "Tên một",
        "names-0-valid_to": "31/12/2010",
        "names-1-name": "Tên hai",
        "names-1-valid_from": "01/12/2010",
        "names-1-valid_to": "31/12/2015",
    }

    response = office.post(
        reverse("directory_organisation:add"),
        {"kind": "association", "name": "Hội Làm vườn", **EMPTY_ROWS, **rows},
    )

    errors = response.context["form"].formsets["names"].errors
    assert errors == [
        {},
        {"valid_from": ["Thời gian này trùng với thời gian của “Tên một” (đến 31/12/2010)."]},
    ]
    assert Organisation.objects.count() == 0


def test_an_organisation_is_made_with_its_rows_in_one_entry(office):
    rows = {
        "aliases-TOTAL_FORMS": "1",
        "aliases-0-name": "Hội LV Nghệ An",
        "names-TOTAL_FORMS": "1",
        "names-0-name": "Hội VAC",
        "names-0-valid_to": "31/12/2010",
    }

    office.post(
        reverse("directory_organisation:add"),
        {"kind": "association", "name": "Hội Làm vườn", **EMPTY_ROWS, **rows},
    )

    made = Organisation.objects.get()
    assert [alias.name for alias in made.aliases.all()] == ["Hội LV Nghệ An"]
    assert made.name_on(date(2010, 12, 31)) == "Hội VAC"


def test_contact_is_left_out_for_those_who_do_not_need_it(client, account):
    person = PersonFactory(phone="0912345678", email="an@example.vn", birth_year=1970)
    client.force_login(account("journal_secretary"))

    shown = client.get(reverse("directory_person:inspect", args=[person.pk]))
    form = client.get(reverse("directory_person:edit", args=[person.pk]))
    export = client.get(reverse("directory_person:index"), {"export": "csv"})

    for response in (shown, form):
        assert response.status_code == 200
        assert "0912345678" not in response.content.decode()
        assert "1970" not in text_of(response)
    assert b"0912345678" not in b"".join(export.streaming_content)


def test_saving_without_seeing_the_contact_keeps_it(client, account):
    person = PersonFactory(full_name="Trần Văn An", phone="0912345678", birth_year=1970)
    client.force_login(account("journal_secretary"))

    client.post(
        reverse("directory_person:edit", args=[person.pk]),
        {"full_name": "Trần Văn Ân", **EMPTY_ROWS},
    )

    person.refresh_from_db()
    assert (person.full_name, person.phone, person.birth_year) == (
        "Trần Văn Ân",
        "0912345678",
        1970,
    )


def test_the_history_hides_what_the_page_hides(client, account, clerk):
    person = PersonFactory()
    person.phone = "0912345678"
    person.save()
    client.force_login(account("editor"))

    response = client.get(reverse("directory_person:history", args=[person.pk]))

    assert "0912345678" not in response.content.decode()


def test_the_export_has_what_the_clerk_may_see(office):
    PersonFactory(full_name="Trần Văn An", titles="TS", phone="0912345678")

    response = office.get(reverse("directory_person:index"), {"export": "csv"})

    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[1][:2] == ["Trần Văn An", "TS"]
    assert "0912345678" in rows[1]


def test_two_records_are_merged_and_parted_on_screen(office):
    kept, double = PersonFactory(), PersonFactory()
    workplace = AffiliationFactory(person=double)

    office.post(
        reverse("directory_person:do_merge", args=[kept.pk]), {"loser": double.pk, "reason": ""}
    )
    merge = MergeRecord.objects.get()
    shown = office.get(reverse("directory_mergerecord:inspect", args=[merge.pk]))
    workplace.refresh_from_db()
    assert workplace.person == kept
    assert str(workplace) in text_of(shown)

    office.post(reverse("directory_mergerecord:do_undo", args=[merge.pk]), {"reason": ""})

    workplace.refresh_from_db()
    assert workplace.person == double


def test_what_stays_is_told_before_two_records_are_merged(office):
    kept, double = OrganisationFactory(name="Sở Y tế"), OrganisationFactory(name="Sở Y Tế tỉnh")
    DeliveryFactory(organisation=double)
    address = reverse("directory_organisation:do_merge", args=[kept.pk])

    asked = office.post(address, {"loser": double.pk, "reason": "Trùng"})

    assert asked.context["form"].non_field_errors() == [
        "Những dòng sau ghi lại việc đã làm nên vẫn ở lại với “Sở Y Tế tỉnh” như đã ghi: "
        "1 lượt gửi tập san. Mọi liên kết khác sẽ chuyển sang “Sở Y tế”. "
        "Xin bấm nút một lần nữa để gộp hai bản ghi."
    ]
    assert MergeRecord.objects.count() == 0
    known = asked.context["form"]["known"].value()

    office.post(address, {"loser": double.pk, "reason": "Trùng", "known": known})

    merge = MergeRecord.objects.get()
    shown = text_of(office.get(reverse("directory_mergerecord:inspect", args=[merge.pk])))
    assert "Ở lại với bản ghi bị gộp" in shown
    assert merge.stayed == [["journal.delivery", 1]]


def test_what_was_told_of_one_record_is_told_anew_of_another(office):
    kept, first, second = OrganisationFactory(), OrganisationFactory(), OrganisationFactory()
    DeliveryFactory(organisation=second)

    office.post(
        reverse("directory_organisation:do_merge", args=[kept.pk]),
        {"loser": second.pk, "reason": "", "known": first.pk},
    )

    assert MergeRecord.objects.count() == 0


def test_a_merge_refused_is_explained_on_the_form(office):
    kept, double = PersonFactory(sex="male"), PersonFactory(sex="female")

    response = office.post(
        reverse("directory_person:do_merge", args=[kept.pk]), {"loser": double.pk}
    )

    assert response.context["form"].errors == {
        "loser": ["Hai bản ghi khác nhau ở mục “giới tính”. Xin sửa lại một bản ghi trước."]
    }


def test_a_record_is_not_offered_for_merging_into_itself(office):
    kept = PersonFactory()

    response = office.post(reverse("directory_person:do_merge", args=[kept.pk]), {"loser": kept.pk})

    assert list(response.context["form"].errors) == ["loser"]
    assert MergeRecord.objects.count() == 0


def test_the_chooser_leaves_out_merged_records(office, clerk):
    kept, double = PersonFactory(full_name="Lê Thị Thúy"), PersonFactory(full_name="Lê Thị Thuý")
    merge_persons(winner=kept, loser=double, by=clerk)

    response = office.get(reverse("directory_person_chooser:choose_results"), {"q": "thuy"})

    assert [row.pk for row in response.context["results"]] == [kept.pk]


def test_a_stranger_chooses_nobody(client, account):
    person = PersonFactory(full_name="Lê Thị Thúy")
    client.force_login(account("juror"))

    response = client.get(reverse("directory_person_chooser:chosen", args=[person.pk]))

    assert response.status_code in (302, 403, 404)
    assert "Thúy" not in response.content.decode()


def test_units_are_chosen_by_words_without_marks(office):
    UnitFactory(name="Châu Tiến", located_in="huyện Quỳ Châu")
    wanted = UnitFactory(name="Châu Tiến", located_in="huyện Quỳ Hợp")

    response = office.get(reverse("directory_unit_chooser:choose_results"), {"q": "chau tien hop"})

    assert [row.pk for row in response.context["results"]] == [wanted.pk]


def test_units_are_listed_as_of_a_day(office):
    UnitFactory(name="Cũ", valid_to=date(2025, 6, 30))
    UnitFactory(name="Mới", valid_from=date(2025, 7, 1))

    response = office.get(reverse("directory_administrativeunit:index"), {"on": "30/06/2025"})

    assert names_in_list(response) == ["Xã Cũ"]


def test_the_page_of_a_change_shows_who_became_whom(office):
    step = UnitSuccessionFactory(old__name="Cũ", new__name="Mới")

    response = office.get(reverse("directory_unitchange:inspect", args=[step.change.pk]))

    table = page(response).select_one("section[aria-labelledby=directory-table-1] tbody")
    assert table.get_text(" ", strip=True) == "Xã Cũ Xã Mới 100"


def test_a_succession_is_recorded_on_the_page_of_the_change(office):
    change = UnitChangeFactory(effective=date(2027, 1, 1))
    old, new = UnitFactory(), UnitFactory(valid_from=date(2027, 1, 1))

    office.post(
        reverse("directory_unitchange:do_record_succession", args=[change.pk]),
        {"old": old.pk, "new": new.pk, "share": "100"},
    )

    assert [step.new for step in UnitChange.objects.get().successions.all()] == [new]


def test_a_group_shows_its_members_of_today(office):
    group = DirectoryGroupFactory(name="Các sở")
    GroupMembershipFactory(group=group)
    GroupMembershipFactory(group=group, valid_to=date(2020, 1, 1))

    response = office.get(reverse("directory_directorygroup:index"))

    assert [row.members for row in response.context["object_list"]] == [1]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("directory_person", lambda: AffiliationFactory().person),
        ("directory_organisation", lambda: OrganisationNameFactory().organisation),
        ("directory_directorygroup", lambda: GroupMembershipFactory().group),
        ("directory_administrativeunit", lambda: UnitSuccessionFactory().old),
        ("directory_unitchange", lambda: UnitSuccessionFactory().change),
        ("directory_unitstatement", UnitStatementFactory),
    ],
)
def test_every_screen_opens(office, name, make):
    row = make()
    addresses = [
        reverse(f"{name}:index"),
        reverse(f"{name}:add"),
        *(
            reverse(f"{name}:{view}", args=[row.pk])
            for view in ("edit", "inspect", "history", "delete")
        ),
    ]

    assert [office.get(address).status_code for address in addresses] == [200] * 6


def test_people_are_named_on_an_organisation_only_to_those_who_may_read_them(client, account):
    place = AffiliationFactory(person__full_name="Lê Thị Thúy")
    address = reverse("directory_organisation:inspect", args=[place.organisation.pk])

    seen = {}
    for role in ("officer", "administrator"):
        client.force_login(account(role))
        seen[role] = "Lê Thị Thúy" in client.get(address).content.decode()

    assert seen == {"officer": True, "administrator": False}


def test_an_organisation_that_others_stand_on_is_not_deleted(office):
    place = AffiliationFactory()

    response = office.post(reverse("directory_organisation:delete", args=[place.organisation.pk]))

    assert response.status_code == 409
    assert Organisation.objects.count() == 1


def test_an_organisation_is_renamed_on_screen(office):
    body = OrganisationFactory(name="Hội Tin học")

    office.post(
        reverse("directory_organisation:do_rename", args=[body.pk]),
        {"name": "Hội Tin học và Chuyển đổi số", "on": "01/03/2023"},
    )

    body.refresh_from_db()
    assert body.name == "Hội Tin học và Chuyển đổi số"
    assert body.name_on(date(2023, 2, 28)) == "Hội Tin học"
