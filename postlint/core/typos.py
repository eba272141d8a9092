"""Whether one word is a typo of another."""

from __future__ import annotations

_COMMON_TYPOS = {
    "permanentlink": "permalink",
    "discription": "description",
    "exerpt": "excerpt",
    "categorys": "categories",
}
_WORDS = frozenset(
    {"built", "craft", "daft", "data", "except", "expert", "imaged", "longtitle", "publisher", "tile", "titled"}
)
"""Words that are spelled correctly, although they differ from a common key by one letter."""
_LONG_WORD = 9
"""Letters. A longer word may have two typos, with swapped letters one letter earlier."""


def is_typo(word: str, correct: str, *, case_counts: bool = True) -> bool:
    """Whether `word` is `correct` with a letter missing, added, wrong or swapped with the next; twice in long words.

    Plurals, and short words with another letter, are different words. With `case_counts`, another case is a typo.

    >>> is_typo("desciption", "description"), is_typo("tilte", "title"), is_typo("image", "images")
    (True, True, False)
    """
    if _COMMON_TYPOS.get(word.lower()) == correct:
        return True
    if word.lower() == correct.lower():
        return case_counts and len(word) > 3
    word, other = word.lower().replace("-", "_"), correct.lower().replace("-", "_")
    if word == other:
        return True
    if len(word) < 4 or word in _WORDS or _singular(word) == _singular(other) or abs(len(word) - len(other)) > 2:
        return False
    if sorted(word) == sorted(other):  # swapped letters
        return distance(word, other) <= (2 if len(other) >= _LONG_WORD - 1 else 1)
    if word[0] != other[0] or len(other) < 5:
        return False
    return distance(word, other) <= (2 if len(other) >= _LONG_WORD else 1)


def _singular(word: str) -> str:
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


def distance(word: str, other: str) -> int:
    """The number of letters to add, remove, replace or swap with the next that make one word of the other.

    >>> distance("tilte", "title"), distance("categorys", "categories")
    (1, 2)
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, other_letter in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other_letter))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == other_letter:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]
