"""What the shared files define is used by something: the rest is a slip of the id, or left behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.names import names
from briefing.problems import Problem, Rule
from briefing.site import Site

RULES = (
    Rule(
        "unused",
        "An entity or sector that no speech names, an indicator or unit of no figure, a term that no text in the"
        " source's language holds is a slip of an id, or left behind. Use it or remove it.",
        "entities.yaml has north-park, and no speech names it",
        "entities:\n  north-park:\n    at: 2",
        severity="warning",
    ),
)


def check(site: Site) -> Iterator[Problem]:
    """Find records of the shared files that nothing refers to; while a speech has errors, nobody knows."""
    for loaded in site.files if site.whole else ():
        name = loaded.name.removesuffix(".yaml")
        if name in ("entities", "sectors", "indicators", "units", "glossary"):
            used = _used(site, name)
            for identity in loaded.record if isinstance(loaded.record, Mapping) else ():
                if identity not in used:
                    message = f"nothing uses '{identity}' of {loaded.name}; use it or remove it"
                    yield Problem(loaded.document.at(identity), "unused", message)


def _used(site: Site, name: str) -> set[str]:
    speeches = [loaded.record for loaded in site.speeches]
    figures = [figure for speech in speeches for figure in speech.figures.values()]
    if name == "entities":
        return {entity for speech in speeches for entity in speech.entities}
    if name == "sectors":
        return {role.sector for speech in speeches for role in speech.sectors}
    if name == "glossary":
        return _terms(site)
    return {figure.indicator if name == "indicators" else figure.unit for figure in figures}


def _terms(site: Site) -> set[str]:
    """Return the terms that a text outside the glossary holds, in the language of the source."""
    language = site.codes[0]
    texts = [text for loaded in site.files if loaded.name != "glossary.yaml" for _, text in loaded.texts()]
    everything = "\n".join(text[language] for text in texts if language in text)
    return {name.id for name in names(site) if name.kind == "term" and name.pattern(language).search(everything)}
