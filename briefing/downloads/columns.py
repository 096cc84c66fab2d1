"""Columns and tables: declared once, and everything that shows, writes or describes the data derives from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from briefing.content.model import Language, Speech
from briefing.content.site import Briefing, Site
from briefing.i18n.catalogs import marked as _
from briefing.urls import absolute

if TYPE_CHECKING:
    from briefing.render.renderer import Voice

R = TypeVar("R")
Value = str | int | Decimal | tuple[str, ...] | tuple[int, ...] | None
"""What a cell holds; None where it is empty."""
Filled = Literal["always", "stated", "sometimes"]
"""When a column has a value: always, always in a row that states a figure and never otherwise, or now and then."""


@dataclass(frozen=True)
class Kind:
    """A kind of value: its name, a message, and its JSON Schema."""

    name: str
    schema: Mapping[str, Any]


TEXT = Kind(_("text"), {"type": "string"})
NUMBER = Kind(_("exact number"), {"type": "number"})
WHOLE = Kind(_("whole number"), {"type": "integer"})
DATE = Kind(_("date"), {"type": "string", "format": "date"})
ADDRESS = Kind(_("web address"), {"type": "string", "format": "uri"})
TEXTS = Kind(_("list of texts"), {"type": "array", "items": TEXT.schema})
WHOLES = Kind(_("list of whole numbers"), {"type": "array", "items": WHOLE.schema})


@dataclass(frozen=True)
class Edition:
    """One briefing as it is published: where, and in which voices."""

    site: Site
    briefing: Briefing
    base_url: str
    voices: Mapping[str, Voice]

    @property
    def speeches(self) -> Iterator[Speech]:
        """The speeches, in the source's order."""
        return (loaded.record for loaded in self.briefing.speeches)

    @property
    def files(self) -> frozenset[str]:
        """The content files that the data rests on, which its version and review are those of."""
        return self.briefing.files | self.site.shared

    def address(self, voice: Voice, part: str, anchor: str = "") -> str:
        """Return the absolute address of a page of the briefing in the voice's language, or of a record on it."""
        page = absolute(self.base_url, (voice.language.code, self.briefing.id, part))
        return f"{page}#{anchor}" if anchor else page


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column as it is declared; a localised one stands once for each language of the site: `name_zh`, `name_en`."""

    name: str
    kind: Kind
    meaning: str
    """A message."""
    value: Callable[[R, Voice], Value]
    localised: bool = False
    filled: Filled = "always"
    words: tuple[str, ...] = ()
    """The only values it has, where they are few and fixed."""


@dataclass(frozen=True)
class Field(Generic[R]):
    """A column as it stands in a table, in one language if it is localised."""

    name: str
    column: Column[R]
    language: Language

    def meaning(self, voice: Voice) -> str:
        """Say what it holds, in the language of a page."""
        meaning = str(voice.catalog.gettext(self.column.meaning))
        if not self.column.localised:
            return meaning
        pattern = str(voice.catalog.gettext("%(meaning)s (%(language)s)"))
        return pattern % {"meaning": meaning, "language": _language_name(self.language, voice)}


def _language_name(language: Language, voice: Voice) -> str:
    names = voice.locale.languages
    return str(names.get(language.tag.replace("-", "_")) or names.get(language.family) or language.name)


@dataclass(frozen=True)
class Table(Generic[R]):
    """A table: its name in the files, what its rows are (a message), its columns, and where its rows come from."""

    id: str
    meaning: str
    columns: tuple[Column[R], ...]
    rows: Callable[[Edition], Iterable[R]]

    def fields(self, languages: Sequence[Language]) -> tuple[Field[R], ...]:
        """Return the columns as they stand in the files."""
        return tuple(field for column in self.columns for field in _fields(column, languages))

    def fill(self, edition: Edition) -> Sheet:
        """Return the table of one briefing."""
        fields = self.fields(edition.site.languages)
        rows = [
            tuple(field.column.value(row, edition.voices[field.language.code]) for field in fields)
            for row in self.rows(edition)
        ]
        return Sheet(self.id, fields, rows)


def _fields(column: Column[R], languages: Sequence[Language]) -> Iterator[Field[R]]:
    if not column.localised:
        yield Field(column.name, column, languages[0])
    for language in languages if column.localised else ():
        yield Field(f"{column.name}_{language.code}", column, language)


@dataclass(frozen=True)
class Sheet:
    """A table of one briefing, filled: a cell for each column of each row."""

    id: str
    fields: tuple[Field[Any], ...]
    rows: Sequence[tuple[Value, ...]]

    @property
    def records(self) -> list[dict[str, Value]]:
        """The rows, each cell by the name of its column."""
        names = [field.name for field in self.fields]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


def plain(value: Value) -> str:
    """Write a cell as text: a number with every digit and nothing else, a list in a row, nothing where it is empty."""
    if isinstance(value, tuple):
        return "; ".join(str(item) for item in value)
    return f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)
