"""The minimal site in one more language: what another language differs by, laid over a copy of it."""

import shutil
from collections.abc import Mapping
from typing import Any

import yaml

from tests.support.paths import SITES
from tests.support.project import Project

WRITTEN_BY_THE_PROGRAM = {"reviews.yaml", "source.yaml"}


def add_language(project: Project, folder: str) -> None:
    """Add the language of a folder of tests/sites: its words, its catalog, and that somebody has looked at them."""
    added = yaml.safe_load((SITES / folder / "words.yaml").read_text("utf-8"))
    for file in (project.folder / "content").rglob("*.yaml"):
        if file.name not in WRITTEN_BY_THE_PROGRAM:
            data = yaml.safe_load(file.read_text("utf-8"))
            if file.name == "site.yaml":
                data["languages"].append(added["language"])
            translate(data, added["language"]["code"], added["words"])
            file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    shutil.copytree(SITES / folder / "templates", project.folder / "templates", dirs_exist_ok=True)
    assert project.run_editor("accept", "--reviewer", "R. Reader").status == 0


def translate(data: Any, code: str, words: Mapping[str, str]) -> None:
    """Write a language beside the English of each text and unit."""
    if isinstance(data, dict) and "en" in data:
        english = data["en"]
        data[code] = words[english] if isinstance(english, str) else {"other": words[english["other"]]}
    for each in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        translate(each, code, words)
