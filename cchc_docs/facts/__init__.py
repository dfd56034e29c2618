"""What law and forms fix, as tables with their source: one CSV file a subject, each with a ``nguon`` column."""

import csv
from functools import cache
from importlib import resources


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``facts/<name>.csv``, each as heading -> text. Lines that begin with ``#`` are remarks."""
    text = (resources.files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
