"""Tell the levels of a body by what opens a paragraph: Phần, Điều, ``I.``, ``1.``, ``a)``; also when wrong."""

import re

from cchc_docs.word.check.paper import Level

BASIS = re.compile(r"\s*(căn cứ|xét|theo đề nghị|thực hiện|trên cơ sở)\b", re.IGNORECASE)
ARTICLES = re.compile(r"\s*(chương\s+(i|1)\b|điều\s+1\b|phần\s+(i|1|thứ nhất)\b)", re.IGNORECASE)
"""The openings of the articles of a regulation."""
ORDER = re.compile(r"quyết (định|nghị)\s*:?\s*$", re.IGNORECASE)


# -- Headings of the body: what each looks like, also when wrongly written. The groups are number, sign and rest.
_ANY = re.IGNORECASE | re.DOTALL
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("phan", re.compile(r"phần\s+(?P<number>[ivxlc]+|\d+|thứ\s+\w+)\b(?P<sign>[.:]?)\s*(?P<rest>.*)", _ANY)),
    ("chuong", re.compile(r"chương\s+(?P<number>[ivxlc]+|\d+)\b(?P<sign>[.:]?)\s*(?P<rest>.*)", _ANY)),
    ("tieu_muc", re.compile(r"tiểu mục\s+(?P<number>\d+|[ivxlc]+)\b(?P<sign>[.:]?)\s*(?P<rest>.*)", _ANY)),
    ("muc", re.compile(r"(?:MỤC|Mục)\s+(?P<number>\d+|[IVXLC]+)\b(?P<sign>[.:]?)\s*(?P<rest>.*)", re.DOTALL)),
    ("dieu", re.compile(r"(?:Điều|ĐIỀU|điều)\s+(?P<number>\d+)\s*(?P<sign>[.:)/-]?)\s*(?P<rest>.*)", re.DOTALL)),
    ("muc_la_ma", re.compile(r"(?!V\s*/\s*v\b)(?P<number>[IVXL]+)\s*(?P<sign>[.)/:-])\s*(?P<rest>.*)", re.DOTALL)),
    ("nhieu_cap", re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?P<sign>[.):/]?)\s+(?P<rest>.*)", re.DOTALL)),
    ("khoan", re.compile(r"(?P<number>\d{1,2})\s*(?P<sign>[.)/])(?!\d)\s*(?P<rest>.*)", re.DOTALL)),
    ("diem", re.compile(r"(?P<number>[a-zđ])\s*(?P<sign>[.)/])\s*(?P<rest>\S.*)", re.DOTALL)),
    ("gach", re.compile(r"(?P<number>)(?P<sign>[-–—+•*])\s*(?P<rest>\S.*)", re.DOTALL)),
)  # fmt: skip


def level_of(text: str) -> tuple[Level, str, str, str]:
    """The level of a paragraph by its text, its number, the sign after it, and the rest.

    >>> level_of("Điều 5: Trách nhiệm"), level_of("đ) Khảo sát.")
    (('dieu', '5', ':', 'Trách nhiệm'), ('diem', 'đ', ')', 'Khảo sát.'))
    """
    for level, pattern in _LEVELS:
        found = pattern.match(text)
        if found is not None:
            return level, found["number"], found["sign"], found["rest"]
    return "doan", "", "", text
