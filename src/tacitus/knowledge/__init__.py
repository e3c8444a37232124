"""Data files -> one frozen Knowledge value, which is passed to the stages explicitly."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tacitus.knowledge.actor_tables import TABLES, load_actors
from tacitus.knowledge.actors import ActorBase
from tacitus.knowledge.confidence import Confidence, load_confidence
from tacitus.knowledge.evidence import Evidence, load_evidence
from tacitus.knowledge.frames import FrameBase, load_frames
from tacitus.knowledge.layers import check_own
from tacitus.knowledge.lexicon import Lexicon, load_lexicon
from tacitus.knowledge.ontology import Ontology, load_ontology
from tacitus.knowledge.places import PlaceBase, load_places
from tacitus.knowledge.quantities import Quantities, load_quantities
from tacitus.knowledge.quoting import Quoting, load_quoting
from tacitus.knowledge.residue import ResidueRules, load_residue
from tacitus.knowledge.tables import uncollected
from tacitus.knowledge.times import TimeLexicon, load_times

DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that the stages know; `version` is a hash of the data files."""

    version: str
    ontology: Ontology
    lexicon: Lexicon
    frames: FrameBase
    evidence: Evidence
    confidence: Confidence
    residue: ResidueRules
    actors: ActorBase
    places: PlaceBase
    times: TimeLexicon
    quantities: Quantities
    quoting: Quoting


@uncollected()
def load_knowledge(root: Path = DATA, own: Sequence[Path] = ()) -> Knowledge:
    """The knowledge of the data folder `root` with what the user's `own` folders add, override or switch off.

    KnowledgeError names the file and entry that is broken.
    """
    for folder in own:
        check_own(folder, TABLES)
    ontology, lexicon = load_ontology(root), load_lexicon(root)
    return Knowledge(
        version=_version(root, *own),
        ontology=ontology,
        lexicon=lexicon,
        frames=load_frames(root, ontology, lexicon, own=own),
        evidence=load_evidence(root, ontology, lexicon),
        confidence=load_confidence(root),
        residue=load_residue(root),
        actors=load_actors(root, *own),
        places=load_places(root),
        times=load_times(root),
        quantities=load_quantities(root),
        quoting=load_quoting(root),
    )


def _version(*roots: Path) -> str:
    digest = hashlib.sha256()
    for root in roots:
        for path in sorted(root.rglob("*")):
            # What exports make of codes changes nothing that was coded.
            if path.suffix in (".toml", ".csv", ".parquet") and path.parent.name != "exports":
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
