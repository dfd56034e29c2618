"""One workbook with a mistake of each kind: all of them are told in one run, each with its place."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from cchc_docs.commands.make import make
from tests.data.read.helpers import members, packed


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A clerk's bad day."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    office = book.create_sheet("Cơ quan")
    for row in (
        ("Mục", "Nội dung"),
        ("Tên", "Sở Thử nghiệm"),
        ("Viết tắt", "S TN"),
        ("Địa danh", "Hà Nam"),
        ("Cấp", "sỏ"),
        ("Chế độ", "thủ trưởng"),
        ("Đơn vị soạn thảo", "VP"),
        ("Địa danh", "Hà Nội"),
    ):
        office.append(row)
    units = book.create_sheet("Đơn vị")
    units.append(("DANH SÁCH ĐƠN VỊ",))
    units.append(())
    units.append(("Mã", "Tên", "Loại", "Con dấu", "Từ ngày", "Mã"))
    units.append(("VP", "Văn phòng", "phòng", "khong", dt.date(2026, 1, 5), "x"))
    units.append(("TTr", "Thanh tra", "phòng", "chắc là có", "31/02/2026"))
    units.append(("VP", "Văn phòng Sở", "ban bệ", "có", "=1/0"))
    signers = book.create_sheet("Người ký")
    signers.append(("Quyền hạn", "Chức vụ", "Họ tên"))
    signers.append((None, "Phó Giám đốc", "TS. Lê A"))
    plan = book.create_sheet("Kế hoạch")
    for row in (("Năm", 26), ("Trích yếu", "Céng hoµ x· héi chñ nghÜa"), ("Mở đầu", "Mở **đầu")):
        plan.append(row)
    tasks = book.create_sheet("Nhiệm vụ")
    tasks.append(("Mã", "Lĩnh vực", "Nội dung", "Chủ trì", "Thời hạn", "Kinh phí"))
    tasks.append(("A.1", "CQS", "Việc", "Văn phòg", "Trước ngày 31/4", "1,5 đồng"))
    measures = book.create_sheet("Thước đo")
    measures.append(("Chỉ tiêu", "Nội dung", "So sánh", "Giá trị"))
    measures.append(("CD.1", "đúng hạn", "≥", "99.5"))
    book.create_sheet("Căn cứ").append(("Loại văn bản", "Nội dungg"))
    book["Căn cứ"].append(("ke_hoach", "Luật"))
    units.append(("TV", "#N/A", "phòng", "không"))
    units.append(("BT", "Bảo CONTROL tàng", "phòng", "không"))
    book.create_sheet("Giải phápp").append(("Lĩnh vực", "Nội dung"))
    book["Giải phápp"].append(("CQS", "Một giải pháp"))
    path = tmp_path / "du_lieu.xlsx"
    book.save(path)
    # What openpyxl will not write: a control character, a formula that was never computed.
    content = {
        name: member.replace(b"CONTROL", b"_x0007_").replace(b"<f>1/0</f><v />", b"<f>1/0</f>")
        for name, member in members(path.read_bytes()).items()
    }
    path.write_bytes(packed(content))
    return path


def test_all_mistakes_are_told_at_once(workbook: Path, tmp_path: Path) -> None:
    result = make(workbook, tmp_path / "output")
    said = [str(problem) for problem in result.problems]
    assert said == EXPECTED
    assert len(set(said)) == len(said)  # each once
    assert not (tmp_path / "output").exists()


EXPECTED = [
    "Lỗi: du_lieu.xlsx, trang “Cơ quan”, ô B3: “S TN” không phải là mã: mã viết liền. Bỏ dấu cách trong mã.",
    "Lỗi: du_lieu.xlsx, trang “Cơ quan”, ô A8: Mục “Địa danh” đã có ở ô A4. Bỏ một trong hai, hoặc nếu là đoạn tiếp theo thì để trống ô Mục.",
    "Lỗi: du_lieu.xlsx, trang “Đơn vị”, ô F3: Tiêu đề “Mã” đã có ở ô A3. Mỗi tiêu đề chỉ được dùng cho một cột: xóa một cột hoặc đổi tên nó.",
    "Lỗi: du_lieu.xlsx, trang “Đơn vị”, ô D5: “chắc là có” không phải là “có” hay “không”. Chọn có hoặc không.",
    "Lỗi: du_lieu.xlsx, trang “Đơn vị”, ô E5: “31/02/2026” không phải là ngày. Viết ngày/tháng/năm, ví dụ: 05/02/2026.",
    "Lỗi: du_lieu.xlsx, trang “Đơn vị”, ô C6: “ban bệ” không có trong danh sách được chọn. Chọn một trong: phòng; chi cục; đơn vị sự nghiệp; sở; ban; xã; phường; đặc khu; khác.",
    "Lỗi: du_lieu.xlsx, trang “Đơn vị”, ô E6: Ô có công thức nhưng chưa được tính. Mở tệp bằng Excel, bấm Lưu (Ctrl+S) rồi chạy lại.",
    "Lỗi: du_lieu.xlsx, trang “Đơn vị”, ô B7: Ô báo lỗi #N/A: công thức không tìm thấy giá trị cần tra. Sửa công thức hoặc gõ thẳng giá trị vào ô.",
    "Cảnh báo: du_lieu.xlsx, trang “Đơn vị”, ô B8: Có ký tự điều khiển không in được (U+0007); đã bỏ đi. Xem lại chữ ở đó có bị mất không, rồi gõ lại.",
    "Lỗi: du_lieu.xlsx, trang “Người ký”, ô A2: Phó Giám đốc là cấp phó nên phải ký KT. GIÁM ĐỐC. Chọn quyền hạn KT. và ghi “GIÁM ĐỐC” ở cột Ký thay.",
    "Lỗi: du_lieu.xlsx, trang “Người ký”, ô C2: Trước họ tên người ký không ghi học hàm, học vị, danh hiệu: “TS. Lê A”. Chỉ ghi họ, tên đệm và tên.",
    "Lỗi: du_lieu.xlsx, trang “Kế hoạch”: Trang “Kế hoạch” thiếu mục bắt buộc “Kết”. Thêm mục “Kết”: đoạn kết, không gõ dấu ./. ở cuối.",
    "Lỗi: du_lieu.xlsx, trang “Kế hoạch”, ô B1: “26” không phải là năm của kế hoạch, báo cáo. Ví dụ: 2026.",
    "Lỗi: du_lieu.xlsx, trang “Kế hoạch”, ô B2: Chữ gõ bằng bảng mã cũ TCVN3, không phải Unicode. Dùng Unikey (Ctrl+Shift+F6) chuyển các ô này sang Unicode rồi lưu lại.",
    "Lưu ý: du_lieu.xlsx, trang “Kế hoạch”, ô B3: Dấu “**” mở ra mà không đóng lại, nên được in như chữ thường. Thêm dấu đóng, hoặc viết dấu \\ phía trước nếu muốn in đúng dấu ấy.",
    "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”, ô B2: Không có “CQS” trong trang “Lĩnh vực”. Thêm một dòng vào trang “Lĩnh vực”, hoặc sửa lại tên.",
    "Cảnh báo: du_lieu.xlsx, trang “Nhiệm vụ”, ô D2: “Văn phòg” gần giống một tên trong trang “Đơn vị”. Có phải “Văn phòng” không?",
    "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”, ô E2: Thời hạn “Trước ngày 31/4” nêu một ngày không có trong lịch: 31/04. Sửa lại ngày.",
    "Lỗi: du_lieu.xlsx, trang “Nhiệm vụ”, ô F2: “1,5” không rõ là bao nhiêu tiền: số tiền tính bằng đồng, không có phần lẻ. Tách hàng nghìn bằng dấu chấm, ví dụ: 1.500.000.",
    "Lỗi: du_lieu.xlsx, trang “Thước đo”, ô A2: Không có “CD.1” trong trang “Chỉ tiêu”. Thêm một dòng vào trang “Chỉ tiêu”, hoặc sửa lại tên.",
    "Lỗi: du_lieu.xlsx, trang “Thước đo”, ô D2: “99.5” không rõ là số nào: dấu chấm chỉ dùng để tách hàng nghìn. Viết dấu phẩy cho phần thập phân, ví dụ: 99,5.",
    "Cảnh báo: du_lieu.xlsx, trang “Căn cứ”, ô B1: “Nội dungg” không có trong các mục của trang này. Có phải “Nội dung” không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để nguyên.",
    "Lỗi: du_lieu.xlsx, trang “Căn cứ”, ô A2: Trang “Căn cứ” thiếu cột bắt buộc “Nội dung”. Thêm cột “Nội dung”: một căn cứ, bắt đầu bằng chữ Căn cứ hoặc Thực hiện; không gõ dấu ; hay dấu . ở cuối.",
    "Cảnh báo: du_lieu.xlsx, trang “Giải phápp”: Chương trình không có trang “Giải phápp”. Có phải “Giải pháp” không? Nếu phải thì sửa lại tên trang; nếu là trang riêng của đơn vị thì để nguyên.",
]
