"""Descriptions of the computed parts of a document, in a template author's words."""

import dataclasses
from typing import Any


def noted(note: str, origin: str = "") -> Any:
    """A required dataclass field that carries ``note`` for the dictionary that ``cchc xem`` prints.

    ``origin`` is the sheet and column that it comes from, where that is not the origin of the whole.
    """
    return dataclasses.field(metadata={"note": note, "origin": origin})
