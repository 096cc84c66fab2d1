"""Numbers and periods read from text, by language.

They may not know the content.
"""
