"""The reports that units owe of a period: who owes one, who sent it in time, late or not yet.

The one home of these questions: the office's report (``tinh_hinh_nop``), the entry forms, ``cchc tong-hop``, the checks
and the letter of urging all ask here, so that they name the same units.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_docs.office.calendar import Ky
from cchc_docs.office.notes import noted
from cchc_docs.office.records import Data
from cchc_docs.office.records.bao_cao import NopBaoCao
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.units import exists, exists_in, is_own_unit, organiser


@dataclass(frozen=True, slots=True)
class NopCham:
    """A unit whose report came late."""

    don_vi: DonVi = noted("Đơn vị.")
    ngay_nop: date = noted("Ngày nộp.")
    so_ngay: int = noted("Số ngày chậm.")


@dataclass(frozen=True, slots=True)
class TinhHinhNop:
    """The reports that units owe of a period: who sent theirs in time, late, not yet."""

    han: date | None = noted("Hạn gửi báo cáo của kỳ.")
    dung_han: Sequence[DonVi] = noted("Các đơn vị đã nộp đúng hạn.")
    cham: Sequence[NopCham] = noted("Các đơn vị nộp chậm, chậm nhất trước.")
    chua_nop: Sequence[DonVi] = noted("Các đơn vị chưa nộp.")


@dataclass(frozen=True, slots=True)
class DonViNopMuon:
    """A unit whose report of a period is late."""

    don_vi: DonVi = noted("Đơn vị.")
    han: date = noted("Hạn gửi báo cáo của kỳ.")
    ngay_nop: date | None = noted("Ngày nhận được báo cáo; trống nếu chưa nhận được.")


def owing(data: Data, ky: Ky) -> list[DonVi]:
    """The units that owe a report of the period, in the order of *Đơn vị*.

    Those at work on the period's last day, of every kind but *khác*, the organiser among them; and those that the sheet
    *Nộp báo cáo* names for the period, if they were at work in it: a steering board, a unit dissolved halfway. Who ends
    between the period's last day and the due day still owes it.
    """
    named = {row.don_vi.ma for row in _rows(data, ky)}
    return [
        unit
        for unit in data.don_vi
        if (is_own_unit(unit) and exists(unit, ky.den_ngay)) or (unit.ma in named and exists_in(unit, ky))
    ]


def is_kept(data: Data, ky: Ky) -> bool:
    """Return True if the file keeps who sent the report of the period: *Nộp báo cáo* has a row of it."""
    return any(_rows(data, ky))


def submission(data: Data, ky: Ky) -> TinhHinhNop:
    """Who sent the report of the period in time, late, not yet: each unit that owes one stands in one list.

    Late is what arrived after the due day; without a due day nothing is.
    """
    came = _arrivals(data, ky)
    units = owing(data, ky)
    sent = [(unit, came[unit.ma]) for unit in units if unit.ma in came]
    late = [NopCham(unit, day, (day - ky.han_gui).days) for unit, day in sent if ky.han_gui and day > ky.han_gui]
    is_late = {one.don_vi.ma for one in late}
    return TinhHinhNop(
        ky.han_gui,
        [unit for unit, _ in sent if unit.ma not in is_late],
        sorted(late, key=lambda one: -one.so_ngay),
        [unit for unit in units if unit.ma not in came],
    )


def to_urge(data: Data, ky: Ky) -> list[DonViNopMuon]:
    """The units that the letter of urging is about, in the order of *Đơn vị*: whose report came late or has not come.

    They are those of ``submission`` without the organiser, which writes the letter and does not urge itself. There are
    none where the period has no due day to hold against them, or the file does not keep who sent what.
    """
    if ky.han_gui is None or not is_kept(data, ky):
        return []
    found, compiler = submission(data, ky), organiser(data)
    days: dict[str, date | None] = {one.don_vi.ma: one.ngay_nop for one in found.cham}
    days |= {unit.ma: None for unit in found.chua_nop}
    return [
        DonViNopMuon(unit, ky.han_gui, days[unit.ma])
        for unit in owing(data, ky)
        if unit.ma in days and unit is not compiler
    ]


def forgotten(data: Data, ky: Ky) -> list[DonVi]:
    """The units that owe a report of the period of which *Nộp báo cáo* says nothing, not even that it is missing."""
    known = {row.don_vi.ma for row in _rows(data, ky)}
    return [unit for unit in owing(data, ky) if unit.ma not in known]


def _arrivals(data: Data, ky: Ky) -> dict[str, date]:
    """The day on which each unit's report arrived, by its code; of several rows the last that has a day."""
    return {row.don_vi.ma: row.ngay_nop for row in _rows(data, ky) if row.ngay_nop}


def _rows(data: Data, ky: Ky) -> Iterator[NopBaoCao]:
    return (row for row in data.nop_bao_cao if row.ky == ky.ma)
