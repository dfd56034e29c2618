"""``make bench``: what is measured, as a table and as JSON. ``--quick`` for a look, ``--part`` for one part of it."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import checking, end_to_end, reading, rendering, startup
from benchmarks.measure import Failed
from benchmarks.results import Line, table, write_json

PARTS: dict[str, Callable[..., Iterator[Line]]] = {
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
    parser.add_argument("--quick", action="store_true", help="small data, few rounds: under a minute")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be given several times")
    parser.add_argument("--json", type=Path, default=_RESULTS, help="where the figures go [build/bench.json]")
    options = parser.parse_args()
    lines: list[Line] = []
    for name in options.part or PARTS:
        print(f"{name} …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None) as folder:
            try:
                lines += PARTS[name](Path(folder), quick=options.quick)
            except Failed as failed:
                sys.exit(f"The part {name} gives no figures, since this failed:\n{failed}")
    print(table(lines))
    write_json(options.json, lines, quick=options.quick)


if __name__ == "__main__":
    main()
