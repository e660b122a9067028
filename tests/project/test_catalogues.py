"""Every text of ours is there in Vietnamese; catalogues merge without contradiction."""

from pathlib import Path

import pytest
from django.utils.translation import gettext_lazy, override

from lienhiep.project.catalogues import check_catalogues, compile_catalogues
from lienhiep.project.catalogues.borrowed import MEANT, borrowed_texts
from lienhiep.project.catalogues.checking import placeholders
from lienhiep.project.catalogues.extracting import in_python, in_template, used_texts
from lienhiep.project.catalogues.merging import ROOMS, merge, source_files

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def room(folder: Path, name: str, catalogue: str, python: str = "") -> None:
    write(folder / name / "locale/vi/LC_MESSAGES/django.po", HEADER + catalogue)
    write(folder / name / "models.py", python)


def faults(folder: Path) -> list[str]:
    return [f.message.split(": ", 1)[-1] for f in check_catalogues(folder) if not f.is_warning]


def test_every_text_of_ours_has_its_translation():
    faults = [finding.message for finding in check_catalogues() if not finding.is_warning]

    assert faults == []


def test_check_names_a_text_without_translation(tmp_path):
    room(tmp_path, "journal", "", 'label = _("Issue")\n')

    assert faults(tmp_path) == ["not translated: 'Issue'"]


def test_check_refuses_a_lost_placeholder(tmp_path):
    catalogue = 'msgid "%(count)s rows"\nmsgstr "nhiều dòng"\n'
    room(tmp_path, "journal", catalogue, 'label = _("%(count)s rows")\n')

    assert faults(tmp_path) == ["placeholders: '%(count)s rows'"]


def test_check_refuses_an_unsure_translation(tmp_path):
    catalogue = '#, fuzzy\nmsgid "Issue"\nmsgstr "Số báo"\n'
    room(tmp_path, "journal", catalogue, 'label = _("Issue")\n')

    assert faults(tmp_path) == ["not translated: 'Issue'", "unsure (fuzzy): 'Issue'"]


def test_check_reports_two_translations_of_one_text(tmp_path):
    room(tmp_path, "core", 'msgid "State"\nmsgstr "Trạng thái"\n', '_("State")\n')
    room(tmp_path, "journal", 'msgid "State"\nmsgstr "Tình trạng"\n', '_("State")\n')

    found = faults(tmp_path)

    assert len(found) == 1
    assert "says 'Trạng thái'" in found[0]
    assert "says 'Tình trạng'" in found[0]


def test_check_only_warns_of_a_text_no_longer_used(tmp_path):
    room(tmp_path, "journal", 'msgid "Issue"\nmsgstr "Số"\n')

    [finding] = check_catalogues(tmp_path)

    assert finding.is_warning


def test_a_context_keeps_two_meanings_of_one_word_apart(tmp_path):
    catalogue = 'msgctxt "journal"\nmsgid "Issue"\nmsgstr "Số"\n\nmsgid "Issue"\nmsgstr "Vấn đề"\n'
    room(tmp_path, "journal", catalogue, 'pgettext("journal", "Issue")\n_("Issue")\n')

    assert faults(tmp_path) == []


def test_check_refuses_a_word_that_says_something_else_on_a_screen_of_wagtails(tmp_path):
    room(tmp_path, "journal", 'msgid "Editing"\nmsgstr "Biên tập bài"\n', '_("Editing")\n')

    assert faults(tmp_path) == [
        "Wagtail or Django has this text too: 'Editing'. "
        "Give ours a context, or list it in borrowed.MEANT."
    ]


def test_a_context_keeps_our_word_off_the_screens_of_wagtail(tmp_path):
    catalogue = 'msgctxt "journal"\nmsgid "Editing"\nmsgstr "Biên tập bài"\n'
    room(tmp_path, "journal", catalogue, 'pgettext("journal", "Editing")\n')

    assert faults(tmp_path) == []


def test_a_word_that_a_part_for_wagtail_says_as_well_was_weighed(tmp_path):
    catalogue = 'msgid "Editing"\nmsgstr "Đang sửa"\n'
    room(tmp_path, "journal", catalogue, '_("Editing")\n')
    write(tmp_path / "core/locale_parts/wagtail_admin.po", HEADER + catalogue)

    assert faults(tmp_path) == []


def test_each_word_that_is_meant_for_both_is_still_said_by_both():
    paths = source_files()
    wanted = {(text.context, text.singular) for text in used_texts(ROOMS)}

    borrowed = {singular for _, singular in borrowed_texts(wanted, merge(paths), paths)}

    assert MEANT - borrowed == set()


def test_python_yields_plurals_and_texts_in_several_pieces(tmp_path):
    path = write(tmp_path / "a.py", 'ngettext("one", "many", n)\n_("long "\n  "text")\n_(name)\n')

    found = [(text.singular, text.plural) for text in in_python(path)]

    assert found == [("one", "many"), ("long text", None)]


def test_template_yields_tags_filters_and_blocks(tmp_path):
    source = (
        '<p title="{% translate "Title" %}">{{ name|default:_("Nobody") }}</p>\n'
        "{% blocktranslate trimmed count n=n %}\n  {{ n }} row\n{% plural %}\n"
        "  {{ n }} rows (all)\n{% endblocktranslate %}\n"
        '{% translate "May" context "month" %}\n'
    )

    found = list(in_template(write(tmp_path / "a.html", source)))

    assert [(text.context, text.singular, text.plural) for text in found] == [
        (None, "Title", None),
        (None, "Nobody", None),
        (None, "%(n)s row", "%(n)s rows (all)"),
        ("month", "May", None),
    ]


def test_placeholders_are_counted_and_percent_signs_are_not():
    assert placeholders("%(a)s of {b} at 100%% or %s") == {"%(a)s": 1, "{b}": 1, "%s": 1}


def test_compile_writes_once_and_again_only_after_a_change(tmp_path):
    rooms, target = tmp_path / "rooms", tmp_path / "locale"
    room(rooms, "core", 'msgid "State"\nmsgstr "Trạng thái"\n')
    compiled = target / "vi/LC_MESSAGES/django.mo"
    compile_catalogues(target, rooms)
    first = compiled.stat().st_ino

    compile_catalogues(target, rooms)
    untouched = compiled.stat().st_ino
    room(rooms, "core", 'msgid "State"\nmsgstr "Tình trạng"\n')
    compile_catalogues(target, rooms)

    assert untouched == first
    assert "Tình trạng".encode() in compiled.read_bytes()


def test_parts_stand_behind_the_rooms_own_words(tmp_path):
    rooms, target = tmp_path / "rooms", tmp_path / "locale"
    room(rooms, "core", 'msgid "Page"\nmsgstr "Trang của ta"\n')
    part = 'msgid "Page"\nmsgstr "Trang của phần"\n\nmsgid "Tree"\nmsgstr "Cây trang"\n'
    write(rooms / "core/locale_parts/wagtail.po", HEADER + part)

    conflicts = compile_catalogues(target, rooms)

    compiled = (target / "vi/LC_MESSAGES/django.mo").read_bytes()
    assert len(conflicts) == 1
    assert "Trang của ta".encode() in compiled
    assert "Cây trang".encode() in compiled


def test_a_broken_catalogue_is_named(tmp_path):
    room(tmp_path, "core", "nobody knows what this is\n")

    with pytest.raises(ValueError, match=r"core/locale/vi/LC_MESSAGES/django\.po"):
        compile_catalogues(tmp_path / "locale", tmp_path)


def test_the_tests_themselves_speak_vietnamese():
    with override("vi"):
        assert str(gettext_lazy("Project")) == "Dự án"
