"""Kinds of value: each has a name, a reader, and what a blank form offers for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Literal, Protocol

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from cchc_docs.data.read.source import BadCell, Percent, Raw
from cchc_docs.text.formats import plain_number, short_date

_SHOWN = 40
"""Characters of a bad value that a message repeats."""


class Unreadable(ValueError):
    """A cell that cannot be read as its kind. ``what`` and ``hint`` are sentences for the person who mends it."""

    def __init__(self, code: str, what: str, hint: str = "") -> None:
        self.code, self.what, self.hint = code, what, hint
        super().__init__(what)


class AlreadyReported(ValueError):
    """The cell refers to a row that was reported as bad itself: nothing more to say."""


class Lookup(Protocol):
    """The other sheets, as references need to know them."""

    def find(self, sheet_key: str, name: str) -> object | None:
        """The record that ``name`` (code, name or alias) means; None if there is none. Raises AlreadyReported."""

    def names(self, sheet_key: str) -> Sequence[str]:
        """All names by which records of the sheet can be called, for suggestions."""

    def title(self, sheet_key: str) -> str:
        """The sheet's name as the office knows it: *Đơn vị*."""


@dataclass(slots=True)
class Remark:
    """Something worth saying of a value that could be read: a *lưu ý*, or a *cảnh báo* where ``grave``."""

    field: str
    code: str
    what: str
    hint: str
    grave: bool


@dataclass(slots=True)
class Context:
    """The surroundings of a row that a reader may ask about."""

    lookup: Lookup
    year: int | None = None
    """The plan's year: completes deadlines such as *Trước ngày 15/12*."""
    field_name: str = ""
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, code: str, what: str, hint: str = "", *, grave: bool = False) -> None:
        """Note something about the value being read; its place follows from the row and the field."""
        self.remarks.append(Remark(self.field_name, code, what, hint, grave))


Reader = Callable[[Raw, Context], Any]


@dataclass(frozen=True, slots=True)
class CellForm:
    """The cells of a kind in a form: Excel's number format, the column's width in characters, what may be typed."""

    # Text cells are Text to Excel too, or it would make a date of 3-3 and a formula of "- Ban hành".
    number_format: str = "@"
    width: int = 16
    holds: Literal["text", "integer", "decimal", "date", "figure"] = "text"
    """*figure*: a number, or a sign in its place; Excel refuses nothing there."""

    @property
    def holds_numbers(self) -> bool:
        """Return True if a number typed there is a number to Excel too."""
        return self.holds in {"integer", "decimal", "figure"}


@dataclass(frozen=True)
class Kind:
    """A kind of value, as the vocabulary names it (``chữ``, ``số đếm``, ``tham chiếu: Đơn vị; nhiều`` …)."""

    name: str
    read: Reader
    example: str = ""
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    many: bool = False
    only_suggests: bool = False
    """True if other values than ``choices`` are welcome too."""
    cell: CellForm = CellForm()
    has_markup: bool = False
    """True if marks in the text (``**đậm**`` …) are formatting."""
    keeps_lines: bool = False
    """True if a line break that the clerk typed is printed as one."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def _validate(self, raw: Any, info: ValidationInfo) -> Any:
        context = info.context
        if not isinstance(context, Context):
            raise TypeError("a record is validated with a fields.Context")
        context.field_name = info.field_name or ""
        return self.read(raw, context)


def as_text(raw: Raw) -> str:
    """A raw cell as an office would write it: decimal comma, ``15/01/2026``, ``99%``, ``có``/``không``.

    >>> as_text(Decimal("0.5")), as_text(date(2026, 3, 5)), as_text(Percent(Decimal(99))), as_text(True)
    ('0,5', '05/3/2026', '99%', 'có')
    """
    match raw:
        case None:
            return ""
        case str():
            return raw
        case bool():
            return "có" if raw else "không"
        case Percent(value):
            return as_text(value) + "%"
        case Decimal():
            return plain_number(raw)
        case datetime():
            return f"{raw:%H:%M} {short_date(raw)}"
        case date():
            return short_date(raw)
        case time():
            return f"{raw:%H:%M}"
        case BadCell():
            raise Unreadable(raw.code, raw.what, raw.hint)
        case _:
            return str(raw)


def short(text: str) -> str:
    """``text`` as a message repeats it: its beginning, if it is long."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
