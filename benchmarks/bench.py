"""``make bench``: what is measured, as a table and as JSON.

``--quick`` for a look, ``--part`` for one part of it, ``--against`` for another checkout beside this one.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import against, checking, end_to_end, reading, rendering, startup
from benchmarks.measure import Failed
from benchmarks.results import Line, table, write_json

Part = Callable[..., Iterator[Line]]

PARTS: dict[str, Part] = {
    "render": rendering.run,
    "memory": rendering.memory,
    "start": startup.run,
    "read": reading.run,
    "check": checking.run,
    "batch": end_to_end.run,
}
_MEMORY = Path("/dev/shm")  # noqa: S108 - only a place for a directory of our own
"""Where files are in memory, if the system has that: how fast a disk makes a file differs tenfold from day to day."""
_RESULTS = Path(__file__).parent.parent / "build" / "bench.json"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small data, few rounds: about a minute")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--part", action="append", choices=PARTS, help="only this part; may be given several times")
    which.add_argument("--against", type=_checkout, metavar="TREE", help="instead, compare with another checkout")
    parser.add_argument("--json", type=Path, default=_RESULTS, help="where the figures go [build/bench.json]")
    options = parser.parse_args()
    parts = {name: PARTS[name] for name in options.part or PARTS}
    if options.against:
        parts = {"against": partial(against.run, tree=options.against)}
    lines = [line for name, part in parts.items() for line in _measured(name, part, quick=options.quick)]
    print(table(lines))
    write_json(options.json, lines, quick=options.quick)


def _checkout(text: str) -> Path:
    tree = Path(text)
    if not (tree / "cchc_docs" / "__main__.py").is_file():
        raise argparse.ArgumentTypeError(f"{text} is no checkout of this project")
    return tree


def _measured(name: str, part: Part, *, quick: bool) -> list[Line]:
    """The figures of one part; where it has none, the end of the whole run."""
    print(f"{name} …", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None) as folder:
        try:
            return list(part(Path(folder), quick=quick))
        except Failed as failed:
            sys.exit(f"The part {name} gives no figures, since this failed:\n{failed}")


if __name__ == "__main__":
    main()
