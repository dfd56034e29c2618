"""Clocks and memory, so that what is compared is compared fairly.

What is compared runs in one run, in turn, several rounds; a ratio is taken within each round. Where one process does
all the work, the time is that of the processor, so that whatever else the machine does at that moment does not count.
"""

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from benchmarks.results import Line

T = TypeVar("T")
_LAUNCH = Path(__file__).with_name("launch.py")


def in_turn(tasks: Mapping[str, Callable[[], T]], rounds: int) -> dict[str, list[T]]:
    """What each task gives, in turn, after one round that does not count."""
    given: dict[str, list[T]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            one = task()
            if number:
                given[name].append(one)
    return given


def interleaved(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The processor's seconds that each task takes in this process, in turn."""
    return in_turn({name: partial(timed, task) for name, task in tasks.items()}, rounds)


def timed(task: Callable[[], object]) -> float:
    """The processor's seconds that ``task`` takes, without collecting the garbage of the task before it."""
    gc.collect()
    start = time.process_time()
    task()
    return time.process_time() - start


def line(part: str, what: str, values: Sequence[float], unit: str, **goal: float) -> Line:
    """The median of the rounds, with their spread. ``goal`` is ``at_least`` or ``at_most``."""
    return Line(part, what, median(values), unit, min(values), max(values), **goal)


def ratios(above: Sequence[float], below: Sequence[float]) -> list[float]:
    """``above`` to ``below``, round by round."""
    return [one / other for one, other in zip(above, below, strict=True)]


def scaled(values: Sequence[float], factor: float) -> list[float]:
    """The values times ``factor``: into another unit, or for one of many."""
    return [value * factor for value in values]


def peak_of(process: str | int = "self") -> float:
    """The most memory that a process has held so far, in MB (Linux only).

    Not ``ru_maxrss``: a child starts with its parent's, however little it holds itself.
    """
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    return next((int(row.split()[1]) / 1024 for row in status.splitlines() if row.startswith("VmHWM:")), 0.0)


class Failed(Exception):
    """A command that is measured does not do its work, so there is no figure to print."""

    def __init__(self, command: Sequence[str | Path], complaint: str) -> None:
        super().__init__(f"{' '.join(map(str, command))}\n{complaint.strip()}")


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took, with the processes that it started and waited for.

    ``seconds`` by the clock on the wall, ``work`` by the processor, ``peak`` in MB of the process that held the most.
    """

    seconds: float
    work: float
    peak: float
    code: int
    """Its exit code."""


def run(command: Sequence[str | Path], *, tree: Path | None = None, good: Container[int] = (0,)) -> Run:
    """Run a command to its end, with the Python code of the checkout ``tree`` if one is named.

    Raises ``Failed`` with what it complains of where its exit code is not a ``good`` one.
    """
    launch = [sys.executable, "-I", "-S", _LAUNCH, *command]
    environment = os.environ | ({"PYTHONPATH": str(tree)} if tree else {})
    done = subprocess.run(launch, env=environment, check=True, capture_output=True)  # noqa: S603 - our own
    taken = Run(**json.loads(done.stdout))
    if taken.code not in good:
        raise Failed(command, done.stderr.decode())
    return taken


def gain_of_two() -> float:
    """How many times faster two processes do on this machine, at this moment, what one does: two at best."""
    work = [sys.executable, "-c", "for _ in range(20): sum(n * n for n in range(100_000))"]
    took = []
    for count in (1, 2):
        start = time.perf_counter()
        for process in [subprocess.Popen(work) for _ in range(count)]:  # noqa: S603 - our own
            process.wait()
        took.append(time.perf_counter() - start)
    alone, together = took
    return 2 * alone / together


def answer_of(command: Sequence[str | Path]) -> Any:
    """What a command of ours prints, read as JSON. Raises ``Failed`` where it fails."""
    done = subprocess.run([str(word) for word in command], check=False, capture_output=True)  # noqa: S603 - our own
    if done.returncode:
        raise Failed(command, done.stderr.decode())
    return json.loads(done.stdout)
