"""The made papers of other people: same seed, same bytes; each a sound file; what is measured of them is right."""

import pytest

from benchmarks.other_papers.faults import Fault
from benchmarks.other_papers.generate import Made, paper, papers
from benchmarks.other_papers.measure import measured
from benchmarks.other_papers.planted import GROUPS
from benchmarks.other_papers.precision import lines
from tests.sound.ooxml import complaints
from tests.word.check.breaks import BREAKS
from tests.word.check.papers import paper as specimen

SEED = 30


def test_the_same_seed_gives_the_same_papers_and_another_gives_others() -> None:
    first, again, other = ([one.content for one in papers(seed, 20)] for seed in (SEED, SEED, SEED + 1))
    assert first == again
    assert not set(first) & set(other)


@pytest.mark.parametrize("number", range(80))
def test_a_made_paper_is_sound(number: int) -> None:
    assert complaints(paper(SEED, number).content) == []


def test_many_have_no_fault_and_the_others_several() -> None:
    counts = [len(one.faults) for one in papers(SEED, 200)]
    assert counts.count(0) > 50
    assert max(counts) == 5


def test_no_fault_is_planted_that_nothing_can_find() -> None:
    made = [fault for one in papers(SEED, 200) for fault in one.faults]
    assert sum(map(len, GROUPS)) > 100
    assert [fault.name for fault in made if not fault.rules] == []


def measure(content: bytes, *faults: Fault) -> tuple[float, float]:
    score = measured([Made("thu.docx", content, "", faults, "")])
    return score.precision, score.recall


def test_a_found_fault_counts_for_both_and_a_finding_at_another_place_against_them() -> None:
    broken = BREAKS["TL-01"]()
    assert measure(broken, Fault("TL-01", ("TL-01",), "THÔNG BÁO")) == (1.0, 1.0)
    assert measure(broken) == (0.0, 1.0)
    assert measure(broken, Fault("TL-01", ("TL-01",), "Kính gửi:")) == (0.0, 0.0)
    assert measure(specimen("thong_bao"), Fault("TL-01", ("TL-01",))) == (1.0, 0.0)
    assert measure(specimen("thong_bao")) == (1.0, 1.0)


def test_mending_what_was_not_planted_is_a_harm() -> None:
    (result,) = measured([Made("thu.docx", BREAKS["TL-01"](), "", (), "")]).results
    assert [what.split(" ")[0] for what in result.harms] == ["size"]
    (planted,) = measured([Made("thu.docx", BREAKS["TL-01"](), "", (Fault("", ("TL-01",), "THÔNG BÁO"),), "")]).results
    assert planted.harms == []


def test_the_figures_are_printed() -> None:
    printed = "\n".join(lines(measured(papers(SEED, 10))))
    assert "10 papers" in printed
    assert "precision" in printed
    assert "recall" in printed
