"""Which law a name means: laws of one name follow each other, and the date of the citing document decides."""

from __future__ import annotations

from vnstruct.knowledge import Law


def version_of(
    laws: tuple[Law, ...], *, year: str = "", date: str | None = None, cited_on: str | None = None
) -> Law | None:
    """The generation of a law that is meant.

    ``date`` and ``year`` are printed with the name; ``cited_on`` is the date of the citing document. A printed date or
    year decides, and when no generation has it the law is unknown (None). Without one it is the version in force on
    that date, or the last one adopted before it; without any date the newest.
    """
    if date:
        return next((law for law in laws if law.date == date), None) or _of_year(laws, date[:4])
    if year:
        return _of_year(laws, year)
    known = [law for law in laws if law.date or law.effective_from]
    if not cited_on:
        return max(known, key=lambda law: law.date or law.effective_from, default=laws[-1] if laws else None)
    begun = [law for law in known if _since(law) <= cited_on]
    in_force = [law for law in begun if not law.effective_to or cited_on <= law.effective_to]
    adopted = [law for law in known if (law.date or law.effective_from) <= cited_on]
    return max(in_force or adopted, key=_since, default=None)


def _since(law: Law) -> str:
    return law.effective_from or law.date


def _of_year(laws: tuple[Law, ...], year: str) -> Law | None:
    """The law adopted in a year, or whose number carries it."""
    return next((law for law in reversed(laws) if law.date[:4] == year or f"/{year}/" in law.number), None)
