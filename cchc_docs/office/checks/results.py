"""Results of tasks, measures of targets, and the periods that rows name."""

from collections.abc import Iterator

from cchc_docs.office.calendar import earlier, ends_after
from cchc_docs.office.checks.common import error, warning
from cchc_docs.office.figures.history import History
from cchc_docs.office.figures.plan import DONE, DONE_IN_TIME, DONE_LATE, GOING_ON, last_day
from cchc_docs.office.records.bao_cao import KetQua
from cchc_docs.office.records.base import Record
from cchc_docs.office.records.ke_hoach import tasks as tasks_of
from cchc_docs.problems import Problem, did_you_mean
from cchc_docs.text.formats import short_date


def periods(history: History) -> Iterator[Problem]:
    """Rows name periods that the calendar has; a period of the office's own has its row there."""
    data = history.data
    if not history.periods:
        return
    sheets: tuple[tuple[Record, ...], ...] = (
        tuple(data.ket_qua), tuple(data.ho_so_tthc), tuple(data.noi_dung_bao_cao), tuple(data.van_ban_chi_dao),
        tuple(data.sang_kien), tuple(data.nop_bao_cao), tuple(data.ghi_chu_so_lieu)
    )  # fmt: skip
    for rows in sheets:
        told: set[str] = set()
        for row in rows:
            ky = str(getattr(row, "ky", ""))
            if ky not in history.periods and ky not in told:
                told.add(ky)
                hint = did_you_mean(ky, history.periods) or "Kỳ riêng thì thêm một dòng vào trang “Kỳ báo cáo”."
                what = f"Không có kỳ báo cáo “{ky}” nên dòng này không vào báo cáo nào."
                yield error("ky_la", data.place(row, "ky"), what, hint)
    for ky, figures in data.so_lieu.items():
        if ky not in history.periods:
            hint = did_you_mean(ky, history.periods) or "Kỳ riêng thì thêm một dòng vào trang “Kỳ báo cáo”."
            what = f"Tên trang “{figures.sheet.name}” không ứng với kỳ báo cáo nào nên số liệu không vào báo cáo."
            yield error("ky_la", figures.sheet.place(0), what, hint)


def tasks(history: History) -> Iterator[Problem]:
    """One result for a task, a unit and a period; states that fit the days, and the states of earlier periods."""
    data = history.data
    deadlines = {task.dau.ma: last_day(task) for task in tasks_of(data.nhiem_vu)}
    seen: dict[tuple[str, str, str], KetQua] = {}
    for row in data.ket_qua:
        unit = row.don_vi.ma if row.don_vi else ""
        known = seen.setdefault((row.nhiem_vu.ma, row.ky, unit), row)
        if known is not row:
            what = f"Kết quả của nhiệm vụ {row.nhiem_vu.ma} trong kỳ này đã có ở {data.place(known, 'nhiem_vu')}."
            yield error("trung_ket_qua", data.place(row, "nhiem_vu"), what, "Giữ một dòng.")
        ky, due = history.periods.get(row.ky), deadlines.get(row.nhiem_vu.ma)
        if due is None or ky is None:
            continue
        done = row.ngay_hoan_thanh
        if row.trang_thai == DONE_IN_TIME and done and done > due:
            what = f"Ghi hoàn thành đúng hạn, nhưng xong ngày {short_date(done)}, hạn là {short_date(due)}."
            yield warning("trang_thai_lech_ngay", data.place(row, "trang_thai"), what, f"Chọn “{DONE_LATE}”?")
        if row.trang_thai == GOING_ON and ends_after(ky, due):
            what = f"Ghi đang thực hiện trong hạn, nhưng hạn {short_date(due)} đã qua vào cuối kỳ."
            yield warning("trang_thai_lech_ngay", data.place(row, "trang_thai"), what, "Xem lại trạng thái.")
    yield from _undone(history, seen)


def _undone(history: History, rows: dict[tuple[str, str, str], KetQua]) -> Iterator[Problem]:
    """A task that was done does not become undone later."""
    data = history.data
    for (task, ky, unit), row in rows.items():
        if row.trang_thai in DONE:
            continue
        for one in earlier(history.periods, ky):
            before = rows.get((task, one, unit))
            if before and before.trang_thai in DONE:
                what = f"Nhiệm vụ {task} đã ghi hoàn thành ở {data.place(before, 'trang_thai')}."
                yield warning("hoan_thanh_roi_lai_chua", data.place(row, "trang_thai"), what, "Xem lại trạng thái.")
                break


def measures(history: History) -> Iterator[Problem]:
    """Measures name indicators that there are."""
    data = history.data
    told = history.told()
    if not told:
        return
    known = history[told[-1]].catalog
    for row in data.thuoc_do if known else ():  # before the guidance there was no catalogue
        if row.chi_so and row.chi_so not in known:
            hint = did_you_mean(row.chi_so, known) or "Mã ghi như 3-3.1, hoặc mã ở trang “Chỉ số riêng”."
            what = f"Không có chỉ số mã “{row.chi_so}” nên không biết chỉ tiêu này đạt hay chưa."
            yield warning("khong_co_ma", data.place(row, "chi_so"), what, hint)
