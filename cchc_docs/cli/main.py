"""The commands: the only module that prints, reads options, asks today's date and exits.

What takes time to import is imported where it is used, so that ``cchc --help`` starts at once.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cchc_docs import __version__
from cchc_docs.cli.words import VietnameseCommand, VietnameseGroup, in_vietnamese

if TYPE_CHECKING:
    from datetime import date

    from cchc_docs.making.jobs import MadeDocument, Progress
    from cchc_docs.problems import Problem
    from cchc_docs.word.check.report import Report

EXIT_OK, EXIT_MEND, EXIT_USAGE, EXIT_BUG = 0, 1, 2, 3

_FILE = click.Path(path_type=Path, readable=False)
_MAU = click.option("--mau", type=_FILE, metavar="THƯ_MỤC", help="Thư mục mẫu dùng trước các mẫu có sẵn.")
_JSON = click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")


@click.group(cls=VietnameseGroup, epilog="Xem từng lệnh: cchc LỆNH --help.")
@click.version_option(__version__, "--phien-ban", message="cchc %(version)s", help="In số phiên bản.")
def cchc() -> None:
    """Làm các văn bản cải cách hành chính từ một tệp dữ liệu mỗi năm, đúng thể thức Nghị định 30/2020/NĐ-CP."""


@cchc.command(cls=VietnameseCommand)
@click.argument("thu_muc", type=_FILE, required=False)
@click.option("--vi-du", is_flag=True, help="Điền sẵn dữ liệu ví dụ.")
@click.option("--loai", metavar="TÊN", help="Tạo loại văn bản mới tên này trong templates của thư mục làm việc.")
@click.option(
    "--tu",
    metavar="DU_LIEU|LOẠI",
    help="Làm tệp cho năm sau từ tệp dữ liệu này; với --loai: bắt đầu từ loại văn bản hay mẫu trắng này.",
)
@click.option("--tieu-de", default="", metavar="CHỮ", help="Tiêu đề của loại mới trong danh sách.")
@click.option("--trich-yeu", default="", metavar="CHỮ", help="Trích yếu in trên văn bản.")
@click.option("--pham-vi", default="", metavar="TRANG", help="Làm mỗi dòng của trang này một văn bản.")
@click.option("--ky", multiple=True, metavar="KỲ", help="Làm theo kỳ: quy_1, 6_thang, quy_3, nam.")
def moi(  # noqa: PLR0913 - one parameter an option
    thu_muc: Path | None,
    loai: str | None,
    tu: str | None,
    tieu_de: str,
    trich_yeu: str,
    pham_vi: str,
    ky: Sequence[str],
    *,
    vi_du: bool,
) -> int:
    """Tạo thư mục làm việc mới THU_MUC, hoặc với --loai: một loại văn bản mới.

    Thư mục làm việc có tệp du_lieu.xlsx để điền, templates cho mẫu riêng và output cho kết quả. Loại văn bản mới là một
    tệp Word trong templates, sửa bằng Word, cùng tệp .yaml đi kèm; thư mục làm việc là THU_MUC, hoặc thư mục đang đứng.
    """
    if loai is None:
        if thu_muc is None:
            raise click.UsageError("Thiếu tên thư mục mới, hoặc --loai và --tu.", click.get_current_context())
        from cchc_docs.working_folder.new import create  # noqa: PLC0415

        if tu and vi_du:
            raise click.UsageError("Chỉ dùng một trong hai tùy chọn --vi-du và --tu.", click.get_current_context())
        made, problems = create(thu_muc, example=vi_du, previous=Path(tu) if tu else None)
    else:
        if tu is None:
            raise click.UsageError("Thiếu --tu: loại mới bắt đầu từ loại nào.", click.get_current_context())
        from cchc_docs.authoring.scaffold import NewType, create_type  # noqa: PLC0415

        made, problems = create_type(thu_muc or Path(), NewType(loai, tu, tieu_de, trich_yeu, pham_vi, ky))
    for path in made:
        click.echo(path)
    return _ended(problems)


@cchc.command(cls=VietnameseCommand)
@click.argument("loai", required=False)
@click.option("--du-lieu", type=_FILE, metavar="TỆP", help="Lấy giá trị, trang riêng và mẫu riêng theo tệp này.")
@click.option("--ra", type=_FILE, metavar="TỆP", help="Ghi từ điển của LOẠI thành tệp Word này để in.")
@_MAU
@_JSON
def xem(loai: str | None, du_lieu: Path | None, ra: Path | None, mau: Path | None, *, as_json: bool) -> int:
    """Liệt kê các loại văn bản và mẫu trắng, hoặc xem một loại LOAI.

    Với một loại: các tên dùng được trong mẫu, ý nghĩa, lấy từ trang và cột nào, giá trị mẫu; cách viết vòng lặp, bộ
    lọc, đánh số, mỗi thứ một ví dụ.
    """
    from cchc_docs.authoring.dictionary import TypeView, describe, list_types, save  # noqa: PLC0415

    if ra is not None and loai is None:
        raise click.UsageError("Thiếu LOAI: --ra ghi từ điển của một loại văn bản.", click.get_current_context())
    view, problems = describe(loai, du_lieu, mau) if loai else list_types(du_lieu, mau)
    if as_json:
        click.echo(_json((view.as_json() if view else {}) | {"van_de": [problem.as_json() for problem in problems]}))
        return _code(problems)
    if ra is not None and isinstance(view, TypeView):
        problems = (*problems, *save(view, ra))
    elif view:
        for table in view.tables():
            _table(table.title, table.headings, table.rows)
    return _ended(problems)


@cchc.command(cls=VietnameseCommand)
@click.argument("du_lieu", type=_FILE)
@click.option("--loai", multiple=True, metavar="LOẠI", help="Loại văn bản cần làm; để trống là làm tất cả.")
@click.option("--ky", multiple=True, metavar="KỲ", help="Kỳ báo cáo: quy_1, 6_thang, quy_3, nam; để trống là tất cả.")
@click.option("--don-vi", multiple=True, metavar="MÃ", help="Chỉ làm cho đối tượng này; để trống là tất cả.")
@click.option("--luong", type=click.IntRange(1, 256), metavar="SỐ", help="Số luồng cùng làm; mặc định theo số lõi máy.")
@click.option("--ra", type=_FILE, default=Path("output"), metavar="THƯ_MỤC", help="Thư mục kết quả [output].")
@click.option("--cum", default="", metavar="ĐỊA_CHỈ", help="Cụm máy Dask cùng làm, ví dụ tcp://may-chu:8786.")
@click.option("--nam-truoc", type=_FILE, metavar="TỆP", help="Tệp dữ liệu năm trước, để so với cùng kỳ.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF bên cạnh mỗi văn bản (cần LibreOffice).")
@_MAU
@_JSON
def tao(  # noqa: PLR0913, PLR0917 - one parameter an option
    du_lieu: Path,
    loai: Sequence[str],
    ky: Sequence[str],
    don_vi: Sequence[str],
    luong: int | None,
    cum: str,
    ra: Path,
    nam_truoc: Path | None,
    mau: Path | None,
    *,
    pdf: bool,
    as_json: bool,
) -> int:
    """Làm văn bản từ tệp dữ liệu DU_LIEU.

    Đường dẫn các tệp làm ra in ra màn hình, mỗi tệp một dòng. Có lỗi trong dữ liệu thì không làm gì cả.
    """
    from cchc_docs.commands.make import make  # noqa: PLC0415
    from cchc_docs.making.jobs import Choice  # noqa: PLC0415

    with _progress_bar() as progress:
        result = make(du_lieu, ra, Choice(loai, ky, don_vi, mau, luong or 0, cum, pdf, nam_truoc), progress)
    of_documents = (problem for one in result.documents for problem in one.problems)
    problems = list(dict.fromkeys([*result.problems, *of_documents]))  # a broken template is told once
    if as_json:
        documents = [_document_json(one) for one in result.documents]
        click.echo(_json({"van_ban": documents, "van_de": [problem.as_json() for problem in result.problems]}))
        return _code(problems)
    for one in result.documents:
        if one.state != "loi":
            click.echo(one.path)
        if one.pdf:
            click.echo(one.pdf)
    _say_kept(result.documents)
    code = _ended(problems)
    if result.listing:
        click.echo(f"Bảng kê: {result.listing}", err=True)
    return code


@cchc.command("kiem-tra", cls=VietnameseCommand)
@click.argument("tep", type=_FILE, nargs=-1)
@click.option("--loai", default="", metavar="LOẠI", help="Soát như mẫu, như văn bản của loại này.")
@click.option("--ghi-chu", type=_FILE, metavar="RA", help="Ghi một bản sao có ghi chú ở từng chỗ cần sửa.")
@click.option("--du-lieu", type=_FILE, metavar="TỆP", help="Tệp dữ liệu để làm thử mẫu, để soát phiếu.")
@click.option("--trang", is_flag=True, help="Soát cả chỗ ngắt trang, bằng bản PDF của LibreOffice.")
@click.option("--quy-tac", is_flag=True, help="In bảng các quy tắc thể thức.")
@_MAU
@_JSON
def kiem_tra(  # noqa: PLR0913 - one parameter an option
    tep: Sequence[Path],
    loai: str,
    ghi_chu: Path | None,
    du_lieu: Path | None,
    mau: Path | None,
    *,
    trang: bool,
    quy_tac: bool,
    as_json: bool,
) -> int:
    """Soát tệp dữ liệu, phiếu, mẫu hoặc văn bản Word TEP, nêu mọi chỗ cần sửa.

    Mẫu được làm thử với dữ liệu của thư mục làm việc, rồi với dữ liệu ít dòng, thiếu mục, chữ dài. Văn bản Word được
    soát theo thể thức của Nghị định 30/2020/NĐ-CP. Tệp không bị thay đổi.
    """
    from cchc_docs.commands.check import CheckOptions, files_of, judge_file, rule_rows  # noqa: PLC0415

    if quy_tac:
        _table("", ("Mã", "Mức độ", "Quy tắc", "Điều khoản", "Căn cứ"), rule_rows())
        return EXIT_OK
    if not tep:
        raise click.UsageError("Thiếu TEP. Xem: cchc kiem-tra --help.")
    files = files_of(tep)
    if ghi_chu is not None and len(files) > 1:
        raise click.UsageError("Tùy chọn --ghi-chu chỉ dùng với một tệp.", click.get_current_context())
    judged = [
        judge_file(one, CheckOptions(mau, loai, ghi_chu, du_lieu, trang), str(one) if len(files) > 1 else "")
        for one in files
    ]
    problems = [problem for one in judged for problem in one.problems]
    reports = [one.report for one in judged if one.report is not None]
    if as_json:
        answer = {"van_ban": [], "van_de": [problem.as_json() for problem in problems]}
        copy = {"ghi_chu": str(judged[0].copy)} if judged[0].copy else {}
        click.echo(_json(answer | copy | ({"the_thuc": [report.as_json() for report in reports]} if reports else {})))
        return _code(problems)
    if judged[0].copy:
        click.echo(judged[0].copy)
    _show([problem for one in judged for problem in one.shown], problems)
    _say_reports(reports)
    if not problems and not reports:
        click.echo("Không có vấn đề gì.", err=True)
    return _code(problems)


@cchc.command(cls=VietnameseCommand)
@click.argument("tep", type=_FILE)
@click.option("--ra", type=_FILE, required=True, metavar="RA", help="Tệp mới để ghi bản đã sửa.")
@click.option("--loai", default="", metavar="LOẠI", help="Loại văn bản, nếu chương trình nhận chưa đúng.")
@_MAU
@_JSON
def sua(tep: Path, ra: Path, loai: str, mau: Path | None, *, as_json: bool) -> int:
    """Sửa thể thức của văn bản Word TEP, ghi thành tệp mới RA.

    Chỉ sửa những gì sửa được an toàn: trang, lề, phông, cỡ chữ, kiểu chữ, khoảng cách, số trang, đường kẻ, chữ cố định.
    Lời văn, chú thích, hình vẽ, bình luận giữ nguyên. Nói rõ đã sửa gì và còn lại gì.
    """
    from cchc_docs.commands.check import CheckOptions, mend_file  # noqa: PLC0415

    mended, made, problems = mend_file(tep, ra, CheckOptions(mau, loai))
    left = [] if mended is None else mended.report.problems
    if as_json:
        done = [] if mended is None else [problem.as_json() for problem in mended.done]
        answer = {"da_sua": done, "van_de": [problem.as_json() for problem in (*problems, *left)]}
        click.echo(_json(answer))
        return _code([*problems, *left])
    if mended is None or made is None:
        return _ended(list(problems))
    click.echo(made)
    for problem in mended.done:
        click.echo(f"Đã sửa: {problem.where}: {problem.what}", err=True)
    click.echo(f"Đã sửa {len(mended.done)} chỗ; còn {len(left)} chỗ cần người sửa.", err=True)
    _show(mended.report.summary, left)
    return _code(left)


@cchc.command(cls=VietnameseCommand)
@click.argument("du_lieu", type=_FILE)
@click.option("--ky", required=True, metavar="KỲ", help="Kỳ báo cáo: quy_1, 6_thang, quy_3, nam.")
@click.option("--don-vi", multiple=True, metavar="MÃ", help="Chỉ làm cho đơn vị này; để trống là mọi đơn vị.")
@click.option("--ra", type=_FILE, default=Path("output"), metavar="THƯ_MỤC", help="Thư mục kết quả [output].")
@_JSON
def phieu(du_lieu: Path, ky: str, don_vi: Sequence[str], ra: Path, *, as_json: bool) -> int:
    """Làm phiếu nhập số liệu (Excel) của kỳ cho từng đơn vị, từ tệp dữ liệu DU_LIEU.

    Mỗi phiếu chỉ có những gì đơn vị ấy phải báo cáo. Gửi phiếu cho đơn vị; phiếu gửi về thì nhập bằng cchc tong-hop.
    """
    from cchc_docs.entry.forms import make_forms  # noqa: PLC0415

    with _progress_bar() as progress:
        documents, problems, listing = make_forms(du_lieu, ky, ra, don_vi, progress)
    found = [*problems, *(problem for one in documents for problem in one.problems)]
    if as_json:
        shown = [_document_json(one) for one in documents]
        click.echo(_json({"van_ban": shown, "van_de": [problem.as_json() for problem in problems]}))
        return _code(found)
    for one in documents:
        if one.state != "loi":
            click.echo(one.path)
    _say_kept(documents)
    code = _ended(found)
    if listing:
        click.echo(f"Bảng kê: {listing}", err=True)
    return code


@cchc.command("tong-hop", cls=VietnameseCommand)
@click.argument("du_lieu", type=_FILE)
@click.argument("phieu", type=_FILE, nargs=-1, required=True)
@click.option("--ky", required=True, metavar="KỲ", help="Kỳ báo cáo: quy_1, 6_thang, quy_3, nam.")
@click.option("--ra", type=_FILE, required=True, metavar="RA.xlsx", help="Ghi tệp dữ liệu mới vào tệp này.")
@click.option("--ngay", default="", metavar="NGÀY", help="Ngày nhận được phiếu, ví dụ 18/3/2026 [hôm nay].")
@_JSON
def tong_hop(du_lieu: Path, phieu: Sequence[Path], ky: str, ra: Path, ngay: str, *, as_json: bool) -> int:
    """Nhập các phiếu PHIEU của các đơn vị gửi về vào một bản mới của tệp dữ liệu DU_LIEU.

    PHIEU là tệp hoặc thư mục có các phiếu. Tệp dữ liệu cũ không bị thay đổi. Phiếu nào có chỗ phải sửa thì có bản ghi
    chú trong thư mục tra_lai để gửi lại.
    """
    from cchc_docs.entry.gather import gather  # noqa: PLC0415

    result = gather(du_lieu, phieu, ky, ra, _day(ngay))
    if as_json:
        click.echo(_json(result.as_json()))
        return _code(result.problems)
    for path in (*([result.path] if result.path else []), *result.tra_lai.values()):
        click.echo(path)
    code = _ended(list(result.problems))
    for name, units in (result.summary() if result.path else {}).items():
        click.echo(f"{name} ({len(units)}): {', '.join(units) or 'không có'}.", err=True)
    return code


def _day(text: str) -> "date":
    """The day that was typed, else today."""
    from datetime import date  # noqa: PLC0415

    if not text:
        return date.today()  # noqa: DTZ011 - the office's own day
    from cchc_docs.data.fields import Unreadable, read_day  # noqa: PLC0415

    try:
        return read_day(text)
    except Unreadable as error:
        message = f"{error.what} {error.hint}".strip()
        context = click.get_current_context()
        option = next(one for one in context.command.params if one.name == "ngay")
        raise click.BadParameter(message, context, option) from None


@cchc.command(cls=VietnameseCommand)
@click.argument("ma")
@click.argument("du_lieu", type=_FILE)
@click.option("--ky", default="", metavar="KỲ", help="Kỳ báo cáo; để trống là kỳ sau cùng có số liệu.")
@click.option("--don-vi", default="", metavar="MÃ", help="Số của đơn vị này; để trống là số của cơ quan.")
@_JSON
def nguon(ma: str, du_lieu: Path, ky: str, don_vi: str, *, as_json: bool) -> int:
    """Cho biết con số mã MA (ví dụ 3-3.1) trong tệp DU_LIEU lấy từ đâu.

    In giá trị, công thức, trang và ô của từng số đã dùng.
    """
    from cchc_docs.commands.trace import source_of  # noqa: PLC0415

    steps, problems = source_of(ma, du_lieu, ky, don_vi)
    if as_json:
        shown = [one.as_json() for one in steps]
        click.echo(_json({"nguon": shown, "van_de": [problem.as_json() for problem in problems]}))
        return _code(problems)
    rows = [(f"{'  ' * one.bac}{one.ma}", one.ten, one.gia_tri, one.cach, str(one.where)) for one in steps]
    if rows:
        _table("", ("Mã", "Tên", "Giá trị", "Cách có số", "Ở đâu"), rows)
    return _ended(problems)


@cchc.command("xem-truoc", cls=VietnameseCommand)
@click.argument("loai")
@click.argument("du_lieu", type=_FILE, required=False)
@click.option(
    "--ra", type=_FILE, default=Path("output", "xem_truoc"), metavar="THƯ_MỤC", help="Nơi ghi [output/xem_truoc]."
)
@_MAU
def xem_truoc(loai: str, du_lieu: Path | None, ra: Path, mau: Path | None) -> int:
    """Làm lại văn bản LOAI mỗi khi mẫu hay tệp dữ liệu được lưu.

    Mỗi lần ghi một tệp Word, thêm tệp PDF nếu máy có LibreOffice, và nêu những chỗ cần sửa. Bấm Ctrl+C để dừng.
    """
    from cchc_docs.authoring.preview import Wish, previews, saves  # noqa: PLC0415

    wish = Wish(loai, du_lieu, mau, ra)
    code = EXIT_OK
    for look in previews(wish, saves(wish)):
        for path in look.files:
            click.echo(path)
        code = _ended(look.problems)
        click.echo("Đang chờ mẫu hoặc dữ liệu được lưu; Ctrl+C để dừng.", err=True)
    return code


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


# --- what is shown --------------------------------------------------------------------------------------------------


def _json(value: object) -> str:
    import json  # noqa: PLC0415

    return json.dumps(value, ensure_ascii=False, indent=2)


def _document_json(one: "MadeDocument") -> dict[str, object]:
    known: dict[str, object] = {
        "loai": one.loai,
        "ky": one.subject.ky,
        "doi_tuong": one.subject.code,
        "tep": str(one.path),
        "trang_thai": str(one.state),
        "van_de": [problem.as_json() for problem in one.problems],
    }
    return known | ({"pdf": str(one.pdf)} if one.pdf else {})


def _code(problems: Iterable["Problem"]) -> int:
    """The exit code that the problems ask for."""
    return EXIT_MEND if any(problem.severity == "loi" for problem in problems) else EXIT_OK


def _ended(problems: Sequence["Problem"]) -> int:
    """Show the problems; the exit code."""
    _show(problems)
    return _code(problems)


@contextmanager
def _progress_bar() -> "Iterator[Progress]":
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


def _say_kept(documents: Sequence["MadeDocument"]) -> None:
    for one in documents:
        if one.state == "giu_ban_sua":
            click.echo(f"Tệp cũ đã có người sửa nên được giữ nguyên; bản mới ở: {one.path}", err=True)


_MOST_TOLD = 20


def _say_reports(reports: Sequence["Report"]) -> None:
    """What the rules of format say of documents, and what only a person can see."""
    told = [report for report in reports if len(reports) == 1 or not report.is_clean]
    for report in told[:_MOST_TOLD]:
        click.echo(report.statement, err=True)
    if len(told) > _MOST_TOLD:
        click.echo(f"… và {len(told) - _MOST_TOLD} văn bản khác.", err=True)
    for rule in dict.fromkeys(rule for report in reports for rule in report.by_person):
        click.echo(f"Cần người xem: {rule.title} ({rule.id}).", err=True)
    clean = sum(report.is_clean for report in reports)
    if reports and clean == len(reports):
        click.echo(f"Thể thức {clean} văn bản: không có lỗi, không có cảnh báo.", err=True)
    elif reports:
        click.echo(f"Thể thức {len(reports)} văn bản: {len(reports) - clean} văn bản có lỗi hoặc cảnh báo.", err=True)


def _show(found: Sequence["Problem"], of: "Sequence[Problem] | None" = None) -> None:
    """Problems to stderr: a table on a terminal, plain lines elsewhere; counted are all ``of`` which these are some."""
    if not found:
        return
    if sys.stderr.isatty():
        rows = [(one.severity.label, str(one.where), " ".join([one.what, one.hint]).strip()) for one in found]
        _table("", ("Mức độ", "Ở đâu", "Nội dung"), rows, err=True)
    else:
        for one in found:
            click.echo(str(one), err=True)
    counted = found if of is None else of
    counts = [
        f"{sum(one.severity == severity for one in counted)} {label}"
        for severity, label in (("loi", "lỗi"), ("canh_bao", "cảnh báo"), ("luu_y", "lưu ý"))
        if any(one.severity == severity for one in counted)
    ]
    click.echo(f"Tất cả: {', '.join(counts)}.", err=True)


def _table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], *, err: bool = False) -> None:
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
