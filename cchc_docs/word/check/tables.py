"""Tables as their elements say: rows, cells, borders, margins, and which parts of a style a cell belongs to."""

from collections.abc import Iterator

from cchc_docs.word.check import lines
from cchc_docs.word.check.styles import border_of, whole
from cchc_docs.word.ooxml.xml import Element, w

_VAL, _SDT = w("val"), w("sdt")
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TRANSPARENT = frozenset(
    [*map(w, ("customXml", "smartTag", "ins", "moveTo", "footnote", "endnote", "sdtContent")), f"{_MC}Choice"]
)
"""Wrappers through which a reader sees."""


def table_style(properties: Element | None) -> tuple[str, frozenset[str]]:
    """A table's style and which parts of it are to look different."""
    if properties is None:
        return "", frozenset()
    named, look = properties.find(w("tblStyle")), properties.find(w("tblLook"))
    style = "" if named is None else named.get(_VAL, "")
    if look is None:
        return style, frozenset()
    bits = {
        "firstRow": 0x20,
        "lastRow": 0x40,
        "firstColumn": 0x80,
        "lastColumn": 0x100,
        "noHBand": 0x200,
        "noVBand": 0x400,
    }
    try:
        value = int(look.get(_VAL, "0"), 16)
    except ValueError:
        value = 0
    said = {name: look.get(w(name)) for name in bits}
    return style, frozenset(
        name for name, bit in bits.items() if (said[name] in {"1", "true", "on"} if said[name] else value & bit)
    )


def bands(lineage: list[Element]) -> tuple[int, int]:
    """Return the number of rows and of columns in one band of the style's stripes."""
    sizes = [1, 1]
    for style in lineage:
        for number, name in enumerate(("tblStyleRowBandSize", "tblStyleColBandSize")):
            found = style.find(f"{w('tblPr')}/{w(name)}")
            if found is not None:
                sizes[number] = max(whole(found.get(_VAL), 1), 1)
    return sizes[0], sizes[1]


def conditions(
    look: frozenset[str], row: int, rows: int, column: tuple[int, int], bands: tuple[int, int]
) -> tuple[str, ...]:
    """Return the parts of a table style that a cell belongs to, the one that wins last (ECMA-376 part 1, 17.7.6.6)."""
    place, columns = column
    found = []
    if "noVBand" not in look:
        shifted = place - ("firstColumn" in look)
        found.append("band1Vert" if shifted // bands[1] % 2 == 0 else "band2Vert")
    if "noHBand" not in look:
        shifted = row - ("firstRow" in look)
        found.append("band1Horz" if shifted // bands[0] % 2 == 0 else "band2Horz")
    edges = (
        ("firstColumn", "firstCol", place == 0),
        ("lastColumn", "lastCol", place == columns - 1),
        ("firstRow", "firstRow", row == 0),
        ("lastRow", "lastRow", row == rows - 1),
    )
    there = [name for asked, name, holds in edges if asked in look and holds]
    found += there
    corners = (("nwCell", "firstRow", "firstCol"), ("neCell", "firstRow", "lastCol"),
               ("swCell", "lastRow", "firstCol"), ("seCell", "lastRow", "lastCol"))  # fmt: skip
    found += [name for name, *both in corners if set(both) <= set(there)]
    return tuple(found)


def rows(element: Element) -> Iterator[Element]:
    """The rows of a table, those in content controls and changes too."""
    for child in element:
        if child.tag == w("tr"):
            yield child
        elif child.tag in TRANSPARENT:
            yield from rows(child)
        elif child.tag == _SDT and (content := child.find(w("sdtContent"))) is not None:
            yield from rows(content)


def cells(row: Element) -> Iterator[Element]:
    """The cells of a row, those in content controls and changes too."""
    for child in row:
        if child.tag == w("tc"):
            yield child
        elif child.tag in TRANSPARENT:
            yield from cells(child)
        elif child.tag == _SDT and (content := child.find(w("sdtContent"))) is not None:
            yield from cells(content)


def skipped(row: Element) -> int:
    """Columns that a row leaves out at its start."""
    found = row.find(f"{w('trPr')}/{w('gridBefore')}")
    return 0 if found is None else min(max(whole(found.get(_VAL)), 0), 100)


def cell_shape(properties: Element | None, grid: list[int], at: int) -> tuple[int, int]:
    """Return the number of columns that a cell spans, and its width."""
    span = None if properties is None else properties.find(w("gridSpan"))
    columns = 1 if span is None else min(max(whole(span.get(_VAL), 1), 1), 100)
    asked = None if properties is None else properties.find(w("tcW"))
    if asked is not None and asked.get(w("type"), "dxa") == "dxa" and whole(asked.get(w("w"))) > 0:
        return columns, whole(asked.get(w("w")))
    return columns, sum(grid[at : at + columns])


def table_borders(lineage: list[Element], properties: Element | None) -> frozenset[str]:
    """Return the borders of a table: its own, or those of its style."""
    borders: dict[str, bool] = {}
    for owner in (*(style.find(w("tblPr")) for style in lineage), properties):
        found = None if owner is None else owner.find(w("tblBorders"))
        if found is not None:
            for side in found:
                borders[side.tag.rpartition("}")[2]] = border_of(side) is not None
    return frozenset(side for side, there in borders.items() if there)


def margins(lineage: list[Element], properties: Element | None) -> tuple[int, int]:
    """The space left and right of the text in a table's cells."""
    margins = {"left": 108, "right": 108}  # what Word has for a table whose style says nothing
    for owner in (*(style.find(w("tblPr")) for style in lineage), properties):
        _read_margins(None if owner is None else owner.find(w("tblCellMar")), margins)
    return margins["left"], margins["right"]


def cell_margins(properties: Element | None, margins: tuple[int, int]) -> tuple[int, int]:
    """The space left and right of the text in one cell, in twips."""
    own = {"left": margins[0], "right": margins[1]}
    _read_margins(None if properties is None else properties.find(w("tcMar")), own)
    return own["left"], own["right"]


def _read_margins(element: Element | None, into: dict[str, int]) -> None:
    if element is None:
        return
    for side, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if (found := element.find(w(name))) is not None:
                into[side] = whole(found.get(w("w")))


def cell_line(properties: Element | None, borders: frozenset[str], width: int, *, is_last: bool) -> lines.Line | None:
    """The line that a cell's lower border draws; None for none."""
    own = None if properties is None else properties.find(f"{w('tcBorders')}/{w('bottom')}")
    border = None if own is None else border_of(own)
    if border is not None:
        return lines.border_line(border.kind, border.width, border.color, width)
    return lines.border_line("single", 0.5, "", width) if own is None and is_last and "bottom" in borders else None
