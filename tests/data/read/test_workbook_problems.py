"""Workbooks that can be read but hold something to mend: the exact sentences, with sheet and cell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.data.read.helpers import TASKS, records, sentences, source, with_member, with_sheet_xml, workbook

Rows = list[list[object]]

CASES: list[tuple[str, dict[str, Rows], list[str]]] = [
    (
        "no heading row",
        {"Nhiệm vụ": [["NV1", "Một"], ["NV2", "Hai"]]},
        [
            "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”: Không thấy dòng tiêu đề. Thêm một dòng tiêu đề phía trên dữ liệu, "
            "gồm: "
            "Mã, Nội dung, Chủ trì, Thời hạn, Kinh phí."
        ],
    ),
    (
        "no labels",
        {"Cơ quan": [["Sở Nội vụ", "SNV"]]},
        [
            "Lỗi: du_lieu.xlsx, trang “Cơ quan”: Không thấy cột Mục. Trang cần hai cột, Mục và Nội dung; cột Mục gồm: "
            "Tên, Viết tắt, Địa danh, Địa chỉ."
        ],
    ),
    (
        "no headings in an own sheet",
        {"Nháp": [[1, 2], [3, 4]]},
        [
            "Lưu ý: du_lieu.xlsx, trang “Nháp”: Không thấy dòng tiêu đề nên bỏ qua trang này. Nếu cần dùng thì thêm "
            "một "
            "dòng tiêu đề ở trên cùng, mỗi cột một tên."
        ],
    ),
    (
        "duplicated heading",
        {"Nhiệm vụ": [["Mã", "Nội dung", "NỘI DUNG"], ["NV1", "Một", "Hai"]]},
        [
            "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”, ô C1: Tiêu đề “NỘI DUNG” đã có ở ô B1. Mỗi tiêu đề chỉ được dùng cho "
            "một cột: xóa một cột hoặc đổi tên nó."
        ],
    ),
    (
        "misspelt heading",
        {"Nhiệm vụ": [["Mã", "Nội dung", "Chủ chì", "Ghi chú"], ["NV1", "Một", "VP", "x"]]},
        [
            "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụ”, ô C1: “Chủ chì” không có trong các mục của trang này. Có phải "
            "“Chủ trì” không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để nguyên."
        ],
    ),
    (
        "all headings misspelt",
        {"Nhiệm vụ": [["Mãa", "Nội dungg", "Chủ chì"], ["NV1", "Một", "VP"]]},
        [
            "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụ”, ô A1: “Mãa” không có trong các mục của trang này. Có phải “Mã” "
            "không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để nguyên.",
            "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụ”, ô B1: “Nội dungg” không có trong các mục của trang này. Có phải "
            "“Nội dung” không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để nguyên.",
            "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụ”, ô C1: “Chủ chì” không có trong các mục của trang này. Có phải "
            "“Chủ trì” không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để nguyên.",
        ],
    ),
    (
        "data under no heading",
        {"Nhiệm vụ": [["Mã", "Nội dung"], ["NV1", "Một"], ["NV2", "Hai", "x"], ["NV3", "Ba", "y"]]},
        [
            "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụ”, ô C3: Ô có dữ liệu (cùng 1 ô khác ở cột C) nhưng cột không có "
            "tiêu đề, nên không được dùng. Thêm tiêu đề cho cột, hoặc xóa dữ liệu thừa."
        ],
    ),
    (
        "a heading without letters",
        {"Nhiệm vụ": [["Mã", "Nội dung", "***"], ["NV1", "Một", "x"]]},
        [
            "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụ”, ô C2: Ô có dữ liệu nhưng cột không có tiêu đề, nên không được "
            "dùng. Thêm tiêu đề cho cột, hoặc xóa dữ liệu thừa."
        ],
    ),
    (
        "sheets of one name",
        {"Nhiệm vụ": [list(row) for row in TASKS], "NHIỆM-VỤ": [["Mã", "Nội dung"]]},
        [
            "Lỗi: du_lieu.xlsx, trang “NHIỆM-VỤ”: Trang “NHIỆM-VỤ” trùng tên với trang “Nhiệm vụ”. Gộp hai trang làm "
            "một, hoặc đổi tên một trang."
        ],
    ),
    (
        "misspelt sheet",
        {"Nhiện vụ": [["Mã", "Nội dung"], ["NV1", "Một"]], "Đơn vị": [["Mã", "Tên"], ["VP", "Văn phòng"]]},
        [
            "Cảnh báo: du_lieu.xlsx, trang “Nhiện vụ”: Chương trình không có trang “Nhiện vụ”. Có phải “Nhiệm vụ” "
            "không? "
            "Nếu phải thì sửa lại tên trang; nếu là trang riêng của đơn vị thì để nguyên."
        ],
    ),
    (
        "sheet without letters in its name",
        {"!!!": [["Mã", "Nội dung"], ["NV1", "Một"]]},
        [
            "Cảnh báo: du_lieu.xlsx, trang “!!!”: Tên trang “!!!” không có chữ hay số nào, nên trang không được "
            "dùng. Đặt "
            "lại tên trang."
        ],
    ),
    (
        "legacy encodings",
        {"Nhiệm vụ": [["Mã", "Nội dung"], ["NV1", "Một"], ["NV2", "Céng hoµ x· héi"], ["NV3", "chñ nghÜa x· héi"]]},
        [
            "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”, ô B3: Chữ gõ bằng bảng mã cũ TCVN3, không phải Unicode (và 1 chỗ "
            "khác "
            "trong trang). Dùng Unikey (Ctrl+Shift+F6) chuyển các ô này sang Unicode rồi lưu lại."
        ],
    ),
    (
        "another legacy encoding",
        {"Nhiệm vụ": [["Mã", "Nội dung"], ["NV1", "Coäng hoøa xaõ hoäi"]]},
        [
            "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”, ô B2: Chữ gõ bằng bảng mã cũ VNI, không phải Unicode. Dùng Unikey "
            "(Ctrl+Shift+F6) chuyển các ô này sang Unicode rồi lưu lại."
        ],
    ),
    (
        "duplicated label",
        {"Cơ quan": [["Mục", "Nội dung"], ["Tên", "Sở"], ["Địa danh", "Hà Nội"], ["TÊN", "Cục"]]},
        [
            "Lỗi: du_lieu.xlsx, trang “Cơ quan”, ô A4: Mục “TÊN” đã có ở ô A2. Bỏ một trong hai, hoặc nếu là đoạn tiếp "
            "theo thì để trống ô Mục."
        ],
    ),
    (
        "misspelt label",
        {"Cơ quan": [["Tênn", "Sở"], ["Viết tắc", "SNV"], ["Địa danh", "Hà Nội"], ["Ghi chú", "của riêng"]]},
        [
            "Cảnh báo: du_lieu.xlsx, trang “Cơ quan”, ô A1: “Tênn” không có trong các mục của trang này. Có phải “Tên” "
            "không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để nguyên.",
            "Cảnh báo: du_lieu.xlsx, trang “Cơ quan”, ô A2: “Viết tắc” không có trong các mục của trang này. Có phải "
            "“Viết tắt” không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để nguyên.",
        ],
    ),
    (
        "a number that continues a text",
        {"Cơ quan": [["Tên", "Sở"], ["Địa chỉ", "Số"], [None, 15]]},
        [
            "Lỗi: du_lieu.xlsx, trang “Cơ quan”, ô B3: Ô có nội dung nhưng ô Mục bên trái để trống, mà không thể nối "
            "số "
            "hay ngày vào mục “Địa chỉ”. Ghi tên mục vào ô bên trái, hoặc xóa nội dung thừa."
        ],
    ),
    (
        "data beside a record",
        {"Cơ quan": [["Tên", "Sở"], ["Địa danh", "Hà Nội", "?"]]},
        [
            "Cảnh báo: du_lieu.xlsx, trang “Cơ quan”, ô C2: Ô có dữ liệu nhưng nằm ngoài hai cột Mục và Nội dung, nên "
            "không được dùng. Chuyển dữ liệu vào cột Nội dung, hoặc xóa đi."
        ],
    ),
    (
        "a label without letters",
        {"Cơ quan": [["Tên", "Sở"], ["***", "x"]]},
        [
            "Cảnh báo: du_lieu.xlsx, trang “Cơ quan”, ô A2: Tên mục “***” không có chữ hay số nào, nên nội dung bên "
            "phải "
            "không được dùng. Đặt lại tên mục."
        ],
    ),
]


@pytest.mark.parametrize(("sheets", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentences(tmp_path: Path, sheets: dict[str, Rows], expected: list[str]) -> None:
    assert sentences(source(tmp_path, workbook(sheets))) == expected


def control(xml: bytes) -> bytes:
    return xml.replace(b"Ba", b"B_x0001__x0002_a").replace(b"Hai", b"H_x0007_ai")


RAW_CASES: list[tuple[str, Callable[[], bytes], list[str]]] = [
    (
        "control characters",
        lambda: with_member(
            workbook({"Nhiệm vụ": [["Mã", "Nội dung"], ["NV1", "Ba"], ["NV2", "Hai"]]}),
            "xl/worksheets/sheet1.xml",
            control,
        ),
        [
            "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụ”, ô B2: Có ký tự điều khiển không in được (U+0001, U+0002); đã bỏ "
            "đi (và 1 chỗ khác trong trang). Xem lại chữ ở đó có bị mất không, rồi gõ lại."
        ],
    ),
    (
        "control characters that only Word cannot show",
        lambda: with_member(
            workbook({"Nhiệm vụ": [["Mã", "Nội dung"], ["NV1", "Ba"]]}),
            "xl/worksheets/sheet1.xml",
            lambda xml: xml.replace(b"Ba", "Sở Văn\x81hóa\x7f\x85".encode()),
        ),
        [
            "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụ”, ô B2: Có ký tự điều khiển không in được (U+0081, U+007F); đã bỏ "
            "đi. Xem lại chữ ở đó có bị mất không, rồi gõ lại."
        ],
    ),
    (
        "overlapping merged ranges",
        lambda: with_sheet_xml(
            '<row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c><c r="B1" t="inlineStr"><is><t>Nội dung</t></is>'
            '</c></row><row r="2"><c r="A2"><v>1</v></c></row>',
            "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 3 + "</mergeCells>",
        ),
        [
            "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụ”: Có các vùng ô gộp chồng lên nhau, nên không xét ô gộp ở trang "
            "này. Mở tệp bằng Excel, bỏ gộp ô (Unmerge Cells) rồi lưu lại."
        ],
    ),
]


@pytest.mark.parametrize(("make", "expected"), [case[1:] for case in RAW_CASES], ids=[case[0] for case in RAW_CASES])
def test_sentences_of_odd_xml(tmp_path: Path, make: Callable[[], bytes], expected: list[str]) -> None:
    assert sentences(source(tmp_path, make())) == expected


def test_what_is_wrong_does_not_hide_what_is_right(tmp_path: Path) -> None:
    rows: Rows = [["Mã", "Nội dung", "Mã"], ["NV1", "Một", "x"], ["NV2", "Céng hoµ x· héi"]]
    found = source(tmp_path, workbook({"Nhiệm vụ": rows, "Cơ quan": [["Tên", "Sở"], ["Tên", "Cục"]]}))
    assert [problem.code for problem in found.problems] == ["bang_ma_cu", "trung_tieu_de", "trung_muc"]
    assert records(found.sheets["nhiem_vu"])[0] == {"ma": "NV1", "noi_dung": "Một"}
    assert records(found.sheets["co_quan"]) == [{"ten": "Sở"}]


def test_equal_headings_in_an_own_sheet_stop_nothing(tmp_path: Path) -> None:
    found = source(tmp_path, workbook({"Nháp": [["Tháng", "Số", "Số"], [1, 2, 3]]}))
    assert [problem.severity.label for problem in found.problems] == ["Cảnh báo"]
