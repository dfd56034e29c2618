"""The base of every record: one row of a sheet, typed and frozen, with its place beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Annotated, Any, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as pydantic_dataclass
from pydantic.fields import FieldInfo

from cchc_docs.data.fields import Context, Kind
from cchc_docs.data.read.source import Layout, SheetShape
from cchc_docs.text.normal import key

__all__ = [
    "Annotated",
    "FieldOfSheet",
    "NextYear",
    "Record",
    "RecordType",
    "blank",
    "changed",
    "column",
    "own_values",
    "row_of",
    "values_of",
]

R = TypeVar("R", bound="Record")
_PERSONAL = "personal"


def column(heading: str, note: str, default: Any = ..., *, personal: bool = False) -> Any:
    """Declare a column: its accented heading, and the note that a blank form shows; required without ``default``.

    ``personal``: it tells of a private person. Each row of such a sheet is seen by the document about it, by no other.
    """
    return Field(default, title=heading, description=note, json_schema_extra={_PERSONAL: personal})


class NextYear(Enum):
    """The ways to treat a sheet of the data file when the next year's file is made from it."""

    KEEP = auto()
    """Every row stays."""
    KEEP_EXISTING_UNITS = auto()
    """Rows of units that still exist stay."""
    KEEP_SIGNERS = auto()
    """Rows stay, but for signers of units that are no more; a person looks again."""
    KEEP_YEAR_ONLY = auto()
    """Of all columns only the year stays, and is the new one."""
    KEEP_UNFINISHED = auto()
    """Tasks that are not done stay."""
    RENEW = auto()
    """Blank, to be filled in before the year's first document."""
    BEGIN_ANEW = auto()
    """Blank, and filled as the year goes on."""
    TELL_WHAT_IS_OPEN = auto()
    """Blank; what is still to be done about last year's rows is told."""


@dataclass(frozen=True, slots=True)
class FieldOfSheet:
    """One column of a sheet as declared."""

    name: str
    heading: str
    note: str
    kind: Kind
    required: bool
    default: object = None
    """The meaning of a blank cell, where the column is not required."""
    personal: bool = False


@dataclass(frozen=True, slots=True)
class _About:
    """The sheet of a class, as the class declares it."""

    sheet: str
    sheet_key: str
    about: str
    layout: Layout
    names: tuple[str, ...]
    continued_by: str
    columns: tuple[FieldOfSheet, ...]
    adapter: TypeAdapter[Any]
    order: int
    next_year: NextYear | None


class RecordType(type):
    """The type of a record class: the name of its sheet, its layout, its columns.

    All this can be asked of the class only. A record has its values and nothing else, so a template that holds one
    sees no machinery, and a column of the clerk's own may be called anything (*Copy*, *Layout*).

    A class says ``class NoiNhan(Record, sheet="Nơi nhận", order=140, next_year=NextYear.KEEP, about="…")``
    and declares each field with ``column``. ``key(heading)`` is the field's name; a test holds it. Nothing else is
    needed for a sheet of the data file: ``sheets`` finds it.
    """

    _about: _About

    def __new__(  # noqa: PLR0913 - all that a class statement can say of a sheet
        mcs,
        name: str,
        bases: tuple[type, ...],
        body: dict[str, Any],
        /,
        *,
        sheet: str = "",
        about: str = "",
        layout: Layout = Layout.LIST,
        names: tuple[str, ...] = (),
        continued_by: str = "",
        order: int = 0,
        next_year: NextYear | None = None,
    ) -> "RecordType":
        """Make the class; ``Record`` itself, which has no sheet, stays plain."""
        if bool(order) is not bool(next_year):
            raise TypeError(f"{name}: a sheet of the data file has its order and what becomes of it in the next year.")
        cls = super().__new__(mcs, name, bases, body)
        if sheet:
            # Values stay out of exceptions: the log of a bug of ours may be sent to us, with nobody's address in it.
            config = ConfigDict(extra="allow", arbitrary_types_allowed=True, hide_input_in_errors=True)
            decorate: Any = pydantic_dataclass(frozen=True, eq=False, repr=False, config=config)
            made = decorate(cls)
            columns = tuple(_declared(field, info) for field, info in made.__pydantic_fields__.items())
            cls._about = _About(
                sheet, key(sheet), about, layout, names, continued_by, columns, TypeAdapter(made), order, next_year
            )
        return cls

    @property
    def sheet(cls) -> str:
        """The sheet's name as the office knows it: *Đơn vị*."""
        return cls._about.sheet

    @property
    def sheet_key(cls) -> str:
        """The sheet's name in templates: ``don_vi``."""
        return cls._about.sheet_key

    @property
    def about(cls) -> str:
        """The purpose of the sheet, in one Vietnamese sentence; the blank form shows it."""
        return cls._about.about

    @property
    def layout(cls) -> Layout:
        """The layout of the sheet: one record or a list of them."""
        return cls._about.layout

    @property
    def names(cls) -> tuple[str, ...]:
        """Fields by which other sheets may call the record: code, name, aliases."""
        return cls._about.names

    @property
    def continued_by(cls) -> str:
        """The key field; a row that leaves it blank continues the record above."""
        return cls._about.continued_by

    @property
    def order(cls) -> int:
        """The sheet's place in the data file, by number; 0 for what is no sheet of the data file."""
        return cls._about.order if hasattr(cls, "_about") else 0

    @property
    def next_year(cls) -> NextYear:
        """Return the way to treat the sheet when the next year's data file is made."""
        found = cls._about.next_year
        assert found is not None, "asked of a sheet of the data file"
        return found

    @property
    def is_personal(cls) -> bool:
        """True if the rows tell of private persons: each is only for the document about it."""
        return any(field.personal for field in cls.columns())

    def columns(cls) -> tuple[FieldOfSheet, ...]:
        """The declared columns, in the order of the form."""
        return cls._about.columns

    def shape(cls) -> SheetShape:
        """The shape of this sheet, by which a reader finds its headings."""
        headings = {field.name: field.heading for field in cls.columns()}
        return SheetShape(cls.sheet, cls.layout, tuple(headings.values()), headings.get(cls.continued_by, ""))


class Record(metaclass=RecordType):
    """One row of a sheet. Columns that the clerk added are attributes too; two rows are never equal."""

    _row = -1

    def __str__(self) -> str:
        """Return the name of the record, which a reference to it prints."""
        values = vars(self)
        return str(values.get("ten") or values.get("ma") or "")


def read_row(cls: type[R], cells: Mapping[str, Any], row: int, context: Context) -> R:
    """The record that ``cells`` of row ``row`` mean. Raises pydantic's ValidationError."""
    record: R = cls._about.adapter.validate_python(cells, context=context)
    vars(record)["_row"] = row  # beside its values, which are frozen
    return record


def blank(cls: type[R]) -> R:
    """A record of which every field is the blank text: it stands for a row that could not be read."""
    record = object.__new__(cls)
    vars(record).update(dict.fromkeys((field.name for field in cls.columns()), ""))
    return record


def changed(record: R, values: Mapping[str, object]) -> R:
    """A record of the same row with other ``values``; what they do not name stays."""
    other = object.__new__(type(record))
    vars(other).update({**vars(record), **values})
    return other


def row_of(record: Record) -> int:
    """The index of the record's row in its sheet (``Sheet.rows``)."""
    return record._row  # noqa: SLF001 - kept from templates, not from us


def values_of(record: Record) -> dict[str, Any]:
    """All values of the record by name: of the declared columns, then of the clerk's own."""
    return {name: value for name, value in vars(record).items() if not name.startswith("_")}


def own_values(record: Record) -> dict[str, Any]:
    """The values of the columns that the clerk added, by name."""
    declared = {field.name for field in type(record).columns()}
    return {name: value for name, value in values_of(record).items() if name not in declared}


def _declared(name: str, info: FieldInfo) -> FieldOfSheet:
    kind = next(meta for meta in info.metadata if isinstance(meta, Kind))
    extra = info.json_schema_extra
    personal = isinstance(extra, dict) and bool(extra.get(_PERSONAL))
    heading, note = info.title or name, info.description or ""
    return FieldOfSheet(name, heading, note, kind, info.is_required(), info.get_default(), personal)
