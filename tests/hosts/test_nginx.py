"""A real nginx with the file that is written for it, and the same site on a server that knows nothing of it."""

import gzip
import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Page

from briefing.hosts.policy import HEADERS
from tests.support.browser import follow
from tests.support.hosts import LANGUAGES, OLD_ADDRESSES, Answer, Server, built
from tests.support.servers import serving
from tests.support.tools import require
from tests.support.waiting import wait_until

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
CONFIGURATION = """
daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/error.log;
{modules}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/1;
    proxy_temp_path {folder}/2;
    fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4;
    scgi_temp_path {folder}/5;
    autoindex on;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/www;
        {more}
        include {site}/nginx.conf;
    }}
}}
"""
PATHS = ["/", "/briefings/2023/"]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(process: subprocess.Popen[bytes], port: int) -> bool:
    assert process.poll() is None, "nginx has stopped; pytest shows what it said"
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def program() -> str:
    found = shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
    require(found, "nginx is not installed (apt-get install nginx-light)")
    return str(found)


def base_url(path: str) -> str:
    return f"https://sample.example{path}"


@pytest.fixture(scope="module", params=PATHS)
def nginx(request: pytest.FixtureRequest, program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the site with nginx, at the root and below it; with Brotli if nginx has it."""
    folder, path = tmp_path_factory.mktemp("nginx"), str(request.param)
    site = built(folder, "nginx", base_url(path), "--compress", below=f"www{path}")
    server = Server(free_port(), path)
    modules, more = (f"load_module {BROTLI};", "brotli_static on;") if BROTLI.is_file() else ("", "")
    text = CONFIGURATION.format(folder=folder, port=server.port, site=site, modules=modules, more=more)
    (folder / "nginx.conf").write_text(text, "utf-8")
    with subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "nginx.conf")], cwd=folder) as process:
        try:
            wait_until(lambda: answers(process, server.port), "nginx answers")
            yield server
        finally:
            process.terminate()


@pytest.fixture(scope="module", params=PATHS)
def plain(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the site with Python's server, which knows nothing of it."""
    folder, path = tmp_path_factory.mktemp("plain"), str(request.param)
    built(folder, "none", base_url(path), below=f"www{path}")
    with serving(folder / "www") as address:
        yield Server(int(address.rpartition(":")[2]), path)


def test_every_link_of_the_site_answers(nginx: Server) -> None:
    assert_whole(nginx)


def test_every_link_answers_on_a_plain_server(plain: Server) -> None:
    assert_whole(plain)


def assert_whole(server: Server) -> None:
    """Every link answers, and none leaves the path of the site."""
    found = server.crawl(base_url(server.path))
    assert {path: status for path, status in found.items() if status != 200} == {}
    assert [path for path in found if not path.startswith(server.path)] == []
    assert len(found) > 60


def test_every_answer_has_the_headers(nginx: Server) -> None:
    addresses = ["", "zh/index.html", "en/", "data/demo-2030.csv", static(nginx), "en/nowhere", "robots.txt", "words/"]
    for address in addresses:
        answer = nginx.get(address)
        assert {name: answer.headers.get_all(name) for name in HEADERS} == {
            name: [value] for name, value in HEADERS.items()
        }, address


def static(server: Server) -> str:
    """The address of the styles."""
    html = server.get("index.html").body.decode()
    return html.partition('<link rel="stylesheet" href="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (lambda _: "en/demo-2030/alpha/", "public, max-age=0, must-revalidate"),
        (lambda _: "en/nowhere/", "public, max-age=0, must-revalidate"),
        (lambda _: "static/site.00000000.css", "public, max-age=0, must-revalidate"),
        (lambda _: "data/demo-2030.json", "public, max-age=600"),
        (static, "public, max-age=31536000, immutable"),
    ],
)
def test_a_file_is_cached_as_its_kind_allows(nginx: Server, address: Callable[[Server], str], kept: str) -> None:
    assert nginx.get(address(nginx)).headers.get_all("Cache-Control") == [kept]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("zh/index.html", "text/html; charset=utf-8"),
        ("data/search.js", "text/javascript; charset=utf-8"),
        ("data/demo-2030.csv", "text/csv; charset=utf-8"),
        ("data/demo-2030.json", "application/json"),
        ("data/demo-2030.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("zh/demo-2030/changes.xml", "application/atom+xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_every_kind_of_file_has_its_type(nginx: Server, address: str, kind: str) -> None:
    answer = nginx.get(address)
    assert (answer.status, answer.headers.get_all("Content-Type")) == (200, [kind])


def test_a_page_that_has_not_changed_is_not_sent_again(nginx: Server) -> None:
    tag = nginx.get("en/index.html").headers["ETag"]
    assert nginx.get("en/index.html", If_None_Match=tag).status == 304


@pytest.mark.parametrize(
    ("address", "languages"),
    [
        ("zh/nowhere/", ["zh-Hans"]),
        ("en/demo-2030/nowhere/index.html", ["en"]),
        ("en/demo-2030/nowhere/changes.xml", ["en"]),
        ("nowhere.html", ["zh-Hans", "en"]),
        ("data/nowhere.csv", ["zh-Hans", "en"]),
        ("data/", ["zh-Hans", "en"]),
        ("static/", ["zh-Hans", "en"]),
        ("nginx.conf", ["zh-Hans", "en"]),
        (".briefing", ["zh-Hans", "en"]),
    ],
)
def test_a_missing_address_answers_in_its_language(nginx: Server, address: str, languages: list[str]) -> None:
    answer = nginx.get(address)
    html = answer.body.decode()
    assert answer.status == 404
    assert "<h1>404</h1>" in html
    assert [tag for tag in ("zh-Hans", "en") if f'<section lang="{tag}">' in html] == languages


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("old", OLD_ADDRESSES)
def test_an_old_address_redirects_to_the_present_one(nginx: Server, code: str, old: str) -> None:
    there = f"{code}/{OLD_ADDRESSES[old]}"
    page, hash_sign, fragment = there.partition("#")
    assert nginx.get(page).status == 200
    assert nginx.redirect(f"{code}/{old}") == there
    assert nginx.redirect(f"{code}/{old}?places=alpha,beta") == f"{page}?places=alpha,beta{hash_sign}{fragment}"
    assert nginx.redirect(f"{code}/{old}index.html") in (there, f"{there}index.html")
    assert nginx.redirect(f"{code}/{old[:-1]}") in (there, there[:-1])


def test_the_files_of_a_briefing_move_with_it(nginx: Server) -> None:
    assert nginx.redirect("data/demo-2029.csv") == "data/demo-2030.csv"
    assert nginx.redirect("zh/demo-2029/changes.xml") == "zh/demo-2030/changes.xml"


def test_no_redirect_adds_headers_or_leaves_the_host(nginx: Server) -> None:
    """Whatever a request hides in an address."""
    for hidden in ("%0d%0aX-Evil:%20yes", "%20", "%2f%2felsewhere.example", "?a=%0d%0aX-Evil:%20yes"):
        answer = nginx.get(f"en/demo-2029/{hidden}")
        assert answer.headers["X-Evil"] is None
        assert (answer.headers["Location"] or nginx.path).startswith(nginx.path)


def test_an_address_without_its_slash_stays_below_the_path(nginx: Server) -> None:
    assert nginx.redirect("en/demo-2030") == "en/demo-2030/"
    if nginx.path != "/":
        assert nginx.get(nginx.path[:-1]).headers["Location"] == nginx.path
        assert nginx.get(f"{nginx.path[:-1]}?q=1").headers["Location"] == f"{nginx.path}?q=1"


def encoded(server: Server, address: str, encoding: str) -> Answer:
    answer = server.get(address, Accept_Encoding=encoding)
    assert answer.headers["Content-Encoding"] == encoding, address
    assert "Accept-Encoding" in (answer.headers["Vary"] or "")
    return answer


@pytest.mark.parametrize("address", ["en/demo-2030/alpha/", "data/demo-2030.csv", "zh/demo-2030/changes.xml"])
def test_texts_are_sent_compressed_on_request(nginx: Server, address: str) -> None:
    whole = nginx.get(address)
    assert whole.headers["Content-Encoding"] is None
    packed = encoded(nginx, address, "gzip")
    assert gzip.decompress(packed.body) == whole.body
    assert packed.headers["Content-Type"] == whole.headers["Content-Type"]
    if BROTLI.is_file():
        assert brotli.decompress(encoded(nginx, address, "br").body) == whole.body


def test_the_page_for_missing_addresses_is_compressed(nginx: Server) -> None:
    answer = encoded(nginx, "zh/nowhere/", "gzip")
    assert answer.status == 404
    assert "这个地址没有页面" in gzip.decompress(answer.body).decode()


def test_a_browser_obeys_the_headers_and_nothing_breaks(nginx: Server, page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"http://127.0.0.1:{nginx.port}{nginx.path}en/demo-2030/")
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    page.goto(f"http://127.0.0.1:{nginx.port}{nginx.path}en/search/?q=Alpha")
    page.locator(".results a").first.wait_for()
    follow(page.get_by_role("link", name="Alpha County").first)
    assert page.url.startswith(f"http://127.0.0.1:{nginx.port}{nginx.path}en/demo-2030/alpha/")
    assert complaints == []


@pytest.mark.parametrize(
    ("old", "there"),
    [
        ("alfa/", "alpha/"),
        ("alfa/?a=b#f-new-projects", "alpha/?a=b#f-new-projects"),
        ("alfa-projects/", "alpha/#f-new-projects"),
        ("alfa-projects/#p1", "alpha/#f-new-projects"),
    ],
    ids=["a page", "with the reader's fragment", "a part of a page", "whose fragment comes first"],
)
def test_a_browser_redirects_if_the_host_cannot(plain: Server, page: Page, old: str, there: str) -> None:
    site = f"http://127.0.0.1:{plain.port}{plain.path}en/"
    page.goto(site)
    page.goto(f"{site}demo-2030/{old}")
    page.wait_for_url(f"{site}demo-2030/{there}")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Alpha County")
    page.go_back()
    assert page.url == site, "the old address is no step back"


def test_a_browser_redirects_as_a_host_does(nginx: Server, page: Page) -> None:
    site = f"http://127.0.0.1:{nginx.port}{nginx.path}en/"
    for old, there in [("alfa/#p1", "alpha/#p1"), ("alfa-projects/#p1", "alpha/#f-new-projects")]:
        page.goto(f"{site}demo-2030/{old}")
        assert page.url == f"{site}demo-2030/{there}"


@pytest.mark.parametrize("old", OLD_ADDRESSES)
def test_a_browser_without_script_redirects_too(plain: Server, browser: Browser, old: str) -> None:
    site = f"http://127.0.0.1:{plain.port}{plain.path}zh/"
    page, hash_sign, fragment = OLD_ADDRESSES[old].partition("#")
    with browser.new_context(java_script_enabled=False) as context:
        opened = context.new_page()
        opened.goto(f"{site}{old}")
        opened.wait_for_url(f"{site}{page}index.html{hash_sign}{fragment}")
