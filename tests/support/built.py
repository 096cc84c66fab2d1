"""A built site with the content it is built from, read as anybody can read it: YAML, HTML and JSON.

Nothing here uses the generator, so that what it gets wrong is not wrong in the tests too.
"""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.support.elements import Elements

OWN_FILES = {"briefing", "changes", "entities", "reviews", "source"}
"""The files of a briefing that are no speeches."""
SCALES = {"": 0, "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
REDIRECT = 'http-equiv="refresh"'

Data = dict[str, Any]


def amount(written: object) -> Decimal:
    """Read an amount as an editor writes it: 90, 9.5, 38.76 billion, 2/3."""
    digits, _, scale = str(written).partition(" ")
    numerator, _, denominator = digits.partition("/")
    return Decimal(numerator).scaleb(SCALES[scale]) / Decimal(denominator or 1)


def ends(figure: Data) -> tuple[Decimal, Decimal]:
    """Return the lower and the upper end of a figure, which are equal unless it is a range."""
    low, high = (figure["low"], figure["high"]) if "low" in figure else (figure["value"], figure["value"])
    return amount(low), amount(high)


@dataclass(frozen=True)
class Speech:
    """The file of one speech."""

    briefing: str
    place: str
    data: Data

    @property
    def figures(self) -> dict[str, Data]:
        return dict(self.data["figures"])

    @property
    def measures(self) -> list[Data]:
        return list(self.data["measures"])

    def page(self, language: str) -> str:
        return f"{language}/{self.briefing}/{self.place}/index.html"


@dataclass(frozen=True)
class BuiltSite:
    """A content folder and the site that was built from it."""

    content: Path
    folder: Path

    def yaml(self, name: str) -> Any:
        """Return the data of a content file; numbers that YAML reads as such are no concern of the tests."""
        return yaml.safe_load((self.content / f"{name}.yaml").read_text("utf-8"))

    @cached_property
    def settings(self) -> Data:
        return dict(self.yaml("site"))

    @cached_property
    def languages(self) -> list[str]:
        """The codes of the languages, the one of the sources first."""
        return [each["code"] for each in self.settings["languages"]]

    @cached_property
    def tags(self) -> dict[str, str]:
        """The BCP 47 tag of each language."""
        return {each["code"]: each["tag"] for each in self.settings["languages"]}

    @cached_property
    def source_tag(self) -> str:
        return self.tags[self.languages[0]]

    @cached_property
    def base_url(self) -> str:
        return str(self.settings["base_url"])

    @cached_property
    def briefings(self) -> list[str]:
        return sorted(path.parent.name for path in self.content.glob("*/briefing.yaml"))

    @cached_property
    def entities(self) -> dict[str, Data]:
        """Every entity, those of single briefings included."""
        files = [self.content / "entities.yaml", *self.content.glob("*/entities.yaml")]
        return {key: each for file in files for key, each in yaml.safe_load(file.read_text("utf-8")).items()}

    @cached_property
    def speeches(self) -> list[Speech]:
        """Every speech, in the order of its briefing."""
        return [
            Speech(briefing, place, self.yaml(f"{briefing}/{place}"))
            for briefing in self.briefings
            for place in self.yaml(f"{briefing}/briefing")["places"]
        ]

    @cached_property
    def html_files(self) -> list[str]:
        """Every HTML file, also those that only redirect."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    @cached_property
    def pages(self) -> list[str]:
        """Every page that readers stay on."""
        return [name for name in self.html_files if REDIRECT not in self.html(name)]

    @cached_property
    def addressed(self) -> list[str]:
        """Every page with an address of its own; the pages for missing addresses have none."""
        return [name for name in self.pages if not name.endswith("404.html")]

    @cached_property
    def types(self) -> dict[str, str]:
        """The heaviest page of each type and language, by the name of the type."""
        ascending = sorted(self.pages, key=lambda name: (self.folder / name).stat().st_size)
        return {self.type_of(name): name for name in ascending}

    @property
    def type_samples(self) -> list[str]:
        """The heaviest page of each type, the languages in turn.

        Pages for missing addresses are none of them, since they ask search engines not to list them.
        """
        types = defaultdict[str, list[str]](list)
        for kind, name in sorted(self.types.items()):
            if name in self.addressed:
                types[kind.partition("/")[2]].append(name)
        return sorted(names[number % len(names)] for number, names in enumerate(types.values()))

    def type_of(self, name: str) -> str:
        """Return the address of a page with places, topics and kinds of entity replaced by what they are."""
        parts = name.split("/")
        if len(parts) > 2 and parts[1] in self.briefings:
            parts[1] = "briefing"
            if parts[2] in {speech.place for speech in self.speeches}:
                parts[2] = "place"
            if len(parts) == len(("en", "briefing", "topics", "topic", "index.html")):
                parts[3] = "topic"
        return "/".join(parts)

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}

    def html(self, name: str) -> str:
        """Return a page, read once, its apostrophes as editors type them."""
        if name not in self._texts:
            self._texts[name] = (self.folder / name).read_text("utf-8").replace("’", "'")
        return self._texts[name]

    @cached_property
    def _elements(self) -> dict[str, Elements]:
        return {}

    def elements(self, name: str) -> Elements:
        """Return the elements of a page, parsed once."""
        if name not in self._elements:
            self._elements[name] = Elements(self.html(name))
        return self._elements[name]

    def data(self, briefing: str) -> Data:
        """Return the records of a briefing as its JSON download has them."""
        return dict(json.loads((self.folder / f"data/{briefing}.json").read_text("utf-8")))

    @cached_property
    def records(self) -> list[tuple[Speech, str, Data]]:
        """Every figure that a speech states: the speech, its id, and its record in the download."""
        by_id = {
            (briefing, each["id"]): each
            for briefing in self.briefings
            for each in self.data(briefing)["figures"]
            if each["status"] == "stated"
        }
        return [
            (speech, figure, by_id[speech.briefing, f"{speech.place}/{figure}"])
            for speech in self.speeches
            for figure in speech.figures
        ]

    def row(self, language: str, speech: Speech, figure: str) -> str:
        """Return the row of a figure's record on the page of its speech."""
        return self.html(speech.page(language)).partition(f'<li id="f-{figure}">')[2].partition("</li>")[0]

    def search_entries(self) -> Iterator[Data]:
        """Yield the entries of the search indexes."""
        for path in sorted((self.folder / "data").glob("search*.js")):
            yield from json.loads(
                path.read_text("utf-8").replace("’", "'").removeprefix("receiveIndex(").rstrip().removesuffix(");")
            )


def words(markup: str) -> str:
    """Return the text of some HTML, with single spaces."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())
