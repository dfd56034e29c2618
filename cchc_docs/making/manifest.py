"""What was made, from what, and whether a person has changed it since.

``<ra>/.cchc/manifest.json`` keeps, for each file by its path inside ``<ra>``: the SHA-256 of the file as written, a
digest of the parts inside it, and a digest of all that went into it. Before a file is written, a line with what it will
be goes to ``<ra>/.cchc/journal``: a run that is killed at any moment leaves files that the next run knows for its own.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from cchc_docs.files import write_atomic


class FileState(StrEnum):
    """What became of a document's file (the values are those of the ``--json`` contract)."""

    NEW = "moi"
    UPDATED = "cap_nhat"
    UNCHANGED = "khong_doi"
    KEPT_EDITED = "giu_ban_sua"
    FAILED = "loi"


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One file as it was written: its hash, the digest of its parts, the digest of what went into it."""

    file: str
    parts: str
    source: str


@dataclass(slots=True)
class Manifest:
    """The record of one output folder."""

    folder: Path
    entries: dict[str, list[ManifestEntry]] = field(default_factory=dict)
    """By path inside the folder; several where a run was cut off between the journal and the file."""

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """The manifest of ``folder``; an empty one where there is none or it cannot be understood.

        Without it every file there counts as a person's, so nothing can be lost by that.
        """
        manifest = cls(folder)
        for name, entry in (*_stored(manifest._file), *_journaled(manifest._journal)):
            manifest.entries.setdefault(name, []).append(entry)
        return manifest

    @property
    def _file(self) -> Path:
        return self.folder / ".cchc" / "manifest.json"

    @property
    def _journal(self) -> Path:
        return self.folder / ".cchc" / "journal"

    def is_current(self, path: Path, source: str) -> bool:
        """Whether ``path`` is there as it was made from exactly ``source`` (the digest of all that goes into it)."""
        known = self.entries.get(self._name(path), [])
        made = {entry.file for entry in known if entry.source == source}
        try:
            return bool(made) and path.is_file() and _digest(path.read_bytes()) in made
        except OSError:  # a program holds it: saving will say so
            return False

    def save(self, path: Path, content: bytes, source: str) -> tuple[Path, FileState]:
        """Write ``content`` as ``path`` (inside the folder), or beside it where a person has changed that file.

        Gives the file that now holds ``content`` and its state. Raises OSError like ``write_atomic``.
        """
        entry = ManifestEntry(_digest(content), _digest_of_parts(content), source)
        state, target, number = self._state(path, entry), path, 0
        there = state
        while there is FileState.KEPT_EDITED:
            number += 1
            target = path.with_name(f"{path.stem} (bản mới{f' {number}' if number > 1 else ''}){path.suffix}")
            there = self._state(target, entry)
        if there is not FileState.UNCHANGED:
            self._announce(target, entry)
            write_atomic(target, content)
            self.entries[self._name(target)] = [entry]
        else:
            self.entries[self._name(target)] = [ManifestEntry(_digest(target.read_bytes()), entry.parts, source)]
        return target, state

    def write(self) -> None:
        """Keep the manifest on disk; the journal has done its work then. Raises OSError."""
        files = {name: asdict(known[-1]) for name, known in sorted(self.entries.items())}
        write_atomic(self._file, json.dumps({"tep": files}, ensure_ascii=False, indent=1).encode())
        self._journal.unlink(missing_ok=True)

    def _announce(self, path: Path, entry: ManifestEntry) -> None:
        self._journal.parent.mkdir(parents=True, exist_ok=True)
        with self._journal.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps([self._name(path), asdict(entry)], ensure_ascii=False) + "\n")

    def _state(self, path: Path, entry: ManifestEntry) -> FileState:
        """What writing the file that ``entry`` tells of as ``path`` would be."""
        if not path.exists():
            return FileState.NEW
        content = path.read_bytes()
        there, known = _digest(content), self.entries.get(self._name(path), [])
        if there == entry.file:
            return FileState.UNCHANGED
        if not any(there == one.file for one in known):
            return FileState.KEPT_EDITED
        return FileState.UNCHANGED if _digest_of_parts(content) == entry.parts else FileState.UPDATED

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()


def _stored(file: Path) -> Iterator[tuple[str, ManifestEntry]]:
    try:
        for name, entry in json.loads(file.read_bytes())["tep"].items():
            yield str(name), ManifestEntry(**{part: str(digest) for part, digest in entry.items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return


def _journaled(file: Path) -> Iterator[tuple[str, ManifestEntry]]:
    """The journal's whole lines; the last may be cut off."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            name, entry = json.loads(line)
            yield str(name), ManifestEntry(**{part: str(digest) for part, digest in entry.items()})
        except (ValueError, TypeError, AttributeError):
            continue


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _digest_of_parts(content: bytes) -> str:
    """A digest of what is in a zip, whatever compressed it: names, sizes and check sums. Of another file, its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = sorted((member.filename, member.file_size, member.CRC) for member in archive.infolist())
    except zipfile.BadZipFile:
        return _digest(content)
    return _digest(repr(parts).encode())
