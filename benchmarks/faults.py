"""The faults that `benchmarks.plant` plants. `«` ends each line of which at least one must be reported."""

from __future__ import annotations

BLOCKS: dict[str, tuple[str, ...]] = {
    "blockquote/extra-space": ("> Planted text.\n>  More of it.«", ">  Planted text.«"),
    "blockquote/split": ("> Planted text.\n«\n> Another one.",),
    "code/dollar-without-output": ("```shell\n$ git add planted«\n$ git commit\n```", "~~~bash\n$ make planted«\n~~~"),
    "code/html-entity": (
        "```python\nif a &lt; b:«\n    print(a)\n```", "```go\nif a &amp;&amp; b {«\n}\n```",
        "~~~js\nfor (let i = 0; i &lt; n; i++) {}«\n~~~",
    ),
    "code/json-syntax-error": (
        '```json\n{\n  "a": 1«\n  "b": 2«\n}\n```', '```json\n{\n  "a": [1, 2},«\n  "b": 3\n}\n```',
        '```json\n[\n  {"a": 1}«\n  {"b": 2}«\n]\n```',
    ),
    "code/missing-language": ("```«\nplanted\n```", "~~~«\nx = planted\n~~~"),
    "code/inconsistent-block-style": ("```text«\nplanted\n```\n\nPlanted text.\n\n    planted = 2«",),
    "code/inconsistent-fence-style": ("```text«\nplanted\n```\n\n~~~text«\nplanted\n~~~",),
    "code/no-blank-line-around-fence": ("Planted:\n```text«\nplanted\n```", "```text\nplanted\n```«\nPlanted text."),
    "code/python-syntax-error": (
        "```python\nimport os\n\ndef planted(path:«\n    return os.listdir(path)\n```",
        "```python\nfor name in names«\n    print(name)\n```", "```py\nprint('planted)«\nx = 1\n```",
        "```python\nx = [1, 2«\ny = 3\nprint(x, y)\n```", "```python\ndef planted():«\nreturn 1«\n```",
        ">>> def planted(x)«\n...     return x\n>>> planted(1)\n1".join(("```python\n", "\n```")),
        "```python\nx = 1\nif x = 2:«\n    print(x)\n```",
        "```python\ntry:\n    planted()\nexept ValueError:«\n    pass\n```",
    ),
    "code/space-inside-span": ("Run `planted ` now.«", "Run ` planted` now.«"),
    "code/toml-syntax-error": (
        '```toml\n[a]\nb = "planted«\nc = 2\n```', "```toml\n[planted]\na = some text«\n```",
        "```toml\n[planted«\na = 1\n```",
    ),
    "code/unclosed-fence": ("```text«\nplanted", "~~~python«\nplanted = 1"),
    "code/unknown-language": ("```pyhton«\nx = 1\n```", "~~~javascirpt«\nx = 1\n~~~", "```yamll«\nx: 1\n```"),
    "code/wrong-language": (
        "```python«\n$ pip install planted\n$ planted --help\n```", "```python«\npip install planted\n```",
        '```python«\nTraceback (most recent call last):\n  File "a.py", line 1, in <module>\nValueError: planted\n```',
        "```py«\nprint 'planted'\nprint 'text'\n```",
    ),
    "code/yaml-syntax-error": (
        "```yaml\nsteps:\n  - name: 'planted«\n    run: make\nafter: x\n```",
        "```yaml\ntitle: Planted\nauthor: @ada«\n```",
        "```yml\na: one: two«\n```", "```yaml\na:\n  b: 1\n\tc: 2«\n```", "```yaml\na: 1\n  b: 2«\n```",
    ),
    "emphasis/inconsistent-marker": ("Planted *one* and _two_.«",),
    "emphasis/inconsistent-strong-marker": ("Planted **one** and __two__.«",),
    "emphasis/space-inside": ("It is ** planted ** text.«", "It is __ planted __ text.«", "It is **planted ** text.«"),
    "footnote/empty": ("A claim.[^plantedempty]\n\n[^plantedempty]:«",),
    "footnote/undefined": ("A claim.[^planted]«", "Two claims[^planted-two] here.«"),
    "footnote/unused": ("[^plantednote]: Not referenced.«",),
    "heading/duplicate": ("## The very same\n\nText.\n\n## The very same«", "## Planted\n\nText.\n\n### Planted«"),
    "heading/emphasis-as-heading": ("**Planted heading**«", "_Planted heading_«"),
    "heading/empty": ("##«", "### ###«"),
    "heading/extra-space-after-hash": ("##  Planted heading«", "###   Planted heading«"),
    "heading/extra-space-inside-closed": ("##  Planted heading ##«", "## Planted heading   ##«"),
    "heading/indented": ("  ## Planted heading«", " ### Planted heading«"),
    "heading/inconsistent-style": (
        "## Planted one«\n\nText.\n\nPlanted two«\n-----------«",
        "## Planted«\n\nText.\n\n## Two ##«",
    ),
    "heading/no-blank-line-around": (
        "Planted text.\n## Planted heading«\n\nMore.",
        "## Planted heading«\nPlanted text.",
    ),
    "heading/no-space-after-hash": ("##Planted heading«", "###Planted heading«", "#Planted heading in words«"),
    "heading/no-space-inside-closed": ("## Planted heading##«", "### Planted heading###«"),
    "heading/multiple-h1": ("# Planted one«\n\nText.\n\n# Planted two«",),
    "heading/skipped-level": ("## One level\n\n##### Four down«", "# Planted\n\n### Two down«"),
    "heading/trailing-punctuation": ("## Planted heading.«", "### Planted heading:«", "## Planted, heading,«"),
    "html/unclosed": (
        "<details>«\n<summary>Planted</summary>\n\nText.\n\n## Planted heading",
        "<table>«\n<tr><td>Planted</td></tr>\n\n## Planted heading",
    ),
    "image/missing-alt": (
        "![](https://example.org/planted.png)«", '<img src="https://example.org/planted.png">«',
        "![][planted-image]«\n\n[planted-image]: https://example.org/planted.png",
        "[![](https://example.org/planted.png)](https://example.org/)«",
    ),
    "image/poor-alt": (
        "![image](https://example.org/planted.png)«", "![IMG_4032.jpg](https://example.org/IMG_4032.jpg)«",
    ),
    "link/bare-url": ("It is at https://example.net/planted for all.«", "Write to planted@example.net for more.«"),
    "link/empty-target": ("See [the planted page]().«", "See [the planted page](<>).«", "See [the planted page](#).«"),
    "link/missing-fragment": ("See [the planted part](#no-such-planted-part).«",),
    "link/missing-scheme": (
        "See [the page](github.com/planted/page).«", "See [the page](https;//example.org/planted).«",
        "See [the page](www.example.org/planted).«",
    ),
    "link/reversed": ("See (the planted page)[https://example.org/planted].«", "Go (there)[/planted/page/] now.«"),
    "link/space-in-target": (
        "Read [the notes](files/planted notes.pdf).«", "![A cup of coffee](img/my planted cup.png)«",
    ),
    "link/space-inside-text": (
        "Read [ the planted manual](https://example.org).«",
        "Read [the text ](https://example.org).«",
    ),
    "link/undefined-reference": ("See [the planted page][no such planted label].«", "See ![a cup][no-planted-image].«"),
    "link/unused-definition": ("[plantedlabel]: https://example.org/planted«",),
    "link/vague-text": (
        "For more click [here](https://example.org/planted).«",
        "[Click here](https://example.org/x) now.«",
    ),
    "list/doubled-marker": ("- - planted«", "- one\n- - planted«\n- three", "* * planted«"),
    "list/marker-spacing": ("-   planted«\n-   two«", "- one\n-   planted«", "1.  one«\n2.  two«"),
    "list/inconsistent-marker": ("- planted«\n\nText.\n\n* planted«", "+ planted«\n\nText.\n\n- planted«"),
    "list/no-blank-line-around": ("Planted text:\n- one«\n- two", "- one\n- two«\n## Planted heading"),
    "list/inconsistent-indent": ("- one\n - two«\n- three", "1. one\n 2. two«\n3. three"),
    "list/wrong-indent": ("- one\n   - two«\n- three", "- one\n    - two«\n- three"),
    "list/wrong-number": ("1. one\n2. two\n2. three«", "1. one\n3. two«"),
    "suppression/unknown-rule": ("<!-- postlint-disable heading/duplicat -->«",),
    "suppression/unused": ("<!-- postlint-disable-next-line heading/empty -->«\n\nPlanted.",),
    "table/inconsistent-pipes": ("| a | b |\n| --- | --- |\n1 | 2«", "| a | b |\n| --- | --- |\n| 1 | 2«"),
    "table/no-blank-line-around": ("Planted:\n| a | b |«\n| --- | --- |\n| 1 | 2 |",),
    "table/wrong-cell-count": (
        "| a | b |\n| --- | --- |\n| 1 | 2 | 3 |«", "| a | b |\n| --- | --- |\n| 1 |«", "a | b\n--- | ---\n1 | 2 | 3«",
    ),
    "text/conflict-marker": (
        "<<<<<<< HEAD«\nours\n=======\ntheirs\n>>>>>>> planted", "ours\n\n<<<<<<< HEAD«\n\ntheirs",
    ),
    "text/invisible-character": (
        "##\xa0Planted heading«", "-\xa0planted item«", "Planted \x08 text.«", "Planted\u202etext.«",
        "```python\nx\xa0= 1«\n```", "[Planted](https://example.org/\u200bplanted)«",
    ),
    "text/placeholder": ("TODO: planted words«", "Lorem ipsum dolor sit amet.«", "FIXME: say what was planted«"),
    "thematic-break/inconsistent-style": ("---«\n\nPlanted text.\n\n***«", "* * *«\n\nPlanted text.\n\n---«"),
    "whitespace/hard-tab": ("Planted\ttext.«", "Planted text\n\twith a tab.«"),
    "whitespace/multiple-blank-lines": ("Planted text.\n\n\n«\nMore.", "Planted text.\n\n«\nMore."),
    "whitespace/trailing": ("Planted text. «\nMore of it.", "Planted text.   «\nMore of it."),
    "site/broken-link": (
        "See [the planted page](no-such-planted-page.md).«", "![Planted curve](no-such-planted-curve.png)«",
        "See [the page][plantedpage].«\n\n[plantedpage]: no-such-planted.md",
        '<img src="no-planted.png" alt="Planted">«',
    ),
}  # fmt: skip
"""For each rule, blocks that are faults anywhere in a post, with any generator."""

OF_GENERATORS: dict[tuple[str, str], tuple[str, ...]] = {
    ("code/fence-info-ignored", "jekyll"): (
        '```python title="planted.py"«\nprint(1)\n```', "```python linenos planted«\nprint(1)\n```",
    ),
    ("code/template-in-code", "jekyll"): (
        "```yaml\ntoken: ${{ secrets.PLANTED }}«\n```", "```html\n{% for one in planted %}«\n{% endfor %}\n```",
    ),
    ("code/template-in-code", "hugo"): ('```markdown\n{{< figure src="planted.png" >}}«\n```',),
    ("code/template-in-code", "zola"): ("```markdown\n{{ planted(id=1) }}«\n```",),
    ("list/not-a-list", "pelican"): ("Planted text:\n- one«\n- two", "Planted text:\n1. one«\n2. two"),
    ("list/not-a-list", "mkdocs"): ("Planted text:\n- one«\n- two", "Planted text\nof two lines:\n* one«\n* two"),
    ("list/wrong-indent", "mkdocs"): ("- one\n  - two«\n- three",),
    ("site/broken-link", "zola"): ("See [the page](@/no-such/planted.md).«",),
    ("template/unclosed", "jekyll"): ("{% highlight sh %}«\nmake planted", "{% if planted %}«\nText."),
    ("template/unclosed", "hugo"): ("{{< planted >}}\nA.\n{{< /planted >}}\n\n{{< planted >}}«\nB.",),
    ("template/unclosed", "zola"): ("{% planted() %}«\nText.",),
}  # fmt: skip
"""Blocks that are a fault with one generator."""

TOP = frozenset({
    "code/inconsistent-block-style", "heading/emphasis-as-heading", "heading/no-space-inside-closed",
    "heading/no-space-after-hash", "heading/skipped-level", "html/unclosed",
    "footnote/empty", "footnote/unused", "suppression/unknown-rule", "suppression/unused", "text/conflict-marker",
    "link/unused-definition", "template/unclosed", "list/not-a-list", "list/wrong-indent", "heading/multiple-h1",
    "list/no-blank-line-around",
    "whitespace/multiple-blank-lines", "blockquote/split",
})  # fmt: skip
"""Rules whose blocks may not be faults in a list item or block quote."""

NOT_FAULTS = {
    "heading/no-space-after-hash": frozenset({"mkdocs", "pelican"}),
    "link/space-in-target": frozenset({"jekyll", "mkdocs", "pelican"}),
    "text/invisible-character": frozenset({"mkdocs", "pelican"}),
    "list/wrong-indent": frozenset({"mkdocs", "pelican"}),
    "list/no-blank-line-around": frozenset({"mkdocs", "pelican"}),
}
"""Generators with which the blocks of a rule are not faults."""

UNCERTAIN = frozenset({"footnote/undefined", "link/missing-fragment", "link/undefined-reference"})
"""Rules whose faults templates or included files may resolve: planted in posts without template tags."""

CORRECT_KEYS = {"desciption": "description", "categoires": "categories", "permalnk": "permalink", "tags": "taxonomies"}
"""Keys that a post must not have in addition to these misspelled ones."""

MATTER: dict[tuple[str, str], tuple[str, ...]] = {
    # Rule, and front matter format or generator: lines for the end of the front matter (TOML: the beginning).
    ("front-matter/syntax-error", "yaml"): (
        "planted: one: two«",
        'planted: "open«\n',
        "planted: @one«",
        "planted: [a, b«",
        "planted: *one«",
    ),
    ("front-matter/syntax-error", "toml"): ("planted = one«", 'planted = "open«', "planted: 1«"),
    ("front-matter/duplicate-key", "yaml"): ("planted: 1\nplanted: 2«", "planted:\n  a: 1\n  a: 2«"),
    ("front-matter/duplicate-key", "toml"): ("planted = 1\nplanted = 2«",),
    ("front-matter/schema-violation", "jekyll"): ("permalink: [planted]«", "published: [planted]«"),
    ("front-matter/schema-violation", "hugo"): ("layout: [planted]«", "params: [planted]«"),
    ("front-matter/schema-violation", "zola"): ('weight = "heavy"«', "template = 3«"),
    ("front-matter/misspelled-key", "yaml"): ("desciption: Planted«",),
    ("front-matter/misspelled-key", "jekyll"): ("categoires: [planted]«", "permalnk: /planted/«"),
    ("front-matter/misspelled-key", "toml"): ('desciption = "Planted"«', 'tags = ["planted"]«'),
    ("front-matter/curly-quotes", "yaml"): ("subtitle: “Planted words”«",),
    ("front-matter/invalid-date", "yaml"): ("date: 2024-24-01«", "date: 2024-02-31«"),
    ("front-matter/invalid-date", "hugo"): ("date: 2024-03-01 10:00«",),
    ("front-matter/misread-value", "yaml"): ("subtitle: Planted tip #1 of 2«", "version: 1.10«"),
    ("front-matter/misread-value", "hugo"): ("draft: yes«", "tags: tea, planted«"),
}

_TITLE = "title: Planted post {n}\n"
_JEKYLL = "_posts/2024-01-20-planted-{n}.md"
_HUGO = "content/posts/2024-01-20-planted-{n}.md"


def _text(matter: str = "", above: str = "", opening: str = "---") -> str:
    """A post with paragraphs of the post that it is planted next to."""
    return f"{opening}\n{_TITLE}{matter}---\n\n{above}{{body}}"


FILES: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    # Rule, generator, and files of a site with their text.
    ("front-matter/missing", "zola", (("content/planted-{n}.md", "{body}«"),)),
    ("front-matter/missing", "hugo", (("content/planted-{n}.md", "- Planted.«\n\n{body}"),)),
    ("front-matter/unclosed", "jekyll", ((_JEKYLL, "---«\ntitle: Planted post\n\n{body}"),)),
    ("front-matter/unclosed", "hugo", ((_HUGO, '+++«\ntitle = "Planted"\n\n{body}'),)),
    ("front-matter/ignored", "jekyll", ((_JEKYLL, _text(opening="\n---«")),)),
    ("front-matter/ignored", "jekyll", ((_JEKYLL, '+++«\ntitle = "Planted"\n+++\n\n{body}'),)),
    ("post/draft-not-hidden", "jekyll", ((_JEKYLL, _text("draft: true«\n")),)),
    ("post/draft-not-hidden", "jekyll", ((_JEKYLL, _text('published: "false"«\n')),)),
    ("post/empty-body", "jekyll", ((_JEKYLL, f"---«\n{_TITLE}---\n"),)),
    ("post/empty-body", "hugo", ((_HUGO, f"---«\n{_TITLE}---\n"),)),
    ("post/filename-date-mismatch", "jekyll", ((_JEKYLL, _text("date: 2024-11-14«\n")),)),
    ("post/invalid-filename", "jekyll", (("_posts/planted-{n}.md", _text(opening="---«")),)),
    ("post/invalid-filename", "jekyll", (("_posts/2023-27-11-planted-{n}.md", _text(opening="---«")),)),
    ("post/missing-title", "hugo", (("content/posts/planted-{n}.md", "---«\ndate: 2024-01-20\n---\n\n{body}"),)),
    ("post/repeated-title", "jekyll", ((_JEKYLL, _text(above="# Planted post {n}«\n\n")),)),
    ("post/repeated-title", "hugo", ((_HUGO, _text(above="# Planted post {n}«\n\n")),)),
    ("post/title-mismatch", "jekyll", ((_JEKYLL, _text(above="# Something else«\n\n")),)),
    ("post/updated-before-date", "jekyll", ((_JEKYLL, _text("date: 2024-01-20\nupdated: 2023-03-05«\n")),)),
    ("post/updated-before-date", "hugo", ((_HUGO, _text("date: 2024-01-20\nlastmod: 2023-03-05«\n")),)),
    ("post/wrong-excerpt-separator", "hugo", ((_HUGO, _text(above="Planted.\n\n<!-- more -->«\n\n")),)),
    ("post/wrong-excerpt-separator", "zola", (
        ("content/planted-{n}.md", '+++\ntitle = "Planted"\n+++\n\n{body}\n<!--truncate-->«\n\n{body}'),
    )),
    ("site/duplicate-url", "zola", (
        ("content/planted-{n}.md", '+++\ntitle = "Planted"\n+++\n\n{body}'),
        ("content/the-planted-{n}.md", '+++\ntitle = "Planted"\nslug = "planted-{n}"«\n+++\n\n{body}'),
    )),
    ("site/missing-file", "hugo", (("content/planted-{n}/index.md", _text("images: [no-planted-cover.png]«\n")),)),
    ("whitespace/no-final-newline", "none", (("planted-{n}.md", "# Planted\n\n{body}\nPlanted end.«"),)),
    ("internal/unreadable", "none", (("planted-{n}.md", "# Planted \udcff«\n\n{body}"),)),
)  # fmt: skip
"""New posts: faults of file names, of the whole front matter, of several posts."""
