"""One unit from its files to its result: load, check, make, write."""

from dataclasses import replace

from briefing import checks
from briefing.content.load import load_briefing
from briefing.content.site import Briefing, ContentUnit
from briefing.engine.context import BuildContext
from briefing.engine.make import make, make_pdfs
from briefing.engine.reports import failing
from briefing.engine.result import Unit, UnitResult, Write
from briefing.engine.staging import Stamp
from briefing.linkcheck import redirects
from briefing.linkcheck.links import LinkCollector
from briefing.pages import pages
from briefing.problems import ContentError, Problem, ordered
from briefing.queries.usage import summary_of


def build_unit(unit: Unit, context: BuildContext, write: Write) -> UnitResult:
    """Build one unit. The result holds every problem; it has files only if none of them is an error."""
    content, problems = read_unit(unit, context)
    summary = summary_of(content) if isinstance(content, Briefing) and content.file.usable else None
    result = UnitResult(unit.name, unit.fingerprint, ordered(problems), summary)
    if content is None or failing([*problems, *context.problems], strict=context.settings.strict):
        return result
    files: dict[str, Stamp | None] = {}
    rendered: dict[str, bytes] = {}
    pdfs: list[str] = []
    links = LinkCollector(context.renderer.base_url, content.codes)

    def publish(name: str, data: bytes) -> None:
        for published, published_data in context.host.published(name, data):
            files[published] = write(published, published_data)

    try:
        for name, data in make(content, context):
            publish(name, data)
            if name.endswith(".html"):
                links.read(name, data)
                if context.settings.pdf:
                    rendered[name] = data
        if context.settings.pdf and isinstance(content, Briefing):
            for name, data, line in make_pdfs(content, context, rendered):
                publish(name, data)
                pdfs.append(line)
    except ContentError as error:
        return replace(result, problems=ordered([*problems, *error.problems]))
    # The pages at old addresses lead to the same fragments: where one is missing, the line that says so is told alone.
    problems += list(redirects.check_fragments(content.shared, links.ids)) or links.problems()
    return replace(
        result,
        problems=ordered(problems),
        files=files,
        links=links.result(with_ids=summary is None),  # other units link to ids of shared pages only
        languages=len(content.languages),
        pdfs=tuple(pdfs),
    )


def read_unit(unit: Unit, context: BuildContext) -> tuple[ContentUnit | None, list[Problem]]:
    """Return the content of a unit, None if it cannot be used, and all problems of it."""
    content: ContentUnit | None
    if unit.name:
        content, problems = load_briefing(context.settings.content, unit.name, context.loaded)
    else:
        content, problems = context.loaded and context.loaded.with_summaries(unit.summaries), list(context.problems)
    if content:
        problems += checks.check(content)
        if content.complete and not failing(problems, strict=False):
            problems += redirects.check(content, pages(content))
    return content, problems
