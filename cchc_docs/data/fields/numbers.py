"""Kinds of number: numbers, counts, years, sums of money."""

import re
from decimal import Decimal, InvalidOperation
from enum import Enum

from cchc_docs.data.fields.deadline import YEARS
from cchc_docs.data.fields.kind import CellForm, Context, Kind, Unreadable, as_text, short
from cchc_docs.data.read.source import Percent, Raw
from cchc_docs.text.formats import grouped_number
from cchc_docs.text.normal import fold

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[+-]?\d+(?:,\d+)?")
_NUMBER_HINT = "Viết bằng chữ số, ví dụ: 1.234 hoặc 99,5."
_COUNT_HINT = "Viết số nguyên, ví dụ: 30."
_YEAR_HINT = "Viết số năm, ví dụ: 2026."
_MONEY_HINT = "Viết đủ số đồng, ví dụ: 1.500.000."
_MOST_DIGITS = 12
"""Of a count: more than any office counts, and less than any program stumbles over."""


def _number(raw: Raw, hint: str = "") -> Decimal:
    """A number as Vietnamese offices write it: dots only between groups of three, a decimal comma.

    Everything else is refused: ``1.5`` is one and a half to one reader and fifteen to another. ``hint`` says what to
    write instead, in the words of the kind.
    """
    match raw:
        case int() | Decimal() if not isinstance(raw, bool):
            return Decimal(raw)
        case Percent(value):
            return value
    text = as_text(raw)
    compact = "".join(text.split())
    if not isinstance(raw, bool) and _GROUPED.fullmatch(compact):
        try:
            return Decimal(compact.replace(".", "").replace(",", "."))
        except InvalidOperation:  # more digits than any context allows
            pass
    elif re.fullmatch(r"[+-]?\d+\.\d+", compact):
        comma = f"Viết dấu phẩy cho phần thập phân, ví dụ: {compact.replace('.', ',')}."
        what = f"“{text}” không rõ là số nào: dấu chấm chỉ dùng để tách hàng nghìn."
        raise Unreadable("dau_cham_thap_phan", what, hint or comma)
    raise Unreadable("khong_la_so", f"“{short(text)}” không phải là số.", hint or _NUMBER_HINT)


def _read_number(raw: Raw, _: Context) -> Decimal:
    return _number(raw.removesuffix("%") if isinstance(raw, str) else raw)


class KhongCo(Enum):
    """The value of a figure that the clerk marks as not existing."""

    KHONG_CO = "-"

    def __str__(self) -> str:
        return self.value


KHONG_CO = KhongCo.KHONG_CO
"""*Không có số liệu*: neither zero nor "not given yet"."""
_NO_DATA = frozenset("-–—")


def _read_figure(raw: Raw, context: Context) -> Decimal | KhongCo:
    return KHONG_CO if raw in _NO_DATA else _read_number(raw, context)


def _count(raw: Raw, hint: str) -> int:
    """A whole number from 0; ``hint`` says how one is written."""
    number = _number(raw, hint)
    text = short(as_text(raw))
    if number != number.to_integral_value() or number < 0 or isinstance(raw, Percent):
        raise Unreadable("khong_la_so_dem", f"“{text}” không phải là số đếm.", hint)
    if number >= 10**_MOST_DIGITS:
        raise Unreadable("so_qua_lon", f"“{text}” có hơn {_MOST_DIGITS} chữ số.", "Xem lại số chữ số.")
    return int(number)


def _read_count(raw: Raw, _: Context) -> int:
    hint = _COUNT_HINT
    if isinstance(raw, str):
        if raw.endswith("%"):
            raise Unreadable("khong_la_so_dem", f"“{raw}” không phải là số đếm.", hint)
        if found := re.fullmatch(r"(?:số:? ?)?0*(\d{1,12}) ?/.*", fold(raw)):  # 07/KH-UBND
            hint = f"Chỉ ghi con số: {found[1]}."
    return _count(raw, hint)


def _read_year(raw: Raw, _: Context) -> int:
    hint = _YEAR_HINT
    if isinstance(raw, str) and (found := re.fullmatch(r"năm (\d{4})", fold(raw))):
        hint = f"Chỉ ghi số năm: {found[1]}."
    year = _count(raw, hint)
    if year not in YEARS:
        raise Unreadable("nam_la", f"“{year}” không phải là năm của kế hoạch, báo cáo.", "Ví dụ: 2026.")
    return year


_UNITS_OF_MONEY = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_ROUND_MONEY = re.compile(rf"(?P<number>\d[\d.,]*) ?(?P<unit>{'|'.join(_UNITS_OF_MONEY)})")


def _read_money(raw: Raw, _: Context) -> Decimal:
    if not isinstance(raw, str):
        return _number(raw, _MONEY_HINT)
    text = re.sub(r"\s*(?:đồng|đ|vnđ|vnd)\.?$", "", raw, flags=re.IGNORECASE)
    if found := _ROUND_MONEY.fullmatch(fold(text)):
        raise Unreadable("tien_viet_tat", f"“{raw}” không phải là số tiền viết bằng chữ số.", _in_full(found))
    if "," in text:
        what = f"“{text}” không rõ là bao nhiêu tiền: số tiền tính bằng đồng, không có phần lẻ."
        raise Unreadable("tien_co_dau_phay", what, "Tách hàng nghìn bằng dấu chấm, ví dụ: 1.500.000.")
    return _number(text, _MONEY_HINT)


def _in_full(found: re.Match[str]) -> str:
    """Return the hint on how to write ``500 triệu``."""
    try:
        amount = _number(found["number"]) * _UNITS_OF_MONEY[found["unit"]]
    except Unreadable:
        return _MONEY_HINT
    return f"Ghi đủ số tiền: {grouped_number(amount.to_integral_value())}."


SO = Kind("số", _read_number, example="99,5", cell=CellForm("General", holds="decimal"))
SO_LIEU = Kind("số hoặc -", _read_figure, example="99,5", cell=CellForm("General", width=10, holds="figure"))
SO_DEM = Kind("số đếm", _read_count, example="30", cell=CellForm("#,##0", holds="integer"))
NAM = Kind("số đếm", _read_year, example="2026", cell=CellForm("0", holds="integer"))
TIEN = Kind("tiền", _read_money, example="1.500.000", cell=CellForm("#,##0", holds="decimal"))
