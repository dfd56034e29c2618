"""Deadlines (*thời hạn*) as offices write them: printed as typed, understood where they can be.

The kinds are those of the deadline column of real plan appendices: most rows are "all year long" or "as decree
so-and-so says", so a deadline that no rule understands is normal and only cannot be watched for lateness.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cchc_docs.text.normal import fold


class LoaiThoiHan(StrEnum):
    """The kinds of deadline that are told apart."""

    THUONG_XUYEN = "thường xuyên"
    TRONG_NAM = "trong năm"
    NGAY = "ngày"
    THANG = "tháng"
    QUY = "quý"
    DINH_KY = "định kỳ"
    TUONG_DOI = "tương đối"
    DAN_CHIEU = "dẫn chiếu"
    NHIEU_MOC = "nhiều mốc"
    KHAC = "khác"


@dataclass(frozen=True, slots=True)
class ThoiHan:
    """A deadline: ``nguyen_van`` is printed; ``moc`` are the last days in time of each milestone, in order.

    ``moc`` is empty where no day follows from the text (continuous, periodic, relative, by reference).
    """

    nguyen_van: str
    loai: LoaiThoiHan
    moc: tuple[date, ...] = ()

    @property
    def den_ngay(self) -> date | None:
        """The last day that is still in time, of the last milestone."""
        return self.moc[-1] if self.moc else None

    def __str__(self) -> str:
        return self.nguyen_van


# A day, a month, a quarter or half a year, with what stands before it ("trước" excludes the named day or month).
_MILESTONE = re.compile(
    r"(?P<truoc>trước\s+(?:ngày\s+|tháng\s+)?|trước\s+hết\s+)?"
    r"(?:(?:ngày\s+)?(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})(?:[/.-](?P<y>\d{4}))?(?!\d)"
    r"|ngày\s+(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?:\s+năm\s+(?P<y2>\d{4}))?"
    r"|tháng\s+(?P<m3>\d{1,2})(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<y3>\d{4}))?"
    r"|(?P<m4>\d{1,2})/(?P<y4>\d{4})"
    r"|quý\s+(?P<q>iv|i{1,3}|[1-4])(?:(?:\s*[/-]\s*|\s+năm\s+|\s+)(?P<y5>\d{4}))?"
    r"|(?P<nua>6|06|sáu)\s+tháng\s+(?P<dau>đầu|cuối)\s+năm(?:\s+(?P<y6>\d{4}))?)"
    r"(?P<sau>\s+năm\s+(?:liền\s+kề|sau|tiếp\s+theo))?"
)
_NUMBER = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERIODIC = re.compile(
    r"định kỳ|h[àằ]ng (?:ngày|tuần|tháng|quý|năm)|(?:của|trong) tháng (?:liền kề|sau|tiếp theo)|mỗi (?:tháng|quý)"
)
_RELATIVE = re.compile(
    r"(?:sau|trong(?: vòng| thời hạn)?) \d+ (?:ngày|tháng|tuần)|kể từ (?:ngày|khi)|(?:sau|ngay) khi|^khi "
)
_CONTINUOUS = re.compile(r"thường xuyên|liên tục|suốt năm|cả năm")
_WITHIN_YEAR = re.compile(r"(?:trong )?năm(?: (\d{4}))?")
_REFERENCE = re.compile(r"theo\b")


YEARS = range(2000, 2101)
"""The years that a plan, a report or a deadline can be about; others are slips of the keyboard."""


class ImpossibleDate(ValueError):
    """The text names a day that the calendar does not have."""


class OddYear(ValueError):
    """The text names a year outside ``YEARS``."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(f"{year:04d}")


def parse(text: str, year: int | None) -> ThoiHan:
    """The deadline that ``text`` states; ``year``, one of ``YEARS``, completes days and months written without one.

    Raises ImpossibleDate for a day like 31/02, OddYear for a year like 0206.

    >>> parse("Trước ngày 15/12/2023", 2023).den_ngay
    datetime.date(2023, 12, 14)
    >>> parse("Quý III", 2023).den_ngay, parse("Thường xuyên trong năm", 2023).loai.value
    (datetime.date(2023, 9, 30), 'thường xuyên')
    """
    words = fold(text)
    if _PERIODIC.search(words):
        return ThoiHan(text, LoaiThoiHan.DINH_KY)
    if _RELATIVE.search(words):
        return ThoiHan(text, LoaiThoiHan.TUONG_DOI)
    if _REFERENCE.match(words):
        return ThoiHan(text, LoaiThoiHan.DAN_CHIEU)
    found = [_milestone(match, year) for match in _MILESTONE.finditer(words)]
    days = tuple(day for _, day in found if day)
    if len(found) > 1:
        return ThoiHan(text, LoaiThoiHan.NHIEU_MOC, days)
    if found:
        return ThoiHan(text, found[0][0], days)
    if _CONTINUOUS.search(words):
        return ThoiHan(text, LoaiThoiHan.THUONG_XUYEN)
    if within := _WITHIN_YEAR.fullmatch(words):
        in_year = _written_year(within[1]) or year
        return ThoiHan(text, LoaiThoiHan.TRONG_NAM, (date(in_year, 12, 31),) if in_year else ())
    return ThoiHan(text, LoaiThoiHan.KHAC)


def _milestone(match: re.Match[str], year: int | None) -> tuple[LoaiThoiHan, date | None]:
    """The kind of one milestone and the last day in time; None where the year is not known."""
    part = match.groupdict()
    written = next((part[name] for name in ("y", "y2", "y3", "y4", "y5", "y6") if part[name]), None)
    in_year = _written_year(written) or year
    if in_year and part["sau"]:
        in_year += 1
    before = bool(part["truoc"])
    if part["q"]:
        quarter = _NUMBER.get(part["q"]) or int(part["q"])
        return LoaiThoiHan.QUY, _end(in_year, quarter * 3 - 2, quarter * 3, before=before)
    if part["nua"]:
        first = 1 if part["dau"] == "đầu" else 7
        return LoaiThoiHan.THANG, _end(in_year, first, first + 5, before=before)
    if day := part["d"] or part["d2"]:
        return LoaiThoiHan.NGAY, _day(in_year, int(part["m"] or part["m2"]), int(day), before=before)
    month = int(part["m3"] or part["m4"])
    return LoaiThoiHan.THANG, _end(in_year, month, month, before=before)


def _written_year(digits: str | None) -> int | None:
    """The year that the text names, if it names one."""
    if not digits:
        return None
    if int(digits) not in YEARS:
        raise OddYear(int(digits))
    return int(digits)


def _day(year: int | None, month: int, day: int, *, before: bool) -> date | None:
    try:
        named = date(year or 2024, month, day)  # 2024: a leap year, so that 29/02 without a year passes
    except ValueError as error:
        raise ImpossibleDate(f"{day:02d}/{month:02d}" + (f"/{year}" if year else "")) from error
    return None if year is None else named - timedelta(days=before)


def _end(year: int | None, first: int, last: int, *, before: bool) -> date | None:
    """The last day of months ``first`` to ``last``, or the day before they begin."""
    if not 1 <= last <= 12:
        raise ImpossibleDate(f"tháng {last}")
    if year is None:
        return None
    return date(year, first, 1) - timedelta(days=1) if before else date(year, last, calendar.monthrange(year, last)[1])


def has_passed(deadline: ThoiHan, day: date) -> bool:
    """Return True if the deadline is before ``day``; *Trong năm* without a number goes for every year."""
    if deadline.loai is LoaiThoiHan.TRONG_NAM and not any(map(str.isdigit, str(deadline))):
        return False
    return deadline.den_ngay is not None and deadline.den_ngay < day
