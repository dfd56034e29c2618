"""Documents of law by day: the table agrees with itself, and each basis is run through the dates at which it changed."""

from datetime import date, timedelta

import pytest

from cchc_docs.facts import table
from cchc_docs.law.documents import Standing, amendments, basis, document, documents, in_charge, state
from cchc_docs.law.issuers import issuer_of

NOT_YET, IN_FORCE, ENDED, UNKNOWN = Standing
ROWS = table("van_ban_phap_luat")


def test_every_row_is_read_and_has_a_source() -> None:
    assert len(documents()) == len(ROWS) >= 70
    assert [row["so_ky_hieu"] for row in ROWS if not row["nguon"].strip()] == []
    assert {row["da_doc"] for row in ROWS} == {"có", "một phần", "không"}


@pytest.mark.parametrize("number", documents())
def test_a_row_agrees_with_itself_and_with_the_others(number: str) -> None:
    one = documents()[number]
    days = [day for day in (one.issued, one.first or one.sure_from, one.last) if day]
    assert days == sorted(days)
    for other in (*one.amended_by, *filter(None, [one.replaced_by])):
        assert other in documents(), other
    begun = [day for other in one.amended_by if (day := documents()[other].issued)]
    assert begun == sorted(begun), "amendments stand in the order of their days"
    successor = documents().get(one.replaced_by)
    if successor and successor.first and one.last:
        assert one.last + timedelta(days=1) == successor.first
    issuer = issuer_of(number)
    assert issuer is not None
    assert issuer.is_called(one.issuer), (one.issuer, issuer)


CASES = [
    ("61/2018/NĐ-CP", "2018-04-22", NOT_YET, ""),
    ("61/2018/NĐ-CP", "2018-06-20", NOT_YET, ""),
    ("61/2018/NĐ-CP", "2018-06-21", IN_FORCE, ""),
    ("61/2018/NĐ-CP", "2025-06-30", IN_FORCE, ""),
    ("61/2018/NĐ-CP", "2025-07-01", ENDED, "118/2025/NĐ-CP"),
    ("118/2025/NĐ-CP", "2025-06-30", NOT_YET, ""),
    ("118/2025/NĐ-CP", "2025-07-01", IN_FORCE, ""),
    ("118/2025/NĐ-CP", "2026-11-30", IN_FORCE, ""),
    ("309/2026/NĐ-CP", "2026-08-04", NOT_YET, ""),
    ("309/2026/NĐ-CP", "2026-08-05", IN_FORCE, ""),
    ("310/2026/NĐ-CP", "2026-08-04", NOT_YET, ""),
    ("310/2026/NĐ-CP", "2026-08-05", IN_FORCE, ""),
    ("45/2020/NĐ-CP", "2020-04-07", NOT_YET, ""),
    ("45/2020/NĐ-CP", "2020-04-08", UNKNOWN, ""),
    ("45/2020/NĐ-CP", "2026-11-30", IN_FORCE, ""),
    ("42/2022/NĐ-CP", "2026-06-30", IN_FORCE, ""),
    ("42/2022/NĐ-CP", "2026-07-01", ENDED, "224/2026/NĐ-CP"),
    ("224/2026/NĐ-CP", "2026-06-30", NOT_YET, ""),
    ("224/2026/NĐ-CP", "2026-07-01", IN_FORCE, ""),
    ("24/2014/NĐ-CP", "2025-02-28", IN_FORCE, ""),
    ("24/2014/NĐ-CP", "2025-03-01", ENDED, "45/2025/NĐ-CP"),
    ("45/2025/NĐ-CP", "2025-02-28", NOT_YET, ""),
    ("45/2025/NĐ-CP", "2025-03-01", IN_FORCE, ""),
    ("45/2025/NĐ-CP", "2025-06-11", IN_FORCE, ""),
    ("45/2025/NĐ-CP", "2025-06-12", UNKNOWN, "150/2025/NĐ-CP"),  # replaced from a day that no source gives
    ("150/2025/NĐ-CP", "2025-06-11", NOT_YET, ""),
    ("150/2025/NĐ-CP", "2025-06-12", UNKNOWN, ""),
    ("150/2025/NĐ-CP", "2025-12-31", IN_FORCE, ""),
    ("01/2018/TT-VPCP", "2025-09-14", IN_FORCE, ""),
    ("01/2018/TT-VPCP", "2025-09-15", ENDED, "03/2025/TT-VPCP"),
    ("03/2025/TT-VPCP", "2025-09-14", NOT_YET, ""),
    ("03/2025/TT-VPCP", "2025-09-15", IN_FORCE, ""),
    ("202/2025/QH15", "2025-06-11", NOT_YET, ""),
    ("202/2025/QH15", "2025-06-12", IN_FORCE, ""),
    ("30/2020/NĐ-CP", "2020-03-04", NOT_YET, ""),
    ("30/2020/NĐ-CP", "2020-03-05", IN_FORCE, ""),
    ("117/2025/QH15", "2026-02-28", NOT_YET, ""),
    ("117/2025/QH15", "2026-03-01", IN_FORCE, ""),
    ("76/NQ-CP", "2026-01-05", IN_FORCE, ""),
    ("76/NQ-CP", "2031-01-01", ENDED, ""),
    ("01/2019/TT-BNV", "2026-01-05", UNKNOWN, ""),
    ("999/2019/NĐ-CP", "2026-01-05", UNKNOWN, ""),
]


@pytest.mark.parametrize(("number", "day", "standing", "successor"), CASES)
def test_a_document_on_a_day(number: str, day: str, standing: Standing, successor: str) -> None:
    found = state(number, date.fromisoformat(day))
    assert (found.standing, found.successor) == (standing, successor)


@pytest.mark.parametrize(
    ("number", "day", "expected"),
    [
        ("118/2025/NĐ-CP", "2025-12-30", ()),
        ("118/2025/NĐ-CP", "2025-12-31", ("367/2025/NĐ-CP",)),
        ("118/2025/NĐ-CP", "2026-08-04", ("367/2025/NĐ-CP",)),
        ("118/2025/NĐ-CP", "2026-08-05", ("367/2025/NĐ-CP", "309/2026/NĐ-CP")),
        ("45/2020/NĐ-CP", "2026-08-04", ("118/2025/NĐ-CP",)),
        ("45/2020/NĐ-CP", "2026-08-05", ("68/2024/NĐ-CP", "69/2024/NĐ-CP", "118/2025/NĐ-CP", "310/2026/NĐ-CP")),
        ("150/2025/NĐ-CP", "2025-12-30", ()),
        ("150/2025/NĐ-CP", "2025-12-31", ("370/2025/NĐ-CP",)),
        ("999/2019/NĐ-CP", "2025-12-31", ()),
    ],
)
def test_what_amended_it_by_a_day(number: str, day: str, expected: tuple[str, ...]) -> None:
    assert amendments(number, date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("purpose", "day", "number"),
    [
        ("mot_cua", "2018-06-20", None),
        ("mot_cua", "2025-06-30", "61/2018/NĐ-CP"),
        ("mot_cua", "2025-07-01", "118/2025/NĐ-CP"),
        ("co_quan_chuyen_mon", "2025-02-28", "24/2014/NĐ-CP"),
        ("co_quan_chuyen_mon", "2025-03-01", "45/2025/NĐ-CP"),
        ("co_quan_chuyen_mon", "2026-01-05", "150/2025/NĐ-CP"),
    ],
)
def test_the_basis_of_a_day(purpose: str, day: str, number: str | None) -> None:
    found = basis(purpose, date.fromisoformat(day))
    assert (found.number if found else None) == number


def test_without_a_day_the_latest_basis_is_taken() -> None:
    found = basis("mot_cua", None)
    assert found is not None
    assert found.citation == (
        "Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế "
        "một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia"
    )


def test_a_number_is_found_as_people_type_it() -> None:
    assert document("30 / 2020/NÐ–CP") is document("30/2020/NĐ-CP")
    assert document("9/2019/NĐ-CP") is document("09/2019/NĐ-CP") is not None


def test_a_number_without_a_year_is_found_only_with_its_day() -> None:
    assert document("76/NQ-CP") is not None
    assert document("76/NQ-CP", date(2021, 7, 15)) is not None
    assert document("76/NQ-CP", date(2024, 5, 20)) is None
    assert document("118/2025/NĐ-CP", date(2025, 6, 19)) is not None  # the year is in the number: the day is a mistake


def test_who_is_in_charge_where_nobody_says() -> None:
    assert in_charge("30/2020/NĐ-CP", date(2026, 1, 5)) == ""
