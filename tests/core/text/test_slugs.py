import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienhiep.core.text import slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đại hội đại biểu", "dai-hoi-dai-bieu"),
        ("Kỹ thuật & Lý luận: số 1/2022", "ky-thuat-ly-luan-so-1-2022"),
        ("  --Nghệ An--  ", "nghe-an"),
        ("日本", ""),
        ("", ""),
    ],
)
def test_slugify_writes_titles_without_marks(title, slug):
    assert slugify(title) == slug


def test_slugify_cuts_at_a_word():
    assert slugify("Liên hiệp các Hội Khoa học", max_length=15) == "lien-hiep-cac"
    assert slugify("Liên hiệp các Hội Khoa học", max_length=13) == "lien-hiep-cac"
    assert slugify("Nghiêng", max_length=4) == "nghi"


@given(st.text(), st.integers(min_value=1, max_value=30))
def test_slugify_gives_only_what_an_address_may_hold(text, max_length):
    slug = slugify(text, max_length)

    assert len(slug) <= max_length
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
