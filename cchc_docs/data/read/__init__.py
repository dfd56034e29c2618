"""Data files in, values with places out: the one door to Excel, OpenDocument, CSV, YAML and JSON."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from cchc_docs.data.read import safety
from cchc_docs.data.read.csv_folder import read_folder
from cchc_docs.data.read.kinds import SAVE_AS_XLSX
from cchc_docs.data.read.safety import failure
from cchc_docs.data.read.source import Source, Vocabulary
from cchc_docs.data.read.tree import read_json, read_yaml
from cchc_docs.data.read.workbook_ods import read_ods
from cchc_docs.data.read.workbook_xls import read_xls
from cchc_docs.data.read.workbook_xlsb import read_xlsb
from cchc_docs.data.read.workbook_xlsx import read_workbook
from cchc_docs.problems import Place, Problems, ProblemsFound
from cchc_docs.text.normal import on_a_line

Reader = Callable[[bytes, str, Vocabulary], Source]
"""Reads a file's bytes; the text is its name, for places. Raises ``ProblemsFound`` where nothing can be read."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".xlsx": read_workbook,
        ".xlsm": read_workbook,
        ".xls": read_xls,
        ".xlsb": read_xlsb,
        ".ods": read_ods,
        ".yaml": read_yaml,
        ".yml": read_yaml,
        ".json": read_json,
    }
)
"""The data formats, by the ending of the file's name; a folder of ``.csv`` is one too, see ``read``."""

_OTHER_WORKBOOKS = frozenset({".xltx", ".xltm", ".fods", ".htm", ".html"})


def read(path: Path, vocabulary: Vocabulary, *, name: str = "") -> Source:
    """The sheets of the data file at ``path``, each value raw and with its place.

    ``vocabulary`` says which sheets and headings are known; others are kept as the office's own. Whatever is wrong with
    the file, up to its not being there, is in ``Source.problems``; nothing is raised for it. ``name`` is what messages
    call the file, by default its own name. A folder is read as one file: each ``.csv`` in it is a sheet.
    """
    where = Place(on_a_line(name or path.name or path.resolve().name))
    try:
        if path.is_dir():
            return _with_others(read_folder(safety.load_folder(path, ".csv", where), where.file, vocabulary), path)
        data = safety.load(path, where)
        reader = READERS.get(path.suffix.lower())
        if reader is None:
            raise _unknown_ending(path, where)
        return reader(data, where.file, vocabulary)
    except ProblemsFound as found:
        return Source(where.file, problems=found.problems)


def _with_others(source: Source, folder: Path) -> Source:
    """``source``, read from the sheets in ``folder``, which may hold data files of other formats too."""
    others = sorted(on_a_line(path.name) for path in folder.iterdir() if path.suffix.lower() in READERS)
    if not others:
        return source
    problems = Problems()
    problems.extend(source.problems)
    problems.notice(
        "tep_khac_trong_thu_muc",
        Place(source.file),
        f"Thư mục được đọc như một tệp dữ liệu gồm các trang .csv, nên không đọc {', '.join(others)}.",
        "Nếu dữ liệu ở tệp ấy thì ghi tên tệp thay cho tên thư mục.",
    )
    return replace(source, problems=tuple(problems))


def _unknown_ending(path: Path, where: Place) -> ProblemsFound:
    hint = f"Chương trình đọc các tệp {', '.join(READERS)}."
    if path.suffix.lower() in _OTHER_WORKBOOKS:
        hint = SAVE_AS_XLSX
    elif path.suffix.lower() == ".csv":
        hint = "Để các tệp .csv vào một thư mục, mỗi trang một tệp (như Đơn vị.csv), rồi ghi tên thư mục ấy."
    ending = f"có đuôi “{on_a_line(path.suffix)}”" if path.suffix else "không có đuôi"
    return failure("duoi_tep_la", where, f"Chương trình không đọc tệp dữ liệu {ending}.", hint)
