"""Documents, organs and days that a draft names."""

import pytest

from tests.word.check.contents.drafts import draft, grave, said
from tests.word.check.papers import packed, quyet_dinh

IN_2026 = "Hưng An, ngày 05 tháng 3 năm 2026"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Thực hiện theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.",
            "Lưu ý: Nghị định số 61/2018/NĐ-CP hết hiệu lực sau ngày 30/6/2025, trước ngày của văn bản: “Thực hiện theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.”.",
        ),
        (
            "Theo Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Ủy ban Thường vụ Quốc hội, xã được thành lập.",
            "Cảnh báo: Số 202/2025/QH15 là ký hiệu của Quốc hội, nhưng văn bản ghi là của Ủy ban Thường vụ Quốc hội: “Theo Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Ủy ban Thường vụ Quốc hội, xã được thành lập.”.",
        ),
        (
            "Theo Quyết định số 282/QĐ-TTg ngày 20/02/2026 của Chính phủ về chuyển đổi số.",
            "Cảnh báo: Số 282/QĐ-TTg là ký hiệu của Thủ tướng Chính phủ, nhưng văn bản ghi là của Chính phủ: “Theo Quyết định số 282/QĐ-TTg ngày 20/02/2026 của Chính phủ về chuyển đổi số.”.",
        ),
        (
            "Theo Kế hoạch số 12/KH-UBND ngày 05/01/2026, các phòng báo cáo; Kế hoạch số 12/KH-UBND ngày 15/01/2026 giao Văn phòng.",
            "Cảnh báo: Văn bản số 12/KH-UBND ở đây ghi ngày 15/01/2026, ở chỗ khác ghi ngày 05/01/2026: “…05/01/2026, các phòng báo cáo; Kế hoạch số 12/KH-UBND ngày 15/01/2026 giao Văn phòng.” và “Theo Kế hoạch số 12/KH-UBND ngày 05/01/2026, các phòng báo cáo; Kế hoạch số 12/KH-UBND…”.",
        ),
        (
            "Theo Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ.",
            "Cảnh báo: Nghị định số 30/2020/NĐ-CP ban hành ngày 05/3/2020, văn bản này ghi ngày 06/3/2020: “Theo Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ.”.",
        ),
        (
            "Theo Thông tư số 55/2024/TT-BXD ngày 06/3/2023 của Bộ Xây dựng.",
            "Cảnh báo: Số 55/2024/TT-BXD của năm 2024, nhưng ghi ngày 06/3/2023: “Theo Thông tư số 55/2024/TT-BXD ngày 06/3/2023 của Bộ Xây dựng.”.",
        ),
        (
            "Giao Sở Tài nguyên và Môi trường chủ trì thực hiện.",
            "Cảnh báo: “Sở Tài nguyên và Môi trường” không còn sau ngày 28/02/2025: “Giao Sở Tài nguyên và Môi trường chủ trì thực hiện.”.",
        ),
        (
            "Kết quả giải quyết thủ tục hành chính cấp huyện tiếp tục được nâng lên.",
            "Lưu ý: “cấp huyện” không còn sau ngày 30/6/2025: “Kết quả giải quyết thủ tục hành chính cấp huyện tiếp tục được nâng lên.”.",
        ),
        (
            "Theo Luật Lưu trữ ngày 11 tháng 11 năm 2011 và quy chế của Sở.",
            "Cảnh báo: Luật Lưu trữ hiện hành là luật số 33/2024/QH15, văn bản này ghi luật của năm 2011: “Theo Luật Lưu trữ ngày 11 tháng 11 năm 2011 và quy chế của Sở.”.",
        ),
        (
            "Phối hợp với Công an tỉnh Bình Dương thực hiện.",
            "Lưu ý: “tỉnh Bình Dương” không còn sau ngày 30/6/2025: “Phối hợp với Công an tỉnh Bình Dương thực hiện.”.",
        ),
        ("Hội nghị được tổ chức ngày 31/4/2026 tại Hưng An.", "Lỗi: Không có ngày 31/4/2026: “Hội nghị được tổ chức ngày 31/4/2026 tại Hưng An.”."),
        ("Họp ngày 29 tháng 02 năm 2026 tại Hưng An.", "Lỗi: Không có ngày 29 tháng 02 năm 2026: “Họp ngày 29 tháng 02 năm 2026 tại Hưng An.”."),
        ("Họp ngày 12/13/2026 tại Hưng An.", "Lỗi: Không có ngày 12/13/2026: “Họp ngày 12/13/2026 tại Hưng An.”."),
        (
            "Đề nghị các phòng gửi báo cáo về Văn phòng trước ngày 20/3/2025 để tổng hợp.",
            "Cảnh báo: Thời hạn “…gửi báo cáo về Văn phòng trước ngày 20/3/2025…” trước ngày của văn bản (ngày 05/3/2026).",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(text: str, sentence: str) -> None:
    assert said(draft(text, date=IN_2026)) == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 61/2018/NĐ-CP được thay thế bởi Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.",
        "Theo Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025 của Quốc hội.",
        "Theo Quyết định số 15/QĐ-UBND ngày 05/01/2026 của UBND xã Bình Minh; Quyết định số 15/QĐ-UBND ngày 07/01/2026 của UBND xã Lam Vân.",
        "Theo Kế hoạch số 12/KH-UBND ngày 05/01/2025; Kế hoạch số 12/KH-UBND ngày 15/01/2026.",
        "Theo Quyết định số 15/QĐ-UBND ngày 05/01/2026 của Chủ tịch UBND tỉnh; Nghị quyết số 05-NQ/TU ngày 12/01/2026 của Ban Thường vụ Tỉnh ủy.",
        "Quyết định số 15/QĐ-UBND ngày 05/01/2026 về việc triển khai nghị quyết của Chính phủ.",
        "Theo Nghị quyết số 18/2026/NQ-HĐND ngày 05/01/2026 của Hội đồng nhân dân tỉnh, Ủy ban nhân dân tỉnh ban hành kế hoạch.",
        "Sở Tài nguyên và Môi trường (nay là Sở Nông nghiệp và Môi trường) đã bàn giao hồ sơ.",
        "Quyết định số 12/QĐ-STNMT ngày 05/4/2023 của Sở Tài nguyên và Môi trường còn giá trị.",
        "Ban Dân tộc Hội đồng nhân dân tỉnh giám sát việc thực hiện.",
        "Từ ngày 01/7/2025 không còn cấp huyện.",
        "Theo Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; Luật Hòa giải ở cơ sở ngày 20 tháng 6 năm 2013.",
        "Trên địa bàn tỉnh Bình Thuận (cũ); năm 2024, tỉnh Hà Giang đạt kết quả tốt; tỉnh Lâm Đồng chủ trì.",
        "Hội nghị ngày 29/02/2028 và ngày 31/12/2026; tệp 12/20/2026; thửa 31/4.",
        "Văn phòng đã gửi báo cáo trước ngày 20/01/2026 theo yêu cầu.",
        "Đề nghị các phòng gửi báo cáo trước ngày 20/3/2026.",
        "Giấy phép cấp trước ngày 01/7/2025 tiếp tục có giá trị.",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert said(draft(text, date=IN_2026)) == []


def test_the_day_of_the_paper_decides() -> None:
    text = "Giao Sở Tài nguyên và Môi trường chủ trì, theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ."
    assert said(draft(text, date="Hưng An, ngày 20 tháng 02 năm 2025")) == []
    assert len(said(draft(text, date="Hưng An, ngày     tháng     năm 2026"))) == 2


def test_an_ended_base_is_a_warning() -> None:
    base = "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể;"
    xml = quyet_dinh().replace(base, "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;")
    assert grave(packed(xml)) == [
        "Nghị định số 61/2018/NĐ-CP hết hiệu lực sau ngày 30/6/2025, trước ngày của văn bản: “Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;”."
    ]
    amended = quyet_dinh().replace(base, "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ;")
    assert said(packed(amended.replace("năm 2026", "năm 2027"))) == [
        "Lưu ý: Nghị định số 118/2025/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 309/2026/NĐ-CP: “Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ;”."
    ]
