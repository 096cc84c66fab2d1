"""Progress: a bar on a terminal, a line now and then in a log, nothing of a short build."""

import io
import sys

import pytest

from briefing.cli.printing import progress
from tests.support.internals import stop_the_build_with
from tests.support.project import Project


class Terminal(io.StringIO):
    """A stream that shows what it is given at once."""

    def isatty(self) -> bool:
        return True


def show_all(stream: io.StringIO, parts: int) -> None:
    with progress(stream) as show:
        for done in range(1, parts + 1):
            show(done, parts)


def test_a_log_gets_ten_lines() -> None:
    log = io.StringIO()
    show_all(log, 335)
    assert log.getvalue().count("\n") == 10
    assert log.getvalue().endswith("335 of 335 parts\n")


def test_a_terminal_gets_a_bar_that_goes_at_the_end() -> None:
    terminal = Terminal()
    show_all(terminal, 335)
    assert "[###############...............] 168 of 335 parts" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_short_build_writes_nothing_to_a_log() -> None:
    log = io.StringIO()
    show_all(log, 9)
    assert log.getvalue() == ""


@pytest.mark.parametrize("end", [KeyboardInterrupt, OSError])
def test_the_bar_goes_before_the_message_that_a_build_stopped(
    minimal: Project, monkeypatch: pytest.MonkeyPatch, end: type[BaseException]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    stop_the_build_with(monkeypatch, end)
    assert minimal.run("check").status in {2, 130}
    shown, _, message = terminal.getvalue().partition("1 of 335 parts")
    assert shown.endswith("] ")
    assert message.startswith("\r\x1b[Kbuild.py: ")
