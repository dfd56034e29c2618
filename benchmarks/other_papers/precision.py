"""``make precision``: how right the checker is about other people's papers. ``SEED`` and ``COUNT`` change them."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks.other_papers.generate import papers
from benchmarks.other_papers.measure import Score, measured

GOALS = {"precision": 0.97, "recall": 0.95}
_MOST = 25


def main() -> None:
    """Make the papers, judge and mend them, print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=30)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--most", type=int, default=_MOST, help="lines of each list")
    parser.add_argument("--write", type=Path, help="a folder for the papers themselves")
    options = parser.parse_args()
    made = list(papers(options.seed, options.count))
    if options.write is not None:
        options.write.mkdir(parents=True, exist_ok=True)
        for one in made:
            (options.write / one.name).write_bytes(one.content)
    for line in lines(measured(made), options.most):
        print(line)


def lines(score: Score, most: int = _MOST) -> Iterator[str]:
    """The figures, then what to look at first."""
    faults = sum(len(one.made.faults) for one in score.results)
    clean = sum(not one.made.faults for one in score.results)
    yield f"{len(score.results)} papers, {clean} without a fault, {faults} faults planted"
    yield f"precision  {score.precision:.3f} of all findings, {score.precision_by_rule:.3f} by rule and file  (goal {GOALS['precision']})"
    yield f"recall     {score.recall:.3f}  (goal {GOALS['recall']})"
    yield f"harmed     {len(score.harmed)} of {len(score.results)} files by sua  (goal 0)"
    yield "\nFalse findings, by rule (files; one of them)"
    for rule, count, result, said in score.false_by_rule()[:most]:
        yield f"  {rule}  {count:3}  {result.made.name} ({result.made.typed}): {said.what}"
    yield "\nMissed faults (missed of planted; one of them)"
    for name, count, planted, result, fault in score.missed_by_name()[:most]:
        yield f"  {name}  {count}/{planted}  {result.made.name} ({result.made.typed}): {fault.text[:70]}"
    yield "\nHarmed files"
    for result in score.harmed[:most]:
        yield f"  {result.made.name} ({result.made.typed}): {'; '.join(result.harms)[:230]}"
    yield "\nFalse rules a file, by kind and way of typing (files)"
    for way, share, count in score.false_by_typing():
        yield f"  {way:28} {share:6.2f}  ({count})"


if __name__ == "__main__":
    main()
