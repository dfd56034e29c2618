"""Three ways from a template and a context to a file: docxtpl, ours, and the least that any way must do."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import jinja2
from docxtpl import DocxTemplate

from cchc_docs.word.ooxml.package import pack, write
from cchc_docs.word.template import Template

Render = Callable[[Mapping[str, object], Path], object]
"""Writes the document for a context."""


def docxtpl_way(template: Path) -> Render:
    """As its users do: a new object for every document, escaping on."""

    def render(context: Mapping[str, object], path: Path) -> None:
        document = DocxTemplate(template)
        document.render(dict(context), autoescape=True)
        document.save(path)

    return render


def our_way(template: Path) -> Render:
    """Compiled once."""
    compiled = Template(template)
    return lambda context, path: path.write_bytes(compiled.render(context))


def floor(template: Path) -> Render:
    """Plain Jinja of source that docxtpl prepared once, deflate, one write: no checks, no line breaks, no sandbox."""
    environment = jinja2.Environment(autoescape=True)
    patch = DocxTemplate(template).patch_xml
    sources: dict[str, jinja2.Template] = {}
    members = {}
    with zipfile.ZipFile(template) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            members[name] = pack(name, content)
            if b"{{" in content and name.startswith("word/"):
                sources[name] = environment.from_string(patch(content.decode()))

    def render(context: Mapping[str, object], path: Path) -> None:
        changed = {name: pack(name, source.render(context).encode()) for name, source in sources.items()}
        path.write_bytes(write((members | changed).values()))

    return render
