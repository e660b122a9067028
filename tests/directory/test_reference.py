"""The administrative units that are loaded: how many, and who became whom."""

import time
from collections import Counter
from datetime import date

import pytest
from django.core.management import call_command
from wagtail.models import ModelLogEntry

from lienhiep.core.history import entries_of
from lienhiep.directory.choices import UnitKind
from lienhiep.directory.models import (
    AdministrativeUnit,
    UnitChange,
    UnitStatement,
    UnitSuccession,
)
from lienhiep.directory.querysets import predecessors_of, provinces_on, successors_of
from lienhiep.directory.reference import Loaded, load_reference

pytestmark = pytest.mark.django_db

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
UNCHANGED = {
    "Châu Bình", "Mỹ Lý", "Bắc Lý", "Keng Đu", "Huồi Tụ", "Mường Lống", "Hữu Khuông",
    "Lượng Minh", "Bình Chuẩn",
}  # fmt: skip


@pytest.fixture(autouse=True)
def reference(db):
    return load_reference()


def communes(day):
    return AdministrativeUnit.objects.communes().on(day).filter(parent__code="40")


def test_since_july_2025_there_are_119_communes_and_11_wards():
    kinds = Counter(communes(AFTER).values_list("kind", flat=True))

    assert kinds == {UnitKind.COMMUNE: 119, UnitKind.WARD: 11}


def test_from_december_2024_to_june_2025_there_were_412():
    assert communes(date(2024, 12, 1)).count() == 412
    assert communes(BEFORE).count() == 412


def test_403_units_were_merged_and_9_went_on_unchanged():
    went_on = set(communes(BEFORE).filter(valid_to=None).values_list("name", flat=True))
    merged = UnitSuccession.objects.filter(change__resolution="Nghị quyết 1678/NQ-UBTVQH15")

    assert went_on == UNCHANGED
    assert merged.count() == 403
    assert merged.values("new").distinct().count() == 121
    assert merged.values("old").distinct().count() == 403


def test_for_2022_there_is_a_number_with_its_source_and_no_list():
    day = date(2022, 12, 31)

    stated = UnitStatement.objects.on(day).filter(unit__code="40")

    assert communes(day).count() == 0
    assert {one.level: one.number for one in stated} == {"commune": 460, "district": 21}
    assert {one.source for one in stated} == {"nghean24h.vn, 07/2024"}


def test_there_were_63_provinces_and_there_are_34():
    days = [date(2022, 12, 31), BEFORE, AFTER, date(2026, 5, 1)]

    assert [len(provinces_on(day)) for day in days] == [63, 63, 34, 34]


def test_dong_nai_is_the_seventh_city_since_30_april_2026():
    def cities(day):
        return sum(unit.kind == UnitKind.CITY for unit in provinces_on(day))

    assert [cities(day) for day in (AFTER, date(2026, 4, 29), date(2026, 4, 30))] == [6, 6, 7]


def test_the_list_of_2022_has_thua_thien_hue():
    names = {unit.full_name for unit in provinces_on(date(2022, 1, 1))}

    assert "Tỉnh Thừa Thiên Huế" in names
    assert "Thành phố Huế" not in names


def test_62_sister_provinces_stood_beside_nghe_an_in_2022():
    others = [unit for unit in provinces_on(date(2022, 12, 31)) if unit.code != "40"]

    assert len(others) == 62


def test_an_old_ward_became_the_ward_that_holds_its_land():
    old = AdministrativeUnit.objects.get(name="Hưng Bình", valid_to=BEFORE)

    assert {unit.full_name: share for unit, share in successors_of(old, AFTER).items()} == {
        "Phường Thành Vinh": 100
    }
    assert successors_of(old, BEFORE) == {old: 100}


def test_units_of_one_name_are_told_apart():
    old = AdministrativeUnit.objects.filter(name="Đồng Văn", valid_to=BEFORE)

    became = {unit.located_in: next(iter(successors_of(unit, AFTER))).name for unit in old}

    assert became == {
        "huyện Quế Phong": "Thông Thụ",
        "huyện Tân Kỳ": "Tiên Đồng",
        "huyện Thanh Chương": "Đại Đồng",
    }


def test_no_two_old_units_of_one_name_lack_what_tells_them_apart():
    named = Counter(str(unit) for unit in communes(BEFORE))

    assert [name for name, times in named.items() if times > 1] == []


def test_a_new_commune_knows_its_predecessors():
    new = AdministrativeUnit.objects.get(code="17044")

    assert {str(unit) for unit in predecessors_of(new, BEFORE)} == {
        "Xã Châu Tiến (huyện Quỳ Hợp)",
        "Xã Châu Thành",
        "Xã Châu Hồng",
    }


def test_an_unchanged_commune_is_its_own_predecessor():
    unit = AdministrativeUnit.objects.get(name="Keng Đu")

    assert predecessors_of(unit, BEFORE) == [unit]


def test_a_province_is_followed_through_two_changes():
    old = AdministrativeUnit.objects.get(name="Bình Phước")

    after = successors_of(old, date(2026, 5, 1))

    assert [unit.full_name for unit in after] == ["Thành phố Đồng Nai"]


def test_loading_again_adds_nothing(reference):
    assert reference == Loaded(units=621, changes=4, successions=457, statements=5)

    assert load_reference() == Loaded()


def test_a_correction_by_a_person_stays_when_loaded_again():
    unit = AdministrativeUnit.objects.get(code="16681")
    unit.located_in = "thành phố Vinh cũ"
    unit.save()

    load_reference()

    unit.refresh_from_db()
    assert unit.located_in == "thành phố Vinh cũ"


def test_loading_leaves_one_note_in_the_history_of_the_province():
    entries = entries_of(AdministrativeUnit.objects.get(code="40"))

    assert [entry.log.action for entry in entries] == ["directory.load_reference"]
    assert entries[0].log.data["loaded"]["units"] == 621
    assert ModelLogEntry.objects.count() == 1


def test_loading_is_quick():
    for model in (UnitStatement, UnitSuccession, UnitChange, AdministrativeUnit):
        # Emptied without a history: nothing but the time of the loading is looked at.
        model._base_manager.all()._raw_delete("default")

    began = time.perf_counter()
    loaded = load_reference()

    assert loaded.units == 621
    assert time.perf_counter() - began < 2


def test_the_command_says_what_it_added(capsys):
    call_command("load_units")

    assert capsys.readouterr().out == (
        "0 units, 0 changes, 0 successions, 0 stated numbers added.\n"
    )


def test_anybody_reads_units():
    assert AdministrativeUnit.objects.visible_to(None).count() == 621
