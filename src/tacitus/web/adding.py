"""Pages where reports are added and watched while they are coded."""

from __future__ import annotations

from datetime import date
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tacitus.errors import InputError
from tacitus.web.desk import MOST_FILES, lay_files, lay_text
from tacitus.web.jobs import Job
from tacitus.web.reviewing import check_secret
from tacitus.web.room import Room
from tacitus.web.views import Answer, NotHere, Told, View, answer


def add(room: Room, given: Told) -> Answer:
    """The form, and what was added since the room was opened."""
    jobs = [job.told() for job in reversed(list(room.jobs.values()))]
    return answer("Add reports", {"jobs": jobs, "writable": room.writable}, [_flat(job) for job in jobs])


def job_page(room: Room, given: Told) -> Answer:
    """How far a run is."""
    told = _job(room, given["id"]).told()
    chosen = {"ids": told["articles"][:200]}
    query = "SELECT id, title, publisher, published, left(text, 100) AS begins FROM articles" \
            " WHERE id IN (SELECT unnest($ids)) ORDER BY published DESC NULLS LAST, id"  # fmt: skip
    reports = room.rows(query, chosen) if chosen["ids"] else []
    return answer(told["name"], {**told, "reports": reports}, reports)


def routes(room: Room, form_secret: str) -> list[Route]:
    """Where reports are sent to, and where a run is stopped."""

    async def lay(request: Request) -> Response:
        async with request.form(max_files=MOST_FILES, max_fields=20) as form:
            check_secret(_texts(form), form_secret)
            files = [(one.filename or "file", await one.read()) for one in form.getlist("files")
                     if isinstance(one, UploadFile) and one.size]  # fmt: skip
            job = await run_in_threadpool(partial(_laid, room, _texts(form), files))
        return RedirectResponse(f"/add/{job.id}", 303)

    async def stop(request: Request) -> Response:
        check_secret(_texts(await request.form()), form_secret)
        job = _job(room, request.path_params["id"])
        job.stop.set()
        return RedirectResponse(f"/add/{job.id}", 303)

    return [Route("/add", lay, methods=["POST"]), Route("/add/{id}/stop", stop, methods=["POST"])]


def _laid(room: Room, given: dict[str, str], files: list[tuple[str, bytes]]) -> Job:
    day = given.get("published", "").strip()
    try:
        published = date.fromisoformat(day) if day else None
    except ValueError as error:
        raise InputError(f"published={day}: not a day; write it as 2024-01-31") from error
    if files:
        return lay_files(room, files, published)
    kept = {name: given.get(name, "") for name in ("title", "publisher")}
    return lay_text(room, given.get("text", "").replace("\r\n", "\n"), kept, published)


def _texts(form: FormData) -> dict[str, str]:
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _job(room: Room, job: str) -> Job:
    if job not in room.jobs:
        raise NotHere("There is no such run; the room may have been opened anew since.")
    return room.jobs[job]


def _flat(job: Told) -> Told:
    return {"id": job["id"], "name": job["name"], "state": job["state"], "read": job["read"],
            "articles": len(job["articles"]), "failures": len(job["failures"])}  # fmt: skip


VIEW = View("/add", "add.html", "Reports that were added, and the form to add more", (), add, kept=False)
JOB_VIEW = View("/add/{id}", "job.html", "How far the coding of added reports is", (), job_page, kept=False)
