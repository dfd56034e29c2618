"""Mending adds no page, as LibreOffice sets them: made papers of other people, each before and after."""

from pathlib import Path

import pdfplumber

from benchmarks.other_papers.generate import papers
from cchc_docs.problems import Place
from cchc_docs.word.check.mend import mend
from tests.pdf import convert

PAPERS = 16


def test_no_mended_paper_has_more_pages(tmp_path: Path) -> None:
    files: dict[str, bytes] = {}
    for one in papers(77, PAPERS * 4):
        mended = mend(one.content, Place(one.name)).content
        if mended != one.content and len(files) < 2 * PAPERS:
            name = Path(one.name).stem
            files |= {f"{name}_truoc": one.content, f"{name}_sau": mended}
    counts = {}
    for name, path in convert(files, tmp_path).items():
        with pdfplumber.open(path) as pdf:
            counts[name] = len(pdf.pages)
    before = {name.removesuffix("_truoc"): count for name, count in counts.items() if name.endswith("_truoc")}
    assert len(before) == PAPERS
    assert {name: count for name, count in before.items() if counts[f"{name}_sau"] > count} == {}
