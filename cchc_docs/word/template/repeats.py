"""Keep unique what a template's loops would repeat: the ids of drawings, bookmarks.

Only templates that have such a thing in a loop pay for it.
"""

import re
from collections.abc import Sequence

from cchc_docs.word.template.language import BLOCK, VALUE
from cchc_docs.word.template.marking import Spot
from cchc_docs.word.template.tags import TagKind

_OPENERS = ("for", "if", "with")
_CLOSERS = ("endfor", "endif", "endwith")
_BRANCHES = ("elif", "else")
_DRAWING = re.compile(r'(<(?:\w+:)?docPr (?:[^>]*? )??id=")[^"]*(")')
_BOOKMARK = re.compile(r'<w:bookmark(?:Start|End) [^>]*?w:id="([^"]*)"[^>]*/>')
# ECMA-376 part 1, 17.5.2.18: the id of a content control is optional; Word gives one where there is none.
_CONTROL = re.compile(r"(<w:sdtPr(?: [^>]*)?>(?:(?!</w:sdtPr>).)*?)<w:id [^>]*/>", re.DOTALL)


def made_unique(statics: Sequence[str], spots: Sequence[Spot]) -> list[str]:
    """The static pieces of a part, between its tags ``spots``, with source for what must be unique.

    A drawing in a loop takes a new number each time. A bookmark in a loop is printed the first time only, for fields
    may refer to it; one that begins in one block and ends in another goes, since half of it might be printed.
    """
    paths = _paths(spots)
    places: dict[str, list[tuple[int, ...]]] = {}
    for static, path in zip(statics, paths, strict=True):
        for number in _BOOKMARK.findall(static):
            places.setdefault(number, []).append(path)
    torn = {number for number, where in places.items() if len(where) != 2 or where[0] != where[1]}
    made = []
    for static, path in zip(statics, paths, strict=True):
        in_loop = any(spots[opener].tag.word == "for" for opener in path)
        piece = _BOOKMARK.sub(lambda found: _bookmark(found, torn, in_loop=in_loop), static)  # noqa: B023 – used at once
        if in_loop:
            piece = _CONTROL.sub(r"\1", _DRAWING.sub(rf"\1{VALUE[0]}0|_new_id{VALUE[1]}\2", piece))
        made.append(piece)
    return made


def _paths(spots: Sequence[Spot]) -> list[tuple[int, ...]]:
    """For each static piece the branches of blocks that it stands in, by the numbers of the tags that begin them."""
    open_ones: list[int] = []
    paths: list[tuple[int, ...]] = [()]
    for number, spot in enumerate(spots):
        if spot.tag.kind is TagKind.STATEMENT and spot.source is None:
            if spot.tag.word in _OPENERS:
                open_ones.append(number)
            elif spot.tag.word in _CLOSERS:
                open_ones.pop()
            elif spot.tag.word in _BRANCHES:
                open_ones[-1] = number
        paths.append(tuple(open_ones))
    return paths


def _bookmark(found: re.Match[str], torn: set[str], *, in_loop: bool) -> str:
    if found[1] in torn:
        return ""
    if not in_loop:
        return found[0]
    # An end has a key of its own: it comes after the start, and both must pass.
    key = ("s" if "bookmarkStart" in found[0] else "e") + re.sub(r"\W", "", found[1])
    return f"{BLOCK[0]}if '{key}'|_first_time{BLOCK[1]}{found[0]}{BLOCK[0]}endif{BLOCK[1]}"
