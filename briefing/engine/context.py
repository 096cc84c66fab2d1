"""What every unit of a build is made with, read once in each process."""

from functools import cached_property

from briefing.checks.addresses import placeholder
from briefing.content.load import load_shared
from briefing.content.site import Shared
from briefing.downloads import DOCUMENTED
from briefing.hosts import Hosting, Publication
from briefing.hosts.policy import content_policy
from briefing.i18n.catalogs import load_catalogs
from briefing.i18n.localizer import localizers
from briefing.problems import UsageError
from briefing.redirects import all_moves
from briefing.render.renderer import Renderer
from briefing.settings import Settings


class BuildContext:
    """The shared content, the catalogs, the templates and the host of one build.

    Raises UsageError if the content or the templates are not a folder, ContentError if a template cannot be read.
    """

    def __init__(self, settings: Settings) -> None:
        if not settings.templates.is_dir():
            message = f"{settings.templates} is not a folder; --templates names the folder that holds the templates"
            raise UsageError(message)
        self.settings = settings
        self.loaded, self.problems = load_shared(settings.content)
        """The shared content, None if one of its files cannot be used; and the problems of everything held here."""
        if self.loaded:
            self._catalogs, problems = load_catalogs(settings.templates, self.loaded.languages)
            self.problems += problems
            if settings.target != "none" and not settings.base_url:
                self.problems += placeholder(self.loaded)

    @property
    def shared(self) -> Shared:
        """The shared content, once it is known to be there."""
        if self.loaded is None:
            raise AssertionError(self.problems)
        return self.loaded

    @cached_property
    def renderer(self) -> Renderer:
        """The renderer of every page. It needs shared content and catalogs without errors."""
        settings, shared = self.settings, self.shared
        base_url = settings.base_url or shared.settings.base_url
        template_globals = {"content_policy": content_policy, "tables": DOCUMENTED}
        localizers_by_code = localizers(shared, self._catalogs)
        return Renderer(shared, localizers_by_code, settings.templates, base_url, template_globals, pdf=settings.pdf)

    @cached_property
    def host(self) -> Hosting:
        """How files are put on the host. Raises UsageError if it cannot serve the site at its address."""
        moved = all_moves(self.shared.settings.moved)
        publication = Publication(self.renderer.base_url, self.shared.codes, moved)
        return Hosting(self.settings.target, publication, self.settings.compress)
