"""Files that are broken, odd or made to do harm: each ends in a verdict or a clear Problem, never in a traceback."""

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_docs.problems import Place, ProblemsFound
from cchc_docs.word.check import opening
from cchc_docs.word.check.annotate import annotated
from cchc_docs.word.check.mend import mend
from cchc_docs.word.check.report import Report, judge
from cchc_docs.word.check.verdict import first_line
from tests.word.check.papers import LAST_SECTION, PAPERS, PARTS, SENTENCE, W, body, centre, p, packed, paper, table

PLACE = Place("thu.docx")
KINDS = sorted(PAPERS)


def outcome(content: bytes) -> str:
    """Judge, comment and mend: a verdict, or the code of the problem that says why there is none."""
    try:
        report = judge(content, PLACE)
    except ProblemsFound as found:
        (problem,) = found.problems
        assert problem.what.endswith(".")
        assert problem.hint
        return problem.code
    assert all(str(problem) for problem in report.problems)
    assert first_line(report)
    mend(content, PLACE)
    _commented(report)
    return "verdict"


def _commented(report: Report) -> None:
    try:
        annotated(report)
    except ProblemsFound as found:
        assert [problem.code for problem in found.problems] == ["khong_ghi_chu_duoc"]


# -- Mutations


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


Mutation = Callable[[Random, dict[str, bytes]], None]


def _some(random: Random, parts: dict[str, bytes]) -> str:
    return random.choice(sorted(parts))


def cut(random: Random, parts: dict[str, bytes]) -> None:
    name = _some(random, parts)
    parts[name] = parts[name][: random.randrange(len(parts[name]) + 1)]


def missing(random: Random, parts: dict[str, bytes]) -> None:
    del parts[_some(random, parts)]


def flipped(random: Random, parts: dict[str, bytes]) -> None:
    name = _some(random, parts)
    data = bytearray(parts[name])
    for _ in range(random.randint(1, 8)):
        data[random.randrange(len(data))] = random.randrange(256)
    parts[name] = bytes(data)


def _tokens(random: Random, parts: dict[str, bytes], change: Callable[[list[bytes]], list[bytes]]) -> None:
    """Change the sequence of elements of a part: XML that is mostly well-formed and means nothing."""
    name = "word/document.xml" if random.random() < 0.7 else _some(random, parts)
    if name in parts:
        pieces = re.split(
            rb"(<w:(?:p|r|tbl|tr|tc|pPr|rPr|sectPr)[ >].*?</w:(?:p|r|tbl|tr|tc|pPr|rPr|sectPr)>|<w:\w+ [^>]*/>)",
            parts[name],
        )
        parts[name] = b"".join(change(pieces))


def dropped(random: Random, parts: dict[str, bytes]) -> None:
    _tokens(random, parts, lambda pieces: [one for one in pieces if random.random() > 0.1])


def doubled(random: Random, parts: dict[str, bytes]) -> None:
    _tokens(random, parts, lambda pieces: [one for one in pieces for _ in range(random.choice((1, 1, 1, 2, 5)))])


def shuffled(random: Random, parts: dict[str, bytes]) -> None:
    def change(pieces: list[bytes]) -> list[bytes]:
        places = [number for number, one in enumerate(pieces) if one.startswith(b"<w:") and one.endswith(b">")]
        swapped = random.sample(places, len(places))
        return [pieces[swapped[places.index(number)]] if number in places else one for number, one in enumerate(pieces)]

    _tokens(random, parts, change)


def values(random: Random, parts: dict[str, bytes]) -> None:
    """Numbers and words of attributes become absurd."""
    absurd = (
        b"-1",
        b"0",
        b"",
        b"99999999999999999999",
        b"NaN",
        b"1e309",
        b"abc",
        "ộ".encode(),
        b"-2147483649",
        b"0x10",
        b"1.5",
    )
    name = _some(random, parts)
    parts[name] = re.sub(
        rb'(?<=w:)(\w+)="[^"]*"',
        lambda found: found[0] if random.random() > 0.15 else found[1] + b'="' + random.choice(absurd) + b'"',
        parts[name],
    )


MUTATIONS: tuple[Mutation, ...] = (cut, missing, flipped, dropped, doubled, shuffled, values)


@settings(max_examples=120)
@given(st.sampled_from(KINDS), st.integers(0, 10**9), st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=3))
def test_a_mutated_file_ends_in_a_verdict_or_a_problem(kind: str, seed: int, changes: list[Mutation]) -> None:
    random, parts = Random(seed), members(paper(kind))
    for change in changes:
        if parts:
            change(random, parts)
    assert outcome(zipped(parts))


@settings(max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 4000))
def test_a_mutated_zip_ends_in_a_verdict_or_a_problem(junk: bytes, at: int) -> None:
    content = paper("thong_bao")
    assert outcome(content[:at] + junk + content[at + len(junk) :])


def test_both_ends_are_met() -> None:
    """Else the tests above might only ever see files that cannot be opened."""
    found = set()
    for seed in range(60):
        random, parts = Random(seed), members(paper(KINDS[seed % len(KINDS)]))
        MUTATIONS[seed % len(MUTATIONS)](random, parts)
        found.add(outcome(zipped(parts)))
    assert "verdict" in found
    assert len(found) > 2


# -- What other programs write, and what nobody should


def _run(text: str, rpr: str = "") -> str:
    return f"<w:r><w:rPr>{rpr}</w:rPr><w:t>{text}</w:t></w:r>"


ODD = {
    "nothing": "",
    "an empty paragraph": "<w:p/>",
    "Google Docs: a control around every run, no styles": "<w:p>" + "".join(
        f'<w:sdt><w:sdtPr/><w:sdtContent>{_run(word)}</w:sdtContent></w:sdt>' for word in SENTENCE.split()) + "</w:p>",
    "Google Docs: a table of one cell around all": table([PAPERS["thong_bao"]().removesuffix(LAST_SECTION) + "<w:p/>"], widths=(9354,)),
    "LibreOffice: fields of pages, bookmarks, soft page breaks": '<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>'
    '<w:bookmarkEnd w:id="0"/><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>',
    "LibreOffice: a frame": f'<w:p><w:pPr><w:framePr w:w="3000" w:hSpace="0" w:wrap="around"/></w:pPr>{_run("Số: 12/SCT-VP")}</w:p>',
    "WPS: attributes of its own, empty runs": '<w:p xmlns:wpsc="http://www.wps.cn/officeDocument/2013/wpsCustomData" wpsc:x="1"><w:r/><w:r><w:rPr/></w:r></w:p>',
    "a field that never ends": '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p><w:p><w:r><w:t>a</w:t></w:r></w:p>',
    "a field that never began": '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:t>a</w:t></w:r></w:p>',
    "paragraphs in paragraphs": "<w:p><w:p><w:r><w:t>a</w:t></w:r></w:p></w:p>",
    "rows without a table": "<w:tr><w:tc><w:p/></w:tc></w:tr>",
    "a table without cells": "<w:tbl><w:tr/></w:tbl><w:tbl/>",
    "a cell as wide as the world": '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:tcW w:w="999999999999" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    "a style and a list that are not there": '<w:p><w:pPr><w:pStyle w:val="Khong"/><w:numPr><w:ilvl w:val="77"/><w:numId w:val="99"/></w:numPr></w:pPr><w:r><w:rPr><w:rStyle w:val="La"/></w:rPr><w:t>a</w:t></w:r></w:p>',
    "letters of no size": "<w:p>" + "".join(_run("a", f'<w:sz w:val="{size}"/>') for size in ("0", "-4", "99999", "")) + "</w:p>",
    "sections everywhere": "".join(f"<w:p><w:pPr>{LAST_SECTION}</w:pPr></w:p>" for _ in range(200)),
    "one endless line": p("a" * 300_000),
    "one endless word of tabs": "<w:p>" + "<w:r><w:tab/></w:r>" * 20_000 + "</w:p>",
    "dots and blanks by the thousand": body(". " * 50_000) + body(" " * 50_000) + body("./" * 50_000) + body("- " * 50_000),
    "only recipients": centre("Nơi nhận:") * 500,
    "only appendices": centre("Phụ lục I") * 500,
    "only heads": (centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + centre("Số: 1/A-B")) * 200,
    "only signers": centre("GIÁM ĐỐC", b=True) * 500,
}  # fmt: skip


@pytest.mark.parametrize("what", ODD)
def test_an_odd_document_gets_a_verdict(what: str) -> None:
    assert outcome(packed(ODD[what] + LAST_SECTION)) == "verdict"
    assert outcome(packed(ODD[what])) == "verdict"


def nested(depth: int, around: Callable[[str], str]) -> str:
    content = p("a")
    for _ in range(depth):
        content = around(content)
    return content


@pytest.mark.parametrize(
    "around",
    [
        lambda inner: f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl><w:p/>",
        lambda inner: f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
        lambda inner: (
            f"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        ),
    ],
)
@pytest.mark.parametrize("depth", [30, 60, 3000])
def test_deep_nesting(around: Callable[[str], str], depth: int) -> None:
    """lxml refuses what is nested deeper than 256 elements; up to there it is read."""
    assert outcome(packed(nested(depth, around) + LAST_SECTION)) in {"verdict", "tep_word_hong"}


def test_a_huge_table_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PARAGRAPHS", 1000)
    rows = "<w:tr>" + f"<w:tc>{p('1')}</w:tc>" * 10 + "</w:tr>"
    assert outcome(packed(f"<w:tbl>{rows * 99}</w:tbl>{LAST_SECTION}")) == "verdict"
    assert outcome(packed(f"<w:tbl>{rows * 101}</w:tbl>{LAST_SECTION}")) == "tep_qua_lon"


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/header1.xml"])
def test_entities_are_refused(part: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    text = {**PARTS, "word/document.xml": f'<w:document xmlns:w="{W}"><w:body/></w:document>'}[part]
    assert outcome(packed(LAST_SECTION, {part: bomb + text})) == "xml_nguy_hiem"


@pytest.mark.parametrize("encoding", ["UTF-J", "UTF-7", "gb2312", "utf-16", "ebcdic-cp-us", "cp1258"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_encodings_that_are_none(part: str, encoding: str) -> None:
    parts = members(paper("thong_bao"))
    parts[part] = parts[part].replace(b"UTF-8", encoding.encode(), 1)
    assert outcome(zipped(parts)) in {"tep_word_hong", "verdict"}


@pytest.mark.parametrize("name", sorted(set(PARTS) - {"[Content_Types].xml", "_rels/.rels"}))
def test_any_other_part_may_be_missing(name: str) -> None:
    parts = members(paper("ke_hoach"))
    del parts[name]
    assert outcome(zipped(parts)) == "verdict"
