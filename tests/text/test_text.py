"""One normal form for text: what is kept, what goes, and what a person must hear of."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.text.normal import UNPRINTABLE, clean, dropped, key, on_a_line, printable

# Letters in both normal forms, every kind of line break, and what must not be printed.
TEXT = st.text(
    st.sampled_from("aăổ\u0300\u0323 \u00a0\u200b\u00ad\t\n\r\x0b\x85\u2028\x00\x07\x1f\x7f\x80\x81\x9f\ud800\ufffe")
)


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_a_control_character_goes_and_is_named_or_breaks_the_line(code: int) -> None:
    text = f"a{chr(code)}b"
    if chr(code) == "\t":
        expected: tuple[str, list[str]] = ("a\tb", [])
    elif chr(code) in "\n\r\x0b\x85":
        expected = ("a\nb", [])
    else:
        expected = ("ab", [f"U+{code:04X}"])
    assert (clean(text), dropped(text)) == expected
    assert printable(text) == expected[0]


def test_letters_beside_the_controls_stay() -> None:
    assert clean("~ ¡ \ud7ff\ue000\ufffd😀") == "~ ¡ \ud7ff\ue000\ufffd😀"
    assert dropped("~ ¡ \ud7ff\ue000\ufffd😀\u200b\u00ad") == []


def test_line_breaks_of_windows_are_one() -> None:
    assert clean("a\r\nb\rc\x0bd\u2028e\u2029f\x85g") == "a\nb\nc\nd\ne\nf\ng"


def test_an_accent_joins_its_letter_across_what_goes() -> None:
    assert clean("Ho\u200ba\x07\u0300") == "Hoà"


@given(TEXT)
def test_clean_text_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert printable(cleaned) == cleaned
    assert dropped(cleaned) == []
    assert unicodedata.is_normalized("NFC", cleaned)


@given(TEXT)
def test_what_is_not_printable_is_named(text: str) -> None:
    assert not UNPRINTABLE.search(printable(text))
    assert len(dropped(text)) == len(text.replace("\r\n", "\n")) - len(printable(text))


def test_a_name_on_a_line_can_be_printed() -> None:
    assert on_a_line("kế\udcbf\nhoạch\t\x1b\x85.xlsx") == "kế\ufffd\ufffdhoạch\ufffd\ufffd\ufffd.xlsx"
    assert on_a_line("kế hoạch\u00a0(2).xlsx") == "kế hoạch\u00a0(2).xlsx"


@pytest.mark.parametrize("typed", ["Đơn vị", "đơn vị", "ĐƠN VỊ", "  Đơn  vị ", "don_vi", "Đơn-vị", "Đơn vị:"])
def test_one_key_however_it_is_typed(typed: str) -> None:
    assert key(unicodedata.normalize("NFD", typed)) == key(typed) == "don_vi"


def test_a_comma_does_not_matter_to_a_key() -> None:
    assert key("Mục đích, yêu cầu") == key("Mục đích yêu cầu")
