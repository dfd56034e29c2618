"""Checks across the data: each mistake, and the exact sentence that a clerk reads."""

from pathlib import Path

import pytest

from cchc_docs.office.checks import check
from cchc_docs.office.figures.history import History
from tests.helpers import OFFICE, data, sentences

FRAME = "san_pham: b, chu_tri: VP, thoi_han: Năm 2026"
PLAN = """\
ke_hoach:
  nam: 2026
  trich_yeu: Cải cách hành chính năm 2026
  mo_dau: Thực hiện kế hoạch của tỉnh.
  ket: Trên đây là kế hoạch
linh_vuc:
  - {ma: CHI_DAO, ten_trong_ke_hoach: Chỉ đạo}
  - {ma: THE_CHE, ten_trong_ke_hoach: Thể chế}
  - {ma: TTHC, ten_trong_ke_hoach: Thủ tục}
  - {ma: BO_MAY, ten_trong_ke_hoach: Bộ máy}
  - {ma: CONG_VU, ten_trong_ke_hoach: Công vụ}
  - {ma: TAI_CHINH, ten_trong_ke_hoach: Tài chính}
  - {ma: CQS, ten_trong_ke_hoach: Chính quyền số}
giai_phap:
  - {linh_vuc: CHI_DAO, noi_dung: a}
  - {linh_vuc: THE_CHE, noi_dung: a}
  - {linh_vuc: TTHC, noi_dung: a}
  - {linh_vuc: BO_MAY, noi_dung: a}
  - {linh_vuc: CONG_VU, noi_dung: a}
  - {linh_vuc: TAI_CHINH, noi_dung: a}
  - {linh_vuc: CQS, noi_dung: a}
"""
"""A plan without a mistake: lines 8 to 28."""
AFTER = len((OFFICE + PLAN).splitlines()) + 1


def test_the_plan_itself_has_no_mistake(tmp_path: Path) -> None:
    assert sentences(tmp_path, PLAN) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "don_vi:\n  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không, tu_ngay: 01/7/2025, "
            "den_ngay: 30/6/2025}\n",
            "Lỗi: thu.yaml, trang “don_vi”, dòng {1}: “Đến ngày” trước “Từ ngày”. Xem lại hai ngày.",
        ),
        (
            "don_vi:\n  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không, thay_bang: TTr}\n",
            "Lỗi: thu.yaml, trang “don_vi”, dòng {1}: Không có “TTr” trong trang “Đơn vị”. "
            "Ghi mã hoặc tên của một đơn vị có trong trang này.",
        ),
        (
            "don_vi:\n"
            "  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}\n"
            "  - {ma: vp, ten: Văn phòng hai, loai: phòng, con_dau: không}\n",
            "Lỗi: thu.yaml, trang “don_vi”, dòng {2}: “vp” đã dùng cho một dòng khác ở thu.yaml, trang “don_vi”, dòng {1}. "
            "Mỗi mã, mỗi tên chỉ dùng cho một dòng; sửa hoặc bỏ một trong hai.",
        ),
        (
            "van_ban:\n  - {loai_van_ban: ke_hoach, so: 5}\n  - {loai_van_ban: Ke_hoach, so: 6}\n",
            "Lỗi: thu.yaml, trang “van_ban”, dòng {2}: Văn bản này đã có ở thu.yaml, trang “van_ban”, dòng {1}. Mỗi văn bản chỉ ghi một dòng; "
            "văn bản theo kỳ thì ghi thêm Kỳ, theo đơn vị thì ghi thêm Đối tượng.",
        ),
        (
            "nhiem_vu:\n  - {noi_dung: Việc (xem Phụ lục), " + FRAME + "}\n",
            "Lỗi: thu.yaml, trang “nhiem_vu”, dòng {1}: Dòng nhiệm vụ đầu tiên thiếu “Mã”. Ghi mã, ví dụ CD.1; "
            "chỉ để trống Mã ở dòng là sản phẩm tiếp theo của nhiệm vụ ở trên.",
        ),
        (
            "nhiem_vu:\n  - {ma: A.1, linh_vuc: TTHC, san_pham: b, chu_tri: VP, thoi_han: Năm 2026}\n",
            "Lỗi: thu.yaml, trang “nhiem_vu”, dòng {1}: Nhiệm vụ A.1 thiếu “Nội dung”.",
        ),
        (
            "nhiem_vu:\n  - {ma: A.1, linh_vuc: TTHC, noi_dung: Việc, chu_tri: VP, thoi_han: Năm 2026}\n"
            "  - {san_pham: Báo cáo, chu_tri: VP, thoi_han: Năm 2026}\n",
            "Cảnh báo: thu.yaml, trang “nhiem_vu”, dòng {1}: Nhiệm vụ A.1 thiếu “Sản phẩm”. Kế hoạch phải nêu kết quả, trách nhiệm "
            "và thời hạn của từng nhiệm vụ mới được tính điểm.",
        ),
        (
            "nhiem_vu:\n"
            "  - {ma: A.1, linh_vuc: TTHC, noi_dung: Việc, san_pham: b, chu_tri: VP, thoi_han: Năm 2026}\n"
            "  - {noi_dung: Việc khác, san_pham: b, chu_tri: VP, thoi_han: Năm 2026}\n",
            "Lỗi: thu.yaml, trang “nhiem_vu”, dòng {2}: Dòng này để trống “Mã” nên là sản phẩm tiếp theo của nhiệm vụ ở trên, nhưng "
            "“Nội dung” lại khác. Nếu là nhiệm vụ mới thì ghi Mã; nếu là sản phẩm tiếp theo thì xóa ô Nội dung.",
        ),
        (
            "chi_tieu:\n  - {ma: T1, linh_vuc: TTHC, noi_dung: Trên 99%}\n"
            "thuoc_do:\n  - {chi_tieu: T1, noi_dung: đúng hạn, so_sanh: '>'}\n",
            "Lỗi: thu.yaml, trang “thuoc_do”, dòng {3}: Thước đo so sánh “>” thiếu giá trị. Điền ô Giá trị, hoặc chọn định tính.",
        ),
        (
            "chi_tieu:\n  - {ma: T1, linh_vuc: TTHC, noi_dung: Trên 99%}\n"
            "thuoc_do:\n  - {chi_tieu: T1, noi_dung: đúng hạn, so_sanh: '>=', gia_tri: '990', don_vi_tinh: '%'}\n",
            "Lỗi: thu.yaml, trang “thuoc_do”, dòng {3}: Thước đo tính bằng % lớn hơn 100. Xem lại Giá trị và Đơn vị tính.",
        ),
        (
            "chi_tieu:\n  - {ma: T1, linh_vuc: TTHC, noi_dung: Trên 99%}\n"
            "thuoc_do:\n  - {chi_tieu: T1, noi_dung: đúng hạn, so_sanh: dinh tinh, gia_tri: '99'}\n",
            "Lỗi: thu.yaml, trang “thuoc_do”, dòng {3}: Thước đo định tính thì không có giá trị. "
            "Xóa ô Giá trị, hoặc chọn cách so sánh khác.",
        ),
    ],
)
def test_a_mistake_and_what_is_said(tmp_path: Path, text: str, said: str) -> None:
    plan = PLAN.replace("là kế hoạch", "là kế hoạch (có Phụ lục kèm theo)") if "nhiem_vu:" in text else PLAN
    assert sentences(tmp_path, plan + text) == [at(said)]


def at(said: str, first: int = AFTER) -> str:
    """The sentence with the line of ``{1}``, ``{2}`` … after the plan."""
    for number in range(6):
        said = said.replace("{" + str(number) + "}", str(first + number))
    return said


def test_a_sheet_is_told_once_what_column_it_lacks(tmp_path: Path) -> None:
    plan = PLAN.replace("là kế hoạch", "là kế hoạch (có Phụ lục kèm theo)")
    task = "nhiem_vu:\n" + "".join(
        f"  - {{ma: A.{number}, linh_vuc: TTHC, noi_dung: Việc, san_pham: b, thoi_han: Năm 2026}}\n"
        for number in range(1, 4)
    )
    assert sentences(tmp_path, plan + task) == [
        "Cảnh báo: thu.yaml, trang “nhiem_vu”: Không nhiệm vụ nào có “Chủ trì”: trang này không có cột ấy. "
        "Kế hoạch phải nêu kết quả, trách nhiệm và thời hạn của từng nhiệm vụ mới được tính điểm."
    ]
    by_reference = task.replace("san_pham: b", "san_pham: b, theo_van_ban: Quyết định số 5")
    assert sentences(tmp_path, plan + by_reference) == []


def test_a_further_product_that_differs_twice_is_told_once(tmp_path: Path) -> None:
    plan = PLAN.replace("là kế hoạch", "là kế hoạch (có Phụ lục kèm theo)")
    text = (
        f"nhiem_vu:\n  - {{ma: A.1, linh_vuc: TTHC, noi_dung: Việc, {FRAME}}}\n"
        f"  - {{linh_vuc: CQS, noi_dung: Việc khác, {FRAME}}}\n"
    )
    assert sentences(tmp_path, plan + text) == [
        at(
            "Lỗi: thu.yaml, trang “nhiem_vu”, dòng {2}: Dòng này để trống “Mã” nên là sản phẩm tiếp theo của nhiệm vụ ở "
            "trên, nhưng “Lĩnh vực” lại khác. Nếu là nhiệm vụ mới thì ghi Mã; nếu là sản phẩm tiếp theo thì xóa ô Lĩnh vực."
        )
    ]
    assert sentences(tmp_path, plan + text.replace("linh_vuc: CQS, noi_dung: Việc khác, ", "linh_vuc: TTHC, ")) == []


def test_a_bad_row_makes_no_others_bad(tmp_path: Path) -> None:
    plan = PLAN.replace("là kế hoạch", "là kế hoạch (có Phụ lục kèm theo)")
    bad = FRAME.replace("Năm 2026", "Trước ngày 31/4")
    text = (
        f"nhiem_vu:\n  - {{ma: A.1, linh_vuc: TTHC, noi_dung: Việc, {FRAME}}}\n"
        f"  - {{ma: A.2, linh_vuc: CQS, noi_dung: Việc khác, {bad}}}\n  - {{linh_vuc: CQS, {FRAME}}}\n"
    )
    said = at(
        "Lỗi: thu.yaml, trang “nhiem_vu”, dòng {2}: Thời hạn “Trước ngày 31/4” nêu một ngày không có trong lịch: "
        "31/04/2026. Sửa lại ngày."
    )
    assert sentences(tmp_path, plan + text) == [said]
    first = text.replace(f"  - {{ma: A.1, linh_vuc: TTHC, noi_dung: Việc, {FRAME}}}\n", "")
    # The only task cannot be read: that is no appendix missing.
    assert sentences(tmp_path, plan + first.replace(f"  - {{linh_vuc: CQS, {FRAME}}}\n", "")) == [
        said.replace(f"dòng {AFTER + 2}", f"dòng {AFTER + 1}")
    ]
    assert sentences(tmp_path, plan + first) == [said.replace(f"dòng {AFTER + 2}", f"dòng {AFTER + 1}")]


def test_an_area_whose_row_is_bad_is_not_missing(tmp_path: Path) -> None:
    bad = PLAN.replace("ma: CQS,", "ma: CQS, thu_tu_trong_ke_hoach: bảy,")
    assert sentences(tmp_path, bad) == [
        "Lỗi: thu.yaml, trang “linh_vuc”, dòng 20: “bảy” không phải là số. Viết số nguyên, ví dụ: 30."
    ]
    bad = PLAN.replace("{linh_vuc: CQS, noi_dung: a}", "{linh_vuc: CQS, noi_dung: a, gach_dau_dong: ừ}")
    assert sentences(tmp_path, bad) == [
        "Lỗi: thu.yaml, trang “giai_phap”, dòng 28: “ừ” không phải là “có” hay “không”. Chọn có hoặc không."
    ]


def test_money_that_the_appendix_does_not_print_is_said_once(tmp_path: Path) -> None:
    plan = PLAN.replace("là kế hoạch", "là kế hoạch (có Phụ lục kèm theo)")
    row = "  - {{ma: A.{0}, linh_vuc: TTHC, noi_dung: Việc, " + FRAME + ", kinh_phi: 1.500.000}}\n"
    assert sentences(tmp_path, plan + "nhiem_vu:\n" + row.format(1) + row.format(2)) == [
        at(
            "Lưu ý: thu.yaml, trang “nhiem_vu”, dòng {1}: Cột “Kinh phí” chỉ để theo dõi: phụ lục theo mẫu có sẵn không in "
            "cột này. Nếu cần in thì thêm cột vào mẫu của cơ quan; đoạn về kinh phí ghi ở trang “Kế hoạch”."
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "nam: 2026",
            "nam: 26",
            "Lỗi: thu.yaml, trang “ke_hoach”, dòng 9: “26” không phải là năm của kế hoạch, báo cáo. Ví dụ: 2026.",
        ),
        (
            "nam: 2026",
            "nam: 2026\n  den_nam: 2025",
            "Lỗi: thu.yaml, trang “ke_hoach”, dòng 10: “Đến năm” trước hoặc bằng “Năm”. Xem lại hai năm; kế hoạch một năm thì để trống “Đến năm”.",
        ),
        (
            "nam: 2026",
            "nam: 2026\n  den_nam: 2026",
            "Lỗi: thu.yaml, trang “ke_hoach”, dòng 10: “Đến năm” trước hoặc bằng “Năm”. Xem lại hai năm; "
            "kế hoạch một năm thì để trống “Đến năm”.",
        ),
        (
            "  - {ma: CQS, ten_trong_ke_hoach: Chính quyền số}\n",
            "",
            "Cảnh báo: thu.yaml, trang “linh_vuc”: Kế hoạch thiếu nội dung “Xây dựng và phát triển chính quyền điện "
            "tử, chính quyền số” (mã CQS). Kế hoạch đủ 7 nội dung mới được tính điểm; "
            "thêm một dòng vào trang “Lĩnh vực”.",
        ),
        (
            "  - {linh_vuc: CQS, noi_dung: a}\n",
            "",
            "Cảnh báo: thu.yaml, trang “linh_vuc”, dòng 20: Lĩnh vực “Chính quyền số” chưa có chỉ tiêu, giải pháp nào nên không in "
            "ở phần nội dung. Thêm dòng ở trang “Chỉ tiêu” hoặc “Giải pháp”.",
        ),
    ],
)
def test_a_plan_with_one_thing_changed(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in PLAN
    text = PLAN.replace(old, new)
    if "CQS, ten" in old:
        text = text.replace("  - {linh_vuc: CQS, noi_dung: a}\n", "")
    assert sentences(tmp_path, text) == [said]


def test_an_appendix_that_no_sentence_mentions(tmp_path: Path) -> None:
    task = f"nhiem_vu:\n  - {{ma: A.1, linh_vuc: TTHC, noi_dung: Việc, {FRAME}}}\n"
    assert sentences(tmp_path, PLAN + task) == [
        "Cảnh báo: thu.yaml, trang “ke_hoach”, dòng 12: Văn bản có phụ lục nhiệm vụ nhưng không đoạn nào nhắc đến phụ lục. "
        "Thêm câu như: (*Có Phụ lục kèm theo*)."
    ]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("là kế hoạch", "là kế hoạch (*có Phụ lục kèm theo*)", "trang “ke_hoach”, dòng 12"),
        ("{linh_vuc: CQS, noi_dung: a}", "{linh_vuc: CQS, noi_dung: xem PHỤ LỤC}", "trang “giai_phap”, dòng 28"),
    ],
)
def test_a_sentence_that_mentions_an_appendix_that_is_not_there(tmp_path: Path, old: str, new: str, place: str) -> None:
    task = f"nhiem_vu:\n  - {{ma: A.1, linh_vuc: TTHC, noi_dung: Việc, {FRAME}}}\n"
    assert old in PLAN
    assert sentences(tmp_path, PLAN.replace(old, new) + task) == []
    assert sentences(tmp_path, PLAN.replace(old, new)) == [
        f"Cảnh báo: thu.yaml, {place}: Đoạn này nhắc đến phụ lục nhưng trang “Nhiệm vụ” chưa có gì nên văn bản không có phụ lục. "
        "Điền trang “Nhiệm vụ”, hoặc bỏ chỗ nhắc đến phụ lục."
    ]


def test_parts_of_a_plan_that_fall_out_do_not_go_unnoticed(tmp_path: Path) -> None:
    told = [str(problem) for problem in check(History.of_file(data(tmp_path, PLAN))) if problem.code == "phan_trong"]
    assert told == [
        "Lưu ý: thu.yaml, trang “ke_hoach”: Kế hoạch sẽ thiếu phần, vì những trang này không có hoặc để trống: "
        "Mục đích yêu cầu; Chỉ tiêu; Nhiệm vụ; Tổ chức thực hiện. Nếu không phải chủ ý thì điền các trang ấy."
    ]
