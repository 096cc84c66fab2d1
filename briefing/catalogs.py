"""Interface words: extracted from the templates and this package, translated by gettext catalogs compiled in memory.

The words are written in English where they are used, so English needs no catalog; every other language has
`templates/locales/<code>/LC_MESSAGES/messages.po`, and a message missing there is a problem, never a silent fallback.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog as Messages
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations

from briefing.model import Language
from briefing.problems import Place, Problem

Catalog = NullTranslations
SOURCE_LANGUAGE = "en"
HERE = Path(__file__).parent
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
METHODS = [
    ("**.html", "jinja2.ext:babel_extract"),
    ("**.xml", "jinja2.ext:babel_extract"),
    ("**.py", "python"),
]

MessageId = str | tuple[str, ...]
Key = tuple[str | None, MessageId]


@dataclass(frozen=True)
class Used:
    """A message that the interface uses, and where."""

    key: Key
    place: Place


def used_messages(templates: Path) -> dict[Key, Used]:
    """Return every message of the templates and of this package, with the first place that uses it."""
    found: dict[Key, Used] = {}
    for folder, name in ((templates, templates.name), (HERE, HERE.name)):
        for file, line, message, _, context in extract_from_dir(
            folder, METHODS, keywords=KEYWORDS, strip_comment_tags=True
        ):
            key = (context, message)
            found.setdefault(key, Used(key, Place(f"{name}/{Path(file).as_posix()}", line)))
    return found


def load_catalogs(templates: Path, languages: tuple[Language, ...]) -> tuple[Mapping[str, Catalog], list[Problem]]:
    """Compile the catalog of each language and compare it with the messages in use.

    Returns the catalogs by language code, and a problem for each message that is missing, damaged or no longer used.
    """
    used = used_messages(templates)
    catalogs: dict[str, Catalog] = {}
    problems: list[Problem] = []
    for language in languages:
        file = templates / "locales" / language.code / "LC_MESSAGES" / "messages.po"
        if language.code == SOURCE_LANGUAGE:
            catalogs[language.code] = NullTranslations()
            continue
        messages, found = _read(file, f"{templates.name}/{file.relative_to(templates).as_posix()}", language)
        catalogs[language.code] = _compiled(messages)
        problems += found or _compare(
            used, messages, Place(f"{templates.name}/{file.relative_to(templates).as_posix()}")
        )
    return catalogs, problems


def _read(file: Path, name: str, language: Language) -> tuple[Messages, list[Problem]]:
    if not file.is_file():
        message = f"{language.name} has no catalog; write one, beginning from that of another language"
        return Messages(), [Problem(Place(name), "missing-catalog", message)]
    try:
        with file.open("rb") as stream:
            return read_po(stream, locale=language.locale, charset="utf-8", abort_invalid=True), []
    except (PoFileError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", 0)
        return Messages(), [Problem(Place(name, line), "catalog", f"not a gettext catalog: {error}")]


def _compiled(messages: Messages) -> Translations:
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return Translations(compiled)


def _compare(used: Mapping[Key, Used], messages: Messages, place: Place) -> Iterator[Problem]:
    known = {(message.context, _id(message.id)): message for message in messages if message.id}
    for key, use in used.items():
        message = known.get(key)
        if message is None or not all(_strings(message)):
            yield Problem(use.place, "missing-message", f"no translation of {_quoted(key)}; add it to {place.file}")
    for key, message in known.items():
        at = Place(place.file, message.lineno or 0)
        if key not in used:
            yield Problem(at, "unused-message", f"nothing uses {_quoted(key)}; remove it")
        for error in message.check(messages):
            yield Problem(at, "message-placeholder", f"{error}; keep the %(name)s of the original")


def _id(identifier: object) -> MessageId:
    return tuple(identifier) if isinstance(identifier, list | tuple) else str(identifier)


def _strings(message: Message) -> tuple[object, ...]:
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string,)


def _quoted(key: Key) -> str:
    context, message = key
    text = message if isinstance(message, str) else message[0]
    return f"“{text}”" + (f" (in the sense of {context})" if context else "")
