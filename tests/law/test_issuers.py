import pytest

from cchc_docs.facts import table
from cchc_docs.law.issuers import issuer_of


def test_every_row_has_an_organ_and_a_source() -> None:
    rows = table("ky_hieu_co_quan")
    assert [row for row in rows if not (row["co_quan"] and row["nguon"])] == []
    assert {row["doi_chieu"] for row in rows} == {"có", "không"}
    assert len({row["ky_hieu"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("202/2025/QH15", "Quốc hội"),
        ("30/2026/QH16", "Quốc hội"),
        ("15/2025/UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
        ("1278/NQ-UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
        ("118/2025/NĐ-CP", "Chính phủ"),
        ("76/NQ-CP", "Chính phủ"),
        ("282/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("06/2026/TT-BNV", "Bộ Nội vụ"),
        ("4625/BNV-CCHC", "Bộ Nội vụ"),
        ("2775/SNV-CCHC&VTLT", "Sở Nội vụ"),
        ("12/UBND-SNV", "Ủy ban nhân dân"),
        ("12/QĐ-UBND", "Ủy ban nhân dân"),
        ("459/TB-HĐND", "Hội đồng nhân dân"),
        ("399-QĐ/TW", "Trung ương Đảng"),
        ("60-NQ/TU", "Tỉnh ủy"),
    ],
)
def test_the_letters_name_the_issuer(number: str, name: str) -> None:
    issuer = issuer_of(number)
    assert issuer is not None
    assert issuer.name == name


@pytest.mark.parametrize("number", ["12/KH-SMN", "15", "", "12/2031", "a/b"])
def test_unknown_letters_name_nobody(number: str) -> None:
    assert issuer_of(number) is None


@pytest.mark.parametrize(
    ("number", "called", "right"),
    [
        ("202/2025/QH15", "Quốc hội", True),
        ("202/2025/QH15", "của Quốc hội về việc sắp xếp", True),
        ("202/2025/QH15", "Ủy ban Thường vụ Quốc hội", False),
        ("202/2025/QH15", "UBTVQH", False),
        ("202/2025/QH15", "Quốc hội khóa XV", True),
        ("118/2025/NĐ-CP", "Thủ tướng Chính phủ", False),
        ("282/QĐ-TTg", "Chính phủ", False),
        ("06/2026/TT-BNV", "Bộ trưởng Bộ Nội vụ", True),
        ("06/2026/TT-BNV", "Bộ Nội vụ,", True),
        ("06/2026/TT-BNV", "Bộ Tư pháp", False),
        ("01/2018/TT-VPCP", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", True),
        ("12/QĐ-UBND", "Ủy ban nhân dân tỉnh Lâm Đồng", True),
        ("12/QĐ-UBND", "HĐND tỉnh", False),
    ],
)
def test_a_document_given_to_an_organ(number: str, called: str, right: bool) -> None:
    issuer = issuer_of(number)
    assert issuer is not None
    assert issuer.is_called(called) is right
