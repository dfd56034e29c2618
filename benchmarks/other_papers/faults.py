"""The faults that can be planted in a paper: each clear from the decree's words, each known by rule and place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.other_papers.model import Paper, Para, Run, para

Change = Callable[[Para, Random], bool | None]
"""Changes a paragraph; False where it cannot."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A planted fault: any of ``rules`` finds it, at ``text`` (everywhere where that is empty)."""

    name: str
    rules: tuple[str, ...]
    text: str = ""
    also: frozenset[str] = frozenset()
    """Rules that it may break besides, which are no false findings."""
    everywhere: frozenset[str] = frozenset()
    """Attributes that mending it may change in every paragraph."""
    line: bool = False
    """Whether mending it draws a line."""
    more: tuple[str, ...] = ()
    """The other lines of a text that it goes through."""


Locked = set[int]
"""Paragraphs that hold a fault already."""
Plant = Callable[[Paper, Random, Locked], Fault | None]


def on(
    roles: str,
    change: Change,
    *rules: str,
    also: Sequence[str] = (),
    name: str = "",
    line: bool = False,
    text: bool = True,
) -> Plant:
    """A fault of one paragraph of a role; ``rules`` are those that find it."""

    def plant(paper: Paper, rng: Random, locked: Locked) -> Fault | None:
        those = [one for one in paper.of(*roles.split()) if id(one) not in locked]
        if not those:
            return None
        one = rng.choice(those)
        if change(one, rng) is False:
            return None
        locked.add(id(one))
        return Fault(name or rules[0], rules, one.text if text else "", frozenset(also), line=line)

    return plant


def put(**values: object) -> Change:
    """Other values of a paragraph's attributes."""

    def change(one: Para, _: Random) -> bool:
        if all(getattr(one, name) == value for name, value in values.items()):
            return False
        for name, value in values.items():
            setattr(one, name, value)
        if "b" in values or "i" in values:
            one.runs = [Run(one.text)]
        return True

    return change


def swap(*pairs: tuple[str, str]) -> Change:
    """One of these texts for another, whichever is there."""

    def change(one: Para, rng: Random) -> bool:
        there = [(old, new) for old, new in pairs if old in one.text]
        if not there:
            return False
        old, new = rng.choice(there)
        one.text = one.text.replace(old, new, 1)
        return True

    return change


def end(old: str, *new: str) -> Change:
    """Another end of the text."""

    def change(one: Para, rng: Random) -> bool:
        if not one.text.endswith(old):
            return False
        one.text = one.text.removesuffix(old) + rng.choice(new)
        return True

    return change


def start(old: str, *new: str) -> Change:
    """Another start of the text."""

    def change(one: Para, rng: Random) -> bool:
        if not one.text.startswith(old):
            return False
        one.text = rng.choice(new) + one.text.removeprefix(old)
        return True

    return change


def more(*words: str) -> Change:
    """A sentence more at the end of a paragraph."""

    def change(one: Para, rng: Random) -> bool:
        if not one.text.endswith(".") or one.text.endswith("./."):
            return False
        one.text = f"{one.text} {rng.choice(words)}"
        return True

    return change


def upper(one: Para, _: Random) -> None:
    """In capitals."""
    one.text = one.text.upper()


def without_line(one: Para, _: Random) -> bool:
    """Without the line below."""
    had = one.below > 0
    one.below = 0
    return had


def issuer(change: Change, *rules: str, also: Sequence[str] = ()) -> Plant:
    """A fault of all lines of the issuer's name."""

    def plant(paper: Paper, rng: Random, _locked: Locked) -> Fault | None:
        those = paper.of("ban_hanh")
        for one in those:
            change(one, rng)
        if not those:
            return None
        return Fault(rules[0], rules, those[0].text, frozenset(also), more=tuple(one.text for one in those[1:]))

    return plant


def of_page(name: str, rule: str, value: Callable[[Random], object], **how: object) -> Plant:
    """A fault of the page: attribute ``name`` has another value."""

    def plant(paper: Paper, rng: Random, _locked: Locked) -> Fault | None:
        setattr(paper.page, name, value(rng))
        return Fault(f"{rule} {name}", (rule,), **how)  # type: ignore[arg-type]

    return plant


def either(*values: object) -> Callable[[Random], object]:
    """One of these values."""
    return lambda rng: rng.choice(values)


def letter_paper(paper: Paper, _rng: Random, _locked: Locked) -> Fault:
    """Letter paper."""
    paper.page.width, paper.page.height = 12_240, 15_840
    return Fault("PG-01", ("PG-01",))


def other_font(paper: Paper, rng: Random, _locked: Locked) -> Fault:
    """The whole file in another font."""
    paper.font = rng.choice(("Arial", "Calibri", "Cambria"))
    return Fault("PG-07 cả tệp", ("PG-07",), everywhere=frozenset({"font"}))


def number_in_footer(paper: Paper, _rng: Random, _locked: Locked) -> Fault:
    """The page number at the foot."""
    paper.page.number_at = "footer"
    return Fault("PG-10 chân trang", ("PG-10",))


def no_number(paper: Paper, _rng: Random, _locked: Locked) -> Fault | None:
    """No page number at all, in a paper that surely has more than one page."""
    if not any(one.role == "muc_la_ma" for one in paper.all()):
        return None
    paper.page.number_at = "none"
    return Fault("PG-10 không có", ("PG-10",), also=frozenset({"PG-11", "PG-12", "PG-14"}))


def gone(role: str, *rules: str, also: Sequence[str] = (), name: str = "") -> Plant:
    """A component is not there."""

    def plant(paper: Paper, _rng: Random, _locked: Locked) -> Fault | None:
        those = paper.of(role)
        if len(those) != 1:
            return None
        head = paper.head
        if head is not None and role in {"quoc_hieu", "tieu_ngu", "so", "ngay"}:
            attribute = {"so": "number", "ngay": "date"}.get(role, role)
            setattr(head, attribute, None)
        else:
            paper.drop(those[0])
        return Fault(name or f"{rules[0]} không có", rules, "", frozenset(also))

    return plant


def no_recipients(paper: Paper, _rng: Random, _locked: Locked) -> Fault | None:
    """No *Nơi nhận* at all."""
    if paper.tail is None:
        return None
    paper.tail.recipients = []
    return Fault("NN-08", ("NN-08",), also=frozenset({"KY-11", "NN-06", "NN-07", "NN-05"}))


def no_archive(paper: Paper, _rng: Random, _locked: Locked) -> Fault | None:
    """The line *Lưu* is not there."""
    if paper.tail is None:
        return None
    gone_ = paper.tail.recipients.pop()
    last = paper.tail.recipients[-1]
    if gone_ is last or last.role != "noi_nhan_dong":
        paper.tail.recipients.append(gone_)
        return None
    return Fault("NN-05 không có Lưu", ("NN-05",), also=frozenset({"NN-04"}))


def no_first_recipient(paper: Paper, _rng: Random, _locked: Locked) -> Fault | None:
    """*Như trên* or *Như Điều* is not there."""
    tail = paper.tail
    if tail is None or len(tail.recipients) < 4 or not tail.recipients[1].text.startswith("- Như"):
        return None
    rule = "NN-07" if "Điều" in tail.recipients.pop(1).text else "NN-06"
    return Fault(rule, (rule,))


def deputy_alone(paper: Paper, _rng: Random, _locked: Locked) -> Fault | None:
    """A deputy signs without KT."""
    if paper.tail is None or not any(one.text.startswith("KT.") for one in paper.tail.posts):
        return None
    paper.tail.posts = [one for one in paper.tail.posts if not one.text.startswith("KT.")]
    return Fault("KY-04", ("KY-04",), also=frozenset({"KY-05"}))


def blanks_for_a_page(paper: Paper, rng: Random, _locked: Locked) -> Fault | None:
    """Twenty blank paragraphs where a page break is meant."""
    those = [n for n, one in enumerate(paper.body) if isinstance(one, Para) and one.role == "doan" and n > 2]
    if not those:
        return None
    at = rng.choice(those)
    paper.body[at:at] = [para("trong", "") for _ in range(rng.randint(15, 25))]
    return Fault("dòng trống thay ngắt trang", ("PG-20", "ND-07"), also=frozenset({"ND-07", "PG-20"}))


def more_words(one: Para, _: Random) -> None:
    """A word more in the title's paragraph."""
    one.text = f"{one.text} xem trước"


def foreign_number(one: Para, _: Random) -> None:
    """A number as firms write it."""
    one.text = "Số:10-01/26/PT-NC"


def wrong_indent(one: Para, rng: Random) -> None:
    """No indent, or far too much."""
    one.first = rng.choice((0, 0, 1134, 284))


def twice_the_mark(one: Para, _: Random) -> None:
    """The ending mark wrong."""
    one.text = one.text.removesuffix("./.") + "../."


NAMES = (
    ("Sở Công Thương", "Sở Công thương"),
    ("Sở Nội vụ", "Sở Nội Vụ"),
    ("Sở Tài chính", "Sở Tài Chính"),
    ("Sở Y tế", "Sở Y Tế"),
    ("Sở Giáo dục và Đào tạo", "Sở Giáo Dục và Đào Tạo"),
    ("Ủy ban nhân dân", "Ủy Ban Nhân Dân"),
    ("Văn phòng", "Văn Phòng"),
)
