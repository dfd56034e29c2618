"""``cchc sua``: what is safe to mend is mended, nothing else changes, mending again changes nothing."""

import math
from difflib import SequenceMatcher

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cchc_docs.problems import Place
from cchc_docs.word.check.filled_pages import filled_pages
from cchc_docs.word.check.mend import Mended, mend
from cchc_docs.word.check.opening import open_document
from cchc_docs.word.check.rules import RULES
from tests.sound.ooxml import complaints
from tests.word.check.breaks import BREAKS, Break, plain, swap
from tests.word.check.papers import PAPERS, SENTENCE, body, packed, paper

WHERE = Place("thu.docx")
MENDABLE = [rule.id for rule in RULES if rule.mends]
# Where the change that breaks a rule for ``test_rules`` is one that only a person can mend.
OTHERWISE = {
    "SO-05": Break("to_trinh", swap("31/TTr-", "31/TTR-")),
    "BC-02": Break("quy_che", plain("QUY ĐỊNH CHUNG")),
    "KY-02": Break("thong_bao", plain("Trần Văn Bình")),
}


def mended(content: bytes) -> Mended:
    return mend(content, WHERE)


def texts(content: bytes) -> list[str]:
    return [one.text for one in open_document(content, WHERE).paragraphs if not one.is_blank]


@pytest.mark.parametrize("kind", PAPERS)
def test_a_compliant_paper_comes_back_byte_for_byte(kind: str) -> None:
    content = paper(kind)
    done = mended(content)
    assert done.content == content
    assert done.done == []


@pytest.mark.parametrize("kind", PAPERS)
def test_the_specimens_are_sound(kind: str) -> None:
    assert complaints(paper(kind)) == []


@pytest.mark.parametrize("rule", MENDABLE)
def test_what_is_mendable_is_mended(rule: str) -> None:
    done = mended(OTHERWISE.get(rule, BREAKS[rule])())
    assert [problem.code for problem in done.done if problem.code == rule], [str(one) for one in done.report.problems]
    assert not [str(problem) for problem in done.report.problems if problem.code == rule]


@pytest.mark.parametrize("rule", sorted(BREAKS))
def test_mending_leaves_nothing_mendable_and_again_changes_nothing(rule: str) -> None:
    once = mended(BREAKS[rule]())
    assert [finding for one in once.report.judged for finding in one.findings if finding.mend is not None] == []
    again = mended(once.content)
    assert again.content == once.content
    assert again.done == []


@pytest.mark.parametrize("rule", sorted(BREAKS))
def test_the_result_is_as_sound_as_the_document_was(rule: str) -> None:
    broken = BREAKS[rule]()
    assert set(complaints(mended(broken).content)) <= set(complaints(broken))


@pytest.mark.parametrize("rule", sorted(BREAKS))
def test_the_words_stay(rule: str) -> None:
    """Only single signs change: no more than a date, a mark, a literal of the decree."""
    before, after = "\n".join(texts(BREAKS[rule]())), "\n".join(texts(mended(BREAKS[rule]()).content))
    changed = [
        (before[a:b], after[c:d])
        for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    assert sum(max(len(old), len(new)) for old, new in changed) <= 16, changed


OF_ONE_PAPER = sorted(name for name, one in BREAKS.items() if one.kind == "thong_bao")


@settings(max_examples=40)
@given(st.lists(st.sampled_from(OF_ONE_PAPER), min_size=2, max_size=6, unique=True))
def test_several_mistakes_at_once(names: list[str]) -> None:
    xml, parts = PAPERS["thong_bao"](), {}
    for name in names:
        try:
            xml = BREAKS[name].change(xml)
        except (AssertionError, ValueError):  # an earlier change took away what this one is about
            assume(False)
        parts |= BREAKS[name].parts
    once = mended(packed(xml, parts))
    assert [finding.what for one in once.report.judged for finding in one.findings if finding.mend is not None] == []
    assert mended(once.content).content == once.content


def with_narrow_margins(paragraphs: int) -> bytes:
    """A notice with this many paragraphs more, its left margin 10 mm instead of 30."""
    known = body("2. Các phòng báo cáo kết quả trước ngày 20 tháng 3 năm 2026.")
    more = "".join(body(f"{number}. {SENTENCE}.") for number in range(3, 3 + paragraphs))
    xml = PAPERS["thong_bao"]().replace(known, known + more).replace('w:left="1701"', 'w:left="567"')
    assert more in xml
    return packed(xml)


def left_margins(content: bytes) -> set[int]:
    return {section.left for section in open_document(content, Place("thu.docx")).sections}


@pytest.mark.parametrize(("paragraphs", "pages", "margin"), [(2, 1, 1701), (9, 1, 567)])
def test_mending_adds_no_page(paragraphs: int, pages: int, margin: int) -> None:
    """Wider margins are left to a person where the text would need another page."""
    content = with_narrow_margins(paragraphs)
    assert math.ceil(filled_pages(open_document(content, Place("thu.docx")))) == pages
    mended = mend(content, Place("thu.docx"))
    assert math.ceil(filled_pages(open_document(mended.content, Place("thu.docx")))) == pages
    assert left_margins(mended.content) == {margin}
    left = {one.code for one in mended.report.problems}
    assert ("PG-04" in left) == (margin == 567)
