"""Kinds of text: words, names, text with markup, codes."""

import re

from cchc_docs.data.fields.kind import CellForm, Context, Kind, Unreadable, as_text
from cchc_docs.data.read.source import Raw
from cchc_docs.text import markup
from cchc_docs.text.normal import MarkedText


def _read_words(raw: Raw, context: Context) -> str:
    text = " ".join(as_text(raw).split())
    _note_marks(text, context)
    return text


def _read_name(raw: Raw, context: Context) -> str:
    lines = (" ".join(line.split()) for line in as_text(raw).split("\n"))
    text = "\n".join(filter(None, lines))
    _note_marks(text, context)
    return text


def _note_marks(text: str, context: Context) -> None:
    """Tell of marks that would be formatting elsewhere: a clerk who types them expects that."""
    marks: dict[str, None] = {}
    for piece in markup.parse(text).pieces:
        match piece:
            case markup.Footnote():
                marks["^[…]"] = None
            case markup.Citation(code=code):
                marks[f"[[{code}]]"] = None
            case markup.Text(bold=True):
                marks["**"] = None
            case markup.Text(italic=True):
                marks["*"] = None
    if marks:
        context.remark(
            "dau_khong_dung",
            f"Ô này không dùng dấu {', '.join(f'“{mark}”' for mark in marks)}, nên in đúng như gõ.",
            "Xóa dấu ấy; chữ đậm, chữ nghiêng, chú thích chỉ dùng được trong các đoạn nội dung.",
        )


def _read_marked(raw: Raw, context: Context) -> MarkedText:
    text = MarkedText(as_text(raw))
    for mark in markup.parse(text).unclosed:
        context.remark(
            "dau_chua_dong",
            f"Dấu “{mark}” mở ra mà không đóng lại, nên được in như chữ thường.",
            "Thêm dấu đóng, hoặc viết dấu \\ phía trước nếu muốn in đúng dấu ấy.",
        )
    return text


def _read_code(raw: Raw, _: Context) -> str:
    text = as_text(raw).strip()
    if re.search(r"\s", text):
        raise Unreadable("ma_co_dau_cach", f"“{text}” không phải là mã: mã viết liền.", "Bỏ dấu cách trong mã.")
    return text


_WORDS = CellForm(width=28)
CHU = Kind("chữ", _read_words, cell=_WORDS)
TEN = Kind("chữ", _read_name, cell=_WORDS, keeps_lines=True)
"""A name or title that is printed large: where the clerk breaks its line, the page does."""
VAN_BAN = Kind("văn bản", _read_marked, cell=CellForm(width=60), has_markup=True)
MA = Kind("mã", _read_code, cell=CellForm(width=14))
