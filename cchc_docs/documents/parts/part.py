"""Describe a computed part: its code, the names that it gives to a template, the roles that it cites."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, Protocol

from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.subjects import Subject


class Computed(Protocol):
    """A computed part, prepared once for a data file. It travels to the workers that render, so it can be pickled."""

    def of(self, subject: Subject) -> object | None:
        """Its names for the document about ``subject``: a value of ``Part.names``; None where it has none."""


@dataclass(frozen=True, slots=True)
class Part:
    """A computed part: a module of this folder that has one as ``PART`` adds it to those that a type may name."""

    name: str
    """The name of the part in the ``.yaml``."""
    make: Callable[[Inputs], Computed]
    names: type
    """The names that it gives: a dataclass, its fields ``noted`` with meaning and origin."""
    roles: Sequence[str] = ()
    """The roles of the types whose papers it cites."""


@dataclass(frozen=True, slots=True)
class ToldName:
    """A name as a template author is told of it; blank where the sheet of the same name tells it."""

    name: str
    meaning: str
    origin: str


def told(names: type) -> Iterator[ToldName]:
    """The names of a dataclass that a part gives."""
    for one in fields(names):
        yield ToldName(one.name, str(one.metadata["note"]), str(one.metadata["origin"]))


def by_name(found: object | None) -> dict[str, Any]:
    """Return what a part found, by name."""
    return {} if found is None else {one.name: getattr(found, one.name) for one in fields(found)}  # type: ignore[arg-type]
