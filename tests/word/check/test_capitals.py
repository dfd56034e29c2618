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
    # names of units and places
        "ở quận 1, phường 3.", "ở phường Điện Biên Phủ", "ra cửa Lò, vũng Tàu, cầu Giấy, lạch Trường, vàm Cỏ, cửa Ông, mũi Né", "ở Biển Cửa Lò", "dọc Sông Vàm Cỏ",
    "thăm Vịnh Hạ Long", "qua Chợ Bến Thành", "lên Núi Ba Vì", "miền bắc bộ", "vùng Bắc bộ", "vùng nam bộ", "vùng Nam bộ", "vùng Trung bộ", "vùng Tây nguyên",
    "vùng tây nguyên", "xứ Bắc kỳ", "xứ Nam kỳ", "vùng tây bắc", "vùng Tây bắc", "vùng đông bắc", "vùng Đông bắc",
    # names of persons
    "bà Nguyễn thị Hoa", "bà Nguyễn Thị hoa", "ông Lê hoàng Nam", "đời vua Hùng", "đền bà Triệu", "hội ông Gióng", "lời bác Hồ", "lời cụ Hồ", "đền Hai bà Trưng",
    "đền bà Trưng", "đời vua Lý", "thời vua Quang Trung", "Vla-Đi-Mia", "Mát-Xcơ-va", "Men-Bơn", "Xin-Ga-po", "Lê-Nin", "Lê Nin", "Ca-Na-đa", "Xít-Ni", "Béc-Lin", "Luân-Đôn",
    # organs
    "Văn phòng trung ương Đảng", "Ban chấp hành trung ương", "Liên Hợp Quốc", "Tổ chức y tế thế giới", "Hiệp hội các Quốc gia Đông Nam Á", "Tổ chức thương mại thế giới",
    "vào Wto, Asean, Unesco, Unicef, Undp, Apec, Oecd", "Đảng, nhà nước", "Đảng và nhà nước", "của Đảng, nhà nước", "phục vụ nhân dân", "đời sống nhân dân",
    "các tầng lớp nhân dân", "Nhà nước và nhân dân", "quần chúng nhân dân", "đoàn kết nhân dân", "cán bộ và nhân dân",
    # honours, posts, days
    "tặng huân chương Lao động", "tặng huy chương Vàng", "Huân chương Lao động hạng nhất", "Huân chương sao vàng", "Nhà giáo nhân dân", "Nhà giáo ưu tú", "Nghệ sĩ nhân dân",
    "Nghệ sĩ ưu tú", "Thầy thuốc nhân dân", "Thầy thuốc ưu tú", "Anh hùng lao động", "Huân chương lao động", "Huân chương độc lập",
    "mời giáo sư Trần Vân và phó giáo sư Trần Vân và tiến sĩ Trần Vân và thạc sĩ Trần Vân và bác sĩ Trần Vân và kỹ sư Trần Vân", "mời giám đốc Trần Vân và phó giám đốc Trần Vân",
    "mời chủ tịch Trần Vân và bộ trưởng Trần Vân và thứ trưởng Trần Vân", "mời trưởng phòng Trần Vân và chánh văn phòng Trần Vân", "thư của chủ tịch nước",
    "ngày Quốc Khánh", "ngày Quốc tế lao động", "ngày Quốc tế phụ nữ", "ngày phụ nữ Việt Nam", "ngày nhà giáo Việt Nam", "ngày thầy thuốc Việt Nam",
    "ngày thương binh - liệt sĩ", "ngày Báo Chí Cách Mạng Việt Nam", "năm kỷ tỵ", "năm kỷ Tỵ", "dịp tết trung thu", "dịp tết đoan ngọ", "họp thứ hai hàng tuần", "chiều thứ ba.",
    "trong tháng giêng", "trong tháng ba năm 2031", "Cách mạng Tháng Mười", "phong trào Xô viết Nghệ Tĩnh", "mừng chiến thắng Điện Biên Phủ", "trong chiến dịch Hồ Chí Minh",
    "trong chiến dịch Điện Biên Phủ", "hưởng ứng phong trào Cần Vương", "hưởng ứng phong trào Đồng khởi",
    "đời triều Lý, rồi triều Trần, rồi triều Lê, rồi triều Nguyễn, sau triều Ngô, trước triều Đinh",
    # papers and works
    "theo tờ trình số 12/TTr-SMN", "theo báo cáo số 12/BC-SMN", "theo thông báo số 12/TB-SMN", "theo hướng dẫn số 12/HD-SMN", "theo chương trình số 12/CTr-SMN",
    "theo kết luận số 12-KL/TU", "theo đề án số 12/ĐA-SMN", "theo công điện số 12/CĐ-SMN", "theo thông tư liên tịch số 12/TTLT", "theo quy chế số 12/QC-SMN", "theo quy định số 12/QyĐ-SMN",
    "theo luật Cây xanh đô thị", "theo bộ luật Hình sự", "tại chương II của Luật Cây xanh", "tại phần I của Luật Cây xanh", "tại mục 5 Chương II", "tại tiểu mục 1 Mục 2",
    "tạp chí cộng sản", "báo nhân dân", "từ điển bách khoa", "tập truyện kiều", "tập nhật ký trong tù",
)  # fmt: skip
RIGHT = (
    "Ủy ban nhân dân tỉnh Hưng An", "Hội đồng nhân dân xã Bình Minh", "các ủy ban nhân dân các cấp", "Tỉnh ủy Hưng An", "của Tỉnh ủy, Tỉnh đoàn",
    "Thành phố Hồ Chí Minh", "Thủ đô Hà Nội", "Sở Nội vụ", "điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự",
    "Nghị định số 30/2020/NĐ-CP", "ngày Quốc khánh", "tết Nguyên đán", "Cách mạng tháng Tám", "điều 5 người đi họp", "kế hoạch số lượng",
    "ban hành kế hoạch, quyết định của đơn vị",
    "tại phường Lam Vân", "Công an phường Lê Lợi, Phường Lê Lợi", "quận Lam Vân", "chia 3 phường 2 lần", "Cửa Lò", "biển Cửa Lò", "sông Vàm Cỏ", "gió thổi hướng tây bắc", "Tây Nguyên",
    "ông Nguyễn Văn An và bà Lê Thị Hoa", "bà Trần Thị Hoa trình bày", "ông Nguyễn Hữu Lộc", "ông Lê và Sở Nội vụ", "Vua Hùng", "bà Trưởng phòng", "Mát-xcơ-va", "tuyến Hà Nội - Hải Phòng - Lào Cai",
    "Liên hợp quốc (UN)", "WTO, ASEAN, UNESCO", "quản lý nhà nước", "Ủy ban nhân dân và Hội đồng nhân dân", "công an nhân dân", "Huân chương Lao động hạng Nhất", "Nghệ sĩ Nhân dân",
    "giám đốc các sở", "mời Giáo sư Trần Vân", "Chủ tịch Quốc hội", "ngày Quốc tế Lao động 1-5", "ngày Nhà giáo Việt Nam 20-11", "năm Kỷ Tỵ", "tết Trung thu", "lần thứ hai, thứ ba", "mỗi tháng hai lần",
    "thứ Hai hàng tuần", "tháng Ba năm 2031", "Triều Lý", "Phong trào Xô viết Nghệ Tĩnh", "pháp luật Việt Nam", "dự án luật", "Luật Cây xanh đô thị", "báo cáo số liệu", "thông báo số lượng 12 người/tháng",
    "mục 5 của báo cáo", "chương trình II", "danh mục 5 Chương", "tạp chí Cộng sản", "báo Nhân dân", "phó Giám đốc", "luật sư Trần Vân",
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
        ("về Quận Lam Vân", "Quận Lam Vân", "quận Lam Vân"),
        ("cả Thị trấn Lam Vân", "Thị trấn Lam Vân", "thị trấn Lam Vân"),
        ("tại Thành phố Đà Nẵng", "Thành phố Đà Nẵng", "thành phố Đà Nẵng"),
        ("của UBND Đặc khu Phú Quý", "UBND Đặc khu Phú Quý", "UBND đặc khu Phú Quý"),
        ("tại tỉnh Lâm đồng", "tỉnh Lâm đồng", "tỉnh Lâm Đồng"),
        ("tại tỉnh thái nguyên", "tỉnh thái nguyên", "tỉnh Thái Nguyên"),
        ("tại thành phố Đà nẵng", "thành phố Đà nẵng", "thành phố Đà Nẵng"),
        ("của HĐND phường Hoàn kiếm", "HĐND phường Hoàn kiếm", "HĐND phường Hoàn Kiếm"),
    ],
)  # fmt: skip
def test_wrong_capitals_of_names(text: str, wrong: str, right: str) -> None:
    (found,) = said(text, "VH-05", "VH-25", "VH-28", "VH-32", "VH-33")
    assert found.startswith(f"Viết “{wrong}”")
    assert f"Viết “{right}”" in found


@pytest.mark.parametrize(
    "text",
    [
        "của cán bộ y tế, cán bộ tài chính", "tại các cơ sở y tế, cơ sở giáo dục và đào tạo", "của các sở nội vụ", "tại Phường Trần Hưng Đạo",
        "tại Quận 1, Phường 12", "của Tỉnh Đoàn Hưng An", "tại xã Láng thực hiện", "tại tỉnh hiện nay có", "đồng bộ tài chính, nội vụ",
        "của các chủ tịch UBND xã", "của Phó Chủ tịch UBND tỉnh Lâm Đồng", "tại Thành phố Hồ Chí Minh", "của thành phố lớn",
        "xây dựng xã hòa bình, hạnh phúc", "tại phường Láng hạ tầng yếu", "của SỞ NỘI VỤ", "của Phó Trưởng Ban Chỉ đạo", "của Trưởng Phòng Nội vụ", "do UBND xã chỉ đạo", "của xã An toàn khu", "của Sở Quy hoạch - Kiến trúc",
    ],
)  # fmt: skip
def test_right_capitals_of_names(text: str) -> None:
    assert said(text, "VH-05", "VH-25", "VH-28", "VH-32", "VH-33") == []
