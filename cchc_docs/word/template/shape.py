"""Describe a value before there is one: the names that may follow a dot, and what a loop over it gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shape:
    """The names below one name of a context, and what a template's author should know of it.

    ``parts`` are what may be asked of it by name; None: nobody knows, so nothing is wrong. A list has an ``item``: what
    a loop over it goes through.
    """

    parts: Mapping[str, "Shape"] | None = field(default_factory=dict)
    item: "Shape | None" = None
    note: str = ""
    """The meaning of the value, a sentence."""
    origin: str = ""
    """The source of the value: *trang “Đơn vị”, cột “Tên”*."""
    is_cell: bool = False
    """True if the value is the cell of a sheet; one that refers to another sheet has parts all the same."""
    is_private: bool = False
    """True if the value tells of a private person: no sample of it is shown."""

    @property
    def is_open(self) -> bool:
        """Return True if anything may be asked of the value."""
        return self.parts is None

    def at(self, path: str) -> "Shape":
        """Return the shape at a dotted name like those of ``Known.used``; ``ANYTHING`` where it leads nowhere."""
        here = self
        for step in path.replace("[]", ".[]").split("."):
            below = here.item if step == "[]" else (here.parts or {}).get(step)
            if below is None:
                return ANYTHING
            here = below
        return here


ANYTHING = Shape(parts=None)
"""A value of which nothing is known."""
VALUE = Shape()
"""A text, a number, a day: it is printed, and has no parts."""


@dataclass(slots=True)
class Known:
    """The names that a context will have, and what reading a template against them finds. A template that is given them
    is checked for names that nobody will give it, in branches and loops that no data at hand reaches too."""

    names: Mapping[str, Shape]
    used: dict[str, set[str]] = field(default_factory=dict)
    """The dotted names that tags ask for (``van_ban.so_ky_hieu``; an item of a list is ``[]``), each with its tags."""
    text: list[str] = field(default_factory=list)
    """The paragraphs of the template, with their tags."""
