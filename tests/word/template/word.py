"""Small Word files for the tests of the template engine, and what stands in the documents made from them."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.text.paragraph import Paragraph

from cchc_docs.problems import ProblemsFound
from cchc_docs.word.template import Template

Content = str | tuple[str, ...] | list[list[str]]
"""A paragraph; a paragraph of several runs (``*bold``, ``/italic``); a table by rows."""

NAME = "mau.docx"


def blank() -> Document:
    """An empty Word file, without the 800 KB of styles that python-docx's own has: hundreds are opened here."""
    return opened(_blank())


@cache
def _blank() -> bytes:
    document = docx.Document()
    for style in list(document.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            document.styles.element.remove(style.element)
    for part in (document.part, document.part.package):
        for number, relation in list(part.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                del part.rels[number]
    return saved(document)


def word(*content: Content, header: str = "", footer: str = "", title: str = "") -> bytes:
    """A Word file of this content."""
    document = blank()
    for part in content:
        if isinstance(part, list):
            table = document.add_table(rows=0, cols=len(part[0]))
            for row in part:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    add_runs(cell.paragraphs[0], (text,))
        else:
            add_runs(document.add_paragraph(), (part,) if isinstance(part, str) else part)
    section = document.sections[0]
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    document.core_properties.title = title
    return saved(document)


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def add_runs(paragraph: Paragraph, texts: tuple[str, ...]) -> None:
    for text in texts:
        run = paragraph.add_run(text.lstrip("*/") if text[:1] in "*/" else text)
        if text.startswith("*"):
            run.bold = True
        if text.startswith("/"):
            run.italic = True


def rendered(*content: Content, context: Mapping[str, object] | None = None, **parts: str) -> bytes:
    """The document that a template of this content makes."""
    return Template(word(*content, **parts), NAME).render(context or {})


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def lines(*content: Content, context: Mapping[str, object] | None = None) -> list[str]:
    """The paragraphs of that document's body."""
    return [paragraph.text for paragraph in opened(rendered(*content, context=context)).paragraphs]


def rows(*content: Content, context: Mapping[str, object] | None = None) -> list[list[str]]:
    """The cells of its first table."""
    table = opened(rendered(*content, context=context)).tables[0]
    return [[cell.text for cell in row.cells] for row in table.rows]


def runs(paragraph: Paragraph) -> list[str]:
    """Its runs as ``add_runs`` takes them; ``*/`` for both."""
    return [("*" if run.bold else "") + ("/" if run.italic else "") + run.text for run in paragraph.runs]


def part(content: bytes, name: str) -> str:
    """One member of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def with_part(content: bytes, changed: Mapping[str, str | bytes | None]) -> bytes:
    """A Word file with members exchanged, added, or (None) taken out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, data in changed.items():
            if data is not None:
                new.writestr(name, data)
    return stream.getvalue()


def body(xml: str) -> bytes:
    """A Word file with this XML as its body."""
    old = word()
    document = part(old, "word/document.xml")
    start, end = document.index("<w:body>") + len("<w:body>"), document.index("<w:sectPr")
    return with_part(old, {"word/document.xml": document[:start] + xml + document[end:]})


def said(template: bytes, context: Mapping[str, object] | None = None) -> list[str]:
    """Every problem of opening or running a template, as the screen shows it."""
    try:
        Template(template, NAME).render(context or {})
    except ProblemsFound as found:
        return [str(problem) for problem in found.problems]
    return []
