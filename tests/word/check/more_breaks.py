"""Further changes that break one rule each: those of the rules on what parts of a paper say of each other."""

import re
from collections.abc import Mapping

from tests.word.check.breaks import (
    FOOT,
    Break,
    Change,
    after,
    both,
    footer,
    header,
    inside,
    size,
    swap,
    without,
    without_line,
)
from tests.word.check.papers import (
    BOX_1,
    BOX_2,
    LAST_SECTION,
    NUMBER,
    SECTION_END,
    SENTENCE,
    body,
    centre,
    line,
    p,
    table,
)

DECREE = "Nghị định số 12/2031/NĐ-CP"


def said(words: str) -> Break:
    """A notice whose first paragraph goes on with ``words``."""
    return Break("thong_bao", swap(f"{SENTENCE}.", f"{SENTENCE} {words}."))


RED = '<w:pBdr><w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/></w:pBdr>'
STAMP = centre("KHẨN", size=13, b=True).replace("<w:pPr>", f"<w:pPr>{RED}")
ADDRESS = p("Số 1, phố Hòa Bình; ĐT: 0200.123.456", size=11)
RULED_ADDRESS = ADDRESS.replace("<w:pPr>", f"<w:pPr>{RED}")
SIGNED = "Số: 05/TB-SCT; 05/3/2026; 08:09:10"
COPY = (
    line(165, 31)
    + table(
        [
            centre("VĂN PHÒNG", size=13, b=True) + centre("Số: 07/SY-VP", size=13),
            centre("SAO Y", b=True) + centre("Hưng An, ngày 05 tháng 3 năm 2026", i=True),
        ],
        widths=(4677, 4677),
    )
    + table(
        [
            p("Nơi nhận:", size=12, b=True, i=True, jc="left") + p("- Lưu: VT.", size=11, jc="left"),
            centre("CHÁNH VĂN PHÒNG", b=True) + centre("Lê Thị Hoa", b=True),
        ],
        widths=(4677, 4677),
    )
)


def recipients_lower(xml: str) -> str:
    """The recipients stand in a row of their own, under the post."""
    first, second = re.findall(r"<w:tc>.*?</w:tc>", xml[xml.rindex("<w:tbl>") :])
    blank = re.sub(r"<w:p>.*</w:p>", "<w:p/>", first)
    between = "</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>"
    return xml.replace(first + second, blank + second + between + first + blank)


def copied(*changes: Change) -> Break:
    """A notice with the block of a copy under it."""
    tail = both(*changes)(COPY) if changes else COPY
    continuous = LAST_SECTION.replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz')
    return Break("thong_bao", lambda xml: xml.removesuffix(LAST_SECTION) + SECTION_END + tail + continuous)


MORE_BREAKS: Mapping[str, Break] = {
    # -- Appendices and the paper
    "PL-09": Break("ke_hoach", both(swap("Phụ lục II<", "Phụ lục III<"), swap("Phụ lục I, Phụ lục II kèm", "Phụ lục I, Phụ lục III kèm"))),
    "PL-10": Break("ke_hoach", swap("Phụ lục I, Phụ lục II kèm", "Phụ lục I kèm")),
    "PL-11": Break("ke_hoach", swap("Kế hoạch số 05/KH-SCT ngày", "Kế hoạch số 05/KH-SNV ngày")),
    "PL-12": Break("ke_hoach", swap(" ngày 05 tháng 3 năm 2026 của Sở Công Thương)", ")")),
    # -- Citations
    "CC-09": Break("ke_hoach", swap(" của Chính phủ về cải cách hành chính;", ";")),
    "CC-10": Break("thong_bao", after(SENTENCE, body(f"Căn cứ {DECREE} ngày 02 tháng 01 năm 2031 của Chính phủ về cây xanh;", i=True))),
    "VD-01": Break("thong_bao", swap(f"{SENTENCE}.", f"{SENTENCE}, trong đó có {DECREE}.")),
    "VD-02": Break("thong_bao", swap(f"{SENTENCE}.", f"{SENTENCE} của Luật Cây xanh số 12/2031/QH18.")),
    "VD-03": Break("thong_bao", swap(f"{SENTENCE}.", f"{SENTENCE} tại {DECREE} ngày 02 tháng 01 năm 2031 của Chính phủ; theo {DECREE} ngày 02 tháng 01 năm 2031 của Chính phủ.")),
    # -- Numbers and letters of the text
    "BC-11": Break("thong_bao", swap("2. Các phòng", "1. Các phòng")),
    "BC-12": Break("bao_cao", without("a) Ban hành kế hoạch")),
    "BC-13": Break("quy_che", both(swap("Điều 3. Trách nhiệm", "Điều 3. Người tiếp công dân có mặt đúng giờ."))),
    "ND-09": Break("thong_bao", swap(f"{SENTENCE}.", f"{SENTENCE}.".upper())),
    "ND-10": Break("thong_bao", both(without(SENTENCE), without("1. Văn phòng"), without("2. Các phòng"), without("Sở thông báo để"))),
    # -- Capitals
    "VH-02": said("bà Nguyễn thị Hoa trình bày"),
    "VH-03": said("theo lời bác Hồ dạy"),
    "VH-04": said("tại Mát-Xcơ-va"),
    "VH-06": said("tại quận 1, nội thành"),
    "VH-08": said("qua cầu Giấy"),
    "VH-09": said("thuộc vùng Tây nguyên"),
    "VH-12": said("của Liên Hợp Quốc"),
    "VH-14": said("tặng huân chương Lao động"),
    "VH-15": said("mời tiến sĩ Trần Vân"),
    "VH-21": said("vào chiều thứ ba, hằng tuần"),
    "VH-23": said("đăng trên báo nhân dân"),
    "VH-24": said("đã xong. các phòng dự đủ"),
    "VH-25": said("của tỉnh Lạng sơn"),
    "VH-26": said("khi vào Wto"),
    "VH-27": said("trong năm kỷ tỵ"),
    "VH-28": said("của Sở Giáo Dục và Đào Tạo"),
    # -- Places and names
    "QH-05": Break("thong_bao", lambda xml: BOX_2 + BOX_1 + xml.replace(BOX_2, "<w:p/>").replace(BOX_1, "<w:p/>")),
    "CQ-09": Break("thong_bao", swap("UBND TỈNH HƯNG AN", "ỦY BAN NHÂN DÂN")),
    "NT-07": Break("thong_bao", both(without("UBND TỈNH HƯNG AN"), swap(">SỞ CÔNG THƯƠNG<", ">BỘ CÔNG THƯƠNG<"), swap("TB-SCT", "TB-BCT"))),
    "NT-08": Break("thong_bao", swap("Hưng An, ngày", "Điện Biên Phủ, ngày")),
    "NT-09": Break("thong_bao", both(swap(p("Hưng An, ngày 05 tháng 3 năm 2026", i=True, jc="center", before=6), "<w:p/>"),
                                     after("Số: 09/", centre("Huế, ngày 05 tháng 3 năm 2026", i=True)))),
    "TY-06": Break("thong_bao", swap("Kết luận của", "V/v kết luận của")),
    "TY-07": Break("thong_bao", swap("tại cuộc họp giao ban<", "tại cuộc họp. Phân công<")),
    "KG-05": Break("cong_van", both(inside("- Sở Nội vụ;", "3000", "567"), inside("- Sở Tài chính.", "3000", "567"))),
    "NN-13": Break("bao_cao", recipients_lower),
    "SB-02": Break("thong_bao", after("Nơi nhận:", p("PL.(300)", size=11, jc="left"))),
    # -- Stamps, address, digital signature, page numbers
    "PG-22": Break("thong_bao", swap("<w:titlePg/>", '<w:pgNumType w:start="5"/><w:titlePg/>')),
    "PG-23": Break("thong_bao", parts=header(NUMBER.replace("<w:r>", "<w:r><w:t>Trang </w:t></w:r><w:r>", 1))),
    "DK-02": Break("thong_bao", after("Số: 09/", STAMP.replace("KHẨN", "HỎA TỐC HẸN GIỜ"))),
    "DK-03": Break("thong_bao", after("Số: 09/", centre("KHẨN", size=13, b=True))),
    "DK-04": Break("thong_bao", after("Hưng An, ngày", STAMP)),
    "DK-05": Break("thong_bao", after("Số: 09/", STAMP.replace("KHẨN", "LƯU HÀNH NỘI BỘ"))),
    "DC-02": Break("cong_van", swap("<w:pgSz", FOOT.replace("first", "default") + "<w:pgSz"), parts=footer(RULED_ADDRESS)),
    "DC-03": Break("cong_van", swap("<w:pgSz", f"{FOOT}<w:pgSz"), parts=footer(ADDRESS)),
    "DT-01": Break("thong_bao", parts=header(NUMBER + p(SIGNED, size=13, jc="right"))),
    "DT-02": Break("thong_bao", parts=header(NUMBER + p(SIGNED.replace("; 08:09:10", ""), size=10, jc="right"))),
    # -- Copies
    "SA-01": copied(swap("SAO Y", "SAO Y BẢN CHÍNH")),
    "SA-02": copied(size("SAO Y", 12)),
    "SA-03": copied(without("VĂN PHÒNG"), without("CHÁNH VĂN PHÒNG")),
    "SA-04": copied(swap("07/SY-VP", "07/SL-VP")),
    "SA-05": copied(without("Hưng An, ngày")),
    "SA-06": copied(without("Lê Thị Hoa")),
    "SA-07": copied(without("Nơi nhận:"), without("- Lưu: VT.", stand_in="<w:p/>")),
    "SA-08": copied(without_line(31)),
    "SA-09": copied(size("Số: 07/SY", 11)),
    # -- Kinds with samples of their own
    "MV-01": Break("giay_moi", without("Địa điểm: Phòng họp", stand_in=body("Đề nghị có mặt đúng giờ./.", keep=True))),
    "MV-02": Break("giay_moi", both(swap("GIẤY MỜI", "GIẤY GIỚI THIỆU"), swap("41/GM", "41/GGT"), without_line(3, line(16, 3)), without("Dự họp"), swap("kính mời: Lãnh đạo", "giới thiệu: Ông Lê Văn An, chức vụ: Trưởng"),
                                    swap("Tới dự cuộc họp đánh giá", "Được cử đến cuộc họp đánh giá"))),
    "MV-03": Break("giay_moi", both(swap("GIẤY MỜI", "GIẤY NGHỈ PHÉP"), swap("41/GM", "41/GNP"), without_line(3, line(16, 3)), without("Dự họp"), swap("kính mời: Lãnh đạo", "cấp cho: Ông Lê Văn An, nghỉ phép tại nhà, thuộc"))),
    "MV-04": Break("bien_ban", without("Thành phần tham dự")),
    "MV-05": Break("thong_bao", both(swap("THÔNG BÁO<", "CÔNG ĐIỆN<"), swap("09/TB", "09/CĐ"))),
    "MV-06": Break("quyet_dinh", both(swap("Về việc thành lập Tổ công tác cải cách hành chính năm 2026", "Ban hành Quy chế làm việc của Tổ cải cách hành chính năm"),
                                      lambda xml: xml.removesuffix(LAST_SECTION) + SECTION_END + centre("QUY CHẾ", b=True) + body("Quy chế này quy định./.") + LAST_SECTION)),
    # -- What agrees
    "SO-09": Break("thong_bao", swap("09/TB-SCT", "09/TB-UBND")),
    "CC-07": Break("quyet_dinh", swap("QUYẾT ĐỊNH:", "QUYẾT NGHỊ:")),
    "CC-08": Break("quyet_dinh", both(without("Căn cứ Luật Tổ"), without("Căn cứ Nghị quyết"), without("Theo đề nghị của Chánh"))),
    "KY-17": Break("quyet_dinh", both(swap("GIÁM ĐỐC SỞ CÔNG THƯƠNG<", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HƯNG AN<"),
                                      swap(centre("GIÁM ĐỐC", b=True), centre("TM. ỦY BAN NHÂN DÂN", b=True) + centre("CHỦ TỊCH", b=True)))),
    "KY-18": Break("bao_cao", swap(">GIÁM ĐỐC<", ">QUYỀN GIÁM ĐỐC<")),
    "KY-19": Break("thong_bao", swap(centre("TL. GIÁM ĐỐC", b=True) + centre("CHÁNH VĂN PHÒNG", b=True),
                                     centre("TUQ. GIÁM ĐỐC", b=True) + centre("KT. CHÁNH VĂN PHÒNG", b=True) + centre("PHÓ CHÁNH VĂN PHÒNG", b=True))),
    "NN-10": Break("thong_bao", swap("- Các phòng, đơn vị thuộc Sở;", "- Như trên;")),
    "NN-11": Break("quyet_dinh", swap("- Như Điều 3;", "- Như Điều 5;")),
    "NN-12": Break("thong_bao", swap("- Lưu: VT, VP.", "- Lưu: VT.")),
}  # fmt: skip
"""By rule."""
