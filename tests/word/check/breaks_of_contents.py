"""The changes that break the rules of what a paper says, of capitals in names, of frames and gaps."""

from collections.abc import Mapping

Said = Mapping[str, tuple[str, str]]

SAID: Said = {
    "VH-05": ("thong_bao", "trên địa bàn Tỉnh Hưng An"),
    "VH-32": ("thong_bao", "báo cáo Giám Đốc Sở"),
    "VH-33": ("thong_bao", "của UBND xã Bình minh"),
    "VD-11": ("thong_bao", "theo Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ"),
    "VD-13": ("thong_bao", "theo Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Chính phủ"),
    "VD-14": (
        "thong_bao",
        "theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh và văn bản số 12/KH-UBND ngày 06/01/2026 của UBND tỉnh",
    ),
    "VD-15": ("thong_bao", "theo Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020 của Chính phủ"),
    "VD-18": ("thong_bao", "cùng UBND tỉnh Bình Dương"),
    "VD-16": ("thong_bao", "cùng Sở Kế hoạch và Đầu tư"),
    "SL-02": ("thong_bao", "vào ngày 31/4/2026"),
    "SL-03": ("thong_bao", "gửi Văn phòng trước ngày 20/3/2025"),
    "SL-04": ("thong_bao", "với 120 hồ sơ, gồm 60 hồ sơ cấp tỉnh, 50 hồ sơ cấp xã"),
    "SL-05": ("thong_bao", "với 11/49 thủ tục (24,45%)"),
    "SL-06": ("thong_bao", "chiếm 124%"),
    "SL-08": ("thong_bao", "đã tiếp nhận 1.883 hồ sơ các loại, rồi đã tiếp nhận 1.853 hồ sơ các loại"),
    "SL-01": ("thong_bao", "đạt nan%"),
}
"""By rule: the paper, and the words that its first sentence goes on with."""
