"""Blank and filled workbooks: what a clerk sees in Excel, and that reading gives it all back."""

import io
import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.data.read import read
from cchc_docs.data.read.source import Layout, Source
from cchc_docs.office.records import SHEETS, VOCABULARY, load
from cchc_docs.office.records.base import Record
from cchc_docs.text.normal import clean
from cchc_docs.working_folder import data_file as forms
from tests.helpers import OFFICE, data_file
from tools import data as data_tool

DATA = Path(__file__).resolve().parent.parent.parent / "data"


def rows(source: Source) -> dict[str, list[dict[str, object]]]:
    """The raw cells of every sheet that has any, numbers and dates as text."""
    return {
        name: [{key: _as_typed(cell) for key, cell in row.items()} for row in sheet.records()]
        for name, sheet in source.sheets.items()
        if not sheet.is_blank
    }


def _as_typed(cell: object) -> str:
    """A day as text, however it was typed; Excel keeps it as a date."""
    if isinstance(cell, str) and (found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", cell)):
        day, month, year = map(int, found.groups())
        return str(date(year, month, day))
    return str(cell)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_workbooks_are_those_that_make_data_writes(path: Path) -> None:
    assert path.with_suffix(".xlsx").read_bytes() == data_tool.workbook_of(path), "run make data"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_yaml_and_workbook_hold_the_same(path: Path) -> None:
    from_yaml, from_workbook = (read(path.with_suffix(suffix), VOCABULARY) for suffix in (".yaml", ".xlsx"))
    assert rows(from_workbook) == rows(from_yaml)
    assert len(rows(from_yaml)) >= 10


def test_blank_form_is_the_same_every_time_and_says_only_that_it_is_blank(tmp_path: Path) -> None:
    path = tmp_path / "du_lieu.xlsx"
    path.write_bytes(forms.blank(["ke_hoach"]))
    assert path.read_bytes() == forms.blank(["ke_hoach"])
    assert [str(problem) for problem in load(read(path, VOCABULARY)).problems] == [
        "Lưu ý: du_lieu.xlsx, trang “Cơ quan”: Tệp này chưa điền gì. "
        "Bắt đầu từ trang “Cơ quan”, rồi lần lượt các trang sau."
    ]


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(forms.blank(["ke_hoach"])))


def test_the_first_sheet_explains_and_leads_to_each_sheet(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["Hướng dẫn", *(cls.sheet for cls in SHEETS.values())]
    guide = book["Hướng dẫn"]
    links = {cell.value: cell.hyperlink.location for (cell, _) in guide["A1:B40"] if cell.hyperlink}
    assert links == {cls.sheet: f"'{cls.sheet}'!A1" for cls in SHEETS.values()}


@pytest.mark.parametrize("cls", SHEETS.values(), ids=SHEETS)
def test_headings_comments_and_frozen_rows(book: openpyxl.Workbook, cls: type[Record]) -> None:
    sheet = book[cls.sheet]
    is_record = cls.layout is Layout.RECORD
    cells = [row[0] for row in sheet.iter_rows(min_row=2)] if is_record else list(sheet[1])
    assert [cell.value for cell in cells] == [field.heading for field in cls.columns()]
    for cell, field in zip(cells, cls.columns(), strict=True):
        assert cell.comment.text.startswith(field.note)
        assert ("Bắt buộc." in cell.comment.text) == field.required
        red = "9C2B23" in (str(cell.font.color.rgb) + str(cell.fill.fgColor.rgb))
        assert red == field.required
    assert sheet.freeze_panes == "A2"


def test_choices_references_dates_and_numbers_are_checked_while_typing(book: openpyxl.Workbook) -> None:
    def rule(sheet: str, cell: str) -> tuple[str, str, bool]:
        found = [one for one in book[sheet].data_validations.dataValidation if cell in one.sqref]
        assert len(found) == 1, f"{sheet}!{cell}"
        return found[0].type, str(found[0].formula1), bool(found[0].showErrorMessage)

    assert rule("Đơn vị", "F2") == ("list", '"có,không"', True)
    assert rule("Người ký", "C500")[1] == '"KT.,TM.,TL.,TUQ.,Q.,TM. KT.,TL. KT."'
    assert rule("Người ký", "A2") == ("list", '"ke_hoach"', False)
    assert rule("Chỉ tiêu", "B2") == ("list", "'Lĩnh vực'!$A$2:$A$2001", False)
    assert rule("Nhiệm vụ", "E9") == ("list", "'Đơn vị'!$A$2:$A$2001", False)
    assert rule("Văn bản", "E2")[0] == "date"
    assert rule("Thước đo", "D2")[0] == "decimal"
    assert rule("Kế hoạch", "B2")[0] == "whole"
    assert rule("Cơ quan", "B6")[1] == '"bộ,tỉnh,sở,xã,đơn vị"'


def test_a_code_that_excel_would_take_for_a_date_stays_text(book: openpyxl.Workbook) -> None:
    assert book["Thước đo"].column_dimensions["F"].width > 10
    style = book["Thước đo"].column_dimensions["F"]
    assert style.number_format == "@"


@pytest.mark.parametrize(
    ("sheet", "cell", "number_format", "width"),
    [
        ("Kế hoạch", "B2", "0", 90),
        ("Văn bản", "D2", "#,##0", 16),
        ("Văn bản", "E2", "dd/mm/yyyy", 16),
        ("Thước đo", "D2", "General", 16),
        ("Nhiệm vụ", "I2", "#,##0", 16),
        ("Nhiệm vụ", "C2", "@", 60),
        ("Nhiệm vụ", "A2", "@", 14),
        ("Người ký", "D2", "@", 28),
    ],
)
def test_cells_look_like_their_kind(
    book: openpyxl.Workbook, sheet: str, cell: str, number_format: str, width: int
) -> None:
    column = book[sheet].column_dimensions[cell[0]]
    shown = book[sheet][cell] if sheet == "Kế hoạch" else column
    assert shown.number_format == number_format
    assert round(column.width) == width + 1  # Excel counts the cell's margins too


def test_a_value_that_cannot_be_read_stays_as_typed(tmp_path: Path) -> None:
    text = (
        "van_ban:\n  - {loai_van_ban: a, so: mười, ngay: 31/02/2026}\n  - {loai_van_ban: b, so: '7', ngay: 5/2/2026}\n"
    )
    workbook = tmp_path / "lai.xlsx"
    workbook.write_bytes(forms.filled(read(data_file(tmp_path, text, OFFICE), VOCABULARY)))
    assert list(read(workbook, VOCABULARY).sheets["van_ban"].records()) == [
        {"loai_van_ban": "a", "so": "mười", "ngay": "31/02/2026"},
        {"loai_van_ban": "b", "so": 7, "ngay": date(2026, 2, 5)},
    ]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60).map(clean)


@settings(max_examples=40)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4))
def test_any_text_survives_the_way_through_a_workbook(tmp_path: Path, texts: list[tuple[str, str]]) -> None:
    path = data_file(tmp_path, "rieng:\n  - {cot_mot: a, cot_hai: b}\n", OFFICE)
    source = read(path, VOCABULARY)
    own = source.sheets["rieng"]
    filled = Source(
        source.file, {**source.sheets, "rieng": type(own)(own.key, own.name, own.columns, texts, own.locate)}
    )
    workbook = tmp_path / "tro_lai.xlsx"
    workbook.write_bytes(forms.filled(filled))
    expected = [{key: text for key, text in zip(("cot_mot", "cot_hai"), row, strict=True) if text} for row in texts]
    back = read(workbook, VOCABULARY).sheets["rieng"]
    assert list(back.records()) == [row for row in expected if row]
