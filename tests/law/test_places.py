"""Provinces and communes by day, and their tables: counts and rows that are known."""

from collections import Counter
from datetime import date
from importlib import resources

import pytest

from cchc_docs.facts import table
from cchc_docs.law.communes import commune, communes, former_commune, former_communes
from cchc_docs.law.places import province, province_on, province_title, provinces
from tools.communes import _HEAD, VERSION

TODAY = date(2026, 10, 1)


def kinds_on(day: date) -> Counter[str]:
    return Counter(one.kind_on(day) for one in provinces().values() if one.kind_on(day))


@pytest.mark.parametrize(
    ("day", "provinces_then", "cities_then"),
    [
        ("2024-12-31", 58, 5),
        ("2025-01-01", 57, 6),
        ("2025-06-30", 57, 6),
        ("2025-07-01", 28, 6),
        ("2026-04-29", 28, 6),
        ("2026-04-30", 27, 7),
        ("2026-09-01", 26, 8),
        ("2026-09-20", 25, 9),
    ],
)
def test_how_many_provinces_and_cities_there_were(day: str, provinces_then: int, cities_then: int) -> None:
    assert kinds_on(date.fromisoformat(day)) == {"tỉnh": provinces_then, "thành phố": cities_then}


def test_every_row_has_a_source_and_leads_to_a_province_of_today() -> None:
    for row in table("tinh"):
        assert row["nguon"]
        assert bool(row["den_ngay"]) == bool(row["nhap_vao"])
        found = province_on(row["ten"], TODAY)
        assert found is not None
        assert found.last is None


@pytest.mark.parametrize(
    ("name", "day", "title"),
    [
        ("Đồng Nai", "2026-04-29", "tỉnh Đồng Nai"),
        ("Đồng Nai", "2026-04-30", "thành phố Đồng Nai"),
        ("Quảng Ninh", "2026-08-31", "tỉnh Quảng Ninh"),
        ("Quảng Ninh", "2026-09-01", "thành phố Quảng Ninh"),
        ("Bắc Ninh", "2026-09-19", "tỉnh Bắc Ninh"),
        ("Bắc Ninh", "2026-09-20", "thành phố Bắc Ninh"),
        ("Thừa Thiên Huế", "2024-12-31", "tỉnh Thừa Thiên Huế"),
        ("Thừa Thiên Huế", "2025-01-01", ""),
        ("Huế", "2024-12-31", ""),
        ("Huế", "2025-01-01", "thành phố Huế"),
        ("Bình Thuận", "2025-06-30", "tỉnh Bình Thuận"),
        ("Bình Thuận", "2025-07-01", ""),
        ("Tỉnh Lâm Đồng", "2026-01-05", "tỉnh Lâm Đồng"),
        ("TP. Hồ Chí Minh", "2026-01-05", "Thành phố Hồ Chí Minh"),
        ("Hoà Bình", "2025-01-05", "tỉnh Hòa Bình"),
        ("Mây Núi", "2026-01-05", ""),
    ],
)
def test_the_title_of_a_province_on_a_day(name: str, day: str, title: str) -> None:
    assert province_title(name, date.fromisoformat(day)) == title


def test_what_a_province_was_merged_into() -> None:
    assert province("Mây Núi") is None
    assert [one.name for name in ("Hà Giang", "Thừa Thiên Huế") if (one := province_on(name, TODAY))] == [
        "Tuyên Quang",
        "Huế",
    ]


# --- communes ---------------------------------------------------------------------------------------------------------


def test_there_are_3321_communes() -> None:
    assert Counter(one.kind for one in communes()) == {"xã": 2621, "phường": 687, "đặc khu": 13}
    assert len({one.code for one in communes()}) == 3321
    assert all(one.before for one in communes())
    assert {one.province for one in communes()} == {one.name for one in provinces().values() if one.last is None}
    by_province = Counter(one.province for one in communes())
    assert (by_province["Lâm Đồng"], by_province["Hồ Chí Minh"], by_province["Hà Nội"]) == (124, 168, 126)


def test_no_name_occurs_twice_in_a_province() -> None:
    assert len({(one.title, one.province) for one in communes()}) == 3321


def test_each_word_of_a_name_begins_with_a_capital() -> None:
    names = [one.name for one in communes()] + [one.name for one in former_communes()]
    assert [name for name in names if any(word[0].islower() for word in name.split())] == []


def test_the_kinds_of_dong_nai_are_sure_only_until_it_became_a_city() -> None:
    unsure = {one.kind_until for one in communes() if one.province == "Đồng Nai"}
    assert unsure == {date(2026, 4, 29)}
    assert {one.kind_until for one in communes() if one.province != "Đồng Nai"} == {None}


@pytest.mark.parametrize(
    ("name", "where", "expected"),
    [
        ("phường Ba Đình", "", ["phường Ba Đình, Hà Nội"]),
        ("Đinh Văn Lâm Hà", "", ["xã Đinh Văn Lâm Hà, Lâm Đồng"]),
        ("ĐẶC KHU PHÚ QUỐC", "", ["đặc khu Phú Quốc, An Giang"]),
        ("Cư M’gar", "", ["xã Cư M'gar, Đắk Lắk"]),
        ("xã Ba Đình", "Hà Nội", []),
        ("Thị trấn Văn Điển", "", []),
        ("Hoà Bình", "Hải Phòng", ["phường Hòa Bình, Hải Phòng"]),
    ],
)
def test_a_commune_by_name(name: str, where: str, expected: list[str]) -> None:
    assert [f"{one.title}, {one.province}" for one in commune(name, where)] == expected


def test_names_that_several_provinces_have() -> None:
    assert len(commune("xã Tân Hòa")) > 1
    assert {one.province for one in commune("xã Tân Hòa", "Tây Ninh")} == {"Tây Ninh"}


@pytest.mark.parametrize(
    ("name", "where", "district", "became"),
    [
        ("thị trấn Đinh Văn", "Lâm Đồng", "huyện Lâm Hà", ["xã Đinh Văn Lâm Hà"]),
        ("phường Trúc Bạch", "Hà Nội", "quận Ba Đình", ["phường Ba Đình"]),
        ("phường Thụy Khuê", "Hà Nội", "quận Tây Hồ", ["phường Ba Đình", "phường Tây Hồ"]),
        ("xã Ngũ Phụng", "Bình Thuận", "huyện Phú Quí", ["đặc khu Phú Quý"]),
        ("xã Đại Áng", "Hà Nội", "huyện Thanh Trì", ["xã Ngọc Hồi", "xã Thường Tín"]),
    ],
)
def test_a_commune_before_the_merger(name: str, where: str, district: str, became: list[str]) -> None:
    (old,) = former_commune(name, where)
    assert old.district == district
    assert {one.title for one in old.became} >= set(became)


def test_how_many_communes_there_were_before() -> None:
    assert len(former_communes()) == 10_023  # 10,033 of the conversion table, ten of them without a name in the package
    assert Counter(one.kind for one in former_communes()).keys() == {"xã", "phường", "thị trấn"}
    olds = {one.province for one in former_communes()}
    assert olds <= {one.name for one in provinces().values()}
    assert len(olds) == 63


def test_a_district_without_communes_became_one() -> None:
    (con_dao,) = commune("đặc khu Côn Đảo")
    assert con_dao.before == "huyện Côn Đảo (Bà Rịa - Vũng Tàu)"


def test_the_tool_names_the_version_that_the_table_was_made_from() -> None:
    text = (resources.files("cchc_docs.facts") / "xa.csv").read_text(encoding="utf-8")
    assert text.startswith(_HEAD)
    assert f"vietnam-provinces {VERSION} " in _HEAD
