"""Problems: where they stand, in which order they are told, and the nearest name."""

from collections.abc import Iterator

import pytest

from cchc_docs import problems
from cchc_docs.problems import Place, Problems, closest, did_you_mean


def test_places_in_the_order_of_reading() -> None:
    """By sheet as the file has them, then row by row, in a row from left to right."""
    places = [
        Place("f", "B", 1, 1),
        Place("f", "A", 2, 27),
        Place("f", "A", 2, 2),
        Place("f", "A", 10, 1),
        Place("f", "A", 2, 26),
        Place("f", "A"),
        Place("f"),
    ]
    ordered = sorted(places, key=lambda place: place.reading_order(["A", "B"]))
    assert [(place.sheet, place.cell) for place in ordered] == [
        ("", ""),
        ("A", ""),
        ("A", "B2"),
        ("A", "Z2"),
        ("A", "AA2"),
        ("A", "A10"),
        ("B", "A1"),
    ]


def test_lines_in_the_order_of_reading() -> None:
    places = [Place("f", "a", line=10), Place("f", "a", line=9)]
    assert [place.line for place in sorted(places, key=lambda place: place.reading_order(["a"]))] == [9, 10]


def test_a_file_name_that_is_no_text_can_be_printed() -> None:
    found = Problems()
    found.error("thieu_gia_tri", Place("k\udcbf\x1b.xlsx", "Đơn vị", 1, 1), "Sai.")
    (problem,) = found
    assert str(problem) == "Lỗi: k\ufffd\ufffd.xlsx, trang “Đơn vị”, ô A1: Sai."
    assert problem.as_json()["o_dau"].encode() == "k\ufffd\ufffd.xlsx, trang “Đơn vị”, ô A1".encode()


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The texts that ``closest`` has made keys of."""
    made: list[str] = []

    def counted(text: str) -> str:
        made.append(text)
        return real(text)

    real = problems.key
    monkeypatch.setattr(problems, "key", counted)
    yield made
    problems._candidates.cache_clear()


def test_many_words_among_many_names_cost_one_key_each(keys: list[str]) -> None:
    names = [f"Ủy ban nhân dân xã {number}" for number in range(300)]
    for number in range(100):
        assert closest(f"Uỷ ban nhân dân xã {number}", list(names)) == f"Ủy ban nhân dân xã {number}"
    assert len(keys) == 300 + 100


def test_a_word_asked_again_costs_nothing(keys: list[str]) -> None:
    for _ in range(50):
        assert closest("Chủ chì", ("Chủ trì", "Phối hợp")) == "Chủ trì"
    assert len(keys) == 3


def test_what_is_remembered_does_not_mix(keys: list[str]) -> None:
    assert closest("Chủ chì", ["Chủ trì"]) == "Chủ trì"
    assert closest("Chủ chì", ["Chủ chi"]) == "Chủ chi"
    assert closest("Chủ chì", ["Chủ trì"], at_least=99) == ""


def test_what_is_remembered_has_a_limit(keys: list[str]) -> None:
    for number in range(100):
        closest("a", [f"b{number}"])
    assert problems._candidates.cache_info().currsize == problems._candidates.cache_info().maxsize == 32
    names = problems._candidates(("b",))
    for number in range(3000):
        names.closest(f"a{number}", 70)
    assert names.closest.cache_info().currsize == 1024


def test_candidates_may_be_any_iterable() -> None:
    assert did_you_mean("Chủ chì", (name for name in ["Chủ trì"])) == "Có phải “Chủ trì” không?"
    assert did_you_mean("Kinh phí", {"Chủ trì": 1}) == ""
    assert closest("a", []) == ""
