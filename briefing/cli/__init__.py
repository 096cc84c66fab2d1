"""The command line: arguments, printing and exit statuses.

It knows every command, and nothing of what they do.
"""
