"""Point 4: faults that the checker passed over, and beside each what looks like it and is right."""

from collections.abc import Mapping

from tests.word.check.other.cases import Case, file
from tests.word.check.other.mistaken import swap
from tests.word.check.other.of_word import header, header_at, with_body
from tests.word.check.papers import LAST_SECTION, NUMBER, PARTS, bao_cao, body, cong_van, p, run, tail, thong_bao

LAST = "Sở thông báo để các đơn vị biết, thực hiện"


def number(properties: str) -> dict[str, str]:
    """The page number's runs with these properties."""
    styled = NUMBER.replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")
    return {"word/header1.xml": PARTS["word/header1.xml"].replace(NUMBER, styled)}


def said(text: str) -> str:
    return with_body(body(text))


def left_over(words: str, text: str) -> Case:
    return Case(file(said(text.format(words))), "Thông báo", cites=(words,))


def wrong_capitals(wrong: str, right: str) -> Case:
    """``wrong`` must be found, and the right way named; ``sua`` leaves it to a person or sets single capitals."""
    text = f"3. Giao {wrong} rà soát, báo cáo Giám đốc Sở."
    return Case(file(said(text)), "Thông báo", cites=(right,), may_change=(text,))


def right_capitals(words: str) -> Case:
    return Case(file(said(f"3. Giao {words} rà soát, báo cáo Giám đốc Sở.")), "Thông báo")


def last_recipient(text: str) -> Case:
    old, new = "- Lưu: VT, VP.", text
    return Case(file(swap(cong_van(), old, new)), "Công văn", expect={"NN-05": 1}, may_change=(new,))


def blanks(count: int) -> str:
    return p("") * count


def far_signature(count: int) -> str:
    at = tail("- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VP.", posts=("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"))
    return swap(thong_bao(), at, blanks(count) + at)


def bordered_head() -> str:
    """The table of the head with all its borders."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return swap(thong_bao(), "<w:tblLayout", f"<w:tblBorders>{sides}</w:tblBorders><w:tblLayout")


def narrow_head() -> str:
    """A column too narrow for Quốc hiệu and for the date."""
    xml = thong_bao().replace(
        '<w:gridCol w:w="3600"/><w:gridCol w:w="5754"/>', '<w:gridCol w:w="5354"/><w:gridCol w:w="4000"/>'
    )
    return xml.replace('<w:tcW w:w="3600"', '<w:tcW w:w="5354"').replace('<w:tcW w:w="5754"', '<w:tcW w:w="4000"')


MISSES: Mapping[str, Case] = {
    "number_too_small": Case(file(thong_bao(), number('<w:sz w:val="22"/>')), "Thông báo", expect={"PG-10": 1}),
    "number_too_big": Case(file(thong_bao(), number('<w:sz w:val="32"/>')), "Thông báo", expect={"PG-10": 1}),
    "number_bold": Case(file(thong_bao(), number("<w:b/>")), "Thông báo", expect={"PG-10": 1}),
    "number_italic": Case(file(thong_bao(), number("<w:i/>")), "Thông báo", expect={"PG-10": 1}),
    "number_too_near_the_edge": Case(file(header_at(200)), "Thông báo", expect={"PG-14": 1}),
    "number_too_far_by_a_blank": Case(file(header_at(567), header(1, 14)), "Thông báo", expect={"PG-14": 1}),
    "frame_around_the_head": Case(file(bordered_head()), "Thông báo", cites=("khung",)),
    "none_left": left_over("None", "3. Tổng số hồ sơ đã giải quyết: {}."),
    "nan_left": left_over("nan", "3. Tỷ lệ hồ sơ giải quyết đúng hạn đạt {}%."),
    "nan_in_capitals_left": left_over("NaN", "3. Tỷ lệ hồ sơ giải quyết đúng hạn đạt {}%."),
    "ref_left": left_over("#REF!", "3. Kinh phí thực hiện: {} triệu đồng."),
    "div_left": left_over("#DIV/0!", "3. Kinh phí thực hiện: {} triệu đồng."),
    "value_left": left_over("#N/A", "3. Kinh phí thực hiện: {} triệu đồng."),
    "undefined_left": left_over("undefined", "3. Người liên hệ: {}."),
    "braces_left": left_over("{{ ten_don_vi }}", "3. Giao {} thực hiện."),
    "error_of_a_field_left": left_over("Error! Reference source not found", "3. Kết quả nêu tại {}."),
    "none_in_a_table": Case(
        file(swap(bao_cao(), p("Rà soát", size=13), p("None", size=13))), "Báo cáo", cites=("None",),
    ),
    "none_as_part_of_a_name": Case(file(said("3. Bà Nguyễn Thị Nan chủ trì, hãng Nonesuch phối hợp.")), "Thông báo"),
    "cong_thuong": wrong_capitals("Sở Công thương", "Sở Công Thương"),
    "tai_chinh": wrong_capitals("Sở Tài Chính", "Sở Tài chính"),
    "noi_vu": wrong_capitals("sở nội vụ", "Sở Nội vụ"),
    "giao_duc": wrong_capitals("Sở Giáo Dục và Đào Tạo", "Sở Giáo dục và Đào tạo"),
    "bo_y_te": wrong_capitals("Bộ y tế", "Bộ Y tế"),
    "van_phong": wrong_capitals("Chánh Văn Phòng Sở", "Chánh Văn phòng"),
    "chu_tich": wrong_capitals("chủ tịch Ủy ban nhân dân xã Bình Minh", "Chủ tịch Ủy ban nhân dân"),
    "uy_ban": wrong_capitals("Ủy Ban Nhân Dân xã Bình Minh", "Ủy ban nhân dân"),
    "phuong": wrong_capitals("UBND Phường Lam Vân", "UBND phường Lam Vân"),
    "xa": wrong_capitals("UBND Xã Bình Minh", "UBND xã Bình Minh"),
    "thanh_pho": wrong_capitals("UBND Thành phố Đà Nẵng", "thành phố Đà Nẵng"),
    "small_place": wrong_capitals("UBND xã Bình minh", "Bình Minh"),
    "right_cong_thuong": right_capitals("Sở Công Thương"),
    "right_phuong_with_number": right_capitals("UBND Phường 1"),
    "right_thanh_pho_ho_chi_minh": right_capitals("Sở Tài chính Thành phố Hồ Chí Minh"),
    "right_chanh_van_phong": right_capitals("Chánh Văn phòng Sở"),
    "right_common_noun": right_capitals("các sở, ban, ngành và ủy ban nhân dân các cấp"),
    "right_at_a_start": Case(file(said("Xã Bình Minh báo cáo kết quả trước ngày 20 tháng 3 năm 2026.")), "Thông báo"),
    "blanks_as_a_page_break": Case(
        file(with_body(blanks(20), body("Nội dung sang trang mới theo yêu cầu."))), "Thông báo", cites=("trống",), also=frozenset({"ND-07"}),
    ),
    "blanks_at_the_end": Case(
        file(swap(thong_bao(), LAST_SECTION, blanks(25) + LAST_SECTION)), "Thông báo", cites=("trống",), also=frozenset({"PG-20"}),
    ),
    "two_blanks_are_no_page_break": Case(file(with_body(blanks(1), body("Nội dung tiếp theo."))), "Thông báo"),
    "last_recipient_without_stop": last_recipient("- Lưu: VT, VP"),
    "last_recipient_after_two_blanks": last_recipient("-  Lưu: VT,  VP"),
    "last_recipient_after_a_bracket": last_recipient("- Lưu: VT, VP (CTL)"),
    "last_recipient_with_copies": last_recipient("- Lưu: VT, VP (02b)"),
    "bold_italic_at_the_end": Case(
        file(swap(thong_bao(), body(f"{LAST}./.", keep=True), body(f"{LAST}./.", b=True, i=True, keep=True))), "Thông báo",
        expect={"ND-01": 1}, may_change=(f"{LAST}./.",),
    ),
    "bold_italic_apart_from_the_mark": Case(
        file(swap(thong_bao(), body(f"{LAST}./.", keep=True), body(run(LAST, b=True, i=True), run("./."), keep=True))), "Thông báo",
        expect={"ND-01": 1}, may_change=(f"{LAST}./.",),
    ),
    "negative_indent": Case(
        file(with_body(body("Nội dung thò ra ngoài lề trái của trang giấy.").replace('w:left="0" w:firstLine="720"', 'w:left="-284" w:firstLine="720"'))),
        "Thông báo", expect={"ND-04": 1}, may_change=("Nội dung thò ra ngoài lề trái của trang giấy.",),
    ),
    "hanging_indent": Case(
        file(with_body(body("Nội dung có dòng đầu thò ra so với các dòng sau.").replace('w:left="0" w:firstLine="720"', 'w:left="0" w:hanging="360"'))),
        "Thông báo", expect={"ND-04": 1}, may_change=("Nội dung có dòng đầu thò ra so với các dòng sau.",),
    ),
    "numbers_in_brackets": Case(
        file(with_body(body("3. Các phòng thực hiện:"), body("(1) Rà soát văn bản;"), body("(2) Báo cáo kết quả."))), "Thông báo",
        expect={"BC-08": 0}, may_change=("(1) Rà soát văn bản;", "(2) Báo cáo kết quả."),
    ),
    "numbers_in_brackets_inside_a_sentence": Case(
        file(said("3. Rà soát các nội dung: (1) văn bản; (2) thủ tục; (3) bộ máy.")), "Thông báo",
    ),
    "signature_far_from_the_text": Case(file(far_signature(8)), "Thông báo", cites=("chữ ký",), also=frozenset({"KY-09", "ND-07"})),
    "quoc_hieu_wraps": Case(file(narrow_head()), "Thông báo", expect={"QH-03": 1}, also=frozenset({"NT-05"})),
}  # fmt: skip
