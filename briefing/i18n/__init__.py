"""Interface words, CLDR, writing systems, and figures and periods as each language writes them.

It knows the records of the content, and may not know pages or HTML.
"""
