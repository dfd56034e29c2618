"""Record what was made, from what, and tell whether a person has changed it since.

``<ra>/.cchc/manifest.json`` keeps, for each file by its path inside ``<ra>``: the SHA-256 of the file as written, a
digest of the parts inside it, a digest of all that went into it, and its origin, in words. Before a file is written, a
line with what it will be goes to ``<ra>/.cchc/journal``: a run that is killed at any moment leaves files that the next
run knows for its own.
"""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path

from cchc_docs.files import names_beside, write_atomic

RECORD_FOLDER = ".cchc"
"""The folder of an output folder that holds its record."""


class FileState(StrEnum):
    """The state of a document's file (the values are those of the ``--json`` contract)."""

    NEW = "moi"
    UPDATED = "cap_nhat"
    UNCHANGED = "khong_doi"
    KEPT_EDITED = "giu_ban_sua"
    FAILED = "loi"


@dataclass(frozen=True, slots=True)
class Origin:
    """The type and subject that a file was made as, and the files it was made from; ``""`` for what it has not."""

    type: str = ""
    """The document type, or ``phieu`` for an entry form."""
    period: str = ""
    subject: str = ""
    """The code of the row that it is about."""
    subject_name: str = ""
    data_file: str = ""
    """From the output folder; whole where the two are on different drives."""
    template: str = ""
    """The name of the template's file."""


UNKNOWN = Origin()


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One file as it was written: its hash, the digest of its parts, the digest of what went into it, its origin."""

    file: str
    parts: str
    source: str
    origin: Origin = UNKNOWN


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
        return self.folder / RECORD_FOLDER / "manifest.json"

    @property
    def _journal(self) -> Path:
        return self.folder / RECORD_FOLDER / "journal"

    def is_current(self, path: Path, source: str) -> bool:
        """Return True if ``path`` is there as made from exactly ``source`` (the digest of all that goes into it)."""
        known = self.entries.get(self._name(path), [])
        made = {entry.file for entry in known if entry.source == source}
        try:
            return bool(made) and path.is_file() and _digest(path.read_bytes()) in made
        except OSError:  # a program holds it: saving will say so
            return False

    def origin(self, path: Path) -> Origin:
        """As what ``path`` (inside the folder) was made; ``UNKNOWN`` for a file that was not made here."""
        known = self.entries.get(self._name(path), [])
        return known[-1].origin if known else UNKNOWN

    def save(self, path: Path, content: bytes, source: str, origin: Origin = UNKNOWN) -> tuple[Path, FileState]:
        """Write ``content`` as ``path`` (inside the folder), or beside it where a person has changed that file.

        Gives the file that now holds ``content`` and its state. Raises OSError like ``write_atomic``.
        """
        entry = ManifestEntry(_digest(content), _digest_of_parts(content), source, origin)
        state = self._state(path, entry)
        there = ((name, self._state(name, entry)) for name in names_beside(path))
        target, found = next((name, one) for name, one in there if one is not FileState.KEPT_EDITED)
        if found is FileState.UNCHANGED:
            entry = ManifestEntry(_digest(target.read_bytes()), entry.parts, source, origin)
        else:
            self._announce(target, entry)
            write_atomic(target, content)
        self.entries[self._name(target)] = [entry]
        return target, state

    def write(self) -> None:
        """Keep the manifest on disk; the journal has done its work then. Raises OSError."""
        files = {name: _as_json(known[-1]) for name, known in sorted(self.entries.items())}
        write_atomic(self._file, json.dumps({"files": files}, ensure_ascii=False, indent=1).encode())
        self._journal.unlink(missing_ok=True)

    def relative(self, path: Path) -> str:
        """Return ``path`` relative to the folder, for ``Origin.data_file``."""
        try:
            return Path(os.path.relpath(path.absolute(), self.folder.absolute())).as_posix()
        except ValueError:  # on Windows: another drive
            return path.absolute().as_posix()

    def _announce(self, path: Path, entry: ManifestEntry) -> None:
        self._journal.parent.mkdir(parents=True, exist_ok=True)
        with self._journal.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps([self._name(path), _as_json(entry)], ensure_ascii=False) + "\n")

    def _state(self, path: Path, entry: ManifestEntry) -> FileState:
        """Return the state of ``path`` if the file of ``entry`` is written to it."""
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


_OLD_KEYS = {"tep": "digest_of_file", "phan": "digest_of_parts", "nguon": "digest_of_sources"}
"""The keys of a manifest from before it knew origins: without them each file there would count as a person's."""


def _as_json(entry: ManifestEntry) -> dict[str, str]:
    digests = {"digest_of_file": entry.file, "digest_of_parts": entry.parts, "digest_of_sources": entry.source}
    return {name: value for name, value in asdict(entry.origin).items() if value} | digests


def _entry(stored: Mapping[str, object]) -> ManifestEntry:
    """Raises KeyError or AttributeError for what is no entry."""
    values = {_OLD_KEYS.get(name, name): str(value) for name, value in stored.items()}
    origin = Origin(**{one.name: values[one.name] for one in fields(Origin) if one.name in values})
    return ManifestEntry(values["digest_of_file"], values["digest_of_parts"], values["digest_of_sources"], origin)


def _stored(file: Path) -> Iterator[tuple[str, ManifestEntry]]:
    try:
        stored = json.loads(file.read_bytes())
        for name, entry in (stored["files"] if "files" in stored else stored["tep"]).items():
            yield str(name), _entry(entry)
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
            yield str(name), _entry(entry)
        except (ValueError, KeyError, TypeError, AttributeError):
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
