"""The build context: what every unit of a build is built with, read once in each process."""

from functools import cached_property

from briefing.checks import check_renderable
from briefing.checks.addresses import placeholder
from briefing.content.load import load_shared
from briefing.content.site import Shared
from briefing.downloads import DOCUMENTED
from briefing.hosts import Hosting, Publication
from briefing.hosts.policy import content_policy
from briefing.i18n.catalogs import load_catalogs
from briefing.i18n.localizer import localizers
from briefing.problems import ContentError, UsageError
from briefing.redirects import all_moves
from briefing.render.renderer import Renderer
from briefing.settings import Settings


class BuildContext:
    """The shared content, the catalogs, the templates and the host of one build.

    `loaded` is the shared content, None if one of its files cannot be used; `problems` are those of everything here.
    Raises UsageError if the content or the templates are not a folder, ContentError if a template cannot be read.
    """

    def __init__(self, settings: Settings) -> None:
        if not settings.templates.is_dir():
            message = f"{settings.templates} is not a folder; --templates names the folder that holds the templates"
            raise UsageError(message)
        self.settings = settings
        self.loaded, self.problems = load_shared(settings.content)
        if self.loaded:
            self._catalogs, problems = load_catalogs(settings.templates, self.loaded.languages)
            self.problems += [*problems, *check_renderable(self.loaded)]
            if settings.target != "none" and not settings.base_url:
                self.problems += placeholder(self.loaded)

    @property
    def shared(self) -> Shared:
        """The shared content. Raises ContentError if it cannot be used."""
        if self.loaded is None:
            raise ContentError(self.problems)
        return self.loaded

    @cached_property
    def renderer(self) -> Renderer:
        """The renderer of every page. It needs shared content and catalogs without errors."""
        return Renderer(
            self.shared,
            localizers(self.shared, self._catalogs),
            self.settings.templates,
            self.settings.base_url or self.shared.settings.base_url,
            {"content_policy": content_policy, "tables": DOCUMENTED},
            pdf=self.settings.pdf,
        )

    @cached_property
    def host(self) -> Hosting:
        """How files are put on the host. Raises UsageError if it cannot serve the site at its address."""
        moved = all_moves(self.shared.settings.moved)
        publication = Publication(self.renderer.base_url, self.shared.codes, moved)
        return Hosting(self.settings.target, publication, self.settings.compress)
