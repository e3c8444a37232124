"""GraphML: a node for each country or body, an edge for what the one did to the other."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tacitus.exporters.formats import Chosen, Format, query_of

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_EDGE = {
    "events": "int", "mean_score": "double", "verbal_cooperation": "int", "material_cooperation": "int",
    "verbal_conflict": "int", "material_conflict": "int", "first": "string", "last": "string",
}  # fmt: skip


def write(chosen: Chosen, target: Path) -> None:
    """Writes the directed graph of actor and recipient codes with counts by quad and the mean score."""
    pairs = list(chosen.rows(query_of("graphml")))
    names = {row["code"]: row["name"] for row in chosen.rows("SELECT code, name FROM map_countries")}
    nodes = sorted({pair[side] for pair in pairs for side in ("actor", "recipient")})
    with target.open("w", encoding="utf-8") as stream:
        stream.write(_HEAD + '<key id="name" for="node" attr.name="name" attr.type="string"/>\n')
        for key, kind in _EDGE.items():
            stream.write(f'<key id="{key}" for="edge" attr.name="{key}" attr.type="{kind}"/>\n')
        stream.write('<graph edgedefault="directed">\n')
        for code in nodes:
            name = escape(names.get(code, code))
            stream.write(f'<node id={quoteattr(code)}><data key="name">{name}</data></node>\n')
        for pair in pairs:
            told = "".join(f'<data key="{key}">{pair[key]}</data>' for key in _EDGE if pair[key] is not None)
            ends = f"source={quoteattr(pair['actor'])} target={quoteattr(pair['recipient'])}"
            stream.write(f"<edge {ends}>{told}</edge>\n")
        stream.write("</graph>\n</graphml>\n")


FORMAT = Format("graphml", "the graph of who did what to whom, by country", (".graphml",), write)
