"""Amounts of money in forms and records."""

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from lienhiep.core.money_fields import MoneyField, MoneyFormField


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("1.250.000", 1_250_000), ("1,5 triệu đồng", 1_500_000), ("2 tỷ", 2_000_000_000), ("0", 0)],
)
def test_an_amount_is_read_as_an_office_writes_it(typed, amount):
    assert MoneyFormField().clean(typed) == amount


@pytest.mark.parametrize("typed", ["-5", "1,250 triệu", "nhiều lắm", "9" * 30])
def test_what_is_no_amount_is_refused_with_a_message(typed):
    with pytest.raises(ValidationError):
        MoneyFormField().clean(typed)


def test_nothing_typed_is_nothing_known():
    assert MoneyFormField(required=False).clean("") is None


def test_a_required_amount_that_is_missing_is_refused():
    with pytest.raises(ValidationError):
        MoneyFormField().clean("")


def test_an_amount_is_shown_with_its_thousands_parted():
    assert MoneyFormField().prepare_value(1_250_000) == "1.250.000"
    assert MoneyFormField().prepare_value("1,5 triệu") == "1,5 triệu"


def test_another_writing_of_the_same_amount_is_no_change():
    field = MoneyFormField(required=False)

    assert not field.has_changed(1_500_000, "1,5 triệu")
    assert field.has_changed(1_500_000, "1,6 triệu")
    assert field.has_changed(1_500_000, "1,6 triệu gì đó")


def test_a_record_asks_for_its_amount_in_a_form_of_an_office():
    field = MoneyField("amount", null=True, blank=True).formfield()

    assert isinstance(field, MoneyFormField)
    assert not field.required


def test_a_record_keeps_whole_numbers():
    assert isinstance(MoneyField(), models.PositiveBigIntegerField)
