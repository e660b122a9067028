"""Reference values are stated on a screen, in the kind that their code asks for."""

import pytest
from django.utils import translation

from lienhiep.core.models import ReferenceValue
from lienhiep.core.reference import expect_reference
from lienhiep.core.reference_screens import ReferenceForm

expect_reference("tests.days", label="Days", of=int)
expect_reference("tests.switch", label="Switch", of=bool)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vietnamese():
    with translation.override("vi"):
        yield


def typed(code, value, **more):
    return {
        "code": code,
        "value": value,
        "valid_from": "01/01/2023",
        "source": "Nghị định 18/2014/NĐ-CP",
        **more,
    }


@pytest.mark.parametrize(
    ("code", "value", "kept"),
    [("tests.days", "1.250", 1250), ("tests.switch", "có", True), ("tests.switch", "không", False)],
)
def test_a_typed_value_is_kept_in_the_kind_of_its_code(code, value, kept):
    form = ReferenceForm(typed(code, value))

    form.save()

    assert ReferenceValue.objects.get().value is kept or ReferenceValue.objects.get().value == kept


def test_words_where_a_number_is_asked_are_refused_at_the_value():
    form = ReferenceForm(typed("tests.days", "mười"))

    assert form.errors == {"value": ["Hãy nhập một số nguyên."]}


def test_a_code_that_no_room_asks_for_cannot_be_chosen():
    form = ReferenceForm(typed("tests.unknown", "1"))

    assert list(form.errors) == ["code"]


def test_a_value_shows_again_as_it_was_typed():
    kept = ReferenceForm(typed("tests.switch", "có")).save()

    assert ReferenceForm(instance=kept).initial["value"] == "Có"


def test_a_value_is_named_by_what_it_means():
    days = ReferenceValue(code="accounts.data_request_days", value=20)

    assert str(days) == "Số ngày để trả lời yêu cầu về dữ liệu cá nhân: 20"


def test_the_parts_of_a_value_are_named_in_words():
    by_right = ReferenceValue(code="accounts.data_request_days_by_right", value={"copy": 10})

    assert by_right.value_in_words() == "Bản sao dữ liệu của tôi: 10"
