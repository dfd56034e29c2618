"""``cchc tong-hop``: forms that came back, into a new data file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

import cchc_docs
from cchc_docs.cli.options import FILE, JSON, KY
from cchc_docs.cli.shown import code_of, echo_json, ended
from cchc_docs.cli.words import VietnameseCommand


@click.command("tong-hop", cls=VietnameseCommand)
@click.argument("du_lieu", type=FILE)
@click.argument("phieu", type=FILE, nargs=-1, required=True)
@KY
@click.option("--ra", type=FILE, required=True, metavar="RA.xlsx", help="Ghi tệp dữ liệu mới vào tệp này.")
@click.option("--ngay", default="", metavar="NGÀY", help="Ngày nhận được phiếu, ví dụ 18/3/2026 [hôm nay].")
@JSON
def tong_hop(du_lieu: Path, phieu: Sequence[Path], ky: str, ra: Path, ngay: str, *, as_json: bool) -> int:
    """Nhập các phiếu PHIEU của các đơn vị gửi về vào một bản mới của tệp dữ liệu DU_LIEU.

    PHIEU là tệp hoặc thư mục có các phiếu. Tệp dữ liệu cũ không bị thay đổi. Phiếu nào có chỗ phải sửa thì có bản ghi
    chú trong thư mục tra_lai để gửi lại.
    """
    result = cchc_docs.gather(du_lieu, phieu, ra, period=ky, day=_day(ngay))
    if as_json:
        echo_json(result.as_json())
        return code_of(result)
    for path in result.made:
        click.echo(path)
    code = ended(result)
    for name, units in (result.summary() if result.data_file else {}).items():
        click.echo(f"{name} ({len(units)}): {', '.join(units) or 'không có'}.", err=True)
    return code


def _day(text: str) -> date:
    """The day that was typed, else today."""
    if not text:
        return date.today()  # noqa: DTZ011 - the office's own day
    try:
        return cchc_docs.read_day(text)
    except ValueError as error:
        context = click.get_current_context()
        option = next(one for one in context.command.params if one.name == "ngay")
        raise click.BadParameter(str(error), context, option) from None
