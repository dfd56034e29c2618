"""What is known of a Word document before it is judged: its kind of paper, and the rules for it.

Most documents were typed by people, in folders that have no profile: nothing of the office's data is loaded for them.
"""

from dataclasses import dataclass, field
from pathlib import Path

from cchc_docs.making.origins import Origins, folders_above
from cchc_docs.problems import Problem
from cchc_docs.word.check.kinds_of_paper import kind_named
from cchc_docs.word.check.rule import Profile

PROFILE_FILE = "the_thuc.yaml"


@dataclass(frozen=True, slots=True)
class KnownPaper:
    """The kind of a paper (``""`` where it must be recognised), the rules for it, what is wrong with either."""

    kind: str = ""
    profile: Profile = field(default_factory=Profile)
    problems: tuple[Problem, ...] = ()

    @property
    def can_be_judged(self) -> bool:
        """Return True if neither the type that was asked for nor the office's profile is wrong."""
        return not any(problem.severity == "loi" for problem in self.problems)


def known_paper(path: Path, loai: str, mau: Path | None, origins: Origins) -> KnownPaper:
    """What is known of the document at ``path``: by the type ``loai``, else by the type that made the file.

    ``mau`` is a folder of templates that come first.
    """
    kind = kind_named(loai) if loai else ""
    is_asked = bool(loai and not kind)
    if mau is None and not is_asked and not origins.of(path).type and not _has_profile(path):
        return KnownPaper(kind)
    from cchc_docs.commands.profile import of_the_office  # noqa: PLC0415 - only for made papers and offices' own rules

    return of_the_office(path, loai, mau, origins)


def _has_profile(path: Path) -> bool:
    return any((folder / PROFILE_FILE).is_file() for folder in folders_above(path))
