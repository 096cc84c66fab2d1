"""The review status of each text and figure: whether it has changed since a person last looked at it.

Each folder has a `reviews.yaml`. It holds, by file and by the path of ids within it, the hash of each text in each
language, of each figure, and of each paragraph of the source that these rest on, as a person accepted it. Items of
lists go by their ids, so moving one changes nothing.
"""

import functools
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from briefing.content.model import Review, Speech
from briefing.content.site import ContentFile, ContentUnit, ReviewsByFile
from briefing.reviews.reviewables import Reviewable, figure_value, reviewables

State = Literal[
    "current", "source changed", "target changed", "both changed", "figure changed", "paragraph changed", "missing",
    "orphan", "unrecorded",
]  # fmt: skip
STATES: tuple[State, ...] = get_args(State)


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
    def changed_paragraphs(self) -> tuple[str, ...]:
        """The numbers of the paragraphs for which a person has to look again."""
        return changed_paragraphs(self.reviewable, self.review) if self.reviewable and self.review else ()

    @property
    def by_second_person(self) -> bool:
        """True if another person than the editor has looked; of a shared file, nobody says who wrote it."""
        if self.review is None or self.review.alone or self.editor is None:
            return False
        return not same_person(self.review.reviewer, self.editor)

    @property
    def editor(self) -> str | None:
        """Who wrote it, if it is of a speech; None if the speech does not say so."""
        return self.file.record.editor if self.file and isinstance(self.file.record, Speech) else ""

    @property
    def folder(self) -> str:
        """The folder of its file below the content folder; empty for the shared files."""
        return self.file_name.rpartition("/")[0]


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
    if source:
        return "source changed"
    return "paragraph changed" if changed_paragraphs(reviewable, review) else "current"


def changed_paragraphs(reviewable: Reviewable, review: Review) -> tuple[str, ...]:
    """Return the paragraphs whose text is not what a review rests on, or that only one of the two rests on."""
    if reviewable.paragraphs is None:
        return ()
    return tuple(sorted({number for number, _ in reviewable.paragraphs.items() ^ review.paragraphs.items()}, key=int))


def same_person(name: str, other: str) -> bool:
    """Return True if two names are one, whatever their capitals, spaces and Unicode form."""
    one, two = (" ".join(unicodedata.normalize("NFKC", each).casefold().split()) for each in (name, other))
    return one == two
