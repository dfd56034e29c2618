"""A paper before it is a Word file: its parts as paragraphs with roles, so that a fault can be planted in one of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cchc_docs.text.widths import text_width


@dataclass(slots=True)
class Run:
    """Text; ``b`` and ``i`` where they are not the paragraph's."""

    text: str
    b: bool | None = None
    i: bool | None = None


@dataclass(slots=True)
class Para:
    """A paragraph; lengths in twips, gaps in pt. ``below`` is the length in mm of the line drawn under it.

    ``line`` counts lines; from 10 on it is an exact distance in pt.
    """

    role: str
    runs: list[Run]
    size: float = 14
    b: bool = False
    i: bool = False
    align: str = "both"
    first: int = 0
    left: int = 0
    before: float = 0
    after: float = 0
    line: float = 1.0
    below: float = 0
    color: str = ""
    font: str = ""
    keep: bool = False

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(run.text for run in self.runs)

    @text.setter
    def text(self, new: str) -> None:
        """Its text, in one run; where it has several, the last takes what is new."""
        start = "".join(run.text for run in self.runs[:-1])
        if self.runs[:-1] and new.startswith(start):
            self.runs[-1].text = new.removeprefix(start)
        else:
            self.runs = [Run(new)]

    @property
    def width(self) -> float:
        """How wide it is on one line, in mm."""
        return text_width(self.text, self.size, bold=self.b, italic=self.i)

    def underlined(self, ratio: float) -> "Para":
        """With a line below, ``ratio`` of its own length."""
        return replace(self, below=self.width * ratio)


@dataclass(slots=True)
class Grid:
    """A table; each cell a list of paragraphs."""

    rows: list[list[list[Para]]]
    widths: tuple[int, ...]
    ruled: bool = True


@dataclass(slots=True)
class Box:
    """A text box; lengths in mm."""

    inside: list[Para]
    width: int
    left: int = 0
    height: int = 8


@dataclass(slots=True)
class Break:
    """The end of a section, or with ``page`` only of a page. ``landscape`` is how the section that ends here lies."""

    page: bool = False
    landscape: bool = False
    restarts: bool = False


Block = Para | Grid | Box | Break


@dataclass(slots=True)
class Head:
    """Boxes 1 to 4, and 5b."""

    quoc_hieu: Para | None
    tieu_ngu: Para | None
    organ: list[Para] = field(default_factory=list)
    number: Para | None = None
    date: Para | None = None
    subject: Para | None = None

    @property
    def left(self) -> list[Para]:
        """The left column, from above."""
        return [one for one in (*self.organ, self.number, self.subject) if one is not None]

    @property
    def right(self) -> list[Para]:
        """The right column."""
        return [one for one in (self.quoc_hieu, self.tieu_ngu, self.date) if one is not None]


@dataclass(slots=True)
class Tail:
    """Boxes 7 and 9b."""

    recipients: list[Para]
    """*Nơi nhận:* first."""
    posts: list[Para]
    name: Para | None
    other: Para | None = None
    """The signer's other post, above the name."""


@dataclass(slots=True)
class Page:
    """The page, in twips; the page number."""

    width: int = 11_906
    height: int = 16_838
    top: int = 1134
    bottom: int = 1134
    left: int = 1701
    right: int = 851
    header: int = 567
    title_page: bool = True
    number_at: str = "header"
    """``header``, ``footer`` or ``none``."""
    number_align: str = "center"
    number_size: float = 14
    number_bold: bool = False
    blank_above: int = 0
    """Blank paragraphs above the page number."""
    even_footer: bool = False
    """Whether there is a numbered footer for even pages, which nothing turns on."""


@dataclass(slots=True)
class Paper:
    """A paper. ``lead`` stands between head and body (title, bases, addressees), ``rest`` behind the signature."""

    kind: str
    head: Head | None = None
    lead: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    tail: Tail | None = None
    rest: list[Block] = field(default_factory=list)
    page: Page = field(default_factory=Page)
    font: str = "Times New Roman"
    is_of_decree: bool = True
    """Whether the decree says how it looks; of others only page and font."""
    head_as: str = "table"
    tail_as: str = "table"

    def all(self) -> Iterator[Para]:
        """Every paragraph, tables apart."""
        if self.head is not None:
            yield from (*self.head.left, *self.head.right)
        yield from (one for one in (*self.lead, *self.body) if isinstance(one, Para))
        if self.tail is not None:
            yield from self.tail.recipients
            yield from self.tail.posts
            yield from (one for one in (self.tail.other, self.tail.name) if one is not None)
        yield from (one for one in self.rest if isinstance(one, Para))

    def of(self, *roles: str) -> list[Para]:
        """The paragraphs of these roles."""
        return [one for one in self.all() if one.role in roles]

    def drop(self, gone: Para) -> None:
        """Take a paragraph out of lead, body, recipients or rest."""
        lists: list[list[Block]] = [self.lead, self.body, self.rest]
        for one in lists:
            one[:] = [block for block in one if block is not gone]
        if self.tail is not None:
            self.tail.recipients = [one for one in self.tail.recipients if one is not gone]


def para(role: str, text: str, size: float = 14, **how: object) -> Para:
    """A paragraph of one run."""
    return Para(role, [Run(text)], size, **how)  # type: ignore[arg-type]


def centre(role: str, text: str, size: float = 14, **how: object) -> Para:
    """A centred paragraph."""
    return para(role, text, size, align="center", **how)
