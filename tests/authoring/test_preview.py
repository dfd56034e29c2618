"""``cchc xem-truoc``: a look at the document after each save of template or data."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
import watchfiles

from cchc_docs.authoring import preview
from cchc_docs.authoring.preview import Wish, previews, saves
from cchc_docs.authoring.scaffold import NewType, create_type
from cchc_docs.cli import main as cli
from cchc_docs.files import example_file
from cchc_docs.word import pdf
from tests.pdf import need_libreoffice


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a type of its own; no LibreOffice."""
    shutil.copy(example_file(), tmp_path / "du_lieu.xlsx")
    create_type(tmp_path, NewType("thong_bao", "thông báo"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    return tmp_path


def wish(folder: Path) -> Wish:
    return Wish("thong_bao", folder / "du_lieu.xlsx", None, folder / "xem")


def edit(folder: Path, text: str) -> None:
    """Save the template with this text as its only paragraph of *Đoạn kết*."""
    path = folder / "templates" / "thong_bao.docx"
    document = docx.Document(str(path))
    (paragraph,) = [one for one in document.paragraphs if one.style and one.style.name == "Đoạn kết"]
    paragraph.text = text
    document.save(str(path))


def ending(path: Path) -> str:
    return next(one.text for one in docx.Document(str(path)).paragraphs if one.style and one.style.name == "Đoạn kết")


def test_each_save_gives_a_new_look(folder: Path) -> None:
    def typed() -> Iterator[str]:
        for text in ("Một {{ co_quan.viet_tat }}./.", "Hai {{ co_quan.viet_tt }}./.", "Ba./."):
            edit(folder, text)
            yield text

    looks = previews(wish(folder), typed())
    first = next(looks)
    assert (first.made, first.problems) == ((folder / "xem" / "thong_bao.docx",), ())
    assert ending(first.made[0]).endswith("thực hiện./.")
    second = next(looks)
    assert (ending(second.made[0]), second.problems) == ("Một SVHTTDL./.", ())
    third = next(looks)
    assert third.made == ()
    assert ["“viet_tt”" in str(one) for one in third.problems] == [True]
    assert ending(second.made[0]) == "Một SVHTTDL./."  # the last good one stays
    assert ending(next(looks).made[0]) == "Ba./."
    assert list(looks) == []


def test_a_type_that_there_is_not(folder: Path) -> None:
    (look,) = previews(Wish("thong_ba", None, None, folder / "xem"), [])
    assert [str(one) for one in look.problems] == ["Lỗi: Không có loại văn bản “thong_ba”. Có phải “thong_bao” không?"]


def test_a_preview_that_cannot_be_written(folder: Path) -> None:
    (folder / "xem").write_text("a file where a folder should be")
    (look,) = previews(wish(folder), [])
    (problem,) = look.problems
    assert str(problem).startswith(f"Lỗi: {folder}/xem/thong_bao.docx: Không ghi được bản xem trước: ")


def test_a_pdf_where_there_is_libreoffice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need_libreoffice()
    monkeypatch.undo()
    (look,) = previews(wish(folder), [])
    assert [path.name for path in look.made] == ["thong_bao.docx", "thong_bao.pdf"]
    assert look.made[1].read_bytes().startswith(b"%PDF")


def test_what_is_watched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {}

    def watch(*paths: Path, watch_filter: object, **_: object) -> Iterator[object]:
        asked.update(paths=set(paths), is_meant=watch_filter)
        return iter(())

    monkeypatch.setattr(watchfiles, "watch", watch)
    assert list(saves(wish(folder))) == []
    assert asked["paths"] == {folder, folder / "templates"}
    meant = {
        name: asked["is_meant"](None, str(folder / name))
        for name in (
            "du_lieu.xlsx",
            "templates/thong_bao.docx",
            "templates/thong_bao.yaml",
            "templates/~$thong_bao.docx",
            "templates/DOC_TRUOC.txt",
            "khac.xlsx",
            "xem/thong_bao.docx",
        )
    }
    assert [name for name, is_meant in meant.items() if is_meant] == [
        "du_lieu.xlsx",
        "templates/thong_bao.docx",
        "templates/thong_bao.yaml",
    ]


def test_the_command(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def one_save(_: Wish) -> Iterator[int]:
        edit(folder, "{{ a b }}")
        yield 1

    monkeypatch.setattr(preview, "saves", one_save)
    with pytest.raises(SystemExit) as ended:
        cli.run(["xem-trước", "thong_bao"])
    said = capsys.readouterr()
    assert ended.value.code == 1
    assert said.out == "output/xem_truoc/thong_bao.docx\n"
    assert said.err.splitlines()[0] == "Đang chờ mẫu hoặc dữ liệu được lưu; Ctrl+C để dừng."
    assert "Thẻ “{{ a b }}” viết sai cú pháp." in said.err
