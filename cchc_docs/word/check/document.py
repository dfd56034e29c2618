"""A finished ``.docx`` as the rules see it: its paragraphs as a reader meets them, each with its effective format.

Nothing here knows the decree; ``opening`` reads it from the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_docs.problems import Place
from cchc_docs.word.check import lines
from cchc_docs.word.check.formats import ParagraphFormat, Piece, RunFormat
from cchc_docs.word.check.styles import Styles
from cchc_docs.word.ooxml.package import Package
from cchc_docs.word.ooxml.xml import Element

_A4 = (11_906, 16_838)


@dataclass(slots=True)
class Container:
    """A place that holds paragraphs: the page's column, a table cell, a text box. ``width`` of its text is in twips."""

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
        """The name of the place, for a person; nothing for the page itself."""
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
    """True if the table draws lines inside, as tables of data do and the invisible tables of layout do not."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its text, the pieces it is made of, its format, and the lines drawn in it.

    ``text`` is in the one normal form (NFC) that all comparisons use; ``pieces`` hold the letters as the file has them.
    """

    element: Element
    container: Container
    section: int
    format: ParagraphFormat
    pieces: list[Piece]
    text: str
    number: str = ""
    """The number that Word prints before the paragraph when it is in a list."""
    drawn: list[lines.Line] = field(default_factory=list)
    fields: tuple[str, ...] = ()
    breaks: bool = False
    """True if the paragraph holds a page break."""
    framed: bool = False
    index: int = -1
    """Its number among the paragraphs of the document; -1 in a header or note."""

    @property
    def full_text(self) -> str:
        """The text with its number, as a reader sees it."""
        return f"{self.number} {self.text}" if self.number else self.text

    @property
    def raw_text(self) -> str:
        """The letters as the file has them, maybe decomposed."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def is_blank(self) -> bool:
        """Return True if the paragraph shows no text."""
        return not self.text.strip()

    @property
    def in_table(self) -> bool:
        """Return True if the paragraph stands in a cell."""
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


def shown(pieces: list[Piece]) -> Iterator[tuple[str, RunFormat]]:
    """The pieces that show something: blanks apart."""
    return ((piece.text, piece.format) for piece in pieces if piece.text.strip())
