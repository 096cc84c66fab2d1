"""The review status of each text and figure: whether it has changed since a person last looked at it.

Each folder has a `reviews.yaml`. It holds, by file and by the path of ids within it, the hash of each text in each
language and of each figure, as a person accepted it. Items of lists go by their ids, so moving one changes nothing.
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from briefing.content.model import Figure, Review, Speech
from briefing.content.site import ContentFile, ContentUnit, Path, ReviewsByFile
from briefing.numbers.numerals import as_written
from briefing.reviews.hashes import figure_hash, text_hash

State = Literal[
    "current", "source changed", "target changed", "both changed", "figure changed", "missing", "orphan", "unrecorded"
]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True)
class Reviewable:
    """A text or figure that a person looks at: its path in the file, and its hashes as they are now."""

    path: Path
    hashes: Mapping[str, str]
    """The hashes of a text, by language."""
    figure: str | None = None
    """The hash of a figure."""
    value: str = ""
    """The value of a figure, as its reviews record it."""

    @property
    def key(self) -> str:
        """Its key among the reviews of its file."""
        return "/".join(str(step) for step in self.path)


@dataclass(frozen=True)
class ReviewStatus:
    """A text or figure compared with its last review. An orphan is a review of something that is gone."""

    file_name: str
    """The name of the file below the content folder."""
    key: str
    state: State
    file: ContentFile[object] | None
    """None if the whole file is gone."""
    reviewable: Reviewable | None
    review: Review | None

    @property
    def folder(self) -> str:
        """The folder of its file below the content folder; empty for the shared files."""
        return self.file_name.rpartition("/")[0]


def reviewables(file: ContentFile[object]) -> Iterator[Reviewable]:
    """Yield every text and figure of a file."""
    for path, text in file.texts():
        yield Reviewable(path, {language: text_hash(words) for language, words in text.items()})
    if isinstance(file.record, Speech):
        for figure in file.record.figures.values():
            yield Reviewable(("figures", figure.id), {}, figure_hash(figure), figure_value(figure))


def figure_value(figure: Figure) -> str:
    """Return the value of a figure readably and exactly, whatever language shows it: `at-least 90 project`.

    That something fell belongs to the value, as a sign does.
    """
    ends = "–".join(dict.fromkeys(map(as_written, figure.ends)))
    return f"{'down ' if figure.change == 'down' else ''}{figure.bound} {ends} {figure.unit}"


def values_since_review(value: str, review: Review | None) -> tuple[str, ...]:
    """Return the values of a figure that were accepted, and the present one if it differs from the last of them.

    A review without values was written before they were recorded: the present one is then the first.
    """
    accepted = review.values if review else ()
    return accepted if accepted[-1:] == (value,) else (*accepted, value)


def value_histories(speech: Speech) -> Mapping[str, tuple[str, ...]]:
    """Return, by id, the values that each figure of a speech has had since it was first accepted, the oldest first."""
    reviews = _reviews_of(speech.file, speech.briefing.reviews)
    return {
        figure.id: values_since_review(figure_value(figure), reviews.get(f"figures/{figure.id}"))
        for figure in speech.figures.values()
    }


def review_statuses(unit: ContentUnit) -> Iterator[ReviewStatus]:
    """Yield the status of every text and figure of a unit, and of every review of something that is gone."""
    for file in unit.files:
        yield from file_statuses(file, unit.reviews, unit.codes)
    present = {file.name for file in unit.files}
    for name, reviews in unit.reviews.record.items() if unit.reviews and unit.complete else ():
        if (file_name := f"{unit.folder}/{name}".lstrip("/")) not in present:
            yield from (ReviewStatus(file_name, key, "orphan", None, None, review) for key, review in reviews.items())


@functools.lru_cache(maxsize=64)
def file_statuses(
    file: ContentFile[object], reviews_file: ContentFile[ReviewsByFile] | None, languages: tuple[str, ...]
) -> tuple[ReviewStatus, ...]:
    """Return the status of every text and figure of a file; cached for the checks, the pages and the downloads."""
    reviews = _reviews_of(file, reviews_file)
    statuses = {
        each.key: ReviewStatus(
            file.name, each.key, _state(each, reviews.get(each.key), languages), file, each, reviews.get(each.key)
        )
        for each in reviewables(file)
    }
    gone = [key for key in reviews if key not in statuses] if file.complete else []
    return (*statuses.values(), *(ReviewStatus(file.name, key, "orphan", file, None, reviews[key]) for key in gone))


def _reviews_of(file: ContentFile[object], reviews: ContentFile[ReviewsByFile] | None) -> Mapping[str, Review]:
    return reviews.record.get(file.name.rpartition("/")[2], {}) if reviews else {}


def _state(reviewable: Reviewable, review: Review | None, languages: tuple[str, ...]) -> State:
    if reviewable.figure is None and any(language not in reviewable.hashes for language in languages):
        return "missing"
    if review is None:
        return "unrecorded"
    if review.figure != reviewable.figure:
        return "figure changed"
    source, *targets = (reviewable.hashes.get(language) != review.hashes.get(language) for language in languages)
    if any(targets):
        return "both changed" if source else "target changed"
    return "source changed" if source else "current"
