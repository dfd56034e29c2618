"""What law and forms fix, as tables with their source: one CSV file a subject, each with a ``nguon`` column."""

import csv
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib import resources


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``facts/<name>.csv``, each as heading -> text. Lines that begin with ``#`` are remarks."""
    text = (resources.files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def in_force(name: str, day: date) -> tuple[dict[str, str], ...]:
    """The rows of a table with *tu_ngay* and *den_ngay* (``02/7/2025``; blank: open) that are in force on ``day``."""
    return tuple(row for row in table(name) if _begins(row) <= day <= _ends(row))


def _begins(row: Mapping[str, str]) -> date:
    return _day(row["tu_ngay"]) if row["tu_ngay"] else date.min


def _ends(row: Mapping[str, str]) -> date:
    return _day(row["den_ngay"]) if row["den_ngay"] else date.max


def _day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day of a table
