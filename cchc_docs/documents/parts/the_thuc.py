"""The formal parts that every document has (NĐ 30/2020, Điều 8): number, date, signer, recipients, bases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from cchc_docs.documents.subjects import Subject
from cchc_docs.documents.types import DocumentType
from cchc_docs.office.notes import noted
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import CoQuan, NguoiKy, NoiNhan, VanBan
from cchc_docs.office.signing import ChuKy, chu_ky
from cchc_docs.text.formats import document_number, long_date
from cchc_docs.text.normal import MarkedText, fold, upper

BLANK_NUMBER = " " * 8
_BLANK_DAY = " " * 4
DOTS = "……"
"""The dots that are printed where something is to be written by hand."""
_END_MARKS = ".;, "
_DASHES = "-–—+• "


@dataclass(frozen=True, slots=True)
class VanBanIn:
    """The document that is being made, as its own head prints it. Blank until issued: number and day stay blank."""

    ten_loai: str = noted("Tên loại, chữ in hoa.")
    trich_yeu: str = noted("Trích yếu.")
    so: int | None = noted("Số văn bản, nếu đã ban hành.")
    ngay: date | None = noted("Ngày ban hành, nếu đã ban hành.")
    so_ky_hieu: str = noted("Số: 05/KH-SVHTTDL, hoặc chừa chỗ cho số.")
    dia_danh_ngay: str = noted("Lạng Sơn, ngày 05 tháng 01 năm 2023, hoặc chừa chỗ cho ngày, tháng.")
    kem_theo: str = noted("Dòng (Kèm theo …) dưới tên phụ lục.")


@dataclass(frozen=True, slots=True)
class SharedNames:
    """The formal parts that all documents of a type share, by their names in templates."""

    nguoi_ky: ChuKy = noted("Người ký văn bản này.", "trang “Người ký”")
    tham_quyen: str = noted(
        "Thẩm quyền ban hành, in trên các căn cứ của quyết định: Giám đốc Sở …", "các trang “Cơ quan”, “Người ký”"
    )
    kinh_gui: Sequence[str] = noted("Các nơi kính gửi của văn bản này.", "trang “Nơi nhận”, vai trò kính gửi")
    noi_nhan: Sequence[str] = noted(
        "Các nơi nhận của văn bản này, theo thứ tự in.", "trang “Nơi nhận”, vai trò nơi nhận"
    )
    luu: str = noted("Phần ghi sau chữ Lưu: ở cuối nơi nhận.", "trang “Nơi nhận”, vai trò lưu; hoặc trang “Cơ quan”")
    can_cu: Sequence[MarkedText] = noted("Các căn cứ của văn bản này.", "trang “Căn cứ”")


def shared_names(data: Data, document_type: DocumentType) -> SharedNames:
    """The formal parts of a type; the signature stays blank where nobody signs."""
    signer = signer_of(data, document_type)
    bases = (row for row in data.can_cu if document_type.is_meant_by(row.loai_van_ban))
    return SharedNames(
        nguoi_ky=_signature(signer) if signer else ChuKy((), ""),
        tham_quyen=_authority(data.co_quan, signer),
        kinh_gui=_addressees(data, document_type),
        noi_nhan=[_recipient(row) for row in _recipients(data, document_type, "nơi nhận")],
        luu=_filed(data, document_type),
        can_cu=[MarkedText(row.noi_dung.rstrip(_END_MARKS)) for row in bases],
    )


class Issuer(Protocol):
    """The issuer as the head of a document needs it: the office's record, or a unit."""

    @property
    def ten(self) -> str:
        """Its name."""

    @property
    def viet_tat(self) -> str:
        """Its abbreviation in the ký hiệu."""

    @property
    def dia_danh(self) -> str:
        """Its place."""

    @property
    def don_vi_soan_thao(self) -> str:
        """The unit that drafts."""


def symbol(office: Issuer, abbreviation: str) -> str:
    """The *ký hiệu*: ``KH-SVHTTDL``; a công văn, which has no abbreviation, names the drafting unit: ``SCT-VP``.

    Source: NĐ 30/2020, Phụ lục I, II.3.c.
    """
    return f"{abbreviation}-{office.viet_tat}" if abbreviation else f"{office.viet_tat}-{office.don_vi_soan_thao}"


def day_in_words(day: date | None, year: int | None) -> str:
    """``ngày 05 tháng 01 năm 2020``, or with room for what is not known."""
    return long_date(day) if day else f"ngày {_BLANK_DAY} tháng {_BLANK_DAY} năm {year or _BLANK_DAY}"


class FormalHead:
    """The heads of the documents of one type: what the office and the register give, worked out once."""

    def __init__(self, data: Data, document_type: DocumentType) -> None:
        self._settings = document_type.settings
        self._office = data.co_quan
        self._year = data.nam
        self._register: dict[tuple[str, str], VanBan] = {}
        for entry in data.van_ban:
            if document_type.is_meant_by(entry.loai_van_ban):
                self._register.setdefault((entry.ky, fold(entry.doi_tuong)), entry)

    def of(self, subject: Subject, summary: str, issuer: Issuer | None = None) -> VanBanIn:
        """The head of the document about ``subject``; ``summary`` is its trích yếu unless the register has one.

        ``issuer`` takes the office's place; one without a seal gives its documents no number.
        """
        office = issuer or self._office
        entry = self._register.get((subject.ky, fold(subject.code)))
        number = BLANK_NUMBER if entry is None or entry.so is None else document_number(entry.so)
        has_number = getattr(office, "con_dau", True)
        so = f"{number}/{symbol(office, self._settings.viet_tat)}" if has_number else ""
        day = day_in_words(entry.ngay if entry else None, self._year)
        return VanBanIn(
            ten_loai=upper(self._settings.ten_loai),
            trich_yeu=(entry.trich_yeu if entry else "") or summary,
            so=entry.so if entry else None,
            ngay=entry.ngay if entry else None,
            so_ky_hieu=f"Số: {so}" if so else "",
            dia_danh_ngay=f"{office.dia_danh}, {day}",
            kem_theo=f"(Kèm theo {' '.join(filter(None, [self._settings.ten_loai, so and f'số {so}', day]))} "
            f"của {' '.join(office.ten.split())})",
        )


def _signature(signer: NguoiKy) -> ChuKy:
    return chu_ky(signer.quyen_han, signer.ky_thay, signer.chuc_vu, signer.ho_ten)


def _authority(office: CoQuan, signer: NguoiKy | None) -> str:
    """Who issues a decision: the head of the office, whoever signs for the head; the office itself for a collective.

    Source: NĐ 30/2020, Phụ lục III, mẫu 1.2 and its note on *thẩm quyền ban hành*.
    """
    name = " ".join(office.ten.split())
    if signer is None or office.che_do == "tập thể":
        return name
    return head_of(signer.ky_thay[0] if signer.ky_thay else signer.chuc_vu, name)


def head_of(title: str, name: str) -> str:
    """The title of the head of ``name``, words that both have said once.

    >>> head_of("Giám đốc", "Sở Công Thương"), head_of("Chánh Văn phòng", "Văn phòng UBND tỉnh")
    ('Giám đốc Sở Công Thương', 'Chánh Văn phòng UBND tỉnh')
    """
    words, own = title.split(), name.split()
    for shared in range(min(len(words), len(own)), 0, -1):
        if fold(" ".join(words[-shared:])) == fold(" ".join(own[:shared])):
            return " ".join([*words[:-shared], *own])
    return " ".join([*words, *own])


def dotted_day(day: date | None, year: int | None) -> str:
    """``ngày 05 tháng 01 năm 2020``, or dots to write on."""
    return long_date(day) if day else f"ngày {DOTS} tháng {DOTS} năm {year or DOTS}"


def signer_of(data: Data, document_type: DocumentType) -> NguoiKy | None:
    """The first signer of the office whose row fits the type; nobody for a type that units issue."""
    if document_type.is_by_unit:
        return None
    fitting = (
        row
        for row in data.nguoi_ky
        if row.don_vi is None and (not row.loai_van_ban or document_type.is_meant_by(row.loai_van_ban))
    )
    return next(fitting, None)


def _addressees(data: Data, document_type: DocumentType) -> list[str]:
    """Whom the document addresses; where nobody is named, a unit writes to the office."""
    named = [_recipient(row) for row in _recipients(data, document_type, "kính gửi")]
    return named or ([" ".join(data.co_quan.ten.split())] if document_type.is_by_unit else [])


def _recipients(data: Data, document_type: DocumentType, role: str) -> Sequence[NoiNhan]:
    """The rows of this role for the type. A row that names no type is for all that the office issues, not its units."""
    return [
        row
        for row in data.noi_nhan
        if row.vai_tro == role
        and (document_type.is_meant_by(row.loai_van_ban) if row.loai_van_ban or document_type.is_by_unit else True)
    ]


def _recipient(row: NoiNhan) -> str:
    name = row.ten.lstrip(_DASHES).rstrip(_END_MARKS)
    purpose = row.muc_dich.strip("() ")
    return f"{name} ({purpose})" if purpose else name


def _filed(data: Data, document_type: DocumentType) -> str:
    """Return what follows *Lưu:* – the sheet's own row where there is one, else ``VT, VP. (CTL)`` from the office.

    Source: NĐ 30/2020, Phụ lục I, II.9.b; the drafter's initials in brackets are usage.
    """
    if own := _recipients(data, document_type, "lưu"):
        names = (row.ten.lstrip(_DASHES).removeprefix("Lưu:").strip().rstrip(_END_MARKS) for row in own)
        return "; ".join(names) + "."
    office = data.co_quan
    initials = f" ({office.nguoi_soan_thao})" if office.nguoi_soan_thao else ""
    return f"VT, {office.don_vi_soan_thao}.{initials}"
