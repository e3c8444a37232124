"""How many an event concerns: dead, injured, arrested, taking part, and sums of money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tacitus.coding.counting import Count, count_all, fate_of, is_people
from tacitus.coding.numbers import StatedQuantity
from tacitus.knowledge.quantities import Counted, Quantities
from tacitus.model import Bound, Magnitude, Predicate, Quantity, Sentence

_FATES = ("dead", "injured", "arrested")
# Other types only happen beside the dead: an appeal for the victims kills nobody.
_KILLING, _ARRESTING = "ASSAULT", frozenset({"ASSAULT", "COERCE", "SANCTION"})
_CLAUSE_EDGES = frozenset({"ccomp", "parataxis"})
_LED_BY = frozenset({"pcomp", "csubj"})  # "over what it calls a failure" bears no count of the main clause
_WEAK_EDGES = frozenset({"relcl", "advcl", "acl", "xcomp", "pcomp", "conj"})
_SIDE_EDGES = frozenset({"relcl", "acl"})  # what is told by the way does not bear the main clause's count
_FAR = 5
_FAR_MONEY = 6
_WEAK = 2
_TAKERS = ("subject", "object", "of", "by", "with")


def magnitude_of(
    sentence: Sentence, predicate: Predicate, quantities: Sequence[StatedQuantity], lexicon: Quantities
) -> Magnitude | None:
    """What the sentence states of the deed's size; `quantities` are those of the whole text, in order."""
    counts = [c for c in count_all(sentence, quantities, lexicon.counted) if not c.quantity.year]
    own = fate_of(sentence, predicate.head, lexicon.counted)
    dead, injured, arrested = (
        _own(sentence, predicate, counts, lexicon.counted)
        if fate == own
        else _near(sentence, predicate, counts, fate, own)
        for fate in _FATES
    )
    size = _size(sentence, predicate, counts, lexicon.counted)
    money = _money(sentence, predicate, counts, lexicon.counted)
    amount = money.quantity.quantity if money else None
    currency = money.quantity.unit if money and amount else None
    found = Magnitude(dead, injured, arrested, size, amount, currency)
    return None if found == Magnitude() else found


def fitting(magnitude: Magnitude | None, type_: str) -> Magnitude | None:
    """What of a magnitude an event of that type can have: only violence kills and injures."""
    if magnitude is None:
        return None
    if type_ != _KILLING:
        magnitude = replace(magnitude, dead=None, injured=None)
    if type_ not in _ARRESTING:
        magnitude = replace(magnitude, arrested=None)
    return None if magnitude == Magnitude() else magnitude


def _own(sentence: Sentence, predicate: Predicate, counts: Sequence[Count], lexicon: Counted) -> Quantity | None:
    """How many the predicate itself befalls: what is counted, and each person who is named or told singly."""
    tied = [c for c in counts if predicate.head in (c.fate_word, c.counted) and c.quantity.quantity]
    done_to = predicate.argument("object")
    heads = done_to.heads if done_to else ()
    beside = _beside(sentence, predicate.head, counts, lexicon) if heads else []
    numbered = {h for c in counts for h in (c.counted, c.anchor)}
    single = [h for h in heads if h not in numbered and _is_person(sentence, h, lexicon)]
    rest = [h for h in heads if h not in numbered and h not in single]
    tied += [c for c in beside if c not in tied]
    if not tied:
        return Quantity(len(single)) if single and len(single) == len(heads) else None
    total = _sum(tied)
    return Quantity(total.value + len(single), "at_least" if rest and total.bound == "exact" else total.bound)


def _beside(sentence: Sentence, verb: int, counts: Sequence[Count], lexicon: Counted) -> list[Count]:
    """Those who shared the fate: "was killed along with five guards"."""
    found = []
    for count in counts:
        token = sentence.tokens[count.counted]
        link = sentence.tokens[token.head]
        first = sentence.tokens[max(0, token.head - 1)].text.lower()
        people = is_people(token, lexicon) and count.quantity.quantity is not None
        linked = token.dep == "pobj" and link.lemma in lexicon.together and first in lexicon.along
        if people and linked and verb in _ancestors(sentence, token.head)[1:4]:
            found.append(count)
    return found


def _sum(counts: Sequence[Count]) -> Quantity:
    bounds: list[Bound] = [c.quantity.bound for c in counts if c.quantity.bound != "exact"]
    return Quantity(sum(c.quantity.value or 0 for c in counts), bounds[0] if bounds else "exact")


def _is_person(sentence: Sentence, head: int, lexicon: Counted) -> bool:
    token = sentence.tokens[head]
    return token.tag == "NNP" or (token.tag == "NN" and is_people(token, lexicon))


def _near(
    sentence: Sentence, predicate: Predicate, counts: Sequence[Count], fate: str, own: str | None
) -> Quantity | None:
    """What befell people by the told deed: "stormed the hotel, killing 12", "the attack that wounded 30"."""
    if fate == "arrested":
        return None
    found = []
    for count in counts:
        if count.fate == fate and count.fate_word is not None and count.quantity.quantity:
            distance = _distance(sentence, predicate.head, count.fate_word, _FAR)
            if distance is not None and (own is None or _joined(sentence, predicate.head, count.fate_word)):
                found.append((distance, count.anchor, count))
    if not found:
        return None
    first = min(found, key=lambda f: f[:2])[2]
    # "left six soldiers and two civilians dead"
    return _sum([c for _, _, c in found if c.fate_word == first.fate_word])


def _joined(sentence: Sentence, one: int, other: int) -> bool:
    """Whether two fates are told in one breath: "killed 12 and wounded 40"."""
    tokens = sentence.tokens
    pair = (tokens[one].head == other, tokens[other].head == one, tokens[one].head == tokens[other].head)
    return any(pair) and "conj" in (tokens[one].dep, tokens[other].dep)


def _size(sentence: Sentence, predicate: Predicate, counts: Sequence[Count], lexicon: Counted) -> Quantity | None:
    """How many take part: who is counted as a taker, or how strong the crowd or march itself is."""
    if predicate.lemma not in lexicon.sizes:
        return None
    heads = {h for a in predicate.arguments if a.role in _TAKERS for h in a.heads}
    for count in counts:
        plain = count.quantity.unit is None and not count.quantity.year and count.fate is None
        if not plain or not count.quantity.quantity or count.quantity.value == 1:
            continue
        own = heads & {count.counted, count.anchor, _whole(sentence, count, lexicon)}
        people = is_people(sentence.tokens[count.counted], lexicon) or count.counted == count.anchor
        if (own and people) or (predicate.head == count.counted and _is_strength(sentence, count, lexicon)):
            return count.quantity.quantity
    return None


def _whole(sentence: Sentence, count: Count, lexicon: Counted) -> int:
    """The crowd that the number is told of: "a crowd of 8,000"; else what is counted itself."""
    token = sentence.tokens[count.counted]
    above = sentence.tokens[token.head].head
    crowd = token.dep == "pobj" and sentence.tokens[above].lemma in lexicon.totals
    return above if crowd else count.counted


def _is_strength(sentence: Sentence, count: Count, lexicon: Counted) -> bool:
    """Whether the number says how many make up what it stands before: "a 30,000-strong march"."""
    between = sentence.tokens[count.anchor + 1 : count.counted]
    return any(t.text.lower() in lexicon.strengths for t in between)


def _money(sentence: Sentence, predicate: Predicate, counts: Sequence[Count], lexicon: Counted) -> Count | None:
    """The nearest amount of money, unless the predicate is about what befell people."""
    if predicate.lemma in lexicon.fates:
        return None
    near = [
        (distance, c.anchor, c)
        for c in counts
        if c.quantity.money
        and c.quantity.quantity
        and (distance := _distance(sentence, predicate.head, c.anchor, _FAR_MONEY)) is not None
    ]
    return min(near, key=lambda n: n[:2])[2] if near else None


def _distance(sentence: Sentence, one: int, other: int, far: int) -> int | None:
    """Edges between two words, or None across a reported clause or too far."""
    up_one, up_other = _ancestors(sentence, one), _ancestors(sentence, other)
    joint = next((i for i in up_one if i in up_other), None)
    if joint is None:
        return None
    down = [sentence.tokens[i].dep for i in up_other[: up_other.index(joint)]]
    up = [sentence.tokens[i].dep for i in up_one[: up_one.index(joint)]]
    loose = len(up) + len(down) > far or sum(d in _WEAK_EDGES for d in down) > _WEAK
    cut = _CLAUSE_EDGES & {*up, *down} or (_SIDE_EDGES | _LED_BY) & {*up}
    return None if loose or cut else len(up) + len(down)


def _ancestors(sentence: Sentence, i: int) -> list[int]:
    chain = [i]
    while sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
        chain.append(i)
    return chain
