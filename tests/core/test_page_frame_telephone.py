"""Telephone numbers in pages."""

import pytest

from lienhiep.core.templatetags.page_frame import dialled


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("0236 3822 123", "tel:02363822123"),
        ("(0236) 3.822.123", "tel:02363822123"),
        ("+84 236 3822 123", "tel:+842363822123"),
        ("0236\u00a03822123 (máy lẻ)", "tel:02363822123"),
    ],
)
def test_a_telephone_number_is_an_address_of_digits_only(written, address):
    assert dialled(written) == address
