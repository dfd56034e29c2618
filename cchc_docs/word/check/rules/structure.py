"""Parts, chapters, articles, points, and the ending mark (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 6; Mục V)."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.text.numbering import LETTERS, roman
from cchc_docs.word.check import mends
from cchc_docs.word.check.paper import Item, Level, Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import BODY, PART_II, D, Look, R, S, looks, places, quoted


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
                BODY,
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
                BODY,
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
                BODY,
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
                BODY,
                item.paragraph,
                mends.text(item.block, right) if right else None,
            )
        head = next((piece for piece in item.block.pieces if piece.text.strip()), None)
        if head is not None and (not head.format.bold or head.format.italic):
            is_alone = len(head.text.strip()) <= len(prefix) + 1 or len(item.block.text) < 100
            yield Finding(
                f"“{prefix}” không in đứng, đậm.",
                "“Điều”, số thứ tự và tiêu đề của điều in đứng, đậm.",
                BODY,
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
                BODY,
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
                BODY,
                item.paragraph,
                mends.text(item.block, right) if right != item.block.text else None,
            )


def no_decimals(paper: Paper) -> Iterator[Finding]:
    """BC-07: ``1.1``, ``1.1.1`` are no numbers of the decree."""
    for item in _of(paper, "nhieu_cap"):
        yield Finding(
            f"Đánh số nhiều cấp “{item.number}”.",
            "Nghị định chỉ có phần, chương, mục, tiểu mục, điều, khoản “1.”, điểm “a)”.",
            BODY,
            item.paragraph,
        )


def points(paper: Paper) -> Iterator[Finding]:
    """BC-08: ``a)`` with a bracket, letters of the Vietnamese alphabet."""
    for item in _of(paper, "diem"):
        if item.number not in LETTERS:
            yield Finding(
                f"Điểm dùng chữ “{item.number}”.",
                "Điểm xếp theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k …; không có f, j, w, z.",
                BODY,
                item.paragraph,
            )
        if item.sign != ")":
            right = re.sub(r"^([a-zđ])\s*[./]", r"\1)", item.block.text)
            yield Finding(
                f"Điểm viết “{item.number}{item.sign}”.",
                f"Viết “{item.number})”: chữ thường, sau chữ là dấu đóng ngoặc đơn.",
                BODY,
                item.paragraph,
                mends.text(item.block, right) if right != item.block.text else None,
            )
    yield from _numbers_in_brackets(paper)
    whole = [item.block for item in _of(paper, "diem") if item.block.italic]  # a remark in it may be in italics
    yield from looks(whole, "Điểm", Look(bold=None, italic=False))


_BRACKETS = re.compile(r"\((\d{1,2})\)\s*\S")


def _numbers_in_brackets(paper: Paper) -> Iterator[Finding]:
    """Paragraphs that begin with ``(1)``, ``(2)``, one after the other, where points are meant."""
    opened = [(item, int(found[1])) for item in paper.than if (found := _BRACKETS.match(item.block.text))]
    numbers = [number for _, number in opened]
    for place, (item, number) in enumerate(opened):
        follows = place > 0 and numbers[place - 1] == number - 1
        goes_on = place + 1 < len(numbers) and numbers[place + 1] == number + 1  # one alone is a note
        if (follows or (number == 1 and goes_on)) and number <= len(LETTERS):
            yield Finding(
                f"Điểm đánh số “({number})”: {quoted(item.block.text, 40)}.",
                f"Viết “{LETTERS[number - 1]})”: điểm dùng chữ cái tiếng Việt và dấu đóng ngoặc đơn.",
                BODY,
                item.paragraph,
                severity=Severity.WARNING,
            )


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
                BODY,
                item.paragraph,
                severity=Severity.ERROR if skipped else Severity.WARNING,
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
                BODY,
                item.paragraph,
                mends.block_runs(item.block, bold=True),
            )
        elif item.block.bold and len(item.rest) > 150 and item.rest.rstrip().endswith((".", ";", ",")):
            yield Finding(
                f"Khoản {quoted(item.block.text, 40)} không có tiêu đề mà in đậm cả đoạn.",
                "Khoản không có tiêu đề in đứng, không đậm.",
                BODY,
                item.paragraph,
                mends.block_runs(item.block, bold=False),
            )


def ending(paper: Paper) -> Iterator[Finding]:
    """KT-01: ``./.`` after the last words."""
    last = paper.ket
    if last is None or not (paper.noi_nhan or paper.chu_ky):
        return
    if not last.text.endswith("./.") and not re.search(r"[./]{2,}\s*$", last.text):
        yield Finding(
            f"Cuối nội dung không có dấu kết thúc: {quoted(last.text[-40:])}.",
            "Thêm “./.” vào cuối câu cuối cùng.",
            BODY,
            last.paragraph,
            mends.text(last, last.text.rstrip(" .;,") + "./.")
            if last.text.endswith(".") and not last.paragraph.in_table
            else None,
        )


_BLANK_AT_END = re.compile(r"\.{3,}(?=\./\.\s*$)")
"""Dots to be written over, before the mark: ``năm ......./.``"""


def ending_form(paper: Paper) -> Iterator[Finding]:
    """KT-02: once, and on the line of the last words."""
    last = paper.ket
    if last is None:
        return
    text = _BLANK_AT_END.sub("…", last.text)
    found = re.search(r"\s*[./]{2,}[./\s]*$", text)
    if found is None or found[0].strip(" ") in {"...", ".."}:
        return
    mark, before = found[0], text[: found.start()]
    if not before:
        yield Finding(
            f"Dấu kết thúc “{mark.strip()}” đứng riêng một dòng.",
            "Viết “./.” liền sau câu cuối cùng.",
            BODY,
            last.paragraph,
        )
    elif mark != "./.":
        yield Finding(
            f"Dấu kết thúc viết “{mark.strip()}”{' có dấu cách ở trước' if mark.startswith(' ') else ''}.",
            "Viết “./.” liền sau chữ cuối, một lần.",
            BODY,
            last.paragraph,
            mends.text(last, f"{before.rstrip(' .;,')}./."),
        )


_V = "Phụ lục I, Phần I, Mục V, dòng 6"


RULES = (
    Rule("BC-01", PART_II.format("6, điểm đ"), D,
         "Phần, Chương: dòng riêng, số La Mã, in thường, đứng, đậm, canh giữa", parts, ("than",)),
    Rule("BC-02", places(PART_II.format("6, điểm d"), PART_II.format("6, điểm đ")), D,
         "Phần, Chương, Mục, Tiểu mục có tiêu đề in hoa, đứng, đậm, canh giữa ở dòng dưới",
         headings_have_titles, ("than",), mends=True),
    Rule("BC-03", PART_II.format("6, điểm đ"), D,
         "Mục, Tiểu mục: dòng riêng, số Ả Rập, in thường, đứng, đậm, canh giữa", sections, ("than",)),
    Rule("BC-04", PART_II.format("6, điểm đ"), D, "Điều: “Điều 1.” đứng, đậm", articles, ("than",), mends=True),
    Rule("BC-05", _V, D, "Mục đánh số La Mã: “I. TIÊU ĐỀ”, in hoa, đứng, đậm", roman_sections, ("than",), mends=True),
    Rule("BC-06", PART_II.format("6, điểm đ"), D,
         "Khoản: chữ số Ả Rập và dấu chấm “1.”", clauses, ("than",), mends=True),
    Rule("BC-07", PART_II.format("6, điểm đ"), R,
         "Không đánh số nhiều cấp 1.1, 1.1.1", no_decimals, ("than",), severity=Severity.WARNING),
    Rule("BC-08", PART_II.format("6, điểm đ"), D,
         "Điểm: chữ cái tiếng Việt và dấu đóng ngoặc “a)”, in đứng", points, ("than",), mends=True),
    Rule("BC-09", PART_II.format("6, điểm đ"), D, "Số thứ tự liền nhau; sau điểm d là điểm đ", in_order, ("than",)),
    Rule("BC-10", _V, D,
         "Khoản có tiêu đề in đậm, khoản không có tiêu đề không đậm", clause_titles, ("than",), mends=True),
    Rule("KT-01", "Phụ lục III, Mục II", S, "Cuối nội dung có dấu “./.”", ending, ("than",), mends=True),
    Rule("KT-02", "Phụ lục III, Mục II", S,
         "Dấu “./.” viết liền câu cuối, một lần", ending_form, ("than",), mends=True),
)  # fmt: skip
