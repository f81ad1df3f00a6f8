"""The shapes of dated expressions, as patterns made of the words of the calendar."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.dates.calendar import day_months, either, months, table, weekdays
from loaders.extraction.language.tries import trie
from loaders.extraction.language.vocabulary import ordered_words


def _next_weekdays() -> str:
    """Two weekdays that follow each other: "Monday and Tuesday"."""
    names = ordered_words("calendar", "weekdays")
    pairs = (f"{day} and {after}" for day, after in zip(names, (*names[1:], names[0]), strict=True))
    return "|".join(pairs)


def _neighbours(article: str) -> str:
    """Two days that follow each other, as in "14 and 15": what only looks so is no stretch."""
    th = "(?:st|nd|rd|th)?"
    pairs = (rf"{day}{th} and {article}{day + 1}{th}" for day in range(30, 0, -1))
    return f"(?:{'|'.join(pairs)})"


@cache
def time_pattern() -> re.Pattern[str]:
    """Finds every dated expression; the named groups say of which shape it is.

    The text must have single blanks, as `Document.text` has. The order of the shapes is that of
    their length: a day with a month before a bare month, a bare month before a bare year.
    """
    found = "|".join(f"(?:{shape})" for shape in (*_day_shapes(), *_period_shapes()))
    return re.compile(rf"(?<![\w$€£.,])(?={opening()})(?:{found})")


@cache
def opening() -> str:
    """A pattern for what every dated expression begins with: elsewhere no shape is tried."""
    seasons = (form for season in table("seasons") for form in _cased(season))
    openers = (form for word in ordered_words("calendar", "openers") for form in _cased(word))
    plain = (*day_months(), *weekdays(), *seasons, *table("quarters"), *openers)
    numbers = (*table("numbers"), *(word.title() for word in table("numbers")))
    units = r"(?:day|week|fortnight|month|year|decade|hour|minute)"
    leading = (*weekdays(), *table("seasons"), *day_months())
    return (
        rf"\d|[QH][1-4]|{trie(numbers)} {units}|[Hh]alf a year|"
        r"(?:[Aa] few|[Aa] couple of|[Ss]ome|[Ss]everal) (?:hours|minutes) |[Oo]n the \d|"
        r"(?:[Ii]n|[Oo]ver|[Aa]t) (?:the|coming|next|recent|Q|year)|"
        rf"(?:[Ii]n|[Ww]ithin) (?:\d|{trie(numbers)}|days|weeks|months)|"
        r"(?:[Bb]y|[Bb]efore|[Ww]ithin) (?:the |this )?(?:year|month|week|turn)|"
        r"the (?:early |late |mid-?)?(?:spring|summer|autumn|winter)|"
        r"[Tt]he (?:week|end|close|beginning|start|middle|day|previous|following|same|next|month|"
        r"year|last|final|preceding|subsequent)|[Ff]rom [A-Z]|"
        r"[Tt]hat (?:same |very )?(?:day|morning|afternoon|evening|week|month|year)|"
        rf"[Tt]hat {trie(leading)}|"
        rf"(?:[Tt]he )?(?:{_ordinals()})|(?:the|its|their) (?:{_NTH}) day|"
        rf"{trie(plain)}(?!\w)"
    )


def _cased(word: str) -> tuple[str, str]:
    """A word as it stands in a sentence, and as it opens one."""
    return word, word.title()


@cache
def _ordinals() -> str:
    """The days of a month in words."""
    return f"(?:{either(table('ordinals'))}|last day|final day)"


#: "On the second day of the meeting", "on its last day".
_NTH = "first|second|third|fourth|fifth|opening|last|final|closing|concluding"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?: ?(?:st|nd|rd|th)\b)?(?![\d:%]|,\d|\.\d)"
_YEAR = r"(?:19|20)\d\d(?!\d|,\d)"
_TO = r" ?(?:-|–|—|to|through|until) ?"
#: "March 9 (Mon) to March 20 (Fri), 2026": the weekday behind its day.
_SO_NAMED = r"(?: ?\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?\))?"
#: "Early", "mid", "late", and longer ways to say so.
_PART = r"[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd of|(?:[Tt]he )?(?:end|close|beginning|start|middle) of"


def _day_shapes() -> tuple[str, ...]:
    month, weekday = f"(?:{either(day_months())})", f"(?:{either(weekdays())})"
    return (
        *_figure_shapes(month),
        *_several_days_shapes(month),
        *_week_shapes(month, weekday),
        *_range_shapes(month, weekday),
        *_single_day_shapes(month, weekday),
        rf"(?P<from_weekday>{weekday}){_TO}(?P<to_weekday>{weekday})(?!\w)",
        rf"(?P<two_weekdays>{_next_weekdays()})(?!\w)",
    )


def _figure_shapes(month: str) -> tuple[str, ...]:
    """Days in figures: "03.04.2025", "22-04-2025", "3-Apr-25", "2025-04-03"."""
    return (
        r"(?P<figures>(?:3[01]|[12]\d|0?[1-9])(?P<mark>[./-])(?:3[01]|[12]\d|0?[1-9])(?P=mark)"
        r"(?:19|20)\d\d)(?![\d/]|-\d)",
        rf"(?P<dashed>(?:3[01]|[12]\d|0?[1-9])-{month}-(?:19|20)?\d\d)(?![\d-])",
        r"(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])|"
        r"(?:19|20)\d\d/(?:0[1-9]|1[0-2])/(?:0[1-9]|[12]\d|3[01])(?![\d/]))",
    )


def _several_days_shapes(month: str) -> tuple[str, ...]:
    """Days counted up: "3, 5 and 9 May", "May 14 and 15"."""
    return (
        rf"(?P<list_days>\d{{1,2}}(?:, \d{{1,2}})+,? and \d{{1,2}}) (?:of )?"
        rf"(?P<list_month>{month})(?!\w)(?:,? (?P<list_year>{_YEAR}))?",
        rf"(?P<us_list_month>{month}) (?P<us_list_days>\d{{1,2}}(?:, \d{{1,2}})+,? and \d{{1,2}})"
        rf"(?![\d:%]|,\d| {month})(?:,? (?P<us_list_year>{_YEAR}))?",
        rf"(?P<and_days>{_neighbours('(?:the )?')}) (?:of )?(?P<and_month>{month})(?!\w)"
        rf"(?:,? (?P<and_year>{_YEAR}))?",
        rf"(?P<us_and_month>{month}) (?:the )?(?P<us_and_days>{_neighbours('')})"
        rf"(?![\d:%]|,\d| {month})"
        rf"(?:,? (?P<us_and_year>{_YEAR}))?",
    )


def _week_shapes(month: str, weekday: str) -> tuple[str, ...]:
    """Weeks and edges of months: "the week of 5 May", "the last Friday in May"."""
    return (
        rf"(?:[Tt]he )?(?:[Ww]eek (?:of|beginning|starting|commencing|(?P<week_ends>ending))|"
        rf"(?P<week_end>weekend of)) (?:{weekday},? )?(?:the )?"
        rf"(?:(?P<week_month>{month}) (?P<week_day>{_DAY})|(?P<week_day2>{_DAY}) "
        rf"(?P<week_month2>{month})(?!\w))(?:,? (?P<week_year>{_YEAR}))?",
        rf"(?:[Tt]he )?(?P<edge>{either(table('edges'))}) "
        rf"(?P<edge_unit>week|half|days|{weekday}) (?:of|in) (?P<edge_month>{month})(?!\w)"
        rf"(?:,? (?:of )?(?P<edge_year>{_YEAR}))?",
    )


def _range_shapes(month: str, weekday: str) -> tuple[str, ...]:
    """Stretches of days: "3 to 7 March", "March 3 to April 2"; the second also one day."""
    return (
        rf"(?:(?P<between>[Bb]etween )|{weekday},? (?:the )?)?(?P<range_day>{_DAY})"
        rf"{_SO_NAMED}(?: (?:of )?(?P<range_month>{month}){_SO_NAMED})?"
        rf"(?:{_TO}(?:the )?|(?(between) and (?:the )?|\b\B))"
        rf"(?P<range_day2>{_DAY}){_SO_NAMED} (?:of )?(?P<range_month2>{month})(?!\w){_SO_NAMED}"
        rf"(?:,? (?P<range_year>{_YEAR}){_SO_NAMED})?",
        rf"(?:(?P<us_between>[Bb]etween )|{weekday}(?:,? | \())?(?P<us_month>{month}) (?:the )?"
        rf"(?P<us_day>{_DAY}){_SO_NAMED}"
        rf"(?:,? (?P<us_year>{_YEAR}){_SO_NAMED})?"
        rf"(?:(?:(?(us_year),?){_TO}|(?(us_between) and |\b\B))(?:{weekday},? )?"
        rf"(?:(?P<us_month2>{month}) )?(?P<us_day2>{_DAY})(?! {month}){_SO_NAMED})?"
        rf"(?:,? (?P<us_year2>{_YEAR}){_SO_NAMED})?",
    )


def _single_day_shapes(month: str, weekday: str) -> tuple[str, ...]:
    """One day: "the second of March", "Monday, 3 March 2025", "on the 3rd"."""
    return (
        rf"(?:{weekday},? )?(?:on )?(?:the )?(?P<word_day>{_ordinals()}) (?:day )?of "
        rf"(?P<word_month>{month})(?!\w)(?:,? (?P<word_year>{_YEAR}))?",
        rf"(?:{weekday}(?:,? (?:the )?| \())?(?P<day>{_DAY}) (?:day )?(?:of )?"
        rf"(?P<day_month>{month})(?!\w){_SO_NAMED}"
        rf"(?:,? (?P<day_year>{_YEAR}|[’']?\d\d(?=[.;)]|\Z)))?",
        r"[Oo]n the (?P<ordinal>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))"
        r"(?=[,.;)]|\Z| (?:and|at|by|in|with|of (?:last|this|next|that|the same) month)\b)",
    )


def _period_shapes() -> tuple[str, ...]:
    return (
        *_month_shapes(),
        *_near_shapes(),
        *_part_shapes(),
        *_distance_shapes(),
        *_bare_shapes(),
    )


def _number() -> str:
    """A number, in words or figures, to be put into brackets."""
    return f"{either(table('numbers'))}|\\d{{1,3}}"


def _month_shapes() -> tuple[str, ...]:
    """Months with their year, and stretches of months."""
    month = f"(?:{either(months())})"
    return (
        rf"(?P<month_between>[Bb]etween )?(?P<from_month>{month})(?: (?P<from_month_year>{_YEAR}))?"
        rf"(?:{_TO}|(?(month_between) and |\b\B))"
        rf"(?P<until_month>{month})(?!\w),? (?P<until_year>{_YEAR})",
        rf"(?:[Bb]etween (?P<months_first>{month}) and|[Ff]rom (?P<months_first2>{month}) "
        rf"(?:to|until|through)) (?P<months_last>{month})(?!\w)(?! \d)",
        rf"(?:(?P<month_part>{_PART})[- ])?(?P<month>{month})(?!\w)"
        rf"(?:,? (?:of )?(?P<month_year>{_YEAR}))",
    )


def _near_shapes() -> tuple[str, ...]:
    """Days, weeks, months and years told from today or from the date before: "next month"."""
    month = f"(?:{either(months())})"
    weekday = f"(?:{either(weekdays())})"
    season = f"(?:{either(table('seasons'))})"
    number = _number()
    titled = either(word.title() for word in table("numbers"))
    return (
        r"(?P<within>[Ee]arlier|[Ll]ater) (?:in )?"
        r"(?P<within_unit>th(?:is|e) (?:week|month|year)|today)\b",
        rf"(?P<part_of>{_PART}|[Ll]ater|[Ee]arlier)[- ](?P<part_which>[Ll]ast|[Tt]his|[Nn]ext|the)"
        r" (?P<part_unit>week|month|year|decade)(?![\w’'-]*\w)",
        rf"(?<=[Oo]n )(?:the|its|their) (?P<day_of_stretch>{_NTH}) day\b",
        r"(?P<lean>[Tt]he (?:following|next|previous|preceding|subsequent)|"
        r"[Tt]hat(?! (?:day|morning|week|month|quarter|year))) "
        rf"(?P<lean_unit>day|morning|week|month|quarter|year|{weekday}|{season}|"
        rf"{month}(?=[,.;:)]|\Z| (?:and|by|in|at|after|with)\b))(?![\w’'-]*\w)",
        rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming)"
        rf" (?P<which_unit>{weekday}|weekend|week|month|quarter|year|{season}|{month})"
        r"(?![\w’'-]*\w)",
        r"(?P<weekend>(?:[Oo]ver|at) the weekend)\b",
        rf"(?P<later>{number}|{titled}|[Hh]alf a) (?P<later_unit>day|week|fortnight|month|year)s? "
        r"(?P<later_way>later|afterwards?|earlier|(?:before|on)(?=[.,;]|\Z))\b",
        r"(?:(?P<same_part>[Ee]arlier|[Ll]ater) (?:in )?)?"
        r"(?P<same>(?:[Tt]he|[Tt]hat) same|[Tt]hat(?: very)?) "
        r"(?P<same_unit>day|morning|afternoon|evening|week|month|year)\b"
        r"(?![’'-])",
        rf"(?:[Aa] few|[Aa] couple of|[Ss]ome|[Ss]everal|{number}|{titled}) "
        r"(?P<hours>hour|minute)s? (?:later|afterwards?|earlier|before(?=[.,;]|\Z))\b",
        r"[Tt]he (?P<next_unit>day|week|month|year) (?P<next_way>after|before)(?=[.,;)]|\Z| and\b)",
        r"(?P<later_year>(?:[Aa]t|[Bb]y|[Bb]efore) (?:the )?"
        r"(?:year[’']s end|year[ -]end))\b",
        r"(?:[Bb]efore (?:the|this) (?P<out>year|month|week) (?:is (?:out|over)|ends)|"
        r"[Ww]ithin the (?P<out_within>year|month|week)(?! of))\b",
        r"[Tt]he (?P<next_but_one>week|month|year) (?P<next_but_way>before last|after next)\b",
        r"(?P<near>[Tt]he day (?:before yesterday|after tomorrow)|[Tt]oday|[Yy]esterday|"
        r"[Tt]omorrow|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|"
        r"[Ll]ast night|[Oo]vernight(?=,| from| on))\b(?![’']s)",
    )


def _part_shapes() -> tuple[str, ...]:
    """Parts of years: "late 2025", "the first half of 2026", "spring 2027"."""
    month = f"(?:{either(months())})"
    season = f"(?:{either(table('seasons'))})"
    quarter = either(table("quarters"))
    year_near = r"(?:this|next|last|the) year"
    return (
        rf"(?P<bare_part>{_PART})[- ](?P<bare_part_month>{month})(?!\w)",
        rf"(?P<year_part>{_PART})[- ](?:in )?(?P<year_part_year>{_YEAR})\b",
        rf"(?:(?P<half>first|second) half of|H(?P<h>[12])) "
        rf"(?:(?P<half_year>{_YEAR})|(?P<half_year_near>{year_near}))",
        rf"(?:(?P<quarter>{quarter}) quarter (?:of |(?=\d))|(?:Q(?P<q>[1-4])|(?P<q_behind>[1-4])Q) "
        r"(?:of )?)"
        rf"(?:(?P<quarter_year>{_YEAR})|(?P<quarter_year_near>{year_near}))",
        rf"[Ii]n the (?P<quarter_alone>{quarter}) quarter\b(?! of)|"
        r"[Ii]n Q(?P<q_alone>[1-4])\b(?! (?:of|FY|fiscal|\d))",
        rf"(?P<season>{season}|{season.title()}),? (?:of )?(?P<season_year>{_YEAR})",
        r"(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=[Oo]ver )|(?<=[Dd]uring )|(?<=[Ss]ince )|(?<=[Uu]ntil ))"
        r"(?:the )?(?:early |late |mid-?)?(?P<season_alone>spring|summer|autumn|winter)\b"
        r"(?! of(?! (?:last|this|next|that) year)|"
        r",? (?:19|20)\d\d| (?:session|games|Games|school|heat|term|season|meeting|summit)|-)",
    )


def _distance_shapes() -> tuple[str, ...]:
    """How far from the day of publication: "two weeks ago", "in the coming months"."""
    month = f"(?:{either(months())})"
    number = _number()
    units = r"(?:days|weeks|months|years|decade)"
    titled = either(word.title() for word in table("numbers"))
    return (
        rf"(?<!half )(?<!than )(?<!over )(?P<ago>{number}|{titled}) "
        r"(?P<ago_unit>day|week|fortnight|month|year|decade)s? ago\b"
        r"(?:(?:(?<=years ago)|(?<=year ago)),? "
        rf"(?P<ago_same>today|this week|this (?:month|(?P<ago_month>{month})))\b)?",
        rf"[Ii]n (?P<hence>{number}) (?P<hence_unit>day|week|fortnight|month|year)s?"
        r"(?:(?P<hence_time>[’']s? time)|(?= ?[,.;]|\Z))",
        rf"[Ww]ithin (?:(?P<term>{number}) )?(?P<term_unit>day|week|month|year)s?(?=[,.;]|\Z)",
        rf"(?P<ahead>{number}) (?P<ahead_unit>day|week|month|year)s? from now\b",
        rf"(?:[Ii]n|[Oo]ver) (?:the )?(?:coming|next) (?:(?:few|several|{number}) )?"
        rf"(?P<coming>{units})\b",
        r"[Ii]n the (?P<lying_ahead>days|weeks|months|years) ahead\b",
        rf"(?:[Ii]n|[Oo]ver) (?:recent|the (?:past|last)(?: (?:few|several|{number}))?)"
        rf" (?P<recent>{units}|year|month|week)\b(?! of {month})",
        r"(?P<lately>recently)\b",
    )


def _bare_shapes() -> tuple[str, ...]:
    """Weekdays, months, decades and years alone: what every longer shape comes before."""
    month = f"(?:{either(months())})"
    weekday = f"(?:{either(weekdays())})"
    return (
        # "Friday week": the one after the next.
        rf"(?P<weekday>{weekday})(?!\w)(?P<week_on> week\b(?![ -](?:of|long)))?",
        rf"(?P<month_that>{month}) of (?:that|the same) year\b",
        rf"(?P<bare_month>{month})(?!\w)",
        rf"(?:(?P<decade_part>{_PART})[- ](?:the )?|"
        r"(?<=[Ii]n the )|(?<=[Ss]ince the )|(?<=[Dd]uring the ))"
        rf"(?P<decade>(?:19|20)\d0)[’']?s\b",
        rf"[Bb]etween (?P<between_year>{_YEAR}) and (?P<between_year2>{_YEAR})\b",
        rf"(?P<from_year>{_YEAR}){_TO}(?P<to_year>{_YEAR})\b",
        rf"(?<!fiscal )(?<!fiscal year )(?<!financial year )(?P<year>{_YEAR})\b(?![-–/]\w)",
    )
