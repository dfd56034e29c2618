"""The Word templates: what they share, what they say, and what a reader of a change sees of them."""

import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from cchc_docs.text.normal import MarkedText
from cchc_docs.word.template import Template
from tests.plan import area, document, frame, item, plan, product, task
from tools.dump import dump
from tools.templates import FOLDER, FRAME, blocks, fill, make_templates, read_parts, shared_name, write_parts

TEMPLATES = sorted(path for path in FOLDER.glob("*.docx") if not path.name.startswith("_"))
# Forms with rules of their own (an A5 slip) are laid out by those.
BY_THE_DECREE = [path for path in TEMPLATES if "the_thuc: nd30\n" in path.with_suffix(".yaml").read_text("utf-8")]
DOCUMENT = "word/document.xml"
PLAN = Template(FOLDER / "ke_hoach.docx")


def body(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts[DOCUMENT])[0]


def block_texts(parts: dict[str, bytes]) -> dict[str, str]:
    """The blocks as XML, but for ids of bookmarks, which are numbered anew in every file, and the number of a second."""
    return {
        name: re.sub(
            r'(<w:bookmark\w+[^>]*) w:id="\d+"',
            r"\1",
            b"".join(etree.tostring(element, method="c14n") for element in elements).decode(),
        ).replace(f'"{name}', f'"{shared_name(name)}')
        for name, elements in blocks(body(parts)).items()
    }


def lines(content: bytes) -> list[str]:
    """The paragraphs of the body, tables apart."""
    return [paragraph.text for paragraph in Document(BytesIO(content)).paragraphs if paragraph.text]


def appendix(content: bytes) -> list[list[str]]:
    """The rows of the appendix table; a merged cell's text stands once for each column that it covers."""
    table = Document(BytesIO(content)).tables[-1]
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the templates."""
    return Path(shutil.copytree(FOLDER, tmp_path / "templates"))


# -- What templates share


def test_there_are_templates() -> None:
    types = {"bang_theo_doi", "bao_cao", "bao_cao_don_vi", "ke_hoach", "to_trinh", "bien_ban_kiem_tra", "phieu_xin_loi"}
    assert types <= {path.stem for path in TEMPLATES}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_blocks_are_those_of_the_frame(path: Path) -> None:
    shared, own = block_texts(read_parts(FOLDER / FRAME)), block_texts(read_parts(path))
    head, signature = {"khung_dau", "khung_dau_bien_ban"}, {"khung_ky", "khung_ky_bien_ban"}
    if path in BY_THE_DECREE:
        assert len(head & own.keys()) == len(signature & own.keys()) == 1
    assert own == {name: shared[shared_name(name)] for name in own}


def test_making_templates_again_changes_no_byte(folder: Path) -> None:
    assert make_templates(folder) == []
    assert all((folder / path.name).read_bytes() == path.read_bytes() for path in TEMPLATES)


def test_a_change_of_the_frame_reaches_every_template(folder: Path) -> None:
    parts = read_parts(folder / FRAME)
    parts[DOCUMENT] = parts[DOCUMENT].replace("Nơi nhận:".encode(), "Gửi đến:".encode())
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'w:before="1440"', b'w:before="1200"')
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(b"<w:doNotExpandShiftReturn/>", b"")
    (folder / FRAME).write_bytes(write_parts(parts))
    changed = make_templates(folder)
    assert [path.name for path in changed] == [path.name for path in TEMPLATES]
    for path in changed:
        own = read_parts(path)
        assert ("Gửi đến:" in own[DOCUMENT].decode()) is bool(
            {"khung_ky", "khung_ky_bien_ban"} & block_texts(own).keys()
        )
        assert b'w:before="1200"' in own["word/styles.xml"]
        assert b"doNotExpandShiftReturn" not in own["word/settings.xml"]
        assert block_texts(own) == {name: block_texts(parts)[shared_name(name)] for name in block_texts(own)}


def test_a_style_that_libreoffice_gave_a_new_id_is_the_same_style(folder: Path) -> None:
    parts = read_parts(folder / "ke_hoach.docx")
    for name in (DOCUMENT, "word/styles.xml"):
        parts[name] = parts[name].replace(b'"NoiDung"', b'"Nidung"')
    filled = fill(read_parts(folder / FRAME), parts)
    assert all(b'"Nidung"' not in part for part in filled.values())
    assert filled["word/styles.xml"].count("Nội dung".encode()) == 1


def test_a_block_that_the_frame_lacks_is_an_error(folder: Path) -> None:
    parts = read_parts(folder / "ke_hoach.docx")
    parts[DOCUMENT] = parts[DOCUMENT].replace(b'"khung_ky"', b'"khung_chu_ky"')
    with pytest.raises(ValueError, match=r"^_khung.docx has no block khung_chu_ky$"):
        fill(read_parts(folder / FRAME), parts)


def test_a_block_stands_twice_under_two_names() -> None:
    own = block_texts(read_parts(FOLDER / "ke_hoach_kiem_tra.docx"))
    assert own["khung_phu_luc_dung"] == own["khung_phu_luc_dung_2"]


def test_a_block_without_its_beginning_is_an_error(folder: Path) -> None:
    parts = read_parts(folder / FRAME)
    parts[DOCUMENT] = parts[DOCUMENT].replace(b'"khung_phu_luc"', b'"phu_luc"')
    with pytest.raises(ValueError, match=r"^block khung_phu_luc ends where it has not begun$"):
        blocks(body(parts))


@pytest.mark.parametrize("path", [FOLDER / FRAME, *TEMPLATES], ids=lambda path: path.stem)
def test_the_readable_text_of_a_template_was_reviewed(path: Path, golden: Callable[[str, str], None]) -> None:
    golden(f"{path.stem}.txt", dump(path))


# -- Format, by Nghị định 30/2020/NĐ-CP, Phụ lục I


@pytest.mark.parametrize("path", [FOLDER / FRAME, *BY_THE_DECREE], ids=lambda path: path.stem)
def test_every_section_is_a4_with_the_margins_of_the_decree(path: Path) -> None:
    sections = Document(str(path)).sections
    assert len(sections) > 0
    for section in sections:
        assert sorted([round(section.page_width.mm), round(section.page_height.mm)]) == [210, 297]
        assert 20 <= round(section.top_margin.mm, 1) <= 25
        assert 20 <= round(section.bottom_margin.mm, 1) <= 25
        assert 30 <= round(section.left_margin.mm, 1) <= 35
        assert 15 <= round(section.right_margin.mm, 1) <= 20
        assert section.different_first_page_header_footer


@pytest.mark.parametrize("path", [FOLDER / FRAME, *TEMPLATES], ids=lambda path: path.stem)
def test_a_line_that_a_line_break_ends_is_not_stretched(path: Path) -> None:
    assert b"<w:doNotExpandShiftReturn/>" in read_parts(path)["word/settings.xml"]


@pytest.mark.parametrize("path", [FOLDER / FRAME, *TEMPLATES], ids=lambda path: path.stem)
def test_no_other_font_can_come_in(path: Path) -> None:
    parts = read_parts(path)
    xml = b"".join(content for name, content in parts.items() if name.endswith(".xml"))
    assert set(re.findall(rb'w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"', xml)) - {b"vi-VN"} == {b"Times New Roman"}
    assert b"Theme=" not in xml
    assert not any("theme" in name for name in parts)


@pytest.mark.parametrize(
    ("style", "size", "bold", "italic"),
    [
        ("Quốc hiệu", 13, True, None),
        ("Tiêu ngữ", 14, True, None),
        ("Cơ quan chủ quản", 13, None, None),
        ("Tên cơ quan", 13, True, None),
        ("Số ký hiệu", 13, None, None),
        ("Về việc", 12, None, None),
        ("Kính gửi", 14, None, None),
        ("Nơi kính gửi", 14, None, None),
        ("Thẩm quyền", 14, True, None),
        ("Quyết định", 14, True, None),
        ("Địa danh ngày tháng", 14, None, True),
        ("Tên loại", 14, True, None),
        ("Trích yếu", 14, True, None),
        ("Nội dung", 14, None, None),
        ("Căn cứ", 14, None, True),
        ("Mục", 14, True, None),
        ("Khoản", 14, True, None),
        ("Điểm", 14, None, None),
        ("Chức vụ ký", 14, True, None),
        ("Họ tên ký", 14, True, None),
        ("Nơi nhận tiêu đề", 12, True, True),
        ("Nơi nhận", 11, None, None),
        ("Phụ lục", 14, True, None),
        ("Tên phụ lục", 14, True, None),
        ("Kèm theo", 14, None, True),
        ("Số trang", 14, None, None),
    ],
)
def test_the_styles_are_those_of_table_v(style: str, size: int, bold: bool | None, italic: bool | None) -> None:
    document = Document(str(FOLDER / FRAME))
    found = document.styles[style]
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:sz')}")
    assert default is not None
    assert (found.font.size.pt if found.font.size else int(default.get(qn("w:val"))) / 2) == size
    assert (found.font.bold, found.font.italic) == (bold, italic)


def test_the_text_is_justified_with_the_indent_and_the_gaps_of_the_decree() -> None:
    shape = Document(str(FOLDER / FRAME)).styles["Nội dung"].paragraph_format
    assert shape.alignment == 3  # both sides
    assert round(shape.first_line_indent.mm, 1) == 12.7
    assert shape.space_after.pt >= 6
    assert 1 <= shape.line_spacing <= 1.15


# -- The plan


def test_a_plan_reads_in_the_order_of_its_parts() -> None:
    assert lines(PLAN.render(plan())) == [
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026",
        "Sở Công Thương xây dựng Kế hoạch với các nội dung sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "Triển khai đồng bộ các nhiệm vụ cải cách hành chính.",
        "2. Yêu cầu",
        "Rõ người, rõ việc, rõ thời gian.",
        "II. NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        "1. Cải cách thể chế",
        "a) Chỉ tiêu",
        "- 100% văn bản được ban hành đúng hạn.",
        "b) Nhiệm vụ, giải pháp",
        "Rà soát văn bản.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Văn phòng Sở",
        "- Đôn đốc, tổng hợp.",
        "Yêu cầu các phòng, đơn vị nghiêm túc thực hiện./.",
        "Phụ lục",
        "PHÂN CÔNG THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        "(Kèm theo Kế hoạch số        /KH-SCT ngày     tháng     năm 2026 của Sở Công Thương)",
    ]


def test_head_and_signature_stand_in_tables() -> None:
    head, signature, _ = Document(BytesIO(PLAN.render(plan()))).tables
    assert [[cell.text.strip("\n") for cell in dict.fromkeys(row.cells)] for row in head.rows] == [
        ["UBND TỈNH HƯNG AN\nSỞ CÔNG THƯƠNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
        ["Số:        /KH-SCT", "Hưng An, ngày     tháng     năm 2026"],
    ]
    assert [cell.text for cell in signature.rows[0].cells] == [
        "Nơi nhận:\n- UBND tỉnh (để b/c);\n- Sở Nội vụ;\n- Lưu: VT, VP.",
        "GIÁM ĐỐC\nTrần Văn Bình",
    ]


def test_what_is_blank_leaves_out_its_heading_and_the_numbers_close_up() -> None:
    found = lines(
        PLAN.render(
            plan(
                muc_dich=[],
                yeu_cau=[],
                linh_vuc=[area("Cải cách thể chế"), area("Cải cách tài chính công", solutions=[item("Công khai.")])],
                to_chuc_thuc_hien=[],
            )
        )
    )
    assert found[2:] == [
        "Sở Công Thương xây dựng Kế hoạch với các nội dung sau:",
        "I. NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        "1. Cải cách tài chính công",
        "Nhiệm vụ, giải pháp",
        "- Công khai.",
        "Yêu cầu các phòng, đơn vị nghiêm túc thực hiện./.",
    ]


def test_bases_topic_money_and_several_years() -> None:
    found = lines(
        PLAN.render(
            plan(
                can_cu=["Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Kế hoạch số 05/KH-UBND"],
                ke_hoach=frame(den_nam=2030, chu_de="Kỷ cương, trách nhiệm", kinh_phi="Đoạn một.\n\nĐoạn hai."),
                muc_dich=[],
                yeu_cau=[],
            )
        )
    )
    assert found[2:7] == [
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Căn cứ Kế hoạch số 05/KH-UBND.",
        "Sở Công Thương xây dựng Kế hoạch với các nội dung sau:",
        "Chủ đề: Kỷ cương, trách nhiệm.",
        "I. NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2026 - 2030",
    ]
    assert found[12:16] == ["II. KINH PHÍ THỰC HIỆN", "Đoạn một.", "Đoạn hai.", "III. TỔ CHỨC THỰC HIỆN"]


def test_the_closing_mark_stands_once_however_the_text_ends() -> None:
    found = lines(PLAN.render(plan(ke_hoach=frame(ket="Trên đây là Kế hoạch.\nYêu cầu các đơn vị thực hiện."))))
    assert found[17:19] == ["Trên đây là Kế hoạch.", "Yêu cầu các đơn vị thực hiện./."]


@pytest.mark.parametrize("end", [".", "./.", " ./."])
def test_the_closing_mark_of_the_data_is_not_printed_twice(end: str) -> None:
    areas = [area("Cải cách thể chế", tasks=[task("Một", product(phoi_hop=(f"Thanh tra{end}",)))])]
    content = PLAN.render(plan(ke_hoach=frame(ket=f"Các đơn vị thực hiện{end}"), linh_vuc=areas))
    assert "Các đơn vị thực hiện./." in lines(content)
    assert appendix(content)[-1][-1] == "Thanh tra./."


def test_a_point_that_stands_alone_has_no_letter() -> None:
    areas = [
        area("Một", targets=[item("Chỉ tiêu một.")], heading="Mục tiêu"),
        area("Hai", targets=[item("Chỉ tiêu hai.")], solutions=[item("Giải pháp hai.")]),
        area("Ba", solutions=[item("Giải pháp ba.")]),
    ]
    found = lines(PLAN.render(plan(linh_vuc=areas)))
    headings = [line for line in found if line.endswith(("Mục tiêu", "Chỉ tiêu", "Nhiệm vụ, giải pháp"))]
    assert headings == ["Mục tiêu", "a) Chỉ tiêu", "b) Nhiệm vụ, giải pháp", "Nhiệm vụ, giải pháp"]


def test_a_line_break_in_the_data_is_a_new_paragraph_and_only_the_first_has_the_dash() -> None:
    found = lines(
        PLAN.render(
            plan(
                muc_dich=[MarkedText("Mục đích một.\nMục đích hai.")],
                yeu_cau=[MarkedText("Yêu cầu một.\n\nYêu cầu hai.")],
                linh_vuc=[
                    area("A", targets=[item("Chỉ tiêu:\n+ Một;")], solutions=[item("Giải pháp\nhai.", dash=False)])
                ],
                to_chuc_thuc_hien=[SimpleNamespace(dau_moi="Văn phòng", noi_dung=[item("Đôn đốc.\nTổng hợp.")])],
            )
        )
    )
    assert found[5:7] + found[8:10] == ["Mục đích một.", "Mục đích hai.", "Yêu cầu một.", "Yêu cầu hai."]
    assert found[13:15] + found[16:18] == ["- Chỉ tiêu:", "+ Một;", "Giải pháp", "hai."]
    assert found[20:22] == ["- Đôn đốc.", "Tổng hợp."]


def test_a_long_title_of_the_signer_is_broken_by_hand() -> None:
    signer = SimpleNamespace(
        dong=("TL. GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "CHÁNH VĂN PHÒNG"), ho_ten="Lê Thị Hoa"
    )
    signature = Document(BytesIO(PLAN.render(plan(nguoi_ky=signer)))).tables[1]
    assert signature.cell(0, 1).text.split("\n") == [
        "TL. GIÁM ĐỐC SỞ VĂN HÓA,",
        "THỂ THAO VÀ DU LỊCH",
        "CHÁNH VĂN PHÒNG",
        "Lê Thị Hoa",
    ]


def test_a_number_of_long_letters_gets_a_wider_cell() -> None:
    entry = document(so_ky_hieu="Số:        /KH-TTBTPHDSVHHCC", dia_danh_ngay="Huế, ngày     tháng     năm 2026")
    head = Document(BytesIO(PLAN.render(plan(van_ban=entry)))).tables[0]
    assert [cell.text for cell in dict.fromkeys(head.rows[1].cells)] == [entry.so_ky_hieu, entry.dia_danh_ngay]
    assert [round(cell.width.mm) for cell in dict.fromkeys(head.rows[1].cells)] == [78, 87]


def test_a_plan_without_tasks_has_no_appendix_and_no_landscape_page() -> None:
    content = PLAN.render(plan(linh_vuc=[area("Cải cách thể chế", targets=[item("Một chỉ tiêu.")])]))
    made = Document(BytesIO(content))
    assert "Phụ lục" not in lines(content)
    assert len(made.tables) == 2
    assert [round(section.page_width.mm) for section in made.sections] == [210]


def test_the_appendix_is_a_landscape_section_with_page_numbers_of_its_own() -> None:
    text, own = Document(BytesIO(PLAN.render(plan()))).sections
    assert (round(text.page_width.mm), round(own.page_width.mm)) == (210, 297)
    numbers = own._sectPr.find(qn("w:pgNumType"))
    assert numbers is not None
    assert numbers.get(qn("w:start")) == "1"


def test_the_appendix_numbers_areas_in_roman_and_tasks_anew_in_each() -> None:
    areas = [
        area("Cải cách thể chế", tasks=[task("Một"), task("Hai")]),
        area("Không có nhiệm vụ"),
        area("Cải cách tài chính công", tasks=[task("Ba")]),
    ]
    rest = ["Báo cáo kết quả", "Thường xuyên trong năm", "Văn phòng"]
    assert appendix(PLAN.render(plan(linh_vuc=areas))) == [
        ["STT", "Nhiệm vụ", "Sản phẩm", "Thời gian hoàn thành", "Chủ trì", "Phối hợp"],
        ["I", *["Cải cách thể chế"] * 5],
        ["1", "Một", *rest, "Các phòng, đơn vị"],
        ["2", "Hai", *rest, "Các phòng, đơn vị"],
        ["II", *["Cải cách tài chính công"] * 5],
        ["1", "Ba", *rest, "Các phòng, đơn vị./."],
    ]


def test_a_task_of_several_products_is_one_number_over_several_rows() -> None:
    products = [
        product("Kế hoạch"),
        product("Báo cáo", chu_tri=("Văn phòng", "Thanh tra"), phoi_hop=(), thoi_han="Quý IV"),
    ]
    rows = appendix(PLAN.render(plan(linh_vuc=[area("Cải cách thể chế", tasks=[task("Một", *products), task("Hai")])])))
    assert rows[2:] == [
        ["1", "Một", "Kế hoạch", "Thường xuyên trong năm", "Văn phòng", "Các phòng, đơn vị"],
        ["1", "Một", "Báo cáo", "Quý IV", "Văn phòng; Thanh tra", ""],
        ["2", "Hai", "Báo cáo kết quả", "Thường xuyên trong năm", "Văn phòng", "Các phòng, đơn vị./."],
    ]


def test_an_assignment_by_reference_is_one_cell_over_both_columns() -> None:
    products = [product(theo_van_ban="Theo Quyết định số 12/QĐ-UBND", chu_tri=(), phoi_hop=())]
    rows = appendix(PLAN.render(plan(linh_vuc=[area("Cải cách thể chế", tasks=[task("Một", *products)])])))
    assert rows[-1][4:] == ["Theo Quyết định số 12/QĐ-UBND./."] * 2


@pytest.mark.parametrize(
    ("cells", "last_row"),
    [
        ({"phoi_hop": ()}, ["Báo cáo", "Quý IV", "Văn phòng./.", ""]),
        ({"phoi_hop": (), "chu_tri": ()}, ["Báo cáo", "Quý IV./.", "", ""]),
        ({"phoi_hop": (), "chu_tri": (), "thoi_han": ""}, ["Báo cáo./.", "", "", ""]),
        ({"theo_doi": "Sở Nội vụ"}, ["Báo cáo", "Quý IV", "Văn phòng", "Các phòng, đơn vị", "Sở Nội vụ./."]),
    ],
)
def test_the_closing_mark_of_the_appendix_ends_its_last_text(cells: dict[str, object], last_row: list[str]) -> None:
    products = [product("Báo cáo", **{"thoi_han": "Quý IV"} | cells)]
    rows = appendix(PLAN.render(plan(linh_vuc=[area("Cải cách thể chế", tasks=[task("Một", *products)])])))
    assert rows[-1][2:] == last_row


def test_who_follows_up_has_a_column_where_any_task_names_it() -> None:
    products = [product(theo_doi="Sở Nội vụ"), product(theo_van_ban="Theo Quyết định số 12/QĐ-UBND")]
    rows = appendix(PLAN.render(plan(linh_vuc=[area("Cải cách thể chế", tasks=[task("Một", *products)])])))
    assert rows[0][4:] == ["Chủ trì", "Phối hợp", "Theo dõi, kiểm tra, đôn đốc"]
    assert rows[1][1:] == ["Cải cách thể chế"] * 6
    assert rows[2][4:] == ["Văn phòng", "Các phòng, đơn vị", "Sở Nội vụ"]
    assert rows[3][4:] == ["Theo Quyết định số 12/QĐ-UBND./."] * 2 + [""]


def test_the_header_row_repeats_and_no_row_splits() -> None:
    table = Document(BytesIO(PLAN.render(plan()))).tables[-1]
    marks = [{etree.QName(mark).localname for mark in row._tr.trPr} for row in table.rows]
    assert marks[0] == {"cantSplit", "tblHeader"}
    assert all(mark == {"cantSplit"} for mark in marks[1:])


def test_a_title_for_the_appendix_where_the_data_has_none() -> None:
    assert "PHÂN CÔNG THỰC HIỆN NHIỆM VỤ" in lines(PLAN.render(plan(ke_hoach=frame(ten_phu_luc=""))))
