"""Clocks and memory, so that what is compared is compared fairly.

What is compared runs in one run, in turn, several rounds; a ratio is taken within each round. Where one process does
all the work, the time is that of the processor, so that whatever else the machine does at that moment does not count.
"""

import gc
import json
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.results import Line

Clock = Callable[[], float]
"""Seconds that have passed since some moment."""


def interleaved(
    tasks: Mapping[str, Callable[[], object]], rounds: int, clock: Clock = time.process_time
) -> dict[str, list[float]]:
    """The seconds that each task takes by ``clock``, in turn, after one round that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            taken = timed(task, clock)
            if number:
                seconds[name].append(taken)
    return seconds


def timed(task: Callable[[], object], clock: Clock = time.process_time) -> float:
    """The seconds that ``task`` takes, without collecting the garbage of the task before it."""
    gc.collect()
    start = clock()
    task()
    return clock() - start


def children_time() -> float:
    """The processor's seconds in all processes that this one started and that have ended (not on Windows)."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
    """What a command took, with the processes that it started.

    ``seconds`` by the clock on the wall, ``work`` by the processor, ``peak`` in MB of the process that held the most.
    """

    seconds: float
    work: float
    peak: float


def run(command: Sequence[str | Path], *, watch: bool = False) -> Run:
    """Run a command to its end; ``watch`` its memory and that of the processes that it starts.

    Raises ``Failed`` with what it complains of where it fails.
    """
    arguments = [str(word) for word in command]
    start, work = time.perf_counter(), children_time()
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:  # noqa: S603 - our own
        watcher = _Watcher(process.pid)
        if watch:
            watcher.start()
        _, errors = process.communicate()
        seconds = time.perf_counter() - start
        watcher.stopped.set()
    if process.returncode:
        raise Failed(arguments, errors.decode())
    return Run(seconds, children_time() - work, watcher.peak)


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


class _Watcher(threading.Thread):
    """Looks at the peaks of a process and of its children, twenty times a second, since they are gone with them."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.peak = 0.0
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.wait(0.05):
            for one in _family(self.process):
                try:
                    self.peak = max(self.peak, peak_of(one))
                except OSError:  # ended between the two looks
                    continue


def _family(process: int) -> list[int]:
    """A process and all that it started, and they in turn."""
    family = [process]
    for one in family:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                family += map(int, children.read_text(encoding="ascii").split())
            except OSError:
                continue
    return family


def answer_of(command: Sequence[str | Path]) -> Any:
    """What a command of ours prints, read as JSON. Raises ``Failed`` where it fails."""
    done = subprocess.run([str(word) for word in command], check=False, capture_output=True)  # noqa: S603 - our own
    if done.returncode:
        raise Failed(command, done.stderr.decode())
    return json.loads(done.stdout)
