"""Point 2: what was taken for something else, in head, text and tail."""

from collections.abc import Mapping

from tests.word.check.other.cases import Case, file
from tests.word.check.papers import (
    BOX_1,
    BOX_2,
    DATE,
    LAST_SECTION,
    ORGAN,
    QUOC_HIEU,
    SENTENCE,
    TIEU_NGU,
    bao_cao,
    bien_ban,
    body,
    centre,
    cong_van,
    giay_moi,
    head,
    ke_hoach,
    line,
    p,
    quyet_dinh,
    run,
    table,
    tail,
    thong_bao,
    title,
)

OF_ORGAN = frozenset({"CQ-01", "CQ-02", "CQ-03", "CQ-04", "CQ-05", "CQ-06", "CQ-07"})
OF_TAIL = frozenset({"KY-10", "KY-15", "NN-08"})
SUMMARY = "Về việc thành lập Tổ công tác cải cách hành chính năm 2026"
TAB = "<w:r><w:tab/></w:r>"


def swap(xml: str, old: str, new: str) -> str:
    assert old in xml, old
    return xml.replace(old, new, 1)


def box(*paragraphs: str, number: int = 77) -> str:
    """A paragraph that holds nothing but a text box."""
    return (
        '<w:p><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="1200000" cy="300000"/><wp:wrapNone/><wp:docPr id="{number}" name="Box {number}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1200000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>'
        f"{''.join(paragraphs)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def head_in_paragraphs(between: str, number: str = "Số: 09/TB-SCT") -> str:
    """The head as paragraphs, the two columns apart by ``between``: runs with a tab, or blanks."""
    gap = between if between.startswith("<") else run(between, 13)
    return (
        p(run("UBND TỈNH HƯNG AN", 12), gap, run(QUOC_HIEU, 12, b=True), jc="left")
        + p(run(ORGAN, 12, b=True), gap, run(TIEU_NGU, 13, b=True), jc="left")
        + p(run(number, 13), gap, run(DATE, 13, i=True), jc="left", before=6)
    )


def notice(top: str) -> str:
    """A notice with another head."""
    return swap(thong_bao(), head("Số: 09/TB-SCT"), top)


def two_rows(posts: tuple[str, str], recipients: tuple[str, ...], name: str = "Trần Văn Bình") -> str:
    """Recipients and signature in a table of two rows: the headings, then what stands below them."""
    below = "".join(p(one, size=11, jc="left") for one in recipients)
    return table(
        [p("Nơi nhận:", size=12, b=True, i=True, jc="left"), centre(posts[0], b=True)],
        [below, centre(posts[1], b=True) + centre(name, b=True, before=72)],
        widths=(4677, 4677),
    )


def letter(tail_: str) -> str:
    old = tail("- Như trên;", "- Lãnh đạo Sở;", "- Lưu: VT, VP.", posts=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"))
    return swap(cong_van(), old, tail_)


def steering_board(*posts: str) -> str:
    """Signed for a steering board: below the room for the signature the signer's post in the office, then the name."""
    right = "".join(centre(post, b=True) for post in posts)
    right += centre("PHÓ CHỦ TỊCH UBND TỈNH", b=True, before=72) + centre("Trần Văn Bình", b=True)
    left = p("Nơi nhận:", size=12, b=True, i=True, jc="left")
    left += "".join(p(one, size=11, jc="left") for one in ("- Các thành viên Ban Chỉ đạo;", "- Lưu: VT, BCĐ."))
    top = table(
        [
            centre("UBND TỈNH HƯNG AN", size=13)
            + centre("BAN CHỈ ĐẠO", size=13, b=True)
            + centre("CẢI CÁCH HÀNH CHÍNH", size=13, b=True)
            + line(22, 2),
            BOX_1,
        ],
        [centre("Số: 09/TB-BCĐ", size=13, before=6), centre(DATE, i=True, before=6)],
        widths=(3600, 5754),
    )
    return (
        top
        + title("THÔNG BÁO", "Phân công nhiệm vụ thành viên Ban Chỉ đạo")
        + body(f"{SENTENCE}./.", keep=True)
        + table([left, right], widths=(4677, 4677))
        + LAST_SECTION
    )


def ballot() -> str:
    """A ballot behind a notice, with text in the middle that is no organ's name."""
    page = f"<w:p><w:pPr>{LAST_SECTION}</w:pPr></w:p>"
    return (
        swap(thong_bao(), LAST_SECTION, page)
        + centre("PHIẾU BẦU", b=True)
        + centre("Ban Chấp hành Công đoàn Sở Công Thương")
        + centre("Đồng ý              Không đồng ý")
        + LAST_SECTION
    )


def rules_of_house() -> str:
    """A title that is none of the 29 kinds, then a chapter: neither is an organ's name."""
    return (
        table([BOX_2, BOX_1], widths=(3600, 5754))
        + centre("NỘI QUY", b=True, before=12)
        + centre("Chương I")
        + centre("Quy định chung")
        + body("Điều 1. Phạm vi", b=True)
        + body(f"{SENTENCE}./.")
        + LAST_SECTION
    )


def addressee_in_cells(*others: str) -> str:
    old = p("Kính gửi:", first=1985, before=6) + p("- Sở Nội vụ;", first=3000) + p("- Sở Tài chính.", first=3000)
    cells = table([p("Kính gửi:", jc="right"), "".join(p(one, jc="left") for one in others)], widths=(3000, 6354))
    return swap(cong_van(), old, p("") + cells)


def list_in_same_section(reference: str) -> str:
    rows = table(
        [centre("STT", size=13, b=True), centre("Họ và tên", size=13, b=True)],
        [centre("1", size=13), p("Lê Thị Hoa", size=13)],
        widths=(1000, 8354),
        ruled=True,
    )
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    more = page + centre("DANH SÁCH", b=True) + centre("THÀNH VIÊN TỔ CÔNG TÁC", b=True) + centre(reference, i=True)
    text = swap(quyet_dinh(), " có nhiệm vụ tham mưu", " (danh sách kèm theo) có nhiệm vụ tham mưu")
    return swap(text, LAST_SECTION, more + line(40, 7) + rows + LAST_SECTION)


def with_unit(text: str, *, size: float = 13) -> str:
    """A line about the unit of measure above a table."""
    before = '<w:tbl><w:tblPr><w:tblW w:w="9354" w:type="dxa"/><w:tblBorders>'
    return swap(bao_cao(), before, p(text, size=size, i=True, jc="right") + before)


def recipients_with(*notes: str) -> str:
    lines = ("- Như trên;", "- Lãnh đạo Sở;", *notes, "- Lưu: VT, VP.")
    return letter(tail(*lines, posts=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")))


def not_centred(kind: str, summary: str) -> str:
    old = centre(summary, b=True)
    return swap({"quyet_dinh": quyet_dinh, "thong_bao": thong_bao}[kind](), old, p(summary, b=True, jc="left"))


MISTAKEN: Mapping[str, Case] = {
    "title_with_more_words": Case(
        file(swap(giay_moi(), ">GIẤY MỜI<", ">GIẤY MỜI xem trước<")), "Giấy mời", also=frozenset({"TL-01", "TL-02"}),
        may_change=("GIẤY MỜI xem trước",),
    ),
    "title_with_a_remark": Case(
        file(swap(thong_bao(), centre("THÔNG BÁO", b=True, before=12), centre(run("THÔNG BÁO ", b=True), run("(lần 2)", i=True), before=12))),
        "Thông báo", also=frozenset({"TL-01", "TL-02"}), may_change=("THÔNG BÁO (lần 2)",),
    ),
    "title_with_a_sign": Case(
        file(swap(ke_hoach(), ">KẾ HOẠCH<", ">KẾ HOẠCH:<")), "Kế hoạch", also=frozenset({"TL-01", "TL-02"}), may_change=("KẾ HOẠCH:",),
    ),
    "ballot_behind_a_notice": Case(file(ballot()), "Thông báo", also=frozenset({"PL-04"})),
    "chapter_is_no_organ": Case(file(rules_of_house()), forbid=OF_ORGAN, also=frozenset({"BC-01", "BC-02"})),
    "number_in_a_foreign_form": Case(
        file(swap(thong_bao(), "Số: 09/TB-SCT", "Số:10-01/26/PT-NC")), "Thông báo", expect={"SO-01": 1},
        also=frozenset({"SO-05", "SO-04", "SO-06"}), may_change=("Số:10-01/26/PT-NC",),
    ),
    "number_with_year_and_sign": Case(
        file(swap(thong_bao(), "Số: 09/TB-SCT", "Số: 09/2026/TB.SCT")), "Thông báo", forbid=OF_ORGAN,
        also=frozenset({"SO-01", "SO-04"}), may_change=("Số: 09/2026/TB.SCT",),
    ),
    "draft_in_a_box": Case(
        file(swap(quyet_dinh(), centre("QUYẾT ĐỊNH", b=True, before=12), box(centre("DỰ THẢO", b=True)) + centre("QUYẾT ĐỊNH", b=True, before=12))),
        "Quyết định",
    ),
    "draft_in_a_box_first": Case(file(box(centre("DỰ THẢO LẦN 2", size=13, b=True)) + quyet_dinh()), "Quyết định"),
    "draft_below_the_number": Case(
        file(swap(quyet_dinh(), centre("Số: 15/QĐ-SCT", size=13, before=6), centre("Số: 15/QĐ-SCT", size=13, before=6) + centre("(Dự thảo)", b=True))),
        "Quyết định",
    ),
    "summary_not_centred_of_a_decision": Case(
        file(not_centred("quyet_dinh", SUMMARY)), "Quyết định", expect={"TY-01": 1}, may_change=(SUMMARY,),
    ),
    "summary_not_centred_of_a_notice": Case(
        file(not_centred("thong_bao", "Kết luận của Giám đốc Sở tại cuộc họp giao ban")), "Thông báo", expect={"TY-01": 1},
        may_change=("Kết luận của Giám đốc Sở tại cuộc họp giao ban",),
    ),
    "tail_of_two_rows": Case(file(letter(two_rows(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ("- Như trên;", "- Lưu: VT, VP.")))), "Công văn"),
    "tail_of_two_rows_for_an_organ": Case(
        file(letter(two_rows(("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), ("- Như trên;", "- Lãnh đạo Sở;", "- Lưu: VT, VP.")))), "Công văn",
    ),
    "tail_of_two_rows_with_a_fault": Case(
        file(letter(two_rows(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ("- Như trên", "- Lưu: VT, VP.")))), "Công văn", expect={"NN-04": 1},
        may_change=("- Như trên",),
    ),
    "other_post_of_the_signer": Case(
        file(steering_board("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")), "Thông báo",
    ),
    "other_post_of_the_deputy": Case(
        file(steering_board("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN")), "Thông báo", also=frozenset({"KY-04"}),
        may_change=("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN"),
    ),
    "other_post_of_the_head": Case(file(steering_board("TRƯỞNG BAN")), "Thông báo", also=frozenset({"KY-06"})),
    "head_with_tabs": Case(
        file(notice(head_in_paragraphs(TAB))), "Thông báo", expect={"TN-03": 1, "CQ-05": 1}, may_draw=True,
        also=frozenset({"QH-02", "TN-02", "CQ-03", "SO-07", "NT-02"}),
    ),
    "head_with_blanks": Case(
        file(notice(head_in_paragraphs("          "))), "Thông báo", also=frozenset({"TN-03", "CQ-05", "QH-02", "TN-02", "CQ-03", "SO-07", "NT-02"}),
        may_draw=True,
    ),
    "head_with_one_tab_and_blanks": Case(
        file(notice(head_in_paragraphs(TAB + run("   ", 13)))), "Thông báo",
        also=frozenset({"TN-03", "CQ-05", "QH-02", "TN-02", "CQ-03", "SO-07", "NT-02"}), may_draw=True,
    ),
    "addressee_in_the_next_cell": Case(file(addressee_in_cells("Sở Nội vụ tỉnh Hưng An")), "Công văn", also=frozenset({"KG-03"})),
    "addressees_in_the_next_cell": Case(file(addressee_in_cells("- Sở Nội vụ;", "- Sở Tài chính.")), "Công văn"),
    "list_in_the_same_section": Case(
        file(list_in_same_section("(Kèm theo Quyết định số 15/QĐ-SCT ngày 05 tháng 3 năm 2026 của Giám đốc Sở Công Thương)")), "Quyết định",
        also=frozenset({"PG-12", "PL-06"}),
    ),
    "list_of_a_decision_without_its_number": Case(
        file(list_in_same_section("(Kèm theo Quyết định        /QĐ-SCT ngày     tháng     năm 2026 của Giám đốc Sở Công Thương)")), "Quyết định",
        also=frozenset({"PG-12", "PL-06"}),
    ),
    "list_issued_with": Case(
        file(list_in_same_section("(Ban hành kèm theo QĐ số 15/QĐ-SCT ngày 05/3/2026 của Giám đốc Sở Công Thương)")), "Quyết định",
        also=frozenset({"PG-12", "PL-06", "PL-03"}),
    ),
    "unit_above_a_table": Case(file(with_unit("Đơn vị tính: triệu đồng")), "Báo cáo"),
    "unit_above_a_table_in_brackets": Case(file(with_unit("(ĐVT: hồ sơ)", size=12)), "Báo cáo"),
    "unit_above_a_table_small": Case(file(with_unit("Đơn vị: nghìn đồng", size=11)), "Báo cáo"),
    "brace_among_recipients": Case(file(recipients_with("- Giám đốc Sở;   } (để b/c)")), "Công văn"),
    "note_among_recipients": Case(file(recipients_with("(    b)")), "Công văn"),
    "to_report_among_recipients": Case(file(recipients_with("- Sở Nội vụ (để b/c);", "(để báo cáo)")), "Công văn"),
    "minutes_signed_below": Case(file(bien_ban()), "Biên bản"),
    "minutes_signed_in_two_rows": Case(
        file(swap(bien_ban(), table([centre("THƯ KÝ", b=True) + centre("Lê Thị Hoa", b=True, before=72),
                                     centre("CHỦ TỌA", b=True) + centre("Trần Văn Bình", b=True, before=72)], widths=(4677, 4677)),
                  table([centre("THƯ KÝ", b=True), centre("CHỦ TRÌ", b=True)],
                        [centre("(Ký, ghi rõ họ tên)", i=True), centre("(Ký, ghi rõ họ tên)", i=True)],
                        [centre("Lê Thị Hoa", b=True, before=60), centre("Trần Văn Bình", b=True, before=60)], widths=(4677, 4677)))),
        "Biên bản",
    ),
}  # fmt: skip
