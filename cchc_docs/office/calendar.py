"""The reporting periods of a year: those that the rules fix, and what the office's own sheet changes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from cchc_docs.facts import table
from cchc_docs.office.notes import noted
from cchc_docs.office.records import Data
from cchc_docs.office.records.bao_cao import KyBaoCao

_YEAR_BEFORE = " năm trước"
_SOME_TIME = "thời gian tới"


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


def before(periods: Mapping[str, Ky], ky: str, told: Collection[str] | None = None) -> Ky | None:
    """The period to compare ``ky`` with: of those that ended earlier (and are ``told``), the one that ended last.

    One that ends on the same day is not before it, whatever its name: *9 tháng* is compared with 6 tháng, not with quý
    III. Of several that ended on the same day it is the one that begins with ``ky``, else the calendar's last. None for
    the year's first period and for one that the calendar lacks.
    """
    wanted = periods.get(ky)
    if wanted is None:
        return None
    earlier = [one for one in periods.values() if one.den_ngay < wanted.den_ngay and (told is None or one.ma in told)]
    return max(reversed(earlier), key=lambda one: (one.den_ngay, one.tu_ngay == wanted.tu_ngay), default=None)


def all_before(periods: Mapping[str, Ky], ky: str) -> list[str]:
    """The codes of all periods that ended before ``ky`` did, in order."""
    wanted = periods.get(ky)
    return [code for code, one in periods.items() if wanted is not None and one.den_ngay < wanted.den_ngay]


def parts(periods: Mapping[str, Ky], ky: str) -> frozenset[str]:
    """The periods whose days all lie within those of ``ky``, itself among them: quý I is part of 6 tháng."""
    whole = periods[ky]
    return frozenset(
        code for code, one in periods.items() if whole.tu_ngay <= one.tu_ngay and one.den_ngay <= whole.den_ngay
    )


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
