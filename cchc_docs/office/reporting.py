"""Which units sent their report of a period late, or not at all."""

from dataclasses import dataclass, field
from datetime import date

from cchc_docs.office.calendar import Ky
from cchc_docs.office.inspections import exists, inspection_scope, organiser
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi


@dataclass(frozen=True, slots=True)
class DonViNopMuon:
    """A unit whose report of a period is late."""

    don_vi: DonVi = field(metadata={"note": "Đơn vị."})
    han: date = field(metadata={"note": "Hạn gửi báo cáo của kỳ."})
    ngay_nop: date | None = field(metadata={"note": "Ngày nhận được báo cáo; trống nếu chưa nhận được."})


def late_units(data: Data, ky: Ky) -> list[DonViNopMuon]:
    """The units whose report of ``ky`` arrived after its due day or has not arrived, in the order of *Đơn vị*.

    Nothing is late where the period has no due day, or the sheet *Nộp báo cáo* says nothing of the period: then nobody
    keeps it. Who has to report: the units that the sheet names for the period, and those of the kinds that the office
    looks after (as for inspections) that exist on the due day, but for the one that compiles the reports.
    """
    sent = {row.don_vi.ma: row.ngay_nop for row in data.nop_bao_cao if row.ky == ky.ma}
    if ky.han_gui is None or not sent:
        return []
    due, scope, compiler = ky.han_gui, inspection_scope(data), organiser(data)
    return [
        DonViNopMuon(unit, due, sent.get(unit.ma))
        for unit in data.don_vi
        if (unit.ma in sent or (scope.takes(unit) and exists(unit, due) and unit is not compiler))
        and ((day := sent.get(unit.ma)) is None or day > due)
    ]
