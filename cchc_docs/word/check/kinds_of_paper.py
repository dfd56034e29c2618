"""The 29 kinds of administrative papers (NĐ 30/2020, Điều 7) and what each asks for."""

from functools import cache

from cchc_docs.facts import table
from cchc_docs.problems import closest
from cchc_docs.text.normal import fold, key

CONG_VAN = "Công văn"
BIEN_BAN = "Biên bản"
WITHOUT_TITLE = frozenset([CONG_VAN, "Thư công"])
DECISIONS = frozenset(["Quyết định", "Nghị quyết"])
WITHOUT_SUMMARY = frozenset(["Giấy giới thiệu", "Giấy nghỉ phép"])
"""Kinds whose sample (Phụ lục III, 1.8 and 1.10) prints no trích yếu."""
WITH_KINH_GUI = frozenset([CONG_VAN, "Tờ trình"])
MAY_HAVE_KINH_GUI = WITH_KINH_GUI | {"Báo cáo"}
OFTEN_WITH_KINH_GUI = frozenset(["Thư công", "Giấy mời", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo"])
"""Kinds that offices often print it on although the decree gives them none."""


@cache
def kinds() -> dict[str, str]:
    """All kinds by key, the longest first: a title that begins with one is that kind."""
    names = sorted((row["ten_loai"] for row in table("ten_loai")), key=len, reverse=True)
    return {key(name): name for name in names} | {"giay_uy_quyen": "Giấy ủy quyền", "ban_thoa_thuan": "Bản thỏa thuận"}


@cache
def abbreviations() -> dict[str, str]:
    """The abbreviation of each kind that has one (Phụ lục III, Mục I)."""
    return {row["ten_loai"]: row["viet_tat"] for row in table("ten_loai") if row["viet_tat"]}


def kind_named(text: str) -> str:
    """The kind that ``text`` is the name of, accents or not; ``""`` for none.

    >>> kind_named("KẾ HOẠCH"), kind_named("ke_hoach"), kind_named("Thư mời")
    ('Kế hoạch', 'Kế hoạch', '')
    """
    return kinds().get(key(text), "")


def kind_that_begins(text: str) -> str:
    """The kind whose name ``text`` begins with in capitals, ``""`` for none.

    >>> kind_that_begins("BÁO CÁO KẾT QUẢ CẢI CÁCH HÀNH CHÍNH"), kind_that_begins("Báo cáo kết quả")
    ('Báo cáo', '')
    """
    folded = fold(text)
    for name in kinds().values():
        opening = text.strip()[: len(name)]
        if (
            folded.startswith(fold(name))
            and opening == opening.upper()
            and not folded[len(name) : len(name) + 1].isalpha()
        ):
            return name
    return ""


def kind_of_abbreviation(abbreviation: str) -> str:
    """The kind with this abbreviation, capitals or not; ``""`` for none."""
    wanted = abbreviation.upper()
    return next((name for name, short in abbreviations().items() if short.upper() == wanted), "")


def nearest_kind(text: str) -> str:
    """The kind that a wrong name probably means."""
    return closest(text, kinds().values())
