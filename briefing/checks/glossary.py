"""A term of the glossary and the name of a place are rendered as the glossary and `places.yaml` say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.texts import Fault, TextCheck
from briefing.content.names import Name, Names, any_of, found_in, names
from briefing.content.site import Loaded, Site
from briefing.content.texts import Text
from briefing.problems import Rule

RULES = (
    Rule(
        "glossary-term",
        "Where a text in the source's language uses a term of the glossary, or the name of a place, each other language"
        " uses one of its renderings there. Of two terms that begin at the same character the longer one counts.",
        'zh: 新培育规上工业企业\nen: "new large-scale companies"',
        'zh: 新培育规上工业企业\nen: "new industrial enterprises above designated size"',
        waivable=True,
    ),
    Rule(
        "avoided-term",
        "A text uses none of the renderings that the glossary lists under `avoid` for a term that it holds.",
        'zh: 完善容缺审批\nen: "fault-tolerant approval"',
        'zh: 完善容缺审批\nen: "approval with documents to follow"',
        waivable=True,
    ),
)


def prepare(site: Site) -> TextCheck:
    """Return the check of one text."""
    known = names(site)
    source, *others = site.codes

    def check(_loaded: Loaded[object], text: Text) -> Iterator[Fault]:
        found = _first_uses(known, text[source], source) if source in text else {}
        for language in others:
            for form, (name, start) in found.items() if language in text else ():
                yield from _faults(name=name, form=form, at=(source, start), language=language, text=text)

    return check


def _first_uses(known: Sequence[Names], words: str, language: str) -> dict[str, tuple[Name, int]]:
    """Return the forms of places and terms in a text with their first offsets; a name within an entity's is its own."""
    found: dict[str, tuple[Name, int]] = {}
    for name, match in found_in(words, known, language):
        if name.kind != "entity":
            found.setdefault(match[0], (name, match.start()))
    return found


def _faults(name: Name, form: str, at: tuple[str, int], language: str, text: Text) -> Iterator[Fault]:
    words = text[language]
    allowed = name.pattern(language)
    elsewhere = allowed.sub(lambda match: " " * len(match[0]), words)
    if avoided := any_of(name.avoid.get(language, ())).search(elsewhere):
        message = f"'{avoided[0]}' is to be avoided for {form}; write {_choice(name, language)}"
        yield Fault("avoided-term", message, language, avoided.start(), at)
    elif name.forms[language] and not allowed.search(words):
        message = (
            f"{at[0]} says {form} ('{name.id}'), {language} none of its renderings; write {_choice(name, language)}"
        )
        yield Fault("glossary-term", message, language, 0, at)


def _choice(name: Name, language: str) -> str:
    return " or ".join(f"'{form}'" for form in name.forms[language][:3])
