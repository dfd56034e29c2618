"""Marks in text cells: the table of cases, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_docs.text.markup import Citation, Footnote, Piece, Text, escape, parse, plain
from tests.helpers import growth


def shown(piece: Piece) -> str:
    """A piece as text: ``b<…>`` bold, ``i<…>`` italic, ``bi<…>`` both, ``note(…)``, ``cite(…)``."""
    if isinstance(piece, Footnote):
        return f"note({''.join(map(shown, piece.pieces))})"
    words = f"cite({piece.code})" if isinstance(piece, Citation) else piece.text
    marks = "b" * piece.bold + "i" * piece.italic
    return f"{marks}<{words}>" if marks else words


CASES = {
    # bold
    "**đậm**": "b<đậm>",
    "**100%**hồ sơ": "b<100%>hồ sơ",
    "tỷ lệ**100%**": "tỷ lệb<100%>",
    "** đậm**": "** đậm**",
    "**đậm **": "**đậm **",
    "a ** b ** c": "a ** b ** c",
    "**a** và **b**": "b<a> và b<b>",
    # italic
    "*nghiêng*": "i<nghiêng>",
    "(*Có Phụ lục kèm theo*)": "(i<Có Phụ lục kèm theo>)",
    "*a*, *b*.": "i<a>, i<b>.",
    "3*4*5": "3*4*5",
    "2 * 3": "2 * 3",
    "a*": "a*",
    "* a *": "* a *",
    "*a*b": "*a*b",
    "a*b*": "a*b*",
    # both, nested, overlapping
    "***x***": "bi<x>",
    "**a *b* c**": "b<a >bi<b>b< c>",
    "*a **b** c*": "i<a >bi<b>i< c>",
    "***a** b*": "bi<a>i< b>",
    "*a **b***": "i<a >bi<b>",
    "**a *b** c*": "b<a >bi<b>i< c>",
    "****": "****",
    "*****": "*****",
    # escapes
    r"\*": "*",
    r"\**a*": "*i<a>",
    r"\^[a]": "^[a]",
    r"\[[a]]": "[[a]]",
    r"\\*a*": "\\i<a>",
    r"C:\tệp": r"C:\tệp",
    # footnotes
    "x^[chú thích].": "xnote(chú thích).",
    "x^[a [b] **c**]": "xnote(a [b] b<c>)",
    "**x^[a]**": "b<x>note(a)",
    "**x^[a** b]**": "b<x>note(a** b)",
    "x^[a^[b]c]": "xnote(a^[b]c)",
    "x^[]": "x^[]",
    "x^[a": "x^[a",
    r"x^[a\]b]": "xnote(a]b)",
    "^[[[3-3.1]] hồ sơ]": "note(cite(3-3.1) hồ sơ)",
    # citations
    "[[3-3.1]]": "cite(3-3.1)",
    "**[[3-3.1]]%**": "b<cite(3-3.1)>b<%>",
    "[[a b]]": "[[a b]]",
    "[[]]": "[[]]",
    "[a]": "[a]",
    # marks end with their line
    "**a\nb**": "**a\nb**",
    "*a*\n*b*": "i<a>\ni<b>",
}


@pytest.mark.parametrize(("text", "reading"), CASES.items())
def test_cases(text: str, reading: str) -> None:
    assert "".join(map(shown, parse(text).pieces)) == reading


@pytest.mark.parametrize(
    ("text", "unclosed"),
    [
        ("**a", ("**",)),
        ("*a", ("*",)),
        ("***a", ("**", "*")),
        ("***a** b", ("*",)),
        ("a ^[b", ("^[",)),
        ("x^[a^[b]c]", ("^[",)),
        ("**a\nb**", ("**",)),
        ("*a *b*", ("*",)),
        ("x^[**a]", ("**",)),
        # not meant as marks
        ("a*", ()),
        ("2 * 3", ()),
        ("3*4*5", ()),
        (r"\*a", ()),
        ("****", ()),
        ("**a** *b*", ()),
    ],
)
def test_what_is_not_closed_is_told(text: str, unclosed: tuple[str, ...]) -> None:
    assert parse(text).unclosed == unclosed


any_text = st.text(alphabet=st.one_of(st.sampled_from("*[]^\\ \na1-"), st.characters()), max_size=60)


@given(any_text)
def test_escaped_text_comes_back(text: str) -> None:
    assert parse(escape(text)).pieces == ((Text(text),) if text else ())


@given(any_text)
def test_no_character_but_marks_is_lost(text: str) -> None:
    def letters(pieces: tuple[Piece, ...]) -> str:
        return "".join(
            letters(p.pieces) if isinstance(p, Footnote) else p.code if isinstance(p, Citation) else p.text
            for p in pieces
        )

    def bare(words: str) -> list[str]:
        return [c for c in words if c not in "*[]^\\"]

    assert bare(letters(parse(text).pieces)) == bare(text)


@given(st.text(alphabet=st.characters(exclude_characters="*[^\\"), min_size=1))
def test_text_without_marks_is_one_piece(text: str) -> None:
    assert parse(text).pieces == (Text(text),)


def test_plain_text_has_no_marks_and_no_notes() -> None:
    assert plain("**100%** hồ sơ^[Trừ hồ sơ liên thông.] đạt [[3-3.1]]%") == "100% hồ sơ đạt [[3-3.1]]%"


@pytest.mark.parametrize("seed", ["^[", "[", "*a ", "**a ", "**a*b *c ", "\\", "[[a]]*", "^[*a]"])
def test_hostile_text_takes_linear_time(seed: str) -> None:
    assert growth(lambda times: seed * times, parse, 2_000) < 10
