"""The grid of tables whose columns a template repeats or leaves out."""

import re

import pytest

from cchc_docs.word.template import Template
from tests.sound.ooxml import complaints
from tests.sound.samples import CHOICE, CONTEXT, PERIODS, table
from tests.word.template.word import body, part, said, word

Shape = tuple[list[int], list[list[tuple[str, int, int]]]]


def shape(template: bytes, **changes: object) -> Shape:
    """Its first table: the widths of the columns; per row the cells' texts, spans and widths."""
    made = Template(template).render(CONTEXT | changes)
    assert complaints(made) == []
    xml = part(made, "word/document.xml")
    grid = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]
    rows = []
    for row in re.findall(r"<w:tr[ >].*?</w:tr>", xml, re.DOTALL):
        cells = []
        for cell in re.findall(r"<w:tc>.*?</w:tc>", row, re.DOTALL):
            span, width = (
                re.search(r'gridSpan w:val="(\d+)"', cell),
                re.search(r'tcW [^>]*w:w="(\d+)"|w:w="(\d+)"', cell),
            )
            text = "".join(re.findall(r"<w:t[ >][^<]*?>?([^<>]*)</w:t>", cell))
            cells.append((text, int(span[1]) if span else 1, int(width[1] or width[2]) if width else 0))
        rows.append(cells)
    return grid, rows


def test_columns_of_a_loop_share_the_width_of_the_table() -> None:
    grid, rows = shape(body(PERIODS), ds=CONTEXT["ds"][:1])  # type: ignore[index] # a list
    assert len(grid) == 5
    assert sum(grid) == 7500
    assert grid[1] == pytest.approx(grid[0] * 0.75, abs=1)  # in the proportions that were drawn
    spans = [[(text, span) for text, span, _ in row] for row in rows]
    assert spans == [
        [("Bảng", 5)],
        [("Tên", 1), ("Kỳ", 3), ("Cuối", 1)],
        [("", 1), ("I", 1), ("II", 1), ("III", 1), ("x", 1)],
        [("A &amp; B", 1), ("I", 1), ("II", 1), ("III", 1), ("y", 1)],
    ]
    assert [width for _, _, width in rows[0]] == [7500]
    assert [width for _, _, width in rows[2]] == grid


def test_a_column_that_is_left_out_gives_its_width_to_the_others() -> None:
    template = body(
        table(
            ["4|Đầu đề"],
            ["A", "{%tc if co %}", "B", "{%tc endif %}"],
            ["1", "{%tc if co %}", "2", "{%tc endif %}"],
            widths=(3000, 500, 1000, 500),
        )
    )
    with_it, without = shape(template, co=True), shape(template, co=False)
    assert with_it == (
        [3750, 1250],
        [[("Đầu đề", 2, 5000)], [("A", 1, 3750), ("B", 1, 1250)], [("1", 1, 3750), ("2", 1, 1250)]],
    )
    assert without == ([5000], [[("Đầu đề", 1, 5000)], [("A", 1, 5000)], [("1", 1, 5000)]])


def test_a_printed_span_counts_as_it_is() -> None:
    rows = [["{% colspan ky|length %}Kỳ", "", ""], ["{%tc for q in ky %}", "{{ q }}", "{%tc endfor %}"]]
    xml = table([rows[0][0]], rows[1], widths=(500, 3000, 500))
    grid, made = shape(body(xml))
    assert len(grid) == 3
    assert made[0] == [("Kỳ", 3, 4000)]


def test_a_row_with_fewer_cells_says_that_it_ends() -> None:
    xml = table(
        ["4|{%tr for x in ds %}"],
        ["{{ x.ten }}", "{%tc for s in x.sp %}", "{{ s }}", "{%tc endfor %}"],
        ["4|{%tr endfor %}"],
        widths=(2000, 500, 3000, 500),
    )
    ds = [{"ten": "A", "sp": [1, 2, 3]}, {"ten": "B", "sp": [1, 2]}]
    made = part(Template(body(xml)).render({"ds": ds}), "word/document.xml")
    assert re.findall(r'<w:tr>(?:<w:trPr><w:gridAfter w:val="(\d)"/></w:trPr>)?<w:tc>', made) == ["", "1"]


def test_a_table_that_keeps_its_columns_keeps_its_grid() -> None:
    fixed = table(["{%tr for x in ds %}", ""], ["{{ x.ten }}", "b"], ["{%tr endfor %}", ""], widths=(123, 4567))
    grid, _ = shape(body(fixed + PERIODS))
    assert grid[:2] == [123, 4567]


def test_a_row_without_cells_goes() -> None:
    _, rows = shape(body(table(["a", "b", "c"], ["{%tc if khong %}", "x", "{%tc endif %}"], widths=(9, 9, 9))))
    assert [text for text, _, _ in rows[0]] == ["a", "b", "c"]
    assert len(rows) == 1


def test_a_table_without_cells_goes() -> None:
    made = part(
        Template(word([["{%tc if khong %}", "x", "{%tc endif %}"]], "sau")).render(CONTEXT), "word/document.xml"
    )
    assert "<w:tbl>" not in made


def test_nothing_of_the_counting_is_left_in_the_document() -> None:
    assert "cchc" not in part(Template(word(CHOICE, "sau")).render(CONTEXT), "word/document.xml")


def test_more_columns_than_word_can_read_are_a_problem() -> None:
    assert said(body(PERIODS), {"ky": range(62), "ds": []}) == [
        "Lỗi: mau.docx, thân văn bản, đoạn “{%tc for q in ky %}”: Thẻ “{%tc for q in ky %}” làm ra bảng 64 cột; Word chỉ "
        "mở được bảng đến 63 cột. Lặp qua ít phần hơn, hoặc xoay bảng: mỗi phần một hàng ({%tr for … %})."
    ]
