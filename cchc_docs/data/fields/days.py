"""Kinds of time: days and deadlines."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from cchc_docs.data.fields import deadline
from cchc_docs.data.fields.deadline import YEARS, LoaiThoiHan, ThoiHan
from cchc_docs.data.fields.kind import CellForm, Context, Kind, Unreadable, as_text, short
from cchc_docs.data.read.source import Raw
from cchc_docs.text.formats import short_date
from cchc_docs.text.normal import fold

_DATE_TEXTS = (
    re.compile(r"(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?:ngày )?(?P<d>\d{1,2}) tháng (?P<m>\d{1,2}) năm (?P<y>\d{4})"),
)

_TIME = r"(?P<h>\d{1,2})\s*(?:giờ|h|:|g)\s*(?:(?P<min>\d{1,2})(?:\s*phút)?)?"
_DAY = r"(?:ngày )?(?P<day>\d[\d/.-]+|\d{1,2} tháng \d{1,2} năm \d{4})"
_MOMENT_TEXTS = (re.compile(rf"{_TIME}[\s,]+{_DAY}"), re.compile(rf"{_DAY}[\s,]+{_TIME}"))
_MOMENT_HINT = "Viết giờ và ngày, ví dụ: 08:30 12/6/2026."


def _read_date(raw: Raw, _: Context) -> date:
    return read_day(raw)


def read_day(raw: Raw) -> date:
    """The day that ``raw`` means. Raises ``Unreadable``."""
    match raw:
        case datetime():
            return raw.date()
        case date():
            return raw
        case int() | Decimal() if not isinstance(raw, bool):
            _refuse_lost_date(raw)
    text = as_text(raw)
    for pattern in _DATE_TEXTS:
        if found := pattern.fullmatch(fold(text)):
            try:
                day = date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                break
            if 1900 <= day.year <= 2200:
                return day
            break
    raise Unreadable("khong_la_ngay", f"“{text}” không phải là ngày.", "Viết ngày/tháng/năm, ví dụ: 05/02/2026.")


def _read_moment(raw: Raw, context: Context) -> datetime | date:
    """A day with its time, ``08:30 12/6/2026`` or ``8 giờ 30 ngày 12/6/2026``; a day alone stays a day."""
    if isinstance(raw, datetime):
        return raw
    matches = (pattern.fullmatch(fold(raw)) for pattern in _MOMENT_TEXTS) if isinstance(raw, str) else ()
    found = next(filter(None, matches), None)
    try:
        if found is None:
            return _read_date(raw, context)
        day = _read_date(found["day"], context)
        return datetime.combine(day, time(int(found["h"]), int(found["min"] or 0)))
    except Unreadable as error:
        raise Unreadable(error.code, error.what, _MOMENT_HINT) from None
    except ValueError:
        raise Unreadable("khong_la_gio", f"“{raw}” nêu giờ không có thật.", _MOMENT_HINT) from None


def _refuse_lost_date(number: Decimal | int) -> None:
    """Refuse a number that Excel shows for a date whose format was lost."""
    if 20_000 < number < 80_000:
        raise Unreadable(
            "ngay_thanh_so",
            f"Ô chứa số {as_text(number)}, có lẽ là một ngày bị định dạng thành số.",
            "Định dạng ô là ngày (Ctrl+1, Date), hoặc gõ lại, ví dụ: 15/01/2026.",
        )


def _read_deadline(raw: Raw, context: Context) -> ThoiHan:
    if isinstance(raw, date):
        day = _read_date(raw, context)
        text, year = short_date(day), day.year
        if year not in YEARS:
            raise _odd_year(text, year)
        return ThoiHan(text, LoaiThoiHan.NGAY, (day,))
    text = " ".join(as_text(raw).split())
    _refuse_numbers(raw, text)
    try:
        found = deadline.parse(text, context.year)
    except deadline.OddYear as error:
        raise _odd_year(text, error.year) from None
    except deadline.ImpossibleDate as error:
        raise Unreadable(
            "thoi_han_sai_ngay", f"Thời hạn “{text}” nêu một ngày không có trong lịch: {error}.", "Sửa lại ngày."
        ) from None
    if found.loai is LoaiThoiHan.KHAC:
        context.remark(
            "thoi_han_la",
            f"Chưa hiểu thời hạn “{text}”: vẫn in nguyên văn, nhưng không theo dõi được quá hạn.",
            "Nếu cần theo dõi, viết ngày, tháng hoặc quý, ví dụ: Trước ngày 15/12/2026.",
        )
    return found


def _refuse_numbers(raw: Raw, text: str) -> None:
    """Refuse a bare number, a percentage, a time of day: none of them is a deadline."""
    if isinstance(raw, str) and not text.isdecimal():
        return
    if isinstance(raw, int | Decimal) and not isinstance(raw, bool):
        _refuse_lost_date(raw)
    elif text.isdecimal() and len(text) == 5:
        _refuse_lost_date(int(text))
    hint = "Viết năm, quý, tháng hoặc ngày, ví dụ: Năm 2026; Quý II; Trước ngày 15/12/2026."
    raise Unreadable("khong_la_thoi_han", f"“{short(text)}” không phải là thời hạn.", hint)


def _odd_year(text: str, year: int) -> Unreadable:
    span = f"{YEARS.start}–{YEARS.stop - 1}"
    what = f"Thời hạn “{text}” nêu năm {year:04d}, ngoài khoảng {span}."
    return Unreadable("thoi_han_sai_nam", what, "Sửa lại năm.")


NGAY = Kind("ngày", _read_date, example="15/01/2026", cell=CellForm("dd/mm/yyyy", holds="date"))
NGAY_GIO = Kind("ngày giờ", _read_moment, example="08:30 12/6/2026", cell=CellForm(width=20))
THOI_HAN = Kind("thời hạn", _read_deadline, example="Trước ngày 15/12/2026", cell=CellForm(width=28))
