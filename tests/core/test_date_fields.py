"""10/01/2023 is the tenth of January in every kind of date field, in either language."""

from datetime import date

import django_filters
import pytest
from bs4 import BeautifulSoup
from django import forms
from django.forms import modelform_factory
from django.forms.models import modelformset_factory
from django.utils import timezone, translation
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from lienhiep.core.forms import OfficeAdminModelForm, OfficeForm, OfficeModelForm
from tests.sample.models import Club

TENTH_OF_JANUARY = date(2023, 1, 10)
INVALID = {
    "vi": {
        "Ngày này không có trong lịch hoặc viết chưa đúng. Hãy ghi ngày/tháng/năm, "
        "ví dụ 10/01/2023.",
        "Ngày giờ này không có trong lịch hoặc viết chưa đúng. Hãy ghi ngày/tháng/năm "
        "giờ:phút, ví dụ 10/01/2023 14:30.",
    },
    "en": {"Enter a valid date.", "Enter a valid date/time."},
}


def one_field(field, base=forms.Form):
    """Return a form class with this field alone."""
    return type("OneField", (base,), {"day": field})


def of_record(base, **options):
    """Return a form class of a record with a date."""
    return modelform_factory(Club, form=base, fields=["founded"], **options)


def of_panel(base):
    """Return the form class that Wagtail makes from a panel."""
    panel = ObjectList([FieldPanel("founded")], base_form_class=base).bind_to_model(Club)
    return panel.get_form_class()


FORMS = {
    "date field": (one_field(forms.DateField()), "day"),
    "date field of our forms": (one_field(forms.DateField(), OfficeForm), "day"),
    "date and time field": (one_field(forms.DateTimeField()), "day"),
    "date field with Wagtail's picker": (one_field(forms.DateField(widget=AdminDateInput)), "day"),
    "date and time field with Wagtail's picker": (
        one_field(forms.DateTimeField(widget=AdminDateTimeInput)),
        "day",
    ),
    "form of a record": (of_record(forms.ModelForm), "founded"),
    "our form of a record": (of_record(OfficeModelForm), "founded"),
    "form of a record with Wagtail's picker": (
        of_record(forms.ModelForm, widgets={"founded": AdminDateInput}),
        "founded",
    ),
    "form of a record in the back office": (of_record(WagtailAdminModelForm), "founded"),
    "form made from a panel": (of_panel(WagtailAdminModelForm), "founded"),
    "our form made from a panel": (of_panel(OfficeAdminModelForm), "founded"),
}
SPLIT = one_field(forms.SplitDateTimeField())


class PlainFilter(django_filters.FilterSet):
    founded = django_filters.DateFilter()


class RangeFilter(django_filters.FilterSet):
    founded = django_filters.DateFromToRangeFilter()


class OfficeRangeFilter(WagtailFilterSet):
    founded = django_filters.DateFromToRangeFilter(widget=DateRangePickerWidget)

    class Meta:
        model = Club
        fields = ["founded"]


@pytest.fixture(params=["vi", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


def day_of(value):
    return timezone.localtime(value).date() if hasattr(value, "hour") else value


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("typed", ["10/01/2023", "10-01-2023", "10.01.2023", "2023-01-10"])
def test_the_day_comes_first_in_every_field(kind, typed, language):
    form_class, name = FORMS[kind]

    form = form_class({name: typed})

    assert form.errors == {}
    assert day_of(form.cleaned_data[name]) == TENTH_OF_JANUARY


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("typed", ["31/02/2023", "01/13/2023", "10/01/23", "mồng mười"])
def test_a_day_that_does_not_exist_is_refused_and_stays_as_typed(kind, typed, language):
    form_class, name = FORMS[kind]

    form = form_class({name: typed})

    assert set(form.errors) == {name}
    assert set(form.errors[name]) <= INVALID[language]
    shown = BeautifulSoup(str(form[name]), "html.parser").input["value"]
    assert shown == typed


@pytest.mark.parametrize("kind", FORMS)
def test_the_day_is_shown_as_it_is_typed(kind, language):
    form_class, name = FORMS[kind]

    form = form_class(initial={name: TENTH_OF_JANUARY})

    shown = BeautifulSoup(str(form[name]), "html.parser").input["value"]
    assert shown.split()[-1 if ":" not in shown.split()[-1] else 0] == "10/01/2023"


@pytest.mark.parametrize("kind", [kind for kind in FORMS if "time" in kind])
@pytest.mark.parametrize("typed", ["10/01/2023 14:30", "14:30 10/01/2023"])
def test_the_time_goes_before_or_after_the_day(kind, typed, language):
    form_class, name = FORMS[kind]

    form = form_class({name: typed})

    assert form.errors == {}
    assert timezone.localtime(form.cleaned_data[name]).strftime("%d/%m %H:%M") == "10/01 14:30"


def test_day_and_time_in_two_boxes(language):
    form = SPLIT({"day_0": "10/01/2023", "day_1": "14h30"})

    assert form.errors == {}
    assert timezone.localtime(form.cleaned_data["day"]).strftime("%d/%m %H:%M") == "10/01 14:30"


def test_a_day_that_does_not_exist_in_two_boxes(language):
    form = SPLIT({"day_0": "31/02/2023", "day_1": "14:30"})

    assert set(form.errors["day"]) <= INVALID[language]


def test_a_row_among_others(language):
    rows = modelformset_factory(Club, fields=["name", "founded"])
    typed = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-name": "A"}

    with_days = rows(
        typed
        | {"form-0-founded": "10/01/2023", "form-1-name": "B", "form-1-founded": "31/02/2023"},
        queryset=Club.objects.none(),
    )

    assert with_days.forms[0].is_valid()
    assert with_days.forms[0].cleaned_data["founded"] == TENTH_OF_JANUARY
    assert set(with_days.errors[1]["founded"]) <= INVALID[language]


def test_a_field_that_belongs_to_a_language_reads_days_the_same_way(language):
    form = one_field(forms.DateField(localize=True))({"day": "10/01/2023"})

    assert form.is_valid()
    assert form.cleaned_data["day"] == TENTH_OF_JANUARY


# Filters of lists


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("filter_class", "typed"),
    [
        (PlainFilter, {"founded": "10/01/2023"}),
        (RangeFilter, {"founded_after": "10/01/2023", "founded_before": "10/01/2023"}),
        (OfficeRangeFilter, {"founded_from": "10/01/2023", "founded_to": "10/01/2023"}),
    ],
)
def test_filters_find_the_tenth_of_january(filter_class, typed, language):
    for month, day in [(1, 10), (10, 1), (1, 11)]:
        Club(name=f"{day}/{month}", founded=date(2023, month, day)).save()

    found = filter_class(typed, queryset=Club.objects.all())

    assert found.form.errors == {}
    assert [club.name for club in found.qs] == ["10/1"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("filter_class", "typed"),
    [
        (PlainFilter, {"founded": "31/02/2023"}),
        (RangeFilter, {"founded_after": "31/02/2023"}),
        (OfficeRangeFilter, {"founded_from": "31/02/2023"}),
    ],
)
def test_filters_refuse_a_day_that_does_not_exist(filter_class, typed, language):
    found = filter_class(typed, queryset=Club.objects.all())

    assert set(found.form.errors["founded"]) <= INVALID[language]


# Wagtail's pickers, which a script opens


@pytest.mark.parametrize("widget", [AdminDateInput, AdminDateTimeInput])
def test_the_picker_writes_the_day_first_and_begins_on_monday(widget, language):
    config = widget().get_config()

    assert config["format"].startswith("d/m/Y")
    assert config["dayOfWeekStart"] == 1
