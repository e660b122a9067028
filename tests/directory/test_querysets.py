"""From old units to new ones, with shares."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.directory.models import AdministrativeUnit
from lienhiep.directory.querysets import converted, predecessors_of, successors_of
from tests.factories.directory import UnitFactory, UnitSuccessionFactory

pytestmark = pytest.mark.django_db

END, DAY = date(2009, 12, 31), date(2010, 1, 1)


@pytest.fixture
def divided():
    """An old unit of which 60 percent went to one new unit and 40 to another."""
    old = UnitFactory(name="Cũ", valid_to=END)
    north = UnitFactory(name="Bắc", valid_from=DAY)
    south = UnitFactory(name="Nam", valid_from=DAY)
    UnitSuccessionFactory(old=old, new=north, share=60)
    UnitSuccessionFactory(old=old, new=south, share=40)
    return old, north, south


def test_units_of_a_day_are_those_in_force_then(divided):
    old, north, south = divided

    assert set(AdministrativeUnit.objects.on(END)) == {old}
    assert set(AdministrativeUnit.objects.on(DAY)) == {north, south}


def test_a_divided_unit_has_successors_with_shares(divided):
    old, north, south = divided

    assert successors_of(old, DAY) == {north: Decimal(60), south: Decimal(40)}


def test_shares_are_followed_through_later_changes(divided):
    old, north, south = divided
    south.valid_to = date(2019, 12, 31)
    south.save()
    UnitSuccessionFactory(old=south, new=north, change__effective=date(2020, 1, 1))

    assert successors_of(old, date(2020, 1, 1)) == {north: Decimal(100)}
    assert successors_of(old, date(2019, 12, 31)) == {north: Decimal(60), south: Decimal(40)}


def test_predecessors_of_both_halves_are_the_same(divided):
    old, north, south = divided

    assert predecessors_of(north, END) == [old]
    assert predecessors_of(south, END) == [old]


def test_numbers_by_old_units_become_numbers_by_new_ones(divided):
    old, north, south = divided

    assert converted({old: 10, north: 1}, DAY) == {north: Decimal(7), south: Decimal(4)}


def test_what_has_no_successor_stays_under_the_old_unit():
    lost = UnitFactory(valid_to=END)

    assert converted({lost: 3}, DAY) == {lost: Decimal(3)}


def test_a_code_that_two_units_bear_at_once_is_refused_at_the_code(divided):
    _old, north, _south = divided

    with pytest.raises(ValidationError) as refusal:
        AdministrativeUnit(
            code=north.code, kind="commune", name="Khác", valid_from=date(2015, 1, 1)
        ).full_clean()

    assert list(refusal.value.message_dict) == ["code"]


def test_a_code_goes_on_with_a_unit_that_changes_its_kind(divided):
    old, _north, _south = divided

    AdministrativeUnit(code=old.code, kind="ward", name=old.name, valid_from=DAY).full_clean()


def test_an_end_before_the_beginning_is_refused_at_the_end():
    with pytest.raises(ValidationError) as refusal:
        AdministrativeUnit(
            code="X1", kind="commune", name="Nào", valid_from=DAY, valid_to=END
        ).full_clean()

    assert "valid_to" in refusal.value.message_dict


def test_the_database_refuses_one_code_twice_from_one_day(divided):
    old, _north, _south = divided

    with pytest.raises(IntegrityError), transaction.atomic():
        UnitFactory(code=old.code, valid_from=old.valid_from)
