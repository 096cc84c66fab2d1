"""Numbers and periods read from text, one grammar for each language, for the source index and for `stated` alike.

It knows words, units and exact decimals; it may not know the content, which is why it names no record and no file.

- `readers`: the functions that the other packages call, by language
- `quantities`: quantities, and those that two texts do not have in common
- `periods`: the periods of the source compared with those of figures
- `units`, `numerals`, `grammar`: what all languages share
- `<language>_words`, `_numerals`, `_grammar`: its vocabulary, its numerals, its pattern
- `<language>`, `english_calendar`: the rules that read each alternative of the pattern
"""
