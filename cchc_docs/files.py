"""Files on disk: where the shipped ones are, and writing that never leaves half a file."""

import contextlib
import os
import tempfile
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The shipped folder ``name`` (``templates`` or ``data``): inside the package in a wheel, beside it in a checkout.

    Raises FileNotFoundError where neither is there: a broken installation, not a person's mistake.
    """
    for root in (_PACKAGE, _PACKAGE.parent):
        if (folder := root / name).is_dir():
            return folder
    raise FileNotFoundError(f"{name}: not shipped beside {_PACKAGE}")


def write_atomic(path: Path, content: bytes) -> None:
    """Write ``content`` as ``path``: a temporary file in the same folder, then a replace.

    Makes missing folders. Raises OSError (PermissionError for a file that Word holds open on Windows); the file that
    was there before is then still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # mkstemp makes files private; made documents get the rights that any new file of this user gets.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
