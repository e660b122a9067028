"""Lists and choices stand in the order of the Vietnamese alphabet, people by their given names."""

import pytest
from django import forms

from lienhiep.accounts.models import User
from lienhiep.core.text import person_sort_key, sort_key
from lienhiep.directory.models import Organisation, Person
from tests.house.test_field_help import forms_to_fill_in
from tests.house.test_strangers import viewsets

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def has_key(model):
    return any(field.name == "sort_key" for field in model._meta.get_fields())


def order_of(rows):
    """Return by what rows are sorted first."""
    given = rows.query.order_by or (
        rows.model._meta.ordering if rows.query.default_ordering else ()
    )
    return str(given[0]) if given else ""


def test_people_stand_by_given_name_and_bodies_by_the_alphabet():
    people = [row.full_name for row in Person.objects.all()]
    staff = [row.full_name for row in User.objects.all()]
    bodies = [row.name for row in Organisation.objects.all()]

    assert len(people) > 50
    assert people == sorted(people, key=person_sort_key)
    assert staff == sorted(staff, key=person_sort_key)
    assert bodies == sorted(bodies, key=sort_key)


def test_the_alphabet_is_the_vietnamese_one():
    written = ["Dung", "Duyên", "Dương", "Đào", "Đặng", "Đức", "Hà An", "Hạ An", "Hà Nam", "Ơn"]

    assert sorted(set(written), key=sort_key) == written


def test_each_choice_among_people_or_bodies_is_in_order():
    out_of_order = {
        f"{place}.{name}: {order_of(field.queryset)}"
        for place, form, _said in forms_to_fill_in()
        for name, field in form.base_fields.items()
        if isinstance(field, forms.ModelChoiceField)
        and has_key(field.queryset.model)
        and not order_of(field.queryset).endswith("sort_key")
    }

    assert out_of_order == set()


@pytest.mark.parametrize(
    "viewset",
    [one for one in viewsets() if hasattr(one, "index_view_class") and has_key(one.model)],
    ids=lambda one: one.model._meta.label_lower,
)
def test_a_list_of_people_or_bodies_begins_in_order(viewset):
    ordering = getattr(viewset, "ordering", None)
    first = ordering if isinstance(ordering, str) else next(iter(ordering or ()), None)
    first = first or viewset.model._meta.ordering[0]

    assert first == "sort_key"
