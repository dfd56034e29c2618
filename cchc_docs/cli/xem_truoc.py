"""``cchc xem-truoc``: the document of a template anew at every save."""

from pathlib import Path

import click

import cchc_docs
from cchc_docs.cli.options import EXIT_OK, FILE, MAU
from cchc_docs.cli.shown import ended_with_paths
from cchc_docs.cli.words import VietnameseCommand


@click.command("xem-truoc", cls=VietnameseCommand)
@click.argument("loai")
@click.argument("du_lieu", type=FILE, required=False)
@click.option(
    "--ra", type=FILE, default=Path("output", "xem_truoc"), metavar="THƯ_MỤC", help="Nơi ghi [output/xem_truoc]."
)
@MAU
def xem_truoc(loai: str, du_lieu: Path | None, ra: Path, mau: Path | None) -> int:
    """Làm lại văn bản LOAI mỗi khi mẫu hay tệp dữ liệu được lưu.

    Mỗi lần ghi một tệp Word, thêm tệp PDF nếu máy có LibreOffice, và nêu những chỗ cần sửa. Bấm Ctrl+C để dừng.
    """
    code = EXIT_OK
    for result in cchc_docs.watch(loai, du_lieu, out=ra, templates=mau):
        code = ended_with_paths(result)
        click.echo("Đang chờ mẫu hoặc dữ liệu được lưu; Ctrl+C để dừng.", err=True)
    return code
