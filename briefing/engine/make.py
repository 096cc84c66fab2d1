"""A unit -> its files. This is the one place where pages, exports, downloads and static files come together."""

from collections.abc import Iterator, Mapping

from briefing.content.site import Briefing, ContentUnit
from briefing.downloads import downloads, shared_downloads
from briefing.engine.context import BuildContext
from briefing.exports import exports
from briefing.pages import moved_pages, pages
from briefing.problems import ContentError, Problem, UsageError
from briefing.urls import MARKER, MARKER_TEXT


def make(unit: ContentUnit, context: BuildContext) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a unit, by name: its pages first, then what machines read.

    Raises ContentError, with the problems of all its pages, if a template fails.
    """
    renderer, host = context.renderer, context.host
    unit_pages = list(pages(unit))
    problems: list[Problem] = []
    for page in (*unit_pages, *moved_pages(host.moves_without_redirect, unit_pages)):
        try:
            yield page.file, renderer.render(page)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    yield from exports(unit, unit_pages, renderer.localizers, renderer.base_url)
    if isinstance(unit, Briefing):
        yield from downloads(unit, renderer.localizers, renderer.base_url)
    else:
        yield from shared_downloads(unit, renderer.base_url)
        yield from renderer.assets.values()
        yield from host.files().items()
        yield MARKER, MARKER_TEXT


def make_pdfs(
    briefing: Briefing, context: BuildContext, rendered: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes, str]]:
    """Yield the PDFs of a briefing from its rendered pages: the name, the bytes, and a line for the command's report.

    Raises UsageError if WeasyPrint, which only this function needs, cannot be loaded.
    """
    try:
        from briefing.pdf import pdf_files  # noqa: PLC0415 - WeasyPrint is an extra
    except ImportError as error:
        install = "python -m pip install --require-hashes -r requirements-pdf.lock"
        message = f"PDFs need WeasyPrint ({error}); {install}, or WeasyPrint alone: pip install weasyprint"
        raise UsageError(message) from error
    except OSError as error:
        raise UsageError(f"WeasyPrint needs Pango ({error}); install it, such as Debian's libpangoft2-1.0-0") from error
    for pdf in pdf_files(briefing, list(pages(briefing)), rendered, context.renderer):
        yield pdf.name, pdf.data, str(pdf)
