"""Old addresses of the site: the redirects that a host needs for them, and the names that a file has had."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.urls import DATA, DOWNLOADS, INDEX

Moved = Mapping[str, str]
"""`moved` of site.yaml: addresses below the language, old to present; a present one may be `/` and have a fragment."""


class Target(NamedTuple):
    """A present address below the language, empty for the front page, and its fragment, empty if it has none."""

    address: str
    fragment: str


class Redirect(NamedTuple):
    """A redirect between two addresses from the site's root; `prefix` is True if it holds for all below them too."""

    old: str
    new: str
    fragment: str = ""
    prefix: bool = False

    @property
    def spellings(self) -> tuple[str, ...]:
        """The old address in every way that people may have written it down."""
        return (self.old.removesuffix("/"), self.old, self.old + INDEX) if self.old.endswith("/") else (self.old,)

    @property
    def anchor(self) -> str:
        """The end of the new address: its fragment with `#`, empty without one."""
        return f"#{self.fragment}" if self.fragment else ""


def target(new: str) -> Target:
    """Return the address and the fragment of a target as site.yaml writes it."""
    address, _hash, fragment = new.removeprefix("/").partition("#")
    return Target(address, fragment)


def all_moves(moved: Moved) -> Moved:
    """Return the moves with those that follow from two of them.

    A page that moved away from below the present address of a briefing once stood below its former address, too.
    """
    both = {
        former + old.removeprefix(present): new
        for former, present in moved.items()
        if is_briefing(former, present)
        for old, new in moved.items()
        if not is_briefing(old, new) and old.startswith(present)
    }
    return {**both, **moved}


def redirects(moved: Moved, languages: Sequence[str]) -> Iterator[Redirect]:
    """Yield the redirects of a host: those of single pages first, then those of whole briefings and their downloads."""
    for old, new in sorted(moved.items(), key=lambda each: is_briefing(*each)):
        briefing, (address, fragment) = is_briefing(old, new), target(new)
        yield from (Redirect(f"{code}/{old}", f"{code}/{address}", fragment, briefing) for code in languages)
        kinds = (*DOWNLOADS, *(f"{code}.pdf" for code in languages)) if briefing else ()
        yield from (Redirect(f"{DATA}/{old[:-1]}.{kind}", f"{DATA}/{new[:-1]}.{kind}") for kind in kinds)


def is_redirected(moved: Moved, address: str) -> bool:
    """Return True if an address has moved, alone or with its whole briefing."""
    return address in moved or any(is_briefing(old, new) and address.startswith(old) for old, new in moved.items())


def is_briefing(old: str, new: str) -> bool:
    """Return True if a move is that of a briefing, which takes along all below it; other moves are of one page."""
    address, fragment = target(new)
    return old.count("/") == address.count("/") == 1 and not fragment


def former_names(moved: Moved, name: str) -> Iterator[str]:
    """Yield the names that a file has had, in the folder of its language or in that of the downloads."""
    folder, _slash, rest = name.partition("/")
    briefing, _dot, kind = rest.partition(".")
    for old, new in moved.items():
        if folder == DATA:
            if new == f"{briefing}/" and is_briefing(old, new):
                yield f"{folder}/{old[:-1]}.{kind}"
            continue
        former = old + rest.removeprefix(new)
        # A page that has moved by itself does not move with its briefing.
        with_briefing = is_briefing(old, new) and rest.startswith(new) and former.removesuffix(INDEX) not in moved
        if with_briefing:
            yield f"{folder}/{former}"
        elif rest == target(new).address + INDEX:
            yield f"{folder}/{old}{INDEX}"
