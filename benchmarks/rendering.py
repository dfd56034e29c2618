"""One template, one process: docxtpl, ours and the floor, for tables of 30, 300 and 3,000 rows."""

import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from benchmarks.measure import answer_of, interleaved, line, ratios, scaled, timed
from benchmarks.renderers import Render, docxtpl_way, floor, our_way
from benchmarks.report_template import contexts, write_template
from benchmarks.results import Line
from cchc_docs.word.template import Template

_FASTER = {30: 25, 300: 12, 3000: 9}
"""How many times faster than docxtpl, by rows of the table."""
_OVER_THE_FLOOR = 1.5
_DOCUMENTS = {30: 20, 300: 6, 3000: 2}
"""Documents a round; ours and the floor make some times as many, so that their times are as long."""
_TEXT_PARTS = re.compile(r"word/(document|header\d|footer\d)\.xml")


def run(folder: Path, *, quick: bool) -> Iterator[Line]:
    """Times for one document, and how they compare."""
    template = folder / "template.docx"
    write_template(template)
    ways = {"docxtpl": docxtpl_way(template), "Template": our_way(template), "floor": floor(template)}
    rounds = 3 if quick else 9
    compiling = [timed(lambda: Template(template)) for _ in range(rounds)]
    yield line("render", "Template: compile once", scaled(compiling, 1000), "ms")
    for rows, documents in _DOCUMENTS.items():
        _require_same(ways, rows, folder)
        ours = 2 if quick else 10
        count = max(1, documents // 4) if quick else documents
        counts = {name: count * (1 if name == "docxtpl" else ours) for name in ways}
        tasks = {name: _Batch(way, rows, counts[name], folder / "made.docx") for name, way in ways.items()}
        seconds = interleaved(tasks, rounds)
        per_document = {name: scaled(seconds[name], 1 / counts[name]) for name in ways}
        for name in ways:
            yield line("render", f"{rows} rows: {name}", scaled(per_document[name], 1000), "ms")
        faster = ratios(per_document["docxtpl"], per_document["Template"])
        over = ratios(per_document["Template"], per_document["floor"])
        yield line("render", f"{rows} rows: docxtpl / Template", faster, "×", at_least=_FASTER[rows])
        yield line("render", f"{rows} rows: Template / floor", over, "×", at_most=_OVER_THE_FLOOR)


def memory(folder: Path, *, quick: bool) -> Iterator[Line]:
    """What rendering one document of 3,000 rows adds to a process that has imported the library and has the data."""
    template = folder / "template.docx"
    write_template(template)
    rounds = 1 if quick else 5
    child = Path(__file__).with_name("render_once.py")
    added: dict[str, list[float]] = {"docxtpl": [], "Template": []}
    for _ in range(rounds):
        for name, values in added.items():
            values.append(answer_of([sys.executable, child, name, "3000", template]))
    for name, values in added.items():
        yield line("memory", f"3000 rows: {name}", values, "MB")
    share = ratios(added["Template"], added["docxtpl"])
    yield line("memory", "3000 rows: Template / docxtpl", share, "×", at_most=0.25)


class _Batch:
    """Makes the same number of documents each time it is called, all different, over one another."""

    def __init__(self, way: Render, rows: int, count: int, path: Path) -> None:
        self.way, self.count, self.path = way, count, path
        self.contexts = contexts(rows)

    def __call__(self) -> None:
        for context in islice(self.contexts, self.count):
            self.way(context, self.path)


def _require_same(ways: Mapping[str, Render], rows: int, folder: Path) -> None:
    """Nothing is measured that gives another document."""
    made = {}
    for name, way in ways.items():
        path = folder / f"{name}.docx"
        way(next(contexts(rows)), path)
        made[name] = _paragraphs(path)
    for name, paragraphs in made.items():
        if paragraphs != made["docxtpl"]:
            raise ValueError(f"{name} makes another document than docxtpl of {rows} rows")


def _paragraphs(path: Path) -> list[tuple[str, list[str]]]:
    """The text of each paragraph, part by part; a line break counts as a letter."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(filter(_TEXT_PARTS.fullmatch, archive.namelist()))
        return [(name, [_text(one) for one in etree.fromstring(archive.read(name)).iter(qn("w:p"))]) for name in names]


def _text(paragraph: etree._Element) -> str:
    return "".join(
        "\n" if node.tag == qn("w:br") else node.text or "" for node in paragraph.iter(qn("w:t"), qn("w:br"))
    )
