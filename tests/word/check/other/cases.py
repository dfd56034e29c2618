"""What a case of other people's papers is, and what must be so of it."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cchc_docs.word.check.genres import Genre
from cchc_docs.word.check.report import Report
from tests.word.check.papers import packed

# What a paper can be beside the 29 kinds of Điều 7.
FORM = "biểu mẫu"
ATTACHED = "văn bản kèm theo"
APPENDIX = "phụ lục rời"
HEADLESS = "không có phần đầu"
LEGAL = "văn bản quy phạm pháp luật"
PARTY = "văn bản của Đảng"
SEVERAL = "nhiều văn bản"


@dataclass(frozen=True)
class Case:
    """A paper, what it is, which rules must be found broken, and what mending may change.

    ``expect`` names rules with the number of places, 0 for any. With ``forbid`` only those rules must be quiet, else
    every *lỗi* and *cảnh báo* that is not expected and not in ``also``. ``unsure`` are rules that must say *cần người
    xem*. ``may_change`` are texts of paragraphs that ``sua`` may change; everything else stays.
    """

    build: Callable[[], bytes]
    kind: str = ""
    expect: Mapping[str, int] = field(default_factory=dict)
    also: frozenset[str] = frozenset()
    forbid: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    may_change: tuple[str, ...] = ()
    may_change_everywhere: tuple[str, ...] = ()
    may_draw: bool = False
    cites: tuple[str, ...] = ()
    """Words that some finding must say."""


_KINDS = {
    Genre.FORM: FORM,
    Genre.ATTACHED: ATTACHED,
    Genre.APPENDIX: APPENDIX,
    Genre.HEADLESS: HEADLESS,
    Genre.LEGAL: LEGAL,
    Genre.PARTY: PARTY,
}


def kind_said(report: Report) -> str:
    """What the checker takes the paper for: one of the kinds above, else one of the 29."""
    paper = report.paper
    if paper.others:
        return SEVERAL
    return paper.loai if paper.genre is Genre.ADMINISTRATIVE else _KINDS[paper.genre]


def file(content: str, parts: Mapping[str, str] | None = None) -> Callable[[], bytes]:
    """A builder of the Word file with this body."""
    return lambda: packed(content, parts)


def decomposed(xml: str) -> str:
    """All letters with their marks apart, as some systems save them."""
    return unicodedata.normalize("NFD", xml)


def of_windows_1258(xml: str) -> str:
    """Letters as the keyboards of Windows-1258 give them: ``ê`` in one sign, the tone as another after it."""
    return "".join(map(_mixed, unicodedata.normalize("NFC", xml)))


_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _mixed(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    tone = "".join(sign for sign in apart if sign in _TONES)
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES)) + tone
