"""What people do that is right, or nobody's fault, and yet looks odd to a program. A place to extend: ``QUIRKS``."""

from collections.abc import Callable
from random import Random

from benchmarks.other_papers.model import Box, Break, Grid, Paper, Para, Run, centre, para
from benchmarks.other_papers.words import sentence

Quirk = Callable[[Paper, Random], None]


def draft_in_a_box(paper: Paper, _: Random) -> None:
    """*DỰ THẢO* in a text box above the title."""
    paper.lead.insert(0, Box([centre("x", "DỰ THẢO", 13, b=True)], 30))


def address_in_cells(paper: Paper, _: Random) -> None:
    """*Kính gửi:* and several addressees in two cells."""
    own = paper.of("kinh_gui", "noi_gui")
    if len(own) < 2:
        return
    at = next(number for number, one in enumerate(paper.lead) if one is own[0])
    left, right = (
        para("kinh_gui_o", "Kính gửi:", align="right"),
        [para("noi_gui_o", one.text, align="left") for one in own[1:]],
    )
    for one in own:
        paper.drop(one)
    paper.lead[at:at] = [para("trong", ""), Grid([[[left], right]], (3000, 6354), ruled=False)]


def brace_at_recipients(paper: Paper, rng: Random) -> None:
    """A note about some recipients, beside or under them."""
    if paper.tail is not None and len(paper.tail.recipients) > 3:
        note = rng.choice(("(để b/c)", "(    b)", "} (để báo cáo)"))
        paper.tail.recipients.insert(-1, para("x", note, 11, align="left"))


def other_post(paper: Paper, _: Random) -> None:
    """Below the room for the signature, the signer's other post."""
    tail = paper.tail
    if tail is None or tail.name is None or not tail.posts[-1].text.startswith("PHÓ") or paper.rest:
        return  # what comes behind cites the number and the issuer
    tail.posts = [centre("x", one, b=True) for one in ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")]
    tail.other = centre("x", "PHÓ GIÁM ĐỐC SỞ CÔNG THƯƠNG", b=True, before=72)
    tail.name.before = 0
    head = paper.head
    if head is not None:
        head.organ = [centre("chu_quan", "UBND TỈNH HƯNG AN", head.organ[-1].size)]
        head.organ.append(centre("ban_hanh", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", head.organ[0].size, b=True).underlined(0.4))
        if head.number is not None:
            before, _slash, _after = head.number.text.rpartition("-")
            head.number.text = f"{before}-BCĐ" if paper.kind != "Công văn" else head.number.text
    paper.lead = [one for one in paper.lead if not (isinstance(one, Para) and one.role == "tham_quyen")]


def list_in_same_section(paper: Paper, rng: Random) -> None:
    """A list that goes with the paper, behind a page break."""
    if paper.rest or paper.tail is None or paper.head is None:
        return
    sign = paper.head.number.text.rpartition("/")[2] if paper.head.number is not None else ""
    said = f"(Kèm theo {paper.kind}        /{sign} ngày     tháng     năm 2026)"
    rows = [[[centre("o", "STT", 13, b=True)], [centre("o", "Họ và tên", 13, b=True)]]]
    rows += [[[centre("o", "1", 13)], [para("o", "Lê Thị Hoa", 13)]]]
    paper.rest = [
        Break(page=True),
        centre("x", rng.choice(("DANH SÁCH", "DANH MỤC")), b=True),
        centre("x", "THÀNH VIÊN TỔ CÔNG TÁC", b=True),
        centre("x", said, i=True).underlined(0.3),
        Grid(rows, (1000, 8354)),
    ]


def number_lower_by_a_blank(paper: Paper, _: Random) -> None:
    """A blank paragraph above the page number, which brings it to its place."""
    paper.page.header, paper.page.blank_above = 284, 1


def even_footer(paper: Paper, _: Random) -> None:
    """A footer for even pages that Word does not use."""
    paper.page.even_footer = True


def room_by_blanks(paper: Paper, _: Random) -> None:
    """The room for the signature by blank paragraphs."""
    if paper.tail is not None and paper.tail.name is not None and paper.tail.other is None:
        paper.tail.name.before = 0
        paper.tail.posts += [centre("x", "") for _ in range(4)]


def blanks_between(paper: Paper, _: Random) -> None:
    """A blank paragraph between the parts."""
    paper.lead.insert(0, para("trong", "", 8))
    paper.body.append(para("trong", "", 6))


def half_gaps(paper: Paper, _: Random) -> None:
    """Gaps before and after, which together are enough."""
    for one in paper.body:
        if isinstance(one, Para) and one.after == 6:
            one.before, one.after = 3, 3


def exact_lines(paper: Paper, rng: Random) -> None:
    """Lines at an exact distance between single and one and a half."""
    distance = rng.choice((17, 18, 20))
    for one in paper.body:
        if isinstance(one, Para) and one.role != "trong":
            one.line = distance


def organ_in_one_paragraph(paper: Paper, _: Random) -> None:
    """The lines of the issuer's name in one paragraph."""
    own = paper.of("ban_hanh")
    if paper.head is None or len(own) < 2:
        return
    joined = own[-1]
    joined.runs = [Run("\n".join(one.text for one in own))]
    paper.head.organ = [one for one in paper.head.organ if one.role != "ban_hanh"] + [joined]


def posts_in_one_paragraph(paper: Paper, _: Random) -> None:
    """Authority and post in one paragraph."""
    tail = paper.tail
    if tail is not None and len(tail.posts) > 1 and all(one.text for one in tail.posts):
        tail.posts = [centre("x", "\n".join(one.text for one in tail.posts), b=True)]


def long_heading(paper: Paper, _: Random) -> None:
    """A heading of two lines."""
    for one in paper.of("khoan_tieu_de")[:1]:
        one.text = f"{one.text} và việc thực hiện các nhiệm vụ, giải pháp đã đề ra tại Chương trình công tác năm 2026 của cơ quan, đơn vị trong lĩnh vực được giao phụ trách"


def heading_in_line(paper: Paper, rng: Random) -> None:
    """A point whose first words are its bold heading, the text on the same line."""
    those = paper.of("khoan")
    if those:
        one = rng.choice(those)
        one.role = "x"
        number, _, text = one.text.partition(" ")
        one.runs = [Run(f"{number} Nhiệm vụ: ", b=True), Run(text)]


def note_in_italics(paper: Paper, _: Random) -> None:
    """A note in brackets, in italics, on a line of its own."""
    paper.body.insert(
        max(len(paper.body) - 1, 0), centre("x", "(Có biểu tổng hợp gửi riêng từng đơn vị)", i=True, after=6)
    )


def blank_in_other_font(paper: Paper, rng: Random) -> None:
    """A blank paragraph in another font."""
    blank = para("trong", " ", 11, font=rng.choice(("Calibri", "VNI-Times")))
    paper.body.insert(rng.randrange(len(paper.body) + 1), blank)


def summary_on_two_lines(paper: Paper, _: Random) -> None:
    """The summary in two paragraphs, the line below the second."""
    for one in paper.of("trich_yeu")[:1]:
        first, _sep, second = one.text.rpartition(" công tác ")
        if not first:
            return
        at = next(number for number, block in enumerate(paper.lead) if block is one)
        paper.lead.insert(at, centre("x", first, b=True))
        one.role, one.text = "x", f"công tác {second}"
        one.below = one.width * 0.4


def quotation(paper: Paper, rng: Random) -> None:
    """A title quoted in italics inside a sentence."""
    those = paper.of("doan")
    if those:
        one = rng.choice(those)
        one.role = "x"
        one.runs = [
            Run(f"{one.text} Nội dung đăng trên bản tin "),
            Run("Nhịp cầu cơ sở", i=True),
            Run(f" số tháng 3. {sentence(rng)}."),
        ]


QUIRKS: tuple[Quirk, ...] = (
    draft_in_a_box,
    address_in_cells,
    brace_at_recipients,
    other_post,
    list_in_same_section,
    number_lower_by_a_blank,
    even_footer,
    room_by_blanks,
    blanks_between,
    half_gaps,
    exact_lines,
    organ_in_one_paragraph,
    posts_in_one_paragraph,
    long_heading,
    heading_in_line,
    note_in_italics,
    blank_in_other_font,
    summary_on_two_lines,
    quotation,
)
"""Each changes a paper of the decree; none of them is a fault."""
