"""Describe how a run or a paragraph looks in Word once every style, theme and default has had its say.

Lengths of paragraphs and sections are twips (1/1440 inch, 1 cm = 567), as Word files have them; sizes are pt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

TWIPS_PER_MM = 1440 / 25.4
TWIPS_PER_PT = 20


def mm(twips: float) -> float:
    """Twips as millimetres.

    >>> round(mm(567), 1)
    10.0
    """
    return twips / TWIPS_PER_MM


@dataclass(frozen=True, slots=True)
class RunFormat:
    """The format of a piece of text. ``ascii`` serves ASCII letters, ``hansi`` all other letters of Latin script."""

    ascii: str = "Times New Roman"
    hansi: str = "Times New Roman"
    east_asia: str = ""
    cs: str = ""
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    underline: str = ""
    """The kind of underline (``single``), ``""`` for none."""
    color: str = ""
    """Six hex digits, ``""`` for automatic (black on white)."""
    raised: str = ""
    """``superscript`` or ``subscript``."""


@dataclass(frozen=True, slots=True)
class Border:
    """A border of a paragraph or cell: its kind (``single``), its width in pt, its colour as in ``RunFormat``."""

    kind: str
    width: float
    color: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """The format of a paragraph: lengths in twips, ``before``, ``after`` and exact ``line`` in pt.

    ``first`` is the indent of the first line against ``left``, negative where it hangs. With ``line_rule`` ``auto``,
    ``line`` counts lines (1.5); else it is pt.
    """

    style: str = ""
    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    line_rule: str = "auto"
    contextual: bool = False
    keep_next: bool = False
    page_break_before: bool = False
    outline: int = 9
    list_id: str = ""
    list_level: int = 0
    borders: Mapping[str, Border] = field(default_factory=dict, hash=False)
    tabs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one format, and the run that holds it from letter ``offset`` on."""

    text: str
    format: RunFormat
    run: object
    offset: int = 0
