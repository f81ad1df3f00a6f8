"""Texts as runs of words, so that shared and trimmed wording is found in one pass.

Each word is a number; a run of words has a polynomial hash modulo 2^64 (Karp and Rabin, 1987),
so two runs anywhere are compared at once whatever their length. Case and punctuation do not
count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from loaders.preference import Numbers

Hashes = npt.NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2^64
_INVERSE = pow(_BASE, -1, 1 << 64)


@dataclass(frozen=True)
class Wording:
    """The words of all texts one after the other; text i is words[first[i]:after[i]]."""

    words: Hashes
    first: Numbers
    after: Numbers

    @property
    def lengths(self) -> Numbers:
        """How many words each text has."""
        return self.after - self.first

    @cached_property
    def _sums(self) -> Hashes:
        sums = np.zeros(len(self.words) + 1, dtype=np.uint64)
        np.cumsum(self.words * self._powers[0][: len(self.words)], out=sums[1:])
        return sums

    @cached_property
    def _powers(self) -> tuple[Hashes, Hashes]:
        return _powers(_BASE, len(self.words) + 1), _powers(_INVERSE, len(self.words) + 1)

    def hashes(self, start: Numbers, length: Numbers | int) -> Hashes:
        """Hash runs of words, wherever they stand: equal runs have equal hashes."""
        run = self._sums[start + length] - self._sums[start]
        return np.asarray(run * self._powers[1][start], dtype=np.uint64)

    def runs(self, length: int) -> tuple[Numbers, Numbers]:
        """Every run of so many words inside one text: where it starts, and in which text."""
        counts = np.maximum(self.lengths - length + 1, 0)
        text = np.repeat(np.arange(len(counts)), counts)
        within = np.arange(len(text)) - np.repeat(np.cumsum(counts) - counts, counts)
        return self.first[text] + within, text


def _powers(base: int, count: int) -> Hashes:
    factors = np.full(count, base, dtype=np.uint64)
    factors[0] = 1
    return np.asarray(np.cumprod(factors, dtype=np.uint64), dtype=np.uint64)


def read_wording(texts: Iterable[str]) -> Wording:
    """Split texts into words: letters and digits, case folded."""
    plain = pc.utf8_lower(pa.array(texts, type=pa.large_string()))
    plain = pc.utf8_trim(pc.replace_substring_regex(plain, r"[^\pL\pN]+", " "), " ")
    lists = pc.split_pattern(plain, " ")
    if isinstance(lists, pa.ChunkedArray):
        lists = lists.combine_chunks()
    offsets = lists.offsets.to_numpy().astype(np.int64)
    encoded = lists.flatten().dictionary_encode()
    codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.uint64)
    empty = pc.equal(plain, "").to_numpy(zero_copy_only=False)
    first, after = offsets[:-1] - offsets[0], offsets[1:] - offsets[0]
    # Spread the codes: neighbours in the dictionary must not give neighbouring hashes.
    spread = (codes + np.uint64(1)) * np.uint64(0xD6E8FEB86659FD93)
    return Wording(spread ^ (spread >> np.uint64(32)), first, np.where(empty, first, after))
