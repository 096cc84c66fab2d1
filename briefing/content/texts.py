"""Texts: one key for each language of the site, and the rules that are set aside for one of them."""

from collections.abc import ItemsView
from typing import Annotated

from pydantic import ConfigDict, Field

from briefing.content.records import Record
from briefing.content.validators import SLUG
from briefing.content.values import Filled, Hash, Unique, whole


class Waiver(Record):
    """Why a rule does not hold for one text."""

    code: Filled
    """The code of the problem that is set aside."""
    of: Hash
    """The hash of the text it was written for, as the problem names it: when the text changes, the waiver lapses."""
    reason: Filled
    """Why the rule does not hold here."""


Waivers = Annotated[tuple[Waiver, ...], Unique]


class Text(Record):
    """One text, a key for each language of the site; shown as it stands."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"propertyNames": {"pattern": whole(SLUG)}})
    __pydantic_extra__: dict[str, Filled] = Field(init=False)

    waive: Waivers = ()
    """Rules that are set aside for this text, each with its reason."""

    @property
    def words(self) -> dict[str, str]:
        """The text by language, in the file's order."""
        return self.__pydantic_extra__

    def __getitem__(self, language: str) -> str:
        return self.words[language]

    def __contains__(self, language: object) -> bool:
        return language in self.words

    def items(self) -> ItemsView[str, str]:
        """Return (language, words) pairs."""
        return self.words.items()


class Prose(Text):
    """A text in which `{id}` cites a figure of the speech and `[2]` a paragraph."""


class Markdown(Prose):
    """Prose that is Markdown besides."""
