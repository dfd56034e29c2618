"""A working folder for the measurements: one workbook, one type of document, a document a unit."""

from pathlib import Path

from benchmarks.report_template import COLUMNS, write_template
from benchmarks.workbooks import communes, figures, indicators, write_workbook

TYPE = "bao_cao_thu"
_ROWS = 30
_SAYS = """\
loai_van_ban:
  tieu_de: Báo cáo thử
  ten_loai: Báo cáo
  viet_tat: BC
  pham_vi: don_vi
  trich_yeu: Kết quả công tác cải cách hành chính
"""


def make_folder(folder: Path, units: int) -> Path:
    """``folder`` with ``du_lieu.xlsx`` and the type; the path of the workbook."""
    templates = folder / "templates"
    templates.mkdir(parents=True)
    write_template(templates / f"{TYPE}.docx")
    (templates / f"{TYPE}.yaml").write_text(_SAYS, encoding="utf-8")
    office = {
        "Tên": "UBND tỉnh Lạng Sơn",
        "Viết tắt": "UBND",
        "Cơ quan chủ quản": "Chính phủ",
        "Địa danh": "Lạng Sơn",
        "Cấp": "tỉnh",
        "Chế độ": "tập thể",
        "Đơn vị soạn thảo": "VP",
    }
    signer = ("TM.", "ỦY BAN NHÂN DÂN", "Chủ tịch", "Nguyễn Văn A")
    receivers = [("kính gửi", "Sở Nội vụ", ""), ("nơi nhận", "Như trên", ""), ("nơi nhận", "Đảng ủy", "để b/c")]
    work = [
        (
            f"Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, đợt {row + 1}",
            "Quyết định & phụ lục" if row % 2 else "Báo cáo, kế hoạch",
            f"Phòng chuyên môn số {row % 12 + 1}",
            f"Trong tháng {row % 12 + 1}",
            f"{row * 7 % 101} thủ tục",
            "Theo chương trình tổng thể",
        )
        for row in range(_ROWS)
    ]
    path = folder / "du_lieu.xlsx"
    sheets = {
        "Cơ quan": [("Mục", "Nội dung"), *office.items()],
        "Đơn vị": communes(units),
        "Người ký": [("Quyền hạn", "Ký thay", "Chức vụ", "Họ tên"), signer],
        "Nơi nhận": [("Vai trò", "Tên", "Mục đích"), *receivers],
        "Công việc": [tuple(COLUMNS.values()), *work],
        "Kỳ báo cáo": [("Mã", "Tên", "Từ ngày", "Đến ngày"), ("năm", "năm", "15/12/2025", "14/12/2026")],
        "Số liệu năm": figures(units),
        "Chỉ số riêng": indicators(),
    }
    write_workbook(path, sheets)
    return path
