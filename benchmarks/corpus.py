"""Synthetic content in the project's own schema, for measurements: any number of places, in briefings of nine speeches.

    python benchmarks/corpus.py 300 FOLDER

The same number gives the same bytes everywhere: there is no clock, and each briefing has a seed of its own. What all
briefings share but places and entities (units, indicators, sectors, glossary, languages) is the project's own.
"""

from __future__ import annotations

import functools
import json
import math
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from speeches import Entity, Hand, Place, Shared, Speech
from stems import stems
from words import PHRASES, Deck, Pair, alike, dice, fill, filled
from yaml_text import dumped, listed

from briefing.content import model
from briefing.content.documents import Document, read_document
from briefing.content.load import CHANGES, ENTITIES, OWN_FILES, REVIEWS, SOURCE
from briefing.content.salvage import adapter_of
from briefing.content.site import Loaded
from briefing.editor import index as source
from briefing.reviews import status as reviews
from briefing.reviews.hashes import text_hash

CONTENT = Path(__file__).resolve().parent.parent / "content"
SPEECHES = 9
KINDS = (
    "district",
    "county",
    "county-level-city",
    "county",
    "development-zone",
    "county",
    "district",
    "new-area",
    "county",
)
"""The kinds of the places of a briefing."""
FIGURES = (3, 4, 5, 6, 7, 8, 10, 14, 22)
"""How many figures its speeches state, in any order."""
MOST_PLACES, MOST_BRIEFINGS = 3300, 400
"""How many names there are for places, and for the cities of briefings; what is left over is for edits."""
SHARED_ENTITIES, SHARED_POLICIES = 36, 6
SHARED_OF_A_SPEECH = 5
FIRST_YEAR, YEARS = 2016, 8
KEPT: Mapping[str, Any] = {
    "site": model.SiteFile,
    "units": model.with_ids(model.Unit),
    "indicators": model.with_ids(model.Indicator),
    "sectors": model.with_ids(model.Sector),
    "glossary": model.with_ids(model.Term),
}
"""The shared files that are the project's own, and what they hold."""
REVIEWER, SHARED_DATE = "Second reader", "2025-06-01"
OPENING = "# Synthetic: written by benchmarks/corpus.py.\n"
NOT_A_SLUG = re.compile(r"[^a-z0-9]+")
TEAM = Pair("这项工作由{}专班牵头", "This work is led by the {} team")
"""What an edit changes: the words that say whose work a measure is."""
Reviews = dict[str, dict[str, model.Review]]


def write(count: int, folder: Path) -> None:
    """Write a content folder with so many places. Raises ValueError where there are too few names for them."""
    if not 0 < count <= MOST_PLACES:
        message = f"{count} places; between 1 and {MOST_PLACES} can be named"
        raise ValueError(message)
    folder.mkdir(parents=True)
    places = [_place(number) for number in range(count)]
    shared, common = _shared(), _common_entities()
    for number, first in enumerate(range(0, count, SPEECHES)):
        Briefing(number, shared, places[first : first + SPEECHES], common).write(folder)
    _write_shared(folder, places, common)


def _place(number: int) -> Place:
    stem = stems()[number]
    return Place(stem.en.lower(), KINDS[number % SPEECHES], stem)


@functools.cache
def _read(name: str) -> Any:
    return read_document(CONTENT / f"{name}.yaml").data


def _shared() -> Shared:
    site, units, indicators, sectors, terms = (
        adapter_of(kind).validate_python(_read(name)) for name, kind in KEPT.items()
    )
    return Shared(units, indicators, sectors, terms, tuple(site.themes))


def _write_shared(folder: Path, places: Sequence[Place], common: Sequence[Entity]) -> None:
    """Write what all briefings share: the project's own files, the places, the entities that any speech may name."""
    for name in KEPT:
        (folder / f"{name}.yaml").write_text((CONTENT / f"{name}.yaml").read_text("utf-8"), "utf-8")
    listed_places = {each.id: {"name": each.name.text, "short": each.short.text, "kind": each.kind} for each in places}
    entities = {each.id: each.record for each in common}
    _write(folder / "places.yaml", dumped(listed_places))
    _write(folder / ENTITIES, dumped(entities))
    found = {f"{name}.yaml": reviewed(kind, _read(name), SHARED_DATE) for name, kind in KEPT.items()}
    found["places.yaml"] = reviewed(model.with_ids(model.Place), listed_places, SHARED_DATE)
    found[ENTITIES] = reviewed(model.with_ids(model.Entity), entities, SHARED_DATE)
    (folder / REVIEWS).write_text(reviews.written(found), "utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(OPENING + text, "utf-8")


def reviewed(
    kind: Any, data: Any, date: str, had: Mapping[str, Sequence[str]] | None = None
) -> dict[str, model.Review]:
    """Return the reviews of a file as somebody would have recorded them who looked at all of it.

    `had` are the earlier values of figures, by key.
    """
    loaded = Loaded[object](adapter_of(kind).validate_python(data), Document(""), "")
    return {each.key: _review(each, date, (had or {}).get(each.key, ())) for each in reviews.subjects(loaded)}


def _review(subject: reviews.Subject, date: str, had: Sequence[str] = ()) -> model.Review:
    values = (*had, subject.value) if subject.figure else ()
    return model.Review(hashes=dict(subject.hashes), figure=subject.figure, values=values, reviewer=REVIEWER, date=date)


def _common_entities() -> tuple[Entity, ...]:
    """Return the programmes and policies that every briefing may name."""
    rng, words = dice("shared"), PHRASES["entities"]["programme"]
    names = [
        filled(PHRASES["shared"], spirit=Pair.of(spirit), field=Pair.of(each))
        for spirit in words["spirit"]
        for each in words["field"]
    ]
    chosen = rng.sample(names, SHARED_ENTITIES)
    kinds = ["policy"] * SHARED_POLICIES + ["programme"] * (SHARED_ENTITIES - SHARED_POLICIES)
    return tuple(_entity(kind, name, {}) for kind, name in zip(kinds, chosen, strict=True))


def _entity(kind: str, name: Pair, more: Mapping[str, Any], numbers: tuple[str, ...] = ()) -> Entity:
    slug = NOT_A_SLUG.sub("-", name.en.lower()).strip("-")
    return Entity(slug, kind, name, {"kind": kind, "name": name.text, **more}, numbers)


class Briefing:
    """One synthetic briefing: its files, and what has been reviewed of them."""

    def __init__(self, number: int, shared: Shared, places: Sequence[Place], common: Sequence[Entity]) -> None:
        self.number, self.places, self.rng = number, places, dice("briefing", number)
        self.city, self.year = stems()[-1 - number], FIRST_YEAR + number % YEARS
        self.id = f"{self.city.en.lower()}-{self.year}"
        self.date = f"{self.year + 1}-06-01"
        self.entities = list(_named_entities(self.rng, len(places)))
        self.speeches = list(self._speeches(Hand(shared, self.year, self.rng), common))

    def _speeches(self, hand: Hand, common: Sequence[Entity]) -> Iterator[Speech]:
        """Yield the speeches; each names entities of its own, some of the others', some that any speech may name."""
        counts, deck = self.rng.sample(FIGURES, SPEECHES), Deck(self.rng, common)
        for number, place in enumerate(self.places):
            own = self.entities[number :: len(self.places)]
            shared = [deck.deal() for _ in range(SHARED_OF_A_SPEECH)]
            others = self.rng.sample(self.entities, self.rng.randint(1, 2))
            entities = {entity.id: entity for entity in (*own, *shared, *others)}
            yield Speech(hand, place, tuple(entities.values()), counts[number])

    def write(self, folder: Path) -> None:
        """Write the folder of the briefing."""
        (own := folder / self.id).mkdir()
        found: Reviews = {}
        for name, kind, data in self._files():
            _write(own / name, dumped(data) if isinstance(data, Mapping) else listed(data))
            found[name] = reviewed(kind, data, self.date, self._had(name))
        index = {
            each.place.id: tuple(model.SourceParagraph(**one) for one in each.index(self.id)) for each in self.speeches
        }
        (own / SOURCE).write_text(source.written(index), "utf-8")
        (own / REVIEWS).write_text(reviews.written(found), "utf-8")

    def _files(self) -> Iterator[tuple[str, Any, Any]]:
        """Yield the files that people write, with what they are."""
        yield "briefing.yaml", model.BriefingFile, self._record()
        yield ENTITIES, model.with_ids(model.Entity), {each.id: each.record for each in self.entities}
        if self.changed:
            yield CHANGES, model.ChangesFile, self._changes()
        for speech in self.speeches:
            yield f"{speech.place.id}.yaml", model.Speech, speech.data

    def _record(self) -> dict[str, Any]:
        words = {"city": self.city, "year": alike(self.year), "count": alike(len(self.places))}

        def said(record: Mapping[str, Any]) -> dict[str, str]:
            return fill(Pair.of(record), words.__getitem__).text

        texts = PHRASES["briefing"]
        method = [said(block) for block in PHRASES["method"]]
        return {
            **{name: said(texts[name]) for name in ("title", "short")},
            "year": self.year,
            **{name: said(texts[name]) for name in ("description", "event")},
            "source": {name: said(record) for name, record in texts["source"].items()},
            "places": [place.id for place in self.places],
            "points": {
                name: {"name": each["name"], "theme": each["theme"]} for name, each in PHRASES["points"].items()
            },
            "reasons": {name: {"name": words} for name, words in PHRASES["reasons"].items()},
            "method": {code: "\n\n".join(block[code] for block in method) + "\n" for code in ("zh", "en")},
        }

    @functools.cached_property
    def changed(self) -> str:
        """The figure of the first speech that was corrected after publication; in some briefings only."""
        whole = (each.id for each in self.speeches[0].figures if isinstance(each.record.get("value"), int))
        return next(whole, "") if self.number % 3 == 0 else ""

    def _changes(self) -> list[dict[str, Any]]:
        place, texts = self.places[0], PHRASES["changes"]
        corrected = filled(texts["corrected"], place=place.short).text
        return [
            {
                "id": "correction",
                "date": f"{self.year + 1}-05-20",
                "text": corrected,
                "figures": {place.id: [self.changed]},
            },
            {"id": "first-publication", "date": f"{self.year + 1}-03-02", "text": texts["first"]},
        ]

    def _had(self, name: str) -> dict[str, list[str]]:
        """Return the values that the corrected figure had before, by its key, where the file is its speech's."""
        if not self.changed or name != f"{self.places[0].id}.yaml":
            return {}
        record = self.speeches[0].data["figures"][self.changed]
        return {f"figures/{self.changed}": [f"{record['bound']} {record['value'] + 1} {record['unit']}"]}


def _named_entities(rng: random.Random, speeches: int) -> Iterator[Entity]:
    """Yield the entities of a briefing, kind by kind; so many speeches name them in turn."""
    taken: set[str] = set()
    names = iter(rng.sample(stems(), 150))
    for kind, words in PHRASES["entities"].items():
        for number in range(math.ceil(words["share"] * speeches / SPEECHES)):
            entity = _drawn(rng, kind, names) if kind != "programme" or number % 5 else _numbered(rng)
            while entity.id in taken:
                entity = _drawn(rng, kind, names)
            taken.add(entity.id)
            yield entity


def _drawn(rng: random.Random, kind: str, names: Iterator[Pair]) -> Entity:
    words = PHRASES["entities"][kind]
    slots = {name: Pair.of(rng.choice(words[name])) for name in ("line", "spirit", "field", "form") if name in words}
    slots["stem"] = next(names) if "line" in words else alike("")
    more: dict[str, Any] = {"official": ["en"]} if rng.random() < 1 / 12 else {}
    if rng.random() < 1 / 3:
        said = filled(words["description"], **{name: Pair(each.zh, each.en.lower()) for name, each in slots.items()})
        more["description"] = said.text
    if "short" in words:
        short = filled(words["short"], **slots)
        more["aliases"] = {"zh": [short.zh], "en": [short.en]}
    return _entity(kind, filled(words["pattern"], **slots), more)


def _numbered(rng: random.Random) -> Entity:
    """Return a programme with numbers in its name, which the index of the source finds there."""
    digits = [str(rng.randint(1, 9)) for _ in range(3)]
    written = rng.choice(("+".join(digits[:2]), "".join(digits)))
    field = Pair.of(rng.choice(PHRASES["entities"]["programme"]["field"]))
    name = filled(PHRASES["numbered"], digits=alike(written), field=field)
    return _entity("programme", name, {}, tuple(written.split("+")))


@dataclass(frozen=True)
class Edit:
    """One edit of one speech: whose work a measure is changes, in both languages."""

    speech: Path
    measure: str
    before: Pair
    after: Pair

    @property
    def page(self) -> str:
        """The address of the speech's page, below a language."""
        return f"{self.speech.parent.name}/{self.speech.stem}/"

    def apply(self, text: str) -> str:
        """Return a text that holds these words with the new ones in their place."""
        return text.replace(self.before.zh, self.after.zh).replace(self.before.en, self.after.en)

    def save(self) -> None:
        """Write the speech, as an editor does who has not had it reviewed yet."""
        self.speech.write_text(self.apply(self.speech.read_text("utf-8")), "utf-8")

    def accept(self) -> None:
        """Record in the reviews that somebody has looked at the text as it is once the edit is saved."""
        path = self.speech.with_name(REVIEWS)
        data = read_document(self.speech).data
        text = next(each["text"] for each in data["measures"] if each["id"] == self.measure)
        hashes = {code: text_hash(self.apply(words)) for code, words in text.items()}
        head, name, tail = path.read_text("utf-8").partition(f"\n{self.speech.name}:\n")
        line = re.compile(rf"^  measures/{self.measure}/text: (.+)$", re.MULTILINE)
        path.write_text(head + name + line.sub(lambda match: _accepted(match, hashes), tail, count=1), "utf-8")


def _accepted(match: re.Match[str], hashes: Mapping[str, str]) -> str:
    review = json.loads(match[1]) | {"hashes": hashes}
    return match[0].replace(match[1], json.dumps(review, ensure_ascii=False))


def planned(folder: Path, number: int) -> Edit:
    """Return the edit of a number: another number is another edit, mostly of another speech."""
    speeches = sorted(path for path in folder.glob("*/*.yaml") if path.name not in OWN_FILES)
    speech = speeches[number * 101 % len(speeches)]
    text = speech.read_text("utf-8")
    before = Pair(*(re.findall(re.escape(words).replace(r"\{\}", r"(\w+)"), text)[-1] for words in TEAM))
    teams = stems()[MOST_PLACES : len(stems()) - MOST_BRIEFINGS]
    after = teams[number % len(teams)]
    measure = re.findall(r"^  - id: (.+)$", text, re.MULTILINE)[-1]
    return Edit(speech, measure, *(Pair(*map(str.format, TEAM, each)) for each in (before, after)))


def edit(folder: Path, number: int) -> Edit:
    """Make one edit, reviewed; the content stays without a problem."""
    made = planned(folder, number)
    made.accept()
    made.save()
    return made


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
