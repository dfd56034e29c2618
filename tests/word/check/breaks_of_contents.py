"""The changes that break the rules of what a paper says, of capitals in names, of frames and gaps."""

from collections.abc import Mapping

Said = Mapping[str, tuple[str, str]]

SAID: Said = {
    "VH-05": ("thong_bao", "trên địa bàn Tỉnh Hưng An"),
    "VH-31": ("thong_bao", "gửi Sở Tài Chính"),
    "VH-32": ("thong_bao", "báo cáo Giám Đốc Sở"),
    "VH-33": ("thong_bao", "của UBND tỉnh Lâm đồng"),
    "SL-01": ("thong_bao", "đạt nan%"),
}
"""By rule: the paper, and the words that its first sentence goes on with."""
