"""A ``.docx`` opened for judging, in one pass over each part.

What tracked changes took away is not read, what they added is; of a drawing that Word wrote in two ways, the first is
read.
"""

from pathlib import Path
from unicodedata import normalize

from cchc_docs.problems import Place, Problem, ProblemsFound, Severity
from cchc_docs.word.check import tables
from cchc_docs.word.check.document import Container, Document, Paragraph, Section, Table
from cchc_docs.word.check.lists import Lists
from cchc_docs.word.check.runs import RunReader
from cchc_docs.word.check.sections import sections_of
from cchc_docs.word.check.styles import Properties, Styles, is_on, read_paragraph, whole
from cchc_docs.word.check.themes import Theme
from cchc_docs.word.ooxml.package import Package
from cchc_docs.word.ooxml.xml import Element, w

MOST_PARAGRAPHS = 300_000
"""Of all parts together: some ten thousand pages. More is no official paper and would only keep a person waiting."""
_MOST_DEPTH = 40  # tables in cells in text boxes: Word itself allows some twenty

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NO_TABLE: tuple[str, Properties, Properties] = ("", {}, {})
_P, _PPR, _TBL, _SDT, _SECTPR = w("p"), w("pPr"), w("tbl"), w("sdt"), w("sectPr")


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
        self.sections = list(sections_of(root, {one.id: one.target for one in self.package.relations}))
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
        style, look = tables.table_style(properties)
        style = style or self.styles.default("table")
        rows = list(tables.rows(element))
        lineage = self.styles.lineage(style)
        borders = tables.table_borders(lineage, properties)
        table = Table(len(self.tables) + 1, element, depth, len(rows), len(grid), "insideH" in borders)
        self.tables.append(table)
        margins = tables.margins(lineage, properties)
        has_conditions = any(part.find(w("tblStylePr")) is not None for part in lineage)
        bands = tables.bands(lineage)
        for number, row in enumerate(rows):
            cells = list(tables.cells(row))
            at = tables.skipped(row)
            for place, cell in enumerate(cells):
                own = cell.find(w("tcPr"))
                span, width = tables.cell_shape(own, grid, at)
                conditions = (
                    tables.conditions(look, number, len(rows), (place, len(cells)), bands) if has_conditions else ()
                )
                left, right = tables.cell_margins(own, margins)
                inner = Container("cell", max(width - left - right, 0), container, table, number, at, cell)
                inner.below = (
                    None if table.is_ruled else tables.cell_line(own, borders, width, is_last=number == len(rows) - 1)
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
        reading = RunReader(self.styles, table, style.style)
        reading.read(element)
        paragraph = Paragraph(
            element,
            container,
            section,
            style,
            reading.pieces,
            normalize("NFC", "".join([piece.text for piece in reading.pieces])),
            self.lists.number(style) if style.list_id else "",
            reading.drawn,
            tuple(reading.fields),
            breaks=reading.breaks and container.kind == "page",  # Word breaks no page inside a cell
            framed=properties is not None and properties.find(w("framePr")) is not None,
        )
        found.append(paragraph)
        if reading.boxes and depth < _MOST_DEPTH:
            for box, width in reading.boxes:
                inner = Container("box", width or container.width, container, element=box)
                self._blocks(box, inner, depth + 1, _NO_TABLE, found, section)


def _content(element: Element) -> Element | None:
    """Return what a wrapper holds: a content control, a change, the first of two ways of writing; else None."""
    if element.tag in tables.TRANSPARENT:
        return element
    if element.tag == _SDT:
        return element.find(w("sdtContent"))
    return next(iter(element), None) if element.tag == f"{_MC}AlternateContent" else None
