"""The sections of a document: its page, its margins, its headers and footers, as their elements say."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cchc_docs.word.check.document import Section
from cchc_docs.word.check.styles import is_on, whole
from cchc_docs.word.ooxml.xml import OFFICE, Element, w

_A4 = (11_906, 16_838)
_VAL, _PPR = w("val"), w("pPr")


def sections_of(root: Element, parts: Mapping[str, str]) -> Iterator[Section]:
    """The sections of the main part; ``parts`` are the targets of its relations by their ids."""
    before = Section(-1, None)
    found = [element for element in root.iter(w("sectPr")) if _is_section(element)]
    for number, element in enumerate(found):
        section = _section(element, number)
        for kind in ("header", "footer"):
            kept: dict[str, str] = dict(getattr(before, f"{kind}s"))
            for reference in element.iterchildren(w(f"{kind}Reference")):
                name = parts.get(reference.get(f"{{{OFFICE}}}id", ""), "")
                kept[reference.get(w("type"), "default")] = name
            setattr(section, f"{kind}s", kept)
        yield section
        before = section
    if not found:
        yield Section(0, None)


def _is_section(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in {w("body"), _PPR}


def _section(element: Element, number: int) -> Section:
    size, margins = element.find(w("pgSz")), element.find(w("pgMar"))
    pages, title, kind = (element.find(w(name)) for name in ("pgNumType", "titlePg", "type"))
    section = Section(number, element)
    if size is not None:
        section = replace(section, width=whole(size.get(w("w")), _A4[0]), height=whole(size.get(w("h")), _A4[1]))
    if margins is not None:
        names = ("top", "bottom", "left", "right", "header")
        found = {name: whole(margins.get(w(name)), getattr(section, name)) for name in names}
        found["top"], found["bottom"] = (
            abs(found["top"]),
            abs(found["bottom"]),
        )  # negative: fixed, however high the header
        for name, value in found.items():
            setattr(section, name, value)
        gutter = whole(margins.get(w("gutter")))
        section.left += gutter
    section.has_title_page = title is not None and is_on(title)
    if pages is not None:
        start = pages.get(w("start"))
        section.starts_at = None if start is None else whole(start)
        section.number_format = pages.get(w("fmt"), "decimal")
    section.kind = "nextPage" if kind is None else kind.get(_VAL, "nextPage")
    return section
