"""Reads ``.xlsb``, Excel's binary workbooks, into a ``Source``.

The records of each sheet are read here, one after another: calamine shows error cells as blank and percentages as
fractions, knows no merged cells, and takes sizes from the file before they can be checked. Names and numbers of records
are those of [MS-XLSB] 2.3 and 2.4.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from cchc_docs.data.read import kinds, package
from cchc_docs.data.read.cells import day_number, error_cell, number, percent, shows_percent
from cchc_docs.data.read.grid import Merge, is_number
from cchc_docs.data.read.quick_pass import targets
from cchc_docs.data.read.rows import Rows
from cchc_docs.data.read.sheets import Gathering, guarded
from cchc_docs.data.read.source import Source, Vocabulary
from cchc_docs.problems import Place


class _Record(IntEnum):
    """The records that are looked at."""

    ROW = 0
    RK = 2
    ERROR = 3
    BOOL = 4
    REAL = 5
    TEXT = 6
    SHARED_TEXT = 7
    FORMULA_TEXT = 8
    FORMULA_NUMBER = 9
    FORMULA_BOOL = 10
    FORMULA_ERROR = 11
    ITEM = 19
    FORMAT = 44
    STYLE = 47
    RICH_TEXT = 62
    PROPERTIES = 153
    SHEET = 156
    MERGE = 176
    BEGIN_CELL_STYLES = 617
    END_CELL_STYLES = 618


_CELLS = frozenset({*range(_Record.RK, _Record.FORMULA_ERROR + 1), _Record.RICH_TEXT})
# ECMA-376 part 1, 18.8.30: the formats that have a number only and show no plain number.
_BUILTIN = {
    9: "0%",
    10: "0.00%",
    **dict.fromkeys(range(14, 18), "d/m/y"),
    **dict.fromkeys(range(18, 22), "h:m:s"),
    22: "d/m/y h:m",
    45: "m:s",
    46: "[h]:m:s",
    47: "m:s",
}
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_WANTED = frozenset({"xl/workbook.bin", "xl/_rels/workbook.bin.rels", "xl/sharedstrings.bin", "xl/styles.bin"})
_WORKSHEETS = "xl/worksheets/"


@dataclass(slots=True)
class _Workbook:
    """The parts of a workbook that the cells of all sheets refer to."""

    members_of_sheets: Mapping[str, str]
    texts: Sequence[str]
    formats: Sequence[str]
    """The number format of each style."""
    from_1904: bool


@dataclass(slots=True)
class _Sheet:
    rows: Rows = field(default_factory=Rows)
    merges: list[Merge] = field(default_factory=list)


def read_xlsb(data: bytes, file: str, vocabulary: Vocabulary) -> Source:
    """The sheets of the workbook in ``data``, with the problems found.

    Raises ``ProblemsFound`` where nothing can be read: no workbook, damaged, unsafe.
    """
    where = Place(file)
    kinds.require(data, kinds.FileKind.XLSB, where)
    members = package.unpack(data, where, _is_wanted)
    workbook = guarded(lambda: _workbook(members))
    if workbook is None:
        raise kinds.damaged(where)
    gathering = Gathering(file, vocabulary)
    for name, member in workbook.members_of_sheets.items():
        if not member.startswith(_WORKSHEETS):  # a chart on a sheet of its own has no cells
            continue
        if not (found := gathering.key_of(name)):
            continue
        sheet = guarded(lambda member=member: _read(members[member], workbook))  # type: ignore[misc] # as in a loop
        if sheet is None:
            gathering.damaged(name)
        if sheet is None or not gathering.fits(name, sheet.rows.height, sheet.rows.width):
            gathering.miss(found)
        else:
            gathering.add(found, name, sheet.rows.dense(), sheet.merges)
    return gathering.source()


def _is_wanted(name: str) -> bool:
    return name in _WANTED or (name.startswith(_WORKSHEETS) and name.endswith(".bin"))


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a member: number and content. Raises IndexError or ValueError where the member is cut off."""
    at = 0
    while at < len(part):
        kind = part[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | part[at] << 7
            at += 1
        size = shift = 0
        more = True
        while more:
            size |= (part[at] & 0x7F) << shift
            more = part[at] & 0x80 != 0 and shift < 21
            shift += 7
            at += 1
        if at + size > len(part):
            raise ValueError("a record that is cut off")
        yield kind, part[at : at + size]
        at += size


def _uint(record: bytes, at: int) -> int:
    """A number of four bytes. Raises ``struct.error`` where the record is shorter."""
    return int(struct.unpack_from("<I", record, at)[0])


def _wide(record: bytes, at: int) -> tuple[str, int]:
    """A text and where it ends. Raises ValueError where the record is shorter."""
    end = at + 4 + 2 * _uint(record, at)
    if end > len(record):
        raise ValueError("a text that is cut off")
    return record[at + 4 : end].decode("utf-16-le", errors="replace"), end


def _workbook(members: Mapping[str, bytes]) -> _Workbook:
    references = targets(members.get("xl/_rels/workbook.bin.rels", b"<none/>"))
    sheets: dict[str, str] = {}
    from_1904 = False
    for kind, record in _records(members["xl/workbook.bin"]):
        if kind == _Record.SHEET:
            reference, end = _wide(record, 8)
            sheets[_wide(record, end)[0]] = references.get(reference, _WORKSHEETS)
        elif kind == _Record.PROPERTIES:
            from_1904 = bool(record[0] & 1)
    texts = [
        _wide(record, 1)[0]
        for kind, record in _records(members.get("xl/sharedstrings.bin", b""))
        if kind == _Record.ITEM
    ]
    return _Workbook(sheets, texts, _formats(members.get("xl/styles.bin", b"")), from_1904)


def _formats(part: bytes) -> list[str]:
    """The number format of each cell style."""
    codes = dict(_BUILTIN)
    found: list[str] = []
    in_cell_styles = False
    for kind, record in _records(part):
        if kind == _Record.FORMAT:
            codes[struct.unpack_from("<H", record)[0]] = _wide(record, 2)[0]
        elif kind in {_Record.BEGIN_CELL_STYLES, _Record.END_CELL_STYLES}:
            in_cell_styles = kind == _Record.BEGIN_CELL_STYLES
        elif kind == _Record.STYLE and in_cell_styles:
            found.append(codes.get(struct.unpack_from("<H", record, 2)[0], ""))
    return found


def _read(part: bytes, workbook: _Workbook) -> _Sheet:
    """The cells of a sheet. Raises what a damaged record leads to."""
    sheet = _Sheet()
    row = -1
    for kind, record in _records(part):
        if kind == _Record.ROW:
            if row >= 0:
                sheet.rows.end_row(row)
            if (following := _uint(record, 0)) <= row:
                raise ValueError("rows out of order")
            row = following
        elif kind in _CELLS:
            sheet.rows.add(_uint(record, 0), _value(kind, record, workbook))
        elif kind == _Record.MERGE:
            top, bottom, left, right = struct.unpack_from("<4I", record)
            sheet.merges.append(Merge(top, left, bottom, right))
    if row >= 0:
        sheet.rows.end_row(row)
    return sheet


def _value(kind: int, record: bytes, workbook: _Workbook) -> Any:
    match kind:
        case _Record.ERROR | _Record.FORMULA_ERROR:
            return error_cell(_ERRORS.get(record[8], ""))
        case _Record.BOOL | _Record.FORMULA_BOOL:
            return bool(record[8])
        case _Record.TEXT | _Record.FORMULA_TEXT:
            return _wide(record, 8)[0]
        case _Record.SHARED_TEXT:
            return workbook.texts[_uint(record, 8)]
        case _Record.RICH_TEXT:
            return _wide(record, 9)[0]
        case _Record.RK:
            value = _rk(_uint(record, 8))
        case _:
            value = float(struct.unpack_from("<d", record, 8)[0])
    style = _uint(record, 4) & 0xFFFFFF
    number_format = workbook.formats[style] if style < len(workbook.formats) else ""
    if shows_percent(number_format) and is_number(cell := number(value)):
        return percent(cell)
    return day_number(value, number_format, from_1904=workbook.from_1904)


def _rk(bits: int) -> float:
    """A number packed into four bytes (2.5.123): the upper bits of a double, or 30 bits of an integer; maybe by 100."""
    if bits & 2:
        value = float((bits >> 2) - (1 << 30 if bits >> 31 else 0))
    else:
        value = float(struct.unpack("<d", struct.pack("<Q", (bits & 0xFFFFFFFC) << 32))[0])
    return value / 100 if bits & 1 else value
