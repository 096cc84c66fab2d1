"""Numbers and periods read from text, one grammar for each language, for the source index and for `stated` alike.

It knows words, units and exact decimals; it may not know the content, which is why it names no record and no file. The
other packages call `readers`, `quantities` and `periods`; a language is a module each of words, numerals, grammar (the
pattern of its quantities) and rules, which read what an alternative of the pattern matches.
"""
