"""Published addresses that would have no page any more: readers who have noted one are to be redirected."""

from collections.abc import Collection, Iterable, Iterator

from briefing.problems import Position, Problem
from briefing.redirects import Moved, is_redirected
from briefing.urls import INDEX


def check_removed(
    published: Iterable[str], files: Collection[str], languages: Collection[str], moved: Moved, position: Position
) -> Iterator[Problem]:
    """Yield a problem for each published address that the next site has no page at in some language, nor a redirect.

    Of a briefing that is gone only its own address is reported, since it moves as a whole. `position` is that of
    `moved` in site.yaml.
    """
    gone = {
        address
        for address in set(published)
        if not is_redirected(moved, address) and any(f"{code}/{address}{INDEX}" not in files for code in languages)
    }
    for address in sorted(gone):
        if address.count("/") == 1 or f"{address.partition('/')[0]}/" not in gone:
            message = (
                f"'{address}' is published, and would have no page any more;"
                " say under 'moved' where its readers are to be led, or build once without --strict to let it go"
            )
            yield Problem(position, "address-gone", message)
