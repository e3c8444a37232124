"""Magnitudes: which numbers of a sentence say how many a deed concerns."""

from pathlib import Path

import pytest
from told import sentences_of

import tacitus
from tacitus.coding.magnitude import magnitude_of
from tacitus.coding.numbers import find_quantities
from tacitus.knowledge.quantities import load_quantities
from tacitus.model import Argument, Magnitude, Predicate, Quantity

LEXICON = load_quantities(Path(tacitus.__file__).parent / "data")


def of(text: str, word: str, *objects: str, role: str = "object") -> Magnitude | None:
    (sentence,) = sentences_of(text)
    words = [t.text for t in sentence.tokens]
    head = words.index(word)
    arguments = (Argument(role, tuple(words.index(o) for o in objects)),) if objects else ()
    predicate = Predicate(0, head, sentence.tokens[head].lemma, "verb", arguments)
    return magnitude_of(sentence, predicate, find_quantities(text, LEXICON), LEXICON)


@pytest.mark.parametrize(
    ("expected", "text", "word", "objects"),
    [
        (
            Magnitude(dead=Quantity(12, "at_least"), injured=Quantity(30)),
            "Soldiers killed at least 12 rebels and wounded 30 others near Kidal.",
            "killed",
            ["rebels"],
        ),
        (Magnitude(dead=Quantity(9)), "Gunmen stormed the market, killing 9 people.", "stormed", ["market"]),
        (Magnitude(dead=Quantity(14)), "The attack left 14 villagers dead.", "attack", []),
        (
            Magnitude(arrested=Quantity(21, "at_least")),
            "Police detained Ana Ruiz and at least 20 others.",
            "detained",
            ["Ruiz", "others"],
        ),
        (
            Magnitude(arrested=Quantity(2)),
            "Police arrested the editor Maria Lopez and her lawyer.",
            "arrested",
            ["editor", "lawyer"],
        ),
        (Magnitude(dead=Quantity(13)), "Security forces shot dead 13 protesters.", "shot", ["protesters"]),
        (
            Magnitude(size=Quantity(3000)),
            "Peru deployed 3,000 troops to the border.",
            "deployed",
            ["troops"],
        ),
        (
            Magnitude(amount=Quantity(40000000), currency="USD"),
            "Norway gave Malawi $40 million.",
            "gave",
            [],
        ),
    ],
)
def test_numbers_are_tied_to_the_deed(expected: Magnitude, text: str, word: str, objects: list[str]) -> None:
    assert of(text, word, *objects) == expected


def test_a_crowd_is_counted_by_the_subject_of_its_march() -> None:
    assert of("Some 5,000 people marched in Tbilisi.", "marched", "people", role="subject") == Magnitude(
        size=Quantity(5000, "about")
    )


def test_a_number_that_two_fates_share_is_neither() -> None:
    assert of("More than 100 civilians were killed or wounded in Aden.", "killed", "civilians") is None


def test_what_is_reported_does_not_count_for_the_saying() -> None:
    assert of("The minister said the rebels had killed 12 people.", "said") is None
