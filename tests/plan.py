"""Contexts of the plan's template, written by hand: what ``cchc_docs.documents.composer`` gives, without any data file."""

from collections.abc import Sequence
from types import SimpleNamespace

from cchc_docs.text.normal import MarkedText

SENTENCE = "Nâng cao chất lượng giải quyết thủ tục hành chính, bảo đảm đúng hạn, công khai, minh bạch"


def item(text: str, *, dash: bool = True) -> SimpleNamespace:
    """A target, a solution or a paragraph of part III."""
    return SimpleNamespace(noi_dung=MarkedText(text), gach_dau_dong=dash)


def product(text: str = "Báo cáo kết quả", **cells: object) -> SimpleNamespace:
    """A product row of the appendix."""
    row = {
        "san_pham": MarkedText(text),
        "chu_tri": ("Văn phòng",),
        "phoi_hop": ("Các phòng, đơn vị",),
        "thoi_han": "Thường xuyên trong năm",
        "theo_doi": None,
        "kinh_phi": None,
        "theo_van_ban": "",
    }
    return SimpleNamespace(**(row | cells))


def task(text: str, *products: SimpleNamespace) -> SimpleNamespace:
    """A numbered task with its product rows."""
    return SimpleNamespace(noi_dung=MarkedText(text), san_pham=products or (product(),))


def area(
    name: str,
    *,
    targets: Sequence[SimpleNamespace] = (),
    solutions: Sequence[SimpleNamespace] = (),
    tasks: Sequence[SimpleNamespace] = (),
    heading: str = "Chỉ tiêu",
) -> SimpleNamespace:
    """An area of reform."""
    return SimpleNamespace(
        ten_trong_ke_hoach=name, ten_muc_chi_tieu=heading, chi_tieu=targets, giai_phap=solutions, nhiem_vu=tasks
    )


def plan(**changes: object) -> dict[str, object]:
    """The context of a short plan of an invented office; ``changes`` replace whole names of it."""
    return {
        "co_quan": SimpleNamespace(ten="Sở Công Thương", co_quan_chu_quan="UBND tỉnh Hưng An"),
        "van_ban": document(),
        "nguoi_ky": SimpleNamespace(dong=("GIÁM ĐỐC",), ho_ten="Trần Văn Bình"),
        "noi_nhan": ["UBND tỉnh (để b/c)", "Sở Nội vụ"],
        "luu": "VT, VP.",
        "can_cu": [],
        "ke_hoach": frame(),
        "muc_dich": [MarkedText("Triển khai đồng bộ các nhiệm vụ cải cách hành chính.")],
        "yeu_cau": [MarkedText("Rõ người, rõ việc, rõ thời gian.")],
        "linh_vuc": [
            area(
                "Cải cách thể chế",
                targets=[item("100% văn bản được ban hành đúng hạn.")],
                solutions=[item("Rà soát văn bản.", dash=False)],
                tasks=[task("Rà soát văn bản quy phạm pháp luật")],
            )
        ],
        "to_chuc_thuc_hien": [SimpleNamespace(dau_moi="Văn phòng Sở", noi_dung=[item("Đôn đốc, tổng hợp.")])],
    } | changes


def frame(**changes: object) -> SimpleNamespace:
    """The plan's own record."""
    fields = {
        "nam": 2026,
        "den_nam": None,
        "mo_dau": MarkedText("Sở Công Thương xây dựng Kế hoạch với các nội dung sau:"),
        "chu_de": "",
        "kinh_phi": MarkedText(),
        "ket": MarkedText("Yêu cầu các phòng, đơn vị nghiêm túc thực hiện"),
        "ten_phu_luc": "Phân công thực hiện nhiệm vụ cải cách hành chính năm 2026",
    }
    return SimpleNamespace(**(fields | changes))


def document(**changes: str) -> SimpleNamespace:
    """The plan's entry in the register, as printed."""
    fields = {
        "ten_loai": "KẾ HOẠCH",
        "trich_yeu": "Cải cách hành chính năm 2026",
        "so_ky_hieu": "Số:        /KH-SCT",
        "dia_danh_ngay": "Hưng An, ngày     tháng     năm 2026",
        "kem_theo": "(Kèm theo Kế hoạch số        /KH-SCT ngày     tháng     năm 2026 của Sở Công Thương)",
    }
    return SimpleNamespace(**(fields | changes))


def long_plan() -> dict[str, object]:
    """Several pages of text, and an appendix of several pages."""
    names = ["Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy", "Cải cách chế độ công vụ"]
    areas = [
        area(
            name,
            targets=[item(f"{SENTENCE}, đạt {number}%.") for number in range(91, 95)],
            solutions=[item(f"{SENTENCE} trong quý {number};") for number in range(1, 5)],
            tasks=[task(f"{SENTENCE} ({name}, việc {number})") for number in range(1, 13)],
        )
        for name in names
    ]
    areas[1].nhiem_vu[2].san_pham = tuple(product(f"Sản phẩm {number}: {SENTENCE}") for number in range(1, 5))
    areas[3].nhiem_vu[-1].san_pham = (product("Quyết định", theo_van_ban="Theo Quyết định số 12/QĐ-UBND"),)
    return plan(linh_vuc=areas, nguoi_ky=SimpleNamespace(dong=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ho_ten="Lê Thị Hoa"))


def long_names() -> dict[str, object]:
    """The longest names that head and title must take: nothing may leave its column."""
    return plan(
        co_quan=SimpleNamespace(
            ten="Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp thành phố",
            co_quan_chu_quan="Ủy ban nhân dân Thành phố Hồ Chí Minh",
        ),
        van_ban=document(
            trich_yeu="Thực hiện công tác cải cách hành chính và kiểm soát thủ tục hành chính của Ban Quản lý dự án "
            "đầu tư xây dựng các công trình dân dụng và công nghiệp thành phố năm 2026",
            so_ky_hieu="Số: 1234/KH-BQLDA",
            dia_danh_ngay="Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026",
            kem_theo="(Kèm theo Kế hoạch số 1234/KH-BQLDA ngày 29 tháng 12 năm 2026 của Ban Quản lý dự án đầu "
            "tư xây dựng các công trình dân dụng và công nghiệp thành phố)",
        ),
    )
