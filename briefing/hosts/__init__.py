"""Hosts: for each target of `build.py build --target`, the files by which it serves the site as it should be served."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from briefing.hosts.compression import compressed
from briefing.hosts.nginx import nginx
from briefing.hosts.publication import Publication
from briefing.hosts.rules import cloudflare, netlify
from briefing.problems import UsageError
from briefing.redirects import former_names

__all__ = ["TARGETS", "Hosting", "Publication", "Target"]


def _nothing(_publication: Publication) -> Iterator[tuple[str, bytes]]:
    return iter(())


def _github_pages(_publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Yield what keeps GitHub, where it publishes a branch, from running the site through Jekyll."""
    yield ".nojekyll", b""


@dataclass(frozen=True)
class Target:
    """A host: the files that it reads, and what it can do."""

    files: Callable[[Publication], Iterator[tuple[str, bytes]]]
    redirects: bool = False
    """Whether these files make it redirect; else what has moved needs files of its own."""
    below_the_root: bool = True
    """Whether the site may stand below the root of its host."""


TARGETS: Mapping[str, Target] = {
    "none": Target(_nothing),
    "github-pages": Target(_github_pages),
    "netlify": Target(netlify, redirects=True, below_the_root=False),
    "cloudflare": Target(cloudflare, redirects=True, below_the_root=False),
    "nginx": Target(nginx, redirects=True),
}


@dataclass(frozen=True)
class Hosting:
    """A site on its way to a host, one of `TARGETS`; with `compress`, texts go there compressed too.

    Raises UsageError where the host cannot serve the site at its address.
    """

    target: str
    publication: Publication
    compress: bool = False

    def __post_init__(self) -> None:
        if not self._host.below_the_root and self.publication.path != "/":
            message = (
                f"{self.target} serves a site at the root of a host, and {self.publication.base_url} is below it;"
                " give a --base-url without a path"
            )
            raise UsageError(message)

    def files(self) -> dict[str, bytes]:
        """Return the files that the host reads, by name. Raises UsageError where more has moved than it redirects."""
        return dict(self._host.files(self.publication))

    @property
    def standing_in(self) -> Mapping[str, str]:
        """What has moved and needs files at its old addresses, since the host does not redirect."""
        return {} if self._host.redirects else self.publication.moved

    def published(self, name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield a file of the site, and compressed; what is no page also under the names that it has had.

        Nothing in a download or a feed could lead on, so it stands there too.
        """
        former = () if name.endswith(".html") else former_names(self.standing_in, name)
        for each in (name, *former):
            yield each, data
            yield from compressed(each, data) if self.compress else ()

    @property
    def _host(self) -> Target:
        return TARGETS[self.target]
