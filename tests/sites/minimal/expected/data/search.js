receiveIndex([
{"kind": "term", "to": "glossary/index.html#t-investment-promotion", "name": ["招商引资", "investment promotion"], "pinyin": "zhao shang yin zi", "text": ["引进外来投资。", "Bringing in outside investment."]}
]);
