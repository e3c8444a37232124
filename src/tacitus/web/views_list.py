"""Every page of the reading room, in the order of its description."""

from __future__ import annotations

from tacitus.web import dossier, entries, events, overview, report
from tacitus.web.views import View

VIEWS: tuple[View, ...] = (overview.VIEW, events.VIEW, overview.PAIRS_VIEW, dossier.VIEW, report.VIEW, entries.VIEW)
