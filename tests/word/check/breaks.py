"""One change for each rule that breaks it in a compliant paper; where it must break another too, which, and why."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.word.check.breaks_of_contents import SAID
from tests.word.check.papers import BOX_1, NUMBER, PAPERS, PARTS, SENTENCE, TIEU_NGU, centre, line, p, packed, table

Change = Callable[[str], str]


@dataclass(frozen=True)
class Break:
    """``change`` of the body of a paper of ``kind``, or ``parts`` exchanged; ``also`` names other rules, each with why."""

    kind: str
    change: Change = str
    also: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)

    def __call__(self) -> bytes:
        before = PAPERS[self.kind]()
        after = self.change(before)
        assert after != before or self.parts, "the change changes nothing"
        return packed(after, self.parts)


def swap(old: str, new: str) -> Change:
    """``old`` becomes ``new``, once."""

    def change(xml: str) -> str:
        assert old in xml, old
        return xml.replace(old, new, 1)

    return change


def _around(xml: str, text: str, tag: str) -> tuple[int, int]:
    """Where the innermost ``tag`` around ``text`` begins and ends."""
    at = xml.index(text)
    end = xml.index(f"</{tag}>", at) + len(f"</{tag}>")
    return xml.rindex(f"<{tag}>", 0, at), end


def inside(text: str, old: str, new: str, tag: str = "w:p") -> Change:
    """In the paragraph (or ``w:r``) that holds ``text``, ``old`` becomes ``new``."""

    def change(xml: str) -> str:
        start, end = _around(xml, text, tag)
        assert old in xml[start:end], xml[start:end]
        return xml[:start] + xml[start:end].replace(old, new, 1) + xml[end:]

    return change


def run(text: str, new: str, old: str = "<w:rPr>") -> Change:
    """The properties of the run with ``text``."""
    return inside(text, old, new, "w:r")


def plain(text: str) -> Change:
    """The run with ``text`` is not bold."""
    return run(text, "", "<w:b/>")


def bold(text: str) -> Change:
    return run(text, "<w:rPr><w:b/>")


def size(text: str, points: float) -> Change:
    """The size of the run with ``text``."""

    def change(xml: str) -> str:
        start, end = _around(xml, f">{text}", "w:r")
        return xml[:start] + re.sub(r'(<w:szC?s? w:val=")\d+', rf"\g<1>{points * 2:.0f}", xml[start:end]) + xml[end:]

    return change


def both(*changes: Change) -> Change:
    def change(xml: str) -> str:
        for one in changes:
            xml = one(xml)
        return xml

    return change


def before(text: str, new: str, tag: str = "w:p") -> Change:
    """``new`` stands before the paragraph (or table) with ``text``."""

    def change(xml: str) -> str:
        start, _ = _around(xml, text, tag)
        return xml[:start] + new + xml[start:]

    return change


def after(text: str, new: str) -> Change:
    def change(xml: str) -> str:
        _, end = _around(xml, text, "w:p")
        return xml[:end] + new + xml[end:]

    return change


def without(text: str, tag: str = "w:p", stand_in: str = "") -> Change:
    """The paragraph (or table) with ``text`` goes."""

    def change(xml: str) -> str:
        start, end = _around(xml, text, tag)
        return xml[:start] + stand_in + xml[end:]

    return change


def without_line(number: int, stand_in: str = "") -> Change:
    """The paragraph with a drawn line goes."""
    return without(f'name="Line {number}"', stand_in=stand_in)


def header(xml: str) -> dict[str, str]:
    return {"word/header1.xml": PARTS["word/header1.xml"].replace(NUMBER, xml)}


def footer(xml: str) -> dict[str, str]:
    return {"word/footer1.xml": PARTS["word/footer1.xml"].replace("<w:p/>", xml)}


def columns_swapped(xml: str) -> str:
    """The two cells of the table's only row change places."""
    start = xml.rindex("<w:tbl>")
    first, second = re.findall(r"<w:tc>.*?</w:tc>", xml[start:])
    return xml[:start] + xml[start:].replace(first + second, second + first)


def head_swapped(xml: str) -> str:
    first, second = re.findall(r"<w:tc>.*?</w:tc>", xml)[:2]
    return xml.replace(first + second, second + first, 1)


FOOT = '<w:footerReference w:type="first" r:id="rId8"/>'
BLANK = '<w:p><w:pPr><w:spacing w:before="120" w:after="120"/></w:pPr></w:p>'


def counts(total: str, first: str = "100") -> str:
    """A table of counts with its row of totals."""
    rows = (("STT", "Đơn vị", "Số hồ sơ"), ("1", "Phòng A", first), ("2", "Phòng B", "140"), ("", "Tổng cộng", total))
    cells = [[p(text, size=13) for text in row] for row in rows]
    return table(*cells, widths=(1000, 5000, 3000), ruled=True)


FRAME = f"<w:tblBorders>{''.join(f'<w:{side} w:val={chr(34)}single{chr(34)} w:sz={chr(34)}4{chr(34)}/>' for side in ('top', 'left', 'bottom', 'right'))}</w:tblBorders>"

BREAKS: Mapping[str, Break] = {
    # -- Page
    "PG-01": Break("thong_bao", swap('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')),
    "PG-02": Break("thong_bao", swap('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')),
    "PG-03": Break("thong_bao", swap('w:top="1134"', 'w:top="1440"')),
    "PG-04": Break("thong_bao", swap('w:left="1701"', 'w:left="1440"')),
    "PG-05": Break("thong_bao", swap('w:right="851"', 'w:right="1440"')),
    "PG-07": Break("thong_bao", run(SENTENCE, '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')),
    "PG-08": Break("thong_bao", swap(f"{SENTENCE}.", "Céng hoµ x· héi chñ nghÜa ViÖt Nam.")),
    "PG-09": Break("thong_bao", run(SENTENCE, '<w:rPr><w:color w:val="FF0000"/>')),
    "PG-10": Break("thong_bao", parts=header(NUMBER.replace('"center"', '"right"'))),
    "PG-11": Break("thong_bao", swap("<w:titlePg/>", "")),
    "PG-12": Break("ke_hoach", swap('<w:pgNumType w:start="1"/>', "")),
    "PG-13": Break("thong_bao", size("CỘNG HÒA", 12)),
    "PG-14": Break("thong_bao", swap('w:header="567"', 'w:header="284"')),
    "PG-15": Break("thong_bao", run(SENTENCE, '<w:rPr><w:rFonts w:eastAsia="MS Mincho"/>')),
    "PG-16": Break("thong_bao", swap(f"{SENTENCE}.", f"{SENTENCE} hiê\u0323n ha\u0300nh.")),
    "PG-17": Break("thong_bao", run(f">{SENTENCE}", '<w:rPr/></w:r><w:ins w:id="1" w:author="A"><w:r><w:t>Nay </w:t></w:r></w:ins><w:r><w:rPr>')),
    "PG-18": Break("thong_bao", swap(f"{SENTENCE}.", f"{SENTENCE} [tên đơn vị].")),
    "PG-29": Break("thong_bao", swap("<w:sectPr>", f"{BLANK * 3}<w:sectPr>")),
    "PG-20": Break("ke_hoach", before("Phụ lục I<", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' * 2)),
    "DK-01": Break("thong_bao", after("Số: 09/", centre("KHẨN", size=12, b=True).replace("<w:pPr>", '<w:pPr><w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr>'))),
    "DC-01": Break("cong_van", swap("<w:pgSz", f"{FOOT}<w:pgSz"), parts=footer(p("Số 1, phố Hòa Bình", size=14))),
    # -- Box 1
    "QH-01": Break("thong_bao", swap("CHỦ NGHĨA", "CHŨ NGHĨA")),
    "QH-02": Break("thong_bao", plain("CỘNG HÒA")),
    "QH-03": Break("thong_bao", swap('w:w="5754" w:type="dxa"', 'w:w="5000" w:type="dxa"')),
    "QH-04": Break("thong_bao", head_swapped),
    "QH-09": Break("thong_bao", swap("<w:tblLayout", FRAME + "<w:tblLayout")),
    "TN-01": Break("thong_bao", swap(TIEU_NGU, "Độc lập – Tự do – Hạnh phúc")),
    "TN-02": Break("thong_bao", plain("Độc lập")),
    "TN-03": Break("thong_bao", without_line(1)),
    "TN-04": Break("thong_bao", inside("Độc lập", 'w:line="240"', 'w:line="360"')),
    # -- Box 2
    "CQ-01": Break("thong_bao", both(without("UBND TỈNH"), without("SỞ CÔNG THƯƠNG"), without_line(2, "<w:p/>"))),
    "CQ-02": Break("thong_bao", bold("UBND TỈNH")),
    "CQ-03": Break("thong_bao", plain("SỞ CÔNG THƯƠNG")),
    "CQ-04": Break("thong_bao", inside("SỞ CÔNG THƯƠNG", 'w:line="240"', 'w:line="300"')),
    "CQ-05": Break("thong_bao", without_line(2, line(60, 2))),
    "CQ-06": Break("thong_bao", before("UBND TỈNH", centre("BỘ CÔNG THƯƠNG", size=13))),
    "CQ-07": Break("to_trinh", both(swap("UBND TỈNH HƯNG AN", "BỘ TÀI CHÍNH"), swap("SỞ CÔNG THƯƠNG", "TT CÔNG THƯƠNG"))),
    "CQ-08": Break("thong_bao", swap("UBND TỈNH HƯNG AN", "UBND HUYỆN HƯNG HÀ")),
    # -- Box 3
    "SO-01": Break("thong_bao", swap("Số: 09/TB-SCT", "Số 09/TB - SCT")),
    "SO-02": Break("thong_bao", bold("Số: 09")),
    "SO-03": Break("thong_bao", swap("Số: 09/", "Số: 9/")),
    "SO-04": Break("thong_bao", swap("09/TB-SCT", "09/2026/TB-SCT"), {"SO-01": "ký hiệu có hai dấu gạch chéo", "SO-05": "năm đứng ở chỗ của tên loại"}),
    "SO-05": Break("thong_bao", swap("09/TB-SCT", "09/TBao-SCT")),
    "SO-06": Break("thong_bao", swap("09/TB-SCT", "09/TB-Sct")),
    "SO-07": Break("thong_bao", inside("Số: 09", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>')),
    "SO-08": Break("thong_bao", without("Số: 09", stand_in="<w:p/>")),
    # -- Box 4
    "NT-01": Break("thong_bao", swap("tháng 3 năm", "tháng 03 năm")),
    "NT-02": Break("thong_bao", run("Hưng An, ngày", "", "<w:i/>")),
    "NT-03": Break("thong_bao", both(without("Hưng An, ngày", stand_in="<w:p/>"), swap(BOX_1, BOX_1 + centre("Hưng An, ngày 05 tháng 3 năm 2026", i=True)))),
    "NT-04": Break("thong_bao", swap("Hưng An, ngày", "TP. Hưng An, ngày")),
    "NT-05": Break("thong_bao", swap("Hưng An, ngày", "Thành phố Hưng An Miền Trung Du Bắc Bộ, ngày")),
    "NT-06": Break("thong_bao", without("Hưng An, ngày", stand_in="<w:p/>")),
    # -- Box 5
    "TL-01": Break("thong_bao", size("THÔNG BÁO", 16)),
    "TL-02": Break("thong_bao", both(without("Kết luận của"), swap("THÔNG BÁO<", "THÔNG BÁO KẾT LUẬN<"), without_line(3))),
    "TL-03": Break("cong_van", before("Kính gửi:", centre("CÔNG VĂN", b=True))),
    "TL-04": Break("thong_bao", both(without("THÔNG BÁO"), without("Kết luận của"), without_line(3))),
    "TL-05": Break("thong_bao", swap("THÔNG BÁO<", "THƯ NGỎ<"), {}),
    "TY-01": Break("thong_bao", plain("Kết luận của")),
    "TY-02": Break("thong_bao", without_line(3, centre("__________"))),
    "TY-03": Break("thong_bao", swap("họp giao ban<", "họp giao ban.<")),
    "TY-04": Break("thong_bao", both(without("Kết luận của"), without_line(3))),
    "TY-05": Break("thong_bao", swap("Kết luận của", "kết luận của")),
    "VV-01": Break("cong_van", swap("V/v báo", "V/v: báo")),
    "VV-02": Break("cong_van", bold("V/v báo")),
    "VV-03": Break("cong_van", inside("V/v báo", 'w:before="120"', 'w:before="0"')),
    "VV-04": Break("cong_van", after("V/v báo", line(20, 7))),
    "KG-01": Break("thong_bao", before(f">{SENTENCE}", p("Kính gửi: Sở Nội vụ", first=1985)), {"NN-06": "có Kính gửi thì nơi nhận phải mở đầu bằng Như trên"}),
    "KG-02": Break("cong_van", bold("Kính gửi:")),
    "KG-03": Break("cong_van", swap("- Sở Nội vụ;", "- Sở Nội vụ,")),
    "KG-04": Break("cong_van", inside("- Sở Tài chính.", 'w:firstLine="3000"', 'w:firstLine="2000"')),
    # -- Bases
    "CC-01": Break("ke_hoach", run("Căn cứ Nghị quyết số 76", "", "<w:i/>")),
    "CC-02": Break("ke_hoach", swap("cải cách hành chính;", "cải cách hành chính.")),
    "CC-03": Break("quyet_dinh", swap("chính quyền địa phương ngày", "chính quyền địa phương số 72/2025/QH15 ngày")),
    "CC-04": Break("ke_hoach", swap("Kế hoạch số 05/KH-UBND ngày 20 tháng 12 năm 2025", "Kế hoạch")),
    "CC-05": Break("quyet_dinh", plain("QUYẾT ĐỊNH:")),
    "CC-06": Break("quyet_dinh", without("GIÁM ĐỐC SỞ CÔNG THƯƠNG<")),
    # -- Text
    "ND-01": Break("thong_bao", size(SENTENCE, 12)),
    "ND-02": Break("thong_bao", size("1. Văn phòng", 13)),
    "ND-03": Break("thong_bao", inside(f">{SENTENCE}", '<w:jc w:val="both"/>', '<w:jc w:val="left"/>')),
    "ND-04": Break("thong_bao", inside(f">{SENTENCE}", 'w:firstLine="720"', 'w:firstLine="400"')),
    "ND-05": Break("thong_bao", inside(f">{SENTENCE}", 'w:after="120"', 'w:after="0"')),
    "ND-06": Break("thong_bao", inside(f">{SENTENCE}", 'w:line="240"', 'w:line="480"')),
    "ND-07": Break("thong_bao", after(f">{SENTENCE}", BLANK)),
    "ND-08": Break("thong_bao", swap(SENTENCE, SENTENCE.replace("nhiệm vụ", "nhiệm  vụ"))),
    # -- Structure
    "BC-01": Break("quy_che", swap("Chương II", "CHƯƠNG II")),
    "BC-02": Break("quy_che", without("QUY ĐỊNH CHUNG")),
    "BC-03": Break("quy_che", both(swap("Mục 1<", "Mục 1. ĐÓN TIẾP<"), without(">ĐÓN TIẾP"))),
    "BC-04": Break("quyet_dinh", swap("Điều 2.", "Điều 2:")),
    "BC-05": Break("bao_cao", swap("I. KẾT QUẢ THỰC HIỆN", "I. Kết quả thực hiện")),
    "BC-06": Break("thong_bao", swap("2. Các phòng", "2) Các phòng")),
    "BC-07": Break("thong_bao", swap("2. Các phòng", "1.1. Các phòng")),
    "BC-08": Break("bao_cao", swap("b) Phân công", "b. Phân công")),
    "BC-09": Break("bao_cao", swap("đ) Khảo sát", "e) Khảo sát")),
    "BC-10": Break("bao_cao", plain("2. Cải cách thể chế")),
    "KT-01": Break("thong_bao", swap("thực hiện./.", "thực hiện.")),
    "KT-02": Break("thong_bao", swap("thực hiện./.", "thực hiện ./.")),
    # -- Capitals
    "VH-01": Break("bao_cao", swap("- Rà soát 12", "- rà soát 12")),
    "VH-07": Break("thong_bao", swap(SENTENCE, f"{SENTENCE} của thành phố Hồ Chí Minh")),
    "VH-10": Break("bao_cao", swap("2025 của Ủy ban nhân dân", "2025 của Ủy Ban Nhân Dân")),
    "VH-11": Break("thong_bao", swap(SENTENCE, f"{SENTENCE} của Ban chấp hành Trung ương Đảng")),
    "VH-13": Break("thong_bao", swap(SENTENCE, f"{SENTENCE} của nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam")),
    "VH-17": Break("thong_bao", swap(SENTENCE, f"{SENTENCE} nhân ngày quốc khánh")),
    "VH-18": Break("thong_bao", swap(SENTENCE, f"{SENTENCE} tại nghị định số 30/2020/NĐ-CP")),
    "VH-19": Break("quy_che", swap("tại khoản 2", "tại Khoản 2")),
    "VH-20": Break("thong_bao", swap(SENTENCE, f"{SENTENCE} trước tết nguyên đán")),
    "VH-22": Break("thong_bao", swap(SENTENCE, f"{SENTENCE} mừng cách mạng tháng Tám")),
    # -- Signature
    "KY-01": Break("thong_bao", plain("CHÁNH VĂN PHÒNG")),
    "KY-02": Break("thong_bao", swap("Trần Văn Bình", "TRẦN VĂN BÌNH")),
    "KY-03": Break("cong_van", swap("KT. GIÁM", "K/T GIÁM")),
    "KY-04": Break("cong_van", without("KT. GIÁM ĐỐC")),
    "KY-05": Break("cong_van", swap(">PHÓ GIÁM ĐỐC", ">CHÁNH VĂN PHÒNG")),
    "KY-06": Break("bao_cao", before(">GIÁM ĐỐC", centre("TM. LÃNH ĐẠO SỞ", b=True))),
    "KY-07": Break("bao_cao", swap("Trần Văn Bình", "TS. Trần Văn Bình")),
    "KY-09": Break("thong_bao", inside("Sở thông báo để", "<w:keepNext/>", "")),
    "KY-29": Break("thong_bao", after("Sở thông báo để", BLANK * 3)),
    "KY-10": Break("thong_bao", both(without("TL. GIÁM ĐỐC"), without("CHÁNH VĂN PHÒNG"), without("Trần Văn Bình", stand_in="<w:p/>"))),
    "KY-11": Break("bao_cao", columns_swapped),
    "KY-12": Break("thong_bao", without("CHÁNH VĂN PHÒNG")),
    "KY-14": Break("cong_van", swap(">PHÓ GIÁM ĐỐC", ">PHÓ GIÁM ĐỐC PHỤ TRÁCH")),
    "KY-15": Break("bao_cao", without("Trần Văn Bình")),
    "BB-01": Break("bien_ban", swap("<w:p/>", centre("Hưng An, ngày 05 tháng 3 năm 2026", i=True))),
    # -- Recipients
    "NN-01": Break("thong_bao", swap("Nơi nhận:", "Nơi nhận")),
    "NN-02": Break("thong_bao", plain("Nơi nhận:")),
    "NN-03": Break("thong_bao", size("- Các phòng, đơn vị thuộc", 12)),
    "NN-04": Break("thong_bao", swap("- Các phòng, đơn vị thuộc Sở;", "- Các phòng, đơn vị thuộc Sở,")),
    "NN-05": Break("thong_bao", swap("- Lưu: VT, VP.", "- Lưu VT, VP.")),
    "NN-06": Break("cong_van", without("- Như trên;")),
    "NN-07": Break("quyet_dinh", without("- Như Điều 3;")),
    "NN-08": Break("thong_bao", both(without("Nơi nhận:"), without("- Các phòng, đơn vị thuộc"), without("- Lưu: VT, VP.", stand_in="<w:p/>"))),
    "NN-09": Break("thong_bao", inside("- Các phòng, đơn vị thuộc", '<w:jc w:val="left"/>', '<w:jc w:val="center"/>')),
    "SB-01": Break("thong_bao", after("- Lưu: VT, VP.", p("pl.(300)", size=11, jc="left"))),
    # -- Appendices
    "PL-01": Break("ke_hoach", size("Phụ lục I<"[:-1], 13)),
    "PL-02": Break("ke_hoach", plain("PHÂN CÔNG NHIỆM VỤ")),
    "PL-03": Break("ke_hoach", run("(Kèm theo", "", "<w:i/>")),
    "PL-04": Break("ke_hoach", swap(" (chi tiết tại Phụ lục I, Phụ lục II kèm theo)", "")),
    "PL-05": Break("ke_hoach", swap("Phụ lục II<", "Phụ lục 2<")),
    "PL-06": Break("ke_hoach", swap("Rà soát văn bản./.", "Rà soát văn bản.")),
    "PL-08": Break("ke_hoach", after("(Kèm theo", centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", b=True)), {"PL-07": "đường kẻ không còn ngay dưới dòng Kèm theo"}),
    "PL-07": Break("ke_hoach", without_line(5)),
    # -- What is said
    "VD-17": Break("quyet_dinh", swap("chính quyền địa phương ngày 16 tháng 6 năm 2025", "chính quyền địa phương ngày 19 tháng 6 năm 2015")),
    "VD-12": Break(
        "quyet_dinh",
        swap("Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành", "Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về"),
    ),
    "SL-07": Break("thong_bao", after(f">{SENTENCE}", counts("250"))),
    "SL-09": Break("thong_bao", both(after(f">{SENTENCE}", counts("1.240", "1.100")), swap(SENTENCE, f"{SENTENCE} với tổng số 1.340 hồ sơ"))),
    **{rule: Break(kind, swap(SENTENCE, f"{SENTENCE} {words}")) for rule, (kind, words) in SAID.items()},
}  # fmt: skip
"""By rule."""
