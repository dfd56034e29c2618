"""What the sheets of a data file mean: typed, frozen records, checked across sheets.

A new sheet is a ``Record`` subclass, a line in ``SHEETS`` and an attribute of ``Data``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

from cchc_docs.fields import Unreadable, as_text
from cchc_docs.problems import Place, Problem, Problems, Severity
from cchc_docs.read.source import Raw, Sheet, Source, Vocabulary
from cchc_docs.records.base import Record
from cchc_docs.records.co_quan import CanCu, CoQuan, DonVi, NguoiKy, NoiNhan, VanBan
from cchc_docs.records.ke_hoach import ChiTieu, GiaiPhap, KeHoach, MucDichYeuCau, NhiemVu, ThuocDo, ToChucThucHien
from cchc_docs.records.linh_vuc import LinhVuc
from cchc_docs.records.reading import Names, read_records

SHEETS: Mapping[str, type[Record]] = {
    cls.sheet_key: cls
    for cls in (
        CoQuan,
        DonVi,
        NguoiKy,
        NoiNhan,
        CanCu,
        VanBan,
        LinhVuc,
        KeHoach,
        MucDichYeuCau,
        ChiTieu,
        ThuocDo,
        GiaiPhap,
        NhiemVu,
        ToChucThucHien,
    )
}
"""The sheets that the system knows, in the order of the blank form."""

_NO_OFFICE = CoQuan.model_construct(
    ten="",
    viet_tat="",
    dia_danh="",
    cap="",
    che_do="",
    don_vi_soan_thao="",
    co_quan_chu_quan="",
    nguoi_soan_thao="",
    dia_chi="",
)
"""Stands for an office that could not be read, so that the rest of the file can still be checked."""

VOCABULARY: Vocabulary = {name: cls.shape() for name, cls in SHEETS.items()}
"""What reading must know of them."""


@dataclass(frozen=True, slots=True)
class Data:
    """One data file, understood. Lists are in the file's order."""

    source: Source
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
    names: Names

    @property
    def nam(self) -> int | None:
        """The year that the file is about."""
        return self.ke_hoach.nam if self.ke_hoach else None

    @property
    def own_sheets(self) -> Mapping[str, Sheet]:
        """The sheets that the clerk added."""
        return {name: sheet for name, sheet in self.source.sheets.items() if name not in SHEETS}

    def place(self, record: Record, field: str = "") -> Place:
        """Where the record's field stands in the file."""
        return self.source.sheets[record.sheet_key].place(record.row, field)

    def place_of_sheet(self, sheet_key: str) -> Place:
        """The sheet as a whole, also when the file has no such sheet."""
        sheet = self.source.sheets.get(sheet_key)
        return Place(self.source.file, sheet=sheet.name if sheet else SHEETS[sheet_key].sheet)


def error(data: Data, record: Record, field: str, code: str, what: str, hint: str = "") -> Problem:
    """A *lỗi* at the record's field."""
    return Problem(code, Severity.LOI, data.place(record, field), what, hint)


def warning(data: Data, record: Record, field: str, code: str, what: str, hint: str = "") -> Problem:
    """A *cảnh báo* at the record's field."""
    return Problem(code, Severity.CANH_BAO, data.place(record, field), what, hint)


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
    read: dict[str, list[Any]] = {name: [] for name in SHEETS}
    for name in _by_dependency():
        if name in source.sheets:
            read[name] = read_records(SHEETS[name], source.sheets[name], names, year, problems)
    _report_missing_office(source, problems)
    single = {"co_quan": (read["co_quan"] or [_NO_OFFICE])[0], "ke_hoach": (read["ke_hoach"] or [None])[0]}
    return Loaded(Data(source=source, names=names, **{**read, **single}), tuple(problems))


def _report_missing_office(source: Source, problems: Problems) -> None:
    """Tell of a file without its *Cơ quan*; of one that is still blank, only as something worth knowing."""
    office = source.sheets.get(CoQuan.sheet_key)
    if source.sheets and office is None:
        problems.error(
            "thieu_trang",
            Place(source.file),
            "Không có trang “Cơ quan”.",
            "Thêm trang “Cơ quan” với hai cột Mục và Nội dung (lệnh cchc moi tạo sẵn tệp mẫu).",
        )
    elif office is not None and office.is_blank:
        place = Place(source.file, sheet=office.name)
        prefilled = {CoQuan.sheet_key, LinhVuc.sheet_key}
        if any(not sheet.is_blank for name, sheet in source.sheets.items() if name not in prefilled):
            problems.error("trang_trong", place, "Trang “Cơ quan” chưa có gì.", "Điền tên cơ quan và các mục bắt buộc.")
        else:
            what = "Tệp này chưa điền gì."
            problems.notice("tep_trong", place, what, "Bắt đầu từ trang “Cơ quan”, rồi lần lượt các trang sau.")


def _by_dependency() -> list[str]:
    """The sheets, those referred to before those that refer to them; a sheet's references to itself stay names."""
    graph = {
        name: [field.kind.refers_to for field in cls.columns() if field.kind.refers_to] for name, cls in SHEETS.items()
    }
    return list(TopologicalSorter(graph).static_order())


def _year(source: Source) -> int | None:
    """The plan's year, for deadlines that name none; a bad value is reported when the plan itself is read."""
    sheet = source.sheets.get("ke_hoach")
    cell: Raw = next(sheet.records(), {}).get("nam") if sheet else None
    try:
        text = as_text(cell)
    except Unreadable:
        return None
    return int(text) if text.isdecimal() and len(text) == 4 else None
