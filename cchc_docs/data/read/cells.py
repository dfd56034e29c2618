"""From what a library gives for one cell to ``Raw``: texts cleaned, numbers freed of noise, dates of times."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any, TypeVar

from cchc_docs.data.read.source import BadCell, Percent, Raw
from cchc_docs.problems import Place, Problems
from cchc_docs.text.formats import plain_number, short_date
from cchc_docs.text.normal import clean, dropped, legacy_encoding

_At = TypeVar("_At")

NOT_A_NUMBER = BadCell("so_khong_hop_le", "Số trong ô không đọc được.", "Gõ lại số vào ô này.")
NEVER_COMPUTED = BadCell(
    "chua_tinh", "Ô có công thức nhưng chưa được tính.", "Mở tệp bằng Excel, bấm Lưu (Ctrl+S) rồi chạy lại."
)

_WHAT_AN_ERROR_MEANS = {
    "#REF!": "công thức trỏ tới ô đã bị xóa",
    "#N/A": "công thức không tìm thấy giá trị cần tra",
    "#DIV/0!": "công thức chia cho 0 hoặc cho ô trống",
    "#VALUE!": "công thức tính trên ô không phải số",
    "#NAME?": "công thức dùng tên mà Excel không biết",
    "#NUM!": "kết quả là số quá lớn hoặc không tính được",
    "#NULL!": "công thức viết sai vùng ô",
}
# Parts of a number format that are printed as they stand.
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')

_LENGTH_OF_TIME = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DAY_OR_TIME = re.compile("[dmyhs]", re.IGNORECASE)


def error_cell(error: str) -> BadCell:
    """The cell that shows ``error``, as Excel writes it (``#DIV/0!``); ``""`` where that is not known."""
    meaning = _WHAT_AN_ERROR_MEANS.get(error, "công thức không cho kết quả")
    what = f"Ô báo lỗi {error}: {meaning}." if error else "Ô báo lỗi."
    return BadCell("o_loi", what, "Sửa công thức hoặc gõ thẳng giá trị vào ô.")


def shows_percent(number_format: str) -> bool:
    """Return True if cells of Excel's ``number_format`` show a fraction as a percentage.

    >>> [shows_percent(code) for code in ("0.0%", '0.0" %"', "General")]
    [True, False, False]
    """
    return "%" in _LITERAL.sub("", number_format)


class Texts:
    """Cleans the texts of one file, each distinct one once, and remembers those that a person should hear of."""

    def __init__(self) -> None:
        self.clean: Callable[[str], str | None] = _Cleaned(self._clean).__getitem__
        """The text as the system keeps it; ``None`` where nothing is left."""
        self.odd: dict[str, tuple[str, str]] = {}
        """By raw text: the names of the control characters in it, and its legacy encoding; one of them is not blank."""

    def _clean(self, text: str) -> str | None:
        # Nearly every text needs no more than this; the full way costs ten times as much.
        if text.isprintable() and (text.isascii() or (unicodedata.is_normalized("NFC", text) and max(text) > "\u1e00")):
            return text.strip() or None
        controls, encoding = ", ".join(dict.fromkeys(dropped(text))), legacy_encoding(text)
        if controls or encoding:
            self.odd[text] = controls, encoding
        return clean(text) or None


class _Cleaned(dict[str, str | None]):
    """Texts by what they were before, filled as they are asked for; a hit costs no call of Python code."""

    def __init__(self, clean_one: Callable[[str], str | None]) -> None:
        super().__init__()
        self._clean_one = clean_one

    def __missing__(self, text: str) -> str | None:
        cleaned = self[text] = self._clean_one(text)
        return cleaned


def report_texts(
    found: Iterable[tuple[str, _At]], texts: Texts, place: Callable[[_At], Place], problems: Problems
) -> None:
    """Say which of the ``found`` texts hold control characters or a legacy encoding: one problem each for them all.

    ``found`` gives raw texts with anything that ``place`` turns into where they stand.
    """
    first: dict[str, tuple[_At, str]] = {}
    counts = {"control": 0, "legacy": 0}
    for text, at in found:
        for name, detail in zip(counts, texts.odd.get(text, ("", "")), strict=True):
            if detail:
                first.setdefault(name, (at, detail))
                counts[name] += 1
    if counts["control"]:
        at, names = first["control"]
        problems.warning(
            "ky_tu_dieu_khien",
            place(at),
            f"Có ký tự điều khiển không in được ({names}); đã bỏ đi{_more(counts['control'])}.",
            "Xem lại chữ ở đó có bị mất không, rồi gõ lại.",
        )
    if counts["legacy"]:
        at, encoding = first["legacy"]
        problems.error(
            "bang_ma_cu",
            place(at),
            f"Chữ gõ bằng bảng mã cũ {encoding}, không phải Unicode{_more(counts['legacy'])}.",
            "Dùng Unikey (Ctrl+Shift+F6) chuyển các ô này sang Unicode rồi lưu lại.",
        )


def _more(count: int) -> str:
    return f" (và {count - 1} chỗ khác trong trang)" if count > 1 else ""


def number(value: float) -> int | Decimal | BadCell:
    """``value`` at the 15 significant digits that Excel keeps.

    >>> number(2.9999999999999996), number(0.1 + 0.2), number(99)
    (3, Decimal('0.3'), 99)
    """
    if not isfinite(value):
        return NOT_A_NUMBER
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e15):
        return int(value)
    return whole(Decimal(f"{value:.15g}"))


def whole(value: Decimal) -> int | Decimal:
    """``value``, as an ``int`` where it has no fraction."""
    return int(value) if value == value.to_integral_value() else value


def percent(value: int | Decimal) -> Percent:
    """Return a percent cell that holds ``value`` as the number that it shows.

    >>> percent(Decimal("0.985")), percent(1)
    (Percent(value=Decimal('98.5')), Percent(value=Decimal('100')))
    """
    return Percent(Decimal(whole(Decimal(value).scaleb(2))))


def moment(value: datetime) -> date | datetime:
    """``value`` to the second; a date where it has no time of day."""
    if value.microsecond and value.date() < date.max:
        value = (value + timedelta(seconds=0.5)).replace(microsecond=0)
    return value if value.time() != time() else value.date()


def raw_rows(rows: list[list[Any]], texts: Texts) -> list[list[Raw]]:
    """Rows of cells as a library gives them, all equally long, as they are kept; ``""`` is a blank cell.

    What stands in many cells of a column is made once, and is one object.
    """
    convert = _converters(texts)
    columns: list[list[Raw]] = []
    for at in range(len(rows[0]) if rows else 0):
        column = [row[at] for row in rows]
        if bool in map(type, column):  # True equals 1 in a set
            columns.append([convert[type(cell)](cell) for cell in column])
        else:
            made = {cell: convert[type(cell)](cell) for cell in set(column)}
            columns.append([made[cell] for cell in column])
    return [list(row) for row in zip(*columns, strict=True)]


def _converters(texts: Texts) -> Mapping[type, Callable[[Any], Raw]]:
    """Return the function that makes ``Raw`` of each type of cell."""
    return {
        str: texts.clean,
        float: number,
        int: number,
        Decimal: _as_it_is,
        bool: _as_it_is,
        date: _as_it_is,
        datetime: moment,
        time: _as_it_is,
        timedelta: duration,
        Percent: _as_it_is,
        BadCell: _as_it_is,
    }


def _as_it_is(cell: Raw) -> Raw:
    return cell


def day_number(value: float, number_format: str, *, from_1904: bool = False) -> float | datetime | time | timedelta:
    """``value`` as Excel's ``number_format`` shows it: a day, a time of day, a length of time, or else a number.

    >>> day_number(46058.5, "dd/mm/yyyy"), day_number(0.5, "hh:mm"), day_number(1.5, "[h]:mm"), day_number(2, "0.0")
    (datetime.datetime(2026, 2, 5, 12, 0), datetime.time(12, 0), datetime.timedelta(days=1, seconds=43200), 2)
    """
    try:
        if _LENGTH_OF_TIME.search(number_format):
            return timedelta(days=value)
        if not _DAY_OR_TIME.search(_LITERAL.sub("", number_format)):
            return value
        if 0 <= value < 1:
            return time_of_day(timedelta(days=value))
        first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30 + (value < 60))  # day 60 is a 29/02/1900
        return datetime.combine(first, time()) + timedelta(days=value)
    except (OverflowError, ValueError):
        return value


def time_of_day(since_midnight: timedelta) -> time:
    """The time of day so long after midnight."""
    return (datetime.combine(date.min, time()) + since_midnight).time()


def duration(value: timedelta) -> str:
    """A length of time as ``[h]:mm`` shows it.

    >>> duration(timedelta(hours=36)), duration(timedelta(seconds=-90))
    ('36:00', '-0:01:30')
    """
    seconds = abs(round(value.total_seconds()))
    shown = f"{seconds // 3600}:{seconds // 60 % 60:02}" + (f":{seconds % 60:02}" if seconds % 60 else "")
    return f"-{shown}" if value < timedelta() else shown


def shown(cell: Raw) -> str:
    """``cell`` as a heading or a line of text; ``""`` for one that has no value."""
    match cell:
        case None | BadCell():
            return ""
        case Percent(value):
            return f"{plain_number(value)}%"
        case datetime():
            return f"{cell:%H:%M} {short_date(cell)}"
        case date():
            return short_date(cell)
        case _:
            return " ".join(str(cell).split())
