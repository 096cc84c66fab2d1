"""Invented briefings with as many places and figures as a test needs, without pages."""

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from briefing.content.site import Briefing
from tests.support.internals import load_sound
from tests.support.paths import SITES

COMMON = {"indicator": "projects-introduced", "claim": "target", "period": 2030, "unit": "project", "bound": "exact"}
FREQUENCY = {
    "kind": "frequency",
    "read": ["月"],
    "write": {"zh": {"other": "每{number}个月"}, "en": {"other": "every {number} months"}},
}


def figure(value: object = 5, **more: Any) -> dict[str, Any]:
    """Return the YAML of a figure: a target of projects for 2030 if nothing else is said."""
    return {**COMMON, "value": value, "stated": f"{value}个", "at": 1, **more}


def money(value: object, **more: Any) -> dict[str, Any]:
    """Return the YAML of an amount of money."""
    return figure(value, **{"indicator": "funding", "unit": "cny", **more})


def invented(
    folder: Path,
    figures: Mapping[str, Sequence[Mapping[str, Any]]],
    *,
    sectors: Mapping[str, Mapping[str, str]] = {},
    names: Mapping[str, Sequence[str]] = {},
    parties: Mapping[str, str] = {},
) -> Briefing:
    """Write the content of the minimal site with other speeches, and return its briefing: the figures of each place.

    `sectors` are the roles of sectors by place, `names` the entities that a place says, each of the kind with which its
    id begins, and `parties` the companies of entities.
    """
    content = SITES / "minimal/content"
    data = {
        path.relative_to(content).as_posix(): yaml.safe_load(path.read_text("utf-8"))
        for path in content.glob("**/*.yaml")
    }
    files = {name: each for name, each in data.items() if not name.startswith("demo-2030/")}
    files["units.yaml"]["every-month"] = copy.deepcopy(FREQUENCY) | {"a_year": 12}
    files["units.yaml"]["every-flood"] = FREQUENCY
    files["demo-2030/briefing.yaml"] = data["demo-2030/briefing.yaml"] | {"places": list(figures)}
    files["places.yaml"] = {
        place: {"name": {"zh": place, "en": place}, "short": {"zh": place, "en": place}, "kind": "county"}
        for place in figures
    }
    text = {"zh": "名称", "en": "A name of three words that fills a line"}
    files["sectors.yaml"] |= {
        sector: {"name": dict(text), "definition": dict(text)} for each in sectors.values() for sector in each
    }
    entities = dict.fromkeys(name for each in names.values() for name in each)
    files["entities.yaml"] |= {
        name: {"kind": name.split("-")[0], "name": dict(text)} | ({"party": parties[name]} if name in parties else {})
        for name in entities
    }
    for place, each in figures.items():
        numbered = {f"f{number}": dict(figure) for number, figure in enumerate(each)}
        roles = [{"sector": sector, "role": role, "at": 1} for sector, role in sectors.get(place, {}).items()]
        said = {name: {"at": 1, "says": {"zh": name, "en": name}} for name in names.get(place, ())}
        speech = data["demo-2030/beta.yaml"] | {"place": place, "figures": numbered, "sectors": roles, "entities": said}
        files[f"demo-2030/{place}.yaml"] = speech
    for name, each in files.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(each, allow_unicode=True, sort_keys=False), "utf-8")
    return load_sound(folder / "content").briefings[0]
