from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, timezone, translation

LANGUAGES = ["vi", "en"]


@pytest.fixture(params=LANGUAGES, autouse=True)
def language(request):
    with translation.override(request.param):
        yield request.param


@pytest.mark.parametrize("typed", ["10/01/2023", "10-01-2023", "10.01.2023", "2023-01-10"])
def test_date_fields_read_the_day_first(typed):
    assert forms.DateField().clean(typed) == date(2023, 1, 10)


@pytest.mark.parametrize("typed", ["31/02/2023", "01/13/2023", "10/01/23", "10 January 2023"])
def test_date_fields_refuse_other_orders_and_days_that_are_not(typed):
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


@pytest.mark.parametrize(
    "typed", ["10/01/2023 08:30", "08:30 10/01/2023", "2023-01-10T08:30", "10/01/2023 08:30:00"]
)
def test_moment_fields_read_the_day_first(typed):
    moment = forms.DateTimeField().clean(typed)

    assert moment.astimezone(UTC) == datetime(2023, 1, 10, 1, 30, tzinfo=UTC)


def test_form_fields_show_a_day_so_that_they_read_it_again():
    field = forms.DateField()

    shown = field.widget.format_value(date(2023, 1, 10))

    assert shown == "10/01/2023"
    assert field.clean(shown) == date(2023, 1, 10)


def test_no_input_format_puts_the_month_before_the_day_unless_the_year_comes_first():
    inputs = formats.get_format("DATE_INPUT_FORMATS") + formats.get_format("DATETIME_INPUT_FORMATS")
    orders = {"".join(part for part in one if part in "dmY") for one in inputs}

    assert orders == {"dmY", "Ymd"}


def test_days_are_shown_day_first():
    moment = datetime(2023, 1, 10, 1, 30, tzinfo=UTC)
    local = timezone.localtime(moment)

    assert formats.date_format(date(2023, 1, 10)) == "10/01/2023"
    assert formats.date_format(local, "DATETIME_FORMAT") == "08:30 10/01/2023"


def test_numbers_follow_the_language_of_the_screen(language):
    written = formats.number_format(Decimal("1234567.5"), use_l10n=True, force_grouping=True)

    assert written == {"vi": "1.234.567,5", "en": "1,234,567.5"}[language]


@pytest.mark.parametrize(
    ("expression", "value", "written"),
    [
        ("number", 4469335, "4.469.335"),
        ("number", None, ""),
        ("share", Decimal("33.3"), "33,3%"),
        ("share", None, ""),
        ("money", 1250000, "1.250.000 đồng"),
        ("money", None, ""),
        ("money_short", 29 * 10**9, "29 tỷ đồng"),
        ("money_short", None, ""),
        ("in_words", 1005, "Một nghìn không trăm linh năm đồng"),
        ("in_words", None, ""),
        ("office_date", date(2023, 1, 5), "05/01/2023"),
        ("office_date", None, ""),
        ("office_date_long", date(2023, 1, 5), "ngày 05 tháng 01 năm 2023"),
        ("office_date_long", None, ""),
        ("roman", 7, "VII"),
        ("roman", None, ""),
    ],
)
def test_filters_write_as_an_office_does_in_any_language(expression, value, written):
    template = Template(f"{{% load office_formats %}}{{{{ value|{expression} }}}}")

    assert template.render(Context({"value": value})) == written
