"""Kinds of value: what a cell means, and the exact sentence where it means nothing."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.data import fields
from cchc_docs.data.fields import Context, Kind, Unreadable
from cchc_docs.data.read.source import Percent, Raw


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


A_DEADLINE = "Viết năm, quý, tháng hoặc ngày, ví dụ: Năm 2026; Quý II; Trước ngày 15/12/2026."
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
        *(
            (fields.NGAY_GIO, raw, datetime(2026, 6, 12, 8, 30))  # noqa: DTZ001 - the same
            for raw in (
                "08:30 12/6/2026",
                "8h30 12/6/2026",
                "8 giờ 30 phút, ngày 12 tháng 6 năm 2026",
                "8 giờ 30 ngày 12/06/2026",
                "12/6/2026 8:30",
                datetime(2026, 6, 12, 8, 30),  # noqa: DTZ001 - the same
            )
        ),
        (fields.NGAY_GIO, "14h 12/6/2026", datetime(2026, 6, 12, 14, 0)),  # noqa: DTZ001 - the same
        (fields.NGAY_GIO, "12/6/2026", date(2026, 6, 12)),
        (fields.NGAY_GIO, date(2026, 6, 12), date(2026, 6, 12)),
        (fields.CO_KHONG, "Có", True),
        (fields.CO_KHONG, "khong", False),
        (fields.CO_KHONG, "x", True),
        (fields.CO_KHONG, 1, True),
        (fields.CO_KHONG, False, False),
        (fields.CO_KHONG, "No", False),
        (fields.CO_KHONG, "n", False),
        (fields.CO_KHONG, "Y", True),
        (fields.TEN, " Ban  Quản lý \n\n dự án ", "Ban Quản lý\ndự án"),
        (fields.nhieu(fields.TEN), "ỦY BAN\nNHÂN DÂN; CHỦ TỊCH", ("ỦY BAN\nNHÂN DÂN", "CHỦ TỊCH")),
        (fields.nhieu(fields.CHU), "a;b\nc", ("a", "b", "c")),
        (fields.NAM, "2026", 2026),
        (fields.NAM, 2100, 2100),
        (fields.SO_DEM, 10**12 - 1, 10**12 - 1),
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
        (fields.SO, True, "“có” không phải là số. Viết bằng chữ số, ví dụ: 1.234 hoặc 99,5."),
        (fields.SO_DEM, "ba", "“ba” không phải là số. Viết số nguyên, ví dụ: 30."),
        (
            fields.SO_DEM,
            "1.5",
            "“1.5” không rõ là số nào: dấu chấm chỉ dùng để tách hàng nghìn. Viết số nguyên, ví dụ: 30.",
        ),
        (fields.SO_DEM, "07/KH-UBND", "“07/KH-UBND” không phải là số. Chỉ ghi con số: 7."),
        (fields.SO_DEM, "Số: 12/KH", "“Số: 12/KH” không phải là số. Chỉ ghi con số: 12."),
        (fields.SO_DEM, Percent(Decimal(30)), "“30%” không phải là số đếm. Viết số nguyên, ví dụ: 30."),
        (fields.SO_DEM, 10**12, "“1000000000000” có hơn 12 chữ số. Xem lại số chữ số."),
        (
            fields.SO_DEM,
            Decimal("1E+300"),
            "“1000000000000000000000000000000000000000…” có hơn 12 chữ số. Xem lại số chữ số.",
        ),
        (fields.NAM, "hai nghìn", "“hai nghìn” không phải là số. Viết số năm, ví dụ: 2026."),
        (fields.NAM, "Năm 2026", "“Năm 2026” không phải là số. Chỉ ghi số năm: 2026."),
        (fields.NAM, "1999", "“1999” không phải là năm của kế hoạch, báo cáo. Ví dụ: 2026."),
        (fields.NAM, 2101, "“2101” không phải là năm của kế hoạch, báo cáo. Ví dụ: 2026."),
        (fields.TIEN, "nhiều", "“nhiều” không phải là số. Viết đủ số đồng, ví dụ: 1.500.000."),
        (
            fields.TIEN,
            "1.5",
            "“1.5” không rõ là số nào: dấu chấm chỉ dùng để tách hàng nghìn. Viết đủ số đồng, ví dụ: 1.500.000.",
        ),
        (fields.TIEN, "500 triệu", "“500 triệu” không phải là số tiền viết bằng chữ số. Ghi đủ số tiền: 500.000.000."),
        (
            fields.TIEN,
            "1,5 tỷ đồng",
            "“1,5 tỷ đồng” không phải là số tiền viết bằng chữ số. Ghi đủ số tiền: 1.500.000.000.",
        ),
        (fields.TIEN, "1.5 tỷ", "“1.5 tỷ” không phải là số tiền viết bằng chữ số. Viết đủ số đồng, ví dụ: 1.500.000."),
        (fields.NGAY, "31/02/2026", "“31/02/2026” không phải là ngày. Viết ngày/tháng/năm, ví dụ: 05/02/2026."),
        (
            fields.NGAY_GIO,
            "25:00 12/6/2026",
            "“25:00 12/6/2026” nêu giờ không có thật. Viết giờ và ngày, ví dụ: 08:30 12/6/2026.",
        ),
        (
            fields.NGAY_GIO,
            "08:30 31/6/2026",
            "“31/6/2026” không phải là ngày. Viết giờ và ngày, ví dụ: 08:30 12/6/2026.",
        ),
        (fields.NGAY_GIO, "buổi sáng", "“buổi sáng” không phải là ngày. Viết giờ và ngày, ví dụ: 08:30 12/6/2026."),
        (fields.NGAY, "05/02/26", "“05/02/26” không phải là ngày. Viết ngày/tháng/năm, ví dụ: 05/02/2026."),
        (
            fields.NGAY,
            46000,
            "Ô chứa số 46000, có lẽ là một ngày bị định dạng thành số. "
            "Định dạng ô là ngày (Ctrl+1, Date), hoặc gõ lại, ví dụ: 15/01/2026.",
        ),
        (fields.CO_KHONG, "có thể", "“có thể” không phải là “có” hay “không”. Chọn có hoặc không."),
        (GIA, "trong nhám", "“trong nhám” không có trong danh sách được chọn. Có phải “trong nhóm” không?"),
        (GIA, "???", "“???” không có trong danh sách được chọn. Chọn một trong: ≥; trong nhóm; KT."),
        (fields.KY, "...", "“...” không phải là kỳ báo cáo. Ví dụ: quý 1; 6 tháng; quý 3; năm."),
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
            46000,
            "Ô chứa số 46000, có lẽ là một ngày bị định dạng thành số. "
            "Định dạng ô là ngày (Ctrl+1, Date), hoặc gõ lại, ví dụ: 15/01/2026.",
        ),
        (
            fields.THOI_HAN,
            "46000",
            "Ô chứa số 46000, có lẽ là một ngày bị định dạng thành số. "
            "Định dạng ô là ngày (Ctrl+1, Date), hoặc gõ lại, ví dụ: 15/01/2026.",
        ),
        (fields.THOI_HAN, 2026, "“2026” không phải là thời hạn. " + A_DEADLINE),
        (fields.THOI_HAN, "2026", "“2026” không phải là thời hạn. " + A_DEADLINE),
        (fields.THOI_HAN, Decimal("6.5"), "“6,5” không phải là thời hạn. " + A_DEADLINE),
        (fields.THOI_HAN, Percent(Decimal(50)), "“50%” không phải là thời hạn. " + A_DEADLINE),
        (fields.THOI_HAN, True, "“có” không phải là thời hạn. " + A_DEADLINE),
        (fields.THOI_HAN, time(8, 30), "“08:30” không phải là thời hạn. " + A_DEADLINE),
        (
            fields.THOI_HAN,
            "Trước ngày 15/12/0206",
            "Thời hạn “Trước ngày 15/12/0206” nêu năm 0206, ngoài khoảng 2000–2100. Sửa lại năm.",
        ),
        (
            fields.THOI_HAN,
            date(1926, 12, 15),
            "Thời hạn “15/12/1926” nêu năm 1926, ngoài khoảng 2000–2100. Sửa lại năm.",
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


def test_a_name_is_suggested_only_where_it_is_very_near() -> None:
    asked = context()
    reader = fields.tham_chieu_hoac_chu("Đơn vị").read
    # Less than 88 % alike, so a body of its own and no slip of the keyboard; a required reference would suggest it.
    assert reader("Văn phòng Sở Y tế", asked) == "Văn phòng Sở Y tế"
    assert asked.remarks == []
    with pytest.raises(Unreadable) as found:
        fields.tham_chieu("Đơn vị").read("Văn phòng Sở Y tế", asked)
    assert found.value.hint == "Có phải “Văn phòng Sở” không?"
    assert reader("Văn phòng Bộ", asked) == "Văn phòng Bộ"
    assert [remark.hint for remark in asked.remarks] == ["Có phải “Văn phòng Sở” không?"]


YEAR = st.sampled_from(["0000", "0001", "1999", "2000", "2026", "2100", "2101", "9999"])
DAY, MONTH = st.integers(0, 40), st.integers(0, 14)
MILESTONES = st.one_of(
    st.builds("{}ngày {}/{}/{}".format, st.sampled_from(["", "Trước "]), DAY, MONTH, YEAR),
    st.builds("{}ngày {} tháng {} năm {}".format, st.sampled_from(["", "Trước "]), DAY, MONTH, YEAR),
    st.builds("{}tháng {}/{}".format, st.sampled_from(["", "Trước "]), MONTH, YEAR),
    st.builds("{}quý {} năm {}".format, st.sampled_from(["", "Trước "]), st.sampled_from(["I", "4"]), YEAR),
    st.builds("6 tháng {} năm {}".format, st.sampled_from(["đầu", "cuối"]), YEAR),
    st.builds("{}/{} năm liền kề".format, DAY, MONTH),
    st.builds("Năm {}".format, YEAR),
)
DEADLINES = st.one_of(
    st.lists(MILESTONES, min_size=1, max_size=3).map(", ".join),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.times(),
    st.dates(),
    st.datetimes(),
)


@given(DEADLINES, st.none() | st.integers(2000, 2100))
def test_a_deadline_of_any_year_is_read_or_refused(raw: Raw, year: int | None) -> None:
    try:
        found = fields.THOI_HAN.read(raw, Context(Units(), year))
    except Unreadable as refused:
        assert refused.what.endswith(".")
    else:
        assert all(1999 <= day.year <= 2101 for day in found.moc)


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
