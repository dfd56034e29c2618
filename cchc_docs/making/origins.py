"""As what files were made, asked from anywhere: the manifest of the folder that a file lies in knows."""

from pathlib import Path

from cchc_docs.making.manifest import RECORD_FOLDER, UNKNOWN, Manifest, Origin

LEVELS_UP = 4  # from a made document to its working folder: output, year, type


def folders_above(path: Path) -> list[Path]:
    """The folders, nearest first, in which a file's output folder or working folder is looked for."""
    return list(path.resolve().parents[: LEVELS_UP + 1])


class Origins:
    """The manifests, each read once."""

    def __init__(self) -> None:
        self._manifests: dict[Path, Manifest] = {}

    def of(self, path: Path) -> Origin:
        """As what a file was made; ``UNKNOWN`` where no manifest knows it."""
        manifest = self._manifest(path)
        return manifest.origin(path.resolve()) if manifest else UNKNOWN

    def data_file(self, path: Path) -> Path | None:
        """The data file that a file was made from, where that is known and still there."""
        manifest, said = self._manifest(path), self.of(path).data_file
        data_file = manifest.folder / said if manifest and said else None
        return data_file if data_file and data_file.exists() else None

    def _manifest(self, path: Path) -> Manifest | None:
        """The manifest of the nearest folder above that has one."""
        for folder in folders_above(path):
            if folder in self._manifests:
                return self._manifests[folder]
            if (folder / RECORD_FOLDER).is_dir():
                return self._manifests.setdefault(folder, Manifest.read(folder))
        return None
