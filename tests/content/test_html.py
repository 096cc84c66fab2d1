"""The HTML of every page: valid, linked without a fault, each run of text marked with its language."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.built import BuiltSite
from tests.support.paths import ROOT
from tests.support.tools import require

HAN = re.compile("[\u3400-\u9fff]")
LATIN_WORDS = re.compile(r"(?:[A-Za-z]{2,}[ ,]+){3}[A-Za-z]{2,}")
"""More Latin words in a row than a name has."""


def test_the_html_is_valid(any_site: BuiltSite) -> None:
    checker = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
    require(checker.is_file() and shutil.which("java"), "the Nu HTML checker is not installed (npm install vnu-jar)")
    command = ["java", "-jar", str(checker), "--skip-non-html", "--format", "json", "--stdout", str(any_site.folder)]
    messages = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)["messages"]
    # It takes 'self' to exclude files, and data blocks to be scripts; Chromium proves the policy itself.
    assert [each for each in messages if "violates Content Security Policy" not in each["message"]] == []


def test_no_link_or_fragment_is_broken(any_site: BuiltSite) -> None:
    lychee = Path(sys.executable).with_name("lychee")
    require(lychee.is_file(), "lychee is not installed (make test installs it)")
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json", "--index-files", "index.html"]
    remap = f"{re.escape(any_site.base_url)}(.*) file://{any_site.folder}/$1"
    files = [str(any_site.folder / name) for name in any_site.addressed]
    command = [str(lychee), *options, "--root-dir", str(any_site.folder), "--remap", remap, *files]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(run.stdout)
    assert (run.returncode, found["error_map"]) == (0, {})
    assert found["total"] > 10 * len(files)


def test_no_address_inside_the_site_is_absolute(any_site: BuiltSite) -> None:
    for name in any_site.pages:
        page = any_site.html(name)
        assert not re.search(r'(?:href|src)="(?:/|https?:)', page.partition("<body")[2]), name
        assert "javascript:" not in page
        assert "default-src 'none'" in page


def test_every_page_links_itself_in_the_other_languages(any_site: BuiltSite) -> None:
    for name in (each for each in any_site.addressed if "/" in each):
        language, _, rest = name.partition("/")
        up = "../" * name.count("/")
        links = {(each.get("hreflang"), each.get("href")) for each in any_site.elements(name).named("a")}
        for code, tag in any_site.tags.items():
            if code != language:
                assert (tag, f"{up}{code}/{rest}") in links, name
                assert f"{code}/{rest}" in any_site.pages


def test_every_run_of_another_script_says_its_language(any_site: BuiltSite) -> None:
    """Han where the language is not written in it, and a run of Latin words where it is."""
    han = tuple(code for code in ("zh", "ja", "ko"))
    unmarked = []
    for name in any_site.pages:
        for run in any_site.elements(name).runs:
            foreign = LATIN_WORDS if run.language.startswith(han) else HAN
            unmarked += [(name, run.text[:60])] if foreign.search(run.text) else []
    assert unmarked == []
