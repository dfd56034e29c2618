"""Page, font, colour, page numbers (NĐ 30/2020, Phụ lục I, phần I; phần III, mục 1)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from cchc_docs.check import mends
from cchc_docs.check.blocks import Block, block_of
from cchc_docs.check.document import Paragraph, Section
from cchc_docs.check.formats import RunFormat, mm
from cchc_docs.check.lines import Line
from cchc_docs.check.page_numbers import put_page_number, take_page_number
from cchc_docs.check.paper import Paper
from cchc_docs.check.rule import PAGE, Authority, Finding, Mend, Rule
from cchc_docs.check.rules.common import Look, looks, number, quoted
from cchc_docs.problems import Severity
from cchc_docs.text import legacy_encoding

D, S, P = Authority.DECREE, Authority.SAMPLE, Authority.PRACTICE
_SIDES, _PAGE_SIZE = 12, 20  # twips that programs round: 0.2 mm of a margin, 0.35 mm of a page (nd30: ±20)
_TNR = frozenset(["times new roman", "timesnewroman", "times new roman (vietnamese)", "liberation serif"])
_LEGACY = re.compile(r"\.?vn[A-Za-z. ]*(time|arial|h|3d|avant|book)|\.vn|vni[- ]|vntime", re.IGNORECASE)
_ODD = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\ufff0-\uffff\ue000-\uf8ff]")
_PART = PAGE


def _sections(paper: Paper) -> list[Section]:
    return paper.document.sections


def _section_name(paper: Paper, section: Section) -> str:
    return f" của phần (section) {section.number + 1}" if len(paper.document.sections) > 1 else ""


def _first_of(paper: Paper, section: Section) -> Paragraph | None:
    return next((one for one in paper.document.paragraphs if one.section == section.number), None)


def paper_size(paper: Paper) -> Iterator[Finding]:
    """PG-01: A4, 210 × 297 mm."""
    for section in _sections(paper):
        short, long = sorted((section.width, section.height))
        if abs(short - 11_906) > _PAGE_SIZE or abs(long - 16_838) > _PAGE_SIZE:
            is_wide = section.width > section.height
            width, height = ("16838", "11906") if is_wide else ("11906", "16838")
            yield Finding(
                f"Khổ giấy{_section_name(paper, section)} đang là {mm(section.width):.0f} × {mm(section.height):.0f} "
                "mm.",
                "Phải là A4, 210 × 297 mm (Layout > Size > A4).",
                _PART,
                _first_of(paper, section),
                mends.section(section.element, "pgSz", w=width, h=height),
            )


def orientation(paper: Paper) -> Iterator[Finding]:
    """PG-02: portrait; landscape only for tables and forms."""
    for section in _sections(paper):
        if section.width <= section.height:
            continue
        own = [one for one in paper.document.paragraphs if one.section == section.number]
        if not any(one.in_table and not _of_head_or_tail(paper, one) for one in own):
            yield Finding(
                f"Trang{_section_name(paper, section)} đặt ngang mà không có bảng, biểu.",
                "Văn bản trình bày theo chiều dài của khổ A4; chỉ đặt ngang khi có bảng, biểu không làm thành phụ "
                "lục riêng.",
                _PART,
                own[0] if own else None,
            )


def _of_head_or_tail(paper: Paper, paragraph: Paragraph) -> bool:
    table = paragraph.container.table
    return table is not None and any(
        block.paragraph.container.table is table for block in (*paper.quoc_hieu, *paper.so, *paper.noi_nhan)
    )


def _margin(paper: Paper, sides: tuple[tuple[str, str], ...], low: int, high: int) -> Iterator[Finding]:
    for section in _sections(paper):
        for side, name in sides:
            value = getattr(section, side)
            if mm(low) * 56.7 - _SIDES <= value <= high + _SIDES:
                continue
            yield Finding(
                f"Lề {name}{_section_name(paper, section)} đang là {number(mm(value))} mm.",
                f"Phải từ {mm(low):.0f} đến {mm(high):.0f} mm (Layout > Margins).",
                _PART,
                _first_of(paper, section),
                mends.section(section.element, "pgMar", **{side: str(min(max(value, low), high))}),
            )


def top_and_bottom(paper: Paper) -> Iterator[Finding]:
    """PG-03: 20 to 25 mm above and below."""
    return _margin(paper, (("top", "trên"), ("bottom", "dưới")), 1134, 1417)


def left_margin(paper: Paper) -> Iterator[Finding]:
    """PG-04: 30 to 35 mm on the left."""
    return _margin(paper, (("left", "trái"),), 1701, 1984)


def right_margin(paper: Paper) -> Iterator[Finding]:
    """PG-05: 15 to 20 mm on the right."""
    return _margin(paper, (("right", "phải"),), 851, 1134)


# -- Letters


def _all(paper: Paper) -> Iterator[tuple[str, Paragraph]]:
    yield from (("thân văn bản", one) for one in paper.document.paragraphs)
    for name, own in paper.document.stories.items():
        label = {"header": "đầu trang", "footer": "chân trang"}.get(
            re.sub(r"\d*\.xml", "", name.rpartition("/")[2]), "chú thích"
        )
        yield from ((label, one) for one in own)


_ASCII = re.compile("[!-~]")


def _wrong_fonts(text: str, one: RunFormat) -> set[str]:
    shown = set[str]()
    if _ASCII.search(text):
        shown.add(one.ascii)
    if not text.isascii():
        shown.add(one.hansi)
    return {font for font in shown if font.lower() not in _TNR}


def fonts(paper: Paper) -> Iterator[Finding]:
    """PG-07: Times New Roman for every letter that is seen."""
    for part, paragraph in _all(paper):
        pieces = [(piece, _wrong_fonts(piece.text, piece.format)) for piece in paragraph.pieces]
        wrong = {font for _, own in pieces for font in own}
        if wrong and not all(_LEGACY.match(font) for font in wrong):
            yield Finding(
                f"Chữ đang dùng phông {', '.join(sorted(wrong))}.",
                "Mọi chữ dùng phông Times New Roman.",
                part,
                paragraph,
                mends.runs([piece for piece, own in pieces if own], font=mends.FONT),
            )


def hidden_fonts(paper: Paper) -> Iterator[Finding]:
    """PG-15: the fonts kept for other scripts (eastAsia, cs) are Times New Roman too, so that nothing can slip in."""
    for part, paragraph in _all(paper):
        for piece in paragraph.pieces:
            one = piece.format
            wrong = {font for font in (one.east_asia, one.cs) if font and font.lower() not in _TNR}
            if wrong and piece.text.strip() and not _wrong_fonts(piece.text, one):
                yield Finding(
                    f"Phông ẩn (cho chữ Đông Á, chữ phức tạp) là {', '.join(sorted(wrong))}.",
                    "Đặt cả các phông này là Times New Roman để không lẫn phông khi sửa ở máy khác.",
                    part,
                    paragraph,
                    mends.runs(paragraph.pieces, font=mends.FONT),
                )
                break


def encoding(paper: Paper) -> Iterator[Finding]:
    """PG-08: Unicode; no letters of TCVN3 or VNI, no legacy fonts."""
    for part, paragraph in _all(paper):
        font = next((one.hansi for _, one in _shown(paragraph) if _LEGACY.match(one.hansi)), "")
        old = legacy_encoding(paragraph.text) if len(paragraph.text) > 3 else ""
        if font or old:
            yield Finding(
                f"Chữ gõ bằng bảng mã cũ ({font or old}).",
                "Chuyển mã sang Unicode (Unikey: Ctrl+Shift+F6) rồi đặt phông Times New Roman.",
                part,
                paragraph,
            )


def _shown(paragraph: Paragraph) -> Iterable[tuple[str, RunFormat]]:
    return ((piece.text, piece.format) for piece in paragraph.pieces if piece.text.strip())


def normal_form(paper: Paper) -> Iterator[Finding]:
    """PG-16: precomposed letters (NFC), no invisible signs."""
    for part, paragraph in _all(paper):
        text = paragraph.text
        if text.isascii():
            continue
        if not unicodedata.is_normalized("NFC", text):
            what = "Có chữ Unicode tổ hợp (dấu rời chữ), dễ vỡ dấu và khó tìm kiếm"
        elif _ODD.search(text):
            what = "Có ký tự không nhìn thấy (khoảng trắng cứng, ký tự rộng 0) lẫn trong chữ"
        else:
            continue
        yield Finding(
            f"{what}.",
            "Chuyển sang Unicode dựng sẵn; bỏ ký tự lạ.",
            part,
            paragraph,
            mends.normalised(paragraph, _clean_signs),
        )


def _clean_signs(text: str) -> str:
    """``text`` in NFC, hard spaces as plain ones, invisible signs left out."""
    return unicodedata.normalize("NFC", _ODD.sub(lambda sign: " " if sign[0] in "\u00a0\u202f" else "", text))


def colour(paper: Paper) -> Iterator[Finding]:
    """PG-09: black letters, borders and lines; only stamps are red."""
    stamps = {id(block.paragraph) for block in paper.dau}
    for part, paragraph in _all(paper):
        if id(paragraph) in stamps:
            continue
        wrong = [piece for piece in paragraph.pieces if _is_coloured(piece.format) and piece.text.strip()]
        if wrong:
            yield Finding(
                f"Chữ {quoted(wrong[0].text, 30)} có màu {wrong[0].format.color}.",
                "Chữ màu đen (Font Color: Automatic).",
                part,
                paragraph,
                mends.runs(wrong, color=None),
            )
        lines = [*paragraph.drawn, *([paragraph.container.below] if paragraph.container.below else [])]
        line = next((one for one in lines if one.color not in {"", "000000"}), None)
        if line is not None:
            yield Finding(f"Đường kẻ có màu {line.color.lower()}.", "Đường kẻ màu đen.", part, paragraph, _black(line))


def _is_coloured(one: RunFormat) -> bool:
    return one.color not in {"", "000000"}


def _black(line: Line) -> Mend | None:
    return mends.blacken(line)


# -- Page numbers


def _stories(paper: Paper, section: Section, kind: str, where: str = "headers") -> list[Paragraph]:
    name = getattr(section, where).get(kind, "")
    return paper.document.stories.get(name, [])


def _numbered(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    return [one for one in paragraphs if any(_is_page(code) for code in one.fields)]


def _is_page(code: str) -> bool:
    return code.split()[:1] == ["PAGE"]


def _typed(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    return [
        one
        for one in paragraphs
        if not one.fields and re.fullmatch(r"[-–\s]*(trang\s*)?\d{1,3}[-–\s]*", one.text.strip(), re.IGNORECASE)
    ]


def estimated_pages(paper: Paper) -> float:
    """About how many pages the text fills, by the widths of its letters; a table's row counts as its highest cell."""
    height = 0.0
    rows: dict[tuple[int, int], float] = {}
    cells: dict[int, float] = {}
    for paragraph in paper.document.paragraphs:
        own = _height(paragraph)
        container = paragraph.container
        if container.kind == "cell" and container.table is not None:
            cells[id(container)] = cells.get(id(container), 0.0) + own
            place = (container.table.number, container.row)
            rows[place] = max(rows.get(place, 0.0), cells[id(container)])
        else:
            height += own
    section = paper.document.sections[0]
    usable = max(section.height - section.top - section.bottom, 1000) / 20
    breaks = sum(one.breaks or one.format.page_break_before for one in paper.document.paragraphs)
    return (height + sum(rows.values())) / usable + breaks + (len(paper.document.sections) - 1)


def _height(paragraph: Paragraph) -> float:
    form = paragraph.format
    size = max((piece.format.size for piece in paragraph.pieces), default=12.0)
    letters = len(paragraph.text) * size * 0.45 / 20 * 20 if paragraph.text else 0.0
    lines = 1 + letters // max(paragraph.container.width / 20, 40) + paragraph.text.count("\n")
    each = form.line * size * 1.15 if form.line_rule == "auto" else form.line
    return lines * each + form.before + form.after


def page_numbers(paper: Paper) -> Iterator[Finding]:
    """PG-10: Arabic numbers, 13 to 14 pt, upright, in the middle of the top margin."""
    document = paper.document
    for section in _sections(paper):
        kinds = ("default", "even") if document.even_and_odd else ("default",)
        at_foot = [
            one for kind in ("default", "even", "first") for one in _numbered(_stories(paper, section, kind, "footers"))
        ]
        if at_foot:
            yield Finding(
                "Số trang đang ở chân trang.",
                "Số trang đặt canh giữa ở lề trên (Insert > Page Number > Top of Page).",
                "số trang",
                at_foot[0],
                mends.all_of(*(take_page_number(one.element) for one in at_foot), put_page_number(document, section)),
            )
            continue
        for kind in kinds:
            own = _numbered(_stories(paper, section, kind))
            typed = _typed(_stories(paper, section, kind))
            if not own and typed:
                yield Finding(
                    f"Số trang {quoted(typed[0].text, 10)} gõ tay nên trang nào cũng như nhau.",
                    "Dùng số trang tự động (Insert > Page Number > Top of Page).",
                    "số trang",
                    typed[0],
                    mends.all_of(take_page_number(typed[0].element), put_page_number(document, section)),
                )
            elif not own and estimated_pages(paper) > 1.1:
                yield Finding(
                    f"Văn bản nhiều trang mà không có số trang{_section_name(paper, section)}.",
                    "Đánh số trang canh giữa ở lề trên, cỡ 13 đến 14 (Insert > Page Number > Top of Page).",
                    "số trang",
                    _first_of(paper, section),
                    put_page_number(document, section),
                )
            yield from _number_look(own)
        if section.number_format not in {"decimal", ""}:
            yield Finding(
                "Số trang không phải chữ số Ả Rập.",
                "Đánh số 1, 2, 3 (Format Page Numbers).",
                "số trang",
                None,
                mends.section(section.element, "pgNumType", fmt="decimal"),
            )


def _number_look(paragraphs: list[Paragraph]) -> Iterator[Finding]:
    for paragraph in paragraphs:
        block = block_of(paragraph)
        yield from looks([block], "Số trang", Look(13, 14))
        if paragraph.format.align != "center" and not paragraph.framed:
            yield Finding(
                "Số trang không canh giữa.",
                "Số trang đặt canh giữa ở lề trên.",
                "số trang",
                paragraph,
                mends.paragraph(paragraph, align="center", first=0, left=0),
            )


def first_page(paper: Paper) -> Iterator[Finding]:
    """PG-11: the first page's number is not shown."""
    section = paper.document.sections[0]
    if not _numbered(_stories(paper, section, "default")):
        return
    shown = _numbered(_stories(paper, section, "first")) + _typed(_stories(paper, section, "first"))
    if not section.has_title_page:
        yield Finding(
            "Số trang hiện cả ở trang thứ nhất.",
            "Bật “Different First Page” (Header & Footer) để không hiện số ở trang thứ nhất.",
            "số trang",
            _first_of(paper, section),
            mends.section(section.element, "titlePg", val=None),
        )
    elif shown:
        yield Finding(
            "Đầu trang của trang thứ nhất có số trang.",
            "Xóa số trang ở trang thứ nhất.",
            "số trang",
            shown[0],
            mends.all_of(*(take_page_number(one.element) for one in shown)),
        )


def appendix_pages(paper: Paper) -> Iterator[Finding]:
    """PG-12: each appendix counts its pages from 1 again, in a section of its own."""
    sections = paper.document.sections
    if not any(_numbered(_stories(paper, one, "default")) for one in sections):
        return
    last = max((block.paragraph.section for block in (*paper.noi_nhan, *paper.so)), default=0)
    for appendix in paper.phu_luc:
        own = appendix.head.paragraph.section
        if own == last:
            yield Finding(
                f"{quoted(appendix.head.text)} không nằm ở phần (section) riêng nên số trang đếm tiếp văn bản.",
                "Chèn Layout > Breaks > Next Page trước phụ lục, rồi Format Page Numbers > Start at 1.",
                "Phụ lục",
                appendix.head.paragraph,
            )
        elif sections[own].starts_at != 1:
            yield Finding(
                f"Số trang của {quoted(appendix.head.text)} không đếm lại từ 1.",
                "Chọn Format Page Numbers > Start at 1 ở phần của phụ lục.",
                "Phụ lục",
                appendix.head.paragraph,
                mends.section(sections[own].element, "pgNumType", start="1"),
            )
        last = own


_SETS = frozenset([(13.0, 14.0, 14.0), (12.0, 13.0, 13.0)])


def one_scale(paper: Paper) -> Iterator[Finding]:
    """PG-13: sizes go up and down together: 13/14/14 or 12/13/13 for Quốc hiệu, Tiêu ngữ and date."""
    if not (paper.quoc_hieu and paper.tieu_ngu and paper.ngay):
        return
    sizes = tuple(group[0].size for group in (paper.quoc_hieu, paper.tieu_ngu, paper.ngay))
    in_range = 12 <= sizes[0] <= 13 and 13 <= sizes[1] <= 14 and 13 <= sizes[2] <= 14
    if in_range and sizes not in _SETS:
        yield Finding(
            f"Quốc hiệu, Tiêu ngữ, địa danh và ngày đang cỡ {', '.join(map(number, sizes))}.",
            "Cỡ chữ tăng giảm thống nhất: 13, 14, 14 hoặc 12, 13, 13.",
            "Quốc hiệu",
            paper.quoc_hieu[0].paragraph,
            _scale(paper, sizes[0]),
        )


def _scale(paper: Paper, first: float) -> Mend | None:
    """Tiêu ngữ and date follow the Quốc hiệu."""
    size = 14.0 if first > 12.5 else 13.0
    own = mends.block_runs(paper.quoc_hieu[0], size=size - 1)
    return mends.all_of(own, *(mends.block_runs(one, size=size) for one in (paper.tieu_ngu[0], paper.ngay[0])))


def header_distance(paper: Paper) -> Iterator[Finding]:
    """PG-14: the page number stands 10 mm from the top edge in the samples."""
    for section in _sections(paper):
        if _numbered(_stories(paper, section, "default")) and not 400 <= section.header <= 900:
            yield Finding(
                f"Số trang cách mép trên {number(mm(section.header))} mm.",
                "Mẫu của Nghị định đặt cách mép trên 10 mm (Header from Top: 1 cm).",
                "số trang",
                _first_of(paper, section),
                mends.section(section.element, "pgMar", header="567"),
            )


def leftovers(paper: Paper) -> Iterator[Finding]:
    """PG-17: comments and tracked changes are settled before signing."""
    root = paper.document.root
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    changes = sum(1 for _ in root.iter(f"{w}ins", f"{w}del", f"{w}moveFrom", f"{w}moveTo"))
    comments = sum(1 for _ in root.iter(f"{w}commentReference"))
    for count, what in ((changes, "chỗ sửa theo dõi (Track Changes) chưa chốt"), (comments, "bình luận (Comment)")):
        if count:
            yield Finding(f"Còn {count} {what}.", "Chốt hoặc xóa hết trước khi trình ký (thẻ Review).", "thân văn bản")


_HOLDERS = re.compile(r"\[[^\]\d][^\]]{2,}\]|\{\{.*?\}\}|<<.*?>>|X{4,}|\?{3,}|\.{6,}|…{3,}")


def placeholders(paper: Paper) -> Iterator[Finding]:
    """PG-18: no place is left to be filled in."""
    for item in paper.than:
        found = _HOLDERS.search(item.block.text)
        if found is not None:
            yield Finding(
                f"Còn chỗ trống chưa điền {quoted(found[0], 20)}.",
                "Điền nội dung hoặc bỏ đi.",
                "thân văn bản",
                item.paragraph,
            )


def blank_pages(paper: Paper) -> Iterator[Finding]:
    """PG-20: no page without text between two page breaks."""
    broken = False
    for paragraph in paper.document.paragraphs:
        if paragraph.breaks and broken and paragraph.is_blank:
            yield Finding(
                "Hai dấu ngắt trang liền nhau làm thừa một trang trắng.",
                "Xóa bớt một dấu ngắt trang.",
                _PART,
                paragraph,
            )
        if not paragraph.is_blank or paragraph.drawn:
            broken = False
        broken = broken or paragraph.breaks


def no_blank_page(paper: Paper) -> Iterator[Finding]:
    """PG-21: no page shows nothing but its number."""
    for number_, text in enumerate(paper.trang or (), 1):
        if not re.search(r"[^\W\d_]", text):
            yield Finding(
                f"Trang {number_} là trang trắng.", "Xóa dấu ngắt trang hoặc dòng trống thừa trước đó.", _PART
            )


def address(paper: Paper) -> Iterator[Finding]:
    """DC-01: the address at the foot of page 1 is 11 to 12 pt, upright."""
    section = paper.document.sections[0]
    kind = "first" if section.has_title_page and "first" in section.footers else "default"
    own = [one for one in _stories(paper, section, kind, "footers") if not one.is_blank and not _numbered([one])]
    yield from looks([_without_fields(one) for one in own], "Địa chỉ cơ quan", Look(11, 12))


def _without_fields(paragraph: Paragraph) -> Block:
    return block_of(paragraph)


def stamps(paper: Paper) -> Iterator[Finding]:
    """DK-01: stamps of urgency and circulation are capitals, 13 to 14 pt, bold."""
    return looks(paper.dau, "Dấu chỉ mức độ", Look(13, 14, bold=True, capitals=True))


_CLAUSE = "Phụ lục I, phần I, mục {}"
RULES = (
    Rule("PG-01", _CLAUSE.format("1"), D, "Khổ giấy A4 (210 × 297 mm)", paper_size, mends=True),
    Rule("PG-02", _CLAUSE.format("2"), D,
         "Trình bày theo chiều dài khổ giấy; đặt ngang chỉ khi có bảng, biểu", orientation),
    Rule("PG-03", _CLAUSE.format("3"), D, "Lề trên và lề dưới 20 đến 25 mm", top_and_bottom, mends=True),
    Rule("PG-04", _CLAUSE.format("3"), D, "Lề trái 30 đến 35 mm", left_margin, mends=True),
    Rule("PG-05", _CLAUSE.format("3"), D, "Lề phải 15 đến 20 mm", right_margin, mends=True),
    Rule("PG-07", _CLAUSE.format("4"), D, "Phông chữ Times New Roman", fonts, holds_everywhere=True, mends=True),
    Rule("PG-08", _CLAUSE.format("4"), D,
         "Bộ mã Unicode (TCVN 6909:2001), không dùng mã cũ", encoding, holds_everywhere=True),
    Rule("PG-09", _CLAUSE.format("4"), D, "Chữ và đường kẻ màu đen", colour, holds_everywhere=True, mends=True),
    Rule("PG-10", _CLAUSE.format("7"), D,
         "Số trang: chữ số Ả Rập, cỡ 13 đến 14, đứng, canh giữa ở lề trên", page_numbers, mends=True),
    Rule("PG-11", _CLAUSE.format("7"), D, "Không hiện số trang ở trang thứ nhất", first_page, mends=True),
    Rule("PG-12", "Phụ lục I, phần III, mục 1.d", D,
         "Số trang đánh riêng cho từng phụ lục", appendix_pages, ("phu_luc",), mends=True),
    Rule("PG-13", "Phụ lục I, mục V, chú thích cỡ chữ", D, "Cỡ chữ trong một văn bản tăng, giảm thống nhất", one_scale,
         ("quoc_hieu",), severity=Severity.CANH_BAO, mends=True),
    Rule("PG-14", "Phụ lục III, các mẫu", S, "Số trang cách mép trên khoảng 10 mm", header_distance, mends=True),
    Rule("PG-15", _CLAUSE.format("4"), P,
         "Phông cho chữ Đông Á, chữ phức tạp cũng là Times New Roman", hidden_fonts, mends=True),
    Rule("PG-16", _CLAUSE.format("4"), P,
         "Chữ Unicode dựng sẵn (NFC), không có ký tự vô hình", normal_form, holds_everywhere=True, mends=True),
    Rule("PG-17", "Thông lệ", P, "Không còn bình luận, chỗ sửa chưa chốt", leftovers, holds_everywhere=True),
    Rule("PG-18", "Thông lệ", P, "Không còn chỗ trống chưa điền", placeholders, ("than",)),
    Rule("PG-20", "Thông lệ", P, "Không có trang trắng thừa", blank_pages, holds_everywhere=True),
    Rule("PG-21", "Thông lệ", P, "Không có trang trắng khi in ra", no_blank_page, needs_pages=True),
    Rule("DK-01", "Phụ lục I, phần III, mục 2", D,
         "Dấu chỉ mức độ khẩn, mật, chỉ dẫn lưu hành: in hoa, cỡ 13 đến 14, đứng, đậm", stamps, ("dau",), mends=True),
    Rule("DC-01", "Phụ lục I, phần III, mục 4", D,
         "Địa chỉ cơ quan ở chân trang thứ nhất: cỡ 11 đến 12, đứng", address, mends=True),
)  # fmt: skip
