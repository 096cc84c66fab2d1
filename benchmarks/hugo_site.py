"""Write the content as a site of Hugo's that yields the same pages: `python benchmarks/hugo_site.py CONTENT FOLDER`.

Hugo gets a YAML file for each speech and each briefing, of about the size of ours. What its templates cannot reasonably
compute is computed here, outside the time that is measured: figures, periods and dates in words, prose as HTML, the
terms used, versions and reviews, ranks and groups of the comparison. That favours Hugo. Grouping, tables, links
and both languages are left to its templates, the interface words to its i18n files.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from babel.messages.pofile import read_po

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.content.load import Shared
from briefing.content.model import Figure, Measure, Record, Speech
from briefing.content.site import Briefing, Loaded, Site
from briefing.content.texts import Text
from briefing.content.values import CLAIMS, ENTITY_KINDS, ROLES
from briefing.downloads import DOCUMENTED
from briefing.engine.fingerprints import briefing_folders
from briefing.i18n.catalogs import Catalog, load_catalogs
from briefing.i18n.figures import Quantity
from briefing.i18n.labels import CLAIMS_IN_WORDS, ENTITY_KINDS_IN_WORDS
from briefing.markup import prose
from briefing.markup.terms import Terms
from briefing.pages.briefings import choices, examples
from briefing.pages.due import Calendar, calendar
from briefing.pages.glance import Step, pipeline
from briefing.queries.comparison import compare, groups, said_of
from briefing.queries.coverage import numbers
from briefing.render.assets import assets
from briefing.render.renderer import Voice
from briefing.reviews.status import reviewed
from briefing.reviews.versions import version

HERE = Path(__file__).resolve().parent
TEMPLATES, LAYOUTS = HERE.parent / "templates", HERE / "hugo"
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
PLAIN = re.compile(r"[a-z]+(-[a-z][a-z0-9]*)*")
"""What is safe without quotes in every version of YAML, together with what PyYAML quotes itself."""
ADAPTER = '{{{{ partial "pages.html" (dict "adapter" . "id" "{id}") }}}}\n'
"""The content adapter of a briefing: one for each, so that `hugo server` runs that of the changed one only."""
CITED = ("indicator", "claim", "figure", "period", "stated", "paragraph")
QUOTED = ("title", "briefing", "site", "publisher", "version")

Words = dict[str, str]
"""A text in each language."""


class Dumper(yaml.CSafeDumper):
    """Writes YAML that versions 1.1 and 1.2 read alike: `1234e5` is a text, and stays one."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the name is the library's
        """Write everything out: our files have no anchors either."""
        return True


def _string(dumper: Dumper, text: str) -> yaml.ScalarNode:
    style = None if PLAIN.fullmatch(text) else "|" if "\n" in text else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Dumper.add_representer(str, _string)


def main(content: Path, folder: Path) -> None:
    """Write the site of Hugo's."""
    shared = Shared(content)
    site, _ = shared.with_briefings(())
    if site is None:
        raise SystemExit("\n".join(map(str, shared.problems)))
    catalogs, _ = load_catalogs(TEMPLATES, site.languages)
    voices = {each.code: Voice(site, each, catalogs[each.code]) for each in site.languages}
    hugo = Hugo(site, voices, lambda name: _part(shared, name))
    _clear(folder)
    shutil.copytree(LAYOUTS, folder)
    static = assets(TEMPLATES)
    for name, data in static.values():
        _write(folder / "static" / name, data.decode())
    _write(folder / "data/static.yaml", _dumped({name.replace(".", "_"): asset.name for name, asset in static.items()}))
    for name, value in hugo.files(briefing_folders(content)):
        _write(folder / name, value if isinstance(value, str) else _dumped(value))


def _part(shared: Shared, name: str) -> Site:
    """Read one briefing: a national site would not fit into memory at once."""
    site, problems = shared.with_briefings([name])
    if site is None or not site.briefings:
        raise SystemExit("\n".join(map(str, problems)))
    return site.of(name)


def _clear(folder: Path) -> None:
    """Take away what an earlier run wrote, and nothing else."""
    if folder.exists() and any(folder.iterdir()) and not (folder / "hugo.yaml").is_file():
        message = f"{folder} holds something else than a site of Hugo's; name another folder"
        raise SystemExit(message)
    shutil.rmtree(folder, ignore_errors=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _dumped(value: object) -> str:
    return str(yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10**6))


def _named(**values: Any) -> dict[str, Any]:
    """Leave out what is empty, as our YAML does."""
    return {name.rstrip("_"): value for name, value in values.items() if value not in (None, (), [], {}, "", False)}


@dataclass(frozen=True)
class Hugo:
    """The files of Hugo's site, by name, made from the content as we load it."""

    site: Site
    """What all briefings share."""
    voices: Mapping[str, Voice]
    read: Callable[[str], Site]
    """Reads one briefing, with what it shares."""

    def files(self, names: Iterable[str]) -> Iterator[tuple[str, Any]]:
        """Yield everything but layouts and static files: texts as they are, the rest as YAML."""
        config = yaml.safe_load((LAYOUTS / "hugo.yaml").read_text("utf-8"))
        yield "hugo.yaml", config | {"baseURL": self.site.settings.base_url}
        yield from self._shared()
        for code, voice in self.voices.items():
            yield f"i18n/{code}.yaml", list(_messages(code))
            yield f"data/words/{code}.yaml", _words(voice.catalog)
        years: dict[str, int] = {}
        for name in names:
            edition = Edition(self, self.read(name))
            yield f"content/{name}/_content.gotmpl", ADAPTER.format(id=name)
            yield from edition.files()
            years[name] = edition.briefing.record.year
        yield "data/site.yaml", self._settings(sorted(years, key=lambda name: (-years[name], name)))

    def _shared(self) -> Iterator[tuple[str, Any]]:
        """Yield what all briefings share; maps of Hugo have no order, which therefore stands beside them."""
        site = self.site
        kinds: dict[str, Mapping[str, Record]] = {
            "places": site.places,
            "indicators": site.indicators,
            "sectors": site.sectors,
            "themes": site.settings.themes,
            "glossary": site.glossary,
            "entities": site.entities,
        }
        for name, records in kinds.items():
            yield f"data/{name}.yaml", {key: _plain(record) for key, record in records.items()}
        order = {name: list(records) for name, records in kinds.items()}
        order |= {"claims": list(CLAIMS), "roles": list(ROLES), "kinds": list(ENTITY_KINDS)}
        yield "data/order.yaml", order
        yield "data/tables.yaml", [self._table(table) for table in DOCUMENTED]

    def _settings(self, briefings: Sequence[str]) -> dict[str, Any]:
        """Return the site as a whole; its themes have a file of their own."""
        settings = self.site.settings
        languages = [_plain(each) | {"region": each.region} for each in settings.languages]
        said = {name: value for name, value in _plain(settings).items() if name != "themes"}
        return said | {"languages": languages, "briefings": list(briefings)}

    def _table(self, table: Any) -> dict[str, Any]:
        fields = [
            _named(
                name=each.name,
                kind=self.each(lambda voice, each=each: voice.catalog.gettext(each.column.kind.name)),
                meaning=self.each(lambda voice, each=each: str(voice.tagged(each.meaning(voice)))),
                words=list(each.column.words),
            )
            for each in table.fields(self.site.languages)
        ]
        return {
            "id": table.id,
            "meaning": self.each(lambda voice: voice.catalog.gettext(table.meaning)),
            "fields": fields,
        }

    def each(self, write: Any) -> Words:
        """Write something in each language."""
        return {code: str(write(voice)) for code, voice in self.voices.items()}


@dataclass(frozen=True)
class Edition:
    """One briefing: its own file, and those of its speeches."""

    hugo: Hugo
    site: Site
    extra: dict[int, dict[str, int]] = field(default_factory=dict)
    """By figure, its group and its place among the figures of its indicator, its rank and the number of its note."""

    @property
    def briefing(self) -> Briefing:
        """The briefing."""
        return self.site.briefings[0]

    def files(self) -> Iterator[tuple[str, Any]]:
        """Yield the briefing's file, one for each speech, and that of its own entities."""
        self._compare()
        if own := self.briefing.named:
            entities = {"order": list(own.record), "records": _plain(own.record)}
            yield f"assets/{self.briefing.id}/entities.yaml", entities
        yield f"assets/{self.briefing.id}/briefing.yaml", self._record()
        for loaded in self.briefing.speeches:
            yield f"assets/{self.briefing.id}/{loaded.record.place}.yaml", self._speech(loaded)

    def _stands(self, files: Iterable[str]) -> dict[str, Any]:
        """Return the version of some files, and how they were reviewed."""
        names = frozenset(files) | self.site.shared
        review = reviewed(self.site, names)
        last = self.hugo.each(lambda voice: voice.date(review.last)) if review.last else None
        return {"version": version(self.site, names), "review": _named(last=last, whole=review.whole)}

    def _compare(self) -> None:
        """Work out where each figure stands in the comparison."""
        for indicator in self.site.indicators.values():
            order = 0
            said = said_of([loaded.record for loaded in self.briefing.speeches], indicator)
            for number, group in enumerate(groups(said)):
                for each in group.members:
                    self.extra[id(each.figure)] = {"group": number, "order": order}
                    order += 1
        for row in compare(self.site, self.briefing).rows:
            for shown in (shown for cell in row.cells for shown in cell):
                self.extra[id(shown.figure)] |= _named(rank=shown.rank, footnote=shown.note)

    def _record(self) -> dict[str, Any]:
        """Return what `briefing.yaml` says, and what is computed from the whole briefing."""
        site, record = self.site, self.briefing.record
        compared = compare(site, self.briefing)
        review = reviewed(site, self.briefing.files | site.shared)
        return {
            **_plain(record),
            **self._stands(self.briefing.files),
            "log": self._stands(self.briefing.files | ({self.briefing.log.name} if self.briefing.log else set())),
            "points": [_plain(point) for point in record.points.values()],
            "reasons": [_plain(reason) for reason in record.reasons.values()],
            "method": self.hugo.each(lambda voice: prose.block(voice.text(record.method))),
            "reviewed": _plain_review(review),
            "columns": [indicator.id for indicator in compared.indicators],
            "choices": {name: list(values) for name, values in choices(site, self.briefing, compared).items()},
            "examples": [{"place": place, "figure": figure.id} for place, figure in examples(self.briefing)],
            "steps": [self._step(step) for step in pipeline(site, self.briefing)],
            "changes": [self._change(change) for change in self.briefing.changes],
            "due": self._due(calendar(site, self.briefing)),
            "periods": self._periods(),
        }

    def _step(self, step: Step) -> dict[str, Any]:
        return _named(
            place=step.speech.place,
            stage=step.stage,
            count=step.count.id,
            amount=step.amount.id if step.amount else "",
            count_share=str(step.count_share),
            amount_share=str(step.amount_share),
        )

    def _change(self, change: Any) -> dict[str, Any]:
        figures = [{"place": place, "figure": figure} for place, named in change.figures.items() for figure in named]
        date = self.hugo.each(lambda voice: voice.date(change.date))
        return {"id": change.id, "day": change.date, "date": date, "text": _plain(change.text), "figures": figures}

    def _due(self, due: Calendar) -> dict[str, Any]:
        """Return the order of periods and intervals; each figure that recurs says which interval is its own."""
        for number, (_, entries) in enumerate(due.intervals, 1):
            for figure in (figure for each in entries for figure in each.figures):
                self.extra[id(figure)]["interval"] = number
        intervals = [
            self.hugo.each(lambda voice, figure=figure: voice.writer.amount(figure)) for figure, _ in due.intervals
        ]
        return {"periods": list(due.periods), "intervals": intervals}

    def _periods(self) -> dict[str, Words]:
        speeches = [loaded.record for loaded in self.briefing.speeches]
        figures = (figure.period for speech in speeches for figure in speech.figures.values())
        measures = (measure.period for speech in speeches for measure in speech.measures if measure.period)
        found = sorted({*figures, *measures})
        return {period: self.hugo.each(lambda voice, period=period: voice.period(period)) for period in found}

    def _speech(self, loaded: Loaded[Speech]) -> dict[str, Any]:
        speech, paragraphs = loaded.record, self.site.paragraphs(loaded) or ()
        summary, terms = self._terms(speech, speech.summary, block=True)
        return {
            "place": speech.place,
            **self._stands([loaded.name]),
            "headline": {"text": self._inline(speech, speech.headline.text), "at": list(speech.headline.at)},
            "summary": summary,
            "terms": terms,
            "figures": [self._figure(speech, figure) for figure in speech.figures.values()],
            "measures": [self._measure(speech, measure) for measure in speech.measures],
            "sectors": [_plain(role) for role in speech.sectors],
            "entities": [
                {"id": each.id, "at": list(each.at), "says": self._inline(speech, each.says)}
                for each in speech.entities.values()
            ],
            "points": {point: self._point(speech, point) for point in speech.points},
            "paragraphs": list(range(len(paragraphs))),
            "numbers": [
                _named(at=each.paragraph or None, stated=each.stated, reason=each.reason)
                for each in numbers(speech, paragraphs)
            ],
        }

    def _figure(self, speech: Speech, figure: Figure) -> dict[str, Any]:
        return {
            "id": figure.id,
            "place": speech.place,
            "at": figure.at,
            **_named(
                indicator=figure.indicator,
                claim=figure.claim,
                period=figure.period,
                bound=figure.bound,
                value=f"{figure.ends[0]:f}",
                written=self.hugo.each(lambda voice: voice.writer(figure)),
                full=self._full(figure),
                stated=figure.stated,
                tagged=self._tagged(figure.stated),
                scope=_plain(figure.scope),
                note=_plain(figure.note),
            ),
            **self.extra[id(figure)],
        }

    def _full(self, figure: Quantity) -> Words:
        """Return every digit, in the languages that write the amount otherwise."""
        full = self.hugo.each(lambda voice: voice.writer.full(figure))
        amount = self.hugo.each(lambda voice: voice.writer.amount(figure))
        return {code: words for code, words in full.items() if words != amount[code]}

    def _tagged(self, words: str) -> Words:
        """Mark the source's words, for the languages in which they are foreign."""
        tagged = {code: str(voice.tagged(words)) for code, voice in self.hugo.voices.items()}
        return {code: html for code, html in tagged.items() if "<" in html}

    def _measure(self, speech: Speech, measure: Measure) -> dict[str, Any]:
        text, terms = self._terms(speech, measure.text)
        return _named(
            id=measure.id,
            place=speech.place,
            theme=measure.theme,
            title=_plain(measure.title),
            text=text,
            terms=terms,
            at=list(measure.at),
            period=measure.period,
            entities=list(measure.entities),
            sectors=list(measure.sectors),
        )

    def _point(self, speech: Speech, point: str) -> dict[str, Any]:
        """Return a cell of the comparison as HTML, with the claims of the figures that it cites."""
        said = speech.points[point]
        cited = {figure for text in said.text.words.values() for figure in prose.cited(text)}
        claims = sorted({speech.figures[figure].claim for figure in cited})
        return _named(text=self._inline(speech, said.text, f"#m-{said.measure}"), claims=claims)

    def _inline(self, speech: Speech, text: Text, otherwise: str = "") -> Words:
        return self.hugo.each(lambda voice: prose.inline(voice.text(text), voice.citing(speech), otherwise))

    def _terms(self, speech: Speech, text: Text, *, block: bool = False) -> tuple[Words, dict[str, list[str]]]:
        """Return a text as HTML with every term marked that it may explain, and these terms in their order.

        Which of them a page has explained before, its template knows; it takes their marks away.
        """
        write = prose.block if block else prose.inline
        html: Words = {}
        used: dict[str, list[str]] = {}
        for code, voice in self.hugo.voices.items():
            terms = Terms(voice.vocabulary)
            html[code] = str(write(voice.text(text), voice.citing(speech, "", terms)))
            used |= {code: list(terms.used)} if terms.used else {}
        return html, used


def _plain(record: Any) -> Any:
    """Return a record as our YAML has it."""
    if isinstance(record, Text):
        return dict(record.words)
    if isinstance(record, Record):
        return _named(**{name: _plain(getattr(record, name)) for name in type(record).model_fields})
    if isinstance(record, Mapping):
        return {key: _plain(value) for key, value in record.items()}
    return [_plain(each) for each in record] if isinstance(record, tuple) else record


def _plain_review(review: Any) -> dict[str, Any]:
    counts = {"figures": review.figures, "current_figures": review.current_figures, "texts": review.texts}
    return {**counts, "current": dict(review.current)}


def _messages(code: str) -> Iterator[dict[str, str]]:
    """Yield the interface words of a language; a message's id is its English wording, as in our templates."""
    file = TEMPLATES / "locales" / "zh" / "LC_MESSAGES" / "messages.po"
    with file.open("rb") as stream:
        messages = read_po(stream, charset="utf-8")
    for message in (message for message in messages if message.id):
        forms = _forms(message.id)
        words = forms if code == "en" else _forms(message.string)
        name = f"{message.context}: {forms[0]}" if message.context else forms[0]
        one = {"one": _go(words[0])} if len(words) > 1 else {}
        yield {"id": name, **one, "other": _go(words[-1])}


def _forms(text: object) -> Sequence[str]:
    """Return the forms of a message by number, or the only one it has."""
    return [str(each) for each in text] if isinstance(text, list | tuple) else [str(text)]


def _go(text: str) -> str:
    """Turn `%(year)s` into `{{ .year }}`."""
    return PLACEHOLDER.sub(r"{{ .\1 }}", text)


def _words(catalog: Catalog) -> dict[str, Any]:
    """Return the words that pages show in every language at once, which Hugo's i18n has in the page's only."""
    _ = catalog.gettext
    figure = _(
        "%(indicator)s, %(claim)s: %(figure)s (%(period)s; in the speech: %(stated)s, paragraph %(paragraph)s). "
    )
    page = _("“%(title)s”, %(briefing)s, %(site)s; after %(publisher)s. Version %(version)s, ")
    return {
        "figure": _numbered(figure, CITED),
        "page": _numbered(page, QUOTED),
        "reviewed": _numbered(_("reviewed %(date)s. "), ("date",)),
        "unreviewed": _("not yet reviewed. "),
        "copy": _("Copy"),
        "copied": _("Copied"),
        "notice": _(
            "Figures are what the speeches say; nothing here is an endorsement, a forecast or advice to invest."
        ),
        "missing": _("There is no page at this address"),
        "enter": _("To all briefings"),
        "claims": {claim: _(words) for claim, words in CLAIMS_IN_WORDS.items()},
        "titles": {title: _(title) for title in (*TITLES, *ENTITY_KINDS_IN_WORDS.values())},
    }


TITLES = (
    "At a glance",
    "Sectors",
    "Themes",
    "Indicators",
    "Names",
    "Due dates",
    "About and method",
    "Data",
    "Changes",
)
"""The titles of pages that are no texts of the content, for citations."""


def _numbered(text: str, names: Sequence[str]) -> str:
    """Turn `%(figure)s` into `%[3]v`, for Go's printf."""
    return PLACEHOLDER.sub(lambda match: f"%[{names.index(match[1]) + 1}]v", text)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
