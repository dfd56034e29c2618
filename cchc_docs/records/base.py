"""What every record is: one row of a sheet, typed and frozen, with its place beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, SerializeAsAny
from pydantic.fields import FieldInfo

from cchc_docs.fields import Kind
from cchc_docs.read.source import Layout, Shape
from cchc_docs.text import key

__all__ = ["Annotated", "FieldOfSheet", "Record", "SerializeAsAny", "column"]


def column(heading: str, note: str, default: Any = ...) -> Any:
    """Declare a column: its accented heading, and the note that a blank form shows; required without ``default``."""
    return Field(default, title=heading, description=note)


@dataclass(frozen=True, slots=True)
class FieldOfSheet:
    """One column of a sheet as declared."""

    name: str
    heading: str
    note: str
    kind: Kind
    required: bool


class Record(BaseModel):
    """One row of a sheet. Columns that the clerk added are attributes too (``extra="allow"``).

    Subclasses say ``class DonVi(Record, sheet="Đơn vị")`` and declare each field with ``column``. ``key(heading)``
    is the field's name; a test holds it.
    """

    model_config = ConfigDict(frozen=True, extra="allow", arbitrary_types_allowed=True)

    sheet: ClassVar[str] = ""
    sheet_key: ClassVar[str] = ""
    about: ClassVar[str] = ""
    """What the sheet is for, in one Vietnamese sentence; the blank form shows it."""
    layout: ClassVar[Layout] = Layout.LIST
    names: ClassVar[tuple[str, ...]] = ()
    """Fields by which other sheets may call the record: code, name, aliases."""
    continued_by: ClassVar[str] = ""
    """The key field; a row that leaves it blank continues the record above."""

    _row: int = PrivateAttr(default=-1)

    def __init_subclass__(cls, *, sheet: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if sheet:
            cls.sheet, cls.sheet_key = sheet, key(sheet)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Accept ``sheet=`` in the class statement (pydantic passes it here again)."""

    def __str__(self) -> str:
        """What a reference to this record prints: its name."""
        return str(getattr(self, "ten", None) or getattr(self, "ma", ""))

    def __hash__(self) -> int:
        """By identity of the row: two rows are two records."""
        return hash((self.sheet_key, self._row))

    @property
    def row(self) -> int:
        """The index of the record's row in its sheet (``Sheet.rows``)."""
        return self._row

    @classmethod
    def columns(cls) -> Iterator[FieldOfSheet]:
        """The declared columns, in the order of the form."""
        for name, info in cls.model_fields.items():
            if info.title:
                yield FieldOfSheet(name, info.title, info.description or "", _kind(info), info.is_required())

    @classmethod
    def shape(cls) -> Shape:
        """What a reader needs to find this sheet's headings."""
        headings = {field.name: field.heading for field in cls.columns()}
        return Shape(cls.sheet, cls.layout, tuple(headings.values()), headings.get(cls.continued_by, ""))


def _kind(info: FieldInfo) -> Kind:
    return next(meta for meta in info.metadata if isinstance(meta, Kind))
