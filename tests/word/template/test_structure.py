"""The template language on Word's elements: paragraphs, rows, cells, runs, split tags."""

import random
import re

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.text.normal import MarkedText
from cchc_docs.word.template import Template
from cchc_docs.word.template.repair import Repairs, repair
from tests.word.template.word import (
    add_runs,
    blank,
    body,
    lines,
    opened,
    part,
    rendered,
    rows,
    runs,
    saved,
    with_part,
    word,
)

AFTER = "<w:p><w:r><w:t>sau bảng</w:t></w:r></w:p>"
ROWS = [{"ten": "A", "sp": ["1", "2"]}, {"ten": "B", "sp": ["3"]}, {"ten": "C", "sp": []}]


def test_statements_within_a_text() -> None:
    text = "{% if a %}có{% else %}không{% endif %} {% for x in ds %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}."
    assert lines(text, context={"a": 0, "ds": ["x", "y"]}) == ["không x, y."]


def test_a_paragraph_tag_takes_its_paragraph_away() -> None:
    made = lines("trước", "{%p for x in ds %}", "- {{ x }};", "{%p endfor %}", "sau", context={"ds": ["a", "b"]})
    assert made == ["trước", "- a;", "- b;", "sau"]


def test_paragraph_conditions_with_else() -> None:
    content = ("{%p if a == 1 %}", "một", "{%p elif a == 2 %}", "hai", "{%p else %}", "khác", "{%p endif %}")
    assert [lines(*content, context={"a": a}) for a in (1, 2, 3)] == [["một"], ["hai"], ["khác"]]


def test_several_tags_may_share_a_paragraph_of_their_own() -> None:
    content = ("{%p for x in ds %}{%p if x %}", "{{ x }}", "{%p endif %} {%p endfor %}{# xong #}")
    assert lines(*content, context={"ds": [1, 0, 2]}) == ["1", "2"]


def test_a_space_before_the_prefix_does_no_harm() -> None:
    assert lines("{% p if x % 2 %}", "lẻ", "{%  p endif %}", context={"x": 3}) == ["lẻ"]


def test_row_loops() -> None:
    table = [["Tên", "SP"], ["{%tr for x in ds %}", ""], ["{{ x.ten }}", "{{ x.sp|length }}"], ["{%tr endfor %}", ""]]
    assert rows(table, context={"ds": ROWS}) == [["Tên", "SP"], ["A", "2"], ["B", "1"], ["C", "0"]]


def test_cell_loops() -> None:
    table = [["Kỳ", "{%tc for q in ky %}", "{{ q }}", "{%tc endfor %}"]]
    xml = part(rendered(table, context={"ky": ["I", "II", "III"]}), "word/document.xml")
    assert xml.count("<w:tc>") == 4


def test_a_merged_cell_goes_over_the_rows_of_the_innermost_loop() -> None:
    table = [
        ["{%tr for x in ds %}", ""],
        ["{%tr for s in x.sp %}", ""],
        ["{% vm %}{{ danh_so.khoan() }} {{ x.ten }}", "{{ s }}"],
        ["{%tr endfor %}", ""],
        ["{%tr endfor %}", ""],
    ]
    made = opened(rendered(table, context={"ds": ROWS}))
    cells = [row.cells[0] for row in made.tables[0].rows]
    assert [cell.text for cell in cells] == ["1. A", "1. A", "2. B"]  # python-docx shows a merged cell in each row
    xml = part(saved(made), "word/document.xml")
    assert xml.count("1. A") == 1
    assert [xml.count(f'<w:vMerge w:val="{how}"/>') for how in ("restart", "continue")] == [2, 1]


def test_a_merged_cell_keeps_a_paragraph_of_the_same_format() -> None:
    cell = '<w:tc><w:tcPr><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{% vm %}{{ x }}</w:t></w:r></w:p></w:tc>'
    row = "<w:tr><w:tc><w:p><w:r><w:t>{%tr STATEMENT %}</w:t></w:r></w:p></w:tc></w:tr>"
    start, end = row.replace("STATEMENT", "for x in ds"), row.replace("STATEMENT", "endfor")
    template = body(f"<w:tbl><w:tblPr/><w:tblGrid/>{start}<w:tr>{cell}</w:tr>{end}</w:tbl>{AFTER}")
    xml = part(Template(template).render({"ds": ["A", "B"]}), "word/document.xml")
    assert (
        '<w:tcPr><w:vMerge w:val="continue"/><w:vAlign w:val="center"/></w:tcPr>'
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p></w:tc>'
    ) in xml


def holding_rows(content: bytes) -> list[set[bool]]:
    """Per row of the first table: whether its paragraphs hold on to the next row."""
    rows = opened(content).tables[0]._tbl.tr_lst
    return [{p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in row.iter(qn("w:p"))} for row in rows]


def test_the_rows_of_a_merged_cell_hold_on_to_one_another() -> None:
    table = [
        ["{%tr for x in ds %}", ""],
        ["{%tr for s in x.sp %}", ""],
        ["{% vm %}{{ x.ten }}", "{% vm %}{{ s }}"],
        ["{%tr endfor %}", ""],
        ["{%tr endfor %}", ""],
    ]
    ds = [{"ten": "A", "sp": ["1", "2", "3"]}, {"ten": "B", "sp": ["4"]}]
    made = rendered(table, "sau bảng", context={"ds": ds})
    assert holding_rows(made) == [{True}, {True}, {False}, {False}]


def test_a_loop_within_a_cell_does_not_decide_for_its_row() -> None:
    document = opened(
        word([["{%tr for x in ds %}", ""], ["{% vm %}a", "{%p for y in x %}"], ["{%tr endfor %}", ""]], "sau")
    )
    cell = document.tables[0].cell(1, 1)
    for text in ("{{ y }}", "{%p endfor %}"):
        cell.add_paragraph(text)
    assert holding_rows(Template(saved(document)).render({"ds": [[1], [2, 3]]})) == [{True}, {False}]


def test_what_the_author_says_about_holding_on_stays() -> None:
    document = opened(word([["{%tr for x in ds %}", ""], ["{% vm %}a", "b"], ["{%tr endfor %}", ""]], "sau"))
    first, second = (cell.paragraphs[0].paragraph_format for cell in document.tables[0].rows[1].cells)
    first.keep_with_next, second.keep_with_next = True, False
    rows = opened(Template(saved(document)).render({"ds": [1, 2]})).tables[0].rows
    assert [[cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells] for row in rows] == [
        [True, False]
    ] * 2


def test_colspan_and_background() -> None:
    xml = part(
        rendered([["{% colspan n %}{% cellbg mau %}x", "y"]], context={"n": 2, "mau": "D9E2F3"}), "word/document.xml"
    )
    assert '<w:gridSpan w:val="2"/><w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/></w:tcPr><w:p><w:r><w:t' in xml


def test_a_run_tag_cuts_its_run() -> None:
    made = opened(rendered("a{%r if x %}b{%r else %}c{%r endif %}d", context={"x": False}))
    assert runs(made.paragraphs[0]) == ["a", "c", "d"]


def test_r_before_a_value_is_a_prefix_only_where_docxtpl_takes_it_for_one() -> None:
    context = {"x": "X", "r": "R", "tr": {"a": "T"}}
    content = ("{{r x }}", "{{ r }}", "{{r}}", "{{r if x else x }}", "{{tr.a}}")
    assert lines(*content, context=context) == ["X", "R", "R", "R", "T"]


@pytest.mark.parametrize(
    "tag", ["{{ x|default(“a”) }}", "{{ x|default(‘a’) }}", "{{\u00a0x|default(”a”)\u00a0}}", "{{- x|default('a') -}}"]
)
def test_what_word_makes_of_quotes_and_spaces(tag: str) -> None:
    assert lines(tag + "{% set x = 1 %}", context={"x": "b"}) == ["b"]


def test_quotes_within_straight_quotes_stay() -> None:
    assert lines("{{ '“' ~ x ~ \"’\" }}", context={"x": "b"}) == ["“b’"]


def test_braces_that_are_no_tags_stay() -> None:
    assert lines("{ a } {_{ #} {a}", "{{ '{{ x }}' }}", "{{ '{%' }}") == ["{ a } {_{ #} {a}", "{{ x }}", "{%"]


def test_comments_vanish() -> None:
    assert lines("a{# nhắc: don't #}b", "{#p cả đoạn #}", "c") == ["ab", "c"]


def test_a_tag_within_a_string_of_a_tag_is_text() -> None:
    assert lines("{{ x ~ '}} {{ y }}' }}", context={"x": "a"}) == ["a}} {{ y }}"]


# -- Tags that Word tore apart

TORN = [
    "{%p for d in ds %}",
    "Kính gửi: {{ d.ten|in_hoa }}; {% if d.sp %}có {{ d.sp|noi(', ') }}{% endif %} hết.",
    "{%p endfor %}",
]


@settings(max_examples=40)
@given(st.randoms(use_true_random=False), st.sampled_from([0.1, 0.5, 1.0]))
def test_split_runs_print_as_unsplit_ones(rng: random.Random, chance: float) -> None:
    whole, torn = blank(), blank()
    for text in TORN:
        whole.add_paragraph(text)
        paragraph = torn.add_paragraph()
        start = 0
        for at in [*(at for at in range(1, len(text)) if rng.random() < chance), len(text)]:
            paragraph.add_run(text[start:at])
            if rng.random() < 0.3:
                name = rng.choice(["w:proofErr", "w:bookmarkStart", "w:lastRenderedPageBreak"])
                paragraph._p.append(paragraph._p.makeelement(qn(name)))
            start = at
    context = {"ds": ROWS}
    made = [[p.text for p in opened(Template(saved(one)).render(context)).paragraphs] for one in (whole, torn)]
    assert made[0] == made[1]
    assert made[0][0] == "Kính gửi: A; có 1, 2 hết."


def test_a_split_tag_takes_the_format_of_its_first_run() -> None:
    made = opened(rendered(("*a {{ x", "/|in_h", "oa }} b"), context={"x": "x"}))
    assert runs(made.paragraphs[0]) == ["*a X", " b"]


def test_line_breaks_within_a_tag_go() -> None:
    document = blank()
    paragraph = document.add_paragraph()
    add_runs(paragraph, ("{{ x", "|in_hoa }}"))
    paragraph.runs[0].add_break()
    paragraph.runs[0].add_text("|bo_cham")
    assert opened(Template(saved(document)).render({"x": "a."})).paragraphs[0].text == "A"


# -- What conditions may leave empty

CELL = "<w:tc><w:tcPr/>{}</w:tc>"
IF = ["<w:p><w:r><w:t>{%p if x %}</w:t></w:r></w:p>", "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>"]


def test_a_cell_keeps_a_paragraph() -> None:
    template = body(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{CELL.format(IF[0] + '<w:p/>' + IF[1])}</w:tr></w:tbl>{AFTER}")
    assert "<w:tcPr/><w:p/></w:tc>" in part(Template(template).render({"x": 0}), "word/document.xml")


def test_a_table_without_rows_goes() -> None:
    table = [["{%tr for x in ds %}"], ["{{ x }}"], ["{%tr endfor %}"]]
    assert "<w:tbl>" not in part(rendered("a", table, "b", context={"ds": []}), "word/document.xml")


def test_a_header_keeps_a_paragraph() -> None:
    document = opened(word("a"))
    header = document.sections[0].header
    header.paragraphs[0].text = "{%p if x %}"
    for text in ("chữ", "{%p endif %}"):
        header.add_paragraph(text)
    made = opened(Template(saved(document)).render({"x": 0}))
    assert [p.text for p in made.sections[0].header.paragraphs] == [""]


def test_a_last_section_without_content_goes() -> None:
    document = opened(word("thân"))
    appendix = document.add_section()
    appendix.page_width, appendix.page_height = appendix.page_height, appendix.page_width
    for text in ("{%p if x %}", "phụ lục", "{%p endif %}"):
        document.add_paragraph(text)
    template = Template(saved(document))
    with_it, without = opened(template.render({"x": 1})), opened(template.render({"x": 0}))
    assert [s.page_width > s.page_height for s in with_it.sections] == [False, True]
    assert [s.page_width > s.page_height for s in without.sections] == [False]
    assert [p.text for p in without.paragraphs] == ["thân"]


def test_a_table_that_ends_the_body_keeps_the_paragraph_after_it() -> None:
    # Word would add one of its own, of full height, and the signature table could push it to a blank page.
    document = opened(word("thân", [["người ký"]]))
    document.add_section()
    for text in ("{%p if x %}", "phụ lục", "{%p endif %}"):
        document.add_paragraph(text)
    body = part(Template(saved(document)).render({"x": 0}), "word/document.xml")
    assert re.search(r"</w:tbl><w:p>(?:(?!<w:p[ >]).)*</w:p><w:sectPr", body)
    assert body.count("<w:sectPr") == 1


@pytest.mark.parametrize(
    ("paragraph", "held"),
    [
        ("<w:p/>", "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>"),
        ("<w:p><w:pPr/></w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>"),
        ("<w:p><w:r><w:t>a</w:t></w:r></w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"),
        (
            '<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>',
            '<w:p><w:pPr><w:keepNext/><w:jc w:val="left"/></w:pPr></w:p>',
        ),
        (
            '<w:p w:x="1"><w:pPr><w:pStyle w:val="A"/><w:spacing/></w:pPr></w:p>',
            '<w:p w:x="1"><w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:spacing/></w:pPr></w:p>',
        ),
        ("<w:p><w:pPr><w:keepNext/></w:pPr></w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>"),
    ],
)
def test_a_table_that_ends_a_section_takes_the_paragraph_after_it_along(paragraph: str, held: str) -> None:
    """Else that paragraph stands alone on a page when the table fills the one before."""
    row = f"<w:tr><w:tc>{paragraph}</w:tc></w:tr>"
    last = f"<w:tr><w:tc>{held}</w:tc></w:tr>"
    for end in ("<w:p/><w:sectPr/></w:body>", "<w:p><w:pPr><w:sectPr></w:sectPr></w:pPr></w:p><w:p/>"):
        assert repaired(f"<w:tbl>{row}{row}</w:tbl>{end}") == f"<w:tbl>{row}{last}</w:tbl>{end}"


def test_a_table_within_a_section_stays_as_it_is() -> None:
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    for after in (AFTER, "<w:p/><w:p/>", f"{AFTER}<w:sectPr/></w:body>"):
        assert repaired(table + after) == table + after


def repaired(xml: str) -> str:
    return repair(xml.encode(), Repairs()).decode()


# -- Other parts


def test_headers_footers_and_properties_are_printed() -> None:
    made = opened(
        rendered("x", header="Đầu {{ a }}", footer="Chân {{ a }}", title="Tên {{ a }}", context={"a": "A & B"})
    )
    assert made.sections[0].header.paragraphs[0].text == "Đầu A & B"
    assert made.sections[0].footer.paragraphs[0].text == "Chân A & B"
    assert made.core_properties.title == "Tên A & B"


def test_text_boxes_are_printed_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{{ danh_so.muc() }}</w:t></w:r></w:p></w:txbxContent>"
    template = body(
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r><w:r><w:t>{{ danh_so.muc() }}</w:t></w:r></w:p>"
    )
    xml = part(Template(template).render({}), "word/document.xml")
    assert xml.count("I.") == 2
    assert xml.index(">I.<") < xml.index(">II.<")
    assert "Fallback" not in xml


@pytest.mark.parametrize("prefix", ["ns0", None])
def test_any_prefix_of_the_namespace_will_do(prefix: str | None) -> None:
    template = word("{{ x }}", [["{{ x }}"]])
    xml = part(template, "word/document.xml")
    name = f"{prefix}:" if prefix else ""
    xml = xml.replace("<w:", f"<{name}").replace("</w:", f"</{name}")
    if prefix:
        xml = xml.replace(" w:", f" {name}").replace("xmlns:w=", f"xmlns:{prefix}=")
    else:
        xml = xml.replace("xmlns:w=", 'xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w=')
    made = opened(Template(with_part(template, {"word/document.xml": xml})).render({"x": MarkedText("a **b**\nc")}))
    assert made.paragraphs[0].text == made.tables[0].cell(0, 0).text == "a b\nc"


def test_marks_of_shared_blocks_go() -> None:
    document = opened(word("a", "b {{ x }}"))
    for paragraph, name, number in zip(document.paragraphs, ("khung_dau", "cua_toi"), ("7", "8"), strict=True):
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = paragraph._p.makeelement(qn(tag), {qn("w:id"): number})
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), name)
            paragraph._p.append(mark)
    xml = part(Template(saved(document)).render({"x": 1}), "word/document.xml")
    assert "khung_dau" not in xml
    assert xml.count("cua_toi") == 1
    assert xml.count("w:bookmarkEnd") == 1


def test_numbering_starts_anew_in_each_document() -> None:
    template = Template(word("{{ danh_so.muc() }} {{ danh_so.diem() }}{{ danh_so.lam_lai() }} {{ danh_so.muc() }}"))
    assert [opened(template.render({})).paragraphs[0].text for _ in range(2)] == ["I. a) I."] * 2


def test_numbering_is_the_template_s_own_whatever_the_data_calls_so() -> None:
    assert lines("{{ danh_so.muc() }}", context={"danh_so": ["một trang của dữ liệu"]}) == ["I."]
