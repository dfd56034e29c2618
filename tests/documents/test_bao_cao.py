"""The periodic reports as made from small files: what they say, of whom, in whose name; the forms; the tracking table."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from cchc_docs.commands.make import make
from cchc_docs.documents.composer import Composer
from cchc_docs.documents.parts.so_lieu import SoLieuIn
from cchc_docs.facts import table
from cchc_docs.office.figures.catalog import catalog
from cchc_docs.office.figures.de_cuong import MucBaoCao
from cchc_docs.office.figures.values import Cach, Figure
from cchc_docs.word.template import Template
from cchc_docs.working_folder.opened import open_data
from tests.helpers import data_file
from tests.reports import SO, data_files
from tools.templates import FOLDER, read_parts, write_parts

REPORTS = ["bao_cao", "bao_cao_don_vi", "bang_theo_doi", "to_trinh"]
HEADING = re.compile(r"(?:[IVX]+|\d+)\. |[a-zđ]\) ")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return data_files(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def made(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All documents of both files by their paths: ``so/bao_cao_quy_1``, ``tinh/bao_cao_don_vi_nam/XHV``."""
    found = {}
    for name, path in files.items():
        folder = tmp_path_factory.mktemp(name)
        result = make(path, folder, types=REPORTS)
        assert not [str(one) for one in result.problems if one.code == "loi"]
        for one in result.documents:
            found[f"{name}/{one.path.relative_to(folder / '2026').with_suffix('').as_posix()}"] = one.path.read_bytes()
    return found


def blocks(content: bytes) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables of the body in their order."""
    document = Document(BytesIO(content))
    for element in document.element.body:
        if element.tag == qn("w:p"):
            yield Paragraph(element, document)
        elif element.tag == qn("w:tbl"):
            yield Table(element, document)


def lines(content: bytes) -> list[str]:
    """The paragraphs of the body, tables apart."""
    return [block.text for block in blocks(content) if isinstance(block, Paragraph) and block.text]


def rows(content: bytes, number: int) -> list[list[str]]:
    """The cells of a table; a cell that covers several columns or rows stands in each."""
    return [[cell.text.strip("\n") for cell in row.cells] for row in Document(BytesIO(content)).tables[number].rows]


def readable(content: bytes) -> str:
    """The document as text: a paragraph a line, a row a line."""
    found = []
    for block in blocks(content):
        if isinstance(block, Paragraph):
            found += [block.text] if block.text else []
        else:
            found += ["  " + " | ".join(cell.text.strip("\n").replace("\n", " / ") for cell in dict.fromkeys(row.cells))
                      for row in block.rows]  # fmt: skip
    return "\n".join(found) + "\n"


def after(content: bytes, heading: str) -> list[str]:
    """What stands under a heading, up to the next one."""
    found = lines(content)
    at = next(n for n, line in enumerate(found) if line.endswith(heading)) + 1
    end = next(n for n, line in enumerate(found[at:], at) if HEADING.match(line) or line.startswith(("(Số", "Trên")))
    return found[at:end]


# --- the reports of the office ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["so/bao_cao_quy_1", "so/bang_theo_doi_quy_1", "so/to_trinh_quy_1", "tinh/bao_cao_nam", "tinh/to_trinh_nam"]
    + [f"so/bao_cao_don_vi_quy_1/{unit}" for unit in ("QLTM", "TTKC")]
    + ["tinh/bao_cao_don_vi_nam/XHV"],
)
def test_the_text_was_reviewed(made: dict[str, bytes], golden: Callable[[str, str], None], name: str) -> None:
    golden(f"bao_cao/{name.replace('/', '-')}.txt", readable(made[name]))


def test_a_report_begins_with_its_addressees_and_its_basis(made: dict[str, bytes]) -> None:
    assert lines(made["so/bao_cao_quy_1"])[:8] == [
        "BÁO CÁO",
        "Kết quả thực hiện công tác cải cách hành chính quý I năm 2026",
        "và phương hướng, nhiệm vụ quý II năm 2026",
        "Kính gửi:",
        "- Ủy ban nhân dân tỉnh Hưng An;",
        "- Sở Nội vụ.",
        "Thực hiện Công văn số 4625/BNV-CCHC ngày 02/7/2025 của Bộ Nội vụ về xây dựng kế hoạch cải cách hành chính và "
        "thực hiện chế độ báo cáo cải cách hành chính định kỳ, Sở Công Thương báo cáo kết quả thực hiện công tác cải "
        "cách hành chính (CCHC) quý I năm 2026 và phương hướng, nhiệm vụ quý II năm 2026 như sau:",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC",
    ]
    assert lines(made["tinh/bao_cao_nam"])[3:7] == [
        "Kính gửi: Bộ Nội vụ",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Thực hiện Công văn số 4625/BNV-CCHC ngày 02/7/2025 của Bộ Nội vụ.",
        "Ủy ban nhân dân tỉnh Hưng An báo cáo kết quả thực hiện công tác cải cách hành chính (CCHC) năm 2026 và phương "
        "hướng, nhiệm vụ năm 2027 như sau:",
    ]


def test_who_is_addressed_is_as_above_among_the_recipients(made: dict[str, bytes]) -> None:
    assert rows(made["so/bao_cao_quy_1"], 1)[0] == [
        "Nơi nhận:\n- Như trên;\n- Giám đốc, các Phó Giám đốc Sở;\n- Các phòng, đơn vị thuộc Sở;\n- Lưu: VT, VP.",
        "GIÁM ĐỐC\nTrần Văn Bình",
    ]


def test_counts_in_prose_have_a_zero_in_front_and_none_in_the_forms(made: dict[str, bytes]) -> None:
    report = made["so/bao_cao_quy_1"]
    assert "Số TTHC đã được phê duyệt phương án đơn giản hóa: 05 thủ tục." in lines(report)
    assert rows(report, 4)[3][:4] == ["1.1.", "Số TTHC đã được phê duyệt phương án đơn giản hóa", "Thủ tục", "5"]
    people = "Biên chế công chức: được giao 1.946 người, có mặt tại thời điểm báo cáo 1.930 người."
    assert people in lines(report)
    money = "Tính đến ngày 25/02/2026, đã giải ngân 2.640,7/13.203,5 triệu đồng vốn đầu tư công được giao (đạt 20%)."
    assert money in lines(report)


def test_files_in_time_and_late_are_both_of_the_same_pair(made: dict[str, bytes]) -> None:
    heading = "Kết quả thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết TTHC"
    assert after(made["tinh/bao_cao_nam"], heading) == [
        "- Tỷ lệ TTHC thực hiện việc tiếp nhận, trả kết quả tại Bộ phận Một cửa đạt 100%.",
        "- Số TTHC đang thực hiện tiếp nhận và giải quyết không phụ thuộc vào địa giới hành chính: 310 thủ tục.",
        "- Kết quả giải quyết hồ sơ TTHC tại các sở, ban, ngành: đã giải quyết 195.197 hồ sơ, trong đó giải quyết trước "
        "và đúng hạn 193.457 hồ sơ (đạt 99,11%), quá hạn 1.740 hồ sơ (chiếm 0,89%).",
        "- Kết quả giải quyết hồ sơ TTHC tại UBND cấp xã: đã giải quyết 1.000 hồ sơ, trong đó giải quyết trước và đúng "
        "hạn 993 hồ sơ (đạt 99,30%), quá hạn 07 hồ sơ (chiếm 0,70%).",
        "- Tiếp nhận 12 phản ánh, kiến nghị (PAKN) về quy định TTHC, đã giải quyết xong 11 PAKN (đạt 91,67%).",
    ]


@pytest.mark.parametrize("value", ["99.1086", "99.125", "100", "0", "33.335"])
def test_the_two_percentages_make_a_hundred(value: str) -> None:
    one = _figures({"3-3.1": Decimal(value)})["3-3.1"]
    printed = [Decimal(text.replace(",", ".")) for text in (str(one), one.con_lai)]
    assert sum(printed) == 100


def test_the_progress_of_the_plan(made: dict[str, bytes]) -> None:
    assert after(made["so/bao_cao_quy_1"], "Đánh giá, cập nhật tiến độ thực hiện Kế hoạch CCHC") == [
        "Đến hết kỳ báo cáo, đã hoàn thành 02/05 nhiệm vụ của Kế hoạch CCHC năm 2026 (đạt 40%), trong đó 01 nhiệm vụ "
        "đúng hạn, 01 nhiệm vụ quá hạn.",
        "Số nhiệm vụ chưa hoàn thành: 01 nhiệm vụ quá hạn chưa xong; 01 nhiệm vụ chưa báo cáo; 01 nhiệm vụ đang thực "
        "hiện trong hạn.",
        "Số nhiệm vụ đã hoàn thành theo từng lĩnh vực: Chỉ đạo, điều hành 02/02; Cải cách thủ tục hành chính 0/01; Cải "
        "cách chế độ công vụ 0/01; Xây dựng và phát triển chính quyền điện tử, chính quyền số 0/01.",
        "Các nhiệm vụ quá hạn, chưa hoàn thành:",
        "- Rà soát, đơn giản hóa thủ tục hành chính (chủ trì: Phòng Quản lý thương mại, Văn phòng Sở; thời hạn: Trước "
        "ngày 28/02/2026, Quý IV/2026): đang lấy ý kiến các sở.",
    ]
    assert after(made["tinh/bao_cao_nam"], "Đánh giá, cập nhật tiến độ thực hiện Kế hoạch CCHC")[:1] == [
        "Đến hết kỳ báo cáo, đã hoàn thành 03/03 nhiệm vụ của Kế hoạch CCHC năm 2026 (đạt 100%)."
    ]


def test_documents_issued_stand_in_a_note(made: dict[str, bytes]) -> None:
    assert "Trong quý I năm 2026, Sở đã ban hành 02 văn bản chỉ đạo, điều hành công tác CCHC." in lines(
        made["so/bao_cao_quy_1"]
    )
    assert notes(made["so/bao_cao_quy_1"]) == [
        "Kế hoạch số 02/KH-SCT ngày 09/01/2026 về cải cách hành chính năm 2026; Công văn số 110/SCT-VP ngày 06/02/2026 "
        "về việc chấn chỉnh kỷ luật hành chính."
    ]
    assert notes(made["tinh/bao_cao_nam"]) == []


def test_what_the_narrative_cites_is_not_said_again(made: dict[str, bytes]) -> None:
    report = made["so/bao_cao_6_thang"]
    heading = "Đánh giá về các hoạt động chỉ đạo, điều hành nổi bật của lãnh đạo đối với công tác CCHC"
    assert after(report, heading) == ["Sở đã ban hành 02 văn bản chỉ đạo; nêu rõ người chịu trách nhiệm."]
    assert len(notes(report)) == 1  # the documents of quý I, at that sentence
    simpler = "Kết quả rà soát, cắt giảm, đơn giản hóa TTHC"
    assert after(report, simpler) == ["Đã trình phương án đơn giản hóa 06 TTHC."]


def notes(content: bytes) -> list[str]:
    parts = {name: part for name, part in _parts(content).items() if name == "word/footnotes.xml"}
    found = ["".join(note.itertext()).strip() for xml in parts.values() for note in etree.fromstring(xml)]
    return [text for text in found if text]


def _parts(content: bytes) -> dict[str, bytes]:
    return {str(part.partname).lstrip("/"): part.blob for part in Document(BytesIO(content)).part.package.iter_parts()}


def test_tasks_of_the_government_that_are_going_on_are_what_the_form_has_no_row_for(made: dict[str, bytes]) -> None:
    sentence = (
        "Tổng số nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao: 21 nhiệm vụ, trong đó: hoàn thành đúng hạn 14 nhiệm vụ; "
        "hoàn thành nhưng quá hạn 01 nhiệm vụ; quá hạn nhưng chưa hoàn thành 0 nhiệm vụ; đang thực hiện, còn trong hạn "
        "06 nhiệm vụ."
    )
    assert sentence in lines(made["tinh/bao_cao_nam"])
    assert next(row for row in rows(made["tinh/bao_cao_nam"], 2) if row[0] == "4.1.") == [
        "4.1.", "Tổng số nhiệm vụ được giao", "Nhiệm vụ", "21", "Còn 06 nhiệm vụ đang thực hiện, trong hạn"
    ]  # fmt: skip


def test_nothing_out_of_nothing_is_said_in_words_and_a_dash_in_the_form(made: dict[str, bytes]) -> None:
    report = made["so/bao_cao_quy_1"]
    assert (
        "Đã kiểm tra 12 văn bản quy phạm pháp luật theo thẩm quyền; không có văn bản phải xử lý sau kiểm tra."
        in lines(report)
    )
    assert "- Không tiếp nhận phản ánh, kiến nghị về quy định TTHC." in lines(report)
    assert "Trong quý I năm 2026, không có cán bộ, công chức, viên chức bị kỷ luật." in lines(report)
    ratio = next(row for row in rows(report, 4) if row[0] == "3.3.")
    assert ratio[2:] == ["%", "-", "Không phát sinh"]


def test_targets_met_and_not_met(made: dict[str, bytes]) -> None:
    report = made["so/bao_cao_quy_1"]
    assert after(report, "Mặt tích cực") == [
        "Công tác CCHC được triển khai đồng bộ.",
        "Các chỉ tiêu đã đạt hoặc vượt mức đề ra trong Kế hoạch CCHC năm 2026:",
        "- Tỷ lệ hồ sơ TTHC giải quyết trước và đúng hạn: 99,11% (mức đề ra trên 99%), vượt 0,11 điểm %;",
        "- Tỷ lệ hồ sơ trực tuyến toàn trình: 91,67% (mức đề ra từ 90% trở lên), vượt 1,67 điểm %.",
    ]
    assert after(report, "Những tồn tại, hạn chế, nguyên nhân") == [
        "Đến hết kỳ báo cáo, các chỉ tiêu chưa đạt mức đề ra trong Kế hoạch CCHC năm 2026:",
        "- Tỷ lệ TTHC thanh toán trực tuyến: 70% (mức đề ra từ 80% trở lên), chưa đạt (chỉ tiêu phấn đấu).",
    ]


def test_the_forms_are_cited_at_the_end_of_part_two(made: dict[str, bytes]) -> None:
    found = lines(made["so/bao_cao_quy_1"])
    at = found.index("(Số liệu cụ thể ở các nội dung tại phụ lục kèm theo báo cáo).")
    assert found[at + 1] == "III. ĐÁNH GIÁ CHUNG"
    assert found.count(found[at]) == 1


def test_a_report_closes_with_whom_it_is_for(made: dict[str, bytes]) -> None:
    assert (
        "Trên đây là báo cáo kết quả thực hiện công tác CCHC quý I năm 2026 và phương hướng, nhiệm vụ quý II năm 2026, "
        "Sở Công Thương kính báo cáo Ủy ban nhân dân tỉnh Hưng An và Sở Nội vụ./."
    ) in lines(made["so/bao_cao_quy_1"])


# --- points without content -------------------------------------------------------------------------------------------


def headings(content: bytes, part: str) -> list[str]:
    """The headings within a part of the report."""
    parts = [line for line in lines(content) if re.match(r"[IVX]+\. ", line)]
    at = next(n for n, line in enumerate(parts) if line.startswith(f"{part}. "))
    found = lines(content)[lines(content).index(parts[at]) + 1 : lines(content).index(parts[at + 1])]
    return [line for line in found if HEADING.match(line)]


def test_points_without_content_fall_out_and_letters_close_up(made: dict[str, bytes]) -> None:
    assert headings(made["so/bao_cao_quy_1"], "I") == [
        "1. Đánh giá về các hoạt động chỉ đạo, điều hành nổi bật của lãnh đạo đối với công tác CCHC",
        "2. Đánh giá, cập nhật tiến độ thực hiện Kế hoạch CCHC",
        "3. Về công tác kiểm tra CCHC",
        "4. Về mô hình, sáng kiến, giải pháp mới trong CCHC",
    ]
    assert headings(made["so/bao_cao_quy_1"], "II")[5:9] == [
        "2. Cải cách thủ tục hành chính (TTHC)",
        "a) Kết quả rà soát, cắt giảm, đơn giản hóa TTHC",
        "b) Kết quả thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết TTHC",
        "3. Cải cách tổ chức bộ máy",
    ]


def test_a_point_that_stands_alone_has_no_letter(made: dict[str, bytes]) -> None:
    assert "Tình hình chấp hành kỷ luật, kỷ cương hành chính" in lines(made["so/bao_cao_quy_1"])
    assert "c) Tình hình chấp hành kỷ luật, kỷ cương hành chính" in lines(made["tinh/bao_cao_nam"])


def test_one_word_in_the_template_keeps_all_points(files: dict[str, Path], tmp_path: Path) -> None:
    content = _with_sentence(files["so"], tmp_path, "Không phát sinh")
    assert [line[:2] for line in headings(content, "II") if line.startswith(tuple("abcdđegh"))] == [
        *("a)", "b)", "c)", "d)"),
        *("a)", "b)", "c)"),
        *("a)", "b)", "c)", "d)"),
        *("a)", "b)", "c)", "d)"),
        *("a)", "b)", "c)"),
        *("a)", "b)", "c)", "d)", "đ)", "e)", "g)"),
    ]
    assert after(content, "b) Phát triển hạ tầng kỹ thuật") == ["Không phát sinh."]
    assert after(content, "đ) Phát triển các ứng dụng, dịch vụ nội bộ") == ["Tỷ lệ sử dụng văn bản điện tử đạt 99,71%."]
    assert after(content, "6. Xây dựng và phát triển chính quyền điện tử, chính quyền số") == []


def _with_sentence(path: Path, folder: Path, sentence: str) -> bytes:
    """The first report of ``path`` by a template whose rule for points without content is ``sentence``."""
    (folder / "mau").mkdir()
    parts = read_parts(FOLDER / "bao_cao.docx")
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b'{%p set diem_trong = "" %}', f'{{%p set diem_trong = "{sentence}" %}}'.encode()
    )
    (folder / "mau" / "bao_cao.docx").write_bytes(write_parts(parts))
    (folder / "mau" / "bao_cao.yaml").write_bytes((FOLDER / "bao_cao.yaml").read_bytes())
    return make(path, folder / "ra", types=["bao_cao"], templates=folder / "mau").documents[0].path.read_bytes()


@pytest.fixture(scope="module")
def empty(files: dict[str, Path]) -> dict[str, Any]:
    """What the template of the province's report sees, but for any figure, any list, any narrative."""
    checked = open_data(files["tinh"])
    composer = Composer(checked.types["bao_cao"], checked.inputs)
    names = dict(composer.context(composer.subjects[0]))
    lists = {row["danh_sach"] for row in table("de_cuong_bao_cao") if row["danh_sach"]} - {"tien_do"}
    points = [MucBaoCao(one.ma, one.bac, f"<{one.ma}>", [], True, one.la_cuoi, False, ()) for one in names["de_cuong"]]
    progress = type(names["tien_do"])("", [])
    return names | dict.fromkeys(lists, ()) | {
        "bieu_mau": [], "de_cuong": points, "tien_do": progress, "tien_do_trang_thai": [], "tien_do_linh_vuc": []
    }  # fmt: skip


@pytest.mark.parametrize("value", [0, 5])
def test_a_point_has_content_by_the_figures_that_have_a_sentence_there(empty: dict[str, Any], value: int) -> None:
    """``chi_so`` in the table of the outline and the sentences of the template are in step: each figure is alone once."""
    template = Template(FOLDER / "bao_cao.docx")
    declared = {(row["ma"], code) for row in table("de_cuong_bao_cao") for code in row["chi_so"].split(";") if code}
    found = set()
    for code in _figures({}):
        figures = _figures({code: Decimal(value)})
        points = [replace(one, chua_neu=figures) for one in empty["de_cuong"]]
        printed = lines(template.render(empty | {"so_lieu": figures, "de_cuong": points}))
        point = ""
        for line in printed[: printed.index(next(line for line in printed if line.startswith("Trên đây")))]:
            heading = re.search(r"<(.+)>", line)
            point = heading[1] if heading else point
            if point and not heading:
                found.add((point, code))
    assert found == declared


def _figures(values: Mapping[str, Decimal]) -> SoLieuIn:
    """The indicators of a province with these values and no others."""
    province: Any = SimpleNamespace(co_quan=SimpleNamespace(cap="tỉnh"), chi_so_rieng=[])
    indicators = catalog(province, date(2026, 12, 14))
    return SoLieuIn({code: Figure(one, values.get(code), Cach.NHAP) for code, one in indicators.items()}, {}, {}, {})


def test_the_template_names_no_figure_that_the_forms_do_not_have() -> None:
    known = {row["ma"] for row in table("chi_so")}
    for name in REPORTS:
        text = read_parts(FOLDER / f"{name}.docx")["word/document.xml"].decode()
        assert set(re.findall(r'"(\d-[\d.]+)"', text)) <= known


def test_what_a_unit_writes_beyond_its_areas_is_printed(tmp_path: Path) -> None:
    text = SO.replace(
        "  - {ky: quý 1, don_vi: QLTM, muc: II.2.c,",
        "  - {ky: quý 1, don_vi: QLTM, muc: II.4.d, noi_dung: Cử 01 công chức đi học.}\n"
        "  - {ky: quý 1, don_vi: QLTM, muc: II.2.c,",
    )
    path = tmp_path / "so.yaml"
    path.write_text(text, encoding="utf-8")
    result = make(path, tmp_path / "ra", types=["bao_cao_don_vi"], periods=["quy_1"], subjects=["QLTM"])
    content = result.documents[0].path.read_bytes()
    assert after(content, "Kết quả thực hiện đào tạo, bồi dưỡng cán bộ, công chức, viên chức") == [
        "Cử 01 công chức đi học."
    ]


# --- the forms --------------------------------------------------------------------------------------------------------


def test_a_sentence_and_its_row_in_the_form_are_one_figure(made: dict[str, bytes]) -> None:
    row = next(row for row in rows(made["so/bao_cao_quy_1"], 4) if row[0] == "3.1.")
    assert row[3] == "99,11"
    assert "Bộ phận Một cửa hoạt động ổn định; tỷ lệ đúng hạn đạt 99,11%." in lines(made["so/bao_cao_quy_1"])


def test_the_header_has_two_rows_which_repeat_and_no_row_splits(made: dict[str, bytes]) -> None:
    for form in Document(BytesIO(made["tinh/bao_cao_nam"])).tables[2:]:
        marks = [{etree.QName(mark).localname for mark in row._tr.trPr} for row in form.rows]
        assert marks[:2] == [{"cantSplit", "tblHeader"}] * 2
        assert all(mark == {"cantSplit"} for mark in marks[2:])
        assert [cell.text for cell in form.rows[0].cells] == [
            "STT", "Chỉ tiêu thống kê", "Kết quả thống kê", "Kết quả thống kê", "Ghi chú"
        ]  # fmt: skip
        assert [cell.text for cell in form.rows[1].cells] == [
            "STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"
        ]  # fmt: skip


def test_all_forms_with_all_their_rows(made: dict[str, bytes]) -> None:
    def printed(level: str) -> int:
        return sum(row["in_ra"] == "có" and row["cap"] in {"", level} for row in table("chi_so"))

    for name, level in (("tinh/bao_cao_nam", "tỉnh"), ("so/bao_cao_quy_1", "sở")):
        forms = Document(BytesIO(made[name])).tables[2:]
        assert len(forms) == 7
        assert sum(len(form.rows) - 2 for form in forms) == printed(level)
    assert printed("tỉnh") == 123


def test_a_heading_row_is_bold_and_stays_with_the_next(made: dict[str, bytes]) -> None:
    form = Document(BytesIO(made["tinh/bao_cao_nam"])).tables[4]
    styles = {row.cells[0].text: {paragraph.style.name for cell in row.cells[:4] for paragraph in cell.paragraphs}
              for row in form.rows[2:]}  # fmt: skip
    assert styles["2."] == {"Lĩnh vực trong bảng"}
    assert styles["2.1."] == {"Ô bảng", "Ô bảng giữa"}


def test_a_note_stands_once_for_the_rows_that_share_it(made: dict[str, bytes]) -> None:
    form = Document(BytesIO(made["so/bao_cao_quy_1"])).tables[7]
    note = "Số liệu do Phòng Tài chính cung cấp; tính đến ngày 25/02/2026"
    cells = {row.cells[0].text: row.cells[4] for row in form.rows[2:]}
    assert cells["1.1."]._tc is cells["1.2."]._tc
    assert (cells["1."].text, cells["1.1."].text, cells["2."].text) == ("", note, "")


# --- the reports of units ---------------------------------------------------------------------------------------------


def test_units_report_of_the_periods_at_whose_end_they_existed(made: dict[str, bytes]) -> None:
    found = [name.removeprefix("so/bao_cao_don_vi_") for name in made if name.startswith("so/bao_cao_don_vi_")]
    assert found == [
        "quy_1/VP", "quy_1/QLTM", "quy_1/TTKC", "quy_1/TTr",
        "6_thang/VP", "6_thang/QLTM", "6_thang/TTKC", "6_thang/QLNL",
    ]  # fmt: skip


def test_a_unit_without_a_seal_has_no_number_and_its_date_in_place(made: dict[str, bytes]) -> None:
    head = Document(BytesIO(made["so/bao_cao_don_vi_quy_1/VP"])).tables[0]
    assert head.rows[0].cells[0].text.strip("\n") == "SỞ CÔNG THƯƠNG\nVĂN PHÒNG SỞ"
    number, day = dict.fromkeys(head.rows[1].cells)
    assert (number.text, day.text) == ("", "Hưng An, ngày      tháng      năm 2026")
    assert [round(cell.width.mm) for cell in (number, day)] == [58, 107]
    assert rows(made["so/bao_cao_don_vi_quy_1/VP"], 1)[0] == [
        "Nơi nhận:\n- Như trên;\n- Lưu: VP.", "CHÁNH VĂN PHÒNG\nLê Văn Nam"
    ]  # fmt: skip
    assert "(Kèm theo Báo cáo ngày      tháng      năm 2026 của Văn phòng Sở)" in lines(
        made["so/bao_cao_don_vi_quy_1/VP"]
    )


def test_a_unit_with_a_seal_has_the_number_of_the_register(made: dict[str, bytes]) -> None:
    report = made["so/bao_cao_don_vi_quy_1/TTKC"]
    head = Document(BytesIO(report)).tables[0]
    assert [cell.text for cell in dict.fromkeys(head.rows[1].cells)] == [
        "Số: 07/BC-TTKC", "Hưng An, ngày 12 tháng 3 năm 2026"
    ]  # fmt: skip
    assert "- Lưu: VT." in rows(report, 1)[0][0]
    attached = (
        "(Kèm theo Báo cáo số 07/BC-TTKC ngày 12 tháng 3 năm 2026 của Trung tâm Khuyến công và Tư vấn phát triển công "
        "nghiệp)"
    )
    assert attached in lines(report)


def test_a_commune_is_a_collective_with_nobody_above_it(made: dict[str, bytes]) -> None:
    for unit, name, head in (("XHV", "XÃ HẢI VÂN", "Phan Văn Đức"), ("PTT", "PHƯỜNG TRUNG TÂM", "Lý Thị Thu")):
        report = made[f"tinh/bao_cao_don_vi_nam/{unit}"]
        left = Document(BytesIO(report)).tables[0].rows[0].cells[0]
        assert left.text.strip("\n") == f"ỦY BAN NHÂN DÂN\n{name}"
        assert rows(report, 1)[0][1] == f"TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n{head}"
        assert "Kính gửi: Ủy ban nhân dân tỉnh Hưng An" in lines(report)


def test_a_unit_tells_of_its_areas_its_tasks_its_figures(made: dict[str, bytes]) -> None:
    report = made["so/bao_cao_don_vi_quy_1/QLTM"]
    assert headings(report, "I") == ["1. Đánh giá, cập nhật tiến độ thực hiện Kế hoạch CCHC"]
    progress = (
        "Đến hết kỳ báo cáo, đã hoàn thành 0/02 nhiệm vụ do đơn vị chủ trì trong Kế hoạch CCHC năm 2026 (đạt 0%)."
    )
    assert progress in lines(report)
    assert headings(report, "II") == [
        "1. Cải cách thủ tục hành chính (TTHC)",
        "2. Xây dựng và phát triển chính quyền điện tử, chính quyền số",
    ]
    assert [line for line in lines(report) if line.startswith("Biểu mẫu")] == [
        "Biểu mẫu 3. Cải cách thủ tục hành chính",
        "Biểu mẫu 7. Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
    ]
    assert [row[0] for row in rows(report, 2)[2:]] == ["3.", "3.1.", "3.1.1.", "3.1.2."]


def test_a_unit_without_figures_has_no_appendix(made: dict[str, bytes]) -> None:
    report = made["so/bao_cao_don_vi_6_thang/QLNL"]
    assert "Phụ lục" not in lines(report)
    assert "(Số liệu cụ thể ở các nội dung tại phụ lục kèm theo báo cáo)." not in lines(report)
    assert [round(section.page_width.mm) for section in Document(BytesIO(report)).sections] == [210]


def test_recipients_of_the_office_are_not_those_of_its_units(made: dict[str, bytes]) -> None:
    """A row of *Nơi nhận* without a type is for all that the office issues."""
    assert "phòng, đơn vị thuộc Sở" in rows(made["so/to_trinh_quy_1"], 1)[0][0]
    assert "phòng, đơn vị thuộc Sở" not in rows(made["so/bao_cao_don_vi_quy_1/VP"], 1)[0][0]


# --- the tracking table and the submission ----------------------------------------------------------------------------


def test_the_tracking_table_has_what_needs_a_push_first(made: dict[str, bytes]) -> None:
    content = made["so/bang_theo_doi_quy_1"]
    assert lines(content)[3:7] == [
        "Số liệu từ ngày 15/12/2025 đến ngày 14/3/2026.",
        "Nhiệm vụ: hoàn thành 02/05 (đạt 40%); quá hạn chưa xong 01; chưa báo cáo 01; đang thực hiện trong hạn 01.",
        "Chỉ tiêu: đạt hoặc vượt 02; chưa đạt 01; chưa có số liệu 01.",
        "Báo cáo của các đơn vị (hạn 20/3/2026): nộp đúng hạn 01; nộp chậm 01; chưa nộp 02.",
    ]
    assert [row[4] for row in rows(content, 0)[1:]] == [
        "Quá hạn chưa xong", "Chưa báo cáo", "Đang thực hiện trong hạn", "Hoàn thành quá hạn", "Hoàn thành đúng hạn"
    ]  # fmt: skip
    assert rows(content, 0)[1][1:] == [
        "Rà soát, đơn giản hóa thủ tục hành chính",
        "Phòng Quản lý thương mại; Văn phòng Sở",
        "Trước ngày 28/02/2026; Quý IV/2026",
        "Quá hạn chưa xong",
        "Đang lấy ý kiến các sở",
    ]
    assert rows(content, 1)[1:3] == [
        ["1", "Tỷ lệ hồ sơ TTHC giải quyết trước và đúng hạn", "> 99%", "99,11%", "Vượt 0,11 điểm %"],
        ["2", "Tỷ lệ phản ánh, kiến nghị được giải quyết", "= 100%", "-", "Chưa có số liệu"],
    ]
    assert rows(content, 2)[1:] == [
        ["1", "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp", "", "Chưa nộp"],
        ["2", "Thanh tra Sở", "", "Chưa nộp"],
        ["3", "Phòng Quản lý thương mại", "24/3/2026", "Chậm 04 ngày"],
    ]


def test_where_nobody_keeps_when_reports_came_nothing_is_said_of_it(made: dict[str, bytes]) -> None:
    content = made["tinh/bang_theo_doi_nam"]
    assert not [line for line in lines(content) if "nộp" in line.lower()]
    assert len(Document(BytesIO(content)).tables) == 1


def test_the_submission_tells_the_main_figures(made: dict[str, bytes]) -> None:
    found = lines(made["tinh/to_trinh_nam"])
    assert found[0:4] == [
        "TỜ TRÌNH",
        "Về việc ban hành Báo cáo kết quả thực hiện công tác cải cách hành chính",
        "năm 2026 và phương hướng, nhiệm vụ năm 2027",
        "Kính gửi: Thường trực Hội đồng nhân dân tỉnh",
    ]
    at = found.index("2. Một số kết quả chính")
    assert found[at + 1 : at + 5] == [
        "- Hoàn thành 03/03 nhiệm vụ của Kế hoạch CCHC năm 2026 (đạt 100%).",
        "- Tỷ lệ hồ sơ thủ tục hành chính tại các sở, ban, ngành được giải quyết trước và đúng hạn đạt 99,11%; tại UBND "
        "cấp xã đạt 99,30%.",
        "- Giải ngân vốn đầu tư công đạt 85,89% kế hoạch được giao.",
        "- Tỷ lệ hồ sơ nộp trực tuyến của các dịch vụ công trực tuyến toàn trình đạt 94%.",
    ]
    assert found[-1] == (
        "Ủy ban nhân dân tỉnh Hưng An kính đề nghị Thường trực Hội đồng nhân dân tỉnh xem xét, ban hành Báo cáo kết quả "
        "thực hiện công tác cải cách hành chính năm 2026 và phương hướng, nhiệm vụ năm 2027./."
    )


def test_without_an_addressee_a_submission_goes_to_the_organ_above(made: dict[str, bytes]) -> None:
    assert lines(made["so/to_trinh_quy_1"])[3] == "Kính gửi: UBND tỉnh Hưng An"


# --- which documents there are ----------------------------------------------------------------------------------------

SIGNER = "nguoi_ky:\n  - {chuc_vu: Giám đốc, ho_ten: Lê A}\n"
PLAN = "ke_hoach: {nam: 2026, trich_yeu: Năm 2026, mo_dau: Mở đầu, ket: Kết}\n"


def test_without_any_period_there_is_no_report_and_one_asked_for_is_told(tmp_path: Path) -> None:
    path = data_file(tmp_path, SIGNER + PLAN)
    assert [one.loai for one in make(path, tmp_path / "ra").documents] == ["ke_hoach"]
    result = make(path, tmp_path / "ra", types=["bao_cao"])
    assert [str(one) for one in result.problems if one.code == "chua_co_ky"] == [
        "Lỗi: thu.yaml: Chưa có gì của kỳ báo cáo nào để làm “Báo cáo cải cách hành chính định kỳ”. Điền số liệu (trang "
        "“Số liệu quý 1” …), “Kết quả” hoặc “Nội dung báo cáo” của kỳ."
    ]


def test_a_period_of_the_offices_own_needs_no_next_one(tmp_path: Path) -> None:
    text = """\
ky_bao_cao:
  - {ma: 9 tháng, ten: 9 tháng đầu năm, tu_ngay: 15/12/2025, den_ngay: 14/9/2026}
noi_dung_bao_cao:
  - {ky: 9 tháng, muc: IV, noi_dung: Tiếp tục thực hiện.}
"""
    result = make(data_file(tmp_path, SIGNER + PLAN + text), tmp_path / "ra", types=["bao_cao"])
    found = lines(result.documents[0].path.read_bytes())
    assert " ".join(found[1:3]) == (
        "Kết quả thực hiện công tác cải cách hành chính 9 tháng đầu năm 2026 và phương hướng, nhiệm vụ thời gian tới"
    )
    assert "I. PHƯƠNG HƯỚNG, NHIỆM VỤ CCHC THỜI GIAN TỚI" in found
    assert found[-1].endswith("nhiệm vụ thời gian tới, Sở Thử nghiệm báo cáo./.")  # and no form without any figure


def test_a_row_of_the_register_names_the_period(tmp_path: Path) -> None:
    register = """\
van_ban:
  - {loai_van_ban: bao_cao, ky: quý 1, so: 5}
  - {loai_van_ban: bao_cao, so: 6}
  - {loai_van_ban: bao_cao, ky: năm, so: 7}
noi_dung_bao_cao:
  - {ky: quý 1, muc: IV, noi_dung: Tiếp tục thực hiện.}
"""
    checked = open_data(data_file(tmp_path, SIGNER + PLAN + register))
    title = "“Báo cáo cải cách hành chính định kỳ”"
    assert [str(one) for one in checked.problems if one.code.startswith("so_van_ban")] == [
        f"Cảnh báo: thu.yaml, trang “van_ban”, dòng 13: {title} làm theo kỳ mà dòng này để trống Kỳ, nên số và ngày ở "
        "đây không được in. Ghi một trong các kỳ: quy_1.",
        f"Cảnh báo: thu.yaml, trang “van_ban”, dòng 14: {title} không làm cho kỳ này, nên số và ngày ở dòng này không "
        "được in. Các kỳ của loại này: quy_1.",
    ]
