"""Names of sheets that collide, and headings that are probably meant to be known ones: the same for every reader."""

from collections.abc import Iterable, Mapping

from cchc_docs.data.read.source import Sheet, Vocabulary
from cchc_docs.problems import Place, Problems, closest
from cchc_docs.text.normal import key

NEAR = 70
"""The likeness, in %, from which one name is taken for a slip of the other."""
ANNOTATIONS = frozenset({"loi", "loi_cchc"})
"""Keys that the sheet with the list of mistakes has in an annotated copy."""
SKIPPED = ANNOTATIONS | {"huong_dan", "bat_dau", "cchc", "cchc_phieu"}
"""Keys of sheets that hold no data: instructions, the list of mistakes, and what programs keep for themselves."""


def sheet_key(name: str, place: Place, taken: Mapping[str, Sheet], problems: Problems, vocabulary: Vocabulary) -> str:
    """The key of the sheet called ``name``; ``""`` for one that is not to be read, by intent or after a mistake.

    A sheet without data is read only where the ``vocabulary`` asks for it.
    """
    found = key(name)
    if not found:
        problems.warning(
            "ten_trang_trong",
            place,
            f"Tên trang “{name}” không có chữ hay số nào, nên trang không được dùng.",
            "Đặt lại tên trang.",
        )
    elif found in taken:
        problems.error(
            "trung_trang",
            place,
            f"Trang “{name}” trùng tên với trang “{taken[found].name}”.",
            "Gộp hai trang làm một, hoặc đổi tên một trang.",
        )
        return ""
    return "" if found in SKIPPED and found not in vocabulary else found


def report_near_heading(word: str, missing: Iterable[str], place: Place, problems: Problems, more: str = "") -> None:
    """Warn where ``word``, a heading that nobody asked for, is close to one that is missing.

    ``more`` goes into the sentence: how often it stands elsewhere.
    """
    near = closest(word, missing, at_least=NEAR)
    if near:
        problems.warning(
            "tieu_de_gan_giong",
            place,
            f"“{word}”{more} không có trong các mục của trang này.",
            f"Có phải “{near}” không? Nếu phải thì sửa lại cho đúng; nếu là mục riêng của đơn vị thì để nguyên.",
        )
