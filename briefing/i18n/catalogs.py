"""Interface words: extracted from the templates and this package, translated by gettext catalogs compiled in memory.

The words are written in English where they are used, so English needs no catalog; every other language has
`templates/locales/<code>/LC_MESSAGES/messages.po`, and a message missing there is a problem, never a silent fallback.
"""

import functools
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog as Messages
from babel.messages.catalog import Message as MessageEntry
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations
from jinja2 import TemplateSyntaxError

from briefing.content.model import Language
from briefing.paths import files
from briefing.problems import ContentError, Position, Problem, shown

Catalog = NullTranslations
Key = tuple[str | None, str | tuple[str, ...]]
"""A message: its context, if another has the same words, and its words; singular and plural if it counts something."""
WRITTEN_IN = "en"
"""The language of the messages, which needs no catalog."""
PACKAGE = Path(__file__).parent.parent
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}
"""The functions that take a message, and which of their arguments are words or the context."""
CALL = re.compile(r"\b(_|n?p?gettext)\(|{%")
"""Finds the files that may hold a message, or a mistake in a template; parsing the others would cost time."""
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def marked(message: str) -> str:
    """Return a message as it is: this marks it for extraction, to be translated later."""
    return message


def load_catalogs(templates: Path, languages: tuple[Language, ...]) -> tuple[Mapping[str, Catalog], list[Problem]]:
    """Compile the catalog of each language and compare it with the messages in use.

    Returns the catalogs by language code, and a problem for each message that is missing, damaged or no longer used.
    Raises ContentError if a template cannot be read.
    """
    used = used_messages(templates)
    catalogs: dict[str, Catalog] = {WRITTEN_IN: NullTranslations()}
    problems: list[Problem] = []
    for language in (each for each in languages if each.code != WRITTEN_IN):
        file = templates / "locales" / language.code / "LC_MESSAGES" / "messages.po"
        messages = Messages()
        try:
            with file.open("rb") as stream:
                messages = read_po(stream, locale=language.locale, charset="utf-8", abort_invalid=True)
            problems += compare(used, messages, shown(file))
        except OSError:
            message = f"{language.name} has no catalog; write one, beginning from that of another language"
            problems.append(Problem(Position(shown(file)), "missing-catalog", message))
        except (PoFileError, UnicodeDecodeError) as error:
            position = Position(shown(file), max(0, getattr(error, "lineno", 0)))
            problems.append(Problem(position, "catalog", f"not a gettext catalog: {error}"))
        compiled = io.BytesIO()
        write_mo(compiled, messages)
        compiled.seek(0)
        catalogs[language.code] = Translations(compiled)
    return catalogs, problems


def used_messages(templates: Path) -> dict[Key, Position]:
    """Return every message of the templates and of this package, with the first place that uses it.

    Raises ContentError if a template cannot be read.
    """
    found: dict[Key, Position] = {}
    problems: list[Problem] = []
    for folder, suffix, method in ((templates, ".html", "jinja2.ext:babel_extract"), (PACKAGE, ".py", "python")):
        for file in files(folder, suffix):
            try:
                for key, line in extracted(method, file.read_bytes()):
                    found.setdefault(key, Position(shown(file), line))
            except UnicodeDecodeError:
                problems.append(Problem(Position(shown(file)), "encoding", "not UTF-8; save it as UTF-8"))
            except TemplateSyntaxError as error:
                problems.append(Problem(Position(shown(file), error.lineno), "template", str(error.message)))
    if problems:
        raise ContentError(problems)
    return found


@functools.lru_cache(maxsize=1024)
def extracted(method: str, data: bytes) -> tuple[tuple[Key, int], ...]:
    """Return the messages of a file with their lines; a file that is the same in the next build is not parsed again.

    Messages are trimmed as the renderer trims them. Raises UnicodeDecodeError or TemplateSyntaxError.
    """
    if not CALL.search(data.decode()):
        return ()
    messages = extract(method, io.BytesIO(data), KEYWORDS, options={"trimmed": "true", "silent": "false"})
    return tuple(((context, words), line) for line, words, _comments, context in messages)


def compare(used: Mapping[Key, Position], messages: Messages, file: str) -> Iterator[Problem]:
    """Compare the messages of a catalog with those in use, both ways."""
    known: dict[Key, MessageEntry] = {
        (each.context, each.id if isinstance(each.id, str) else tuple(each.id)): each for each in messages if each.id
    }
    for key, position in used.items():
        found = known.get(key)
        if found is None or found.fuzzy or not all(text.strip() for text in _forms(found.string)):
            yield Problem(position, "missing-message", f"no finished translation of {_quoted(key)}; add it to {file}")
    for key, entry in known.items():
        position = Position(file, entry.lineno or 0)
        placeholders = _placeholders(_forms(entry.id)[-1])
        if key not in used:
            yield Problem(position, "unused-message", f"nothing uses {_quoted(key)}; remove it")
        elif any(_placeholders(text) != placeholders for text in _forms(entry.string)):
            yield Problem(
                position, "message-placeholder", f"keep each %(name)s of {_quoted(key)}, each |, and no other %"
            )


def _forms(words: object) -> tuple[str, ...]:
    """Return the forms of a message or of its translation: one, or one for each number."""
    return tuple(str(text or "") for text in words) if isinstance(words, list | tuple) else (str(words or ""),)


def _placeholders(text: str) -> list[str]:
    """Return the names of a text's placeholders, every other %, and each | that separates the words of a list."""
    return sorted([*PLACEHOLDER.findall(text), *re.findall("[%|]", PLACEHOLDER.sub("", text))])


def _quoted(key: Key) -> str:
    context, message = key
    return f"“{_forms(message)[0]}”" + (f" (in the sense of {context})" if context else "")
