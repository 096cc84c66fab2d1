"""The kinds of value that the YAML may hold: ids, amounts, periods, paragraphs; texts.py has those in languages."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, StrictInt

from briefing.content.documents import CONTROL
from briefing.content.facets import Distinct, amounts, forms, one_or_more, periods, visible, whole
from briefing.content.validators import (
    ADDRESS,
    BASE_URL,
    DATE,
    FILE,
    HASH,
    LANGUAGE_TAG,
    MOST_PARAGRAPHS,
    NO_ADDRESS,
    NO_HASH,
    NO_OWN_KEY,
    NO_SLUG,
    NO_TAG,
    PATH,
    PERIOD,
    PLURAL,
    SLOT,
    SLUG,
    UNSTATED,
    YEARS,
    ascending,
    date,
    decimal_amount,
    filled,
    listed,
    locale_name,
    matching,
    own_key,
    period,
    unique,
    unit_patterns,
    valid_base_url,
    with_keys,
)
from briefing.numbers.numerals import AMOUNT

Claim = Literal["target", "actual", "plan", "incentive", "commitment", "context"]
Bound = Literal["exact", "at-least", "more-than", "at-most", "less-than", "about", "nearly", "range"]
Role = Literal["lead", "emerging", "mentioned"]
PlaceKind = Literal["district", "county-level-city", "county", "development-zone", "new-area"]
EntityKind = Literal["company", "project", "park", "institution", "programme", "policy"]
Stage = Literal["introduction", "signing", "preparation", "start", "construction", "completion"]
UnitKind = Literal["money", "percent", "percentage-points", "count", "area", "length", "duration", "frequency"]

CLAIMS: tuple[Claim, ...] = get_args(Claim)
ROLES: tuple[Role, ...] = get_args(Role)
PLACE_KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
STAGES: tuple[Stage, ...] = get_args(Stage)
ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


@dataclass(frozen=True)
class Reference:
    """Marks an id that names a record of some kind, defined elsewhere; `references.py` finds them in records."""

    kind: str


Unique = Distinct(unique)
"""A list in which nothing stands twice."""
ByKey = BeforeValidator(with_keys)
"""A mapping whose records take their keys as ids."""
OwnKey = Annotated[str, BeforeValidator(own_key)]
SLUGS = whole(SLUG)
Slug = Annotated[str, matching(SLUG, "slug", f"'{{text}}' {NO_SLUG}"), SLUGS]
Filled = Annotated[str, AfterValidator(filled), visible(CONTROL)]
LanguageCode = Annotated[str, Reference("language"), SLUGS]
Times = Annotated[StrictInt, Field(ge=1)]
Hash = Annotated[str, matching(HASH, "hash", NO_HASH), whole(HASH)]
"""The first 16 digits of the SHA-256 of a text."""
FileName = Annotated[str, matching(FILE, "unknown-key", NO_OWN_KEY), whole(FILE)]
"""The name of a file of content."""
IdPath = Annotated[str, matching(PATH, "unknown-key", NO_OWN_KEY), whole(PATH)]
"""The path of ids by which a text or figure is found in its file."""
Patterns = Annotated[dict[str, Filled], AfterValidator(unit_patterns), forms(PLURAL, SLOT)]
WrittenForms = dict[LanguageCode, Patterns]
LanguageTag = Annotated[str, matching(LANGUAGE_TAG, "language-tag", NO_TAG), whole(LANGUAGE_TAG)]
LocaleName = Annotated[str, AfterValidator(locale_name)]
BaseUrl = Annotated[str, AfterValidator(valid_base_url), whole(BASE_URL, "https://example.org/briefing/")]
Address = Annotated[str, matching(ADDRESS, "address", NO_ADDRESS), whole(ADDRESS, "guangan-2023/huaying/")]
"""The address of a page, less its language."""
PlaceId = Annotated[str, Reference("place"), SLUGS]
IndicatorId = Annotated[str, Reference("indicator"), SLUGS]
SectorId = Annotated[str, Reference("sector"), SLUGS]
EntityId = Annotated[str, Reference("entity"), SLUGS]
MentionId = Annotated[str, Reference("mention"), SLUGS]
UnitId = Annotated[str, Reference("unit"), SLUGS]
ThemeId = Annotated[str, Reference("theme"), SLUGS]
PointId = Annotated[str, Reference("point"), SLUGS]
ReasonId = Annotated[str, Reference("reason"), SLUGS]
FigureId = Annotated[str, Reference("figure"), SLUGS]
MeasureId = Annotated[str, Reference("measure"), SLUGS]
Period = Annotated[str, BeforeValidator(period), periods(PERIOD, YEARS, UNSTATED)]
Amount = Annotated[Decimal, BeforeValidator(decimal_amount), amounts(AMOUNT)]
Year = Annotated[StrictInt, Field(ge=1900, le=2999)]
Paragraph = Annotated[StrictInt, Field(ge=0, le=MOST_PARAGRAPHS)]
Paragraphs = Annotated[
    tuple[Paragraph, ...],
    BeforeValidator(listed),
    Field(min_length=1),
    AfterValidator(ascending),
    one_or_more(MOST_PARAGRAPHS),
]
Date = Annotated[str, AfterValidator(date), whole(DATE, "2026-11-22")]
