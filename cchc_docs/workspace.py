"""A new working folder: the data file to fill, a place for one's own templates, a place for what is made."""

from pathlib import Path

from cchc_docs import forms
from cchc_docs.documents.types import document_types
from cchc_docs.files import example_file, reason, shipped, write_atomic
from cchc_docs.problems import Place, Problem, Problems

DATA_FILE = "du_lieu.xlsx"
_NOTE = (
    "Thư mục này dành cho mẫu của riêng cơ quan.\r\n"
    "Mẫu trùng tên với mẫu có sẵn (ví dụ ke_hoach.docx và ke_hoach.yaml) thì được dùng thay mẫu có sẵn.\r\n"
    'Tạo mẫu: cchc moi --loai "Giấy mời họp" --tu "giấy mời". Soát mẫu: cchc kiem-tra templates/giay_moi_hop.docx.\r\n'
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
    content = example_file().read_bytes() if example else forms.blank(sorted(types))
    note = folder / "templates" / "DOC_TRUOC.txt"
    try:
        for name in ("templates", "output"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        if not note.exists():
            write_atomic(note, b"\xef\xbb\xbf" + _NOTE.encode())
        write_atomic(data, content)  # last: with it there, a second try would say that the folder is in use
    except OSError as error:
        what = f"Không tạo được thư mục này: {reason(error)}."
        problems.error("khong_ghi_duoc", Place(str(folder)), what, "Chọn tên hoặc chỗ khác.")
        return [], tuple(problems)
    return [data, folder / "templates", folder / "output"], tuple(problems)
