"""The pipeline: content/ and templates/ in, a static site out. Nothing is published until everything is right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from briefing.engine.cache import cached, recall, remember
from briefing.engine.fingerprints import read_fingerprints
from briefing.engine.processes import pooled
from briefing.engine.reports import failing
from briefing.engine.result import Unit, UnitResult, Write
from briefing.engine.staging import Staging, Stamp, open_staging
from briefing.linkcheck.links import check_links
from briefing.linkcheck.removed import check_removed
from briefing.problems import ContentError, Problem, UsageError, ordered
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.engine.context import BuildContext


class Output(NamedTuple):
    """How a command writes files and uses what is published."""

    write: Write
    recall: Callable[[Unit], UnitResult | None]
    """Returns the result of an earlier build of the same unit; None if the unit has to be built."""
    addresses: Callable[[Iterable[str], Collection[str]], Iterable[str]]
    """Returns the published addresses below some languages, except those of some briefings."""


@dataclass(frozen=True)
class Summary:
    """The outcome of a command."""

    results: Sequence[UnitResult]
    files: Mapping[str, Stamp | None]
    pages: int
    languages: int
    warnings: tuple[Problem, ...]
    pdfs: tuple[str, ...]
    differences: tuple[str, ...] = ()
    """How the output folder differs from the build, for `verify`."""


def build(settings: Settings) -> Summary:
    """Build and publish the site. Raises ContentError, with every problem, before anything is published."""
    with open_staging(settings) as staging:
        summary = run(settings, Output(staging.write, partial(recall, staging), staging.addresses))
        # A file saved while the site was built may be in it or not: the result of its unit is not kept.
        remember(staging, read_fingerprints(settings).unchanged(summary.results))
        staging.publish(summary.files)
    return summary


def pdf(settings: Settings) -> Summary:
    """Build the site with the PDFs of its briefings, which its pages then link to."""
    return build(replace(settings, pdf=True))


def check(settings: Settings) -> Summary:
    """Do everything that `build` does, except write."""
    staging = Staging(settings.output.resolve())
    return run(settings, Output(lambda _name, _data: None, partial(recall, staging), staging.addresses))


def verify(settings: Settings) -> Summary:
    """Compare the output folder with a build of every unit."""
    if not settings.output.is_dir():
        raise UsageError(f"{settings.output} is not a folder; build it first")
    staging = Staging(settings.output)
    # A published page that the build does not have is a difference, so it need not be reported as a removed one.
    summary = run(settings, Output(staging.find, lambda _unit: None, lambda _languages, _briefings: ()))
    return replace(summary, differences=tuple(staging.differences(summary.files)))


def run(settings: Settings, output: Output) -> Summary:
    """Build every unit of the site into `output`. Raises ContentError if anything in it, or between units, is wrong."""
    fingerprints = read_fingerprints(settings)
    builder = Builder(settings, output.write)
    build_units = cached(pooled(builder, builder.prepare), output.recall)  # without the two: builder
    results: list[UnitResult] = []
    for result in build_units(fingerprints.briefings()):
        results.append(result)
        settings.progress(len(results), len(fingerprints.folders) + 1)
    results += build_units([fingerprints.shared(results)])
    settings.progress(len(results), len(results))
    files = {name: stamp for result in results for name, stamp in result.files.items()}
    problems = [problem for result in results for problem in result.problems]
    if all(result.files for result in results):
        problems += check_links(files, [result.links for result in results])
        unchanged = [result.unit for result in results if result.cached]
        if len(unchanged) < len(results):
            shared, moved = builder.context.shared, builder.context.host.publication.moved
            published = output.addresses(shared.codes, unchanged)
            problems += check_removed(published, files, shared.codes, moved, shared.setting("moved"))
    if failing(problems, strict=settings.strict):
        raise ContentError(problems)
    pages = sum(name.endswith(".html") for name in files)
    pdfs = tuple(line for result in results for line in result.pdfs)
    return Summary(results, files, pages, results[-1].languages, ordered(problems), pdfs)


class Builder:
    """Builds units one after the other. The modules that do it are loaded when the first unit has to be built."""

    def __init__(self, settings: Settings, write: Write) -> None:
        self.settings, self.write = settings, write

    def __call__(self, units: Sequence[Unit]) -> Iterator[UnitResult]:
        """Build units and yield their results."""
        from briefing.engine.units import build_unit  # noqa: PLC0415 - a build with nothing changed needs none of it

        for unit in units:
            yield build_unit(unit, self.context, self.write)

    def prepare(self) -> None:
        """Read the templates, if the shared content can be used."""
        if self.context.loaded:
            _ = self.context.renderer

    @cached_property
    def context(self) -> BuildContext:
        """The build context. Raises UsageError and ContentError as `BuildContext` does."""
        from briefing.engine.context import BuildContext  # noqa: PLC0415 - likewise

        return BuildContext(self.settings)
