"""The pictures of a briefing at a glance say what its figures say."""

import re
from decimal import Decimal

from tests.support.built import BuiltSite, ends

BAR = r'<a href="\.\./([a-z0-9-]+)/index\.html#f-([a-z0-9-]+)">[^<]*</a><svg class="bar".*?<rect width="([\d.]+)"'


def test_bars_are_as_long_as_their_figures_are_large(any_site: BuiltSite) -> None:
    """Within the counts, and within the amounts, of one briefing."""
    for briefing in any_site.briefings:
        highest = {
            (speech.place, figure): ends(speech.figures[figure])[1]
            for speech, figure, _ in any_site.records
            if speech.briefing == briefing
        }
        for language in any_site.languages:
            page = any_site.html(f"{language}/{briefing}/glance/index.html").partition('class="grid bars"')[2]
            body = page.partition("<tbody>")[2].partition("</tbody>")[0]
            rows = [re.findall(r"<td>(.*?)</td>", row, re.DOTALL)[-2:] for row in body.split("</tr>")[:-1]]
            for column in zip(*rows, strict=True):
                bars = {(place, figure): Decimal(width) for place, figure, width in re.findall(BAR, "".join(column))}
                largest = max((highest[key] for key in bars), default=Decimal(1))
                shares = {key: 100 * highest[key] / largest for key in bars}
                assert {key for key in bars if abs(bars[key] - shares[key]) > Decimal("0.1")} == set()
                assert max(bars.values(), default=100) == 100
