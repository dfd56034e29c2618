"""Compliant papers of other organs and kinds, as real ones vary: none may be told wrong."""

from cchc_docs.text.widths import text_width
from tests.word.check.papers import (
    BOX_1,
    BOX_2,
    DATE,
    LAST_SECTION,
    SECTION_END,
    SENTENCE,
    body,
    centre,
    line,
    p,
    run,
    table,
    tail,
    title,
)


def head_of(number: str, parent: str, issuer: list[str], date: str = DATE, subject: str = "") -> str:
    names = (
        (centre(parent, size=13) if parent else "")
        + "".join(centre(x, size=13, b=True) for x in issuer)
        + line(text_width(issuer[-1], 13, bold=True) * 0.4, 2)
    )
    left = centre(number, size=13, before=6) + (centre(subject, size=12, before=6) if subject else "")
    return table([names, BOX_1], [left, centre(date, i=True, before=6) if date else "<w:p/>"], widths=(3600, 5754))


MORE = {
    "nghi_quyet": head_of("Số: 12/NQ-HĐND", "", ["HỘI ĐỒNG NHÂN DÂN", "TỈNH HƯNG AN"])
    + title("NGHỊ QUYẾT", "Về kế hoạch đầu tư công năm 2027")
    + centre("HỘI ĐỒNG NHÂN DÂN TỈNH HƯNG AN", b=True)
    + centre("KHÓA XVIII, KỲ HỌP THỨ 5", b=True)
    + body("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", i=True)
    + body("Xét Tờ trình số 12/TTr-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh.", i=True)
    + centre("QUYẾT NGHỊ:", b=True)
    + body(run("Điều 1.", b=True), run(" Thông qua kế hoạch."))
    + body(run("Điều 2.", b=True), run(" Giao Ủy ban nhân dân tỉnh tổ chức thực hiện./."), keep=True)
    + tail("- Như Điều 2;", "- Lưu: VT, CTHĐND.", posts=("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"))
    + LAST_SECTION,
    "qd_ubnd_ban_hanh": head_of("Số: 15/QĐ-UBND", "", ["ỦY BAN NHÂN DÂN", "TỈNH HƯNG AN"])
    + title("QUYẾT ĐỊNH", "Ban hành Quy chế làm việc")
    + centre("ỦY BAN NHÂN DÂN TỈNH HƯNG AN", b=True)
    + body("Căn cứ Luật Tổ chức chính quyền địa phương;", i=True)
    + body("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 02 tháng 3 năm 2026.", i=True)
    + centre("QUYẾT ĐỊNH:", b=True)
    + body(run("Điều 1.", b=True), run(" Ban hành kèm theo Quyết định này Quy chế làm việc."))
    + body(run("Điều 2.", b=True), run(" Quyết định có hiệu lực từ ngày ký./."), keep=True)
    + tail("- Như Điều 2;", "- Lưu: VT, NC.", posts=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
    + SECTION_END
    + table([BOX_2.replace('id="2"', 'id="22"'), BOX_1.replace('id="1"', 'id="21"')], widths=(3600, 5754))
    + centre("QUY CHẾ", b=True)
    + centre("Làm việc của Ủy ban nhân dân tỉnh", b=True)
    + centre("(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh)", i=True)
    + centre("Chương I", b=True)
    + centre("QUY ĐỊNH CHUNG", b=True)
    + body("Điều 1. Phạm vi", b=True)
    + body("Quy chế này quy định./.")
    + LAST_SECTION,
    "ct_quyet_dinh": head_of("Số: 15/QĐ-UBND", "", ["CHỦ TỊCH ỦY BAN NHÂN DÂN", "TỈNH HƯNG AN"])
    + title("QUYẾT ĐỊNH", "Về việc khen thưởng")
    + centre("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HƯNG AN", b=True)
    + body("Căn cứ Luật Thi đua, khen thưởng;", i=True)
    + body("Theo đề nghị của Giám đốc Sở Nội vụ.", i=True)
    + centre("QUYẾT ĐỊNH:", b=True)
    + body(run("Điều 1.", b=True), run(" Tặng Bằng khen."))
    + body(run("Điều 2.", b=True), run(" Quyết định có hiệu lực từ ngày ký./."), keep=True)
    + tail("- Như Điều 2;", "- Lưu: VT, NC.", posts=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
    + LAST_SECTION,
    "cong_dien": head_of("Số: 02/CĐ-UBND", "", ["ỦY BAN NHÂN DÂN", "TỈNH HƯNG AN"])
    + title("CÔNG ĐIỆN", "Về việc ứng phó bão số 3")
    + centre("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:")
    + p("- Giám đốc các Sở;", first=2000)
    + p("- Chủ tịch Ủy ban nhân dân các xã, phường.", first=2000)
    + body(f"{SENTENCE}./.", keep=True)
    + tail("- Như trên;", "- Lưu: VT, NLN.", posts=("CHỦ TỊCH",))
    + LAST_SECTION,
    "ggt": head_of("Số: 02/GGT-SCT", "UBND TỈNH HƯNG AN", ["SỞ CÔNG THƯƠNG"])
    + centre("GIẤY GIỚI THIỆU", b=True, before=12)
    + line(text_width("GIẤY GIỚI THIỆU", 14, bold=True) * 0.4, 3)
    + body("Sở Công Thương trân trọng giới thiệu:")
    + body("Ông (bà): Nguyễn Văn An")
    + body("Chức vụ: Chuyên viên")
    + body("Được cử đến: Sở Nội vụ")
    + body("Giấy này có giá trị đến hết ngày 31 tháng 3 năm 2026./.", keep=True)
    + tail("- Như trên;", "- Lưu: VT.")
    + LAST_SECTION,
    "bo": head_of(
        "Số: 123/BNV-CCHC",
        "",
        ["BỘ NỘI VỤ"],
        date="Hà Nội, ngày 05 tháng 01 năm 2026",
        subject="V/v hướng dẫn xác định Chỉ số cải cách hành chính",
    )
    + p("Kính gửi: Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương", first=1500, before=6)
    + body(f"{SENTENCE}./.", keep=True)
    + tail("- Như trên;", "- Bộ trưởng (để b/c);", "- Lưu: VT, CCHC.", posts=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"))
    + LAST_SECTION,
    "xa": head_of(
        "Số: 05/BC-UBND", "", ["ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH"], date="Bình Minh, ngày 12 tháng 02 năm 2026"
    )
    + title("BÁO CÁO", "Công tác cải cách hành chính quý I năm 2026")
    + body(
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về cải cách hành chính năm 2026; Ủy ban nhân dân xã Bình Minh báo cáo kết quả như sau:"
    )
    + body("I. KẾT QUẢ", b=True)
    + body("1. Chỉ đạo, điều hành", b=True)
    + body("a) Ban hành 12 văn bản.")
    + body(f"{SENTENCE}./.", keep=True)
    + tail("- UBND tỉnh;", "- Lưu: VT, VP.", posts=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))
    + LAST_SECTION,
    "doan": head_of("Số: 03/BC-ĐKT", "SỞ CÔNG THƯƠNG", ["ĐOÀN KIỂM TRA", "CẢI CÁCH HÀNH CHÍNH"])
    + title("BÁO CÁO", "Kết quả kiểm tra")
    + p("Kính gửi: Giám đốc Sở", first=1985)
    + body(f"{SENTENCE}./.", keep=True)
    + tail("- Như trên;", "- Lưu: VT, Hồ sơ.", posts=("TRƯỞNG ĐOÀN",))
    + LAST_SECTION,
}
