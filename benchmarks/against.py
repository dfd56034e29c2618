"""The command line of this checkout beside that of another, as people run it: processor and memory, new to old."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.checking import PARAGRAPHS, report
from benchmarks.end_to_end import take_away
from benchmarks.measure import Run, in_turn, line, ratios, scaled
from benchmarks.measure import run as run_command
from benchmarks.results import Line
from benchmarks.working_folder import TYPE, make_folder

HERE = Path(__file__).parent.parent
_WORSE = 1.1
"""A ratio up to here is what two runs of the same code may differ by."""
_FINDS = 1
"""The exit code of a command that has found something to mend."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What is typed after ``cchc``, and how many documents that makes."""

    words: tuple[str | Path, ...]
    documents: int = 0


def run(folder: Path, *, quick: bool, tree: Path) -> Iterator[Line]:
    """Both ways in turn, each job several rounds, so that what else the machine does meets both alike."""
    for what, job in _jobs(folder, quick=quick).items():
        ways = {"old": tree.resolve(), "new": HERE}
        runs = in_turn({name: partial(_run, job, folder, way) for name, way in ways.items()}, 5 if quick else 15)
        for measure, unit, factor in (("work", "ms", 1000), ("peak", "MB", 1)):
            values = {name: [getattr(one, measure) for one in runs[name]] for name in ways}
            for name in ways:
                yield line("against", f"{what}: {measure}, {name}", scaled(values[name], factor), unit)
            share = ratios(values["new"], values["old"])
            yield line("against", f"{what}: {measure}, new / old", share, "×", at_most=_WORSE)


def _jobs(folder: Path, *, quick: bool) -> dict[str, _Job]:
    pages, units = (4, 80) if quick else (40, 1000)
    paper = folder / "bao_cao.docx"
    paper.write_bytes(report(PARAGRAPHS * pages // 40, rows=20))
    plan, data = (shutil.copy(HERE / "data" / name, folder) for name in (_PLAN, _DATA))
    batch = make_folder(folder / "batch", units)
    return {
        "start": _Job(("--help",)),
        f"kiem-tra, {pages} pages": _Job(("kiem-tra", paper)),
        "kiem-tra, data of a province": _Job(("kiem-tra", data)),
        "tao, one plan": _Job(("tao", plan, "--loai", "ke_hoach"), documents=1),
        f"tao, {units} documents": _Job(("tao", batch, "--loai", TYPE, "--luong", "1"), documents=units),
    }


_PLAN = "so_vhttdl_lang_son_2023.xlsx"
_DATA = "ubnd_tinh_mau_2026.xlsx"


def _run(job: _Job, folder: Path, tree: Path) -> Run:
    command = [sys.executable, "-P", "-m", "cchc_docs", *job.words]
    if not job.documents:
        return run_command(command, tree=tree, good=(0, _FINDS))
    out = folder / "out"
    done = run_command([*command, "--ra", out], tree=tree)
    take_away(command, out, job.documents)
    return done
