"""The readers of numbers in prose, by CLDR language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.numbers import chinese, english
from briefing.numbers.quantities import Found

Reader = Callable[[str], list[Found]]
"""Every number of a text, in order."""

READERS: Mapping[str, Reader] = {"zh": chinese.find, "en": english.find}
"""A language without a reader here has no numbers compared."""
