"""Explain a tag in sentences for whoever edits the template: the words of the dictionary, put together."""

import re
from collections.abc import Callable, Mapping

from cchc_docs.authoring.shapes import first_line
from cchc_docs.word.template.filters import FILTERS
from cchc_docs.word.template.shape import Known, Shape
from cchc_docs.word.template.tags import Tag, TagKind

_FILTER = re.compile(r"\|\s*(\w+)")
_COUNTERS = re.compile(r"danh_so\.(\w+)\(\)")
_NUMBER = {
    "muc": "In số mục kế tiếp: I., II., III.",
    "khoan": "In số khoản kế tiếp: 1., 2., 3.",
    "diem": "In chữ của điểm kế tiếp: a), b), c).",
}
_STATEMENTS = {
    "set": "Đặt tên cho một giá trị để dùng ở dưới; không in gì.",
    "vm": "Gộp ô này qua các hàng của vòng lặp.",
    "colspan": "Gộp ô này qua nhiều cột.",
    "cellbg": "Tô nền ô.",
}


def explainer(names: Mapping[str, Shape], known: Known) -> Callable[[Tag], str]:
    """Return a function that explains each tag of a template read with ``known``; ``""`` for tags that end a block."""
    context = Shape(names)
    asked: dict[str, list[str]] = {}
    for path, tags in known.used.items():
        for shown in tags:
            asked.setdefault(shown, []).append(path)

    def explain(tag: Tag) -> str:
        paths = asked.get(tag.shown, [])
        ends = [path for path in paths if not any(other.startswith((f"{path}.", f"{path}[")) for other in paths)]
        meanings = [said for path in sorted(ends) if (said := _meaning(context.at(path)))]
        return _said(tag, " ".join(dict.fromkeys(meanings)))

    return explain


def _meaning(shape: Shape) -> str:
    note = shape.note.rstrip(".")
    return f"{note} ({shape.origin})." if note and shape.origin else f"{note}." if note else ""


def _said(tag: Tag, meaning: str) -> str:
    match tag.kind, tag.word:
        case TagKind.COMMENT, _:
            return ""
        case TagKind.VALUE, _:
            counter = _COUNTERS.search(tag.code)
            if counter:
                return _NUMBER.get(counter[1], "")
            is_typed = tag.code[:1] in "\"'"
            what = meaning or (
                "chữ ghi ngay trong thẻ." if is_typed else "giá trị đặt tên ở thẻ for hay set phía trên."
            )
            filters = [f"|{name}: {first_line(FILTERS[name])}" for name in _FILTER.findall(tag.code) if name in FILTERS]
            return " ".join([f"{tag.shown} in ra: {what}", *dict.fromkeys(filters)])
        case _, "for":
            return f"{tag.shown} … {{%{tag.prefix} endfor %}}: phần ở giữa in lại cho từng mục. {meaning}".rstrip()
        case _, "if":
            return f"{tag.shown} … {{%{tag.prefix} endif %}}: phần ở giữa chỉ in khi điều kiện đúng. {meaning}".rstrip()
        case _, word:
            return f"{tag.shown}: {_STATEMENTS[word]}" if word in _STATEMENTS else ""
