"""What was measured: lines of a table, and the same as JSON."""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One figure. ``low`` and ``high`` are the smallest and the largest of the rounds, ``value`` is their median.

    ``at_least`` and ``at_most`` are the goal; a line with neither only informs.
    """

    part: str
    what: str
    value: float
    unit: str
    low: float | None = None
    high: float | None = None
    at_least: float | None = None
    at_most: float | None = None

    @property
    def is_reached(self) -> bool | None:
        """Whether the goal is reached; ``None`` where there is none."""
        if self.at_least is None and self.at_most is None:
            return None
        return (self.at_least is None or self.value >= self.at_least) and (
            self.at_most is None or self.value <= self.at_most
        )

    def cells(self) -> tuple[str, ...]:
        """The line of the printed table."""
        spread = f"{_short(self.low)} – {_short(self.high)}" if self.low is not None and self.high is not None else ""
        bounds = [f"≥ {self.at_least:g}"] if self.at_least is not None else []
        bounds += [f"≤ {self.at_most:g}"] if self.at_most is not None else []
        verdict = {None: "", True: "yes", False: "NO"}[self.is_reached]
        return self.part, self.what, f"{_short(self.value)} {self.unit}", spread, ", ".join(bounds), verdict


HEAD = ("part", "what", "median", "of rounds", "goal", "reached")


def _short(value: float) -> str:
    """Three figures are more than such a measurement is good for.

    >>> _short(0.01234), _short(27.94), _short(1234.5)
    ('0.0123', '27.9', '1234')
    """
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def table(lines: Sequence[Line]) -> str:
    """The lines as a table of plain text."""
    rows = [HEAD, *(line.cells() for line in lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    aligned = (
        "  ".join(
            cell.rjust(width) if number in {2, 3} else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join(aligned)


def write_json(path: Path, lines: Iterable[Line], *, quick: bool) -> None:
    """The lines for programs; ``quick`` tells a reduced run, whose figures say little of the goals."""
    document = {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "quick": quick,
        "lines": [asdict(line) | {"is_reached": line.is_reached} for line in lines],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
