"""The grid of a table whose columns a template repeats or leaves out (``{%tc for … %}``, ``{%tc if … %}``).

``w:tblGrid`` lists the widths of the columns as the author drew them, those of cells that hold only tags included. When
the template is compiled, each cell notes the columns it was drawn over; when a document is printed, each column is
there as often as its cells are, the widths share the width of the table, and cells over several columns follow.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.xml import Element, w

MAX_COLUMNS = 63  # Word's own limit
_DRAWN = "cchc-columns"  # on a w:tc: the first column it was drawn over, and how many
_CHANGES = "cchc-changes"  # on a w:tr: whether the template repeats or leaves out cells in it
_KEEPS_SPAN = "cchc-span"  # on a w:tc: its span comes from {% colspan %}


def note_columns(replaced: Iterable[Element]) -> None:
    """Note what is needed later, before the cells ``replaced``, which hold ``{%tc`` tags, go."""
    tables: dict[Element, None] = {}
    for cell in replaced:
        row = xml.parent_of(cell)
        table = row.getparent()
        if row.tag == w("tr") and table is not None and table.tag == w("tbl"):
            row.set(_CHANGES, "1")
            tables[table] = None
    for table in tables:
        for row in table.iterchildren(w("tr")):
            for cell, at in _placed(row):
                cell.set(_DRAWN, f"{at} {_span(cell)}")


def keep_span(cell: Element) -> None:
    """Note that the span of ``cell`` is printed and not to be worked out."""
    if _DRAWN in cell.attrib:
        cell.set(_KEEPS_SPAN, "1")


def with_right_grids(content: bytes) -> bytes:
    """A printed part in which the grids of such tables fit their cells.

    Raises:
        TooManyColumns: a table is wider than Word can read.
    """
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError:
        return content  # the template is to blame, and will be told where the part is checked
    for table in list(root.iter(w("tbl"))):
        rows = [_row(row) for row in table.iterchildren(w("tr"))]
        if any(row.changes for row in rows):
            _fit(table, rows)
    for element in root.iter(w("tr"), w("tc")):
        for name in (_DRAWN, _CHANGES, _KEEPS_SPAN):
            element.attrib.pop(name, "")
    return xml.serialise(root).encode()


class TooManyColumns(Exception):
    """A printed table has more columns than Word can read; ``args`` holds how many."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed row: its cells, each with the columns of the template that it was drawn over.

    ``changes`` where the template repeats or leaves out cells in it.
    """

    element: Element
    cells: list[tuple[Element, range]]
    changes: bool


def _row(element: Element) -> _Row:
    cells = []
    for cell in element.iterchildren(w("tc")):
        first, _, count = cell.get(_DRAWN, "0 1").partition(" ")
        cells.append((cell, range(int(first), int(first) + int(count))))
    return _Row(element, cells, _CHANGES in element.attrib)


def _fit(table: Element, rows: list[_Row]) -> None:
    for row in rows:
        if not row.cells:
            table.remove(row.element)  # Word takes no row without a cell
    rows = [row for row in rows if row.cells]
    if not rows:
        return  # the table goes as any without rows
    grid = table.find(w("tblGrid"))
    drawn = [] if grid is None else [_number(column.get(w("w"))) for column in grid.iterchildren(w("gridCol"))]
    times = _times(rows, len(drawn))
    for row in rows:
        _span_anew(row, times)
    count = max(sum(times), *(_end(row.element) for row in rows))
    if count > MAX_COLUMNS:
        raise TooManyColumns(count)
    widths = _widths(drawn, times, count)
    _set_grid(table, widths)
    for row in rows:
        _set_widths(row.element, widths)


def _times(rows: list[_Row], drawn: int) -> list[int]:
    """Count how often each column that was drawn is there: as often as the rows that change have a cell for it."""
    times = [0] * max([drawn, *(columns.stop for row in rows for _, columns in row.cells)])
    for row in rows:
        if row.changes:
            for column, count in Counter(column for _, columns in row.cells for column in columns).items():
                times[column] = max(times[column], count)
    for row in rows:
        for cell, columns in row.cells:
            if row.changes or _KEEPS_SPAN in cell.attrib or any(times[column] for column in columns):
                continue
            times[columns.start] = 1  # a cell that does not change keeps a column to stand over
    return times


def _span_anew(row: _Row, times: list[int]) -> None:
    """Let each cell span what has become of its columns. The copies of one cell share them evenly, one each."""
    copies = Counter(columns for _, columns in row.cells)
    for cell, columns in row.cells:
        if _KEEPS_SPAN in cell.attrib:
            continue
        span = len(columns) if copies[columns] > 1 else sum(times[column] for column in columns)
        if span != _span(cell):
            _set_span(cell, span)


def _widths(drawn: list[int], times: list[int], count: int) -> list[int]:
    """The widths of ``count`` columns: in the proportions and of the sum that were drawn, in twentieths of a point."""
    mean = sum(drawn) // max(len(drawn), 1)
    asked = [drawn[column] if column < len(drawn) else mean for column, many in enumerate(times) for _ in range(many)]
    asked += [mean] * (count - len(asked))
    scale = sum(drawn) / (sum(asked) or 1)
    edges = [round(scale * sum(asked[:at])) for at in range(count + 1)]
    return [right - left for left, right in pairwise(edges)]


def _set_grid(table: Element, widths: list[int]) -> None:
    grid = table.find(w("tblGrid"))
    if grid is None:
        grid = etree.Element(w("tblGrid"), nsmap={"w": xml.W})
        table.insert(int(table.find(w("tblPr")) is not None), grid)
    for old in list(grid):
        grid.remove(old)
    for width in widths:
        etree.SubElement(grid, w("gridCol")).set(w("w"), str(width))


def _set_widths(row: Element, widths: list[int]) -> None:
    """The widths of the cells of a row; where it ends before the table does, that it does."""
    for cell, at in _placed(row):
        width = cell.find(f"{w('tcPr')}/{w('tcW')}")
        if width is not None and width.get(w("type"), "dxa") in ("dxa", "pct"):
            width.set(w("type"), "dxa")
            width.set(w("w"), str(sum(widths[at : at + _span(cell)])))
    missing = len(widths) - _end(row)
    if missing:
        _set_skipped_after(row, missing)


def _placed(row: Element) -> Iterator[tuple[Element, int]]:
    """The cells of a row with the columns that they begin at."""
    at = _skipped(row, "gridBefore")
    for cell in row.iterchildren(w("tc")):
        yield cell, at
        at += _span(cell)


def _end(row: Element) -> int:
    """Over how many columns a row goes, skipped ones at its beginning included."""
    return _skipped(row, "gridBefore") + sum(map(_span, row.iterchildren(w("tc"))))


def _skipped(row: Element, name: str) -> int:
    skipped = row.find(f"{w('trPr')}/{w(name)}")
    return 0 if skipped is None else _number(skipped.get(w("val")))


def _set_skipped_after(row: Element, count: int) -> None:
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"), nsmap={"w": xml.W})
        row.insert(int(row.find(w("tblPrEx")) is not None), properties)
    for old in (*properties.findall(w("gridAfter")), *properties.findall(w("wAfter"))):
        properties.remove(old)
    skipped = etree.Element(w("gridAfter"), nsmap={"w": xml.W})
    skipped.set(w("val"), str(count))
    properties.insert(0, skipped)


def _span(cell: Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return 1 if span is None else max(_number(span.get(w("val"))), 1)


def _set_span(cell: Element, count: int) -> None:
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"), nsmap={"w": xml.W})
        cell.insert(0, properties)
    span = etree.Element(w("gridSpan"), nsmap={"w": xml.W})
    span.set(w("val"), str(count))
    xml.put_cell_property(properties, "gridSpan", span)


def _number(text: str | None) -> int:
    """A count or a width, as far as it makes sense: up to Word's widest page, in twentieths of a point."""
    return min(int(text), 31_680) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0
