"""Small data files written as a clerk would, and what the system says of them."""

from pathlib import Path
from textwrap import dedent

from cchc_docs.read import read
from cchc_docs.records import VOCABULARY, Data, load
from cchc_docs.records.checks import check

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
    found = [*loaded.problems, *check(loaded.data)]
    return [str(problem) for problem in found if problem.code != "phan_trong"]


def data(folder: Path, text: str, office: str = OFFICE) -> Data:
    """The file's data; it must have no errors of reading."""
    loaded = load(read(data_file(folder, text, office), VOCABULARY))
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    return loaded.data
