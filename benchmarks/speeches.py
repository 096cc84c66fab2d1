"""One synthetic speech: what a place said, with the index of the source that it would have been summarised from."""

from __future__ import annotations

import hashlib
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from amounts import value_of
from words import PHRASES, Deck, Pair, alike, fill, filled

from briefing.content.model import Indicator, Sector, Term, Unit

HASH_DIGITS = 16
MEASURES = 14
FEWEST_PLAIN = 6
"""Measures without figures: as many as a speech has paragraphs at most, those that its points rest on among them."""
TOGETHER = 3
"""Figures of one theme that one measure speaks of."""
THEMES = (
    "parks-platforms",
    "business-environment",
    "industry-enterprises",
    "investment-promotion",
    "project-delivery",
    "industry-enterprises",
    "regional-cooperation",
    "parks-platforms",
    "project-delivery",
    "business-environment",
    "industry-enterprises",
    "investment-promotion",
)
"""The themes of the measures without figures, as many as are needed from the first."""
GROUPS = {
    "firm": ("company", "institution"),
    "scheme": ("programme", "policy"),
    "park": ("park",),
    "project": ("project",),
}
"""The slots that kinds of entity fill."""
ARTICLE = frozenset({"project", "institution", "programme", "policy"})
"""Kinds whose English names take an article within a sentence."""
PARTS = ("", "", "-Q1", "-Q2", "-H1", "-06", "-09", None)
"""The parts of the year that what is planned may be about; None where the speech gives no period."""
STATED = {"Q1": "一季度", "Q2": "二季度", "H1": "上半年", "06": "6月底", "09": "9月底"}
"""How the source names them."""


@dataclass(frozen=True)
class Entity:
    """A named thing, and the numbers that the source index finds in its name."""

    id: str
    kind: str
    name: Pair
    record: Mapping[str, Any]
    numbers: tuple[str, ...] = ()

    @property
    def inline(self) -> Pair:
        """The name within a sentence."""
        return Pair(self.name.zh, f"the {self.name.en}" if self.kind in ARTICLE else self.name.en)


@dataclass(frozen=True)
class Place:
    """A place that speaks."""

    id: str
    kind: str
    stem: Pair

    @property
    def name(self) -> Pair:
        """The official name."""
        return filled(PHRASES["places"][self.kind]["name"], stem=self.stem)

    @property
    def short(self) -> Pair:
        """The name where space is short."""
        return filled(PHRASES["places"][self.kind]["short"], stem=self.stem)


@dataclass(frozen=True)
class Shared:
    """What the project's own shared files define, for the speeches to use."""

    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    sectors: Mapping[str, Sector]
    terms: Mapping[str, Term]
    themes: tuple[str, ...]


class Hand:
    """What the speeches of one briefing draw from, so that together they use all of it."""

    def __init__(self, shared: Shared, year: int, rng: random.Random) -> None:
        self.shared, self.year, self.rng = shared, year, rng
        self.figures = Deck[Mapping[str, Any]](rng, PHRASES["figures"])
        self.sectors = Deck[str](rng, shared.sectors)
        self.roles = Deck[str](rng, shared.sectors)
        self.terms = Deck[str](rng, shared.terms)


class Figure(NamedTuple):
    """A figure of the speech under way, with the phrases that say it."""

    id: str
    record: dict[str, Any]
    spec: Mapping[str, Any]


@dataclass
class Used:
    """The entities and sectors that a text names."""

    entities: dict[str, None] = field(default_factory=dict)
    sectors: dict[str, None] = field(default_factory=dict)


class Speech:
    """A speech under way; `data` is its file and `index` its paragraphs in the source."""

    def __init__(self, hand: Hand, place: Place, entities: Sequence[Entity], figures: int) -> None:
        self.hand, self.place, self.entities, self.rng = hand, place, entities, hand.rng
        self.last = self.rng.randint(4, 6)
        self.sectors = tuple(dict.fromkeys(hand.roles.deal() for _ in range(self.rng.randint(2, 3))))
        self.used = Used()
        self.named: defaultdict[str, set[int]] = defaultdict(set)
        self.figures = list(self._figures(figures))
        self.measures = self._measures()
        self.data = self._data()

    def slot(self, name: str) -> Pair:
        """Fill a slot with something of this speech."""
        if name == "actor":
            return Pair.of(PHRASES["actors"][self.place.kind])
        if name == "term":
            term = self.hand.shared.terms[self.hand.terms.deal()].term
            return Pair(term["zh"], term["en"])
        return self._sector() if name == "sector" else self._entity(name)

    def _sector(self) -> Pair:
        sector = self.rng.choice(self.sectors) if self.rng.random() < 2 / 3 else self.hand.sectors.deal()
        self.used.sectors[sector] = None
        name = self.hand.shared.sectors[sector].name
        return Pair(name["zh"], name["en"].lower())

    def _entity(self, slot: str) -> Pair:
        kinds = GROUPS.get(slot)
        fitting = [each for each in self.entities if kinds is None or each.kind in kinds]
        entity = self.rng.choice(fitting or self.entities)
        self.used.entities[entity.id] = None
        return entity.inline

    def fill(self, record: Mapping[str, Any]) -> Pair:
        """Fill a pattern with what this speech has."""
        return fill(Pair.of(record), self.slot)

    def _figures(self, count: int) -> Iterator[Figure]:
        taken: dict[str, None] = {}
        specs = [self.hand.figures.deal() for _ in range(count)]
        for spec in sorted(specs, key=lambda each: "counts" in each):
            name = spec["id"] if spec["id"] not in taken else f"{spec['id']}-{len(taken)}"
            taken[name] = None
            yield Figure(name, self._figure(spec, taken), spec)

    def _figure(self, spec: Mapping[str, Any], taken: Mapping[str, None]) -> dict[str, Any]:
        claim = self.rng.choice(spec["claims"])
        counts = [each for each in spec.get("counts", ()) if each in taken]
        kind = self.hand.shared.units[spec["unit"]].kind
        record = {"indicator": spec["indicator"], "claim": claim, "period": self._period(claim)}
        record |= value_of(spec, self.rng) | {"at": self.rng.randint(1, self.last)}
        record |= {"of": counts[0]} if counts else {}
        if self.rng.random() < 3 / 4:
            record["scope"] = self.fill(self.rng.choice(PHRASES["scopes"][kind])).text
        if self.rng.random() < 1 / 2:
            record["note"] = self.rng.choice(PHRASES["notes"])
        return record

    def _period(self, claim: str) -> int | str:
        if claim == "actual":
            return self.rng.choice((self.hand.year - 1, self.hand.year - 1, "unstated"))
        part = self.rng.choice(PARTS) if claim in ("target", "plan") else None
        return "unstated" if part is None else f"{self.hand.year}{part}" if part else self.hand.year

    def statement(self, figure: Figure, subject: Pair) -> Pair:
        """Say a figure as a clause, with its period where it has one."""
        claim, spec = figure.record["claim"], figure.spec
        lead, citation = Pair.of(PHRASES["claims"][claim]), alike(f"{{{figure.id}}}")
        verb = Pair(spec["zh"], spec["done"] if claim == "actual" else spec["en"])
        said = lead.join(fill(verb, lambda _: citation))
        clause = subject.join(Pair(said.zh, said.en.strip()))
        period = str(figure.record["period"])
        if period == "unstated":
            return clause
        year, _, part = period.partition("-")
        when = filled(PHRASES["when"][part or "year"], **({} if part else {"year": alike(year)}))
        return Pair(f"{when.zh}{clause.zh}", f"{clause.en} {when.en}")

    def _measures(self) -> list[dict[str, Any]]:
        """Return the measures in the order of the themes: those that say figures, and others."""
        with_figures = [self._figured(each) for each in self._chunks()]
        plain = [self._plain(theme, action) for theme, action in self._actions(MEASURES - len(with_figures))]
        for number, measure in enumerate(plain):
            measure["at"] = self._paragraphs(1 + number * self.last // len(plain))
        order = self.hand.shared.themes
        measures = sorted([*with_figures, *plain], key=lambda each: order.index(each["theme"]))
        for measure in measures:
            for entity in measure.get("entities", ()):
                self.named[entity] |= set(measure["at"])
        return measures

    def _paragraphs(self, number: int) -> list[int]:
        return sorted({number, self.rng.randint(1, self.last)} if self.rng.random() < 1 / 8 else {number})

    def _chunks(self) -> Iterator[list[Figure]]:
        """Yield the figures of each theme, a few at a time."""
        themes: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            themes[self.hand.shared.indicators[figure.spec["indicator"]].theme].append(figure)
        for figures in themes.values():
            yield from (figures[at : at + TOGETHER] for at in range(0, len(figures), TOGETHER))

    def _actions(self, wanted: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield so many measures to take, with their themes; those of a theme together."""
        themes = Counter(THEMES[: max(FEWEST_PLAIN, wanted)])
        for theme, count in themes.items():
            yield from ((theme, action) for action in self.rng.sample(PHRASES["measures"][theme], count))

    def _figured(self, figures: Sequence[Figure]) -> dict[str, Any]:
        """Return a measure that says a few figures; its paragraphs are theirs."""
        self.used = Used()
        indicator = self.hand.shared.indicators[figures[0].spec["indicator"]]
        subjects = (self.place.short, Pair.of(PHRASES["actors"][self.place.kind]))
        said = [self.statement(figure, subjects[number % 2]) for number, figure in enumerate(figures)]
        text = _sentences(*said, self.fill(self.rng.choice(PHRASES["further"])))
        at = sorted({figure.record["at"] for figure in figures})
        period = figures[0].record["period"]
        dated = {"period": period} if period != "unstated" else {}
        title = {"zh": indicator.name["zh"], "en": indicator.name["en"]}
        return {
            "id": figures[0].id,
            "theme": indicator.theme,
            "title": title,
            "text": text.text,
            "at": at,
            **dated,
            **self._about(),
        }

    def _plain(self, theme: str, action: Mapping[str, Any]) -> dict[str, Any]:
        """Return a measure without figures."""
        self.used = Used()
        purpose = Pair.of(self.rng.choice(PHRASES["purposes"]))
        first = self.fill(action).join(purpose, "，", ", ")
        text = _sentences(first, self.fill(self.rng.choice(PHRASES["further"])))
        return {
            "id": action["id"],
            "theme": theme,
            "title": action["title"],
            "text": text.text,
            "at": (),
            **self._about(),
        }

    def _about(self) -> dict[str, Any]:
        """Return the entities and sectors that the text just written names."""
        said = {"entities": list(self.used.entities), "sectors": list(self.used.sectors)}
        return {name: each for name, each in said.items() if each}

    def _data(self) -> dict[str, Any]:
        data: dict[str, Any] = {"place": self.place.id, "headline": self._headline(), "summary": self._summary().text}
        data["figures"] = {figure.id: figure.record for figure in self.figures}
        self._led()
        data["measures"] = self.measures
        data["sectors"] = [self._role(sector) for sector in self.sectors]
        points = self._points()
        data["entities"] = {entity.id: self._mention(entity) for entity in self.entities}
        data["points"] = points
        data["left_out"] = self._left_out()
        return data

    def _headline(self) -> dict[str, Any]:
        first, *rest = self.figures[:2]
        text = self.statement(first, self.place.short)
        for figure in rest:
            text = text.join(self.statement(figure, Pair("", "it")), "；", "; ")
        return {"text": text.text, "at": sorted({figure.record["at"] for figure in self.figures[:2]})}

    def _summary(self) -> Pair:
        """Return three paragraphs, of which the second may be a list; each sentence cites its own paragraph."""
        figures = self.rng.sample(self.figures, min(4, len(self.figures)))
        subjects = (self.place.short, Pair.of(PHRASES["actors"][self.place.kind]))
        said = [
            _marked(self.statement(figure, subjects[number % 2]), figure.record["at"])
            for number, figure in enumerate(figures)
        ]
        themes = self.rng.sample(list(PHRASES["summaries"]), 6)
        lines = [self._line(theme) for theme in themes]
        blocks = (said, False), (lines[:3], self.rng.random() < 1 / 4), (lines[3:], False)
        paragraphs = [_paragraph(block, listed=listed) for block, listed in blocks]
        return Pair(*("\n\n".join(each) + "\n" for each in zip(*paragraphs, strict=True)))

    def _line(self, theme: str) -> Pair:
        at = next((each["at"][0] for each in self.measures if each["theme"] == theme), 1)
        return _marked(self.fill(self.rng.choice(PHRASES["summaries"][theme])), at)

    def _led(self) -> None:
        """Let the last measure say whose work it is."""
        text = Pair.of(self.measures[-1]["text"])
        self.measures[-1]["text"] = text.join(filled(PHRASES["lead"], team=self.place.stem).sentence()).text

    def _role(self, sector: str) -> dict[str, Any]:
        role = self.rng.choice(("lead", "lead", "emerging", "mentioned"))
        return {"sector": sector, "role": role, "at": [self.rng.randint(1, self.last)]}

    def _mention(self, entity: Entity) -> dict[str, Any]:
        at = self.named[entity.id] or {self.rng.randint(1, self.last)}
        self.named[entity.id] = at
        others = [each for each in self.entities if each.id != entity.id]
        said = fill(Pair.of(self.rng.choice(PHRASES["says"][entity.kind])), lambda name: self._other(name, others))
        if self.rng.random() < 1 / 12:
            said = said.join(alike(f"{{{self.rng.choice(self.figures).id}}}"), "：", ": ")
        return {"at": sorted(at), "says": said.text}

    def _other(self, slot: str, others: Sequence[Entity]) -> Pair:
        """Fill a slot of what is said of an entity with another one."""
        fitting = [each for each in others if each.kind in GROUPS.get(slot, ())]
        return self.rng.choice(fitting or others).inline if slot in GROUPS else self.slot(slot)

    def _points(self) -> dict[str, Any]:
        points = {}
        for name, point in PHRASES["points"].items():
            measure = next(each for each in self.measures if each["theme"] == point["theme"])
            if self.rng.random() < 6 / 7:
                points[name] = {"text": self.fill(self.rng.choice(point["says"])).text, "measure": measure["id"]}
        return points

    def _left_out(self) -> list[dict[str, Any]]:
        """Return the numbers in names, wherever they are named, and a few ranks and phases."""
        numbers = Counter(
            (at, stated, "in-a-name")
            for entity in self.entities
            for at in self.named[entity.id]
            for stated in entity.numbers
        )
        ordinals = self.rng.sample(PHRASES["ordinals"], self.rng.randint(0, 2))
        numbers.update((self.rng.randint(1, self.last), stated, "ordinal") for stated in ordinals)
        return [
            {"stated": stated, "at": at, "reason": reason} | ({"times": times} if times > 1 else {})
            for (at, stated, reason), times in sorted(numbers.items())
        ]

    def index(self, name: str) -> list[dict[str, Any]]:
        """Return the index of the source: of each paragraph a hash, its numbers and its periods."""
        return [self._indexed(name, number) for number in range(self.last + 1)]

    def _indexed(self, name: str, number: int) -> dict[str, Any]:
        figures = [figure.record for figure in self.figures if figure.record["at"] == number]
        stated = [figure["stated"] for figure in figures]
        for left in (each for each in self.data["left_out"] if each["at"] == number):
            stated += [left["stated"]] * left.get("times", 1)
        periods = dict.fromkeys(
            _period_stated(figure["period"]) for figure in figures if figure["period"] != "unstated"
        )
        digits = hashlib.sha256(f"{name}/{self.place.id}/{number}".encode()).hexdigest()[:HASH_DIGITS]
        return {"hash": digits, "figures": stated, "periods": list(periods)}


def _period_stated(period: int | str) -> str:
    year, _, part = str(period).partition("-")
    return STATED[part] if part else f"{year}年"


def _sentences(*clauses: Pair) -> Pair:
    first, *rest = (clause.sentence() for clause in clauses)
    for sentence in rest:
        first = first.join(sentence)
    return first


def _marked(clause: Pair, at: int) -> Pair:
    """Return a clause as a sentence with the mark of its paragraph."""
    return clause.sentence().join(alike(f"[{at}]"))


def _paragraph(sentences: Sequence[Pair], *, listed: bool) -> tuple[str, str]:
    if listed:
        return "\n".join(f"- {each.zh}" for each in sentences), "\n".join(f"- {each.en}" for each in sentences)
    return "".join(each.zh for each in sentences), " ".join(each.en for each in sentences)
