"""What was copied from the last report, and words that go against the figures."""

from pathlib import Path

import pytest

from cchc_docs.office.checks import check
from cchc_docs.office.records import Data
from tests.office.figures.helpers import OFFICE, data, figures

LONG = "Sở tiếp tục đẩy mạnh tuyên truyền trên trang thông tin điện tử và hệ thống truyền thanh cơ sở."
CODES = {"doan_nhu_ky_truoc", "so_nhu_ky_truoc", "tang_giam_trai_so"}


def report(ky: str, text: str, point: str = "I.4") -> str:
    return f"  - {{ky: {ky}, muc: {point}, noi_dung: '{text}'}}\n"


def said(folder: Path, text: str, last_year: Data | None = None) -> list[str]:
    found = check(figures(folder, text, last_year=last_year))
    return [str(one).replace("thu.yaml, ", "") for one in found if one.code in CODES]


def test_a_paragraph_that_did_not_change(tmp_path: Path) -> None:
    text = (
        "noi_dung_bao_cao:\n" + report("quý 1", LONG) + report("6 tháng", LONG.replace("tuyên truyền", "tuyên  truyền"))
    )
    assert said(tmp_path, text) == [
        "Lưu ý: trang “noi_dung_bao_cao”, dòng 11: Đoạn này giống hệt báo cáo quý I năm 2026, không đổi chữ nào. Viết lại "
        "theo kỳ này; nếu vẫn đúng thì để nguyên."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        report("quý 1", "Đã tuyên truyền đầy đủ.") + report("6 tháng", "Đã tuyên truyền đầy đủ."),  # short
        report("quý 1", LONG) + report("6 tháng", LONG, "II.2.a"),  # another point
        report("quý 1", LONG + " Đạt [[3-3.1]]%.") + report("6 tháng", LONG + " Đạt [[3-3.1]]%."),  # cites figures
        report("quý 1", LONG) + report("6 tháng", LONG + " Có 02 mô hình mới."),
        report("quý 1", "Mở 3 lớp.") + report("6 tháng", "Đã mở 3 lớp tập huấn."),  # one small number
        report("quý 1", "Mở 12 lớp, 340 lượt người.") + report("6 tháng", "Mở 15 lớp, 340 lượt người dự."),
    ],
)
def test_what_may_stay(tmp_path: Path, rows: str) -> None:
    assert said(tmp_path, "noi_dung_bao_cao:\n" + rows) == []


def test_numbers_of_the_last_report(tmp_path: Path) -> None:
    text = "noi_dung_bao_cao:\n" + report("quý 1", "Mở 12 lớp, 340 lượt người.")
    assert said(tmp_path, text + report("6 tháng", "Trong kỳ đã mở 12 lớp với 340 lượt người dự.")) == [
        "Cảnh báo: trang “noi_dung_bao_cao”, dòng 11: Câu này có đúng các con số của báo cáo quý I năm 2026: 12; 340. Thay "
        "bằng số của kỳ này, hoặc trích bằng mã."
    ]


def test_last_years_report_counts_too(tmp_path: Path) -> None:
    (tmp_path / "truoc").mkdir()
    office = OFFICE.replace("nam: 2026", "nam: 2025")
    before = data(tmp_path / "truoc", "noi_dung_bao_cao:\n" + report("quý 1", LONG), office)
    assert said(tmp_path, "noi_dung_bao_cao:\n" + report("quý 1", LONG), before) == [
        "Lưu ý: trang “noi_dung_bao_cao”, dòng 10: Đoạn này giống hệt báo cáo quý I năm 2025, không đổi chữ nào. Viết lại "
        "theo kỳ này; nếu vẫn đúng thì để nguyên."
    ]


FIGURES = "so_lieu_quy_1:\n  - {3-3.3.1: 40, 3-3.3.2: 30}\nso_lieu_6_thang:\n  - {3-3.3.1: 30, 3-3.3.2: 50}\n"


@pytest.mark.parametrize(
    ("sentence", "word", "code", "now", "then"),
    [
        ("Đã tiếp nhận [[3-3.3.1]] phản ánh, tăng so với kỳ trước.", "tăng", "3-3.3.1", 30, 40),
        ("Số đã giải quyết là [[3-3.3.2]], giảm nhẹ.", "giảm", "3-3.3.2", 50, 30),
        ("Tiếp nhận [[3-3.3.1]], giảm; giải quyết [[3-3.3.2]], Giảm.", "giảm", "3-3.3.2", 50, 30),
    ],
)
def test_words_that_go_against_the_figures(
    tmp_path: Path, sentence: str, word: str, code: str, now: int, then: int
) -> None:
    text = FIGURES + "noi_dung_bao_cao:\n" + report("6 tháng", sentence, "II.2.c")
    assert said(tmp_path, text) == [
        f"Cảnh báo: trang “noi_dung_bao_cao”, dòng 14: Câu này nói “{word}”, nhưng chỉ số {code} là {now}, kỳ trước là "
        f"{then}. Sửa lại chữ, hoặc xem lại số liệu."
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Đã tiếp nhận [[3-3.3.1]] phản ánh, giảm so với kỳ trước.",
        "Đã tiếp nhận [[3-3.3.1]] phản ánh, tăng so với cùng kỳ năm trước.",  # of which nobody knows
        "Tiếp nhận [[3-3.3.1]] phản ánh; tăng cường đối thoại với người dân.",
        "Giải quyết [[3-3.3.2]] phản ánh, góp phần giảm chi phí; cắt giảm giấy tờ.",
        "Số phản ánh tăng; đã tiếp nhận [[3-3.3.1]].",
    ],
)
def test_words_that_do_not(tmp_path: Path, sentence: str) -> None:
    assert said(tmp_path, FIGURES + "noi_dung_bao_cao:\n" + report("6 tháng", sentence, "II.2.c")) == []


def test_a_year_ago_is_looked_up_in_last_years_file(tmp_path: Path) -> None:
    (tmp_path / "truoc").mkdir()
    before = data(tmp_path / "truoc", "so_lieu_quy_3:\n  - {3-3.3.1: 60}\n", OFFICE.replace("nam: 2026", "nam: 2025"))
    text = "so_lieu_quy_3:\n  - {3-3.3.1: 40}\nnoi_dung_bao_cao:\n"
    assert said(tmp_path, text + report("quý 3", "Nhận [[3-3.3.1]], tăng so với cùng kỳ.", "II.2.c"), before) == [
        "Cảnh báo: trang “noi_dung_bao_cao”, dòng 12: Câu này nói “tăng”, nhưng chỉ số 3-3.3.1 là 40, cùng kỳ năm trước là "
        "60. Sửa lại chữ, hoặc xem lại số liệu."
    ]


@pytest.mark.parametrize(
    ("month", "is_other"),
    [
        ("trong tháng 9", True),
        ("Đến hết tháng 5/2025", True),
        ("trong tháng 12/2025", False),  # the period begins on 15/12
        ("trong tháng 3", False),
        ("trong tháng 4 năm 2026", True),
        ("trong tháng 13", False),
    ],
)
def test_the_month_of_another_period(tmp_path: Path, month: str, is_other: bool) -> None:
    found = check(figures(tmp_path, "noi_dung_bao_cao:\n" + report("quý 1", f"Sở {month} mở lớp tập huấn.")))
    sentence = f"Báo cáo quý I năm 2026 nhưng câu này nói “{month}”; có phải còn sót từ báo cáo khác không?"
    assert [one.what for one in found if one.code == "con_ky_cu"] == [sentence] * is_other
