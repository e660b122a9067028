"""The words of the catalogues: glossary, spelling, texts of others, texts that ask for nothing."""

from pathlib import Path

import pytest

from lienhiep.project.catalogues.glossary import PAGE, departures, terms
from lienhiep.project.catalogues.installed import is_met, listed, texts_of_installed
from lienhiep.project.catalogues.outside import in_module, in_page, outside_texts
from lienhiep.project.catalogues.spelling import misspelt


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def page(tmp_path):
    return write(
        tmp_path / "glossary.md",
        "| English | Vietnamese | Never | Source | Meaning |\n|---|---|---|---|---|\n"
        "| journal | tập san | tạp chí! | | |\n"
        "| contact officer* / contact officers* | cán bộ đầu mối; đầu mối | | | |\n"
        "| recall the document | thu hồi văn bản | rút văn bản | | |\n",
    )


def test_the_glossary_has_the_words_that_an_office_looks_for():
    asked = {
        "vào sổ", "tiếp nhận", "phát hành", "đã xem", "xác nhận đã nhận", "giữ số", "đính chính",
        "ý kiến chỉ đạo", "bút phê", "xử lý chính", "phối hợp", "nhận để biết", "cán bộ đầu mối",
        "ban kiểm tra", "tập san", "yêu cầu báo cáo", "tổng hợp báo cáo", "sơ kết", "tổng kết",
        "phiếu xác nhận gửi, nhận văn bản", "quản lý văn bản và điều hành", "thu hồi văn bản",
        "đã trả lại văn bản", "chuyển",
    }  # fmt: skip

    assert asked - {word for term in terms(PAGE) for word in term.vietnamese} == set()


def test_no_term_stands_twice_in_the_glossary():
    forms = [form for term in terms(PAGE) for form in term.forms]

    assert sorted(forms) == sorted(set(forms))


def test_a_term_alone_has_its_one_translation(page):
    assert list(departures("Journal:", "Báo", page)) == [
        "says 'Báo', where the glossary has 'tập san'"
    ]
    assert list(departures("Journal", "Tập san", page)) == []
    assert list(departures("A journal of others", "Báo của nơi khác", page)) == []


def test_a_starred_term_holds_inside_a_sentence(page):
    assert list(departures("Ask the contact officers.", "Hãy hỏi văn thư.", page)) == [
        "says 'Hãy hỏi văn thư.', where the glossary has 'cán bộ đầu mối'"
    ]
    assert list(departures("Ask the contact officer.", "Hãy hỏi đầu mối.", page)) == []


def test_a_forbidden_word_stands_nowhere_or_only_not_for_its_term(page):
    assert list(departures("A list", "Danh sách tạp chí", page)) == [
        "says 'tạp chí', where the glossary has 'tập san'"
    ]
    assert list(departures("Delete it", "Rút văn bản", page)) == []


def test_the_reader_is_addressed_in_one_way(page):
    assert list(departures("Your name", "Tên của Ông/Bà", page)) == [
        "addresses the reader as 'ông/bà', not as 'bạn'"
    ]


@pytest.mark.parametrize(
    ("vietnamese", "fault"),
    [
        ("Nghe\u0323\u0302 An", "letters and marks are apart (not NFC)"),
        ("ðơn vị", "a letter that only looks right: U+00F0"),
        ("Đã xoá hồ sơ", "the tone mark belongs on the first vowel: 'xoá'"),
        ("Huỷ số", "the tone mark belongs on the first vowel: 'Huỷ'"),
        ("Đăng kí dự", "written with y here: 'Đăng kí'"),
        ("Hồ sơ  mới", "two spaces"),
        ("Đang tải...", "three dots are one sign: …"),
        ('Mở "Hồ sơ"', "straight quotes; write “…”"),
        ("Hồ sơ :", "a space before a sign"),
        ("Hồ sơ ( mới)", "a space inside brackets"),
        ("Save the record", "still English: 'Save the record'"),
        ("Ho so cua hoi", "no marks in 'Ho so cua hoi'"),
    ],
)
def test_a_slip_of_spelling_is_named(vietnamese, fault):
    assert fault in list(misspelt("A text", vietnamese))


@pytest.mark.parametrize(
    "vietnamese",
    [
        "Quý hội đã hủy, quy định về thủy lợi, khỏe, tọa đàm, quỹ, toàn quốc, loại, hoàn tất",
        "Mở “Hồ sơ”…",
        '<a href="%(url)s">Đăng ký</a>',
        "PDF",
        "%(done)s/%(all)s",
    ],
)
def test_good_vietnamese_is_left_in_peace(vietnamese):
    assert list(misspelt("A text", vietnamese)) == []


def test_each_package_on_our_screens_lists_its_texts():
    told = set(texts_of_installed("django").values())

    assert {"admin", "allauth", "conf", "django_filters"} <= told


def test_a_text_only_of_an_admin_that_is_not_installed_is_left_out():
    import allauth

    places = {
        place
        for message in listed(Path(allauth.__file__).parent, "django")
        if is_met(message)
        for place, _line in message.locations
    }

    assert any(place.startswith("account/") for place in places)
    assert {"idp/oidc/models.py", "headless/apps.py"} & places == set()


def test_a_page_must_ask_for_the_translation_of_what_it_says(tmp_path):
    source = (
        "<h1>{% translate 'Title' %}</h1>\n"
        "{% blocktranslate trimmed %}Kept{% endblocktranslate %}\n"
        "{# a comment #}<script>var x = 'silent'</script>\n"
        '<p title="Spoken">Said</p>\n'
        "<p>{{ name }}: 12 – VUSTA, PDF</p>\n"
    )

    found = list(in_page(write(tmp_path / "a.html", source)))

    assert [(place.rsplit(":", 1)[1], text) for place, text in found] == [
        ("4", "Spoken"),
        ("4", "Said"),
    ]


def test_python_must_ask_for_the_translation_of_what_it_shows(tmp_path):
    source = (
        'name = forms.CharField(label="Name", help_text=_("Kept"))\n'
        'raise ValidationError(f"Not {this}")\n'
        'messages.success(request, "Done")\n'
        "class Kind(TextChoices):\n    A = 'a', 'First'\n    B = 'b', _('Second')\n"
    )

    found = [text for _, text in in_module(write(tmp_path / "a.py", source))]

    assert sorted(found) == ["Done", "First", "Name", "Not "]


def test_nothing_of_ours_is_shown_without_asking_for_its_translation():
    from lienhiep.project.catalogues.merging import ROOMS

    assert list(outside_texts(ROOMS)) == []
