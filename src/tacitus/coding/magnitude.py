"""How many an event concerns: dead, injured, arrested, taking part, and sums of money."""

from __future__ import annotations

from collections.abc import Sequence

from tacitus.coding.counting import Count, count_all
from tacitus.coding.numbers import StatedQuantity
from tacitus.knowledge.quantities import Counted, Quantities
from tacitus.model import Bound, Magnitude, Predicate, Quantity, Sentence

_FATES = ("dead", "injured", "arrested")
_CLAUSE_EDGES = frozenset({"ccomp", "parataxis"})
_WEAK_EDGES = frozenset({"relcl", "advcl", "acl", "xcomp", "pcomp", "conj"})
_FAR = 6
_WEAK = 2
_TAKERS = ("subject", "object", "of", "by", "with")


def magnitude_of(
    sentence: Sentence, predicate: Predicate, quantities: Sequence[StatedQuantity], lexicon: Quantities
) -> Magnitude | None:
    """What the sentence states of the predicate's size; `quantities` are those of the whole text, in order."""
    counts = count_all(sentence, quantities, lexicon.counted)
    dead, injured, arrested = (_befell(sentence, predicate, counts, f, lexicon.counted) for f in _FATES)
    size = _size(sentence, predicate, counts, lexicon.counted)
    money = _money(sentence, predicate, counts, lexicon.counted)
    amount = money.quantity.quantity if money else None
    currency = money.quantity.unit if money and amount else None
    found = Magnitude(dead, injured, arrested, size, amount, currency)
    return None if found == Magnitude() else found


def _befell(
    sentence: Sentence, predicate: Predicate, counts: Sequence[Count], fate: str, lexicon: Counted
) -> Quantity | None:
    own = lexicon.fates.get(predicate.lemma)
    tied = [c for c in counts if c.fate == fate and c.quantity.quantity and c.fate_word is not None]
    if own == fate:
        tied = [c for c in tied if _of_predicate(sentence, predicate, c)]
        return _sum(tied) or (None if _numbered(counts, predicate) else _persons(sentence, predicate, lexicon))
    near = []
    for count in tied:
        assert count.fate_word is not None
        distance = _distance(sentence, predicate.head, count.fate_word)
        if distance is not None and (own is None or _joined(sentence, predicate.head, count.fate_word)):
            near.append((distance, count.anchor, count))
    if not near:
        return None
    first = min(near, key=lambda n: n[:2])[2]
    return _sum([n[2] for n in near if n[2].fate_word == first.fate_word])


def _of_predicate(sentence: Sentence, predicate: Predicate, count: Count) -> bool:
    """Whether the count is of the predicate's own word, or of a noun that tells the same ("12 deaths")."""
    return count.fate_word == predicate.head or count.counted == predicate.head


def _joined(sentence: Sentence, one: int, other: int) -> bool:
    """Whether two fates are told in one breath: "killed 12 and wounded 40"."""
    tokens = sentence.tokens
    return tokens[one].head == other or tokens[other].head == one or tokens[one].head == tokens[other].head


def _numbered(counts: Sequence[Count], predicate: Predicate) -> bool:
    """Whether a number counts the predicate's object, even one without a value ("dozens")."""
    done_to = predicate.argument("object")
    return done_to is not None and any(c.counted in done_to.heads or c.anchor in done_to.heads for c in counts)


def _sum(counts: Sequence[Count]) -> Quantity | None:
    values = [c.quantity.quantity for c in counts if c.quantity.quantity]
    if not values:
        return None
    bounds: list[Bound] = [v.bound for v in values if v.bound != "exact"]
    return Quantity(sum(v.value for v in values), bounds[0] if bounds else "exact")


def _persons(sentence: Sentence, predicate: Predicate, lexicon: Counted) -> Quantity | None:
    """How many single persons the object names: "arrested Ana Diaz and her lawyer" is two."""
    done_to = predicate.argument("object")
    if done_to is None or not done_to.heads:
        return None
    tokens = [sentence.tokens[h] for h in done_to.heads]
    single = all(t.tag == "NNP" or (t.tag == "NN" and t.lemma in lexicon.people) for t in tokens)
    return Quantity(len(tokens)) if single else None


def _size(sentence: Sentence, predicate: Predicate, counts: Sequence[Count], lexicon: Counted) -> Quantity | None:
    if predicate.lemma not in lexicon.sizes:
        return None
    heads = {h for a in predicate.arguments if a.role in _TAKERS for h in a.heads} | {predicate.head}
    for count in counts:
        people = sentence.tokens[count.counted].lemma in lexicon.people or count.counted in (
            count.anchor,
            predicate.head,
        )
        plain = count.quantity.unit is None and not count.quantity.year and count.fate is None
        if people and plain and count.counted in heads and count.quantity.quantity:
            return count.quantity.quantity
    return None


def _money(sentence: Sentence, predicate: Predicate, counts: Sequence[Count], lexicon: Counted) -> Count | None:
    """The nearest amount of money, unless the predicate is about what befell people."""
    if predicate.lemma in lexicon.fates:
        return None
    near = [
        (distance, c.anchor, c)
        for c in counts
        if c.quantity.money and c.quantity.quantity
        and (distance := _distance(sentence, predicate.head, c.anchor)) is not None
    ]
    return min(near, key=lambda n: n[:2])[2] if near else None


def _distance(sentence: Sentence, one: int, other: int) -> int | None:
    """Edges between two words, or None across a reported clause or too far."""
    up_one, up_other = _ancestors(sentence, one), _ancestors(sentence, other)
    joint = next((i for i in up_one if i in up_other), None)
    if joint is None:
        return None
    path = up_one[: up_one.index(joint)] + up_other[: up_other.index(joint)]
    deps = [sentence.tokens[i].dep for i in path]
    if len(path) > _FAR or any(d in _CLAUSE_EDGES for d in deps) or sum(d in _WEAK_EDGES for d in deps) > _WEAK:
        return None
    return len(path)


def _ancestors(sentence: Sentence, i: int) -> list[int]:
    chain = [i]
    while sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
        chain.append(i)
    return chain
