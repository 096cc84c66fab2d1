"""The pictures of a briefing at a glance say what its figures say."""

import re
from decimal import Decimal

from tests.support.built import BuiltSite

BAR = r'<a href="\.\./([a-z0-9-]+)/index\.html#f-([a-z0-9-]+)">[^<]*</a><svg class="bar".*?<rect width="([\d.]+)"'


def test_bars_are_as_long_as_their_figures_are_large(any_site: BuiltSite) -> None:
    """Within the counts, and within the amounts, of one briefing."""
    for briefing in any_site.briefings:
        highest = {
            (speech.place, figure): Decimal(str(record["value"] if record["high"] is None else record["high"]))
            * 10 ** {None: 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}[record["scale"]]
            for speech, figure, record in any_site.records
            if speech.briefing == briefing
        }
        for language in any_site.languages:
            page = any_site.html(f"{language}/{briefing}/glance/index.html")
            cells = re.findall(
                r"<td>(.*?)</td>\s*<td>(.*?)</td>\s*</tr>", page.partition('class="grid bars"')[2], re.DOTALL
            )
            for column in zip(*cells, strict=True):
                bars = [
                    (highest[place, figure], Decimal(width))
                    for place, figure, width in re.findall(BAR, "".join(column))
                ]
                largest = max((value for value, _ in bars), default=Decimal(1))
                assert [bar for bar in bars if abs(bar[1] - 100 * bar[0] / largest) > Decimal("0.1")] == []
                assert not bars or max(width for _, width in bars) == 100
