"""What the rules on citations, appendices, copies and capitals say, word for word, and what they leave alone."""

import pytest

from tests.word.check.breaks import BREAKS, both, swap
from tests.word.check.more_breaks import MORE_BREAKS
from tests.word.check.papers import PAPERS, SENTENCE, body, packed
from tests.word.check.test_rules import report


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        ("PL-09", "Phụ lục thứ 2 mang số “III”."),
        ("PL-10", "Nội dung văn bản không nhắc đến Phụ lục II."),
        ("PL-11", "Dòng “Kèm theo” của “Phụ lục I” ghi ký hiệu “KH-SNV”, văn bản có “KH-SCT”."),
        ("SO-09", "Ký hiệu ghi “UBND” mà cơ quan ban hành là SỞ CÔNG THƯƠNG."),
        ("KY-17", "Thẩm quyền ban hành là “CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HƯNG AN” mà ký “TM. ỦY BAN NHÂN DÂN”."),
        ("NN-10", "Nơi nhận ghi “Như trên” mà thông báo không có “Kính gửi”."),
        ("NN-11", "Nơi nhận ghi “Như Điều 5” mà quyết định không có Điều 5."),
        ("NN-12", "Dòng “- Lưu: VT.” thiếu đơn vị soạn thảo."),
        ("VD-01", "Viện dẫn lần đầu “Nghị định số 12/2031/NĐ-CP” thiếu ngày tháng năm, cơ quan ban hành."),
        ("VD-02", "Viện dẫn luật có ghi số “số 12/2031/QH18”."),
        ("BC-11", "Khoản “1” có hai lần: “1. Các phòng báo cáo kết quả trước ngày…”."),
        ("VH-24", "Sau dấu “.” viết thường: “xong. các”."),
        ("VH-28", "Viết “Sở Giáo Dục và Đào Tạo” chưa đúng quy tắc viết hoa."),
        ("SA-01", "Hình thức sao ghi “SAO Y BẢN CHÍNH”."),
        ("SA-04", "Ký hiệu bản sao ghi “SL”."),
        ("DT-02", "Thông tin chữ ký số “Số: 05/TB-SCT; 05/3/2026” thiếu giờ, phút, giây."),
        ("PG-23", "Số trang ghi “Trang 2”."),
    ],
)
def test_what_is_said(rule: str, what: str) -> None:
    assert [one.what for one in report(MORE_BREAKS[rule]()).problems if one.code == rule] == [what]


def codes(kind: str, words: str) -> list[str]:
    """What is found where the first paragraph of a paper goes on with ``words``."""
    return [
        one.code for one in report(packed(both(swap(f"{SENTENCE}.", f"{SENTENCE} {words}"))(PAPERS[kind]()))).problems
    ]


@pytest.mark.parametrize(
    "words",
    [
        "theo Nghị định số 12/2031/NĐ-CP ngày 02 tháng 01 năm 2031 của Chính phủ; Nghị định số 12/2031/NĐ-CP giao các sở.",
        "theo Luật Cây xanh; Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân.",
        "của cơ sở y tế, cán bộ công an, trụ sở tư pháp.",
        "tại Tp. Hồ Chí Minh, v.v. và các nơi khác.",
        "của tỉnh Lạng Sơn và thành phố Hải Phòng.",
        "(mẫu tại Phụ lục III Nghị định này).",
    ],
)
def test_what_is_right_is_left_alone(words: str) -> None:
    assert codes("thong_bao", words) == []


@pytest.mark.parametrize(
    ("law", "wrong"),
    [
        ("Luật Cây xanh ngày 02 tháng 01 năm 2031 của Quốc hội;", ["CC-03"]),
        ("Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân ngày 02 tháng 01 năm 2031;", []),
    ],
)
def test_a_law_among_the_bases_has_no_organ(law: str, wrong: list[str]) -> None:
    old = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
    found = report(packed(swap(old, f"Căn cứ {law}")(PAPERS["quyet_dinh"]())))
    assert [one.code for one in found.problems] == wrong


def test_a_list_may_go_on_after_a_sentence_and_begin_anew_after_a_colon() -> None:
    """Two lists that each begin with 1. under a sentence of their own are two lists."""
    xml = PAPERS["thong_bao"]().replace(
        body("2. Các phòng báo cáo kết quả trước ngày 20 tháng 3 năm 2026."),
        body("Nhiệm vụ của các phòng:") + body("1. Báo cáo kết quả trước ngày 20 tháng 3 năm 2026."),
    )
    assert [one.code for one in report(packed(xml)).problems] == []


def test_no_rule_is_broken_in_two_tables_of_breaks() -> None:
    assert not BREAKS.keys() & MORE_BREAKS.keys()
