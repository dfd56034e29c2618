"""``cchc tao`` from one workbook, a document a unit, up to every commune of the country."""

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measure import Failed, answer_of, gain_of_two, line, ratios, scaled
from benchmarks.measure import run as run_command
from benchmarks.reading import UNITS
from benchmarks.results import Line
from benchmarks.working_folder import TYPE, make_folder

_SAMPLE = 200
"""Documents that docxtpl makes a round: its time for one does not depend on how many there are."""


@dataclass(slots=True)
class _Taken:
    """What runs of one size took, a number a round."""

    whole: dict[int, list[float]] = field(default_factory=lambda: {1: [], 2: []})
    """Seconds of ``cchc tao``, by workers."""
    work: dict[int, list[float]] = field(default_factory=lambda: {1: [], 2: []})
    """The processor's seconds of the same."""
    peak: list[float] = field(default_factory=list)
    stages: list[Mapping[str, float]] = field(default_factory=list)

    def stage(self, name: str) -> list[float]:
        return [one[name] for one in self.stages]


def run(folder: Path, *, quick: bool) -> Iterator[Line]:
    """Times of the stages and of the whole, how they grow, and docxtpl on the same contexts."""
    sizes = (80, 120, 160) if quick else (100, 1000, UNITS)
    workbooks = {units: make_folder(folder / str(units), units) for units in sizes}
    taken = {units: _Taken() for units in sizes}
    docxtpl: list[float] = []
    machine: list[float] = []
    stages = Path(__file__).with_name("stages.py")
    for _ in range(1 if quick else 5):
        machine.append(gain_of_two())
        for units, workbook in workbooks.items():
            _whole(workbook, units, taken[units])
            taken[units].stages.append(answer_of([sys.executable, stages, workbook]))
        sample = min(sizes[1], _SAMPLE // (4 if quick else 1))
        docxtpl.append(answer_of([sys.executable, stages, workbooks[sizes[1]], str(sample)]))
    for units, one in taken.items():
        yield from _lines(units, one)
    yield from _growth(taken)
    yield line("batch", "this machine: what 2 processes gain at all", machine, "×")
    most = sizes[-1]
    yield line("batch", f"docxtpl, one of the same {most} documents", scaled(docxtpl, 1000), "ms")
    loop = scaled(docxtpl, most)
    for workers, goal in ((1, {}), (2, {"at_least": 5})):
        whole = taken[most].whole[workers]
        yield line(
            "batch", f"{most} units: docxtpl loop / cchc tao --luong {workers}", ratios(loop, whole), "×", **goal
        )


def _whole(workbook: Path, units: int, taken: _Taken) -> None:
    """The command as a person runs it, into an empty folder."""
    peaks = []
    for workers in taken.whole:
        out = workbook.with_name("output")
        cchc = Path(sys.executable).with_name("cchc")
        command = [cchc, "tao", workbook, "--loai", TYPE, "--luong", str(workers), "--ra", out]
        done = run_command(command)
        take_away(command, out, units)
        taken.whole[workers].append(done.seconds)
        taken.work[workers].append(done.work)
        peaks.append(done.peak)
    taken.peak.append(max(peaks))


def take_away(command: Sequence[str | Path], out: Path, documents: int) -> None:
    """Remove the folder that a command wrote. Raises ``Failed`` where it has not so many documents as it should."""
    made = sum(1 for _ in out.rglob("*.docx"))
    shutil.rmtree(out, ignore_errors=True)
    if made != documents:
        raise Failed(command, f"It made {made} of {documents} documents.")


def _lines(units: int, taken: _Taken) -> Iterator[Line]:
    for name in taken.stages[0]:
        yield line("batch", f"{units} units: {name}", taken.stage(name), "s")
    for workers, seconds in taken.whole.items():
        yield line("batch", f"{units} units: cchc tao --luong {workers}", seconds, "s")
    goal = {} if units < UNITS else {"at_most": 500}
    yield line("batch", f"{units} units: peak of one process", taken.peak, "MB", **goal)


def _growth(taken: Mapping[int, _Taken]) -> Iterator[Line]:
    """What one more document costs the processor, between the sizes; and what a second worker brings."""
    few, some, many = taken
    for workers in (1, 2):
        first = _marginal(taken, few, some, workers)
        second = _marginal(taken, some, many, workers)
        what = f"one more document, --luong {workers}"
        yield line("batch", f"{what}, {few} to {some} units", scaled(first, 1000), "ms")
        yield line("batch", f"{what}, {some} to {many} units", scaled(second, 1000), "ms")
        yield line("batch", f"{what}: the second / the first", ratios(second, first), "×", at_least=0.85, at_most=1.15)
    one, two = (taken[many].stage(f"render, {name}") for name in ("1 worker", "2 workers"))
    yield line("batch", f"{many} units: rendering, 1 worker / 2 workers", ratios(one, two), "×", at_least=1.7)


def _marginal(taken: Mapping[int, _Taken], few: int, many: int, workers: int) -> list[float]:
    pairs = zip(taken[few].work[workers], taken[many].work[workers], strict=True)
    return [(longer - shorter) / (many - few) for shorter, longer in pairs]
