"""Further changes that break one rule each: those of the rules on what parts of a paper say of each other."""

from collections.abc import Mapping

from tests.word.check.breaks import Break, after, both, swap, without
from tests.word.check.papers import SENTENCE, body, centre

DECREE = "Nghị định số 12/2031/NĐ-CP"


def said(words: str) -> Break:
    """A notice whose first paragraph goes on with ``words``."""
    return Break("thong_bao", swap(f"{SENTENCE}.", f"{SENTENCE} {words}."))


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
