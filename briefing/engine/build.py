"""The pipeline: content/ and templates/ in, a static site out. Nothing is published until everything is right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.engine.builder import Builder
from briefing.engine.cache import cached
from briefing.engine.fingerprints import read_fingerprints
from briefing.engine.output import ComparedOutput, DiscardedOutput, staged_output
from briefing.engine.processes import pooled
from briefing.engine.result import UnitResult
from briefing.engine.staging import Staging
from briefing.linkcheck.links import check_links
from briefing.linkcheck.removed import check_removed
from briefing.problems import ContentError, Problem, UsageError, ordered
from briefing.settings import Settings


@dataclass(frozen=True)
class Summary:
    """The outcome of a command."""

    pages: int
    languages: int
    warnings: tuple[Problem, ...]
    pdfs: tuple[str, ...] = ()
    """A line for each PDF."""
    differences: tuple[str, ...] = ()
    """How the output folder differs from the build, for `verify`."""


def build(settings: Settings) -> Summary:
    """Build and publish the site. Raises ContentError, with every problem, before anything is published."""
    with staged_output(settings) as output:
        results, summary = run(settings, output)
        files = {name: stamp for result in results for name, stamp in result.files.items()}
        # A file that was saved while the site was built may be in it or not: that unit is not remembered.
        output.publish(files, read_fingerprints(settings).unchanged(results))
    return summary


def pdf(settings: Settings) -> Summary:
    """Build the site with the PDFs of its briefings, which its pages then link to."""
    return build(replace(settings, pdf=True))


def check(settings: Settings) -> Summary:
    """Do everything that `build` does, except publish."""
    return run(settings, DiscardedOutput(Staging(settings.output.resolve())))[1]


def verify(settings: Settings) -> Summary:
    """Compare the output folder with a fresh build."""
    if not settings.output.is_dir():
        message = f"{settings.output} is not a folder; build it first"
        raise UsageError(message)
    staging = Staging(settings.output)
    results, summary = run(settings, ComparedOutput(staging))
    files = {name: stamp for result in results for name, stamp in result.files.items()}
    return replace(summary, differences=tuple(staging.differences(files)))


def run(settings: Settings, output: DiscardedOutput) -> tuple[list[UnitResult], Summary]:
    """Build every unit of the site into `output`. Raises ContentError if anything in it, or between units, is wrong."""
    fingerprints = read_fingerprints(settings)
    builder = Builder(settings, output)
    build_units = cached(pooled(builder, builder.prepare), output.recall)  # without both of them: builder
    results: list[UnitResult] = []
    for result in build_units(fingerprints.briefings()):
        results.append(result)
        settings.progress(len(results), len(fingerprints.folders) + 1)
    results += build_units([fingerprints.shared(results)])
    settings.progress(len(results), len(results))
    problems = [problem for result in results for problem in result.problems]
    if all(result.files for result in results):
        files = {name for result in results for name in result.files}
        problems += check_links(files, [result.links for result in results])
        if not all(result.cached for result in results):
            problems += _check_removed(results, files, builder)
    if problems and _failing(problems, settings):
        raise ContentError(problems)
    pages = sum(name.endswith(".html") for result in results for name in result.files)
    pdfs = tuple(line for result in results for line in result.pdfs)
    return results, Summary(pages, results[-1].languages, ordered(problems), pdfs)


def _check_removed(results: Sequence[UnitResult], files: set[str], builder: Builder) -> list[Problem]:
    """Find published pages that would be gone; a unit that was not built again has kept its own."""
    unchanged = [result.unit for result in results if result.cached]
    moved, shared = builder.context.host.publication.moved, builder.context.shared
    published = {each for code in shared.codes for each in builder.output.addresses(code, unchanged)}
    return list(check_removed(published, files, shared, moved))


def _failing(problems: Sequence[Problem], settings: Settings) -> bool:
    from briefing.engine.rules import failing  # noqa: PLC0415 - only problems need the rules of every check

    return failing(problems, strict=settings.strict)
