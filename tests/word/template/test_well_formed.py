"""Every document is well-formed, whatever the first one of its template was.

Only that one is read again before it is written; of the others it is known, for blocks end where they began. Here are
templates that tried to make it otherwise, and a search for more.
"""

import io
import zipfile
from collections.abc import Mapping
from xml.parsers import expat

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from cchc_docs.problems import ProblemsFound
from cchc_docs.text.normal import MarkedText
from cchc_docs.word.ooxml.xml import W
from cchc_docs.word.template import Template
from tests.sound.samples import P
from tests.word.template.word import NAME, body, part, said, with_part, word

Context = Mapping[str, object]


def broken(document: bytes) -> list[str]:
    """The members of a Word file that no XML reader takes."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return [name for name in archive.namelist() if not is_well_formed(archive.read(name))]


def is_well_formed(content: bytes) -> bool:
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(content, True)
    except expat.ExpatError:
        return False
    return True


def with_properties(xml: str) -> bytes:
    """A Word file with these properties beside the usual ones."""
    old = word("a")
    core = part(old, "docProps/core.xml")
    return with_part(old, {"docProps/core.xml": core.replace("</cp:coreProperties>", f"{xml}</cp:coreProperties>")})


# -- Templates that once made what no XML reader takes, with a first context that showed nothing of it

GRID = '<w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>'
ROW = f"<w:tr><w:tc>{P}</w:tc></w:tr>"
ROWS = "".join(map(ROW.format, ("{%tr for x in ds %}", "{{ x }}", "{%tr endfor %}")))
OTHER_W = '<{p}p xmlns{x}="' + W + '"><{p}r><{p}t>{text}</{p}t></{p}r></{p}p>'
BOX = "<w:r><w:pict><w:txbxContent><w:p></w:p></w:txbxContent></w:pict></w:r>"
OPTIONAL = P.format("{%p if a %}") + P.format("b") + P.format("{%p endif %}")

HIDDEN: dict[str, tuple[bytes, Context, Context]] = {
    "a line break where w has another name": (
        body(OTHER_W.format(p="x:", x=":x", text="{{ a }}")),
        {"a": "b"},
        {"a": "b\nc"},
    ),
    "marks where w is the default": (
        body(OTHER_W.format(p="", x="", text="{{ a }}")),
        {"a": "b"},
        {"a": MarkedText("**b**")},
    ),
    "a block from a paragraph to one of another prefix": (
        body(P.format("{% if a %}b") + OTHER_W.format(p="x:", x=":x", text="c{% endif %}")),
        {"a": 1},
        {"a": 0},
    ),
    "a table with an attribute loses its rows": (
        body(f"<w:tbl>{GRID}{ROW.format('a')}</w:tbl><w:tbl w:x='1'>{GRID}{ROWS}</w:tbl><w:p/>"),
        {"ds": [1]},
        {"ds": []},
    ),
    "a table whose grid stands at its end gets a row with a table": (
        body(
            f"<w:tbl><w:tblPr/>{ROW.format('{%tr if a %}')}<w:tr><w:tc><w:tbl>{GRID}{ROW.format('b')}</w:tbl><w:p/>"
            f"</w:tc></w:tr>{ROW.format('{%tr endif %}')}<w:tblGrid/></w:tbl><w:p/>"
        ),
        {"a": 0},
        {"a": 1},
    ),
    "a section that ends in a paragraph with a text box": (
        body(P.format("a") + f"<w:p>{BOX}<w:pPr><w:sectPr></w:sectPr></w:pPr></w:p>{OPTIONAL}"),
        {"a": 1},
        {"a": 0},
    ),
    "a section with a tracked change": (
        body(
            f"{P.format('a')}<w:p><w:pPr><w:sectPr><w:sectPrChange w:id='1' w:author='B'><w:sectPr></w:sectPr>"
            f"</w:sectPrChange></w:sectPr></w:pPr></w:p>{OPTIONAL}"
        ),
        {"a": 1},
        {"a": 0},
    ),
}


@pytest.mark.parametrize("what", HIDDEN)
def test_what_the_first_document_does_not_show(what: str) -> None:
    template, first, second = HIDDEN[what]
    compiled = Template(template)
    assert [broken(compiled.render(context)) for context in (first, second, first)] == [[], [], []]


REFUSED: dict[str, tuple[bytes, str]] = {
    "a block from one property of the file to the next": (
        with_properties("<a>{% if a %}b</a><c>d{% endif %}</c>"),
        "Lỗi: mau.docx, thuộc tính của tệp, đoạn “d{% endif %}”: Thẻ “{% endif %}” không cùng cấp với thẻ mở khối "
        "“{% if a %}”. Hai thẻ phải cùng loại ({%p với {%p, {%tr với {%tr …) và cùng trong một bảng, một ô, hoặc cùng "
        "ngoài bảng.",
    ),
    "a block that takes a declaration along": (
        body(P.format("{% if a %}b") + '<w:p xmlns:q="urn:q"><w:r><w:t>c{% endif %}</w:t></w:r><q:d/></w:p>'),
        "Lỗi: mau.docx, thân văn bản, đoạn “c{% endif %}”: Thẻ “{% endif %}” không cùng cấp với thẻ mở khối "
        "“{% if a %}”. Hai thẻ phải cùng loại ({%p với {%p, {%tr với {%tr …) và cùng trong một bảng, một ô, hoặc cùng "
        "ngoài bảng.",
    ),
    "w for something else": (
        body(f'<x:p xmlns:x="{W}" xmlns:w="urn:w"><x:r><x:t>{{{{ a }}}}</x:t></x:r></x:p>'),
        "Lỗi: mau.docx: Phần “word/document.xml” của tệp bị hỏng. Mở tệp bằng Word rồi lưu lại dạng Word Document "
        "(.docx).",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_document_could_be_made_of_in_every_case(what: str) -> None:
    template, sentence = REFUSED[what]
    assert said(template, {"a": 1}) == [sentence]


# -- The search: templates of every construct, and such in which tags were put anywhere

VALUES = (
    "{{ a }}",
    "{{ b|upper }}",
    "{{ -so }}",
    "{{ x }}",
    "{{ ds|noi }}",
    "{{ a|duong_ke(0.5) }}",
    "{{r a }}",
    "chữ",
)
INLINE = (
    "{% if c %}{{ a }}{% elif b %}b{% else %}{{ b }}{% endif %}",
    "{% for x in ds -%} {{ x }}; {%- endfor %}",
    "{% set n = ds|length %}{{ n }}",
    "{% with n = a %}{{ n }}{% endwith %}",
    "{%r if c %}{{ a }}{%r endif %}",
    "{# ghi chú #}",
)
BLOCKS = (
    ("{%{} for x in ds %}", "{%{} endfor %}"),
    ("{%{} if c %}", "{%{} endif %}"),
    ("{%{} if not ds %}", "{%{} endif %}"),
)
ANYWHERE = (
    ("{% if c %}", "{% endif %}"),
    ("{% if c %}", "{% else %}", "{% endif %}"),
    ("{% for x in ds %}", "{% endfor %}"),
    ("{%r if c %}", "{%r endif %}"),
)
AROUND = (
    "{}",
    '<w:hyperlink w:anchor="m">{}</w:hyperlink>',
    '<w:ins w:id="9" w:author="B">{}</w:ins>',
    "<w:smartTag>{}</w:smartTag>",
    "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>",
)
SECTION = "<w:p><w:pPr><w:sectPr><w:pgSz/></w:sectPr></w:pPr></w:p>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def joined(strategy: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(strategy, min_size=1, max_size=most).map("".join)


def blocks(prefix: str, inner: st.SearchStrategy[str], host: str) -> st.SearchStrategy[str]:
    """``inner`` in a block whose tags stand alone in a ``host`` each, or without a block."""
    pairs = [tuple(host.format(tag.replace("{}", prefix)) for tag in pair) for pair in BLOCKS]
    return st.one_of(inner, st.builds(lambda pair, within: pair[0] + within + pair[1], st.sampled_from(pairs), inner))


texts = st.sampled_from(VALUES + INLINE)
spans = st.builds(
    lambda around, text, bold: around.format(run(text, "<w:rPr><w:b/></w:rPr>" if bold else "")),
    st.sampled_from(AROUND),
    texts,
    st.booleans(),
)
paragraphs = joined(spans).map("<w:p>{}</w:p>".format)
cell_tags = st.sampled_from(["", "{% vm %}", "{% cellbg 'FF0000' if c else 'auto' %}", "{% colspan ds|length + 1 %}"])
cells = blocks(
    "tc",
    st.builds(
        lambda tag, text, more: f"<w:tc><w:p>{run(tag + text)}</w:p>{more}</w:tc>",
        cell_tags,
        texts,
        st.one_of(st.just(""), blocks("p", paragraphs, P)),
    ),
    f"<w:tc>{P}</w:tc>",
)
rows = blocks("tr", joined(cells).map("<w:tr>{}</w:tr>".format), ROW)
tables = joined(rows).map(lambda content: f"<w:tbl>{GRID}{content}</w:tbl>")
nested = tables.map(f"<w:tbl>{GRID}<w:tr><w:tc>{{}}<w:p/></w:tc></w:tr></w:tbl>".format)
pieces = st.one_of(paragraphs, tables, nested, st.just(SECTION))
bodies = joined(blocks("p", joined(pieces), P), 4)


@st.composite
def disturbed(draw: st.DrawFn) -> str:
    """A body with one block more, its tags anywhere in the texts."""
    *texts, rest = draw(bodies).split("</w:t>")
    tags = draw(st.sampled_from(ANYWHERE))
    places = st.integers(0, max(len(texts) - 1, 0))
    for tag, place in zip(tags, sorted(draw(places) for _ in tags), strict=True):
        if texts:
            texts[place] += tag
    return "</w:t>".join([*texts, rest])


words = st.one_of(
    st.none(),
    st.text(alphabet="aệ<>&\"'{}%#\n\t ", max_size=6),
    st.sampled_from(["**đậm** *nghiêng*", "a^[chú *thích*]b", "]]>", "</w:t>"]).map(MarkedText),
)
contexts = st.fixed_dictionaries(
    {"a": words, "b": words, "x": words, "c": st.booleans(), "so": st.integers(), "ds": st.lists(words, max_size=3)}
)


@given(st.one_of(bodies, disturbed()), st.sampled_from(VALUES + INLINE), st.lists(contexts, min_size=2, max_size=4))
def test_every_document_is_well_formed(content: str, text: str, sequence: list[Context]) -> None:
    template = with_part(
        word(header=text.replace("{{r ", "{{ "), footer="{{ b }}", title=text.replace("{%r", "{%")),
        {"word/document.xml": part(body(content), "word/document.xml")},
    )
    try:
        compiled = Template(template, NAME)
    except ProblemsFound:
        event("refused")
        return
    event("compiled")
    for context in sequence:
        try:
            made = compiled.render(context)
        except ProblemsFound as found:
            assert "mau_hong" not in {problem.code for problem in found.problems}
        else:
            assert broken(made) == []
