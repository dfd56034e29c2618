"""What a computed part of a document is, in a template author's words."""

import dataclasses
from typing import Any


def noted(note: str) -> Any:
    """A required dataclass field that carries ``note`` for the dictionary that ``cchc xem`` prints."""
    return dataclasses.field(metadata={"note": note})
