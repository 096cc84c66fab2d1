"""The rules of templates and of the catalogs of interface words."""

from briefing.problems import Rule

RULES = (
    Rule("template", "Every template can be read and rendered.", "{% endnothing %}", "{% endif %}"),
    Rule(
        "missing-glyph",
        "A PDF shows every character: some font of the machine has it. Where none has, readers would see an empty box.",
        "name: 示例[U+E000]",
        "name: 示例",
    ),
    Rule(
        "missing-catalog",
        "Every language but English, which the templates are written in, has a gettext catalog.",
        "a language fr in site.yaml, and no templates/locales/fr/LC_MESSAGES/messages.po",
        "templates/locales/fr/LC_MESSAGES/messages.po",
    ),
    Rule("catalog", "A catalog can be read as gettext.", 'msgid "Places', 'msgid "Places"'),
    Rule(
        "missing-message",
        "Every message of the templates is translated: one that is missing or fuzzy would show in English.",
        'msgid "Places"\nmsgstr ""',
        'msgid "Places"\nmsgstr "县区"',
    ),
    Rule("unused-message", "A catalog holds no message that nothing uses.", 'msgid "Old words"', "its entry removed"),
    Rule(
        "message-placeholder",
        "A translation keeps each %(name)s of its message.",
        'msgid "%(num)s more"\nmsgstr "还有"',
        'msgid "%(num)s more"\nmsgstr "还有%(num)s项"',
    ),
    Rule(
        "broken-link",
        "Every link within the site leads to a file and an id that are there, every page has its twin in every other"
        " language, and an id stands once on a page.",
        '<a href="#figure">Figures</a>  {# and <h2 id="figures"> #}',
        '<a href="#figures">Figures</a>',
    ),
)
