import pytest

from lienhiep.core.text import tone_placement

PAIRS = [
    ("hòa", "hoà"),
    ("Hòa Bình", "Hoà Bình"),
    ("thúy", "thuý"),
    ("khỏe", "khoẻ"),
    ("ỦY BAN", "UỶ BAN"),
    ("thỏa thuận", "thoả thuận"),
    ("òa khóc", "oà khóc"),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_tone_placement_changes_open_syllables_both_ways(old, new):
    assert tone_placement(old, "new") == new
    assert tone_placement(new, "old") == old
    assert tone_placement(old, "old") == old
    assert tone_placement(new, "new") == new


@pytest.mark.parametrize("style", ["old", "new"])
@pytest.mark.parametrize("word", ["quý", "Quỳ Hợp", "già", "hoàn", "loài", "ngoáy", "thuở", "của"])
def test_tone_placement_leaves_the_other_syllables(word, style):
    assert tone_placement(word, style) == word
