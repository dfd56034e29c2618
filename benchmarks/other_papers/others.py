"""Papers that the decree does not shape: forms, attached texts, loose appendices, texts without a head, other laws."""

from collections.abc import Callable, Mapping, Sequence

from benchmarks.other_papers.compose import Office, decision, letter, notice
from benchmarks.other_papers.model import Block, Break, Grid, Head, Paper, Para, Tail, centre, para
from benchmarks.other_papers.words import PEOPLE, paragraph, sentence


def _page_only(kind: str, **parts: object) -> Paper:
    return Paper(kind, is_of_decree=False, **parts)  # type: ignore[arg-type]


def _bare_head(office: Office) -> Head:
    """A head without number and date."""
    head = office.head("X")
    head.number = head.date = None
    return head


def form(office: Office) -> Paper:
    """An office form with bold Kính gửi, no recipients, no date."""
    name = office.rng.choice(("PHIẾU TRÌNH", "PHIẾU GIẢI QUYẾT CÔNG VIỆC", "PHIẾU XIN Ý KIẾN", "PHIẾU KIỂM SOÁT HỒ SƠ"))
    rows: list[list[list[Para]]] = [
        [[para("o", "Nội dung trình:", 13, b=True)], [para("o", paragraph(office.rng), 13)]],
        [[para("o", "Ý kiến của phòng chuyên môn:", 13, b=True)], [para("o", f"{sentence(office.rng)}.", 13)]],
        [
            [centre("o", "Ý KIẾN CỦA LÃNH ĐẠO", 13, b=True)],
            [centre("o", "CHUYÊN VIÊN", 13, b=True), centre("o", office.rng.choice(PEOPLE), 13, before=48)],
        ],
    ]
    lead: list[Block] = [
        centre("x", name, office.rng.choice((14, 15, 16)), b=True, before=12),
        centre("x", f"Về việc triển khai công tác {office.task}", b=True, i=office.rng.random() < 0.5),
        para("x", f"Kính gửi: Lãnh đạo {office.organ.said}", b=True, align="left", before=6),
    ]
    return _page_only("biểu mẫu", head=_bare_head(office), lead=lead, body=[Grid(rows, (3000, 6354))])


def _chapters(office: Office) -> list[Block]:
    blocks: list[Block] = []
    article = 0
    for number, name in (("I", "QUY ĐỊNH CHUNG"), ("II", "TỔ CHỨC THỰC HIỆN")):
        blocks += [centre("x", f"Chương {number}", b=True, before=6), centre("x", name, b=True)]
        for heading in ("Phạm vi", "Trách nhiệm"):
            article += 1
            blocks.append(office.text(f"Điều {article}. {heading}", "x", b=True, keep=True))
            blocks += [office.text(f"{n}. {sentence(office.rng)}.", "x") for n in (1, 2)]
    return office.closed(blocks, "Quy định này có hiệu lực kể từ ngày ký")


def _attached_title(office: Office) -> list[Block]:
    kind = office.rng.choice(("ĐIỀU LỆ", "QUY CHẾ", "QUY ĐỊNH", "THỂ LỆ", "NỘI QUY"))
    return [
        centre("x", kind, b=True, before=12),
        centre("x", f"Về công tác {office.task}", b=True),
        centre("x", _with(office, "Quyết định", "QĐ"), i=True).underlined(0.3),
    ]


def _with(office: Office, kind: str, short: str) -> str:
    """The reference of what goes with a paper."""
    blank = (
        f"(Kèm theo {kind}        /{short}-{office.organ.short} ngày     tháng     năm 2026 của {office.organ.said})"
    )
    said = f"(Kèm theo {kind} số {office.number:02}/{short}-{office.organ.short} {office.date} của {office.organ.said})"
    return blank if office.is_draft else said


def attached(office: Office) -> Paper:
    """A charter or regulation in a file of its own."""
    return _page_only("văn bản kèm theo", head=_bare_head(office), lead=_attached_title(office), body=_chapters(office))


def _rows(office: Office) -> list[list[list[Para]]]:
    head = [[centre("o", "STT", 13, b=True)], [centre("o", "Nội dung", 13, b=True)]]
    return [head, *([[centre("o", str(n), 13)], [para("o", sentence(office.rng), 13)]] for n in range(1, 5))]


def loose_appendix(office: Office) -> Paper:
    """An appendix or list in a file of its own."""
    opening = office.rng.choice(("Phụ lục", "Phụ lục II", "DANH SÁCH", "DANH MỤC"))
    lead: list[Block] = [
        centre("x", opening, b=True),
        centre(
            "x", f"{'CHỈ TIÊU' if opening.startswith('Phụ') else 'Nhiệm vụ'} CÔNG TÁC {office.task.upper()}", b=True
        ),
        centre("x", _with(office, "Kế hoạch", "KH"), i=True).underlined(0.3),
    ]
    return _page_only("phụ lục rời", lead=lead, body=[Grid(_rows(office), (1000, 8354))])


def speech(office: Office) -> Paper:
    """A speech, without any head."""
    lead: list[Block] = [
        centre("x", "BÀI PHÁT BIỂU", 15, b=True),
        centre("x", f"Tại Hội nghị về công tác {office.task}", b=True, i=True),
    ]
    body: list[Block] = [office.text("Kính thưa các đồng chí!", "x", b=True, i=True)]
    body += [office.text(paragraph(office.rng), "x") for _ in range(4)]
    body.append(office.text("Xin trân trọng cảm ơn các đồng chí.", "x"))
    return _page_only("không có phần đầu", lead=lead, body=body)


def agenda(office: Office) -> Paper:
    """An agenda: a title and a table."""
    lead: list[Block] = [
        centre("x", "CHƯƠNG TRÌNH HỘI NGHỊ", b=True),
        centre("x", f"Về công tác {office.task}", b=True),
    ]
    return _page_only("không có phần đầu", lead=lead, body=[Grid(_rows(office), (1000, 8354))])


def note(office: Office) -> Paper:
    """A note of some lines."""
    body: list[Block] = [office.text(paragraph(office.rng), "x") for _ in range(office.rng.randint(1, 4))]
    return _page_only("không có phần đầu", body=body)


def legal(office: Office) -> Paper:
    """A legal document: its own format, the year in its number."""
    kind, number, issuer, who, head_ = office.rng.choice(
        (
            ("THÔNG TƯ", "TT-BNV", "BỘ NỘI VỤ", "Bộ trưởng Bộ Nội vụ", "BỘ TRƯỞNG"),
            ("NGHỊ ĐỊNH", "NĐ-CP", "CHÍNH PHỦ", "Chính phủ", "TM. CHÍNH PHỦ"),
            ("QUYẾT ĐỊNH", "QĐ-UBND", "ỦY BAN NHÂN DÂN", "Ủy ban nhân dân", "TM. ỦY BAN NHÂN DÂN"),
        )
    )
    head = office.head("X")
    head.organ = [centre("x", issuer, 13, b=True).underlined(0.4)]
    head.number = centre("x", f"Số: {office.number:02}/2026/{number}", 13, before=6)
    lead = office.title(kind, f"Quy định về công tác {office.task}")
    lead += [one for one in office.bases() if isinstance(one, Para)][:1]
    lead += [
        office.text("Theo đề nghị của Vụ trưởng Vụ Pháp chế;", "x", i=True),
        office.text(f"{who} ban hành {kind.capitalize()} quy định về công tác {office.task}.", "x", i=True),
    ]
    return _page_only(
        "văn bản quy phạm pháp luật", head=head, lead=lead, body=_chapters(office), tail=_signed(office, head_)
    )


def _signed(office: Office, post: str) -> Tail:
    tail = office.tail()
    tail.posts = [centre("x", post, b=True)]
    return tail


def party(office: Office) -> Paper:
    """A paper of the Party, by its own rules."""
    rows = [
        [
            [
                centre("x", "TỈNH ỦY HƯNG AN"),
                centre("x", "BAN TUYÊN GIÁO", b=True),
                centre("x", "*"),
                centre("x", f"Số {office.number:02}-KH/BTG"),
            ],
            [
                centre("x", "ĐẢNG CỘNG SẢN VIỆT NAM", 15, b=True).underlined(1),
                centre("x", f"Hưng An, {office.date}", i=True),
            ],
        ]
    ]
    lead: list[Block] = [
        Grid(rows, (4200, 5154), ruled=False),
        centre("x", "KẾ HOẠCH", 16, b=True, before=12),
        centre("x", f"về công tác {office.task}", b=True),
        centre("x", "-----"),
    ]
    body: list[Block] = [office.text("I- MỤC ĐÍCH", "x", b=True)]
    body += [office.text(paragraph(office.rng), "x") for _ in range(3)]
    right = [
        centre("x", "K/T TRƯỞNG BAN", b=True),
        centre("x", "PHÓ TRƯỞNG BAN"),
        centre("x", office.rng.choice(PEOPLE), b=True, before=72),
    ]
    left = [para("x", "Nơi nhận:", align="left"), para("x", "- Thường trực Tỉnh ủy,", 12, align="left")]
    left.append(para("x", "- Lưu Văn phòng.", 12, align="left"))
    body.append(Grid([[left, right]], (4677, 4677), ruled=False))
    return _page_only("văn bản của Đảng", lead=lead, body=body)


def flat(paper: Paper) -> list[Block]:
    """A whole paper as blocks, to stand behind another in one file."""
    blocks: list[Block] = []
    if paper.head is not None:
        head = paper.head
        rows: Sequence[list[list[Para]]] = [[head.left, head.right]]
        blocks.append(Grid(list(rows), (3600, 5754), ruled=False))
    blocks += [*paper.lead, *paper.body]
    if paper.tail is not None:
        end = [one for one in (paper.tail.other, paper.tail.name) if one is not None]
        blocks.append(Grid([[paper.tail.recipients, [*paper.tail.posts, *end]]], (4677, 4677), ruled=False))
    return blocks


def decision_with_charter(office: Office) -> Paper:
    """A decision and the text that it issues, in one file."""
    paper = decision(office)
    other = Paper("", _bare_head(office), _attached_title(office), _chapters(office))
    paper.rest = [Break(), *flat(other), Break(restarts=True)]
    paper.is_of_decree = False
    return paper


def several(office: Office) -> Paper:
    """Two papers in one file."""
    paper = letter(office)
    paper.rest = [Break(), *flat(notice(office))]
    paper.kind = "nhiều văn bản"
    paper.is_of_decree = False
    return paper


NOT_OF_DECREE: Mapping[str, Callable[[Office], Paper]] = {
    "phieu": form,
    "dieu_le": attached,
    "phu_luc_roi": loose_appendix,
    "phat_bieu": speech,
    "lich": agenda,
    "ghi_chep": note,
    "quy_pham": legal,
    "dang": party,
    "kem_dieu_le": decision_with_charter,
    "nhieu": several,
}
