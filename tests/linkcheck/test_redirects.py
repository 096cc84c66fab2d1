"""Redirects of site.yaml are compared with pages, if the content allows any."""

from tests.support.project import Project


def test_redirects_wait_until_pages_can_be_made(minimal: Project) -> None:
    site = minimal.folder / "content/site.yaml"
    site.write_text(f"{site.read_text('utf-8')}moved: {{demo-2030/old/: demo-2030/nowhere/}}\n", "utf-8")
    assert "error[moved-nowhere]" in minimal.run("check").err
    minimal.replace("content/demo-2030/alpha.yaml", "{new-projects}", "{new-project}")
    outcome = minimal.run("check")
    assert outcome.status == 1
    assert "error[unknown-figure]" in outcome.err
    assert "error[moved-nowhere]" not in outcome.err
