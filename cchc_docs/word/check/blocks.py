"""A line of text as a component of a paper has it: a paragraph, or a part of one between tabs and line breaks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import normalize

from cchc_docs.text.normal import key
from cchc_docs.text.widths import text_width
from cchc_docs.word.check import lines
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.formats import Piece, RunFormat

_LETTERS = re.compile(r"[^\W\d_]")
_TABS = re.compile(r"\t+|\n")
HEAD_GAPS = re.compile(
    r"(?<![Ss]ố:)(?<!\u0301:)\t+|\n"
    r"|[ \u00a0]{3,}(?=c\S{1,4}ng h|đ\S{1,4}c l\S{1,4}p|[^,\n\t/]{2,60},[ \u00a0]*ng\S{1,3}y)",
    re.IGNORECASE,
)
"""The gap between the two columns of a head that was typed as lines; the letters may have their marks apart."""


@dataclass(slots=True)
class Block:
    """Text on a line of its own. ``column`` is 0 for what stands left of a tab in its paragraph, 1 right of it."""

    text: str
    pieces: list[Piece]
    paragraph: Paragraph
    column: int = 0
    whole: bool = True
    """True if the block is all that its paragraph has."""
    alone: bool = True
    """True if the block has its line for itself: no tab on it."""
    last: bool = True
    """True if nothing follows the block in its paragraph."""

    @property
    def key(self) -> str:
        """The text as the system compares names: no accents, no signs."""
        return key(self.text)

    @property
    def shown(self) -> list[RunFormat]:
        """The formats of what it shows, blanks apart, each once."""
        return list(dict.fromkeys(piece.format for piece in self.pieces if piece.text.strip()))

    @property
    def in_capitals(self) -> bool:
        """Return True if the block looks as if written in capitals."""
        return all(
            piece.format.caps or piece.text == piece.text.upper() for piece in self.pieces if piece.text.strip()
        ) and bool(_LETTERS.search(self.text))

    @property
    def visible(self) -> str:
        """The text as it looks: in capitals where the format says so."""
        shown = "".join([piece.text.upper() if piece.format.caps else piece.text for piece in self.pieces])
        return normalize("NFC", shown).strip()

    @property
    def bold(self) -> bool:
        """Return True if all that the block shows is bold."""
        return bool(self.shown) and all(one.bold for one in self.shown)

    @property
    def italic(self) -> bool:
        """Return True if all that the block shows is italic."""
        return bool(self.shown) and all(one.italic for one in self.shown)

    @property
    def centred(self) -> bool:
        """Return True if the block is centred; the parts of a tabbed paragraph count as such by their place."""
        return not self.whole or self.paragraph.format.align == "center"

    @property
    def size(self) -> float:
        """The size of its first letters, in pt."""
        return self.shown[0].size if self.shown else 0.0

    @property
    def width(self) -> float:
        """The width of the block on one line, in mm, in Times New Roman."""
        return sum(
            text_width(
                piece.text.upper() if piece.format.caps else piece.text,
                piece.format.size,
                bold=piece.format.bold,
                italic=piece.format.italic,
            )
            for piece in self._trimmed()
        )

    def _trimmed(self) -> Iterator[Piece]:
        last = len(self.pieces) - 1
        for number, piece in enumerate(self.pieces):
            text = piece.text.lstrip() if number == 0 else piece.text
            yield Piece(text.rstrip() if number == last else text, piece.format, piece.run)


def block_of(paragraph: Paragraph) -> Block:
    """A paragraph as one block."""
    return Block(paragraph.text.strip(), paragraph.pieces, paragraph)


def blocks_of(paragraph: Paragraph, gaps: re.Pattern[str] = _TABS) -> list[Block]:
    """The blocks of a paragraph: what stands between ``gaps`` (tabs and line breaks), blank ones left out.

    One tab before all text only indents it; what stands behind more, or behind text and a gap, is a column of its own.
    """
    text = paragraph.raw_text
    signs = list(gaps.finditer(text))
    if not signs:
        return [] if paragraph.is_blank else [block_of(paragraph)]
    found: list[Block] = []
    line: list[Block] = []
    tabs = column = start = 0
    for sign in [*signs, None]:
        stop = len(text) if sign is None else sign.start()
        has_text = _close(_between(paragraph.pieces, start, stop), paragraph, column, found, line)
        if sign is None:
            break
        start = sign.end()
        if sign[0] == "\n":
            line, tabs, column = [], 0, 0
        else:
            tabs += sign[0].count("\t")
            column = int(column == 1 or has_text or tabs > 1)
    if len(found) == 1:
        found[0].whole = found[0].alone = True
    for block in found[-1:]:
        block.last = True
    return found


def _between(pieces: Iterable[Piece], start: int, stop: int) -> list[Piece]:
    """Return the part of ``pieces`` from letter ``start`` to ``stop`` of their text."""
    cut, at = [], 0
    for piece in pieces:
        first, last = max(start - at, 0), min(stop - at, len(piece.text))
        if first < last:
            cut.append(Piece(piece.text[first:last], piece.format, piece.run, piece.offset + first))
        at += len(piece.text)
    return cut


def _close(kept: list[Piece], paragraph: Paragraph, column: int, found: list[Block], line: list[Block]) -> bool:
    """Make a block of ``kept``, unless it shows nothing; whether it does. ``line`` has those of the same line."""
    text = normalize("NFC", "".join([piece.text for piece in kept])).strip()
    if text:
        found.append(Block(text, kept, paragraph, column, whole=False, alone=not line and column == 0, last=False))
        for other in line:
            other.alone = False
        line.append(found[-1])
    return bool(text)


def is_typed_line(block: Block) -> bool:
    """Return True if a block is signs that someone typed for a line."""
    return lines.is_typed(block.text)
