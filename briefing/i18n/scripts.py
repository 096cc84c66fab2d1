"""What the scripts of the world's languages are made of, as far as anything here depends on it."""

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The characters of Han, for a class of a regular expression."""
