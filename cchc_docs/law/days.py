"""Days as the tables write them: ``2025-07-01``, blank, ``?`` for unknown, ``<=2025-07-01`` for at the latest then."""

from datetime import date

UNKNOWN = "?"
AT_THE_LATEST = "<="


def day_of(text: str) -> date | None:
    """The day, or None where the cell is blank or unknown."""
    return None if text in {"", UNKNOWN} else date.fromisoformat(text)


def listed(text: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, parted by ``;``.

    >>> listed("367/2025/NĐ-CP; 309/2026/NĐ-CP"), listed("")
    (('367/2025/NĐ-CP', '309/2026/NĐ-CP'), ())
    """
    return tuple(part.strip() for part in text.split(";") if part.strip())
