"""The guide for editors: who follows docs/editing.md to its end has a speech without an error."""

import json
import re
import shutil

import pytest

from tests.support.paths import ROOT, SITES
from tests.support.project import Project

GUIDE = (ROOT / "docs/editing.md").read_text("utf-8")
OF_SHARED_FILES = {"hekou": "places.yaml", "riverside-park": "entities.yaml"}
"""The blocks of the guide that are records of shared files, by their first key."""
IDS = {
    "attraction": "investment-promotion",
    "delivery": "project-delivery",
    "services": "business-environment",
    "funding": "investment-attracted",
    "paper": "modern-light-industry",
}
"""What the guide calls themes, an indicator and a sector of the sample site."""


@pytest.fixture
def project(minimal: Project) -> Project:
    """Return the shared files of the sample site, with the ids that the guide uses, and the real templates."""
    for name in ("content", "templates"):
        shutil.rmtree(minimal.folder / name)
    shutil.copytree(ROOT / "templates", minimal.folder / "templates")
    content = minimal.folder / "content"
    content.mkdir()
    for path in (SITES / "sample/content").glob("*.yaml"):
        if path.name != "reviews.yaml":
            text = path.read_text("utf-8")
            for old, new in IDS.items():
                text = re.sub(rf"(?m)(?<=theme: ){old}$|^( *){old}(?=:$)", rf"\g<1>{new}", text)
            text = re.sub(r"(?ms)^moved:\n(?:  .*?\n)*", "", text)
            (content / path.name).write_text(text, "utf-8")
    return minimal


def test_the_guide_leads_to_a_speech_without_an_error(project: Project) -> None:
    blocks = {block.partition(":")[0]: block for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)}
    for key, file in OF_SHARED_FILES.items():
        project.write(f"content/{file}", project.read(f"content/{file}") + blocks.pop(key))
    project.write("riverside.txt", re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)[0])
    assert project.run_editor("new", "briefing", "riverside-2030").status == 0
    project.write("content/riverside-2030/briefing.yaml", blocks.pop("title"))
    outcome = project.run_editor("index", "riverside.txt", "--briefing=riverside-2030")
    assert outcome.status == 0, outcome.err
    project.write("content/riverside-2030/changes.yaml", blocks.pop("- id"))
    assert project.run_editor("new", "speech", "hekou", "--briefing=riverside-2030").status == 0
    project.write("content/riverside-2030/hekou.yaml", "".join(blocks.values()))
    problems = json.loads(project.run("check", "--format=json").out or "[]")
    assert [each for each in problems if each["severity"] == "error"] == []
