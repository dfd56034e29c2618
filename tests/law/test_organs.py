from datetime import date

import pytest

from cchc_docs.facts import table
from cchc_docs.law.organs import ended_in, ended_organs, organ

LAST = date(2025, 2, 28)
NEXT = date(2025, 3, 1)


def test_every_row_has_a_source_and_a_successor() -> None:
    for row in table("co_quan_cu"):
        assert all(row[column] for column in ("ten", "cap", "den_ngay", "thay_bang", "nguon")), row
        assert row["cap"] in {"bộ", "sở", "huyện"}
        assert row["da_doc"] in {"có", "một phần", "không"}


def test_no_successor_had_ended_before() -> None:
    names = {old.name for old in ended_organs()}
    assert not names & {successor for old in ended_organs() for successor in old.successors}


@pytest.mark.parametrize(
    ("name", "successors"),
    [
        ("Sở Tài nguyên và Môi trường", ("Sở Nông nghiệp và Môi trường",)),
        ("Sở Kế hoạch và Đầu tư", ("Sở Tài chính",)),
        ("Sở Thông tin và Truyền thông", ("Sở Khoa học và Công nghệ",)),
        ("sở thông tin và truyền thông tỉnh Lâm Đồng", ("Sở Khoa học và Công nghệ",)),
        ("Ban Dân tộc", ("Sở Dân tộc và Tôn giáo",)),
        ("Ủy ban Dân tộc", ("Bộ Dân tộc và Tôn giáo",)),
        ("Bộ Thông tin và Truyền thông", ("Bộ Khoa học và Công nghệ", "Bộ Văn hóa, Thể thao và Du lịch")),
    ],
)
def test_an_organ_until_its_last_day_and_after(name: str, successors: tuple[str, ...]) -> None:
    before, after = organ(name, LAST), organ(name, NEXT)
    assert before is not None
    assert after is not None
    assert (before.there, before.successors) == (True, ())
    assert (after.there, after.ended, after.successors) == (False, LAST, successors)


def test_an_organ_that_is_not_there_yet() -> None:
    before, after = (organ("Sở Nông nghiệp và Môi trường", day) for day in (LAST, NEXT))
    assert before is not None
    assert after is not None
    assert (before.there, before.begins) == (False, NEXT)
    assert before.successors == ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn")
    assert (after.there, after.successors) == (True, ())


def test_the_district_level_ends_with_june_2025() -> None:
    before, after = (organ("UBND cấp huyện", day) for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert before is not None
    assert after is not None
    assert (before.there, after.there, after.successors) == (True, False, ("UBND cấp xã",))


def test_a_name_that_no_table_knows() -> None:
    assert organ("Sở Mây Núi", NEXT) is None
    assert organ("Sở Nội vụ", NEXT) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Giao Sở Tài nguyên  và Môi trường phối hợp với SỞ KẾ HOẠCH VÀ ĐẦU TƯ.",
            {"Sở Tài nguyên  và Môi trường", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"},
        ),
        ("Ban Dân tộc tỉnh báo cáo.", {"Ban Dân tộc"}),
        ("Ban Dân tộc của HĐND tỉnh thẩm tra.", set()),
        ("Ban Dân tộc Hội đồng nhân dân tỉnh thẩm tra.", set()),
        ("Ủy ban Dân tộc có công văn.", {"Ủy ban Dân tộc"}),
        ("Sở Dân tộc và Tôn giáo, Sở Nông nghiệp và Môi trường.", set()),
    ],
)
def test_organs_in_a_text(text: str, named: set[str]) -> None:
    assert {words for words, _ in ended_in(text, NEXT)} == named
    assert list(ended_in(text, date(2025, 1, 2))) == []
