"""Every pattern of facts/viet_hoa.csv finds what it is there for, and leaves what is right alone."""

import re

import pytest

from cchc_docs.facts import table

WRONG = (
    "trên địa bàn Tỉnh Hưng An", "trên địa bàn Xã Bình Minh", "tại thành phố Hồ Chí Minh", "tại thủ đô Hà Nội", "của Ủy Ban Nhân Dân tỉnh",
    "của Ủy ban Nhân dân xã", "của Hội đồng Nhân dân tỉnh", "của ủy ban nhân dân tỉnh", "của hội đồng nhân dân xã", "Giám đốc Sở Nội Vụ",
    "Giám đốc Sở Tài Chính", "Giám đốc Sở Tư Pháp", "của Bộ Nội Vụ", "của Bộ Tài Chính", "của Ban chấp hành Trung ương Đảng",
    "của nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam", "nhân ngày quốc khánh", "nhân ngày quốc tế lao động", "theo nghị định số 30/2020/NĐ-CP",
    "theo nghị quyết số 76/NQ-CP", "theo thông tư số 01/2011/TT-BNV", "theo quyết định số 12/QĐ-UBND", "theo chỉ thị số 05/CT-TTg",
    "theo kế hoạch số 12/KH-UBND", "theo công văn số 12/SNV-CCHC", "tại Khoản 2 Điều 5", "tại Điểm a khoản 2", "tại điều 5 của Luật",
    "trước tết nguyên đán", "mừng Cách mạng Tháng Tám",
)  # fmt: skip
RIGHT = (
    "Ủy ban nhân dân tỉnh Hưng An", "Hội đồng nhân dân xã Bình Minh", "các ủy ban nhân dân các cấp", "Tỉnh ủy Hưng An", "của Tỉnh ủy, Tỉnh đoàn",
    "Thành phố Hồ Chí Minh", "Thủ đô Hà Nội", "Sở Nội vụ", "điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự",
    "Nghị định số 30/2020/NĐ-CP", "ngày Quốc khánh", "tết Nguyên đán", "Cách mạng tháng Tám", "điều 5 người đi họp", "kế hoạch số lượng",
    "ban hành kế hoạch, quyết định của đơn vị",
)  # fmt: skip
PATTERNS = [(row["ma"], row["sai"]) for row in table("viet_hoa")]


@pytest.mark.parametrize(("rule", "pattern"), PATTERNS)
def test_a_pattern_finds_something(rule: str, pattern: str) -> None:
    assert any(re.search(pattern, text) for text in WRONG), rule


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_found(text: str) -> None:
    assert any(re.search(pattern, text) for _, pattern in PATTERNS)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert [rule for rule, pattern in PATTERNS if re.search(pattern, text)] == []
