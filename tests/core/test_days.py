"""A day is typed and shown day first, whatever the browser speaks."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.utils import translation

from lienhiep.core.forms import OfficeDateInput
from lienhiep.core.templatetags.office_formats import in_a_sentence


class Asked(forms.Form):
    day = forms.DateField(widget=OfficeDateInput())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("typed", ["05/01/2023", "2023-01-05"])
def test_a_day_is_read_and_shown_day_first(typed, language):
    with translation.override(language):
        asked = Asked({"day": typed})

        assert asked.is_valid()
        assert asked.cleaned_data["day"] == date(2023, 1, 5)
        assert 'value="05/01/2023"' in str(asked["day"])


def test_what_is_no_day_stays_as_it_was_typed():
    assert 'value="hôm qua"' in str(Asked({"day": "hôm qua"})["day"])


def test_a_period_stands_in_a_sentence_with_a_small_letter():
    assert in_a_sentence("Năm 2022") == "năm 2022"
    assert in_a_sentence("Quý III năm 2022") == "quý III năm 2022"
    assert in_a_sentence("6 tháng đầu năm 2022") == "6 tháng đầu năm 2022"
    assert in_a_sentence("") == ""
