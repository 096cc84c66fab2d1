"""What every declaration of the model has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, PrivateAttr
from pydantic.json_schema import SkipJsonSchema

from briefing.content.values import ByKey, OwnKey, Slug

if TYPE_CHECKING:  # a speech knows its records, and they know it
    from briefing.content.model.speech import Speech


class Record(BaseModel):
    """The rules for every declaration here: nothing unknown, nothing changed later."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Keyed(Record):
    """A record that a mapping holds; its key is its id."""

    id: SkipJsonSchema[OwnKey]
    """The key in the mapping; not written in the file."""


def with_ids(kind: type[Keyed]) -> Any:
    """Return the declaration of a mapping of slugs to records of one kind: what a shared file holds."""
    return Annotated[dict[Slug, kind], ByKey]  # type: ignore[valid-type]  # made at run time


class SpeechRecord(Record):
    """A record of one speech, which it knows. Compared by identity, so it can be a cache key."""

    _speech: Speech = PrivateAttr()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:  # pydantic would give each frozen subclass a hash of its fields
        return id(self)

    @property
    def speech(self) -> Speech:
        """The speech that it belongs to."""
        return self._speech
