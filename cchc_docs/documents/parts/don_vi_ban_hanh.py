"""Documents that units issue themselves: whose name stands at the head, who signs, with and without a seal."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_docs.documents.types import DocumentType
from cchc_docs.office.notes import noted
from cchc_docs.office.records import Data, warning
from cchc_docs.office.records.co_quan import CoQuan, DonVi, NguoiKy
from cchc_docs.office.signing import ChuKy, chu_ky
from cchc_docs.office.units import COMMUNES, is_commune
from cchc_docs.problems import Problem

_COLLECTIVE = "Ủy ban nhân dân"
_SHORT = "UBND"
_UNKNOWN_HEAD = "Thủ trưởng đơn vị"
_SHOWN = 5
"""Units that a message names one by one."""


@dataclass(frozen=True, slots=True)
class DonViBanHanh:
    """A unit as the organ at the head of its own document; it has what the office's record has there."""

    ten: str = noted("Tên đơn vị ban hành.")
    viet_tat: str = noted("Chữ viết tắt trong ký hiệu.")
    co_quan_chu_quan: str = noted("Cơ quan chủ quản; trống nếu không in.")
    dia_danh: str = noted("Địa danh.")
    don_vi_soan_thao: str = noted("Đơn vị soạn thảo.")
    con_dau: bool = noted("Có con dấu: báo cáo có số, ký hiệu.")


@dataclass(frozen=True, slots=True)
class UnitNames:
    """The names in templates that take the office's place in the document of a unit."""

    co_quan: DonViBanHanh = noted("")
    cap_tren: CoQuan = noted("Cơ quan cấp trên, khi văn bản do chính đơn vị ban hành.", "trang “Cơ quan”")
    nguoi_ky: ChuKy = noted("")
    luu: str = noted("")


class UnitIssuers:
    """Who issues and signs the documents of a type that units issue; worked out once for all of them.

    A unit without a seal (a phòng inside the office) reports without number, signed by its head; a commune is a
    collective, whose head signs TM. (NĐ 30/2020, Điều 13). A row of *Người ký* for the unit goes before its own head.
    """

    def __init__(self, data: Data, document_type: DocumentType) -> None:
        self._office = data.co_quan
        self._signers: dict[str, ChuKy] = {}
        for row in _signing(data, document_type):
            if row.don_vi:
                block = chu_ky(row.quyen_han, row.ky_thay, row.chuc_vu, row.ho_ten)
                self._signers.setdefault(row.don_vi.ma, block)

    def names_of(self, unit: DonVi) -> UnitNames:
        """Return the names that take the office's place in the document of ``unit``."""
        issuer = issuer_of(unit, self._office)
        return UnitNames(
            co_quan=issuer,
            cap_tren=self._office,
            nguoi_ky=self._signers.get(unit.ma) or _head_of(unit),
            luu="VT." if unit.con_dau else f"{issuer.viet_tat}.",
        )


def _signing(data: Data, document_type: DocumentType) -> list[NguoiKy]:
    """The rows of *Người ký* that fit the type."""
    return [row for row in data.nguoi_ky if not row.loai_van_ban or document_type.is_meant_by(row.loai_van_ban)]


def issuer_of(unit: DonVi, office: CoQuan) -> DonViBanHanh:
    """The unit as an issuing organ; a commune is its people's committee, at its own place, with nobody above it.

    Source: NĐ 30/2020, Phụ lục I, II.2 (no organ above an Ủy ban nhân dân) and II.4 (the place of a commune's organ).
    """
    short = unit.viet_tat or unit.ma
    if not is_commune(unit):
        above = office.ten.replace(_COLLECTIVE, _SHORT)
        return DonViBanHanh(unit.ten, short, above, office.dia_danh, short, unit.con_dau)
    commune = unit.ten.removeprefix(_COLLECTIVE).removeprefix(_SHORT).strip()
    name = next((commune[len(kind) :].strip() for kind in COMMUNES if commune.lower().startswith(kind)), commune)
    ten = f"{_COLLECTIVE} {commune[:1].lower()}{commune[1:]}"
    return DonViBanHanh(ten, short, "", name, "VP", unit.con_dau)


def _head_of(unit: DonVi) -> ChuKy:
    post = unit.chuc_vu or _UNKNOWN_HEAD
    if is_commune(unit):
        return chu_ky("TM.", (_COLLECTIVE,), post, unit.nguoi_dung_dau)
    return chu_ky("", (), post, unit.nguoi_dung_dau)


def unsigned(data: Data, document_type: DocumentType) -> Iterator[Problem]:
    """Tell of the units of which nobody knows who signs."""
    signed = {row.don_vi.ma for row in _signing(data, document_type) if row.don_vi}
    unknown = [one for one in data.don_vi if one.ma not in signed and not (one.nguoi_dung_dau and one.chuc_vu)]
    if unknown:
        named = "; ".join(one.ten for one in unknown[:_SHOWN])
        more = f" và {len(unknown) - _SHOWN} đơn vị khác" if len(unknown) > _SHOWN else ""
        field = "chuc_vu" if unknown[0].nguoi_dung_dau else "nguoi_dung_dau"
        yield warning(
            data,
            unknown[0],
            field,
            "thieu_nguoi_dung_dau",
            f"Chưa biết ai ký “{document_type.settings.tieu_de}” của {named}{more}, nên chỗ ký chưa có tên.",
            "Điền Người đứng đầu và Chức vụ ở trang “Đơn vị”, hoặc thêm dòng ở trang “Người ký”.",
        )
