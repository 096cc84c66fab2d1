"""One synthetic speech, with the index of the source that it would have been summarised from."""

import hashlib
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from words import PHRASES, SHARED, Text, both, fill, filled, join, sentence

Record = dict[str, Any]
MEASURES = 14
FEWEST_PLAIN = 6
"""Measures without figures: the points of the comparison and every paragraph rest on them."""
TOGETHER = 3
"""Figures of one theme that one measure tells of."""
GROUPS = {"firm": ("company", "institution"), "scheme": ("programme", "policy")}
"""The slots that several kinds of entity fill; the others are named after theirs."""
SCALES = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
ENGLISH = {"billion": 9, "million": 6}
"""Powers of ten that editors write as words."""
SPELT = dict(enumerate("两三四五六七八九十", 2))
"""Small numbers as the source may spell them."""


class Entity(NamedTuple):
    """A named thing: its record, and the numbers that the index of the source finds in its name."""

    id: str
    record: Record
    numbers: Sequence[str] = ()


class Place(NamedTuple):
    """A place that speaks, and the name that its official names are made of."""

    id: str
    record: Record
    stem: Text


class Speech:
    """A speech; `data` is its file. From `decks` the speeches of a briefing draw in turn, and so use all of them."""

    def __init__(
        self,
        place: Place,
        year: int,
        entities: Sequence[Entity],
        decks: Mapping[str, Iterator[Any]],
        rng: random.Random,
    ) -> None:
        self.place, self.year, self.entities, self.decks, self.rng = place, year, entities, decks, rng
        self.actor: Text = PHRASES["actors"][place.record["kind"]]
        self.last = self.rng.randint(4, 6)
        self.sectors = list(dict.fromkeys(next(self.decks["roles"]) for _ in range(self.rng.randint(2, 3))))
        self.used: dict[str, dict[str, None]] = {"entities": {}, "sectors": {}}
        self.specs: dict[str, Record] = {}
        self.figures = self._figures()
        self.measures = self._measures()
        self.named: dict[str, set[int]] = defaultdict(set)
        for measure in self.measures:
            for entity in measure.get("entities", ()):
                self.named[entity] |= {*measure["at"]}
        self.data = self._data()

    def _slot(self, slot: str, entities: Sequence[Entity] = ()) -> Text:
        """Return the words that fill a slot in a sentence: by default, with any entity of the speech."""
        if slot == "actor":
            return self.actor
        if slot == "term":
            return filled(SHARED["glossary"][next(self.decks["terms"])]["term"])
        if slot == "sector":
            sector = self.rng.choice(self.sectors) if self.rng.random() < 2 / 3 else next(self.decks["sectors"])
            self.used["sectors"][sector] = None
            name: Text = SHARED["sectors"][sector]["name"]
            return {"zh": name["zh"], "en": name["en"].lower()}
        kinds = GROUPS.get(slot, (slot,))
        entity = self.rng.choice(
            [each for each in entities or self.entities if each.record["kind"] in kinds] or self.entities
        )
        self.used["entities"][entity.id] = None
        name = entity.record["name"]
        return name if entity.record["kind"] in ("company", "park") else {"zh": name["zh"], "en": f"the {name['en']}"}

    def _figures(self) -> dict[str, Record]:
        """Return figures by id; those that say what others come to follow them."""
        figures: dict[str, Record] = {}
        specs = [next(self.decks["figures"]) for _ in range(next(self.decks["counts"]))]
        for spec in sorted(specs, key=lambda each: "counts" in each):
            name = spec["id"] if spec["id"] not in figures else f"{spec['id']}-{len(figures)}"
            claim = self.rng.choice(spec["claims"])
            period = self.rng.choice(PHRASES["periods"].get(claim, ["unstated"]))
            figure = {"indicator": spec["indicator"], "claim": claim, **value_of(spec, self.rng)}
            figure["period"] = period.format(year=self.year, before=self.year - 1)
            figure["at"] = self.rng.randint(1, self.last)
            if counts := [each for each in spec.get("counts", ()) if each in figures]:
                figure["of"] = counts[0]
            if self.rng.random() < 3 / 4:
                kind = SHARED["units"][spec["unit"]]["kind"]
                figure["scope"] = fill(self.rng.choice(PHRASES["scopes"][kind]), self._slot)
            if self.rng.random() < 1 / 2:
                figure["note"] = self.rng.choice(PHRASES["notes"])
            figures[name], self.specs[name] = figure, spec
        return figures

    def _statement(self, name: str, subject: Text) -> Text:
        """Return a figure as a clause, with its period where it has one."""
        figure, spec = self.figures[name], self.specs[name]
        verb = {"zh": spec["zh"], "en": spec["done" if figure["claim"] == "actual" else "en"]}
        clause = join(subject, PHRASES["claims"][figure["claim"]], filled(verb, f=both(f"{{{name}}}")))
        year, _, part = figure["period"].partition("-")
        when = both("") if year == "unstated" else filled(PHRASES["when"][part or "year"], year=both(year))
        return {"zh": when["zh"] + clause["zh"], "en": f"{clause['en']} {when['en']}".strip()}

    def _statements(self, names: Sequence[str]) -> list[Text]:
        """Return figures as clauses of which the place and what it governs are subjects in turn."""
        subjects = (self.place.record["short"], self.actor)
        return [self._statement(name, subjects[at % 2]) for at, name in enumerate(names)]

    def _measures(self) -> list[Record]:
        """Return the measures by theme: those that tell of figures, and others; the last says whose work it is."""
        themes: dict[str, list[str]] = defaultdict(list)
        for name, figure in self.figures.items():
            themes[SHARED["indicators"][figure["indicator"]]["theme"]].append(name)
        measures = []
        for theme, names in themes.items():
            for chunk in (names[at : at + TOGETHER] for at in range(0, len(names), TOGETHER)):
                first = self.figures[chunk[0]]
                more = {"title": SHARED["indicators"][first["indicator"]]["name"], "period": first["period"]}
                at = {self.figures[name]["at"] for name in chunk}
                measures.append(self._measure(chunk[0], theme, self._statements(chunk), at, more))
        wanted = Counter(PHRASES["plain_themes"][: max(FEWEST_PLAIN, MEASURES - len(measures))])
        plain = [(theme, self.rng.sample(PHRASES["measures"][theme], count)) for theme, count in wanted.items()]
        for number, (theme, action) in enumerate((theme, action) for theme, actions in plain for action in actions):
            at = {1 + number * self.last // wanted.total()}
            clause = join(action, self.rng.choice(PHRASES["purposes"]), zh="，", en=", ")
            measures.append(self._measure(action["id"], theme, [clause], at, {"title": action["title"]}))
        measures.sort(key=lambda each: list(SHARED["site"]["themes"]).index(each["theme"]))
        measures[-1]["text"] = join(measures[-1]["text"], filled(PHRASES["lead"], team=self.place.stem))
        return measures

    def _measure(self, name: str, theme: str, clauses: Sequence[Text], at: set[int], more: Record) -> Record:
        """Return a measure of some sentences and one more, with the entities and sectors that they name."""
        self.used = {"entities": {}, "sectors": {}}
        patterns = (*clauses, self.rng.choice(PHRASES["further"]))
        text = join(*(sentence(fill(each, self._slot)) for each in patterns))
        used = {kind: list(names) for kind, names in self.used.items() if names}
        dated = {key: value for key, value in more.items() if value != "unstated"}
        return {"id": name, "theme": theme, "text": text, "at": sorted(at), **dated, **used}

    def _data(self) -> Record:
        rng, names = self.rng, list(self.figures)[:2]
        subjects = (self.place.record["short"], {"zh": "", "en": "it"})
        clauses = list(map(self._statement, names, subjects))
        headline = {
            "text": join(*clauses, zh="；", en="; "),
            "at": sorted({self.figures[each]["at"] for each in names}),
        }
        points: dict[str, Record] = {}
        for name, point in PHRASES["points"].items():
            if rng.random() < 6 / 7:
                measure = next(each["id"] for each in self.measures if each["theme"] == point["theme"])
                points[name] = {"text": fill(rng.choice(point["says"]), self._slot), "measure": measure}
        entities = {each.id: self._mention(each) for each in self.entities}
        ordinals = rng.sample(PHRASES["ordinals"], rng.randint(0, 2))
        numbers = Counter((rng.randint(1, self.last), stated, "ordinal") for stated in ordinals)
        for each in self.entities:
            numbers.update((at, stated, "in-a-name") for at in self.named[each.id] for stated in each.numbers)
        left_out = [
            {"stated": stated, "at": at, "reason": reason} | ({"times": times} if times > 1 else {})
            for (at, stated, reason), times in sorted(numbers.items())
        ]
        return {
            "place": self.place.id,
            "editor": "Writer",
            "headline": headline,
            "summary": self._summary(),
            "figures": self.figures,
            "measures": self.measures,
            "sectors": [
                {"sector": each, "role": rng.choice(PHRASES["roles"]), "at": [rng.randint(1, self.last)]}
                for each in self.sectors
            ],
            "points": points,
            "entities": entities,
            "left_out": left_out,
        }

    def _summary(self) -> Text:
        """Return three paragraphs, of which the second may be a list; each sentence cites its own paragraph."""
        names = self.rng.sample(list(self.figures), min(4, len(self.figures)))
        cited = [(each, self.figures[name]["at"]) for name, each in zip(names, self._statements(names), strict=True)]
        for theme in self.rng.sample(list(PHRASES["summaries"]), 6):
            at = next((each["at"][0] for each in self.measures if each["theme"] == theme), 1)
            cited.append((fill(self.rng.choice(PHRASES["summaries"][theme]), self._slot), at))
        said = [join(sentence(each), both(f"[{at}]")) for each, at in cited]
        middle = join(*said[-6:-3])
        if self.rng.random() < 1 / 4:
            middle = join(*(join(both("-"), each, zh=" ") for each in said[-6:-3]), zh="\n", en="\n")
        return join(join(*said[:-6]), middle, join(*said[-3:]), zh="\n\n", en="\n\n")

    def _mention(self, entity: Entity) -> Record:
        """Return the mention of an entity, perhaps with another one or a figure."""
        at = self.named[entity.id] = self.named[entity.id] or {self.rng.randint(1, self.last)}
        others = [each for each in self.entities if each.id != entity.id]
        says = fill(self.rng.choice(PHRASES["says"][entity.record["kind"]]), lambda name: self._slot(name, others))
        if self.rng.random() < 1 / 12:
            says = join(says, both(f"{{{self.rng.choice(list(self.figures))}}}"), zh="：", en=": ")
        return {"at": sorted(at), "says": says}

    def index(self, briefing: str) -> Iterator[Record]:
        """Yield the index of the source: of each paragraph a hash, its numbers and its periods."""
        for number in range(self.last + 1):
            figures = [figure for figure in self.figures.values() if figure["at"] == number]
            left_out = [each for each in self.data["left_out"] if each["at"] == number]
            stated = [each["stated"] for each in (*figures, *left_out) for _ in range(each.get("times", 1))]
            parts = [each["period"].partition("-") for each in figures if each["period"] != "unstated"]
            periods = dict.fromkeys(PHRASES["stated_periods"].get(part, f"{year}年") for year, _, part in parts)
            yield {"hash": paragraph_hash(briefing, self.place.id, number), "figures": stated, "periods": list(periods)}


def paragraph_hash(briefing: str, place: str, number: int) -> str:
    """Return the hash that the index gives a paragraph, which has no text here."""
    return hashlib.sha256(f"{briefing}/{place}/{number}".encode()).hexdigest()[:16]


def value_of(spec: Mapping[str, Any], rng: random.Random) -> Record:
    """Return the value, unit, bound and wording of a figure, as a record has them."""
    unit, bound, decimals = spec["unit"], rng.choice(spec["bounds"]), spec.get("decimals", 0)
    low, high = (end * 10**decimals for end in spec["between"])
    number = Decimal(rng.randint(low, high)).scaleb(-decimals) * SCALES[spec.get("of", "")]
    stated = _stated(unit, number)
    if bound == "range":
        ends = {"low": _written(number), "high": _written(number * 2)}
        return {**ends, "unit": unit, "bound": bound, "stated": f"{stated}至{_stated(unit, number * 2)}"}
    if bound == "exact" and number in SPELT and unit in PHRASES["counters"] and rng.random() < 1 / 2:
        stated = SPELT[int(number)] + PHRASES["counters"][unit]
    return {"value": _written(number), "unit": unit, "bound": bound, "stated": PHRASES["bounds"][bound].format(stated)}


def _written(number: Decimal) -> int | float | str:
    """Write a number as editors do: 16, 9.5, 38.76 billion."""
    for word, power in ENGLISH.items():
        if number >= 10**power:
            return f"{number.scaleb(-power).normalize():f} {word}"
    return int(number) if number == int(number) else float(number)


def _stated(unit: str, number: Decimal) -> str:
    """Write a number as the source does: 387.6亿元, 4500万元, 每3周, 16个."""
    if unit == "cny":
        scale = "亿" if number >= SCALES["亿"] else "万"
        return f"{(number / SCALES[scale]).normalize():f}{scale}元"
    if unit in PHRASES["intervals"]:
        one, several = PHRASES["intervals"][unit]
        return f"每{one}" if number == 1 else f"每{number:f}{several}"
    return f"{number.normalize():f}{PHRASES['counters'].get(unit, '%')}"
