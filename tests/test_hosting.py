"""What each host is given: names by content, headers, redirects, and pages in place of what has moved."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import brotli
import pytest
from conftest import ROOT, Workplace, tree
from hosts import LANDINGS, LANGUAGES, MOVED, built

from briefing.content.values import base_url
from briefing.hosts import TARGETS, Hosting, Publication
from briefing.hosts.compression import compressed
from briefing.hosts.policy import HEADERS, content_policy
from briefing.problems import UsageError
from briefing.render.assets import assets

BASE = "https://sample.example/"
RULED = ["netlify", "cloudflare"]
"""The targets that read `_headers` and `_redirects`."""
STILL = ["none", "github-pages"]
"""The targets that cannot redirect."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The small site, built for each target."""
    folder = tmp_path_factory.mktemp("hosts")
    return {target: built(folder / target, target, BASE) for target in TARGETS}


@pytest.fixture(scope="module")
def page(sites: Mapping[str, Path]) -> str:
    return (sites["none"] / "en/demo-2030/alpha/index.html").read_text("utf-8")


# Static files


def test_every_static_file_is_named_by_its_content(sites: Mapping[str, Path], page: str) -> None:
    found = tree(sites["none"] / "static")
    assert len(found) == 3
    for name, data in found.items():
        stem, digest, _suffix = name.split(".")
        assert (stem in ("site", "icon"), digest) == (True, hashlib.sha256(data).hexdigest()[:8])
        assert f"../../../static/{name}" in page


def test_a_new_content_has_a_new_name_and_the_same_content_the_same(minimal: Workplace) -> None:
    styles = minimal.folder / "templates/static/site.css"
    before = assets(minimal.folder / "templates")["site.css"]
    styles.write_text(styles.read_text("utf-8") + "\n/* What only authors read. */\n", "utf-8")
    assert assets(minimal.folder / "templates")["site.css"] == before
    styles.write_text(styles.read_text("utf-8") + "p { color: red }\n", "utf-8")
    assert assets(minimal.folder / "templates")["site.css"].name != before.name


def test_static_files_in_folders_and_without_a_suffix_keep_their_places(tmp_path: Path) -> None:
    for name in ("static/icons/a.b.svg", "static/LICENCE"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    digest = hashlib.sha256(b"").hexdigest()[:8]
    names = {name: asset.name for name, asset in assets(tmp_path).items()}
    assert names == {"LICENCE": f"static/LICENCE.{digest}", "icons/a.b.svg": f"static/icons/a.b.{digest}.svg"}


# The policy


def test_pages_and_headers_have_one_policy(sites: Mapping[str, Path], page: str) -> None:
    assert f'content="{content_policy()}"' in page
    header = HEADERS["Content-Security-Policy"]
    assert header == f"{content_policy(based=True)}; frame-ancestors 'none'"
    assert content_policy(based=True).replace("base-uri 'self'", "base-uri 'none'") == content_policy()
    for name in ("404.html", "en/404.html"):
        assert f'content="{content_policy(based=True)}"' in (sites["none"] / name).read_text("utf-8")
    for target, file in {"netlify": "_headers", "cloudflare": "_headers", "nginx": "nginx.conf"}.items():
        assert header in (sites[target] / file).read_text("utf-8")


# _headers and _redirects


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


def met(found: list[tuple[str, str, int]], address: str) -> tuple[str, int] | None:
    """Return where the first rule leads that an address meets, and with which status."""
    for source, target, status in found:
        if source == address:
            return target, status
        if source.endswith("*") and address.startswith(source[:-1]):
            return target.replace(":splat", address.removeprefix(source[:-1])), status
    return None


@pytest.mark.parametrize("target", RULED)
def test_the_headers_keep_to_what_the_hosts_read(sites: Mapping[str, Path], target: str) -> None:
    text = (sites[target] / "_headers").read_text("ascii")
    found = list(headers(text))
    assert len(found) <= 100
    assert max(map(len, text.splitlines())) <= 2000
    assert len({pattern for pattern, _ in found}) == len(found)
    for pattern, said in found:
        assert re.fullmatch(r"/[a-z./-]*\*?[a-z./-]*", pattern), pattern
        assert said


@pytest.mark.parametrize("target", RULED)
def test_no_file_meets_two_rules_for_one_header(sites: Mapping[str, Path], target: str) -> None:
    found = list(headers((sites[target] / "_headers").read_text("ascii")))
    kinds = set()
    for name in tree(sites[target]):
        met_rules = [said for pattern, said in found if fnmatchcase(f"/{name}", pattern)]
        named = [header for said in met_rules for header in said]
        assert len(named) == len(set(named)), name
        together = {header: value for said in met_rules for header, value in said.items()}
        assert HEADERS.items() <= together.items()
        kinds.add((name.partition("/")[0], together.get("Cache-Control"), together.get("Content-Type")))
    assert ("static", "public, max-age=31536000, immutable", "text/css; charset=utf-8") in kinds
    assert ("data", "public, max-age=600", "text/csv; charset=utf-8") in kinds
    assert ("data", "public, max-age=600", "text/javascript; charset=utf-8") in kinds
    assert ("zh", None, "application/atom+xml; charset=utf-8") in kinds
    assert ("zh", None, None) in kinds, "pages are kept as the hosts keep them"


@pytest.mark.parametrize("target", RULED)
def test_every_old_address_is_redirected_at_once_and_nothing_present_is(sites: Mapping[str, Path], target: str) -> None:
    found = rules((sites[target] / "_redirects").read_text("ascii"))
    for code in LANGUAGES:
        for old, new in LANDINGS.items():
            assert met(found, f"/{code}/{old}") == (f"/{code}/{new}", 301)
            assert (sites[target] / code / new / "index.html").is_file()
        for old, new in MOVED.items():
            for written in (old[:-1], f"{old}index.html"):
                assert met(found, f"/{code}/{written}") == (f"/{code}/{new}", 301)
    moving = [rule for rule in found if rule[2] == 301]
    assert [name for name in tree(sites[target]) if met(moving, f"/{name}")] == []
    exact = [source.endswith("*") for source, *_ in found]
    assert exact == sorted(exact), "Cloudflare counts all that follows the first splat as one"


@pytest.mark.parametrize("target", RULED)
def test_every_download_of_a_briefing_that_moved_is_redirected(sites: Mapping[str, Path], target: str) -> None:
    found = rules((sites[target] / "_redirects").read_text("ascii"))
    present = {name for name in tree(sites[target]) if re.match(r"data/demo-2030\.", name)}
    assert len(present) == 3
    for name in present:
        assert met(found, f"/{name.replace('2030', '2029')}") == (f"/{name}", 301)


def test_netlify_is_told_the_page_for_what_is_not_there_in_each_language(sites: Mapping[str, Path]) -> None:
    found = rules((sites["netlify"] / "_redirects").read_text("ascii"))
    for code in LANGUAGES:
        assert met(found, f"/{code}/nowhere/") == (f"/{code}/404.html", 404)
        assert (sites["netlify"] / code / "404.html").is_file()
    assert met(found, "/nowhere/") is None, "the 404.html at the root is what Netlify shows by itself"


@pytest.mark.parametrize("target", ["netlify", "cloudflare"])
def test_a_site_below_the_root_is_refused_where_hosts_have_none(target: str) -> None:
    with pytest.raises(UsageError, match=f"{target} serves a site at the root .* give a --base-url without a path"):
        Hosting(target, Publication("https://sample.example/sub/", ("zh",), {}))


def test_more_redirects_than_cloudflare_takes_are_refused() -> None:
    def hosting(count: int, new: str) -> Hosting:
        return Hosting("cloudflare", Publication(BASE, ("zh",), {f"old/{at}/": new for at in range(count)}))

    assert len(rules(hosting(666, "demo/").files()["_redirects"].decode())) == 1998
    with pytest.raises(UsageError, match="makes 2001 redirects of single addresses and 0 of whole briefings"):
        hosting(667, "demo/").files()
    with pytest.raises(UsageError, match="and 101 of whole briefings, and Cloudflare takes 2000 and 100"):
        Hosting("cloudflare", Publication(BASE, ("zh",), {f"old-{at}/": "demo/" for at in range(101)})).files()


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_adds_its_own_files_and_no_others(sites: Mapping[str, Path], target: str) -> None:
    own = {
        "none": set(),
        "github-pages": {".nojekyll"},
        "netlify": {"_headers", "_redirects"},
        "cloudflare": {"_headers", "_redirects"},
        "nginx": {"nginx.conf"},
    }[target]
    everything = set(tree(sites["none"]))
    moved = set() if target in STILL else {name for name in everything if is_of_what_moved(name)}
    assert set(tree(sites[target])) == everything - moved | own


def is_of_what_moved(name: str) -> bool:
    return bool(re.search(r"demo-2029|/alfa/|/words/", name))


@pytest.mark.parametrize(
    "address",
    ["https://x.example/\r\nX-Evil: yes", "https://x.example/a b/", "https://x.example/;}", 'https://x.example/"/'],
)
def test_no_address_of_a_site_can_end_a_line_or_a_value(address: str) -> None:
    with pytest.raises(ValueError, match="not an address to publish at"):
        base_url(address)


# What has moved, where hosts cannot redirect


@pytest.mark.parametrize("target", STILL)
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("old", LANDINGS)
def test_a_page_at_an_old_address_leads_on(sites: Mapping[str, Path], target: str, code: str, old: str) -> None:
    file = sites[target] / code / old / "index.html"
    html = file.read_text("utf-8")
    to = re.findall(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', html)
    assert len(to) == 1
    assert (file.parent / to[0]).resolve() == (sites[target] / code / LANDINGS[old] / "index.html").resolve()
    assert f'<p><a href="{to[0]}">' in html
    assert f'<link rel="canonical" href="{BASE}{code}/{LANDINGS[old]}">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert content_policy() in html
    assert f'<html lang="{"zh-Hans" if code == "zh" else "en"}">' in html
    assert {"zh": "<h1>本页已移至新地址</h1>", "en": "<h1>This page has moved</h1>"}[code] in html


@pytest.mark.parametrize("target", STILL)
def test_every_page_of_a_briefing_that_moved_has_one_in_its_place(sites: Mapping[str, Path], target: str) -> None:
    site = sites[target]
    for code in LANGUAGES:
        present = {name for name in tree(site / code / "demo-2030") if "alfa" not in name}
        former = {name for name in tree(site / code / "demo-2029") if "beta-old" not in name and "alfa" not in name}
        assert former == present
        assert (site / code / "demo-2029/changes.xml").read_bytes() == (
            site / code / "demo-2030/changes.xml"
        ).read_bytes()
    for kind in ("csv", "json", "xlsx"):
        assert (site / f"data/demo-2029.{kind}").read_bytes() == (site / f"data/demo-2030.{kind}").read_bytes()


def test_a_page_that_moved_by_itself_does_not_move_with_its_briefing(sites: Mapping[str, Path]) -> None:
    html = (sites["none"] / "en/demo-2029/glance/index.html").read_text("utf-8")
    assert 'url=../../demo-2030/about/index.html"' in html


def test_crawlers_are_told_of_every_page_but_those_that_only_lead_on(sites: Mapping[str, Path]) -> None:
    site = sites["none"]
    index = (site / "sitemap.xml").read_text("utf-8")
    maps = re.findall(rf"<loc>{BASE}(.*)</loc>", index)
    assert maps == sorted(name for name in tree(site) if name.startswith("sitemap-"))[::-1]
    told = [file for name in maps for file in re.findall(rf"<loc>{BASE}(.*)</loc>", (site / name).read_text("utf-8"))]
    pages = {name.removesuffix("index.html") for name in tree(site) if name.endswith("/index.html")}
    assert sorted(told) == sorted(name for name in pages if not is_of_what_moved(name))


# Compressed files


def test_texts_are_compressed_where_that_helps() -> None:
    text = b"<p>words and words</p>" * 100
    packed = dict(compressed("a/index.html", text))
    assert set(packed) == {"a/index.html.gz", "a/index.html.br"}
    assert gzip.decompress(packed["a/index.html.gz"]) == text
    assert brotli.decompress(packed["a/index.html.br"]) == text
    assert packed == dict(compressed("a/index.html", text))
    assert packed["a/index.html.gz"][4:8] == bytes(4), "no time"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("small.html", b"a" * 199),
        ("data/demo.xlsx", b"a" * 1000),
        ("data/demo.en.pdf", b"a" * 1000),
        ("nginx.conf", b"a" * 1000),
        ("_headers", b"a" * 1000),
        ("dense.txt", b"".join(hashlib.sha256(bytes([at])).digest() for at in range(10))),
    ],
)
def test_nothing_else_is(name: str, data: bytes) -> None:
    assert list(compressed(name, data)) == []


def test_compressed_files_stand_beside_those_that_they_are_of(tmp_path: Path) -> None:
    site = built(tmp_path, "none", BASE, "--compress")
    files = tree(site)
    packed = {name for name in files if name.endswith((".gz", ".br"))}
    assert {"en/index.html.gz", "zh/demo-2029/changes.xml.br", "data/demo-2029.csv.gz"} <= packed
    assert "data/demo-2030.xlsx.gz" not in packed
    for name in packed:
        unpack = gzip.decompress if name.endswith(".gz") else brotli.decompress
        assert unpack(files[name]) == files[name[:-3]]
        assert len(files[name]) < len(files[name[:-3]])


# The workflows


@pytest.mark.parametrize("path", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=lambda path: path.name)
def test_a_workflow_pins_what_it_runs_and_asks_for_little(path: Path) -> None:
    text = path.read_text("utf-8")
    for used in re.findall(r"uses: (.*)", text):
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used
    assert re.search(r"^permissions:\n  contents: read$", text, re.MULTILINE)
    assert "timeout-minutes" in text
