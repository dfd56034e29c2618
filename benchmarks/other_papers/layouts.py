"""How head and tail are laid out: tables, tabs, blanks, text boxes, frames; and the whole paper as a Word file."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import zip_longest
from random import Random

from benchmarks.other_papers.model import Box, Break, Grid, Head, Paper, Para, Run, Tail
from benchmarks.other_papers.wordml import Habits, Writer
from cchc_docs.text.widths import text_width

_TONES = "\u0300\u0301\u0303\u0309\u0323"
LEFT, RIGHT = 3600, 5754
MIDDLES = (1700 / 1440 * 25.4, 6400 / 1440 * 25.4)
"""Where the columns of a head in one paragraph have their middles, in mm."""


def written(paper: Paper, habits: Habits, rng: Random, letters: str) -> bytes:
    """The paper as a file; ``letters`` is how its letters are coded: ``NFC``, ``NFD`` or ``1258``."""
    writer = Writer(habits, rng, paper.page, paper.font)
    content = HEADS[paper.head_as](writer, paper.head) if paper.head is not None else ""
    content += writer.blocks(paper.lead) + writer.blocks(paper.body)
    if paper.tail is not None:
        content += TAILS[paper.tail_as](writer, paper.tail)
    rest = list(paper.rest)
    last = Break(restarts=any(isinstance(one, Break) and not one.page for one in rest))
    if rest and isinstance(end := rest[-1], Break):
        last = end
        rest.pop()
    content += writer.blocks(rest)
    return writer.packed(coded(content, letters), last)


def coded(text: str, letters: str) -> str:
    """``text`` with its letters coded so.

    >>> len(coded("ệ", "NFC")), len(coded("ệ", "1258")), len(coded("ệ", "NFD"))
    (1, 2, 3)
    """
    if letters == "1258":
        return "".join(map(_mixed, text))
    return unicodedata.normalize("NFD", text) if letters == "NFD" else text


def _mixed(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    tone = "".join(sign for sign in apart if sign in _TONES)
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES)) + tone


# -- Heads


def _in_two_rows(writer: Writer, head: Head) -> str:
    second = [one for one in (head.number, head.subject) if one], [one for one in (head.date,) if one]
    first = list(head.organ), [one for one in (head.quoc_hieu, head.tieu_ngu) if one]
    rows = [list(first), list(second)] if any(second) else [list(first)]
    return writer.grid(Grid(rows, (LEFT, RIGHT), ruled=False))


def _in_one_row(writer: Writer, head: Head) -> str:
    return writer.grid(Grid([[head.left, head.right]], (LEFT, RIGHT), ruled=False))


def _with_lines_in_a_row(writer: Writer, head: Head) -> str:
    """The lines stand in a row of their own."""
    sides = (head.organ, [one for one in (head.quoc_hieu, head.tieu_ngu) if one])
    upper = [[replace(one, below=0) for one in side] for side in sides]
    lines = [[Para("net", [], below=max((one.below for one in side), default=0))] for side in sides]
    return writer.grid(Grid([upper, lines, _second(head)], (LEFT, RIGHT), ruled=False))


def _second(head: Head) -> list[list[Para]]:
    return [[one for one in (head.number, head.subject) if one], [one for one in (head.date,) if one]]


def _pairs(head: Head) -> list[tuple[Para | None, Para | None]]:
    left = list(head.organ)
    right = [one for one in (head.quoc_hieu, head.tieu_ngu) if one]
    height = max(len(left), len(right))
    above = list(zip_longest(left, right))[:height]
    return [*above, (head.number, head.date), (head.subject, None)]


def _tabbed(writer: Writer, head: Head) -> str:
    """Both columns in one paragraph, centred by tabs; the lines hang from it."""

    def texts(left: Para | None, right: Para | None) -> str:
        tab = Para("", [Run("\t")], size=13)
        return "".join(_direct(writer, tab) + (_direct(writer, one) if one else "") for one in (left, right))

    return _rows(writer, head, texts)


def _spaced(writer: Writer, head: Head) -> str:
    """Both columns in one paragraph, brought to their places by blanks."""

    def texts(left: Para | None, right: Para | None) -> str:
        shown, at = "", 0.0
        for one, middle in ((left, MIDDLES[0]), (right, MIDDLES[1])):
            if one is None:
                continue
            blank = text_width(" ", 13)
            count = max(round((middle - one.width / 2 - at) / blank), 1)
            at += count * blank + one.width
            shown += _direct(writer, Para("", [Run(" " * count)], size=13)) + _direct(writer, one)
        return shown

    return _rows(writer, head, texts)


def _rows(writer: Writer, head: Head, texts: Callable[[Para | None, Para | None], str]) -> str:
    rows = []
    for left, right in _pairs(head):
        both = [one for one in (left, right) if one is not None]
        if not both:
            continue
        lines = "".join(_hung(writer, one, MIDDLES[one is right]) for one in both if one.below)
        opening = '<w:pPr><w:tabs><w:tab w:val="center" w:pos="1700"/><w:tab w:val="center" w:pos="6400"/></w:tabs>'
        spacing = f'<w:spacing w:before="{both[0].before * 20:.0f}" w:after="0"/><w:jc w:val="left"/></w:pPr>'
        rows.append(f"<w:p>{opening}{spacing}{lines}{texts(left, right)}</w:p>")
    return "".join(rows)


def _direct(writer: Writer, one: Para) -> str:
    """Runs that carry their format themselves."""
    styled, writer.habits.styled = writer.habits.styled, False
    runs = writer.runs(one)
    writer.habits.styled = styled
    return runs


def _hung(writer: Writer, one: Para, middle: float) -> str:
    return writer.line(one.below, at=middle - one.below / 2, above=5.5)


def _in_boxes(writer: Writer, head: Head) -> str:
    return writer.box(Box(head.left, 63, height=34), Box(head.right, 101, left=62, height=34))


def _in_frames(writer: Writer, head: Head) -> str:
    frame = '<w:framePr w:w="{}" w:hSpace="0" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="{}" w:y="1"/>'
    left, right = frame.format(LEFT, 1701), frame.format(RIGHT, 1701 + LEFT)
    return "".join(
        writer.para(one, frame=own) + (writer.under(one, frame=own) if one.below else "")
        for side, own in ((head.left, left), (head.right, right))
        for one in side
    )


HEADS: Mapping[str, Callable[[Writer, Head], str]] = {
    "table": _in_two_rows,
    "one_row": _in_one_row,
    "tabs": _tabbed,
    "blanks": _spaced,
    "boxes": _in_boxes,
    "frames": _in_frames,
    "lines_in_a_row": _with_lines_in_a_row,
}


# -- Tails


def _signature(tail: Tail) -> list[Para]:
    end = [one for one in (tail.other, tail.name) if one is not None]
    return [*tail.posts, *end]


def _side_by_side(writer: Writer, tail: Tail) -> str:
    return writer.grid(Grid([[tail.recipients, _signature(tail)]], (4677, 4677), ruled=False))


def _two_rows(writer: Writer, tail: Tail) -> str:
    first = [tail.recipients[:1], tail.posts[:1]]
    end = [one for one in (tail.other, tail.name) if one is not None]
    return writer.grid(Grid([first, [tail.recipients[1:], [*tail.posts[1:], *end]]], (4677, 4677), ruled=False))


def _three_rows(writer: Writer, tail: Tail) -> str:
    """Recipients and posts, then the name in a row of its own."""
    end = [one for one in (tail.other, tail.name) if one is not None]
    return writer.grid(Grid([[tail.recipients, list(tail.posts)], [[], end]], (4677, 4677), ruled=False))


TAILS: Mapping[str, Callable[[Writer, Tail], str]] = {
    "table": _side_by_side,
    "two_rows": _two_rows,
    "three_rows": _three_rows,
}
