"""The commands of editors: new, index, status, accept, audit, schema, explain.

They know the content and its reviews, and may not know pages.
"""
