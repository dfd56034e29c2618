"""Pages as LibreOffice sets them: for tests of what XML alone cannot show."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

PROGRAM = "soffice"
_MINUTES = 5


def need_libreoffice() -> None:
    """Skip the test where LibreOffice is missing; on a build machine (CI=true) that is a failure."""
    if shutil.which(PROGRAM) is not None:
        return
    reason = f"{PROGRAM} is missing: install LibreOffice Writer to test rendered pages"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def convert(files: Mapping[str, bytes], folder: Path, suffix: str = "pdf") -> dict[str, Path]:
    """The Word files ``files`` (content by name) converted to ``suffix``, all in one run of LibreOffice.

    ``folder`` takes the files and LibreOffice's own profile, so that no other run and no person's settings interfere.
    """
    need_libreoffice()
    source, target = folder / "word", folder / suffix
    source.mkdir()
    paths = [source / f"{name}.docx" for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = [
        PROGRAM,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(target),
    ]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=_MINUTES * 60)
    made = {name: target / f"{name}.{suffix}" for name in files}
    missing = [name for name, path in made.items() if not path.exists()]
    assert not missing, f"LibreOffice made no {suffix} of {missing}"
    return made
