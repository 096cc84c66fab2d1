"""The command line: arguments, printing and exit statuses.

It knows the name of every command, and nothing of what a command does. A command is loaded when it is called.
"""
