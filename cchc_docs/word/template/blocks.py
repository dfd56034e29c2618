"""Check that the statements of a part nest: each block closed, in the right order, at the level where it opened.

Jinja would say one error at a time, and for an unclosed ``if`` point at the end of the document.
"""

from collections.abc import Iterable

from cchc_docs.problems import Problems, did_you_mean
from cchc_docs.word.template.marking import Spot
from cchc_docs.word.template.tags import TagKind, corrected_sign

OPENERS = {"for": "endfor", "if": "endif", "with": "endwith"}
_CLOSERS = {closer: opener for opener, closer in OPENERS.items()}
_MIDDLE = {"else": ("if", "for"), "elif": ("if",)}
_SINGLE = ("set", "vm", "colspan", "cellbg")
_KNOWN = (*OPENERS, *_CLOSERS, *_MIDDLE, *_SINGLE)
MAX_DEPTH = 16  # Python itself allows twenty nested blocks in the code that Jinja makes


def check(spots: Iterable[Spot], problems: Problems) -> None:
    """Report each statement among ``spots`` (in document order) that is unknown or stands outside its block."""
    open_ones: list[Spot] = []
    for spot in spots:
        if spot.tag.kind is not TagKind.STATEMENT:
            continue
        word = spot.tag.word
        if word in OPENERS:
            open_ones.append(spot)
            if len(open_ones) == MAX_DEPTH + 1:
                _too_deep(spot, problems)
        elif word in _CLOSERS:
            _close(spot, open_ones, problems)
        elif word in _MIDDLE:
            _divide(spot, open_ones, problems)
        elif word == "vm" and spot.source and all(opener.tag.word != "for" for opener in open_ones):
            problems.error(
                "vm_ngoai_vong_lap",
                spot.place,
                f"Thẻ “{spot.tag.shown}” gộp các hàng của một vòng lặp nhưng không nằm trong vòng lặp nào.",
                "Đặt hàng này giữa {%tr for … %} và {%tr endfor %}.",
            )
        elif word not in _SINGLE:
            _unknown(spot, problems)
    for spot in open_ones:
        _unclosed(spot, problems)


def _close(spot: Spot, open_ones: list[Spot], problems: Problems) -> None:
    wanted = _CLOSERS[spot.tag.word]
    at = next((n for n in reversed(range(len(open_ones))) if open_ones[n].tag.word == wanted), None)
    if at is None:
        problems.error(
            "the_dong_thua",
            spot.place,
            f"Thẻ “{spot.tag.shown}” không có {{% {wanted} … %}} nào đứng trước để đóng.",
            f"Thêm {{% {wanted} … %}} ở đầu khối, hoặc bỏ thẻ này.",
        )
        return
    for forgotten in open_ones[at + 1 :]:
        _unclosed(forgotten, problems)
    _same_level(open_ones[at], spot, problems)
    del open_ones[at:]


def _divide(spot: Spot, open_ones: list[Spot], problems: Problems) -> None:
    wanted = _MIDDLE[spot.tag.word]
    if not open_ones or open_ones[-1].tag.word not in wanted:
        problems.error(
            "the_sai_cho",
            spot.place,
            f"Thẻ “{spot.tag.shown}” không nằm trong khối {' hay '.join(f'{{% {word} … %}}' for word in wanted)} nào.",
            "Chuyển thẻ này vào giữa thẻ mở và thẻ đóng của khối.",
        )
    else:
        _same_level(open_ones[-1], spot, problems)


def _same_level(opener: Spot, other: Spot, problems: Problems) -> None:
    """A block that begins in one table cell and ends in another would tear the table apart."""
    if opener.inside is other.inside and opener.depth == other.depth:
        return
    problems.error(
        "khong_cung_cap",
        other.place,
        f"Thẻ “{other.tag.shown}” không cùng cấp với thẻ mở khối “{opener.tag.shown}”.",
        "Hai thẻ phải cùng loại ({%p với {%p, {%tr với {%tr …) và cùng trong một bảng, một ô, hoặc cùng ngoài bảng.",
    )


def _unclosed(spot: Spot, problems: Problems) -> None:
    closer = f"{{%{spot.tag.prefix} {OPENERS[spot.tag.word]} %}}"
    problems.error(
        "khoi_chua_dong",
        spot.place,
        f"Khối mở bằng thẻ “{spot.tag.shown}” chưa được đóng.",
        f"Thêm {closer} ở cuối khối.",
    )


def _too_deep(spot: Spot, problems: Problems) -> None:
    problems.error(
        "long_qua_sau",
        spot.place,
        f"Thẻ “{spot.tag.shown}” nằm trong quá nhiều khối lồng nhau (tối đa {MAX_DEPTH}).",
        "Bỏ bớt khối, hoặc gộp các điều kiện bằng and, or.",
    )


def say_corrected(spot: Spot, sign: str, problems: Problems) -> None:
    """Say that Word put ``sign`` into a tag, where no tag has it."""
    problems.error(
        "the_bi_tu_sua",
        spot.place,
        f"Thẻ “{spot.tag.shown}” có dấu “{sign}” do Word tự đổi, nên không đọc được.",
        "Gõ lại dấu “...” bằng ba dấu chấm."
        if sign == "…"
        else "Gõ lại bằng dấu gạch nối “-”, rồi bấm Ctrl+Z nếu Word lại đổi.",
    )


def _unknown(spot: Spot, problems: Problems) -> None:
    word = spot.tag.word
    if not word and (sign := corrected_sign(spot.tag.code)):
        say_corrected(spot, sign, problems)
        return
    problems.error(
        "lenh_la",
        spot.place,
        f"Thẻ “{spot.tag.shown}” dùng lệnh “{word or spot.tag.code}” mà mẫu không có.",
        did_you_mean(word, _KNOWN) or "Các lệnh dùng được: for, if, elif, else, with, set, vm, colspan, cellbg.",
    )
