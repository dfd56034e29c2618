"""The result of reading, whatever the file was: sheets of raw cells, and the place of each cell.

A value is raw: text is cleaned (``cchc_docs.text.normal.clean``) but not understood. Places are computed from row and
column, not stored per cell.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from cchc_docs.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Percent:
    """A percent cell, by what it shows: 99 for a cell that holds 0.99 and shows 99 %."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell whose value cannot be had; ``what`` and ``hint`` are sentences for the person who mends it."""

    code: str
    what: str
    hint: str


Raw = None | str | bool | int | Decimal | date | datetime | time | Percent | BadCell
"""``None`` is a blank cell. ``datetime`` is used only where the cell has a time of day, else ``date``."""


class Layout(StrEnum):
    """The layout of a sheet; the values are the words of the vocabulary table."""

    RECORD = "một bản ghi"
    """Two columns, *Mục* and *Nội dung*; one record in all."""
    LIST = "danh sách"
    """A heading row, then a row a record."""
    MATRIX = "ma trận"
    """A row a unit, a column an indicator, whose code is the heading (``3-3.1.2``)."""


@dataclass(frozen=True, slots=True)
class SheetShape:
    """The shape of a sheet, by which a reader finds its headings; nothing of their meaning."""

    name: str
    layout: Layout
    headings: tuple[str, ...]
    continued_by: str = ""
    """Heading of the key column; a blank key continues the row above, so a merged key is not filled down."""


Vocabulary = Mapping[str, SheetShape]
"""Known sheets by key (``nhiem_vu``). A key that ends with ``_`` stands for all sheets whose keys begin so:
``so_lieu_`` for ``so_lieu_quy_1`` and the like."""


def shape_of(vocabulary: Vocabulary, sheet_key: str) -> SheetShape | None:
    """The shape of the sheet called ``sheet_key``; ``None`` for a sheet of the office's own."""
    if sheet_key in vocabulary:
        return vocabulary[sheet_key]
    return next((shape for known, shape in vocabulary.items() if stands_for(known, sheet_key)), None)


def stands_for(known: str, sheet_key: str) -> bool:
    """Return True if ``known``, a key of a vocabulary, stands for the sheet called ``sheet_key``."""
    return known == sheet_key or (known.endswith("_") and sheet_key.startswith(known))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its key, its heading as typed, its number in the file (from 0), where the heading is."""

    key: str
    heading: str
    number: int
    place: Place


class Locate(Protocol):
    """Gives the place of a cell from its row and column in ``Sheet.rows``; column -1 means the row as a whole."""

    def __call__(self, row: int, column: int) -> Place:  # noqa: D102 - the class says it
        ...


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of raw cells. ``rows[i][j]`` belongs to ``columns[j]``; blank rows are left out.

    A sheet of layout *một bản ghi* has exactly one row.
    """

    key: str
    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Raw]]
    locate: Locate

    def place(self, row: int, column_key: str = "") -> Place:
        """Return the place of the cell; of the row as a whole where there is no such column or none is asked for."""
        for index, column in enumerate(self.columns):
            if column.key == column_key:
                return self.locate(row, index)
        return self.locate(row, -1)

    @property
    def is_blank(self) -> bool:
        """True if no cell holds anything: a form of which only the headings are there."""
        return all(cell is None for row in self.rows for cell in row)

    def records(self) -> Iterator[dict[str, Raw]]:
        """Each row as a mapping from column key to cell, blank cells left out."""
        keys = [column.key for column in self.columns]
        for row in self.rows:
            yield {name: cell for name, cell in zip(keys, row, strict=True) if cell is not None}


@dataclass(frozen=True, slots=True)
class Source:
    """A data file as read: its sheets by key, in the file's order, and what was found wrong on the way."""

    file: str
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()
    """Keys of sheets that the file has but ``sheets`` has not, since they could not be read; ``problems`` tells why."""
