"""One unit from its files to its result: load, check, make, write."""

from briefing import checks
from briefing.content.load import load_briefing
from briefing.content.site import Briefing, ContentUnit
from briefing.engine.context import BuildContext
from briefing.engine.make import make, make_pdfs
from briefing.engine.output import DiscardedOutput
from briefing.engine.result import Stamp, Unit, UnitResult
from briefing.engine.rules import failing
from briefing.linkcheck import redirects
from briefing.linkcheck.links import LinkCollector
from briefing.pages import pages
from briefing.problems import ContentError, Problem, ordered
from briefing.queries.usage import summary_of


def build_unit(unit: Unit, context: BuildContext, output: DiscardedOutput) -> UnitResult:
    """Build one unit into `output`. The result holds every problem; it has files only if none of them is an error."""
    content, problems = read_unit(unit, context)
    summary = summary_of(content) if isinstance(content, Briefing) else None
    if content is None or failing([*problems, *context.problems], strict=context.settings.strict):
        return UnitResult(unit.name, ordered(problems), summary)
    files: dict[str, Stamp] = {}
    rendered: dict[str, bytes] = {}
    pdfs: list[str] = []
    links = LinkCollector(context.renderer.base_url, content.codes)

    def write(name: str, data: bytes) -> None:
        for published, published_data in context.host.published(name, data):
            files[published] = output.write(published, published_data)

    try:
        for name, data in make(content, context):
            write(name, data)
            if name.endswith(".html"):
                links.read(name, data)
                if context.settings.pdf:
                    rendered[name] = data
        for name, data, line in make_pdfs(content, context, rendered) if context.settings.pdf else ():
            write(name, data)
            pdfs.append(line)
    except ContentError as error:
        return UnitResult(unit.name, ordered([*problems, *error.problems]), summary)
    problems += links.problems()
    kept = links.result(with_ids=summary is None)  # other units link to ids of shared pages only
    return UnitResult(unit.name, ordered(problems), summary, files, kept, len(content.languages), tuple(pdfs))


def read_unit(unit: Unit, context: BuildContext) -> tuple[ContentUnit | None, list[Problem]]:
    """Return the content of a unit, None if it cannot be used, and all that is wrong with it."""
    content: ContentUnit | None
    if unit.name:
        content, problems = load_briefing(context.settings.content, unit.name, context.loaded)
    else:
        content, problems = context.loaded and context.loaded.with_summaries(unit.summaries), list(context.problems)
    if content:
        problems += checks.check(content)
    if content and content.complete and not failing(problems, strict=False):
        problems += redirects.check(content, lambda: pages(content))
    return content, problems
