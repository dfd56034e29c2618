"""A rule, its findings, and the four verdicts that come of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cchc_docs.problems import Severity
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.paper import Paper


class Authority(StrEnum):
    """The source of a rule, which decides how grave it is to break it."""

    DECREE = "D"
    """In the decree's own words: a *lỗi*."""
    SAMPLE = "S"
    """Only in its sample layouts (Phụ lục III): a *cảnh báo*."""
    INFERENCE = "R"
    """Read out of what the decree lists and does not list, without a sentence of its own: a *cảnh báo*."""
    GUIDANCE = "G"
    """In another law, or in guidance on one: a *lưu ý*; an office may switch it off."""
    PRACTICE = "P"
    """The practice of offices, of which the decree says nothing: a *lưu ý*; an office may switch it off."""

    @property
    def severity(self) -> Severity:
        """The severity of breaking such a rule."""
        return {"D": Severity.ERROR, "S": Severity.WARNING, "R": Severity.WARNING}.get(self, Severity.NOTE)

    @property
    def label(self) -> str:
        """The word on the screen."""
        return {
            "D": "Nghị định",
            "S": "mẫu trình bày",
            "R": "suy ra từ Nghị định",
            "G": "luật khác, hướng dẫn",
            "P": "thông lệ",
        }[self]

    @property
    def is_optional(self) -> bool:
        """Return True if an office may switch such a rule off."""
        return self in {Authority.PRACTICE, Authority.GUIDANCE}


class Verdict(StrEnum):
    """The outcome of a rule."""

    PASSED = "dat"
    BROKEN = "loi"
    ABSENT = "khong_thay"
    FOR_PERSON = "can_nguoi_xem"

    @property
    def label(self) -> str:
        """The word on the screen."""
        return {"dat": "đạt", "loi": "chưa đạt", "khong_thay": "không thấy", "can_nguoi_xem": "cần người xem"}[self]


PAGE = "trang giấy"
"""The component of findings that are about the page and no text: the paragraph only says where a comment may hang."""
Mend = Callable[[], None]
"""Changes the open document so that what was found is right; ``cchc_docs.word.check.mends`` makes them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that breaks a rule: what is there and what should be, in Vietnamese sentences.

    ``mend`` changes it, where that is safe. ``severity`` where it is not the rule's own.
    """

    what: str
    hint: str = ""
    part: str = ""
    """The component, for a person: *Quốc hiệu*, *thân văn bản*."""
    paragraph: Paragraph | None = None
    mend: Mend | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    ``clause`` is where it stands: one or more places of the decree (rows of ``facts/muc_nd30.csv``) between semicolons,
    *Thông lệ*, or another law. ``about`` names the components (attributes of ``Paper``) that it judges: where none of
    them is there, the verdict is *không thấy*. A rule without a ``check`` is for a person to judge; ``title`` then says
    what to look at. A rule that ``holds_everywhere`` is kept by forms of other laws too (profile *bieu_mau_rieng*).
    """

    id: str
    clause: str
    authority: Authority
    title: str
    check: Callable[[Paper], Iterable[Finding]] | None
    about: tuple[str, ...] = ()
    severity: Severity | None = None
    """Where the decree's own words leave room, a milder one than the authority's."""
    holds_everywhere: bool = False
    mends: bool = False
    """True if ``cchc sua`` can mend what it finds, as a rule."""
    needs_pages: bool = False
    """True if it looks at pages as LibreOffice sets them."""

    @property
    def grade(self) -> Severity:
        """The severity of breaking it."""
        return self.severity or self.authority.severity

    def sees(self, paper: Paper) -> bool:
        """Return True if any of what it judges is in ``paper``."""
        return not self.about or any(getattr(paper, name) for name in self.about)

    def is_unsure(self, paper: Paper) -> bool:
        """Return True if all of what it judges in ``paper`` may be something else."""
        there = [name for name in self.about if getattr(paper, name)]
        return bool(there) and paper.unsure.issuperset(there)


@dataclass(frozen=True, slots=True)
class Profile:
    """By which rules a document is judged: those of the decree, or only those that forms of other laws keep too.

    ``switched`` turns single rules that are optional on or off, as an office wants them.
    """

    name: str = "nd30"
    switched: Mapping[str, bool] | None = None

    def takes(self, rule: Rule) -> bool:
        """Return True if a rule is judged."""
        if rule.authority.is_optional and self.switched and rule.id in self.switched:
            return self.switched[rule.id]
        return self.name == "nd30" or rule.holds_everywhere


def at(block: Block | None) -> Paragraph | None:
    """The paragraph of a block, for a finding's place."""
    return None if block is None else block.paragraph
