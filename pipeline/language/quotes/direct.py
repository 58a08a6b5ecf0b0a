"""Words in quotation marks: what stands in them before or after a verb, and how far what somebody says runs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import cast

from spacy.tokens import Doc, Span, Token

from pipeline.language.events.grammar import SUBJECTS
from pipeline.language.quotes.found import Extent, Found
from pipeline.language.quotes.marks import Quotation

_GAP = re.compile(r"[ \xa0,;.–—-]*")
_OPENED = re.compile(r"(?:[^\n“”\"]{0,90}[:,])?\s*")  # between a verb and the quotation that it opens
_BREAK = re.compile(r"[^\S\n]*\n\s*")

Chars = tuple[int, int]


class Claims:
    """The contents of all attributions of an article that may run on through quotations, as the parse has them."""

    def __init__(self, spans: Iterable[Chars]) -> None:
        self.spans = sorted(set(spans))
        self.longest = max((end - start for start, end in self.spans), default=0)

    def by_others(self, quotation: Quotation, own: Chars) -> bool:
        """Does the content of another attribution share a character with the quotation?"""
        first = bisect_left(self.spans, (quotation.start - self.longest, 0))
        near = self.spans[first : bisect_left(self.spans, (quotation.end, 0))]
        return any(end > quotation.start and (start, end) != own for start, end in near)


class Direct:
    """The quotations of one article. Offsets are of characters, ends exclusive."""

    def __init__(self, doc: Doc, text: str, quotations: Sequence[Quotation]) -> None:
        self.doc = doc
        self.text = text
        self.quotations = quotations
        self.starts = [q.start for q in quotations]

    def at(self, place: int) -> Quotation | None:
        """The quotation that holds the offset."""
        number = bisect_right(self.starts, place) - 1
        found = self.quotations[number] if number >= 0 else None
        return found if found is not None and place < found.end else None

    def holds(self, found: Found) -> bool:
        """Is the word of reporting quoted itself? Not so in "“We will win, he said." with no closing mark."""
        quotation = self.at(found.head.idx)
        if quotation is None:
            return False
        return quotation.closed or not (found.direct and found.content.end <= found.cue.start)

    def over(self, span: Chars) -> list[Quotation]:
        """The quotations that share a character with the span."""
        first = bisect_right(self.starts, span[0]) - 1
        near = self.quotations[max(first, 0) : bisect_right(self.starts, span[1] - 1)]
        return [q for q in near if q.start < span[1] and span[0] < q.end]

    def after(self, place: int) -> Quotation | None:
        """The first quotation that starts at the offset or behind it."""
        number = bisect_right(self.starts, place - 1)
        return self.quotations[number] if number < len(self.quotations) else None

    def chars(self, tokens: Extent) -> Chars:
        """The offsets of tokens."""
        last = self.doc[tokens.end - 1]
        return self.doc[tokens.start].idx, last.idx + len(last)

    def before_speaker(self, verb: Token) -> Quotation | None:
        """ "“…,” he said": the quotation that ends right before the verb or its subject."""
        begins = [verb.idx, *(c.left_edge.idx for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i)]
        for place in sorted(begins):
            number = bisect_right(self.starts, place) - 1
            last = self.quotations[number] if number >= 0 else None
            if last is not None and last.end <= place and _GAP.fullmatch(self.text, last.end, place):
                return last
        return None

    def after_speaker(self, verb: Token) -> Quotation | None:
        """ "he said: “…”": the quotation that the verb opens, behind a comma or colon, also in the next paragraph."""
        end = verb.idx + len(verb)
        first = self.after(end)
        return first if first is not None and _OPENED.fullmatch(self.text, end, first.start) else None

    def paragraph_after(self, token: int) -> Extent | None:
        """The tokens of the next paragraph, if a paragraph ends at the token."""
        end = self.doc[token].idx + len(self.doc[token])
        gap = _BREAK.match(self.text, end)
        if gap is None or gap.end() == len(self.text):
            return None
        stop = self.text.find("\n", gap.end())
        inside = self.doc.char_span(gap.end(), stop if stop >= 0 else len(self.text), alignment_mode="contract")
        return Extent(inside.start, inside.end) if inside is not None else None

    def whole(self, found: Found, claims: Claims) -> Chars:
        """The content of what was found, with the quotations that it runs on in, unless others claim those."""
        cue, parsed = self.chars(found.cue), self.chars(found.content)
        before = self.before_speaker(found.head) if found.direct else None
        if before is None or claims.by_others(before, parsed) or not self._said_first(before, parsed):
            span = parsed
        else:
            span = (min(parsed[0], before.start), before.end)
        own = [q for q in self.over(span) if not q.start <= cue[0] < q.end]
        opened = self.at(cue[0])
        if opened is not None:
            return min(opened.start, span[0]), span[1]
        if own:
            span = min(span[0], own[0].start), max(span[1], own[-1].end)
        return self._onwards(cue, span, parsed, claims) if found.direct and own else span

    def _said_first(self, before: Quotation, parsed: Chars) -> bool:
        """Is a quotation before the speaker what he says? Not so "on “This Week,” he said that"."""
        opens = self.token(before.start).i
        return parsed[0] < before.end or any(t.is_sent_start for t in self.doc[opens : opens + 2])

    def _onwards(self, cue: Chars, span: Chars, parsed: Chars, claims: Claims) -> Chars:
        """Quotations that follow with no other speaker, in this paragraph and where whole paragraphs are quoted."""
        place = max(span[1], cue[1])
        while (more := self.after(place)) is not None and not claims.by_others(more, parsed):
            joined = place == cue[1] and (more.start < parsed[1] or self._ends_sentence(cue, more))
            if not joined and not self._continues(place, more):
                break
            span, place = (span[0], more.end), more.end
        return span

    def _ends_sentence(self, cue: Chars, more: Quotation) -> bool:
        """Does a quotation begin behind the speaker's sentence, or behind a comma in it?"""
        said, opens = self.token(cue[0]), self.token(more.start)
        between = self.text[cue[1] : more.start]
        if said.sent.end > opens.i + 1:
            return between.endswith(", ")
        return said.sent.end in (opens.i, opens.i + 1) and "\n" not in between

    def kind(self, span: Chars) -> str:
        """direct if it begins and ends in quotation marks, mixed if some of it is quoted, else indirect."""
        own = self.over(span)
        if not own:
            return "indirect"
        return "direct" if own[0].start <= span[0] and span[1] <= own[-1].end else "mixed"

    def token(self, place: int) -> Token:
        """The token at an offset."""
        return self.tokens(place, place + 1)[0]

    def tokens(self, start: int, end: int) -> Span:
        """The tokens that the characters touch."""
        return cast(Span, self.doc.char_span(start, end, alignment_mode="expand"))

    def _continues(self, place: int, more: Quotation) -> bool:
        """Does a quotation follow at once, or fill the next paragraph?"""
        between = self.text[place : more.start]
        if between.strip():
            return False
        return "\n" not in between or self._fills_paragraph(more)

    def _fills_paragraph(self, quotation: Quotation) -> bool:
        line = self.text.find("\n", quotation.end)
        return not self.text[quotation.end : line if line >= 0 else None].strip()
