"""Compute the papers of late files. Who applied is only in the row that a slip is about, never in a computed part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.parts.part import Part
from cchc_docs.documents.parts.the_thuc import BLANK_NUMBER, day_in_words
from cchc_docs.documents.subjects import Subject
from cchc_docs.law.documents import basis
from cchc_docs.office.notes import noted
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.tre_han import HoSoTreHan
from cchc_docs.text.formats import document_number
from cchc_docs.text.normal import MarkedText


@dataclass(frozen=True, slots=True)
class HoSoGiaiTrinh:
    """A late file without the applicant."""

    ma_ho_so: str = noted("Mã hồ sơ.")
    thu_tuc: str = noted("Tên thủ tục hành chính.")
    don_vi: DonVi = noted("Đơn vị giải quyết.")
    ngay_nhan: date = noted("Ngày tiếp nhận.")
    ngay_hen_tra: date = noted("Ngày hẹn trả.")
    ly_do: MarkedText = noted("Lý do trễ hẹn.")
    loi: str = noted("Trễ do cơ quan hay do nguyên nhân khác.")
    ngay_hen_lai: date | None = noted("Ngày hẹn lại.")
    so_phieu: int | None = noted("Số phiếu xin lỗi; trống nếu chưa gửi.")
    ngay_phieu: date | None = noted("Ngày phiếu xin lỗi; trống nếu chưa gửi.")


@dataclass(frozen=True, slots=True)
class TreHanTrongNam:
    """The late files of the year, and the rules for them."""

    ho_so: Sequence[HoSoGiaiTrinh] = noted("Các hồ sơ trễ hạn.")
    do_co_quan: Sequence[HoSoGiaiTrinh] = noted("Những hồ sơ trễ do cơ quan.")
    do_khac: Sequence[HoSoGiaiTrinh] = noted("Những hồ sơ trễ do nguyên nhân khác.")
    da_xin_loi: Sequence[HoSoGiaiTrinh] = noted("Những hồ sơ đã gửi phiếu xin lỗi.")
    chua_xin_loi: Sequence[HoSoGiaiTrinh] = noted("Những hồ sơ chưa gửi phiếu xin lỗi.")
    quy_dinh: str = noted("Nghị định về cơ chế một cửa có hiệu lực vào ngày phiếu, hoặc ngày hẹn trả.")


@dataclass(frozen=True, slots=True)
class PhieuIn:
    """The head of a slip; number and day stay blank until it is sent."""

    so: str = noted("Số: 01/PXL, hoặc chừa chỗ cho số.")
    dia_danh_ngay: str = noted("Địa danh, ngày của phiếu, hoặc chừa chỗ cho ngày, tháng.")


@dataclass(frozen=True, slots=True)
class TreHanNames:
    """The names that the part gives."""

    tre_han: TreHanTrongNam = noted("Các hồ sơ trễ hạn, không có tên người nộp, và quy định áp dụng.")
    phieu: PhieuIn = noted("Phiếu xin lỗi đang làm: số, ngày.")


class TreHan:
    """The late files' part of a template's context."""

    def __init__(self, inputs: Inputs) -> None:
        self._files = [_without_applicant(row) for row in inputs.data.ho_so_tre_han]
        self._last = max((one.ngay_hen_tra for one in self._files), default=None)
        self._place = inputs.data.co_quan.dia_danh

    def of(self, subject: Subject) -> TreHanNames:
        """The files, and the legal basis that held on the day of the slip, or when the file or the last one was due."""
        row = subject.row if isinstance(subject.row, HoSoTreHan) else None
        day = (row.ngay_phieu or row.ngay_hen_tra) if row else self._last
        files = self._files
        found = TreHanTrongNam(
            ho_so=files,
            do_co_quan=[one for one in files if one.loi == "cơ quan"],
            do_khac=[one for one in files if one.loi != "cơ quan"],
            da_xin_loi=[one for one in files if one.ngay_phieu is not None],
            chua_xin_loi=[one for one in files if one.ngay_phieu is None],
            quy_dinh=_basis(day),
        )
        return TreHanNames(tre_han=found, phieu=self._head(row))

    def _head(self, row: HoSoTreHan | None) -> PhieuIn:
        """The slip's own number and day: *Hồ sơ trễ hạn* has them, so the register need not.

        Source: TT 01/2018/TT-VPCP, Điều 9, mẫu số 04.
        """
        number = BLANK_NUMBER if row is None or row.so_phieu is None else document_number(row.so_phieu)
        year = row.ngay_hen_tra.year if row else None
        return PhieuIn(f"Số: {number}/PXL", f"{self._place}, {day_in_words(row.ngay_phieu if row else None, year)}")


PART = Part("tre_han", TreHan, TreHanNames)


def _without_applicant(row: HoSoTreHan) -> HoSoGiaiTrinh:
    return HoSoGiaiTrinh(
        row.ma_ho_so,
        row.thu_tuc,
        row.don_vi,
        row.ngay_nhan,
        row.ngay_hen_tra,
        row.ly_do,
        row.loi,
        row.ngay_hen_lai,
        row.so_phieu,
        row.ngay_phieu,
    )


def _basis(day: date | None) -> str:
    rests_on = basis("mot_cua", day)
    return rests_on.citation if rests_on else ""
