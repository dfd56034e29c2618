"""Tags in the text of a paragraph: ``{{ value }}``, ``{% statement %}``, ``{# comment #}``.

The dialect is docxtpl's. A prefix says which element a tag stands for: ``{%p for … %}`` its whole paragraph, ``{%tr``
the table row, ``{%tc`` the cell, ``{%r`` cuts the run in two. Word corrects quotes and spaces while an author types;
inside a tag they become what was meant.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_OPENING = re.compile(r"\{[{%#]")
# Up to the end of a tag, strings are passed over whole, for they may hold the closing sign. A quote that nothing closes
# is a sign like any other. Each search goes on where the last one ended, which keeps this linear on hostile text;
# possessive repeats, which would say it in one pattern, fail on groups in Python 3.11.2 (Debian 12).
_STRING = r"\"[^\"]*\"|'[^']*'|“[^“”]*”"
_CLOSING = {
    "{{": re.compile(rf"{_STRING}|(?P<end>\}}\}})"),
    "{%": re.compile(rf"{_STRING}|(?P<end>%\}})"),
    "{#": re.compile(r"(?P<end>#\})"),
}
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|“[^“”\"]*”|‘[^‘’']*’|[“”„]|[‘’‚]")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u3000\ufeff]+")
_STATEMENT_PREFIX = re.compile(r"(tr|tc|p|r)\s+(?=[a-z])")
# ``{{r x}}`` prints x, but ``{{r if x else y}}`` and ``{{ r }}`` print r.
_VALUE_PREFIX = re.compile(r"(tr|tc|p|r)\s+(?!(?:if|else|is|in|not|and|or)\b)(?=[\w\"'(\[])")
_WORD = re.compile(r"\w+")
_CORRECTED_SIGN = re.compile("[–—−…]")


class TagKind(Enum):
    """The kinds of tags, by what they do."""

    VALUE = auto()
    STATEMENT = auto()
    COMMENT = auto()


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its kind, its prefix (``""``, ``p``, ``tr``, ``tc``, ``r``), its code, and the text as typed."""

    kind: TagKind
    prefix: str
    code: str
    shown: str

    @property
    def word(self) -> str:
        """The word that names a statement: ``for``, ``endif``, ``vm``."""
        found = _WORD.match(self.code)
        return found[0] if found else ""

    @property
    def rest(self) -> str:
        """The text that follows that word."""
        return self.code[len(self.word) :].strip()


@dataclass(frozen=True, slots=True)
class Found:
    """A tag at ``text[start:end]``."""

    start: int
    end: int
    tag: Tag


@dataclass(frozen=True, slots=True)
class Scan:
    """The findings in a paragraph's text: its tags, and the beginning of one that nothing closes."""

    tags: tuple[Found, ...]
    unclosed: str = ""

    def between(self, text: str) -> Iterator[str]:
        """Yield the parts of ``text``, which was scanned, before, between and after the tags."""
        at = 0
        for one in self.tags:
            yield text[at : one.start]
            at = one.end
        yield text[at:]


def scan(text: str) -> Scan:
    """The tags of ``text`` in order.

    >>> [found.tag.code for found in scan("Số {{ so|default(“…”) }} {%p if a %}{# ghi chú #}").tags]
    ['so|default("…")', 'if a', 'ghi chú']
    """
    tags: list[Found] = []
    at = 0
    while opening := _OPENING.search(text, at):
        mark = opening[0]
        end = _end(mark, text, opening.end())
        if end is None:
            return Scan(tuple(tags), shorten(text[opening.start() :], 40))
        tags.append(Found(opening.start(), end, _tag(mark, text[opening.start() : end])))
        at = end
    return Scan(tuple(tags))


def _end(mark: str, text: str, start: int) -> int | None:
    """Return where the tag ends that was opened by ``mark`` before ``start``."""
    return next((found.end() for found in _CLOSING[mark].finditer(text, start) if found["end"]), None)


def _tag(mark: str, shown: str) -> Tag:
    # The minus of {%- and -%} trims the text around a tag in Jinja; around Word's elements it has nothing to trim.
    inner = shown[2:-2].removeprefix("-").removesuffix("-")
    if mark == "{#":
        prefix, code = _split(_STATEMENT_PREFIX_OF_COMMENT, inner)
        return Tag(TagKind.COMMENT, prefix, code.strip(), shown)
    code = _as_meant(inner)
    if mark == "{%":
        return Tag(TagKind.STATEMENT, *_split(_STATEMENT_PREFIX, code.lstrip()), shown=shown)
    # Only ``{{r x}}`` carries a prefix: ``{{ r …`` begins with a name.
    prefix, code = _split(_VALUE_PREFIX, code) if not code[:1].isspace() else ("", code)
    return Tag(TagKind.VALUE, prefix, code.strip(), shown)


_STATEMENT_PREFIX_OF_COMMENT = re.compile(r"(tr|tc|p)\s")


def _split(pattern: re.Pattern[str], code: str) -> tuple[str, str]:
    found = pattern.match(code)
    return (found[1], code[found.end() :].strip()) if found else ("", code.strip())


def _as_meant(code: str) -> str:
    """Tag text as Jinja reads it: straight quotes, plain spaces, NFC. What stands in straight quotes stays."""
    code = _QUOTED.sub(_straight, code)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", code))


def _straight(found: re.Match[str]) -> str:
    quoted = found[0]
    if quoted[0] in "\"'":
        return quoted
    if quoted[0] in "“”„":
        return '"' + quoted[1:-1] + '"' if len(quoted) > 1 else '"'
    return "'" + quoted[1:-1] + "'" if len(quoted) > 1 else "'"


def corrected_sign(code: str) -> str:
    """A sign outside quotes that no tag has, and that Word makes of hyphens and dots while one types; or ``""``.

    >>> corrected_sign("a – b"), corrected_sign("a|noi(' – ')")
    ('–', '')
    """
    found = _CORRECTED_SIGN.search(_QUOTED.sub("", code))
    return found[0] if found else ""


def shorten(text: str, length: int = 80) -> str:
    """``text`` on one line, cut after ``length`` characters.

    >>> shorten("Kính   gửi: Sở Nội vụ", 10)
    'Kính gửi:…'
    """
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
