"""A file is taken for what it is, whole and of its kind; every refusal says what to do."""

import io
import unicodedata
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from lienhiep.core.files.checking import check_upload
from lienhiep.core.files.kinds import KINDS
from lienhiep.core.files.names import clean_file_name
from lienhiep.core.files.pictures import MOST_PIXELS
from lienhiep.core.files.uses import FileUse, Retention
from tests.factories.files import docx, old_office, pdf, picture, upload, zipped

ANY = FileUse("test.any", label="any", extensions=tuple(KINDS), max_bytes=2 * 1024 * 1024)
ONLY_PDF = FileUse("test.pdf", label="pdf", extensions=("pdf",))

ODT = "application/vnd.oasis.opendocument.text"

WHOLE = {
    "bao-cao.pdf": pdf(),
    "bao-cao.docx": docx(),
    "bang.xlsx": zipped(xl_workbook__xml="<workbook/>"),
    "trinh-chieu.pptx": zipped(ppt_presentation__xml="<p/>"),
    "van-ban.odt": zipped(mimetype=ODT, content__xml="<office/>"),
    "cu.doc": old_office("WordDocument"),
    "cu.xls": old_office("Workbook"),
    "cu.ppt": old_office("PowerPoint Document"),
    "anh.jpg": picture("JPEG"),
    "anh.png": picture("PNG"),
    "anh.webp": picture("WEBP"),
    "anh.gif": picture("GIF"),
    "quet.tif": picture("TIFF"),
    "bieu-trung.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>',
    "ghi-chu.txt": "Nghệ An, Liên hiệp Hội".encode(),
    "bang.csv": "họ tên;nơi ở\nNguyễn Thị Ngữ;Vinh".encode("utf-16"),
    "kho.zip": zipped(a__txt="a"),
}


def refusal(name, data, use=ANY):
    """Return the code of the refusal and its Vietnamese words."""
    with translation.override("vi"), pytest.raises(ValidationError) as refused:
        check_upload(upload(name, data), use)
    return refused.value.code, refused.value.messages[0]


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_file_of_each_kind_is_taken_with_its_size_and_checksum(name):
    checked = check_upload(upload(name, WHOLE[name]), ANY)

    assert (checked.name, checked.size, len(checked.sha256)) == (name, len(WHOLE[name]), 64)


def test_every_kind_that_the_house_knows_is_tried_here():
    tried = {name.rpartition(".")[2] for name in WHOLE}

    same_under_another_name = {"ods", "jpeg", "tiff"}
    of_films = {"mp4", "webm", "vtt", "mp3", "m4a"}  # see test_films
    assert set(KINDS) - tried == same_under_another_name | of_films


@pytest.mark.parametrize("name", [name for name in WHOLE if not name.endswith(("txt", "csv"))])
def test_a_file_of_which_the_second_half_is_missing_is_refused(name):
    half = WHOLE[name][: len(WHOLE[name]) // 2]

    code, words = refusal(name, half)

    assert code in ("cut_off", "damaged")
    assert words.startswith(("Tệp thiếu phần cuối", "Tệp bị hỏng"))


def test_a_pdf_made_for_the_web_is_cut_off_although_it_has_an_end_near_its_beginning():
    start = b"%PDF-1.5\n1 0 obj<</Linearized 1/L 90000/H[1 2]/O 3>>endobj\nstartxref\n0\n%%EOF\n"

    assert refusal("a.pdf", start)[0] == "cut_off"


def test_a_text_cut_off_in_the_middle_of_a_letter_is_refused():
    data = "Nghệ An và Hà Tĩnh, Thừa Thiên – Huế"[:-1].encode() + "ế".encode()[:-1]

    code, words = refusal("a.txt", data)

    assert (code, words) == (
        "encoding",
        "Tệp bị cắt ngang giữa một chữ. Xin gửi lại toàn bộ tệp.",
    )


@pytest.mark.parametrize(
    ("name", "data", "really"),
    [
        ("a.pdf", picture("PNG"), "PNG"),
        ("a.docx", pdf(), "PDF"),
        ("a.xlsx", docx(), "ZIP, DOCX, XLSX"),
        ("a.doc", docx(), "ZIP, DOCX, XLSX"),
        ("a.xls", old_office("WordDocument"), "DOC, XLS, PPT"),
        ("a.xls", b"<html><table></table></html>", "HTML"),
        ("a.jpg", picture("PNG"), "PNG"),
        ("a.png", b"MZ\x90\0" + b"\0" * 500, "EXE"),
        ("a.odt", zipped(mimetype="text/plain", content__xml="<a/>"), "ZIP, DOCX, XLSX"),
        ("a.zip", b"Rar!\x1a\x07\0" + b"\0" * 50, "RAR"),
    ],
)
def test_content_of_another_kind_than_the_name_says_is_refused_and_named(name, data, really):
    code, words = refusal(name, data)

    assert code == "not_what_it_says"
    assert f"Nội dung thật là loại {really}." in words


def test_bytes_that_are_no_text_are_refused_as_text():
    code, words = refusal("a.csv", bytes(range(256)))

    assert (code, words) == ("encoding", "Tệp này không phải là tệp văn bản.")


def test_a_text_in_an_unknown_encoding_is_refused_with_what_to_do():
    code, words = refusal("a.txt", "国家科学技術研究所の報告".encode("shift-jis"))

    assert code == "encoding"
    assert words == (
        "Không nhận ra bảng mã của tệp. Xin lưu tệp theo bảng mã Unicode (UTF-8) rồi gửi lại."
    )


def test_a_text_in_tcvn3_is_taken_as_it_is():
    data = "T¹p san Khoa häc vµ C«ng nghÖ NghÖ An, sè ®Çu n¨m".encode("cp1252")

    assert check_upload(upload("a.txt", data), ANY).media_type == "text/plain"


def test_an_empty_file_is_refused():
    assert refusal("a.pdf", b"") == (
        "empty",
        "Tệp rỗng. Hãy chọn tệp khác, hoặc lưu lại tệp này rồi gửi lần nữa.",
    )


def test_a_file_too_large_is_refused_with_both_sizes():
    code, words = refusal("a.txt", b"a" * (3 * 1024 * 1024))

    assert (code, words.replace("\xa0", " ")) == (
        "too_large",
        "Tệp nặng 3,0 MB; ở đây chỉ nhận tệp đến 2,0 MB.",
    )


def test_no_use_takes_more_than_the_whole_house(settings):
    settings.RECORD_FILE_MAX_BYTES = 10

    assert (ANY.limit, ONLY_PDF.limit) == (10, 10)


def test_a_file_of_a_kind_not_wanted_is_refused_with_the_kinds_that_are():
    assert refusal("cài đặt.exe", b"MZ", ONLY_PDF) == (
        "extension",
        "Ở đây không nhận tệp loại EXE. Các loại được nhận: PDF.",
    )


@pytest.mark.parametrize("name", ["bao cao", "bao cao.cua phong hanh chinh"])
def test_a_name_that_tells_no_kind_is_refused(name):
    assert refusal(name, pdf(), ONLY_PDF) == (
        "extension",
        "Tên tệp không cho biết loại tệp. Các loại được nhận: PDF.",
    )


def test_fewer_bytes_than_the_browser_said_are_a_broken_sending():
    half = upload("a.txt", b"half")
    half.size = 8

    with pytest.raises(ValidationError) as refused:
        check_upload(half, ANY)

    assert refused.value.code == "cut_off"


def test_a_document_with_macros_is_refused():
    assert refusal("a.docx", docx(word_vbaProject__bin="x"))[0] == "macros"


def test_a_document_locked_with_a_password_is_refused_as_such():
    code, words = refusal("a.docx", old_office("EncryptedPackage"))

    assert (code, words) == (
        "locked",
        "Tài liệu có mật khẩu. Hãy lưu bản không mật khẩu rồi gửi lại.",
    )


def test_a_member_with_a_wrong_checksum_is_refused():
    good = docx()
    at = good.index(b"PK\x03\x04") + 50
    bad = good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :]

    assert refusal("a.docx", bad)[0] == "damaged"


def test_a_zip_that_would_fill_the_machine_is_refused_unread():
    # The table of contents says how much it holds; 700 MB here, in a few bytes.
    data = bytearray(zipped(a__txt="a" * 1000))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (700 * 1024 * 1024).to_bytes(4, "little")

    assert refusal("a.zip", bytes(data))[0] == "too_large_unpacked"


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked():
    data = bytearray(picture("PNG"))
    data[16:24] = (20_000).to_bytes(4, "big") + (5_000).to_bytes(4, "big")
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")

    code, words = refusal("a.png", bytes(data))

    assert (code, words) == (
        "too_many_pixels",
        f"Ảnh có hơn {MOST_PIXELS // 1_000_000} triệu điểm ảnh. Hãy thu nhỏ rồi gửi lại.",
    )


@pytest.mark.parametrize(
    ("came", "kept"),
    [
        ("C:\\Tài liệu\\báo cáo.PDF", "báo cáo.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        (unicodedata.normalize("NFD", "Nghệ An.pdf"), "Nghệ An.pdf"),
        ("hoá\x00đơn\x07.pdf", "hoáđơn.pdf"),
        ("gpj.\u202efdp.exe", "gpj.fdp.exe"),
        ('a<b>"c|d?.pdf', "a-b-c-d-.pdf"),
        ("  tờ   trình . pdf", "tờ trình.pdf"),
        (".pdf", "tep.pdf"),
        ("...", "tep"),
        ("Đề án.tar.gz", "Đề án.tar.gz"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_what_does_harm(came, kept):
    assert clean_file_name(came) == kept


def test_a_long_name_keeps_the_end_that_tells_the_kind():
    name = clean_file_name("ă" * 400 + ".docx")

    assert (len(name), name[-5:]) == (150, ".docx")


def test_the_bytes_are_ready_to_be_read_again_after_the_check():
    file = upload("a.pdf", pdf())

    check_upload(file, ONLY_PDF)

    assert file.read() == pdf()


def test_a_kind_that_nobody_knows_cannot_be_taken_for_any_use():
    with pytest.raises(ValueError, match="exe"):
        FileUse("test.exe", label="exe", extensions=("exe",), retention=Retention("x", years=1))


def test_tiff_pages_are_walked_without_unpacking():
    whole = io.BytesIO()
    from PIL import Image

    page = Image.effect_noise((64, 64), 40)
    page.save(whole, "TIFF", save_all=True, append_images=[page])

    assert check_upload(upload("a.tif", whole.getvalue()), ANY).media_type == "image/tiff"
