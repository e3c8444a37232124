"""Expressions of time: what is found, and what it means on the day of the report."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tacitus
from tacitus.knowledge.times import TimeLexicon, load_times
from tacitus.model import Span, TimeRef
from tacitus.resolution.times import find_times

ROOT = Path(tacitus.__file__).parent / "data"
# A Wednesday.
PUBLISHED = date(2021, 9, 15)


@pytest.fixture(scope="module")
def lexicon() -> TimeLexicon:
    return load_times(ROOT)


def marked(text: str) -> tuple[str, str]:
    start, end = text.index("["), text.index("]")
    return text[:start] + text[start + 1 : end] + text[end + 1 :], text[start + 1 : end]


def found_at(text: str, lexicon: TimeLexicon, published: date | None = PUBLISHED) -> TimeRef:
    clean, words = marked(text)
    start = text.index("[")
    refs = {(r.span.start, r.span.end): r for r in find_times(clean, published, lexicon)}
    assert (start, start + len(words)) in refs, [(clean[a:b], r.value) for (a, b), r in refs.items()]
    return refs[start, start + len(words)]


# TIMEX3 value, expression in its sentence.
DATES = [
    ("2021-09-15", "Lawmakers met on [Wednesday] in Lusaka."),
    ("2021-09-14", "Lawmakers met on [Tuesday] in Lusaka."),
    ("2021-09-09", "The strike began [Thursday, Sept. 9]."),
    ("2021-09-10", "The port was closed on [Friday]."),
    ("2021-09-17", "Voters will go to the polls on [Friday]."),
    ("2021-09-13", "[Monday]’s vote was postponed."),
    ("2021-09-20", "The court is due to rule on [Monday]."),
    ("2021-09-16", "The bank said [Thursday] would be a holiday."),
    ("2021-09-08", "It was signed [last Wednesday] in Quito."),
    ("2021-09-21", "They meet again [next Tuesday]."),
    ("2021-09-17", "The minister leaves [this Friday]."),
    ("2021-09-07", "Police detained him [Tuesday last week]."),
    ("2021-09-14", "He resigned [yesterday]."),
    ("2021-09-16", "She returns [tomorrow]."),
    ("2021-09-15", "The fleet sails [today]."),
    ("2021-09-13", "They landed [the day before yesterday]."),
    ("2021-09-12", "The bridge fell [three days ago]."),
    ("2021-W35", "The bridge fell [two weeks ago]."),
    ("2021-06", "The bridge fell [three months ago]."),
    ("2016", "The bridge fell [five years ago]."),
    ("2001", "The bridge fell [two decades ago]."),
    ("2019", "The treaty lapsed [two years ago] in Lima."),
    ("PAST_REF", "The bridge fell [several years ago]."),
    ("PAST_REF", "Shelling resumed only [days ago]."),
    ("2021-W37", "Rain fell [this week]."),
    ("2021-W36", "Rain fell [last week]."),
    ("2021-W38", "More rain is forecast for [next week]."),
    ("2021-W36-WE", "Thousands marched [last weekend]."),
    ("2021-W36-WE", "Thousands marched over [the weekend]."),
    ("2021-08", "The reactor was shut [last month]."),
    ("2021-09", "The reactor was shut [earlier this month]."),
    ("2021-10", "The reactor restarts [next month]."),
    ("2020", "Exports fell [last year]."),
    ("2021", "Exports fell [this year]."),
    ("2022", "Exports may recover [early next year]."),
    ("2021-03", "The envoy was expelled in [March]."),
    ("2020-11", "The envoy was expelled in [November]."),
    ("2021-11", "The envoy will return in [November]."),
    ("2020-12", "The envoy was expelled [last December]."),
    ("2022-05", "The summit moves to Oslo [next May]."),
    ("2021-05", "Talks collapsed in [mid-May]."),
    ("2021-05", "A [May] visit to Hanoi was called off."),
    ("2024-05-16", "The two sides met on [May 16, 2024]."),
    ("2024-05-16", "The two sides met on [16 May 2024]."),
    ("2024-05-16", "The two sides met on [the 16th of May, 2024]."),
    ("2024-05-16", "The two sides met on [Thursday, 16 May 2024]."),
    ("2021-08-26", "The airport was hit on [August 26]."),
    ("2021-08-26", "The airport was hit on [26 August]."),
    ("2020-12-28", "The airport was hit on [December 28]."),
    ("2021-10-31", "The conference opens on [Oct. 31] in Glasgow."),
    ("2014-02", "Since [February 2014] the valley has been closed."),
    ("2014-02", "Since [Feb. 2014] the valley has been closed."),
    ("2014-02", "Since [February of 2014] the valley has been closed."),
    ("2030", "Emissions are to halve by [2030]."),
    ("1998", "The accord of [1998] still holds."),
    ("1998", "The [1998] accord still holds."),
    ("2018", "The region voted (in [2018])."),
    ("2019", "Growth slowed in [early 2019]."),
    ("2019", "Growth slowed by [the end of 2019]."),
    ("2020", "Growth slowed in [late 2020]."),
    ("2020-12", "He took office in [December last year]."),
    ("199", "Bandits ruled the road in [the 1990s]."),
    ("199", "Bandits ruled the road in [the late 1990s]."),
    ("198", "Bandits ruled the road in [the '80s]."),
    ("197", "Bandits ruled the road in [the seventies]."),
    ("18", "The fort dates from [the 19th century]."),
    ("18", "The fort dates from [the nineteenth century]."),
    ("BC0480", "The fleets met in [480 BC]."),
    ("2021-Q3", "Sales fell in [Q3 2021]."),
    ("2021-Q2", "Sales fell in [the second quarter]."),
    ("2019-Q4", "Sales fell in [the fourth quarter of 2019]."),
    ("2012-H1", "Sales fell in [the first half of 2012]."),
    ("2021-SU", "Wildfires spread in [the summer of 2021]."),
    ("2021-SP", "The law passed [last spring]."),
    ("2020-WI", "Gas ran short [last winter]."),
    ("2018-FA", "Gas ran short in [the fall of 2018]."),
    ("2018", "Revenue doubled in [fiscal 2018]."),
    ("2001-09-11", "Security was tightened after [9/11]."),
    ("2001-09-11", "Security was tightened after the [Sept. 11] attacks."),
    ("2009", "Rebels have held the pass since at least [2009]."),
    ("2021-05-28", "The ferry sank on [Friday, May 28], off Zanzibar."),
    ("2019-04-21", "Bombs went off on [Easter 2019]."),
    ("2021-04-04", "Pilgrims were turned away at [Easter]."),
    ("2020-12-25", "A truce was declared on [Christmas Day]."),
    ("2020-11-26", "Stores were shut on [Thanksgiving]."),
    ("2020-04", "Markets were closed during [Ramadan 2020]."),
    ("PRESENT_REF", "The ministry is [now] led by a general."),
    ("PRESENT_REF", "The ministry is [currently] led by a general."),
    ("PAST_REF", "The ministry was [recently] moved to Gitega."),
    ("PAST_REF", "In [recent years] the river has risen."),
    ("FUTURE_REF", "Tariffs may rise in [the near future]."),
    ("2013-03-25", "Posted 3/25/2013, or [25/3/2013] elsewhere."),
    ("2013-03-25", "Updated [2013-03-25] by the desk."),
    ("1987", "The class of [1987] met again."),
]

TIMES = [
    ("2021-09-14TNI", "Shots were heard [last night]."),
    ("2021-09-15TNI", "The cabinet sits [tonight]."),
    ("2021-09-15TMO", "Shots were heard [this morning]."),
    ("2021-09-13TMO", "Shots were heard on [Monday morning]."),
    ("2021-09-14TEV", "Shots were heard [yesterday evening]."),
    ("2021-09-15TNI", "Ten people were killed [overnight]."),
    ("2024-05-16TNI", "The raid came on [the night of 16 May 2024]."),
    ("2021-09-15T15:00", "The siren sounded at [3 p.m.]"),
    ("2021-09-15T15:30", "The siren sounded at [3:30pm]."),
    ("2021-09-15T00:15", "The siren sounded at [12:15 a.m.]"),
    ("2021-09-15T12:00", "The siren sounded at [noon]."),
    ("2021-09-13T20:00", "The siren sounded at [8 p.m. Monday]."),
    ("2021-09-13T20:00", "The siren sounded at [8 p.m.] on Monday."),
    ("2021-09-15T06:00", "The siren sounded at [0600 GMT]."),
    ("2021-09-15T05:00", "The siren sounded at [five o'clock]."),
    ("2020-07-04T09:30", "The siren sounded at [9:30 a.m.] on July 4, 2020."),
]

DURATIONS = [
    ("P3W", "The siege lasted [three weeks]."),
    ("P2D", "A [two-day] summit opened in Accra."),
    ("P25Y", "The war lasted [twenty-five years]."),
    ("P1.5Y", "The war lasted [a year and a half]."),
    ("PT36H", "The ceasefire held for [36 hours]."),
    ("PT30M", "The ceasefire held for [half an hour]."),
    ("PT2H", "Talks went on for [nearly two hours]."),
    ("PXD", "Talks went on for [several days]."),
    ("PXM", "Talks went on for [months]."),
    ("P2DE", "He ruled for [more than two decades]."),
    ("P1DE", "He ruled for [a decade]."),
    ("P2W", "Schools close for [a fortnight]."),
    ("P24Y", "The [24-year-old] student was freed."),
    ("P10D", "He has been missing for [at least 10 days]."),
    ("P1M", "A [month-long] blockade was lifted."),
    ("P75Y", "Leaders marked the [75th] anniversary of the landing."),
    ("P3M", "Prices doubled over [the past three months]."),
    ("P1Y", "Prices doubled over [the past year]."),
    ("PXD", "Prices doubled in [the last few days]."),
    ("P2Y", "Prices will double in [the next two years]."),
]

SETS = [
    ("XXXX-WXX-1", "The council sits [every Monday]."),
    ("P1D", "The council sits [every day]."),
    ("P2W", "The council sits [every two weeks]."),
    ("P1M", "The council sits [once a month]."),
    ("P1Y", "It costs $40 [a year]."),
    ("XXXX-WXX", "The council sits [weekly]."),
    ("XXXX", "The council's [annual] report is out."),
    ("XXXX-WXX-7", "Shops are shut on [Sundays]."),
]


@pytest.mark.parametrize(("value", "text"), DATES)
def test_dates_are_reckoned_from_the_day_of_publication(value: str, text: str, lexicon: TimeLexicon) -> None:
    ref = found_at(text, lexicon)
    assert (ref.type, ref.value) == ("DATE", value)


@pytest.mark.parametrize(("value", "text"), TIMES)
def test_times_of_day_carry_their_day(value: str, text: str, lexicon: TimeLexicon) -> None:
    ref = found_at(text, lexicon)
    assert (ref.type, ref.value) == ("TIME", value)


@pytest.mark.parametrize(("value", "text"), DURATIONS)
def test_durations_are_periods(value: str, text: str, lexicon: TimeLexicon) -> None:
    ref = found_at(text, lexicon)
    assert (ref.type, ref.value) == ("DURATION", value)


@pytest.mark.parametrize(("value", "text"), SETS)
def test_what_recurs_is_a_set(value: str, text: str, lexicon: TimeLexicon) -> None:
    ref = found_at(text, lexicon)
    assert (ref.type, ref.value) == ("SET", value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2003-05-02", "The mine flooded on 1 May 2003. [The next day] it was sealed."),
        ("2003-05-01", "The mine flooded on 1 May 2003. [The same day] it was sealed."),
        ("2003-05-08", "The mine flooded on 1 May 2003. [A week later] it was sealed."),
        ("2003-04-29", "The mine flooded on 1 May 2003. [Two days earlier] alarms had failed."),
        ("2003", "The mine flooded on 1 May 2003. It was sealed [that year]."),
        ("2003-08", "The mine flooded on 1 May 2003. It was sealed in [August of that year]."),
        ("2004", "The mine flooded in 2003. It was sealed [the following year]."),
        ("2003-05-01TNI", "The mine flooded on 1 May 2003. [That night] it was sealed."),
        ("2002", "The mine flooded in 2003. It had been sealed [the previous year]."),
    ],
)
def test_some_times_are_reckoned_from_the_told_one(value: str, text: str, lexicon: TimeLexicon) -> None:
    assert found_at(text, lexicon).value == value


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("2021-09-14", None, "day"), "He fled on [Tuesday]."),
        (("2021-09-06", "2021-09-12", "day"), "He fled [last week]."),
        (("2021-09-11", "2021-09-12", "day"), "He fled [last weekend]."),
        (("2021-03", None, "month"), "He fled in [March]."),
        (("2021-06", "2021-08", "month"), "He fled in [the summer of 2021]."),
        (("2019-10", "2019-12", "month"), "He fled in [the fourth quarter of 2019]."),
        (("2014", None, "year"), "He fled in [2014]."),
        (("1990", "1999", "year"), "He fled in [the 1990s]."),
        (("2021-06", "2021-09", "month"), "He hid over [the past three months]."),
        ((None, None, None), "He hid for [three months]."),
        (("2021-09", None, "month"), "He fled [several days ago]."),
        ((None, None, None), "He fled [several weeks ago]."),
        ((None, None, None), "He is [now] in hiding."),
        (("2020-04-24", "2020-05-23", "day"), "He fled during [Ramadan 2020]."),
    ],
)
def test_a_time_knows_the_days_it_covers(
    expected: tuple[str | None, str | None, str | None], text: str, lexicon: TimeLexicon
) -> None:
    ref = found_at(text, lexicon)
    assert (ref.date, ref.date_end, ref.precision) == expected


@pytest.mark.parametrize(
    ("mod", "text"),
    [
        ("START", "Growth slowed in [early 2019]."),
        ("MID", "Growth slowed in [mid-March]."),
        ("END", "Growth slowed at [the end of June]."),
        ("APPROX", "Talks went on for [about two hours]."),
        ("MORE_THAN", "Talks went on for [more than two hours]."),
        ("LESS_THAN", "Talks went on for [less than two hours]."),
        ("EQUAL_OR_MORE", "Talks went on for [at least two hours]."),
        (None, "Growth slowed in [June]."),
    ],
)
def test_a_modifier_is_part_of_the_expression(mod: str | None, text: str, lexicon: TimeLexicon) -> None:
    assert found_at(text, lexicon).mod == mod


@pytest.mark.parametrize(
    "text",
    [
        "Rebels may attack the town.",
        "Theresa May and her deputy spoke.",
        "Envoys feared that May would resign.",
        "Women march for bread.",
        "The March on Rome ended a government.",
        "The Sun reported a quarrel.",
        "A second man was held.",
        "The second round goes to the incumbent.",
        "The fall of Kabul shocked diplomats.",
        "Some 1500 troops crossed the river.",
        "The bond raised $2000 in fees.",
        "Flight 2014 was diverted.",
        "The Arab Spring toppled rulers.",
        "He earned 2,019 votes.",
        "A spring fed the well.",
        "At least 12 people died.",
        "Three quarters of the crop was lost.",
        "She reads the Daily Mirror.",
        "The Sunday Times named the general.",
        "Both sides signed the Good Friday Agreement.",
        "He fought in the Yom Kippur War.",
        "The Black September gunmen fled.",
        "A Player of the Year was chosen.",
        "The Future Party won 12 seats.",
    ],
)
def test_words_that_look_like_times_are_left_alone(text: str, lexicon: TimeLexicon) -> None:
    assert [text[r.span.start : r.span.end] for r in find_times(text, PUBLISHED, lexicon)] == []


def test_a_verb_in_the_future_turns_a_weekday_ahead(lexicon: TimeLexicon) -> None:
    text = "The judges rule on Monday."
    (ahead,) = find_times(text, PUBLISHED, lexicon, future=[Span(0, len(text))])
    (back,) = find_times(text, PUBLISHED, lexicon)
    assert (ahead.value, back.value) == ("2021-09-20", "2021-09-13")


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (["1952-01-06", "1952-01-07"], "Fighting on 6-7 January 1952 was light."),
        (["1952-04-06", "1952-04-09"], "Fighting from April 6 to 9, 1952 was light."),
        (["1914", "1918"], "The front of 1914-1918 is a museum."),
        (["1939", "1945"], "The front of 1939-45 is a museum."),
        (["1994", "1996"], "Both the 1994 and 1996 polls were rigged."),
        (["2021-05-03", "2021-05-07"], "The truce held from May 3 to 7."),
        (["2021-07-02", "2021-07-03", "2021-07-05"], "Courts sat on July 2, 3 and 5."),
        (["2018-11", "2019-01"], "Roads were cut from November to January 2019."),
        (["2012-11-20", "2013-01-02"], "The siege lasted from 20 November 2012 until 2 January."),
        (["1975-04", "1975-06"], "Camps were emptied in April and June 1975."),
        (["1919-SP", "1919-SU"], "The army regrouped in the spring and summer of 1919."),
        (["BC0312", "BC0308"], "The satraps fought from 312 to 308 BC."),
    ],
)
def test_both_ends_of_a_range_are_told(values: list[str], text: str, lexicon: TimeLexicon) -> None:
    assert [r.value for r in find_times(text, PUBLISHED, lexicon)] == values


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("XXXX-WXX-4", "It rained on [Thursday]."),
        ("XXXX-03", "It rained in [March]."),
        ("XXXX-03-05", "It rained on [March 5]."),
        ("1999-03-05", "It rained on [March 5, 1999]."),
        ("PRESENT_REF", "It rains [today]."),
    ],
)
def test_without_a_day_of_publication_the_unknown_stays_open(value: str, text: str, lexicon: TimeLexicon) -> None:
    assert found_at(text, lexicon, None).value == value


def test_a_history_is_told_from_year_to_year(lexicon: TimeLexicon) -> None:
    text = (
        "The league was founded in 1871. In March 1872 it split. It lost Porto in June 1874. "
        "On 3 May 1875 its leader fled. In August he died. By 1879 it was forgotten. In 1881 it was banned."
    )
    assert "1875-08" in [r.value for r in find_times(text, PUBLISHED, lexicon)]


HISTORY = "It rose in 1801. It fell in 1804. It split in 1807. By 1809 it was poor. In 1810 it sank. In 1811 it ended. "


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1812-11", "In 1812 the duke returned. In [November] he was crowned."),
        ("1812-09", "In May 1812 the duke, exiled until 1830, returned. In [September] he was crowned."),
        ("1812-03", "In 1812 the duke, who had fled a decade earlier, returned. In [March] he was crowned."),
    ],
)
def test_a_history_looks_back_and_ahead_without_going_there(value: str, text: str, lexicon: TimeLexicon) -> None:
    assert found_at(HISTORY + text, lexicon).value == value


def test_a_year_that_heads_a_section_is_a_time(lexicon: TimeLexicon) -> None:
    assert [r.value for r in find_times("The war dragged on.\n1987: Talks at last", PUBLISHED, lexicon)] == ["1987"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2021-11", "By [mid-November], the road will be open."),
        ("2020-11", "By [mid-November], the road was open."),
        ("2021-09-17", "[Friday]'s vote will be close."),
        ("2021-09-10", "After [Friday]'s vote, the house will rest."),
    ],
)
def test_the_verb_behind_what_opens_a_sentence_tells_which_way_it_looks(
    value: str, text: str, lexicon: TimeLexicon
) -> None:
    assert found_at(text, lexicon).value == value


@given(st.text(alphabet="aeİmy 0129:-./,'\n" + "day week last May 2019", max_size=80))
def test_spans_are_in_order_and_within_the_text(text: str) -> None:
    refs = find_times(text, PUBLISHED, LEXICON)
    ends = [0, *(r.span.end for r in refs)]
    assert all(end <= r.span.start for end, r in zip(ends, refs, strict=False))
    assert ends[-1] <= len(text)


LEXICON = load_times(ROOT)
