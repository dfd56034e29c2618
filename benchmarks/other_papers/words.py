"""Invented organs, people, places and sentences of which the papers are made."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Organ:
    """An office: parent's name as printed, own names as printed, abbreviation, head, how it is written in a text."""

    parent: str
    names: tuple[str, ...]
    short: str
    head: str
    deputy: str
    said: str
    unit: str = "VP"
    place: str = "Hưng An"
    collective: str = ""
    """After *TM.*, for an organ that decides as a body."""


def _department(name: str, short: str, said: str, province: str) -> Organ:
    return Organ(
        f"UBND TỈNH {province.upper()}", (name,), short, "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", f"Sở {said}", place=province
    )


def _committee(place: str, kind: str) -> Organ:
    return Organ(
        "",
        ("ỦY BAN NHÂN DÂN", f"{kind.upper()} {place.upper()}"),
        "UBND",
        "CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        f"Ủy ban nhân dân {kind} {place}",
        unit="VX",
        place=place,
        collective="ỦY BAN NHÂN DÂN",
    )


ORGANS = (
    _department("SỞ CÔNG THƯƠNG", "SCT", "Công Thương", "Hưng An"),
    _department("SỞ NỘI VỤ", "SNV", "Nội vụ", "Bình Lâm"),
    _department("SỞ XÂY DỰNG", "SXD", "Xây dựng", "Hưng An"),
    _department("SỞ Y TẾ", "SYT", "Y tế", "Bình Lâm"),
    _department("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SGDĐT", "Giáo dục và Đào tạo", "Hưng An"),
    _committee("Hưng An", "tỉnh"),
    _committee("Bình Minh", "xã"),
    _committee("Lam Vân", "phường"),
    Organ("UBND XÃ BÌNH MINH", ("PHÒNG VĂN HÓA - XÃ HỘI",), "VHXH", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG",
          "Phòng Văn hóa - Xã hội", unit="VHXH", place="Bình Minh"),
    Organ("UBND TỈNH HƯNG AN", ("VĂN PHÒNG",), "VP", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Văn phòng", unit="HCTC"),
)  # fmt: skip
PEOPLE = ("Trần Văn Bình", "Lê Thị Hoa", "Nguyễn Minh Khôi", "Phạm Thu Hà", "Hoàng Đức Lâm", "Đỗ Quỳnh Nga", "Vũ Hải")
TASKS = (
    "cải cách hành chính",
    "chuyển đổi số",
    "kiểm soát thủ tục hành chính",
    "trồng cây xuân",
    "phòng cháy, chữa cháy",
    "tiếp công dân",
    "văn thư, lưu trữ",
    "bảo vệ môi trường",
)
SENTENCES = (
    "Tiếp tục rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, bảo đảm đúng tiến độ và chất lượng",
    "Nâng cao trách nhiệm của người đứng đầu trong tổ chức thực hiện, kịp thời tháo gỡ khó khăn, vướng mắc",
    "Phân công rõ người, rõ việc, rõ thời gian, rõ kết quả; gắn kết quả thực hiện với đánh giá thi đua hằng năm",
    "Tăng cường tuyên truyền trên Trang thông tin điện tử và hệ thống truyền thanh cơ sở",
    "Bố trí kinh phí trong dự toán được giao, sử dụng tiết kiệm, đúng quy định",
    "Tổ chức tập huấn nghiệp vụ cho công chức làm việc tại Bộ phận Một cửa",
    "Cập nhật đầy đủ, chính xác dữ liệu vào cơ sở dữ liệu dùng chung theo phân cấp",
    "Thường xuyên kiểm tra, đôn đốc, tổng hợp kết quả báo cáo theo định kỳ",
    "Phối hợp chặt chẽ giữa các đơn vị trong quá trình giải quyết công việc của tổ chức, cá nhân",
    "Khảo sát mức độ hài lòng của người dân, doanh nghiệp đối với sự phục vụ của cơ quan hành chính",
)
REMARKS = ("(hoàn thành trong quý II)", "(có danh sách gửi riêng)", "(theo mẫu thống nhất)", "(thực hiện thường xuyên)")
HEADINGS = (
    "Mục đích",
    "Yêu cầu",
    "Công tác chỉ đạo, điều hành",
    "Kết quả đạt được",
    "Hạn chế, nguyên nhân",
    "Giải pháp",
)
PARTS = ("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "KẾT QUẢ THỰC HIỆN", "PHƯƠNG HƯỚNG, NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN")
RECIPIENTS = (
    "- Các phòng, đơn vị trực thuộc;",
    "- Lãnh đạo cơ quan;",
    "- Sở Tài chính;",
    "- Trang thông tin điện tử;",
    "- Sở Nội vụ (để p/h);",
    "- UBND tỉnh (để b/c);",
)
ADDRESSEES = (
    "Sở Tài chính",
    "Sở Nông nghiệp và Môi trường",
    "Các phòng, đơn vị trực thuộc",
    "Ủy ban nhân dân xã Bình Minh",
)
LAWS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024",
)
BASES = (
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành "
    "chính nhà nước giai đoạn 2021 - 2030",
)
ABBREVIATIONS: Mapping[str, str] = {
    "Quyết định": "QĐ", "Kế hoạch": "KH", "Báo cáo": "BC", "Tờ trình": "TTr", "Thông báo": "TB", "Biên bản": "BB",
    "Giấy mời": "GM", "Chỉ thị": "CT", "Chương trình": "CTr", "Hướng dẫn": "HD", "Phương án": "PA", "Đề án": "ĐA",
}  # fmt: skip


def sentence(rng: Random) -> str:
    """A sentence without its last sign."""
    return rng.choice(SENTENCES)


def paragraph(rng: Random) -> str:
    """Some sentences."""
    return ". ".join(rng.sample(SENTENCES, rng.randint(1, 3))) + "."


def date_of(rng: Random, place: str) -> tuple[str, str]:
    """A date line, and the date as it stands inside a text."""
    day, month = rng.randint(1, 28), rng.randint(1, 10)
    said = f"ngày {day:02} tháng {month:02} năm 2026" if month < 3 else f"ngày {day:02} tháng {month} năm 2026"
    return f"{place}, {said}", said
