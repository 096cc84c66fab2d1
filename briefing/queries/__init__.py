"""Questions to loaded content: comparison, topics, due dates, projects by stage, entities, source coverage, usage.

A query is a pure function that returns values. It knows the content and its citations, and may not know HTML or pages.
"""
