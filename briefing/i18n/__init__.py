"""Interface words, CLDR, figures and periods written in each language.

It may not know pages or HTML.
"""
