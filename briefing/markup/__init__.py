"""Editors' text into runs and HTML: citations, Markdown, glossary terms.

It may not know templates.
"""
