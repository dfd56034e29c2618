"""Sheets that nobody asked for: which known sheet each probably is, by its name or by what its headings say."""

from collections.abc import Container, Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from cchc_docs.data.read.cells import shown
from cchc_docs.data.read.headings import LONGEST, SEARCHED
from cchc_docs.data.read.names import NEAR
from cchc_docs.data.read.source import Layout, Raw, SheetShape, Source, Vocabulary, stands_for
from cchc_docs.problems import Place, Problems, closest
from cchc_docs.text.normal import key

_COLUMNS = 200
"""Columns of a sheet that are looked at: no known sheet has nearly as many."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The possible headings of a sheet: the keys of all that stands in each of its rows, and in each of its columns."""

    rows: Sequence[frozenset[str]]
    columns: Sequence[frozenset[str]] = ()


def outline(rows: Iterable[Sequence[Raw]]) -> Outline:
    """The outline of a sheet with these cells."""
    filled = (row[:_COLUMNS] for row in rows if any(cell is not None for cell in row))
    block = list(islice(filled, SEARCHED))
    return Outline([_keys(row) for row in block], [_keys(column) for column in zip(*block, strict=False)])


def _keys(cells: Iterable[Raw]) -> frozenset[str]:
    return frozenset(key(shown(cell)[:LONGEST]) for cell in cells if cell is not None)


@dataclass(frozen=True, slots=True)
class Own:
    """A sheet with data that is not in the vocabulary."""

    key: str
    name: str
    place: Place
    outline: Outline


def report_own_sheets(own: Iterable[Own], source: Source, vocabulary: Vocabulary, problems: Problems) -> None:
    """Say which of the office's ``own`` sheets are probably meant to be known ones.

    Such a sheet has nearly the name of one that the file lacks, or the headings of one that the file lacks or leaves
    blank. A copy beside the sheet itself is only worth knowing.
    """
    present = {*source.sheets, *source.unread}
    absent = {known for known in vocabulary if not any(stands_for(known, one) for one in present)}
    blank = {known for known in vocabulary if known in source.sheets and source.sheets[known].is_blank}
    missing = [vocabulary[known].name for known in vocabulary if known in absent]
    for sheet in own:
        near = closest(sheet.name, missing, at_least=NEAR)
        meant = _meant(sheet, vocabulary, near, absent | blank)
        if meant in absent | blank and vocabulary[meant].name != near:
            _report_renamed(sheet, vocabulary[meant], problems, beside_blank=meant in blank)
        elif near:
            problems.warning(
                "trang_gan_giong",
                sheet.place,
                f"Chương trình không có trang “{sheet.name}”.",
                f"Có phải “{near}” không? Nếu phải thì sửa lại tên trang; nếu là trang riêng của đơn vị thì để nguyên.",
            )
        elif meant and _is_copy(sheet.key, meant):
            name = vocabulary[meant].name
            problems.notice(
                "trang_ban_sao",
                sheet.place,
                f"Trang “{sheet.name}” là trang riêng của đơn vị, không được dùng như trang “{name}”.",
                f"Nếu có dòng cần dùng thì chép sang trang “{name}”.",
            )


def _report_renamed(sheet: Own, shape: SheetShape, problems: Problems, *, beside_blank: bool) -> None:
    parts = "các mục" if shape.layout is Layout.RECORD else "các cột"
    lacks = "mà tệp để trống" if beside_blank else "mà tệp không có"
    first = f"xóa trang “{shape.name}” để trống rồi " if beside_blank else ""
    problems.warning(
        "trang_doi_ten",
        sheet.place,
        f"Trang “{sheet.name}” có {parts} của trang “{shape.name}” {lacks}.",
        f"Nếu đúng là nó thì {first}đổi tên trang này thành “{shape.name}”; nếu là trang riêng của đơn vị thì để "
        "nguyên.",
    )


def _meant(sheet: Own, vocabulary: Vocabulary, near: str, wanted: Container[str]) -> str:
    """The key of the known sheet whose headings fit best, ``""`` if none fits.

    Of equals it is the one whose name is ``near`` or that the sheet seems to be a copy of, then one that is ``wanted``.
    """
    ranks = {}
    for known, shape in vocabulary.items():
        headings = {key(heading) for heading in shape.headings}
        lines = sheet.outline.columns if shape.layout is Layout.RECORD else sheet.outline.rows
        both = max((len(line & headings) for line in lines if _fits(line, headings)), default=0)
        if both:
            named_so = shape.name == near or _is_copy(sheet.key, known)
            ranks[known] = both, named_so, known in wanted, both / len(headings)
    return max(ranks, key=ranks.__getitem__, default="")


def _fits(line: Set[str], headings: Set[str]) -> bool:
    """Return True if ``line`` has two known ``headings`` or more, and is no list that only shares a few of them."""
    both = len(line & headings)
    return both >= 2 and (2 * both >= len(headings) or 4 * both >= 3 * len(line))


def _is_copy(own: str, known: str) -> bool:
    """Return True if the name ``own`` is the known one with words before or after it, as Excel names copies."""
    return f"_{known}_" in f"_{own}_"
