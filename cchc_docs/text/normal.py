"""Vietnamese text as the whole system sees it: one normal form, one way from a heading to a name.

Nothing here knows of files, records or documents.
"""

import re
import unicodedata
from collections.abc import Iterable

# Characters that no office means to type: zero-width marks, byte-order marks, direction marks, soft hyphens.
_INVISIBLE = dict.fromkeys([0x00AD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)])
# Spaces of other widths become the plain one; the line and paragraph separators become line breaks.
_SPACES = {
    **dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "),
    0x2028: "\n",
    0x2029: "\n",
}
_SPACES_AND_INVISIBLE = _SPACES | _INVISIBLE
# The line breaks of Windows, old Macs, Word (Shift+Enter, when pasted elsewhere) and mainframes.
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x85]")
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""A character that a Word file cannot show: what XML 1.0 cannot hold (section 2.2, production Char: C0 controls, lone
surrogates, U+FFFE, U+FFFF), and the controls from U+007F to U+009F, which Word shows as boxes."""
_NOT_ON_A_LINE = re.compile(f"[\t\n\r]|{UNPRINTABLE.pattern}")

_TCVN3 = re.compile(r"[A-Za-z][µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­øõö÷ùúýûüþ§]")
_TCVN3_ONLY = frozenset("µ¸¶·¹¨»¾¼½©®ª«¬­§÷")
_VNI = re.compile(r"[AEIOUYaeiouy][äøûüïåëöÄØÛÜÏÅËÖ]|[oOuU]âûï]|ñ[aeiouy]")


class MarkedText(str):
    """Text that may carry markup (kind *văn bản*): ``**đậm**``, ``*nghiêng*``, ``^[chú thích]``, ``[[mã chỉ số]]``.

    It is a plain string everywhere but where a template prints it; see ``cchc_docs.word.template.inline``.
    """

    __slots__ = ()


def key(text: str) -> str:
    """The name of a heading: lower case, no accents, words joined by ``_``.

    The same function serves sheet names, column headings, YAML keys, type names on the command line and
    template variables, so the heading in Excel *is* the variable in Word.

    >>> key("Chủ trì"), key("Đơn vị tính"), key("  Số/ký hiệu "), key("3-3.1.2")
    ('chu_tri', 'don_vi_tinh', 'so_ky_hieu', '3_3_1_2')
    """
    apart = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    bare = apart.encode("ascii", "ignore").decode("ascii")
    return "_".join(re.findall("[a-z0-9]+", bare.lower()))


def printable(text: str) -> str:
    """``text`` as a Word file can show it: every line break is ``\\n``, and what cannot be shown is left out.

    >>> printable("Sở Văn\\x81 hóa\\x7f\\r\\nmột\\x85hai\\x0bba")
    'Sở Văn hóa\\nmột\\nhai\\nba'
    """
    return UNPRINTABLE.sub("", _LINE_BREAK.sub("\n", text))


def clean(text: str) -> str:
    """``text`` in the one form that the system keeps: NFC, plain spaces, ``\\n`` for line breaks, trimmed.

    Spaces at line ends and before the text go; what a Word file cannot show and invisible marks go too (``dropped``
    tells which, so that a reader can report them). A tab stays a tab.

    >>> clean("Hoa\\u0300 Bi\\u0300nh\\u00a0 2023\\r\\n")
    'Hoà Bình  2023'
    """
    if text.isprintable():  # nearly all are: then there is no space but the plain one, no line break, no odd character
        return unicodedata.normalize("NFC", text).strip()
    text = printable(text).translate(_SPACES_AND_INVISIBLE)
    # Last, since a mark that is gone may have stood between a letter and its accent.
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def dropped(text: str) -> list[str]:
    """The characters that ``clean`` takes away without leaving anything for them, as ``U+0007`` names, in order.

    Soft hyphens, zero-width and direction marks are invisible and not worth a message; control characters are,
    since a whole word may have stood there.

    >>> dropped("a\\x07b\\u200b\\x85c\\x81")
    ['U+0007', 'U+0081']
    """
    return [f"U+{ord(c):04X}" for c in UNPRINTABLE.findall(_LINE_BREAK.sub("\n", text))]


def on_a_line(text: str) -> str:
    """``text``, a name from outside, for one line of the screen: ``\ufffd`` for each character that no screen shows.

    File names on Linux are bytes; those that are no UTF-8 come as lone surrogates, which cannot be printed.

    >>> on_a_line("kế\\udcbf hoạch\\x1b.xlsx")
    'kế\ufffd hoạch\ufffd.xlsx'
    """
    return _NOT_ON_A_LINE.sub("\ufffd", text)


def fold(text: str) -> str:
    """``text`` for comparing names that people type: ``clean``, lower case, single spaces, accents kept."""
    return " ".join(clean(text).lower().split())


def legacy_encoding(text: str) -> str:
    """``"TCVN3"`` or ``"VNI"`` where ``text`` looks like one of the encodings before Unicode, else ``""``.

    Such text is reported, never converted: the guess can be wrong, and the font that made it readable is lost.

    >>> [legacy_encoding(words) for words in ("Céng hoµ x· héi chñ nghÜa", "Coäng hoøa xaõ hoäi", "Cộng hòa")]
    ['TCVN3', 'VNI', '']
    """
    if any(ord(c) > 0x1E00 for c in text):
        return ""
    if len(_VNI.findall(text)) >= 2 and not _TCVN3_ONLY & set(text):
        return "VNI"
    hits = _TCVN3.findall(text)
    if len(hits) >= 2 and any(hit[1] in _TCVN3_ONLY for hit in hits):
        return "TCVN3"
    return ""


def upper(text: str) -> str:
    """``text`` in capitals (*in hoa*).

    >>> upper("Sở Văn hóa, Thể thao và Du lịch")
    'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH'
    """
    return clean(text).upper()


def join(parts: Iterable[object], separator: str = "; ", last: str | None = None) -> str:
    """The parts as one text, blanks left out; ``last`` stands before the final part where given.

    >>> join(["Văn phòng", "", "Thanh tra"]), join(["a", "b", "c"], ", ", " và ")
    ('Văn phòng; Thanh tra', 'a, b và c')
    """
    words = [text for text in map(str, parts) if text]
    if last is None or len(words) < 2:
        return separator.join(words)
    return separator.join(words[:-1]) + last + words[-1]
