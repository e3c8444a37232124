"""The house holds: imports run one way, sizes stay small, words of a language are data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import tacitus

SOURCE = Path(tacitus.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
STAGES = ("readers", "cleaning", "parsing", "predicates", "mentions", "resolution", "coding", "consolidation")
BASE = {"model", "errors"}
# What each part may import besides itself.
ALLOWED = {
    "model": set(),
    "errors": set(),
    "knowledge": BASE,
    **{stage: BASE | {"knowledge"} for stage in STAGES},
    "pipeline": BASE | {"knowledge", *STAGES} - {"readers"},
    "exporters": BASE,
    "evaluation": BASE | {"knowledge", "pipeline", *STAGES},
    "whois": BASE | {"knowledge", "parsing", "mentions", "resolution"},
    "api": BASE
    | {
        "config",
        "knowledge",
        "cleaning",
        "pipeline",
        "parsing",
        "readers",
        "exporters",
        "evaluation",
        "storage",
        "whois",
    },
    "storage": BASE | {"exporters", "knowledge"},
    "running": BASE | {"api", "knowledge", "consolidation", "storage"},
    "web": BASE | {"api", "knowledge", "readers", "exporters", "running", "storage"},
    "cli": BASE | {"api", "knowledge", "readers", "exporters", "evaluation", "running", "storage", "web", "whois"},
    "config": {"errors"},
    "__init__": BASE | {"api", "config", "running"},
    "__main__": {"cli"},
}


def part_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The parts of tacitus that a module imports."""
    for node in ast.walk(tree_of(path)):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "tacitus" else [f"tacitus.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            if name.startswith("tacitus."):
                yield name.split(".")[1]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree_of(path)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef)))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def told(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=told)
def test_a_module_imports_only_what_lies_below_it(path: Path) -> None:
    part = part_of(path)
    assert set(imported(path)) - {part} - ALLOWED[part] == set()


def test_no_function_is_longer_than_40_lines() -> None:
    assert [(told(p), f.name, length(f)) for p in MODULES for f in functions(p) if length(f) > 40] == []


def test_nine_in_ten_functions_have_at_most_25_lines() -> None:
    lengths = [length(f) for p in MODULES for f in functions(p)]
    assert sum(n <= 25 for n in lengths) / len(lengths) >= 0.9


def test_no_file_is_longer_than_400_lines_and_half_of_them_are_under_150() -> None:
    lines = {told(p): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert [name for name, count in lines.items() if count > 400] == []
    assert median(lines.values()) < 150


def test_no_function_takes_more_than_five_arguments_by_position() -> None:
    def positional(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
        names = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
        return len([name for name in names if name not in ("self", "cls")])

    # The functions of the command line declare options for typer; nobody calls them by position.
    modules = [p for p in MODULES if part_of(p) != "cli"]
    assert [(told(p), f.name) for p in modules for f in functions(p) if positional(f) > 5] == []


def public(body: list[ast.stmt]) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


@pytest.mark.parametrize("path", MODULES, ids=told)
def test_everything_public_says_what_is_true_of_it(path: Path) -> None:
    tree = tree_of(path)
    assert ast.get_docstring(tree), "the module says nothing"
    assert [node.name for node in public(tree.body) if not ast.get_docstring(node)] == []


def test_library_code_does_not_print() -> None:
    calls = [
        (told(p), node.lineno)
        for p in MODULES
        for node in ast.walk(tree_of(p))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert calls == []


def strings_but_docstrings(path: Path) -> Iterator[str]:
    tree = tree_of(path)
    documentation = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documentation:
            yield node.value


CUE_WORDS = """
monday thursday january september yesterday tomorrow president minister spokesman spokeswoman army soldiers rebels
police attack attacked killed wounded sanctions protest pledged vowed condemned accused dozens hundreds thousand
million billion he she they
"""
CUES = frozenset(CUE_WORDS.split())


@pytest.mark.parametrize("path", [p for p in MODULES if part_of(p) != "cli"], ids=told)
def test_words_of_a_language_stand_in_data_not_in_code(path: Path) -> None:
    single = [text for text in strings_but_docstrings(path) if re.fullmatch(r"[a-z]+", text.strip().lower())]
    assert [word for word in single if word.strip().lower() in CUES] == []
    listed = [text for text in strings_but_docstrings(path) if text.count("|") >= 2 or "\n" not in text]
    assert [text for text in listed if len(CUES & set(re.split(r"[^a-z]+", text.lower()))) >= 3] == []
