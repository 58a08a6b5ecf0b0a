"""Copies as newspapers make them of a wire story: what is done to a text, each by its name."""

import re
import textwrap
from collections.abc import Callable

_APPEAL = "Sign up for our newsletter and never miss a story."
_RIGHTS = "Copyright The Example Courier. All rights reserved. This material may not be republished without permission."


def paragraphs(text: str) -> list[str]:
    """Without the line breaks inside them; an indent or a blank line begins one."""
    return [" ".join(p.split()) for p in re.split(r"\n\s*\n|\n(?=[ \t]+\S)", text) if p.strip()]


def another_headline(text: str) -> str:
    """Another headline and a byline above."""
    return f"What the world talks about today\nBy Jane Example\n\n{text}"


def edited_lead(text: str) -> str:
    """The first paragraph told in other words: cut short, and begun in another way."""
    first, *rest = paragraphs(text)
    words = first.split()
    return "\n\n".join(["In news of the hour, " + " ".join(words[: len(words) * 2 // 3]) + ".", *rest])


def with_boilerplate(text: str) -> str:
    """An appeal between the paragraphs, and a notice at the end."""
    first, *rest = paragraphs(text)
    return "\n\n".join([first, _APPEAL, *rest, _RIGHTS])


def cut_tail(text: str) -> str:
    """The first third of the sentences and one more."""
    sentences = re.split(r"(?<=[.!?])\s+", " ".join(paragraphs(text)))
    return " ".join(sentences[: len(sentences) // 3 + 1])


def wrapped(text: str) -> str:
    """Lines of 60 characters."""
    return "\n\n".join(textwrap.fill(p, 60) for p in paragraphs(text))


def respelt(text: str) -> str:
    """Spelling and quotation marks of another house."""
    text = re.sub(r"(\w{3})is(e|ed|ing|ation)\b", r"\1iz\2", text)
    return text.replace("per cent", "percent").replace('"', "“").replace("our ", "or ")


def moved(text: str) -> str:
    """The last paragraph stands first."""
    *rest, last = paragraphs(text)
    return "\n\n".join([last, *rest])


def everything(text: str) -> str:
    """A copy of an edited, respelt, longer copy."""
    return another_headline(wrapped(with_boilerplate(respelt(edited_lead(text)))))


EDITS: tuple[Callable[[str], str], ...] = (
    another_headline,
    edited_lead,
    with_boilerplate,
    cut_tail,
    wrapped,
    respelt,
    moved,
    everything,
)
