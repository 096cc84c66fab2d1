"""The Content-Security-Policy, in pages and in headers."""

from collections.abc import Mapping
from pathlib import Path

from briefing.hosts.policy import HEADERS, content_policy


def test_pages_and_headers_have_one_policy(hosted: Mapping[str, Path]) -> None:
    page = (hosted["none"] / "en/demo-2030/alpha/index.html").read_text("utf-8")
    assert f'content="{content_policy()}"' in page
    header = HEADERS["Content-Security-Policy"]
    assert header == f"{content_policy(based=True)}; frame-ancestors 'none'"
    assert content_policy(based=True).replace("base-uri 'self'", "base-uri 'none'") == content_policy()
    for name in ("404.html", "en/404.html"):
        assert f'content="{content_policy(based=True)}"' in (hosted["none"] / name).read_text("utf-8")
    for target, file in {"netlify": "_headers", "cloudflare": "_headers", "nginx": "nginx.conf"}.items():
        assert header in (hosted[target] / file).read_text("utf-8")
