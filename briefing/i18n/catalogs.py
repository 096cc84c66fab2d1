"""Interface words: extracted from the templates and this package, translated by gettext catalogs compiled in memory.

The words are written in English where they are used, so English needs no catalog; every other language has
`templates/locales/<code>/LC_MESSAGES/messages.po`, and a message missing there is a problem, never a silent fallback.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog as Messages
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations
from jinja2 import TemplateSyntaxError

from briefing.content.model import Language
from briefing.paths import files
from briefing.problems import ContentError, Position, Problem, shown

Catalog = NullTranslations
SOURCE_LANGUAGE = "en"
HERE = Path(__file__).parent.parent
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
METHODS: Mapping[str, tuple[str, dict[str, str]]] = {
    ".html": ("jinja2.ext:babel_extract", {"trimmed": "true", "silent": "false"}),
    ".py": ("python", {}),
}
"""How messages are found: trimmed, as the renderer does; and a template that cannot be read is a problem."""
CALL = re.compile(rb"\b(_|n?p?gettext)\(|{%")
"""What a file with messages, or with a mistake that is to be found, has."""
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def marked(message: str) -> str:
    """Mark a message for translation where it is named, to be translated where it is shown."""
    return message


MessageId = str | tuple[str, ...]
Key = tuple[str | None, MessageId]


def used_messages(templates: Path) -> dict[Key, Position]:
    """Return every message of the templates and of this package, with the first place that uses it.

    Raises ContentError where a template cannot be read.
    """
    found: dict[Key, Position] = {}
    if problems := [
        Problem(Position(shown(file)), "encoding", "not UTF-8; save it as UTF-8") for file in _garbled(templates)
    ]:
        raise ContentError(problems)
    for folder, suffix in ((templates, ".html"), (HERE, ".py")):
        for file in (path for path in files(folder, suffix) if CALL.search(path.read_bytes())):
            for line, message, _, context in _extracted(file):
                found.setdefault((context, message), Position(shown(file), line))
    return found


def _extracted(file: Path) -> list[Any]:
    """Return the messages of one file: (line, message, comments, context) each."""
    method, options = METHODS[file.suffix]
    try:
        return list(extract_from_file(method, str(file), KEYWORDS, options=options))
    except TemplateSyntaxError as error:
        raise ContentError([Problem(Position(shown(file), error.lineno), "template", str(error.message))]) from error


def load_catalogs(templates: Path, languages: tuple[Language, ...]) -> tuple[Mapping[str, Catalog], list[Problem]]:
    """Compile the catalog of each language and compare it with the messages in use.

    Returns the catalogs by language code, and a problem for each message that is missing, damaged or no longer used.
    Raises ContentError where a template cannot be read.
    """
    used = used_messages(templates)
    catalogs: dict[str, Catalog] = {SOURCE_LANGUAGE: NullTranslations()}
    problems: list[Problem] = []
    for language in languages:
        if language.code != SOURCE_LANGUAGE:
            file = templates / "locales" / language.code / "LC_MESSAGES" / "messages.po"
            messages, found = _read(file, language)
            catalogs[language.code] = _compiled(messages)
            problems += found or _compare(used, messages, shown(file))
    return catalogs, problems


def _garbled(templates: Path) -> Iterator[Path]:
    for file in files(templates, ".html"):
        try:
            file.read_text("utf-8")
        except UnicodeDecodeError:
            yield file


def _read(file: Path, language: Language) -> tuple[Messages, list[Problem]]:
    if not file.is_file():
        message = f"{language.name} has no catalog; write one, beginning from that of another language"
        return Messages(), [Problem(Position(shown(file)), "missing-catalog", message)]
    try:
        with file.open("rb") as stream:
            return read_po(stream, locale=language.locale, charset="utf-8", abort_invalid=True), []
    except (PoFileError, UnicodeDecodeError) as error:
        position = Position(shown(file), max(0, getattr(error, "lineno", 0)))
        return Messages(), [Problem(position, "catalog", f"not a gettext catalog: {error}")]


def _compiled(messages: Messages) -> Translations:
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return Translations(compiled)


def _compare(used: Mapping[Key, Position], messages: Messages, file: str) -> Iterator[Problem]:
    known = {(message.context, _id(message.id)): message for message in messages if message.id}
    for key, position in used.items():
        message = known.get(key)
        if message is None or message.fuzzy or not all(text.strip() for text in _texts(message.string)):
            yield Problem(position, "missing-message", f"no finished translation of {_quoted(key)}; add it to {file}")
    for key, message in known.items():
        position = Position(file, message.lineno or 0)
        if key not in used:
            yield Problem(position, "unused-message", f"nothing uses {_quoted(key)}; remove it")
        elif any(_placeholders(text) != _placeholders(_texts(message.id)[-1]) for text in _texts(message.string)):
            yield Problem(position, "message-placeholder", f"keep each %(name)s of {_quoted(key)}, and no other %")


def _id(identifier: object) -> MessageId:
    return tuple(identifier) if isinstance(identifier, list | tuple) else str(identifier)


def _texts(string: object) -> tuple[str, ...]:
    return tuple(str(text or "") for text in string) if isinstance(string, list | tuple) else (str(string or ""),)


def _placeholders(text: str) -> list[str]:
    return sorted([*PLACEHOLDER.findall(text), *re.findall("%", PLACEHOLDER.sub("", text))])


def _quoted(key: Key) -> str:
    context, message = key
    text = message if isinstance(message, str) else message[0]
    return f"“{text}”" + (f" (in the sense of {context})" if context else "")
