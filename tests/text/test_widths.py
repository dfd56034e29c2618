"""Widths of text in Times New Roman, against lines measured on rendered pages, and the breaking of names."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.text.widths import break_lines, text_width

FONTS = Path("/usr/share/fonts/truetype/liberation2")
NAMES = {
    "SỞ CÔNG THƯƠNG": ["SỞ CÔNG THƯƠNG"],
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ": ["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"],
    "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH": ["SỞ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH"],
    "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG": ["ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"],
    "PHÒNG VĂN HÓA - XÃ HỘI": ["PHÒNG VĂN HÓA -", "XÃ HỘI"],
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH LẠNG SƠN": ["TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG", "TỈNH LẠNG SƠN"],
    "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN": ["VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN", "VÀ ỦY BAN NHÂN DÂN"],
    "VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH LẠNG SƠN": [
        "VĂN PHÒNG ĐOÀN",
        "ĐẠI BIỂU QUỐC HỘI",
        "VÀ HỘI ĐỒNG NHÂN DÂN",
        "TỈNH LẠNG SƠN",
    ],
    "BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU ĐỒNG ĐĂNG - LẠNG SƠN": [
        "BAN QUẢN LÝ",
        "KHU KINH TẾ CỬA KHẨU",
        "ĐỒNG ĐĂNG - LẠNG SƠN",
    ],
}


@pytest.mark.parametrize(
    ("text", "size", "face", "measured"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, {"bold": True}, 95.6),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, {"bold": True}, 88),
        ("Độc lập - Tự do - Hạnh phúc", 14, {"bold": True}, 60.4),
        ("Hà Nội, ngày 05 tháng 01 năm 2020", 13, {"italic": True}, 66.4),
        ("Hà Nội, ngày 05 tháng 01 năm 2020", 14, {"italic": True}, 71.5),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", 13, {"italic": True}, 95.2),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", 14, {"italic": True}, 102.5),
    ],
)
def test_widths_are_those_of_rendered_pages(text: str, size: float, face: dict[str, bool], measured: float) -> None:
    # Italic lines were measured from first to last ink, which leans out of the advance widths by up to 1.5 %.
    assert text_width(text, size, **face) == pytest.approx(measured, rel=0.015)


def test_a_text_is_as_wide_in_decomposed_letters() -> None:
    assert text_width("Ho\u0300a bi\u0300nh", 14) == text_width("Hòa bình", 14)


def test_a_letter_that_the_table_lacks_counts_as_its_base_letter_or_a_full_square() -> None:
    assert text_width("ñ", 14) == text_width("n", 14)
    assert text_width("会", 72) == pytest.approx(25.4)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_breaks_where_one_breaks_it_by_hand(name: str) -> None:
    assert break_lines(name, 58, 13, bold=True) == NAMES[name]


def test_a_title_breaks_between_its_groups_of_words() -> None:
    title = (
        "Thực hiện công tác cải cách hành chính và kiểm soát thủ tục hành chính của Ban Quản lý dự án đầu tư xây dựng "
        "các công trình dân dụng và công nghiệp thành phố năm 2026"
    )
    assert break_lines(title, 160, 14, bold=True) == [
        "Thực hiện công tác cải cách hành chính và kiểm soát thủ tục hành chính",
        "của Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng",
        "và công nghiệp thành phố năm 2026",
    ]


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("TL. GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", ["TL. GIÁM ĐỐC SỞ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH"]),
        ("KT. CHÁNH VĂN PHÒNG", ["KT. CHÁNH VĂN PHÒNG"]),
        (
            "TUQ. CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH",
            ["TUQ. CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"],
        ),
    ],
)
def test_a_title_that_is_signed_with_breaks_by_hand_too(line: str, broken: list[str]) -> None:
    assert break_lines(line, 84, 14, bold=True) == broken


@pytest.mark.parametrize(
    ("text", "limit", "broken"),
    [
        ("di sản văn hóa", 28, ["di sản văn hóa"]),
        ("Bảo tồn di sản văn hóa", 38, ["Bảo tồn", "di sản văn hóa"]),
        ("Bảo tồn (DI SẢN VĂN HOÁ).", 42, ["Bảo tồn", "(DI SẢN VĂN HOÁ)."]),  # any case, either way of writing the tone
        ("Di sản, văn hóa vật thể", 32, ["Di sản,", "văn hóa vật thể"]),
        ("di sản văn hóa", 20, ["di sản", "văn hóa"]),  # too wide for a line
    ],
)
def test_compounds_stay_whole_where_a_line_holds_them(text: str, limit: float, broken: list[str]) -> None:
    assert break_lines(text, limit, 13) == broken


def test_room_for_a_number_and_a_day_stays() -> None:
    text = "Lạng Sơn, ngày     tháng     năm 2023"
    assert break_lines(text, 80, 14, italic=True) == [text]
    assert break_lines(text, 60, 14, italic=True) == ["Lạng Sơn,", "ngày     tháng     năm 2023"]


def test_no_line_begins_with_a_number_or_a_comma() -> None:
    assert break_lines("Kế hoạch năm 2026", 29, 14) == ["Kế hoạch", "năm 2026"]
    assert break_lines("VĂN HÓA - XÃ HỘI", 25, 13) == ["VĂN HÓA -", "XÃ HỘI"]


def test_a_word_wider_than_the_limit_stands_alone() -> None:
    assert break_lines("A" * 50 + " B", 57, 13) == ["A" * 50, "B"]


def test_no_text_gives_no_line() -> None:
    assert break_lines("", 57, 13) == []


@given(st.lists(st.text("ABHỘỆƯ,-", min_size=1, max_size=12), max_size=40), st.integers(20, 100))
def test_lines_fit_and_lose_nothing(words: list[str], limit: int) -> None:
    lines = break_lines(" ".join(words), limit, 13, bold=True)
    assert " ".join(lines) == " ".join(words)
    assert all(text_width(line, 13, bold=True) < limit + 1e-6 or " " not in line for line in lines)


@given(st.lists(st.text("ABHỘỆƯ", min_size=1, max_size=7), max_size=40))
def test_there_are_no_more_lines_than_needed(words: list[str]) -> None:
    needed, line = 0, ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and text_width(longer, 13) <= 57:
            line = longer
        else:
            needed, line = needed + 1, word
    assert len(break_lines(" ".join(words), 57, 13)) == needed


def test_the_table_is_what_the_fonts_say() -> None:
    pytest.importorskip("fontTools")
    if not FONTS.is_dir():
        pytest.skip(f"no fonts in {FONTS}")
    from tools.glyph_widths import TARGET, table  # noqa: PLC0415 - needs fontTools

    assert table(FONTS) == TARGET.read_text(encoding="utf-8")
