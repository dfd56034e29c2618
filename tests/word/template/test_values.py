"""What a printed value becomes: any text survives, marks become runs, notes and figures."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_docs.text.normal import MarkedText
from cchc_docs.word.template import Template
from tests.word.template.word import NAME, lines, opened, part, rendered, runs, said, saved, word

ONE_TAG = Template(word("{{ x }}", ("trước {{ x }} sau",), [["{{ x }}"]], header="{{ x }}", title="{{ x }}"), NAME)

AMONG_TEXT = Template(word("a {{ x }} b"), NAME)


def survivor(text: str) -> str:
    """``text`` without what XML cannot hold, line breaks in one form."""
    text = re.sub("\r\n|[\r\v\x85]", "\n", text)
    return re.sub("[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", text)


@given(
    st.text(
        alphabet=st.one_of(st.characters(exclude_categories=()), st.sampled_from("{}%#&<>\"'\n\t\r\v\x00")), max_size=80
    )
)
@example("{{ 7*7 }}{% if x %}{# a #}{_{ ]]> <!-- &amp; <w:p/> <?cchc 0?> \x01\x03x\x04")
@example("")
def test_any_text_survives(text: str) -> None:
    made = opened(ONE_TAG.render({"x": text}))
    expected = survivor(text)
    assert made.paragraphs[0].text == expected
    assert made.paragraphs[1].text == f"trước {expected} sau"
    assert made.tables[0].cell(0, 0).text == expected
    assert made.sections[0].header.paragraphs[0].text == expected
    assert made.core_properties.title == expected.replace("\n", " ")


@given(st.text(alphabet=st.sampled_from("*[]^\\{}&<>\n\t ab1"), max_size=40))
def test_any_marked_text_makes_a_whole_document(text: str) -> None:
    figures = dict.fromkeys(re.findall(r"[\w./-]+", text), "1")
    content = AMONG_TEXT.render({"x": MarkedText(text), "so_lieu": figures})
    assert opened(content).paragraphs[0].text.startswith("a ")


@pytest.mark.parametrize(
    ("tag", "printed"),
    [("{{ -x }}", "-3"), ("{{-x}}", "3"), ("{{ -3 }}", "-3"), ("{{ 1 -x -}}", "-2"), ("{% set y = -x %}{{ y }}", "-3")],
)
def test_a_minus_is_a_minus_unless_it_touches_the_brace(tag: str, printed: str) -> None:
    """Jinja takes ``{{-`` for an order to trim what stands before; ours came to stand so."""
    assert lines(tag, context={"x": 3}) == [printed]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, ""),
        ("", ""),
        (1500, "1500"),
        (Decimal("1234.50"), "1234,5"),
        (0.25, "0,25"),
        (True, "có"),
        (date(2023, 1, 5), "05/01/2023"),
        (date(2023, 3, 5), "05/3/2023"),
        (MarkedText("không có dấu"), "không có dấu"),
        ("**chữ thường**, ^[a] [[b]]", "**chữ thường**, ^[a] [[b]]"),
    ],
)
def test_values_print_as_an_office_writes_them(value: object, printed: str) -> None:
    assert lines("{{ x }}", context={"x": value}) == [printed]


THROUGH = (
    "x|in_hoa",
    "x|upper",
    "x|trim",
    "x|string",
    "x|replace('a', 'b')",
    "x|truncate(20)",
    "'' ~ x",
    "[x]|join",
    "[x]|noi",
)


@pytest.mark.parametrize("expression", THROUGH)
def test_values_print_so_on_the_way_through_a_text_too(expression: str) -> None:
    """Jinja makes None, 0.5 and 2023-01-05 of them."""
    values = (None, 0.5, Decimal("1234.50"), date(2023, 1, 5))
    assert [lines(f"{{{{ {expression} }}}}", context={"x": value}) for value in values] == [
        [""],
        ["0,5"],
        ["1234,5"],
        ["05/01/2023"],
    ]


@pytest.mark.parametrize(("value", "kind"), [({"a": 1}, "cả một bản ghi"), ([1, 2], "cả một danh sách")])
@pytest.mark.parametrize("expression", ["x|in_hoa", "x|upper", "'' ~ x", "[x]|join", "[x]|noi"])
def test_what_is_no_text_is_not_made_one(expression: str, value: object, kind: str) -> None:
    tag = f"{{{{ {expression} }}}}"
    (sentence,) = said(word(tag), {"x": value})
    assert sentence.endswith(f"Thẻ “{tag}”: ở đây cần chữ hay số, không phải {kind}.")


def test_a_value_that_says_how_it_reads_prints_so() -> None:
    class Deadline:
        def __str__(self) -> str:
            return "Quý I/2023"

    assert lines("{{ x }}", context={"x": Deadline()}) == ["Quý I/2023"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (["a"], "cả một danh sách"),
        ({"a": 1}, "cả một bản ghi"),
        (object(), "cả một bản ghi"),
        (len, "cả một việc cần tính"),
    ],
)
def test_what_is_no_text_is_reported_not_printed(value: object, kind: str) -> None:
    assert said(word("Gửi: {{ x }}"), {"x": value}) == [
        f"Lỗi: mau.docx, thân văn bản, đoạn “Gửi: {{{{ x }}}}”: Thẻ “{{{{ x }}}}” in ra {kind}, không phải chữ hay số. "
        "Dùng vòng lặp {% for … %}, bộ lọc |noi, hoặc viết rõ mục cần in (ví dụ .ten)."
    ]


def test_marks_become_runs_and_the_formatting_around_stays() -> None:
    made = opened(rendered(("/Đạt {{ x }} hồ sơ", "*."), context={"x": MarkedText("**100%** và *hơn*")}))
    assert runs(made.paragraphs[0]) == ["/Đạt ", "*/100%", "/ và ", "/hơn", "/ hồ sơ", "*."]


def test_marks_leave_no_empty_runs() -> None:
    made = opened(rendered("{{ x }}", context={"x": MarkedText("**a** b *c*")}))
    assert runs(made.paragraphs[0]) == ["*a", " b ", "/c"]


def test_run_properties_are_in_the_order_of_the_schema() -> None:
    document = opened(word())
    run = document.add_paragraph().add_run("{{ x }}")
    run.font.name, run.font.size, run.font.underline = "Arial", 203200, True
    made = Template(saved(document)).render({"x": MarkedText("***a***^[b]")})
    xml = part(made, "word/document.xml")
    assert re.findall(r"<w:(\w+)", xml[xml.index("<w:rPr>") : xml.index("</w:rPr>")]) == [
        "rPr", "rFonts", "b", "bCs", "i", "iCs", "sz", "u",
    ]  # fmt: skip


def test_thousands_of_blanks_end_nothing() -> None:
    assert lines("{% for i in range(9000) %}{{ none }}{% endfor %}sau") == ["sau"]


def test_line_breaks_and_tabs_are_words_own() -> None:
    xml = part(rendered("{{ x }}", context={"x": "a\nb\tc"}), "word/document.xml")
    assert (
        '<w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t>'
        '<w:tab/><w:t xml:space="preserve">c</w:t></w:r>' in xml
    )


def test_a_citation_prints_the_figure() -> None:
    context = {"x": MarkedText("đạt **[[3-3.1]]%**"), "so_lieu": {"3-3.1": Decimal("98.5")}}
    made = opened(rendered("{{ x }}", context=context))
    assert runs(made.paragraphs[0]) == ["đạt ", "*98,5", "*%"]


def test_a_citation_of_nothing_names_the_code_and_a_near_one() -> None:
    context = {"x": MarkedText("[[3-3.1.3]] và [[zzz]]"), "so_lieu": {"3-3.1.2": "5"}}
    assert said(word("{{ x }}"), context) == [
        "Lỗi: mau.docx, thân văn bản, đoạn “{{ x }}”: Thẻ “{{ x }}” in ra đoạn có [[3-3.1.3]], nhưng không có số liệu "
        "mã “3-3.1.3”. Có phải “3-3.1.2” không?",
        "Lỗi: mau.docx, thân văn bản, đoạn “{{ x }}”: Thẻ “{{ x }}” in ra đoạn có [[zzz]], nhưng không có số liệu "
        "mã “zzz”. Xem lại mã trong dấu [[ ]], hoặc điền số liệu này.",
    ]


def test_data_is_never_template_code() -> None:
    document = opened(word("{{ x }}"))
    document.add_section()
    document.add_paragraph("{{ x }}")
    made = Template(saved(document)).render({"x": MarkedText("{{ 7*7 }}^[{{ 7*7 }} {% for %}]")})
    assert [p.text for p in opened(made).paragraphs if p.text] == ["{{ 7*7 }}", "{{ 7*7 }}"]
    assert part(made, "word/footnotes.xml").count("{{ 7*7 }} {% for %}") == 2


@settings(max_examples=20)
@given(st.dictionaries(st.sampled_from(["x", "y"]), st.text(max_size=20), min_size=2))
def test_the_same_twice_gives_the_same_bytes(context: dict[str, str]) -> None:
    content = word("{{ x }}", header="{{ y }}")
    template = Template(content)
    assert template.render(context) == template.render(context) == Template(content).render(context)


def test_names_match_however_their_accents_are_composed() -> None:
    nfd = unicodedata.normalize("NFD", "họ_tên")
    assert lines(f"{{{{ {nfd} }}}} {{{{ x.{nfd} }}}}", context={"họ_tên": "A", "x": {"họ_tên": "B"}}) == ["A B"]
    assert lines("{{ họ_tên }} {{ x.họ_tên }}", context={nfd: "A", "x": {nfd: "B"}}) == ["A B"]
