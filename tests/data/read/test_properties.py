"""Whatever is written is read back in its place; whatever is broken ends in a ``Source``."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.data.read import READERS
from cchc_docs.data.read.quick_pass import column_number
from cchc_docs.data.read.source import Raw, Source
from cchc_docs.text.cell_names import cell_name, row_and_column
from cchc_docs.text.normal import clean, key
from tests.data.read.helpers import VOCABULARY, source, with_member, workbook

# Letters of Vietnamese in both normal forms, spaces of all kinds, characters that files must escape.
TEXT = st.text(st.sampled_from("abcđêổỡƯ\u0300\u0301 \u00a0\u200b\n\t<&>\"'_x0041_#%-:012,"), max_size=12)
NUMBER = st.integers(-(10**14), 10**14) | st.decimals(-(10**6), 10**6, places=3, allow_nan=False)
DAY = st.dates(date(1900, 3, 1), date(2100, 1, 1))
MINUTE = st.builds(datetime.combine, DAY, st.builds(time, st.integers(0, 23), st.integers(0, 59)))
CELL = st.none() | TEXT | NUMBER | DAY | MINUTE | st.booleans()
GRID = st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=6)


def as_read(value: object) -> Raw:
    """What reading makes of a value that was written."""
    if isinstance(value, str):
        return clean(value) or None
    if isinstance(value, datetime):
        return value if value.time() != time() else value.date()
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    assert value is None or isinstance(value, bool | int | Decimal | date)
    return value


def written(rows: Sequence[Sequence[object]], top: int, left: int) -> bytes:
    """A sheet *Số liệu* with headings a, b, c, whose first heading is in row ``top`` and column ``left`` (from 0)."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Số liệu")
    formats = {date: book.add_format({"num_format": "dd/mm/yyyy"}), datetime: book.add_format({"num_format": 22})}
    sheet.write_row(top, left, ["a", "b", "c"])
    for row, values in enumerate(rows, top + 1):
        for column, value in enumerate(values, left):
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            elif value is not None:
                sheet.write(row, column, value, formats.get(type(value)))
    book.close()
    return stream.getvalue()


@given(rows=GRID, top=st.integers(0, 4), left=st.integers(0, 30))
def test_a_grid_is_read_back_in_its_place(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[object]], top: int, left: int
) -> None:
    found = source(tmp_path_factory.getbasetemp(), written(rows, top, left))
    sheet = found.sheets["so_lieu"]
    expected = {
        cell_name(row + 1, column + 1): as_read(value)
        for row, values in enumerate(rows, top + 1)
        for column, value in enumerate(values, left)
        if as_read(value) is not None
    }
    actual = {
        sheet.place(i, column.key).cell: value
        for i, row in enumerate(sheet.rows)
        for column, value in zip(sheet.columns, row, strict=True)
        if value is not None
    }
    assert not found.problems
    assert actual == expected
    assert {at: type(value) for at, value in actual.items()} == {at: type(value) for at, value in expected.items()}


@given(st.integers(0, 16383), st.integers(0, 1048575))
def test_addresses(column: int, row: int) -> None:
    name = cell_name(row + 1, column + 1)
    assert row_and_column(name) == (row + 1, column + 1)
    assert column_number(name.rstrip("0123456789").encode()) == column
    assert name.endswith(str(row + 1))


LINES = st.lists(
    st.dictionaries(
        st.sampled_from(["mot", "Hai", "Của riêng", "x"]), st.none() | TEXT | st.lists(TEXT, max_size=3), max_size=4
    ),
    max_size=6,
)


def quoted(text: str) -> str:
    """``text`` as a scalar in double quotes, on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


@given(records=LINES, gap=st.integers(0, 3), json=st.booleans())
def test_a_tree_is_read_back_with_its_lines(
    tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, object]], gap: int, json: bool
) -> None:
    """Written by hand, a key a line, so that the lines are known."""
    lines = ["\n" * gap + '{"rieng": [' if json else "\n" * gap + "rieng:"]
    expected: dict[int, Raw] = {}
    number = gap + 1
    for i, record in enumerate(records):
        lines.append("{" if json else "  -" if record else "  - {}")
        number += 1
        for j, (name, value) in enumerate(record.items()):
            number += 1
            if isinstance(value, list):
                shown, raw = f"[{', '.join(map(quoted, value))}]", "\n".join(filter(None, map(clean, value))) or None
            elif isinstance(value, str):
                shown, raw = quoted(value), clean(value) or None
            else:
                shown, raw = "null", None
            comma = "," if json and j < len(record) - 1 else ""
            lines.append(f'\t"{name}":{shown}{comma}' if json else f"    {name}: {shown}")
            if raw is not None:
                expected[number] = raw
        if json:
            lines.append("}," if i < len(records) - 1 else "}")
            number += 1
    lines.extend(["]}"] if json else [] if records else ["  []"])
    found = source(tmp_path_factory.getbasetemp(), "\n".join(lines).encode(), f"rieng.{'json' if json else 'yaml'}")
    sheet = found.sheets["rieng"]
    actual = {
        sheet.place(i, column.key).line: value
        for i, row in enumerate(sheet.rows)
        for column, value in zip(sheet.columns, row, strict=True)
        if value is not None
    }
    assert not found.problems
    assert actual == expected


GOOD = workbook(
    {
        "Cơ quan": [["Mục", "Nội dung"], ["Tên", "Sở"], [None, "Nội vụ"]],
        "Nhiệm vụ": [["Mã", "Nội dung", "Kinh phí"], ["NV1", "Một", 1.5], ["NV2", "=A1", date(2023, 5, 1)]],
        "Đơn vị": [["Mã", "Đang giải quyết"], [None, "trong hạn", "quá hạn"], ["VP", 1, 2]],
    },
    lambda sheet: sheet.merge_cells("A2:A3"),
)
TREE = (
    'co_quan: {ten: Sở}\nnhiem_vu: &a\n  - ma: NV1\n    chu_tri: [a, \'b\']\n  - {ma: !!str x, "k": "\\u0041"}\nx: *a\n'
)
EDITS = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4), st.integers(0, 4)), max_size=6)


def edited(data: bytes, edits: list[tuple[float, bytes, int]]) -> bytes:
    """``data`` with, at some parts of its length, bytes put in for a number of others."""
    for part, new, gone in edits:
        at = int(part * len(data))
        data = data[:at] + new + data[at + gone :]
    return data


def check(found: Source) -> None:
    """The promises of a ``Source``, whatever is in it."""
    for name, sheet in found.sheets.items():
        assert sheet.key == name
        assert len({column.key for column in sheet.columns}) == len(sheet.columns)
        for i, row in enumerate(sheet.rows):
            assert len(row) == len(sheet.columns)
            assert sheet.place(i).file == found.file
            assert all(sheet.place(i, column.key).sheet == sheet.name for column in sheet.columns)
        list(sheet.records())
        if name == "co_quan":
            assert len(sheet.rows) == 1
    for problem in found.problems:
        assert problem.what.endswith(".")
        assert problem.hint.endswith(".")
        assert problem.code == key(problem.code)
        assert problem.where.file == found.file


@given(edits=EDITS, cut=st.floats(0, 1))
@settings(max_examples=300)
def test_a_damaged_workbook_is_no_accident(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[float, bytes, int]], cut: float
) -> None:
    data = edited(GOOD, edits)
    check(source(tmp_path_factory.getbasetemp(), data[: max(1, int(len(data) * cut))] if cut < 0.5 else data))


@given(
    member=st.sampled_from(
        ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml"]
    ),
    edits=EDITS,
)
@settings(max_examples=300)
def test_damaged_xml_in_a_sound_zip_is_no_accident(
    tmp_path_factory: pytest.TempPathFactory, member: str, edits: list[tuple[float, bytes, int]]
) -> None:
    data = with_member(GOOD, member, lambda xml: edited(xml, edits))
    check(source(tmp_path_factory.getbasetemp(), data))


@given(ending=st.sampled_from([".yaml", ".json"]), edits=EDITS)
@settings(max_examples=300)
def test_a_damaged_tree_is_no_accident(
    tmp_path_factory: pytest.TempPathFactory, ending: str, edits: list[tuple[float, bytes, int]]
) -> None:
    check(source(tmp_path_factory.getbasetemp(), edited(TREE.encode(), edits) or b" ", f"du_lieu{ending}"))


@given(ending=st.sampled_from(list(READERS)), data=st.binary(min_size=1, max_size=60))
def test_any_bytes_are_no_accident(tmp_path_factory: pytest.TempPathFactory, ending: str, data: bytes) -> None:
    check(source(tmp_path_factory.getbasetemp(), data, f"du_lieu{ending}"))


@given(text=st.text(st.sampled_from("ab:-[]{}&*!|>'\"#%@`,? \n\t~\\x"), max_size=40))
@settings(max_examples=300)
def test_any_text_is_no_accident(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    check(source(tmp_path_factory.getbasetemp(), (text or " ").encode(), "du_lieu.yaml"))


def test_the_files_that_are_damaged_are_good(tmp_path: Path) -> None:
    assert [problem.code for problem in source(tmp_path, GOOD).problems] == []
    assert set(source(tmp_path, GOOD).sheets) == set(VOCABULARY)
    assert set(source(tmp_path, TREE.encode(), "du_lieu.yaml").sheets) == {"co_quan", "nhiem_vu", "x"}
