"""Reads ``.xlsx`` and ``.xlsm`` into a ``Source``: the whole way from the zip to sheets. Macros are never run."""

from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

import python_calamine as calamine

from cchc_docs.data.read import kinds, package, quick_pass
from cchc_docs.data.read.cells import percent
from cchc_docs.data.read.grid import Merge, is_number, widen
from cchc_docs.data.read.sheets import MOST_CELLS, MOST_TEXT, Gathering, guarded
from cchc_docs.data.read.source import Raw, Source, Vocabulary
from cchc_docs.problems import Place

_WANTED = frozenset(
    {
        "[content_types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedstrings.xml",
        "xl/styles.xml",
    }
)
_WORKSHEETS = "xl/worksheets/"


@dataclass(slots=True)
class _Xml:
    """The members of the workbook without the sheets that must not be read, and what their XML tells."""

    members: dict[str, bytes]
    members_of_sheets: dict[str, str]
    percent_styles: list[bytes]
    recalculated: bool
    refused: set[str] = field(default_factory=set)
    """Names of sheets that must not be read; why has been reported."""


def read_workbook(data: bytes, file: str, vocabulary: Vocabulary) -> Source:
    """The sheets of the workbook in ``data``, with the problems found.

    Raises ``ProblemsFound`` where nothing can be read: no workbook, damaged, protected by a password, unsafe.
    """
    where = Place(file)
    kinds.require(data, kinds.FileKind.XLSX, where)
    gathering = Gathering(file, vocabulary)
    xml = _look_through(data, where, gathering)
    book = guarded(lambda: calamine.CalamineWorkbook.from_filelike(package.pack(xml.members)))
    if book is None:
        raise kinds.damaged(where)
    for index, metadata in enumerate(book.sheets_metadata):
        if metadata.typ != calamine.SheetTypeEnum.WorkSheet:  # a chart on a sheet of its own has no cells
            continue
        if found := gathering.key_of(metadata.name):
            _add(gathering, xml, book, index, found)
    return gathering.source()


def _look_through(data: bytes, where: Place, gathering: Gathering) -> _Xml:
    def wanted(name: str) -> bool:
        return name in _WANTED or (name.startswith(_WORKSHEETS) and name.endswith(".xml"))

    members = package.unpack(data, where, wanted)
    try:
        xml = _Xml(
            members,
            quick_pass.sheet_members(members),
            quick_pass.percent_styles(members),
            quick_pass.recalculates(members),
        )
    except (expat.ExpatError, KeyError):
        raise kinds.damaged(where) from None
    names = {member: name for name, member in xml.members_of_sheets.items()}
    for member in [name for name in members if name.startswith(_WORKSHEETS)]:
        name = names.get(member, "")
        if member not in names or not _is_readable(
            members[member], members.get("xl/sharedstrings.xml", b""), name, gathering
        ):
            xml.refused.add(name)
            del members[member]
    return xml


def _is_readable(xml: bytes, shared_strings: bytes, name: str, gathering: Gathering) -> bool:
    """Return True if an office computer has the memory to read the sheet in ``xml``; if not, it is reported."""
    if not quick_pass.is_worksheet(xml):  # the workbook reader shows some such sheets as blank
        gathering.damaged(name)
        return False
    reach = quick_pass.extent(xml, MOST_CELLS)
    if reach is None:
        gathering.problems.error(
            "thieu_dia_chi_o",
            gathering.place(name),
            "Phần mềm xuất ra tệp này không ghi địa chỉ của ô, nên không đọc được trang.",
            "Mở tệp bằng Excel, bấm Lưu (Ctrl+S) rồi chạy lại.",
        )
        return False
    return gathering.fits(name, reach.rows, reach.columns) and gathering.holds(
        name, quick_pass.text_volume(xml, shared_strings, MOST_TEXT)
    )


def _add(gathering: Gathering, xml: _Xml, book: calamine.CalamineWorkbook, index: int, found: str) -> None:
    """Add the sheet of key ``found``; where it cannot be read, that is reported."""
    name = book.sheets_metadata[index].name
    content = xml.members.get(xml.members_of_sheets.get(name, ""))

    def load() -> tuple[list[list[Any]], list[tuple[tuple[int, int], tuple[int, int]]]]:
        sheet = book.get_sheet_by_index(index)
        return sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or []

    loaded = guarded(load) if content is not None else None
    if loaded is None or content is None:
        if name not in xml.refused:
            gathering.damaged(name)
        gathering.miss(found)
        return
    rows, ranges = loaded
    merges = (Merge(top, left, bottom, right) for (top, left), (bottom, right) in ranges)
    gathering.add(found, name, rows, merges, lambda cells: _overlay(cells, content, xml))


def _overlay(rows: list[list[Raw]], content: bytes, xml: _Xml) -> None:
    """Put percentages, error cells and formulas never computed into ``rows``."""
    for row, column in quick_pass.percent_cells(content, xml.percent_styles):
        if row < len(rows) and column < len(rows[row]) and is_number(cell := rows[row][column]):
            rows[row][column] = percent(cell)
    bad = list(quick_pass.bad_cells(content, recalculated=xml.recalculated))
    if bad:
        height, width = max(row for row, _, _ in bad) + 1, max(column for _, column, _ in bad) + 1
        widen(rows, max(height, len(rows)), max(width, len(rows[0]) if rows else 0))
        for row, column, cell in bad:
            rows[row][column] = cell
