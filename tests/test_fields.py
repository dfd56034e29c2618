"""Kinds of value: what a cell means, and the exact sentence where it means nothing."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs import fields
from cchc_docs.fields import Context, Kind, Unreadable
from cchc_docs.read.source import Percent, Raw


class Units:
    """A sheet Đơn vị with two rows; the record is the code."""

    _codes = {"vp": "VP", "văn phòng sở": "VP", "ttr": "TTr", "thanh tra sở": "TTr", "phòng a, b": "AB"}

    def find(self, sheet_key: str, name: str) -> object | None:
        assert sheet_key == "don_vi"
        return self._codes.get(name.lower())

    def names(self, _: str) -> Sequence[str]:
        return ["VP", "Văn phòng Sở", "TTr", "Thanh tra Sở"]

    def title(self, _: str) -> str:
        return "Đơn vị"


def context() -> Context:
    return Context(Units(), year=2026)


GIA = Kind("chọn", fields.chon("≥", "trong nhóm", "KT.", "").read)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (fields.CHU, "Sở  Nội\nvụ", "Sở Nội vụ"),
        (fields.CHU, 2023, "2023"),
        (fields.CHU, Decimal("0.50"), "0,5"),
        (fields.CHU, date(2026, 3, 5), "05/3/2026"),
        (fields.CHU, Percent(Decimal(99)), "99%"),
        (fields.MA, 12, "12"),
        (fields.SO, "1.234.567,5", Decimal("1234567.5")),
        (fields.SO, "99%", Decimal(99)),
        (fields.SO, Percent(Decimal("99.5")), Decimal("99.5")),
        (fields.SO, "-3", Decimal(-3)),
        (fields.SO, Decimal("0.99"), Decimal("0.99")),
        (fields.SO_DEM, "05", 5),
        (fields.SO_DEM, "1.500", 1500),
        (fields.SO_DEM, Decimal("30.0"), 30),
        (fields.TIEN, "1.500.000 đồng", Decimal(1500000)),
        (fields.TIEN, 2000000, Decimal(2000000)),
        (fields.NGAY, "05/02/2026", date(2026, 2, 5)),
        (fields.NGAY, "5-2-2026", date(2026, 2, 5)),
        (fields.NGAY, "2026-02-05", date(2026, 2, 5)),
        (fields.NGAY, "ngày 05 tháng 02 năm 2026", date(2026, 2, 5)),
        (fields.NGAY, datetime(2026, 2, 5, 8, 30), date(2026, 2, 5)),  # noqa: DTZ001 - a cell has no time zone
        (fields.CO_KHONG, "Có", True),
        (fields.CO_KHONG, "khong", False),
        (fields.CO_KHONG, "x", True),
        (fields.CO_KHONG, 1, True),
        (fields.CO_KHONG, False, False),
        (GIA, ">=", "≥"),
        (GIA, "Trong  nhóm", "trong nhóm"),
        (GIA, "trong nhom", "trong nhóm"),
        (GIA, "kt.", "KT."),
        (fields.KY, "Quý I", "quy_1"),
        (fields.KY, "quý 3", "quy_3"),
        (fields.KY, "6 tháng", "6_thang"),
        (fields.KY, "Năm", "nam"),
        (fields.tham_chieu("Đơn vị"), "văn phòng sở", "VP"),
        (fields.nhieu(fields.tham_chieu_hoac_chu("Đơn vị")), "VP; Các xã;\nTTr", ("VP", "Các xã", "TTr")),
        (fields.nhieu(fields.tham_chieu_hoac_chu("Đơn vị")), "VP, TTr", ("VP", "TTr")),
        (fields.nhieu(fields.tham_chieu_hoac_chu("Đơn vị")), "Phòng A, B; VP", ("AB", "VP")),
        (fields.nhieu(fields.tham_chieu_hoac_chu("Đơn vị")), "Các sở, ban, ngành", ("Các sở, ban, ngành",)),
    ],
)
def test_a_cell_means(kind: Kind, raw: Raw, value: object) -> None:
    assert kind.read(raw, context()) == value


@pytest.mark.parametrize(
    ("kind", "raw", "said"),
    [
        (fields.MA, "CD 1", "“CD 1” không phải là mã: mã viết liền. Bỏ dấu cách trong mã."),
        (fields.SO, "ba mươi", "“ba mươi” không phải là số. Viết bằng chữ số, ví dụ: 1.234 hoặc 99,5."),
        (
            fields.SO,
            "99.5",
            "“99.5” không rõ là số nào: dấu chấm chỉ dùng để tách hàng nghìn. "
            "Viết dấu phẩy cho phần thập phân, ví dụ: 99,5.",
        ),
        (fields.SO_DEM, "3,5", "“3,5” không phải là số đếm. Viết số nguyên, ví dụ: 30."),
        (fields.SO_DEM, -1, "“-1” không phải là số đếm. Viết số nguyên, ví dụ: 30."),
        (fields.SO_DEM, "30%", "“30%” không phải là số đếm. Viết số nguyên, ví dụ: 30."),
        (
            fields.TIEN,
            "1,500 đồng",
            "“1,500” không rõ là bao nhiêu tiền: số tiền tính bằng đồng, không có phần lẻ. "
            "Tách hàng nghìn bằng dấu chấm, ví dụ: 1.500.000.",
        ),
        (fields.NGAY, "31/02/2026", "“31/02/2026” không phải là ngày. Viết ngày/tháng/năm, ví dụ: 05/02/2026."),
        (fields.NGAY, "05/02/26", "“05/02/26” không phải là ngày. Viết ngày/tháng/năm, ví dụ: 05/02/2026."),
        (
            fields.NGAY,
            46000,
            "Ô chứa số 46000, có lẽ là một ngày bị định dạng thành số. "
            "Định dạng ô là ngày (Ctrl+1, Date), hoặc gõ lại, ví dụ: 15/01/2026.",
        ),
        (fields.CO_KHONG, "có thể", "“có thể” không phải là “có” hay “không”. Chọn có hoặc không."),
        (GIA, "trong nhám", "“trong nhám” không có trong danh sách được chọn. Có phải “trong nhóm” không?"),
        (GIA, "???", "“???” không có trong danh sách được chọn. Chọn một trong: ≥; trong nhóm; KT.."),
        (fields.KY, "...", "“...” không phải là kỳ báo cáo. Ví dụ: quý 1; 6 tháng; năm."),
        (
            fields.tham_chieu("Đơn vị"),
            "Thanh tra",
            "Không có “Thanh tra” trong trang “Đơn vị”. Có phải “Thanh tra Sở” không?",
        ),
        (
            fields.tham_chieu("Đơn vị"),
            "Sở Y tế",
            "Không có “Sở Y tế” trong trang “Đơn vị”. Thêm một dòng vào trang “Đơn vị”, hoặc sửa lại tên.",
        ),
        (
            fields.THOI_HAN,
            "Trước ngày 31/02",
            "Thời hạn “Trước ngày 31/02” nêu một ngày không có trong lịch: 31/02/2026. Sửa lại ngày.",
        ),
    ],
)
def test_a_cell_that_means_nothing(kind: Kind, raw: Raw, said: str) -> None:
    with pytest.raises(Unreadable) as found:
        kind.read(raw, context())
    assert f"{found.value.what} {found.value.hint}".strip() == said


@pytest.mark.parametrize(
    ("kind", "raw", "said"),
    [
        (
            fields.VAN_BAN,
            "Đạt **100% hồ sơ",
            "Dấu “**” mở ra mà không đóng lại, nên được in như chữ thường. "
            "Thêm dấu đóng, hoặc viết dấu \\ phía trước nếu muốn in đúng dấu ấy.",
        ),
        (
            fields.THOI_HAN,
            "Lúc nào xong thì thôi",
            "Chưa hiểu thời hạn “Lúc nào xong thì thôi”: vẫn in nguyên văn, nhưng không theo dõi được quá hạn. "
            "Nếu cần theo dõi, viết ngày, tháng hoặc quý, ví dụ: Trước ngày 15/12/2026.",
        ),
        (
            fields.tham_chieu_hoac_chu("Đơn vị"),
            "Văn phòg Sở",
            "“Văn phòg Sở” gần giống một tên trong trang “Đơn vị”. Có phải “Văn phòng Sở” không?",
        ),
    ],
)
def test_a_cell_that_is_read_with_a_remark(kind: Kind, raw: Raw, said: str) -> None:
    asked = context()
    kind.read(raw, asked)
    assert [f"{remark.what} {remark.hint}" for remark in asked.remarks] == [said]


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_date_reads_back_as_printed(day: date) -> None:
    assert fields.NGAY.read(fields.as_text(day), context()) == day


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_a_number_reads_back_as_printed(number: Decimal) -> None:
    assert fields.SO.read(fields.as_text(number), context()) == number


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for kind in (fields.CHU, fields.VAN_BAN, fields.MA, fields.SO, fields.SO_DEM, fields.TIEN, fields.NGAY, fields.KY,
                 fields.THOI_HAN, fields.CO_KHONG, GIA, fields.nhieu(fields.CHU)):  # fmt: skip
        try:
            kind.read(text, context())
        except Unreadable as refused:
            assert refused.what.endswith(".")


def test_an_excel_date_is_a_deadline() -> None:
    deadline = fields.THOI_HAN.read(date(2026, 12, 15), context())
    assert (str(deadline), deadline.den_ngay) == ("15/12/2026", date(2026, 12, 15))
    assert deadline.den_ngay + timedelta(1) == date(2026, 12, 16)
