"""Static files are named by their content."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from briefing.render.assets import assets
from tests.support.built import BuiltSite
from tests.support.paths import tree
from tests.support.project import Project


def test_every_static_file_is_named_by_its_content(hosted: Mapping[str, Path]) -> None:
    page = (hosted["none"] / "en/demo-2030/alpha/index.html").read_text("utf-8")
    found = tree(hosted["none"] / "static")
    assert len(found) == 3
    for name, data in found.items():
        stem, digest, _suffix = name.split(".")
        assert (stem in ("site", "icon"), digest) == (True, hashlib.sha256(data).hexdigest()[:8])
        assert f"../../../static/{name}" in page


def test_a_name_changes_with_what_browsers_read(minimal: Project) -> None:
    styles = minimal.folder / "templates/static/site.css"
    before = assets(minimal.folder / "templates")["site.css"]
    styles.write_text(styles.read_text("utf-8") + "\n/* Only authors read this. */\n", "utf-8")
    assert assets(minimal.folder / "templates")["site.css"] == before
    styles.write_text(styles.read_text("utf-8") + "p { color: red }\n", "utf-8")
    assert assets(minimal.folder / "templates")["site.css"].name != before.name


def test_folders_stay_and_a_suffix_is_optional(tmp_path: Path) -> None:
    for name in ("static/icons/a.b.svg", "static/LICENCE"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    digest = hashlib.sha256(b"").hexdigest()[:8]
    names = {name: asset.name for name, asset in assets(tmp_path).items()}
    assert names == {"LICENCE": f"static/LICENCE.{digest}", "icons/a.b.svg": f"static/icons/a.b.{digest}.svg"}


def test_newer_css_and_script_have_a_fallback(sample: BuiltSite) -> None:
    """Neither file uses what Chromium 107, of 2022, would stop at; what it does not know, it passes over."""
    css, script = (next(sample.folder.glob(f"static/site.*.{kind}")).read_text("utf-8") for kind in ("css", "js"))
    assert "@supports selector(:popover-open)" in css
    assert not re.search(
        r"@(?:scope|layer|container|starting-style)|color-mix|oklch|light-dark|^\s*&", css, re.MULTILINE
    )
    newer = r"\.toSorted|\.toReversed|\.toSpliced|Object\.groupBy|Promise\.withResolvers|\.union\(|\.isSubsetOf|/v[;,)]"
    assert not re.search(newer, script)
