"""Values that rules once asked for and the decree does not."""

import pytest

from cchc_docs.problems import Severity
from tests.word.check.breaks import after, both, swap
from tests.word.check.papers import PAPERS, centre, p, packed
from tests.word.check.test_rules import report


def said(kind: str, *changes: object) -> list[tuple[str, str]]:
    """Codes and severities of what is found in a changed paper."""
    xml = both(*changes)(PAPERS[kind]())  # type: ignore[arg-type]
    return [(one.code, one.severity) for one in report(packed(xml)).problems]


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "TÀI LIỆU THU HỒI"])
def test_the_law_on_secrets_says_how_its_stamps_look(stamp: str) -> None:
    assert said("thong_bao", after("Số: 09/", centre(stamp, size=16))) == []


def test_a_head_of_advisers_has_a_post_of_his_own_in_the_office() -> None:
    posts = swap(
        centre("KT. GIÁM ĐỐC", b=True) + centre("PHÓ GIÁM ĐỐC", b=True),
        centre("TRƯỞNG BAN", b=True) + centre("PHÓ GIÁM ĐỐC SỞ CÔNG THƯƠNG", b=True),
    )
    assert said("cong_van", posts) == []


def test_one_addressee_is_one_also_with_a_semicolon_behind_it() -> None:
    assert said("to_trinh", swap("Kính gửi: Ủy ban nhân dân tỉnh Hưng An", "Kính gửi: Sở Nội vụ;")) == []


def test_an_invitation_with_kinh_gui_is_only_warned() -> None:
    change = swap("Sở Công Thương trân trọng kính mời", "Sở Công Thương kính mời")
    kinh_gui = after("Dự họp đánh giá", p("Kính gửi: Sở Nội vụ", first=1985))
    assert ("KG-01", Severity.WARNING) in said("giay_moi", change, kinh_gui)
