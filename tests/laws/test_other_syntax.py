"""Body syntax that is not Markdown's gives no finding under any rule; what is wrong in the Markdown around it does.

One post a syntax, each with a fault or two planted beside it or inside: `expected` names a rule, and the text of
the line that it must speak of.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

import pytest

from postlint.core.settings import Settings
from postlint.core.text import Source
from postlint.engine.check import check
from postlint.engine.plan import Active, Plan
from postlint.engine.registry import load
from postlint.generators import get_generator
from postlint.parse import read_post

REGISTRY = load()
ACTIVE = Plan(Settings(preset="all", ignore=("template/unknown-tag", "html/inline")), REGISTRY).everywhere()
"""All rules but the two for those who want fewer templates or elements than there are."""
RECOMMENDED = Plan(Settings(ignore=("front-matter", "post")), REGISTRY).everywhere()


class Sample(NamedTuple):
    """A post in some syntax, and what may be said of it."""

    name: str
    generator: str
    path: str
    text: str
    expected: tuple[tuple[str, str], ...] = ()
    """Rules, and the line each speaks of, as far as the line's first characters tell it."""


NO_ALT = ("image/missing-alt", "![](map.png)")
YAML = "---\ntitle: Coffee in the hills\ndate: 2024-03-05\n---\n\n"

SAMPLES = [
    Sample(
        "Liquid",
        "jekyll",
        "_posts/2024-03-05-coffee.md",
        YAML.replace("---\ntitle", "---\nlayout: post\ntitle")
        + """{% assign shop = site.data.shops | first %}
{% include map.html place="Huila" zoom=4 %}

The shop {{ shop.name | default: "here" }} opens at {{ shop.hours }} sharp, and
[its page]({{ site.baseurl }}{% post_url 2024-01-02-tea %}) says so.

{% for one in site.data.beans %}
- {{ one.name }}: **{{ one.price }}**
{% endfor %}

{% if shop.open %}
It is open.
{% else %}
It is closed.
{% endif %}

{%- comment -%}
# not a heading
(text)[reversed]
{%- endcomment -%}

{% highlight python linenos %}
print("hot")
{% endhighlight %}

{% raw %}
Write {{ page.title }} for the title.
{% endraw %}

![]({{site.baseurl}}/map.png)
""",
        (("image/missing-alt", "![]({{"),),
    ),
    Sample(
        "kramdown's attributes",
        "jekyll",
        "_posts/2024-03-05-coffee.md",
        YAML
        + """* TOC
{:toc}

## Beans
{: .no_toc #the-beans}

{:.lead}
They are green at first.

[Roasting](https://example.org/roast){:target="_blank"} is next, see
[above](#the-beans).

{:warn: .box .red title="Hot"}

Do not touch.
{: warn}

| bean | time |
| ---- | ---- |
| one  | 9    |
{: .wide}

{::comment}
nothing
{:/comment}

{::nomarkdown}
nothing
{:/nomarkdown}

*[SCA]: Specialty Coffee Association

$$
x_1 * y_2 = z_3
$$

Grind
: Fine or coarse, as the SCA says.

![](map.png)
{: .right}
""",
        (NO_ALT,),
    ),
    Sample(
        "Nunjucks",
        "hexo",
        "source/_posts/coffee.md",
        YAML
        + """{# a remark with (text)[reversed] #}

The page {{ page.title }} is {% if page.long %}long{% else %}short{% endif %}.

{% codeblock grind lang:python %}
grind("fine")
{% endcodeblock %}

{% asset_img map.png A map of the hills %}

{% blockquote Ada, Letters %}
It was hot.
{% endblockquote %}

{% post_link tea Tea in the valley %}

![](map.png)
""",
        (NO_ALT,),
    ),
    Sample(
        "Hugo's shortcodes",
        "hugo",
        "content/posts/coffee.md",
        YAML
        + """{{< figure src="map.png" title="The hills" >}}

{{% notice tip %}}
Grind it late.

![](map.png)
{{% /notice %}}

{{< tabs >}}
{{< tab "Filter" >}}
Pour slowly.
{{< /tab >}}
{{< /tabs >}}

{{< highlight go "linenos=table,hl_lines=1" >}}
func main() { brew() }
{{< /highlight >}}

See [tea]({{< ref "tea.md#leaves" >}}) or {{</* ref "x" */>}}.

{{< gallery
  dir="hills"
  columns="3"
>}}

> [!NOTE]
> It is hot.

A list with attributes:

- one
- two
{.compact}

```go {linenos=inline hl_lines=[1]}
func main() {}
```

Is it :coffee: time?
""",
        (NO_ALT,),
    ),
    Sample(
        "Zola's shortcodes",
        "zola",
        "content/blog/coffee.md",
        '+++\ntitle = "Coffee in the hills"\ndate = 2024-03-05\n+++\n\n'
        + """{{ youtube(id="abc", autoplay=true) }}

{% quote(author="Ada") %}
It was hot.
{% end %}

See [tea](@/blog/tea.md#leaves).

```rust,linenos,hl_lines=1
fn main() {}
```

<!-- more -->

![](map.png)
""",
        (NO_ALT,),
    ),
    Sample(
        "Quarto's divs and cells",
        "quarto",
        "posts/coffee.qmd",
        YAML
        + """::: {.callout-note}
## Beans

They are green.
:::

```{python}
#| label: fig-beans
#| echo: false
beans = 3
```

See @fig-beans and [@ada2020, p. 3]. It costs `{r} 1 + 1` euros.

{{< video https://example.org/v.mp4 >}}

$$
E = mc^2
$$ {#eq-energy}
""",
    ),
    Sample(
        "Pandoc's divs in Markdown",
        "quarto",
        "posts/coffee.md",
        YAML
        + """::: {.callout-note}

## Beans

They are [green]{.smallcaps} at first.

![](map.png)

:::

::: {layout-ncol=2}
![The hills](map.png){#fig-hills width=50%}

![The valley](valley.png){.lightbox}
:::

:::: {.columns}

::: {.column width="50%"}
Left.
:::

::::

```{.python filename="brew.py"}
brew()
```

```{=html}
<b>bold
```

| The lime in the coffee
|    was not mine

{{< pagebreak >}}

Term

:   What it means.

See [@ada2020; -@bob2021] and @fig-hills.[^1]

[^1]: It says so.
""",
        (NO_ALT,),
    ),
    Sample(
        "MyST",
        "myst",
        "posts/coffee.md",
        YAML
        + """(beans)=

## Beans

% a remark with (text)[reversed]

See {ref}`beans`, {doc}`tea` and {math}`x_1 * y_1`; it is {sub-ref}`today`.

```{note}
They are green.
```

:::{tip} Grind late
:class: dropdown

![](map.png)
:::

```{code-block} python
:linenos:

brew()
```

```{figure} map.png
:alt: A map
:name: fig-map

The hills
```

+++ {"part": "two"}

{{ shop }} opens late. $a_1 * b_1$ is the price, or

$$
a_2 * b_2
$$ (price)
""",
        (NO_ALT,),
    ),
    Sample(
        "MDX",
        "docusaurus",
        "blog/2024-03-05-coffee.mdx",
        YAML
        + """import Map from '@site/src/components/Map'
export const price = {low: 3, high: 5}

{/* a remark with (text)[reversed] */}

<Map place="Huila" zoom={4} style={{color: 'red'}} />

It costs {price.low} to {price.high} euros.

<Tabs>
  <TabItem value="a">

  Pour slowly.

  </TabItem>
</Tabs>

:::note[Title]

It is hot.

:::

```js title="brew.js" {1,3} showLineNumbers
brew()
```

## Beans {#the-beans}
""",
    ),
    Sample(
        "Docusaurus in Markdown",
        "docusaurus",
        "blog/2024-03-05-coffee.md",
        YAML
        + """:::note[Title]

It is hot.

![](map.png)

:::

:::tip

Grind late.

:::

## Beans {#the-beans}

See [the beans](#the-beans).

```js title="brew.js" {1,3} showLineNumbers
brew()
```

<!-- truncate -->
""",
        (NO_ALT,),
    ),
    Sample(
        "MkDocs Material",
        "mkdocs-material",
        "docs/coffee.md",
        "---\ntitle: Coffee in the hills\n---\n\n"
        + """[TOC]

!!! note "Beans"

    They are green.

    ![](map.png)

    - one
        - inner

??? tip

    Grind late.

    ```python
    grind()
    ```

=== "Filter"

    Pour slowly.

    ## How

=== "Press"

    1. Fill it.
    2. Press it.

/// details | More

It is ==hot==, ^^very^^ hot, press ++ctrl+c++.

///

--8<-- "shared/beans.md"

::: shop.beans
    options:
      show_source: false

:material-coffee: is a sign, :fontawesome-solid-mug-hot: too.

``` { .py .annotate title="brew.py" linenums="1" }
brew()  # (1)!
```

1. It is hot.

[Roast](https://example.org/roast){ .md-button target=_blank }

<div class="grid cards" markdown>

- :material-coffee: Beans

</div>

The SCA says so.

*[SCA]: Specialty Coffee Association
""",
        (NO_ALT,),
    ),
    Sample(
        "Pelican",
        "pelican",
        "content/coffee.md",
        "Title: Coffee in the hills\nDate: 2024-03-05\n\n"
        + """See [tea]({filename}tea.md), [the map]({static}/images/map.png) and
[all of it]({tag}coffee).

{% img right /images/map.png 300 A map %}

    :::python
    brew()

<!-- PELICAN_END_SUMMARY -->

![](map.png)
""",
        (NO_ALT,),
    ),
    Sample(
        "Nikola",
        "nikola",
        "posts/coffee.md",
        "<!--\n.. title: Coffee in the hills\n.. slug: coffee\n.. date: 2024-03-05\n-->\n\n"
        + """{{% thumbnail "/images/map.png" %}}{{% /thumbnail %}}

<!-- TEASER_END -->

See [tea](link://slug/tea).

![](map.png)
""",
        (NO_ALT,),
    ),
    Sample(
        "DEV",
        "forem",
        "posts/coffee.md",
        "---\ntitle: Coffee in the hills\npublished: true\ntags: coffee, hills\n---\n\n"
        + """{% embed https://example.org/v %}

{% katex %}
x_1*y_1* **z
(text)[reversed]
{% endkatex %}

![](map.png)
""",
        (NO_ALT,),
    ),
    Sample(
        "tags over several lines, and in odd places",
        "jekyll",
        "_posts/2024-03-05-coffee.md",
        YAML
        + """1. TOC
{:toc}

## {{ page.title }}

{% include figure.html
   src="/map.png"
   caption="**not** closed `code"
%}

- {% include one.html %}
- It is {{ site.hot }}
  {: .hot}

> {{ site.quote }}
{: .notice--info}

| bean | price |
| ---- | ----- |
| one  | {{ site.one }} |

[shop]({{ site.shop }}), [the _map_]({% link map.md %}), <{{ site.mail }}>

<details markdown="1">
<summary>More</summary>

![](map.png)

</details>

```html
<a href="x">x</a>
```
{: file="index.html" .nolineno}

{{ content }}

{% for post in site.posts %}
  {% if post.hot %}
  {{ post.title }}
  {% endif %}
{% endfor %}
""",
        (NO_ALT,),
    ),
    Sample(
        "Eleventy's templates",
        "eleventy",
        "posts/coffee.md",
        YAML
        + """{% set shop = "here" %}
{% macro card(name) %}
<p>{{ name }}</p>
{% endmacro %}

{% image "map.png", "A map of the hills" %}

{%- for one in collections.posts -%}
* [{{ one.data.title }}]({{ one.url | url }})
{%- endfor %}

![](map.png)
""",
        (NO_ALT,),
    ),
    Sample(
        "Astro's asides",
        "astro",
        "src/content/blog/coffee.md",
        YAML
        + """:::tip[Hot]
Grind late.
:::

```js title="brew.js" ins={2} del={3} "mark"
brew()
```

![](map.png)
""",
        (NO_ALT,),
    ),
    Sample(
        "MkDocs: macros, nested blocks, attributes",
        "mkdocs",
        "docs/coffee.md",
        "---\ntitle: Coffee in the hills\n---\n\n"
        + """{{ macro(1) }}

{% if extra.hot %}
It is hot.
{% endif %}

- Beans

    !!! warning inline end "Hot"

        Do not touch.

        === "One"

            ![](map.png)

Text { .lead }

## Beans { #the-beans .hot }

See [above](#the-beans), [Bean][shop.Bean] or `#!python brew()`.

--8<-- "one.md"

;--8<-- "two.md"

--8<--
three.md
--8<--

It is {++new++}, {--old--}, {~~a~>b~~}, {==marked==}{>>why<<}.

H~2~O and E=mc^2^, $a_1*b_1$ or \\(x_1*y_1\\).
""",
        (NO_ALT,),
    ),
    Sample(
        "wiki links, alerts, math, money and emoji",
        "none",
        "notes/coffee.md",
        """# Coffee

> [!WARNING]
> It is hot.

See [[Tea in the valley]], [[tea|the other drink]] and ![[map.png]].

It costs $3 or $5, and at most $7*2 or 9$*3.

Inline, $x_1 * y_1 * z$ is the price, and

$$
a_1 * b_1 _c_
(text)[reversed]
$$

Is it :coffee: time, :smile: or :+1:?

- [ ] Grind
- [x] Pour

![](map.png)
""",
        (NO_ALT,),
    ),
]


EACH = pytest.mark.parametrize("sample", [pytest.param(one, id=one.name) for one in SAMPLES])


def beside_the_planted(
    sample: Sample, path: str, generator: str, active: tuple[Active, ...]
) -> list[tuple[str, int, str]]:
    """What is reported, but for what is expected, all of which must be."""
    post = read_post(Source(path, sample.text), get_generator(generator))
    lines = sample.text.split("\n")
    found = check(post, active, REGISTRY).diagnostics
    starts = dict(sample.expected)
    planted = {one for one in found if lines[one.start.line - 1].strip().startswith(starts.get(one.rule, "\n"))}
    assert {one.rule for one in planted} == set(starts)
    return [(one.rule, one.start.line, one.message) for one in found if one not in planted]


@EACH
def test_only_what_is_planted_is_reported(sample: Sample) -> None:
    assert not beside_the_planted(sample, sample.path, sample.generator, ACTIVE)


@EACH
def test_the_same_where_the_generator_is_not_known(sample: Sample) -> None:
    path = "notes/a" + PurePosixPath(sample.path).suffix
    assert not beside_the_planted(sample, path, "none", RECOMMENDED)


def test_a_pipe_in_a_tag_ends_no_cell() -> None:
    text = YAML + "| bean | price |\n| ---- | ----- |\n| one  | {{ site.one | round }} |\n"
    post = read_post(Source("_posts/2024-03-05-coffee.md", text), get_generator("jekyll"))
    assert not check(post, ACTIVE, REGISTRY).diagnostics


@pytest.mark.parametrize(
    ("generator", "container"),
    [
        ("mkdocs", "!!! note\n\n    {}\n"),
        ("mkdocs-material", '=== "Filter"\n\n    {}\n'),
        ("mkdocs-material", "??? tip\n\n    - Hot\n\n        !!! note\n\n            {}\n"),
        ("mkdocs", "/// details | More\n\n{}\n\n///\n"),
        ("mkdocs", "<div markdown>\n\n{}\n\n</div>\n"),
        ("quarto", "::: {{.callout-note}}\n\n{}\n\n:::\n"),
        ("quarto", ":::: {{.columns}}\n::: {{.column}}\n\n{}\n\n:::\n::::\n"),
        ("myst", ":::{{tip}}\n{}\n:::\n"),
        ("docusaurus", ":::note[Title]\n\n{}\n\n:::\n"),
        ("astro", ":::tip\n{}\n:::\n"),
        ("hugo", "{{{{% notice %}}}}\n{}\n{{{{% /notice %}}}}\n"),
        ("hugo", "> [!NOTE]\n> {}\n"),
        ("zola", '{{% quote(author="Ada") %}}\n{}\n{{% end %}}\n'),
        ("jekyll", "{{% if page.hot %}}\n{}\n{{% endif %}}\n"),
        ("jekyll", '<details markdown="1">\n<summary>More</summary>\n\n{}\n\n</details>\n'),
        ("hexo", "{{% blockquote Ada %}}\n{}\n{{% endblockquote %}}\n"),
    ],
)
def test_what_containers_hold_is_read(generator: str, container: str) -> None:
    text = "Coffee:\n\n" + container.format("See (the map)[https://example.org/map].")
    post = read_post(Source("a.md", text), get_generator(generator))
    lines = text.split("\n")
    found = [one.start.line for one in check(post, RECOMMENDED, REGISTRY).diagnostics]
    assert [lines[line - 1].strip("> ") for line in found] == ["See (the map)[https://example.org/map]."]
