"""Filters in templates; what each does to a value is shown by its own doctest."""

import doctest
import re
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pytest

from cchc_docs.text.normal import MarkedText
from cchc_docs.text.numbering import DanhSo, letter
from cchc_docs.text.widths import text_width
from cchc_docs.word.template import Template, filters
from cchc_docs.word.template.filters import FILTERS
from tests.pdf import convert
from tests.word.template.word import lines, opened, part, rendered, runs, saved, word

NAME = "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"


def test_every_filter_says_in_vietnamese_what_it_does() -> None:
    assert len(FILTERS) > 10
    for name, function in FILTERS.items():
        assert function.__name__ == name
        assert re.search("[À-ỹ]", (function.__doc__ or "").splitlines()[0]), name


def test_every_filter_but_those_that_measure_has_an_example() -> None:
    shown = {test.name.rpartition(".")[2] for test in doctest.DocTestFinder().find(filters) if test.examples}
    assert set(FILTERS) - shown == {"duong_ke", "ngat_dong"}


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_nothing_prints_nothing(name: str) -> None:
    arguments = {"duong_ke": "(0.5)", "ngat_dong": "(100)"}.get(name, "")
    expression = f"x|{name}{arguments}" + ("|join" if name == "doan" else "")
    assert lines(f"a{{{{ {expression} }}}}b", context={"x": None}) == ["ab"]


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("x|in_hoa", ["*ĐẬM", "; "]),
        ("x|upper", ["*ĐẬM", "; "]),
        ("x|bo_cham ~ '*'", ["*đậm", "*"]),
        ("x|cau('./.')", ["*đậm", "./."]),
        ("x|chu_dau_hoa", ["*đậm", "; "]),
        ("[x, '3*4*5', x]|noi(' * ')", ["*đậm", ";  * 3*4*5 * ", "*đậm", "; "]),
        ("[x, '*a*']|join", ["*đậm", "; *a*"]),
        ("x + '**a**'", ["*đậm", "; **a**"]),
        ("(x|doan)[0]", ["*đậm", "; "]),
        ("x|trim", ["*đậm", ";"]),
        ("x|default('a')", ["*đậm", "; "]),
        ("(x ~ '')|e", ["*đậm", "; "]),
    ],
)
def test_markup_stays_markup_and_plain_text_plain(expression: str, printed: list[str]) -> None:
    made = opened(rendered(f"{{{{ {expression} }}}}", context={"x": MarkedText("**đậm**; ")}))
    assert runs(made.paragraphs[0]) == printed


def test_paragraphs_of_a_cell() -> None:
    content = ("{%p for d in x|doan %}", "- {{ d|cau(';' if not loop.last else '.') }}", "{%p endfor %}")
    made = opened(rendered(*content, context={"x": MarkedText("Một **hai**.\n\nBa;")}))
    assert [runs(paragraph) for paragraph in made.paragraphs] == [["- Một ", "*hai", ";"], ["- Ba."]]


@pytest.mark.parametrize("end", ["", ".", "./.", " ./.", "./", ". / .", "./. ;", "./.\n"])
def test_a_closing_mark_that_was_typed_is_not_printed_twice(end: str) -> None:
    for text in (f"nghiêm túc thực hiện{end}", MarkedText(f"nghiêm túc thực hiện{end}")):
        assert lines("{{ x|cau('./.') }}", context={"x": text}) == ["nghiêm túc thực hiện./."]
    assert lines("{{ x|cau('./.') }}", context={"x": MarkedText(f"**thực hiện{end.strip()}**")}) == ["thực hiện./."]


@pytest.mark.parametrize("text", ["và/hoặc", "số 05/", "ngày   /   /"])
def test_a_slash_that_no_stop_precedes_is_text(text: str) -> None:
    assert filters.bo_cham(text) == text


def test_a_footnote_of_several_lines_stays_in_its_paragraph() -> None:
    text = MarkedText("Một^[Theo\nNghị quyết [[3-1]]\nsố 76.] hai\nba \\^[bốn\nnăm]")
    assert filters.doan(text) == ["Một^[Theo Nghị quyết [[3-1]] số 76.] hai", "ba \\^[bốn", "năm]"]


def test_a_name_is_broken_into_lines_of_the_width() -> None:
    (paragraph,) = lines("{{ x|ngat_dong(75, 13, dam=true) }}", context={"x": NAME})
    broken = paragraph.split("\n")
    assert " ".join(broken) == NAME
    assert all(text_width(line, 13, bold=True) <= 75 for line in broken)
    assert len(broken) == 2


def test_a_break_that_was_typed_in_a_name_stays() -> None:
    name = "Sở Văn hóa, Thể thao\nvà Du lịch"
    assert filters.ngat_dong(name, 100, 13) == name
    assert filters.ngat_dong(name, 30, 13) == "Sở Văn hóa,\nThể thao\nvà Du lịch"


def lengths(content: bytes) -> list[float]:
    """The drawn lines of a document, in mm."""
    return [int(found) / 36_000 for found in re.findall(r'<wp:extent cx="(\d+)"', part(content, "word/document.xml"))]


def test_a_line_is_as_long_as_its_share_of_the_text() -> None:
    made = rendered("{{ x|duong_ke(0.4, co=13, dam=true) }}", context={"x": NAME})
    assert lengths(made) == [pytest.approx(0.4 * text_width(NAME, 13, bold=True), abs=0.001)]


def test_a_line_under_a_broken_name_fits_its_widest_line() -> None:
    made = rendered("{{ x|ngat_dong(75)|duong_ke(1) }}{{ x|duong_ke(1, toi_da=75) }}", context={"x": NAME})
    first, second = lengths(made)
    assert first == second < 75


def test_drawn_lines_have_numbers_of_their_own() -> None:
    document = opened(word("{{ x|duong_ke(0.5) }}", "{{ x|duong_ke(0.5) }}"))
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ x|duong_ke(0.5) }}"
    template = Template(Template(saved(document)).render({"x": NAME}))  # a template that has drawings already
    made = template.render({})
    ids = [
        found
        for name in ("word/document.xml", "word/header1.xml")
        for found in re.findall(r'docPr id="(\d+)"', part(made, name))
    ]
    assert sorted(ids) == ["1", "2", "3"]
    more = Template(with_line(made)).render({"x": NAME})
    assert re.findall(r'docPr id="(\d+)"', part(more, "word/document.xml")) == ["1", "2", "4"]


def with_line(content: bytes) -> bytes:
    document = opened(content)
    document.add_paragraph("{{ x|duong_ke(0.5) }}")
    return saved(document)


def test_libreoffice_shows_the_line_and_the_notes(tmp_path: Path) -> None:
    note = MarkedText("Kế hoạch^[Theo **Nghị quyết** số 76/NQ-CP.] năm^[Năm ngân sách.]")
    made = rendered("{{ x }}", "{{ x|duong_ke(0.4, co=14, dam=true) }}", "{{ y }}", context={"x": NAME, "y": note})
    with pdfplumber.open(convert({"a": made}, tmp_path)["a"]) as pdf:
        (page,) = pdf.pages
        (line,) = page.lines
        words = page.extract_text().split("\n")
    assert line["x1"] - line["x0"] == pytest.approx(0.4 * text_width(NAME, 14, bold=True) * 72 / 25.4, abs=0.1)
    assert line["linewidth"] == pytest.approx(0.75)
    assert words == [NAME, "Kế hoạch1 năm2", "1 Theo Nghị quyết số 76/NQ-CP.", "2 Năm ngân sách."]


def test_numbers_at_their_limits() -> None:
    context = {"x": Decimal("1E+3"), "y": Decimal("-0.005"), "z": 10**20}
    assert lines("{{ x|so }} {{ y|so }} {{ y|so(2) }} {{ y|so(1) }} {{ z|so }}", context=context) == [
        "1.000 -0,005 -0,01 0,0 100.000.000.000.000.000.000"
    ]


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert [letter(n) for n in range(1, 24)] == list("abcdđeghiklmnopqrstuvxy")
    danh_so = DanhSo()
    assert [danh_so.diem() for _ in range(25)][-3:] == ["y)", "aa)", "ab)"]
