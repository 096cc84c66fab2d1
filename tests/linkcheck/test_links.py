"""The links of finished pages."""

import pytest

from briefing.linkcheck.links import LinkCollector


def test_a_page_missing_in_a_language_is_a_problem() -> None:
    links = LinkCollector("https://example.org/", ["zh", "en"])
    for file in ("index.html", "zh/index.html", "en/index.html", "zh/about/index.html"):
        links.read(file, b"")
    assert [f"{each.position.file}: {each.message.partition(';')[0]}" for each in links.problems()] == [
        "zh/about/index.html: the same page in another language, 'en/about/index.html', is not there"
    ]


@pytest.mark.parametrize("link", ["//elsewhere.example/x.js", "?sort=name", "index.html?sort=name#top", "/"])
def test_a_link_is_read_as_a_browser_does(link: str) -> None:
    links = LinkCollector("/", ["en"])
    links.read("index.html", f'<i id="top"></i><a href="{link}">'.encode())
    assert not list(links.problems())
    assert not links.result(with_ids=False).targets
