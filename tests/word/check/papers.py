"""Compliant papers of the main kinds, built from code: the specimens that the tests of the rules break.

Each is a whole Word file in the plainest XML, so that a test can change one thing in it by its text.
"""

import io
import zipfile
from collections.abc import Callable, Mapping

from cchc_docs.text.widths import text_width

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, size: float = 14, *, b: bool = False, i: bool = False, more: str = "") -> str:
    weight = ("<w:b/>" if b else "") + ("<w:i/>" if i else "")
    half = f"{size * 2:.0f}"
    shown = text.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<w:r><w:rPr>{weight}{more}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
        f'<w:t xml:space="preserve">{shown}</w:t></w:r>'
    )


def p(
    *content: str, size: float = 14, b: bool = False, i: bool = False, jc: str = "both", first: int = 0, before: int = 0,
    after: int = 0, keep: bool = False,
) -> str:  # fmt: skip
    """A paragraph; ``content`` is text, or runs as XML. Lengths in twips, gaps in pt."""
    runs = "".join(one if one.startswith("<w:") else run(one, size, b=b, i=i) for one in content)
    return (
        f'<w:p><w:pPr>{"<w:keepNext/>" if keep else ""}<w:spacing w:before="{before * 20}" w:after="{after * 20}" '
        f'w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="{first}"/><w:jc w:val="{jc}"/></w:pPr>{runs}</w:p>'
    )


def centre(*content: str, size: float = 14, b: bool = False, i: bool = False, before: int = 0) -> str:
    return p(*content, size=size, b=b, i=i, jc="center", before=before)


def body(*content: str, b: bool = False, i: bool = False, keep: bool = False) -> str:
    """A paragraph of the text."""
    return p(*content, b=b, i=i, first=720, after=6, keep=keep)


def line(length: float, number: int = 1) -> str:
    """A paragraph with a drawn line, ``length`` in mm."""
    emu = round(length * 36_000)
    return centre(
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{emu}" cy="0"/>'
        f'<wp:docPr id="{number}" name="Line {number}"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{emu}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(*rows: list[str], widths: tuple[int, ...], ruled: bool = False) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f"<w:tblBorders>{sides}</w:tblBorders>" if ruled else ""
    cells = [
        "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        + "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>" for row in cells)
        + "</w:tbl>"
    )


QUOC_HIEU, TIEU_NGU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
BOX_1 = centre(QUOC_HIEU, size=13, b=True) + centre(TIEU_NGU, b=True) + line(text_width(TIEU_NGU, 14, bold=True), 1)
ORGAN = "SỞ CÔNG THƯƠNG"
BOX_2 = (
    centre("UBND TỈNH HƯNG AN", size=13)
    + centre(ORGAN, size=13, b=True)
    + line(text_width(ORGAN, 13, bold=True) * 0.4, 2)
)
DATE = "Hưng An, ngày 05 tháng 3 năm 2026"


def head(number: str, *, subject: str = "", date: str = DATE) -> str:
    left = centre(number, size=13, before=6) + (centre(subject, size=12, before=6) if subject else "")
    right = centre(date, i=True, before=6) if date else "<w:p/>"
    return table([BOX_2, BOX_1], [left, right], widths=(3600, 5754))


def title(kind: str, summary: str) -> str:
    return (
        centre(kind, b=True, before=12)
        + centre(summary, b=True)
        + line(text_width(summary, 14, bold=True) * 0.4, 3)
        + p("", before=0)
    )


def tail(*recipients: str, posts: tuple[str, ...] = ("GIÁM ĐỐC",), name: str = "Trần Văn Bình") -> str:
    left = p("Nơi nhận:", size=12, b=True, i=True, jc="left") + "".join(
        p(one, size=11, jc="left") for one in recipients
    )
    right = "".join(centre(post, b=True) for post in posts) + centre(name, b=True, before=72)
    return table([left, right], widths=(4677, 4677))


SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/>{}<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    "{}<w:titlePg/></w:sectPr>"
)
LAST_SECTION = SECTION.format("", "")
APPENDIX_SECTION = SECTION.format("", '<w:pgNumType w:start="1"/>')
SECTION_END = f"<w:p><w:pPr>{LAST_SECTION}</w:pPr></w:p>"

SENTENCE = (
    "Thực hiện nhiệm vụ được giao, Sở tiếp tục rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, "
    "bảo đảm đúng tiến độ và chất lượng theo quy định"
)


def cong_van() -> str:
    return (
        head("Số: 12/SCT-VP", subject="V/v báo cáo kết quả cải cách hành chính")
        + p("Kính gửi:", first=1985, before=6)
        + p("- Sở Nội vụ;", first=3000)
        + p("- Sở Tài chính.", first=3000)
        + body(f"{SENTENCE}.")
        + body("Sở Công Thương trân trọng báo cáo./.", keep=True)
        + tail("- Như trên;", "- Lãnh đạo Sở;", "- Lưu: VT, VP.", posts=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"))
        + LAST_SECTION
    )


def quyet_dinh() -> str:
    return (
        head("Số: 15/QĐ-SCT")
        + title("QUYẾT ĐỊNH", "Về việc thành lập Tổ công tác cải cách hành chính năm 2026")
        + centre("GIÁM ĐỐC SỞ CÔNG THƯƠNG", b=True, before=6)
        + body("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", i=True)
        + body(
            "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể;",
            i=True,
        )
        + body("Theo đề nghị của Chánh Văn phòng Sở.", i=True)
        + centre("QUYẾT ĐỊNH:", b=True)
        + body(run("Điều 1.", b=True), run(" Thành lập Tổ công tác cải cách hành chính năm 2026 của Sở Công Thương."))
        + body(
            run("Điều 2.", b=True),
            run(" Tổ công tác có nhiệm vụ tham mưu Giám đốc Sở chỉ đạo, đôn đốc việc thực hiện."),
        )
        + body(
            run("Điều 3.", b=True),
            run(
                " Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định "
                "này./."
            ),
            keep=True,
        )
        + tail("- Như Điều 3;", "- Lưu: VT, VP.")
        + LAST_SECTION
    )


def thong_bao() -> str:
    return (
        head("Số: 09/TB-SCT")
        + title("THÔNG BÁO", "Kết luận của Giám đốc Sở tại cuộc họp giao ban")
        + body(f"{SENTENCE}.")
        + body("1. Văn phòng Sở chủ trì, phối hợp với các phòng rà soát thủ tục hành chính.")
        + body("2. Các phòng báo cáo kết quả trước ngày 20 tháng 3 năm 2026.")
        + body("Sở thông báo để các đơn vị biết, thực hiện./.", keep=True)
        + tail("- Các phòng, đơn vị thuộc Sở;", "- Lưu: VT, VP.", posts=("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"))
        + LAST_SECTION
    )


def bien_ban() -> str:
    signatures = table(
        [
            centre("THƯ KÝ", b=True) + centre("Lê Thị Hoa", b=True, before=72),
            centre("CHỦ TỌA", b=True) + centre("Trần Văn Bình", b=True, before=72),
        ],
        widths=(4677, 4677),
    )
    recipients = p("Nơi nhận:", size=12, b=True, i=True, jc="left") + "".join(
        p(one, size=11, jc="left") for one in ("- Các phòng, đơn vị;", "- Lưu: VT, Hồ sơ.")
    )
    return (
        head("Số: 07/BB-SCT", date="")
        + title("BIÊN BẢN", "Họp giao ban công tác cải cách hành chính tháng 3")
        + body("Thời gian bắt đầu: 14 giờ 00 phút, ngày 20 tháng 3 năm 2026.")
        + body("Địa điểm: Phòng họp số 1, trụ sở Sở Công Thương.")
        + body("Thành phần tham dự: Lãnh đạo Sở; trưởng các phòng, đơn vị thuộc Sở.")
        + body(f"{SENTENCE}.")
        + body("Cuộc họp kết thúc vào 16 giờ 30 phút, ngày 20 tháng 3 năm 2026./.", keep=True)
        + signatures
        + recipients
        + LAST_SECTION
    )


def bao_cao() -> str:
    return (
        head("Số: 20/BC-SCT")
        + title("BÁO CÁO", "Kết quả công tác cải cách hành chính quý I năm 2026")
        + p("Kính gửi: Ủy ban nhân dân tỉnh Hưng An", first=1985, before=6)
        + body("Thực hiện Kế hoạch số 05/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh, Sở Công Thương báo cáo kết quả như sau:")
        + body("I. KẾT QUẢ THỰC HIỆN", b=True, keep=True)
        + body("1. Công tác chỉ đạo, điều hành", b=True, keep=True)
        + body(f"{SENTENCE}.")
        + body("a) Ban hành kế hoạch cải cách hành chính năm 2026;")
        + body("b) Phân công nhiệm vụ cho các phòng;")
        + body("c) Kiểm tra việc thực hiện;")
        + body("d) Tuyên truyền trên Trang thông tin điện tử;")
        + body("đ) Khảo sát mức độ hài lòng.")
        + body("2. Cải cách thể chế", b=True, keep=True)
        + body("- Rà soát 12 văn bản quy phạm pháp luật.")
        + table([centre("STT", size=13, b=True), centre("Nội dung", size=13, b=True)], [centre("1", size=13), p("Rà soát", size=13)],
                widths=(1000, 8354), ruled=True)
        + body("II. PHƯƠNG HƯỚNG, NHIỆM VỤ", b=True, keep=True)
        + body(f"{SENTENCE}./.", keep=True)
        + tail("- Như trên;", "- Sở Nội vụ;", "- Lưu: VT, VP.")
        + LAST_SECTION
    )  # fmt: skip


def to_trinh() -> str:
    return (
        head("Số: 31/TTr-SCT")
        + title("TỜ TRÌNH", "Về việc phê duyệt Kế hoạch cải cách hành chính năm 2027")
        + p("Kính gửi: Ủy ban nhân dân tỉnh Hưng An", first=1985, before=6)
        + body(f"{SENTENCE}.")
        + body("Sở Công Thương kính trình Ủy ban nhân dân tỉnh xem xét, phê duyệt./.", keep=True)
        + tail("- Như trên;", "- Lưu: VT, VP.")
        + LAST_SECTION
    )


def giay_moi() -> str:
    return (
        head("Số: 41/GM-SCT")
        + title("GIẤY MỜI", "Dự họp đánh giá kết quả cải cách hành chính")
        + body("Sở Công Thương trân trọng kính mời: Lãnh đạo các phòng, đơn vị thuộc Sở.")
        + body("Tới dự cuộc họp đánh giá kết quả cải cách hành chính quý I năm 2026.")
        + body("Chủ trì: Giám đốc Sở.")
        + body("Thời gian: 08 giờ 00 phút, ngày 25 tháng 3 năm 2026.")
        + body("Địa điểm: Phòng họp số 1, trụ sở Sở Công Thương./.", keep=True)
        + tail("- Như trên;", "- Lưu: VT, VP.")
        + LAST_SECTION
    )


def _appendix(number: str, name: str, section: str, drawing: int) -> str:
    reference = "(Kèm theo Kế hoạch số 05/KH-SCT ngày 05 tháng 3 năm 2026 của Sở Công Thương)"
    return (
        centre(f"Phụ lục {number}", b=True)
        + centre(name, b=True)
        + centre(reference, i=True)
        + line(40, drawing)
        + table([centre("STT", size=13, b=True), centre("Nhiệm vụ", size=13, b=True)], [centre("1", size=13), p("Rà soát văn bản./.", size=13)],
                widths=(1000, 8354), ruled=True)
        + section
    )  # fmt: skip


def ke_hoach() -> str:
    return (
        head("Số:        /KH-SCT", date="Hưng An, ngày     tháng     năm 2026")
        + title("KẾ HOẠCH", "Cải cách hành chính năm 2026")
        + body("Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ về cải cách hành chính;", i=True)
        + body(
            "Căn cứ Kế hoạch số 05/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh về cải cách hành chính.",
            i=True,
        )
        + body("I. MỤC ĐÍCH, YÊU CẦU", b=True, keep=True)
        + body("1. Mục đích", b=True, keep=True)
        + body(f"{SENTENCE}.")
        + body("2. Yêu cầu", b=True, keep=True)
        + body("- Rõ người, rõ việc, rõ thời gian (chi tiết tại Phụ lục I, Phụ lục II kèm theo)./.", keep=True)
        + tail("- UBND tỉnh (để b/c);", "- Lưu: VT, VP.")
        + SECTION_END
        + _appendix("I", "PHÂN CÔNG NHIỆM VỤ", f"<w:p><w:pPr>{APPENDIX_SECTION}</w:pPr></w:p>", 5)
        + _appendix("II", "CHỈ TIÊU NĂM 2026", APPENDIX_SECTION, 6)
    )


def quy_che() -> str:
    """Chapters, sections and articles: scheme (a)."""
    return (
        head("Số: 50/QC-SCT")
        + title("QUY CHẾ", "Tiếp công dân của Sở Công Thương")
        + centre("Chương I", b=True, before=6)
        + centre("QUY ĐỊNH CHUNG", b=True)
        + body("Điều 1. Phạm vi điều chỉnh", b=True, keep=True)
        + body("1. Quy chế này quy định việc tiếp công dân tại Sở.")
        + body("2. Việc tiếp công dân gồm các bước sau đây:")
        + body("a) Đón tiếp;")
        + body("b) Ghi nhận và giải quyết.")
        + centre("Chương II", b=True, before=6)
        + centre("TỔ CHỨC TIẾP CÔNG DÂN", b=True)
        + centre("Mục 1", b=True)
        + centre("ĐÓN TIẾP", b=True)
        + body("Điều 2. Địa điểm", b=True, keep=True)
        + body("Công dân được tiếp tại trụ sở Sở theo quy định tại khoản 2 Điều 103 của Luật Tiếp công dân.")
        + centre("Mục 2", b=True)
        + centre("GIẢI QUYẾT", b=True)
        + body("Điều 3. Trách nhiệm", b=True, keep=True)
        + body(f"{SENTENCE}./.", keep=True)
        + tail("- Các phòng, đơn vị;", "- Lưu: VT, VP.")
        + LAST_SECTION
    )


PAPERS: Mapping[str, Callable[[], str]] = {
    "cong_van": cong_van,
    "quyet_dinh": quyet_dinh,
    "thong_bao": thong_bao,
    "bien_ban": bien_ban,
    "bao_cao": bao_cao,
    "to_trinh": to_trinh,
    "giay_moi": giay_moi,
    "ke_hoach": ke_hoach,
    "quy_che": quy_che,
}

NUMBER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
PARTS: Mapping[str, str] = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("numbering", "numbering"),
                           ("header1", "header"), ("footer1", "footer"))
    )
    + "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{file}.xml"/>'
        for name, kind, file in (("rId1", "styles", "styles"), ("rId2", "settings", "settings"), ("rId3", "numbering", "numbering"),
                                 ("rId9", "header", "header1"), ("rId8", "footer", "footer1"))
    )
    + "</Relationships>",
    "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
    'w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
    '<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" '
    'w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>',
    "word/settings.xml": f'<w:settings xmlns:w="{W}"/>',
    "word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
    "word/header1.xml": f"<w:hdr {_NS}>{NUMBER}</w:hdr>",
    "word/footer1.xml": f"<w:ftr {_NS}><w:p/></w:ftr>",
}  # fmt: skip


def document_xml(content: str) -> str:
    return f"<w:document {_NS}><w:body>{content}</w:body></w:document>"


def packed(content: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file of this body; ``parts`` exchanges other members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**PARTS, "word/document.xml": document_xml(content), **(parts or {})}.items():
            archive.writestr(name, HEAD + text)
    return stream.getvalue()


def paper(kind: str) -> bytes:
    """The compliant specimen of a kind."""
    return packed(PAPERS[kind]())
