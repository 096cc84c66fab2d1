"""How a figure relates to others of its speech, in words: what it is a part of, corrects, or goes beyond."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.content.model import Figure
from briefing.i18n.catalogs import marked as _
from briefing.i18n.localizer import Localizer

WORDS = {
    "superseded_by": _("the speech corrects it to %(figure)s"), "supersedes": _("corrects %(figure)s"),
    "stretch_of": _("stretch goal beyond %(figure)s"), "part_of": _("part of %(figure)s"), "of": _("for %(figure)s"),
}  # fmt: skip
"""By relation, the words for it; the figure that they name is the other one."""


class Relation(NamedTuple):
    """A relation of a figure: its key, its words, and the figure that they name."""

    key: str
    words: str
    other: Figure | None


def relations(localizer: Localizer, figure: Figure) -> Iterator[Relation]:
    """Yield every relation of a figure, those first that say whether it may be compared."""
    if figure.cumulative:
        yield Relation("cumulative", localizer.catalog.gettext("cumulative since the beginning of the year"), None)
    for key, words in WORDS.items():
        other = getattr(figure, key)
        if isinstance(other, str):
            other = figure.speech.figures[other]
        if other:
            write = localizer.figures.format if other.change == figure.change else localizer.figures.alone
            named = write(other)
            if other.indicator != figure.indicator:  # a number alone (9个) would not say of what
                name = localizer.text(figure.speech.briefing.shared.indicators[other.indicator].short)
                named = localizer.catalog.gettext("%(figure)s (%(name)s)") % {"figure": named, "name": name}
            yield Relation(key, localizer.catalog.gettext(words) % {"figure": named}, other)
