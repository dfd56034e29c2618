"""What is shown: what was made or found to stdout, the rest to stderr, JSON, the progress bar of a terminal."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import click

import cchc_docs
from cchc_docs.cli.options import EXIT_MEND, EXIT_OK


def echo_json(value: object) -> None:
    """One JSON object on stdout: the answer of ``--json``."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def problems_json(problems: "Iterable[cchc_docs.Problem]") -> list[dict[str, str]]:
    """The problems, for ``--json``."""
    return [problem.as_json() for problem in problems]


def echo_documents(result: "cchc_docs.MakeResult", *, as_json: bool) -> int:
    """The documents or forms that were made, what was kept, the problems, the list of all; the exit code."""
    if as_json:
        documents = [document_json(one) for one in result.documents]
        echo_json({"van_ban": documents, "van_de": problems_json(result.common_problems)})
        return code_of(result)
    for path in result.made:
        click.echo(path)
    say_kept(result.documents)
    show(result.problems)
    if result.listing:
        click.echo(f"Bảng kê: {result.listing}", err=True)
    return code_of(result)


def document_json(one: "cchc_docs.MadeDocument") -> dict[str, object]:
    """A document, for ``--json``."""
    known: dict[str, object] = {
        "loai": one.loai,
        "ky": one.subject.ky,
        "doi_tuong": one.subject.code,
        "tep": str(one.path),
        "trang_thai": str(one.state),
        "van_de": problems_json(one.problems),
    }
    return known | ({"pdf": str(one.pdf)} if one.pdf else {})


def code_of(result: "cchc_docs.Result") -> int:
    """The exit code that the problems ask for."""
    return EXIT_MEND if result.has_errors else EXIT_OK


def ended(result: "cchc_docs.Result") -> int:
    """Show the problems; the exit code."""
    show(result.problems)
    return code_of(result)


def ended_with_paths(result: "cchc_docs.Result") -> int:
    """Show the files made and the problems; the exit code."""
    for path in result.made:
        click.echo(path)
    return ended(result)


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, with the rate and the time left; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich import progress as rich  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415

    columns = (
        rich.TextColumn("Làm văn bản"),
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TextColumn("{task.fields[rate]}"),
        rich.TimeRemainingColumn(),
    )
    bar = rich.Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=None, rate="")

    def show(done: int, total: int) -> None:
        bar.start()  # not before there is something to show: workers are forked only where no other thread runs
        speed = bar.tasks[0].speed
        bar.update(task, completed=done, total=total, rate=f"{speed:.0f} văn bản/giây" if speed else "")

    try:
        yield show
    finally:
        bar.stop()


def say_kept(documents: "Iterable[cchc_docs.MadeDocument]") -> None:
    """Where the new version is of each file that a person has edited."""
    for one in documents:
        if one.state == "giu_ban_sua":
            click.echo(f"Tệp cũ đã có người sửa nên được giữ nguyên; bản mới ở: {one.path}", err=True)


_MOST_TOLD = 20


def say_reports(result: "cchc_docs.CheckResult", *, full: bool) -> None:
    """What the rules of format say: of one document all, of several those that are not right; to stdout."""
    reports = result.reports
    told = [report for report in reports if full or len(reports) == 1 or not report.is_clean]
    for report in told if full else told[:_MOST_TOLD]:
        for line in result.lines_of(report, full=full):
            click.echo(line)
    if len(told) > _MOST_TOLD and not full:
        click.echo(f"… và {len(told) - _MOST_TOLD} văn bản khác; thêm --day-du để xem hết.")
    clean = sum(report.is_clean for report in reports)
    if len(reports) > 1 and clean == len(reports):
        click.echo(f"Thể thức {clean} văn bản: không có lỗi, không có cảnh báo.")
    elif len(reports) > 1:
        click.echo(f"Thể thức {len(reports)} văn bản: {len(reports) - clean} văn bản có lỗi hoặc cảnh báo.")


def show(found: "Sequence[cchc_docs.Problem]", *, err: bool = True) -> None:
    """Problems: a table on a terminal, plain lines elsewhere; to stdout (``err`` False) where they were asked for."""
    if not found:
        return
    if (sys.stderr if err else sys.stdout).isatty():
        rows = [(one.severity.label, str(one.where), " ".join([one.what, one.hint]).strip()) for one in found]
        table("", ("Mức độ", "Ở đâu", "Nội dung"), rows, err=err)
    else:
        for one in found:
            click.echo(str(one), err=err)
    counts = [
        f"{sum(one.severity == severity for one in found)} {label}"
        for severity, label in (("loi", "lỗi"), ("canh_bao", "cảnh báo"), ("luu_y", "lưu ý"))
        if any(one.severity == severity for one in found)
    ]
    click.echo(f"Tất cả: {', '.join(counts)}.", err=err)


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], *, err: bool = False) -> None:
    """A table on a terminal, tab-separated lines elsewhere."""
    stream = sys.stderr if err else sys.stdout
    if not stream.isatty():
        if title:
            click.echo(title, err=err)
        for row in rows:
            click.echo("\t".join(" ".join(cell.split()) for cell in row), err=err)
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(*headings, title=title or None, title_justify="left", show_lines=err)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(stderr=err).print(table)
