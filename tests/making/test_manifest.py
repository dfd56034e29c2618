"""A person's edits are kept; what nobody touched is replaced; half a file is never there."""

import json
from pathlib import Path

import pytest

from cchc_docs import files
from cchc_docs.files import write_atomic
from cchc_docs.making.manifest import UNKNOWN, FileState, Manifest, Origin


def save(folder: Path, content: bytes) -> tuple[str, str]:
    """One run of the program: read the manifest, save one file, write the manifest."""
    manifest = Manifest.read(folder)
    path, state = manifest.save(folder / "2026" / "ke_hoach.docx", content, "source")
    manifest.write()
    return path.relative_to(folder).as_posix(), state.value


def test_new_unchanged_updated(tmp_path: Path) -> None:
    assert save(tmp_path, b"1") == ("2026/ke_hoach.docx", "moi")
    assert save(tmp_path, b"1") == ("2026/ke_hoach.docx", "khong_doi")
    assert save(tmp_path, b"2") == ("2026/ke_hoach.docx", "cap_nhat")
    assert (tmp_path / "2026" / "ke_hoach.docx").read_bytes() == b"2"


def test_an_edited_file_is_kept_and_the_new_one_written_beside_it(tmp_path: Path) -> None:
    save(tmp_path, b"1")
    (tmp_path / "2026" / "ke_hoach.docx").write_bytes(b"edited by hand")
    assert save(tmp_path, b"2") == ("2026/ke_hoach (bản mới).docx", "giu_ban_sua")
    assert save(tmp_path, b"3") == ("2026/ke_hoach (bản mới).docx", "giu_ban_sua")
    (tmp_path / "2026" / "ke_hoach (bản mới).docx").write_bytes(b"edited too")
    assert save(tmp_path, b"4") == ("2026/ke_hoach (bản mới 2).docx", "giu_ban_sua")
    assert (tmp_path / "2026" / "ke_hoach.docx").read_bytes() == b"edited by hand"
    assert (tmp_path / "2026" / "ke_hoach (bản mới).docx").read_bytes() == b"edited too"


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b'{"files": 1}',
        b'{"files": {"a": [1]}}',
        b'{"files": {"2026/ke_hoach.docx": {}}}',
        b"\xff\xfe",
    ],
)
def test_without_a_usable_manifest_every_file_is_a_persons(tmp_path: Path, damage: bytes) -> None:
    save(tmp_path, b"1")
    (tmp_path / ".cchc" / "manifest.json").write_bytes(damage)
    assert save(tmp_path, b"2") == ("2026/ke_hoach (bản mới).docx", "giu_ban_sua")
    assert (tmp_path / "2026" / "ke_hoach.docx").read_bytes() == b"1"


def test_a_file_that_was_deleted_is_made_again(tmp_path: Path) -> None:
    save(tmp_path, b"1")
    (tmp_path / "2026" / "ke_hoach.docx").unlink()
    assert save(tmp_path, b"1") == ("2026/ke_hoach.docx", "moi")


def test_the_manifest_names_files_inside_the_folder(tmp_path: Path) -> None:
    save(tmp_path, b"1")
    assert list(json.loads((tmp_path / ".cchc" / "manifest.json").read_text())["files"]) == ["2026/ke_hoach.docx"]


def test_the_manifest_knows_as_what_a_file_was_made(tmp_path: Path) -> None:
    manifest = Manifest.read(tmp_path / "output")
    path = tmp_path / "output" / "2026" / "bao_cao_don_vi_quy_1" / "VP.docx"
    origin = Origin(
        "bao_cao_don_vi",
        "quy_1",
        "VP",
        "Văn phòng",
        manifest.relative(tmp_path / "du_lieu.xlsx"),
        "bao_cao_don_vi.docx",
    )
    manifest.save(path, b"1", "source", origin)
    cut_off = Manifest.read(tmp_path / "output")  # by the journal
    manifest.write()
    whole = Manifest.read(tmp_path / "output")
    assert cut_off.origin(path) == whole.origin(path) == origin
    assert whole.origin(path.with_name("khac.docx")) == UNKNOWN
    stored = json.loads((tmp_path / "output" / ".cchc" / "manifest.json").read_bytes())["files"]
    (said,) = stored.values()
    assert {name: value for name, value in said.items() if not name.startswith("digest")} == {
        "type": "bao_cao_don_vi",
        "period": "quy_1",
        "subject": "VP",
        "subject_name": "Văn phòng",
        "data_file": "../du_lieu.xlsx",
        "template": "bao_cao_don_vi.docx",
    }


def old_keys(entry: dict[str, str]) -> dict[str, str]:
    """A line as the program wrote it before it knew origins."""
    names = {"tep": "digest_of_file", "phan": "digest_of_parts", "nguon": "digest_of_sources"}
    return {old: entry[new] for old, new in names.items()}


@pytest.mark.parametrize("edited", [False, True])
def test_an_old_manifest_is_understood(tmp_path: Path, *, edited: bool) -> None:
    save(tmp_path, b"1")
    file, path = tmp_path / ".cchc" / "manifest.json", tmp_path / "2026" / "ke_hoach.docx"
    entries = json.loads(file.read_bytes())["files"]
    file.write_text(json.dumps({"tep": {name: old_keys(entry) for name, entry in entries.items()}}), encoding="utf-8")
    if edited:
        path.write_bytes(b"edited by hand")
        assert save(tmp_path, b"2") == ("2026/ke_hoach (bản mới).docx", "giu_ban_sua")
        assert path.read_bytes() == b"edited by hand"
    else:
        assert Manifest.read(tmp_path).is_current(path, "source")
        assert save(tmp_path, b"2") == ("2026/ke_hoach.docx", "cap_nhat")
        assert list(path.parent.iterdir()) == [path]


def test_an_old_journal_is_understood(tmp_path: Path) -> None:
    Manifest.read(tmp_path).save(tmp_path / "2026" / "ke_hoach.docx", b"1", "source")  # killed before the manifest
    journal = tmp_path / ".cchc" / "journal"
    name, entry = json.loads(journal.read_bytes())
    journal.write_text(json.dumps([name, old_keys(entry)]) + "\n", encoding="utf-8")
    assert save(tmp_path, b"2") == ("2026/ke_hoach.docx", "cap_nhat")


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def locked(self: Path, target: Path) -> Path:
        raise PermissionError(13, "open in Word", str(target))

    monkeypatch.setattr(files.Path, "replace", locked)
    with pytest.raises(PermissionError):
        write_atomic(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_states_are_those_of_the_contract() -> None:
    assert [state.value for state in FileState] == ["moi", "cap_nhat", "khong_doi", "giu_ban_sua", "loi"]


def test_an_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    save(tmp_path, b"1")
    path = tmp_path / "2026" / "ke_hoach.docx"
    before = path.stat().st_ino
    save(tmp_path, b"1")
    assert path.stat().st_ino == before  # an atomic write puts a new file in its place


def test_new_files_have_the_rights_of_any_new_file(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode
