"""Templates: a mistake in any of them is a problem with its file and line; their texts are escaped."""

import re
import shutil

import pytest

from tests.support.internals import load_template, open_templates
from tests.support.paths import ROOT, tree
from tests.support.project import Project


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "templates").glob("*.html")))
def test_a_template_with_a_wrong_tag_is_named_with_its_line(minimal: Project, name: str) -> None:
    shutil.rmtree(minimal.folder / "templates")
    shutil.copytree(ROOT / "templates", minimal.folder / "templates")
    text = minimal.read(f"templates/{name}") + "\n{% endnothing %}\n"
    minimal.write(f"templates/{name}", text)
    outcome = minimal.run("check")
    assert outcome.status == 1
    line = text.count("\n")
    assert re.search(
        rf"^templates/{re.escape(name)}:{line}: error\[template\]: .*endnothing", outcome.err, re.MULTILINE
    )


def test_pages_are_of_one_state_of_the_templates(minimal: Project) -> None:
    """A template that is saved while a build runs is not mixed with those read before."""
    templates = open_templates(minimal.folder / "templates")
    minimal.write("templates/404.html", "saved later")
    assert load_template(templates, "404.html") != "saved later"


def test_markup_in_content_is_shown_and_not_run(minimal: Project) -> None:
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    for file, before, after in (
        ("demo-2030/briefing.yaml", "手工摘编。, en: Summarised by hand.", f'"手{attack}", en: "{attack}"'),
        ("demo-2030/alpha.yaml", "主动外出招商。, en: It will scout for investors.", f"手{attack}, en: {attack}"),
        ("places.yaml", "zh: 甲县, en: Alpha County", f"zh: '甲县{attack}', en: 'Alpha {attack}'"),
    ):
        minimal.replace(f"content/{file}", before, after)
    assert minimal.run().status == 0
    pages = b"".join(page for name, page in tree(minimal.output).items() if name.endswith(("html", "xml")))
    assert b"<script" not in pages
    assert b"<img" not in pages
    assert b"&lt;script&gt;" in pages
