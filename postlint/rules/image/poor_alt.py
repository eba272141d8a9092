"""Poor alternative text.

A screen reader reads out the name of a file, the word "image", or a long paragraph that cannot be skimmed, instead of
what the image shows. Quarto prints the text as a caption, which may be long.

~~~markdown bad 1 3
![IMG_4032.jpg](img/IMG_4032.jpg)

![image](img/cup.png)
~~~

~~~markdown good
![A cup of coffee on a laptop](img/IMG_4032.jpg)

![](img/ornament.png)
~~~
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postlint.core.messages import quoted
from postlint.core.rule import STRICT, WARNING, Finding, Post, post_rule

_GENERIC = re.compile(
    r"(?:an? |the |my |alt(?:ernat\w+)? )?(?:image|img|picture|pic|photo|photograph|graphic|figure|fig|screen ?shot|alt"
    r"|text|placeholder|untitled|description|here|thumbnail)\W*\d*\W*",
    re.IGNORECASE,
)
_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)", re.IGNORECASE)
_LIKE_FILE_NAME = re.compile(r"[_\d-]")


@dataclass(frozen=True, slots=True)
class Options:
    max_length: int = 250
    """The maximum number of characters; 0: no maximum."""


@post_rule(preset=STRICT, severity=WARNING)
def check(post: Post, options: Options) -> Iterator[Finding]:
    limit = 0 if post.generator.markdown.alt_is_caption else options.max_length
    for image in post.images:
        alt = (image.alt or "").strip()
        if not alt or post.masked(image.span):
            continue
        if limit and len(alt) > limit:
            yield Finding(f"alternative text of {len(alt)} characters, expected at most {limit}", image.span)
        elif _GENERIC.fullmatch(alt):
            yield Finding(f"generic alternative text {quoted(alt)}, expected what the image shows", image.span)
        elif _FILE.fullmatch(alt) or (_LIKE_FILE_NAME.search(alt) and alt == _stem(image.target)):
            yield Finding(f"file name {quoted(alt)} as alternative text, expected what the image shows", image.span)


def _stem(target: str) -> str:
    name = re.split(r"[?#]", target)[0].rstrip("/").rpartition("/")[2]
    return name.rpartition(".")[0] or name
