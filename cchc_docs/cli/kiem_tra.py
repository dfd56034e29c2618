"""``cchc kiem-tra``: everything that must be mended in files."""

from collections.abc import Sequence
from pathlib import Path

import click

import cchc_docs
from cchc_docs.cli.options import EXIT_OK, FILE, JSON, MAU
from cchc_docs.cli.shown import code_of, echo_json, problems_json, say_reports, show, table
from cchc_docs.cli.words import VietnameseCommand


@click.command("kiem-tra", cls=VietnameseCommand)
@click.argument("tep", type=FILE, nargs=-1)
@click.option("--loai", default="", metavar="LOẠI", help="Soát như mẫu, như văn bản của loại này.")
@click.option("--ghi-chu", type=FILE, metavar="RA", help="Ghi một bản sao có ghi chú ở từng chỗ cần sửa.")
@click.option("--du-lieu", type=FILE, metavar="TỆP", help="Tệp dữ liệu để làm thử mẫu, để soát phiếu.")
@click.option("--trang", is_flag=True, help="Soát cả chỗ ngắt trang, bằng bản PDF của LibreOffice.")
@click.option("--day-du", is_flag=True, help="In từng chỗ sai của văn bản Word, không gộp theo quy tắc.")
@click.option("--quy-tac", is_flag=True, help="In bảng các quy tắc thể thức.")
@MAU
@JSON
def kiem_tra(  # noqa: PLR0913 - one parameter an option
    tep: Sequence[Path],
    loai: str,
    ghi_chu: Path | None,
    du_lieu: Path | None,
    mau: Path | None,
    *,
    trang: bool,
    day_du: bool,
    quy_tac: bool,
    as_json: bool,
) -> int:
    """Soát tệp dữ liệu, phiếu, mẫu hoặc văn bản Word TEP, nêu mọi chỗ cần sửa.

    Mẫu được làm thử với dữ liệu của thư mục làm việc, rồi với dữ liệu ít dòng, thiếu mục, chữ dài. Văn bản Word được
    soát theo thể thức của Nghị định 30/2020/NĐ-CP. Tệp không bị thay đổi.
    """
    if quy_tac:
        table("", ("Mã", "Mức độ", "Quy tắc", "Điều khoản", "Căn cứ"), cchc_docs.rules())
        return EXIT_OK
    if not tep:
        raise click.UsageError("Thiếu TEP. Xem: cchc kiem-tra --help.")
    files = cchc_docs.files_to_check(tep)
    if ghi_chu is not None and len(files) > 1:
        raise click.UsageError("Tùy chọn --ghi-chu chỉ dùng với một tệp.", click.get_current_context())
    result = cchc_docs.check(files, document_type=loai, data=du_lieu, templates=mau, copy=ghi_chu, pages=trang)
    if as_json:
        echo_json(_as_json(result))
        return code_of(result)
    for path in result.made:
        click.echo(path)
    show(result.shown, err=False)
    say_reports(result, full=day_du)
    if not result.problems and not result.reports:
        click.echo("Không có vấn đề gì.")
    return code_of(result)


def _as_json(result: "cchc_docs.CheckResult") -> dict[str, object]:
    answer: dict[str, object] = {"van_ban": [], "van_de": problems_json(result.problems)}
    if result.made:
        answer["ghi_chu"] = str(result.made[0])
    if result.reports:
        answer["the_thuc"] = [report.as_json() for report in result.reports]
    return answer
