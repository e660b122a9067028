import pytest

from lienhiep.core.text import detect_legacy, from_legacy, from_tcvn3, from_vni, repair

UNICODE = "Việt Nam đất nước, Liên hiệp các Hội Khoa học và Kỹ thuật Nghệ An"
TCVN3 = "ViÖt Nam ®Êt n\u00adíc, Liªn hiÖp c¸c Héi Khoa häc vµ Kü thuËt NghÖ An"
VNI = "Vieät Nam ñaát nöôùc, Lieân hieäp caùc Hoäi Khoa hoïc vaø Kyõ thuaät Ngheä An"

SMALL = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"
TCVN3_SMALL = bytes.fromhex(
    "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbcccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9"
    "aceaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfeae"
).decode("latin-1")
VNI_SMALL = (
    "aøaûaõaùaïaêaèaúaüaéaëaâaàaåaãaáaäeøeûeõeùeïeâeàeåeãeáeäìæóíòoøoûoõoùoïoâoàoåoãoáoä"
    "ôôøôûôõôùôïuøuûuõuùuïööøöûöõöùöïyøyûyõyùîñ"
)


def test_from_tcvn3_knows_every_letter():
    assert from_tcvn3(TCVN3_SMALL) == SMALL
    assert from_tcvn3("¡¢£¤¥¦§") == "ĂÂÊÔƠƯĐ"


def test_from_tcvn3_writes_a_capital_font_in_capitals():
    assert from_tcvn3("liªn hiÖp héi", capitals=True) == "LIÊN HIỆP HỘI"


def test_from_vni_knows_every_letter_small_and_capital():
    assert from_vni(VNI_SMALL) == SMALL
    assert from_vni(VNI_SMALL.upper()) == SMALL.upper()
    assert from_vni("Aùo, Ñöùc, AÙO") == "Áo, Đức, ÁO"


@pytest.mark.parametrize(("text", "encoding"), [(TCVN3, "tcvn3"), (VNI, "vni")])
def test_detect_legacy_recognises_old_fonts(text, encoding):
    found = detect_legacy(text)

    assert found == (encoding, 1.0)
    assert from_legacy(text, found.encoding) == UNICODE


@pytest.mark.parametrize(
    "text",
    [
        UNICODE,
        UNICODE.upper(),
        "Toán, Ngô, các, để",
        "Ông Đắk Lắk Krông Pắc",
        "déjà vu, café, São Paulo, Müller, résumé",
        "“Nghệ An” – 30 °C",
        "QĐ, NĐ-CP, HĐND",
        "Ordinary English",
        "",
    ],
)
def test_detect_legacy_never_takes_good_text_for_old(text):
    assert detect_legacy(text) is None
    assert repair(text) == text


def test_repair_judges_each_line_alone():
    mixed = f"{TCVN3}\n{UNICODE}\r\n{VNI}"

    assert repair(mixed) == f"{UNICODE}\n{UNICODE}\r\n{UNICODE}"


def test_a_line_that_both_encodings_explain_is_decided_by_the_whole_text():
    line = "Thö coâng"
    assert detect_legacy(line) is None

    assert repair(f"{line}\n{VNI}") == f"Thư công\n{UNICODE}"
