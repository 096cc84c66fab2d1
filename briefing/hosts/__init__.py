"""The files by which each target of `build.py build --target` serves the site as it should be served.

It knows addresses and redirects, and may not know pages.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.hosts.compression import compressed
from briefing.hosts.nginx import nginx
from briefing.hosts.publication import Publication
from briefing.hosts.rules import cloudflare, netlify
from briefing.problems import UsageError
from briefing.redirects import former_names

__all__ = ["TARGETS", "Hosting", "Publication", "Target"]


@dataclass(frozen=True)
class Target:
    """A kind of host: the files that it reads, and its abilities."""

    files: Callable[[Publication], Iterable[tuple[str, bytes]]]
    redirects: bool = False
    """True if these files make it redirect; if not, old addresses need files of their own."""
    below_the_root: bool = True
    """True if the site may be published below the root of the host."""


TARGETS: Mapping[str, Target] = {
    "none": Target(lambda _publication: ()),
    "github-pages": Target(lambda _publication: [(".nojekyll", b"")]),  # no Jekyll for a published branch
    "netlify": Target(netlify, redirects=True, below_the_root=False),
    "cloudflare": Target(cloudflare, redirects=True, below_the_root=False),
    "nginx": Target(nginx, redirects=True),
}


@dataclass(frozen=True)
class Hosting:
    """The host of one build, by its name in `TARGETS`; with `compress`, text files get compressed copies.

    Raises UsageError if the host cannot serve the site at its address.
    """

    name: str
    publication: Publication
    compress: bool = False

    def __post_init__(self) -> None:
        if not self.target.below_the_root and self.publication.path != "/":
            message = f"{self.name} serves a site at the root of a host, and {self.publication.base_url} is below it;"
            message += " give a --base-url without a path"
            raise UsageError(message)

    @property
    def target(self) -> Target:
        """The kind of host."""
        return TARGETS[self.name]

    @property
    def moves_without_redirect(self) -> Mapping[str, str]:
        """The moves whose old addresses need files, because the host does not redirect."""
        return {} if self.target.redirects else self.publication.moved

    def files(self) -> dict[str, bytes]:
        """Return the files that the host reads, by name. Raises UsageError if it takes fewer redirects than needed."""
        return dict(self.target.files(self.publication))

    def published(self, name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield a file of the site under its name and its former names, each with its compressed copies.

        A page at a former name is another page, which redirects; a download or a feed cannot redirect.
        """
        former = () if name.endswith(".html") else former_names(self.moves_without_redirect, name)
        for each in (name, *former):
            yield each, data
            if self.compress:
                yield from compressed(each, data)
