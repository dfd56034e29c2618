"""Whether a ``.docx`` is sound: what Word must find to open it without offering a repair.

``complaints(content)`` goes through every part. Each check is a function of the opened package, and a fact of
ECMA-376: part 2 for the package, part 1 for the document. The order of elements and their values are checked against
the schemas, in ``tests.sound.schema``.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from lxml import etree

from tests.sound.opened import (
    CONTENT_TYPES,
    DRAWING,
    RELATIONS_TYPE,
    RELS,
    STORIES,
    W14,
    Element,
    File,
    R,
    rels_name,
    w,
)
from tests.sound.schema import violations

Check = Callable[[File], Iterator[str]]


def complaints(content: bytes) -> list[str]:
    """All that is wrong with a ``.docx``, a sentence each."""
    file = File(content)
    return [f"{check.__name__}: {what}" for check in CHECKS for what in check(file)] + violations(content)


def twice(values: Iterable[object]) -> list[object]:
    return [value for value, times in Counter(values).items() if times > 1]


def ids(elements: Iterable[Element], name: str = "id") -> list[str]:
    return [str(element.get(w(name))) for element in elements]


# -- The package


def parts_are_whole(file: File) -> Iterator[str]:
    yield from (f"{name} stands twice" for name in twice(name.lower() for name in file.names))
    yield from (
        f"{name} is not well-formed"
        for name in file.names
        if name.endswith((".xml", ".rels")) and name not in file.trees
    )


def content_types_are_complete(file: File) -> Iterator[str]:
    lines = list(file.trees.get(CONTENT_TYPES, ()))
    named = [str(line.get("PartName")) for line in lines if line.get("PartName")]
    yield from (f"{name} has two types" for name in twice(name.lower() for name in named))
    endings = [str(line.get("Extension")).lower() for line in lines if line.get("Extension")]
    yield from (f".{ending} has two types" for ending in twice(endings))
    yield from (f"{name} is declared and not there" for name in named if name[1:] not in file.members)
    yield from (f"{name} has no type" for name in file.names if name != CONTENT_TYPES and name not in file.types)
    yield from (
        f"{name} has the type of something else"
        for name, kind in file.types.items()
        if name.endswith(".rels") != (kind == RELATIONS_TYPE)
    )
    for kind in (*STORIES, "styles", "settings", "numbering", "fontTable"):
        for name in file.targets(file.main, kind):
            if not file.types.get(name, "").endswith(f".{kind}+xml"):
                yield f"{name} is no {kind} by its type"


def relations_are_complete(file: File) -> Iterator[str]:
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        part = waiting.pop()
        lines = file.relations(part)
        yield from (f"{part} has two relations {name}" for name in twice(line.get("Id") for line in lines))
        for target in file.targets(part):
            if target not in file.members:
                yield f"{part or 'the package'} refers to {target}, which is not there"
            elif target not in reached:
                reached.add(target)
                waiting.append(target)
    known = {CONTENT_TYPES, rels_name(""), *reached, *map(rels_name, reached)}
    yield from (f"nothing refers to {name}" for name in file.names if name not in known)
    for part in reached & file.trees.keys():
        there = {line.get("Id") for line in file.relations(part)}
        asked = {value for e in file.trees[part].iter("*") for name, value in e.items() if name.startswith(f"{{{R}}}")}
        yield from (f"{part} asks for a relation {name}, which is not there" for name in sorted(asked - there - {""}))


def links_stay_inside(file: File) -> Iterator[str]:
    for name in file.trees:
        for line in file.trees[name].iter(f"{{{RELS}}}Relationship"):
            if line.get("TargetMode") == "External" and not str(line.get("Type")).endswith("/hyperlink"):
                yield f"{name} fetches {line.get('Target')}"


# -- Ids, and what refers to them


def drawings_are_told_apart(file: File) -> Iterator[str]:
    found = [e.get("id") for root in file.stories.values() for e in root.iter(f"{{{DRAWING}}}docPr")]
    yield from (f"two drawings have the id {number}" for number in twice(found))
    yield from (f"a drawing has the id {number}" for number in found if not 0 < int(number or 0) < 2**31)


def bookmarks_are_whole(file: File) -> Iterator[str]:
    starts, ends = ids(file.each("bookmarkStart")), ids(file.each("bookmarkEnd"))
    yield from (f"two bookmarks have the id {number}" for number in twice(starts))
    yield from (f"bookmark {number} ends twice" for number in twice(ends))
    yield from (f"bookmark {number} has one end" for number in sorted(set(starts) ^ set(ends)))
    names = [name.lower() for name in ids(file.each("bookmarkStart"), "name")]
    yield from (f"two bookmarks are called {name}" for name in twice(names))


def notes_are_referred_to(file: File) -> Iterator[str]:
    for kind, place in (("footnote", "footnotes"), ("endnote", "endnotes"), ("comment", "comments")):
        root = file.part(place)
        notes = (
            [] if root is None else [note for note in root.iter(w(kind)) if note.get(w("type"), "normal") == "normal"]
        )
        every = [] if root is None else ids(root.iter(w(kind)))
        yield from (f"two {place} have the id {number}" for number in twice(every))
        asked = ids(file.each(f"{kind}Reference"))
        yield from (f"{kind} {number} is referred to twice" for number in twice(asked))
        yield from (f"{kind} {number} is not there" for number in asked if number not in ids(notes))
        yield from (f"nothing refers to {kind} {number}" for number in ids(notes) if number not in asked)
        if kind != "comment":
            holders = [e.tag for e in file.each(f"{kind}Reference") for e in e.iterancestors(*map(w, NO_NOTES))]
            yield from (f"a {kind} in a {etree.QName(tag).localname}" for tag in holders)
    ranges = ids(file.each("commentRangeStart")), ids(file.each("commentRangeEnd"))
    yield from (f"the range of comment {number} has one end" for number in sorted(set(ranges[0]) ^ set(ranges[1])))


NO_NOTES = ("txbxContent", "hdr", "ftr", "footnote", "endnote", "comment")


def other_ids_are_unique(file: File) -> Iterator[str]:
    controls = [number for properties in file.each("sdtPr") for number in ids(properties.iterchildren(w("id")), "val")]
    yield from (f"two content controls have the id {number}" for number in twice(controls))
    paragraphs = [str(p.get(f"{{{W14}}}paraId")) for p in file.each("p") if p.get(f"{{{W14}}}paraId")]
    yield from (f"two paragraphs have the id {number}" for number in twice(paragraphs))


def styles_exist(file: File) -> Iterator[str]:
    root = file.part("styles")
    styles = [] if root is None else list(root.iter(w("style")))
    kinds = {str(style.get(w("styleId"))): style.get(w("type")) for style in styles}
    yield from (f"two styles have the id {name}" for name in twice(ids(styles, "styleId")))
    for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        used = set(ids(file.each(tag), "val"))
        yield from (f"{kind} style {name} is used and not there" for name in sorted(used) if kinds.get(name) != kind)
    for style in styles:
        for tag in ("basedOn", "next", "link"):
            for name in ids(style.iterchildren(w(tag)), "val"):
                if name not in kinds:
                    yield f"style {style.get(w('styleId'))} has a {tag} {name}, which is not there"


def lists_exist(file: File) -> Iterator[str]:
    root = file.part("numbering")
    lists = [] if root is None else ids(root.iterchildren(w("num")), "numId")
    kinds = [] if root is None else ids(root.iterchildren(w("abstractNum")), "abstractNumId")
    asked = [] if root is None else ids((e for e in root.iter(w("abstractNumId"))), "val")
    yield from (
        f"list {name} is used and not there" for name in ids(file.each("numId"), "val") if name not in [*lists, "0"]
    )
    yield from (f"list kind {name} is used and not there" for name in asked if name not in kinds)


# -- Tables and texts


def tables_fit_their_grids(file: File) -> Iterator[str]:
    for number, table in enumerate(file.each("tbl"), 1):
        widths = [int(column.get(w("w"), "0")) for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        above: dict[int, int] = {}
        for row in table.iterchildren(w("tr")):
            at, merged = _value(row, "trPr", "gridBefore"), {}
            if not list(row.iterchildren(w("tc"))):
                yield f"a row of table {number} has no cell"
            for cell in row.iterchildren(w("tc")):
                span = _value(cell, "tcPr", "gridSpan", 1)
                yield from (f"table {number}: {what}" for what in _width(cell, widths[at : at + span]))
                merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
                if merge is not None:
                    merged[at] = span
                    if merge.get(w("val"), "continue") == "continue" and above.get(at) != span:
                        yield f"a merged cell of table {number} has no beginning"
                at += span
            at += _value(row, "trPr", "gridAfter")
            if at != len(widths):
                yield f"table {number} has {len(widths)} columns, a row {at}"
            above = merged


def _value(element: Element, properties: str, name: str, otherwise: int = 0) -> int:
    found = element.find(f"{w(properties)}/{w(name)}")
    return otherwise if found is None else int(found.get(w("val"), "0"))


def _width(cell: Element, columns: list[int]) -> Iterator[str]:
    """A cell's width is that of its columns; a point is allowed for what programs round."""
    asked = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if asked is not None and asked.get(w("type")) == "dxa" and abs(int(asked.get(w("w"), "0")) - sum(columns)) > 20:
        yield f"a cell is {asked.get(w('w'))} wide, its columns {sum(columns)}"


def texts_end_in_paragraphs(file: File) -> Iterator[str]:
    for holder in file.each("tc", "txbxContent", "footnote", "endnote", "comment", "hdr", "ftr"):
        blocks = [child for child in holder if child.tag not in (w("tcPr"), w("bookmarkEnd"), w("bookmarkStart"))]
        if not blocks or blocks[-1].tag not in (w("p"), w("sdt")):
            yield f"a {etree.QName(holder).localname} does not end in a paragraph"
    for body in file.each("body"):
        if any((left.tag, right.tag) == (w("tbl"), w("tbl")) for left, right in pairwise(body)):
            yield "two tables follow each other and would be read as one"


def fields_are_whole(file: File) -> Iterator[str]:
    for name, root in file.stories.items():
        kinds = ids(root.iter(w("fldChar")), "fldCharType")
        if kinds.count("begin") != kinds.count("end") or kinds.count("separate") > kinds.count("begin"):
            yield f"{name} has a field without beginning or end"


def nothing_is_left_over(file: File) -> Iterator[str]:
    """Marks of the compiler."""
    for name, root in file.stories.items():
        yield from (f"{name} holds an instruction {e.target}" for e in root.iter(etree.ProcessingInstruction))
        for element in root.iter(*map(w, ("tbl", "tr", "tc", "p", "r", "t"))):
            yield from (f"{name} has an attribute {key}" for key in element.attrib if not str(key).startswith("{"))


CHECKS: tuple[Check, ...] = (
    parts_are_whole,
    content_types_are_complete,
    relations_are_complete,
    links_stay_inside,
    drawings_are_told_apart,
    bookmarks_are_whole,
    notes_are_referred_to,
    other_ids_are_unique,
    styles_exist,
    lists_exist,
    tables_fit_their_grids,
    texts_end_in_paragraphs,
    fields_are_whole,
    nothing_is_left_over,
)
