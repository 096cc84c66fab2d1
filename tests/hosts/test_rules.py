"""`_headers` and `_redirects`, read as Netlify and Cloudflare read them."""

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from briefing.hosts.policy import HEADERS
from tests.support.hosts import LANGUAGES, MOVED, OLD_ADDRESSES, WITH_RULES
from tests.support.paths import tree


def headers(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Read `_headers` as the hosts do: a line that is not indented is a pattern."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith(" "):
            name, colon, value = line.strip().partition(": ")
            assert colon
            assert name not in found[-1][1]
            found[-1][1][name] = value
        elif not line.startswith("#"):
            found.append((line, {}))
    return iter(found)


def rules(text: str) -> list[tuple[str, str, int]]:
    """Read `_redirects` as the hosts do: where from, where to, the status."""
    lines = [line.split(" ") for line in text.splitlines() if not line.startswith("#")]
    return [(source, target, int(status)) for source, target, status in lines]


def match(found: list[tuple[str, str, int]], address: str) -> tuple[str, int] | None:
    """Return target and status of the first rule that an address matches."""
    for source, target, status in found:
        if source == address:
            return target, status
        if source.endswith("*") and address.startswith(source[:-1]):
            return target.replace(":splat", address.removeprefix(source[:-1])), status
    return None


@pytest.mark.parametrize("target", WITH_RULES)
def test_the_headers_keep_to_what_the_hosts_read(hosted: Mapping[str, Path], target: str) -> None:
    text = (hosted[target] / "_headers").read_text("ascii")
    found = list(headers(text))
    assert len(found) <= 100
    assert max(map(len, text.splitlines())) <= 2000
    assert len({pattern for pattern, _ in found}) == len(found)
    for pattern, said in found:
        assert re.fullmatch(r"/[a-z./-]*\*?[a-z./-]*", pattern), pattern
        assert said


@pytest.mark.parametrize("target", WITH_RULES)
def test_no_file_matches_two_rules_for_one_header(hosted: Mapping[str, Path], target: str) -> None:
    found = list(headers((hosted[target] / "_headers").read_text("ascii")))
    kinds = set()
    for name in tree(hosted[target]):
        matched = [said for pattern, said in found if fnmatchcase(f"/{name}", pattern)]
        named = [header for said in matched for header in said]
        assert len(named) == len(set(named)), name
        together = {header: value for said in matched for header, value in said.items()}
        assert HEADERS.items() <= together.items()
        kinds.add((name.partition("/")[0], together.get("Cache-Control"), together.get("Content-Type")))
    assert ("static", "public, max-age=31536000, immutable", "text/css; charset=utf-8") in kinds
    assert ("data", "public, max-age=600", "text/csv; charset=utf-8") in kinds
    assert ("data", "public, max-age=600", "text/javascript; charset=utf-8") in kinds
    assert ("zh", None, "application/atom+xml; charset=utf-8") in kinds
    assert ("zh", None, None) in kinds, "pages are kept as the hosts keep them"


@pytest.mark.parametrize("target", WITH_RULES)
def test_old_addresses_redirect_and_present_ones_do_not(hosted: Mapping[str, Path], target: str) -> None:
    found = rules((hosted[target] / "_redirects").read_text("ascii"))
    for code in LANGUAGES:
        for old, new in OLD_ADDRESSES.items():
            assert match(found, f"/{code}/{old}") == (f"/{code}/{new}", 301)
            assert (hosted[target] / code / new.partition("#")[0] / "index.html").is_file()
        for old in MOVED:
            new = OLD_ADDRESSES[old]
            for written in (old[:-1], f"{old}index.html"):
                assert match(found, f"/{code}/{written}") == (f"/{code}/{new}", 301)
    moving = [rule for rule in found if rule[2] == 301]
    assert [name for name in tree(hosted[target]) if match(moving, f"/{name}")] == []
    exact = [source.endswith("*") for source, *_ in found]
    assert exact == sorted(exact), "Cloudflare counts all that follows the first splat as one"


@pytest.mark.parametrize("target", WITH_RULES)
def test_downloads_of_a_briefing_that_moved_redirect(hosted: Mapping[str, Path], target: str) -> None:
    found = rules((hosted[target] / "_redirects").read_text("ascii"))
    present = {name for name in tree(hosted[target]) if re.match(r"data/demo-2030\.", name)}
    assert len(present) == 3
    for name in present:
        assert match(found, f"/{name.replace('2030', '2029')}") == (f"/{name}", 301)


def test_netlify_has_a_page_for_missing_addresses(hosted: Mapping[str, Path]) -> None:
    found = rules((hosted["netlify"] / "_redirects").read_text("ascii"))
    for code in LANGUAGES:
        assert match(found, f"/{code}/nowhere/") == (f"/{code}/404.html", 404)
        assert (hosted["netlify"] / code / "404.html").is_file()
    assert match(found, "/nowhere/") is None, "the 404.html at the root is what Netlify shows by itself"
