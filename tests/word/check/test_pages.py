"""Where a page ends is judged from LibreOffice's pages; without them a person must look."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_docs.problems import Place
from cchc_docs.word.check.pages import page_texts
from cchc_docs.word.check.report import judge
from cchc_docs.word.check.rule import Verdict
from cchc_docs.word.check.rules import RULES
from tests.pdf import need_libreoffice
from tests.word.check.papers import PAPERS, SENTENCE, body, packed, paper

NEED_PAGES = [rule.id for rule in RULES if rule.needs_pages]
ENDING = "Sở thông báo để các đơn vị biết, thực hiện./."
SIGNATURE = "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nTrần Văn Bình"

PAGES: dict[str, tuple[list[str], list[str]]] = {
    "one page": ([f"THÔNG BÁO\n{ENDING}\n{SIGNATURE}"], []),
    "text above": (["THÔNG BÁO", f"2\n{ENDING}\n{SIGNATURE}"], []),
    "alone": ([f"THÔNG BÁO\n{ENDING}", f"2\n{SIGNATURE}"], ["KY-16"]),
    "split": ([f"THÔNG BÁO\n{ENDING}\nTL. GIÁM ĐỐC", "2\nTrần Văn Bình"], ["KY-16"]),
    "blank": (["THÔNG BÁO", "2", f"3\n{ENDING}\n{SIGNATURE}"], ["PG-21"]),
}


@pytest.mark.parametrize("what", PAGES)
def test_pages(what: str) -> None:
    pages, codes = PAGES[what]
    report = judge(paper("thong_bao"), Place("tb.docx"), pages=pages)
    assert [problem.code for problem in report.problems] == codes
    assert Verdict.FOR_PERSON not in {one.verdict for one in report.judged if one.rule.id in NEED_PAGES}


def test_without_pages_a_person_must_look() -> None:
    report = judge(paper("thong_bao"), Place("tb.docx"))
    assert NEED_PAGES == ["PG-21", "KY-16"]
    assert {one.verdict for one in report.judged if one.rule.id in NEED_PAGES} == {Verdict.FOR_PERSON}


def test_the_pages_of_libreoffice(tmp_path: Path) -> None:
    need_libreoffice()
    long: Callable[[str], str] = lambda xml: xml.replace(ENDING, f"{SENTENCE}. " * 60 + ENDING)  # noqa: E731
    path = tmp_path / "tb.docx"
    path.write_bytes(packed(long(PAPERS["thong_bao"]()) + body("")))
    pages = page_texts(path)
    assert len(pages) > 1
    assert pages[0].startswith("UBND TỈNH HƯNG AN")
    assert "Trần Văn Bình" in pages[-1]
