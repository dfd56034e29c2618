"""How long a person waits for ``cchc --help``."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import in_turn, line, ratios, scaled
from benchmarks.measure import run as run_command
from benchmarks.results import Line


def run(folder: Path, *, quick: bool) -> Iterator[Line]:  # noqa: ARG001 - parts are called alike
    """The command against the bare import of the library that reads its command line."""
    commands = {
        "python": [sys.executable, "-c", "pass"],
        "import click": [sys.executable, "-c", "import click"],
        "cchc --help": [Path(sys.executable).with_name("cchc"), "--help"],
    }
    runs = in_turn({name: partial(run_command, command) for name, command in commands.items()}, 7 if quick else 31)
    seconds = {name: [one.work for one in values] for name, values in runs.items()}
    for name, values in seconds.items():
        yield line("start", name, scaled(values, 1000), "ms")
    share = ratios(seconds["cchc --help"], seconds["import click"])
    yield line("start", "cchc --help / import click", share, "×", at_most=1.5)
