"""Every page of the reading room, in the order of its description."""

from __future__ import annotations

from tacitus.web import adding, dossier, entries, events, overview, report, reviewing, stories, world
from tacitus.web.views import View

VIEWS: tuple[View, ...] = (
    overview.VIEW,
    events.VIEW,
    report.VIEW,
    overview.PAIRS_VIEW,
    dossier.VIEW,
    world.VIEW,
    world.NETWORK_VIEW,
    stories.VIEW,
    stories.STORY_VIEW,
    entries.VIEW,
    reviewing.VIEW,
    adding.VIEW,
    adding.JOB_VIEW,
)
