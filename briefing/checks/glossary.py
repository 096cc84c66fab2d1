"""A term of the glossary and the name of a place are rendered as the glossary and `places.yaml` say."""

from collections.abc import Iterator

from briefing.checks.texts import Fault, TextCheck
from briefing.content.names import Name, any_of, found_in, names
from briefing.content.site import ContentFile, ContentUnit
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


def prepare(unit: ContentUnit) -> TextCheck:
    """Return the check of one text."""
    known = names(unit)
    source, *others = unit.codes

    def check(_file: ContentFile[object], text: Text) -> Iterator[Fault]:
        first_uses: dict[str, tuple[Name, int]] = {}
        for name, match in found_in(text[source], known, source) if source in text else ():
            if name.kind != "entity":  # a term within the name of an entity is a part of that name
                first_uses.setdefault(match[0], (name, match.start()))
        for language in others:
            for form, (name, start) in first_uses.items() if language in text else ():
                yield from _faults(name, form, (source, start), language, text[language])

    return check


def _faults(name: Name, form: str, use: tuple[str, int], language: str, words: str) -> Iterator[Fault]:
    """Compare the words of one language with the renderings of a name that the source uses in this form."""
    allowed = name.pattern(language)
    choice = " or ".join(f"'{each}'" for each in name.forms[language][:3])
    elsewhere = allowed.sub(lambda match: " " * len(match[0]), words)
    if avoided := any_of(name.avoid.get(language, ())).search(elsewhere):
        message = f"'{avoided[0]}' is to be avoided for {form}; write {choice}"
        yield Fault("avoided-term", message, language, avoided.start(), use)
    elif name.forms[language] and not allowed.search(words):
        message = f"{use[0]} says {form} ('{name.id}'), {language} none of its renderings; write {choice}"
        yield Fault("glossary-term", message, language, 0, use)
