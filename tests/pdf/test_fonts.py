"""Fonts: a language that no font of the machine writes is named with the package that has one."""

import pytest

from briefing.content.model import Language
from briefing.pdf.fonts import families
from briefing.problems import UsageError


@pytest.mark.parametrize(
    ("code", "locale", "package"),
    [
        ("zh", "zh_Hans_CN", "fonts-noto-cjk"),
        ("ja", "ja_JP", "fonts-noto-cjk"),
        ("ko", "ko_KR", "fonts-noto-cjk"),
        ("th", "th_TH", "fonts-noto"),
    ],
)
def test_each_language_is_told_the_package_of_its_font(
    monkeypatch: pytest.MonkeyPatch, code: str, locale: str, package: str
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: "/bin/true")  # which lists no font
    with pytest.raises(UsageError, match=f"{package}$"):
        families(Language(code=code, tag=code, locale=locale, name="Name"))
