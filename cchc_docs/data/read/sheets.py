"""From the cells of a file to its sheets: what all formats that have grids share, workbooks and folders of ``.csv``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from cchc_docs.data.read.cells import Texts, raw_rows, report_texts
from cchc_docs.data.read.grid import Grid, Merge, clip
from cchc_docs.data.read.lists import empty, read_list
from cchc_docs.data.read.matrix import read_matrix
from cchc_docs.data.read.names import sheet_key
from cchc_docs.data.read.record_sheet import read_record
from cchc_docs.data.read.renamed import Own, outline, report_own_sheets
from cchc_docs.data.read.source import Layout, Raw, Sheet, Source, Vocabulary, shape_of
from cchc_docs.problems import Place, Problems
from cchc_docs.text.cell_names import cell_name
from cchc_docs.text.normal import clean

MOST_CELLS = 5_000_000
"""Most cells between A1 and the last cell with a value, blanks included; 3,321 units × 123 indicators are 408,483."""
MOST_TEXT = 200 * 2**20
"""Most bytes of text that a sheet shows, each text counted as often as it is shown."""

Overlay = Callable[[list[list[Raw]]], None]
"""Puts into the rows of a sheet what the library that read them does not tell."""

_T = TypeVar("_T")


def guarded(call: Callable[[], _T]) -> _T | None:
    """The result of ``call``, which runs a workbook library; ``None`` where that fails on damaged input."""
    try:
        return call()
    except Exception:  # noqa: BLE001 - such libraries raise their own errors and ValueError, OSError and others
        return None
    except BaseException as error:  # a Rust panic does not derive from Exception
        if type(error).__name__ != "PanicException":
            raise
        return None


@dataclass(slots=True)
class Gathering:
    """The sheets of one file while they are read."""

    file: str
    vocabulary: Vocabulary
    problems: Problems = field(default_factory=Problems)
    texts: Texts = field(default_factory=Texts)
    _sheets: dict[str, Sheet] = field(default_factory=dict)
    _unread: set[str] = field(default_factory=set)
    _own: list[Own] = field(default_factory=list)

    def place(self, name: str) -> Place:
        """The sheet called ``name`` as a whole."""
        return Place(self.file, clean(name))

    def key_of(self, name: str, place: Place | None = None) -> str:
        """The key of the sheet called ``name``; ``""`` for one that is not to be read."""
        return sheet_key(clean(name), place or self.place(name), self._sheets, self.problems, self.vocabulary)

    def fits(self, name: str, rows: int, columns: int) -> bool:
        """Return True if so many cells of the sheet called ``name`` can be read; if not, it is reported."""
        if rows * columns <= MOST_CELLS:
            return True
        last = cell_name(rows, columns)
        self.problems.error(
            "trang_qua_lon",
            self.place(name),
            f"Dữ liệu trải rộng tới tận ô {last}, nhiều hơn {MOST_CELLS // 1_000_000} triệu ô, nên không đọc trang.",
            "Xóa hẳn (Delete) các dòng và cột ở xa không dùng tới rồi lưu lại.",
        )
        return False

    def holds(self, name: str, text: int) -> bool:
        """Return True if ``text`` bytes of text in the sheet called ``name`` can be read; if not, it is reported."""
        if text <= MOST_TEXT:
            return True
        self.problems.error(
            "trang_qua_lon",
            self.place(name),
            f"Trang có hơn {MOST_TEXT >> 20} MB chữ, lớn bất thường, nên không đọc trang.",
            "Chuyển phần không dùng sang tệp khác rồi lưu lại.",
        )
        return False

    def damaged(self, name: str) -> None:
        """Say that the sheet called ``name`` is damaged."""
        self.problems.error(
            "trang_hong",
            self.place(name),
            "Trang bị hỏng, không đọc được.",
            "Mở tệp bằng Excel: nếu Excel sửa được thì lưu lại, nếu không thì lấy lại bản gốc.",
        )

    def miss(self, found: str) -> None:
        """Note that the sheet of key ``found`` could not be read; why has been reported."""
        self._unread.add(found)

    def add(
        self,
        found: str,
        name: str,
        rows: list[list[Any]],
        merges: Iterable[Merge] = (),
        overlay: Overlay | None = None,
        *,
        file: str = "",
    ) -> None:
        """Read the sheet of key ``found`` from its cells as a library gives them, all rows equally long.

        ``file`` is what places call the file, where a sheet is one of its own.
        """
        cells = raw_rows(rows, self.texts)
        if overlay is not None:
            overlay(cells)
        place = Place(file or self.file, clean(name))
        grid = Grid(place.file, place.sheet, cells, self._merges(merges, cells, place))
        if self.texts.odd:
            texts = ((cell, (i, j)) for i, row in enumerate(rows) for j, cell in enumerate(row) if type(cell) is str)
            report_texts(texts, self.texts, lambda at: grid.place(*at), self.problems)
        if sheet := self._sheet(grid, found):
            self._sheets[found] = sheet

    def source(self) -> Source:
        """Return the data file with all sheets gathered so far."""
        source = Source(self.file, self._sheets, unread=frozenset(self._unread - self._sheets.keys()))
        report_own_sheets(self._own, source, self.vocabulary, self.problems)
        return Source(source.file, source.sheets, tuple(self.problems), source.unread)

    def _merges(self, merges: Iterable[Merge], rows: list[list[Raw]], place: Place) -> list[Merge]:
        inside = clip(merges, len(rows), len(rows[0]) if rows else 0)
        if inside is None:
            self.problems.warning(
                "o_gop_chong_nhau",
                place,
                "Có các vùng ô gộp chồng lên nhau, nên không xét ô gộp ở trang này.",
                "Mở tệp bằng Excel, bỏ gộp ô (Unmerge Cells) rồi lưu lại.",
            )
        return inside or []

    def _sheet(self, grid: Grid, found: str) -> Sheet | None:
        """The sheet in ``grid``; ``None`` for a blank one that nobody asked for, and for one that cannot be read."""
        shape = shape_of(self.vocabulary, found)
        is_record = shape is not None and shape.layout is Layout.RECORD
        if all(map(grid.is_blank, range(len(grid.rows)))):
            return None if shape is None else empty(grid.sheet_place, found, ((),) if is_record else ())
        headings = outline(grid.rows) if shape is None else None  # before merged values are filled down
        if shape is not None and is_record:
            sheet = read_record(grid, found, shape, self.problems)
        elif shape is not None and shape.layout is Layout.MATRIX:
            sheet = read_matrix(grid, found, shape, self.problems)
        else:
            sheet = read_list(grid, found, shape, self.problems)
        if sheet is None:
            self._unread.add(found)
        elif headings is not None and not sheet.is_blank:
            self._own.append(Own(found, sheet.name, grid.sheet_place, headings))
        return sheet
