"""Putting a page number into the header of a section, and taking one away where it must not be."""

from collections.abc import Callable
from functools import partial

from lxml import etree

from cchc_docs.word.check.document import Document, Section
from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.package import CONTENT_TYPES, relation_type, rels_name
from cchc_docs.word.ooxml.xml import OFFICE, REL, TYPES, Element, W, w

_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_NUMBER = (
    f'<w:p xmlns:w="{W}"><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:left="0" w:firstLine="0"/>'
    '<w:jc w:val="center"/></w:pPr>{}</w:p>'
)
_RPR = (
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" '
    'w:cs="Times New Roman"/><w:b w:val="0"/><w:i w:val="0"/><w:color w:val="auto"/><w:sz w:val="28"/>'
    '<w:szCs w:val="28"/></w:rPr>'
)
_FIELD = "".join(
    f"<w:r>{_RPR}{content}</w:r>"
    for content in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)

Mend = Callable[[], None]


def take_page_number(paragraph: Element) -> Mend:
    """Empty a paragraph that holds a page number; the paragraph stays."""
    return partial(_empty, paragraph)


def _empty(paragraph: Element) -> None:
    for child in list(paragraph):
        if child.tag != w("pPr"):
            paragraph.remove(child)


def put_page_number(document: Document, section: Section) -> Mend | None:
    """Print the page's number in the middle of the header that a section's pages show."""
    return None if section.element is None else partial(_put, document, section)


def _put(document: Document, section: Section) -> None:
    number = etree.fromstring(_NUMBER.format(_FIELD))
    name = section.headers.get("default", "")
    if name in document.trees:
        header = document.trees[name]
        if any("PAGE" in (code.text or "") for code in header.iter(w("instrText"))):
            return  # another section, with the same header, has been mended before
        blank = next(
            (one for one in header.iterchildren(w("p")) if not "".join(map(str, one.itertext())).strip()), None
        )
        if blank is not None:
            header.replace(blank, number)
        else:
            header.append(number)
        return
    _new_header(document, section, number)


def _texts(paragraph: Element) -> list[str]:
    return [str(text) for text in paragraph.itertext()]


def _new_header(document: Document, section: Section, number: Element) -> None:
    package = document.package
    main = package.main
    count = 1
    folder = main.rpartition("/")[0]
    while f"{folder}/header{count}.xml" in package.members or f"{folder}/header{count}.xml" in document.trees:
        count += 1
    name = f"{folder}/header{count}.xml"
    header = etree.Element(w("hdr"), nsmap={"w": W, "r": OFFICE})
    header.append(number)
    document.trees[name] = header
    rels = rels_name(main)
    relations = package.tree(rels) if rels in package.members else etree.Element(f"{{{REL}}}Relationships")
    identifier = f"rIdSoTrang{count}"
    etree.SubElement(
        relations, f"{{{REL}}}Relationship", Id=identifier, Type=relation_type("header"), Target=f"header{count}.xml"
    )
    package.members[rels] = xml.serialise(relations).encode()
    types = package.tree(CONTENT_TYPES)
    etree.SubElement(types, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=_HEADER_TYPE)
    package.members[CONTENT_TYPES] = xml.serialise(types).encode()
    assert section.element is not None
    reference = etree.Element(w("headerReference"))
    reference.set(w("type"), "default")
    reference.set(f"{{{OFFICE}}}id", identifier)
    section.element.insert(0, reference)
    # The sections after it show this header too, unless they have their own.
    for other in document.sections[section.number :]:
        if other.headers.get("default", "") not in document.stories:
            other.headers["default"] = name
