"""Documents of law by their number (``facts/van_ban_phap_luat.csv``): what they are, and what they were on a day."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache

from cchc_docs.facts import table
from cchc_docs.law.days import AT_THE_LATEST, UNKNOWN, day_of, listed
from cchc_docs.text.formats import long_date

_WITH_YEAR = re.compile(r"\d+/\d{4}/")


class Standing(Enum):
    """The standing of a document on a day."""

    NOT_YET = "chưa có hiệu lực"
    IN_FORCE = "còn hiệu lực"
    ENDED = "hết hiệu lực"
    UNKNOWN = "chưa rõ"


@dataclass(frozen=True, slots=True)
class Document:
    """One document.

    ``first`` and ``last`` are the first and the last day of its force, None where unknown or open (``last_known`` tells
    which); ``sure_from`` is a day on which it was surely in force. ``read`` says whether the original was read.
    """

    number: str
    kind: str
    title: str
    issued: date | None
    issuer: str
    charge: tuple[str, ...]
    first: date | None
    last: date | None
    sure_from: date | None
    last_known: bool
    amended_by: tuple[str, ...]
    replaced_by: str
    purpose: str
    read: str
    source: str

    @property
    def citation(self) -> str:
        """As a first citation prints it; laws go without number and issuer (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6).

        >>> document("72/2025/QH15").citation
        'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025'
        """
        day = long_date(self.issued) if self.issued else ""
        if self.kind == "Luật":
            parts = [self.kind, self.title, day]
        else:
            parts = [self.kind, "số", self.number, day, f"của {self.issuer}", self.title]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class State:
    """The standing of a document on a day, since or until when, and what took its place."""

    standing: Standing
    since: date | None = None
    successor: str = ""
    amended_by: tuple[str, ...] = ()


def tidy(number: str) -> str:
    """A number as the table writes it: no spaces, one kind of dash, ``Đ`` of the Vietnamese alphabet, two digits.

    >>> tidy("Số 30 /2020/NÐ–CP"), tidy("9/2019/NĐ-CP")
    ('30/2020/NĐ-CP', '09/2019/NĐ-CP')
    """
    bare = re.sub(r"\s+", "", number).translate(str.maketrans("ÐƉ–‑", "ĐĐ--"))
    return re.sub(r"^(\d)(?=\D)", r"0\1", re.sub(r"(?i)^số:?", "", bare))


@cache
def documents() -> dict[str, Document]:
    """All documents of the table, by number."""
    return {row["so_ky_hieu"]: _document(row) for row in table("van_ban_phap_luat")}


def document(number: str, issued: date | None = None) -> Document | None:
    """The document of this number, or None where the table has none.

    Numbers without a year (``23/CT-TTg``) come again every year: with ``issued``, the day on which a paper says it was
    issued, such a document is found only where that is the day of the table.
    """
    found = documents().get(tidy(number))
    if found and issued and not _WITH_YEAR.match(found.number) and found.issued != issued:
        return None
    return found


def state(number: str, day: date) -> State:
    """Return the state of the document of this number on ``day``, with amendments by then; unknown without a row."""
    found = document(number)
    if found is None:
        return State(Standing.UNKNOWN)
    if (found.issued and day < found.issued) or (found.first and day < found.first):
        return State(Standing.NOT_YET, found.first)
    if found.last and day > found.last:
        return State(Standing.ENDED, found.last, found.replaced_by)
    if not _surely_begun(found, day) or not (found.last_known or _before_successor(found, day)):
        return State(Standing.UNKNOWN, None, found.replaced_by, amendments(number, day))
    return State(Standing.IN_FORCE, found.first, "", amendments(number, day))


def amendments(number: str, day: date) -> tuple[str, ...]:
    """The numbers of what amended this document by ``day``: in force by then, or issued where that is not known."""
    found = document(number)
    known = [documents()[one] for one in found.amended_by] if found else []
    return tuple(one.number for one in known if (begun := one.first or one.issued or one.sure_from) and begun <= day)


def in_charge(number: str, day: date) -> str:
    """The organ in charge of carrying out this document on ``day``, or ``""`` where the table does not say.

    >>> in_charge("118/2025/NĐ-CP", date(2026, 8, 4)), in_charge("118/2025/NĐ-CP", date(2026, 8, 5))
    ('Văn phòng Chính phủ', 'Bộ Tư pháp')
    """
    found = document(number)
    organ = ""
    for entry in found.charge if found else ():
        dated = re.fullmatch(r"(\d{4}-\d\d-\d\d) (.+)", entry)
        if dated is None or date.fromisoformat(dated[1]) <= day:
            organ = dated[2] if dated else entry
    return organ


def basis(purpose: str, day: date | None) -> Document | None:
    """The document on which papers of ``purpose`` (``mot_cua``) rest on ``day``; without a day the latest."""
    ours = [one for one in documents().values() if one.purpose == purpose]
    if day is None:
        return next((one for one in ours if one.last is None and not one.replaced_by), None)
    return next((one for one in ours if state(one.number, day).standing is Standing.IN_FORCE), None)


def _surely_begun(found: Document, day: date) -> bool:
    return bool(found.sure_from and found.sure_from <= day)


def _before_successor(found: Document, day: date) -> bool:
    successor = documents().get(found.replaced_by)
    return bool(successor and successor.issued and day < successor.issued)


def _document(row: dict[str, str]) -> Document:
    first = row["tu_ngay"]
    return Document(
        number=row["so_ky_hieu"],
        kind=row["loai"],
        title=row["ten"],
        issued=day_of(row["ngay"]),
        issuer=row["co_quan_ban_hanh"],
        charge=listed(row["chu_tri"]),
        first=None if first.startswith(AT_THE_LATEST) else day_of(first),
        last=day_of(row["den_ngay"]),
        sure_from=day_of(first.removeprefix(AT_THE_LATEST)),
        last_known=row["den_ngay"] != UNKNOWN,
        amended_by=listed(row["sua_doi_boi"]),
        replaced_by=row["thay_bang"],
        purpose=row["viec"],
        read=row["da_doc"],
        source=row["nguon"],
    )
