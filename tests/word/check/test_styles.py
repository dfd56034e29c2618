"""What Word shows, case by case: theme fonts, toggles, style chains, table styles, lists, sections, lines."""

import pytest

from cchc_docs.problems import Place
from cchc_docs.word.check.document import Document, Paragraph
from cchc_docs.word.check.lines import LineKind, is_typed
from cchc_docs.word.check.opening import open_document
from tests.word.check.papers import LAST_SECTION, PARTS, SECTION_END, W, line, p, packed, table

TEXT = "<w:r>{}<w:t>Chữ</w:t></w:r>"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def opened(content: str, **parts: str) -> Document:
    members = {f"word/{name}.xml": text for name, text in parts.items()}
    return open_document(packed(content + LAST_SECTION, members), Place("thu.docx"))


def first(content: str, **parts: str) -> Paragraph:
    return opened(content, **parts).paragraphs[0]


def styles(*content: str, defaults: str = "") -> str:
    return f'<w:styles xmlns:w="{W}"><w:docDefaults>{defaults}</w:docDefaults>{"".join(content)}</w:styles>'


def style(
    name: str, rpr: str = "", ppr: str = "", *, kind: str = "paragraph", based: str = "", default: bool = False
) -> str:
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{mark} w:styleId="{name}"><w:name w:val="{name}"/>{parent}<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>'


def paragraph(run: str = "", name: str = "", ppr: str = "") -> str:
    chosen = f'<w:pStyle w:val="{name}"/>' if name else ""
    return f"<w:p><w:pPr>{chosen}{ppr}</w:pPr>{TEXT.format(f'<w:rPr>{run}</w:rPr>' if run else '')}</w:p>"


# -- Themes


def theme(viet: str) -> dict[str, str]:
    fonts = "".join(
        f'<a:{name}Font><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>{viet}</a:{name}Font>'
        for name in ("major", "minor")
    )
    types = PARTS["[Content_Types].xml"]
    rels = PARTS["word/_rels/document.xml.rels"]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    return {
        "[Content_Types].xml": types,
        "word/_rels/document.xml.rels": rels.replace(
            "</Relationships>", f'<Relationship Id="rId7" Type="{kind}" Target="theme1.xml"/></Relationships>'
        ),
        "word/theme1.xml": f'<a:theme xmlns:a="{A}"><a:themeElements><a:fontScheme>{fonts}</a:fontScheme></a:themeElements></a:theme>',
    }


@pytest.mark.parametrize(
    ("viet", "language", "font"),
    [
        ("", "vi-VN", "Calibri"),
        ('<a:font script="Viet" typeface="Times New Roman"/>', "vi-VN", "Times New Roman"),
        ('<a:font script="Viet" typeface="Times New Roman"/>', "en-US", "Calibri"),
    ],
)
def test_a_theme_font_is_that_of_the_script(viet: str, language: str, font: str) -> None:
    content = paragraph('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>') + LAST_SECTION
    settings = f'<w:settings xmlns:w="{W}"><w:themeFontLang w:val="{language}"/></w:settings>'
    document = open_document(packed(content, theme(viet) | {"word/settings.xml": settings}), Place("x"))
    assert document.paragraphs[0].pieces[0].format.hansi == font


def test_a_font_by_name_beats_the_theme_of_a_style_below() -> None:
    sheet = styles(style("N", '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>', default=True))
    own = paragraph('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
    assert first(own, styles=sheet).pieces[0].format.ascii == "Arial"


# -- Chains


@pytest.mark.parametrize(
    ("styled", "letters", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),  # they cancel one another
        ('<w:b w:val="0"/>', "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),  # direct formatting is absolute
        ("<w:b/>", "", '<w:b w:val="false"/>', False),
    ],
)
def test_toggles_of_styles_cancel_one_another(styled: str, letters: str, direct: str, bold: bool) -> None:
    sheet = styles(style("P", styled), style("C", letters, kind="character"))
    own = paragraph(f'<w:rStyle w:val="C"/>{direct}', "P")
    assert first(own, styles=sheet).pieces[0].format.bold is bold


def test_a_chain_of_styles_and_the_defaults() -> None:
    sheet = styles(
        style(
            "A",
            '<w:sz w:val="26"/><w:i/>',
            '<w:spacing w:before="120" w:line="360" w:lineRule="auto"/><w:ind w:left="100" w:firstLine="50"/>',
        ),
        style("B", '<w:sz w:val="28"/>', '<w:ind w:hanging="20"/>', based="A"),
        defaults='<w:rPrDefault><w:rPr><w:sz w:val="20"/><w:color w:val="FF0000"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault>',
    )
    one = first(paragraph(name="B"), styles=sheet)
    run, form = one.pieces[0].format, one.format
    assert (run.size, run.italic, run.color) == (14.0, True, "FF0000")
    assert (form.before, form.after, form.line, form.left, form.first) == (6.0, 8.0, 1.5, 100, -20)


def test_styles_that_are_based_on_each_other_end() -> None:
    sheet = styles(style("A", '<w:sz w:val="26"/>', based="B"), style("B", "<w:b/>", based="A"))
    run = first(paragraph(name="A"), styles=sheet).pieces[0].format
    assert (run.size, run.bold) == (13.0, True)


def test_a_table_style_by_rows_and_columns() -> None:
    conditions = "".join(
        f'<w:tblStylePr w:type="{name}"><w:rPr>{rpr}</w:rPr></w:tblStylePr>'
        for name, rpr in (
            ("firstRow", "<w:b/>"),
            ("firstCol", "<w:i/>"),
            ("band1Horz", '<w:sz w:val="30"/>'),
            ("nwCell", '<w:sz w:val="40"/>'),
        )
    )
    sheet = styles(style("T", '<w:sz w:val="22"/>', kind="table").replace("</w:style>", f"{conditions}</w:style>"))
    cell = paragraph()
    content = (
        table([cell, cell], [cell, cell], [cell, cell], widths=(4000, 4000))
        .replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="T"/>')
        .replace("</w:tblPr>", '<w:tblLook w:val="04A0"/></w:tblPr>', 1)
    )
    found = [one.pieces[0].format for one in opened(content, styles=sheet).paragraphs]
    assert [(one.size, one.bold, one.italic) for one in found] == [
        (20, True, True), (11, True, False), (15, False, True), (15, False, False), (11, False, True), (11, False, False),
    ]  # fmt: skip


# -- Text


def test_fields_show_their_result_and_changes_what_they_add() -> None:
    runs = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>hôm nay</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:ins w:id="1"><w:r><w:t> thêm</w:t></w:r></w:ins>'
        '<w:del w:id="2"><w:r><w:delText> bớt</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>'
        "<w:hyperlink><w:r><w:tab/><w:t>liên kết</w:t><w:br/></w:r></w:hyperlink>"
    )
    one = first(f"<w:p>{runs}</w:p>")
    assert (one.text, one.fields) == ("hôm nay thêm\tliên kết\n", ("DATE",))


def test_list_numbers_are_text() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="500" w:hanging="300"/></w:pPr></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    )
    numbering = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num></w:numbering>'
    item = "".join(
        paragraph(ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>') for level in (0, 1, 1, 0, 1)
    )
    found = opened(item, numbering=numbering).paragraphs
    assert [one.number for one in found] == ["I.", "I.1", "I.2", "II.", "II.1"]
    assert (found[0].format.left, found[0].format.first) == (500, -300)
    assert found[0].full_text == "I. Chữ"


# -- Sections


def test_a_section_without_headers_shows_those_before_it() -> None:
    document = opened(paragraph() + SECTION_END + paragraph())
    assert [section.headers for section in document.sections] == [{"default": "word/header1.xml"}] * 2
    assert [one.section for one in document.paragraphs] == [0, 0, 1]


# -- Lines


def drawn(run: str) -> list[tuple[LineKind, float]]:
    return [(one.kind, round(one.length, 1)) for one in first(f"<w:p><w:r>{run}</w:r></w:p>").drawn]


def test_lines_of_drawingml_and_vml_are_measured() -> None:
    (one,) = first(line(42)).drawn
    assert (one.kind, round(one.length, 2), one.width, one.color, one.solid) == (
        LineKind.DRAWN,
        42,
        0.75,
        "000000",
        True,
    )
    assert drawn('<w:pict><v:line from="10pt,5pt" to="82pt,5pt"/></w:pict>') == [(LineKind.DRAWN, 25.4)]
    assert drawn(
        '<w:pict><v:shape type="#_x0000_t32" o:connectortype="straight" style="width:2cm;height:0"/></w:pict>'
    ) == [(LineKind.DRAWN, 20)]
    assert drawn('<w:pict><v:shape type="#_x0000_t75" style="width:2cm;height:3cm"/></w:pict>') == []


def test_what_word_wrote_twice_is_one_line() -> None:
    twice = line(30).partition("<w:drawing>")[2].partition("</w:drawing>")[0]
    both = f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{twice}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:line from="0,0" to="85pt,0"/></w:pict></mc:Fallback></mc:AlternateContent>'
    assert drawn(both) == [(LineKind.DRAWN, 30)]


@pytest.mark.parametrize("text", ["_____", "-----o0o-----", "──────", "=====", "* * * ****"])
def test_typed_lines(text: str) -> None:
    assert is_typed(text)


@pytest.mark.parametrize("text", ["", "-", "- Sở Nội vụ;", "…………", "..........", "a____b"])
def test_what_is_no_typed_line(text: str) -> None:
    assert not is_typed(text)


def test_a_cell_of_an_invisible_table_may_have_a_line_below() -> None:
    border = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:color="auto"/></w:tcBorders>'
    content = table([p("a"), p("b")], widths=(2835, 4000)).replace("</w:tcPr>", f"{border}</w:tcPr>", 1)
    one, two = opened(content).paragraphs
    assert one.container.below is not None
    assert (one.container.below.kind, round(one.container.below.length)) == (LineKind.BORDER, 50)
    assert two.container.below is None
