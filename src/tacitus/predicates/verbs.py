"""The arguments of verbs, the same for active, passive, relative, infinitive, participle and conjoined clauses."""

from __future__ import annotations

from tacitus.knowledge.lexicon import Lexicon
from tacitus.model import Sentence
from tacitus.predicates.tree import antecedent, below, conjuncts, first_conjunct, is_headlined, is_order, is_verb

_EMBEDDED = ("xcomp", "ccomp", "advcl", "pcomp")
_DEPTH = 6
_BY = "by"


class VerbReader:
    """Reads who does what to whom off the verbs of one sentence; answers are remembered."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self._passive: dict[int, bool] = {}

    def is_passive(self, verb: int) -> bool:
        """Whether the surface subject is the done-to ("was arrested", "troops deployed there")."""
        known = self._passive.get(verb)
        if known is None:
            known = self._passive[verb] = self._work_out_passive(verb)
        return known

    def _work_out_passive(self, verb: int) -> bool:
        sentence, token = self.sentence, self.sentence.tokens[verb]
        if below(sentence, verb, "nsubjpass", "auxpass"):
            return True
        if token.tag not in ("VBN", "VBD") or below(sentence, verb, "aux", "dobj"):
            return False
        if below(sentence, verb, "nsubj"):
            return token.tag == "VBN" and self._without_auxiliary(verb)
        if token.dep == "acl":
            return True
        if token.dep == "acomp":  # "is committed to", where the participle is parsed as an adjective
            return token.tag == "VBN"
        if token.tag == "VBN" and (token.dep == "advcl" or below(sentence, verb, "agent")):
            return True
        return (
            token.dep == "conj" and token.tag == "VBN" and is_verb(sentence, token.head) and self.is_passive(token.head)
        )

    def _without_auxiliary(self, verb: int) -> bool:
        """Whether a participle with a subject is passive: "wants the monks freed", and headlines ("Mayor arrested")."""
        sentence, token = self.sentence, self.sentence.tokens[verb]
        if token.dep == "ccomp":
            return sentence.tokens[token.head].lemma not in self.lexicon.saying
        return token.dep == "ROOT" and sentence.tokens[-1].text[-1].isalnum()

    def subjects(self, verb: int, depth: int = 0) -> tuple[int, ...]:
        """The head words of the doers."""
        sentence = self.sentence
        if depth > _DEPTH:
            return ()
        if self.is_passive(verb):
            agents = self._agents(verb)
            if agents:
                return conjuncts(sentence, agents[0])
            token = sentence.tokens[verb]
            if token.dep == "conj" and not below(sentence, verb, "nsubjpass"):
                return self.subjects(token.head, depth + 1)
            return ()
        own = below(sentence, verb, "nsubj")
        if own:
            last = self._author(conjuncts(sentence, antecedent(sentence, own[-1])), depth)
            # "Ghana as well as Togo condemned": the parser makes subjects of both.
            return (own[0], *last) if len(own) > 1 and below(sentence, own[0], "cc") else last
        return self._inherited(verb, depth)

    def _agents(self, verb: int) -> list[int]:
        """The by-phrase of a passive, which the parser may hang on another ("jailed for ten years by a court")."""
        sentence = self.sentence
        links = below(sentence, verb, "agent")
        if not links:
            named = [p for i in below(sentence, verb, "prep") for p in below(sentence, i, "pobj")]
            links = [i for p in named for i in below(sentence, p, "prep") if sentence.tokens[i].lemma == _BY]
        return [p for i in links for p in below(sentence, i, "pobj")]

    def surface(self, verb: int, depth: int = 0) -> tuple[int, ...]:
        """The head words of the grammatical subject: the done-to of a passive, else the doer."""
        return self.objects(verb, depth) if self.is_passive(verb) else self.subjects(verb, depth)

    def objects(self, verb: int, depth: int = 0) -> tuple[int, ...]:
        """The head words of the done-to."""
        sentence = self.sentence
        if depth > _DEPTH:
            return ()
        if self.is_passive(verb):
            return self._befallen(verb, depth)
        counted = [i for i in below(sentence, verb, "oprd") if below(sentence, i, "nummod")]  # "left nine dead"
        direct = below(sentence, verb, "dobj") or self._asked(verb) or counted
        if direct:
            return conjuncts(sentence, antecedent(sentence, direct[0]))
        clause = first_conjunct(sentence, verb)
        gap = sentence.tokens[clause]
        # "the city (that) the army shelled": no object in the clause, the antecedent is it.
        if gap.dep == "relcl" and below(sentence, clause, "nsubj") and not self._subject_is_antecedent(clause):
            return (gap.head,)
        return self._shared(verb)

    def _shared(self, verb: int) -> tuple[int, ...]:
        """The object of the next verb, where only a conjunction stands between ("stormed and burned the fort")."""
        sentence = self.sentence
        beside = [i for i in below(sentence, verb, "conj") if i == verb + 2 and is_verb(sentence, i)]
        if not beside or below(sentence, verb, "prep", "xcomp", "ccomp", "acomp"):
            return ()
        direct = below(sentence, beside[0], "dobj")
        return conjuncts(sentence, direct[0]) if direct else ()

    def _befallen(self, verb: int, depth: int) -> tuple[int, ...]:
        """The done-to of a passive; of "was given ships" the ships."""
        sentence, token = self.sentence, self.sentence.tokens[verb]
        own = below(sentence, verb, "dobj") or below(sentence, verb, "nsubjpass", "nsubj")
        if own:
            return conjuncts(sentence, antecedent(sentence, own[-1]))
        if token.dep == "acl":
            # "a call for the monks to be freed": the parser hangs the monks on the mark of the clause.
            marked = [p for mark in below(sentence, verb, "mark") for p in below(sentence, mark, "pobj")]
            return conjuncts(sentence, marked[0] if marked else token.head)
        return self._inherited(verb, depth)

    def given(self, verb: int) -> tuple[int, ...]:
        """Whom a passive with an object of its own reaches ("Manila was given ships")."""
        own = below(self.sentence, verb, "nsubjpass")
        if not own or not below(self.sentence, verb, "dobj"):
            return ()
        return conjuncts(self.sentence, antecedent(self.sentence, own[-1]))

    def _asked(self, verb: int) -> list[int]:
        """The subject of an infinitive that is parsed as a clause ("want Mali to withdraw")."""
        sentence = self.sentence
        for clause in below(sentence, verb, "ccomp"):
            if sentence.tokens[clause].tag == "VB" and any(
                sentence.tokens[i].tag == "TO" for i in below(sentence, clause, "aux")
            ):
                return below(sentence, clause, "nsubj", "nsubjpass")
        return []

    def _subject_is_antecedent(self, clause: int) -> bool:
        own = below(self.sentence, clause, "nsubj")
        return bool(own) and antecedent(self.sentence, own[0]) != own[0]

    def _inherited(self, verb: int, depth: int) -> tuple[int, ...]:
        sentence, token = self.sentence, self.sentence.tokens[verb]
        if token.head == verb:
            return self._of_clause_before(verb, depth)
        if is_order(sentence, verb, self.lexicon.saying):
            return self._told(token.head)
        if token.dep == "conj" and is_verb(sentence, token.head):
            return self.surface(token.head, depth + 1)
        if token.dep == "acl":
            return self._of_noun_clause(verb, depth)
        if token.dep == "relcl":
            return self._headlined(verb)
        if token.dep == "acomp":
            return self.subjects(token.head, depth + 1)
        if token.dep in _EMBEDDED or token.dep == "dep":
            return self._controlled(verb, depth)
        return ()

    def _of_clause_before(self, verb: int, depth: int) -> tuple[int, ...]:
        """ "Tunis bans party, jails its leader": a headline's second verb does without conjunction and subject."""
        before = [i for i in below(self.sentence, verb, "ccomp") if i < verb]
        finite = self.sentence.tokens[verb].tag in ("VBZ", "VBP", "VBD")
        return self.subjects(before[-1], depth + 1) if before and finite else ()

    def _told(self, saying: int) -> tuple[int, ...]:
        """Whom an order is told."""
        sentence = self.sentence
        heard = [p for i in below(sentence, saying, "prep", "dative") for p in below(sentence, i, "pobj")]
        direct = below(sentence, saying, "dobj", "dative")
        return conjuncts(sentence, [*direct, *heard][0]) if direct or heard else ()

    def _of_noun_clause(self, verb: int, depth: int) -> tuple[int, ...]:
        token = self.sentence.tokens[verb]
        if token.tag != "VB":
            return self._author(conjuncts(self.sentence, token.head), depth)
        named = self._named_by(token.head) or self._headlined(verb)
        if named:
            return named
        # "the army's plan to attack", "the army made an attempt to attack"
        owner = below(self.sentence, token.head, "poss")
        if owner:
            return conjuncts(self.sentence, owner[0])
        carrier = self.sentence.tokens[token.head]
        if carrier.dep in ("dobj", "nsubjpass") and is_verb(self.sentence, carrier.head):
            return self.subjects(carrier.head, depth + 1)
        return ()

    def _author(self, heads: tuple[int, ...], depth: int) -> tuple[int, ...]:
        """Whose words a paper holds ("a letter by Mali", "the council adopted a motion"); any others are their own."""
        sentence, lexicon = self.sentence, self.lexicon
        token = sentence.tokens[heads[0]]
        if len(heads) > 1 or token.lemma not in lexicon.papers:
            return heads
        owner = below(sentence, heads[0], "poss")
        if owner:
            return conjuncts(sentence, owner[0])
        phrases = [i for i in below(sentence, heads[0], "prep") if sentence.tokens[i].lemma in lexicon.written_by]
        named = [p for i in phrases for p in below(sentence, i, "pobj")]
        if named:
            return conjuncts(sentence, named[0])
        within = token.dep == "pobj"  # "in a letter condemning the raid, Mali said"
        verb = sentence.tokens[token.head].head if within else token.head
        issued = token.dep in ("dobj", "nsubjpass") and sentence.tokens[verb].lemma in lexicon.issuing
        return (self.subjects(verb, depth + 1) if is_verb(sentence, verb) and (issued or within) else ()) or heads

    def _named_by(self, noun: int) -> tuple[int, ...]:
        """Who is called on by a noun ("a call on Mali to withdraw")."""
        sentence = self.sentence
        prepositions = self.lexicon.control.get(sentence.tokens[noun].lemma, frozenset())
        phrases = [i for i in below(sentence, noun, "prep") if sentence.tokens[i].lemma in prepositions]
        named = [p for i in phrases for p in below(sentence, i, "pobj")]
        return conjuncts(sentence, named[0]) if named and sentence.tokens[noun].tag.startswith("N") else ()

    def _headlined(self, verb: int) -> tuple[int, ...]:
        """ "Mali to expel envoys": in headlines the infinitive hangs on its subject."""
        head = self.sentence.tokens[verb].head
        return conjuncts(self.sentence, head) if is_headlined(self.sentence, verb, self.lexicon.operators) else ()

    def _controlled(self, verb: int, depth: int) -> tuple[int, ...]:
        sentence, token = self.sentence, self.sentence.tokens[verb]
        governor, preposition = token.head, ""
        if token.dep == "pcomp":
            preposition = sentence.tokens[governor].lemma
            governor = sentence.tokens[governor].head
        if not is_verb(sentence, governor):
            return self._by_noun(governor, preposition, depth) or self._copular(governor, depth)
        lemma = sentence.tokens[governor].lemma
        if token.tag == "VB" and lemma not in self.lexicon.subject_control:
            controller = self._controller(governor, lemma, depth)
            if controller:
                return controller
        if preposition in self.lexicon.object_gerund:
            done_to = self.objects(governor, depth + 1)
            if done_to:
                return done_to
        return self.surface(governor, depth + 1)

    def _by_noun(self, noun: int, preposition: str, depth: int) -> tuple[int, ...]:
        """Who does what hangs on a noun: its owner, or itself ("jailed a poet for insulting the army")."""
        sentence = self.sentence
        if not sentence.tokens[noun].tag.startswith("N"):
            return ()
        owner = below(sentence, noun, "poss")
        if owner:
            return conjuncts(sentence, owner[0])
        token = sentence.tokens[noun]
        phrase = (sentence.tokens[token.head].lemma, token.lemma, preposition)
        if phrase in self.lexicon.owning or phrase in self.lexicon.light_phrases:
            return self.subjects(token.head, depth + 1)
        blamed = preposition in self.lexicon.object_gerund and preposition != self.lexicon.partitive
        return (noun,) if blamed and sentence.tokens[noun].dep in ("dobj", "nsubjpass", "pobj") else ()

    def _copular(self, adjective: int, depth: int) -> tuple[int, ...]:
        token = self.sentence.tokens[adjective]
        if token.dep in ("acomp", "attr") and is_verb(self.sentence, token.head):
            return self.subjects(token.head, depth + 1)
        return ()

    def _controller(self, governor: int, lemma: str, depth: int) -> tuple[int, ...]:
        """Who is to do the infinitive: the object ("urged Mali to"), or a phrase ("called on Mali to")."""
        sentence = self.sentence
        prepositions = self.lexicon.control.get(lemma, frozenset())
        for phrase in below(sentence, governor, "prep"):
            if sentence.tokens[phrase].lemma in prepositions:
                named = below(sentence, phrase, "pobj")
                if named:
                    return conjuncts(sentence, named[0])
        done_to = self.objects(governor, depth + 1)
        return (self._named_by(done_to[0]) or done_to) if done_to else ()
