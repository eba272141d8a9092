"""An image's alternative text does not say what it shows.

Who cannot see the image hears its file's name, the word "image", or a whole paragraph, which cannot be skimmed.
Quarto shows the text as a caption, which may be long.

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
_CODED = re.compile(r"[_\d-]")


@dataclass(frozen=True, slots=True)
class Options:
    max_length: int = 250
    """How many characters it may have; 0: any number."""


@post_rule(preset=STRICT, severity=WARNING)
def check(post: Post, options: Options) -> Iterator[Finding]:
    limit = 0 if post.generator.templates == "quarto" else options.max_length
    for image in post.images:
        alt = (image.alt or "").strip()
        if not alt or post.masked(image.span):
            continue
        if limit and len(alt) > limit:
            length = f"{len(alt)} characters"
            yield Finding(f"alternative text of {length}, expected at most {limit}", image.span)
        elif _GENERIC.fullmatch(alt):
            yield Finding(f"alternative text {quoted(alt)} says nothing, expected what the image shows", image.span)
        elif _FILE.fullmatch(alt) or (_CODED.search(alt) and alt == _stem(image.target)):
            yield Finding(f"alternative text {quoted(alt)} is a file's name, expected what the image shows", image.span)


def _stem(target: str) -> str:
    name = re.split(r"[?#]", target)[0].rstrip("/").rpartition("/")[2]
    return name.rpartition(".")[0] or name
