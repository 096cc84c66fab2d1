"""Reviews: who has looked at each text and figure, when, and what has changed since.

Each folder has a `reviews.yaml`. It holds, by file and by the path of ids within it, the hash of each text in each
language and of each figure, as a person accepted it. Positions in lists play no part, so nothing goes stale by being
moved.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from briefing.content.documents import Step
from briefing.content.model import Figure, Review, Speech
from briefing.content.site import Loaded, Site
from briefing.reviews.hashes import figure_hash, text_hash

LoadedReviews = Loaded[Mapping[str, Mapping[str, Review]]]
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
    value: str = ""
    """What the figure says, as its reviews keep it."""

    @property
    def key(self) -> str:
        """Its name among the reviews of its file."""
        return "/".join(str(step) for step in self.path)


@dataclass(frozen=True)
class Standing:
    """How a subject stands to its last review. An orphan is a review whose subject, or whole file, is gone."""

    name: str
    """The name of the file, below the content folder."""
    key: str
    state: State
    file: Loaded[object] | None
    subject: Subject | None
    review: Review | None


def subjects(loaded: Loaded[object]) -> Iterator[Subject]:
    """Yield every text and figure of a file."""
    for path, text in loaded.texts():
        yield Subject(path, {language: text_hash(words) for language, words in text.items()})
    if isinstance(loaded.record, Speech):
        for figure in loaded.record.figures.values():
            yield Subject(("figures", figure.id), {}, figure_hash(figure), value_of(figure))


def value_of(figure: Figure) -> str:
    """Return the value of a figure readably and exactly, whatever language shows it: `at-least 90 project`."""
    ends = "–".join(dict.fromkeys(f"{end:f}" for end in figure.ends))
    return f"{figure.bound} {ends} {figure.unit}"


def histories(site: Site, loaded: Loaded[Speech]) -> Mapping[str, tuple[str, ...]]:
    """Return, by id, the values that each figure of a speech has had since it was first accepted, the oldest first."""
    reviews = _reviews(loaded, _of(site, loaded))
    return {
        figure.id: _values(value_of(figure), reviews.get(f"figures/{figure.id}"))
        for figure in loaded.record.figures.values()
    }


def _values(value: str, review: Review | None) -> tuple[str, ...]:
    """Return the values that were accepted, and the present one where it differs from the last.

    A review without values was written before they were kept: the present one is then the first.
    """
    before = review.values if review else ()
    return before if before[-1:] == (value,) else (*before, value)


def standings(site: Site) -> Iterator[Standing]:
    """Yield how every text and figure of the site stands, and every review whose subject is gone."""
    for loaded in site.files:
        yield from _standings(loaded, _of(site, loaded), site.codes)
    present = {loaded.name for loaded in site.files}
    for folder, reviews in site.reviews.items() if site.whole else ():
        if folder not in site.folders:
            continue
        for file, entries in reviews.record.items():
            if (name := f"{folder}/{file}".lstrip("/")) not in present:
                yield from (Standing(name, key, "orphan", None, None, review) for key, review in entries.items())


@functools.lru_cache(maxsize=64)
def _standings(loaded: Loaded[object], of: LoadedReviews | None, codes: tuple[str, ...]) -> tuple[Standing, ...]:
    """Hold a file against its reviews once, for the checks, the pages and the data."""
    return tuple(_compared(loaded, _reviews(loaded, of), codes))


def _compared(loaded: Loaded[object], reviews: Mapping[str, Review], codes: tuple[str, ...]) -> Iterator[Standing]:
    found = {subject.key: subject for subject in subjects(loaded)}
    for key, subject in found.items():
        state = _state(subject, reviews.get(key), codes)
        yield Standing(loaded.name, key, state, loaded, subject, reviews.get(key))
    for key in [key for key in reviews if key not in found] if loaded.whole else ():
        yield Standing(loaded.name, key, "orphan", loaded, None, reviews[key])


def _of(site: Site, loaded: Loaded[object]) -> LoadedReviews | None:
    return site.reviews.get(loaded.folder)


def _reviews(loaded: Loaded[object], reviews: LoadedReviews | None) -> Mapping[str, Review]:
    return reviews.record.get(loaded.name.rpartition("/")[2], {}) if reviews else {}


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
    def unseen(self) -> int:
        """How many texts and figures nobody has looked at as they stand."""
        return self.texts - min(self.current.values(), default=0) + self.figures - self.current_figures

    @property
    def whole(self) -> bool:
        """Whether a person has looked at everything as it stands."""
        return self.current_figures == self.figures and all(count == self.texts for count in self.current.values())


def reviewed(site: Site, files: Iterable[str]) -> Reviewed:
    """Sum up the reviews of files, by their names below the content folder."""
    names = frozenset(files)
    found = [_reviewed(loaded, _of(site, loaded), site.codes) for loaded in site.everything if loaded.name in names]
    return Reviewed(
        max((each.last for each in found), default=""),
        sum(each.texts for each in found),
        sum(each.figures for each in found),
        {language: sum(each.current[language] for each in found) for language in site.codes},
        sum(each.current_figures for each in found),
    )


@functools.lru_cache(maxsize=64)
def _reviewed(loaded: Loaded[object], reviews: LoadedReviews | None, codes: tuple[str, ...]) -> Reviewed:
    """Sum up the reviews of one file; the shared ones stand behind every page."""
    found = [each for each in _standings(loaded, reviews, codes) if each.subject]
    figures = [each for each in found if each.subject and each.subject.figure]
    texts = [each for each in found if each.subject and not each.subject.figure]
    current = {language: sum(_same(each, language) for each in texts) for language in codes}
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


Reviews = dict[str, dict[str, Review]]


def accepted(site: Site, chosen: Iterable[Standing], reviewer: str, date: str) -> dict[str, Reviews]:
    """Return, by folder, all reviews after a person has looked at the chosen ones; an orphan goes."""
    after = {
        folder: {file: dict(entries) for file, entries in loaded.record.items()}
        for folder, loaded in site.reviews.items()
    }
    for standing in chosen:
        folder, _, file = standing.name.rpartition("/")
        entries = after.setdefault(folder, {}).setdefault(file, {})
        before = entries.pop(standing.key, None)
        if standing.subject:
            entries[standing.key] = _looked_at(standing.subject, before, reviewer, date)
    return after


def _looked_at(subject: Subject, before: Review | None, reviewer: str, date: str) -> Review:
    had = _values(subject.value, before) if subject.figure else ()
    return Review(hashes=dict(subject.hashes), figure=subject.figure, values=had, reviewer=reviewer, date=date)


def written(reviews: Mapping[str, Mapping[str, Review]]) -> str:
    """Write the reviews of a folder as YAML, one line each and sorted, so that two people's work merges."""
    lines = [OPENING]
    for file, entries in sorted(reviews.items()):
        lines.append(f"{file}:\n" if entries else "")
        for key, review in sorted(entries.items()):
            said = review.model_dump(exclude_defaults=True)
            lines.append(f"  {key}: {json.dumps(said, ensure_ascii=False)}\n")
    return "".join(lines)
