"""Folders in which a site begins, or does not, with the name of its generator.

The entries of a folder are separated by spaces; `texts` are the files that are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class SiteExample(NamedTuple):
    """The entries of a folder, the files in it that are read, and the generator whose site begins there."""

    names: str
    texts: Mapping[str, str]
    generator: str | None


SITES: tuple[SiteExample, ...] = (
    SiteExample("docusaurus.config.js blog docs", {}, "docusaurus"),
    SiteExample("docusaurus.config.mjs", {}, "docusaurus"),
    SiteExample("docusaurus.config.ts", {}, "docusaurus"),
    SiteExample("astro.config.mts", {}, "astro"),
    SiteExample("astro.config.mjs", {}, "astro"),
    SiteExample("gatsby-config.ts", {}, "gatsby"),
    SiteExample("eleventy.config.cjs", {}, "eleventy"),
    SiteExample("buildawesome.config.js", {}, "eleventy"),
    SiteExample(".eleventy.js", {}, "eleventy"),
    SiteExample("package.json", {"package.json": '{"devDependencies": {"@11ty/eleventy": "3"}}'}, "eleventy"),
    SiteExample("package.json", {"package.json": '{"devDependencies": {"next": "15"}}'}, None),
    SiteExample("package.json src", {"package.json": "{}"}, None),
    SiteExample("_config.yml package.json", {"package.json": '{"dependencies": {"hexo": "8"}}'}, "hexo"),
    SiteExample("_config.yml scaffolds source", {}, "hexo"),
    SiteExample("_config.yml source scaffolds", {"_config.yml": "title: x\n"}, "hexo"),
    SiteExample("_config.yml source", {"_config.yml": "source_dir: source\n"}, "hexo"),
    SiteExample("_config.yml source package.json", {"package.json": '{"dependencies": {"hexo": "8"}}'}, "hexo"),
    SiteExample("_config.yml _posts", {"_config.yml": "new_post_name: :title.md\n"}, "hexo"),
    SiteExample("_quarto.yaml posts", {}, "quarto"),
    SiteExample("_quarto.yml", {}, "quarto"),
    SiteExample("mkdocs.yaml docs", {}, "mkdocs"),
    SiteExample("mkdocs.yml docs", {}, "mkdocs"),
    SiteExample("mkdocs.yml", {"mkdocs.yml": "theme:\n  name: material\nplugins:\n  - search\n"}, "mkdocs"),
    SiteExample("mkdocs.yml", {"mkdocs.yml": "plugins:\n  - search\n  - blog\n"}, "mkdocs-material"),
    SiteExample("mkdocs.yml", {"mkdocs.yml": "plugins:\n  - material/blog:\n      post_dir: x\n"}, "mkdocs-material"),
    SiteExample("mkdocs.yml", {"mkdocs.yml": "plugins:\n  blog:\n    post_dir: x\n"}, "mkdocs-material"),
    SiteExample("mkdocs.yml", {"mkdocs.yml": "plugins: [search, blog]\n"}, "mkdocs-material"),
    SiteExample("mkdocs.yml", {"mkdocs.yml": "plugins: [search, tags]\nextra: [blog]\n"}, "mkdocs"),
    SiteExample("mkdocs.yml", {"mkdocs.yml": "nav:\n  - blog.md\n"}, "mkdocs"),
    SiteExample("zensical.toml docs", {}, "mkdocs"),
    SiteExample("zensical.yml docs", {}, "mkdocs"),
    SiteExample("properdocs.yml docs", {}, "mkdocs"),
    SiteExample("publishconf.py content", {}, "pelican"),
    SiteExample("pelicanconf.py", {}, "pelican"),
    SiteExample("conf.py", {"conf.py": 'BLOG_TITLE = "x"\n'}, "nikola"),
    SiteExample("conf.py", {"conf.py": 'POSTS = (("posts/*.md", "posts", "post.tmpl"),)\n'}, "nikola"),
    SiteExample("conf.py", {"conf.py": 'extensions = ["myst_parser"]\n'}, "myst"),
    SiteExample("conf.py", {"conf.py": 'extensions = ["ablog"]\n'}, "myst"),
    SiteExample("conf.py", {"conf.py": 'html_theme = "x"\n'}, "none"),
    SiteExample("conf.py", {"conf.py": "extensions = []\n"}, "none"),
    SiteExample("conf.py", {"conf.py": "DEBUG = 1\n"}, None),
    SiteExample("myst.yml", {}, "myst"),
    SiteExample("_config.yml _toc.yml", {}, "myst"),
    SiteExample("next.config.mjs", {}, "nextjs"),
    SiteExample("_posts next.config.js", {}, "nextjs"),
    SiteExample("contentlayer.config.ts", {}, "nextjs"),
    SiteExample("_posts package.json", {"package.json": '{"dependencies": {"next": "15"}}'}, "nextjs"),
    SiteExample("book.toml src", {}, "none"),
    SiteExample(".vitepress", {}, "vitepress"),
    SiteExample(
        ".vitepress index.md package.json", {"package.json": '{"devDependencies": {"vite": "6"}}'}, "vitepress"
    ),
    SiteExample("_posts package.json", {"package.json": '{"devDependencies": {"vitepress": "1"}}'}, "vitepress"),
    SiteExample("_posts package.json", {"package.json": '{"devDependencies": {"vuepress": "2"}}'}, "none"),
    SiteExample("package.json", {"package.json": '{"devDependencies": {"vitepress": "1"}}'}, None),
    SiteExample("zola.toml", {}, "zola"),
    SiteExample("config.toml", {"config.toml": 'base_url = "/"\n[slugify]\n'}, "zola"),
    SiteExample("config.toml content", {"config.toml": 'base_url = "https://a.example"\ntheme = "x"\n'}, "zola"),
    SiteExample("hugo.toml", {}, "hugo"),
    SiteExample("hugo.toml config.toml", {"config.toml": 'base_url = "/"\n'}, "hugo"),
    SiteExample("hugo.yaml package.json", {"package.json": '{"dependencies": {"next": "15"}}'}, "hugo"),
    SiteExample("config.toml", {"config.toml": 'baseURL = "https://a.example/"\n'}, "hugo"),
    SiteExample("config.yaml", {"config.yaml": "baseurl: https://a.example/\n"}, "hugo"),
    SiteExample("config.toml content", {"config.toml": "[params]\n"}, "hugo"),
    SiteExample("config.toml src", {"config.toml": "[params]\n"}, None),
    SiteExample("config content", {"config/_default/hugo.yaml": "title: x\n"}, "hugo"),
    SiteExample("config app", {}, None),
    SiteExample("_config.yml _posts", {}, "jekyll"),
    SiteExample("_config.yaml _layouts index.md", {}, "jekyll"),
    SiteExample("_config.yml README.md", {"_config.yml": "theme: jekyll-theme-cayman\n"}, "jekyll"),
    SiteExample("_config.yml Gemfile", {"_config.yml": "title: x\n", "Gemfile": "gem 'github-pages'\n"}, "jekyll"),
    SiteExample("_posts", {}, "jekyll"),
    SiteExample("_config.yml", {"_config.yml": "title: x\n"}, None),
    SiteExample("README.md docs", {}, None),
)
