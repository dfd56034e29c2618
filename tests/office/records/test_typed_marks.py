"""What clerks type although the page prints it by itself, and the exact sentence that tells them."""

from pathlib import Path

import pytest

from tests.helpers import OFFICE, sentences

AREA = "linh_vuc:\n  - {ma: TTHC, ten_trong_ke_hoach: Thủ tục}\n"
"""Lines 8 and 9."""


@pytest.mark.parametrize("mark", ["-", "–", "+", "•"])
def test_a_dash_that_the_page_prints(tmp_path: Path, mark: str) -> None:
    said = (
        f"Đoạn này đã có dấu “{mark}” ở đầu mà cột “Gạch đầu dòng” là có, nên khi in sẽ có hai dấu. "
        f"Xóa dấu “{mark}” ở đầu đoạn; nếu muốn giữ thì chọn không ở cột “Gạch đầu dòng”."
    )
    text = f"""{AREA}chi_tieu:
  - {{ma: T1, linh_vuc: TTHC, noi_dung: "{mark} Đạt 99%"}}
giai_phap:
  - {{linh_vuc: TTHC, noi_dung: "{mark}Rà soát"}}
  - {{linh_vuc: TTHC, noi_dung: "{mark} Rà soát", gach_dau_dong: không}}
  - {{linh_vuc: TTHC, noi_dung: "-5 độ"}}
to_chuc_thuc_hien:
  - {{dau_moi: Văn phòng, noi_dung: "{mark} Đôn đốc"}}
"""
    assert sentences(tmp_path, text) == [
        f"Cảnh báo: thu.yaml, trang “chi_tieu”, dòng 11: {said}",
        f"Cảnh báo: thu.yaml, trang “giai_phap”, dòng 13: {said}",
        f"Cảnh báo: thu.yaml, trang “to_chuc_thuc_hien”, dòng 17: {said}",
    ]


@pytest.mark.parametrize("mark", ["1.", "12)", "IV.", "a)"])
def test_a_number_that_the_page_prints(tmp_path: Path, mark: str) -> None:
    text = f"""linh_vuc:
  - {{ma: TTHC, ten_trong_ke_hoach: {mark} Thủ tục}}
to_chuc_thuc_hien:
  - {{dau_moi: {mark} Văn phòng, noi_dung: Đôn đốc}}
  - {{dau_moi: 5 phòng, noi_dung: Đôn đốc}}
"""
    assert sentences(tmp_path, text) == [
        f"Cảnh báo: thu.yaml, trang “linh_vuc”, dòng 9: “{mark} Thủ tục” đã có số thứ tự “{mark}”, mà khi in chương trình "
        f"tự đánh số. Xóa “{mark}” ở đầu.",
        f"Cảnh báo: thu.yaml, trang “to_chuc_thuc_hien”, dòng 11: “{mark} Văn phòng” đã có số thứ tự “{mark}”, mà khi in "
        f"chương trình tự đánh số. Xóa “{mark}” ở đầu.",
    ]


def test_a_summary_that_repeats_the_type_and_ends_with_a_stop(tmp_path: Path) -> None:
    text = """van_ban:
  - {loai_van_ban: ke_hoach_kiem_tra, trich_yeu: Kế hoạch kiểm tra năm 2026}
  - {loai_van_ban: Báo cáo, trich_yeu: Kết quả.}
  - {loai_van_ban: Báo cáo, doi_tuong: VP, trich_yeu: Kế hoạch năm 2026}
"""
    assert sentences(tmp_path, text) == [
        "Cảnh báo: thu.yaml, trang “van_ban”, dòng 9: Trích yếu bắt đầu bằng “Kế hoạch”, chữ đã in ở dòng trên. "
        "Bỏ chữ “Kế hoạch” ở đầu.",
        "Cảnh báo: thu.yaml, trang “van_ban”, dòng 10: Trích yếu không có dấu chấm ở cuối. Xóa dấu chấm cuối.",
    ]


def test_the_plans_summary(tmp_path: Path) -> None:
    said = sentences(tmp_path, "ke_hoach: {nam: 2026, trich_yeu: KẾ HOẠCH cải cách., mo_dau: a, ket: b}\n")
    assert [one for one in said if "Trích yếu" in one] == [
        "Cảnh báo: thu.yaml, trang “ke_hoach”, dòng 8: Trích yếu không có dấu chấm ở cuối. Xóa dấu chấm cuối.",
        "Cảnh báo: thu.yaml, trang “ke_hoach”, dòng 8: Trích yếu bắt đầu bằng “Kế hoạch”, chữ đã in ở dòng trên. "
        "Bỏ chữ “Kế hoạch” ở đầu.",
    ]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (
            "Hà Nam,",
            ["Địa danh “Hà Nam,” có dấu ở cuối. Xóa dấu “,” ở cuối; dấu phẩy trước chữ ngày chương trình tự in."],
        ),
        ("hà Nam", ["Địa danh “hà Nam” bắt đầu bằng chữ thường. Viết: Hà Nam."]),
        ("TP. Hà Nam", ["Địa danh “TP. Hà Nam” viết tắt. Viết đầy đủ, ví dụ: Thành phố Hồ Chí Minh."]),
        ("Tp Hà Nam", ["Địa danh “Tp Hà Nam” viết tắt. Viết đầy đủ, ví dụ: Thành phố Hồ Chí Minh."]),
        ("TX.Hà Nam", ["Địa danh “TX.Hà Nam” viết tắt. Viết đầy đủ, ví dụ: Thành phố Hồ Chí Minh."]),
        ("Tân Phú", []),
        ("Quận 1", []),
    ],
)
def test_place_names(tmp_path: Path, place: str, said: list[str]) -> None:
    office = OFFICE.replace("dia_danh: Hà Nam", f'dia_danh: "{place}"')
    expected = [f"Cảnh báo: thu.yaml, trang “co_quan”, dòng 4: {one}" for one in said]
    assert sentences(tmp_path, "", office) == expected


@pytest.mark.parametrize("number", ["0", "123456"])
def test_numbers_that_no_document_has(tmp_path: Path, number: str) -> None:
    assert sentences(tmp_path, f"van_ban:\n  - {{loai_van_ban: ke_hoach, so: {number}}}\n") == [
        f"Lỗi: thu.yaml, trang “van_ban”, dòng 9: {number} không phải là số của một văn bản. "
        "Ghi số do văn thư cấp, ví dụ: 7; chưa ban hành thì để trống."
    ]
    assert sentences(tmp_path, "van_ban:\n  - {loai_van_ban: ke_hoach, so: 99999}\n") == []


def test_a_citation_needs_a_figure(tmp_path: Path) -> None:
    text = f"""{AREA}giai_phap:
  - linh_vuc: TTHC
    noi_dung: Đạt [[3-3.1]]^[Năm trước [[3-3.2]].], \\[[a]]
can_cu:
  - {{loai_van_ban: ke_hoach, noi_dung: "Căn cứ **[[1]]**"}}
"""
    assert sentences(tmp_path, text) == [
        "Lỗi: thu.yaml, trang “can_cu”, dòng 14: Đoạn này trích [[1]], nhưng chỉ báo cáo định kỳ mới trích được số liệu. Gõ thẳng con số thay cho [[1]].",
        "Lỗi: thu.yaml, trang “giai_phap”, dòng 12: Đoạn này trích [[3-3.1]], nhưng chỉ báo cáo định kỳ mới trích được số liệu. Gõ thẳng con số thay cho [[3-3.1]].",
        "Lỗi: thu.yaml, trang “giai_phap”, dòng 12: Đoạn này trích [[3-3.2]], nhưng chỉ báo cáo định kỳ mới trích được số liệu. Gõ thẳng con số thay cho [[3-3.2]].",
    ]


def test_marks_where_they_format_nothing(tmp_path: Path) -> None:
    text = """don_vi:
  - {ma: VP, ten: "**Văn phòng** [[3-3.1]]", loai: phòng, con_dau: không}
  - {ma: TV, ten: "Thư viện 2 * 3 *", loai: phòng, con_dau: không}
"""
    assert sentences(tmp_path, text) == [
        "Lưu ý: thu.yaml, trang “don_vi”, dòng 9: Ô này không dùng dấu “**”, “[[3-3.1]]”, nên in đúng như gõ. "
        "Xóa dấu ấy; chữ đậm, chữ nghiêng, chú thích chỉ dùng được trong các đoạn nội dung."
    ]
