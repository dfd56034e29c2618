"""Units: their days and successors, those that were gone or not there yet, those whose report is missing."""

from collections.abc import Iterator

from cchc_docs.office.checks.common import error, warning
from cchc_docs.office.figures.history import History
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.reporting import forgotten
from cchc_docs.office.units import exists_in, has_days_in_order, has_ended, successor
from cchc_docs.problems import Place, Problem
from cchc_docs.text.formats import short_date

_SHOWN = 5


def days_and_successors(history: History) -> Iterator[Problem]:
    """A unit's days are in order and its successor exists."""
    data = history.data
    for unit in data.don_vi:
        if not has_days_in_order(unit):
            where = data.place(unit, "den_ngay")
            yield error("ngay_nguoc", where, "“Đến ngày” trước “Từ ngày”.", "Xem lại hai ngày.")
        if unit.thay_bang and not data.names.knows(DonVi.sheet_key, unit.thay_bang):
            what = f"Không có “{unit.thay_bang}” trong trang “{DonVi.sheet}”."
            hint = "Ghi mã hoặc tên của một đơn vị có trong trang này."
            yield error("khong_tham_chieu_duoc", data.place(unit, "thay_bang"), what, hint)


def gone(history: History) -> Iterator[Problem]:
    """No figures, files or reports of a unit that did not exist in the period."""
    data = history.data
    for ky, figures in data.so_lieu.items():
        for unit in figures.units:
            if unit and ky in history.periods:
                yield from _gone(history, unit, ky, figures.place(unit, "don_vi"))
    for rows in (data.ho_so_tthc, data.nop_bao_cao):
        for row in rows:
            if row.ky in history.periods:
                yield from _gone(history, row.don_vi, row.ky, data.place(row, "don_vi"))


def _gone(history: History, unit: DonVi, ky: str, where: Place) -> Iterator[Problem]:
    period = history.periods[ky]
    if exists_in(unit, period):
        return
    if unit.den_ngay and has_ended(unit, period.tu_ngay):
        since = f"chỉ còn hoạt động đến {short_date(unit.den_ngay)}"
    else:
        since = f"mới hoạt động từ {short_date(unit.tu_ngay)}" if unit.tu_ngay else "không hoạt động"
    after = successor(history.data, unit, period.den_ngay)
    instead = after if after is not unit else None
    hint = f"Ghi cho đơn vị kế tục: {instead.ma}." if instead else "Xem lại đơn vị, hoặc ngày ở trang “Đơn vị”."
    yield error("don_vi_khong_con", where, f"“{unit.ten}” {since}, không có trong kỳ {period}.", hint)


def missing_reports(history: History) -> Iterator[Problem]:
    """Units that the file forgets, once it keeps arrivals of the period.

    A row without a day says that the report has not come, and the paper that urges the unit is made from it; a late one
    is no mistake either.
    """
    data = history.data
    for ky in dict.fromkeys(row.ky for row in data.nop_bao_cao):
        if ky not in history.periods:
            continue
        missing = [unit.ten for unit in forgotten(data, history.periods[ky])]
        if missing:
            named = "; ".join(missing[:_SHOWN]) + (
                f" và {len(missing) - _SHOWN} đơn vị khác" if len(missing) > _SHOWN else ""
            )
            yield warning(
                "thieu_bao_cao",
                data.place_of_sheet("nop_bao_cao"),
                f"Trang này không nói đến báo cáo {history.periods[ky]} của {len(missing)} đơn vị: {named}.",
                "Thêm dòng cho đơn vị ấy, ghi Ngày nộp; chưa nộp thì để trống Ngày nộp để đôn đốc.",
            )
