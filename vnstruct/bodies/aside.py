"""Who belongs to a set, in the parenthesis behind it: *các cơ quan báo chí (Báo Sơn La, Đài Phát thanh tỉnh)*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnstruct.bodies.model import BodyMention
from vnstruct.bodies.page import Page, spaced

_OPENED: Final = spaced(r"(?: )?\((?:gồm|bao gồm|trong đó có|như|là|nhất là)?(?: có)?:?(?: )?")
_JOINT: Final = spaced(r"(?: )?(?:[,;]|và|, và)(?: )?(?:các )?")
_SHARED: Final = frozenset({"recipient", "coordinating"})
"""Roles that the bodies in the parenthesis have from the set."""


def take_members(mentions: list[BodyMention], page: Page) -> None:
    """Name the members of sets that a parenthesis lists; what is told to the set is told to them."""
    for index, group in enumerate(mentions):
        if not group.group:
            continue
        named = list(_named(mentions, index, page.low))
        if named:
            group.members = [mention.name for mention in named]
        for mention in named:
            if mention.role == "mentioned" and group.role in _SHARED:
                mention.role = group.role


def _named(mentions: list[BodyMention], index: int, low: str) -> Iterator[BodyMention]:
    """The mentions from the opening parenthesis behind a set on, as long as only commas stand between them."""
    joint = _OPENED.match(low, mentions[index].end)
    for mention in mentions[index + 1 :]:
        if joint is None or joint.end() != mention.start:
            return
        yield mention
        joint = _JOINT.match(low, mention.end)
