"""Source text, its normalised view, lines and tokens: everything that later stages read."""

from vnstruct.text.lines import Line, split_lines
from vnstruct.text.normal import View, lowered, normal_form, view_of
from vnstruct.text.trie import trie_pattern

__all__ = ["Line", "View", "lowered", "normal_form", "split_lines", "trie_pattern", "view_of"]
