"""Other people's papers from a seed: what each is, how it was typed, which faults it has. Same seed, same bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.other_papers.compose import OF_DECREE, Office
from benchmarks.other_papers.faults import Fault
from benchmarks.other_papers.layouts import HEADS, TAILS, written
from benchmarks.other_papers.model import Paper
from benchmarks.other_papers.others import NOT_OF_DECREE
from benchmarks.other_papers.planted import GROUPS, OF_TEXT
from benchmarks.other_papers.quirks import QUIRKS
from benchmarks.other_papers.wordml import Habits

_HOW_MANY = (0, 0, 0, 1, 1, 2, 3, 5)
"""Faults of a paper; many have none."""


@dataclass(frozen=True, slots=True)
class Made:
    """A made paper: its file, what it is, the faults in it, how it was typed."""

    name: str
    content: bytes
    kind: str
    faults: Sequence[Fault]
    typed: str


def papers(seed: int, count: int) -> Iterator[Made]:
    """So many papers; each depends on the seed and its own number only."""
    return (paper(seed, number) for number in range(count))


def paper(seed: int, number: int) -> Made:
    """One of them: seven of ten are papers of the decree, the others are not."""
    rng = Random(f"{seed}/{number}")
    table = OF_DECREE if rng.random() < 0.7 else NOT_OF_DECREE
    what = rng.choice(list(table))
    office = Office(rng)
    made = table[what](office)
    _lay_out(made, rng)
    made.page.right = rng.choice((851, 1134))
    quirks = rng.sample(QUIRKS, rng.choice((0, 1, 2, 3))) if made.is_of_decree else []
    for quirk in quirks:
        quirk(made, rng)
    faults = _plant(made, rng)
    habits = Habits(styled=rng.random() < 0.4, old=rng.random() < 0.25, split=rng.random() < 0.3)
    letters = rng.choices(("NFC", "NFD", "1258"), (70, 15, 15))[0]
    typed = ["head " + made.head_as, "tail " + made.tail_as, letters]
    typed += [name for name in ("styled", "old", "split") if getattr(habits, name)]
    typed += [quirk.__name__ for quirk in quirks]
    content = written(made, habits, rng, letters)
    return Made(f"{number:03}_{what}.docx", content, made.kind, faults, ", ".join(typed))


def _lay_out(made: Paper, rng: Random) -> None:
    if made.head is not None:
        weights = [40 if name == "table" else 8 for name in HEADS]
        made.head_as = rng.choices(list(HEADS), weights)[0]
    if made.tail is not None:
        weights = [40 if name == "table" else 20 for name in TAILS]
        made.tail_as = rng.choices(list(TAILS), weights)[0]


def _plant(made: Paper, rng: Random) -> list[Fault]:
    """Plant some faults; of each group but the text at most one, so that none hides another."""
    wanted = rng.choice(_HOW_MANY)
    faults: list[Fault] = []
    groups = list(GROUPS if made.is_of_decree else GROUPS[:1])
    locked: set[int] = set()
    for _ in range(wanted * 8):
        if len(faults) == wanted or not groups:
            break
        group = rng.choice(groups)
        plant = rng.choice(group)
        found = plant(made, rng, locked)
        if found is not None:
            faults.append(found)
            if group is not OF_TEXT:
                groups.remove(group)
    return faults
