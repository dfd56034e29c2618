"""Small templates that use every tag of the language, and what Word can hold around it, with a context for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.enum.section import WD_ORIENT

from cchc_docs.text.normal import MarkedText
from cchc_docs.word.template.filters import duong_ke
from tests.word.template.word import body, opened, part, saved, with_part, word

CONTEXT: dict[str, object] = {
    "a": MarkedText("**Đậm** và *nghiêng* & [[ti_le]]\nxuống dòng\tthẻ^[Chú *thích* <1>]"),
    "so_lieu": {"ti_le": 95},
    "ds": [{"ten": "A & B", "sp": ["1", "2"]}, {"ten": "C", "sp": ["3"]}, {"ten": "D", "sp": []}],
    "ky": ["I", "II", "III"],
    "co": True,
    "khong": False,
}


@dataclass(frozen=True)
class Sample:
    template: bytes
    changes: Mapping[str, object] = field(default_factory=dict)

    @property
    def context(self) -> dict[str, object]:
        return CONTEXT | dict(self.changes)


P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
_FOR, _END = P.format("{%p for x in ds %}"), P.format("{%p endfor %}")
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def line(number: int) -> str:
    """A drawn line, as Word writes it."""
    return f"<w:p>{duong_ke('A', 0.5).with_id(number)}</w:p>"


def box(*texts: str, number: int = 3) -> str:
    """A text box with paragraphs of these texts."""
    shape = duong_ke("A", 0.5).with_id(number)
    content = "".join(map(P.format, texts))
    text = f"</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/>"
    return f"<w:p>{shape.replace('</wps:spPr><wps:bodyPr/>', text)}</w:p>"


def bookmark(number: int, name: str, text: str) -> str:
    start, end = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
    return f"<w:p>{start}<w:r><w:t>{text}</w:t></w:r>{end}</w:p>"


CONTROL = (
    '<w:p><w:sdt><w:sdtPr><w:alias w:val="Tên"/><w:id w:val="12345"/></w:sdtPr><w:sdtContent><w:r><w:t>{{ x.ten }}</w:t>'
    "</w:r></w:sdtContent></w:sdt></w:p>"
)
NUMBERED = (
    f'<w:p xmlns:w14="{_W14}" w14:paraId="1A2B3C4D" w14:textId="77777777"><w:r><w:t>{{{{ x.ten }}}}</w:t></w:r></w:p>'
)


def table(*rows: list[str], widths: tuple[int, ...]) -> str:
    """A table with all that Word writes; a cell ``3|text`` spans three columns."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = []
    for row in rows:
        at, cells = 0, []
        for cell in row:
            count, text = (int(cell[0]), cell[2:]) if cell[1:2] == "|" else (1, cell)
            merged = f'<w:gridSpan w:val="{count}"/>' if count > 1 else ""
            width = sum(widths[at : at + count])
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}</w:tcPr>{P.format(text)}</w:tc>')
            at += count
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
    properties = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl><w:p/>"


CHOICE = [["Tên", "{%tc if co %}", "Ghi chú", "{%tc endif %}"], ["1", "{%tc if co %}", "2", "{%tc endif %}"]]
PERIODS = table(
    ["5|Bảng"],
    ["{% cellbg 'D9E2F3' %}Tên", "3|Kỳ", "Cuối"],
    ["", "{%tc for q in ky %}", "{{ q }}", "{%tc endfor %}", "x"],
    ["5|{%tr for x in ds %}"],
    ["{{ x.ten }}", "{%tc for q in ky %}", "{{ q }}", "{%tc endfor %}", "y"],
    ["5|{%tr endfor %}"],
    widths=(2000, 500, 1500, 500, 3000),
)
MERGED = [
    ["{%tr for x in ds %}", "", ""],
    ["{%tr for s in x.sp %}", "", ""],
    ["{% vm %}{{ danh_so.khoan() }} {{ x.ten }}", "{{ s }}", "{{ a }}"],
    ["{%tr endfor %}", "", ""],
    ["{%tr endfor %}", "", ""],
]


def commented() -> bytes:
    document = opened(word("Kính gửi {{ co }}", "Sở {{ ky[0] }}"))
    for paragraph in document.paragraphs:
        document.add_comment(paragraph.runs, text="Xem lại {{ sai", author="Người soát")
    return saved(document)


def with_appendix() -> bytes:
    """A last section that may be empty, with a header of its own that may be."""
    document = opened(word("thân {{ a }}", [["người ký"]]))
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    header = section.header
    header.is_linked_to_previous = False
    header.paragraphs[0].text = "{%p if khong %}"
    for text in ("chữ", "{%p endif %}"):
        header.add_paragraph(text)
    for text in ("{%p if co %}", "Phụ lục", "{%p endif %}"):
        document.add_paragraph(text)
    return saved(document)


def with_other_prefix() -> bytes:
    template = word("{{ a }}", CHOICE)
    xml = part(template, "word/document.xml").replace("<w:", "<ns0:").replace("</w:", "</ns0:")
    return with_part(template, {"word/document.xml": xml.replace(" w:", " ns0:").replace("xmlns:w=", "xmlns:ns0=")})


SAMPLES = {
    "values": Sample(
        word("{{ a }}", ("*{{ ky[0]", "/|in_hoa }}"), header="{{ co }}", footer="{{ ky|noi }}", title="{{ ky[0] }}")
    ),
    "statements in a text": Sample(word("{% for x in ds %}{{ x.ten }}{% if not loop.last %}, {% endif %}{% endfor %}")),
    "paragraphs": Sample(
        word(
            "{%p for x in ds %}",
            "{{ x.ten }}",
            "{%p if x.sp %}",
            "có",
            "{%p else %}",
            "không",
            "{%p endif %}",
            "{%p endfor %}",
        )
    ),
    "runs": Sample(word("a{%r if khong %}b{%r else %}{{ a }}{%r endif %}d")),
    "merged rows": Sample(word(MERGED, "sau")),
    "a cell left empty": Sample(
        body(
            table(["x", "y"], widths=(2000, 2000)).replace(
                P.format("x"), P.format("{%p if khong %}") + "<w:p/>" + P.format("{%p endif %}")
            )
        )
    ),
    "a table left out": Sample(
        word("a", [["{%tr for x in khong_co %}"], ["{{ x }}"], ["{%tr endfor %}"]], "b"), {"khong_co": []}
    ),
    "a column kept": Sample(word(CHOICE, "sau")),
    "a column left out": Sample(word(CHOICE, "sau"), {"co": False}),
    "columns of periods": Sample(body(PERIODS)),
    "one period": Sample(body(PERIODS), {"ky": ["Năm"]}),
    "no period": Sample(body(PERIODS), {"ky": []}),
    "colspan over periods": Sample(
        body(
            table(
                ["Tên", "{% colspan ky|length %}Kỳ"],
                ["", "{%tc for q in ky %}", "{{ q }}", "{%tc endfor %}"],
                widths=(2000, 500, 3000, 500),
            )
        )
    ),
    "rows of different lengths": Sample(
        body(
            table(
                ["4|{%tr for x in ds %}"],
                ["{{ x.ten }}", "{%tc for s in x.sp %}", "{{ s }}", "{%tc endfor %}"],
                ["4|{%tr endfor %}"],
                widths=(2000, 500, 3000, 500),
            )
        ),
        {"ds": [{"ten": "A", "sp": [1, 2]}, {"ten": "B", "sp": [3]}]},
    ),
    "a row without cells": Sample(
        body(table(["a", "b", "c"], ["{%tc if khong %}", "x", "{%tc endif %}"], widths=(1000, 1000, 1000)))
    ),
    "lines in a loop": Sample(
        body(_FOR + P.format("{{ x.ten|duong_ke(0.5) }}") + _END + line(1) + P.format("{{ a }}"))
    ),
    "drawings in loops": Sample(
        body(line(1) + _FOR + line(2) + box("{{ x.ten }}") + P.format("{{ 'A'|duong_ke(0.5) }}") + _END + line(4))
    ),
    "a drawing after a coloured cell": Sample(
        body(
            table(
                ["{%tr for x in ds %}"], ["{% cellbg 'D9E2F3' %}DRAWING"], ["{%tr endfor %}"], widths=(5000,)
            ).replace(
                "<w:t>{% cellbg 'D9E2F3' %}DRAWING</w:t></w:r></w:p>",
                "<w:t>{% cellbg 'D9E2F3' %}</w:t></w:r></w:p>" + line(9),
            )
        )
    ),
    "bookmarks in loops": Sample(body(bookmark(1, "dau", "x") + _FOR + bookmark(2, "trong", "{{ x.ten }}") + _END)),
    "bookmarks over loops": Sample(
        body(
            '<w:p><w:bookmarkStart w:id="1" w:name="ngoai"/></w:p>'
            + P.format("{%p for x in ds %}").replace("<w:r>", '<w:bookmarkStart w:id="3" w:name="mat"/><w:r>')
            + '<w:p><w:bookmarkEnd w:id="3"/><w:bookmarkStart w:id="2" w:name="vao"/></w:p>'
            + _END
            + '<w:p><w:bookmarkEnd w:id="1"/><w:bookmarkEnd w:id="2"/></w:p>'
        )
    ),
    "ids of paragraphs and controls in loops": Sample(body(_FOR + CONTROL + NUMBERED + _END)),
    "a text box": Sample(body(box("{{ danh_so.muc() }}", "{%p if khong %}", "x", "{%p endif %}"))),
    "an empty text box": Sample(body(box("{%p if khong %}", "x", "{%p endif %}"))),
    "comments": Sample(commented()),
    "an appendix": Sample(with_appendix()),
    "no appendix": Sample(with_appendix(), {"co": False}),
    "another prefix": Sample(with_other_prefix()),
}
