"""Who issues documents with a number: the letters in it name the organ (``facts/ky_hieu_co_quan.csv``)."""

import re
from dataclasses import dataclass
from functools import cache

from cchc_docs.facts import table
from cchc_docs.law.days import listed
from cchc_docs.law.documents import tidy
from cchc_docs.law.names import same, without

# 202/2025/QH15, 76/2025/UBTVQH15: the assembly's, with the number of its term.
_ASSEMBLY = re.compile(r"\d+(?:/\d{4})?/(?:[A-ZĐ]+-)?(QH|UBTVQH)\d{1,2}")
# 30/2020/NĐ-CP, 76/NQ-CP, 1187/QĐ-BNV: the kind, then the organ. 4625/BNV-CCHC: the organ, then its unit.
_ORDINARY = re.compile(r"\d+(?:/\d{4})?/([^\W\d_]+)(?:-([^\W\d_][\w&]*))?")
# 399-QĐ/TW: the Party's.
_PARTY = re.compile(r"\d+-[^\W\d_]+/([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Issuer:
    """An organ that issues documents, how else it may be called, and whether a real document of it was seen."""

    letters: str
    name: str
    others: tuple[str, ...]
    checked: bool
    source: str

    def is_called(self, text: str) -> bool:
        """Return True if ``text``, which stands after “của”, begins with a name of this issuer.

        >>> issuer_of("202/2025/QH15").is_called("Ủy ban Thường vụ Quốc hội")
        False
        >>> issuer_of("12/QĐ-UBND").is_called("Chủ tịch UBND tỉnh")
        True
        """
        words = same(without(text.strip(), "của ")) + " "
        return any(words.startswith((same(name) + " ", same(name) + ",")) for name in (self.name, *self.others))


@cache
def issuers() -> dict[str, Issuer]:
    """All issuers of the table, by their letters."""
    return {
        row["ky_hieu"]: Issuer(
            row["ky_hieu"], row["co_quan"], listed(row["ten_khac"]), row["doi_chieu"] == "có", row["nguon"]
        )
        for row in table("ky_hieu_co_quan")
    }


def issuer_of(number: str) -> Issuer | None:
    """The organ whose letters the number bears, or None where the table does not know them.

    >>> issuer_of("202/2025/QH15").name, issuer_of("30/2020/NĐ-CP").name, issuer_of("4625/BNV-CCHC").name
    ('Quốc hội', 'Chính phủ', 'Bộ Nội vụ')
    """
    return next((issuers()[letters] for letters in _letters(tidy(number)) if letters in issuers()), None)


def _letters(number: str) -> tuple[str, ...]:
    """The parts of the number that may name the organ, in order: a kind of document is no organ."""
    if found := _ASSEMBLY.fullmatch(number) or _PARTY.fullmatch(number):
        return (found[1],)
    if found := _ORDINARY.fullmatch(number):
        return (found[1], found[2] or "")
    return ()
