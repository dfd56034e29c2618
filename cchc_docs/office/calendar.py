"""The reporting periods of a year: those that the rules fix, and what the office's own sheet changes.

The one home of what periods are to one another and to a day: which is the one before, which ended by then, which lie
within one, which begin where another ends.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from cchc_docs.facts import table
from cchc_docs.office.notes import noted
from cchc_docs.office.records import Data
from cchc_docs.office.records.bao_cao import KyBaoCao

_YEAR_BEFORE = " năm trước"
_SOME_TIME = "thời gian tới"
_SLACK = timedelta(days=20)


@dataclass(frozen=True, slots=True)
class Ky:
    """A reporting period. Its title and its window of days are independent of one another (*9 tháng*, quý III)."""

    ma: str = noted("Mã kỳ: quy_1, 6_thang, quy_3, nam hoặc mã riêng.")
    ten: str = noted("Tên kỳ, không kèm năm: quý I.")
    nam: int = noted("Năm của kỳ.")
    tu_ngay: date = noted("Ngày đầu của kỳ số liệu.")
    den_ngay: date = noted("Ngày cuối của kỳ số liệu.")
    han_gui: date | None = noted("Hạn gửi báo cáo.")
    ten_ky_sau: str = noted("Kỳ sau, kèm năm: quý II năm 2026; thời gian tới nếu không nói kỳ nào.")

    def __str__(self) -> str:
        """As text names it: *quý I năm 2026*, *năm 2026*."""
        return f"năm {self.nam}" if self.ten == "năm" else f"{self.ten} năm {self.nam}".replace("năm năm", "năm")


def calendar(data: Data) -> dict[str, Ky]:
    """The periods of the file's year by code, in the order of their last days; without a year, the office's own only.

    Source: NĐ 09/2019/NĐ-CP, Điều 12 (windows and due days); the sheet *Kỳ báo cáo* replaces a period or adds one.
    """
    found = {ky.ma: ky for ky in _usual(data.nam)} if data.nam else {}
    found |= {row.ma: _own(row) for row in data.ky_bao_cao}
    return dict(sorted(found.items(), key=lambda item: item[1].den_ngay))


def reported(data: Data) -> frozenset[str]:
    """The codes of the periods of which the file has something to report; that units sent theirs is nothing yet."""
    sheets = (data.ket_qua, data.ho_so_tthc, data.noi_dung_bao_cao, data.van_ban_chi_dao, data.sang_kien)
    return frozenset(data.so_lieu) | {row.ky for rows in sheets for row in rows}


def before(periods: Mapping[str, Ky], ky: str, among: Container[str] | None = None) -> Ky | None:
    """The period that ``ky`` is compared with: of those that ended on an earlier day, the one that ended last.

    One that ends on the same day is not before it, whenever it begins: *9 tháng* and quý III both follow 6 tháng. Of
    several that ended last on one day it is the one nearest in length: the year follows *9 tháng*, an own quý IV quý
    III. ``among`` limits it to some codes, such as those of which the file tells anything. None for the first one, and
    for a code that is not among ``periods``.
    """
    found = [periods[code] for code in earlier(periods, ky) if among is None or code in among]
    return max(found, key=lambda one: (one.den_ngay, -abs(_days(one) - _days(periods[ky]))), default=None)


def earlier(periods: Mapping[str, Ky], ky: str) -> list[str]:
    """The codes of the periods that ended on an earlier day than ``ky``, in the calendar's order."""
    wanted = periods.get(ky)
    return [code for code, one in periods.items() if wanted and one.den_ngay < wanted.den_ngay]


def until(periods: Mapping[str, Ky], ky: str) -> list[str]:
    """The codes of the periods that had ended when ``ky`` did, itself among them, in the calendar's order."""
    wanted = periods.get(ky)
    return [code for code, one in periods.items() if wanted and one.den_ngay <= wanted.den_ngay]


def last_of(periods: Mapping[str, Ky], among: Container[str]) -> list[str]:
    """The codes, among some, of the periods that ended last: of several on one day all."""
    found = {code: one.den_ngay for code, one in periods.items() if code in among}
    return [code for code, day in found.items() if day == max(found.values())]


def parts(periods: Mapping[str, Ky], ky: str) -> frozenset[str]:
    """The periods whose days all lie within those of ``ky``, itself among them: quý I is part of 6 tháng."""
    whole = periods[ky]
    return frozenset(
        code for code, one in periods.items() if whole.tu_ngay <= one.tu_ngay and one.den_ngay <= whole.den_ngay
    )


def told(periods: Mapping[str, Ky], data: Data) -> list[str]:
    """The codes of the periods of which the file has something to report, in the calendar's order."""
    said = reported(data)
    return [code for code in periods if code in said]


def contains(ky: Ky, day: date) -> bool:
    """Return True if the day is one of the period's."""
    return ky.tu_ngay <= day <= ky.den_ngay


def has_month(ky: Ky, year: int, month: int) -> bool:
    """Return True if any day of the month may be one of the period's; it begins and ends in the middle of months."""
    return (ky.tu_ngay.year, ky.tu_ngay.month) <= (year, month) <= (ky.den_ngay.year, ky.den_ngay.month)


def latest_year(ky: Ky, month: int) -> int:
    """The year of the last month of that number that begins before the period ends."""
    return ky.den_ngay.year - (month > ky.den_ngay.month)


def ends_after(ky: Ky, day: date) -> bool:
    """Return True if the period goes on after ``day``: what was due then is overdue when it ends."""
    return day < ky.den_ngay


def goes_on_from(ky: Ky, other: Ky) -> bool:
    """Return True if the period begins on the day after ``other`` ends: quý III goes on from 6 tháng."""
    return other.den_ngay + timedelta(days=1) == ky.tu_ngay


def begins_with(ky: Ky, other: Ky) -> bool:
    """Return True if both begin on one day: quý I, 6 tháng and the year do."""
    return other.tu_ngay == ky.tu_ngay


def speaks_of(ky: Ky, begins: date, ends: date) -> bool:
    """Return True if a stretch of whole months is the period or a part of it, or ends with it however long it is.

    Windows begin and end in the middle of a month, so some days more or less are the same.
    """
    return ends <= ky.den_ngay + _SLACK and (begins >= ky.tu_ngay - _SLACK or ends >= ky.den_ngay - _SLACK)


def _days(ky: Ky) -> int:
    return (ky.den_ngay - ky.tu_ngay).days


def _usual(year: int) -> list[Ky]:
    return [
        Ky(
            row["ma"],
            row["ten_in"],
            year,
            _day(row["tu_ngay"], year),
            _day(row["den_ngay"], year),
            _day(row["han_gui"], year),
            row["ten_ky_sau"].format(nam=year, nam_sau=year + 1),
        )
        for row in table("ky_bao_cao")
    ]


def _own(row: KyBaoCao) -> Ky:
    return Ky(row.ma, row.ten, row.den_ngay.year, row.tu_ngay, row.den_ngay, row.han_gui, row.ten_ky_sau or _SOME_TIME)


def _day(text: str, year: int) -> date:
    """``14/3`` of the year, ``15/12 năm trước`` of the year before."""
    day, month = map(int, text.removesuffix(_YEAR_BEFORE).split("/"))
    return date(year - text.endswith(_YEAR_BEFORE), month, day)
