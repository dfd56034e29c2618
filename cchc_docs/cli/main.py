"""The group of all commands, and the edge: what a command answers becomes an exit code, what breaks a log file."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from cchc_docs import __version__
from cchc_docs.cli.kiem_tra import kiem_tra
from cchc_docs.cli.moi import moi
from cchc_docs.cli.nguon import nguon
from cchc_docs.cli.options import EXIT_BUG, EXIT_MEND, EXIT_OK, EXIT_USAGE
from cchc_docs.cli.phieu import phieu
from cchc_docs.cli.sua import sua
from cchc_docs.cli.tao import tao
from cchc_docs.cli.tong_hop import tong_hop
from cchc_docs.cli.words import VietnameseGroup, in_vietnamese
from cchc_docs.cli.xem import xem
from cchc_docs.cli.xem_truoc import xem_truoc


@click.group(cls=VietnameseGroup, epilog="Xem từng lệnh: cchc LỆNH --help.")
@click.version_option(__version__, "--phien-ban", message="cchc %(version)s", help="In số phiên bản.")
def cchc() -> None:
    """Làm các văn bản cải cách hành chính từ một tệp dữ liệu mỗi năm, đúng thể thức Nghị định 30/2020/NĐ-CP."""


for _command in (moi, xem, tao, kiem_tra, sua, phieu, tong_hop, nguon, xem_truoc):
    cchc.add_command(_command)


def run(arguments: Sequence[str] | None = None) -> None:
    """The ``cchc`` command: runs, then exits with 0 done, 1 something must be mended, 2 usage, 3 our own bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # Windows consoles start in a code page without Vietnamese
    sys.exit(_guarded(lambda: cchc.main(arguments, prog_name="cchc", standalone_mode=False)))


def _guarded(command: Callable[[], Any]) -> int:
    try:
        answer = command()
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.message, err=True)
        return EXIT_USAGE
    except click.ClickException as error:
        click.echo(f"Lỗi: {in_vietnamese(error)}", err=True)
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu.", err=True)
        return EXIT_MEND
    except OSError as error:
        if error.filename is not None:  # a file that no command expected to fail: ours to look into
            return _bug()
        # What was printed could not be written: a closed pipe, a full disk. There is nobody left to tell.
        sys.stdout = None
        return EXIT_MEND
    except Exception:  # noqa: BLE001 - the edge: our own bug becomes a log file and exit code 3
        return _bug()
    return answer if isinstance(answer, int) else EXIT_OK


def _bug() -> int:
    import traceback  # noqa: PLC0415

    log = _log_file(traceback.format_exc())
    click.echo(f"Chương trình có lỗi. Xin gửi tệp này cho người phát triển: {log}", err=True)
    return EXIT_BUG


def _log_file(trace: str) -> Path:
    import tempfile  # noqa: PLC0415

    with tempfile.NamedTemporaryFile("w", prefix="cchc-loi-", suffix=".log", delete=False, encoding="utf-8") as file:
        file.write(f"cchc {__version__}, Python {sys.version}, {sys.platform}\n\n{trace}")
    return Path(file.name)
