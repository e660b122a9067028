"""Vietnamese text: how it is stored, found, sorted, written and read from old files."""

from lienhiep.core.text.cleaning import clean, clean_lines, cut
from lienhiep.core.text.dates import format_date, format_date_long
from lienhiep.core.text.decoding import Decoded, UnknownEncoding, decode_bytes
from lienhiep.core.text.folding import exact_key, fold, without_marks
from lienhiep.core.text.legacy import (
    Detection,
    detect_legacy,
    from_legacy,
    from_tcvn3,
    from_vni,
    repair,
)
from lienhiep.core.text.names import Name, has_titles, split_name, strip_titles
from lienhiep.core.text.numbers import format_number, format_share, ordinal, padded, roman
from lienhiep.core.text.slugs import slugify
from lienhiep.core.text.sorting import person_sort_key, sort_key
from lienhiep.core.text.syllables import is_syllable
from lienhiep.core.text.symbols import (
    InvalidSymbol,
    Symbol,
    parse_symbol,
    symbol_key,
    symbol_keys,
)
from lienhiep.core.text.tones import tone_placement
from lienhiep.core.text.wording import number_in_words

__all__ = [
    "Decoded",
    "Detection",
    "InvalidSymbol",
    "Name",
    "Symbol",
    "UnknownEncoding",
    "clean",
    "clean_lines",
    "cut",
    "decode_bytes",
    "detect_legacy",
    "exact_key",
    "fold",
    "format_date",
    "format_date_long",
    "format_number",
    "format_share",
    "from_legacy",
    "from_tcvn3",
    "from_vni",
    "has_titles",
    "is_syllable",
    "number_in_words",
    "ordinal",
    "padded",
    "parse_symbol",
    "person_sort_key",
    "repair",
    "roman",
    "slugify",
    "sort_key",
    "split_name",
    "strip_titles",
    "symbol_key",
    "symbol_keys",
    "tone_placement",
    "without_marks",
]
