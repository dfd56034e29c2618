"""Small data files written as a clerk would, and what the system says of them."""

import gc
import time
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import TypeVar

from cchc_docs.data.read import read
from cchc_docs.files import example_file
from cchc_docs.office.checks import check
from cchc_docs.office.figures.history import History
from cchc_docs.office.records import VOCABULARY, Data, load

T = TypeVar("T")
Cchc = Callable[..., tuple[int, str, str]]
"""One command run: exit code, stdout, stderr (the fixture ``cchc``)."""
EXAMPLE = str(example_file())

OFFICE = """\
co_quan:
  ten: Sở Thử nghiệm
  viet_tat: STN
  dia_danh: Hà Nam
  cap: sở
  che_do: thủ trưởng
  don_vi_soan_thao: VP
"""
"""The office that small files begin with: lines 1 to 7."""

COLLECTIVE = OFFICE.replace("thủ trưởng", "tập thể")


def data_file(folder: Path, text: str, office: str = OFFICE) -> Path:
    """A data file ``thu.yaml``: the office, then ``text`` (indented as it stands in the test), from line 8."""
    path = folder / "thu.yaml"
    path.write_text(office + dedent(text), encoding="utf-8")
    return path


def sentences(folder: Path, text: str, office: str = OFFICE) -> list[str]:
    """All that is said of the file, by reading, records and checks; but for the parts that a small plan has not."""
    loaded = load(read(data_file(folder, text, office), VOCABULARY))
    found = [*loaded.problems, *check(History.of_file(loaded.data))]
    return [str(problem) for problem in found if problem.code != "phan_trong"]


def data(folder: Path, text: str, office: str = OFFICE) -> Data:
    """The file's data; it must have no errors of reading."""
    loaded = load(read(data_file(folder, text, office), VOCABULARY))
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    return loaded.data


def growth(prepare: Callable[[int], T], task: Callable[[T], object], size: int) -> float:
    """How many times as long ``task`` takes for four times the size: about 4 where it is linear, 16 if quadratic.

    The processor's time, the best of rounds in turn, no garbage collected meanwhile: what else the machine does at
    that moment counts little.
    """
    small, large = prepare(size), prepare(4 * size)

    def seconds(content: T) -> float:
        gc.collect()
        gc.disable()
        start = time.process_time()
        try:
            task(content)
            return time.process_time() - start
        finally:
            gc.enable()

    seconds(small)
    rounds = [(seconds(small), seconds(large)) for _ in range(3)]
    once, four_times = (min(column) for column in zip(*rounds, strict=True))
    return four_times / once
