"""The pages that all briefings share."""

import shutil

import pytest

from tests.support.built import BuiltSite
from tests.support.paths import ROOT
from tests.support.project import Project


@pytest.mark.parametrize(
    ("language", "source"),
    [("zh", "释义依据：编者据通行用法"), ("en", "Source of the definition: The editors, from common usage")],
)
def test_a_definition_names_its_source(sample: BuiltSite, language: str, source: str) -> None:
    assert source in sample.html(f"{language}/glossary/index.html")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("", "Made by: Sample briefings. No contact address has been given."),
        ("desk@sample.example", 'Made by: The desk. Contact: <a href="mailto:desk@sample.example">desk@sample.'),
        ("https://sample.example/", 'Made by: The desk. Contact: <a href="https://sample.example/">https://sample.'),
    ],
)
def test_every_page_says_who_makes_the_site_and_how_to_reach_them(minimal: Project, given: str, shown: str) -> None:
    shutil.rmtree(minimal.folder / "templates")
    shutil.copytree(ROOT / "templates", minimal.folder / "templates")
    if given:
        maker = f"maker: {{name: {{zh: 编辑部, en: The desk}}, contact: '{given}'}}\n"
        minimal.write("content/site.yaml", minimal.read("content/site.yaml") + maker)
    (minimal.folder / "content/reviews.yaml").unlink(missing_ok=True)
    assert minimal.run().status == 0
    for page in ("index.html", "demo-2030/alpha/index.html", "glossary/index.html"):
        assert shown in " ".join(minimal.read(f"site/en/{page}").split())
