"""A whole site in which every field of text holds hostile words, each followed by the name of its field."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.internals import dropped_markup, hash_of_text

LANGUAGES = ("zh", "en")
SPEECHES, BUNDLES = 2, 2
"""Speeches of the site; and sectors, themes, indicators and columns, each of which holds a share of all the words."""
BRIEFING = "demo-2030"
MOVED = f"{BRIEFING}/was/"
"""An address whose page redirects."""
KINDS = ("company", "park")
ONE_BY_ONE = (
    *("change", "definition", "entity", "entity description", "left out", "measure", "measure text", "note", "says"),
    *("scope", "term", "unit"),
)
"""Fields of which there is one for each of the words."""
IN_BUNDLES = (
    *("briefing", "briefing description", "briefing short", "compiler", "event", "headline", "highlight", "indicator"),
    *("indicator definition", "indicator short", "language", "place", "place short", "point", "publisher", "reason"),
    *("sector", "sector definition", "site", "site description", "source", "theme", "theme definition"),
)
"""Fields that hold many words at once."""
WITH_BRACES = ("language", "left out", "unit")
"""Fields that may hold braces."""
WAIVED = ("damaged-text", "no-han", "uncited-amount")
"""Rules of language that the words break; a hostile editor waives them."""
Data = dict[str, Any]


def marked(field: str, words: str) -> str:
    """Return words with the name of their field; the words come first, since some do harm only where a text begins."""
    return f"{words} ·{field}·"


@dataclass(frozen=True)
class Site:
    """The content of a site: every text holds `words`, and what is no text `braced` besides; `markdown` is Markdown."""

    words: Mapping[str, str]
    braced: Mapping[str, str]
    markdown: str

    @property
    def all(self) -> tuple[str, ...]:
        """All the words, as names, units and wordings hold them."""
        return (*self.words.values(), *self.braced.values())

    def write(self, folder: Path) -> None:
        """Write the content folder."""
        for name, data in self._files().items():
            path = folder / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")

    def _files(self) -> Mapping[str, object]:
        speeches = {f"{BRIEFING}/p{number}": self._speech(number) for number in range(SPEECHES)}
        return {**self._shared(), **speeches, **{f"{BRIEFING}/{name}": data for name, data in self._briefing().items()}}

    def _shared(self) -> Mapping[str, object]:
        return {
            "site": self._site(),
            "places": self._bundled("p", {"name": "place", "short": "place short"}, SPEECHES, kind="county"),
            "indicators": {key: {**each, "units": self._units} for key, each in self._indicators().items()},
            "sectors": self._bundled("s", {"name": "sector", "definition": "sector definition"}),
            "units": {f"u{number}": _unit(words) for number, words in enumerate(self.all)},
            "glossary": self._single("t", {"term": "term", "definition": "definition"}),
            "entities": {key: {**each, **self._called(key)} for key, each in self._entities().items()},
        }

    def _site(self) -> Data:
        name = self._together("language", self.all)
        return {
            "title": self._bundle("site"),
            "description": self._bundle("site description"),
            "base_url": "https://sample.example/sub/",
            "languages": [
                {"code": "zh", "tag": "zh-Hans", "locale": "zh_Hans_CN", "name": name},
                {"code": "en", "tag": "en", "locale": "en_GB", "name": name},
            ],
            "fallback": "en",
            "moved": {MOVED: f"{BRIEFING}/p0/"},
            "themes": self._bundled("h", {"name": "theme", "definition": "theme definition"}),
        }

    def _indicators(self) -> Data:
        texts = {"name": "indicator", "short": "indicator short", "definition": "indicator definition"}
        found = self._bundled("i", texts)
        return {key: {**each, "theme": f"h{number}"} for number, (key, each) in enumerate(found.items())}

    def _entities(self) -> Data:
        return self._single("e", {"name": "entity", "description": "entity description"})

    def _called(self, key: str) -> Data:
        """Return the kind of an entity, and its aliases; the first has all that are in braces."""
        number = int(key[1:])
        words = [list(self.words.values())[number], *(() if number else self.braced.values())]
        aliases = [marked("alias", each) for each in words]
        return {"kind": KINDS[number % len(KINDS)], "aliases": dict.fromkeys(LANGUAGES, aliases)}

    def _briefing(self) -> Mapping[str, object]:
        places = [f"p{number}" for number in range(SPEECHES)]
        points = self._bundled("c", {"name": "point"})
        paragraphs = [{"hash": "0" * 16, "figures": []}, {"hash": "1" * 16, "figures": self._stated()}]
        changes = enumerate(self.words.values())
        return {
            "briefing": {
                **{name: self._bundle(f"briefing {name}") for name in ("short", "description")},
                "title": self._bundle("briefing"),
                "year": 2030,
                "source": {
                    "title": self._bundle("source"),
                    **{name: self._bundle(name) for name in ("publisher", "compiler")},
                },
                "event": self._bundle("event"),
                "places": places,
                "points": {key: {**each, "theme": "h0"} for key, each in points.items()},
                "reasons": {"r": {"name": self._bundle("reason")}},
                "method": self._text(self.markdown),
            },
            "source": dict.fromkeys(places, paragraphs),
            "changes": [
                {"id": f"c{number}", "date": "2030-01-03", "text": self._text(marked("change", words))}
                for number, words in changes
            ],
        }

    def _stated(self) -> list[str]:
        return ["90个"] * len(self.all) + [marked("left out", words) for words in self.all]

    def _speech(self, speech: int) -> Data:
        mine = [each for each in enumerate(self.words.values()) if each[0] % SPEECHES == speech]
        figures = [each for each in enumerate(self.all) if each[0] % SPEECHES == speech]
        spare = len(self.all) - len(figures)
        left_out = [{"stated": marked("left out", words), "at": 1, "reason": "r"} for words in self.all]
        return {
            "place": f"p{speech}",
            "headline": {"text": self._bundle("headline"), "at": 1},
            "summary": self._text(self.markdown),
            "figures": {f"f{number}": self._figure(number, words) for number, words in figures},
            "measures": [self._measure(number, words) for number, words in mine],
            "sectors": [{"sector": f"s{number}", "role": "lead", "at": 1} for number in range(BUNDLES)],
            "entities": {f"e{number}": {"at": 1, "says": self._text(marked("says", words))} for number, words in mine},
            "points": {
                f"c{number}": {"text": self._text(words), "measure": f"m{speech}"}
                for number, words in enumerate(self._shares("highlight", BUNDLES))
            },
            "left_out": [*left_out, {"stated": "90个", "at": 1, "reason": "r", "times": spare}],
        }

    def _figure(self, number: int, words: str) -> Data:
        texts = {"scope": self._text(marked("scope", words)), "note": self._text(marked("note", words))}
        return {
            **(texts if number < len(self.words) else {}),
            "indicator": f"i{number // SPEECHES % BUNDLES}",
            "claim": "target",
            "period": 2030,
            "value": 90,
            "unit": f"u{number}",
            "bound": "exact",
            "stated": "90个",
            "at": 1,
        }

    def _measure(self, number: int, words: str) -> Data:
        """Return a measure, with the term that holds the same words in its text, so that it is explained there."""
        return {
            "id": f"m{number}",
            "theme": f"h{number % BUNDLES}",
            "title": self._text(marked("measure", words)),
            "text": self._text(f"{marked('measure text', words)} {marked('term', words)}"),
            "at": 1,
        }

    @property
    def _units(self) -> list[str]:
        return [f"u{number}" for number in range(len(self.all))]

    def _single(self, prefix: str, texts: Mapping[str, str]) -> Data:
        """Return a record for each of the words, with texts by the names of their fields."""
        return {
            f"{prefix}{number}": {key: self._text(marked(field, words)) for key, field in texts.items()}
            for number, words in enumerate(self.words.values())
        }

    def _bundled(self, prefix: str, texts: Mapping[str, str], count: int = BUNDLES, **more: str) -> Data:
        """Return a record for each share of the words."""
        return {
            f"{prefix}{number}": {
                **{key: self._text(self._shares(field, count)[number]) for key, field in texts.items()},
                **more,
            }
            for number in range(count)
        }

    def _shares(self, field: str, count: int) -> list[str]:
        words = tuple(self.words.values())
        return [self._together(field, words[number::count]) for number in range(count)]

    def _bundle(self, field: str) -> Data:
        return self._text(self._together(field, tuple(self.words.values())))

    def _together(self, field: str, words: Sequence[str]) -> str:
        return " ".join(marked(field, each) for each in words)

    def _text(self, words: str) -> Data:
        """Return a text that says the same in every language, and waives the rules that this breaks."""
        texts = dict.fromkeys(LANGUAGES, words)
        of = hash_of_text(texts)
        return {**texts, "waive": [{"code": code, "of": of, "reason": marked("reason", words)} for code in WAIVED]}


def _unit(words: str) -> Data:
    pattern = {"other": f"{marked('unit', words)}{{number}}"}
    return {"kind": "count", "read": ["个"], "write": dict.fromkeys(LANGUAGES, pattern)}


def as_markdown(words: Mapping[str, str]) -> str:
    """Return those of the words that Markdown takes for text, a paragraph each."""
    return "\n\n".join(each for each in words.values() if not dropped_markup(each))
