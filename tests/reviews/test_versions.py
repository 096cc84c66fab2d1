"""The version that citations name changes with what a page says, and with nothing else."""

import re
import shutil

from tests.support.paths import ROOT
from tests.support.project import Project

ALPHA = "content/demo-2030/alpha.yaml"


def versions(project: Project) -> dict[str, str]:
    """Build the site and return the version of the page of each speech."""
    assert project.run().status == 0
    pages = {
        place: (project.output / f"en/demo-2030/{place}/index.html").read_text("utf-8") for place in ("alpha", "beta")
    }
    found = {place: set(re.findall(r"Version ([0-9a-f]{10}),", page)) for place, page in pages.items()}
    return {place: version for place, (version,) in found.items()}


def test_a_version_changes_only_with_what_a_page_says(minimal: Project) -> None:
    shutil.rmtree(minimal.folder / "templates")
    shutil.copytree(ROOT / "templates", minimal.folder / "templates")
    for reviews in (minimal.folder / "content").rglob("reviews.yaml"):
        reviews.unlink()
    before = versions(minimal)
    assert before["alpha"] != before["beta"]
    minimal.replace(ALPHA, "place: alpha", "# a comment\nplace:    alpha")
    assert versions(minimal) == before
    minimal.replace(ALPHA, "claim: target", "claim: plan")
    changed = versions(minimal)
    assert (changed["alpha"] != before["alpha"], changed["beta"]) == (True, before["beta"])
    minimal.replace("content/entities.yaml", "en: ", "en: Old ")
    renamed = versions(minimal)
    assert all(renamed[place] != changed[place] for place in changed)
