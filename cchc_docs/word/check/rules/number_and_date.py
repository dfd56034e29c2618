"""Boxes 3 and 4: number and ký hiệu, place and date (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 3 and 4)."""

import calendar
import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check import mends
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.formats import mm
from cchc_docs.word.check.kinds_of_paper import BIEN_BAN, WITHOUT_TITLE, abbreviations, kind_of_abbreviation
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule, at
from cchc_docs.word.check.rules.common import PART_II, D, Look, P, R, looks, may_have_no_seal, number, places, quoted

_NUMBER = re.compile(r"Số: ?(?P<number>\d+|[\s.…_]*)/(?P<mark>[^\s/]+(?:-[^\s/-]+)+)")
_LOOSE = re.compile(
    r"\s*s[ốo]\s*(?P<colon>:?)\s*\.?\s*(?P<number>\d+[a-z]?|[\s.…_]*)\s*/\s*(?P<mark>\S.*)", re.IGNORECASE
)


def number_there(paper: Paper) -> Iterator[Finding]:
    """SO-08: the paper has a place for its number."""
    if (paper.quoc_hieu or paper.organ) and not paper.so:
        may_lack = paper.loai == BIEN_BAN or may_have_no_seal(paper)
        yield Finding(
            "Không thấy số, ký hiệu văn bản.",
            "Ghi dưới tên cơ quan ban hành: “Số:        /KÝ HIỆU”."
            + (" Biên bản làm việc, văn bản của đơn vị không có con dấu thì có thể không đánh số." if may_lack else ""),
            "Số, ký hiệu",
            at(next(iter(paper.ban_hanh), None)),
            severity=Severity.NOTE if may_lack else None,
        )


def number_pattern(paper: Paper) -> Iterator[Finding]:
    """SO-01: ``Số: n/KÝ-HIỆU`` without spaces inside."""
    for block in paper.so:
        text = block.text.strip()
        if _NUMBER.fullmatch(text):
            continue
        found = _LOOSE.match(text)
        right = ""
        if found is not None:
            mark = re.sub(r"\s*[-–—_/]\s*", "-", found["mark"].strip()).replace(" ", "")
            blank = not found["number"].strip()
            right = f"Số:{found['number'] or '       '}/{mark}" if blank else f"Số: {found['number'].strip()}/{mark}"
            right = right if _NUMBER.fullmatch(right) else ""
        yield Finding(
            f"Số, ký hiệu viết {quoted(text)}.",
            "Viết “Số: số/ký hiệu”: sau “Số” có dấu hai chấm, giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ "
            "viết "
            "tắt có dấu gạch nối không cách chữ" + (f", ví dụ “{right}”." if right else "."),
            "Số, ký hiệu",
            block.paragraph,
            mends.text(block, right) if _SPACES.sub("", right) == _SPACES.sub("", text) else None,
        )


_SPACES = re.compile(r"[\s:]")
"""Signs that may be set right without a person: any other would change the number itself."""


def number_look(paper: Paper) -> Iterator[Finding]:
    """SO-02: 13 pt, upright, not bold."""
    return looks(paper.so, "Số, ký hiệu", Look(13, 13))


def leading_zero(paper: Paper) -> Iterator[Finding]:
    """SO-03: numbers below 10 have a zero before them, others none."""
    for block in paper.so:
        found = _LOOSE.match(block.text)
        digits = "" if found is None else found["number"].strip()
        if digits.isdecimal() and digits != f"{int(digits):02}":
            right = block.text.replace(digits, f"{int(digits):02}", 1)
            yield Finding(
                f"Số văn bản ghi “{digits}”.",
                f"Số nhỏ hơn 10 ghi thêm số 0 phía trước, số khác không thêm: “{int(digits):02}”.",
                "Số, ký hiệu",
                block.paragraph,
                mends.text(block, right),
            )


def _marks(paper: Paper) -> list[str]:
    """The groups of the ký hiệu, ``["KH", "UBND"]``."""
    found = _LOOSE.match(paper.so[0].text) if paper.so else None
    return [] if found is None else [one for one in re.split(r"\s*[-–/]\s*", found["mark"].strip()) if one]


def no_year(paper: Paper) -> Iterator[Finding]:
    """SO-04: the year is no part of an administrative paper's ký hiệu."""
    for group in _marks(paper):
        if re.fullmatch(r"(19|20)\d\d", group):
            yield Finding(
                f"Ký hiệu có năm “{group}”.",
                "Ký hiệu văn bản hành chính không ghi năm; chỉ văn bản quy phạm pháp luật mới ghi.",
                "Số, ký hiệu",
                at(paper.so[0]),
            )


def abbreviation(paper: Paper) -> Iterator[Finding]:
    """SO-05: the abbreviation is that of the paper's own kind, as Phụ lục III writes it."""
    groups = _marks(paper)
    if not groups or not paper.loai:
        return
    right = abbreviations().get(paper.loai, "")
    if right and groups[0] != right:
        yield Finding(
            f"Ký hiệu bắt đầu bằng “{groups[0]}” còn tên loại là {paper.loai}.",
            f"Chữ viết tắt của {paper.loai} là “{right}”.",
            "Số, ký hiệu",
            at(paper.so[0]),
            _exchange(paper.so[0], groups[0], right) if groups[0].upper() == right.upper() else None,
        )
    if paper.loai in WITHOUT_TITLE and (groups[0].upper() in {"CV", "TCV"} or kind_of_abbreviation(groups[0])):
        yield Finding(
            f"Ký hiệu của {paper.loai.lower()} bắt đầu bằng “{groups[0]}”.",
            "Công văn không có chữ viết tắt tên loại: ghi viết tắt tên cơ quan, rồi viết tắt đơn vị soạn thảo hoặc "
            "lĩnh vực.",
            "Số, ký hiệu",
            at(paper.so[0]),
        )


def _exchange(block: Block, old: str, new: str) -> mends.Mend | None:
    head, slash, tail = block.text.partition("/")
    return mends.text(block, f"{head}{slash}{tail.replace(old, new, 1)}")


def mark_in_capitals(paper: Paper) -> Iterator[Finding]:
    """SO-06: the ký hiệu is in capitals but for the abbreviations that have small letters (QyĐ, CTr, TTr)."""
    for group in _marks(paper)[0 if paper.loai in WITHOUT_TITLE else 1 :]:
        if group != group.upper() and kind_of_abbreviation(group) == "":
            yield Finding(
                f"Ký hiệu có chữ thường: “{group}”.",
                "Chữ viết tắt tên cơ quan, đơn vị trong ký hiệu viết hoa.",
                "Số, ký hiệu",
                at(paper.so[0]),
                # SNgV beside SNV: the head of the agency sets it, to tell two organs apart.
                severity=Severity.NOTE if sum(sign.isupper() for sign in group) > 1 else None,
            )


def number_centred(paper: Paper) -> Iterator[Finding]:
    """SO-07: centred under the issuer."""
    for block in paper.so:
        if block.whole and block.paragraph.format.align != "center" and _is_short_in_its_column(block):
            yield Finding(
                "Số, ký hiệu không canh giữa dưới tên cơ quan ban hành.",
                "Đặt canh giữa dưới tên cơ quan ban hành.",
                "Số, ký hiệu",
                block.paragraph,
                mends.paragraph(block.paragraph, align="center", first=0, left=0),
            )


def _is_short_in_its_column(block: Block) -> bool:
    """Return True if the block leaves room in its column: a line that fills it has no middle of its own."""
    return block.width < 0.85 * mm(block.paragraph.container.width)


DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*ngày(?P<day>[\s.…_/\d]*)tháng(?P<month>[\s.…_/\d]*)năm(?P<year>[\s.…_\d]*)\.?",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[\s.…_/]*")


def date_there(paper: Paper) -> Iterator[Finding]:
    """NT-06: place and date stand in the head; minutes tell the time in their text instead."""
    if paper.quoc_hieu and not paper.ngay and paper.loai != BIEN_BAN:
        yield Finding(
            "Không thấy địa danh và thời gian ban hành.",
            "Ghi dưới Quốc hiệu, Tiêu ngữ, ngang với số, ký hiệu: “Địa danh, ngày … tháng … năm …”.",
            "Địa danh và thời gian",
            at(paper.quoc_hieu[0]),
        )


def date_pattern(paper: Paper) -> Iterator[Finding]:
    """NT-01: ``Địa danh, ngày dd tháng m năm yyyy``."""
    for block in paper.ngay:
        text = block.text.strip()
        found = DATE.fullmatch(text)
        if found is None:
            right = _from_figures(text)
            yield Finding(
                f"Thời gian ban hành viết {quoted(text)}.",
                "Viết đủ chữ: “Địa danh, ngày 05 tháng 3 năm 2026”.",
                "Địa danh và thời gian",
                block.paragraph,
                mends.text(block, right) if right else None,
            )
            continue
        wrong, right = _date_mistakes(found)
        if wrong:
            yield Finding(
                f"Địa danh và thời gian {quoted(text)}: {'; '.join(wrong)}.",
                f"Viết “{right}”." if right else "Viết “Địa danh, ngày 05 tháng 3 năm 2026”.",
                "Địa danh và thời gian",
                block.paragraph,
                mends.text(block, right) if right and right != text else None,
            )


def _from_figures(text: str) -> str:
    found = re.fullmatch(r"(.*?),?\s*(?:ngày)?\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\.?", text)
    if found is None or not found[1].strip():
        return ""
    return f"{found[1].strip()}, ngày {int(found[2]):02} tháng {_month(int(found[3]))} năm {found[4]}"


def _month(month: int) -> str:
    return f"{month:02}" if month < 3 else str(month)


def _date_mistakes(found: re.Match[str]) -> tuple[list[str], str]:
    """Return the mistakes of a date, and how it reads when right (``""`` where that cannot be told)."""
    place = found["place"].strip()
    day, month, year = (found[name].strip() for name in ("day", "month", "year"))
    own_name = re.sub(r"^(Thành phố|Thị xã|Thị trấn|Đặc khu) ", "", place)
    is_capital = bool(place) and all(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", own_name))
    wrong = [] if found["comma"] else ["thiếu dấu phẩy sau địa danh"]
    if not is_capital:
        wrong.append("địa danh phải viết hoa các chữ cái đầu" if place else "thiếu địa danh")
    wrong += _wrong_figures(day, month, year)
    whole_date = day.isdecimal() and month.isdecimal() and year.isdecimal()
    if whole_date and not _exists(int(day), int(month), int(year)):
        return [*wrong, "ngày này không có trong lịch"], ""
    if "/" in found["day"] + found["month"] or (
        found[0].rstrip().endswith(".") and not _BLANK.fullmatch(found["year"])
    ):
        wrong.append("thừa dấu")
    if "ngày" not in found[0]:
        wrong.append("“ngày, tháng, năm” viết thường")
    if not wrong or not is_capital:
        return wrong, ""
    shown = {
        "day": f" {int(day):02} " if day.isdecimal() else found["day"],
        "month": f" {_month(int(month))} " if month.isdecimal() else found["month"],
        "year": f" {year}" if year.isdecimal() else found["year"],
    }
    return wrong, f"{place}, ngày{shown['day']}tháng{shown['month']}năm{shown['year']}"


def _wrong_figures(day: str, month: str, year: str) -> Iterator[str]:
    """What is wrong with the figures of a date, blanks apart."""
    if day.isdecimal() and len(day) < 2:
        yield "ngày nhỏ hơn 10 phải thêm số 0"
    if month.isdecimal() and month != _month(int(month)):
        yield "tháng 1, tháng 2 phải thêm số 0" if int(month) < 3 else "tháng từ 3 trở đi không thêm số 0"
    if year.isdecimal() and len(year) != 4:
        yield "năm phải đủ bốn chữ số"


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]


def date_look(paper: Paper) -> Iterator[Finding]:
    """NT-02: italic, not bold, 13 to 14."""
    return looks(paper.ngay, "Địa danh và thời gian", Look(13, 14, italic=True, capitals=False, centred=True))


def date_beside_number(paper: Paper) -> Iterator[Finding]:
    """NT-03: on the line of the number: in its paragraph, or in its row of a table.

    Of text boxes and frames the file does not say at which height they stand.
    """
    if not (paper.ngay and paper.so):
        return
    own, other = paper.ngay[0].paragraph, paper.so[0].paragraph
    one, two = own.container, other.container
    same_row = one.table is not None and one.table is two.table and one.row == two.row
    floats = "box" in {one.kind, two.kind} or own.framed or other.framed
    if own is not other and not same_row and not floats:
        yield Finding(
            "Địa danh và thời gian không cùng dòng với số, ký hiệu.",
            "Đặt hai phần này ở cùng một hàng của bảng đầu trang, hoặc trên cùng một dòng.",
            "Địa danh và thời gian",
            own,
        )


def place_in_full(paper: Paper) -> Iterator[Finding]:
    """NT-04: the place's name is not abbreviated."""
    for block in paper.ngay:
        found = re.match(r"\s*(TP\.?|T\.P\.?|Tp\.?|T\.|H\.|Q\.|X\.|P\.)\s*\S", block.text)
        if found is not None:
            yield Finding(
                f"Địa danh viết tắt “{found[1]}”.",
                "Ghi tên gọi chính thức, không viết tắt: “Thành phố Hồ Chí Minh”.",
                "Địa danh và thời gian",
                block.paragraph,
            )


def date_on_one_line(paper: Paper) -> Iterator[Finding]:
    """NT-05: place and date fit on one line."""
    for block in paper.ngay:
        form = block.paragraph.format
        room = mm(block.paragraph.container.width - form.left - form.right)
        if block.alone and 0 < room < block.width - 0.3:
            yield Finding(
                f"Địa danh và thời gian bị ngắt dòng: dòng chữ dài {number(block.width)} mm, cột rộng {number(room)} "
                "mm.",
                "Nới cột, hoặc dùng cỡ chữ 13.",
                "Địa danh và thời gian",
                block.paragraph,
            )


RULES = (
    Rule("SO-01", PART_II.format("3, điểm c"), D,
         "Số, ký hiệu viết “Số: n/KÝ-HIỆU”, không cách chữ", number_pattern, ("so",), mends=True),
    Rule("SO-02", PART_II.format("3, điểm c"), D,
         "Số, ký hiệu: cỡ 13, đứng, không đậm", number_look, ("so",), mends=True),
    Rule("SO-03", PART_II.format("3, điểm c"), D,
         "Số nhỏ hơn 10 thêm số 0 phía trước", leading_zero, ("so",), mends=True),
    Rule("SO-04", PART_II.format("3, điểm b"), R, "Ký hiệu không ghi năm", no_year, ("so",)),
    Rule("SO-05", places("Phụ lục III, Mục I", PART_II.format("3, điểm b")), D,
         "Chữ viết tắt tên loại đúng bảng và đúng tên loại; công văn không có", abbreviation,
         ("so",), mends=True),
    Rule("SO-06", PART_II.format("3, điểm c"), D, "Ký hiệu in hoa", mark_in_capitals, ("so",)),
    Rule("SO-07", PART_II.format("3, điểm c"), D,
         "Số, ký hiệu canh giữa dưới tên cơ quan ban hành", number_centred, ("so",), mends=True),
    Rule("SO-08", places(PART_II.format("3"), "Điều 8, khoản 2, điểm c"), D, "Có số, ký hiệu", number_there),
    Rule("NT-01", places(PART_II.format("4, điểm b"), PART_II.format("4, điểm c")), D,
         "Viết “Địa danh, ngày 05 tháng 3 năm 2026”, đúng số 0, có trong lịch", date_pattern, ("ngay",), mends=True),
    Rule("NT-02", PART_II.format("4, điểm c"), D,
         "Địa danh và thời gian: in thường, cỡ 13 đến 14, nghiêng, canh giữa", date_look, ("ngay",), mends=True),
    Rule("NT-03", PART_II.format("4, điểm c"), D,
         "Địa danh và thời gian cùng dòng với số, ký hiệu", date_beside_number, ("ngay", "so")),
    Rule("NT-04", PART_II.format("4, điểm a"), D, "Địa danh không viết tắt", place_in_full, ("ngay",)),
    Rule("NT-05", "Thông lệ", P, "Địa danh và thời gian nằm trên một dòng", date_on_one_line, ("ngay",),
         severity=Severity.WARNING),
    Rule("NT-06", places(PART_II.format("4"), "Điều 8, khoản 2, điểm d"), D,
         "Có địa danh và thời gian ban hành (trừ biên bản)", date_there, ("quoc_hieu",)),
)  # fmt: skip
