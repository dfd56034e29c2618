"""One vocabulary: the heading in Excel is the name in Word."""

from collections.abc import Sequence
from typing import get_type_hints

import pytest

from cchc_docs.data.read.source import Layout
from cchc_docs.office.records import SHEETS, SheetAttributes
from cchc_docs.office.records.base import Record
from cchc_docs.text.normal import key


@pytest.mark.parametrize("cls", SHEETS.values(), ids=SHEETS)
def test_heading_is_the_name(cls: type[Record]) -> None:
    headings = {field.name: field.heading for field in cls.columns()}
    assert len(headings) >= 2
    assert {name: key(heading) for name, heading in headings.items()} == {name: name for name in headings}


@pytest.mark.parametrize("cls", SHEETS.values(), ids=SHEETS)
def test_a_blank_form_can_explain_every_column(cls: type[Record]) -> None:
    assert cls.about.endswith(".")
    for field in cls.columns():
        assert len(field.note) > 8
        assert field.note.endswith((".", "…")), field.heading


VOCABULARY_TABLE = {
    "co_quan": 9,
    "don_vi": 12,
    "nguoi_ky": 6,
    "noi_nhan": 4,
    "can_cu": 2,
    "van_ban": 6,
    "linh_vuc": 6,
    "ke_hoach": 9,
    "muc_dich_yeu_cau": 2,
    "chi_tieu": 4,
    "thuoc_do": 7,
    "giai_phap": 3,
    "nhiem_vu": 10,
    "to_chuc_thuc_hien": 3,
    "ky_bao_cao": 6,
    "ket_qua": 7,
    "ghi_chu_so_lieu": 5,
    "chi_so_rieng": 9,
    "ho_so_tthc": 11,
    "noi_dung_bao_cao": 4,
    "van_ban_chi_dao": 7,
    "sang_kien": 4,
    "nop_bao_cao": 3,
    "cuoc_kiem_tra": 12,
    "thanh_phan_kiem_tra": 5,
    "noi_dung_kiem_tra": 3,
    "phat_hien": 12,
    "ho_so_tre_han": 13,
}
"""The vocabulary of the design: sheet keys and how many columns each has."""


def test_the_sheets_of_the_vocabulary_are_there() -> None:
    assert {name: len(list(cls.columns())) for name, cls in SHEETS.items()} == VOCABULARY_TABLE


def test_the_type_checker_is_told_of_each_sheet_what_it_holds() -> None:
    told = get_type_hints(SheetAttributes)
    assert told == {
        name: Sequence[cls] if cls.layout is Layout.LIST else (cls | None if name == "ke_hoach" else cls)  # type: ignore[valid-type]
        for name, cls in SHEETS.items()
        if name in told
    }


def test_each_sheet_has_a_place_of_its_own() -> None:
    assert len({cls.order for cls in SHEETS.values()}) == len(SHEETS)


def test_a_sheet_of_the_data_file_says_what_becomes_of_it_next_year() -> None:
    with pytest.raises(TypeError, match="Thu: a sheet of the data file has its order and what becomes of it"):

        class Thu(Record, sheet="Thử", order=5):
            pass
