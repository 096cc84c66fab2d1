"""Questions to loaded content: comparison, topics, due dates, money, stages, entities, source coverage, usage.

A query is a pure function that returns values. It knows the content and its citations, and may not know HTML or pages.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def grouped(items: Iterable[T], key: Callable[[T], K], order: Iterable[K] | None = None) -> dict[K, list[T]]:
    """Return the items by their keys, without empty groups; within a group they keep their order.

    The groups stand in the order of `order`, which names every key, or else in the order in which they begin.
    """
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups if order is None else {name: groups[name] for name in order if name in groups}
