"""What drafting left in a template: comments go, open changes and links outside are told, once."""

import pytest

from cchc_docs.text.normal import MarkedText
from cchc_docs.word.template import Template
from tests.sound.ooxml import complaints
from tests.sound.samples import P, box, line
from tests.word.template.word import NAME, body, opened, part, said, saved, with_part, word

RELS = "word/_rels/{}.xml.rels"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATION = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}" TargetMode="External"/>'
)


def warnings(template: bytes) -> list[str]:
    return [str(problem) for problem in Template(template, NAME).warnings]


def linked(kind: str, target: str, owner: str = "document") -> bytes:
    """A template in which the part ``owner`` points outside."""
    template, name = word("a"), RELS.format(owner)
    old = part(template, name) if owner == "document" else f'<Relationships xmlns="{PACKAGE}"></Relationships>'
    return with_part(
        template, {name: old.replace("</Relationships>", f"{RELATION.format(kind, target)}</Relationships>")}
    )


def commented(text: str) -> bytes:
    document = opened(word("Gửi {{ a }}", "hết"))
    document.add_comment(document.paragraphs[0].runs, text=text, author="Người soát")
    return saved(document)


def test_comments_do_not_reach_the_document() -> None:
    template = commented("{{ sai cú pháp")
    assert "comment" in part(template, "word/document.xml")
    made = Template(template).render({"a": "A"})
    assert complaints(made) == []
    assert opened(made).paragraphs[0].text == "Gửi A"
    for name in ("word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        assert "omment" not in part(made, name).replace("CommentText", "")
    with pytest.raises(KeyError):
        part(made, "word/comments.xml")


def test_comments_go_where_a_template_has_no_tags_too() -> None:
    document = opened(word("a"))
    document.add_comment(document.paragraphs[0].runs, text="b")
    made = Template(saved(document)).render({})
    assert "comment" not in part(made, "word/document.xml")
    assert opened(made).paragraphs[0].text == "a"


def test_a_part_that_only_calls_itself_comments_stays() -> None:
    template = linked("comments", "x")
    rels = part(template, RELS.format("document")).replace('Target="x" TargetMode="External"', 'Target="document.xml"')
    assert said(with_part(template, {RELS.format("document"): rels})) == []


def test_open_changes_are_told_with_their_paragraph() -> None:
    inserted = '<w:p><w:r><w:t xml:space="preserve">Kính </w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t>gửi</w:t></w:r></w:ins></w:p>'
    deleted = '<w:p><w:del w:id="2" w:author="A"><w:r><w:delText>{{ cũ</w:delText></w:r></w:del></w:p>'
    assert warnings(body(inserted + deleted)) == [
        "Cảnh báo: mau.docx, thân văn bản, đoạn “Kính gửi”: Mẫu còn 2 chỗ sửa theo Track Changes chưa chốt, chỗ đầu ở "
        "đây; văn bản làm ra sẽ mang theo. Trong Word: Review > Accept hoặc Reject cho hết, tắt Track Changes, rồi lưu mẫu."
    ]


@pytest.mark.parametrize(
    ("kind", "owner", "sentence"),
    [
        (
            "attachedTemplate",
            "settings",
            "Cảnh báo: mau.docx: Mẫu lấy một tệp mẫu khác từ ngoài tệp: “file:///C:/x.dotm”; văn bản làm ra cũng vậy. "
            "Trong Word: Developer > Document Template, gỡ tệp mẫu gắn kèm.",
        ),
        (
            "image",
            "document",
            "Cảnh báo: mau.docx: Mẫu lấy một hình từ ngoài tệp: “file:///C:/x.dotm”; văn bản làm ra cũng vậy. "
            "Chèn lại hình vào mẫu bằng Insert > Pictures, không chọn Link to File.",
        ),
        (
            "oleObject",
            "document",
            "Cảnh báo: mau.docx: Mẫu lấy một đối tượng của chương trình khác từ ngoài tệp: “file:///C:/x.dotm”; "
            "văn bản làm ra cũng vậy. Dán lại đối tượng mà không chọn Link.",
        ),
        (
            "subDocument",
            "document",
            "Cảnh báo: mau.docx: Mẫu lấy nội dung từ ngoài tệp: “file:///C:/x.dotm”; văn bản làm ra cũng vậy. "
            "Chèn hẳn nội dung đó vào mẫu, hoặc bỏ đi.",
        ),
    ],
)
def test_links_to_outside_are_told(kind: str, owner: str, sentence: str) -> None:
    template = linked(kind, "file:///C:/x.dotm", owner)
    assert warnings(template) == [sentence]
    assert said(template) == []  # and stop nothing


def test_hyperlinks_are_no_links_to_outside() -> None:
    assert warnings(linked("hyperlink", "https://vi.du")) == []


def test_no_note_in_a_text_box() -> None:
    assert said(body(box("{{ a }}") + P.format("{{ a }}")), {"a": MarkedText("x^[b]")}) == [
        "Lỗi: mau.docx, thân văn bản, đoạn “{{ a }}”: Thẻ “{{ a }}” in ra chú thích “b” ở nơi Word không cho đặt chú "
        "thích. Chỉ thân văn bản có chú thích cuối trang: bỏ ^[…] trong dữ liệu, hoặc in mục này trong thân văn bản."
    ]


def test_a_note_beside_a_text_box_is_one() -> None:
    made = Template(body(box("a") + line(2) + P.format("{{ a }}"))).render({"a": MarkedText("x^[b]")})
    assert part(made, "word/document.xml").count("<w:footnoteReference") == 1
