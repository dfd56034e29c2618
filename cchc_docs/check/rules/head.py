"""The head of a paper: boxes 1 to 5 and 9a (NĐ 30/2020, Phụ lục I, phần II, mục 1 to 5 and 9)."""

import calendar
import re
from collections.abc import Iterator

from cchc_docs.check import mends
from cchc_docs.check.blocks import Block
from cchc_docs.check.formats import mm
from cchc_docs.check.kinds_of_paper import (
    MAY_HAVE_KINH_GUI,
    WITH_KINH_GUI,
    WITHOUT_SUMMARY,
    WITHOUT_TITLE,
    abbreviations,
    kind_named,
    kind_of_abbreviation,
    kind_that_begins,
    nearest_kind,
)
from cchc_docs.check.paper import Paper
from cchc_docs.check.recognise import QUOC_HIEU, TIEU_NGU
from cchc_docs.check.rule import Authority, Finding, Rule, at
from cchc_docs.check.rules.common import Look, line_findings, looks, number, quoted, single_spaced, under
from cchc_docs.problems import Severity

D, S, P = Authority.DECREE, Authority.SAMPLE, Authority.PRACTICE
_QUOC_HIEU = frozenset([QUOC_HIEU, QUOC_HIEU.replace("HÒA", "HOÀ")])
BIEN_BAN = "Biên bản"

# -- Box 1


def national_name(paper: Paper) -> Iterator[Finding]:
    """QH-01: the Quốc hiệu word for word."""
    if not paper.quoc_hieu:
        yield Finding("Không thấy Quốc hiệu.", f"Trình bày ở phía trên, bên phải trang đầu: {QUOC_HIEU}.", "Quốc hiệu")
    for block in paper.quoc_hieu[:1]:
        if block.visible not in _QUOC_HIEU and block.text.upper() not in _QUOC_HIEU:
            yield Finding(
                f"Quốc hiệu viết {quoted(block.visible)}.",
                f"Phải là “{QUOC_HIEU}”.",
                "Quốc hiệu",
                block.paragraph,
                mends.text(block, QUOC_HIEU),
            )
    for block in paper.quoc_hieu[1:]:
        yield Finding(
            "Quốc hiệu xuất hiện hai lần.", "Chỉ trình bày một lần, ở trang đầu.", "Quốc hiệu", block.paragraph
        )


def national_name_look(paper: Paper) -> Iterator[Finding]:
    """QH-02."""
    return looks(paper.quoc_hieu, "Quốc hiệu", Look(12, 13, bold=True, capitals=True, centred=True))


def national_name_on_one_line(paper: Paper) -> Iterator[Finding]:
    """QH-03: neither line breaks; the right column is wide enough."""
    for block, part in (
        (one, part) for group, part in ((paper.quoc_hieu, "Quốc hiệu"), (paper.tieu_ngu, "Tiêu ngữ")) for one in group
    ):
        form = block.paragraph.format
        room = mm(block.paragraph.container.width - form.left - form.right)
        if block.alone and 0 < room < block.width - 0.3:
            yield Finding(
                f"{part} bị ngắt thành hai dòng: dòng chữ dài {number(block.width)} mm, cột rộng {number(room)} mm.",
                f"Nới cột bên phải ít nhất {number(block.width + 1)} mm, hoặc dùng bộ cỡ chữ 12, 13, 13.",
                part,
                block.paragraph,
            )


def head_on_the_right(paper: Paper) -> Iterator[Finding]:
    """QH-04: box 1 stands on the right, box 2 on the left."""
    if not (paper.quoc_hieu and paper.organ):
        return
    own, other = paper.quoc_hieu[0], paper.organ[0]
    one, two = own.paragraph.container, other.paragraph.container
    if one.kind == "cell" and two.kind == "cell" and one.table is two.table and one.column < two.column:
        yield Finding(
            "Quốc hiệu ở bên trái, tên cơ quan ở bên phải.",
            "Quốc hiệu, Tiêu ngữ ở phía trên bên phải; tên cơ quan ở bên trái.",
            "Quốc hiệu",
            own.paragraph,
        )


def motto(paper: Paper) -> Iterator[Finding]:
    """TN-01: the Tiêu ngữ word for word, hyphens with a space on each side."""
    if paper.quoc_hieu and not paper.tieu_ngu:
        yield Finding(
            "Không thấy Tiêu ngữ.", f"Ghi “{TIEU_NGU}” ngay dưới Quốc hiệu.", "Tiêu ngữ", at(paper.quoc_hieu[0])
        )
    for block in paper.tieu_ngu[:1]:
        if block.visible != TIEU_NGU:
            yield Finding(
                f"Tiêu ngữ viết {quoted(block.visible)}.",
                f"Phải là “{TIEU_NGU}”: gạch nối ngắn, có dấu cách hai bên, chỉ chữ đầu mỗi cụm viết hoa.",
                "Tiêu ngữ",
                block.paragraph,
                mends.text(block, TIEU_NGU),
            )


def motto_look(paper: Paper) -> Iterator[Finding]:
    """TN-02."""
    return looks(paper.tieu_ngu, "Tiêu ngữ", Look(13, 14, bold=True, centred=True))


def motto_line(paper: Paper) -> Iterator[Finding]:
    """TN-03: a solid line as long as the Tiêu ngữ."""
    if paper.tieu_ngu:
        yield from line_findings(paper, paper.tieu_ngu[:1], "Tiêu ngữ", 1, 1)


def head_spacing(paper: Paper) -> Iterator[Finding]:
    """TN-04 and CQ-04: the lines of boxes 1 and 2 are single-spaced."""
    yield from single_spaced(paper.quoc_hieu, "Quốc hiệu")
    yield from single_spaced(paper.tieu_ngu, "Tiêu ngữ")


# -- Box 2


def organ_there(paper: Paper) -> Iterator[Finding]:
    """CQ-01: the issuer is named."""
    if (paper.quoc_hieu or paper.so) and not paper.ban_hanh:
        yield Finding(
            "Không thấy tên cơ quan, tổ chức ban hành.",
            "Ghi tên cơ quan ban hành, in hoa, đậm, ở phía trên bên trái trang đầu.",
            "Tên cơ quan ban hành",
            at(next(iter(paper.so), None)),
        )


def parent_look(paper: Paper) -> Iterator[Finding]:
    """CQ-02: the parent is not bold."""
    return looks(paper.chu_quan, "Tên cơ quan chủ quản", Look(12, 13, capitals=True, centred=True))


def issuer_look(paper: Paper) -> Iterator[Finding]:
    """CQ-03: the issuer is bold."""
    return looks(paper.ban_hanh, "Tên cơ quan ban hành", Look(12, 13, bold=True, capitals=True, centred=True))


def issuer_line(paper: Paper) -> Iterator[Finding]:
    """CQ-05: a solid line of 1/3 to 1/2 under the issuer."""
    if paper.ban_hanh:
        yield from line_findings(paper, paper.ban_hanh, "Tên cơ quan ban hành", 1 / 3, 1 / 2)


def organ_spacing(paper: Paper) -> Iterator[Finding]:
    """CQ-04."""
    return single_spaced(paper.organ, "Tên cơ quan")


_PARENT = re.compile(r"(UBND|HĐND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|BỘ|SỞ|TỔNG CỤC)\s")


def one_parent(paper: Paper) -> Iterator[Finding]:
    """CQ-06: only the direct parent stands above the issuer."""
    opening = [block for block in paper.chu_quan if _PARENT.match(block.visible)]
    if len(opening) > 1:
        yield Finding(
            f"Trên tên cơ quan ban hành có {len(opening)} cơ quan: {', '.join(block.visible for block in opening)}.",
            "Chỉ ghi một cơ quan chủ quản trực tiếp.",
            "Tên cơ quan chủ quản",
            opening[0].paragraph,
        )


def issuer_in_full(paper: Paper) -> Iterator[Finding]:
    """CQ-07: only the parent may be abbreviated."""
    for block in paper.ban_hanh[:1]:
        found = re.match(r"(UBND|HĐND|VP|TTHC|BQL|TT|P\.)\b", block.visible)
        if found is not None:
            yield Finding(
                f"Tên cơ quan ban hành viết tắt “{found[1]}”.",
                "Ghi đầy đủ tên chính thức; chỉ tên cơ quan chủ quản được viết tắt cụm từ thông dụng.",
                "Tên cơ quan ban hành",
                block.paragraph,
            )


_DISTRICT = re.compile(r"\b(HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)\s+\S")


def no_district(paper: Paper) -> Iterator[Finding]:
    """CQ-08: no organ of a district issues papers after 1/7/2025 (Luật 72/2025/QH15)."""
    found = _DATE.match(paper.ngay[0].text.strip()) if paper.ngay else None
    if found is None or not found["year"].strip().isdecimal():
        return
    day, month = (int(found[name]) if found[name].strip().isdecimal() else 1 for name in ("day", "month"))
    if (int(found["year"]), month, day) < (2025, 7, 1):
        return
    for block in paper.organ:
        if _DISTRICT.search(block.visible):
            yield Finding(
                f"Tên cơ quan {quoted(block.visible)} thuộc cấp huyện, không còn từ ngày 01/7/2025.",
                "Ghi tên cơ quan cấp tỉnh hoặc cấp xã theo mô hình chính quyền hai cấp.",
                "Tên cơ quan",
                block.paragraph,
            )


# -- Box 3

_NUMBER = re.compile(r"Số: ?(?P<number>\d+|[\s.…_]*)/(?P<mark>[^\s/]+(?:-[^\s/-]+)+)")
_LOOSE = re.compile(
    r"\s*s[ốo]\s*(?P<colon>:?)\s*\.?\s*(?P<number>\d+[a-z]?|[\s.…_]*)\s*/\s*(?P<mark>\S.*)", re.IGNORECASE
)


_WITHOUT_SEAL = re.compile(r"(PHÒNG|ĐOÀN|TỔ|BAN)\s")


def number_there(paper: Paper) -> Iterator[Finding]:
    """SO-08: the paper has a place for its number."""
    if (paper.quoc_hieu or paper.organ) and not paper.so:
        issuer = " ".join(block.visible for block in paper.ban_hanh)
        may_lack = paper.loai == BIEN_BAN or _WITHOUT_SEAL.match(issuer) is not None
        yield Finding(
            "Không thấy số, ký hiệu văn bản.",
            "Ghi dưới tên cơ quan ban hành: “Số:        /KÝ HIỆU”."
            + (" Biên bản làm việc, văn bản của đơn vị không có con dấu thì có thể không đánh số." if may_lack else ""),
            "Số, ký hiệu",
            at(next(iter(paper.ban_hanh), None)),
            severity=Severity.LUU_Y if may_lack else None,
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
            mends.text(block, right) if right else None,
        )


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
                severity=Severity.LUU_Y if sum(sign.isupper() for sign in group) > 1 else None,
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
    """Whether it makes a difference: a line that fills its column has no middle of its own."""
    return block.width < 0.85 * mm(block.paragraph.container.width)


# -- Box 4

_DATE = re.compile(
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
        found = _DATE.fullmatch(text)
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
    """What is wrong with a date, and how it reads when right (``""`` where that cannot be told)."""
    place = found["place"].strip()
    day, month, year = (found[name].strip() for name in ("day", "month", "year"))
    wrong = []
    if not found["comma"]:
        wrong.append("thiếu dấu phẩy sau địa danh")
    if not place or not place[:1].isupper():
        wrong.append("thiếu địa danh" if not place else "địa danh phải viết hoa chữ đầu")
    if day.isdecimal() and len(day) < 2:
        wrong.append("ngày nhỏ hơn 10 phải thêm số 0")
    if month.isdecimal() and month != _month(int(month)):
        wrong.append("tháng 1, tháng 2 phải thêm số 0" if int(month) < 3 else "tháng từ 3 trở đi không thêm số 0")
    if year.isdecimal() and len(year) != 4:
        wrong.append("năm phải đủ bốn chữ số")
    whole_date = day.isdecimal() and month.isdecimal() and year.isdecimal()
    if whole_date and not _exists(int(day), int(month), int(year)):
        return [*wrong, "ngày này không có trong lịch"], ""
    if "/" in found["day"] + found["month"] or (
        found[0].rstrip().endswith(".") and not _BLANK.fullmatch(found["year"])
    ):
        wrong.append("thừa dấu")
    if "ngày" not in found[0]:
        wrong.append("“ngày, tháng, năm” viết thường")
    if not wrong or not place or not place[:1].isupper():
        return wrong, ""
    shown = {
        "day": f" {int(day):02} " if day.isdecimal() else found["day"],
        "month": f" {_month(int(month))} " if month.isdecimal() else found["month"],
        "year": f" {year}" if year.isdecimal() else found["year"],
    }
    return wrong, f"{place}, ngày{shown['day']}tháng{shown['month']}năm{shown['year']}"


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]


def date_look(paper: Paper) -> Iterator[Finding]:
    """NT-02: italic, not bold, 13 to 14."""
    return looks(paper.ngay, "Địa danh và thời gian", Look(13, 14, italic=True, capitals=False, centred=True))


def date_beside_number(paper: Paper) -> Iterator[Finding]:
    """NT-03: on the line of the number."""
    if not (paper.ngay and paper.so):
        return
    own, other = paper.ngay[0].paragraph, paper.so[0].paragraph
    if own is other:
        return
    one, two = own.container, other.container
    in_one_table = one.table is not None and one.table is two.table
    if in_one_table and one.row == two.row:
        return
    if in_one_table or "box" in {one.kind, two.kind}:
        # A number in the cell of the names, a date in that of the Quốc hiệu: their lines are counted.
        if in_one_table or one.kind == two.kind == "box":
            yield from _apart(paper)
        return
    yield from _apart(paper)


def _apart(paper: Paper) -> Iterator[Finding]:
    yield Finding(
        "Địa danh và thời gian không cùng dòng với số, ký hiệu.",
        "Đặt hai phần này ở cùng một hàng của bảng đầu trang, hoặc trên cùng một dòng.",
        "Địa danh và thời gian",
        paper.ngay[0].paragraph,
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


# -- Box 5


def title_look(paper: Paper) -> Iterator[Finding]:
    """TL-01."""
    blocks = [] if paper.trich_yeu_cung_dong else paper.ten_loai
    return looks(blocks, "Tên loại văn bản", Look(13, 14, bold=True, capitals=True, centred=True))


def title_alone(paper: Paper) -> Iterator[Finding]:
    """TL-02: the kind of paper stands on a line of its own, the summary under it."""
    if paper.trich_yeu_cung_dong:
        yield Finding(
            f"Tên loại và trích yếu viết liền một dòng: {quoted(paper.ten_loai[0].text)}.",
            f"Dòng trên chỉ ghi “{paper.loai.upper()}”, trích yếu ở dòng dưới, in thường, đậm.",
            "Tên loại văn bản",
            paper.ten_loai[0].paragraph,
        )


def no_title(paper: Paper) -> Iterator[Finding]:
    """TL-03: a công văn has no title."""
    for block in paper.ten_loai:
        if paper.loai in WITHOUT_TITLE and block.key == "cong_van":
            yield Finding(
                "Công văn không ghi tên loại “CÔNG VĂN”.",
                "Bỏ dòng này; trích yếu ghi “V/v …” dưới số, ký hiệu.",
                "Tên loại văn bản",
                block.paragraph,
            )


def known_title(paper: Paper) -> Iterator[Finding]:
    """TL-05: the title names one of the 29 kinds of Điều 7."""
    for block in paper.ten_loai[:1]:
        if not kind_named(block.visible) and not kind_that_begins(block.visible):
            near = nearest_kind(block.visible)
            yield Finding(
                f"Tên loại {quoted(block.visible)} không thuộc 29 loại văn bản hành chính.",
                f"Có phải “{near}” không?" if near else "Xem danh mục tại Điều 7.",
                "Tên loại văn bản",
                block.paragraph,
            )


def title_there(paper: Paper) -> Iterator[Finding]:
    """TL-04: the paper says what it is: a title, or *V/v* in a công văn."""
    if (paper.quoc_hieu or paper.so) and not paper.ten_loai and not paper.ve_viec:
        yield Finding(
            "Không thấy tên loại văn bản, cũng không thấy trích yếu “V/v …” của công văn.",
            "Ghi tên loại (in hoa, đậm, canh giữa) và trích yếu; với công văn ghi “V/v …” dưới số, ký hiệu.",
            "Tên loại văn bản",
            at(next(iter(paper.so), None)),
        )


def summary_there(paper: Paper) -> Iterator[Finding]:
    """TY-04: the title has its summary."""
    if (
        paper.ten_loai
        and not paper.trich_yeu
        and not paper.trich_yeu_cung_dong
        and paper.loai not in WITHOUT_SUMMARY | WITHOUT_TITLE
    ):
        yield Finding(
            f"Không thấy trích yếu dưới “{paper.ten_loai[0].visible}”.",
            "Ghi trích yếu nội dung ngay dưới tên loại, in thường, cỡ 13 đến 14, đậm, canh giữa.",
            "Trích yếu",
            paper.ten_loai[0].paragraph,
        )


def summary_look(paper: Paper) -> Iterator[Finding]:
    """TY-01."""
    return looks(paper.trich_yeu, "Trích yếu", Look(13, 14, bold=True, capitals=False, centred=True))


def summary_line(paper: Paper) -> Iterator[Finding]:
    """TY-02: a solid line of 1/3 to 1/2 under the summary."""
    group = paper.trich_yeu or (paper.ten_loai if paper.loai in WITHOUT_SUMMARY else [])
    if group:
        yield from line_findings(paper, group, "Trích yếu", 1 / 3, 1 / 2)


def summary_end(paper: Paper) -> Iterator[Finding]:
    """TY-03: no full stop at its end."""
    for block in paper.trich_yeu[-1:]:
        if block.text.endswith((".", ";", ",")):
            yield Finding(
                "Trích yếu kết thúc bằng dấu câu.",
                "Bỏ dấu ở cuối trích yếu.",
                "Trích yếu",
                block.paragraph,
                mends.text(block, block.text.rstrip(".;, ")),
            )


def summary_start(paper: Paper) -> Iterator[Finding]:
    """TY-05: it opens with a capital."""
    for block in paper.trich_yeu[:1]:
        if block.text[:1].islower():
            yield Finding(
                f"Trích yếu bắt đầu bằng chữ thường: {quoted(block.text)}.",
                "Viết hoa chữ đầu.",
                "Trích yếu",
                block.paragraph,
                mends.text(block, block.text[:1].upper() + block.text[1:]),
            )


def subject_literal(paper: Paper) -> Iterator[Finding]:
    """VV-01: *V/v* and a space, no colon."""
    for block in paper.ve_viec[:1]:
        if not re.match(r"V/v [^\s:]", block.text):
            rest = re.sub(r"^\s*(v\s*/\s*v|về việc)\s*[:.]?\s*", "", block.text, flags=re.IGNORECASE)
            yield Finding(
                f"Trích yếu công văn viết {quoted(block.text, 40)}.",
                "Bắt đầu bằng “V/v”, một dấu cách rồi đến trích yếu, không có dấu hai chấm.",
                "Trích yếu công văn",
                block.paragraph,
                mends.text(block, f"V/v {rest}"),
            )


def subject_look(paper: Paper) -> Iterator[Finding]:
    """VV-02: upright, not bold, 12 to 13."""
    return looks(paper.ve_viec, "Trích yếu công văn", Look(12, 13, capitals=False, centred=True))


def subject_gap(paper: Paper) -> Iterator[Finding]:
    """VV-03: 6 pt below the number."""
    if not (paper.ve_viec and paper.so):
        return
    own, other = paper.ve_viec[0].paragraph, paper.so[0].paragraph
    if own is not other and own.container is other.container and own.format.before + other.format.after < 5.9:
        yield Finding(
            f"Trích yếu công văn cách dòng số, ký hiệu {number(own.format.before + other.format.after)} pt.",
            "Cách dòng 6 pt với số, ký hiệu (Spacing Before: 6 pt).",
            "Trích yếu công văn",
            own,
            mends.paragraph(own, before=6),
        )


def no_line_under_subject(paper: Paper) -> Iterator[Finding]:
    """VV-04: no line under it."""
    if not paper.ve_viec:
        return
    found = under(paper, paper.ve_viec)
    if found.drawn or found.typed or found.underlined:
        yield Finding(
            "Dưới trích yếu công văn có đường kẻ.",
            "Bỏ đường kẻ: chỉ dưới tên cơ quan, Tiêu ngữ và trích yếu của văn bản có tên loại mới kẻ.",
            "Trích yếu công văn",
            paper.ve_viec[-1].paragraph,
            mends.clear(found.typed[0]) if found.typed and not found.drawn else None,
        )


# -- Box 9a


def addressee_there(paper: Paper) -> Iterator[Finding]:
    """KG-01: *Kính gửi* in công văn and tờ trình (and reports to those above); in no other paper."""
    if paper.loai in WITH_KINH_GUI and not paper.kinh_gui:
        yield Finding(
            f"{paper.loai} thiếu phần “Kính gửi”.",
            "Ghi “Kính gửi: tên cơ quan nhận” dưới phần đầu văn bản.",
            "Kính gửi",
            at(next(iter(paper.trich_yeu or paper.ve_viec), None)),
        )
    elif paper.kinh_gui and paper.loai and paper.loai not in MAY_HAVE_KINH_GUI:
        yield Finding(
            f"{paper.loai} có phần “Kính gửi”.",
            "Chỉ công văn, tờ trình và báo cáo gửi cấp trên mới có; nơi nhận khác ghi ở “Nơi nhận”.",
            "Kính gửi",
            paper.kinh_gui[0].paragraph,
        )


def addressee_look(paper: Paper) -> Iterator[Finding]:
    """KG-02: 13 to 14, upright, not bold."""
    return looks(paper.kinh_gui, "Kính gửi", Look(13, 14))


def addressee_list(paper: Paper) -> Iterator[Finding]:
    """KG-03: one addressee on the same line; several on lines of their own with dash, semicolons, a full stop."""
    if not paper.kinh_gui:
        return
    head, *rest = paper.kinh_gui
    found = re.match(r"Kính gửi\s*:\s*(.*)", head.text, re.DOTALL)
    if found is None:
        yield Finding(
            f"Viết {quoted(head.text, 40)}.", "Viết “Kính gửi:”, có dấu hai chấm.", "Kính gửi", head.paragraph
        )
        return
    if not rest:
        if ";" in found[1]:
            yield Finding(
                "Kính gửi nhiều nơi trên một dòng.",
                "Từ hai nơi trở lên thì xuống dòng, mỗi nơi một dòng, có gạch đầu dòng, cuối dòng dấu chấm phẩy, "
                "dòng cuối dấu chấm.",
                "Kính gửi",
                head.paragraph,
            )
        return
    for block in rest:
        end = "." if block is rest[-1] else ";"
        has_dash = block.text.startswith("- ") or block.paragraph.number
        if not has_dash or not block.text.endswith(end):
            words = re.sub(r"^[-–—+•]?\s*", "", block.text).rstrip(" ;.,")
            right = f"{words}{end}" if block.paragraph.number else f"- {words}{end}"
            yield Finding(
                f"Dòng nơi nhận {quoted(block.text)}.",
                f"Viết “{right}”: gạch đầu dòng, cuối dòng dấu chấm phẩy, dòng cuối dấu chấm.",
                "Kính gửi",
                block.paragraph,
                mends.text(block, right),
            )


def addressees_aligned(paper: Paper) -> Iterator[Finding]:
    """KG-04: the dashes stand under one another."""
    rest = [block.paragraph for block in paper.kinh_gui[1:] if block.whole]
    starts = {one.format.left + one.format.first for one in rest if one.format.align != "center"}
    if len(starts) > 1:
        yield Finding(
            "Các gạch đầu dòng dưới “Kính gửi” không thẳng hàng.",
            "Đặt cùng một mức thụt vào, thẳng hàng dưới dấu hai chấm.",
            "Kính gửi",
            rest[-1],
        )


_II = "Phụ lục I, phần II, mục {}"
RULES = (
    Rule("QH-01", _II.format("1"), D, "Quốc hiệu đúng từng chữ, một lần ở trang đầu", national_name, mends=True),
    Rule("QH-02", _II.format("1.a"), D,
         "Quốc hiệu: in hoa, cỡ 12 đến 13, đứng, đậm, canh giữa", national_name_look, ("quoc_hieu",), mends=True),
    Rule("QH-03", "Thông lệ; Phụ lục I, phần II, mục 1", P,
         "Quốc hiệu, Tiêu ngữ mỗi phần trên một dòng", national_name_on_one_line,
         ("quoc_hieu", "tieu_ngu")),
    Rule("QH-04", "Phụ lục I, mục IV, ô số 1 và 2", D,
         "Quốc hiệu ở bên phải, tên cơ quan ở bên trái", head_on_the_right, ("quoc_hieu",)),
    Rule("TN-01", _II.format("1.b"), D,
         "Tiêu ngữ đúng từng chữ, gạch nối có dấu cách hai bên", motto, ("quoc_hieu", "tieu_ngu"), mends=True),
    Rule("TN-02", _II.format("1.b"), D,
         "Tiêu ngữ: in thường, cỡ 13 đến 14, đứng, đậm, canh giữa", motto_look, ("tieu_ngu",), mends=True),
    Rule("TN-03", _II.format("1.b"), D,
         "Dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ", motto_line, ("tieu_ngu",), mends=True),
    Rule("TN-04", _II.format("1.c"), D,
         "Quốc hiệu và Tiêu ngữ cách nhau dòng đơn", head_spacing, ("quoc_hieu",), mends=True),
    Rule("CQ-01", _II.format("2"), D, "Có tên cơ quan, tổ chức ban hành", organ_there),
    Rule("CQ-02", _II.format("2.b"), D,
         "Tên cơ quan chủ quản: in hoa, cỡ 12 đến 13, đứng, không đậm", parent_look, ("chu_quan",), mends=True),
    Rule("CQ-03", _II.format("2.b"), D,
         "Tên cơ quan ban hành: in hoa, cỡ 12 đến 13, đứng, đậm, canh giữa", issuer_look, ("ban_hanh",), mends=True),
    Rule("CQ-04", _II.format("2.b"), D,
         "Tên cơ quan chủ quản và cơ quan ban hành cách nhau dòng đơn", organ_spacing, ("ban_hanh",), mends=True),
    Rule("CQ-05", _II.format("2.b"), D,
         "Dưới tên cơ quan ban hành có nét liền dài 1/3 đến 1/2 dòng chữ", issuer_line, ("ban_hanh",), mends=True),
    Rule("CQ-06", _II.format("2.a"), D, "Chỉ ghi một cơ quan chủ quản trực tiếp", one_parent, ("chu_quan",)),
    Rule("CQ-07", _II.format("2.a"), D,
         "Tên cơ quan ban hành ghi đầy đủ, không viết tắt", issuer_in_full, ("ban_hanh",)),
    Rule("CQ-08", "Luật 72/2025/QH15", P, "Không ghi cơ quan cấp huyện sau ngày 01/7/2025", no_district, ("ngay",)),
    Rule("SO-01", _II.format("3.c"), D,
         "Số, ký hiệu viết “Số: n/KÝ-HIỆU”, không cách chữ", number_pattern, ("so",), mends=True),
    Rule("SO-02", _II.format("3.c"), D, "Số, ký hiệu: cỡ 13, đứng, không đậm", number_look, ("so",), mends=True),
    Rule("SO-03", _II.format("3.c"), D, "Số nhỏ hơn 10 thêm số 0 phía trước", leading_zero, ("so",), mends=True),
    Rule("SO-04", _II.format("3.b"), D, "Ký hiệu không ghi năm", no_year, ("so",)),
    Rule("SO-05", "Phụ lục III, mục I; " + _II.format("3.b"), D,
         "Chữ viết tắt tên loại đúng bảng và đúng tên loại; công văn không có", abbreviation,
         ("so",), mends=True),
    Rule("SO-06", _II.format("3.c"), D, "Ký hiệu in hoa", mark_in_capitals, ("so",)),
    Rule("SO-07", _II.format("3.c"), D,
         "Số, ký hiệu canh giữa dưới tên cơ quan ban hành", number_centred, ("so",), mends=True),
    Rule("SO-08", _II.format("3"), D, "Có số, ký hiệu", number_there),
    Rule("NT-01", _II.format("4.b"), D,
         "Viết “Địa danh, ngày 05 tháng 3 năm 2026”, đúng số 0, có trong lịch", date_pattern, ("ngay",), mends=True),
    Rule("NT-02", _II.format("4.c"), D,
         "Địa danh và thời gian: in thường, cỡ 13 đến 14, nghiêng, canh giữa", date_look, ("ngay",), mends=True),
    Rule("NT-03", _II.format("4.c"), D,
         "Địa danh và thời gian cùng dòng với số, ký hiệu", date_beside_number, ("ngay", "so")),
    Rule("NT-04", _II.format("4.a"), D, "Địa danh không viết tắt", place_in_full, ("ngay",)),
    Rule("NT-05", "Thông lệ", P, "Địa danh và thời gian nằm trên một dòng", date_on_one_line, ("ngay",)),
    Rule("NT-06", _II.format("4"), D, "Có địa danh và thời gian ban hành (trừ biên bản)", date_there, ("quoc_hieu",)),
    Rule("TL-01", _II.format("5.b"), D,
         "Tên loại: in hoa, cỡ 13 đến 14, đứng, đậm, canh giữa", title_look, ("ten_loai",), mends=True),
    Rule("TL-02", _II.format("5.b"), D, "Tên loại ở dòng riêng, trích yếu ở dòng dưới", title_alone, ("ten_loai",)),
    Rule("TL-03", _II.format("5.b"), D, "Công văn không có dòng tên loại", no_title, ("ten_loai",)),
    Rule("TL-04", _II.format("5.a"), D, "Có tên loại; công văn có “V/v”", title_there),
    Rule("TL-05", "Điều 7", D, "Tên loại thuộc 29 loại văn bản hành chính", known_title, ("ten_loai",),
         severity=Severity.CANH_BAO),
    Rule("TY-01", _II.format("5.b"), D,
         "Trích yếu: in thường, cỡ 13 đến 14, đứng, đậm, canh giữa", summary_look, ("trich_yeu",), mends=True),
    Rule("TY-02", _II.format("5.b"), D,
         "Dưới trích yếu có nét liền dài 1/3 đến 1/2 dòng chữ", summary_line, ("trich_yeu", "ten_loai"), mends=True),
    Rule("TY-03", "Thông lệ", P, "Trích yếu không có dấu chấm cuối", summary_end, ("trich_yeu",), mends=True),
    Rule("TY-04", _II.format("5.a"), D, "Dưới tên loại có trích yếu", summary_there, ("ten_loai",)),
    Rule("TY-05", "Phụ lục III, các mẫu", S, "Trích yếu viết hoa chữ đầu", summary_start, ("trich_yeu",), mends=True),
    Rule("VV-01", _II.format("5.b"), D,
         "Trích yếu công văn bắt đầu bằng “V/v”", subject_literal, ("ve_viec",), mends=True),
    Rule("VV-02", _II.format("5.b"), D,
         "Trích yếu công văn: in thường, cỡ 12 đến 13, đứng, không đậm, canh giữa",
         subject_look, ("ve_viec",), mends=True),
    Rule("VV-03", _II.format("5.b"), D,
         "Trích yếu công văn cách số, ký hiệu 6 pt", subject_gap, ("ve_viec",), mends=True),
    Rule("VV-04", _II.format("5.b"), D,
         "Dưới trích yếu công văn không có đường kẻ", no_line_under_subject, ("ve_viec",)),
    Rule("KG-01", _II.format("9.a"), D,
         "“Kính gửi” có ở công văn, tờ trình, báo cáo gửi cấp trên; không ở văn bản khác", addressee_there),
    Rule("KG-02", _II.format("9.b"), D,
         "Kính gửi: in thường, cỡ 13 đến 14, đứng, không đậm", addressee_look, ("kinh_gui",), mends=True),
    Rule("KG-03", _II.format("9.b"), D,
         "Nhiều nơi: mỗi nơi một dòng, gạch đầu dòng, dấu chấm phẩy, cuối cùng dấu chấm", addressee_list,
         ("kinh_gui",), mends=True),
    Rule("KG-04", _II.format("9.b"), D,
         "Các gạch đầu dòng dưới “Kính gửi” thẳng hàng", addressees_aligned, ("kinh_gui",), severity=Severity.CANH_BAO),
)  # fmt: skip
