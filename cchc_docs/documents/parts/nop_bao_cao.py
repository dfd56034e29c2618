"""What letters to late units show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.part import Part
from cchc_docs.documents.subjects import Subject
from cchc_docs.office.calendar import calendar
from cchc_docs.office.notes import noted
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.reporting import Submission, to_urge


@dataclass(frozen=True, slots=True)
class DonViNopMuon:
    """A unit whose report of a period is late."""

    don_vi: DonVi = noted("Đơn vị.")
    han: date = noted("Hạn gửi báo cáo của kỳ.")
    ngay_nop: date | None = noted("Ngày nhận được báo cáo; trống nếu chưa nhận được.")


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
            don_vi_chua_nop=[_shown(one) for one in late if one.came is None],
            don_vi_nop_muon=[_shown(one) for one in late if one.came is not None],
        )


def _shown(one: Submission) -> DonViNopMuon:
    assert one.due is not None  # nobody is urged where nothing is due
    return DonViNopMuon(one.unit, one.due, one.came)


PART = Part("nop_bao_cao", NopMuon, NopBaoCaoNames)
