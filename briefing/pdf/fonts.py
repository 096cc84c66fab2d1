"""The fonts of this machine for the languages of a PDF, as fontconfig lists them; WeasyPrint chooses by it too."""

import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence

from briefing.content.model import Language
from briefing.i18n.writing_systems import writing_system
from briefing.problems import UsageError

SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei")
SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC", "SimSun", *SANS)
"""Families that suit each other, the best first. If a machine has none, any that covers the language is used."""


def fonts_for(languages: Iterable[Language]) -> Mapping[str, Sequence[str]]:
    """Return the families of `sans` and of `serif` for all the languages of a site, in the order of the languages.

    Every PDF needs them all, since it quotes the source. Raises UsageError if a language has no font, or if fontconfig
    is not installed.
    """
    fonts: dict[str, dict[str, None]] = {"sans": {}, "serif": {}}
    for language in languages:
        found = families(language)
        for kind, preferred in (("sans", SANS), ("serif", SERIF)):
            fonts[kind][next((name for name in preferred if name in found), found[0])] = None
    return {kind: tuple(names) for kind, names in fonts.items()}


def families(language: Language) -> list[str]:
    """Return the families that cover the characters that a language commonly needs, by name."""
    program = shutil.which("fc-list")
    if not program:
        raise UsageError("PDFs need fontconfig to find fonts, and there is no fc-list; install Debian's fontconfig")
    command = [program, "--format=%{family}\n", f":lang={language.region.replace('_', '-').lower()}"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()  # noqa: S603
    found = sorted({name for line in listed for name in line.split(",") if name})
    if not found:
        package = "fonts-noto-cjk" if writing_system(language).characters else "fonts-noto"
        raise UsageError(f"no font on this machine writes {language.name}; install one, such as Debian's {package}")
    return found
