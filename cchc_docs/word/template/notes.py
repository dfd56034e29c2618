"""Room for footnotes that data brings along, in templates that may have none.

Word needs four things for a footnote: the part that holds it (with the two separators), its relation, its content
type, and the styles of note and number. They are prepared once, and go only into documents that have a note.
"""

from dataclasses import dataclass

from lxml import etree

from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.package import CONTENT_TYPES, Package, relation_type, rels_name
from cchc_docs.word.ooxml.xml import REL, TYPES, Element, w

_TEXT_STYLE, _NUMBER_STYLE = "footnote text", "footnote reference"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

# Nghị định 30/2020/NĐ-CP says nothing of footnotes: Word's own 10 pt, in Times New Roman, justified as
# the rest of the document.
_STYLES = {
    _TEXT_STYLE: """
        <w:style xmlns:w="{ns}" w:type="paragraph" w:styleId="{id}"><w:name w:val="footnote text"/>
            <w:uiPriority w:val="99"/><w:unhideWhenUsed/>
            <w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/>
                <w:jc w:val="both"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"
                w:cs="Times New Roman"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
        </w:style>""",
    _NUMBER_STYLE: """
        <w:style xmlns:w="{ns}" w:type="character" w:styleId="{id}"><w:name w:val="footnote reference"/>
            <w:uiPriority w:val="99"/><w:unhideWhenUsed/>
            <w:rPr><w:vertAlign w:val="superscript"/></w:rPr>
        </w:style>""",
}
_LINE_OF_ONE = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
_EMPTY_PART = f"""{xml.HEAD}<w:footnotes xmlns:w="{xml.W}">\
<w:footnote w:type="separator" w:id="-1"><w:p>{_LINE_OF_ONE}<w:r><w:separator/></w:r></w:p></w:footnote>\
<w:footnote w:type="continuationSeparator" w:id="0"><w:p>{_LINE_OF_ONE}<w:r><w:continuationSeparator/></w:r></w:p>\
</w:footnote></w:footnotes>"""
_END = b"</w:footnotes>"


@dataclass(frozen=True, slots=True)
class NotePlan:
    """The needs of a template for notes: ids and styles while printing, and what to exchange when there were any."""

    member: str
    text_style: str
    number_style: str
    first_id: int
    empty: bytes
    """The footnotes part before any note of the data."""
    changed: dict[str, bytes]
    """Members that differ in a document with notes: styles, relations, content types."""

    def note(self, number: int, runs: str) -> str:
        """One ``w:footnote``."""
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self.text_style}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{self.number_style}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs}</w:p></w:footnote>'
        )

    def filled(self, part: bytes, notes: list[str]) -> bytes:
        """The footnotes part ``part`` with ``notes`` at its end."""
        head, end, rest = part.rpartition(_END)
        return head + "".join(notes).encode() + end + rest


def plan(package: Package) -> NotePlan:
    """Plan how notes go into this template."""
    changed: dict[str, bytes] = {}
    styles = package.target("styles")
    ids = {_TEXT_STYLE: "FootnoteText", _NUMBER_STYLE: "FootnoteReference"}
    if styles:
        root = package.tree(styles)
        ids = {name: _style_id(root, name) or ids[name] for name in ids}
        if _add_styles(root, ids):
            changed[styles] = xml.serialise(root).encode()
    member = package.target("footnotes")
    if member:
        root = package.tree(member)
        used = (note.get(w("id"), "") for note in root.iter(w("footnote")))
        first = max([0, *(int(number) for number in used if number.isdecimal())]) + 1
        return NotePlan(member, ids[_TEXT_STYLE], ids[_NUMBER_STYLE], first, xml.serialise(root).encode(), changed)
    folder = package.main.rpartition("/")[0]
    member = f"{folder}/footnotes.xml" if folder else "footnotes.xml"
    changed |= _declared(package, member)
    return NotePlan(member, ids[_TEXT_STYLE], ids[_NUMBER_STYLE], 1, _EMPTY_PART.encode(), changed)


def _style_id(root: Element, name: str) -> str:
    """The id of the style of this name; ids are in the language of the Word that wrote them, names are not."""
    for style in root.iter(w("style")):
        shown = style.find(w("name"))
        if shown is not None and shown.get(w("val"), "").lower() == name:
            return style.get(w("styleId"), "")
    return ""


def _add_styles(root: Element, ids: dict[str, str]) -> bool:
    """Give ``root`` the styles of notes that it lacks, under these ids; whether there was one to give."""
    missing = [name for name in ids if not _style_id(root, name)]
    based = next(filter(_is_default, root.iter(w("style"))), None)
    for name in missing:
        style = etree.fromstring(_STYLES[name].format(ns=xml.W, id=ids[name]))
        if based is not None and name == _TEXT_STYLE:
            parent = etree.Element(w("basedOn"), nsmap={"w": xml.W})
            parent.set(w("val"), based.get(w("styleId"), ""))
            style.insert(1, parent)
        root.append(style)
    return bool(missing)


def _is_default(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) == "1"


def _declared(package: Package, member: str) -> dict[str, bytes]:
    """The relations of the document and the content types, with a footnotes part in them."""
    relations_member = rels_name(package.main)
    if relations_member in package.members:
        relations = package.tree(relations_member)
    else:
        relations = etree.fromstring(f'<Relationships xmlns="{REL}"/>')
    taken = {line.get("Id") for line in relations}
    free = next(name for name in (f"rId{number}" for number in range(1, len(taken) + 2)) if name not in taken)
    line = etree.SubElement(relations, f"{{{REL}}}Relationship")
    line.set("Id", free)
    line.set("Type", relation_type("footnotes"))
    line.set("Target", member.rpartition("/")[2])
    types = package.tree(CONTENT_TYPES)
    kind = etree.SubElement(types, f"{{{TYPES}}}Override")
    kind.set("PartName", f"/{member}")
    kind.set("ContentType", _TYPE)
    return {relations_member: xml.serialise(relations).encode(), CONTENT_TYPES: xml.serialise(types).encode()}
