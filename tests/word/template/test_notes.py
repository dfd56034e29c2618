"""Footnotes that come with the data."""

import re

import pytest
from lxml import etree

from cchc_docs.text.normal import MarkedText
from cchc_docs.word.template import Template
from tests.word.template.word import opened, part, rendered, runs, said, with_part, word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
X = MarkedText("Nghị quyết^[Số 01/NQ-CP **ngày** 05/01/2023.] và đề án^[Xem [[1]].]")


def notes(content: bytes) -> dict[str, str]:
    """The notes of a document by id, separators apart."""
    root = etree.fromstring(part(content, "word/footnotes.xml").encode())
    return {
        note.get(f"{W}id"): "".join(note.itertext())
        for note in root.iter(f"{W}footnote")
        if note.get(f"{W}type") is None
    }


def references(content: bytes) -> list[str]:
    return re.findall(r'<w:footnoteReference w:id="(-?\d+)"', part(content, "word/document.xml"))


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    made = rendered(
        "{{ x }}", [["{{ y }}"]], "{{ x }}", context={"x": X, "y": MarkedText("a^[b]"), "so_lieu": {"1": "2"}}
    )
    assert references(made) == ["1", "2", "3", "4", "5"]
    assert notes(made) == {
        "1": " Số 01/NQ-CP ngày 05/01/2023.",
        "2": " Xem 2.",
        "3": " b",
        "4": " Số 01/NQ-CP ngày 05/01/2023.",
        "5": " Xem 2.",
    }
    assert opened(made).paragraphs[0].text == "Nghị quyết và đề án"


def test_the_package_knows_of_the_notes() -> None:
    made = rendered("{{ x }}", context={"x": MarkedText("a^[b]")})
    assert 'PartName="/word/footnotes.xml"' in part(made, "[Content_Types].xml")
    assert 'Target="footnotes.xml"' in part(made, "word/_rels/document.xml.rels")
    assert part(made, "word/styles.xml").count("footnote text") == 1
    assert part(made, "word/styles.xml").count("footnote reference") == 1


def test_a_document_without_notes_has_none_of_it() -> None:
    template = word("{{ x }}")
    made = Template(template).render({"x": "a"})
    for member in ("[Content_Types].xml", "word/_rels/document.xml.rels", "word/styles.xml"):
        assert part(made, member) == part(template, member)


def test_the_number_of_a_note_keeps_the_face_but_not_the_weight() -> None:
    made = rendered(("*{{ x }}",), context={"x": MarkedText("**a**^[b]")})
    xml = part(made, "word/document.xml")
    assert '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>' in xml
    assert runs(opened(made).paragraphs[0])[0] == "*a"


def with_own_notes(text: str) -> bytes:
    """A template that has a footnote of its own, in a Word of another language."""
    made = rendered("Có^ {{ x }}", context={"x": MarkedText("{{ x }}^[cũ]")})
    styles = (
        part(made, "word/styles.xml")
        .replace("FootnoteText", "VnbanCcchu")
        .replace("FootnoteReference", "ThamchiuCcchu")
    )
    return with_part(
        made, {"word/styles.xml": styles, "word/footnotes.xml": part(made, "word/footnotes.xml").replace("cũ", text)}
    )


def test_notes_go_on_after_those_of_the_template_and_use_its_styles() -> None:
    made = Template(with_own_notes("Theo {{ y }}")).render({"x": MarkedText("a^[mới]"), "y": "B & C"})
    assert notes(made) == {"1": " Theo B & C", "2": " mới"}
    assert references(made) == ["2", "1"]  # the new one stands before the old one in the text
    assert '<w:pStyle w:val="VnbanCcchu"/>' in part(made, "word/footnotes.xml").partition('w:id="2"')[2]
    assert part(made, "word/styles.xml").count("footnote text") == 1


@pytest.mark.parametrize(
    ("where", "template"), [("đầu trang", word("a", header="{{ x }}")), ("chân trang", word("a", footer="{{ x }}"))]
)
def test_no_notes_outside_the_body(where: str, template: bytes) -> None:
    assert said(template, {"x": MarkedText("a^[*b*]")}) == [
        f"Lỗi: mau.docx, {where}, đoạn “{{{{ x }}}}”: Thẻ “{{{{ x }}}}” in ra chú thích “b” ở nơi Word không cho đặt chú "
        "thích. Chỉ thân văn bản có chú thích cuối trang: bỏ ^[…] trong dữ liệu, hoặc in mục này trong thân văn bản."
    ]


def test_the_title_of_the_file_leaves_notes_and_marks_out() -> None:
    made = opened(rendered("a", title="{{ x }}", context={"x": MarkedText("**Kế** hoạch^[b]")}))
    assert made.core_properties.title == "Kế hoạch"
