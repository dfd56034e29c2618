"""Point 1: what a paper is. Decomposed letters; forms, charters, loose appendices, texts without a head, other laws."""

from collections.abc import Mapping

from cchc_docs.text.widths import text_width
from tests.word.check.other.cases import (
    APPENDIX,
    ATTACHED,
    FORM,
    HEADLESS,
    LEGAL,
    PARTY,
    SEVERAL,
    Case,
    decomposed,
    file,
    of_windows_1258,
)
from tests.word.check.papers import (
    BOX_1,
    BOX_2,
    DATE,
    LAST_SECTION,
    PAPERS,
    SECTION_END,
    SENTENCE,
    body,
    centre,
    cong_van,
    head,
    line,
    p,
    quyet_dinh,
    table,
    tail,
    thong_bao,
    title,
)

HEAD_WITHOUT_NUMBER = table([BOX_2, BOX_1], widths=(3600, 5754))
FROM_DECISION = "(Kèm theo Quyết định số 15/QĐ-SCT ngày 05 tháng 3 năm 2026 của Giám đốc Sở Công Thương)"
FROM_PLAN = "(Kèm theo Kế hoạch số 05/KH-SCT ngày 05 tháng 3 năm 2026 của Sở Công Thương)"
MIDDLE_BASIS = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"


def data_table(*rows: tuple[str, str]) -> str:
    cells = [[centre(number, size=13), p(text, size=13)] for number, text in rows]
    heads = [centre("STT", size=13, b=True), centre("Nội dung", size=13, b=True)]
    return table(heads, *cells, widths=(1000, 8354), ruled=True)


def chapters() -> str:
    return (
        centre("Chương I", b=True, before=6)
        + centre("QUY ĐỊNH CHUNG", b=True)
        + body("Điều 1. Tên gọi, trụ sở", b=True, keep=True)
        + body("1. Hội có tên là Hội Trồng cây xuân tỉnh Hưng An.")
        + body("2. Trụ sở của Hội đặt tại phường Lam Vân.")
        + centre("Chương II", b=True, before=6)
        + centre("TỔ CHỨC VÀ HOẠT ĐỘNG", b=True)
        + body("Điều 2. Hội viên", b=True, keep=True)
        + body("Hội viên là công dân tán thành Điều lệ và tự nguyện tham gia./.")
    )


def attached(kind: str, summary: str, text: str) -> str:
    return (
        HEAD_WITHOUT_NUMBER
        + centre(kind, b=True, before=12)
        + centre(summary, b=True)
        + centre(FROM_DECISION, i=True)
        + line(40, 3)
        + text
        + LAST_SECTION
    )


def form(kind: str, summary: str) -> str:
    """An office's own form: Quốc hiệu, bold Kính gửi, no number, date or recipients; opinions to be written by hand."""
    opinions = [
        centre("Ý KIẾN CỦA LÃNH ĐẠO SỞ", size=13, b=True),
        centre("CHUYÊN VIÊN", size=13, b=True) + centre("Lê Thị Hoa", size=13, before=48),
    ]
    return (
        table([BOX_2, BOX_1], widths=(3600, 5754))
        + centre(kind, size=16, b=True, before=12)
        + centre(summary, b=True, i=True)
        + p("Kính gửi: Ông Trần Văn Bình, Giám đốc Sở", b=True, jc="left", before=6)
        + table(
            [p("Tóm tắt nội dung:", size=13, b=True), p(f"{SENTENCE}.", size=13)],
            [p("Ý kiến đề xuất:", size=13, b=True), p("Trình Giám đốc Sở ký ban hành.", size=13)],
            opinions,
            widths=(3000, 6354),
            ruled=True,
        )
        + LAST_SECTION
    )


def speech() -> str:
    return (
        centre("BÀI PHÁT BIỂU", size=15, b=True)
        + centre("Tại Hội nghị tổng kết công tác cải cách hành chính năm 2026", b=True)
        + body("Kính thưa các đồng chí!", b=True, i=True)
        + body(f"{SENTENCE}.")
        + body("Tôi trân trọng cảm ơn các đồng chí và kính chúc Hội nghị thành công tốt đẹp.")
        + LAST_SECTION
    )


def agenda() -> str:
    return (
        centre("CHƯƠNG TRÌNH HỘI NGHỊ", b=True)
        + centre("Tổng kết công tác cải cách hành chính năm 2026", b=True)
        + data_table(("1", "Đón tiếp đại biểu"), ("2", "Khai mạc"), ("3", "Thảo luận"))
        + LAST_SECTION
    )


def only_a_table() -> str:
    return data_table(("1", "Rà soát thủ tục hành chính"), ("2", "Công bố danh mục")) + LAST_SECTION


def note() -> str:
    return (
        body("Trao đổi với các phòng về tiến độ rà soát thủ tục hành chính quý I.")
        + body("Đề nghị các phòng gửi số liệu qua thư điện tử.")
        + LAST_SECTION
    )


def loose_appendix(head_text: str, name: str, reference: str = FROM_PLAN) -> str:
    return (
        centre(head_text, b=True)
        + (centre(name, b=True) if name else "")
        + centre(reference, i=True)
        + line(40, 3)
        + data_table(("1", "Rà soát văn bản"), ("2", "Báo cáo kết quả./."))
        + LAST_SECTION
    )


def legal(number: str, kind: str, summary: str, issuer: str, decides: str) -> str:
    head_of = table(
        [centre(issuer, size=13, b=True) + line(text_width(issuer, 13, bold=True) * 0.4, 2), BOX_1],
        [centre(number, size=13, before=6), centre("Hà Nội, ngày 05 tháng 3 năm 2026", i=True, before=6)],
        widths=(3600, 5754),
    )
    return (
        head_of
        + title(kind, summary)
        + body(f"{MIDDLE_BASIS};", i=True)
        + body("Theo đề nghị của Vụ trưởng Vụ Pháp chế;", i=True)
        + body(decides, i=True)
        + centre("Chương I", b=True)
        + centre("QUY ĐỊNH CHUNG", b=True)
        + body("Điều 1. Phạm vi điều chỉnh", b=True)
        + body("Văn bản này quy định việc trồng cây xuân.")
        + body("Điều 2. Hiệu lực thi hành", b=True)
        + body("Văn bản này có hiệu lực từ ngày 01 tháng 5 năm 2026./.", keep=True)
        + tail("- Văn phòng Chính phủ;", "- Lưu: VT, PC.", posts=("BỘ TRƯỞNG",))
        + LAST_SECTION
    )


def law() -> str:
    top = table(
        [centre("QUỐC HỘI", size=13, b=True) + line(12, 2), BOX_1],
        [centre("Luật số: 12/2026/QH16", size=13), centre("Hà Nội, ngày 05 tháng 3 năm 2026", i=True)],
        widths=(3600, 5754),
    )
    return (
        top
        + centre("LUẬT", b=True, before=12)
        + centre("TRỒNG CÂY XUÂN", b=True)
        + body("Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;", i=True)
        + body("Quốc hội ban hành Luật Trồng cây xuân.", i=True)
        + centre("Chương I", b=True)
        + centre("NHỮNG QUY ĐỊNH CHUNG", b=True)
        + body("Điều 1. Phạm vi điều chỉnh", b=True)
        + body("Luật này quy định việc trồng cây xuân.")
        + centre("CHỦ TỊCH QUỐC HỘI", b=True)
        + centre("Trần Văn Bình", b=True, before=72)
        + LAST_SECTION
    )


def of_the_party() -> str:
    top = table(
        [
            centre("TỈNH ỦY HƯNG AN") + centre("BAN TUYÊN GIÁO", b=True) + centre("*") + centre("Số 05-KH/BTG"),
            centre("ĐẢNG CỘNG SẢN VIỆT NAM", size=15, b=True)
            + line(70, 1)
            + centre("Hưng An, ngày 05 tháng 3 năm 2026", i=True),
        ],
        widths=(4000, 5354),
    )
    recipients = p("Nơi nhận:", jc="left")
    return (
        top
        + centre("KẾ HOẠCH", size=16, b=True)
        + centre("về việc tuyên truyền trồng cây xuân", b=True)
        + centre("-----")
        + body("- Căn cứ Nghị quyết số 05-NQ/TU của Tỉnh ủy về trồng cây xuân,")
        + body("Ban Tuyên giáo xây dựng kế hoạch như sau:")
        + body("I- MỤC ĐÍCH", b=True)
        + body(f"{SENTENCE}.")
        + table(
            [
                recipients + p("- Thường trực Tỉnh ủy,", size=12, jc="left") + p("- Lưu VP.", size=12, jc="left"),
                centre("K/T TRƯỞNG BAN", b=True)
                + centre("PHÓ TRƯỞNG BAN")
                + centre("Trần Văn Bình", b=True, before=72),
            ],
            widths=(4677, 4677),
        )
        + LAST_SECTION
    )


def renumbered(xml: str) -> str:
    """The drawings of a paper with numbers of their own, to stand behind another."""
    return xml.replace('<wp:docPr id="', '<wp:docPr id="9')


def several() -> str:
    return quyet_dinh().replace(LAST_SECTION, SECTION_END) + renumbered(thong_bao())


def decision_with_charter() -> str:
    charter = renumbered(attached("ĐIỀU LỆ", "Hội Trồng cây xuân tỉnh Hưng An", chapters()))
    first = quyet_dinh().replace(LAST_SECTION, SECTION_END)
    return (
        first.replace(" Thành lập Tổ công tác", " Phê duyệt kèm theo Quyết định này Điều lệ của Tổ công tác") + charter
    )


KINDS: Mapping[str, Case] = {
    **{f"nfd_{kind}": Case(file(decomposed(made()))) for kind, made in PAPERS.items()},
    **{f"windows_1258_{kind}": Case(file(of_windows_1258(made()))) for kind, made in PAPERS.items()},
    "nfd_basis_without_its_sign": Case(
        file(decomposed(quyet_dinh().replace(f"{MIDDLE_BASIS};", MIDDLE_BASIS))),
        kind="Quyết định", expect={"CC-02": 1}, may_change=(MIDDLE_BASIS,),
    ),
    "nfd_recipient_without_its_sign": Case(
        file(of_windows_1258(cong_van().replace("- Lãnh đạo Sở;", "- Lãnh đạo Sở"))),
        kind="Công văn", expect={"NN-04": 1}, may_change=("- Lãnh đạo Sở",),
    ),
    "form_to_sign": Case(file(form("PHIẾU TRÌNH", "Về việc ban hành Kế hoạch cải cách hành chính năm 2026")), FORM),
    "form_to_settle": Case(file(form("PHIẾU GIẢI QUYẾT CÔNG VIỆC", "Về việc rà soát thủ tục hành chính")), FORM),
    "form_to_ask": Case(file(form("PHIẾU XIN Ý KIẾN", "Dự thảo Kế hoạch trồng cây xuân")), FORM),
    "form_of_a_person": Case(
        file(BOX_1 + centre("ĐƠN ĐỀ NGHỊ", size=16, b=True, before=12) + p("Kính gửi: Sở Công Thương tỉnh Hưng An", b=True, jc="center")
             + p("Tên tôi là: ……………………………", jc="left") + p("Chỗ ở hiện nay: ……………………………", jc="left")
             + body("Đề nghị Sở xem xét, giải quyết.") + p("NGƯỜI ĐỀ NGHỊ", b=True, jc="right") + LAST_SECTION),
        FORM,
    ),
    "charter": Case(file(attached("ĐIỀU LỆ", "Hội Trồng cây xuân tỉnh Hưng An", chapters())), ATTACHED),
    "regulation": Case(file(attached("QUY CHẾ", "Hoạt động của Hội Trồng cây xuân", chapters())), ATTACHED),
    "provisions": Case(file(attached("QUY ĐỊNH", "Về việc trồng cây xuân trên địa bàn tỉnh Hưng An", chapters())), ATTACHED),
    "rules_of_contest": Case(file(attached("THỂ LỆ", "Cuộc thi tìm hiểu về cải cách hành chính", chapters())), ATTACHED),
    "charter_without_organ": Case(
        file(centre("ĐIỀU LỆ", b=True) + centre("HỘI TRỒNG CÂY XUÂN TỈNH HƯNG AN", b=True) + centre(FROM_DECISION, i=True)
             + line(40, 3) + chapters() + LAST_SECTION),
        ATTACHED,
    ),
    "charter_with_wrong_margin": Case(
        file(attached("ĐIỀU LỆ", "Hội Trồng cây xuân tỉnh Hưng An", chapters()).replace('w:left="1701"', 'w:left="1134"')),
        ATTACHED, expect={"PG-04": 1},
    ),
    "decision_with_charter": Case(file(decision_with_charter()), "Quyết định"),
    "appendix": Case(file(loose_appendix("PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ")), APPENDIX, also=frozenset({"PL-01"})),
    "appendix_with_number": Case(file(loose_appendix("Phụ lục II", "CHỈ TIÊU NĂM 2026")), APPENDIX),
    "appendix_list": Case(file(loose_appendix("DANH SÁCH", "THÀNH VIÊN TỔ CÔNG TÁC", FROM_DECISION)), APPENDIX),
    "appendix_list_in_one": Case(file(loose_appendix("DANH MỤC THỦ TỤC HÀNH CHÍNH", "", FROM_DECISION)), APPENDIX),
    "appendix_without_its_number": Case(
        file(loose_appendix("Phụ lục", "PHÂN CÔNG NHIỆM VỤ", "(Kèm theo Quyết định          /QĐ-SCT ngày     tháng     năm 2026)")),
        APPENDIX,
    ),
    "speech": Case(file(speech()), HEADLESS),
    "agenda": Case(file(agenda()), HEADLESS),
    "table_alone": Case(file(only_a_table()), HEADLESS),
    "note": Case(file(note()), HEADLESS),
    "speech_on_a_wrong_page": Case(file(speech().replace('w:h="16838"', 'w:h="15840"')), HEADLESS, expect={"PG-01": 1}),
    "circular": Case(
        file(legal("Số: 12/2026/TT-BNV", "THÔNG TƯ", "Quy định việc trồng cây xuân", "BỘ NỘI VỤ",
                   "Bộ trưởng Bộ Nội vụ ban hành Thông tư quy định việc trồng cây xuân.")),
        LEGAL,
    ),
    "government_decree": Case(
        file(legal("Số: 12/2026/NĐ-CP", "NGHỊ ĐỊNH", "Quy định việc trồng cây xuân", "CHÍNH PHỦ",
                   "Chính phủ ban hành Nghị định quy định việc trồng cây xuân.")),
        LEGAL,
    ),
    "provincial_legal_decision": Case(
        file(legal("Số: 12/2026/QĐ-UBND", "QUYẾT ĐỊNH", "Quy định việc trồng cây xuân", "ỦY BAN NHÂN DÂN",
                   "Ủy ban nhân dân ban hành Quyết định quy định việc trồng cây xuân.")),
        LEGAL,
    ),
    "law": Case(file(law()), LEGAL),
    "party": Case(file(of_the_party()), PARTY),
    "several": Case(file(several()), SEVERAL),
    "two_letters": Case(file(cong_van().replace(LAST_SECTION, SECTION_END) + renumbered(cong_van())), SEVERAL),
    "number_unsure": Case(
        file(head("12-03/26/PT-NC", date=DATE) + title("THÔNG BÁO", "Kết luận của Giám đốc Sở tại cuộc họp giao ban")
             + body(f"{SENTENCE}./.", keep=True) + tail("- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VP.") + LAST_SECTION),
        "Thông báo", also=frozenset({"SO-01", "SO-05"}), forbid=frozenset({"CQ-02", "CQ-03", "CQ-05", "CQ-06"}),
    ),
    "organ_unsure": Case(
        file(table([centre("Lịch công tác", size=13), BOX_1], [centre("Số: 09/TB-SCT", size=13), centre(DATE, i=True)], widths=(3600, 5754))
             + title("THÔNG BÁO", "Kết luận của Giám đốc Sở tại cuộc họp giao ban") + body(f"{SENTENCE}./.", keep=True)
             + tail("- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VP.") + LAST_SECTION),
        "Thông báo", also=frozenset({"CQ-01"}), unsure=frozenset({"CQ-03", "CQ-05"}),
    ),
}  # fmt: skip
