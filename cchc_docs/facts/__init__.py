"""Facts as tables, one CSV file a subject: what law and forms fix, each row with its source in the column ``nguon``.

``van_de`` is the one table of our own making: the codes of problems, a contract for machines.
"""

import csv
from datetime import date
from functools import cache
from importlib import resources


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``facts/<name>.csv``, each as heading -> text. Lines that begin with ``#`` are remarks."""
    text = (resources.files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def in_force(name: str, day: date | None) -> tuple[dict[str, str], ...]:
    """The rows of ``facts/<name>.csv`` that hold on ``day``: from ``tu_ngay`` to ``den_ngay``, blank for open ends.

    Days stand as ``2025-07-01``. Without a day: the rows whose end is open.
    """
    when = day.isoformat() if day else "9999-12-31"
    return tuple(row for row in table(name) if row["tu_ngay"] <= when <= (row["den_ngay"] or when))
