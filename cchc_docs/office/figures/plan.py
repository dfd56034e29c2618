"""The state of the plan at the end of a period: each numbered task's last reported state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_docs.office.calendar import Ky, last_of, until
from cchc_docs.office.notes import noted
from cchc_docs.office.records import Data
from cchc_docs.office.records.bao_cao import KetQua
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.ke_hoach import NhiemVu, Task, tasks
from cchc_docs.office.records.linh_vuc import LinhVuc
from cchc_docs.text.normal import MarkedText

DONE_IN_TIME, DONE_LATE = "hoàn thành đúng hạn", "hoàn thành quá hạn"
GOING_ON, OVERDUE = "đang thực hiện trong hạn", "quá hạn chưa xong"
NOT_REPORTED = "chưa báo cáo"
DONE = frozenset([DONE_IN_TIME, DONE_LATE])
"""The states of a task that is done, in time or not."""
_WORST_FIRST = (OVERDUE, NOT_REPORTED, GOING_ON, DONE_LATE, DONE_IN_TIME)


@dataclass(frozen=True, slots=True)
class TienDo:
    """One numbered task and where it stands at the end of a period. What templates may ask is told in Vietnamese."""

    nhiem_vu: NhiemVu = noted("Dòng đầu của nhiệm vụ trên trang Nhiệm vụ.")
    linh_vuc: LinhVuc | None = noted("Lĩnh vực của nhiệm vụ.")
    chu_tri: Sequence[DonVi | str] = noted("Các đơn vị chủ trì, của mọi sản phẩm.")
    thoi_han: Sequence[str] = noted("Thời hạn của từng sản phẩm, như in trong kế hoạch.")
    trang_thai: str = noted("Trạng thái đến hết kỳ; chưa báo cáo nếu chưa ai ghi.")
    ghi_chu: str = noted("Ghi chú của kết quả.")
    chung_minh: str = noted("Văn bản chứng minh kết quả.")
    ket_qua: Sequence[KetQua] = noted("Các dòng kết quả đã dùng.")

    @property
    def noi_dung(self) -> MarkedText:
        """Nội dung nhiệm vụ."""
        return self.nhiem_vu.noi_dung

    @property
    def hoan_thanh(self) -> bool:
        """Đã hoàn thành, đúng hạn hoặc quá hạn."""
        return self.trang_thai in DONE

    @property
    def qua_han(self) -> bool:
        """Đã quá hạn mà chưa xong."""
        return self.trang_thai == OVERDUE

    def is_led_by(self, unit: str) -> bool:
        """Return True if the unit with this code leads any product of the task."""
        return any(isinstance(one, DonVi) and one.ma == unit for one in self.chu_tri)


@dataclass(frozen=True, slots=True)
class TienDoLinhVuc:
    """Counts of the tasks of one area, of one state, or of the whole plan; told to templates in Vietnamese."""

    ten: str = noted("Tên lĩnh vực, hoặc trạng thái.")
    nhiem_vu: Sequence[TienDo] = noted("Các nhiệm vụ.")

    @property
    def tong(self) -> int:
        """Tổng số nhiệm vụ."""
        return len(self.nhiem_vu)

    @property
    def hoan_thanh(self) -> int:
        """Số nhiệm vụ đã hoàn thành, đúng hạn hoặc quá hạn."""
        return sum(one.hoan_thanh for one in self.nhiem_vu)

    @property
    def dung_han(self) -> int:
        """Số nhiệm vụ hoàn thành đúng hạn."""
        return self._count(DONE_IN_TIME)

    @property
    def cham(self) -> int:
        """Số nhiệm vụ hoàn thành nhưng quá hạn."""
        return self._count(DONE_LATE)

    @property
    def dang_thuc_hien(self) -> int:
        """Số nhiệm vụ đang thực hiện, trong hạn."""
        return self._count(GOING_ON)

    @property
    def qua_han(self) -> int:
        """Số nhiệm vụ quá hạn chưa xong."""
        return self._count(OVERDUE)

    @property
    def chua_bao_cao(self) -> int:
        """Số nhiệm vụ chưa ai báo cáo."""
        return self._count(NOT_REPORTED)

    def _count(self, state: str) -> int:
        return sum(one.trang_thai == state for one in self.nhiem_vu)


def progress(data: Data, periods: Mapping[str, Ky], ky: str) -> list[TienDo]:
    """Each numbered task at the end of ``ky``: what was reported for it last, by the order of the periods' ends.

    A task with several rows of one period (a row a unit) is as far as the worst of them; one that was done stays done.
    """
    ended = frozenset(until(periods, ky))
    reported: dict[str, list[KetQua]] = {}
    for row in data.ket_qua:
        if row.ky in ended:
            reported.setdefault(row.nhiem_vu.ma, []).append(row)
    return [_one(task, _last(reported.get(task.dau.ma, []), periods)) for task in tasks(data.nhiem_vu)]


def by_area(found: Sequence[TienDo], areas: Sequence[LinhVuc]) -> list[TienDoLinhVuc]:
    """The tasks of each area in the plan's order, areas without tasks left out."""
    last = len(areas) + 1
    in_order = sorted(areas, key=lambda area: area.thu_tu_trong_ke_hoach or last)
    groups = [
        TienDoLinhVuc(area.ten_trong_ke_hoach, [one for one in found if one.linh_vuc and one.linh_vuc.ma == area.ma])
        for area in in_order
    ]
    return [group for group in groups if group.nhiem_vu]


def by_state(found: Sequence[TienDo]) -> list[TienDoLinhVuc]:
    """The tasks of each state, those that need a push first; states without tasks left out."""
    groups = [TienDoLinhVuc(state, [one for one in found if one.trang_thai == state]) for state in _WORST_FIRST]
    return [group for group in groups if group.nhiem_vu]


def last_day(task: Task) -> date | None:
    """The last day in time of all the task's products; None where one of them has no such day."""
    days = [row.thoi_han.den_ngay if row.thoi_han else None for row in task.dong]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) and known else None


def _last(rows: Sequence[KetQua], periods: Mapping[str, Ky]) -> Sequence[KetQua]:
    """The rows of the last period that reports."""
    latest = last_of(periods, {row.ky for row in rows})
    return [row for row in rows if row.ky in latest]


def _one(task: Task, rows: Sequence[KetQua]) -> TienDo:
    states = {row.trang_thai for row in rows} or {NOT_REPORTED}
    leads = dict.fromkeys(one for row in task.dong for one in row.chu_tri)
    return TienDo(
        task.dau,
        task.dau.linh_vuc,
        tuple(leads),
        tuple(dict.fromkeys(str(row.thoi_han) for row in task.dong if row.thoi_han)),
        next(state for state in _WORST_FIRST if state in states),
        "; ".join(dict.fromkeys(row.ghi_chu for row in rows if row.ghi_chu)),
        "; ".join(dict.fromkeys(row.van_ban_chung_minh for row in rows if row.van_ban_chung_minh)),
        tuple(rows),
    )
