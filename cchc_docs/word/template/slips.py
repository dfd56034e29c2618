"""Report what an author typed, or Word made of it, that is no mistake to the engine but was hardly meant.

It is looked for only when a template is judged (``Template(…, known=…)``), not whenever one is used.
"""

import re

from cchc_docs.problems import Place, Problems
from cchc_docs.word.ooxml.xml import Element
from cchc_docs.word.template.marking import has_odd_braces, texts_of
from cchc_docs.word.template.shape import Known
from cchc_docs.word.template.tags import scan, shorten

_CORRECTED = (
    (re.compile("[“”„‘’‚]"), "dấu nháy cong", "dấu nháy thẳng"),
    (re.compile("[\u00a0\u2000-\u200b\u202f\u3000\ufeff]"), "khoảng trắng đặc biệt", "khoảng trắng thường"),
)
_STRAIGHT = re.compile(r"\"[^\"]*\"|'[^']*'")
_STOP_WORD = "Muốn Word thôi tự đổi: File > Options > Proofing > AutoCorrect Options > AutoFormat As You Type."
_SINGLE = re.compile(r"\{\s*([A-Za-z_]\w*(?:\.\w+)*)\s*\}|«([^«»]{1,40})»")


def look(root: Element, where: Place, known: Known, problems: Problems) -> None:
    """Tell of slips in the paragraphs of a part, and keep their texts in ``known``."""
    for text in texts_of(root):
        known.text.append(text)
        place = Place(file=where.file, part=where.part, paragraph=shorten(text))
        found = scan(text)
        for one in found.tags:
            _look_into(one.tag.shown, place, problems)
        if not found.unclosed:
            for piece in found.between(text):
                _look_between(piece, place, problems)


def _look_into(shown: str, place: Place, problems: Problems) -> None:
    """Report what Word corrected inside a tag: it is understood, and told once."""
    code = _STRAIGHT.sub("", shown)
    for signs, what, meant in _CORRECTED:
        if signs.search(code):
            problems.notice(
                "the_bi_tu_sua",
                place,
                f"Thẻ “{shown}” có {what} do Word tự đổi; máy vẫn hiểu là {meant}.",
                f"Không bắt buộc sửa. {_STOP_WORD}",
            )


def _look_between(text: str, place: Place, problems: Problems) -> None:
    """Report what looks like a tag of this or another program."""
    if not has_odd_braces(text) and (single := _SINGLE.search(text)):
        problems.warning(
            "giong_the",
            place,
            f"Chữ “{single[0]}” giống một thẻ nhưng không phải thẻ nên sẽ được in nguyên.",
            f"Nếu là thẻ thì viết {{{{ {(single[1] or single[2]).strip()} }}}}.",
        )
