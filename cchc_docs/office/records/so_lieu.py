"""The figures of the units in each period, kept as columns: half a million values are too many for records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cchc_docs.data.fields import SO_LIEU, AlreadyReported, Context, KhongCo, Unreadable, as_text, period
from cchc_docs.data.read.matrix import is_code
from cchc_docs.data.read.source import BadCell, Column, Layout, Raw, Sheet, SheetShape, Vocabulary
from cchc_docs.office.records.co_quan import DON_VI, DonVi
from cchc_docs.office.records.reading import Names
from cchc_docs.problems import Place, Problems
from cchc_docs.text.normal import key

Figure = Decimal | KhongCo | None
"""``None``: not given; ``fields.KHONG_CO``: given as *there is none*."""

PREFIX = "so_lieu_"
UNITS = "don_vi"
FIGURES: Vocabulary = {PREFIX: SheetShape("Số liệu quý 1", Layout.MATRIX, ("Đơn vị",))}
"""Shapes of the sheets with figures: *Số liệu quý 1*, *Số liệu 6 tháng* …, one a period."""

_SUMS = "Nếu là dòng cộng thì bỏ dòng này: mỗi dòng là số liệu của một đơn vị."
_NAMES_OF_ROWS = frozenset(["don_vi"])
MOST_TOLD = 50
"""Most bad cells of a column that are told one by one: who has more mends the column as a whole."""
MOST_BAD_COLUMNS = 20
"""Most columns of a sheet whose bad cells are told one by one."""


@dataclass(frozen=True, slots=True)
class SoLieu:
    """The figures of one period: a row a unit, a column an indicator. ``None`` among the units is the office itself."""

    ky: str
    sheet: Sheet
    columns: Mapping[str, Sequence[Figure]]
    """By code, in the order of the sheet; each as long as ``units``. A cell that could not be read is ``None``."""
    _at: Mapping[DonVi | None, int]
    _rows: Sequence[int]

    @property
    def units(self) -> Sequence[DonVi | None]:
        """The units that have a row, in the order of the sheet."""
        return tuple(self._at)

    def column(self, code: str) -> Sequence[Figure]:
        """The figures of one indicator, one for each of ``units``; all ``None`` where the sheet lacks it."""
        return self.columns.get(code) or (None,) * len(self._at)

    def value(self, unit: DonVi | None, code: str) -> Figure:
        """One figure; ``None`` too where the sheet has no such row or column."""
        at, column = self._at.get(unit), self.columns.get(code)
        return None if at is None or column is None else column[at]

    def place(self, unit: DonVi | None, code: str) -> Place:
        """Return the place of the figure: its cell, else its indicator's heading, else the sheet.

        A figure that is computed has no cell: a row would point at another figure, of whoever gave that.
        """
        if unit in self._at and (self.value(unit, code) is not None or code in _NAMES_OF_ROWS):
            return self.sheet.place(self._rows[self._at[unit]], code)
        headings = (column.place for column in self.sheet.columns if column.key == code)
        return next(headings, Place(self.sheet.locate(0, -1).file, self.sheet.name))


def read_figures(sheets: Mapping[str, Sheet], names: Names, problems: Problems) -> dict[str, SoLieu]:
    """The figures of all periods. ``names`` knows the units already; whatever is wrong is told in ``problems``."""
    found: dict[str, SoLieu] = {}
    for name, sheet in sheets.items():
        if not name.startswith(PREFIX) or sheet.is_blank:
            continue
        ky = period(name.removeprefix(PREFIX))
        if ky in found:
            problems.error(
                "trung_ky",
                sheet.columns[0].place,
                f"Trang “{sheet.name}” cùng kỳ với trang “{found[ky].sheet.name}”.",
                "Gộp hai trang làm một, hoặc đổi tên một trang.",
            )
        elif _has_columns(sheet, problems):
            found[ky] = _read(ky, sheet, names, problems)
    return found


def _has_columns(sheet: Sheet, problems: Problems) -> bool:
    """Return True if the sheet can be read: it has indicators, and units unless there is one row only, the office's."""
    codes = [column for column in sheet.columns if is_code(column.key)]
    others = [column for column in sheet.columns if not is_code(column.key) and column.key != UNITS]
    if not codes:
        problems.error(
            "thieu_ma_chi_so",
            sheet.columns[0].place,
            f"Trang “{sheet.name}” không có cột nào mang mã chỉ số.",
            "Ghi mã chỉ số vào tiêu đề mỗi cột số liệu, ví dụ 3-3.1.2.",
        )
    elif len(sheet.rows) > 1 and len(codes) + len(others) == len(sheet.columns):
        problems.error(
            "thieu_cot",
            sheet.columns[0].place,
            f"Trang “{sheet.name}” thiếu cột “Đơn vị”.",
            "Thêm cột “Đơn vị” ghi mã hoặc tên của đơn vị; để trống ở dòng số liệu của chính cơ quan.",
        )
        return False
    elif others:
        more = f" (và {len(others) - 1} cột khác)" if len(others) > 1 else ""
        problems.notice(
            "cot_khong_co_ma",
            others[0].place,
            f"Tiêu đề “{others[0].heading}”{more} không phải là mã chỉ số, nên cột không được dùng làm số liệu.",
            "Mã viết liền, ví dụ 3-3.1.2; nếu là cột riêng của cơ quan thì để nguyên.",
        )
    return bool(codes)


def _read(ky: str, sheet: Sheet, names: Names, problems: Problems) -> SoLieu:
    at: Mapping[DonVi | None, int] = {None: 0}  # what a sheet without units is: one row, the office's
    figures: dict[str, list[Figure]] = {}
    bad_columns = 0
    for column, cells in zip(sheet.columns, zip(*sheet.rows, strict=True), strict=True):
        told = _ColumnProblems(sheet, column, MOST_TOLD if bad_columns < MOST_BAD_COLUMNS else 0, problems)
        if column.key == UNITS:
            at = _units(sheet, cells, names, told)
        elif is_code(column.key):
            figures[column.key] = _figures(cells, told)
        told.end()
        bad_columns += bool(told.found)
    rows = list(at.values())
    columns = {code: [column[row] for row in rows] for code, column in figures.items()}
    return SoLieu(ky, sheet, columns, {unit: number for number, unit in enumerate(at)}, rows)


class _ColumnProblems:
    """Problems of one column: the first ones one by one, the rest as a number."""

    def __init__(self, sheet: Sheet, column: Column, most: int, problems: Problems) -> None:
        self._sheet, self._column, self._most, self._problems = sheet, column, most, problems
        self.found = 0

    @property
    def is_full(self) -> bool:
        """True if the next one is only counted."""
        return self.found >= self._most

    def error(self, row: int, code: str, what: str, hint: str) -> None:
        """Tell of the cell in ``row``."""
        if not self.is_full:
            self._problems.error(code, self._sheet.place(row, self._column.key), what, hint)
        self.found += 1

    def count(self) -> None:
        """One more, of which nothing else is to be said."""
        self.found += 1

    def end(self) -> None:
        """Tell how many more there were."""
        if self.found > self._most:
            many = f"còn {self.found - self._most} ô khác cũng" if self._most else f"có {self.found} ô"
            what = f"Cột “{self._column.heading}” {many} có lỗi."
            self._problems.error("nhieu_o_loi", self._column.place, what, "Sửa cả cột rồi chạy lại.")


def _units(sheet: Sheet, cells: Sequence[Raw], names: Names, told: _ColumnProblems) -> dict[DonVi | None, int]:
    """The row of each unit; rows of unknown units, and second rows of known ones, are told and left out."""
    context = Context(names)
    found: dict[DonVi | None, int] = {}
    for row, cell in enumerate(cells):
        if cell is None and _has_no_figures(sheet, row):  # rows that are numbered in advance
            continue
        if told.is_full and not _is_known(cell, names):
            told.count()  # without looking for a near name, which takes long
            continue
        try:
            unit: DonVi | None = None if cell is None else DON_VI.read(cell, context)
        except AlreadyReported:
            continue
        except Unreadable as error:
            told.error(row, error.code, error.what, _SUMS if _is_sum(cell) else error.hint)
            continue
        if unit in found:
            first = sheet.place(found[unit], UNITS)
            what = f"“{unit}” đã có số liệu ở {first}." if unit else f"Số liệu của chính cơ quan đã có ở {first}."
            hint = "Mỗi đơn vị một dòng: bỏ một dòng, hoặc sửa lại tên đơn vị; chỉ một dòng được để trống “Đơn vị”."
            told.error(row, "trung_don_vi", what, hint)
        else:
            found[unit] = row
    return found


def _has_no_figures(sheet: Sheet, row: int) -> bool:
    cells = zip(sheet.columns, sheet.rows[row], strict=True)
    return all(cell is None for column, cell in cells if is_code(column.key))


def _is_known(cell: Raw, names: Names) -> bool:
    return cell is None or (not isinstance(cell, BadCell) and names.knows(DonVi.sheet_key, as_text(cell)))


def _is_sum(cell: Raw) -> bool:
    """Return True if ``cell`` names the sum of the rows, as in *Tổng cộng*."""
    return isinstance(cell, str) and key(cell).startswith(("tong", "cong"))


def _figures(cells: Sequence[Raw], told: _ColumnProblems) -> list[Figure]:
    """The figures of one column; each bad cell is told, and ``None``.

    What stands in many cells is understood once, and is one object.
    """
    if bool in map(type, cells):  # True equals 1 in a set; as a text it is as bad a figure
        cells = [as_text(cell) if isinstance(cell, bool) else cell for cell in cells]
    meaning: dict[Raw, Figure] = {None: None}
    bad: dict[Raw, Unreadable] = {}
    context = Context(Names({}))
    for cell in set(cells) - meaning.keys():
        try:
            # Nearly all are plain numbers, which need no reading.
            meaning[cell] = Decimal(cell) if isinstance(cell, int | Decimal) else SO_LIEU.read(cell, context)
        except Unreadable as unreadable:
            meaning[cell] = None
            bad[cell] = unreadable
    if bad:
        for row, cell in enumerate(cells):
            if error := bad.get(cell):
                told.error(row, error.code, error.what, error.hint)
    return list(map(meaning.__getitem__, cells))
