"""Data files in, values with places out: the one door to Excel, YAML and JSON."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from cchc_docs.problems import Place, ProblemsFound
from cchc_docs.read import safety
from cchc_docs.read.safety import SAVE_AS_XLSX, failure
from cchc_docs.read.source import Source, Vocabulary
from cchc_docs.read.tree import read_json, read_yaml
from cchc_docs.read.workbook_xlsx import read_workbook
from cchc_docs.text import on_a_line

Reader = Callable[[bytes, str, Vocabulary], Source]
"""Reads a file's bytes; the text is its name, for places. Raises ``ProblemsFound`` where nothing can be read."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {".xlsx": read_workbook, ".xlsm": read_workbook, ".yaml": read_yaml, ".yml": read_yaml, ".json": read_json}
)
"""The data formats, by the ending of the file's name."""

_OTHER_WORKBOOKS = frozenset({".xls", ".xlsb", ".xltx", ".xltm", ".ods", ".csv", ".htm", ".html"})


def read(path: Path, vocabulary: Vocabulary, *, name: str = "") -> Source:
    """The sheets of the data file at ``path``, each value raw and with its place.

    ``vocabulary`` says which sheets and headings are known; others are kept as the office's own. Whatever is wrong with
    the file, up to its not being there, is in ``Source.problems``; nothing is raised for it. ``name`` is what messages
    call the file, by default its own name.
    """
    where = Place(on_a_line(name or path.name))
    try:
        data = safety.load(path, where)
        reader = READERS.get(path.suffix.lower())
        if reader is None:
            raise _unknown_ending(path, where)
        return reader(data, where.file, vocabulary)
    except ProblemsFound as found:
        return Source(where.file, problems=found.problems)


def _unknown_ending(path: Path, where: Place) -> ProblemsFound:
    hint = f"Chương trình đọc các tệp {', '.join(READERS)}."
    if path.suffix.lower() in _OTHER_WORKBOOKS:
        hint = SAVE_AS_XLSX
    ending = f"có đuôi “{on_a_line(path.suffix)}”" if path.suffix else "không có đuôi"
    return failure("duoi_tep_la", where, f"Chương trình không đọc tệp dữ liệu {ending}.", hint)
