"""``make templates``: what templates share is kept once, in templates/_khung.docx, and copied into all the others.

Shared are the styles, how lines are set (the compatibility settings), and the blocks (``word.template.frame``). A
template has the blocks that it needs; all else in it is its own. A block that it has twice (two appendices) is
``khung_x_2`` the second time: names of bookmarks are unique.
"""

import re
import sys
import zipfile
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from lxml import etree

from cchc_docs.word.template.frame import FRAME, blocks

FOLDER = Path(__file__).parent.parent / "templates"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAME, _ID, _VAL, _STYLE_ID = f"{_W}name", f"{_W}id", f"{_W}val", f"{_W}styleId"
# Elements that name a style by its id.
_STYLE_USERS = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
_OLDEST = (1980, 1, 1, 0, 0, 0)  # that a zip file can say; the same bytes at any time

Element = etree._Element  # noqa: SLF001 - lxml exports no public name for the type of its elements
Parts = dict[str, bytes]


def read_parts(path: Path) -> Parts:
    """The parts of a Word file by name, in their order."""
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def write_parts(parts: Parts) -> bytes:
    """A Word file of these parts: the same bytes for the same parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, _OLDEST), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def fill(frame: Parts, template: Parts) -> Parts:
    """``template`` with the blocks, styles and line settings of ``frame``; unchanged parts keep their bytes.

    Raises ValueError for a block that the frame does not have.
    """
    result = dict(template)
    result["word/settings.xml"] = _fill_settings(frame["word/settings.xml"], template["word/settings.xml"])
    shared_styles, styles = (etree.fromstring(parts["word/styles.xml"]) for parts in (frame, template))
    renamed = _fill_styles(shared_styles, styles)
    result["word/styles.xml"] = _serialised(styles, template["word/styles.xml"])
    for name, content in template.items():
        if re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes)\.xml", name):
            root = etree.fromstring(content)
            _use_styles(root, renamed)
            if name == "word/document.xml":
                _fill_blocks(etree.fromstring(frame[name])[0], root[0])
            result[name] = _serialised(root, content)
    return result


def _fill_settings(shared: bytes, own: bytes) -> bytes:
    """The settings ``own`` with the shared ``w:compat``, which Word and LibreOffice always write."""
    root, name = etree.fromstring(own), f"{_W}compat"
    for old, new in zip(root.findall(name), etree.fromstring(shared).findall(name), strict=True):
        root.replace(old, new)
    return _serialised(root, own)


def _fill_blocks(shared: Element, body: Element) -> None:
    known = blocks(shared)
    for name, old in blocks(body).items():
        if shared_name(name) not in known:
            raise ValueError(f"{FRAME} has no block {name}")
        place = body.index(old[0])
        for element in old:
            body.remove(element)
        for offset, element in enumerate(map(deepcopy, known[shared_name(name)])):
            for mark in element.iter(f"{_W}bookmarkStart"):
                mark.set(_NAME, mark.get(_NAME, "").replace(shared_name(name), name))
            body.insert(place + offset, element)
    _number_bookmarks(body)


def shared_name(name: str) -> str:
    """What the frame calls the block: ``khung_x`` for the template's second, ``khung_x_2``."""
    return re.sub(r"_\d+$", "", name)


def _number_bookmarks(body: Element) -> None:
    """Give every bookmark an id of its own; a copied block brings one that may be taken."""
    open_now: dict[str | None, str] = {}
    for number, mark in enumerate(body.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd")):
        if mark.tag == f"{_W}bookmarkStart":
            open_now[mark.get(_ID)] = str(number)
            mark.set(_ID, str(number))
        else:
            mark.set(_ID, open_now.pop(mark.get(_ID), str(number)))


def _fill_styles(shared: Element, styles: Element) -> dict[str, str]:
    """Put the shared defaults and styles into ``styles``; which ids of the template's changed, since a name counts.

    LibreOffice makes new ids from the names when it saves.
    """
    renamed = {}
    ids = {_style_name(style): style.get(_STYLE_ID, "") for style in shared.iter(f"{_W}style")}
    for old in list(styles.iter(f"{_W}style", f"{_W}docDefaults")):
        own_id, name = old.get(_STYLE_ID, ""), _style_name(old)
        if old.tag == f"{_W}docDefaults" or name in ids or own_id in ids.values():
            styles.remove(old)
            if ids.get(name, own_id) != own_id:
                renamed[own_id] = ids[name]
    _use_styles(styles, renamed)
    for place, style in enumerate(shared.iter(f"{_W}docDefaults", f"{_W}style")):
        styles.insert(place, deepcopy(style))
    return renamed


def _style_name(style: Element) -> str:
    name = style.find(f"{_W}name")
    return "" if name is None else name.get(_VAL, "")


def _use_styles(root: Element, renamed: dict[str, str]) -> None:
    for user in root.iter(*(f"{_W}{name}" for name in _STYLE_USERS)):
        if (new := renamed.get(user.get(_VAL, ""))) is not None:
            user.set(_VAL, new)


def _serialised(root: Element, old: bytes) -> bytes:
    """The part as bytes; the old ones where nothing but the way of writing it changed."""
    if etree.tostring(root, method="c14n") == etree.tostring(etree.fromstring(old), method="c14n"):
        return old
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def make_templates(folder: Path = FOLDER) -> list[Path]:
    """Copy blocks and styles into every template of ``folder``; the files that changed."""
    frame = read_parts(folder / FRAME)
    changed = []
    for path in sorted(folder.glob("[!_~.]*.docx")):
        old = read_parts(path)
        if (new := fill(frame, old)) != old:
            path.write_bytes(write_parts(new))
            changed.append(path)
    return changed


if __name__ == "__main__":
    for path in make_templates(*map(Path, sys.argv[1:])):
        print(path)
