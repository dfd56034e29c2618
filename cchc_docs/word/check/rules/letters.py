"""Fonts, encoding, colour, one scale of sizes (NĐ 30/2020, Phụ lục I, Phần I, Mục I, khoản 4 and 5; Mục V)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from cchc_docs.problems import Severity
from cchc_docs.text.normal import legacy_encoding
from cchc_docs.word.check import mends
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.formats import Piece, RunFormat
from cchc_docs.word.check.lines import Line
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Mend, Rule
from cchc_docs.word.check.rules.common import PART_I, D, P, number, quoted

_TNR = frozenset(["times new roman", "timesnewroman", "times new roman (vietnamese)", "liberation serif"])
_LEGACY = re.compile(r"\.?vn[A-Za-z. ]*(time|arial|h|3d|avant|book)|\.vn|vni[- ]|vntime", re.IGNORECASE)
_ODD = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\ufff0-\uffff\ue000-\uf8ff]")


def _all(paper: Paper) -> Iterator[tuple[str, Paragraph]]:
    yield from (("thân văn bản", one) for one in paper.document.paragraphs)
    for name, own in paper.document.stories.items():
        label = {"header": "đầu trang", "footer": "chân trang"}.get(
            re.sub(r"\d*\.xml", "", name.rpartition("/")[2]), "chú thích"
        )
        yield from ((label, one) for one in own)


_MAY_BE_OLD = re.compile("[\u00a1-\u00ff]")
"""Letters of the upper half of Latin-1, which stand for Vietnamese ones in old fonts."""
_ONLY_OLD = re.compile("[\u00a6-\u00a9\u00ad\u00ae\u00b5-\u00b9]")
"""Signs that stand for letters in old fonts and hardly occur in Unicode text."""
_UNICODE = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9]")
"""Vietnamese letters that only Unicode has."""
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
        if wrong and not _old_encoding(paragraph):
            yield Finding(
                f"Chữ đang dùng phông {', '.join(sorted(wrong))}.",
                "Mọi chữ dùng phông Times New Roman.",
                part,
                paragraph,
                mends.runs([piece for piece, own in pieces if own], font=mends.FONT),
            )


def hidden_fonts(paper: Paper) -> Iterator[Finding]:
    """PG-15: the fonts kept for other scripts (eastAsia, cs) are Times New Roman too, so that nothing can slip in.

    A matter of the whole file, said once.
    """
    found: list[tuple[str, Paragraph, set[str]]] = []
    for part, paragraph in _all(paper):
        wrong = {font for piece in paragraph.pieces for font in _hidden(piece)}
        if wrong:
            found.append((part, paragraph, wrong))
    if found:
        fonts_ = sorted({font for _, _, wrong in found for font in wrong})
        part, paragraph, _ = found[0]
        yield Finding(
            f"Phông ẩn (cho chữ Đông Á, chữ phức tạp) là {', '.join(fonts_)}, ở {len(found)} đoạn.",
            "Đặt cả các phông này là Times New Roman để không lẫn phông khi sửa ở máy khác.",
            part,
            paragraph,
            mends.all_of(*(mends.runs(one.pieces, font=mends.FONT) for _, one, _ in found)),
        )


def _hidden(piece: Piece) -> set[str]:
    one = piece.format
    if not piece.text.strip() or _wrong_fonts(piece.text, one):
        return set()
    return {font for font in (one.east_asia, one.cs) if font and font.lower() not in _TNR}


def encoding(paper: Paper) -> Iterator[Finding]:
    """PG-08: Unicode; no letters of TCVN3 or VNI, no legacy fonts."""
    for part, paragraph in _all(paper):
        if old := _old_encoding(paragraph):
            yield Finding(
                f"Chữ gõ bằng bảng mã cũ ({old}).",
                "Chuyển mã sang Unicode (Unikey: Ctrl+Shift+F6) rồi đặt phông Times New Roman.",
                part,
                paragraph,
            )


def _old_encoding(paragraph: Paragraph) -> str:
    """The old encoding of a paragraph's letters, or the old font that makes them readable; ``""`` for Unicode.

    Digits and plain letters, and text that has Vietnamese letters of Unicode, only wear the wrong font.
    """
    for text, one in _shown(paragraph):
        if _LEGACY.match(one.hansi) and (
            _ONLY_OLD.search(text) or (_MAY_BE_OLD.search(text) and not _UNICODE.search(paragraph.text))
        ):
            return one.hansi
    return legacy_encoding(paragraph.text) if len(paragraph.text) > 3 else ""


def _shown(paragraph: Paragraph) -> Iterable[tuple[str, RunFormat]]:
    return ((piece.text, piece.format) for piece in paragraph.pieces if piece.text.strip())


def normal_form(paper: Paper) -> Iterator[Finding]:
    """PG-16: precomposed letters (NFC), no invisible signs."""
    for part, paragraph in _all(paper):
        text = paragraph.raw_text
        if text.isascii() or _old_encoding(paragraph):  # there a soft hyphen is a letter
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
            _scale(paper, sizes),
        )


def _scale(paper: Paper, sizes: tuple[float, ...]) -> Mend | None:
    """Give the one that is out of step the size of the set that the two others have; None where none is."""
    blocks = (paper.quoc_hieu[0], paper.tieu_ngu[0], paper.ngay[0])
    for right in sorted(_SETS):
        wrong = [at for at in range(3) if sizes[at] != right[at]]
        if len(wrong) == 1:
            return mends.block_runs(blocks[wrong[0]], size=right[wrong[0]])
    return None


RULES = (
    Rule("PG-07", PART_I.format("4"), D, "Phông chữ Times New Roman", fonts, holds_everywhere=True, mends=True),
    Rule("PG-08", PART_I.format("4"), D,
         "Bộ mã Unicode (TCVN 6909:2001), không dùng mã cũ", encoding, holds_everywhere=True),
    Rule("PG-09", PART_I.format("4"), D, "Chữ và đường kẻ màu đen", colour, holds_everywhere=True, mends=True),
    Rule("PG-13", "Phụ lục I, Phần I, Mục V, chú thích", D, "Cỡ chữ trong một văn bản tăng, giảm thống nhất", one_scale,
         ("quoc_hieu",), severity=Severity.WARNING, mends=True),
    Rule("PG-15", "Thông lệ", P,
         "Phông cho chữ Đông Á, chữ phức tạp cũng là Times New Roman", hidden_fonts, mends=True),
    Rule("PG-16", "Thông lệ", P,
         "Chữ Unicode dựng sẵn (NFC), không có ký tự vô hình", normal_form, holds_everywhere=True, mends=True),
)  # fmt: skip
