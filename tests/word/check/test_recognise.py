"""Components are found wherever they stand: in tables, tabs, text boxes, line breaks; and when they are wrong."""

import re

import pytest

from cchc_docs.problems import Place
from cchc_docs.word.check.opening import open_document
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.recognise import recognise
from cchc_docs.word.check.report import judge
from tests.word.check.papers import (
    LAST_SECTION,
    PAPERS,
    QUOC_HIEU,
    SENTENCE,
    TIEU_NGU,
    body,
    centre,
    head,
    p,
    packed,
    paper,
    table,
    tail,
    title,
)

PLACE = Place("thu.docx")


def read(content: str) -> Paper:
    return recognise(open_document(packed(content + LAST_SECTION), PLACE))


def texts(found: Paper) -> dict[str, list[str]]:
    names = (
        "quoc_hieu", "tieu_ngu", "chu_quan", "ban_hanh", "so", "ngay", "ten_loai", "trich_yeu", "ve_viec", "kinh_gui", "tham_quyen", "can_cu",
        "lenh", "noi_nhan",
    )  # fmt: skip
    return {name: [block.text for block in getattr(found, name)] for name in names if getattr(found, name)}


def signatures(found: Paper) -> list[tuple[list[str], str]]:
    return [([block.text for block in one.posts], one.name.text if one.name else "") for one in found.chu_ky]


def tabbed(*parts: str, **how: float) -> str:
    run = '<w:r><w:rPr><w:b/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    return p("<w:r><w:tab/></w:r>".join(run.format(part) for part in parts), jc="left")


BODY = body(f"{SENTENCE}.") + body("Sở Công Thương trân trọng báo cáo./.")
HEAD = {
    "quoc_hieu": [QUOC_HIEU],
    "tieu_ngu": [TIEU_NGU],
    "chu_quan": ["UBND TỈNH HƯNG AN"],
    "ban_hanh": ["SỞ CÔNG THƯƠNG"],
    "so": ["Số: 12/SCT-VP"],
    "ngay": ["Hưng An, ngày 05 tháng 3 năm 2026"],
    "ve_viec": ["V/v báo cáo kết quả"],
    "kinh_gui": ["Kính gửi: Sở Nội vụ"],
}
RECIPIENTS = ["Nơi nhận:", "- Như trên;", "- Lưu: VT, VP."]
SIGNED = [(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Trần Văn Bình")]


def in_tabs() -> str:
    return (
        tabbed("UBND TỈNH HƯNG AN", QUOC_HIEU)
        + tabbed("SỞ CÔNG THƯƠNG", TIEU_NGU)
        + tabbed("_______", "___________________")
        + tabbed("Số: 12/SCT-VP", "Hưng An, ngày 05 tháng 3 năm 2026")
        + p("V/v báo cáo kết quả", jc="left")
        + p("Kính gửi: Sở Nội vụ", jc="center")
        + BODY
        + tabbed("Nơi nhận:", "KT. GIÁM ĐỐC")
        + tabbed("- Như trên;", "PHÓ GIÁM ĐỐC")
        + p("- Lưu: VT, VP.", jc="left")
        + p("<w:r><w:tab/><w:tab/><w:tab/><w:t>Trần Văn Bình</w:t></w:r>", jc="left")
    )


def in_line_breaks() -> str:
    def cell(*lines: str) -> str:
        return centre("<w:r><w:rPr><w:b/></w:rPr>" + "<w:br/>".join(f"<w:t>{one}</w:t>" for one in lines) + "</w:r>")

    return (
        table(
            [cell("UBND TỈNH HƯNG AN", "SỞ CÔNG THƯƠNG", "", "Số: 12/SCT-VP", "V/v báo cáo kết quả"),
             cell(QUOC_HIEU, TIEU_NGU, "", "Hưng An, ngày 05 tháng 3 năm 2026")],
            widths=(3600, 5754),
        )
        + p("Kính gửi: Sở Nội vụ", jc="center")
        + BODY
        + table([cell(*RECIPIENTS), cell("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Trần Văn Bình")], widths=(4677, 4677))
    )  # fmt: skip


def _vml(content: str) -> str:
    return f'<w:r><w:pict><v:shape type="#_x0000_t202" style="width:200pt;height:80pt"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'


def _drawing(content: str) -> str:
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="3600000" cy="900000"/><wp:docPr id="9" name="x"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr><a:prstGeom prst="rect"/>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback>{_vml(content)[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def in_boxes(box: object) -> str:
    assert callable(box)
    left = centre("UBND TỈNH HƯNG AN", size=13) + centre("SỞ CÔNG THƯƠNG", size=13, b=True)
    right = centre(QUOC_HIEU, size=13, b=True) + centre(TIEU_NGU, b=True)
    return (
        p(box(left) + box(right))
        + p("Số: 12/SCT-VP", jc="left")
        + p("V/v báo cáo kết quả", jc="left")
        + p("Hưng An, ngày 05 tháng 3 năm 2026", i=True, jc="right")
        + p("Kính gửi: Sở Nội vụ", jc="center")
        + BODY
        + p(box("".join(p(one, size=11) for one in RECIPIENTS)))
        + p(box("".join(centre(one, b=True) for one in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Văn Bình"))))
    )


LAYOUTS = {
    "tabs": in_tabs(),
    "line breaks": in_line_breaks(),
    "text boxes of VML": in_boxes(_vml),
    "text boxes of DrawingML": in_boxes(_drawing),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_cong_van_in_any_layout(layout: str) -> None:
    found = read(LAYOUTS[layout])
    assert texts(found) == {**HEAD, "noi_nhan": RECIPIENTS}
    assert signatures(found) == SIGNED
    assert found.loai == "Công văn"
    assert found.ket is not None
    assert found.ket.text == "Sở Công Thương trân trọng báo cáo./."


@pytest.mark.parametrize(
    ("kind", "loai"),
    [("cong_van", "Công văn"), ("quyet_dinh", "Quyết định"), ("thong_bao", "Thông báo"), ("bien_ban", "Biên bản"), ("bao_cao", "Báo cáo"),
     ("to_trinh", "Tờ trình"), ("giay_moi", "Giấy mời"), ("ke_hoach", "Kế hoạch"), ("quy_che", "Quy chế")],
)  # fmt: skip
def test_the_kind_is_recognised(kind: str, loai: str) -> None:
    assert judge(paper(kind), PLACE).paper.loai == loai


def test_every_specimen_is_of_a_kind_that_is_tested() -> None:
    assert len(PAPERS) == 9


def test_the_kind_follows_from_the_number_where_the_title_is_missing() -> None:
    assert read(head("Số: 12/BC-SCT") + BODY + tail("- Lưu: VT, VP.")).loai == "Báo cáo"


def test_bases_and_the_story_that_only_begins_like_one() -> None:
    story = body("Căn cứ Kế hoạch số 05/KH-UBND của Ủy ban nhân dân tỉnh, Sở Công Thương báo cáo kết quả như sau:")
    found = read(head("Số: 12/BC-SCT") + title("BÁO CÁO", "Kết quả") + story + BODY + tail("- Lưu: VT, VP."))
    assert found.can_cu == []
    assert found.than[0].block.text.startswith("Căn cứ Kế hoạch")


def test_one_name_over_two_lines_is_no_parent() -> None:
    organ = centre("ỦY BAN NHÂN DÂN", size=13, b=True) + centre("TỈNH HƯNG AN", size=13, b=True)
    found = read(
        table([organ, centre(QUOC_HIEU, b=True)], [centre("Số: 12/KH-UBND"), p("")], widths=(3600, 5754)) + BODY
    )
    assert [block.text for block in found.ban_hanh] == ["ỦY BAN NHÂN DÂN", "TỈNH HƯNG AN"]
    assert found.chu_quan == []


@pytest.mark.parametrize("weight", [True, False])
def test_parent_and_issuer_of_one_weight_are_told_apart_by_their_words(weight: bool) -> None:
    organ = centre("UBND TỈNH HƯNG AN", size=13, b=weight) + centre("SỞ CÔNG THƯƠNG", size=13, b=weight)
    found = read(
        table([organ, centre(QUOC_HIEU, b=True)], [centre("Số: 12/KH-SCT"), p("")], widths=(3600, 5754)) + BODY
    )
    assert [block.text for block in found.chu_quan] == ["UBND TỈNH HƯNG AN"]
    assert [block.text for block in found.ban_hanh] == ["SỞ CÔNG THƯƠNG"]


def test_levels_of_the_body() -> None:
    found = judge(paper("quy_che"), PLACE).paper
    assert [item.level for item in found.than] == [
        "chuong", "tieu_de", "dieu", "khoan", "khoan", "diem", "diem", "chuong", "tieu_de", "muc", "tieu_de", "dieu", "doan", "muc", "tieu_de",
        "dieu", "doan",
    ]  # fmt: skip


def test_minutes_have_two_signers_and_recipients_below() -> None:
    found = judge(paper("bien_ban"), PLACE).paper
    assert signatures(found) == [(["THƯ KÝ"], "Lê Thị Hoa"), (["CHỦ TỌA"], "Trần Văn Bình")]
    assert found.noi_nhan[0].text == "Nơi nhận:"


def test_appendices_with_heads_titles_and_references() -> None:
    found = judge(paper("ke_hoach"), PLACE).paper
    assert [(one.head.text, [block.text for block in one.titles], len(one.reference)) for one in found.phu_luc] == [
        ("Phụ lục I", ["PHÂN CÔNG NHIỆM VỤ"], 1),
        ("Phụ lục II", ["CHỈ TIÊU NĂM 2026"], 1),
    ]


def test_a_sentence_about_an_appendix_opens_none() -> None:
    found = read(
        head("Số: 12/KH-SCT")
        + title("KẾ HOẠCH", "Năm 2026")
        + body("Phụ lục I kèm theo nêu chi tiết nhiệm vụ của từng phòng.")
        + tail("- Lưu: VT.")
    )
    assert found.phu_luc == []


# -- Wrong papers: each part is still found, so that the message can say what is wrong with it

WRONG = {
    "Quốc hiệu": (QUOC_HIEU, "CỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆT NAM", "quoc_hieu"),
    "Tiêu ngữ": (TIEU_NGU, "Độc Lập-Tự Do-Hạnh Phúc", "tieu_ngu"),
    "number": ("Số: 09/TB-SCT", "Số 9 /TB - SCT", "so"),
    "date": ("Hưng An, ngày 05 tháng 3 năm 2026", "TP. Hưng An, 05/03/2026", "ngay"),
    "title": ("THÔNG BÁO", "THÔNG BÁO:", "ten_loai"),
    "recipients": ("Nơi nhận:", "NƠI NHẬN", "noi_nhan"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_a_component_is_found_when_it_is_wrong(what: str) -> None:
    right, wrong, name = WRONG[what]
    found = recognise(open_document(packed(PAPERS["thong_bao"]().replace(right, wrong)), PLACE))
    assert [block.text for block in getattr(found, name)][:1] == [wrong]


def test_without_a_head_nothing_is_made_up() -> None:
    found = read(
        "".join(
            body(f"Đoạn thứ {number} của một bài viết thường, không phải văn bản hành chính.") for number in range(5)
        )
    )
    assert texts(found) == {}
    assert signatures(found) == []
    assert len(found.than) == 5


def test_every_rule_gets_through_every_layout() -> None:
    """No rule stumbles over a layout; that of the text boxes breaks what a file can show."""
    for content in LAYOUTS.values():
        codes = {problem.code for problem in judge(packed(content + LAST_SECTION), PLACE).problems}
        assert all(re.fullmatch(r"[A-Z]{2}-\d\d", code) for code in codes)
        assert "QH-01" not in codes
