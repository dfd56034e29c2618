"""The checker sees what it is there for: each property broken once in a sound file, and what it then says."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from cchc_docs.word.template import Template
from tests.sound.ooxml import CHECKS, complaints
from tests.sound.opened import CONTENT_TYPES, File
from tests.sound.samples import CONTEXT, P, bookmark, box, line, table
from tests.sound.schema import violations
from tests.word.template.word import body, part, with_part

DOCUMENT, STYLES, NOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"
SETTINGS, RELS = "word/settings.xml", "word/_rels/document.xml.rels"
TABLE = table(["A", "B"], ["2|C"], widths=(1000, 2000))
SOUND = Template(
    body(
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:keepNext/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="20"/></w:rPr>'
        "<w:t>{{ a }}</w:t></w:r></w:p>"
        + TABLE
        + bookmark(1, "mot", "x")
        + bookmark(2, "hai", "y")
        + line(1)
        + line(2)
        + box("z")
    )
).render(CONTEXT)


@dataclass(frozen=True)
class Break:
    """``old`` in a member becomes ``new``, and a complaint of ``check`` says ``what``."""

    member: str
    old: str
    new: str
    check: str
    what: str = ""

    def __call__(self) -> bytes:
        text = part(SOUND, self.member)
        assert self.old in text
        return with_part(SOUND, {self.member: text.replace(self.old, self.new, 1)})


def schema(old: str, new: str, member: str = DOCUMENT) -> Break:
    return Break(member, old, new, "schema")


def cell(width: int, extra: str, text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{extra}</w:tcPr>{P.format(text)}</w:tc>'


COMMENT = '<w:r><w:commentReference w:id="7"/></w:r>'
LINK = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"{}/></Relationships>'
A, B, C = cell(1000, "", "A"), cell(2000, "", "B"), cell(3000, '<w:gridSpan w:val="2"/>', "C")
MERGE = '<w:vMerge w:val="{}"/>'
TEXT_X = "<w:t>x</w:t>"

BREAKS = {
    "broken XML": Break(STYLES, "</w:styles>", "", "parts_are_whole", "not well-formed"),
    "a type declared for nothing": Break(CONTENT_TYPES, "/word/styles.xml", "/word/gone.xml", "content_types_are_complete", "not there"),
    "a type twice": Break(CONTENT_TYPES, "</Types>", '<Default Extension="xml" ContentType="a/b"/></Types>', "content_types_are_complete", "two types"),
    "another type": Break(CONTENT_TYPES, "wordprocessingml.styles+xml", "wordprocessingml.settings+xml", "content_types_are_complete", "no styles"),
    "a type of no relation": Break(CONTENT_TYPES, "package.relationships+xml", "x+xml", "content_types_are_complete", "something else"),
    "a relation to nothing": Break(RELS, "styles.xml", "gone.xml", "relations_are_complete", "not there"),
    "an orphan": Break(RELS, "footnotes.xml", "styles.xml", "relations_are_complete", "nothing refers to word/footnotes.xml"),
    "a relation twice": Break(RELS, "</Relationships>", LINK.format("styles", "styles.xml", "").replace("rId99", "rId1"), "relations_are_complete", "two relations"),
    "an asked relation": Break(DOCUMENT, TEXT_X, f'{TEXT_X}<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId98"/></w:object>', "relations_are_complete", "asks for a relation rId98"),
    "a link outside": Break(RELS, "</Relationships>", LINK.format("image", "file:///c:/a.png", ' TargetMode="External"'), "links_stay_inside", "fetches"),
    "a drawing twice": Break(DOCUMENT, 'docPr id="2"', 'docPr id="1"', "drawings_are_told_apart", "id 1"),
    "a drawing beyond": Break(DOCUMENT, 'docPr id="2"', 'docPr id="4294967295"', "drawings_are_told_apart", "4294967295"),
    "a bookmark id twice": Break(DOCUMENT, 'bookmarkStart w:id="2"', 'bookmarkStart w:id="1"', "bookmarks_are_whole", "id 1"),
    "a bookmark ending twice": Break(DOCUMENT, 'bookmarkEnd w:id="2"', 'bookmarkEnd w:id="1"', "bookmarks_are_whole", "ends twice"),
    "a bookmark without end": Break(DOCUMENT, '<w:bookmarkEnd w:id="2"/>', "", "bookmarks_are_whole", "one end"),
    "a bookmark name twice": Break(DOCUMENT, 'w:name="hai"', 'w:name="Mot"', "bookmarks_are_whole", "called mot"),
    "no such note": Break(DOCUMENT, 'footnoteReference w:id="1"', 'footnoteReference w:id="9"', "notes_are_referred_to", "9 is not there"),
    "a note for nobody": Break(DOCUMENT, '<w:footnoteReference w:id="1"/>', "", "notes_are_referred_to", "nothing refers"),
    "a note twice": Break(DOCUMENT, TEXT_X, f'{TEXT_X}<w:footnoteReference w:id="1"/>', "notes_are_referred_to", "twice"),
    "a note in a box": Break(DOCUMENT, "<w:t>z</w:t>", '<w:footnoteReference w:id="1"/>', "notes_are_referred_to", "in a txbxContent"),
    "two notes of one id": Break(NOTES, 'w:id="0"', 'w:id="1"', "notes_are_referred_to", "two footnotes"),
    "no such comment": Break(DOCUMENT, f"<w:r>{TEXT_X}</w:r>", COMMENT, "notes_are_referred_to", "comment 7 is not there"),
    "half a comment range": Break(DOCUMENT, f"<w:r>{TEXT_X}", f'<w:commentRangeStart w:id="7"/><w:r>{TEXT_X}', "notes_are_referred_to", "range"),
    "a control twice": Break(DOCUMENT, f"<w:r>{TEXT_X}</w:r>", '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent/></w:sdt>' * 2, "other_ids_are_unique", "controls"),
    "a paragraph twice": Break(DOCUMENT, f"<w:p>{bookmark(2, 'hai', 'y')[5:]}", '<w:p xmlns:v="http://schemas.microsoft.com/office/word/2010/wordml" v:paraId="1"/>' * 2, "other_ids_are_unique", "paragraphs"),
    "no such style": Break(DOCUMENT, 'w:val="Heading1"', 'w:val="Khong"', "styles_exist", "Khong"),
    "a style of another kind": Break(DOCUMENT, 'w:val="Heading1"', 'w:val="TableGrid"', "styles_exist", "TableGrid"),
    "a style based on none": Break(STYLES, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Khong"/>', "styles_exist", "basedOn"),
    "a style twice": Break(STYLES, 'w:styleId="Heading2"', 'w:styleId="Heading1"', "styles_exist", "two styles"),
    "no such list": Break(DOCUMENT, "<w:keepNext/>", '<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>', "lists_exist", "99"),
    "a column too many": Break(DOCUMENT, '<w:gridCol w:w="1000"/>', '<w:gridCol w:w="1000"/>' * 2, "tables_fit_their_grids", "3 columns, a row 2"),
    "a span too many": Break(DOCUMENT, C, C.replace('gridSpan w:val="2"', 'gridSpan w:val="3"'), "tables_fit_their_grids", "a row 3"),
    "a wide cell": Break(DOCUMENT, A, A.replace("1000", "1500"), "tables_fit_their_grids", "1500 wide"),
    "a merge without beginning": Break(DOCUMENT, A, cell(1000, MERGE.format("continue"), "A"), "tables_fit_their_grids", "no beginning"),
    "a row of nothing": Break(DOCUMENT, f"<w:tr>{C}</w:tr>", "<w:tr/>", "tables_fit_their_grids", "no cell"),
    "a cell of nothing": Break(DOCUMENT, P.format("A"), "", "texts_end_in_paragraphs", "tc"),
    "a cell that ends in a table": Break(DOCUMENT, P.format("C"), P.format("C") + TABLE.removesuffix("<w:p/>"), "texts_end_in_paragraphs", "tc"),
    "a box of nothing": Break(DOCUMENT, P.format("z"), "", "texts_end_in_paragraphs", "txbxContent"),
    "two tables in one": Break(DOCUMENT, "</w:tbl>", "</w:tbl>" + TABLE.removesuffix("<w:p/>"), "texts_end_in_paragraphs", "two tables"),
    "half a field": Break(DOCUMENT, TEXT_X, '<w:fldChar w:fldCharType="begin"/>', "fields_are_whole", DOCUMENT),
    "a mark of ours": Break(DOCUMENT, A, A.replace("<w:tc>", '<w:tc cchc="1">'), "nothing_is_left_over", "cchc"),
    "an instruction of ours": Break(DOCUMENT, A, A.replace("<w:p>", "<?cchc 1?><w:p>"), "nothing_is_left_over", "instruction cchc"),
    "order of w:rPr": schema('<w:b/><w:sz w:val="20"/>', '<w:sz w:val="20"/><w:b/>'),
    "order of w:pPr": schema('<w:pStyle w:val="Heading1"/><w:keepNext/>', '<w:keepNext/><w:pStyle w:val="Heading1"/>'),
    "order of w:tcPr": schema('<w:tcW w:w="3000" w:type="dxa"/><w:gridSpan w:val="2"/>', '<w:gridSpan w:val="2"/><w:tcW w:w="3000" w:type="dxa"/>'),
    "order of w:tblPr": schema('<w:tblW w:w="3000" w:type="dxa"/>', '<w:jc w:val="left"/><w:tblW w:w="3000" w:type="dxa"/>'),
    "order of w:trPr": schema(f"<w:tr>{A}", f"<w:tr>{A}<w:trPr><w:cantSplit/></w:trPr>"),
    "order of w:tbl": schema('<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>', "<w:tr>"),
    "order of w:tc": schema(A, A.replace('<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>', "").replace("</w:tc>", "<w:tcPr/></w:tc>")),
    "order of w:p": schema(f"<w:r>{TEXT_X}</w:r>", f"<w:r>{TEXT_X}</w:r><w:pPr/>"),
    "order of w:sectPr": schema("<w:pgSz", "<w:cols/><w:pgSz"),
    "order of w:style": schema("<w:qFormat/>", "<w:qFormat/><w:next/>", STYLES),
    "order of w:settings": schema("</w:settings>", "<w:zoom/></w:settings>", SETTINGS),
    "order of w:footnote": schema('<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r>', '<w:r/><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r>', NOTES),
    "a value": schema("<w:keepNext/>", '<w:keepNext/><w:jc w:val="giua"/>'),
    "an element of no schema": schema("<w:keepNext/>", "<w:keepNext/><w:la/>"),
}  # fmt: skip


BY_NAME = {check.__name__: check for check in CHECKS}


def test_every_check_is_broken_once() -> None:
    assert {one.check for one in BREAKS.values()} == {*BY_NAME, "schema"}


def test_the_sound_file_is_sound() -> None:
    assert complaints(SOUND) == []


@pytest.mark.parametrize("kind", BREAKS)
def test_each_break_is_seen(kind: str) -> None:
    one = BREAKS[kind]
    said = violations(one()) if one.check == "schema" else list(BY_NAME[one.check](File(one())))
    assert [what for what in said if one.what in what], said


def without_type() -> bytes:
    return with_part(SOUND, {"word/media/image1.xyz": b"a"})


def with_orphan_relations() -> bytes:
    return with_part(SOUND, {"word/_rels/gone.xml.rels": part(SOUND, "_rels/.rels")})


def with_a_name_twice() -> bytes:
    return with_part(SOUND, {"WORD/styles.xml": part(SOUND, STYLES)})


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        (without_type, "content_types_are_complete: word/media/image1.xyz has no type"),
        (with_orphan_relations, "relations_are_complete: nothing refers to word/_rels/gone.xml.rels"),
        (with_a_name_twice, "parts_are_whole: word/styles.xml stands twice"),
    ],
)
def test_a_member_too_many_is_seen(broken: Callable[[], bytes], what: str) -> None:
    assert what in complaints(broken())


def test_a_damaged_member_is_seen() -> None:
    at = SOUND.index(b"PK\x01\x02") + 16  # the checksum of the first member in the directory
    broken = SOUND[:at] + bytes([SOUND[at] ^ 1]) + SOUND[at + 1 :]
    with pytest.raises(zipfile.BadZipFile, match="Bad CRC-32"):
        complaints(broken)


def test_a_merged_cell_with_a_beginning_is_sound() -> None:
    rows = f"<w:tr>{A}{B}</w:tr><w:tr>{C}</w:tr>"
    merged = f"<w:tr>{cell(1000, MERGE.format('restart'), 'A')}{B}</w:tr><w:tr>{cell(1000, MERGE.format('continue'), '')}{B}</w:tr>"
    text = part(SOUND, DOCUMENT)
    assert rows in text
    assert complaints(with_part(SOUND, {DOCUMENT: text.replace(rows, merged)})) == []
