"""Who said what: direct and reported speech with its speakers, and the source of any word of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tacitus.coding.quotations import Quotation, find_quotations
from tacitus.coding.reporting import Report, find_reports
from tacitus.knowledge.quoting import Quoting
from tacitus.model import Attribution, Entity, Quote, Sentence, Span, Text

Entities = Callable[[int, int], tuple[Entity, ...]]

_MOSTLY = 0.8  # a clause quoted to this share is direct speech
_FRAGMENT = 4  # words; shorter quotations without a cue are names, titles and scare quotes
_STOP = 2  # a full stop before the mark is no word of the content
_NEXT = 3  # characters between a quotation and a sentence that begins with its cue
_SAID = frozenset({"speech", "finding", "saying"})
_REPORTED = frozenset({"speech", "finding", "asking", "saying", "thought", "judging"})
_NAME_PARTS = frozenset({"det", "compound", "amod", "nmod", "nummod", "poss", "quantmod", "case", "prep", "punct"})
_DEEP = 8


@dataclass(frozen=True, slots=True)
class Speech:
    """All reporting of a text: its quotes, and by sentence the frames that hold a word as their content."""

    clean: str
    quotes: tuple[Quote, ...]
    frames: tuple[tuple[Report, ...], ...]
    sentences: tuple[Sentence, ...]
    at: Entities
    lexicon: Quoting

    def attribution_of(self, sentence: int, token: int) -> Attribution | None:
        """Whom the text names as its source for a word: the speaker of the innermost frame around it."""
        words = self.sentences[sentence].tokens
        quote = next((q for q in self.quotes if q.direct and q.span.covers(words[token].start)), None)
        holding = [
            r
            for r in self.frames[sentence]
            if r.manner in _SAID
            and r.speaker is not None
            and token in r.content
            # What the quoted speaker says that others say is still the quoted speaker's.
            and not (quote and quote.span.covers(words[r.cue[0]].start))
        ]
        if holding:
            report = min(holding, key=lambda r: len(r.content))
            return Attribution(_speaker(self, report), _cue(self.sentences[sentence], report))
        return Attribution(quote.speaker, quote.cue) if quote and quote.speaker else None


def read_speech(text: Text, sentences: Sequence[Sentence], lexicon: Quoting, at: Entities) -> Speech:
    """The quotes of a text and the index for attribution; `at` gives the entities headed at a word."""
    frames = tuple(find_reports(s, lexicon) for s in sentences)
    blank = Speech(text.clean, (), frames, tuple(sentences), at, lexicon)
    quotations = find_quotations(text, lexicon.marks)
    direct, mixed = _direct(blank, quotations)
    indirect = _indirect(blank, [q.span for q in direct], mixed)
    quotes = tuple(sorted([*direct, *indirect], key=lambda q: q.span))
    return replace(blank, quotes=quotes)


def find_quotes(text: Text, sentences: Sequence[Sentence], lexicon: Quoting, at: Entities) -> tuple[Quote, ...]:
    """The quotes of a text, in order."""
    return read_speech(text, sentences, lexicon, at).quotes


def _direct(speech: Speech, quotations: Sequence[Quotation]) -> tuple[list[Quote], list[Report]]:
    """Direct speech, and the frames whose content is quoted in part, to be told as a whole."""
    starts = [s.start for s in speech.sentences]
    found: list[Quote] = []
    mixed: list[Report] = []
    last: tuple[int, Quote] | None = None
    for quotation in quotations:
        near = _near(speech.sentences, starts, quotation)
        report = _report_of(speech, near, quotation, quotations)
        quote = _carried(speech, quotation, last) if report is None else _quote(speech, report, quotation)
        if quote is None:
            continue
        if report is not None and _absorbed(speech, report, quotation):
            mixed.append(report)
        else:
            goes_on = last is not None and last[0] == quotation.paragraph and _same_speech(last[1], quote)
            found.append(replace(quote, continues=goes_on))
        last = (quotation.paragraph, quote)
    return found, mixed


def _same_speech(one: Quote, other: Quote) -> bool:
    return one.speaker == other.speaker and other.cue in (None, one.cue)


def _near(sentences: Sequence[Sentence], starts: list[int], quotation: Quotation) -> list[Sentence]:
    """The sentences that the quotation runs over, and the next if it goes on right behind."""
    first = max(0, bisect_right(starts, quotation.span.start) - 1)
    last = first
    while last + 1 < len(sentences) and starts[last + 1] < quotation.span.end:
        last += 1
    if last + 1 < len(sentences) and 0 <= starts[last + 1] - quotation.span.end <= _NEXT:
        last += 1
    return list(sentences[first : last + 1])


def _report_of(
    speech: Speech, near: Sequence[Sentence], quotation: Quotation, all_quotations: Sequence[Quotation]
) -> Report | None:
    """The frame that the quotation belongs to: one whose content it shares, else the nearest bare cue."""
    best: tuple[tuple[bool, int], Report] | None = None
    for sentence in near:
        for report in speech.frames[sentence.index]:
            cue = sentence.tokens[report.cue[0]]
            if any(q.outer.covers(cue.start) for q in all_quotations if q.outer.overlaps(_whole(sentence))):
                continue
            shares = any(quotation.span.covers(sentence.tokens[i].start) for i in report.content)
            if not shares and (report.content or report.manner != "speech" or _unsure(speech, sentence, report)):
                continue
            distance = max(quotation.span.start - cue.end, cue.start - quotation.span.end)
            rank = (not shares, len(report.content) if shares else distance)
            if best is None or rank < best[0]:
                best = (rank, report)
    return best[1] if best else None


def _unsure(speech: Speech, sentence: Sentence, report: Report) -> bool:
    return report.speaker is None or sentence.tokens[report.cue[0]].lemma in speech.lexicon.unsure


def _whole(sentence: Sentence) -> Span:
    return Span(sentence.start, sentence.end)


def _absorbed(speech: Speech, report: Report, quotation: Quotation) -> bool:
    """Whether the quotation is part of words reported as a whole: "said it was a 'grave' error"."""
    if not report.content:
        return False
    sentence = speech.sentences[report.sentence]
    words = [sentence.tokens[i] for i in report.content]
    inside = sum(quotation.outer.covers(w.start) for w in words)
    return (
        quotation.span.start >= words[0].start
        and quotation.span.end <= words[-1].end + _STOP
        and inside < _MOSTLY * len(words)
    )


def _carried(speech: Speech, quotation: Quotation, last: tuple[int, Quote] | None) -> Quote | None:
    """The quotation as going on with the quote before, if it does."""
    words = speech.clean[quotation.span.start : quotation.span.end]
    if last is None or quotation.paragraph - last[0] > 1 or len(words.split()) < _FRAGMENT or not words[0].isupper():
        return None
    return Quote(quotation.span, True, last[1].speaker, None, quotation.section.role)


def _quote(speech: Speech, report: Report, quotation: Quotation) -> Quote:
    sentence = speech.sentences[report.sentence]
    speaker = None if report.speaker is None else _speaker(speech, report)
    cue = _cue(sentence, report)
    return Quote(quotation.span, True, speaker, cue, quotation.section.role, said=report.manner != "thought")


def _indirect(speech: Speech, quoted: Sequence[Span], mixed: Sequence[Report]) -> list[Quote]:
    found = []
    for sentence, reports in zip(speech.sentences, speech.frames, strict=True):
        taken: set[int] = set()
        for report in sorted(reports, key=lambda r: -len(r.content)):
            if report.cue[0] in taken or not (report in mixed or _is_told(report)):
                continue
            span = Span(sentence.tokens[report.content[0]].start, sentence.tokens[report.content[-1]].end)
            cue = _cue(sentence, report)
            if any(q.overlaps(span) or q.overlaps(cue) for q in quoted):
                continue
            taken.update(report.content)
            speaker = None if report.speaker is None else _speaker(speech, report)
            found.append(
                Quote(span, False, speaker, cue, sentence.role, said=report.manner in _SAID or report in mixed)
            )
    return found


def _is_told(report: Report) -> bool:
    return bool(report.content) and report.manner in _REPORTED and report.speaker is not None


def _cue(sentence: Sentence, report: Report) -> Span:
    return Span(sentence.tokens[report.cue[0]].start, sentence.tokens[report.cue[-1]].end)


def _speaker(speech: Speech, report: Report) -> Entity:
    """The entity headed at the speaker's word, else the words themselves without a code."""
    assert report.speaker is not None
    known = speech.at(report.sentence, report.speaker)
    if known:
        return known[0]
    sentence = speech.sentences[report.sentence]
    words = _name(sentence, report.speaker, speech.lexicon)
    span = Span(sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end)
    name = " ".join(speech.clean[span.start : span.end].split())
    return Entity(span, name, reason="speaker not resolved")


def _name(sentence: Sentence, head: int, lexicon: Quoting) -> list[int]:
    """The head with what stands right around it, up to a relative clause or apposition."""
    words = [head]
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        before = child < head and token.dep in _NAME_PARTS
        after = child > head and token.dep == "prep" and token.lemma in lexicon.name_prepositions
        if before or after:
            words.extend(sentence.subtree(child))
    low, high = min(words), max(words)
    ordered = sorted(words)
    return ordered if high - low + 1 == len(ordered) else [i for i in ordered if i <= head]
