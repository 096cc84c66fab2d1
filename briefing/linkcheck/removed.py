"""Published addresses that would have no page any more: readers who have noted one are to be redirected."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from briefing.content.site import Shared
from briefing.problems import Problem
from briefing.redirects import is_redirected
from briefing.urls import INDEX


def check_removed(
    published: Iterable[str], files: Collection[str], shared: Shared, moved: Mapping[str, str]
) -> Iterator[Problem]:
    """Find published addresses below a language that the next site has no page at, and that are not redirected.

    Each is reported once for all languages; of a briefing that is gone only its own address, since it moves as a whole.
    """
    gone = {
        address
        for address in published
        if not is_redirected(moved, address) and not all(f"{code}/{address}{INDEX}" in files for code in shared.codes)
    }
    for address in sorted(gone):
        if address.count("/") == 1 or f"{address.partition('/')[0]}/" not in gone:
            message = (
                f"'{address}' is published, and would have no page any more;"
                " say under 'moved' where its readers are to be led, or build once without --strict to let it go"
            )
            yield Problem(shared.setting("moved"), "address-gone", message)
