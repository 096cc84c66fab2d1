"""A term of the glossary and the name of a place are rendered as the glossary and `places.yaml` say."""

from collections.abc import Iterator

from briefing.checks.texts import Fault
from briefing.content.names import Name, any_of, found_in, names
from briefing.content.site import ContentFile, ContentUnit
from briefing.content.texts import Text


def check(unit: ContentUnit, _file: ContentFile[object], text: Text) -> Iterator[Fault]:
    """Compare each language of a text with the terms and names that the source's language uses there."""
    source, *others = unit.codes
    first_uses: dict[str, tuple[Name, int]] = {}
    for name, match in found_in(text[source], names(unit), source) if source in text else ():
        if name.kind != "entity":  # a term within the name of an entity is a part of that name
            first_uses.setdefault(match[0], (name, match.start()))
    for language in [code for code in others if code in text]:
        for form, (name, start) in first_uses.items():
            words, allowed = text[language], name.pattern(language)
            choice = " or ".join(f"'{each}'" for each in name.forms[language][:3])
            elsewhere = allowed.sub(lambda match: " " * len(match[0]), words)
            if avoided := any_of(name.avoid.get(language, ())).search(elsewhere):
                message = f"'{avoided[0]}' is to be avoided for {form}; write {choice}"
                yield Fault("avoided-term", message, language, avoided.start(), (source, start))
            elif name.forms[language] and not allowed.search(words):
                message = f"{source} says {form} ('{name.id}'), {language} none of its renderings; write {choice}"
                yield Fault("glossary-term", message, language, 0, (source, start))
