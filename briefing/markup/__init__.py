"""Editors' text into runs and HTML: citations, Markdown, terms of the glossary, words of another language.

It knows the localizer of the language that it writes, and may not know templates.
"""
