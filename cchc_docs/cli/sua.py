"""``cchc sua``: a document mended into a new file."""

from pathlib import Path

import click

import cchc_docs
from cchc_docs.cli.options import FILE, JSON, MAU
from cchc_docs.cli.shown import code_of, echo_json, problems_json, show
from cchc_docs.cli.words import VietnameseCommand


@click.command(cls=VietnameseCommand)
@click.argument("tep", type=FILE)
@click.option("--ra", type=FILE, metavar="RA", help="Tệp mới để ghi bản đã sửa.")
@click.option("--thu", is_flag=True, help="Chỉ nêu những chỗ sẽ sửa, không ghi tệp nào.")
@click.option("--loai", default="", metavar="LOẠI", help="Loại văn bản, nếu chương trình nhận chưa đúng.")
@MAU
@JSON
def sua(tep: Path, ra: Path | None, loai: str, mau: Path | None, *, thu: bool, as_json: bool) -> int:
    """Sửa thể thức của văn bản Word TEP, ghi thành tệp mới RA.

    Chỉ sửa những gì sửa được an toàn: trang, lề, phông, cỡ chữ, kiểu chữ, khoảng cách, số trang, đường kẻ, chữ cố định.
    Lời văn, chú thích, hình vẽ, bình luận giữ nguyên. Nói rõ đã sửa gì và còn lại gì.
    """
    if ra is None and not thu:
        raise click.UsageError("Thiếu --ra: tên tệp mới để ghi bản đã sửa; hoặc thêm --thu để chỉ xem sẽ sửa gì.")
    result = cchc_docs.mend(tep, None if thu else ra, document_type=loai, templates=mau)
    if as_json:
        echo_json({"da_sua": problems_json(result.done), "van_de": problems_json(result.problems)})
        return code_of(result)
    if result.report is None or not (result.made or thu):
        show(result.problems[: len(result.problems) - len(result.left)], err=False)
        return code_of(result)
    for path in result.made:
        click.echo(path)
    done = "Sẽ sửa" if thu else "Đã sửa"
    for problem in result.done:
        click.echo(f"{done}: {problem.where}: {problem.what}")
    click.echo(f"{done} {len(result.done)} chỗ; còn {len(result.left)} chỗ cần người sửa.")
    for line in result.lines:
        click.echo(line)
    return code_of(result)
