"""Numbers in Vietnamese words."""

LARGEST = 10**18

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9


def number_in_words(number: int) -> str:
    """Return a number in words, in small letters: 1205 is "một nghìn hai trăm linh năm".

    As northern and central offices write: "linh" for an empty ten, "nghìn", and after the
    tens "mốt", "tư" and "lăm". Raises ValueError beyond a billion billions.
    """
    if abs(number) > LARGEST:
        raise ValueError(f"{number} is too large to be written in words.")
    if number < 0:
        return f"âm {number_in_words(-number)}"
    return " ".join(_whole(number)) or _DIGITS[0]


def _whole(number: int, *, follows: bool = False) -> list[str]:
    """Return the words of a number; one that follows others names its empty hundreds."""
    if number >= _BILLION:
        billions, rest = divmod(number, _BILLION)
        return [*_whole(billions, follows=follows), "tỷ", *_whole(rest, follows=True)]
    words: list[str] = []
    for value, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, number = divmod(number, value)
        if group:
            words += _hundreds(group, follows=follows)
            words += [name] if name else []
            follows = True
    return words


def _hundreds(number: int, *, follows: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or follows else []
    if rest and not tens:
        return [*words, "linh", _DIGITS[ones]] if words else [_DIGITS[ones]]
    if tens:
        words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones:
        words.append(_after_tens(tens, ones))
    return words


def _after_tens(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    if tens > 1:
        return {1: "mốt", 4: "tư"}.get(ones, _DIGITS[ones])
    return _DIGITS[ones]
