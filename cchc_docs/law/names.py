"""When two spellings are one name."""

import re
import unicodedata

from cchc_docs.text.normal import fold

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SAME = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-"})


def same(text: str) -> str:
    """A form in which names that are read alike are equal: case, place of the tone, apostrophe and dash do not count.

    >>> same("Hoà  Bình") == same("HÒA BÌNH"), same("Cư M’gar") == same("Cư M'Gar"), same("Tân Hòa") == same("Tân Hóa")
    (True, True, False)
    >>> same("Bà Rịa – Vũng Tàu") == same("Bà Rịa-Vũng Tàu")
    True
    """
    words = fold(text).translate(_SAME)
    return re.sub(r"[^\W\d_]+", _tone_last, re.sub(r" *- *", " - ", words))


def _tone_last(word: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFD", word[0])
    tones = "".join(mark for mark in letters if mark in _TONES)
    return "".join(mark for mark in letters if mark not in _TONES) + tones


def without(text: str, *openings: str) -> str:
    """``text`` without the first of ``openings`` (in lower case, each with its space) that stands before it.

    >>> without("Tỉnh Lâm Đồng", "thành phố ", "tỉnh ")
    'Lâm Đồng'
    """
    low = text.lower()
    return next((text[len(opening) :] for opening in openings if low.startswith(opening)), text)
