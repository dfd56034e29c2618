"""Word comments that explain a template's tags to its author. Documents are made without them (``review``)."""

from collections.abc import Callable, Sequence
from itertools import count

from lxml import etree

from cchc_docs.problems import Place
from cchc_docs.word.ooxml import xml
from cchc_docs.word.ooxml.package import CONTENT_TYPES, Package, relation_type, rels_name
from cchc_docs.word.ooxml.xml import REL, TYPES, Element, w
from cchc_docs.word.template.assemble import written
from cchc_docs.word.template.marking import paragraphs_of
from cchc_docs.word.template.review import strip_comments
from cchc_docs.word.template.tags import Tag, scan

_MEMBER = "word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_AUTHOR = "cchc"


def commented(template: bytes, explain: Callable[[Tag], str], where: Place) -> bytes:
    """``template`` with a comment at each paragraph of its body whose tags ``explain`` has something new to say of.

    Comments that were there go: they are of another template. Headers, footers and notes can have none.

    Raises:
        ProblemsFound: the file cannot be opened as a Word document.
    """
    package = Package(template, where)
    strip_comments(package)
    root = package.tree(package.main)
    comments = etree.Element(w("comments"), nsmap={"w": xml.W})
    told: set[str] = set()
    numbers = count()
    for paragraph, text in list(paragraphs_of(root)):
        said = [line for one in scan(text).tags if (line := explain(one.tag)) and line not in told]
        told.update(said)
        if said:
            number = str(next(numbers))
            _anchor(paragraph, number)
            comments.append(_comment(number, list(dict.fromkeys(said))))
    if len(comments):
        package.members[package.main] = xml.serialise(root).encode()
        package.members[_MEMBER] = xml.serialise(comments).encode()
        _declare(package)
    return written(package.members)


def _anchor(paragraph: Element, number: str) -> None:
    """Let the comment stand beside the whole paragraph."""
    start, end, run = (
        etree.Element(w(name), nsmap={"w": xml.W}) for name in ("commentRangeStart", "commentRangeEnd", "r")
    )
    etree.SubElement(run, w("commentReference")).set(w("id"), number)
    for mark in (start, end):
        mark.set(w("id"), number)
    paragraph.insert(int(paragraph.find(w("pPr")) is not None), start)
    paragraph.extend([end, run])


def _comment(number: str, lines: Sequence[str]) -> Element:
    comment = etree.Element(w("comment"), nsmap={"w": xml.W})
    for name, value in (("id", number), ("author", _AUTHOR), ("initials", _AUTHOR)):
        comment.set(w(name), value)
    for line in lines:
        run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
        text = etree.SubElement(run, w("t"), {xml.SPACE: "preserve"})
        text.text = line
    return comment


def _declare(package: Package) -> None:
    """The relation and the content type of the new part."""
    types = package.tree(CONTENT_TYPES)
    etree.SubElement(types, f"{{{TYPES}}}Override", {"PartName": f"/{_MEMBER}", "ContentType": _TYPE})
    package.members[CONTENT_TYPES] = xml.serialise(types).encode()
    rels = rels_name(package.main)
    root = package.tree(rels)
    target = f"/{_MEMBER}"
    etree.SubElement(
        root, f"{{{REL}}}Relationship", {"Id": "rIdGhiChu", "Type": relation_type("comments"), "Target": target}
    )
    package.members[rels] = xml.serialise(root).encode()
