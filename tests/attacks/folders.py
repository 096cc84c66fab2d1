"""What may lie in a content folder besides what belongs there: names that deceive, and links that lead out of it."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

SECRET = "root:x:0:0:root"  # noqa: S105 - nobody's
"""What lies outside, and must not be read."""
Lay = Callable[[Path, Path], Path]
"""Lays an attack into a content folder, with a folder outside of it; returns what a problem must name."""


def _named(name: str | bytes) -> Lay:
    def lay(content: Path, _outside: Path) -> Path:
        path = Path(os.fsdecode(os.path.join(os.fsencode(content / "demo-2030"), os.fsencode(name))))  # noqa: PTH118
        path.write_text("place: alpha\n", "utf-8")
        return path

    return lay


def _briefing(name: str) -> Lay:
    def lay(content: Path, _outside: Path) -> Path:
        shutil.copytree(content / "demo-2030", content / name)
        return content / name / "briefing.yaml"

    return lay


def _linked(name: str, target: str) -> Lay:
    """Put a link in the place of a file or folder; {outside} and {content} are where they lie."""

    def lay(content: Path, outside: Path) -> Path:
        path = content / name
        path.unlink(missing_ok=True)
        path.symlink_to(target.format(outside=outside, content=content))
        return path

    return lay


def _chain(content: Path, outside: Path) -> Path:
    (content / "demo-2030/one.yaml").symlink_to(outside / "alpha.yaml")
    return _linked("demo-2030/alpha.yaml", "one.yaml")(content, outside)


NAMES: Mapping[str, Lay] = {
    "capital letter": _named("Alpha.yaml"),
    "ending in capitals": _named("alpha.YAML"),
    "full-width letter": _named("ａlpha.yaml"),
    "letter that looks alike": _named("аlpha.yaml"),
    "accent of its own": _named("alphe\u0301.yaml"),
    "accent": _named("alphé.yaml"),
    "invisible character": _named("al\u200bpha.yaml"),
    "turned direction": _named("al\u202elmay.ahp"),
    "space at the end": _named("alpha.yaml "),
    "dot at the end": _named("alpha.yaml."),
    "stream of a file": _named("alpha.yaml:x"),
    "backslashes": _named("x\\..\\alpha.yaml"),
    "device": _named("aux.yaml"),
    "option": _named("-rf.yaml"),
    "markup": _named("<script>alert(1)<.yaml"),
    "template": _named("{{ 7*7 }}.yaml"),
    "placeholder": _named("%s%(x)s{0}.yaml"),
    "command to a terminal": _named("\x1b[2Jalpha.yaml"),
    "command to GitHub": _named("x\n::error file=a::b.yaml"),
    "line end": _named("alpha.yaml\n"),
    "bytes of no character": _named(b"\xff\xfe.yaml"),
    "longest name": _named("a" * 250 + ".yaml"),
    "folder with a capital letter": _briefing("Demo-2030"),
    "folder that is a device": _briefing("con"),
    "folder with a line end": _briefing("demo\n::error::x"),
    "folder with full-width letters": _briefing("ｄｅｍｏ-2030"),
    "folder of no character": _briefing(os.fsdecode(b"demo-\xff")),
    "folder of an address": _briefing("%2e%2e"),
    "folder of the search": _briefing("search"),
}
LINKS: Mapping[str, Lay] = {
    "link to a file of the system": _linked("demo-2030/alpha.yaml", "{outside}/secret"),
    "link to a speech elsewhere": _linked("demo-2030/alpha.yaml", "{outside}/alpha.yaml"),
    "link upwards": _linked("demo-2030/alpha.yaml", "../../outside/alpha.yaml"),
    "link to a link": _chain,
    "shared file that is a link": _linked("places.yaml", "{outside}/secret"),
    "log that is a link": _linked("demo-2030/changes.yaml", "{outside}/secret"),
    "reviews that are a link": _linked("demo-2030/reviews.yaml", "{outside}/secret"),
    "folder that is a link": _linked("demo-2031", "{outside}/demo-2030"),
    "folder that is a link to its parent": _linked("demo-2031", "."),
    "folder within a briefing that is a link": _linked("demo-2030/more", "{outside}"),
    "folder within a briefing that leads back": _linked("demo-2030/more", ".."),
    "link that nothing names": _linked("demo-2030/gamma.yaml", "{outside}/alpha.yaml"),
    "link to nothing": _linked("demo-2030/gone.yaml", "nowhere"),
    "folder that is a link to nothing": _linked("demo-2031", "nowhere"),
    "link to itself": _linked("demo-2030/alpha.yaml", "alpha.yaml"),
    "link to endless bytes": _linked("demo-2030/alpha.yaml", "/dev/zero"),
}
