"""Facts of a workbook that its reader does not tell, taken from the XML by one linear pass of regular expressions.

The reader shows error cells and formulas never computed as blank and a percent cell as 0.99, and it makes room for
every cell between the first and the last, wherever that stands. The members have been checked for DOCTYPE and
zero bytes before (``package.py``), so their markup is ASCII and entities cannot grow.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from xml.parsers import expat

from cchc_docs.data.read.cells import NEVER_COMPUTED, error_cell, shows_percent
from cchc_docs.data.read.source import BadCell

_ENCODING = "utf-8"  # whatever a member declares: an encoding that Python lacks would raise what is not expat's
_TAG = rb"<(?:[^\s<>/!?:]+:)?"
_ATTRIBUTE = rb"""\s+[\w:]+\s*=\s*(?:"[\w.-]*"|'[\w.-]*')"""
_ADDRESS = rb"(?:" + _ATTRIBUTE + rb""")*?\s+r\s*=\s*["']([A-Za-z]{1,3}[0-9]{1,7})["']"""
# Every cell's tag, with its address where the tag has one that a sheet can have.
_CELL = re.compile(_TAG + rb"c(?=[\s/>])(?:" + _ADDRESS + rb")?")
_FILLED_CELL = re.compile(_TAG + rb"c" + _ADDRESS + rb"[^<>]*(?<!/)>")
_ERROR_TYPE = rb"""\st\s*=\s*["']e["']"""
_NO_NUMBER_TYPE = rb"""\st\s*=\s*["'](?:e|str|inlineStr)["']"""
_FORMULA = _TAG + rb"f(?:\s[^<>]*)?(?:/>|(?<!/)>[^<]*</[^<>]*>)\s*"
_VALUE = rb"(?:" + _TAG + rb"v(?:\s[^<>]*)?(?<!/)>([^<]*)<)?"
_ERROR = re.compile(
    _TAG + rb"c(?=[^<>]*?" + _ERROR_TYPE + rb")" + _ADDRESS + rb"[^<>]*>\s*(?:" + _FORMULA + rb")?" + _VALUE
)
_COMPUTED = re.compile(_TAG + rb"c(?![^<>]*?" + _NO_NUMBER_TYPE + rb")" + _ADDRESS + rb"[^<>]*>\s*" + _FORMULA + _VALUE)
# Most sheets have neither; looking for these first is quicker, and much quicker than for a pattern.
_ANY_ERROR = (b'"e"', b"'e'")
_ANY_FORMULA = (b"<f", b":f")
_SHARED_STRING = re.compile(_TAG + rb"si(?=[\s/>])")
_SHARED_INDEX = re.compile(rb">\s*([0-9]{1,9})\s*<")
_LETTERS = bytes(range(65, 91)) + bytes(range(97, 123))
_DIGITS = b"0123456789"
BUILTIN_PERCENT = frozenset({"9", "10"})  # ECMA-376 part 1, 18.8.30: 0% and 0.00%


@dataclass(frozen=True, slots=True)
class Extent:
    """The furthest row and column with a cell, counted from 1."""

    rows: int
    columns: int

    @property
    def cells(self) -> int:
        """The number of cells that a reader makes room for."""
        return self.rows * self.columns


def tags(xml: bytes) -> list[tuple[str, dict[str, str]]]:
    """All start tags of a small member: local names and attributes, in order. Raises ``expat.ExpatError``."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate(_ENCODING)
    parser.StartElementHandler = lambda name, attributes: found.append((name.rpartition(":")[2], attributes))
    parser.Parse(xml, True)
    return found


def is_worksheet(xml: bytes) -> bool:
    """Return True if ``xml`` is well-formed and its root a ``worksheet``."""
    roots: list[str] = []
    parser = expat.ParserCreate(_ENCODING)

    def start(name: str, _: dict[str, str]) -> None:
        roots.append(name.rpartition(":")[2])
        parser.StartElementHandler = None  # all the rest is only parsed, which is quick

    parser.StartElementHandler = start
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        return False
    return roots == ["worksheet"]


def sheet_members(members: Mapping[str, bytes]) -> dict[str, str]:
    """The member that holds each sheet, by the sheet's name."""
    found = targets(members.get("xl/_rels/workbook.xml.rels", b"<none/>"))
    return {
        attributes.get("name", ""): found.get(next((v for k, v in attributes.items() if k.endswith(":id")), ""), "xl/")
        for name, attributes in tags(members["xl/workbook.xml"])
        if name == "sheet"
    }


def targets(relationships: bytes) -> dict[str, str]:
    """The members that a workbook refers to, by the id of the reference."""
    found = {}
    for name, attributes in tags(relationships):
        if name == "Relationship":
            member = attributes.get("Target", "").removeprefix("/").lower()
            found[attributes.get("Id", "")] = member if member.startswith("xl/") else f"xl/{member}"
    return found


def recalculates(members: Mapping[str, bytes]) -> bool:
    """Return True if Excel is told to compute all formulas on opening: then no program has computed them yet."""
    return any(
        name == "calcPr" and attributes.get("fullCalcOnLoad") in {"1", "true"}
        for name, attributes in tags(members["xl/workbook.xml"])
    )


def percent_styles(members: Mapping[str, bytes]) -> list[bytes]:
    """The values of a cell's ``s`` attribute that mean a percent format."""
    formats: dict[str, str] = {}
    styles: list[str] = []
    in_cell_formats = False
    for name, attributes in tags(members.get("xl/styles.xml", b"<none/>")):
        if name == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name in {"cellStyleXfs", "cellXfs"}:
            in_cell_formats = name == "cellXfs"
        elif name == "xf" and in_cell_formats:
            styles.append(attributes.get("numFmtId", ""))
    return [str(index).encode() for index, style in enumerate(styles) if _is_percent(style, formats)]


def _is_percent(style: str, formats: Mapping[str, str]) -> bool:
    if style in formats:
        return shows_percent(formats[style])
    return style in BUILTIN_PERCENT


def extent(xml: bytes, most: int) -> Extent | None:
    """Return the reach of a sheet's cells; ``None`` where some cell has no address.

    Blank cells that only carry a format count no more once the sheet has over ``most`` cells with them: the reader
    makes no room for those.
    """
    addresses = _CELL.findall(xml)
    if b"" in addresses:
        return None
    found = _furthest(addresses)
    return found if found.cells <= most else _furthest(_FILLED_CELL.findall(xml))


def _furthest(addresses: Collection[bytes]) -> Extent:
    if not addresses:
        return Extent(0, 0)
    joined = b" ".join(addresses)
    rows, columns = joined.translate(None, _LETTERS).split(), joined.translate(None, _DIGITS).split()
    return Extent(max(map(int, set(rows))), max(map(column_number, set(columns))) + 1)


@cache
def column_number(letters: bytes) -> int:
    """The number of a column, from 0.

    >>> column_number(b"A"), column_number(b"XFD")
    (0, 16383)
    """
    total = 0
    for letter in letters.upper():
        total = total * 26 + letter - 64
    return total - 1


def _position(address: bytes) -> tuple[int, int]:
    return int(address.lstrip(_LETTERS)) - 1, column_number(address.rstrip(_DIGITS))


def percent_cells(xml: bytes, styles: Collection[bytes]) -> Iterator[tuple[int, int]]:
    """Row and column, from 0, of each cell with one of ``styles``."""
    if styles:
        styled = rb"(?=[^<>]*?\ss\s*=\s*[\"'](?:" + b"|".join(styles) + rb")[\"'])"
        for address in re.findall(_TAG + rb"c" + styled + _ADDRESS, xml):
            yield _position(address)


def bad_cells(xml: bytes, *, recalculated: bool) -> Iterator[tuple[int, int, BadCell]]:
    """Row and column, from 0, of each cell that holds an error or a formula that no program has computed.

    ``recalculated``: Excel is to compute all formulas on opening; then a 0 is what the writing program put for want
    of a result. A formula whose result is an empty text has type ``str`` and is none of them.
    """
    for found in _ERROR.finditer(xml) if any(sign in xml for sign in _ANY_ERROR) else ():
        error = (found[2] or b"").decode(errors="replace")
        yield *_position(found[1]), error_cell(error)
    missing = {b"", b"0"} if recalculated else {b""}
    for found in _COMPUTED.finditer(xml) if any(sign in xml for sign in _ANY_FORMULA) else ():
        if (found[2] or b"") in missing:
            yield *_position(found[1]), NEVER_COMPUTED


def text_volume(xml: bytes, shared_strings: bytes, most: int) -> int:
    """At most how many bytes of text the cells of a sheet show, each shared text counted as often as it is shown.

    The exact count is made only where a rough one is over ``most``.
    """
    lengths = [len(item) for item in _SHARED_STRING.split(shared_strings)[1:]]
    rough = len(xml) + max(lengths, default=0) * xml.count(b"</")
    if rough <= most:
        return rough
    if b"<!" in shared_strings:  # comments could hide how the texts are counted; Excel writes none
        return rough
    indexes = (int(index) for index in _SHARED_INDEX.findall(xml))
    return len(xml) + sum(lengths[index] for index in indexes if index < len(lengths))
