"""A new working folder: the data file to fill, a place for one's own templates, a place for what is made."""

from pathlib import Path

from cchc_docs.data.read import read
from cchc_docs.documents.types import document_types
from cchc_docs.files import example_file, shipped, write_atomic
from cchc_docs.office.records import VOCABULARY, load
from cchc_docs.problems import Place, Problems, Severity
from cchc_docs.result import Result, cannot_write
from cchc_docs.working_folder import data_file as forms
from cchc_docs.working_folder.next_year import next_year

DATA_FILE = "du_lieu.xlsx"
_NOTE = (
    "Thư mục này dành cho mẫu của riêng cơ quan.\r\n"
    "Mẫu trùng tên với mẫu có sẵn (ví dụ ke_hoach.docx và ke_hoach.yaml) thì được dùng thay mẫu có sẵn.\r\n"
    'Tạo mẫu: cchc moi --loai "Giấy mời họp" --tu "giấy mời". Soát mẫu: cchc kiem-tra templates/giay_moi_hop.docx.\r\n'
)


def create(folder: Path, *, example: bool = False, previous: Path | None = None) -> Result:
    """Make ``folder`` with ``du_lieu.xlsx``, ``templates/`` and ``output/``.

    The data file is blank, the shipped example, or the one that follows ``previous``, the data of the year before.
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
        return Result(problems=tuple(problems))
    content = _content(previous, problems) if previous else _blank(problems, example=example)
    if problems.has_errors:
        return Result(problems=tuple(problems))
    note = folder / "templates" / "DOC_TRUOC.txt"
    try:
        for name in ("templates", "output"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        if not note.exists():
            write_atomic(note, b"\xef\xbb\xbf" + _NOTE.encode())
        write_atomic(data, content)  # last: with it there, a second try would say that the folder is in use
    except OSError as error:
        problems.add(cannot_write(folder, error, "Không tạo được thư mục này"))
        return Result(problems=tuple(problems))
    return Result((data, folder / "templates", folder / "output"), tuple(problems))


def _blank(problems: Problems, *, example: bool) -> bytes:
    found = document_types([shipped("templates")])
    problems.extend(found.problems)
    return example_file().read_bytes() if example else forms.blank(sorted(found.types))


def _content(previous: Path, problems: Problems) -> bytes:
    """The data file that follows ``previous``; where that has errors of reading, they are told and nothing is made."""
    loaded = load(read(previous, VOCABULARY))
    if any(problem.severity is Severity.ERROR for problem in loaded.problems):
        problems.extend(loaded.problems)
        return b""
    source, said = next_year(loaded.data, DATA_FILE)
    problems.extend(said)
    own = previous.parent / "templates"
    folders = [folder for folder in (own, shipped("templates")) if folder.is_dir()]
    if templates := sorted(path.name for path in own.glob("*.docx")):
        what = f"Thư mục năm trước có mẫu riêng, không chép sang: {', '.join(templates)}."
        hint = "Mẫu nào còn dùng thì chép cả tệp .docx và .yaml vào thư mục templates mới."
        problems.notice("mau_rieng_nam_truoc", Place(str(own)), what, hint)
    return forms.filled(source, sorted(document_types(folders).types))
