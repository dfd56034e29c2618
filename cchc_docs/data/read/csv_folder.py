"""Reads a folder of ``.csv``, a file a sheet (*Đơn vị.csv*), into a ``Source``."""

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import PurePath

from cchc_docs.data.read.decode import decode
from cchc_docs.data.read.headings import SEARCHED
from cchc_docs.data.read.safety import failure
from cchc_docs.data.read.sheets import Gathering
from cchc_docs.data.read.source import Source, Vocabulary, shape_of
from cchc_docs.problems import Place, ProblemsFound
from cchc_docs.text.normal import key

_SEPARATORS = ",;\t"
_SEP = "sep="
"""A first line that tells Excel the separator, and is no data."""
_LONGEST = 2**20
"""Most characters of a field; a cell of Excel holds 32,767."""
_SAVE_AS_UTF_8 = "Mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu CSV UTF-8 (Comma delimited) (*.csv)."


def read_folder(files: Mapping[str, bytes], folder: str, vocabulary: Vocabulary) -> Source:
    """The sheets in ``files``, the contents of the ``.csv`` files of ``folder`` by name, with the problems found.

    Every value is text. Places name the file and, as Excel shows it, the cell.
    """
    csv.field_size_limit(_LONGEST)
    gathering = Gathering(folder, vocabulary)
    for name, data in files.items():
        sheet, where = PurePath(name).stem, Place(f"{folder}/{name}")
        if not (found := gathering.key_of(sheet, where)):
            continue
        try:
            rows = _rows(data, where, found, gathering)
        except ProblemsFound as error:
            gathering.problems.extend(error.problems)
            gathering.miss(found)
            continue
        width = max(map(len, rows), default=0)
        if gathering.fits(sheet, len(rows), width):
            even = [row + [""] * (width - len(row)) for row in rows]
            gathering.add(found, sheet, even, file=where.file)
        else:
            gathering.miss(found)
    return gathering.source()


def _rows(data: bytes, where: Place, found: str, gathering: Gathering) -> list[list[str]]:
    """The rows of a file. Raises ``ProblemsFound`` where it cannot be read."""
    text = decode(data, where, gathering.problems, save_as=_SAVE_AS_UTF_8)
    lines = list(io.StringIO(text, newline=""))  # line breaks stay as they are
    first = lines[0].rstrip("\r\n").lower() if lines else ""
    told = first.startswith(_SEP) and len(first) == len(_SEP) + 1
    separator = first[-1] if told else _separator(lines, found, gathering.vocabulary)
    reader = csv.reader(lines[told:], delimiter=separator, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error:
        raise failure(
            "dau_ngoac_kep",
            Place(where.file, line=reader.line_num + told),
            "Dấu ngoặc kép mở ra ở đây hoặc ở trên không có dấu đóng, hoặc có chữ đứng ngay sau dấu đóng.",
            "Một ô có dấu ngoặc kép thì đặt cả ô trong ngoặc kép và gõ đôi dấu bên trong; hoặc lưu lại tệp bằng Excel.",
        ) from None
    return rows


def _separator(lines: Sequence[str], found: str, vocabulary: Vocabulary) -> str:
    """Return the separator of the fields: it makes the most known headings, else the most rows of one width."""
    shape = shape_of(vocabulary, found)
    known = {key(heading) for heading in shape.headings} if shape else set()

    def score(separator: str) -> tuple[int, int, int]:
        try:
            rows = [row for row in islice(csv.reader(lines, delimiter=separator), SEARCHED) if any(row)]
        except csv.Error:
            return 0, 0, 0
        headings = max((len(known & set(map(key, row))) for row in rows if len(row) > 1), default=0)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        width, rows_of_it = widths.most_common(1)[0] if widths else (0, 0)
        return headings, rows_of_it, width

    return max(_SEPARATORS, key=score)
