"""The width of a text in Times New Roman, and the breaks of a long name into lines.

The advance widths stand in ``facts/be_rong_chu.csv`` (source named there). Word and LibreOffice set text without
kerning unless a document asks for it, and our templates do not, so a line is as wide as its letters' sum.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from cchc_docs.facts import table
from cchc_docs.text.normal import key

_UNITS = 2048  # of the font, to one size
_POINT = 25.4 / 72  # mm

# Words that open a new group in an organ's name or a title: a line may well start with them.
_OPENS = re.compile(
    r"(và|của|về|sở|tỉnh|thành phố|xã(?! hội)|phường|đặc khu|hội đồng|ủy ban|giai đoạn|năm(?= \d))\b", re.IGNORECASE
)
# Words that are not yet the name that follows: no line ends with them.
_LEADS_ON = frozenset(
    [
        "và",
        "của",
        "về",
        "các",
        "cho",
        "với",
        "tại",
        "theo",
        "trong",
        "sở",
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "ngày",
        "tháng",
    ]
)
_CLOSES = (",", ";", "-", "–")  # a line may well end with these, and never starts with them
_ABBREVIATION = re.compile(r"[A-ZĐ]{1,3}\.")  # TL. GIÁM ĐỐC
_QUOTES, _STOPS = '“"(', '”"),;.:'  # what may stand before and after a word
_GOOD_BREAK, _PLAIN_BREAK, _BAD_BREAK = 0.0, 0.2, 1.0
_ALONE = 0.6


def text_width(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """The width of ``text``, set in one line at ``size_pt``, in mm.

    A letter that the table lacks counts as its base letter (``ñ`` as ``n``), or as a full square where it has none:
    rather too wide than too narrow.

    >>> round(text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True), 1)
    95.7
    """
    glyphs = _glyphs(bold, italic)
    units = 0
    for char in unicodedata.normalize("NFC", text):
        base = unicodedata.normalize("NFD", char)[0]
        units += glyphs.get(char, glyphs.get(base, 0 if unicodedata.combining(char) else _UNITS))
    return units / _UNITS * size_pt * _POINT


@cache
def _glyphs(bold: bool, italic: bool) -> dict[str, int]:
    """Advance width by character, in 1/2048 of the size, for one of the four faces."""
    face = {(False, False): "thuong", (True, False): "dam", (False, True): "nghieng", (True, True): "dam_nghieng"}
    return {chr(int(row["ma"].removeprefix("U+"), 16)): int(row[face[bold, italic]]) for row in table("be_rong_chu")}


def break_lines(text: str, limit_mm: float, size_pt: float, *, bold: bool = False, italic: bool = False) -> list[str]:
    """``text`` in as few lines as fit into ``limit_mm``, broken where a name is broken by hand.

    Of all ways with that number of lines, the one with the most even lines is taken, where a break after a comma
    or a dash, before *và* or before a word such as *tỉnh* costs nothing; a break before a number or after such a word
    and a single word on a line of its own cost dearly. Compounds (``facts/tu_ghep.csv``) stay whole where a line can
    hold them. Only a word that is wider than the limit by itself makes a line wider.

    >>> break_lines("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 60, 13, bold=True)
    ['SỞ VĂN HÓA,', 'THỂ THAO VÀ DU LỊCH']
    """
    return list(_broken(text, limit_mm, size_pt, bold=bold, italic=italic))


@lru_cache(maxsize=1024)
def _broken(text: str, limit_mm: float, size_pt: float, *, bold: bool, italic: bool) -> tuple[str, ...]:
    """The lines; the documents of a batch have most of their names and titles in common."""
    found = list(re.finditer(r"(\S+)\s*", text))
    widths = [text_width(word[1], size_pt, bold=bold, italic=italic) for word in found]
    # With the space after it; two and more stay, for they are the room for a number or a day.
    steps = [text_width(word[0], size_pt, bold=bold, italic=italic) for word in found]
    lines, start = [], 0
    for end in _line_ends([word[1] for word in found], widths, steps, limit_mm):
        lines.append(text[found[start].start() : found[end - 1].end(1)])
        start = end
    return tuple(lines)


def _line_ends(words: list[str], widths: list[float], steps: list[float], limit_mm: float) -> Iterator[int]:
    """The index after the last word of each line. ``steps`` are the widths of the words with the space after them."""
    inner = _inside_groups(words, widths, steps, limit_mm)
    # For the words from each index on: number of lines, cost, end of the first line. Filled from the last word back.
    best: list[tuple[int, float, int]] = [(0, 0.0, len(words))] * (len(words) + 1)
    for start in reversed(range(len(words))):
        ways: list[tuple[int, float, int]] = []
        before = 0.0
        for end in range(start + 1, len(words) + 1):
            width = before + widths[end - 1]
            before += steps[end - 1]
            if end in inner:
                continue
            if width > limit_mm and ways:
                break
            lines, cost, _ = best[end]
            ways.append((lines + 1, cost + (width / limit_mm) ** 2 + _break_cost(words, start, end), end))
        best[start] = min(ways)
    end = 0
    while end < len(words):
        end = best[end][2]
        yield end


def _inside_groups(words: list[str], widths: list[float], steps: list[float], limit_mm: float) -> set[int]:
    """The words with which no line may begin: those of a compound, and of a title after *KT.*, but the first.

    A group that is wider than a line is none, so every place where a line must end is within its reach.
    """
    inner: set[int] = set()
    start = 0
    while start < len(words):
        first = start + bool(_ABBREVIATION.fullmatch(words[start]))
        end = min(first + _compound_length(words, first), len(words))
        if sum(steps[start : end - 1]) + widths[end - 1] > limit_mm:
            end = start + 1
        inner.update(range(start + 1, end))
        start = end
    return inner


def _compound_length(words: list[str], start: int) -> int:
    """Count the words from ``start`` on that are one compound; 1 where none begins there."""
    compounds, longest = _compounds()
    for count in range(longest, 1, -1):
        group = " ".join(words[start : start + count]).lstrip(_QUOTES).rstrip(_STOPS)
        if key(group) in compounds and all(word.isalpha() for word in group.split()):
            return count
    return 1


@cache
def _compounds() -> tuple[frozenset[str], int]:
    """The keys of all compounds, and how many words the longest has."""
    names = frozenset(key(row["tu"]) for row in table("tu_ghep"))
    return names, max(name.count("_") + 1 for name in names)


def _break_cost(words: list[str], start: int, end: int) -> float:
    """Return the cost of ending at ``end`` the line that began at ``start``; the same scale as a full line's width."""
    alone = _ALONE if end == start + 1 and len(words) > 1 else 0.0
    if end == len(words):
        return alone
    before, after = words[end - 1], " ".join(words[end : end + 2])
    if after.startswith(_CLOSES) or after[0].isdigit() or before.lower() in _LEADS_ON:
        return alone + _BAD_BREAK
    good = before.endswith(_CLOSES) or _OPENS.match(after)
    return alone + (_GOOD_BREAK if good else _PLAIN_BREAK)
