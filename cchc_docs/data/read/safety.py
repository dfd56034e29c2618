"""Data files off the disk: what cannot be had, or is too large to be had, raises ``ProblemsFound`` with one problem."""

from pathlib import Path

from cchc_docs.problems import Place, Problem, ProblemsFound, Severity
from cchc_docs.text.normal import on_a_line

MOST_BYTES = 200 * 2**20
"""Largest data file, in bytes as it lies on disk; a year of a whole province is a tenth of it."""


def failure(code: str, where: Place, what: str, hint: str) -> ProblemsFound:
    """The exception for one *lỗi* that leaves nothing to read."""
    return ProblemsFound([Problem(code, Severity.ERROR, where, what, hint)])


def load_folder(folder: Path, ending: str, where: Place) -> dict[str, bytes]:
    """The bytes of the files in ``folder`` whose names end with ``ending``, by name and in the order of the names.

    Raises ``ProblemsFound`` where there is none, or one that cannot be had; a file that is empty is given as it is.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ending and path.is_file())
    except OSError:
        raise _not_allowed(where) from None
    if not paths:
        raise failure(
            "la_thu_muc",
            where,
            "Đây là một thư mục, không phải tệp dữ liệu.",
            f"Hãy chỉ rõ tệp trong thư mục đó, ví dụ du_lieu.xlsx; thư mục chỉ đọc được khi mỗi trang là một tệp "
            f"{ending}.",
        )
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for path in paths:
        name = on_a_line(path.name)
        found[name] = _bytes(path, Place(f"{where.file}/{name}"), left)
        left -= len(found[name])
    return found


def load(path: Path, where: Place) -> bytes:
    """The bytes of the file at ``path``, which messages call ``where``.

    Raises ``ProblemsFound`` for a file that is missing, locked, empty or too large.
    """
    if path.name.startswith("~$"):
        raise failure(
            "tep_tam",
            where,
            "Đây là tệp tạm mà Excel tạo ra khi đang mở tệp khác.",
            "Hãy chọn tệp cùng tên, không có “~$” ở đầu.",
        )
    data = _bytes(path, where, MOST_BYTES)
    if not data:
        raise failure(
            "tep_trong",
            where,
            "Tệp không có nội dung nào (0 byte).",
            "Lấy lại bản sao lưu, hoặc tạo tệp mới bằng lệnh “cchc moi”.",
        )
    return data


def _bytes(path: Path, where: Place, most: int) -> bytes:
    try:
        if not path.is_file():
            raise failure("khong_thay_tep", where, "Không tìm thấy tệp.", "Kiểm tra lại tên tệp và thư mục chứa tệp.")
        size = path.stat().st_size
        if size > most:
            raise failure(
                "tep_qua_lon",
                where,
                f"Tệp nặng {size >> 20} MB, quá mức {MOST_BYTES >> 20} MB mà chương trình đọc.",
                "Bỏ ảnh và các trang không dùng ra khỏi tệp rồi lưu lại.",
            )
        return path.read_bytes()
    except OSError:
        raise _not_allowed(where) from None


def _not_allowed(where: Place) -> ProblemsFound:
    return failure(
        "khong_doc_duoc_tep",
        where,
        "Máy không cho đọc tệp này.",
        "Nếu tệp đang mở trong Excel thì đóng lại; nếu tệp nằm ở ổ mạng hoặc USB thì chép về máy rồi chạy lại.",
    )
