"""Legal numbers hold from a day to a day, and name their source."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from lienhiep.core import reference
from lienhiep.core.history import last_change
from lienhiep.core.models import ReferenceValue
from lienhiep.core.reference import (
    MissingReference,
    expect_reference,
    expected_references,
    set_reference,
    value_on,
)

pytestmark = pytest.mark.django_db

DAYS = "sample.reply_days"
DECREE = "Nghị định 30/2020/NĐ-CP, Điều 1"


@pytest.fixture(autouse=True)
def codes(monkeypatch):
    monkeypatch.setattr(reference, "_expected", {})
    expect_reference(DAYS, of=int, label="Days to reply", description="Working days")
    expect_reference("sample.rate", of=str, label="Rate")


def stated(valid_from, valid_to=None, value=5, code=DAYS):
    found = ReferenceValue(
        code=code, value=value, valid_from=valid_from, valid_to=valid_to, source=DECREE
    )
    found.full_clean()
    found.save()
    return found


def refused(**fields):
    with pytest.raises(ValidationError) as refusal:
        stated(**fields)
    return sorted(refusal.value.message_dict)


def test_value_on_gives_what_held_on_the_day():
    stated(date(2020, 3, 5), date(2024, 12, 31), value=5)
    stated(date(2025, 1, 1), value=3)

    days = [date(2020, 3, 5), date(2024, 12, 31), date(2025, 1, 1), date(2199, 1, 1)]

    assert [value_on(DAYS, day) for day in days] == [5, 5, 3, 3]


def test_value_on_says_in_words_that_nothing_is_known():
    stated(date(2020, 3, 5))

    with pytest.raises(MissingReference) as missing:
        value_on(DAYS, date(2020, 3, 4))

    assert str(missing.value) == (
        "Chưa có giá trị “Days to reply” cho ngày 04/03/2020. Hãy nhập giá trị kèm nguồn."
    )


def test_value_on_gives_the_default_where_nothing_holds():
    assert value_on(DAYS, date(2020, 3, 4), default=None) is None


def test_value_on_refuses_a_code_that_no_room_declares():
    with pytest.raises(LookupError):
        value_on("sample.unknown", date(2020, 1, 1))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2021, 1, 1), None),
        (date(2019, 1, 1), date(2020, 3, 5)),
        (date(2024, 12, 31), date(2025, 6, 1)),
        (date(2020, 3, 5), date(2024, 12, 31)),
        (date(2000, 1, 1), None),
    ],
)
def test_two_values_never_hold_on_the_same_day(start, end):
    stated(date(2020, 3, 5), date(2024, 12, 31))

    assert refused(valid_from=start, valid_to=end)[0] == "valid_from"


def test_values_may_follow_each_other_day_by_day():
    stated(date(2020, 3, 5), date(2024, 12, 31))

    stated(date(2025, 1, 1))
    stated(date(2019, 1, 1), date(2020, 3, 4))

    assert ReferenceValue.objects.count() == 3


def test_another_code_may_hold_on_the_same_days():
    stated(date(2020, 3, 5))

    assert stated(date(2020, 3, 5), code="sample.rate", value="1.5").pk


def test_a_value_may_be_saved_again_as_it_is():
    value = stated(date(2020, 3, 5))

    value.full_clean()


def test_the_last_day_does_not_lie_before_the_first():
    assert refused(valid_from=date(2020, 3, 5), valid_to=date(2020, 3, 4)) == ["valid_to"]


def test_a_code_that_nobody_asks_for_is_refused():
    assert refused(valid_from=date(2020, 3, 5), code="sample.reply_dayz") == ["code"]


@pytest.mark.parametrize("value", ["5", True, [5]])
def test_a_value_of_the_wrong_kind_is_refused(value):
    assert refused(valid_from=date(2020, 3, 5), value=value) == ["value"]


def test_a_source_must_be_named():
    with pytest.raises(ValidationError) as refusal:
        ReferenceValue(code=DAYS, value=5, valid_from=date(2020, 3, 5)).full_clean()

    assert sorted(refusal.value.message_dict) == ["source"]


def test_set_reference_ends_what_held_until_then():
    clerk = get_user_model().objects.create(email="an@example.vn", full_name="Lê An")
    old = stated(date(2020, 3, 5), value=5)

    new = set_reference(
        code=DAYS, value=3, valid_from=date(2025, 1, 1), source="Nghị định mới", by=clerk
    )

    old.refresh_from_db()
    assert (old.valid_to, new.valid_to) == (date(2024, 12, 31), None)
    assert (last_change(new).who, last_change(new).log.action) == ("Lê An", "core.set_reference")
    assert [change.field for change in last_change(old).changes] == ["valid_to"]


def test_set_reference_refuses_to_hold_before_what_holds_already():
    stated(date(2020, 3, 5))

    with pytest.raises(ValidationError):
        set_reference(code=DAYS, value=3, valid_from=date(2019, 1, 1), source="x", by=None)

    assert ReferenceValue.objects.count() == 1


def test_expected_references_are_told_in_their_order():
    assert [expected.code for expected in expected_references()] == ["sample.rate", DAYS]
