"""PDFs beside the documents: made by LibreOffice, only where the document changed, each file's trouble its own."""

from pathlib import Path

import docx
import pytest

from cchc_docs.commands.make import make
from cchc_docs.making.jobs import MakeResult
from cchc_docs.word import pdf
from tests.helpers import data_file
from tests.pdf import need_libreoffice

TYPE = "loai_van_ban: {tieu_de: Thư gửi, ten_loai: Thông báo, viet_tat: TB, pham_vi: don_vi}\n"
DATA = """\
nguoi_ky:
  - {chuc_vu: Giám đốc, ho_ten: Lê A}
don_vi:
  - {ma: VP, ten: Văn phòng, loai: phòng, con_dau: không}
  - {ma: TTr, ten: Thanh tra, loai: phòng, con_dau: có}
"""


def run(folder: Path, text: str = DATA) -> MakeResult:
    (folder / "templates").mkdir(exist_ok=True)
    document = docx.Document()
    document.add_paragraph("{{ doi_tuong.ten }}")
    document.add_page_break()
    document.add_paragraph("trang hai")
    document.save(str(folder / "templates" / "thu_gui.docx"))
    (folder / "templates" / "thu_gui.yaml").write_text(TYPE, encoding="utf-8")
    return make(data_file(folder, text), folder / "output", types=["thu_gui"], pdf=True)


def test_pdfs_are_made_once_and_again_only_for_what_changed(tmp_path: Path) -> None:
    need_libreoffice()
    first = run(tmp_path)
    assert [(one.pdf and one.pdf.name, one.pages) for one in first.documents] == [("VP.pdf", 2), ("TTr.pdf", 2)]
    times = {one.pdf: one.pdf.stat().st_mtime_ns for one in first.documents if one.pdf}
    again = run(tmp_path, DATA.replace("Thanh tra", "Thanh tra Sở"))
    changed = {one.pdf.name for one in again.documents if one.pdf and one.pdf.stat().st_mtime_ns != times[one.pdf]}
    assert changed == {"TTr.pdf"}
    assert [one.pages for one in again.documents] == [2, 2]


def test_without_libreoffice_each_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf.shutil, "which", lambda _: None)
    result = run(tmp_path)
    assert [str(one.state) for one in result.documents] == ["moi", "moi"]
    assert [str(problem) for one in result.documents for problem in one.problems] == [
        f"Lỗi: {tmp_path}/output/khong_ro_nam/thu_gui/{name}.docx: Không tìm thấy LibreOffice trên máy này. "
        "Cài LibreOffice, hoặc mở tệp trong Word rồi lưu thành PDF."
        for name in ("VP", "TTr")
    ]


def test_a_program_that_hangs_or_fails_costs_only_its_own_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A stand-in for LibreOffice: converts a.docx, says nothing for ever on b.docx, drops c.docx.
    program = tmp_path / "soffice"
    program.write_text(
        "#!/bin/sh\n"
        'while [ "$1" != --outdir ]; do shift; done; out=$2; shift 2\n'
        'for file; do echo "convert $file"; case $(cat "$file") in\n'
        '  a) echo pdf > "$out/$(basename "$file" .docx).pdf";;\n'
        "  b) exec tail -f /dev/null;;\n"
        "esac; done\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(pdf.shutil, "which", lambda _: str(program))
    monkeypatch.setattr(pdf, "_SILENCE", 0.2)
    files = []
    for name in "abca":
        files.append(tmp_path / f"{len(files)}{name}.docx")
        files[-1].write_text(name)
    found = dict(pdf.convert(files, 1, lambda *_: None))
    assert {file.name: isinstance(one, bytes) for file, one in found.items()} == {
        "0a.docx": True, "1b.docx": False, "2c.docx": False, "3a.docx": True,
    }  # fmt: skip
