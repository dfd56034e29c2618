"""From what a library gives for one cell to ``Raw``: texts cleaned, numbers freed of noise, dates of times."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import TypeVar

from cchc_docs.formats import plain_number, short_date
from cchc_docs.problems import Place, Problems
from cchc_docs.read.source import BadCell, Percent, Raw
from cchc_docs.text import clean, dropped, legacy_encoding

_At = TypeVar("_At")

NOT_A_NUMBER = BadCell("so_khong_hop_le", "Số trong ô không đọc được.", "Gõ lại số vào ô này.")


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
    """What a percent cell that holds ``value`` shows.

    >>> percent(Decimal("0.985")), percent(1)
    (Percent(value=Decimal('98.5')), Percent(value=Decimal('100')))
    """
    return Percent(Decimal(whole(Decimal(value).scaleb(2))))


def moment(value: datetime) -> date | datetime:
    """``value`` to the second; a date where it has no time of day."""
    if value.microsecond and value.date() < date.max:
        value = (value + timedelta(seconds=0.5)).replace(microsecond=0)
    return value if value.time() != time() else value.date()


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
