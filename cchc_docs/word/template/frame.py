"""The blocks that templates share: they stand in ``templates/_khung.docx``, each marked by bookmarks.

A block is the paragraph or table with the bookmark ``khung_x``, and what follows up to the one with ``khung_x_het``
where there is such a bookmark. (One bookmark over several paragraphs would say the same, but LibreOffice loses it when
it saves.)
"""

from collections.abc import Iterator

from cchc_docs.word.ooxml.xml import Element, w

FRAME = "_khung.docx"
PREFIX, END = "khung_", "_het"


def blocks(body: Element) -> dict[str, list[Element]]:
    """The blocks of a body, by name: their paragraphs and tables in order.

    Raises ValueError for a block that ends before it begins or was never begun, and for one with a picture or a link,
    whose target would stay behind.
    """
    marks = {mark.get(w("name"), ""): body.index(_top(mark, body)) for mark in body.iter(w("bookmarkStart"))}
    found = {}
    for name, last in marks.items():
        if not name.startswith(PREFIX):
            continue
        block = name.removesuffix(END)
        first = marks.get(block, last + 1)
        found[block] = list(body)[first : marks.get(block + END, first) + 1]
        if not found[block]:
            raise ValueError(f"block {block} ends where it has not begun")
        if any(attribute.startswith("{") and "officeDocument" in attribute for attribute in _attributes(found[block])):
            raise ValueError(f"block {block} refers to another part")
    return found


def _top(element: Element, body: Element) -> Element:
    """The paragraph or table of ``body`` itself in which ``element`` stands."""
    while (parent := element.getparent()) is not body:
        if parent is None:
            raise ValueError(f"{element.tag} stands outside the body")
        element = parent
    return element


def _attributes(elements: list[Element]) -> Iterator[str]:
    return (str(name) for element in elements for child in element.iter() for name in child.attrib)
