"""Whether a word is another one with a slip of the pen in it."""

from __future__ import annotations

_SLIPS = {"permanentlink": "permalink", "discription": "description", "exerpt": "excerpt", "categorys": "categories"}
_WORDS = frozenset(
    {"built", "craft", "daft", "data", "except", "expert", "imaged", "longtitle", "publisher", "tile", "titled"}
)
"""Words of their own, one letter from a common key."""


def is_typo(word: str, meant: str, *, case_counts: bool = True) -> bool:
    """Whether `word` is `meant` with one slip: a letter missing, added, wrong or swapped with the next.

    Long words may have two. Plurals are words of their own, and so are short words with another letter.

    >>> is_typo("desciption", "description"), is_typo("tilte", "title"), is_typo("image", "images")
    (True, True, False)
    """
    if _SLIPS.get(word.lower()) == meant:
        return True
    if word.lower() == meant.lower():
        return case_counts and len(word) > 3
    word, plain = word.lower().replace("-", "_"), meant.lower().replace("-", "_")
    if word == plain:
        return True
    if len(word) < 4 or word in _WORDS or _singular(word) == _singular(plain) or abs(len(word) - len(plain)) > 2:
        return False
    if sorted(word) == sorted(plain):  # swapped letters
        return distance(word, plain) <= (2 if len(plain) >= 8 else 1)
    if word[0] != plain[0] or len(plain) < 5:
        return False
    return distance(word, plain) <= (2 if len(plain) >= 9 else 1)


def _singular(word: str) -> str:
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


def distance(one: str, other: str) -> int:
    """How many letters to add, drop, change or swap with the next to make one of the other.

    >>> distance("tilte", "title"), distance("categorys", "categories")
    (1, 2)
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]
