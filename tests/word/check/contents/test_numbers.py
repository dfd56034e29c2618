"""Numbers that contradict each other are told with both places; a hundred clean paragraphs stay quiet."""

import pytest

from tests.word.check.contents.clean import CLEAN
from tests.word.check.contents.drafts import data_table, draft, grave, said


def test_a_hundred_clean_paragraphs_give_at_most_one_warning() -> None:
    assert len(CLEAN) >= 100
    told = [sentence for text in CLEAN for sentence in grave(draft(text))]
    assert len(told) <= 1, told


def test_all_of_them_in_one_paper_give_at_most_one_warning() -> None:
    assert len(grave(draft(*CLEAN))) <= 1, grave(draft(*CLEAN))


WRONG = (
    (
        "Cơ quan có 120 hồ sơ, gồm 60 hồ sơ cấp tỉnh, 50 hồ sơ cấp xã.",
        "Cảnh báo: Tổng ghi 120 hồ sơ, nhưng các phần cộng lại là 110 (60 + 50): “Cơ quan có 120 hồ sơ, gồm 60 hồ sơ cấp tỉnh, 50 hồ sơ cấp xã”.",
    ),
    (
        "Tiếp nhận 1.250 hồ sơ, trong đó trực tuyến 1.100 hồ sơ, trực tiếp 140 hồ sơ.",
        "Cảnh báo: Tổng ghi 1.250 hồ sơ, nhưng các phần cộng lại là 1.240 (1.100 + 140): “Tiếp nhận 1.250 hồ sơ, trong đó trực tuyến 1.100 hồ sơ, trực tiếp 140 hồ sơ”.",
    ),
    (
        "Đã giải quyết 1.250 hồ sơ (trong đó đúng hạn 1.200 hồ sơ, quá hạn 40 hồ sơ).",
        "Cảnh báo: Tổng ghi 1.250 hồ sơ, nhưng các phần cộng lại là 1.240 (1.200 + 40): “Đã giải quyết 1.250 hồ sơ (trong đó đúng hạn 1.200 hồ sơ, quá hạn 40 hồ sơ)”.",
    ),
    (
        "Tổng số 100 nhiệm vụ, đã hoàn thành 60 nhiệm vụ, chưa hoàn thành 30 nhiệm vụ.",
        "Cảnh báo: Tổng ghi 100 nhiệm vụ, nhưng các phần cộng lại là 90 (60 + 30): “Tổng số 100 nhiệm vụ, đã hoàn thành 60 nhiệm vụ, chưa hoàn thành 30 nhiệm vụ”.",
    ),
    (
        "Tiếp nhận 120 hồ sơ, trong đó có 130 hồ sơ trực tuyến.",
        "Cảnh báo: Phần 130 hồ sơ lớn hơn tổng 120 hồ sơ: “Tiếp nhận 120 hồ sơ, trong đó có 130 hồ sơ trực tuyến”.",
    ),
    (
        "Tổ công tác có 12 người, gồm 01 tổ trưởng, 02 tổ phó và 8 thành viên.",
        "Cảnh báo: Tổng ghi 12 người, nhưng các phần cộng lại là 11 (01 + 02 + 8): “Tổ công tác có 12 người, gồm 01 tổ trưởng, 02 tổ phó và 8 thành viên”.",
    ),
    (
        "Kinh phí 12,5 tỷ đồng, gồm ngân sách tỉnh 8 tỷ đồng và ngân sách xã 4 tỷ đồng.",
        "Cảnh báo: Tổng ghi 12,5 tỷ đồng, nhưng các phần cộng lại là 12 (8 + 4): “Kinh phí 12,5 tỷ đồng, gồm ngân sách tỉnh 8 tỷ đồng và ngân sách xã 4 tỷ đồng”.",
    ),
    (
        "Có 11/49 đơn vị (24,45%) hoàn thành.",
        "Cảnh báo: 11/49 là 22,45%, văn bản ghi 24,45%: “Có 11/49 đơn vị (24,45%) hoàn thành.”.",
    ),
    ("Có 11/49 đơn vị đạt 24,45%.", "Lưu ý: 11/49 là 22,45%, văn bản ghi 24,45%: “Có 11/49 đơn vị đạt 24,45%.”."),
    (
        "Tổng số 49 đơn vị, trong đó 11 đơn vị xếp loại tốt, chiếm 32,45%.",
        "Cảnh báo: 11 đơn vị trên 49 đơn vị là 22,45%, văn bản ghi 32,45%: “Tổng số 49 đơn vị, trong đó 11 đơn vị xếp loại tốt, chiếm 32,45%”.",
    ),
    (
        "Số hồ sơ tăng từ 40 hồ sơ lên 50 hồ sơ, tăng 20%.",
        "Cảnh báo: Từ 40 đến 50 là tăng 25%, văn bản ghi 20%: “Số hồ sơ tăng từ 40 hồ sơ lên 50 hồ sơ, tăng 20%.”.",
    ),
    (
        "Hồ sơ trực tuyến chiếm 124% tổng số hồ sơ.",
        "Cảnh báo: Phần của một tổng không thể là 124%: “Hồ sơ trực tuyến chiếm 124% tổng số hồ sơ.”.",
    ),
    (
        "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 124%.",
        "Cảnh báo: Phần của một tổng không thể là 124%: “Tỷ lệ hồ sơ giải quyết đúng hạn đạt 124%.”.",
    ),
    (
        "Sở đã tiếp nhận 1.883 hồ sơ các loại. Văn phòng đã tiếp nhận 1.853 hồ sơ các loại.",
        "Cảnh báo: Một số liệu có hai giá trị 1.883 và 1.853: “Sở đã tiếp nhận 1.883 hồ sơ các loại” và “Văn phòng đã tiếp nhận 1.853 hồ sơ các loại”.",
    ),
    ("Tỷ lệ đạt nan%.", "Cảnh báo: Còn sót “nan” do máy tính để lại: “Tỷ lệ đạt nan%.”."),
)  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), WRONG)
def test_what_is_wrong_is_told_with_its_words(text: str, sentence: str) -> None:
    assert said(draft(text)) == [sentence]


HEAD = ("STT", "Đơn vị", "Số hồ sơ", "Tỷ lệ (%)")


def of_table(*rows: tuple[str, ...], text: str = "Kết quả như bảng sau.") -> list[str]:
    return said(draft(text, more=data_table(HEAD, *rows)))


def test_a_column_that_does_not_add_up_is_told() -> None:
    rows = (("1", "Phòng A", "100", "98,5"), ("2", "Phòng B", "140", "97"))
    assert of_table(*rows, ("", "Tổng cộng", "240", "97,6")) == []
    assert of_table(*rows, ("", "Tổng cộng", "250", "97,6")) == [
        "Cảnh báo: Bảng 2, cột “Số hồ sơ”: dòng “Tổng cộng” ghi 250, nhưng các dòng cộng lại là 240."
    ]
    assert of_table(("", "Tổng số", "240", "97,6"), *rows) == []
    assert len(of_table(("", "Tổng số", "245", "97,6"), *rows)) == 1


def test_rows_of_two_levels_add_up_on_one_of_them() -> None:
    rows = (("I", "Khối sở", "240", ""), ("1", "Sở A", "100", ""), ("2", "Sở B", "140", ""), ("II", "Khối xã", "60", ""), ("1", "Xã C", "60", ""))  # fmt: skip
    assert of_table(*rows, ("", "Tổng cộng", "300", "")) == []
    assert of_table(("1", "Sở A", "100", ""), ("", "- Trực tuyến", "80", ""), ("2", "Sở B", "140", ""), ("", "Cộng", "240", "")) == []  # fmt: skip


def test_columns_that_are_no_amounts_are_left_alone() -> None:
    assert of_table(("1", "Sở A", "2024", "50"), ("2", "Sở B", "2025", "60"), ("", "Tổng cộng", "4049", "55")) == []
    numbered = (("1", "2", "3", "4"), ("1", "Sở A", "100", ""), ("2", "Sở B", "140", ""), ("", "Tổng cộng", "240", ""))
    assert of_table(*numbered) == []


def test_a_total_of_the_text_that_the_table_has_otherwise() -> None:
    rows = (("1", "Phòng A", "1.000", ""), ("2", "Phòng B", "853", ""), ("", "Tổng cộng", "1.853", ""))
    assert of_table(*rows, text="Tổng số hồ sơ đã tiếp nhận là 1.853 hồ sơ.") == []
    assert of_table(*rows, text="Tổng số hồ sơ đã tiếp nhận là 1.883 hồ sơ.") == [
        "Cảnh báo: Lời văn ghi 1.883, bảng 2 ghi tổng 1.853 (cột “Số hồ sơ”): “Tổng số hồ sơ đã tiếp nhận là 1.883 hồ sơ”."
    ]
