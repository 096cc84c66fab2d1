"""The generator: content/ and templates/ in, a static site out.

Data flows one way: inputs -> parts (load -> check -> pages -> render -> export) -> links -> publish. A part whose
inputs have not changed is not made again. Nothing is published until everything is known to be right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.engine.cache import Made, remember
from briefing.engine.fingerprints import read_inputs
from briefing.engine.making import Maker
from briefing.engine.outputs import Next, Nowhere, Present
from briefing.engine.staging import Desk, opened
from briefing.linkcheck.links import across
from briefing.problems import ContentError, Problem, UsageError, ordered
from briefing.settings import Settings

__all__ = ["ContentError", "Settings", "Summary", "UsageError", "build", "check", "pdf", "verify"]


@dataclass(frozen=True)
class Summary:
    """What a command did: pages, languages, the PDFs it wrote, the warnings it passed over, and what differs."""

    pages: int
    languages: int
    warnings: tuple[Problem, ...] = ()
    differences: tuple[str, ...] = ()
    books: tuple[str, ...] = ()


def build(settings: Settings) -> Summary:
    """Build the site. Raises ContentError, with every problem, before anything is published."""
    _refuse_overlap(settings)
    with opened(settings.output.resolve(), settings.waiting) as desk:
        made, warnings = _parts(Maker(settings, Next(desk)))
        now = read_inputs(settings)  # what was saved while the site was made is not what is remembered
        remember(desk, [each for each in made if each.key == now.key(each.part, made)])
        desk.exchange()
    return _summary(made, warnings)


def pdf(settings: Settings) -> Summary:
    """Build the site with the PDFs of its briefings, which its pages then link."""
    return build(replace(settings, pdf=True))


def check(settings: Settings) -> Summary:
    """Do everything that `build` does but write."""
    return _summary(*_parts(Maker(settings, Nowhere(Desk(settings.output.resolve())))))


def verify(settings: Settings) -> Summary:
    """Compare the output folder with a fresh build."""
    if not settings.output.is_dir():
        message = f"{settings.output} is not a folder; build it first"
        raise UsageError(message)
    desk = Desk(settings.output)
    made, warnings = _parts(Maker(settings, Present(desk)))
    files = {name: stamp for each in made for name, stamp in each.files.items()}
    return replace(_summary(made, warnings), differences=tuple(desk.differences(files)))


def _parts(maker: Maker) -> tuple[list[Made], list[Problem]]:
    """Make the parts of the site; return them, and the warnings.

    Raises ContentError where any of them, or a link between them, is wrong.
    """
    made = maker.parts(read_inputs(maker.settings))
    problems = [problem for each in made for problem in each.problems]
    if all(each.files for each in made):  # a part that could not be made has none to lead to
        problems += [*across(made), *maker.vanished(made)]
    if maker.failing(problems):
        raise ContentError(problems)
    return made, problems


def _summary(made: Sequence[Made], warnings: Sequence[Problem]) -> Summary:
    pages = sum(name.endswith(".html") for each in made for name in each.files)
    return Summary(
        pages, made[-1].languages, ordered(warnings), books=tuple(book for each in made for book in each.books)
    )


def _refuse_overlap(settings: Settings) -> None:
    """Refuse to write where the next build would read, or the other way round."""
    output = settings.output.resolve()
    for folder in (settings.content.resolve(), settings.templates.resolve()):
        if output.is_relative_to(folder) or folder.is_relative_to(output):
            message = f"{settings.output} and {folder} lie one in the other; name another output folder"
            raise UsageError(message)
