"""Reads ``.ods``, the workbooks of LibreOffice and its kin, into a ``Source``.

The one XML that holds all sheets is read here, event by event: calamine shows error cells as blank, percentages as
fractions and *có*/*không* as 1 and 0, knows no merged cells, and makes room for every cell that a number of repetitions
claims. Names of elements and attributes are those of OpenDocument 1.3, part 3, sections 9 and 19.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.parsers import expat

from cchc_docs.data.read import kinds, package
from cchc_docs.data.read.cells import NEVER_COMPUTED, NOT_A_NUMBER, error_cell, number, percent, time_of_day
from cchc_docs.data.read.grid import Merge, is_number
from cchc_docs.data.read.rows import Rows
from cchc_docs.data.read.sheets import Gathering
from cchc_docs.data.read.source import Source, Vocabulary
from cchc_docs.problems import Place

_MANIFEST = "meta-inf/manifest.xml"
_CONTENT = "content.xml"
_NAMESPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}
_SPACE = re.compile("[ \t\r\n]+")
_TIME = re.compile(r"(-?)P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,]\d*)?S)?)?")
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d{3}")
_MOST_REPEATED = 2**20
"""Rows of the longest sheet; no number of repetitions counts for more."""


def read_ods(data: bytes, file: str, vocabulary: Vocabulary) -> Source:
    """The sheets of the workbook in ``data``, with the problems found.

    Raises ``ProblemsFound`` where nothing can be read: no workbook, damaged, protected by a password, unsafe.
    """
    where = Place(file)
    kinds.require(data, kinds.FileKind.ODS, where)
    if b"encryption-data" in package.unpack(data, where, {_MANIFEST}.__contains__).get(_MANIFEST, b""):
        raise kinds.password(where)
    content = package.unpack(data, where, {_CONTENT}.__contains__).get(_CONTENT)
    gathering = Gathering(file, vocabulary)
    try:
        if content is None or not _Content(gathering).read(content):
            raise kinds.damaged(where)
    except expat.ExpatError:
        raise kinds.damaged(where) from None
    return gathering.source()


@dataclass(slots=True)
class _Cell:
    """A cell while it is read."""

    attributes: Mapping[str, str]
    paragraphs: list[list[str]] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """The text that it shows, a paragraph a line."""
        return "\n".join("".join(parts) for parts in self.paragraphs)


@dataclass(slots=True)
class _Table:
    """A sheet while it is read."""

    name: str
    rows: Rows = field(default_factory=Rows)
    merges: list[Merge] = field(default_factory=list)
    row: int = 0
    column: int = 0
    repeated: int = 1
    """The number of times that the row stands there."""
    is_copy: bool = False
    """True if it only keeps a copy of another file, for formulas that refer to it."""


class _Content:
    """The events of ``content.xml``, and the sheet and the cell in which they happen."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._is_spreadsheet = False
        self._table: _Table | None = None
        self._cell: _Cell | None = None
        self._aside = 0
        """The depth inside something that stands in a cell beside its text: a note, a drawing, a table of its own."""
        self._paragraphs = 0
        self._starts: Mapping[str, Callable[[Mapping[str, str]], None]] = {
            "office:spreadsheet": self._start_spreadsheet,
            "table:table": self._start_table,
            "table:table-source": self._start_source,
            "table:table-row": self._start_row,
            "table:table-cell": self._start_cell,
            "table:covered-table-cell": self._start_covered,
        }
        self._ends: Mapping[str, Callable[[], None]] = {
            "table:table": self._end_table,
            "table:table-row": self._end_row,
            "table:table-cell": self._end_cell,
            "text:p": self._end_paragraph,
        }

    def read(self, xml: bytes) -> bool:
        """Read all sheets; whether it was a workbook. Raises ``expat.ExpatError``."""
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml, True)
        return self._is_spreadsheet

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = _short(name)
        if self._aside:
            self._aside += 1
        elif self._cell is not None:
            if name.startswith("text:"):
                self._start_text(name, attributes, self._cell)
            else:
                self._aside = 1
        elif start := self._starts.get(name):
            start({_short(one): value for one, value in attributes.items()})

    def _end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
        elif end := self._ends.get(_short(name)):
            end()

    def _characters(self, data: str) -> None:
        if self._cell is not None and self._paragraphs and not self._aside:
            self._cell.paragraphs[-1].append(_SPACE.sub(" ", data))

    def _start_spreadsheet(self, _: Mapping[str, str]) -> None:
        self._is_spreadsheet = True

    def _start_table(self, attributes: Mapping[str, str]) -> None:
        self._table = _Table(attributes.get("table:name", ""))

    def _start_source(self, _: Mapping[str, str]) -> None:
        if self._table is not None:
            self._table.is_copy = True

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        if self._table is not None:
            self._table.repeated = _count(attributes, "table:number-rows-repeated")

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        if self._table is not None:
            self._cell = _Cell(attributes)

    def _start_covered(self, attributes: Mapping[str, str]) -> None:
        """A cell under a merged one shows nothing, whatever it holds."""
        if self._table is not None:
            self._table.column += _count(attributes, "table:number-columns-repeated")
            self._aside = 1

    def _start_text(self, name: str, attributes: Mapping[str, str], cell: _Cell) -> None:
        if name == "text:p":
            self._paragraphs += 1
            cell.paragraphs.append([])
        elif self._paragraphs:
            short = {_short(one): value for one, value in attributes.items()}
            stands_for = {"text:s": " " * min(_count(short, "text:c"), 1000), "text:tab": "\t", "text:line-break": "\n"}
            cell.paragraphs[-1].append(stands_for.get(name, ""))

    def _end_paragraph(self) -> None:
        self._paragraphs = max(self._paragraphs - 1, 0)

    def _end_cell(self) -> None:
        table, cell = self._table, self._cell
        self._cell, self._paragraphs = None, 0
        if table is None or cell is None:
            return
        tall, wide = (_count(cell.attributes, f"table:number-{one}-spanned") for one in ("rows", "columns"))
        if tall > 1 or wide > 1:
            table.merges.append(Merge(table.row, table.column, table.row + tall - 1, table.column + wide - 1))
        repeated = _count(cell.attributes, "table:number-columns-repeated")
        table.rows.add(table.column, _value(cell), repeated)
        table.column += repeated

    def _end_row(self) -> None:
        if self._table is not None:
            self._table.rows.end_row(self._table.row, self._table.repeated)
            self._table.row += self._table.repeated
            self._table.column = 0

    def _end_table(self) -> None:
        table, self._table = self._table, None
        if table is None or table.is_copy:
            return
        if found := self._gathering.key_of(table.name):
            if self._gathering.fits(table.name, table.rows.height, table.rows.width):
                self._gathering.add(found, table.name, table.rows.dense(), table.merges)
            else:
                self._gathering.miss(found)


@lru_cache(maxsize=1024)
def _short(name: str) -> str:
    """``table:table`` for expat's ``urn:…:table:1.0 table``; ``""`` for a name of another namespace."""
    namespace, _, local = name.rpartition(" ")
    prefix = _NAMESPACES.get(namespace)
    return f"{prefix}:{local}" if prefix else ""


def _count(attributes: Mapping[str, str], name: str) -> int:
    """A number of repetitions, 1 where none is told."""
    text = attributes.get(name, "1")
    return min(max(int(text), 1), _MOST_REPEATED) if text.isdecimal() and len(text) < 10 else 1


def _value(cell: _Cell) -> Any:
    """Return the value of the cell; ``""`` for a blank one."""
    attributes, shown = cell.attributes, cell.shown
    is_formula = "table:formula" in attributes
    written = attributes.get("office:string-value", "")
    if is_formula and (attributes.get("calcext:value-type") == "error" or (not written and _ERROR.fullmatch(shown))):
        return error_cell(shown)
    match attributes.get("office:value-type", ""):
        case "float" | "currency":
            return _number(attributes)
        case "percentage":
            fraction = _number(attributes)
            return percent(fraction) if is_number(fraction) else fraction
        case "boolean":
            return attributes.get("office:boolean-value") == "true"
        case "date":
            return _day(attributes.get("office:date-value", "")) or shown
        case "time":
            return _time(attributes.get("office:time-value", "")) or shown
        case "" if is_formula and not cell.paragraphs:
            return NEVER_COMPUTED
        case _:
            return written or shown


def _number(attributes: Mapping[str, str]) -> Any:
    try:
        return number(float(attributes.get("office:value", "")))
    except ValueError:
        return NOT_A_NUMBER


def _day(text: str) -> dt.date | None:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=None) if "T" in text else moment.date()


def _time(text: str) -> dt.time | dt.timedelta | None:
    """A time of day, or a length of time that no day has."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    days, hours, minutes, seconds = (int(digits or 0) for digits in found.groups()[1:])
    length = dt.timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if found[1] or length >= dt.timedelta(days=1):
        return -length if found[1] else length
    return time_of_day(length)
