"""The little of WordprocessingML that the compiler speaks: names, safe parsing, the order of properties."""

import re
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any
from xml.parsers import expat

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Element = etree._Element  # noqa: SLF001 – lxml has no public name for the type of its elements

# The schema fixes the order of these children: ECMA-376 part 1, 17.3.2.28 (CT_RPr), 17.3.1.26 (CT_PPr), 17.6.17
# (CT_SectPr) and 17.4.69 (CT_TcPr).
_RPR = """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath
"""
_PPR = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
"""
_SECTPR = """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
    formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
"""
_TCPR = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"


# The errors that expat raises for broken XML, an encoding of no such name, one of several bytes a letter.
_NO_XML = (expat.ExpatError, LookupError, ValueError)


class Unsafe(Exception):
    """XML that is refused: it declares a document type, where entities come from."""


class Mixed(Exception):
    """A part where ``w`` is not WordprocessingML's prefix, or not only. Word writes none."""


class _Started(Exception):
    """The first element was reached; what follows is of no interest."""


@cache
def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute: ``w("p")``."""
    return f"{{{W}}}{name}"


def parse(xml: bytes) -> Element:
    """The root of a part. Nothing outside is read; comments and processing instructions are left out.

    Raises:
        Unsafe: the part has a DOCTYPE.
        etree.XMLSyntaxError: the part is no XML, or nested deeper than any document is.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    if has_doctype(xml):  # before any entity of it is expanded
        raise Unsafe
    root = etree.fromstring(xml, parser)
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that expat does not know
        raise Unsafe
    return root


def has_doctype(xml: bytes) -> bool:
    """Return True if ``xml`` declares a document type. Only what stands before the first element is read."""
    reader = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise Unsafe

    def done(*_: object) -> None:
        raise _Started  # a DOCTYPE can only stand before it

    reader.StartDoctypeDeclHandler = refuse
    reader.StartElementHandler = done
    try:
        reader.Parse(xml, True)
    except Unsafe:
        return True
    except (_Started, *_NO_XML):
        pass
    return False


def is_well_formed(xml: bytes) -> bool:
    """Return True if ``xml`` is well-formed, namespaces included (expat: twice as fast as building a tree)."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(xml, True)
    except _NO_XML:
        return False
    return True


def serialise(root: Element) -> str:
    """A part as text, with the head that Word writes."""
    return HEAD + etree.tostring(root, encoding="unicode")


def fragment(element: Element, root: Element) -> str:
    """``element`` as text that can stand anywhere below ``root``, whose namespaces it does not declare again."""
    bare = deepcopy(element)
    bare.tail = None
    text = etree.tostring(bare, encoding="unicode")
    known = {f' xmlns:{prefix}="{uri}"' for prefix, uri in root.nsmap.items()}
    # A quotation mark inside an attribute is written &quot;, so this can match nothing but a declaration.
    return re.sub(r' xmlns:[\w.-]+="[^"]*"', lambda found: "" if found[0] in known else found[0], text)


def with_w_prefix(root: Element) -> Element:
    """``root`` with the prefix ``w`` for WordprocessingML, which all that is printed into it uses, and no other.

    Raises:
        Mixed: that cannot be, since ``w`` is another namespace somewhere.
    """
    if not _has_other_names(root):
        return root
    # The stubs forget None, the default namespace. No second prefix may be left that children could keep.
    names: Any = {prefix: uri for prefix, uri in root.nsmap.items() if uri != W}
    attributes: Any = root.attrib
    renamed = etree.Element(root.tag, attributes, nsmap={**names, "w": W})
    renamed.extend(list(root))
    if _has_other_names(renamed):
        raise Mixed
    return renamed


def _has_other_names(root: Element) -> bool:
    """Return True if WordprocessingML has another prefix than ``w`` in ``root``, or ``w`` is something else there."""
    declarations: Any = etree.iterwalk(root, events=("start-ns",))
    return any((prefix == "w") is not (uri == W) for _, (prefix, uri) in declarations)


def opening(element: Element) -> tuple[object, ...]:
    """Return the start of ``element`` as it reads, but for its attributes.

    Where two elements have the same, what the one begins the other may end, and the names in it mean the same.
    """
    return element.prefix, element.tag, frozenset(element.nsmap.items())


def set_run_property(rpr: Element, name: str, **attributes: str) -> None:
    """Put ``w:name`` into run properties, instead of one that is there."""
    _put(rpr, name, _made(name, attributes), _RPR)


def put_cell_property(tcpr: Element, name: str, stand_in: Element) -> None:
    """Put ``stand_in`` into cell properties where ``w:name`` belongs, instead of one that is there."""
    _put(tcpr, name, stand_in, _TCPR)


def update_paragraph_property(ppr: Element, name: str, **attributes: str | None) -> None:
    """Set attributes of ``w:name`` in paragraph properties, adding it where it is not there; None takes one away."""
    _update(ppr, name, attributes, _PPR)


def update_section_property(sectpr: Element, name: str, **attributes: str | None) -> None:
    """Set attributes of ``w:name`` in section properties, adding it where it is not there; None takes one away."""
    _update(sectpr, name, attributes, _SECTPR)


def _made(name: str, attributes: Mapping[str, str]) -> Element:
    return etree.Element(w(name), {w(key): value for key, value in attributes.items()}, nsmap={"w": W})


def _update(parent: Element, name: str, attributes: Mapping[str, str | None], order: str) -> None:
    there = parent.findall(w(name))
    found = there[-1] if there else _made(name, {})  # of two, which no program should write, the last one counts
    if not there:
        _put(parent, name, found, order)
    for key, value in attributes.items():
        if value is not None:
            found.set(w(key), value)
        elif w(key) in found.attrib:
            del found.attrib[w(key)]


def _put(parent: Element, name: str, new: Element, order: str) -> None:
    for old in parent.findall(w(name)):
        parent.remove(old)
    names = order.split()
    later = set(map(w, names[names.index(name) + 1 :]))
    parent.insert(next((at for at, child in enumerate(parent) if child.tag in later), len(parent)), new)


def parent_of(element: Element) -> Element:
    """The parent of an element that is not the root."""
    parent = element.getparent()
    assert parent is not None
    return parent


def drop(element: Element) -> None:
    """Take ``element`` out of its parent; the text after it stays."""
    parent = parent_of(element)
    before = element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None  # lxml would carry it along
    parent.remove(element)
