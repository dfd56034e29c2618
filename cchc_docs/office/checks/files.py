"""Form II.06a: what was received is settled or pending, and what was pending is carried over (``cchc.md``, 2.3)."""

from collections.abc import Iterator

from cchc_docs.office.calendar import begins_with, goes_on_from
from cchc_docs.office.checks.common import error, warning
from cchc_docs.office.figures.history import History
from cchc_docs.office.records.bao_cao import HoSoTthc
from cchc_docs.problems import Problem
from cchc_docs.text.normal import fold

Row = tuple[str, str]
"""A unit and a field of work."""


def rows(history: History) -> Iterator[Problem]:
    """Column 3 = 7 + 11 in each row; one row for a unit, a period and a field of work."""
    data = history.data
    seen: dict[tuple[str, str, str], HoSoTthc] = {}
    for row in data.ho_so_tthc:
        where = data.place(row, "don_vi")
        known = seen.setdefault((row.ky, row.don_vi.ma, fold(row.linh_vuc)), row)
        if known is not row:
            what = f"“{row.don_vi.ten}” đã có dòng “{row.linh_vuc}” của kỳ này ở {data.place(known, 'don_vi')}."
            yield error("trung_ho_so", where, what, "Gộp hai dòng làm một.")
        if row.tiep_nhan != row.giai_quyet + row.dang_giai_quyet:
            yield error(
                "ho_so_khong_khop",
                where,
                f"Tiếp nhận {row.tiep_nhan} hồ sơ (4+5+6), nhưng đã giải quyết {row.giai_quyet} (8+9+10) và đang giải "
                f"quyết {row.dang_giai_quyet} (12+13), cộng lại là {row.giai_quyet + row.dang_giai_quyet}.",
                "Biểu II.06a: cột 3 = cột 7 + cột 11; xem lại các cột của dòng này.",
            )


def carried_over(history: History) -> Iterator[Problem]:
    """Column 6 is column 11 of the period that ended the day before; periods that begin together have the same."""
    data = history.data
    by_period: dict[str, dict[Row, HoSoTthc]] = {}
    for row in data.ho_so_tthc:
        by_period.setdefault(row.ky, {}).setdefault((row.don_vi.ma, fold(row.linh_vuc)), row)
    told = [ky for ky in history.periods if ky in by_period]
    for ky in told:
        now = history.periods[ky]
        for number, other in enumerate(told):
            if goes_on_from(now, history.periods[other]):
                yield from _against_closing(history, by_period[ky], by_period[other])
            elif begins_with(now, history.periods[other]) and number < told.index(ky):
                yield from _against_opening(history, by_period[ky], by_period[other])


def _against_closing(history: History, now: dict[Row, HoSoTthc], then: dict[Row, HoSoTthc]) -> Iterator[Problem]:
    data = history.data
    for key, row in now.items():
        before = then.get(key)
        if before and row.tu_ky_truoc != before.dang_giai_quyet:
            yield error(
                "ton_dau_ky_khong_khop",
                data.place(row, "tu_ky_truoc"),
                f"Từ kỳ trước chuyển sang {row.tu_ky_truoc} hồ sơ, nhưng kỳ trước còn đang giải quyết "
                f"{before.dang_giai_quyet} ({data.place(before, 'dang_giai_quyet_trong_han')}).",
                "Số chuyển sang phải bằng số đang giải quyết cuối kỳ trước.",
            )


def _against_opening(history: History, now: dict[Row, HoSoTthc], then: dict[Row, HoSoTthc]) -> Iterator[Problem]:
    data = history.data
    for key, row in now.items():
        other = then.get(key)
        if other and row.tu_ky_truoc != other.tu_ky_truoc:
            yield warning(
                "ton_dau_ky_khong_khop",
                data.place(row, "tu_ky_truoc"),
                f"Từ kỳ trước chuyển sang {row.tu_ky_truoc} hồ sơ, nhưng kỳ khác bắt đầu cùng ngày ghi "
                f"{other.tu_ky_truoc} ({data.place(other, 'tu_ky_truoc')}).",
                "Hai kỳ tính từ cùng một ngày thì số chuyển sang như nhau.",
            )
