"""The PDFs hold every figure and measure, and readers find their way in them."""

import re
from typing import Any

import pytest

from tests.support.built import BuiltSite, words
from tests.support.once import once
from tests.support.printing import Book, books_of, flat, print_site, require_printing


@pytest.fixture(scope="module", params=["sample", pytest.param("published", marks=pytest.mark.slow)])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Print a site: the sample, and the published one among the slow tests."""
    require_printing()
    content = request.getfixturevalue(request.param).content
    folder = once(tmp_path_factory, f"pdf-{request.param}", lambda folder: print_site(content, folder / "site"))
    return BuiltSite(content, folder / "site")


def curly(text: str) -> str:
    """Return a text with the apostrophes that it is printed with."""
    return text.replace("'", "’")


def title(book: Book, name: str) -> str:
    """Return the title of a page of the briefing."""
    page = book.site.html(f"{book.language}/{book.briefing}/{name}index.html")
    return words(page.partition("<title>")[2].partition("</title>")[0]).rpartition(" · ")[0]


def chapters(book: Book) -> list[str]:
    """Return the titles that the contents and the bookmarks should name."""
    places = book.site.yaml("places")
    named = [places[each.place]["name"] for each in book.site.speeches if each.briefing == book.briefing]
    return [title(book, ""), *(curly(name[book.language]) for name in named), title(book, "about/")]


def test_every_figure_has_its_period_wording_and_paragraph(printed: BuiltSite) -> None:
    for book in books_of(printed):
        for speech, figure, record in printed.records:
            if speech.briefing == book.briefing:
                row = printed.row(book.language, speech, figure)
                head = words(row.partition('<span class="source">')[0]) + f"[{record['paragraph']}]"
                proof = f"{record['as_stated']}={record[f'as_written_{book.language}']}"
                assert [each for each in (head, proof) if flat(each) not in book.flat] == [], (speech.place, figure)


def test_every_measure_has_its_title(printed: BuiltSite) -> None:
    for book in books_of(printed):
        for speech in (each for each in printed.speeches if each.briefing == book.briefing):
            titles = [curly(measure["title"][book.language]) for measure in speech.measures]
            assert [each for each in titles if flat(each) not in book.flat] == []


def test_bookmarks_and_contents_name_the_chapters(printed: BuiltSite) -> None:
    for book in books_of(printed):
        bookmarks = list(book.bookmarks())
        contents = re.sub(r"[ \t]+", " ", book.text("-layout", "-f", "2", "-l", "2"))
        assert [name for name, _ in bookmarks[1:]] == chapters(book)
        for name, number in bookmarks[1:]:
            assert f"{name} {number}\n" in contents
            assert flat(name) in flat(book.reader.pages[number - 1].extract_text())


def test_a_book_is_tagged_and_says_language_and_title(printed: BuiltSite) -> None:
    for book in books_of(printed):
        root: Any = book.reader.trailer["/Root"]
        assert root["/Lang"] == printed.tags[book.language]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/StructTreeRoot"]["/K"]
        metadata = book.reader.metadata
        assert metadata
        assert metadata.title == curly(printed.yaml(f"{book.briefing}/briefing")["title"][book.language])
        assert metadata.author == printed.settings["title"][book.language]


def test_links_stay_in_the_book_or_have_whole_addresses(printed: BuiltSite) -> None:
    for book in books_of(printed):
        links = book.links()
        inside = {each["/Dest"] for each in links if "/Dest" in each}
        outside = [each["/A"]["/URI"] for each in links if "/A" in each and "/URI" in each["/A"]]
        assert inside <= book.reader.named_destinations.keys()
        assert [each for each in outside if not each.startswith(f"{printed.base_url}{book.language}/")] == []
        for speech in (each for each in printed.speeches if each.briefing == book.briefing):
            assert {f"{book.briefing}/{speech.place}:f-{figure}" for figure in speech.figures} <= inside


def test_the_comparison_shows_every_question(printed: BuiltSite) -> None:
    for book in books_of(printed):
        first, last = (number for _, number in list(book.bookmarks())[1:3])
        text = flat(book.text("-raw", "-f", str(first), "-l", str(last - 1)))
        page = printed.html(f"{book.language}/{book.briefing}/index.html")
        figures = re.findall(r'<b class="short">(.*?)</b>', page)
        questions = re.findall(r'<section class="question\b.*?<h2>(.*?)</h2>', page, re.DOTALL)
        assert len(questions) > 4
        assert [each for each in [*questions, *figures] if flat(words(each)) not in text] == []
