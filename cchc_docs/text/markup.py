r"""Marks that a clerk may type in a text cell: ``**đậm**``, ``*nghiêng*``, ``^[chú thích]``, ``[[mã chỉ số]]``.

The grammar, in the order in which it decides:

- ``\*  \[  \]  \^  \\`` are the characters themselves.
- ``[[3-3.1]]`` cites an indicator; its code has letters, digits, ``.``, ``-``, ``/`` and ``_``, no spaces.
- ``^[…]`` is a footnote up to the bracket that closes it; marks work inside, another footnote does not.
- ``**`` opens before anything but a space and closes after anything but a space, so ``**100%**hồ sơ`` works.
- ``*`` does the same, but only where the character outside it is no letter and no digit: ``3*4*5`` is no italic.
- ``***`` is both. Bold and italic may overlap in any way; neither goes on over a line break.
- What is left without a partner is plain text, and ``Parsed.unclosed`` tells of it.

Why not Markdown: its closing ``**`` is refused before a letter, and it knows headings, lists, links and HTML that must
stay text here. Parsing takes time linear in the length of the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_MARKS = re.compile(r"[*\[^\\]")
_TOKEN = re.compile(r"\\[*\[\]^\\]|\*+|\^\[|\[\[[\w./-]+\]\]|\[|\]|\n")


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one formatting."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """The value of an indicator goes here."""

    code: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at this place; its pieces hold no further note."""

    pieces: tuple[Text | Citation, ...]


Piece = Text | Citation | Footnote


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text taken apart.

    ``unclosed`` holds each mark that stayed literal because its partner is missing (``**``, ``*``, ``^[``), in the
    order found.
    """

    pieces: tuple[Piece, ...]
    unclosed: tuple[str, ...] = ()


def parse(text: str) -> Parsed:
    """The pieces of ``text``. Every text has a reading; nothing is lost and nothing raises.

    >>> parse("**100%**hồ sơ").pieces
    (Text(text='100%', bold=True, italic=False), Text(text='hồ sơ', bold=False, italic=False))
    >>> parse("2 * 3, 3*4*5, **a").unclosed
    ('**',)
    """
    if not has_marks(text):
        return Parsed((Text(text),) if text else ())
    unclosed: list[str] = []
    pieces = tuple(_pieces(text, _bracket_partners(text), unclosed))
    return Parsed(pieces, tuple(unclosed))


def has_marks(text: str) -> bool:
    """Return True if ``text`` holds a character that the grammar knows at all (the fast path of nearly every cell)."""
    return _MARKS.search(text) is not None


def plain(text: str) -> str:
    r"""``text`` without marks and notes; citations stay as typed. For measuring and for messages.

    >>> plain("*Kèm* theo^[Phụ lục 1.] **\\*** [[3-3.1]]")
    'Kèm theo * [[3-3.1]]'
    """
    return "".join(_plain(piece) for piece in parse(text).pieces)


def cited(text: str) -> list[str]:
    """The codes of the indicators that ``text`` cites, in its notes too, in the order found.

    >>> cited("Đạt [[3-3.1]]%^[Tổng số [[3-3.1.1]].]")
    ['3-3.1', '3-3.1.1']
    """
    pieces = [
        part for piece in parse(text).pieces for part in (piece.pieces if isinstance(piece, Footnote) else (piece,))
    ]
    return [piece.code for piece in pieces if isinstance(piece, Citation)]


def escape(text: str) -> str:
    r"""``text`` written so that ``parse`` gives it back as it is.

    >>> escape("3*4 [a]")
    '3\\*4 \\[a\\]'
    """
    return re.sub(r"([*\[\]^\\])", r"\\\1", text)


def _plain(piece: Piece) -> str:
    match piece:
        case Text(text=text):
            return text
        case Citation(code=code):
            return f"[[{code}]]"
        case Footnote():
            return ""


@dataclass(slots=True)
class _Stars:
    """One run of asterisks: what it may do, and what pairing made of it. Bold has the width 2, italic 1."""

    count: int
    may_open: bool
    may_close: bool
    used: int = 0
    switches: dict[int, bool] = field(default_factory=dict)
    """By width: whether bold or italic is on after it."""

    @property
    def widths(self) -> tuple[int, ...]:
        """The marks that it can be; four and more asterisks are none."""
        return {1: (1,), 2: (2,), 3: (2, 1)}.get(self.count, ())

    def switch(self, width: int, *, on: bool) -> None:
        """Be (part of) a mark."""
        self.used += width
        self.switches[width] = on


_Node = str | _Stars | Citation | Footnote


def _bracket_partners(text: str) -> dict[int, int]:
    """Find the close of each ``[`` that stands in a ``^[`` or alone. One pass, so that hostile text stays linear."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for token in _TOKEN.finditer(text):
        if token[0] in ("[", "^["):
            waiting.append(token.end() - 1)
        elif token[0] == "]" and waiting:
            partners[waiting.pop()] = token.start()
    return partners


def _pieces(text: str, partners: dict[int, int], unclosed: list[str]) -> Iterator[Piece]:
    nodes = list(_nodes(text, 0, len(text), partners, unclosed, in_note=False))
    _pair(nodes, unclosed)
    return _flatten(nodes)


def _nodes(
    text: str, start: int, end: int, partners: dict[int, int], unclosed: list[str], *, in_note: bool
) -> Iterator[_Node]:
    """Return the nodes of ``text[start:end]``, in order, with asterisks not yet paired."""
    at = start
    while token := _TOKEN.search(text, at, end):
        if token.start() > at:
            yield text[at : token.start()]
        at = token.end()
        mark = token[0]
        if mark.startswith("*"):
            yield _stars(text, token.start(), token.end(), start, end)
        elif mark.startswith("[["):
            yield Citation(mark[2:-2])
        elif mark.startswith("\\"):
            yield mark[1]
        elif mark == "^[":
            close = partners.get(at - 1, end)
            if in_note or close >= end or not text[at:close].strip():
                unclosed.append(mark)
                yield mark
            else:
                yield _note(text, at, close, partners, unclosed)
                at = close + 1
        else:
            yield mark
    if at < end:
        yield text[at:end]


def _note(text: str, start: int, end: int, partners: dict[int, int], unclosed: list[str]) -> Footnote:
    nodes = list(_nodes(text, start, end, partners, unclosed, in_note=True))
    _pair(nodes, unclosed)
    return Footnote(tuple(piece for piece in _flatten(nodes) if not isinstance(piece, Footnote)))


def _stars(text: str, first: int, last: int, start: int, end: int) -> _Stars:
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    count = last - first
    may_open, may_close = not after.isspace(), not before.isspace()
    if count == 1:
        may_open = may_open and not before.isalnum()
        may_close = may_close and not after.isalnum()
    return _Stars(count, may_open, may_close)


def _pair(nodes: list[_Node], unclosed: list[str]) -> None:
    """Give each run of asterisks its meaning. Bold and italic are paired apart; of each, one can be open."""
    openers: dict[int, _Stars] = {}
    for node in [*nodes, "\n"]:
        if node == "\n":
            unclosed.extend("*" * width for width in (2, 1) if width in openers)
            openers.clear()
        elif isinstance(node, _Stars):
            closed = [width for width in node.widths if node.may_close and width in openers]
            for width in closed:
                openers.pop(width).switch(width, on=True)
                node.switch(width, on=False)
            if node.may_open and not closed:
                unclosed.extend("*" * width for width in node.widths if width in openers)
                openers |= dict.fromkeys(node.widths, node)


def _flatten(nodes: Iterable[_Node]) -> Iterator[Piece]:
    """The pieces of paired nodes; neighbouring texts of one formatting are one piece."""
    bold = italic = False
    text = ""
    for node in _spread(nodes):
        if isinstance(node, str):
            text += node
            continue
        if text:
            yield Text(text, bold, italic)
            text = ""
        match node:
            case _Stars(switches=switches):
                bold, italic = switches.get(2, bold), switches.get(1, italic)
            case Citation(code=code):
                yield Citation(code, bold, italic)
            case Footnote():
                yield node
    if text:
        yield Text(text, bold, italic)


def _spread(nodes: Iterable[_Node]) -> Iterator[_Node]:
    """The nodes, asterisks that are left over as text: before what opens, after what closes."""
    for node in nodes:
        if not isinstance(node, _Stars):
            yield node
            continue
        rest = "*" * (node.count - node.used)
        if not node.switches:
            yield rest
        elif any(node.switches.values()):
            yield from (rest, node)
        else:
            yield from (node, rest)
