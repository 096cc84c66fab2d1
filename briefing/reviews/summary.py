"""The reviews of some files in a few numbers, as pages, downloads and the preview show them."""

import functools
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from briefing.content.site import ContentFile, ContentUnit, ReviewsByFile
from briefing.reviews.status import changed_paragraphs, file_statuses


@dataclass(frozen=True)
class ReviewSummary:
    """When a person last looked at some files, and how much of them has not changed since its review."""

    last: str
    """The day of the last review; empty if there is none."""
    texts: int
    figures: int
    current: Mapping[str, int]
    """By language, the number of texts that have not changed."""
    current_figures: int
    second_person: bool = False
    """True if another person than its editor has looked at everything."""

    @property
    def unseen(self) -> int:
        """The number of texts and figures that nobody has looked at in their present form."""
        return self.texts - min(self.current.values(), default=0) + self.figures - self.current_figures

    @property
    def up_to_date(self) -> bool:
        """True if a person has looked at everything in its present form."""
        return not self.unseen

    @property
    def read_by_second_person(self) -> bool:
        """True if another person than its editor has looked at everything in its present form."""
        return self.second_person and self.up_to_date


def review_summary(unit: ContentUnit, file_names: Collection[str]) -> ReviewSummary:
    """Return the summary of some files, of the unit or of those it shares, by their names below the content folder."""
    found = [
        _file_summary(file, each.reviews, unit.codes)
        for each in dict.fromkeys((unit.shared, unit))
        for file in each.files
        if file.name in file_names
    ]
    return ReviewSummary(
        max((each.last for each in found), default=""),
        sum(each.texts for each in found),
        sum(each.figures for each in found),
        {language: sum(each.current[language] for each in found) for language in unit.codes},
        sum(each.current_figures for each in found),
        all(each.second_person for each in found),
    )


@functools.lru_cache(maxsize=64)
def _file_summary(
    file: ContentFile[object], reviews: ContentFile[ReviewsByFile] | None, languages: tuple[str, ...]
) -> ReviewSummary:
    """Return the summary of one file; cached, since every page depends on the shared ones."""
    statuses = [each for each in file_statuses(file, reviews, languages) if each.reviewable]
    figures = [each.state == "current" for each in statuses if each.reviewable and each.reviewable.figure]
    reviewed = [(each.reviewable, each.review) for each in statuses if each.reviewable and each.review]
    texts = [
        (now.hashes, then.hashes) for now, then in reviewed if not now.figure and not changed_paragraphs(now, then)
    ]
    current = {language: sum(now.get(language) == then.get(language) for now, then in texts) for language in languages}
    last = max((then.date for _, then in reviewed), default="")
    second_person = all(each.by_second_person for each in statuses)
    return ReviewSummary(last, len(statuses) - len(figures), len(figures), current, sum(figures), second_person)
