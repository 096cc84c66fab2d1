"""Synthetic content for measurements: any number of places, in briefings of nine speeches, indexed and reviewed.

    python benchmarks/corpus.py 300 FOLDER

The same number gives the same bytes everywhere: there is no clock, and each briefing has a seed of its own. It uses
nothing of the generator, whose files it writes as an editor and its commands would.
"""

import functools
import hashlib
import json
import math
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice, product
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from speeches import ENGLISH, Entity, Place, Record, Speech, paragraph_hash
from words import LANGUAGES, PHRASES, SHARED, Text, both, deck, dice, filled, join, stems

SPEECHES = 9
FIGURES = (3, 4, 5, 6, 7, 8, 10, 14, 22)
"""How many figures its speeches state, in any order."""
MOST_PLACES, MOST_BRIEFINGS = 3300, 400
"""Names for places, and for the cities of briefings; those between are for edits."""
NATIONAL = ("policy",) * 6 + ("programme",) * 30
"""The entities that any speech may name, by kind."""
NO_SPEECHES = {"briefing", "entities", "changes", "reviews", "source"}
"""The other files of a briefing."""


def write(count: int, folder: Path) -> None:
    """Write a content folder with so many places. Raises ValueError if there are too few names for them."""
    if not 0 < count <= MOST_PLACES:
        raise ValueError(f"{count} places; between 1 and {MOST_PLACES} can be named")
    places = []
    for number, stem in enumerate(stems()[:count]):
        kind = PHRASES["kinds"][number % SPEECHES]
        record: Record = {name: filled(words, stem=stem) for name, words in PHRASES["places"][kind].items()}
        places.append(Place(stem["en"].lower(), {**record, "kind": kind}, stem))
    words = PHRASES["entities"]["programme"]
    chosen = dice("national").sample([*product(words["spirit"], words["field"])], len(NATIONAL))
    names = [filled(PHRASES["national"], spirit=spirit, field=each) for spirit, each in chosen]
    national = [_entity(kind, name, {}) for kind, name in zip(NATIONAL, names, strict=True)]
    shared = {**SHARED, "places": dict(each[:2] for each in places), "entities": dict(each[:2] for each in national)}
    _write(folder, shared, "2025-06-01")
    for number, first in enumerate(range(0, count, SPEECHES)):
        _briefing(folder, number, places[first : first + SPEECHES], national)


def _write(folder: Path, files: Mapping[str, Any], date: str) -> None:
    """Write YAML files, by name, and the reviews of all that they say."""
    folder.mkdir(parents=True)
    lines = []
    for name, data in files.items():
        plain = json.loads(json.dumps(data))  # nothing is there twice, so that YAML needs no anchors
        text = yaml.dump(plain, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
        reviews = {}
        for key, review in _reviews(data, ()):
            numbers = _rests_on(data, key.split("/")) if "place" in data else ()
            paragraphs = {f"{number}": paragraph_hash(folder.name, name, number) for number in numbers}
            reviews[key] = {**review, "paragraphs": paragraphs, "reviewer": "Second reader", "date": date}
        lines += [f"{name}.yaml:"] if reviews else []
        lines += [f"  {key}: {json.dumps(reviews[key], ensure_ascii=False)}" for key in sorted(reviews)]
    (folder / "reviews.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def _reviews(data: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Record]]:
    """Yield the reviews of some content by the path of ids: the hashes of each text, and of what each figure says."""
    if isinstance(data, list):
        data = {each["id"]: each for each in data if isinstance(each, Mapping) and "id" in each}
    if not isinstance(data, Mapping):
        return
    if data.keys() == {*LANGUAGES} and all(isinstance(words, str) for words in data.values()):
        yield "/".join(path), {"hashes": {code: _hash(data[code]) for code in LANGUAGES}}
        return
    if "indicator" in data:
        ends = {end: _number(data[end]) for end in ("value", "low", "high") if end in data}
        said = {key: value for key, value in data.items() if key not in ("scope", "note")} | {"id": path[-1]}
        said |= {end: str(ends[end]) if end in ends else None for end in ("value", "low", "high")}
        value = f"{data['bound']} {'–'.join(f'{end:f}' for end in ends.values())} {data['unit']}"
        digits = _hash(json.dumps(said, ensure_ascii=False, sort_keys=True))
        yield "/".join(path), {"figure": digits, "values": [value]}
    for name, value in data.items():
        yield from _reviews(value, (*path, name))


def _rests_on(data: Any, path: Sequence[str]) -> list[int]:
    """Return the paragraphs that a text or figure of a speech comes from, and those that it cites."""
    numbers: set[int] = set()
    measures = {each["id"]: each for each in data["measures"]}
    for step in path:
        data = {each["id"]: each for each in data}[step] if isinstance(data, list) else data[step]
        said = measures.get(data.get("measure"), data) if isinstance(data, Mapping) else {}
        at = said.get("at", ())
        numbers |= {*at} if isinstance(at, Sequence) else {at}
    cited = " ".join(data.values()) if data.keys() == {*LANGUAGES} else ""
    return sorted(numbers | {*map(int, re.findall(r"\[([0-9]+)\]", cited))})


def _number(written: float | str) -> Decimal:
    """Read a number as editors write it: 38.76 billion is 3.876E+10."""
    number, _, word = str(written).partition(" ")
    return Decimal(number).scaleb(ENGLISH.get(word, 0)).normalize()


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _entity(kind: str, name: Text, more: Record, numbers: Sequence[str] = ()) -> Entity:
    slug = re.sub("[^a-z0-9]+", "-", name["en"].lower()).strip("-")
    return Entity(slug, {"kind": kind, "name": name, **more}, numbers)


def _briefing(folder: Path, number: int, places: Sequence[Place], national: Sequence[Entity]) -> None:
    """Write one briefing; each speech names entities of its own, some of the others', and some national ones."""
    rng, city, year = dice("briefing", number), stems()[-1 - number], 2016 + number % 8
    pools = {"figures": PHRASES["figures"], "sectors": list(SHARED["sectors"]), "roles": list(SHARED["sectors"])}
    pools |= {"terms": list(SHARED["glossary"]), "counts": FIGURES, "national": national}
    decks = {name: deck(rng, pool) for name, pool in pools.items()}
    entities = list(_entities(rng, number, city, len(places)))
    speeches = []
    for at, place in enumerate(places):
        own, others = entities[at :: len(places)], rng.sample(entities, rng.randint(1, 2))
        named = {each.id: each for each in (*own, *islice(decks["national"], 5), *others)}
        speeches.append(Speech(place, year, list(named.values()), decks, rng))
    slots = {"city": city, "year": both(year), "count": both(len(places))}
    files: Record = {
        "briefing": {
            **{name: filled(text, **slots) for name, text in PHRASES["briefing"].items()},
            "source": {name: filled(text, **slots) for name, text in PHRASES["source"].items()},
            "year": year,
            "places": [each.id for each in places],
            "points": {
                name: {"name": each["name"], "theme": each["theme"]} for name, each in PHRASES["points"].items()
            },
            "reasons": {name: {"name": words} for name, words in PHRASES["reasons"].items()},
            "method": filled(join(*PHRASES["method"], zh="\n\n", en="\n\n"), **slots),
        },
        "entities": dict(each[:2] for each in entities),
        "changes": [{"id": "first-publication", "date": f"{year + 1}-03-02", "text": PHRASES["published"]}],
        **{each.place.id: each.data for each in speeches},
    }
    briefing = folder / f"{city['en'].lower()}-{year}"
    _write(briefing, files, f"{year + 1}-06-01")
    lines = []
    for speech in speeches:
        lines.append(f"{speech.place.id}:")
        lines += [f"  - {json.dumps(each, ensure_ascii=False)}" for each in speech.index(briefing.name)]
    (briefing / "source.yaml").write_text("\n".join(lines) + "\n", "utf-8")


@functools.cache
def _named(kind: str) -> Sequence[tuple[Text, Text]]:
    """Return every name of a kind that is named after a place, in an order that never changes."""
    names = [*product(stems(), PHRASES["entities"][kind]["line"])]
    return dice(kind).sample(names, len(names))


def _entities(rng: random.Random, number: int, city: Text, speeches: int) -> Iterator[Entity]:
    """Yield the entities of a briefing, kind by kind; no other briefing has one of the same name."""
    numbers = iter(rng.sample([str(each) for each in range(111, 1000) if "0" not in str(each)], 100))
    for kind, words in PHRASES["entities"].items():
        count = math.ceil(words["share"] * speeches / SPEECHES)
        if "line" in words:
            first = number * words["share"]
            chosen = [{"stem": stem, "line": line} for stem, line in _named(kind)[first : first + count]]
        else:
            several = rng.sample([*product(words["spirit"], words["field"], words.get("form", [both("")]))], count)
            chosen = [dict(zip(("spirit", "field", "form", "city"), (*each, city), strict=True)) for each in several]
        for at, slots in enumerate(chosen):
            if kind == "programme" and at % 5 == 0:  # the numbers in its name are left out, with a reason
                written = rng.choice(("", "+")).join(next(numbers))
                name = filled(PHRASES["numbered"], digits=both(written), **slots)
                yield _entity(kind, name, {}, written.split("+"))
                continue
            more: Record = {"official": ["en"]} if rng.random() < 1 / 12 else {}
            if rng.random() < 1 / 3:
                more["description"] = filled(words["description"], **slots)
            if "short" in words:
                more["aliases"] = {code: [text] for code, text in filled(words["short"], **slots).items()}
            yield _entity(kind, filled(words["pattern"], **slots), more)


class Edit(NamedTuple):
    """An edit of a speech, which is a file of a content folder: other words, in both languages."""

    speech: Path
    before: Text
    after: Text

    def save(self, path: Path) -> None:
        """Make the edit in a file that holds the words, in one language or both. Raises ValueError if it does not."""
        text = path.read_text("utf-8")
        changed = text.replace(self.before["zh"], self.after["zh"]).replace(self.before["en"], self.after["en"])
        if changed == text:
            raise ValueError(f"{path} does not hold “{self.before['en']}”")
        path.write_text(changed, "utf-8")


def planned(folder: Path, number: int) -> Edit:
    """Return the edit of a number: another team has the work of the last measure, mostly in another speech."""
    speeches = sorted(path for path in folder.glob("*/*.yaml") if path.stem not in NO_SPEECHES)
    speech = speeches[number * 101 % len(speeches)]
    text, lead = speech.read_text("utf-8"), PHRASES["lead"]
    before = {code: re.findall(words.replace("<team>", r"(\w+)"), text)[-1] for code, words in lead.items()}
    teams = stems()[MOST_PLACES:-MOST_BRIEFINGS]
    return Edit(speech, filled(lead, team=before), filled(lead, team=teams[number % len(teams)]))


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
