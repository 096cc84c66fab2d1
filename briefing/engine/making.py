"""Which parts of a site are made, and which are known from an earlier build.

What makes them is loaded only when there is something to make: a build with nothing changed needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.engine.cache import Made
from briefing.engine.fingerprints import Inputs
from briefing.engine.outputs import Nowhere
from briefing.engine.staging import AT_ONCE
from briefing.problems import Problem
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.engine.parts import Workshop


@dataclass(frozen=True)
class Maker:
    """Makes the parts of a site, for a store that takes their files and may know parts already."""

    settings: Settings
    store: Nowhere

    def parts(self, inputs: Inputs) -> list[Made]:
        """Make all parts: the briefings, then what they share, which lists them."""
        made = list(self._briefings(inputs))
        made.append(self._whole(inputs, made))
        self.settings.progress(len(made), len(made))
        return made

    def vanished(self, made: Sequence[Made]) -> Sequence[Problem]:
        """Find addresses that would be no more; where nothing was made, none are."""
        if all(each.known for each in made):
            return ()
        from briefing.linkcheck.removed import vanished  # noqa: PLC0415 - see the top

        return list(vanished(self.store, self._workshop, made))

    def failing(self, problems: Sequence[Problem]) -> bool:
        """Say whether problems stop the build."""
        if not problems:
            return False
        from briefing.engine.rules import failing  # noqa: PLC0415 - the rules are those of every check

        return failing(problems, strict=self.settings.strict)

    def _briefings(self, inputs: Inputs) -> Iterator[Made]:
        keys = {name: inputs.key(name) for name in inputs.briefings}
        known, missing = self._begin(keys)
        yield from known
        for count, made in enumerate(self._made(missing) if missing else (), start=len(known) + 1):
            self.settings.progress(count, len(keys) + 1)
            yield replace(made, key=keys[made.part])

    def _begin(self, keys: Mapping[str, str]) -> tuple[list[Made], list[str]]:
        """Begin with the briefings that are known; return them, and the names of those to be made.

        What makes these is loaded meanwhile: where a site is large, the disk takes its time.
        """
        with ThreadPoolExecutor(AT_ONCE) as threads:
            known = [made for made in threads.map(self.store.recall, keys, keys.values()) if made]
            missing = sorted(keys.keys() - {made.part for made in known})
            files = {name: stamp for made in known for name, stamp in made.files.items()}
            begun = threads.submit(self.store.begin, files)
            if missing:
                _ = self._workshop
            begun.result()
        return known, missing

    def _made(self, names: Sequence[str]) -> Iterator[Made]:
        from briefing.engine.processes import briefings  # noqa: PLC0415 - see the top

        return briefings(self._workshop, names, self.store.write)

    def _whole(self, inputs: Inputs, briefings: Sequence[Made]) -> Made:
        key = inputs.key("", briefings)
        if known := self.store.recall("", key):
            self.store.keep(known.files)
            return known
        return replace(self._workshop.whole([each.card for each in briefings], self.store.write), key=key)

    @cached_property
    def _workshop(self) -> Workshop:
        from briefing.engine.parts import Workshop  # noqa: PLC0415 - see the top

        return Workshop(self.settings)
