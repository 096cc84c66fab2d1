"""Addresses that are no more: where hosts that can redirect are to lead, and which files have had others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefing.hosts.publication import Publication
from briefing.urls import DATA, DOWNLOADS, INDEX

Moved = Mapping[str, str]
"""`moved` of site.yaml: addresses below the language, old to present."""


class Redirect(NamedTuple):
    """An address that leads to another, both from the site's root; that of a whole briefing with all below it."""

    old: str
    new: str
    whole: bool = False

    @property
    def olds(self) -> tuple[str, ...]:
        """All that people may have written down for the old address."""
        return (self.old.removesuffix("/"), self.old, self.old + INDEX) if self.old.endswith("/") else (self.old,)


def all_moves(moved: Moved) -> Moved:
    """Return the addresses that are no more with those that follow from two of them.

    A page that moved out of an address below a briefing's has had the briefing's former address before it, too.
    """
    briefings = [(old, new) for old, new in moved.items() if _whole(old, new)]
    pages = [(old, new) for old, new in moved.items() if not _whole(old, new)]
    both = {
        former + old.removeprefix(present): new
        for former, present in briefings
        for old, new in pages
        if old.startswith(present)
    }
    return {**both, **moved}


def redirects(publication: Publication) -> Iterator[Redirect]:
    """Yield what a host that can redirect has to: single pages first, then whole briefings, and their downloads."""
    for old, new in sorted(publication.moved.items(), key=lambda each: _whole(*each)):
        whole = _whole(old, new)
        yield from (Redirect(f"{code}/{old}", f"{code}/{new}", whole) for code in publication.languages)
        kinds = (*DOWNLOADS, *(f"{code}.pdf" for code in publication.languages)) if whole else ()
        yield from (Redirect(f"{DATA}/{old[:-1]}.{kind}", f"{DATA}/{new[:-1]}.{kind}") for kind in kinds)


def former_names(moved: Moved, name: str) -> Iterator[str]:
    """Yield the names that a file has had, in the folder of its language or in that of the downloads."""
    folder, _, rest = name.partition("/")
    former = _former_downloads if folder == DATA else _former_addresses
    return (f"{folder}/{each}" for each in former(moved, rest))


def leads_on(moved: Moved, address: str) -> bool:
    """Say whether who comes to an address is led on, alone or with its whole briefing."""
    return address in moved or any(_whole(old, new) and address.startswith(old) for old, new in moved.items())


def _whole(old: str, new: str) -> bool:
    """Say whether a move takes along what is below: that of a briefing does, while other addresses are of one page."""
    return old.count("/") == new.count("/") == 1


def _former_downloads(moved: Moved, name: str) -> Iterator[str]:
    briefing, _, kind = name.partition(".")
    for old, new in moved.items():
        if new == f"{briefing}/" and _whole(old, new):
            yield f"{old[:-1]}.{kind}"


def _former_addresses(moved: Moved, name: str) -> Iterator[str]:
    for old, new in moved.items():
        former = old + name.removeprefix(new)
        with_its_briefing = _whole(old, new) and name.startswith(new) and former.removesuffix(INDEX) not in moved
        if name == new + INDEX or with_its_briefing:  # what has moved by itself does not move with its briefing
            yield former
