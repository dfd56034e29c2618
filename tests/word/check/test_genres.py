"""What a paper is told to be before it is judged, and what is judged of it then."""

import unicodedata

import pytest

from cchc_docs.problems import Place, Severity
from cchc_docs.word.check.genres import Genre
from cchc_docs.word.check.opening import open_document
from cchc_docs.word.check.recognise import recognise
from cchc_docs.word.check.report import Report, judge
from cchc_docs.word.check.verdict import first_line
from tests.word.check.papers import (
    BOX_1,
    BOX_2,
    LAST_SECTION,
    PAPERS,
    SENTENCE,
    body,
    centre,
    head,
    line,
    p,
    packed,
    table,
)

TEXT = "".join(body(f"{SENTENCE}.") for _ in range(3))
TWO_COLUMNS = table([BOX_2, BOX_1], widths=(3600, 5754))

CASES = {
    "phiếu trình": (
        TWO_COLUMNS + centre("PHIẾU TRÌNH", b=True) + p("Kính gửi: Lãnh đạo Sở", b=True) + TEXT, Genre.FORM),
    "đơn": (centre("ĐƠN ĐỀ NGHỊ CẤP LẠI GIẤY PHÉP", b=True) + p("Kính gửi: Sở Công Thương") + TEXT, Genre.FORM),
    "điều lệ": (
        centre("ĐIỀU LỆ", b=True) + centre("Tổ chức và hoạt động của Hội", b=True)
        + centre("(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2026)", i=True)
        + centre("Chương I", b=True) + centre("QUY ĐỊNH CHUNG", b=True) + body("Điều 1. Phạm vi", b=True) + TEXT,
        Genre.ATTACHED),
    "quy chế có phần đầu riêng": (
        TWO_COLUMNS + centre("QUY CHẾ", b=True) + centre("Làm việc của Đoàn kiểm tra", b=True)
        + centre("(Ban hành kèm theo Quyết định số     /QĐ-SCT)", i=True) + centre("Chương I", b=True) + centre("QUY ĐỊNH CHUNG", b=True) + TEXT,
        Genre.ATTACHED),
    "phụ lục rời": (centre("Phụ lục II", b=True) + centre("DANH MỤC NHIỆM VỤ", b=True)
        + centre("(Kèm theo Kế hoạch số 05/KH-SCT ngày 05 tháng 3 năm 2026 của Sở Công Thương)", i=True) + line(30)
        + TEXT + body("Hết./."), Genre.APPENDIX),
    "danh sách rời": (
        centre("DANH SÁCH THÀNH VIÊN", b=True) + centre("(Kèm theo Quyết định số 15/QĐ-SCT)", i=True) + TEXT,
        Genre.APPENDIX),
    "thông tư": (
        head("Số: 12/2026/TT-BNV") + centre("THÔNG TƯ", b=True) + centre("Quy định về báo cáo", b=True) + TEXT,
        Genre.LEGAL),
    "quyết định quy phạm": (head("Số: 12/2026/QĐ-UBND") + centre("QUYẾT ĐỊNH", b=True) + TEXT, Genre.LEGAL),
    "văn bản của Đảng": (
        table([centre("TỈNH ỦY HƯNG AN"), centre("ĐẢNG CỘNG SẢN VIỆT NAM", b=True)], widths=(3600, 5754))
        + centre("BÁO CÁO", b=True) + TEXT, Genre.PARTY),
    "bài phát biểu": (centre("BÀI PHÁT BIỂU", b=True) + centre("tại lễ khai mạc", b=True) + TEXT, Genre.HEADLESS),
    "quyết định": (
        head("Số: 12/QĐ-SCT") + centre("QUYẾT ĐỊNH", b=True) + centre("Về việc ban hành Quy chế", b=True) + TEXT,
        Genre.ADMINISTRATIVE),
    "thiếu Quốc hiệu": (head("Số: 12/KH-SCT").replace("CỘNG HÒA", "").replace("XÃ HỘI CHỦ NGHĨA", "")
                        + centre("KẾ HOẠCH", b=True) + TEXT, Genre.ADMINISTRATIVE),
}  # fmt: skip
WITHOUT_NATIONAL = {"bài phát biểu", "đơn", "điều lệ", "phụ lục rời", "danh sách rời"}


def judged(content: str) -> Report:
    return judge(packed(content + LAST_SECTION), Place("thu.docx"))


@pytest.mark.parametrize("name", CASES)
def test_a_paper_is_told_by_how_it_begins(name: str) -> None:
    content, genre = CASES[name]
    assert recognise(open_document(packed(content + LAST_SECTION), Place("thu.docx"))).genre is genre


@pytest.mark.parametrize("name", CASES)
def test_the_same_paper_typed_with_decomposed_letters_is_the_same(name: str) -> None:
    content, genre = CASES[name]
    apart = unicodedata.normalize("NFD", content)
    assert recognise(open_document(packed(apart + LAST_SECTION), Place("thu.docx"))).genre is genre


@pytest.mark.parametrize("name", [name for name, (_, genre) in CASES.items() if genre is not Genre.ADMINISTRATIVE])
def test_what_a_paper_of_another_kind_lacks_is_no_fault(name: str) -> None:
    assert {one.code for one in judged(CASES[name][0]).problems if one.severity is not Severity.NOTE} == set()


def test_the_statement_says_what_was_judged() -> None:
    assert first_line(judged(CASES["bài phát biểu"][0])) == (
        "thu.docx: đã soát, không có gì phải sửa (tài liệu không có phần đầu của văn bản hành chính: không phải văn bản "
        "theo Nghị định 30, chỉ soát trang và phông)."
    )


def test_a_wrong_font_in_a_form_is_a_warning() -> None:
    wrong = CASES["đơn"][0].replace("<w:rPr>", '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
    assert {(one.code, one.severity) for one in judged(wrong).problems} == {("PG-07", Severity.WARNING)}


def test_of_two_papers_in_a_file_the_first_is_judged() -> None:
    paper = PAPERS["thong_bao"]()
    content = paper.removesuffix(LAST_SECTION)
    assert content != paper
    report = judge(packed(content + content + LAST_SECTION), Place("thu.docx"))
    assert report.problems == judge(packed(paper), Place("thu.docx")).problems
    assert "tệp còn 1 văn bản nữa chưa soát, hãy tách mỗi văn bản một tệp" in first_line(report)


def test_a_head_of_letters_and_marks_apart_is_read_like_any_other() -> None:
    paper = PAPERS["thong_bao"]()
    found = judge(packed(unicodedata.normalize("NFD", paper)), Place("thu.docx")).problems
    assert {one.code for one in found} == {"PG-16"}
