"""Many documents: nothing is lost, nothing is done twice, one bad document stops only itself."""

import io
import subprocess
import sys
import zipfile
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from cchc_docs.cli import main as cli
from cchc_docs.commands.make import make
from cchc_docs.making import batch
from cchc_docs.making.batch import Recipe, render
from cchc_docs.making.jobs import MakeResult
from tests.helpers import OFFICE

UNIT = "  - {{ma: U{0}, ten: Xã số {0}, loai: xã, con_dau: có{1}}}\n"


class Composer:
    """Each document sees its number."""

    def context(self, subject: int) -> dict[str, object]:
        return {"so": subject} if subject % 10 else {}


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    document = docx.Document()
    document.add_paragraph("Văn bản gửi {{ doi_tuong.ten }}: {{ doi_tuong.ghi_chu|length }}")
    path = tmp_path_factory.mktemp("mau") / "thu_gui.docx"
    document.save(str(path))
    return path


@pytest.fixture
def folder(tmp_path: Path, template: Path) -> Path:
    """A working folder with a type of one document a unit."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "thu_gui.docx").write_bytes(template.read_bytes())
    text = "loai_van_ban: {tieu_de: Thư gửi, ten_loai: Thông báo, viet_tat: TB, pham_vi: don_vi}\n"
    (tmp_path / "templates" / "thu_gui.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def write(folder: Path, units: int, bad: frozenset[int] = frozenset(), note: str = "chào") -> Path:
    """A data file of so many units; the bad ones lack what the template prints."""
    rows = (UNIT.format(number, "" if number in bad else f", ghi_chu: {note}") for number in range(units))
    signer = "nguoi_ky:\n  - {chuc_vu: Giám đốc, ho_ten: Lê A}\n"
    path = folder / "du_lieu.yaml"
    path.write_text(OFFICE + signer + "don_vi:\n" + "".join(rows), encoding="utf-8")
    return path


def run(folder: Path, data: Path, luong: int = 1) -> MakeResult:
    return make(data, folder / "output", types=["thu_gui"], workers=luong)


def states(result: MakeResult) -> dict[str, int]:
    names = [str(one.state) for one in result.documents]
    return {name: names.count(name) for name in sorted(set(names))}


def parts(folder: Path) -> dict[str, list[tuple[str, bytes]]]:
    """What is in every document below ``folder``."""
    found = {}
    for path in sorted((folder / "output").rglob("*.docx")):
        with zipfile.ZipFile(path) as archive:
            found[path.relative_to(folder).as_posix()] = [(name, archive.read(name)) for name in archive.namelist()]
    return found


@pytest.mark.parametrize("workers", [None, 3])
def test_every_task_comes_back_once_with_its_own_document(template: Path, workers: int | None) -> None:
    document = docx.Document()
    document.add_paragraph("số {{ so }}")
    recipe = Recipe(_bytes(document), "thu.docx", Composer())
    executor = ThreadPoolExecutor(workers) if workers else None
    found = dict(render([recipe], [(0, number) for number in range(100)], executor))
    assert sorted(found) == list(range(100))
    assert [number for number in range(100) if not isinstance(found[number], bytes)] == list(range(0, 100, 10))
    assert "số 57" in _text(found[57])


@pytest.mark.parametrize(("threads", "method"), [(1, "fork" if sys.platform == "linux" else "spawn"), (2, "spawn")])
def test_processes_make_what_one_makes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, threads: int, method: str
) -> None:
    monkeypatch.setattr(batch.threading, "active_count", lambda: threads)
    with batch.processes(1) as executor:
        assert executor._mp_context.get_start_method() == method  # of several threads a forked worker has one
    data = write(folder, 150)
    alone = run(folder, data)
    first = parts(folder)
    for path in (folder / "output").rglob("*.docx"):
        path.unlink()
    together = run(folder, data, luong=2)
    assert states(alone) == states(together) == {"moi": 150}
    assert parts(folder) == first


def test_a_thousand_documents_with_ten_bad_ones(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = frozenset(range(50, 1000, 100))
    data = write(folder, 1000, bad)
    with pytest.raises(SystemExit) as ended:
        cli.run(["tao", str(data), "--loai", "thu_gui", "--ra", str(folder / "output"), "--luong", "2"])
    said = capsys.readouterr()
    assert ended.value.code == 1
    assert len(said.out.splitlines()) == len(parts(folder)) == 990
    told = said.err.splitlines()
    assert told[-2:] == ["Tất cả: 10 lỗi.", f"Bảng kê: {folder}/output/khong_ro_nam/bang_ke.xlsx"]
    assert [f"đối tượng U{number}," in line for number, line in zip(sorted(bad), told, strict=False)] == [True] * 10
    assert "đoạn “Văn bản gửi {{ doi_tuong.ten }}: {{ doi_tuong.ghi_chu|length }}”" in told[0]


def test_what_is_there_already_is_not_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write(folder, 20)
    run(folder, data)
    monkeypatch.setattr(batch, "Template", None)  # whoever renders now fails
    assert states(run(folder, data)) == {"khong_doi": 20}


def test_only_what_changed_is_new(folder: Path) -> None:
    data = write(folder, 20)
    run(folder, data)
    data.write_text(data.read_text(encoding="utf-8").replace("Xã số 7,", "Phường số 7,"), encoding="utf-8")
    result = run(folder, data)
    assert states(result) == {"cap_nhat": 1, "khong_doi": 19}
    assert [one.path.name for one in result.documents if one.state == "cap_nhat"] == ["U7.docx"]


def test_after_a_run_with_bad_ones_only_those_are_made(folder: Path) -> None:
    assert states(run(folder, write(folder, 20, frozenset([3, 4])))) == {"loi": 2, "moi": 18}
    assert states(run(folder, write(folder, 20))) == {"khong_doi": 18, "moi": 2}


def test_a_file_that_another_program_holds_stops_only_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write(folder, 20)
    held = run(folder, data).documents[7].path
    read_bytes = Path.read_bytes

    def read_or_refuse(path: Path) -> bytes:
        if path == held:
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", read_or_refuse)
    result = run(folder, data)
    assert states(result) == {"khong_doi": 19, "loi": 1}
    assert [str(problem) for problem in result.documents[7].problems] == [
        f"Lỗi: {held}: Không ghi được vào đây: không có quyền ghi, hoặc tệp đang mở trong Word, Excel. "
        "Đóng tệp trong Word, Excel, hoặc chọn thư mục khác bằng --ra."
    ]


def test_a_list_that_excel_holds_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def replace_or_refuse(path: Path, target: Path) -> Path:
        if target.name == "bang_ke.xlsx":
            raise PermissionError(13, "Access is denied", str(path), None, str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", replace_or_refuse)
    result = run(folder, write(folder, 3))
    assert len(parts(folder)) == 3
    assert [str(problem) for problem in result.problems] == [
        f"Lỗi: {folder}/output/khong_ro_nam/bang_ke.xlsx: Không ghi được vào đây: không có quyền ghi, hoặc tệp đang mở "
        "trong Word, Excel. Đóng tệp trong Word, Excel, hoặc chọn thư mục khác bằng --ra."
    ]


KILLED = """
import os, sys
from pathlib import Path
import cchc_docs.making.manifest as manifest
from cchc_docs.commands.make import make

real, left = manifest.write_atomic, int(sys.argv[2])
def write_atomic(path, content):
    global left
    left -= 1
    if left == 0 and sys.argv[3] == "before":
        os._exit(9)
    real(path, content)
    if left == 0:
        os._exit(9)
manifest.write_atomic = write_atomic
folder = Path(sys.argv[1])
make(folder / "du_lieu.yaml", folder / "output", types=["thu_gui"], workers=1)
"""


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("write_number", [1, 2, 7, 21])
def test_killed_at_any_write_and_run_again(folder: Path, write_number: int, moment: str) -> None:
    data = write(folder, 20)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(write_number), moment], check=False)
    assert killed.returncode == 9
    data.write_text(data.read_text(encoding="utf-8").replace("chào", "kính chào"), encoding="utf-8")
    run(folder, data)
    again = parts(folder)
    for path in (folder / "output").rglob("*.docx"):
        path.unlink()
    run(folder, data)
    assert again == parts(folder)  # nothing torn, nothing beside, nothing of the first run


def test_workers_that_die_are_told_and_the_rest_is_saved(template: Path) -> None:
    class Dying(Executor):
        def submit(self, function: Any, /, *args: Any, **_: Any) -> Future[Any]:
            future: Future[Any] = Future()
            start = args[2][0][1]
            if start == 32:
                future.set_exception(batch.BrokenExecutor())
            else:
                future.set_result(function(*args))
            return future

    document = docx.Document()
    document.add_paragraph("số {{ so }}")
    found = dict(render([Recipe(_bytes(document), "t", Composer())], [(0, number) for number in range(70)], Dying()))
    lost = [number for number in found if isinstance(found[number], tuple) and found[number][0].code == "luong_bi_dung"]
    assert lost == list(range(32, 64))


@pytest.mark.parametrize("threads", [1, 2])
def test_workers_end_with_a_parent_that_is_killed(threads: int) -> None:
    """Else they wait for work for ever, and here hold the pipe that is read to its end."""
    lines = (
        "import os, threading",
        "from cchc_docs.making.batch import processes",
        f"threading.active_count = lambda: {threads}",
        "with processes(2) as executor:",
        "    list(executor.map(abs, range(9)))",
        "    os._exit(9)",
    )
    killed = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, check=False, timeout=60)
    assert killed.returncode == 9


def test_a_run_that_is_interrupted_keeps_what_was_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write(folder, 20)

    def stop(done: int, total: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(data, folder / "output", types=["thu_gui"], workers=1, progress=stop)
    assert len(parts(folder)) == 5
    assert states(run(folder, data)) == {"khong_doi": 5, "moi": 15}


def _bytes(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _text(content: object) -> str:
    assert isinstance(content, bytes)
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)


def test_the_list_names_every_document_and_what_became_of_it(folder: Path) -> None:
    result = run(folder, write(folder, 3, frozenset([1])))
    assert result.listing
    rows = list(openpyxl.load_workbook(result.listing).active.iter_rows(values_only=True))
    assert rows[0] == ("Loại văn bản", "Kỳ", "Đối tượng", "Tệp", "Trạng thái", "Số trang", "Vấn đề")
    assert [row[2:5] for row in rows[1:]] == [
        ("U0", "thu_gui/U0.docx", "mới"),
        ("U1", "", "lỗi"),
        ("U2", "thu_gui/U2.docx", "mới"),
    ]
    assert str(rows[2][6]).startswith("Thẻ “{{ doi_tuong.ghi_chu|length }}”")
