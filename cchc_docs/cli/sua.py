"""``cchc sua``: a document mended into a new file."""

from pathlib import Path

import click

import cchc_docs
from cchc_docs.cli.options import FILE, JSON, MAU
from cchc_docs.cli.shown import code_of, echo_json, problems_json, show
from cchc_docs.cli.words import VietnameseCommand


@click.command(cls=VietnameseCommand)
@click.argument("tep", type=FILE)
@click.option("--ra", type=FILE, required=True, metavar="RA", help="Tệp mới để ghi bản đã sửa.")
@click.option("--loai", default="", metavar="LOẠI", help="Loại văn bản, nếu chương trình nhận chưa đúng.")
@MAU
@JSON
def sua(tep: Path, ra: Path, loai: str, mau: Path | None, *, as_json: bool) -> int:
    """Sửa thể thức của văn bản Word TEP, ghi thành tệp mới RA.

    Chỉ sửa những gì sửa được an toàn: trang, lề, phông, cỡ chữ, kiểu chữ, khoảng cách, số trang, đường kẻ, chữ cố định.
    Lời văn, chú thích, hình vẽ, bình luận giữ nguyên. Nói rõ đã sửa gì và còn lại gì.
    """
    result = cchc_docs.mend(tep, ra, document_type=loai, templates=mau)
    if as_json:
        echo_json({"da_sua": problems_json(result.done), "van_de": problems_json(result.problems)})
        return code_of(result)
    if result.report is None or not result.made:
        show(result.problems[: len(result.problems) - len(result.left)])
        return code_of(result)
    click.echo(result.made[0])
    for problem in result.done:
        click.echo(f"Đã sửa: {problem.where}: {problem.what}", err=True)
    click.echo(f"Đã sửa {len(result.done)} chỗ; còn {len(result.left)} chỗ cần người sửa.", err=True)
    show(result.report.summary, result.left)
    return code_of(result)
