"""A warehouse into a file of any format."""

from __future__ import annotations

from pathlib import Path

from tacitus.errors import InputError
from tacitus.exporters.registry import format_for
from tacitus.storage.choosing import Choice, Selection
from tacitus.storage.warehouse import Warehouse


def export_events(
    warehouse: Warehouse, target: Path, selection: Selection | None = None, *, form: str | None = None
) -> int:
    """Writes the events that the selection leaves; how many. Only a whole file takes the name of the target.

    `form` names the format, without it the ending of the target tells it; InputError where neither does, or where the
    target cannot be written.
    """
    chosen_format = format_for(target, form)
    choice = Choice(warehouse, selection or Selection())
    beside = target.with_name(target.name + ".part")
    try:
        chosen_format.write(choice, beside)
        beside.replace(target)
        return len(choice)
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {str(error).splitlines()[0]}; name another file") from error
    finally:
        beside.unlink(missing_ok=True)
        choice.close()
