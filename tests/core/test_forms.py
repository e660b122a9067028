"""Forms: what is typed becomes clean text, messages are Vietnamese, the look is ours."""

import unicodedata
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.forms import inlineformset_factory
from django.utils import translation
from wagtail.admin.panels import FieldPanel, ObjectList

from lienhiep.core.forms import OfficeAdminModelForm, OfficeForm, OfficeModelForm, OfficeRenderer
from lienhiep.core.forms.typed_text import clean_typed_text
from tests.sample.models import Club, Member
from tests.sample.papers.models import Paper

NFD = unicodedata.normalize("NFD", "Nguyễn Thị Ngữ")


class LetterForm(OfficeForm):
    subject = forms.CharField(max_length=30)
    text = forms.CharField(widget=forms.Textarea, required=False)
    email = forms.EmailField(required=False)
    password = forms.CharField(widget=forms.PasswordInput, required=False)
    code = forms.CharField(widget=forms.HiddenInput, required=False)
    extra = forms.JSONField(required=False)


def cleaned(**typed):
    form = LetterForm({"subject": "Báo cáo"} | typed)
    assert form.errors == {}
    return form.cleaned_data


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (NFD, "Nguyễn Thị Ngữ"),
        ("  Tờ \t trình\n ", "Tờ trình"),
        ("Ðồng ðội", "Đồng đội"),
        ("Hà\u200b Nội\ufeff", "Hà Nội"),
        ("Báo\x00 cáo", "Báo cáo"),
        ("Ｓố １５", "Số 15"),
    ],
)
def test_one_line_of_text_is_stored_clean(typed, kept):
    assert cleaned(subject=typed)["subject"] == kept


def test_text_of_several_lines_keeps_them():
    assert cleaned(text=f"{NFD}  \r\n\r\n\r\n\r\ndòng\x00 hai")["text"] == (
        "Nguyễn Thị Ngữ\n\ndòng hai"
    )


def test_the_length_is_counted_after_cleaning():
    thirty = "ễ" * 30

    assert cleaned(subject=unicodedata.normalize("NFD", thirty))["subject"] == thirty


def test_only_white_space_is_nothing_where_something_is_required():
    form = LetterForm({"subject": " \u200b\x00 "})

    assert form.has_error("subject", "required")


def test_passwords_hidden_fields_and_data_stay_as_they_came():
    data = cleaned(password=f"{NFD}  x", code="a  b", extra='{"a":  "Ð"}')

    assert (data["password"], data["code"], data["extra"]) == (f"{NFD}  x", "a  b", {"a": "Ð"})


def test_text_in_an_old_font_is_refused_with_what_it_probably_means():
    form = LetterForm({"subject": "T¹p san Khoa häc NghÖ An"})

    with translation.override("vi"):
        words = form.errors["subject"]

    assert words == [
        "Nội dung này gõ bằng phông chữ cũ (TCVN3), không phải Unicode. Có lẽ nội dung là: "
        "“Tạp san Khoa học Nghệ An”. Hãy chuyển bộ gõ sang Unicode rồi gõ lại."
    ]
    assert form["subject"].value() == "T¹p san Khoa häc NghÖ An"


@pytest.mark.parametrize("field", ["subject", "text"])
def test_text_whose_letters_were_lost_on_the_way_is_refused(field):
    form = LetterForm({"subject": "Báo cáo"} | {field: "T\ufffdp san Khoa h\ufffdc"})

    with translation.override("vi"):
        words = form.errors[field]

    assert words == [
        "Nội dung này được gửi theo bảng mã khác nên đã mất chữ ở những chỗ hiện “\ufffd”. "
        "Hãy gõ lại những chữ đó."
    ]
    assert form[field].value() == "T\ufffdp san Khoa h\ufffdc"


@pytest.mark.parametrize("name", ["Müller", "Universität Köln", "São Paulo", "Café Zoë", "Señor"])
def test_a_foreign_name_is_no_old_font(name):
    assert cleaned(subject=name)["subject"] == name


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"subject": ""}, ["Ô này phải được điền."]),
        ({"email": "a@"}, ["Địa chỉ thư điện tử chưa đúng, ví dụ đúng: van.phong@example.vn."]),
    ],
)
def test_messages_are_vietnamese(typed, words):
    with translation.override("vi"):
        form = LetterForm({"subject": "Báo cáo"} | typed)
        assert list(form.errors.values()) == [words]


def test_a_form_of_a_record_is_cleaned_too():
    class ClubForm(OfficeModelForm):
        class Meta:
            model = Club
            fields = ["name", "text"]

    form = ClubForm({"name": NFD, "text": f"{NFD}\x00"})

    assert form.is_valid()
    assert (form.instance.name, form.instance.text) == ("Nguyễn Thị Ngữ", "Nguyễn Thị Ngữ")


def test_a_form_of_the_back_office_is_cleaned_too():
    panel = ObjectList([FieldPanel("title")], base_form_class=OfficeAdminModelForm)

    form = panel.bind_to_model(Paper).get_form_class()({"title": f"{NFD}\x00"})

    assert form.is_valid()
    assert form.instance.title == "Nguyễn Thị Ngữ"


def test_the_rows_of_a_form_are_cleaned_with_it():
    rows = inlineformset_factory(Club, Member, fields=["name"])(
        {
            "members-TOTAL_FORMS": "1",
            "members-INITIAL_FORMS": "0",
            "members-0-name": f"{NFD}\x00",
        }
    )

    clean_typed_text(SimpleNamespace(fields={}, formsets={"members": rows}))

    assert rows.is_valid()
    assert rows.forms[0].cleaned_data["name"] == "Nguyễn Thị Ngữ"


def test_forms_are_rendered_with_our_own_templates():
    form = LetterForm({})

    page = BeautifulSoup(str(form), "html.parser")

    assert isinstance(form.renderer, OfficeRenderer)
    assert page.select_one(".field--wrong .field__errors li").text.strip()
    assert len(page.select(".error-summary")) == 1
