"""A process of its own that goes the path of ``cchc tao`` stage by stage and prints the seconds of each.

``stages.py WORKBOOK`` calls what ``build.make`` calls, one after the other; ``stages.py WORKBOOK DOCUMENTS`` fills the
same contexts with docxtpl, so many documents, and prints the seconds for one.
"""

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.working_folder import TYPE
from cchc_docs.data.read import read
from cchc_docs.documents.check import check_type
from cchc_docs.documents.composer import Composer
from cchc_docs.documents.inputs import Inputs
from cchc_docs.documents.types import document_types
from cchc_docs.making.batch import Recipe, processes, render
from cchc_docs.making.manifest import Manifest
from cchc_docs.office.checks import check
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import VOCABULARY, load
from cchc_docs.problems import Problems
from cchc_docs.working_folder.opened import template_folders


class Clock:
    """Seconds of each stage, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = time.perf_counter()

    def done(self, stage: str) -> None:
        """Call what was done since the last call so."""
        now = time.perf_counter()
        self.seconds[stage] = now - self._since
        self._since = time.perf_counter()


def by_stages(workbook: Path) -> dict[str, float]:
    """Each stage of the whole path, alone; rendering twice, here and by two workers."""
    clock = Clock()
    source = read(workbook, VOCABULARY)
    clock.done("read")
    loaded = load(source)
    clock.done("records")
    problems = check(History.of_file(loaded.data))
    clock.done("checks")
    if loaded.problems or problems:
        raise ValueError([str(problem) for problem in (*loaded.problems, *problems)])
    composer = _composer(workbook, loaded.data)
    recipes = [Recipe(composer.document_type.template.read_bytes(), composer.document_type.template.name, composer)]
    tasks = [(0, subject) for subject in composer.subjects]
    clock.done("templates and contexts")
    made = dict(render(recipes, tasks, None))
    clock.done("render, 1 worker")
    with processes(2) as executor:
        for number, document in render(recipes, tasks, executor):
            if document != made[number]:
                raise ValueError(f"two workers make another document {number}")
    clock.done("render, 2 workers")
    folder = Path(tempfile.mkdtemp(dir=workbook.parent))
    clock.done("")
    manifest = Manifest.read(folder)
    for number, document in made.items():
        manifest.save(folder / f"{number}.docx", document, "")
    manifest.write()
    clock.done("save")
    shutil.rmtree(folder)
    del clock.seconds[""]
    return clock.seconds


def by_docxtpl(workbook: Path, documents: int) -> float:
    """Seconds that docxtpl takes for one of the documents, contexts at hand, a new object each."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - the workers of the other way must not import it

    composer = _composer(workbook, load(read(workbook, VOCABULARY)).data)
    contexts = [composer.context(subject) for subject in composer.subjects[:documents]]
    with tempfile.TemporaryDirectory(dir=workbook.parent) as folder:
        start = time.perf_counter()
        for number, context in enumerate(contexts):
            document = DocxTemplate(composer.document_type.template)
            document.render(context, autoescape=True)
            document.save(Path(folder) / f"{number}.docx")
        return (time.perf_counter() - start) / len(contexts)


def _composer(workbook: Path, data: object) -> Composer:
    types = document_types(template_folders(workbook.parent, None, Problems())).types
    inputs = Inputs(data, types=types)
    if problems := list(check_type(types[TYPE], inputs)):
        raise ValueError([str(problem) for problem in problems])
    return Composer(types[TYPE], inputs)


def main(workbook: str, documents: str = "") -> None:
    path = Path(workbook)
    print(json.dumps(by_docxtpl(path, int(documents)) if documents else by_stages(path)))


if __name__ == "__main__":
    main(*sys.argv[1:])
