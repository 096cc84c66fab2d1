"""The fonts of this machine for the languages of a PDF, as fontconfig lists them; WeasyPrint chooses by it too."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.content.model import Language
from briefing.problems import UsageError

SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei")
SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC", "SimSun", *SANS)
"""Families that suit each other, the best first. If a machine has none, any that covers the language is used."""


@dataclass(frozen=True)
class Fonts:
    """The font families of text and of headings, in the order in which they are tried."""

    sans: tuple[str, ...]
    serif: tuple[str, ...]


def fonts_for(languages: Iterable[Language]) -> Fonts:
    """Return fonts for all the languages of a site, since every PDF quotes the source's.

    Raises UsageError if a language has none, or if fontconfig is not installed.
    """
    found = [_families(language) for language in languages]

    def best(preferred: Iterable[str]) -> tuple[str, ...]:
        chosen = (next((name for name in preferred if name in families), families[0]) for families in found)
        return tuple(dict.fromkeys(chosen))

    return Fonts(best(SANS), best(SERIF))


def _families(language: Language) -> list[str]:
    """Return the families that cover the characters that a language commonly needs, by name."""
    program = shutil.which("fc-list")
    if not program:
        message = "PDFs need fontconfig to find fonts, and there is no fc-list; install Debian's fontconfig"
        raise UsageError(message)
    command = [program, "--format=%{family}\n", f":lang={language.region.replace('_', '-').lower()}"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()  # noqa: S603
    families = sorted({name for line in listed for name in line.split(",") if name})
    if not families:
        package = "fonts-noto-cjk" if language.family == "zh" else "fonts-noto"
        message = f"no font on this machine writes {language.name}; install one, such as Debian's {package}"
        raise UsageError(message)
    return families
