"""Reviews: who has looked at each text and figure, when, and what has changed since.

`reviews.yaml` holds, by file and by the path of ids within it, the hash of each text in each language and of each
figure, as a person accepted it. Positions in lists play no part, so nothing goes stale by being moved.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from briefing.documents import Step
from briefing.hashes import figure_hash, text_hash
from briefing.model import Review, Speech
from briefing.site import Loaded, Site

State = Literal[
    "current", "source changed", "target changed", "both changed", "figure changed", "missing", "orphan", "unrecorded"
]
STATES: tuple[State, ...] = get_args(State)
OPENING = """\
# Who has looked at each text and figure, and its hash then. Written by `build.py accept`; never edit a hash by hand.
"""


@dataclass(frozen=True)
class Subject:
    """A text or figure that a person looks at: its path in the file, and its hashes as they are now."""

    path: tuple[Step, ...]
    hashes: Mapping[str, str]
    figure: str | None = None

    @property
    def key(self) -> str:
        """Its name among the reviews of its file."""
        return "/".join(str(step) for step in self.path)


@dataclass(frozen=True)
class Standing:
    """How a subject stands to its last review. An orphan is a review whose subject is gone."""

    file: Loaded[object]
    key: str
    state: State
    subject: Subject | None
    review: Review | None


def subjects(loaded: Loaded[object]) -> Iterator[Subject]:
    """Yield every text and figure of a file."""
    for path, text in loaded.texts():
        yield Subject(path, {language: text_hash(words) for language, words in text.items()})
    if isinstance(loaded.record, Speech):
        for figure in loaded.record.figures.values():
            yield Subject(("figures", figure.id), {}, figure_hash(figure))


def standings(site: Site) -> Iterator[Standing]:
    """Yield how every text and figure of the site stands, and every review whose subject is gone."""
    return (standing for loaded in site.files for standing in _standings(site, loaded))


def _standings(site: Site, loaded: Loaded[object]) -> Iterator[Standing]:
    reviews = site.reviews.record.get(loaded.name, {}) if site.reviews else {}
    found = {subject.key: subject for subject in subjects(loaded)}
    for key, subject in found.items():
        yield Standing(loaded, key, _state(subject, reviews.get(key), site.codes), subject, reviews.get(key))
    for key in [key for key in reviews if key not in found] if loaded.whole else ():
        yield Standing(loaded, key, "orphan", None, reviews[key])


@dataclass(frozen=True)
class Reviewed:
    """The review of some files: when a person last looked, and in each language how many texts are as they were then.

    `figures` and `texts` count all there are; `current_figures` and `current` those that nobody has changed since.
    """

    last: str
    texts: int
    figures: int
    current: Mapping[str, int]
    current_figures: int

    @property
    def whole(self) -> bool:
        """Whether a person has looked at everything as it stands."""
        return self.current_figures == self.figures and all(count == self.texts for count in self.current.values())


def reviewed(site: Site, files: Iterable[str]) -> Reviewed:
    """Sum up the reviews of files, by their names below the content folder."""
    names = frozenset(files)
    concerned = (loaded for loaded in site.files if loaded.name in names)
    found = [each for loaded in concerned for each in _standings(site, loaded) if each.subject]
    figures = [each for each in found if each.subject and each.subject.figure]
    texts = [each for each in found if each.subject and not each.subject.figure]
    current = {language: sum(_same(each, language) for each in texts) for language in site.codes}
    last = max((each.review.date for each in found if each.review), default="")
    return Reviewed(last, len(texts), len(figures), current, sum(each.state == "current" for each in figures))


def _same(standing: Standing, language: str) -> bool:
    subject, review = standing.subject, standing.review
    return bool(subject and review and subject.hashes.get(language) == review.hashes.get(language))


def _state(subject: Subject, review: Review | None, languages: tuple[str, ...]) -> State:
    if subject.figure is None and any(language not in subject.hashes for language in languages):
        return "missing"
    if review is None:
        return "unrecorded"
    if review.figure != subject.figure:
        return "figure changed"
    changed = [subject.hashes.get(language) != review.hashes.get(language) for language in languages]
    return _CHANGES[changed[0], any(changed[1:])]


_CHANGES: dict[tuple[bool, bool], State] = {
    (False, False): "current",
    (True, False): "source changed",
    (False, True): "target changed",
    (True, True): "both changed",
}


def accepted(site: Site, chosen: Iterable[Standing], reviewer: str, date: str) -> dict[str, dict[str, Review]]:
    """Return all reviews after a person has looked at the chosen ones; an orphan goes."""
    before = site.reviews.record if site.reviews else {}
    after = {file: dict(reviews) for file, reviews in before.items()}
    for standing in chosen:
        reviews = after.setdefault(standing.file.name, {})
        reviews.pop(standing.key, None)
        if subject := standing.subject:
            review = Review(hashes=dict(subject.hashes), figure=subject.figure, reviewer=reviewer, date=date)
            reviews[standing.key] = review
    return after


def written(reviews: Mapping[str, Mapping[str, Review]]) -> str:
    """Write reviews as YAML, one line each and sorted, so that two people's work merges."""
    lines = [OPENING]
    for file, entries in sorted(reviews.items()):
        lines.append(f"{json.dumps(file)}:\n" if entries else "")
        for key, review in sorted(entries.items()):
            said = review.model_dump(exclude_defaults=True)
            lines.append(f"  {json.dumps(key)}: {json.dumps(said, ensure_ascii=False)}\n")
    return "".join(lines)
