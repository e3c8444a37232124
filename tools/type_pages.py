"""Writes docs/types: for each of the 16 types a page of what it is and what fires it, and an index.

    python tools/type_pages.py            writes the pages
    python tools/type_pages.py --check    names the pages that are older than the data, and ends with 1 if there are any

Everything comes from the data: ontology.toml, the frames with their examples, modes.toml, the word classes; what the
types and modes mean stands in type_definitions.toml beside this script.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "types"
DATA = ROOT / "src" / "tacitus" / "data"
KINDS = (("verbs", "verbs"), ("nouns", "nouns"), ("adjectives", "adjectives"))
HEAD = "<!-- Written by tools/type_pages.py from the data; change those and run it again. -->"
STYLES = {"actor": "**{}**", "trigger": "`{}`", "recipient": "*{}*"}
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
FEW_WORDS, FEW_EXAMPLES, FEW_COUNTEREXAMPLES = 8, 10, 8

Entry = Mapping[str, Any]


def main() -> int:
    """Writes or checks the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, name the pages that are older")
    older = stale()
    if parser.parse_args().check:
        print("\n".join(f"{path}: older than the data; run tools/type_pages.py" for path in older))
        return 1 if older else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for name, page in pages().items():
        (PAGES / name).write_text(page, encoding="utf-8")
    print(f"{len(older)} of {len(pages())} pages are new")
    return 0


def stale() -> list[Path]:
    """The pages that are missing, or not what the data give, or of no type."""
    wanted = pages()
    there = {path.name: path for path in PAGES.glob("*.md")}
    differ = [n for n, page in wanted.items() if n not in there or there[n].read_text(encoding="utf-8") != page]
    return [PAGES / name for name in sorted({*differ, *(there.keys() - wanted.keys())})]


def pages() -> dict[str, str]:
    """The text of every page by its file name."""
    data = Data()
    found = {f"{type_['id'].lower()}.md": TypePage(type_, data).text() for type_ in data.types}
    return found | {"README.md": index(data)}


class Data:
    """The tables that the pages are made of, as they stand in the files."""

    def __init__(self) -> None:
        english = DATA / "languages" / "en"
        self.ontology = _read(DATA / "ontology" / "ontology.toml")
        self.types: list[Entry] = self.ontology["type"]
        self.words = _read(Path(__file__).with_name("type_definitions.toml"))
        self.evidence: list[Entry] = _read(english / "modes.toml")["evidence"]
        files = sorted((english / "frames").glob("*.toml"))
        self.entries: list[Entry] = [entry for path in files for entry in _read(path).get("frame", [])]
        self.classes = {n: w for path in sorted((english / "classes").glob("*.toml")) for n, w in _read(path).items()}

    def of(self, type_: str) -> list[Entry]:
        """The entries of a type, by id."""
        return sorted((e for e in self.entries if e["type"] == type_), key=lambda e: str(e["id"]))

    def roles(self, selectors: str) -> str:
        """Where an actor is looked for, in words: "doer, else by"."""
        if selectors == "none":
            return "-"
        options = [[self._role(role) for role in option.split("+")] for option in selectors.split("|")]
        return ", else ".join(dict.fromkeys(" and ".join(option) for option in options))

    def conditions(self, conditions: Mapping[str, str]) -> str:
        """Conditions in words: "done-to: a person or a group"."""
        named = self.words["conditions"]
        told = []
        for role, value in conditions.items():
            options = [named.get(o) or (f"`{o}`" if o in self.classes else o) for o in value.split("|")]
            told.append(f"{self._role(role)}: {' or '.join(options)}")
        return "; ".join(told)

    def _role(self, role: str) -> str:
        return str(self.words["roles"].get(role, f"{role} …"))


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class TypePage:
    """The page of one type."""

    type: Entry
    data: Data

    @property
    def id(self) -> str:
        """The type's name."""
        return str(self.type["id"])

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries that code the type, by id."""
        return self.data.of(self.id)

    def text(self) -> str:
        """The whole page."""
        needs = "needs a recipient" if self.type.get("needs_recipient") else "recipient where there is one"
        blocks = [
            HEAD,
            f"# {self.id}",
            f"{self.type['quad']} · score {_number(self.type['score'])} · {needs} · [all types](README.md)",
            self.data.words[self.id]["definition"],
            "Told apart from it:",
            "\n".join(f"- {line}" for line in self.data.words[self.id]["apart"]),
            *self._modes(),
            "## Status",
            self._status(),
            "## Words that fire it",
            self._words(),
            "## Entries",
            self._entries_told(),
            self._entry_table(),
            *self._classes(),
            "## Examples",
            "Actors are **bold**, recipients *in italics*, the words that fire `marked`.",
            "\n".join(self._examples()),
            f"## Not {self.id}",
            "Each stands beside the entry that must not fire on it.",
            "\n".join(self._counterexamples()),
        ]
        return "\n\n".join(block for block in blocks if block) + "\n"

    def _modes(self) -> Iterator[str]:
        modes: Mapping[str, float] = self.type.get("modes", {})
        if not modes:
            return
        yield "## Modes"
        by_content = self.data.ontology["content_modes"].get(self.id, {})
        rows = [["mode", "score", "means", "entries", "words near it that tell it"]]
        for mode, score in modes.items():
            entries = sum(entry.get("mode") == mode for entry in self.entries)
            words = [w for e in self.data.evidence if (e["type"], e["mode"]) == (self.id, mode) for w in e["words"]]
            content = [told for told, given in by_content.items() if given == mode]
            told = _few(sorted(words)) + (f" (content: {', '.join(content)})" if content else "")
            rows.append(
                [f"`{mode}`", _number(score), self.data.words[self.id]["modes"][mode], str(entries), told.strip()]
            )
        yield _table(rows, right={1, 3})

    def _status(self) -> str:
        announced = self.data.ontology["announced"].get(self.id)
        refused = self.data.ontology["refused"].get(self.id)
        lines = [
            f"Announced, it is coded as [{announced}]({announced.lower()}.md)." if announced
            else "Announced, it keeps its type and is `planned`.",
            f"Announced not to come, it is [{refused}]({refused.lower()}.md)." if refused
            else "Announced not to come, it is `negated`.",
        ]  # fmt: skip
        fixed = [f"`{e['id']}` ({e['status']})" for e in self.entries if "status" in e]
        return " ".join(lines) + (f" By their wording alone: {', '.join(fixed)}." if fixed else "")

    def _words(self) -> str:
        """Every trigger under its first letter, single words by part of speech, then those of several words."""
        columns = [{w.lower() for e in self.entries for w in e.get(k, []) if " " not in w} for k, _ in KINDS]
        columns.append({w.lower() for e in self.entries for k, _ in KINDS for w in e.get(k, []) if " " in w})
        titles = [*(title for _, title in KINDS), "several words"]
        kept = [i for i, words in enumerate(columns) if words]
        rows = [["", *(f"{titles[i]} ({len(columns[i])})" for i in kept)]]
        for letter in sorted({word[0] for words in columns for word in words}):
            rows.append([letter, *(", ".join(sorted(w for w in columns[i] if w[0] == letter)) for i in kept)])
        return _table(rows)

    def _entries_told(self) -> str:
        return (
            f"{len(self.entries)} entries; of those that fit, the one with the longer trigger wins, then the one with "
            "more conditions. [Roles and conditions](../../CONTRIBUTING.md#add-a-frame)."
        )

    def _entry_table(self) -> str:
        rows = [["entry", "mode", "fires on", "actor", "recipient", "only if", "not if"]]
        for entry in self.entries:
            words = [w for k, _ in KINDS for w in entry.get(k, [])]
            sides = [self.data.roles(entry.get("actor", "subject")), self.data.roles(entry.get("recipient", "object"))]
            told = [self.data.conditions(entry.get(key, {})) for key in ("require", "exclude")]
            rows.append([f"`{entry['id']}`", entry.get("mode", ""), _few(words), *sides, *told])
        return _table(rows)

    def _classes(self) -> Iterator[str]:
        conditions = [value for e in self.entries for k in ("require", "exclude") for value in e.get(k, {}).values()]
        values = {option for condition in conditions for option in condition.split("|")}
        used = sorted(values & self.data.classes.keys())
        if used:
            yield "Word classes named above:"
            yield _table([["class", "words"], *([f"`{n}`", _few(sorted(self.data.classes[n]))] for n in used)])

    def _examples(self) -> Iterator[str]:
        """One of each mode, from the entry with most words, then of the largest entries."""
        by_size = sorted(self.entries, key=lambda e: (-_size(e), str(e["id"])))
        modes = [None, *self.type.get("modes", {})]
        first = [next((e for e in by_size if e.get("mode") == mode), None) for mode in modes]
        chosen = list({e["id"]: e for e in (*first, *by_size) if e is not None}.values())
        for entry in chosen[: max(FEW_EXAMPLES, len(modes))]:
            mode = f", {entry['mode']}" if "mode" in entry else ""
            yield f"- {_marked(entry['examples'][0])} (`{entry['id']}`{mode})"

    def _counterexamples(self) -> Iterator[str]:
        by_size = sorted(self.entries, key=lambda e: (-_size(e), str(e["id"])))
        for entry in [e for e in by_size if e.get("counterexamples")][:FEW_COUNTEREXAMPLES]:
            yield f"- {entry['counterexamples'][0]} (not `{entry['id']}`)"


def index(data: Data) -> str:
    """The page that leads to the others."""
    rows = [["type", "quad", "score", "modes", "entries", "words", "what it is"]]
    for type_ in sorted(data.types, key=lambda t: QUADS.index(t["quad"])):
        id_, entries = type_["id"], data.of(type_["id"])
        first = re.split(r"(?<=[a-z])[.:;] ", data.words[id_]["definition"])[0].rstrip(".") + "."
        counts = [str(len(type_.get("modes", {}))), str(len(entries)), str(sum(map(_size, entries)))]
        rows.append([f"[{id_}]({id_.lower()}.md)", type_["quad"], _number(type_["score"]), *counts, first])
    statuses = [["status", "means"], *([f"`{name}`", means] for name, means in data.words["statuses"].items())]
    words = sum(_size(entry) for entry in data.entries)
    blocks = [
        HEAD,
        "# The 16 types and what fires them",
        "An event has exactly one type of [PLOVER](https://github.com/openeventdata/PLOVER), at most one mode, and one "
        f"status. {len(data.entries)} entries with {words:,} words and phrases decide which; each carries its own "
        "examples, and an event of the record names the entry that fired (`frame`). Scores run from -10, conflict, "
        "to +10, cooperation.",
        _table(rows, right={2, 3, 4, 5}),
        "## Statuses",
        _table(statuses),
    ]
    return "\n\n".join(blocks) + "\n"


def _size(entry: Entry) -> int:
    return sum(len(entry.get(kind, ())) for kind, _ in KINDS)


def _number(value: float) -> str:
    return f"{value:g}"


def _few(words: Sequence[str]) -> str:
    """The first words, and how many more there are."""
    rest = len(words) - FEW_WORDS
    return ", ".join(words[:FEW_WORDS]) + (f" and {rest} more" if rest > 0 else "")


def _marked(example: str) -> str:
    return re.sub(r"\[(\w+) ([^\[\]]+)\]", lambda m: STYLES.get(m[1], "{}").format(m[2]), example)


def _table(rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> str:
    """A Markdown table, the first row its head; `right` are the columns of numbers."""
    head, *rest = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    rule = ["---:" if i in set(right) else "---" for i in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rest))


if __name__ == "__main__":
    sys.exit(main())
