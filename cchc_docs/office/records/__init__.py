"""Sheets of a data file understood: typed, frozen records, checked across sheets.

A new sheet is a ``Record`` subclass in one of these modules, or in one of its own; ``SHEETS`` finds it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, TypeVar, cast

from cchc_docs.data.fields import NAM, Context, Unreadable
from cchc_docs.data.read.source import Layout, Raw, Sheet, Source, shape_of
from cchc_docs.office.records.bao_cao import (
    ChiSoRieng,
    GhiChuSoLieu,
    HoSoTthc,
    KetQua,
    KyBaoCao,
    NoiDungBaoCao,
    NopBaoCao,
    SangKien,
    VanBanChiDao,
)
from cchc_docs.office.records.base import Record, blank, row_of
from cchc_docs.office.records.co_quan import CanCu, CoQuan, DonVi, NguoiKy, NoiNhan, VanBan
from cchc_docs.office.records.ke_hoach import (
    ChiTieu,
    GiaiPhap,
    KeHoach,
    MucDichYeuCau,
    NhiemVu,
    ThuocDo,
    ToChucThucHien,
)
from cchc_docs.office.records.kiem_tra import CuocKiemTra, NoiDungKiemTra, PhatHien, ThanhPhanKiemTra
from cchc_docs.office.records.linh_vuc import LinhVuc
from cchc_docs.office.records.reading import Names, own_rows, read_records
from cchc_docs.office.records.sheets import SHEETS, VOCABULARY
from cchc_docs.office.records.so_lieu import SoLieu, read_figures
from cchc_docs.office.records.tre_han import HoSoTreHan
from cchc_docs.problems import Place, Problem, Problems, Severity

__all__ = ["SHEETS", "VOCABULARY", "Data", "Loaded", "SheetAttributes", "error", "load", "warning"]

R = TypeVar("R", bound=Record)


class SheetAttributes:
    """The sheets as attributes (``data.don_vi``), told to the type checker.

    ``Data`` has an attribute for every sheet; one that has no line here is asked for by ``data.of(cls)``.
    """

    __slots__ = ()

    co_quan: CoQuan
    don_vi: Sequence[DonVi]
    nguoi_ky: Sequence[NguoiKy]
    noi_nhan: Sequence[NoiNhan]
    can_cu: Sequence[CanCu]
    van_ban: Sequence[VanBan]
    linh_vuc: Sequence[LinhVuc]
    ke_hoach: KeHoach | None
    muc_dich_yeu_cau: Sequence[MucDichYeuCau]
    chi_tieu: Sequence[ChiTieu]
    thuoc_do: Sequence[ThuocDo]
    giai_phap: Sequence[GiaiPhap]
    nhiem_vu: Sequence[NhiemVu]
    to_chuc_thuc_hien: Sequence[ToChucThucHien]
    ky_bao_cao: Sequence[KyBaoCao]
    ket_qua: Sequence[KetQua]
    ghi_chu_so_lieu: Sequence[GhiChuSoLieu]
    chi_so_rieng: Sequence[ChiSoRieng]
    ho_so_tthc: Sequence[HoSoTthc]
    noi_dung_bao_cao: Sequence[NoiDungBaoCao]
    van_ban_chi_dao: Sequence[VanBanChiDao]
    sang_kien: Sequence[SangKien]
    nop_bao_cao: Sequence[NopBaoCao]
    cuoc_kiem_tra: Sequence[CuocKiemTra]
    thanh_phan_kiem_tra: Sequence[ThanhPhanKiemTra]
    noi_dung_kiem_tra: Sequence[NoiDungKiemTra]
    phat_hien: Sequence[PhatHien]
    ho_so_tre_han: Sequence[HoSoTreHan]


@dataclass(frozen=True, slots=True)
class Data(SheetAttributes):
    """One data file, understood. Lists are in the file's order."""

    source: Source
    records: Mapping[str, Sequence[Record]]
    """The rows of every known sheet, by its key; of a sheet that holds one record, none or one."""
    so_lieu: Mapping[str, SoLieu]
    """The figures of the units, by period (``quy_1``)."""
    own_rows: Mapping[str, Sequence[Mapping[str, object]]]
    """The rows of the sheets that the clerk added, by sheet; every column is a name in every row."""
    names: Names
    unread: frozenset[str]
    """Sheets of which a row or more could not be read: what seems to be missing there may be only that."""

    def of(self, cls: type[R]) -> Sequence[R]:
        """The rows of the sheet that ``cls`` declares."""
        return cast("Sequence[R]", self.records[cls.sheet_key])

    def sheet(self, sheet_key: str) -> Sequence[Record] | Record | None:
        """Return what a known sheet holds: its rows; of a sheet that holds one record, that record or nothing."""
        rows = self.records[sheet_key]
        return rows if SHEETS[sheet_key].layout is Layout.LIST else next(iter(rows), None)

    if not TYPE_CHECKING:  # which would take any misspelt name then; it has ``SheetAttributes``

        def __getattr__(self, name: str) -> object:
            """The known sheet of that name."""
            if name not in SHEETS:
                raise AttributeError(name=name, obj=self)
            return self.sheet(name)

    @property
    def nam(self) -> int | None:
        """The year that the file is about: the plan's, else that of the first day of what it tells."""
        if self.ke_hoach:
            return self.ke_hoach.nam
        periods = (period.den_ngay for period in self.ky_bao_cao)
        inspections = (one.bat_dau for one in self.cuoc_kiem_tra if one.bat_dau)
        late_files = (file.ngay_hen_tra for file in self.ho_so_tre_han)
        return next((day.year for day in (*periods, *inspections, *late_files)), None)

    @property
    def own_sheets(self) -> Mapping[str, Sheet]:
        """The sheets that the clerk added."""
        return {name: sheet for name, sheet in self.source.sheets.items() if shape_of(VOCABULARY, name) is None}

    def place(self, record: Record, field: str = "") -> Place:
        """Return the place of the record's field in the file."""
        return self.source.sheets[type(record).sheet_key].place(row_of(record), field)

    def rows(self, sheet_key: str) -> Sequence[Record]:
        """The records of a known sheet, whatever its layout."""
        return self.records[sheet_key]

    def has_column(self, sheet_key: str, name: str) -> bool:
        """Return True if the file's sheet has that column."""
        sheet = self.source.sheets.get(sheet_key)
        return sheet is not None and any(column.key == name for column in sheet.columns)

    def place_of_sheet(self, sheet_key: str) -> Place:
        """The sheet as a whole, also when the file has no such sheet."""
        sheet = self.source.sheets.get(sheet_key)
        return Place(self.source.file, sheet=sheet.name if sheet else SHEETS[sheet_key].sheet)


def error(data: Data, record: Record, field: str, code: str, what: str, hint: str = "") -> Problem:
    """A *lỗi* at the record's field."""
    return Problem(code, Severity.ERROR, data.place(record, field), what, hint)


def warning(data: Data, record: Record, field: str, code: str, what: str, hint: str = "") -> Problem:
    """A *cảnh báo* at the record's field."""
    return Problem(code, Severity.WARNING, data.place(record, field), what, hint)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The data and all problems of reading. Rows that could not be read are missing from the data.

    Where the problems hold an error the data is good for further checks only, not for making documents.
    """

    data: Data
    problems: tuple[Problem, ...]


def load(source: Source) -> Loaded:
    """All records of ``source``. Sheets are read in the order of their references, so each name is known in time."""
    problems = Problems()
    problems.extend(source.problems)
    names = Names({name: cls.sheet for name, cls in SHEETS.items()})
    year = _year(source)
    read: dict[str, list[Record]] = {name: [] for name in SHEETS}
    for name in _by_dependency():
        if name in source.sheets:
            read[name] = list(read_records(SHEETS[name], source.sheets[name], names, year, problems))
    figures = read_figures(source.sheets, names, problems)
    own = {
        name: own_rows(sheet, problems) for name, sheet in source.sheets.items() if shape_of(VOCABULARY, name) is None
    }
    problems.extend(_no_office(source, is_silent=not problems))
    # A stand-in for an office that could not be read, so that the rest of the file can still be checked.
    read[CoQuan.sheet_key] = read[CoQuan.sheet_key] or [blank(CoQuan)]
    unread = _unread(source, problems)
    data = Data(source=source, records=read, so_lieu=figures, own_rows=own, names=names, unread=unread)
    return Loaded(data, tuple(problems))


def _unread(source: Source, problems: Iterable[Problem]) -> frozenset[str]:
    bad = {problem.where.sheet for problem in problems if problem.severity is Severity.ERROR}
    return source.unread | {name for name, sheet in source.sheets.items() if sheet.name in bad}


def _no_office(source: Source, *, is_silent: bool) -> Iterator[Problem]:
    """Tell of a file without its *Cơ quan*; of one that is still blank, only as something worth knowing.

    A blank one of which something is said already (not ``is_silent``) needs no more words.
    """
    office = source.sheets.get(CoQuan.sheet_key)
    if office is None:
        if source.sheets and CoQuan.sheet_key not in source.unread:
            yield Problem(
                "thieu_trang",
                Severity.ERROR,
                Place(source.file),
                "Không có trang “Cơ quan”.",
                "Thêm trang “Cơ quan” với hai cột Mục và Nội dung (lệnh cchc moi tạo sẵn tệp mẫu).",
            )
    elif office.is_blank:
        place = Place(source.file, sheet=office.name)
        prefilled = {CoQuan.sheet_key, LinhVuc.sheet_key}
        if any(not sheet.is_blank for name, sheet in source.sheets.items() if name not in prefilled):
            what, hint = "Trang “Cơ quan” chưa có gì.", "Điền tên cơ quan và các mục bắt buộc."
            yield Problem("trang_trong", Severity.ERROR, place, what, hint)
        elif is_silent:
            what, hint = "Tệp này chưa điền gì.", "Bắt đầu từ trang “Cơ quan”, rồi lần lượt các trang sau."
            yield Problem("tep_trong", Severity.NOTE, place, what, hint)


def _by_dependency() -> list[str]:
    """The sheets, those referred to before those that refer to them; a sheet's references to itself stay names."""
    graph = {
        name: [field.kind.refers_to for field in cls.columns() if field.kind.refers_to] for name, cls in SHEETS.items()
    }
    return list(TopologicalSorter(graph).static_order())


def _year(source: Source) -> int | None:
    """The plan's year, for deadlines that name none; a bad value is reported when the plan itself is read."""
    sheet = source.sheets.get(KeHoach.sheet_key)
    cell: Raw = next(sheet.records(), {}).get("nam") if sheet else None
    try:
        year: int | None = NAM.read(cell, Context(Names({}))) if cell is not None else None
    except Unreadable:
        return None
    return year
