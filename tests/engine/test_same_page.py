"""Whether two renderings show the same page."""

from __future__ import annotations

from postlint.engine.same_page import same_page


def test_same_page() -> None:
    assert same_page("<div>  \n  <b>x</b></div>", "<div>\n<b>x</b></div>\n")
    assert not same_page("<em>a</em> <em>b</em>", "<em>a</em><em>b</em>")
    assert not same_page('<img alt="a  b">', '<img alt="a b">')
    assert not same_page("<pre><code>a\n  b</code></pre>", "<pre><code>a\nb</code></pre>")
    assert not same_page("<PRE>a\n  b", "<PRE>a\n b")
    assert not same_page("a b", "a\u00a0b")
