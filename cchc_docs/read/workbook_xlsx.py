"""Reads ``.xlsx`` and ``.xlsm`` into a ``Source``: the whole way from the zip to sheets. Macros are never run."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from xml.parsers import expat

import python_calamine as calamine

from cchc_docs.problems import Place, Problems
from cchc_docs.read import package, quick_pass
from cchc_docs.read.cells import Texts, duration, moment, number, percent, report_texts
from cchc_docs.read.grid import Grid, Merge, address, clip, is_number, widen
from cchc_docs.read.lists import empty, read_list
from cchc_docs.read.matrix import read_matrix
from cchc_docs.read.names import sheet_key
from cchc_docs.read.record_sheet import read_record
from cchc_docs.read.renamed import Own, outline, report_own_sheets
from cchc_docs.read.safety import SAVE_AS_XLSX, Kind, failure, kind, unknown_kind
from cchc_docs.read.source import Layout, Raw, Sheet, Source, Vocabulary, shape_of
from cchc_docs.text import clean

MOST_CELLS = 5_000_000
"""Most cells between A1 and the last cell with a value, blanks included; 3,321 units × 123 indicators are 408,483."""
MOST_TEXT = 200 * 2**20
"""Most bytes of text that a sheet shows, each text counted as often as it is shown."""

_T = TypeVar("_T")


@dataclass(slots=True)
class _Workbook:
    """What is known of the file while its sheets are read."""

    file: str
    members: dict[str, bytes]
    members_of_sheets: dict[str, str]
    percent_styles: list[bytes]
    recalculated: bool
    problems: Problems = field(default_factory=Problems)
    texts: Texts = field(default_factory=Texts)
    unread: set[str] = field(default_factory=set)
    own: list[Own] = field(default_factory=list)


def read_workbook(data: bytes, file: str, vocabulary: Vocabulary) -> Source:
    """The sheets of the workbook in ``data``, with the problems found.

    Raises ``ProblemsFound`` where nothing can be read: no workbook, damaged, protected by a password, unsafe.
    """
    where = Place(file)
    _require_zip(data, where)
    workbook = _look_through(data, where)
    book = _guarded(lambda: calamine.CalamineWorkbook.from_filelike(package.pack(workbook.members)))
    if book is None:
        raise package.damaged(where)
    sheets: dict[str, Sheet] = {}
    for index, metadata in enumerate(book.sheets_metadata):
        if metadata.typ != calamine.SheetTypeEnum.WorkSheet:  # a chart on a sheet of its own has no cells
            continue
        name = clean(metadata.name)
        found = sheet_key(name, Place(file, name), sheets, workbook.problems)
        if not found:
            continue
        grid = _grid(workbook, book, index, metadata.name)
        if grid is None:
            workbook.unread.add(found)
        elif sheet := _sheet(workbook, grid, found, vocabulary):
            sheets[found] = sheet
    source = Source(file, sheets, unread=frozenset(workbook.unread - sheets.keys()))
    report_own_sheets(workbook.own, source, vocabulary, workbook.problems)
    return replace(source, problems=tuple(workbook.problems))


def _require_zip(data: bytes, where: Place) -> None:
    found = kind(data)
    if found is Kind.ENCRYPTED:
        raise failure(
            "co_mat_khau",
            where,
            "Tệp có mật khẩu mở nên không đọc được.",
            "Mở bằng Excel, vào Tệp (File) > Thông tin (Info) > Bảo vệ sổ làm việc (Protect Workbook) > Mã hóa bằng "
            "mật khẩu (Encrypt with Password), xóa mật khẩu rồi lưu lại.",
        )
    if found is Kind.OTHER:
        raise unknown_kind("Excel", where)
    if found is not Kind.ZIP:
        hint = "Kiểm tra xem có chọn nhầm tệp không."
        convertible = found in {Kind.OLD_EXCEL, Kind.HTML, Kind.XML, Kind.TEXT}
        raise package.wrong_kind(found.value, SAVE_AS_XLSX if convertible else hint, where)


def _look_through(data: bytes, where: Place) -> _Workbook:
    """The members of the workbook without the sheets that must not be read, and what their XML tells."""
    members = package.unpack(data, where)
    try:
        workbook = _Workbook(
            where.file,
            members,
            quick_pass.sheet_members(members),
            quick_pass.percent_styles(members),
            quick_pass.recalculates(members),
        )
    except expat.ExpatError:
        raise package.damaged(where) from None
    names = {member: clean(name) for name, member in workbook.members_of_sheets.items()}
    for member in [name for name in members if name.startswith("xl/worksheets/")]:
        place = Place(where.file, names.get(member, ""))
        if member not in names or not _is_readable(
            members[member], members.get("xl/sharedstrings.xml", b""), place, workbook.problems
        ):
            del members[member]
    return workbook


def _is_readable(xml: bytes, shared_strings: bytes, place: Place, problems: Problems) -> bool:
    """Whether the sheet in ``xml`` can be read with the memory of an office computer; if not, it is reported."""
    if not quick_pass.is_worksheet(xml):  # the workbook reader shows some such sheets as blank
        _report_damaged(place, problems)
        return False
    reach = quick_pass.extent(xml, MOST_CELLS)
    if reach is None:
        problems.error(
            "thieu_dia_chi_o",
            place,
            "Phần mềm xuất ra tệp này không ghi địa chỉ của ô, nên không đọc được trang.",
            "Mở tệp bằng Excel, bấm Lưu (Ctrl+S) rồi chạy lại.",
        )
    elif reach.cells > MOST_CELLS:
        last = address(reach.rows - 1, reach.columns - 1)
        problems.error(
            "trang_qua_lon",
            place,
            f"Dữ liệu trải rộng tới tận ô {last}, nhiều hơn {MOST_CELLS // 1_000_000} triệu ô, nên không đọc trang.",
            "Xóa hẳn (Delete) các dòng và cột ở xa không dùng tới rồi lưu lại.",
        )
    elif quick_pass.text_volume(xml, shared_strings, MOST_TEXT) > MOST_TEXT:
        problems.error(
            "trang_qua_lon",
            place,
            f"Trang có hơn {MOST_TEXT >> 20} MB chữ, lớn bất thường, nên không đọc trang.",
            "Chuyển phần không dùng sang tệp khác rồi lưu lại.",
        )
    else:
        return True
    return False


def _guarded(call: Callable[[], _T]) -> _T | None:
    """The result of ``call``, which runs the workbook reader; ``None`` where that fails on damaged XML."""
    try:
        return call()
    except Exception:  # noqa: BLE001 - calamine raises its own errors and ValueError, OSError and others for damage
        return None
    except BaseException as error:  # a Rust panic does not derive from Exception
        if type(error).__name__ != "PanicException":
            raise
        return None


def _grid(workbook: _Workbook, book: calamine.CalamineWorkbook, index: int, name: str) -> Grid | None:
    """The cells of a sheet; ``None`` where it cannot be read, which is then reported."""
    place = Place(workbook.file, clean(name))
    xml = workbook.members.get(workbook.members_of_sheets.get(name, ""))
    if xml is None:
        if not any(problem.where == place for problem in workbook.problems):
            _report_damaged(place, workbook.problems)
        return None

    def load() -> tuple[list[list[Any]], list[tuple[tuple[int, int], tuple[int, int]]]]:
        sheet = book.get_sheet_by_index(index)
        return sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or []

    loaded = _guarded(load)
    if loaded is None:
        _report_damaged(place, workbook.problems)
        return None
    raw, ranges = loaded
    rows = _rows(raw, _converters(workbook.texts))
    _overlay(rows, xml, workbook)
    merges = _merges(ranges, rows, place, workbook.problems)
    grid = Grid(workbook.file, clean(name), rows, merges)
    if workbook.texts.odd:
        cells = ((cell, (i, j)) for i, row in enumerate(raw) for j, cell in enumerate(row) if isinstance(cell, str))
        report_texts(cells, workbook.texts, lambda at: grid.place(*at), workbook.problems)
    return grid


def _report_damaged(place: Place, problems: Problems) -> None:
    problems.error(
        "trang_hong",
        place,
        "Trang bị hỏng, không đọc được.",
        "Mở tệp bằng Excel: nếu Excel sửa được thì lưu lại, nếu không thì lấy lại bản gốc.",
    )


def _converters(texts: Texts) -> Mapping[type, Callable[[Any], Raw]]:
    """What makes ``Raw`` of each type that the workbook reader gives."""
    return {
        str: texts.clean,
        float: number,
        int: number,
        bool: lambda cell: cell,
        dt.date: lambda cell: cell,
        dt.datetime: moment,
        dt.time: lambda cell: cell,
        dt.timedelta: duration,
    }


def _rows(raw: list[list[Any]], convert: Mapping[type, Callable[[Any], Raw]]) -> list[list[Raw]]:
    """The cells as they are kept. What stands in many cells of a column is made once, and is one object."""
    columns: list[list[Raw]] = []
    for at in range(len(raw[0]) if raw else 0):
        column = [row[at] for row in raw]
        if bool in map(type, column):  # True equals 1 in a set
            columns.append([convert[type(cell)](cell) for cell in column])
        else:
            made = {cell: convert[type(cell)](cell) for cell in set(column)}
            columns.append([made[cell] for cell in column])
    return [list(row) for row in zip(*columns, strict=True)]


def _overlay(rows: list[list[Raw]], xml: bytes, workbook: _Workbook) -> None:
    """Put percentages, error cells and formulas never computed into ``rows``."""
    for row, column in quick_pass.percent_cells(xml, workbook.percent_styles):
        if row < len(rows) and column < len(rows[row]) and is_number(cell := rows[row][column]):
            rows[row][column] = percent(cell)
    bad = list(quick_pass.bad_cells(xml, recalculated=workbook.recalculated))
    if bad:
        height, width = max(row for row, _, _ in bad) + 1, max(column for _, column, _ in bad) + 1
        widen(rows, max(height, len(rows)), max(width, len(rows[0]) if rows else 0))
        for row, column, cell in bad:
            rows[row][column] = cell


def _merges(
    ranges: list[tuple[tuple[int, int], tuple[int, int]]], rows: list[list[Raw]], place: Place, problems: Problems
) -> list[Merge]:
    merges = clip(
        (Merge(top, left, bottom, right) for (top, left), (bottom, right) in ranges),
        len(rows),
        len(rows[0]) if rows else 0,
    )
    if merges is None:
        problems.warning(
            "o_gop_chong_nhau",
            place,
            "Có các vùng ô gộp chồng lên nhau, nên không xét ô gộp ở trang này.",
            "Mở tệp bằng Excel, bỏ gộp ô (Unmerge Cells) rồi lưu lại.",
        )
    return merges or []


def _sheet(workbook: _Workbook, grid: Grid, name: str, vocabulary: Vocabulary) -> Sheet | None:
    """The sheet in ``grid``; ``None`` for a blank one that nobody asked for, and for one that cannot be read."""
    shape = shape_of(vocabulary, name)
    is_record = shape is not None and shape.layout is Layout.RECORD
    if all(map(grid.is_blank, range(len(grid.rows)))):
        return None if shape is None else empty(grid.sheet_place, name, ((),) if is_record else ())
    headings = outline(grid.rows) if shape is None else None  # before merged values are filled down
    if shape is not None and is_record:
        sheet = read_record(grid, name, shape, workbook.problems)
    elif shape is not None and shape.layout is Layout.MATRIX:
        sheet = read_matrix(grid, name, shape, workbook.problems)
    else:
        sheet = read_list(grid, name, shape, workbook.problems)
    if sheet is None:
        workbook.unread.add(name)
    elif headings is not None and not sheet.is_blank:
        workbook.own.append(Own(name, sheet.name, grid.sheet_place, headings))
    return sheet
