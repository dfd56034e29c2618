"""Organs and levels named as if they were there, though they are no more on the paper's day."""

import re
from collections.abc import Iterator

from cchc_docs.law.organs import Organ, ended_in
from cchc_docs.law.organs import ended_organs as all_ended
from cchc_docs.problems import Severity
from cchc_docs.text.citations import cited
from cchc_docs.text.formats import short_date
from cchc_docs.word.check.contents.day import span_of
from cchc_docs.word.check.contents.passages import excerpt, rule, said
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding

_WAS = re.compile(
    r"trước đây|trước khi|\(?\bcũ\b|nay là|sáp nhập|hợp nhất|giải thể|không còn|kết thúc|bỏ cấp|không tổ chức|"
    r"tiếp nhận|chuyển (?:từ|giao|về)|nguyên là|nguyên (?:Giám|Phó|Trưởng|Chủ)|thay thế|bãi bỏ|sắp xếp|bàn giao|"
    r"kế thừa|tiền thân|đổi tên|thành lập|"
    r"giai đoạn|thay cho",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def ended_organs(paper: Paper) -> Iterator[Finding]:
    """VD-16: no organ is named as working that ended before the paper's day (``facts/co_quan_cu.csv``)."""
    span = span_of(paper)
    told = set[str]()
    own = {block.paragraph.index for block in paper.organ}  # CQ-08 speaks of the head
    surely = {block.paragraph.index for block in (*paper.kinh_gui, *paper.noi_nhan)}
    for paragraph in _that_name_one(paper) if span else ():
        assert span is not None
        if paragraph.index in own:
            continue
        for name, organ in ended_in(paragraph.text, span.first):
            if organ.name not in told and not is_of_the_past(paragraph, name, organ):
                told.add(organ.name)
                yield finding(paragraph, name, organ, is_sure=paragraph.index in surely)


def _that_name_one(paper: Paper) -> Iterator[Paragraph]:
    """The paragraphs with the name of an ended organ, whatever its capitals."""
    paragraphs = paper.document.paragraphs
    whole = "\n".join([paragraph.text for paragraph in paragraphs]).lower()
    names = [name for one in all_ended() if (name := one.name.lower()) in whole]
    for paragraph in paragraphs if names else ():
        text = paragraph.text.lower()
        if any(name in text for name in names):
            yield paragraph


def finding(paragraph: Paragraph, name: str, organ: Organ, *, is_sure: bool) -> Finding:
    """Return what is said of an organ that is no more; a note where a text may speak of its time."""
    instead = " hoặc ".join(organ.successors)
    at = max(paragraph.text.find(name), 0)
    grave = None if organ.level in {"bộ", "sở"} or is_sure else Severity.NOTE
    return said(
        f"“{name}” không còn sau ngày {short_date(organ.last)}: {excerpt(paragraph.text, at, at + len(name))}.",
        f"Nếu nói về hiện nay thì ghi {instead}." if instead else "Ghi cơ quan hiện nay.",
        paragraph,
        grave,
    )


def is_of_the_past(paragraph: Paragraph, name: str, organ: Organ) -> bool:
    """Return True if the sentence tells of the organ's own time: by its words, or by a year that it names."""
    text = paragraph.text
    at = max(text.find(name), 0)
    start = max(text.rfind(sign, 0, at) for sign in ".;\n") + 1
    end = min((place for sign in ";\n" if (place := text.find(sign, at)) >= 0), default=len(text))
    sentence = _without_laws(text[start:end], name)
    return bool(_WAS.search(sentence)) or any(int(year[0]) <= organ.last.year for year in _YEAR.finditer(sentence))


def _without_laws(sentence: str, name: str) -> str:
    """The sentence without the documents that it cites, those of the organ itself apart: their year is its time."""
    for one in reversed(list(cited(sentence))):
        if name not in sentence[one.end : one.end + len(name) + 20]:
            sentence = sentence[: one.at] + sentence[one.end :]
    return sentence


RULES = (rule("VD-16", "Cơ quan, cấp hành chính nêu trong văn bản có vào ngày của văn bản", ended_organs),)
