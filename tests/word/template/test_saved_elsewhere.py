"""Templates as Word, LibreOffice and WPS save them make the documents that clean ones make.

A program that saves a template may cut its runs anywhere and give each piece marks of its own. Here that is done to the
shipped templates, to blank kinds and to small ones with every tag, at random, and what they print is compared.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cchc_docs.authoring.dictionary import example_context
from cchc_docs.authoring.kinds import KINDS
from cchc_docs.files import example_file, shipped
from cchc_docs.word.template import Template
from cchc_docs.word.template.assemble import assemble
from cchc_docs.word.template.frame import FRAME
from cchc_docs.working_folder.opened import open_data
from tests.pdf import convert
from tests.sound.samples import SAMPLES
from tests.word.template.word import part, with_part

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PARTS = ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml")

CHECKED = open_data(example_file())
CONTEXT = example_context(CHECKED.types["ke_hoach"], CHECKED.inputs)
FOLDER = shipped("templates")
TEMPLATES: dict[str, tuple[bytes, Mapping[str, object]]] = {
    **{f"sample: {name}": (sample.template, sample.context) for name, sample in SAMPLES.items()},
    **{
        kind.name: (assemble((FOLDER / FRAME).read_bytes(), kind.parts(""), {}), CONTEXT | {"trich_yeu": "Thử"})
        for kind in KINDS.values()
    },
    **{
        path.stem: (path.read_bytes(), example_context(CHECKED.types[path.stem], CHECKED.inputs))
        for path in sorted(FOLDER.glob("[!_]*.docx"))
        if not CHECKED.types[path.stem].settings.ky and CHECKED.types[path.stem].settings.pham_vi == "co_quan"
    },
}


# -- What saving does


def w(element: str, /, **attributes: str) -> Element:
    return etree.Element(W + element, {W + key: value for key, value in attributes.items()}, nsmap={"w": W[1:-1]})


def rsid(rng: random.Random) -> str:
    return f"00{rng.randrange(16**6):06X}"


def split_runs(root: Element, rng: random.Random) -> None:
    """Cut runs of plain text into pieces, each with the run's properties and an editing session of its own."""
    for run in list(root.iter(W + "r")):
        texts = [child for child in run if child.tag == W + "t"]
        if len(texts) != 1 or len([child for child in run if child.tag != W + "rPr"]) != 1:
            continue
        text = texts[0].text or ""
        cuts = sorted({0, len(text), *(at for at in range(1, len(text)) if rng.random() < 0.15)})
        for start, end in pairwise(cuts):
            piece = deepcopy(run)
            piece.tail = None
            words = piece.find(W + "t")
            assert words is not None
            words.text = text[start:end]
            words.set(XML_SPACE, "preserve")
            piece.set(W + "rsidR", rsid(rng))
            run.addprevious(piece)
        if len(cuts) > 1:
            run.getparent().remove(run)  # type: ignore[union-attr]


def mark_sessions(root: Element, rng: random.Random) -> None:
    """rsids, and Word's spelling and page marks, between runs and in them."""
    for element in root.iter(W + "p", W + "tr"):
        element.set(W + "rsidR", rsid(rng))
        element.set(W + "rsidRDefault" if element.tag == W + "p" else W + "rsidTr", rsid(rng))
    for run in list(root.iter(W + "r")):
        if rng.random() < 0.2:
            run.addprevious(w("proofErr", type=rng.choice(["spellStart", "gramStart"])))
            run.addnext(w("proofErr", type=rng.choice(["spellEnd", "gramEnd"])))
        if rng.random() < 0.05 and run.find(W + "t") is not None:
            run.insert(int(run.find(W + "rPr") is not None), w("lastRenderedPageBreak"))


def mark_languages(root: Element, rng: random.Random) -> None:
    """What LibreOffice and WPS add to the properties of single runs: language, font hint, empty properties."""
    for run in root.iter(W + "r"):
        properties = run.find(W + "rPr")
        if rng.random() < 0.3:
            if properties is None:
                properties = w("rPr")
                run.insert(0, properties)
            if properties.find(W + "lang") is None and rng.random() < 0.7:
                at = next((n for n, one in enumerate(properties) if one.tag == W + "oMath"), len(properties))
                properties.insert(at, w("lang", val=rng.choice(["en-US", "vi-VN"]), eastAsia="zh-CN"))
            if properties.find(W + "rFonts") is None and rng.random() < 0.5:
                properties.insert(int(properties.find(W + "rStyle") is not None), w("rFonts", hint="eastAsia"))


def wrap_in_smart_tags(root: Element, rng: random.Random) -> None:
    """Word 2003 and WPS put names and places into smart tags, one in another too."""
    for paragraph in list(root.iter(W + "p")):
        runs = paragraph.findall(W + "r")
        if len(runs) < 2 or rng.random() < 0.5:
            continue
        start = rng.randrange(len(runs) - 1)
        wanted = runs[start : start + rng.randrange(1, 4)]
        for nested in range(rng.choice([1, 1, 2])):
            first = wanted[0]
            tag = w("smartTag", uri="urn:schemas-microsoft-com:office:smarttags", element=f"place{nested}")
            first.addprevious(tag)
            together = []
            following = first
            while following is not None and (following in wanted or following.tag != W + "r"):
                together.append(following)
                if following is wanted[-1]:
                    break
                following = following.getnext()
            tag.extend(together)
            wanted = [tag]


def set_bookmarks(root: Element, rng: random.Random) -> None:
    """Bookmarks that begin and end in the middle of tags, as Word's _GoBack does where someone was writing last."""
    runs = [run for run in root.iter(W + "r") if run.getparent().tag == W + "p"]  # type: ignore[union-attr]
    for run in rng.sample(runs, min(5, len(runs))):
        number = rng.randrange(1_000, 10**6)
        run.addprevious(w("bookmarkStart", id=str(number), name=f"_Dau{number}"))
        run.addnext(w("bookmarkEnd", id=str(number)))


MUTATIONS: tuple[Callable[[Element, random.Random], None], ...] = (
    split_runs,
    mark_languages,
    mark_sessions,
    set_bookmarks,
    wrap_in_smart_tags,
)


def saved_elsewhere(template: bytes, rng: random.Random, *only: Callable[[Element, random.Random], None]) -> bytes:
    """The template after some rounds of saving."""
    changed = {}
    for name in PARTS:
        try:
            root = etree.fromstring(part(template, name).encode())
        except KeyError:
            continue
        for mutate in only or MUTATIONS:
            mutate(root, rng)
        changed[name] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return with_part(template, changed)


# -- What a document says


def content(document: bytes) -> list[str]:
    """The document as its reader sees it: every paragraph's texts with their format, and what stands around them."""
    found = []
    for name in PARTS:
        try:
            root = etree.fromstring(part(document, name).encode())
        except KeyError:
            continue
        found += [name, *_seen(root)]
    return found


_UNSEEN = ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "lang", "rsid")


def _seen(element: Element) -> Iterator[str]:
    if element.tag == W + "p":
        yield f"p {_format(element.find(W + 'pPr'))}"
        yield from _runs(element)
        return
    name = etree.QName(element).localname
    if name in ("tr", "tc", "tbl", "sectPr", "footnote"):
        yield name + (_format(element.find(W + f"{name}Pr")) if name != "sectPr" else _format(element))
    if name != "sectPr":
        for child in element:
            yield from _seen(child)


def _runs(paragraph: Element) -> Iterator[str]:
    """The texts of a paragraph, those of one format put together."""
    joined: list[list[str]] = []
    for run in paragraph.iter(W + "r"):
        properties = _format(run.find(W + "rPr"))
        for piece in run:
            if piece.tag == W + "rPr" or piece.tag == W + "lastRenderedPageBreak":
                continue
            text = piece.text or "" if piece.tag == W + "t" else f"<{etree.QName(piece).localname}>"
            if joined and joined[-1][0] == properties:
                joined[-1][1] += text
            elif text:
                joined.append([properties, text])
    return (f"{properties} {text}" for properties, text in joined)


def _format(properties: Element | None) -> str:
    if properties is None:
        return ""
    shown = []
    for element in properties.iter():
        name = etree.QName(element).localname
        if element is properties or name in _UNSEEN or (name == "rFonts" and list(element.attrib) == [W + "hint"]):
            continue
        values = " ".join(sorted(str(value) for key, value in element.attrib.items() if "rsid" not in str(key)))
        shown.append(f"{name}:{values}")
    return "{" + ",".join(shown) + "}" if shown else ""


# -- They say the same


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("name", [name for name in TEMPLATES if not name.endswith("_trang")])
def test_each_way_of_saving(name: str, mutate: Callable[[Element, random.Random], None]) -> None:
    template, context = TEMPLATES[name]
    rng = random.Random(f"{name} {mutate.__name__}")
    saved = saved_elsewhere(template, rng, *([split_runs, mutate] if mutate is not split_runs else [mutate]))
    assert saved != template
    assert content(Template(saved).render(context)) == content(Template(template).render(context))


@settings(max_examples=20)
@given(st.sampled_from(sorted(TEMPLATES)), st.integers(0, 10**6))
def test_all_ways_of_saving_together(name: str, seed: int) -> None:
    template, context = TEMPLATES[name]
    saved = saved_elsewhere(template, random.Random(seed))
    assert content(Template(saved).render(context)) == content(Template(template).render(context))


def test_what_libreoffice_itself_saves(tmp_path: Path) -> None:
    names = [name for name in TEMPLATES if not name.startswith("sample")]
    saved = convert({name: TEMPLATES[name][0] for name in names}, tmp_path, "docx")
    for name in names:
        template, context = TEMPLATES[name]
        # It writes formats in its own way; texts and their order must be the same.
        one, other = (texts(Template(content).render(context)) for content in (template, saved[name].read_bytes()))
        assert one == other


def texts(document: bytes) -> list[str]:
    root = etree.fromstring(part(document, "word/document.xml").encode())
    return ["".join(paragraph.itertext(W + "t")) for paragraph in root.iter(W + "p")]


def test_the_comparison_sees_a_lost_letter_and_a_lost_format() -> None:
    template, context = TEMPLATES["cong_van_trang"]
    clean = Template(template).render(context)
    xml = part(clean, "word/document.xml")
    for old, new in (("Trân trọng", "Trân trọg"), ("<w:tblHeader/>", ""), ('w:val="KinhGui"', 'w:val="NoiDung"')):
        other = with_part(clean, {"word/document.xml": xml.replace(old, new)})
        assert (content(other) != content(clean)) == (old in xml)
