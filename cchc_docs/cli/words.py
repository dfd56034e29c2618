"""click in Vietnamese: names without accents or capitals, help headings, and the sentences for a wrong command line."""

from typing import Any

import click

from cchc_docs.text.normal import key


def plain_name(name: str) -> str:
    """A command or option as it is declared, however it was typed: ``tạo`` -> ``tao``, ``--Kỳ`` -> ``--ky``.

    >>> plain_name("Tạo"), plain_name("--Dữ-liệu"), plain_name("kiểm_tra")
    ('tao', '--du-lieu', 'kiem-tra')
    """
    dashes = name[: len(name) - len(name.lstrip("-"))]
    return dashes + key(name).replace("_", "-")


class _Vietnamese(click.Command):
    """Help with Vietnamese headings; ``--help`` described in Vietnamese; normalized names."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        settings = kwargs.setdefault("context_settings", {})
        settings.setdefault("token_normalize_func", plain_name)
        settings.setdefault("max_content_width", 100)
        kwargs.setdefault("options_metavar", "[TÙY CHỌN]")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, described in Vietnamese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "In hướng dẫn này rồi thoát."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """*Cách dùng:* and the pieces."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under *Tùy chọn*."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
        if records:
            with formatter.section("Tùy chọn"):
                formatter.write_dl(records)


class VietnameseCommand(_Vietnamese):
    """A command."""


class VietnameseGroup(_Vietnamese, click.Group):
    """The group of all commands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "LỆNH …")
        kwargs.setdefault("no_args_is_help", True)
        super().__init__(*args, **kwargs)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under *Tùy chọn*."""
        _Vietnamese.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands under *Các lệnh*."""
        with formatter.section("Các lệnh"):
            formatter.write_dl([(name, self.commands[name].get_short_help_str(90)) for name in self.list_commands(ctx)])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """A command's name is as free as an option's; a wrong one gets a suggestion."""
        if self.get_command(ctx, plain_name(args[0])) is None and not args[0].startswith("-"):
            from cchc_docs.problems import did_you_mean  # noqa: PLC0415 - a tenth of the start of `cchc --help`

            near = did_you_mean(args[0], self.commands)
            raise click.UsageError(f"Không có lệnh “{args[0]}”. {near or 'Xem các lệnh: cchc --help.'}", ctx)
        return super().resolve_command(ctx, args)


def in_vietnamese(error: click.ClickException) -> str:
    """The sentence for a wrong command line, with where to read more."""
    from cchc_docs.problems import did_you_mean  # noqa: PLC0415

    help_hint = ""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        help_hint = f" Xem: {error.ctx.command_path} --help."
    match error:
        case click.NoSuchOption():
            near = did_you_mean(error.option_name, error.possibilities or [])
            return f"Không có tùy chọn “{error.option_name}”. {near}".rstrip() + help_hint
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            return f"Thiếu {name.rstrip('.')}.{help_hint}"
        case click.BadOptionUsage():
            return f"Tùy chọn “{error.option_name}” dùng chưa đúng: có thể thiếu giá trị.{help_hint}"
        case click.BadParameter():
            kind = error.param.type if error.param else None
            wanted = (
                f"cần số nguyên từ {kind.min} đến {kind.max}." if isinstance(kind, click.IntRange) else error.message
            )
            name = error.param.opts[0] if error.param else ""
            return f"Giá trị của “{name}” không dùng được: {wanted}{help_hint}"
        case click.UsageError() if error.message.startswith("Got unexpected extra"):
            return f"Thừa đối số trên dòng lệnh.{help_hint}"
        case _:
            return error.message
