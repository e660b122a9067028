from lienhiep.core.text import is_syllable

VIETNAMESE = (
    "Nghệ An tỉnh Liên hiệp các Hội khoa học và kỹ thuật nghiêng khuya quyết giếng gì gìn Huế thuở "
    "xoong ngoằn ngoèo uỷ ủy yêu quý huỳnh khuỷu rượu hươu ĐƯỜNG quả quốc oái oăm giặt nguyễn "
    "tuần tuyệt thuế quê hoặc bươu già giữa giờ hòa hoà thúy thuý khỏe khoẻ boòng nghẹo"
)
IMPOSSIBLE = (
    "ViÖt n\u00adíc Vieät nöôùc café Müller Sọo hòc thật̉ kà cê ngê ghà ngườì đlà zô wá hoc "
    "ngheọ cheỏ qúy gìa nguờì đươngf"
)


def test_is_syllable_knows_vietnamese_words():
    assert [word for word in VIETNAMESE.split() if not is_syllable(word)] == []


def test_is_syllable_refuses_what_cannot_be_said():
    assert [word for word in IMPOSSIBLE.split() if is_syllable(word)] == []
