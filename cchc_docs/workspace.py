"""A new working folder: the data file to fill, a place for one's own templates, a place for what is made."""

from pathlib import Path

from cchc_docs import forms
from cchc_docs.documents.types import document_types
from cchc_docs.files import shipped, write_atomic
from cchc_docs.problems import Place, Problem, Problems

DATA_FILE = "du_lieu.xlsx"
EXAMPLE = "so_vhttdl_lang_son_2023.xlsx"
_NOTE = (
    "Thư mục này dành cho mẫu của riêng cơ quan.\r\n"
    "Mẫu trùng tên với mẫu có sẵn (ví dụ ke_hoach.docx và ke_hoach.yaml) thì được dùng thay mẫu có sẵn.\r\n"
)


def create(folder: Path, *, example: bool) -> tuple[list[Path], tuple[Problem, ...]]:
    """Make ``folder`` with ``du_lieu.xlsx`` (blank, or the shipped example), ``templates/`` and ``output/``.

    Gives the paths that were made and the problems. A data file that is there already is never touched.
    """
    problems = Problems()
    data = folder / DATA_FILE
    if data.exists():
        problems.error(
            "da_co_tep",
            Place(str(data)),
            "Thư mục này đã có tệp dữ liệu nên không tạo lại.",
            "Chọn tên thư mục khác, hoặc dùng tiếp tệp đang có.",
        )
        return [], tuple(problems)
    types = document_types([shipped("templates")], problems)
    content = (shipped("data") / EXAMPLE).read_bytes() if example else forms.blank(sorted(types))
    try:
        write_atomic(data, content)
        for name in ("templates", "output"):
            (folder / name).mkdir(exist_ok=True)
        write_atomic(folder / "templates" / "DOC_TRUOC.txt", b"\xef\xbb\xbf" + _NOTE.encode())
    except OSError as error:
        problems.error(
            "khong_ghi_duoc",
            Place(str(folder)),
            "Không tạo được thư mục này.",
            f"Xem lại tên và quyền ghi. Máy tính báo: {error.strerror}.",
        )
        return [], tuple(problems)
    return [data, folder / "templates", folder / "output"], tuple(problems)
