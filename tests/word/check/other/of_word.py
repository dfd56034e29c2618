"""Point 3: what Word does with a file, which is not what its XML seems to say."""

from collections.abc import Mapping

from tests.word.check.other.cases import Case, file
from tests.word.check.other.mistaken import swap
from tests.word.check.papers import (
    BOX_2,
    DATE,
    NUMBER,
    ORGAN,
    PARTS,
    QUOC_HIEU,
    TIEU_NGU,
    bao_cao,
    body,
    centre,
    head,
    line,
    p,
    quy_che,
    run,
    table,
    thong_bao,
)
from tests.word.check.papers import W as MAIN

EVEN_FOOTER = '<w:footerReference w:type="even" r:id="rId8"/>'
FIRST_FOOTER = '<w:footerReference w:type="first" r:id="rId8"/>'
NUMBERED_FOOTER = {"word/footer1.xml": PARTS["word/footer1.xml"].replace("<w:p/>", NUMBER)}
EVEN_AND_ODD = {"word/settings.xml": f'<w:settings xmlns:w="{MAIN}"><w:evenAndOddHeaders/></w:settings>'}
HEADER_REFERENCE = '<w:headerReference w:type="default" r:id="rId9"/>'
POINT = "Phòng Quản lý thương mại chủ trì, phối hợp với các phòng thực hiện"
LONG = (
    "1. Tiếp tục rà soát, đơn giản hóa thủ tục hành chính trong các lĩnh vực công nghiệp, thương mại, năng lượng, hóa "
    "chất, an toàn thực phẩm; công bố đầy đủ, kịp thời trên Cổng dịch vụ công"
)
SAID = "Thực hiện nhiệm vụ được giao"


def notice(reference: str = "", *, without_title_page: bool = False) -> str:
    xml = swap(thong_bao(), HEADER_REFERENCE, HEADER_REFERENCE + reference)
    return swap(xml, "<w:titlePg/>", "") if without_title_page else xml


def header(blanks: int, size: float = 14) -> dict[str, str]:
    """The header with so many blank paragraphs above the number."""
    blank = p("", size=size).replace("</w:pPr>", f'<w:rPr><w:sz w:val="{size * 2:.0f}"/></w:rPr></w:pPr>')
    return {"word/header1.xml": PARTS["word/header1.xml"].replace(NUMBER, blank * blanks + NUMBER)}


def header_at(twips: int) -> str:
    return thong_bao().replace('w:header="567"', f'w:header="{twips}"')


def head_with_lines_below(left: str, right: str) -> str:
    """The head whose lines hang in a row of their own, under both names."""
    names = centre("UBND TỈNH HƯNG AN", size=13) + centre(ORGAN, size=13, b=True)
    state = centre(QUOC_HIEU, size=13, b=True) + centre(TIEU_NGU, b=True)
    own = table(
        [names, state],
        [left, right],
        [centre("Số: 09/TB-SCT", size=13, before=6), centre(DATE, i=True, before=6)],
        widths=(3600, 5754),
    )
    return swap(thong_bao(), head("Số: 09/TB-SCT"), own)


def head_with_lines_at_number() -> str:
    """The lines hang on the paragraphs of the number and the date, in the next row."""
    names = centre("UBND TỈNH HƯNG AN", size=13) + centre(ORGAN, size=13, b=True)
    state = centre(QUOC_HIEU, size=13, b=True) + centre(TIEU_NGU, b=True)
    own = table(
        [names, state], [_drawn("Số: 09/TB-SCT", 19, 2, size=13), _drawn(DATE, 60.4, 1, i=True)], widths=(3600, 5754)
    )
    return swap(thong_bao(), head("Số: 09/TB-SCT"), own)


def _drawn(text: str, length: float, number: int, *, size: float = 14, i: bool = False) -> str:
    """A paragraph of text from which a line hangs that Word prints above it."""
    drawing = line(length, number).split("</w:pPr>", 1)[1].removesuffix("</w:p>")
    place = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>18000</wp:posOffset></wp:positionV>'
    )
    start = drawing.index("<wp:inline")
    anchored = drawing[:start] + place + drawing[drawing.index("<wp:extent") :]
    anchored = anchored.replace("<wp:docPr", "<wp:wrapNone/><wp:docPr").replace("</wp:inline>", "</wp:anchor>")
    return centre(anchored, run(text, size, i=i), before=6)


def summary_with_line_below() -> str:
    """The line under the summary hangs on the first paragraph of the text."""
    xml = thong_bao()
    begin = xml.rindex("<w:p>", 0, xml.index('name="Line 3"'))
    end = xml.index("</w:p>", begin) + len("</w:p>")
    drawing = xml[begin:end].split("</w:pPr>", 1)[1].removesuffix("</w:p>")
    without = xml[:begin] + xml[end:]
    at = without.index("<w:r>", without.rindex("<w:p>", 0, without.index(SAID)))
    return without[:at] + drawing + without[at:]


def font(text: str, name: str) -> str:
    """The notice with the run of ``text`` in another font."""
    xml = thong_bao()
    at = xml.index(f">{text}")
    start = xml.rindex("<w:rPr>", 0, at) + len("<w:rPr>")
    fonts = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'
    return xml[:start] + fonts + xml[start:]


def with_body(*more: str) -> str:
    """The notice with more paragraphs of text."""
    known = body("2. Các phòng báo cáo kết quả trước ngày 20 tháng 3 năm 2026.")
    return swap(thong_bao(), known, known + "".join(more))


def blank_in(name: str, size: int) -> str:
    mark = f'<w:rPr><w:rFonts w:ascii="{name}" w:hAnsi="{name}"/><w:sz w:val="{size * 2}"/></w:rPr>'
    runs = f'<w:r>{mark}<w:t xml:space="preserve"> </w:t></w:r>'
    return p("").replace("</w:pPr></w:p>", f"{mark}</w:pPr>{runs}</w:p>")


PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
REMARK = run("(hoàn thành trước ngày 20 tháng 3 năm 2026)", i=True)

OF_WORD: Mapping[str, Case] = {
    "even_footer_not_in_use": Case(file(notice(EVEN_FOOTER), NUMBERED_FOOTER), "Thông báo"),
    "even_footer_in_use": Case(
        file(notice(EVEN_FOOTER), {**NUMBERED_FOOTER, **EVEN_AND_ODD}), "Thông báo", expect={"PG-10": 0},
    ),
    "even_header_missing_where_in_use": Case(file(notice(), EVEN_AND_ODD), "Thông báo", expect={"PG-10": 0}),
    "first_footer_not_in_use": Case(
        file(notice(FIRST_FOOTER, without_title_page=True), NUMBERED_FOOTER), "Thông báo", expect={"PG-11": 1},
    ),
    "first_footer_in_use": Case(
        file(notice(FIRST_FOOTER), NUMBERED_FOOTER), "Thông báo", expect={"PG-11": 0}, also=frozenset({"PG-10"}),
    ),
    "page_break_in_a_cell": Case(
        file(swap(bao_cao(), p("Rà soát", size=13), PAGE_BREAK + p("Rà soát", size=13))), "Báo cáo",
    ),
    "blank_above_the_number": Case(file(header_at(284), header(1)), "Thông báo"),
    "blank_above_the_number_too_far": Case(file(thong_bao(), header(2)), "Thông báo", expect={"PG-14": 1}),
    "lines_in_the_next_row": Case(file(head_with_lines_below(line(19, 2), line(60.4, 1))), "Thông báo"),
    "line_of_the_motto_in_the_next_row": Case(
        file(head_with_lines_below(centre(""), line(60.4, 1))), "Thông báo", expect={"CQ-05": 1}, may_draw=True,
    ),
    "lines_hang_on_number_and_date": Case(file(head_with_lines_at_number()), "Thông báo"),
    "line_of_the_summary_hangs_on_the_text": Case(file(summary_with_line_below()), "Thông báo"),
    "old_font_on_digits": Case(
        file(font("Số: 09/TB-SCT", "VNI-Times")), "Thông báo",
        expect={"PG-07": 1}, forbid=frozenset({"PG-08"}), may_change=("Số: 09/TB-SCT",),
    ),
    "old_font_on_unicode_text": Case(
        file(font(SAID, ".VnTime")), "Thông báo", expect={"PG-07": 1}, may_change=(SAID,),
    ),
    "old_font_on_old_text": Case(
        file(swap(font(SAID, ".VnTime"), SAID, "Thùc hiÖn nhiÖm vô ®­îc giao")), "Thông báo", expect={"PG-08": 1},
        also=frozenset({"PG-07"}),
    ),
    "remark_in_a_point": Case(file(with_body(body(run(f"3. {POINT} "), REMARK, run(".")))), "Thông báo"),
    "remark_at_the_end_of_a_letter_point": Case(
        file(with_body(body("3. Các phòng thực hiện các việc sau:"), body(run(f"a) {POINT} "), REMARK, run(";")), body("b) Báo cáo kết quả."))),
        "Thông báo",
    ),
    "title_of_a_book_in_a_point": Case(
        file(with_body(body(run("3. Đăng trên bản tin "), run("Nhịp cầu công thương", i=True), run(" số tháng 3.")))), "Thông báo",
    ),
    "note_in_italics": Case(file(with_body(body("(Có biểu tổng hợp gửi riêng từng phòng)", i=True))), "Thông báo", also=frozenset({"ND-01"})),
    "long_bold_heading": Case(
        file(swap(bao_cao(), body("2. Cải cách thể chế", b=True, keep=True), body(LONG.replace("1. ", "2. "), b=True, keep=True))), "Báo cáo",
    ),
    "long_bold_article": Case(
        file(swap(quy_che(), "Điều 1. Phạm vi điều chỉnh", f"Điều 1. {LONG[3:]}")), "Quy chế",
    ),
    "blank_in_another_font": Case(file(with_body(blank_in("Calibri", 11))), "Thông báo", forbid=frozenset({"PG-07", "ND-01", "ND-02"})),
    "blank_in_the_head": Case(file(swap(thong_bao(), BOX_2, BOX_2 + blank_in("VNI-Times", 6))), "Thông báo"),
}  # fmt: skip
