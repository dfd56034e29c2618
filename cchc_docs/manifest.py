"""What was made, and whether a person has changed it since: made files are never overwritten once edited.

``<ra>/.cchc/manifest.json`` keeps the SHA-256 of each file as it was written, by its path inside ``<ra>``.
"""

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cchc_docs.files import write_atomic


class State(StrEnum):
    """What became of a document's file (the values are those of the ``--json`` contract)."""

    MOI = "moi"
    CAP_NHAT = "cap_nhat"
    KHONG_DOI = "khong_doi"
    GIU_BAN_SUA = "giu_ban_sua"
    LOI = "loi"


@dataclass(slots=True)
class Manifest:
    """The record of one output folder."""

    folder: Path
    hashes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """The manifest of ``folder``; an empty one where there is none or it cannot be understood.

        Without it every file there counts as a person's, so nothing can be lost by that.
        """
        try:
            content = json.loads((folder / ".cchc" / "manifest.json").read_bytes())
            hashes = {str(name): str(digest) for name, digest in content["tep"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            hashes = {}
        return cls(folder, hashes)

    def save(self, path: Path, content: bytes) -> tuple[Path, State]:
        """Write ``content`` as ``path`` (inside the folder), or beside it where a person has changed that file.

        Gives the file that now holds ``content`` and its state. Raises OSError like ``write_atomic``.
        """
        state = self._state(path, content)
        number = 0
        target = path
        while state is State.GIU_BAN_SUA:
            number += 1
            target = path.with_name(f"{path.stem} (bản mới{f' {number}' if number > 1 else ''}){path.suffix}")
            if self._state(target, content) is not State.GIU_BAN_SUA:
                break
        if self._state(target, content) is not State.KHONG_DOI:
            write_atomic(target, content)
        self.hashes[target.relative_to(self.folder).as_posix()] = _digest(content)
        return target, state

    def _state(self, path: Path, content: bytes) -> State:
        """What writing ``content`` as ``path`` would be."""
        if not path.exists():
            return State.MOI
        there = _digest(path.read_bytes())
        if there == _digest(content):
            return State.KHONG_DOI
        ours = self.hashes.get(path.relative_to(self.folder).as_posix()) == there
        return State.CAP_NHAT if ours else State.GIU_BAN_SUA

    def write(self) -> None:
        """Keep the manifest on disk."""
        text = json.dumps({"tep": dict(sorted(self.hashes.items()))}, ensure_ascii=False, indent=1)
        write_atomic(self.folder / ".cchc" / "manifest.json", text.encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
