"""Compute the letters to late units."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.part import Part
from cchc_docs.documents.subjects import Subject
from cchc_docs.office.calendar import calendar
from cchc_docs.office.notes import noted
from cchc_docs.office.reporting import DonViNopMuon, to_urge


@dataclass(frozen=True, slots=True)
class NopBaoCaoNames:
    """The names that the part gives."""

    don_vi_chua_nop: Sequence[DonViNopMuon] = noted("Các đơn vị chưa nộp báo cáo của kỳ này.")
    don_vi_nop_muon: Sequence[DonViNopMuon] = noted("Các đơn vị đã nộp báo cáo của kỳ này nhưng muộn.")


class NopMuon:
    """The units whose report of the document's period is late: not here yet, or here after the due day."""

    def __init__(self, inputs: Inputs) -> None:
        self._late = {ky.ma: to_urge(inputs.data, ky) for ky in calendar(inputs.data).values()}

    def of(self, subject: Subject) -> NopBaoCaoNames:
        """Both lists, for the subject's period."""
        late = self._late.get(subject.ky, [])
        return NopBaoCaoNames(
            don_vi_chua_nop=[one for one in late if one.ngay_nop is None],
            don_vi_nop_muon=[one for one in late if one.ngay_nop is not None],
        )


PART = Part("nop_bao_cao", NopMuon, NopBaoCaoNames)
