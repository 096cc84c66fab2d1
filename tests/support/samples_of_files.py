"""Small files of every kind, ways to spoil them, and what a schema takes and refuses of them."""

import copy
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.content.yaml_reader import read_document
from briefing.editor.schema import kind_of
from tests.support.paths import SITES

TEXT = {"zh": "字", "en": "word", "waive": [{"code": "no-han", "of": "0123456789abcdef", "reason": "a name"}]}
SAMPLES: dict[str, Any] = {
    "source": {"alpha": [{"hash": "0123456789abcdef", "figures": ["90个"], "periods": ["2030年"]}]},
    "changes": [{"id": "first", "date": "2030-01-31", "text": TEXT, "figures": {"alpha": ["new-projects"]}}],
    "reviews": {
        "units.yaml": {"cny": {"hashes": {"zh": "0123456789abcdef"}, "reviewer": "A. B.", "date": "2030-01-31"}},
        "sectors.yaml": {
            "x": {"figure": "0123456789abcdef", "values": ["exact 1 x"], "reviewer": "A. B.", "date": "2030-01-31"}
        },
    },
    "words": {"玖源": "a company"},
    "sectors": {"machinery": {"name": TEXT, "definition": TEXT}},
}


@dataclass(frozen=True)
class File:
    """A content file, with its name below its content folder."""

    folder: Path
    name: str

    @property
    def data(self) -> Any:
        return read_document(self.folder / self.name).data


def files(*folders: Path) -> list[File]:
    return [
        File(folder, path.relative_to(folder).as_posix())
        for folder in folders
        for path in sorted(folder.rglob("*.yaml"))
    ]


MINIMAL = files(SITES / "minimal" / "content")


@functools.cache
def small() -> dict[str, Any]:
    """Return the content of a small file of each kind."""
    return {kind_of(file.name): file.data for file in reversed(MINIMAL)} | SAMPLES


def sample(kind: str) -> Any:
    """Return the content of a small file, for a test to spoil."""
    return copy.deepcopy(small()[kind])


Spoil = Callable[[Any], object]


def put(value: object, *path: str | int) -> Spoil:
    """Set the value at a path."""

    def spoil(data: Any) -> None:
        functools.reduce(lambda part, step: part[step], path[:-1], data)[path[-1]] = value

    return spoil


def drop(*path: str | int) -> Spoil:
    """Remove the value at a path."""
    return lambda data: functools.reduce(lambda part, step: part[step], path[:-1], data).pop(path[-1])


FIGURE = ("figures", "new-projects")
TAKEN: list[tuple[str, Spoil]] = [
    *(
        ("speech", put(value, *FIGURE, "period"))
        for value in (2030, "2030", "2030-Q4", "2030-H1", "2030-12", "2028/2030", "2030-Q1/2030-Q3", "unstated")
    ),
    *(("speech", put(value, *FIGURE, "value")) for value in (0, 90, 9.5, -3.2, "90", "38.76 billion", "2/3")),
    *(("speech", put(value, *FIGURE, "by")) for value in (2030, "2030-09")),
    ("speech", lambda data: data["figures"]["new-projects"].update(by=data["figures"]["new-projects"].pop("period"))),
    *(("speech", put(value, "headline", "at")) for value in (0, 200, [1], [2, 5])),
    *(("speech", put(TEXT, *FIGURE, name)) for name in ("scope", "note")),
    ("speech", put({"zh": "字", "fr": "mot"}, "headline", "text")),
    ("speech", put([{"stated": "1个", "at": 1, "reason": "in-a-name"}], "left_out")),
    *(("site", put(value, "base_url")) for value in ("http://a.example", "HTTPS://A.example:8000/b/c_d/")),
    ("site", put({"demo-2029/": "demo-2030/", "demo-2030/alfa/": "demo-2030/alpha/#f-new"}, "moved")),
    ("site", put({"demo-2029/": "/", "demo-2030/alfa/": "/#places"}, "moved")),
    ("units", put({"other": "{number}s", "=1": "one"}, "cny", "write", "en")),
    *(("indicators", put(value, "projects-introduced", "question")) for value in ("money", "pace")),
]
REFUSED: dict[str, tuple[str, Spoil]] = {
    "a misspelt key": ("speech", put("90个", *FIGURE, "statd")),
    "a misspelt key at the top": ("briefing", put(2030, "yaer")),
    "a key that is missing": ("speech", drop(*FIGURE, "unit")),
    "a figure without a value": ("speech", drop(*FIGURE, "value")),
    "a value beside two ends": ("speech", put(2, *FIGURE, "low")),
    "a range without an end": ("speech", put("range", *FIGURE, "bound")),
    "a range with a value besides": (
        "speech",
        lambda data: data["figures"]["new-projects"].update(bound="range", low=1, high=2),
    ),
    "an id that is written inside": ("speech", put("new-projects", *FIGURE, "id")),
    "a word that is none": ("speech", put("goal", *FIGURE, "claim")),
    "an id with capitals": ("speech", put("Projects", *FIGURE, "indicator")),
    "a key with capitals": ("speech", lambda data: data["figures"].update(New=data["figures"].pop("funds"))),
    "an id with a line break": ("speech", put("pro\njects", *FIGURE, "indicator")),
    "a period in other words": ("speech", put("Q1 2030", *FIGURE, "period")),
    "a month that is none": ("speech", put("2030-13", *FIGURE, "period")),
    "a year too small": ("speech", put(999, *FIGURE, "period")),
    "a year too large": ("speech", put(3000, *FIGURE, "period")),
    "an amount in Chinese": ("speech", put("387.6亿", *FIGURE, "value")),
    "a fraction of nothing": ("speech", put("2/0", *FIGURE, "value")),
    "a figure without period and deadline": ("speech", drop(*FIGURE, "period")),
    "a period of unlike parts": ("speech", put("2030-Q1/2030-06", *FIGURE, "period")),
    "a deadline of several months": ("speech", put("2030-01/2030-06", *FIGURE, "by")),
    "an unknown direction": ("speech", put("sideways", *FIGURE, "change")),
    "an amount with commas": ("speech", put("1,000", *FIGURE, "value")),
    "a paragraph in words": ("speech", put("2", *FIGURE, "at")),
    "a paragraph below 0": ("speech", put(-1, *FIGURE, "at")),
    "a paragraph beyond all": ("speech", put(201, "headline", "at")),
    "no paragraph": ("speech", put([], "headline", "at")),
    "a paragraph twice": ("speech", put([2, 2], "headline", "at")),
    "a number with decimals for a paragraph": ("speech", put(1.5, "headline", "at")),
    "a number for a text": ("speech", put(90, *FIGURE, "stated")),
    "one language without its key": ("speech", put("words", "headline", "text")),
    "an empty text": ("speech", put("  ", "headline", "text", "en")),
    "a text with a control character": ("speech", put("a\x07b", "headline", "text", "en")),
    "a language that is no slug": ("speech", put("mot", "headline", "text", "FR")),
    "nothing after a colon": ("speech", put(None, *FIGURE, "scope")),
    "nothing after a colon that may be left out": ("speech", put(None, "measures", 0, "period")),
    "a waiver without a reason": (
        "speech",
        put([{"code": "no-han", "of": "0123456789abcdef"}], "headline", "text", "waive"),
    ),
    "a list that is none": ("briefing", put("alpha", "places")),
    "an empty list": ("briefing", put([], "places")),
    "a place twice": ("briefing", put(["alpha", "alpha"], "places")),
    "a year in quotes": ("briefing", put("2030", "year")),
    "an address without http": ("site", put("sample.example", "base_url")),
    "an address with a query": ("site", put("https://sample.example/?a", "base_url")),
    "an address that begins with a slash": ("site", put({"/demo-2029/": "demo-2030/"}, "moved")),
    "an address without a slash at its end": ("site", put({"demo-2029/": "demo-2030"}, "moved")),
    "an address that begins with a slash, to lead to": ("site", put({"demo-2029/": "/demo-2030/"}, "moved")),
    "an old address with a fragment": ("site", put({"demo-2029/#a": "demo-2030/"}, "moved")),
    "the front page as an old address": ("site", put({"/": "demo-2030/"}, "moved")),
    "an empty fragment": ("site", put({"demo-2029/": "demo-2030/#"}, "moved")),
    "an address with a line break": ("site", put({"demo\n2029/": "demo-2030/"}, "moved")),
    "a language tag with an underscore": ("site", put("zh_CN", "languages", 0, "tag")),
    "a pattern without other": ("units", drop("project", "write", "en", "other")),
    "a pattern without its number": ("units", put("a project", "project", "write", "en", "one")),
    "a pattern that is empty": ("units", put("", "project", "write", "en", "=1")),
    "a plural category that is none": ("units", put("{number}", "project", "write", "en", "some")),
    "a hash too short": ("source", put("0123", "alpha", 0, "hash")),
    "a speech without paragraphs": ("source", put([], "alpha")),
    "a change of no figure": ("changes", put([], 0, "figures", "alpha")),
    "a change without a text": ("changes", drop(0, "text")),
    "a value of no words": ("reviews", put([""], "sectors.yaml", "x", "values")),
    "a date in another order": ("reviews", put("31-01-2030", "units.yaml", "cny", "date")),
    "a day that is none": ("reviews", put("2030-01-32", "units.yaml", "cny", "date")),
}


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield every path in data, its own last."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, item in items:
        yield from places(item, (*path, step))
        yield (*path, step)


def rename(path: tuple[str | int, ...], key: str) -> Spoil:
    def spoil(data: Any) -> None:
        parent = functools.reduce(lambda part, step: part[step], path[:-1], data)
        value = parent.pop(path[-1])
        parent.update({key: value}) if isinstance(parent, dict) else parent.insert(0, value)

    return spoil
