"""Every pattern of facts/viet_hoa.csv finds what it is there for, and leaves what is right alone."""

import re

import pytest

from cchc_docs.facts import table
from cchc_docs.problems import Place
from cchc_docs.word.check.report import judge
from tests.word.check.papers import PAPERS, SENTENCE, packed

WRONG = (
    "tại thành phố Hồ Chí Minh", "tại thủ đô Hà Nội", "của Ủy Ban Nhân Dân tỉnh",
    "của Ủy ban Nhân dân xã", "của Hội đồng Nhân dân tỉnh", "của ủy ban nhân dân tỉnh", "của hội đồng nhân dân xã", "của Ban chấp hành Trung ương Đảng",
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


def said(text: str, *rules: str) -> list[str]:
    """The findings of these rules on a notice that goes on with ``text``."""
    body = packed(PAPERS["thong_bao"]().replace(SENTENCE, f"{SENTENCE} {text}"))
    return [f"{one.what} {one.hint}" for one in judge(body, Place("thu.docx")).problems if one.code in rules]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("gửi Sở Nội Vụ", "Sở Nội Vụ", "Sở Nội vụ"),
        ("gửi Sở văn hóa, thể thao và du lịch", "Sở văn hóa, thể thao và du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("của bộ Y tế", "bộ Y tế", "Bộ Y tế"),
        ("do giám đốc Sở Nội vụ ký", "giám đốc Sở", "Giám đốc Sở"),
        ("của phó chủ tịch UBND xã Bình Minh", "phó chủ tịch UBND", "Phó Chủ tịch UBND"),
        ("của Phó Trưởng Phòng", "Trưởng Phòng", "Trưởng phòng"),
        ("tại Phường Lam Vân", "Phường Lam Vân", "phường Lam Vân"),
        ("tại Thành phố Đà Nẵng", "Thành phố Đà Nẵng", "thành phố Đà Nẵng"),
        ("của UBND Đặc khu Phú Quý", "UBND Đặc khu Phú Quý", "UBND đặc khu Phú Quý"),
        ("tại tỉnh Lâm đồng", "tỉnh Lâm đồng", "tỉnh Lâm Đồng"),
        ("tại tỉnh thái nguyên", "tỉnh thái nguyên", "tỉnh Thái Nguyên"),
        ("tại thành phố Đà nẵng", "thành phố Đà nẵng", "thành phố Đà Nẵng"),
        ("của HĐND phường ba đình", "HĐND phường ba đình", "HĐND phường Ba Đình"),
    ],
)  # fmt: skip
def test_wrong_capitals_of_names(text: str, wrong: str, right: str) -> None:
    (found,) = said(text, "VH-05", "VH-31", "VH-32", "VH-33")
    assert found.startswith(f"Viết “{wrong}” chưa đúng quy tắc viết hoa. Viết “{right}”")


@pytest.mark.parametrize(
    "text",
    [
        "của cán bộ y tế, cán bộ tài chính", "tại các cơ sở y tế, cơ sở giáo dục và đào tạo", "của các sở nội vụ", "tại Phường Trần Hưng Đạo",
        "tại Quận 1, Phường 12", "của Tỉnh Đoàn Hưng An", "tại xã Láng thực hiện", "tại tỉnh hiện nay có", "đồng bộ tài chính, nội vụ",
        "của các chủ tịch UBND xã", "của Phó Chủ tịch UBND tỉnh Lâm Đồng", "tại Thành phố Hồ Chí Minh", "của thành phố lớn",
        "xây dựng xã hòa bình, hạnh phúc", "tại phường Láng hạ tầng yếu", "của SỞ NỘI VỤ", "của Sở Quy hoạch - Kiến trúc",
    ],
)  # fmt: skip
def test_right_capitals_of_names(text: str) -> None:
    assert said(text, "VH-05", "VH-31", "VH-32", "VH-33") == []
