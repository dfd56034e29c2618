"""New templates: the shared blocks and styles of the frame, and between them paragraphs and tables, as a ``.docx``.

What goes in is said in words (``Paragraph("Nội dung", "…")``); styles are called by the names that Word shows.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from cchc_docs.problems import Place
from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.package import Package, in_order, pack, write
from cchc_docs.word.ooxml.xml import Element, drop, parent_of, w
from cchc_docs.word.template.frame import PREFIX, blocks

_MM = 1440 / 25.4  # twips
_CORE = "docProps/core.xml"
_DC = "http://purl.org/dc/elements/1.1/"
_BREAK = "Kết khối"
_TAG_LINE = "Lệnh của mẫu"
_GRID_STYLE = "Bảng"


@dataclass(frozen=True, slots=True)
class ParagraphSpec:
    """A paragraph of a named style; what stands between ``**`` is bold."""

    style: str
    text: str = ""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class RowSpec:
    """A row of cells, each of paragraphs. A row with fewer cells than columns has its last one go on to the end."""

    cells: Sequence[Sequence[ParagraphSpec]]
    is_head: bool = False
    """True if the row is repeated on every page."""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table with columns of these widths (mm), ruled or, for arranging, without lines."""

    widths: Sequence[float]
    rows: Sequence[RowSpec]
    is_ruled: bool = True


@dataclass(frozen=True, slots=True)
class BlockSpec:
    """A shared block of the frame, called as its bookmark is without ``khung_``.

    ``emptied`` are styles whose paragraphs lose their text, ``after`` adds paragraphs behind the first one of a style,
    ``rows`` are added to its table.
    """

    name: str
    emptied: Sequence[str] = ()
    after: Mapping[str, Sequence[ParagraphSpec]] = field(default_factory=dict)
    rows: Sequence[RowSpec] = ()


@dataclass(frozen=True, slots=True)
class SectionEnd:
    """The end of a section: pages standing, or lying (with page numbers that begin anew)."""

    is_landscape: bool = False


Piece = ParagraphSpec | TableSpec | BlockSpec | SectionEnd


def tags(text: str) -> ParagraphSpec:
    """A paragraph that holds statements only, and leaves nothing behind."""
    return ParagraphSpec(_TAG_LINE, text)


def assemble(frame: bytes, pieces: Sequence[Piece], properties: Mapping[str, str]) -> bytes:
    """A ``.docx`` of these pieces; the last one ends its only or last section.

    ``properties`` are the file's own (``title``, ``creator``), which may hold tags. Same input, same bytes.
    """
    package = Package(frame, Place())
    root = package.tree(package.main)
    body = root[0]
    builder = _Builder(body, _style_ids(package))
    made = [element for piece in pieces for element in builder.build(piece)]
    last = made.pop()
    for element in list(body):
        body.remove(element)
    body.extend(made)
    if made[-1].tag == w("tbl"):  # Word wants a paragraph between a table and the end
        body.extend(builder.build(ParagraphSpec(_BREAK)))
    body.extend(last.iter(w("sectPr")))
    package.members[package.main] = xml.serialise(root).encode()
    package.members[_CORE] = _with_properties(package.tree(_CORE), properties)
    return written(package.members)


def written(members: Mapping[str, bytes]) -> bytes:
    """A ``.docx`` of these members: the same bytes for the same members."""
    return write(pack(name, members[name]) for name in in_order(members))


def _with_properties(core: Element, properties: Mapping[str, str]) -> bytes:
    for place, (name, text) in enumerate(properties.items()):
        element = etree.Element(f"{{{_DC}}}{name}", nsmap={"dc": _DC})
        element.text = text
        core.insert(place, element)
    return xml.serialise(core).encode()


def _style_ids(package: Package) -> dict[str, str]:
    """The ids of the frame's styles, by the names that Word shows."""
    styles = package.tree(package.target("styles"))
    return {
        name.get(w("val"), ""): style.get(w("styleId"), "")
        for style in styles.iter(w("style"))
        if (name := style.find(w("name"))) is not None
    }


class _Builder:
    """Makes elements of pieces."""

    def __init__(self, body: Element, style_ids: Mapping[str, str]) -> None:
        self._blocks = {name.removeprefix(PREFIX): elements for name, elements in blocks(body).items()}
        landscape = [section.find(w("pgSz")).get(w("orient")) == "landscape" for section in body.iter(w("sectPr"))]  # type: ignore[union-attr] # the frame's sections have a size
        self._sections = dict(zip(landscape, body.iter(w("sectPr")), strict=True))
        self._style_ids = style_ids

    def build(self, piece: Piece) -> list[Element]:
        """The elements of one piece."""
        match piece:
            case ParagraphSpec():
                return [self._paragraph(piece)]
            case TableSpec():
                return [self._table(piece)]
            case BlockSpec():
                return self._block(piece)
            case SectionEnd(is_landscape=is_landscape):
                end = self._paragraph(ParagraphSpec(_BREAK))
                end[0].append(deepcopy(self._sections[is_landscape]))
                return [end]

    def _paragraph(self, said: ParagraphSpec) -> Element:
        paragraph = _new("p")
        properties = _add(paragraph, "pPr")
        _add(properties, "pStyle", val=self._style_ids[said.style])
        if said.centred:
            _add(properties, "jc", val="center")
        for place, text in enumerate(said.text.split("**")):
            if text:
                run = _add(paragraph, "r")
                if place % 2:
                    formatting = _add(run, "rPr")
                    _add(formatting, "b")
                    _add(formatting, "bCs")
                words = _add(run, "t")
                words.set(xml.SPACE, "preserve")
                words.text = text
        return paragraph

    def _table(self, said: TableSpec) -> Element:
        widths = [round(width * _MM) for width in said.widths]
        table = _new("tbl")
        properties = _add(table, "tblPr")
        if said.is_ruled:
            _add(properties, "tblStyle", val=self._style_ids[_GRID_STYLE])
        _add(properties, "tblW", w=str(sum(widths)), type="dxa")
        _add(properties, "tblLayout", type="fixed")
        if not said.is_ruled:
            margins = _add(properties, "tblCellMar")
            for side in ("left", "right"):
                _add(margins, side, w="0", type="dxa")
        _add(properties, "tblLook", val="0000")
        grid = _add(table, "tblGrid")
        for width in widths:
            _add(grid, "gridCol", w=str(width))
        table.extend(self._row(row, widths) for row in said.rows)
        return table

    def _row(self, said: RowSpec, widths: Sequence[int]) -> Element:
        row = _new("tr")
        properties = _add(row, "trPr")
        _add(properties, "cantSplit")
        if said.is_head:
            _add(properties, "tblHeader")
        for place, paragraphs in enumerate(said.cells):
            cell = _add(row, "tc")
            is_last = place == len(said.cells) - 1
            covered = widths[place:] if is_last else widths[place : place + 1]
            cell_properties = _add(cell, "tcPr")
            _add(cell_properties, "tcW", w=str(sum(covered)), type="dxa")
            if len(covered) > 1:
                _add(cell_properties, "gridSpan", val=str(len(covered)))
            if said.is_head:
                _add(cell_properties, "vAlign", val="center")
            cell.extend(map(self._paragraph, paragraphs))
        return row

    def _block(self, said: BlockSpec) -> list[Element]:
        elements = [deepcopy(element) for element in self._blocks[said.name]]
        for element in elements:
            for mark in list(element.iter(w("bookmarkStart"), w("bookmarkEnd"))):
                drop(mark)  # an author's template is its own: nothing is copied into it later
        paragraphs = [found for element in elements for found in element.iter(w("p"))]
        named = partial(self._of_style, paragraphs)
        for style in said.emptied:
            for paragraph in named(style):
                for run in paragraph.findall(w("r")):
                    paragraph.remove(run)
        for style, added in said.after.items():
            first = next(iter(named(style)))
            for new in reversed(added):
                first.addnext(self._paragraph(new))
        for table in (element for element in elements if element.tag == w("tbl")):
            widths = [int(column.get(w("w"), "0")) for column in table.iter(w("gridCol"))]
            table.extend(self._row(row, widths) for row in said.rows)
        return elements

    def _of_style(self, paragraphs: Iterable[Element], style: str) -> list[Element]:
        wanted = self._style_ids[style]
        return [
            parent_of(parent_of(named))
            for paragraph in paragraphs
            for named in paragraph.iterfind(f"{w('pPr')}/{w('pStyle')}")
            if named.get(w("val")) == wanted
        ]


def _new(name: str) -> Element:
    return etree.Element(w(name), nsmap={"w": xml.W})


def _add(parent: Element, name: str, **attributes: str) -> Element:
    return etree.SubElement(parent, w(name), {w(key): value for key, value in attributes.items()})
