"""Papers of the kinds of the decree as they should be: every part right, the words made up by chance."""

from collections.abc import Callable, Mapping
from random import Random

from benchmarks.other_papers.model import Block, Break, Grid, Head, Paper, Para, Run, Tail, centre, para
from benchmarks.other_papers.words import (
    ABBREVIATIONS,
    ADDRESSEES,
    BASES,
    HEADINGS,
    LAWS,
    ORGANS,
    PARTS,
    PEOPLE,
    RECIPIENTS,
    REMARKS,
    TASKS,
    Organ,
    date_of,
    paragraph,
    sentence,
)

QUOC_HIEU, TIEU_NGU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


class Office:
    """One office on one day: what all its papers have in common."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.organ: Organ = rng.choice(ORGANS)
        self.small = rng.random() < 0.3
        """Whether the head is set in the smaller of the decree's two sets of sizes."""
        self.indent = rng.choice((567, 720))
        self.gap = rng.choice((6, 6, 8))
        self.line = rng.choice((1.0, 1.15, 1.25))
        self.task = rng.choice(TASKS)
        self.date_line, self.date = date_of(rng, self.organ.place)
        self.number = rng.randint(1, 400)
        self.is_draft = rng.random() < 0.25
        if self.is_draft:
            self.date_line = f"{self.organ.place}, ngày      tháng      năm 2026"

    # -- Parts

    def head(self, sign: str, subject: str = "") -> Head:
        """The head; ``sign`` is what follows the number."""
        size = 12 if self.small else 13
        state = centre("quoc_hieu", QUOC_HIEU, size, b=True)
        motto = centre("tieu_ngu", TIEU_NGU, size + 1, b=True).underlined(1)
        number = "Số:        " if self.is_draft else f"Số: {self.number:02}"
        return Head(
            state,
            motto,
            self.names(size),
            centre("so", f"{number}/{sign}", 13, before=6),
            centre("ngay", self.date_line, size + 1, i=True, before=6),
            centre("ve_viec", subject, 12, before=6) if subject else None,
        )

    def names(self, size: float) -> list[Para]:
        """Box 2."""
        own = [centre("ban_hanh", name, size, b=True) for name in self.organ.names]
        own[-1] = own[-1].underlined(0.4)
        return [centre("chu_quan", self.organ.parent, size)] * bool(self.organ.parent) + own

    def title(self, kind: str, summary: str) -> list[Block]:
        """Box 5a."""
        short = self.rng.choice((0.35, 0.4, 0.45))
        return [centre("ten_loai", kind, b=True, before=12), centre("trich_yeu", summary, b=True).underlined(short)]

    def text(self, words: str, role: str = "doan", **how: bool) -> Para:
        """A paragraph of the text."""
        return para(role, words, first=self.indent, after=self.gap, line=self.line, **how)

    def bases(self) -> list[Block]:
        """The bases of a decision or plan, with their signs."""
        those = [self.rng.choice(LAWS), *self.rng.sample(BASES, self.rng.randint(1, 2))]
        marks = [";"] * (len(those) - 1) + ["."]
        return [self.text(words + mark, "can_cu", i=True) for words, mark in zip(those, marks, strict=True)]

    def address(self) -> list[Block]:
        """Box 9a, for one or several."""
        if self.rng.random() < 0.5:
            return [para("kinh_gui", f"Kính gửi: {self.rng.choice(ADDRESSEES)}", align="both", first=1985, before=6)]
        those = self.rng.sample(ADDRESSEES, 3)
        lines = [f"- {one};" for one in those[:-1]] + [f"- {those[-1]}."]
        first = para("kinh_gui", "Kính gửi:", first=1985, before=6)
        return [first, *(para("noi_gui", one, first=3000) for one in lines)]

    def tail(self, first: str = "", archive: str = "") -> Tail:
        """Boxes 7 and 9b."""
        others = self.rng.sample(RECIPIENTS, self.rng.randint(1, 3))
        unit = archive or self.organ.unit
        initials = self.rng.choice(("", "", " (CTL)", " (02b)"))
        names = ([first] if first else []) + [one for one in others if one != first] + [f"- Lưu: VT, {unit}{initials}."]
        recipients = [para("noi_nhan", "Nơi nhận:", 12, b=True, i=True, align="left")]
        recipients += [para("noi_nhan_dong", one, 11, align="left") for one in names]
        posts = [centre("chuc_vu", one, b=True) for one in self.posts()]
        return Tail(recipients, posts, centre("ho_ten", self.rng.choice(PEOPLE), b=True, before=72))

    def posts(self) -> list[str]:
        """Who signs, line by line."""
        own = self.organ
        head = [f"TM. {own.collective}"] if own.collective else []
        if self.rng.random() < 0.5:
            return [*head, own.head]
        return [*head, f"KT. {own.head}", own.deputy]

    # -- Bodies

    def outline(self) -> list[Block]:
        """Parts with Roman numbers, points, letters; here and there a table or a remark in italics."""
        blocks: list[Block] = []
        for number, name in zip(("I", "II", "III"), self.rng.sample(PARTS, 3), strict=True):
            blocks.append(self.text(f"{number}. {name}", "muc_la_ma", b=True, keep=True))
            for point, heading in enumerate(self.rng.sample(HEADINGS, self.rng.randint(1, 3)), 1):
                blocks.append(self.text(f"{point}. {heading}", "khoan_tieu_de", b=True, keep=True))
                blocks += self.under_heading()
        return blocks

    def under_heading(self) -> list[Block]:
        """What stands under a heading."""
        chance = self.rng.random()
        if chance < 0.3:
            letters = "abcdđe"[: self.rng.randint(2, 6)]
            marks = [";"] * (len(letters) - 1) + ["."]
            return [
                self.text(f"{one}) {sentence(self.rng)}{mark}", "diem")
                for one, mark in zip(letters, marks, strict=True)
            ]
        if chance < 0.5:
            return [self.text(f"- {sentence(self.rng)}.", "gach") for _ in range(self.rng.randint(1, 3))]
        if chance < 0.65:
            return [self.remarked()]
        if chance < 0.8:
            return [self.text(paragraph(self.rng)), *self.table()]
        return [self.text(paragraph(self.rng)) for _ in range(self.rng.randint(1, 2))]

    def remarked(self) -> Para:
        """A paragraph with a remark in italics inside it."""
        one = self.text(f"{sentence(self.rng)} ", "doan_nghieng")
        one.runs += [Run(self.rng.choice(REMARKS), i=True), Run(".")]
        return one

    def table(self) -> list[Block]:
        """A table of data, at times with its unit above it."""
        rows = [
            [centre("o", "STT", 13, b=True)],
            [centre("o", "Nội dung", 13, b=True)],
            [centre("o", "Kết quả", 13, b=True)],
        ]
        more = [
            [
                [centre("o", str(number), 13)],
                [para("o", sentence(self.rng), 12)],
                [centre("o", str(self.rng.randint(2, 90)), 13)],
            ]
            for number in range(1, self.rng.randint(3, 6))
        ]
        unit = [para("don_vi", "Đơn vị tính: hồ sơ", 13, i=True, align="right")] if self.rng.random() < 0.4 else []
        return [*unit, Grid([rows, *more], (800, 6754, 1800)), self.text(paragraph(self.rng))]

    def points(self) -> list[Block]:
        """Numbered points without headings."""
        opening = [self.text(paragraph(self.rng))]
        return [
            *opening,
            *(self.text(f"{n}. {sentence(self.rng)}.", "khoan") for n in range(1, self.rng.randint(3, 6))),
        ]

    def closed(self, blocks: list[Block], last: str) -> list[Block]:
        """With a last paragraph that carries the ending mark."""
        return [*blocks, self.text(f"{last}./.", "ket", keep=True)]

    def articles(self, what: str) -> list[Block]:
        """The articles of a decision; *Điều n.* bold, the rest not."""
        last = (
            "Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./."
        )
        lines = [what, f"{sentence(self.rng)}.", last]
        return [self.article(number, words) for number, words in enumerate(lines, 1)]

    def article(self, number: int, words: str) -> Para:
        """An article, its number bold, its text not."""
        one = self.text("", "dieu", keep=words.endswith("./."))
        one.runs = [Run(f"Điều {number}.", b=True), Run(f" {words}")]
        return one

    def appendix(self, kind: str, sign: str, number: str = "") -> list[Block]:
        """An appendix on pages of its own."""
        of = f"(Kèm theo {kind} số        /{sign} {self.date_line.split(', ', 1)[1]} của {self.organ.said})"
        if not self.is_draft:
            of = f"(Kèm theo {kind} số {self.number:02}/{sign} {self.date} của {self.organ.said})"
        rows = [[[centre("o", "STT", 13, b=True)], [centre("o", "Nhiệm vụ", 13, b=True)]]]
        rows += [[[centre("o", "1", 13)], [para("o", f"{sentence(self.rng)}./.", 13)]]]
        return [
            centre("phu_luc", f"Phụ lục {number}".strip(), b=True),
            centre("ten_phu_luc", "PHÂN CÔNG NHIỆM VỤ", b=True),
            centre("kem_theo", of, i=True).underlined(0.3),
            Grid(rows, (1000, 8354)),
        ]


# -- Kinds


def authority(organ: Organ) -> str:
    """Who decides, as a decision prints it above its bases."""
    if organ.collective:
        return organ.said.upper()
    said = organ.said.upper()
    last = organ.head.rsplit(" ", 1)[-1]
    if organ.head.endswith(said):
        return organ.head
    return f"{organ.head} {said.removeprefix(f'{last} ')}"


def decision(office: Office) -> Paper:
    """Quyết định."""
    sign = f"QĐ-{office.organ.short}"
    lead = [
        *office.title("QUYẾT ĐỊNH", f"Về việc thành lập Tổ công tác {office.task}"),
        centre("tham_quyen", authority(office.organ), b=True, before=6),
        *office.bases()[:-1],
        office.text("Theo đề nghị của Trưởng phòng Tổng hợp.", "can_cu", i=True),
        centre("lenh", "QUYẾT ĐỊNH:", b=True),
    ]
    body = office.articles(f"Thành lập Tổ công tác {office.task} năm 2026.")
    return Paper("Quyết định", office.head(sign), lead, body, office.tail("- Như Điều 3;"))


def letter(office: Office) -> Paper:
    """Công văn."""
    head = office.head(f"{office.organ.short}-{office.organ.unit}", f"V/v triển khai công tác {office.task}")
    body = office.closed(office.points(), f"{office.organ.said} đề nghị các cơ quan, đơn vị quan tâm phối hợp")
    return Paper("Công văn", head, office.address(), body, office.tail("- Như trên;"))


def plan(office: Office) -> Paper:
    """Kế hoạch, with its appendix at times."""
    sign = f"KH-{office.organ.short}"
    lead = [*office.title("KẾ HOẠCH", f"Thực hiện công tác {office.task} năm 2026"), *office.bases()]
    paper = Paper("Kế hoạch", office.head(sign), lead, office.outline(), office.tail())
    with_appendix = office.rng.random() < 0.5
    last = "Các đơn vị nghiêm túc triển khai thực hiện" + (" (chi tiết tại Phụ lục kèm theo)" if with_appendix else "")
    paper.body = office.closed(paper.body, last)
    if with_appendix:
        paper.rest = [Break(), *office.appendix("Kế hoạch", sign)]
    return paper


def report(office: Office) -> Paper:
    """Báo cáo."""
    lead = [*office.title("BÁO CÁO", f"Kết quả công tác {office.task} quý I năm 2026")]
    is_sent = office.rng.random() < 0.5
    if is_sent:
        lead.append(para("kinh_gui", "Kính gửi: Ủy ban nhân dân tỉnh", first=1985, before=6))
    first = "- Như trên;" if is_sent else ""
    opening = office.text(f"{office.organ.said} báo cáo kết quả công tác {office.task} như sau:")
    body = office.closed([opening, *office.outline()], f"{office.organ.said} trân trọng báo cáo")
    return Paper("Báo cáo", office.head(f"BC-{office.organ.short}"), lead, body, office.tail(first))


def proposal(office: Office) -> Paper:
    """Tờ trình."""
    to = para("kinh_gui", "Kính gửi: Ủy ban nhân dân tỉnh", first=1985, before=6)
    lead = [*office.title("TỜ TRÌNH", f"Về việc phê duyệt Kế hoạch {office.task} năm 2027"), to]
    body = office.closed(office.points(), f"{office.organ.said} kính trình Ủy ban nhân dân tỉnh xem xét, phê duyệt")
    return Paper("Tờ trình", office.head(f"TTr-{office.organ.short}"), lead, body, office.tail("- Như trên;"))


def notice(office: Office) -> Paper:
    """Thông báo."""
    lead = office.title("THÔNG BÁO", f"Kết luận cuộc họp về công tác {office.task}")
    body = office.closed(office.points(), "Thông báo để các đơn vị biết, thực hiện")
    return Paper("Thông báo", office.head(f"TB-{office.organ.short}"), lead, body, office.tail())


def directive(office: Office) -> Paper:
    """Chỉ thị, chương trình, hướng dẫn, phương án: one build."""
    kind = office.rng.choice(("Chỉ thị", "Chương trình", "Hướng dẫn", "Phương án", "Đề án"))
    lead = office.title(kind.upper(), f"Về công tác {office.task} năm 2026")
    body = office.closed(office.outline(), "Các đơn vị nghiêm túc triển khai thực hiện")
    return Paper(kind, office.head(f"{ABBREVIATIONS[kind]}-{office.organ.short}"), lead, body, office.tail())


def invitation(office: Office) -> Paper:
    """Giấy mời."""
    lead = office.title("GIẤY MỜI", f"Dự họp về công tác {office.task}")
    lines = [
        f"{office.organ.said} trân trọng kính mời: Lãnh đạo các phòng, đơn vị trực thuộc.",
        f"Tới dự cuộc họp về công tác {office.task}.",
        f"Chủ trì: Lãnh đạo {office.organ.said}.",
        "Thời gian: 08 giờ 00 phút, ngày 25 tháng 11 năm 2026.",
    ]
    body = office.closed([office.text(one) for one in lines], "Địa điểm: Phòng họp số 1, trụ sở cơ quan")
    return Paper("Giấy mời", office.head(f"GM-{office.organ.short}"), lead, body, office.tail("- Như trên;"))


def minutes(office: Office) -> Paper:
    """Biên bản: signed side by side, the recipients below."""
    head = office.head(f"BB-{office.organ.short}")
    head.date = None
    lead = office.title("BIÊN BẢN", f"Họp giao ban công tác {office.task}")
    lines = [
        "Thời gian bắt đầu: 14 giờ 00 phút, ngày 20 tháng 11 năm 2026.",
        "Địa điểm: Phòng họp số 1, trụ sở cơ quan.",
        "Thành phần tham dự: Lãnh đạo cơ quan; trưởng các phòng, đơn vị.",
        "Chủ trì: Lãnh đạo cơ quan.",
        "Thư ký: Chuyên viên phòng Tổng hợp.",
        paragraph(office.rng),
    ]
    end = "Cuộc họp kết thúc vào 16 giờ 30 phút, ngày 20 tháng 11 năm 2026"
    body: list[Block] = office.closed([office.text(one) for one in lines], end)
    secretary, chair = office.rng.sample(PEOPLE, 2)
    body.append(
        Grid(
            [
                [
                    [centre("chuc_vu", "THƯ KÝ", b=True), centre("ho_ten", secretary, b=True, before=72)],
                    [centre("chuc_vu", "CHỦ TỌA", b=True), centre("ho_ten", chair, b=True, before=72)],
                ]
            ],
            (4677, 4677),
            ruled=False,
        )
    )
    paper = Paper("Biên bản", head, lead, body)
    paper.rest = list(office.tail(archive="Hồ sơ").recipients)
    return paper


def landscape(office: Office) -> Paper:
    """A plan whose appendix lies on its side, for a wide table."""
    paper = plan(office)
    appendix = office.appendix("Kế hoạch", f"KH-{office.organ.short}")
    paper.rest = [Break(), *appendix, Break(landscape=True, restarts=True)]
    if isinstance(last := paper.body[-1], Para):
        last.text = "Các đơn vị nghiêm túc triển khai thực hiện (chi tiết tại Phụ lục kèm theo)./."
    return paper


OF_DECREE: Mapping[str, Callable[[Office], Paper]] = {
    "quyet_dinh": decision,
    "cong_van": letter,
    "ke_hoach": plan,
    "bao_cao": report,
    "to_trinh": proposal,
    "thong_bao": notice,
    "chi_thi": directive,
    "giay_moi": invitation,
    "bien_ban": minutes,
    "nam_ngang": landscape,
}
