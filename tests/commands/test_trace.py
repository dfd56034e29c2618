"""``cchc nguon``: where a figure comes from, and what is said where there is none."""

import json
from pathlib import Path

import openpyxl
import pytest

from cchc_docs.cli.main import cchc
from cchc_docs.commands.trace import trace
from tests.helpers import data_file
from tests.office.figures.helpers import OFFICE
from tests.office.figures.test_values import FILES


def said(folder: Path, code: str, ky: str = "", unit: str = "", text: str = FILES) -> list[str]:
    return [str(problem) for problem in trace(code, data_file(folder, text, OFFICE), period=ky, unit=unit).problems]


def test_the_cells_of_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Cơ quan"
    rows = {
        "Cơ quan": [
            ("Mục", "Nội dung"),
            ("Tên", "Sở A"),
            ("Viết tắt", "SA"),
            ("Địa danh", "Phú Thọ"),
            ("Cấp", "sở"),
            ("Chế độ", "thủ trưởng"),
            ("Đơn vị soạn thảo", "VP"),
        ],
        "Kỳ báo cáo": [("Mã", "Tên", "Từ ngày", "Đến ngày"), ("quy_1", "quý I", "15/12/2025", "14/3/2026")],
        "Đơn vị": [("Mã", "Tên", "Loại", "Con dấu"), ("VP", "Văn phòng", "phòng", "không")],
        "Số liệu quý 1": [("Đơn vị", "7-4.1.1", "7-4.1.2"), (None, None, None), ("VP", 8, 6)],
    }
    for name, cells in rows.items():
        sheet = book[name] if name in book.sheetnames else book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    path = tmp_path / "du_lieu.xlsx"
    book.save(path)
    found = trace("7-4.1", path)
    assert found.problems == ()
    assert [(one.ma, one.gia_tri, one.where.sheet, one.where.cell) for one in found.steps] == [
        ("7-4.1", "75", "", ""),
        ("7-4.1.2", "6", "", ""),
        ("7-4.1.2", "6", "Số liệu quý 1", "C3"),
        ("7-4.1.1", "8", "", ""),
        ("7-4.1.1", "8", "Số liệu quý 1", "B3"),
    ]


def test_sentences(tmp_path: Path) -> None:
    assert said(tmp_path, "3-3.9") == ["Lỗi: Không có chỉ số mã “3-3.9”. Có phải “3-3.1” không?"]
    assert said(tmp_path, "3-3.1", "quý 3") == [
        "Lỗi: thu.yaml: Tệp này không có số liệu của kỳ “quý 3”. Có phải “quy_1” không?"
    ]
    assert said(tmp_path, "3-3.1", unit="VPP") == ["Lỗi: Không có đơn vị “VPP”. Có phải “VP” không?"]
    assert said(tmp_path, "3-3.1", text="") == ["Lỗi: thu.yaml: Tệp này không có số liệu của kỳ nào."]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = data_file(tmp_path, FILES, OFFICE)
    assert cchc.main(["nguon", "3-3.1", str(path), "--kỳ", "Quý I", "--đơn-vị", "vp"], standalone_mode=False) == 0
    assert capsys.readouterr().out.splitlines() == [
        "3-3.1\tTỷ lệ hồ sơ TTHC do các sở, ngành tiếp nhận được giải quyết đúng hạn\t70\t"
        "= 3-3.1.2 / 3-3.1.1, tính ra %\t",
        "3-3.1.2\tSố hồ sơ TTHC giải quyết đúng hạn\t7\tlấy từ trang khác\t",
        "3-3.1.2\tVăn phòng: Giải quyết trước hạn\t7\ttrang “Hồ sơ TTHC”\tthu.yaml, trang “ho_so_tthc”, dòng 10",
        "3-3.1.1\tTổng số hồ sơ TTHC đã giải quyết xong\t10\tlấy từ trang khác\t",
        "3-3.1.1\tVăn phòng: Giải quyết trước hạn\t7\ttrang “Hồ sơ TTHC”\tthu.yaml, trang “ho_so_tthc”, dòng 10",
        "3-3.1.1\tVăn phòng: Giải quyết quá hạn\t3\ttrang “Hồ sơ TTHC”\tthu.yaml, trang “ho_so_tthc”, dòng 10",
    ]
    assert cchc.main(["nguon", "3-3.1", str(path), "--json"], standalone_mode=False) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["van_de"] == []
    assert answer["nguon"][0]["gia_tri"] == "85"
