"""Figures that other sheets hold already: counted or added up there, never typed again.

``COUNTS`` is the place for a new source; its key is ``key`` of what ``facts/chi_so.csv`` says as *nguon_so*.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_docs.office.calendar import Ky, contains, parts
from cchc_docs.office.figures.plan import progress
from cchc_docs.office.inspections import day_of, is_mended, is_shortcoming
from cchc_docs.office.records import Data
from cchc_docs.office.records.bao_cao import VanBanChiDao
from cchc_docs.office.records.base import Record
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.ke_hoach import tasks
from cchc_docs.office.records.kiem_tra import CuocKiemTra
from cchc_docs.office.units import counts_as_commune
from cchc_docs.text.normal import fold


@dataclass(frozen=True, slots=True)
class CountedRecord:
    """One record that counts: how much, and for which units too (by code), beside the office."""

    record: Record
    fields: tuple[str, ...]
    amount: int = 1
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counting:
    """The basis of a count: the data, the period and the calendar."""

    data: Data
    periods: Mapping[str, Ky]
    ky: str


Count = Callable[[Counting], Sequence[CountedRecord] | None]
"""Gives the records that count; None where the file does not keep them, so that the figure may be typed."""


def finished(counting: Counting) -> list[CuocKiemTra]:
    """The inspections that ended within the period."""
    ky = counting.periods[counting.ky]
    return [one for one in counting.data.cuoc_kiem_tra if one.ket_thuc and contains(ky, day_of(one.ket_thuc))]


def documents(data: Data, periods: Mapping[str, Ky], ky: str) -> list[VanBanChiDao]:
    """The documents of direction issued in the period, each once: those of its parts too, and those of its days.

    A clerk writes a document down once, under the first period that reports it; later ones cover its day.
    """
    within, period = parts(periods, ky), periods[ky]
    found: dict[tuple[str, date], VanBanChiDao] = {}
    for row in data.van_ban_chi_dao:
        if row.ky in within or contains(period, row.ngay):
            found.setdefault((fold(row.so_ky_hieu), row.ngay), row)
    return list(found.values())


def _documents(counting: Counting) -> Sequence[CountedRecord] | None:
    if not counting.data.van_ban_chi_dao:
        return None
    return [CountedRecord(row, ("so_ky_hieu",)) for row in documents(counting.data, counting.periods, counting.ky)]


def _tasks(counting: Counting) -> Sequence[CountedRecord] | None:
    found = [
        CountedRecord(task.dau, ("ma",), units=_codes(one for row in task.dong for one in row.chu_tri))
        for task in tasks(counting.data.nhiem_vu)
    ]
    return found or None


def _done(counting: Counting) -> Sequence[CountedRecord] | None:
    states = progress(counting.data, counting.periods, counting.ky)
    if not any(state.ket_qua for state in states):
        return None
    # A task reported as not done counts as nothing, so that who leads it has 0 done, not an unknown number.
    told = [state for state in states if state.ket_qua]
    return [CountedRecord(one.ket_qua[0], ("trang_thai",), int(one.hoan_thanh), _codes(one.chu_tri)) for one in told]


def _inspected(*, communes: bool) -> Count:
    def count(counting: Counting) -> Sequence[CountedRecord] | None:
        if not counting.data.cuoc_kiem_tra:
            return None
        office = counting.data.co_quan
        first_of_unit: dict[str, CuocKiemTra] = {}
        for one in finished(counting):
            if counts_as_commune(one.don_vi, office) is communes:
                first_of_unit.setdefault(one.don_vi.ma, one)
        return [CountedRecord(one, ("ket_thuc",)) for one in first_of_unit.values()]

    return count


def _findings(*, fixed: bool) -> Count:
    def count(counting: Counting) -> Sequence[CountedRecord] | None:
        if not counting.data.cuoc_kiem_tra:
            return None
        ended = {one.ma for one in finished(counting)}
        rows = [row for row in counting.data.phat_hien if is_shortcoming(row) and row.cuoc_kiem_tra.ma in ended]
        return [CountedRecord(row, ("trang_thai",)) for row in rows if not fixed or is_mended(row)]

    return count


def _files(*, communes: bool, columns: tuple[str, ...]) -> Count:
    def count(counting: Counting) -> Sequence[CountedRecord] | None:
        office = counting.data.co_quan
        rows = [row for row in counting.data.ho_so_tthc if row.ky == counting.ky]
        if not rows:
            return None
        return [
            CountedRecord(row, columns, sum(getattr(row, column) for column in columns), (row.don_vi.ma,))
            for row in rows
            if counts_as_commune(row.don_vi, office) is communes
        ]

    return count


_SETTLED = ("giai_quyet_truoc_han", "giai_quyet_dung_han", "giai_quyet_qua_han")
_IN_TIME = ("giai_quyet_truoc_han", "giai_quyet_dung_han")

COUNTS: Mapping[str, Count] = {
    "dem_van_ban_chi_dao": _documents,
    "dem_nhiem_vu": _tasks,
    "dem_ket_qua_hoan_thanh": _done,
    "dem_cuoc_kiem_tra_so_ban_da_ket_thuc": _inspected(communes=False),
    "dem_cuoc_kiem_tra_xa_phuong_dac_khu_da_ket_thuc": _inspected(communes=True),
    "dem_phat_hien_ton_tai": _findings(fixed=False),
    "dem_phat_hien_da_khac_phuc": _findings(fixed=True),
    "cong_ho_so_tthc_7_cua_so_ban": _files(communes=False, columns=_SETTLED),
    "cong_ho_so_tthc_8_9_cua_so_ban": _files(communes=False, columns=_IN_TIME),
    "cong_ho_so_tthc_7_cua_xa_phuong_dac_khu": _files(communes=True, columns=_SETTLED),
    "cong_ho_so_tthc_8_9_cua_xa_phuong_dac_khu": _files(communes=True, columns=_IN_TIME),
}
"""The sources by name."""


def _codes(names: Iterator[DonVi | str] | Sequence[DonVi | str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.ma for one in names if isinstance(one, DonVi)))
