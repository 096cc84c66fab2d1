"""The base classes of the records: what is declared of every record, and of every record of one speech."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, PrivateAttr
from pydantic.json_schema import SkipJsonSchema

from briefing.content.documents import IDENTITIES
from briefing.content.values import ByKey, OwnKey, Slug

if TYPE_CHECKING:  # a speech knows its records, and they know it
    from briefing.content.model.speech import Speech


class Record(BaseModel):
    """One thing in YAML. A key that is not declared is an error, and no record changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @property
    def identity(self) -> Any:
        """The value that names it among the items of a list; itself if no key of it does."""
        return next((getattr(self, key) for key in IDENTITIES if hasattr(self, key)), self)


class Keyed(Record):
    """A record that a mapping holds; its key is its id."""

    id: SkipJsonSchema[OwnKey]
    """The key in the mapping; not written in the file."""


def with_ids(kind: type[Keyed]) -> Any:
    """Return the declaration of a mapping of slugs to records of one kind: what a shared file holds."""
    return Annotated[dict[Slug, kind], ByKey]  # type: ignore[valid-type]  # made at run time


class DistinctRecord(Record):
    """A record that equals no other, so it can be a cache key."""

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:  # pydantic would give each frozen subclass a hash of its fields
        return id(self)


class SpeechRecord(DistinctRecord):
    """A record of one speech, which it knows."""

    _speech: Speech = PrivateAttr()

    @property
    def speech(self) -> Speech:
        """The speech that it belongs to."""
        return self._speech
