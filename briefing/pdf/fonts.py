"""Which fonts of this machine write the languages of a book: fontconfig is asked, for WeasyPrint goes by it too."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.content.model import Language
from briefing.problems import UsageError

SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei")
SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC", "SimSun", *SANS)
"""Families that look well together, the best first; where a machine has none of them, any that writes the language."""


@dataclass(frozen=True)
class Fonts:
    """The families of text and of headings, in the order in which they are tried."""

    sans: tuple[str, ...]
    serif: tuple[str, ...]


def families(languages: Iterable[Language]) -> Fonts:
    """Find fonts for all the languages of a site: a book quotes the source's. Raises UsageError where one has none."""
    found = [_found(language) for language in languages]
    return Fonts(_best(found, SANS), _best(found, SERIF))


def _best(found: Iterable[list[str]], wanted: Iterable[str]) -> tuple[str, ...]:
    """Choose one family a language, the wanted before the others."""
    chosen = (next((family for family in wanted if family in names), names[0]) for names in found)
    return tuple(dict.fromkeys(chosen))


def _found(language: Language) -> list[str]:
    """List the families that hold all the characters a language commonly needs."""
    listed = _listed(language.region.replace("_", "-").lower())
    names = sorted({name for line in listed for name in line.split(",") if name})
    if not names:
        package = "fonts-noto-cjk" if language.family == "zh" else "fonts-noto"
        message = f"no font on this machine writes {language.name}; install one, such as Debian's {package}"
        raise UsageError(message)
    return names


def _listed(code: str) -> list[str]:
    program = shutil.which("fc-list")
    if not program:
        message = "PDFs need fontconfig to find fonts, and there is no fc-list; install Debian's fontconfig"
        raise UsageError(message)
    command = [program, "--format=%{family}\n", f":lang={code}"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()  # noqa: S603
