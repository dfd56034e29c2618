"""Deadlines of every kind that real appendices have: printed as typed, understood where they can be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.data.fields.deadline import ImpossibleDate, LoaiThoiHan, OddYear, parse

K = LoaiThoiHan


@pytest.mark.parametrize(
    ("text", "kind", "last_days"),
    [
        ("Thường xuyên trong năm", K.THUONG_XUYEN, []),
        ("Trong năm 2026", K.TRONG_NAM, ["2026-12-31"]),
        ("Năm 2027", K.TRONG_NAM, ["2027-12-31"]),
        ("Trong năm", K.TRONG_NAM, ["2026-12-31"]),
        ("chậm nhất là ngày 15/01/2026", K.NGAY, ["2026-01-15"]),
        ("Trước ngày 31/01 năm liền kề", K.NGAY, ["2027-01-30"]),
        ("trước ngày 15 tháng 12 năm 2026", K.NGAY, ["2026-12-14"]),
        ("trong tháng 01/2026", K.THANG, ["2026-01-31"]),
        ("Tháng 6", K.THANG, ["2026-06-30"]),
        ("tháng 02 năm 2028", K.THANG, ["2028-02-29"]),
        ("Trước tháng 6/2026", K.THANG, ["2026-05-31"]),
        ("12/2026", K.THANG, ["2026-12-31"]),
        ("6 tháng đầu năm", K.THANG, ["2026-06-30"]),
        ("Quý III/2026", K.QUY, ["2026-09-30"]),
        ("quý 4 năm 2026", K.QUY, ["2026-12-31"]),
        ("Quý II", K.QUY, ["2026-06-30"]),
        ("Định kỳ hằng tháng", K.DINH_KY, []),
        ("Trước ngày 05 của tháng liền kề", K.DINH_KY, []),
        ("Hàng quý, 6 tháng, năm", K.DINH_KY, []),
        ("Sau 03 tháng kể từ khi có văn bản của Trung ương", K.TUONG_DOI, []),
        ("Ngay khi có hướng dẫn", K.TUONG_DOI, []),
        ("Theo các mốc thời gian tại Quyết định số 1441/QĐ-UBND ngày 01/02/2025", K.DAN_CHIEU, []),
        ("Theo kế hoạch của tỉnh", K.DAN_CHIEU, []),
        (
            "Ban hành kế hoạch trong tháng 01/2026, tổ chức kiểm tra chậm nhất trong tháng 6/2026 "
            "và báo cáo chậm nhất trong tháng 8/2026",
            K.NHIEU_MOC,
            ["2026-01-31", "2026-06-30", "2026-08-31"],
        ),
        ("Quý II, quý IV", K.NHIEU_MOC, ["2026-06-30", "2026-12-31"]),
        ("Lúc nào xong", K.KHAC, []),
    ],
)
def test_kinds(text: str, kind: LoaiThoiHan, last_days: list[str]) -> None:
    deadline = parse(text, 2026)
    assert str(deadline) == text
    assert deadline.loai is kind
    assert [str(day) for day in deadline.moc] == last_days
    assert deadline.den_ngay == (deadline.moc[-1] if last_days else None)


@pytest.mark.parametrize("text", ["29/02", "31/4/2026", "tháng 13", "ngày 00/01/2026"])
def test_a_day_that_the_calendar_lacks(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        parse(text, 2026)


def test_a_day_without_a_year_needs_the_plans_year() -> None:
    assert parse("Trước ngày 15/12", None).moc == ()
    assert parse("Trước ngày 15/12", 2024).den_ngay == date(2024, 12, 14)


@pytest.mark.parametrize(
    "text",
    ["15/12/0000", "Trước ngày 01/01/0001", "tháng 6/9999", "Quý I năm 1999", "6 tháng cuối năm 2101", "Năm 0000"],
)
def test_a_year_that_no_plan_is_about(text: str) -> None:
    with pytest.raises(OddYear, match=r"^\d{4}$"):
        parse(text, 2026)


def test_the_first_and_last_year() -> None:
    assert [str(parse(f"Trước tháng 1/{year}", None).den_ngay) for year in (2000, 2100)] == ["1999-12-31", "2099-12-31"]
    assert str(parse("Quý IV năm liền kề", 2100).den_ngay) == "2101-12-31"


@given(st.text(), st.none() | st.integers(2000, 2100))
def test_any_text_is_a_deadline_printed_as_typed(text: str, year: int | None) -> None:
    try:
        assert parse(text, year).nguyen_van == text
    except (ImpossibleDate, OddYear) as error:
        assert str(error)
