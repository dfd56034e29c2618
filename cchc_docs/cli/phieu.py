"""``cchc phieu``: the entry forms of a period."""

from collections.abc import Sequence
from pathlib import Path

import click

import cchc_docs
from cchc_docs.cli.options import FILE, JSON, KY, RA
from cchc_docs.cli.shown import echo_documents, progress_bar
from cchc_docs.cli.words import VietnameseCommand


@click.command(cls=VietnameseCommand)
@click.argument("du_lieu", type=FILE)
@KY
@click.option("--don-vi", multiple=True, metavar="MÃ", help="Chỉ làm cho đơn vị này; để trống là mọi đơn vị.")
@RA
@JSON
def phieu(du_lieu: Path, ky: str, don_vi: Sequence[str], ra: Path, *, as_json: bool) -> int:
    """Làm phiếu nhập số liệu (Excel) của kỳ cho từng đơn vị, từ tệp dữ liệu DU_LIEU.

    Mỗi phiếu chỉ có những gì đơn vị ấy phải báo cáo. Gửi phiếu cho đơn vị; phiếu gửi về thì nhập bằng cchc tong-hop.
    """
    with progress_bar() as progress:
        result = cchc_docs.make_forms(du_lieu, ra, period=ky, units=don_vi, progress=progress)
    return echo_documents(result, as_json=as_json)
