"""A Word file as text that can be read and compared: ``python -m tools.dump FILE.docx``.

Every paragraph with its style and its own formatting, tables, sections, bookmarks, drawings, headers, notes, how lines
are set, and the styles. What XML writes in many ways (order of attributes, namespaces, ids) is left out, so a
difference is one that a reader sees.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tools.templates import Element, read_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STEP = "  "
# Twips to mm, so that a margin can be compared with the decree's.
_LENGTHS = {"w", "h", "top", "right", "bottom", "left", "header", "footer", "gutter", "firstLine", "hanging"}


def dump(path: Path) -> str:
    """The readable text of the Word file at ``path``, one line a thing, ending with a newline."""
    parts = read_parts(path)
    names = _style_names(etree.fromstring(parts["word/styles.xml"]))
    targets = _targets(parts.get("word/_rels/document.xml.rels", b"<none/>"))
    lines = list(_block(etree.fromstring(parts["word/document.xml"])[0], names, targets, 0))
    for name in sorted(parts):
        if re.fullmatch(r"word/(header\d*|footer\d*|footnotes)\.xml", name):
            lines += ["", f"== {name}", *_block(etree.fromstring(parts[name]), names, targets, 0)]
    if "docProps/core.xml" in parts:
        core = etree.fromstring(parts["docProps/core.xml"])
        lines += ["", "== docProps/core.xml", *(f"{_local(child)}: {child.text or ''}" for child in core)]
    settings = etree.fromstring(parts["word/settings.xml"])
    lines += ["", "== word/settings.xml", _properties(settings.find(f"{_W}compat"), names)]
    lines += ["", "== word/styles.xml", *_styles(etree.fromstring(parts["word/styles.xml"]))]
    lines += ["", "== parts", *sorted(parts)]
    return "\n".join(lines) + "\n"


def _block(parent: Element, names: dict[str, str], targets: dict[str, str], depth: int) -> Iterator[str]:
    """Paragraphs, tables and sections below ``parent``."""
    pad = _STEP * depth
    for child in parent:
        tag = _local(child)
        if tag == "p":
            yield pad + _paragraph(child, names)
            section = child.find(f"{_W}pPr/{_W}sectPr")
            if section is not None:
                yield from _section(section, targets)
        elif tag == "tbl":
            yield pad + "table " + _properties(child.find(f"{_W}tblPr"), names)
            yield pad + "grid " + " | ".join(_mm(column.get(f"{_W}w", "")) for column in child.iter(f"{_W}gridCol"))
            for row in child.iterchildren(f"{_W}tr"):
                yield pad + _STEP + "row " + _properties(row.find(f"{_W}trPr"), names)
                for cell in row.iterchildren(f"{_W}tc"):
                    yield pad + _STEP * 2 + "cell " + _properties(cell.find(f"{_W}tcPr"), names)
                    yield from _block(cell, names, targets, depth + 3)
        elif tag == "sectPr":
            yield from _section(child, targets)
        elif tag == "footnote":
            yield from _block(child, names, targets, depth + 1)


def _section(section: Element, targets: dict[str, str]) -> Iterator[str]:
    yield "-- section ends --"
    for child in section:
        text = _property(child, {})
        reference = next((value for name, value in child.attrib.items() if "officeDocument" in str(name)), None)
        yield _STEP + text + (f" = {targets.get(str(reference), '?')}" if reference else "")


def _paragraph(paragraph: Element, names: dict[str, str]) -> str:
    own = paragraph.find(f"{_W}pPr")
    style = own.find(f"{_W}pStyle") if own is not None else None
    label = names.get(style.get(f"{_W}val", ""), "?") if style is not None else "Normal"
    extra = _properties(own, names, leave=("pStyle", "sectPr", "rPr"))
    return f"[{label}{'; ' + extra if extra else ''}] {''.join(_inline(paragraph, names))}".rstrip()


def _inline(paragraph: Element, names: dict[str, str]) -> Iterator[str]:
    """The runs as text; formatting of their own in braces before them, when it changes."""
    formatting = ""
    for child in paragraph.iter(f"{_W}r", f"{_W}bookmarkStart", f"{_W}bookmarkEnd"):
        if _local(child) != "r":
            yield f"<{child.get(f'{_W}name')}>" if _local(child) == "bookmarkStart" else "</>"
            continue
        own = _properties(child.find(f"{_W}rPr"), names)
        if own != formatting:
            yield f"⟨{own}⟩"
            formatting = own
        for piece in child:
            yield _piece(piece)


def _piece(piece: Element) -> str:
    match _local(piece):
        case "t" | "instrText" | "delText":
            return piece.text or ""
        case "rPr":
            return ""
        case "br" | "tab" as tag:
            return f"⟨{tag}⟩"
        case "fldChar":
            return f"⟨field {piece.get(f'{_W}fldCharType')}⟩"
        case tag:
            return f"⟨{tag}⟩"


def _styles(root: Element) -> Iterator[str]:
    names = _style_names(root)
    for default in root.iterfind(f"{_W}docDefaults/*"):
        inner = default.find("*")
        yield f"{_local(default)}: {_properties(inner, names)}"
    for style in root.iterchildren(f"{_W}style"):
        kind, name = style.get(f"{_W}type", ""), names[style.get(f"{_W}styleId", "")]
        own = [
            f"{_local(child)}({_properties(child, names)})" if len(child) else _property(child, names)
            for child in style
            if _local(child) not in ("name", "qFormat", "uiPriority", "semiHidden", "unhideWhenUsed")
        ]
        yield f"{kind} {name}: {', '.join(own)}"


def _style_names(root: Element) -> dict[str, str]:
    names = ((style.get(f"{_W}styleId", ""), style.find(f"{_W}name")) for style in root.iter(f"{_W}style"))
    return {style_id: "" if name is None else name.get(f"{_W}val", "") for style_id, name in names}


def _targets(rels: bytes) -> dict[str, str]:
    return {rel.get("Id", ""): rel.get("Target", "") for rel in etree.fromstring(rels)}


def _properties(holder: Element | None, names: dict[str, str], leave: tuple[str, ...] = ()) -> str:
    if holder is None:
        return ""
    return ", ".join(_property(child, names) for child in holder if _local(child) not in leave)


def _property(element: Element, names: dict[str, str]) -> str:
    """``spacing before=120 after=0``; a style by its name; what holds others, with them in brackets."""
    values = []
    for full_name, value in element.attrib.items():
        name = _local_name(full_name)
        if "officeDocument" not in str(full_name):
            values.append(names.get(str(value), str(value)) if name == "val" else f"{name}={_length(name, str(value))}")
    inner = [_property(child, names) for child in element]
    return " ".join([_local(element), *values]) + (f"({', '.join(inner)})" if inner else "")


def _length(name: str, value: str) -> str:
    return _mm(value) if name in _LENGTHS else value


def _mm(twips: str) -> str:
    return f"{int(twips) * 25.4 / 1440:.1f}mm" if re.fullmatch(r"-?\d+", twips) else twips


def _local(element: Element) -> str:
    return _local_name(element.tag)


def _local_name(name: object) -> str:
    return str(name).rpartition("}")[2]


if __name__ == "__main__":
    print(dump(Path(sys.argv[1])), end="")
