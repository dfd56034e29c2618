"""A ``.docx`` opened for looking at: its members, their types, what refers to what."""

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property
from posixpath import dirname, join, normpath

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
CONTENT_TYPES = "[Content_Types].xml"
RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
STORIES = ("document", "header", "footer", "footnotes", "endnotes", "comments")

Element = etree._Element


def w(name: str) -> str:
    return f"{{{W}}}{name}"


class File:
    """An opened ``.docx``: its members and their trees.

    Raises:
        zipfile.BadZipFile: it is no zip, or a member does not fit its checksum.
    """

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.names = archive.namelist()
            self.members = {name: archive.read(name) for name in self.names}

    @cached_property
    def trees(self) -> dict[str, Element]:
        """The XML parts that are well-formed."""
        trees = {}
        for name, content in self.members.items():
            if name.endswith((".xml", ".rels")):
                try:
                    trees[name] = etree.fromstring(content)
                except etree.XMLSyntaxError:
                    continue
        return trees

    @cached_property
    def types(self) -> dict[str, str]:
        """The content type of each part, as far as it has one."""
        lines = list(self.trees.get(CONTENT_TYPES, ()))
        endings = {str(line.get("Extension")).lower(): line.get("ContentType") for line in lines}
        named = {str(line.get("PartName"))[1:]: line.get("ContentType") for line in lines if line.get("PartName")}
        found = {name: named.get(name) or endings.get(name.rpartition(".")[2].lower()) for name in self.names}
        return {name: kind for name, kind in found.items() if kind}

    def relations(self, part: str) -> list[Element]:
        return list(self.trees.get(rels_name(part), ()))

    def targets(self, part: str, kind: str = "") -> list[str]:
        """The parts that ``part`` refers to, by any or by one kind of relation."""
        return [
            resolved(part, line)
            for line in self.relations(part)
            if line.get("TargetMode") != "External" and str(line.get("Type")).endswith(kind and f"/{kind}")
        ]

    @cached_property
    def main(self) -> str:
        return next(iter(self.targets("", "officeDocument")), "")

    @cached_property
    def stories(self) -> dict[str, Element]:
        """The parts that hold text."""
        names = [self.main, *(name for kind in STORIES for name in self.targets(self.main, kind))]
        return {name: self.trees[name] for name in dict.fromkeys(names) if name in self.trees}

    def part(self, kind: str) -> Element | None:
        return next((self.trees[name] for name in self.targets(self.main, kind) if name in self.trees), None)

    def each(self, *names: str) -> Iterator[Element]:
        """All elements of these names in the texts."""
        return (element for root in self.stories.values() for element in root.iter(*map(w, names)))


def rels_name(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return join(folder, "_rels", f"{name}.rels")


def resolved(part: str, line: Element) -> str:
    target = str(line.get("Target"))
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
