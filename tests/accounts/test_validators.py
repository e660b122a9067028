"""What a phone number is."""

import pytest
from django.core.exceptions import ValidationError

from lienhiep.accounts.validators import normalise_phone, phone_in_words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0912345678", "+84912345678"),
        ("0912 345 678", "+84912345678"),
        ("0912.345.678", "+84912345678"),
        ("+84 912 345 678", "+84912345678"),
        ("+84 (0) 912 345 678", "+84912345678"),
        ("84912345678", "+84912345678"),
        ("0084 912-345-678", "+84912345678"),
        ("0238 3 844 123", "+842383844123"),
        ("+44 20 7946 0958", "+442079460958"),
    ],
)
def test_a_number_is_kept_in_one_form(typed, kept):
    assert normalise_phone(typed) == kept


@pytest.mark.parametrize("typed", ["", "12", "09123", "0112345678", "091234567890", "abc", "+84 1"])
def test_what_cannot_be_a_number_is_refused(typed):
    with pytest.raises(ValidationError) as refusal:
        normalise_phone(typed)

    assert refusal.value.code == "invalid_phone"


@pytest.mark.parametrize(
    ("kept", "shown"),
    [("+84912345678", "0912 345 678"), ("+442079460958", "+442079460958"), (None, "")],
)
def test_a_number_is_shown_as_people_write_it(kept, shown):
    assert phone_in_words(kept) == shown
