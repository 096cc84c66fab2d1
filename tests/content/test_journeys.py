"""Ten questions of a reader, answered from the overview: the clicks and the screens that each takes are printed.

A click follows a link or opens something; ticking a box of a form or typing is counted apart, as an entry.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.support.browser import follow
from tests.support.built import BuiltSite, Data, Speech, ends
from tests.support.servers import serving

MOST_CLICKS = 2
MOST_SCREENS = 2
SIZES = {375: 812, 1280: 900}


@dataclass
class Reader:
    """A reader who begins at the overview of the first briefing."""

    site: BuiltSite
    page: Page
    address: str
    language: str
    clicks: int = 0
    entries: int = 0
    screens: float = 0
    arrived: float = field(default=0, init=False)
    """The position of the window in the page after the last click."""

    def __post_init__(self) -> None:
        self.page.goto(f"{self.address}/{self.language}/index.html")

    @property
    def speeches(self) -> list[Speech]:
        return [each for each in self.site.speeches if each.briefing == self.site.briefings[0]]

    def figures(self, *claims: str) -> list[tuple[Speech, str, Data]]:
        """Return the figures of some claims, each with its speech and id."""
        stated = [(speech, name, figure) for speech in self.speeches for name, figure in speech.figures.items()]
        return [each for each in stated if each[2]["claim"] in claims]

    def follow(self, link: Locator) -> None:
        self._count(lambda: follow(link))

    def open(self, button: Locator) -> None:
        self._count(button.click)

    def _count(self, click: Callable[[], None]) -> None:
        self.clicks += 1
        click()
        self.page.wait_for_load_state()
        self.arrived = self.page.evaluate("scrollY")

    def tab(self, number: int) -> Locator:
        return self.page.locator(".tabs a").nth(number)

    def way(self, number: int) -> Locator:
        return self.page.locator(".ways a").nth(number)

    def sees(self, answer: Locator) -> None:
        """Assert that an answer is shown, and count how far below the window it is."""
        answer = answer.first
        answer.wait_for(state="visible")
        height = SIZES[self.page.viewport_size["width"]] if self.page.viewport_size else 1
        box = answer.bounding_box()
        assert box
        self.screens = max(self.screens, (box["y"] + self.page.evaluate("scrollY") - self.arrived) / height)


def largest_money_target(reader: Reader) -> None:
    money = [name for name, unit in reader.site.yaml("units").items() if unit["kind"] == "money"]
    speech, name, _figure = max(
        (each for each in reader.figures("target") if each[2]["unit"] in money), key=lambda each: ends(each[2])[1]
    )
    reader.sees(reader.page.locator("h1"))  # says which figures can be compared
    reader.follow(reader.way(1))
    reader.sees(reader.page.locator(f"#q-money a[href*='{speech.place}/index.html#f-{name}']"))


def what_a_place_promises_by_when(reader: Reader) -> None:
    dated = [each for each in reader.figures("target") if "unstated" not in str(each[2].get("period", "unstated"))]
    speech, name, _figure = dated[0]
    reader.follow(reader.page.locator(f".place-cards h3 a[href*='/{speech.place}/']"))
    reader.sees(reader.page.locator(f".keys a[href='#f-{name}'] + p .claim"))


def who_offers_incentives(reader: Reader) -> None:
    speech, name, _figure = reader.figures("incentive")[0]
    reader.follow(reader.way(3))
    reader.sees(reader.page.locator(f"#q-support a[href*='{speech.place}/index.html#f-{name}']"))


def where_for_a_sector(reader: Reader) -> None:
    speech = next(each for each in reader.speeches if each.data["sectors"])
    sector = speech.data["sectors"][-1]["sector"]
    reader.follow(reader.way(0))
    reader.open(reader.page.locator(f"main a[href$='#i-{sector}']:visible").first)
    reader.sees(reader.page.locator(f"section:has(#i-{sector}) a[href*='/{speech.place}/']"))


def what_fell_due_and_what_has_no_date(reader: Reader) -> None:
    reader.follow(reader.way(2))
    reader.sees(reader.page.locator("[id^='d-']"))
    reader.page.goto(f"{reader.address}/{reader.language}/index.html")
    reader.sees(reader.page.locator("#g-undated svg:visible"))


def compare_three_and_share_in_the_other_language(reader: Reader) -> None:
    reader.follow(reader.tab(1))
    if (summary := reader.page.locator(".view > summary")).is_visible():
        reader.open(summary)
    for speech in reader.speeches[:3]:
        reader.page.locator(f"fieldset input[value={speech.place}]").check()
        reader.entries += 1
    twin = str(reader.page.locator("a.twin").get_attribute("href"))
    assert all(speech.place in twin for speech in reader.speeches[:3])
    reader.sees(reader.page.locator("[name=copy]").nth(1))


def who_names_a_company_as_what(reader: Reader) -> None:
    mentioned = [name for speech in reader.speeches for name in speech.data["entities"]]
    name = max(dict.fromkeys(mentioned), key=mentioned.count)
    reader.follow(reader.page.locator(".tools a[href*='search/']"))
    reader.page.locator("#q").fill(reader.site.entities[name]["name"][reader.language])
    reader.entries += 1
    reader.sees(reader.page.locator(f".results a[href*='#e-{name}']"))


def all_into_a_spreadsheet(reader: Reader) -> None:
    reader.open(reader.page.locator(".menu > summary"))
    reader.follow(reader.page.locator(".menu a[href$='/data/index.html']"))
    reader.sees(reader.page.locator("a[href$='.xlsx']"))


def print_a_place(reader: Reader) -> None:
    reader.follow(reader.page.locator(".place-cards h3 a").first)
    reader.sees(reader.page.locator("button.print"))


def verify_a_figure(reader: Reader) -> None:
    key = reader.page.locator(".place-cards a.key").first
    name = str(key.get_attribute("href")).partition("#f-")[2]
    speech = next(each for each in reader.speeches if f"/{each.place}/" in str(key.get_attribute("href")))
    reader.follow(key)
    reader.open(reader.page.locator(f"#f-{name} button.paragraph"))
    reader.sees(reader.page.locator(f"#v-{name}").get_by_text(speech.figures[name]["stated"], exact=True))


JOURNEYS = (
    largest_money_target, what_a_place_promises_by_when, who_offers_incentives, where_for_a_sector,
    what_fell_due_and_what_has_no_date, compare_three_and_share_in_the_other_language, who_names_a_company_as_what,
    all_into_a_spreadsheet, print_a_place, verify_a_figure,
)  # fmt: skip


@pytest.fixture(scope="module")
def address(published: BuiltSite) -> Iterator[str]:
    with serving(published.folder) as server:
        yield server


@pytest.mark.parametrize("width", SIZES)
def test_each_question_takes_two_clicks_and_two_screens(
    browser: Browser, published: BuiltSite, address: str, width: int
) -> None:
    slow = []
    for language in published.languages:
        with browser.new_context(viewport={"width": width, "height": SIZES[width]}, reduced_motion="reduce") as context:
            for journey in JOURNEYS:
                reader = Reader(published, context.new_page(), address, language)
                journey(reader)
                line = f"{language} {width} {journey.__name__}: {reader.clicks} clicks, {reader.screens:.1f} screens"
                print(f"{line}, {reader.entries} entries")
                if reader.clicks > MOST_CLICKS or reader.screens > MOST_SCREENS:
                    slow.append(line)
                reader.page.close()
    assert slow == []


PHONE, DESK = 375, 1280
MOST_LONG = {("place", PHONE): 5, ("place", DESK): 3, ("overview", PHONE): 4}
"""The most screens of a page with its folds closed."""


def test_places_and_overview_fit_few_screens(browser: Browser, published: BuiltSite, address: str) -> None:
    long = []
    for width, height in SIZES.items():
        with browser.new_context(viewport={"width": width, "height": height}) as context:
            page = context.new_page()
            for language in published.languages:
                names = {f"{language}/index.html": "overview"}
                names |= {speech.page(language): "place" for speech in published.speeches}
                for name, kind in names.items():
                    page.goto(f"{address}/{name}")
                    screens = page.evaluate("document.documentElement.scrollHeight") / height
                    print(f"{name} at {width}: {screens:.1f} screens")
                    if screens > MOST_LONG.get((kind, width), screens):
                        long.append(f"{name} at {width}: {screens:.2f}")
    assert long == []
