"""Every value that flows through tacitus.

Values are frozen and slotted. Within the pipeline, offsets count characters of the clean text; the last
stage leads every `Span` back, so that in what `code_article` returns they count characters of the original.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Role = Literal["headline", "dateline", "byline", "body", "caption", "box", "quote_box", "residue"]
Status = Literal["actual", "planned", "hypothetical", "negated", "historical"]
Bound = Literal["exact", "at_least", "at_most", "about"]
Precision = Literal["day", "month", "year"]
Kind = Literal["person", "group", "state", "organisation"]
PartOfSpeech = Literal["verb", "noun", "adjective"]
Tense = Literal["past", "present", "future", "none"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or negative span {self.start}:{self.end}")

    def covers(self, position: int) -> bool:
        """Whether the character at `position` lies in the span."""
        return self.start <= position < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be done to an article, and in which stage."""

    stage: str
    message: str


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text with its role; `published` is an entry's own time, `language` one that is not the report's."""

    role: Role
    span: Span
    published: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was read; `text` is the original, to which all offsets of records lead back."""

    id: str
    text: str
    uri: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: date | None = None
    language: str | None = None
    author: str | None = None
    sections: tuple[Section, ...] = ()
    story: str | None = None
    copy_of: str | None = None
    knowledge: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads offsets of the clean text back to the original.

    Piece `i` of the clean text begins at `clean[i]` and was copied from `original[i]` on; both ascend.
    """

    clean: tuple[int, ...] = (0,)
    original: tuple[int, ...] = (0,)

    def back(self, position: int) -> int:
        """The original offset of the clean character at `position`."""
        piece = bisect_right(self.clean, position) - 1
        return self.original[piece] + position - self.clean[piece]

    def back_span(self, span: Span) -> Span:
        """The original range that the clean `span` was taken from."""
        return Span(self.back(span.start), self.back(span.end - 1) + 1)


@dataclass(frozen=True, slots=True)
class Text:
    """The clean report: what is read on, each character leading back to the original.

    `sections` are in clean offsets, ascend, do not overlap, and each holds whole paragraphs or captions;
    what lies in none of them is white space.
    """

    clean: str
    offsets: OffsetMap
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word in its sentence; `tag` is a Penn tag, `dep` a ClearNLP label, `head` an index (its own for the root)."""

    text: str
    lemma: str
    tag: str
    dep: str
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Parsed words of one sentence; `children[i]` are the indices whose head is `i`, in order."""

    index: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    role: Role
    paragraph: int

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.tokens[-1].end

    def subtree(self, head: int) -> list[int]:
        """The indices below `head` and its own, in order."""
        found, todo = [head], [head]
        while todo:
            below = self.children[todo.pop()]
            found.extend(below)
            todo.extend(below)
        return sorted(found)


@dataclass(frozen=True, slots=True)
class Argument:
    """What takes part in a predicate: its role and the head words of the conjoined phrases that fill it.

    Roles: subject (the doer, also of passives and nouns), object (the done-to), to (also the indirect object),
    any other preposition by its lemma, for what is said, asked or promised infinitive, clause, gerund, order, and
    judged for what a noun is said of ("the vote was a farce").
    """

    role: str
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that says something happens, with its arguments made uniform over all wordings.

    `governor` is the head word of the predicate whose content this one is, `relation` the role it fills there.
    `light` is the light verb that carries a noun ("carried out an attack"), `words` the lemmas that stand with it,
    by index, for triggers of several words.
    """

    sentence: int
    head: int
    lemma: str
    pos: PartOfSpeech
    arguments: tuple[Argument, ...]
    words: tuple[tuple[int, str], ...] = ()
    light: int | None = None
    governor: int | None = None
    relation: str | None = None
    tense: Tense = "none"
    operators: tuple[tuple[str, int], ...] = ()

    def argument(self, role: str) -> Argument | None:
        """The argument that fills `role`."""
        return next((a for a in self.arguments if a.role == role), None)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` of a sentence that may stand for an actor, found but not resolved; `head` heads them.

    `keys` are what they may stand for: ids of the actor base (with `hows`, how each is named), the phrase of a role
    noun, the class of a pronoun or reference word, or nothing for a name that the base does not know.
    """

    sentence: int
    head: int
    first: int
    last: int
    kind: Literal["name", "role", "pronoun", "reference", "unknown"]
    keys: tuple[str, ...] = ()
    hows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor as told at one place of the text; `reason` says what the resolution rests on.

    `code` and `sectors` follow the codebook (section 2); `role` is the office held at the date that was asked for.
    """

    span: Span
    name: str
    id: str | None = None
    wikidata: str | None = None
    code: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    kind: Kind | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as told, resolved to GeoNames (WGS84 degrees); `country` is ISO 3166 alpha-3."""

    span: Span
    name: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    country: str | None = None
    precision: Literal["point", "city", "region", "country"] | None = None


@dataclass(frozen=True, slots=True)
class TimeRef:
    """A temporal expression after TIMEX3; `date` and `date_end` are ISO dates cut to `precision`, or None."""

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    date: str | None = None
    date_end: str | None = None
    precision: Precision | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated."""

    value: float
    bound: Bound = "exact"


@dataclass(frozen=True, slots=True)
class Magnitude:
    """How many: people dead, injured, arrested, taking part; an amount of money in `currency` (ISO 4217)."""

    dead: Quantity | None = None
    injured: Quantity | None = None
    arrested: Quantity | None = None
    size: Quantity | None = None
    amount: Quantity | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom the report gives as its source, and the word that says so."""

    entity: Entity
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells an event, with the role of its section."""

    span: Span
    section: Role


@dataclass(frozen=True, slots=True)
class EventMention:
    """One telling of an event, as one sentence gives it."""

    type: str
    mode: str | None
    status: Status
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    trigger: Span
    telling: Telling
    frame: str
    lemma: str
    time: TimeRef | None = None
    place: Place | None = None
    magnitude: Magnitude | None = None
    attribution: Attribution | None = None
    contexts: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, however often the article tells it (../record.md gives the fields)."""

    id: str
    article: str
    type: str
    mode: str | None
    quad: str
    score: float
    status: Status
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    time: TimeRef | None
    place: Place | None
    magnitude: Magnitude | None
    attribution: Attribution | None
    contexts: tuple[str, ...]
    trigger: Span
    evidence: Telling
    mentions: tuple[Telling, ...]
    frame: str
    because: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Quote:
    """What a speaker said or wrote, or (where not `said`) is told to think, want or judge; `span` is the content.

    `continues` marks direct speech that goes on after its cue or after another quote of the same speaker.
    """

    span: Span
    direct: bool
    speaker: Entity | None
    cue: Span | None
    section: Role
    said: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated quantity about the world; `of` holds actor codes, `unit` an ISO currency code, people, percent, ..."""

    span: Span
    value: float
    value_high: float | None
    bound: Bound
    unit: str | None
    what: str | None
    of: tuple[str, ...]
    date: str | None
    attribution: Attribution | None
    section: Role


@dataclass(frozen=True, slots=True)
class Coded:
    """Everything that was written down about one article."""

    article: Article
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[TimeRef, ...] = ()
    places: tuple[Place, ...] = field(default=())
