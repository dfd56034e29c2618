"""A finished ``.docx`` opened for judging: its paragraphs as a reader meets them, each with its effective format.

One pass over each part. What tracked changes took away is not read, what they added is; of a drawing that Word wrote
in two ways, the first is read. Nothing here knows the decree.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from cchc_docs.problems import Place, Problem, ProblemsFound, Severity
from cchc_docs.word.check import lines
from cchc_docs.word.check.formats import ParagraphFormat, Piece, RunFormat
from cchc_docs.word.check.lists import Lists
from cchc_docs.word.check.styles import Properties, Styles, border_of, is_on, read_paragraph, whole
from cchc_docs.word.check.themes import Theme
from cchc_docs.word.ooxml.package import Package
from cchc_docs.word.ooxml.xml import OFFICE, Element, w

MOST_PARAGRAPHS = 300_000
"""Of all parts together: some ten thousand pages. More is no official paper and would only keep a person waiting."""
_MOST_DEPTH = 40  # tables in cells in text boxes: Word itself allows some twenty

_VAL = w("val")
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NO_TABLE: tuple[str, Properties, Properties] = ("", {}, {})
_A4 = (11_906, 16_838)


@dataclass(slots=True)
class Container:
    """What holds paragraphs: the page's column, a table cell, a text box. ``width`` is that of its text, in twips."""

    kind: str
    """``page``, ``cell``, ``box``."""
    width: int
    parent: "Container | None" = None
    table: "Table | None" = None
    row: int = 0
    column: int = 0
    element: Element | None = None
    below: lines.Line | None = None
    """The line that a cell's lower border draws, in a table that has no other borders."""

    @property
    def outermost(self) -> "Table | None":
        """The table around all others around it."""
        above = None if self.parent is None else self.parent.outermost
        return above or self.table

    @property
    def name(self) -> str:
        """Where it stands, for a person; nothing for the page itself."""
        if self.kind == "cell" and self.table is not None:
            return f"bảng {self.table.number}, hàng {self.row + 1}, cột {self.column + 1}"
        return "khung chữ" if self.kind == "box" else ""


@dataclass(slots=True)
class Table:
    """A table: its number among the document's, how deep it stands in others, how many rows and columns it has."""

    number: int
    element: Element
    depth: int
    rows: int
    columns: int
    is_ruled: bool
    """Whether it draws lines inside, as tables of data do and the invisible tables of layout do not."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its text, the pieces it is made of, its format, and the lines drawn in it."""

    element: Element
    container: Container
    section: int
    format: ParagraphFormat
    pieces: list[Piece]
    text: str
    number: str = ""
    """What Word prints before it, when it is in a list."""
    drawn: list[lines.Line] = field(default_factory=list)
    fields: tuple[str, ...] = ()
    breaks: bool = False
    """Whether it holds a page break."""
    framed: bool = False
    index: int = -1
    """Its number among the paragraphs of the document; -1 in a header or note."""

    @property
    def full_text(self) -> str:
        """The text with its number, as a reader sees it."""
        return f"{self.number} {self.text}" if self.number else self.text

    @property
    def is_blank(self) -> bool:
        """Whether it shows no text."""
        return not self.text.strip()

    @property
    def in_table(self) -> bool:
        """Whether it stands in a cell."""
        return self.container.kind == "cell"


@dataclass(slots=True)
class Section:
    """A section: its page in twips, and the parts of its headers and footers by ``first``, ``even``, ``default``."""

    number: int
    element: Element | None
    width: int = _A4[0]
    height: int = _A4[1]
    top: int = 1440
    bottom: int = 1440
    left: int = 1440
    right: int = 1440
    header: int = 720
    has_title_page: bool = False
    starts_at: int | None = None
    number_format: str = "decimal"
    kind: str = "nextPage"
    headers: dict[str, str] = field(default_factory=dict)
    footers: dict[str, str] = field(default_factory=dict)

    @property
    def text_width(self) -> int:
        """The width of the text, in twips."""
        return max(self.width - self.left - self.right, 0)


@dataclass(slots=True)
class Document:
    """All of it. ``stories`` are headers, footers and notes, by the name of their part."""

    where: Place
    package: Package
    root: Element
    styles: Styles
    paragraphs: list[Paragraph]
    sections: list[Section]
    tables: list[Table]
    stories: dict[str, list[Paragraph]]
    trees: dict[str, Element]
    """The parts that were read, by name, for those who change them."""
    even_and_odd: bool = False


def open_document(source: Path | bytes, where: Place) -> Document:
    """The document at ``source``, which messages call ``where``.

    Raises:
        ProblemsFound: it is no whole, plain Word document, or larger than any official paper.
    """
    package = Package(source, where)
    return _Opening(package, where).document()


class _Opening:
    """The reading of one document."""

    def __init__(self, package: Package, where: Place) -> None:
        self.package = package
        self.where = where
        settings = self._part("settings")
        self.styles = Styles(self._part("styles"), Theme(self._part("theme"), settings), self._indents)
        self.lists = Lists(self._part("numbering"), read_paragraph)
        odd = None if settings is None else settings.find(w("evenAndOddHeaders"))
        self.even_and_odd = odd is not None and is_on(odd)
        self.tables: list[Table] = []
        self.sections: list[Section] = []
        self.count = 0
        self._bases: dict[tuple[str, tuple[str, ...]], tuple[str, Properties, Properties]] = {}

    def _part(self, kind: str) -> Element | None:
        name = self.package.target(kind)
        return self.package.tree(name) if name else None

    def _indents(self, list_id: str, level: int) -> Properties:
        return self.lists.indents(list_id, level)

    def document(self) -> Document:
        root = self.package.tree(self.package.main)
        body = root.find(w("body"))
        if body is None:
            raise ProblemsFound(
                [
                    Problem(
                        "tep_word_hong",
                        Severity.ERROR,
                        self.where,
                        "Tệp Word này không có phần thân văn bản.",
                        "Mở tệp bằng Word rồi lưu lại dạng Word Document (.docx).",
                    )
                ]
            )
        self.sections = list(self._sections(root))
        trees = {self.package.main: root}
        paragraphs: list[Paragraph] = []
        page = Container("page", self.sections[0].text_width)
        self._blocks(body, page, 0, _NO_TABLE, paragraphs)
        for number, paragraph in enumerate(paragraphs):
            paragraph.index = number
        stories: dict[str, list[Paragraph]] = {}
        for relation in self.package.relations:
            if (
                relation.kind in {"header", "footer", "footnotes", "endnotes"}
                and relation.target in self.package.members
            ):
                trees[relation.target] = tree = self.package.tree(relation.target)
                stories[relation.target] = []
                self._blocks(
                    tree, Container("page", self.sections[0].text_width), 0, _NO_TABLE, stories[relation.target]
                )
        return Document(
            self.where, self.package, root, self.styles, paragraphs, self.sections, self.tables, stories, trees,
            self.even_and_odd,
        )  # fmt: skip

    # -- Sections

    def _sections(self, root: Element) -> Iterator[Section]:
        parts = {relation.id: relation.target for relation in self.package.relations}
        before = Section(-1, None)
        found = [element for element in root.iter(w("sectPr")) if _is_section(element)]
        for number, element in enumerate(found):
            section = _section(element, number)
            for kind in ("header", "footer"):
                kept: dict[str, str] = dict(getattr(before, f"{kind}s"))
                for reference in element.iterchildren(w(f"{kind}Reference")):
                    name = parts.get(reference.get(f"{{{OFFICE}}}id", ""), "")
                    kept[reference.get(w("type"), "default")] = name
                setattr(section, f"{kind}s", kept)
            yield section
            before = section
        if not found:
            yield Section(0, None)

    # -- Blocks

    def _blocks(
        self,
        parent: Element,
        container: Container,
        depth: int,
        table: tuple[str, Properties, Properties],
        found: list[Paragraph],
        section: int = 0,
    ) -> int:
        """Read what stands in ``parent``; the section in which it ends."""
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, container, depth, table, found, section)
                properties = child.find(_PPR)
                if properties is not None and properties.find(_SECTPR) is not None and container.kind == "page":
                    section = min(section + 1, max(len(self.sections) - 1, 0))
                    container.width = self.sections[section].text_width
                    container = Container("page", self.sections[section].text_width)
            elif tag == _TBL:
                if depth < _MOST_DEPTH:
                    self._table(child, container, depth + 1, found, section)
            elif (inner := _content(child)) is not None:
                section = self._blocks(inner, container, depth, table, found, section)
        return section

    def _table(self, element: Element, container: Container, depth: int, found: list[Paragraph], section: int) -> None:
        properties = element.find(w("tblPr"))
        grid = [whole(column.get(w("w"))) for column in element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        style, look = _table_style(properties)
        style = style or self.styles.default("table")
        rows = list(_rows(element))
        lineage = self.styles.lineage(style)
        borders = _table_borders(lineage, properties)
        table = Table(len(self.tables) + 1, element, depth, len(rows), len(grid), "insideH" in borders)
        self.tables.append(table)
        margins = _margins(lineage, properties)
        has_conditions = any(part.find(w("tblStylePr")) is not None for part in lineage)
        bands = _bands(lineage)
        for number, row in enumerate(rows):
            cells = list(_cells(row))
            at = _skipped(row)
            for place, cell in enumerate(cells):
                own = cell.find(w("tcPr"))
                span, width = _cell_shape(own, grid, at)
                conditions = _conditions(look, number, len(rows), (place, len(cells)), bands) if has_conditions else ()
                left, right = _cell_margins(own, margins)
                inner = Container("cell", max(width - left - right, 0), container, table, number, at, cell)
                inner.below = (
                    None if table.is_ruled else _cell_line(own, borders, width, is_last=number == len(rows) - 1)
                )
                self._blocks(cell, inner, depth, self._base(style, conditions), found, section)
                at += span

    def _base(self, style: str, conditions: tuple[str, ...]) -> tuple[str, Properties, Properties]:
        known = self._bases.get((style, conditions))
        if known is None:
            known = self._bases[style, conditions] = (
                f"{style}|{'|'.join(conditions)}",
                *self.styles.table(style, conditions),
            )
        return known

    def _paragraph(
        self,
        element: Element,
        container: Container,
        depth: int,
        table: tuple[str, Properties, Properties],
        found: list[Paragraph],
        section: int,
    ) -> None:
        self.count += 1
        if self.count > MOST_PARAGRAPHS:
            raise ProblemsFound(
                [
                    Problem(
                        "tep_qua_lon",
                        Severity.ERROR,
                        self.where,
                        f"Tệp có hơn {MOST_PARAGRAPHS} đoạn văn, quá mức chương trình soát.",
                        "Tách bớt phụ lục, bảng số liệu ra tệp riêng rồi soát từng tệp.",
                    )
                ]
            )
        properties = element.find(_PPR)
        style = self.styles.paragraph(table, properties)
        reading = _Reading(self.styles, table, style.style)
        reading.read(element)
        paragraph = Paragraph(
            element,
            container,
            section,
            style,
            reading.pieces,
            "".join([piece.text for piece in reading.pieces]),
            self.lists.number(style) if style.list_id else "",
            reading.drawn,
            tuple(reading.fields),
            breaks=reading.breaks,
            framed=properties is not None and properties.find(w("framePr")) is not None,
        )
        found.append(paragraph)
        if reading.boxes and depth < _MOST_DEPTH:
            for box, width in reading.boxes:
                inner = Container("box", width or container.width, container, element=box)
                self._blocks(box, inner, depth + 1, _NO_TABLE, found, section)


_P, _PPR, _TBL, _SDT, _SECTPR = w("p"), w("pPr"), w("tbl"), w("sdt"), w("sectPr")
_TRANSPARENT = frozenset(
    [*map(w, ("customXml", "smartTag", "ins", "moveTo", "footnote", "endnote", "sdtContent")), f"{_MC}Choice"]
)
_R, _RPR, _T = w("r"), w("rPr"), w("t")
_INLINE = frozenset(
    map(w, ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "sdtContent", "dir", "bdo"))
)
_DRAWINGS = frozenset([w("drawing"), w("pict"), w("object"), f"{_MC}AlternateContent"])
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("sym"): "•"}
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


class _Reading:
    """The reading of one paragraph's runs."""

    def __init__(self, styles: Styles, table: tuple[str, Properties, Properties], style: str) -> None:
        self.styles, self.table, self.style = styles, table, style
        self.pieces: list[Piece] = []
        self.drawn: list[lines.Line] = []
        self.fields: list[str] = []
        self.boxes: list[tuple[Element, int]] = []
        self.breaks = False
        self._open: list[bool] = []
        self._in_code = False

    def read(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child)
            elif tag in _INLINE:
                if tag == _FLD_SIMPLE:
                    self.fields.append(child.get(w("instr"), ""))
                self.read(child)
            elif tag == _SDT:
                content = child.find(w("sdtContent"))
                if content is not None:
                    self.read(content)

    def _run(self, run: Element) -> None:
        text = ""
        for child in run:
            tag = child.tag
            if tag == _T:
                if not self._in_code:
                    text += child.text or ""
            elif tag in _SIGNS:
                text += _SIGNS[tag]
            elif tag == _BR and child.get(w("type"), "textWrapping") == "textWrapping":
                text += "\n"
            elif tag != _RPR:
                self._mark(child)
        if text:
            style = self.styles.run(self.table, self.style, run.find(_RPR))
            if not style.hidden:
                self.pieces.append(Piece(text, style, run))

    def _mark(self, child: Element) -> None:
        """What stands in a run and is no text: breaks, fields, drawings."""
        if child.tag == _BR:
            self.breaks = True
        elif child.tag == _FLD_CHAR:
            self._field(child.get(w("fldCharType"), ""))
        elif child.tag == _INSTR:
            self.fields.append(child.text or "")
        elif child.tag in _DRAWINGS:
            self._drawing(child)

    def _field(self, kind: str) -> None:
        """Keep track of fields, which may stand in one another: their codes are not shown, their results are."""
        if kind == "begin":
            self._open.append(True)
        elif kind == "separate" and self._open:
            self._open[-1] = False
        elif kind == "end" and self._open:
            self._open.pop()
        self._in_code = any(self._open)

    def _drawing(self, element: Element) -> None:
        chosen = element
        if element.tag.startswith(_MC):
            chosen = next(iter(element), element)
        self.drawn += lines.shapes(chosen)
        for box in chosen.iter(w("txbxContent")):
            if not any(parent.tag == w("txbxContent") for parent in box.iterancestors() if parent is not element):
                extent = next(chosen.iter(f"{_WP}extent"), None)
                width = 0 if extent is None else round(lines.whole_emu(extent.get("cx")) * 56.7)
                self.boxes.append((box, width))


_BR, _FLD_CHAR, _INSTR, _FLD_SIMPLE = w("br"), w("fldChar"), w("instrText"), w("fldSimple")


# -- Sections and tables, as their elements say


def _content(element: Element) -> Element | None:
    """What a wrapper holds: a content control, a change, the first of two ways of writing; None for no wrapper."""
    if element.tag in _TRANSPARENT:
        return element
    if element.tag == _SDT:
        return element.find(w("sdtContent"))
    return next(iter(element), None) if element.tag == f"{_MC}AlternateContent" else None


def _is_section(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in {w("body"), _PPR}


def _section(element: Element, number: int) -> Section:
    size, margins = element.find(w("pgSz")), element.find(w("pgMar"))
    pages, title, kind = (element.find(w(name)) for name in ("pgNumType", "titlePg", "type"))
    section = Section(number, element)
    if size is not None:
        section = replace(section, width=whole(size.get(w("w")), _A4[0]), height=whole(size.get(w("h")), _A4[1]))
    if margins is not None:
        names = ("top", "bottom", "left", "right", "header")
        found = {name: whole(margins.get(w(name)), getattr(section, name)) for name in names}
        found["top"], found["bottom"] = (
            abs(found["top"]),
            abs(found["bottom"]),
        )  # negative: fixed, however high the header
        for name, value in found.items():
            setattr(section, name, value)
        gutter = whole(margins.get(w("gutter")))
        section.left += gutter
    section.has_title_page = title is not None and is_on(title)
    if pages is not None:
        start = pages.get(w("start"))
        section.starts_at = None if start is None else whole(start)
        section.number_format = pages.get(w("fmt"), "decimal")
    section.kind = "nextPage" if kind is None else kind.get(_VAL, "nextPage")
    return section


def _table_style(properties: Element | None) -> tuple[str, frozenset[str]]:
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


def _bands(lineage: list[Element]) -> tuple[int, int]:
    sizes = [1, 1]
    for style in lineage:
        for number, name in enumerate(("tblStyleRowBandSize", "tblStyleColBandSize")):
            found = style.find(f"{w('tblPr')}/{w(name)}")
            if found is not None:
                sizes[number] = max(whole(found.get(_VAL), 1), 1)
    return sizes[0], sizes[1]


def _conditions(
    look: frozenset[str], row: int, rows: int, column: tuple[int, int], bands: tuple[int, int]
) -> tuple[str, ...]:
    """Which parts of a table style a cell belongs to, the one that wins last (ECMA-376 part 1, 17.7.6.6)."""
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


def _rows(element: Element) -> Iterator[Element]:
    """The rows of a table, those in content controls and changes too."""
    for child in element:
        if child.tag == w("tr"):
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _rows(child)
        elif child.tag == _SDT and (content := child.find(w("sdtContent"))) is not None:
            yield from _rows(content)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == w("tc"):
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _cells(child)
        elif child.tag == _SDT and (content := child.find(w("sdtContent"))) is not None:
            yield from _cells(content)


def _skipped(row: Element) -> int:
    """Columns that a row leaves out at its start."""
    found = row.find(f"{w('trPr')}/{w('gridBefore')}")
    return 0 if found is None else min(max(whole(found.get(_VAL)), 0), 100)


def _cell_shape(properties: Element | None, grid: list[int], at: int) -> tuple[int, int]:
    """How many columns a cell spans, and how wide it is."""
    span = None if properties is None else properties.find(w("gridSpan"))
    columns = 1 if span is None else min(max(whole(span.get(_VAL), 1), 1), 100)
    asked = None if properties is None else properties.find(w("tcW"))
    if asked is not None and asked.get(w("type"), "dxa") == "dxa" and whole(asked.get(w("w"))) > 0:
        return columns, whole(asked.get(w("w")))
    return columns, sum(grid[at : at + columns])


def _table_borders(lineage: list[Element], properties: Element | None) -> frozenset[str]:
    """Which borders a table has: its own, or those of its style."""
    borders: dict[str, bool] = {}
    for owner in (*(style.find(w("tblPr")) for style in lineage), properties):
        found = None if owner is None else owner.find(w("tblBorders"))
        if found is not None:
            for side in found:
                borders[side.tag.rpartition("}")[2]] = border_of(side) is not None
    return frozenset(side for side, there in borders.items() if there)


def _margins(lineage: list[Element], properties: Element | None) -> tuple[int, int]:
    """The space left and right of the text in a table's cells."""
    margins = {"left": 108, "right": 108}  # what Word has for a table whose style says nothing
    for owner in (*(style.find(w("tblPr")) for style in lineage), properties):
        _read_margins(None if owner is None else owner.find(w("tblCellMar")), margins)
    return margins["left"], margins["right"]


def _cell_margins(properties: Element | None, margins: tuple[int, int]) -> tuple[int, int]:
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


def _cell_line(properties: Element | None, borders: frozenset[str], width: int, *, is_last: bool) -> lines.Line | None:
    own = None if properties is None else properties.find(f"{w('tcBorders')}/{w('bottom')}")
    border = None if own is None else border_of(own)
    if border is not None:
        return lines.border_line(border.kind, border.width, border.color, width)
    return lines.border_line("single", 0.5, "", width) if own is None and is_last and "bottom" in borders else None


def shown(pieces: list[Piece]) -> Iterator[tuple[str, RunFormat]]:
    """The pieces that show something: blanks apart."""
    return ((piece.text, piece.format) for piece in pieces if piece.text.strip())
