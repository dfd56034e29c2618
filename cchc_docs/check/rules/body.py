"""The body: bases, text, structure, ending mark, capitals (NĐ 30/2020, Phụ lục I, phần II, mục 6; Phụ lục II)."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from cchc_docs.check import mends
from cchc_docs.check.blocks import Block
from cchc_docs.check.document import Paragraph
from cchc_docs.check.formats import mm
from cchc_docs.check.kinds_of_paper import DECISIONS
from cchc_docs.check.paper import Item, Level, Paper
from cchc_docs.check.rule import Authority, Finding, Rule
from cchc_docs.check.rules.common import Look, body_size, line_spacing, looks, number, quoted
from cchc_docs.facts import table
from cchc_docs.numbering import LETTERS, roman
from cchc_docs.problems import Severity

D, S, P = Authority.DECREE, Authority.SAMPLE, Authority.PRACTICE
_PART = "thân văn bản"
_TEXT: frozenset[Level] = frozenset(["doan", "gach", "diem", "khoan", "nhieu_cap", "dieu"])
_INDENTS = (567, 720)
_NEAR = 12  # twips: 0.2 mm

# -- Bases


def bases_look(paper: Paper) -> Iterator[Finding]:
    """CC-01: italic, 13 to 14."""
    return looks(paper.can_cu, "Căn cứ", Look(13, 14, italic=True, bold=False))


def bases_end(paper: Paper) -> Iterator[Finding]:
    """CC-02: each on its own line, ``;`` at the end, the last ``.``; a proposal may close them with its own ``.``."""
    for number_, block in enumerate(paper.can_cu):
        following = paper.can_cu[number_ + 1 :]
        ends = "." if not following else ";"
        closes = bool(following) and block.text.endswith(".") and all(_is_proposal(one) for one in following)
        if block.text.rstrip().endswith(ends) or closes:
            continue
        right = block.text.rstrip(" .;,:") + ends
        yield Finding(
            f"Căn cứ {quoted(block.text, 40)} kết thúc bằng {quoted(block.text.rstrip()[-1:])}.",
            "Cuối mỗi căn cứ có dấu chấm phẩy, căn cứ cuối cùng có dấu chấm.",
            "Căn cứ",
            block.paragraph,
            mends.text(block, right),
        )


def _is_proposal(block: Block) -> bool:
    return block.key.startswith(("theo_de_nghi", "xet_de_nghi"))


_LAW = re.compile(r"\b(Luật|Pháp lệnh|Bộ luật|Hiến pháp)\b")
_OTHER = re.compile(r"\b(Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Thông báo|Công văn)\b")


def bases_law(paper: Paper) -> Iterator[Finding]:
    """CC-03: laws and ordinances are cited by name (and date) only."""
    for block in paper.can_cu:
        law = _LAW.search(block.text)
        other = _OTHER.search(block.text)
        if law is None or (other is not None and other.start() < law.start()):
            continue
        found = re.search(r"(số\s+)?\d+/\d{4}/(QH|UBTVQH)\d*", block.text)
        if found is not None:
            yield Finding(
                f"Căn cứ luật, pháp lệnh có ghi số, ký hiệu “{found[0]}”.",
                "Luật, Pháp lệnh chỉ ghi tên (và ngày tháng năm), không ghi số, ký hiệu, cơ quan ban hành.",
                "Căn cứ",
                block.paragraph,
            )


def bases_complete(paper: Paper) -> Iterator[Finding]:
    """CC-04: other bases have number and date."""
    for block in paper.can_cu:
        found = _OTHER.search(block.text)
        if found is None or ((law := _LAW.search(block.text)) is not None and law.start() < found.start()):
            continue
        if not re.search(r"\bsố\b", block.text) or not re.search(r"ngày[\s.…_]*[\d.…_]", block.text):
            yield Finding(
                f"Căn cứ {quoted(block.text)} chưa đủ số, ký hiệu và ngày tháng năm.",
                "Ghi tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành và trích yếu.",
                "Căn cứ",
                block.paragraph,
            )


def order_look(paper: Paper) -> Iterator[Finding]:
    """CC-05: who decides and *QUYẾT ĐỊNH:* are capitals, bold, in the middle."""
    look = Look(13, 14, bold=True, capitals=True, centred=True)
    yield from looks(paper.tham_quyen, "Thẩm quyền ban hành", look)
    yield from looks(paper.lenh, "Dòng lệnh", look)
    for block in paper.lenh:
        if not block.text.endswith(":"):
            yield Finding(
                f"{quoted(block.text)} thiếu dấu hai chấm.",
                f"Viết “{block.visible}:”.",
                "Dòng lệnh",
                block.paragraph,
                mends.text(block, f"{block.text}:"),
            )


def order_there(paper: Paper) -> Iterator[Finding]:
    """CC-06: a decision says who decides, and *QUYẾT ĐỊNH:*."""
    if paper.loai not in DECISIONS:
        return
    word = "QUYẾT ĐỊNH:" if paper.loai == "Quyết định" else "QUYẾT NGHỊ:"
    if not paper.lenh:
        yield Finding(
            f"Không thấy dòng “{word}” trước phần nội dung.",
            f"Ghi “{word}” in hoa, đậm, canh giữa sau các căn cứ.",
            "Dòng lệnh",
        )
    if not paper.tham_quyen:
        yield Finding(
            "Không thấy dòng thẩm quyền ban hành trên các căn cứ.",
            "Ghi chức vụ người đứng đầu hoặc tên tập thể, in hoa, đậm, canh giữa, dưới trích yếu.",
            "Thẩm quyền ban hành",
        )


# -- Text


def _text_items(paper: Paper) -> list[Item]:
    return [item for item in paper.than if item.level in _TEXT and not item.paragraph.framed]


def _with_bases(paper: Paper) -> list[Block]:
    return [*paper.can_cu, *(item.block for item in _text_items(paper))]


def text_look(paper: Paper) -> Iterator[Finding]:
    """ND-01: 13 to 14 pt, upright (a paragraph all in italics; words may stand out)."""
    size = body_size(paper)
    for item in _text_items(paper):
        shown = [piece for piece in item.block.pieces if piece.text.strip() and not piece.format.raised]
        wrong = [piece for piece in shown if not 12.99 <= piece.format.size <= 14.01]
        if wrong:
            sizes = ", ".join(sorted({number(piece.format.size) for piece in wrong}))
            yield Finding(
                f"Đoạn có chữ cỡ {sizes}.",
                "Nội dung văn bản cỡ 13 đến 14.",
                _PART,
                item.paragraph,
                mends.runs(wrong, size=size if 13 <= size <= 14 else min(max(round(wrong[0].format.size), 13), 14)),
            )
        if (
            shown
            and all(piece.format.italic for piece in shown)
            and item.level != "gach"
            and not item.block.text.startswith("(")
        ):
            yield Finding(
                f"Đoạn {quoted(item.block.text, 40)} in nghiêng cả đoạn.",
                "Nội dung văn bản in đứng; chỉ các căn cứ ban hành in nghiêng.",
                _PART,
                item.paragraph,
                mends.runs(shown, italic=False),
            )


def one_size(paper: Paper) -> Iterator[Finding]:
    """ND-02: one size for the whole body."""
    size = body_size(paper)
    for item in _text_items(paper):
        wrong = [
            piece
            for piece in item.block.pieces
            if piece.text.strip()
            and 12.99 <= piece.format.size <= 14.01
            and piece.format.size != size
            and not piece.format.raised
        ]
        if wrong and 13 <= size <= 14:
            yield Finding(
                f"Đoạn có chữ cỡ {number(wrong[0].format.size)}, phần lớn nội dung cỡ {number(size)}.",
                "Dùng một cỡ chữ cho toàn bộ nội dung.",
                _PART,
                item.paragraph,
                mends.runs(wrong, size=size),
            )


def justified(paper: Paper) -> Iterator[Finding]:
    """ND-03: both edges straight; a line alone looks the same flush left."""
    for block in _with_bases(paper):
        form = block.paragraph.format
        if form.align == "both" or (form.align == "left" and _fits_one_line(block)):
            continue
        name = {"left": "canh trái", "right": "canh phải", "center": "canh giữa"}[form.align]
        yield Finding(
            f"Đoạn đang {name}.",
            "Canh đều cả hai lề (Ctrl+J).",
            _PART,
            block.paragraph,
            mends.paragraph(block.paragraph, align="both"),
        )


_NARROWEST = 0.2 * 25.4 / 72
"""No text is narrower than this, in mm by letter and pt: what is so long need not be measured."""


def _fits_one_line(block: Block) -> bool:
    form = block.paragraph.format
    room = mm(block.paragraph.container.width - form.left - form.right - max(form.first, 0))
    if len(block.text) * block.size * _NARROWEST > room:
        return False
    return block.width < room - 1 and "\n" not in block.text


def indented(paper: Paper) -> Iterator[Finding]:
    """ND-04: the first line begins 1 or 1.27 cm in, the others at the margin."""
    usual = _usual_indent(paper)
    for block in _with_bases(paper):
        form = block.paragraph.format
        start = form.left + form.first
        is_right = any(abs(start - wanted) <= _NEAR for wanted in _INDENTS)
        if (is_right and form.left <= _NEAR) or (is_right and _fits_one_line(block)):
            continue
        tabbed = block.paragraph.text[:1] in {"\t", " "} and start == 0
        yield Finding(
            f"Đầu dòng lùi vào {number(mm(start) / 10)} cm"
            + (f", các dòng sau lùi {number(mm(form.left) / 10)} cm." if form.left > _NEAR else ".")
            + (" Chỗ lùi đầu dòng gõ bằng dấu cách hoặc phím Tab." if tabbed else ""),
            "Lùi đầu dòng 1 cm hoặc 1,27 cm, không lùi cả đoạn (Paragraph > Special > First line).",
            _PART,
            block.paragraph,
            None
            if tabbed and block.paragraph.text[:1] == "\t"
            else mends.paragraph(block.paragraph, left=0, first=usual),
        )


def _usual_indent(paper: Paper) -> int:
    starts = [one.paragraph.format.first for one in _text_items(paper)]
    return (
        567 if sum(abs(one - 567) <= _NEAR for one in starts) > sum(abs(one - 720) <= _NEAR for one in starts) else 720
    )


def apart(paper: Paper) -> Iterator[Finding]:
    """ND-05: at least 6 pt between paragraphs."""
    own = {id(block.paragraph) for block in _with_bases(paper)}
    paragraphs = paper.document.paragraphs
    for one, two in pairwise(paragraphs[: paper.cuoi_tu]):
        if id(one) not in own or id(two) not in own or one.container is not two.container:
            continue
        gap = one.format.after + two.format.before
        if (one.format.contextual or two.format.contextual) and one.format.style == two.format.style:
            gap = 0.0
        if gap < 5.9:
            yield Finding(
                f"Đoạn cách đoạn trên {number(gap)} pt.",
                "Khoảng cách giữa các đoạn tối thiểu 6 pt (Spacing Before hoặc After: 6 pt).",
                _PART,
                two,
                mends.all_of(
                    mends.paragraph(two, before=6),
                    mends.paragraph(two, contextual=False) if gap == 0 else None,
                    mends.paragraph(one, contextual=False) if one.format.contextual else None,
                ),
            )


def lines_apart(paper: Paper) -> Iterator[Finding]:
    """ND-06: from single spacing to one and a half lines."""
    for block in _with_bases(paper):
        spacing = line_spacing(block.paragraph, block.size)
        if not 0.98 <= spacing <= 1.52:
            yield Finding(
                f"Các dòng cách nhau {number(spacing)} dòng.",
                "Khoảng cách giữa các dòng từ 1 (dòng đơn) đến 1,5 dòng.",
                _PART,
                block.paragraph,
                mends.paragraph(block.paragraph, line=1.0 if spacing < 1 else 1.5),
            )


def _is_empty(paragraph: Paragraph) -> bool:
    """Whether a paragraph shows nothing at all; a tab may draw dots to write on."""
    return not (paragraph.text.replace(" ", "") or paragraph.drawn or paragraph.breaks or paragraph.fields) and (
        paragraph.container.kind == "page"
    )


def no_blank_lines(paper: Paper) -> Iterator[Finding]:
    """ND-07: gaps are spacing, not blank paragraphs; indents are no spaces or tabs."""
    own = {id(item.paragraph) for item in paper.than}
    before: Paragraph | None = None
    blank: list[Paragraph] = []
    for one in paper.document.paragraphs[paper.dau_den : paper.cuoi_tu]:
        if _is_empty(one):
            blank.append(one)
            continue
        if blank and before is not None and id(before) in own and id(one) in own and before.section == one.section:
            yield Finding(
                f"Dùng {len(blank)} dòng trống để cách đoạn này với đoạn trên.",
                "Xóa dòng trống, đặt khoảng cách đoạn 6 pt.",
                _PART,
                one,
                mends.all_of(*(mends.drop(empty) for empty in blank)),
            )
        before, blank = one, []
    for item in _text_items(paper):
        lead = re.match(r"[ \t]{2,}|\t", item.paragraph.text)
        if lead is not None:
            yield Finding(
                "Thụt đầu dòng bằng dấu cách hoặc phím Tab.",
                "Bỏ dấu cách ở đầu, đặt First line 1,27 cm.",
                _PART,
                item.paragraph,
                mends.normalised(item.paragraph, str.lstrip) if "\t" not in lead[0] else None,
            )


_DOUBLE = re.compile(r"(?<=[^\W\d_,;.]) {2}(?=[^\W_])")
_BEFORE = re.compile(r"(?<=[^\W_]) +(?=[,;.!?:](?:\s|$))")


def clean_spaces(paper: Paper) -> Iterator[Finding]:
    """ND-08: one space between words, none before a comma."""
    for block in _with_bases(paper):
        text = block.text
        found = _DOUBLE.search(text) or _BEFORE.search(text)
        if found is not None:
            near = text[max(0, found.start() - 12) : found.end() + 12]
            yield Finding(
                f"Thừa dấu cách ở {quoted(near)}.",
                "Giữa hai chữ một dấu cách; trước dấu câu không có dấu cách.",
                _PART,
                block.paragraph,
                mends.normalised(block.paragraph, lambda old: _BEFORE.sub("", _DOUBLE.sub(" ", old))),
            )


# -- Structure


def _of(paper: Paper, *levels: Level) -> list[Item]:
    return [item for item in paper.than if item.level in levels]


_HEADING = Look(13, 14, bold=True, capitals=False, centred=True)


def parts(paper: Paper) -> Iterator[Finding]:
    """BC-01: *Phần I*, *Chương I*: alone on the line, Roman, small letters, bold, in the middle."""
    for item in _of(paper, "phan", "chuong"):
        word = "Phần" if item.level == "phan" else "Chương"
        if item.rest or item.sign or not re.fullmatch(r"[IVXLC]+", item.number) or not item.block.text.startswith(word):
            yield Finding(
                f"Viết {quoted(item.block.text, 40)}.",
                f"Viết “{word} I” ở dòng riêng, chữ thường, số La Mã, không có dấu chấm; tiêu đề ở dòng dưới.",
                _PART,
                item.paragraph,
            )
        else:
            yield from looks([item.block], word, _HEADING)


def sections(paper: Paper) -> Iterator[Finding]:
    """BC-03: *Mục 1*, *Tiểu mục 1*: alone on the line, Arabic, small letters, bold, in the middle."""
    for item in _of(paper, "muc", "tieu_muc"):
        word = "Mục" if item.level == "muc" else "Tiểu mục"
        if item.rest or item.sign or not item.number.isdecimal() or not item.block.text.startswith(word):
            yield Finding(
                f"Viết {quoted(item.block.text, 40)}.",
                f"Viết “{word} 1” ở dòng riêng, chữ thường, số Ả Rập; tiêu đề in hoa ở dòng dưới.",
                _PART,
                item.paragraph,
            )
        else:
            yield from looks([item.block], word, _HEADING)


def headings_have_titles(paper: Paper) -> Iterator[Finding]:
    """BC-02: under Phần, Chương, Mục, Tiểu mục stands a title: capitals, bold, in the middle."""
    for number_, item in enumerate(paper.than):
        if item.level not in {"phan", "chuong", "muc", "tieu_muc"} or item.rest:
            continue
        following = paper.than[number_ + 1] if number_ + 1 < len(paper.than) else None
        if following is None or following.level != "tieu_de":
            yield Finding(
                f"{quoted(item.block.text)} không có tiêu đề.",
                "Ghi tiêu đề in hoa, đậm, canh giữa ở dòng dưới.",
                _PART,
                item.paragraph,
            )
    titles = [item.block for item in _of(paper, "tieu_de")]
    yield from looks(titles, "Tiêu đề", Look(13, 14, bold=True, capitals=True, centred=True))


def articles(paper: Paper) -> Iterator[Finding]:
    """BC-04: ``Điều 1.`` with a full stop, bold, upright."""
    for item in _of(paper, "dieu"):
        prefix = f"Điều {item.number}."
        if item.sign != "." or not item.block.text.startswith("Điều"):
            old = re.match(r"\S+\s+\d+\s*[.:)/-]?", item.block.text)
            right = "" if old is None else prefix + item.block.text[old.end() :]
            yield Finding(
                f"Viết {quoted(item.block.text[:14])}.",
                f"Viết “{prefix}”: chữ thường, số Ả Rập, sau số là dấu chấm.",
                _PART,
                item.paragraph,
                mends.text(item.block, right) if right else None,
            )
        head = next((piece for piece in item.block.pieces if piece.text.strip()), None)
        if head is not None and (not head.format.bold or head.format.italic):
            is_alone = len(head.text.strip()) <= len(prefix) + 1 or len(item.block.text) < 100
            yield Finding(
                f"“{prefix}” không in đứng, đậm.",
                "“Điều”, số thứ tự và tiêu đề của điều in đứng, đậm.",
                _PART,
                item.paragraph,
                mends.runs([head], bold=True, italic=False) if is_alone else None,
            )


def roman_sections(paper: Paper) -> Iterator[Finding]:
    """BC-05: ``I. TIÊU ĐỀ``: Roman, full stop, title in capitals, upright, bold, on one line."""
    for item in _of(paper, "muc_la_ma"):
        if item.sign != ".":
            yield Finding(
                f"Mục viết {quoted(item.block.text[:20])}.",
                "Sau số La Mã là dấu chấm: “I. TIÊU ĐỀ”.",
                _PART,
                item.paragraph,
            )
        if len(item.block.text) < 250:
            yield from looks([item.block], "Mục", Look(13, 14, bold=True, capitals=True))


def clauses(paper: Paper) -> Iterator[Finding]:
    """BC-06: ``1.`` with a full stop."""
    for item in _of(paper, "khoan"):
        if item.sign != ".":
            right = re.sub(r"^(\d+)\s*[)/]", r"\1.", item.block.text)
            yield Finding(
                f"Khoản viết “{item.number}{item.sign}”.",
                f"Viết “{item.number}.”: chữ số Ả Rập, sau số là dấu chấm.",
                _PART,
                item.paragraph,
                mends.text(item.block, right) if right != item.block.text else None,
            )


def no_decimals(paper: Paper) -> Iterator[Finding]:
    """BC-07: ``1.1``, ``1.1.1`` are no numbers of the decree."""
    for item in _of(paper, "nhieu_cap"):
        yield Finding(
            f"Đánh số nhiều cấp “{item.number}”.",
            "Nghị định chỉ có phần, chương, mục, tiểu mục, điều, khoản “1.”, điểm “a)”.",
            _PART,
            item.paragraph,
        )


def points(paper: Paper) -> Iterator[Finding]:
    """BC-08: ``a)`` with a bracket, letters of the Vietnamese alphabet."""
    for item in _of(paper, "diem"):
        if item.number not in LETTERS:
            yield Finding(
                f"Điểm dùng chữ “{item.number}”.",
                "Điểm xếp theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k …; không có f, j, w, z.",
                _PART,
                item.paragraph,
            )
        if item.sign != ")":
            right = re.sub(r"^([a-zđ])\s*[./]", r"\1)", item.block.text)
            yield Finding(
                f"Điểm viết “{item.number}{item.sign}”.",
                f"Viết “{item.number})”: chữ thường, sau chữ là dấu đóng ngoặc đơn.",
                _PART,
                item.paragraph,
                mends.text(item.block, right) if right != item.block.text else None,
            )
    yield from looks([item.block for item in _of(paper, "diem")], "Điểm", Look(1, 400, bold=None, italic=False))


_ORDER: tuple[Level, ...] = ("phan", "chuong", "muc", "tieu_muc", "muc_la_ma", "dieu", "khoan", "nhieu_cap", "diem")
_NAMES = {
    "phan": "Phần",
    "chuong": "Chương",
    "muc": "Mục",
    "tieu_muc": "Tiểu mục",
    "muc_la_ma": "Mục",
    "dieu": "Điều",
    "khoan": "Khoản",
    "diem": "Điểm",
}


def in_order(paper: Paper) -> Iterator[Finding]:
    """BC-09: numbers follow each other; ``đ`` stands between ``d`` and ``e``."""
    last: dict[str, int] = {}
    for item in paper.than:
        if item.level not in _NAMES:
            continue
        place = _place(item)
        if place is None:
            continue
        before = last.get(item.level)
        wanted = 1 if before is None else before + 1
        if place not in {wanted, 1} and not (before is None and item.level in {"dieu", "diem"}):
            skipped = item.level == "diem" and wanted - 1 < len(LETTERS) and LETTERS[wanted - 1] == "đ"
            shown = LETTERS[wanted - 1] if item.level == "diem" and wanted <= len(LETTERS) else str(wanted)
            yield Finding(
                f"{_NAMES[item.level]} “{item.number}” không liền số trước" + (": thiếu điểm đ." if skipped else "."),
                f"Số tiếp theo là “{_shown(item.level, wanted, shown)}”.",
                _PART,
                item.paragraph,
                severity=Severity.LOI if skipped else Severity.CANH_BAO,
            )
        last[item.level] = place
        for lower in _ORDER[_ORDER.index(item.level) + 1 :]:
            if lower != "dieu":
                last.pop(lower, None)


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _place(item: Item) -> int | None:
    text = item.number
    if text.isdecimal():
        return int(text)
    if item.level == "diem":
        return LETTERS.index(text) + 1 if text in LETTERS else None
    values = [_ROMAN.get(sign, 0) for sign in text.upper()]
    if not values or 0 in values:
        return None
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _shown(level: str, wanted: int, otherwise: str) -> str:
    if level in {"phan", "chuong", "muc_la_ma"} and 0 < wanted < 90:
        return roman(wanted)
    return otherwise


def clause_titles(paper: Paper) -> Iterator[Finding]:
    """BC-10: a khoản that is a title is bold, one that is text is not (table V, 6b)."""
    for item, following in zip(paper.than, [*paper.than[1:], None], strict=True):
        if item.level != "khoan":
            continue
        is_title = (
            len(item.rest) < 150
            and not item.rest.rstrip().endswith((".", ";", ":", ",", "/", "!", "?"))
            and following is not None
            and following.level in {"doan", "gach", "diem", "nhieu_cap"}
        )
        if is_title and not item.block.bold:
            yield Finding(
                f"Khoản có tiêu đề {quoted(item.block.text, 40)} không đậm.",
                "Số và tiêu đề của khoản ở dòng riêng, in thường, đứng, đậm.",
                _PART,
                item.paragraph,
                mends.block_runs(item.block, bold=True),
            )
        elif not is_title and item.block.bold and len(item.rest) > 150:
            yield Finding(
                f"Khoản {quoted(item.block.text, 40)} không có tiêu đề mà in đậm cả đoạn.",
                "Khoản không có tiêu đề in đứng, không đậm.",
                _PART,
                item.paragraph,
                mends.block_runs(item.block, bold=False),
            )


# -- Ending mark


def ending(paper: Paper) -> Iterator[Finding]:
    """KT-01: ``./.`` after the last words."""
    last = paper.ket
    if last is None or not (paper.noi_nhan or paper.chu_ky):
        return
    if not last.text.endswith("./.") and not re.search(r"[./]{2,}\s*$", last.text):
        yield Finding(
            f"Cuối nội dung không có dấu kết thúc: {quoted(last.text[-40:])}.",
            "Thêm “./.” vào cuối câu cuối cùng.",
            _PART,
            last.paragraph,
            mends.text(last, last.text.rstrip(" .;,") + "./.")
            if last.text.endswith(".") and not last.paragraph.in_table
            else None,
        )


def ending_form(paper: Paper) -> Iterator[Finding]:
    """KT-02: once, and on the line of the last words."""
    last = paper.ket
    if last is None:
        return
    found = re.search(r"\s*[./]{2,}[./\s]*$", last.text)
    if found is None or found[0].strip(" ") in {"...", ".."}:
        return
    mark, before = found[0], last.text[: found.start()]
    if not before:
        yield Finding(
            f"Dấu kết thúc “{mark.strip()}” đứng riêng một dòng.",
            "Viết “./.” liền sau câu cuối cùng.",
            _PART,
            last.paragraph,
        )
    elif mark != "./.":
        yield Finding(
            f"Dấu kết thúc viết “{mark.strip()}”{' có dấu cách ở trước' if mark.startswith(' ') else ''}.",
            "Viết “./.” liền sau chữ cuối, một lần.",
            _PART,
            last.paragraph,
            mends.text(last, f"{before.rstrip(' .;,')}./."),
        )


# -- Capitals


def _capital_rule(code: str) -> Callable[[Paper], Iterable[Finding]]:
    rows = [(re.compile(row["sai"]), row["dung"], row["muc"]) for row in table("viet_hoa") if row["ma"] == code]

    def check(paper: Paper) -> Iterator[Finding]:
        for block in (*paper.trich_yeu, *paper.ve_viec, *paper.kinh_gui, *_with_bases(paper)):
            if block.in_capitals:
                continue
            for pattern, right, grade in rows:
                found = pattern.search(block.text)
                if found is not None:
                    shown = right or found[0][:1].swapcase() + found[0][1:]
                    yield Finding(
                        f"Viết “{found[0]}” chưa đúng quy tắc viết hoa.",
                        f"Viết “{shown}”.",
                        _PART,
                        block.paragraph,
                        severity=Severity(grade),
                    )

    check.__doc__ = f"{code}: capitals by facts/viet_hoa.csv."
    return check


def starts_with_capital(paper: Paper) -> Iterator[Finding]:
    """VH-01: a line of its own begins with a capital."""
    for item in paper.than:
        text = item.rest if item.number or item.sign else item.block.text
        start = re.sub(r"^[\W\d_]+", "", text)
        if (
            start[:1].islower()
            and not text[:1].isdigit()
            and item.level != "giua"
            and not text.startswith(("%", "…", "..."))
        ):
            yield Finding(
                f"Đầu dòng viết thường: {quoted(item.block.text, 40)}.", "Viết hoa chữ đầu dòng.", _PART, item.paragraph
            )


_CAPITALS = (
    ("VH-05", "Phụ lục II, phần III, mục 1.a", "Danh từ chung của đơn vị hành chính viết thường: tỉnh Nam Định"),
    ("VH-07", "Phụ lục II, phần III, mục 1.c", "Thủ đô Hà Nội, Thành phố Hồ Chí Minh"),
    ("VH-10", "Phụ lục II, phần IV, mục 1", "Tên cơ quan: Ủy ban nhân dân, Hội đồng nhân dân, Sở Nội vụ"),
    ("VH-11", "Phụ lục II, phần IV, mục 1", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"),
    ("VH-13", "Phụ lục II, phần V, mục 1", "Danh từ Nhà nước viết hoa"),
    ("VH-17", "Phụ lục II, phần V, mục 5", "Ngày lễ: ngày Quốc khánh, ngày Quốc tế Lao động"),
    ("VH-18", "Phụ lục II, phần V, mục 6", "Tên loại văn bản cụ thể viết hoa: Nghị định số …"),
    ("VH-19", "Phụ lục II, phần V, mục 7", "Viện dẫn: Điều viết hoa; khoản, điểm viết thường"),
    ("VH-20", "Phụ lục II, phần V, mục 8", "tết Nguyên đán"),
    ("VH-22", "Phụ lục II, phần V, mục 10", "Cách mạng tháng Tám"),
)


_6 = "Phụ lục I, phần II, mục 6.{}"
_V = "Phụ lục I, mục V, số 6"
_TEXTS = ("than", "can_cu")
RULES = (
    Rule("CC-01", _6.format("b"), D, "Căn cứ: in thường, nghiêng, cỡ 13 đến 14", bases_look, ("can_cu",), mends=True),
    Rule("CC-02", _6.format("b"), D,
         "Mỗi căn cứ một dòng, cuối dòng dấu chấm phẩy, dòng cuối dấu chấm", bases_end, ("can_cu",), mends=True),
    Rule("CC-03", _6.format("b"), D,
         "Luật, Pháp lệnh trong căn cứ không ghi số, ký hiệu, cơ quan ban hành", bases_law, ("can_cu",)),
    Rule("CC-04", _6.format("b"), D,
         "Văn bản khác trong căn cứ ghi đủ số, ký hiệu, ngày tháng năm",
         bases_complete, ("can_cu",), severity=Severity.CANH_BAO),
    Rule("CC-05", "Phụ lục III, mẫu 1.1 đến 1.3", S,
         "Thẩm quyền ban hành và “QUYẾT ĐỊNH:” in hoa, đậm, canh giữa", order_look, ("tham_quyen", "lenh"), mends=True),
    Rule("CC-06", "Phụ lục III, mẫu 1.1 đến 1.3", S,
         "Quyết định, nghị quyết có dòng thẩm quyền và dòng “QUYẾT ĐỊNH:”", order_there, ("ten_loai",)),
    Rule("ND-01", _6.format("d"), D, "Nội dung: in thường, cỡ 13 đến 14, đứng", text_look, ("than",), mends=True),
    Rule("ND-02", "Phụ lục I, mục V, chú thích cỡ chữ", D, "Nội dung dùng một cỡ chữ", one_size, ("than",), mends=True),
    Rule("ND-03", _6.format("d"), D, "Nội dung canh đều cả hai lề", justified, _TEXTS, mends=True),
    Rule("ND-04", _6.format("d"), D, "Đầu dòng lùi vào 1 cm hoặc 1,27 cm", indented, _TEXTS, mends=True),
    Rule("ND-05", _6.format("d"), D, "Các đoạn cách nhau tối thiểu 6 pt", apart, _TEXTS, mends=True),
    Rule("ND-06", _6.format("d"), D, "Các dòng cách nhau từ dòng đơn đến 1,5 dòng", lines_apart, _TEXTS, mends=True),
    Rule("ND-07", "Thông lệ", P,
         "Không dùng dòng trống, dấu cách, phím Tab để căn chỉnh", no_blank_lines, ("than",), mends=True),
    Rule("ND-08", "Thông lệ", P, "Không thừa dấu cách", clean_spaces, _TEXTS, mends=True),
    Rule("BC-01", _6.format("đ"), D,
         "Phần, Chương: dòng riêng, số La Mã, in thường, đứng, đậm, canh giữa", parts, ("than",)),
    Rule("BC-02", _6.format("đ"), D,
         "Phần, Chương, Mục, Tiểu mục có tiêu đề in hoa, đứng, đậm, canh giữa ở dòng dưới",
         headings_have_titles, ("than",), mends=True),
    Rule("BC-03", _6.format("đ"), D,
         "Mục, Tiểu mục: dòng riêng, số Ả Rập, in thường, đứng, đậm, canh giữa", sections, ("than",)),
    Rule("BC-04", _6.format("đ"), D, "Điều: “Điều 1.” đứng, đậm", articles, ("than",), mends=True),
    Rule("BC-05", _V, D, "Mục đánh số La Mã: “I. TIÊU ĐỀ”, in hoa, đứng, đậm", roman_sections, ("than",), mends=True),
    Rule("BC-06", _6.format("đ"), D, "Khoản: chữ số Ả Rập và dấu chấm “1.”", clauses, ("than",), mends=True),
    Rule("BC-07", _6.format("đ"), D,
         "Không đánh số nhiều cấp 1.1, 1.1.1", no_decimals, ("than",), severity=Severity.CANH_BAO),
    Rule("BC-08", _6.format("đ"), D,
         "Điểm: chữ cái tiếng Việt và dấu đóng ngoặc “a)”, in đứng", points, ("than",), mends=True),
    Rule("BC-09", _6.format("đ"), D, "Số thứ tự liền nhau; sau điểm d là điểm đ", in_order, ("than",)),
    Rule("BC-10", _V, D,
         "Khoản có tiêu đề in đậm, khoản không có tiêu đề không đậm", clause_titles, ("than",), mends=True),
    Rule("KT-01", "Phụ lục III, các mẫu", S, "Cuối nội dung có dấu “./.”", ending, ("than",), mends=True),
    Rule("KT-02", "Phụ lục III, các mẫu", S,
         "Dấu “./.” viết liền câu cuối, một lần", ending_form, ("than",), mends=True),
    Rule("VH-01", "Phụ lục II, phần I", D,
         "Viết hoa chữ đầu dòng", starts_with_capital, ("than",), severity=Severity.CANH_BAO),
    *(Rule(code, clause, D, title, _capital_rule(code), _TEXTS) for code, clause, title in _CAPITALS),
)  # fmt: skip
