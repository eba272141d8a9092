"""Language names that posts use as tags of code blocks."""

from __future__ import annotations

# Languages that Quarto, knitr and R Markdown run: `{python}` is a language, `{note}` a directive.
_EXECUTABLE_TEXT = """
asis bash c cat cpp css dot fortran go graphviz html javascript js json julia latex mermaid node observable ojs perl
powershell py python r rcpp ruby rust sass scss sh shell sql stan tex tikz toml typst yaml zsh
"""
# Suggestions for a misspelled tag.
_COMMON_TEXT = """
abap actionscript ada apache apacheconf apl applescript arduino asciidoc asm autohotkey awk bash bat batch bibtex
brainfuck c c# c++ c++-objdump cfg clj clojure cmake cmd cobol coffee coffeescript common-lisp conf console cpp cs
csharp css cuda cython d dart delphi diff django docker dockerfile dot elisp elixir elm emacs-lisp erb erlang f# fish
fortran fsharp gherkin glsl go golang gradle graphql groovy h haml handlebars haskell hbs hcl hlsl hs html html+jinja
htmldjango http ini ipython irb java javascript jinja jinja2 js json json5 jsonc jsonl jsonnet jsp jsx julia kotlin kt
latex less liquid lisp lua make makefile markdown mathematica matlab md mdx mysql nasm nginx nim nix objc objective-c
ocaml octave pascal patch perl php pl plsql po postgres postgresql powershell prolog properties proto protobuf ps1
puppet pwsh py py3 pycon pytb python python2 python3 pyx r racket rb reg restructuredtext rkt rs rst ruby rust sass
scala scheme scss sh shell shell-session smalltalk solidity sparql spice sql sqlite sqlite3 svelte swift systemverilog
tcl tcsh terraform tex text tf toml ts tsx twig typescript typst udiff v vb vbnet verilog vhdl vim vue wasm wgsl xml
xslt yaml yml zig zsh
"""
# Valid names that Pygments does not know: those of other highlighters, diagrams, "no highlighting".
_OTHERS_TEXT = """
abc ad-info ad-note ad-tip ad-warning admonition adoc angular angular-html angular-ts ansi apex aql ascii ascii-art
asciiart astro atom audio avro azcli azurecli azurepowershell ballerina bash-session bib bicep blade bnf caddy
caddyfile cadence cairo cedar chart chartjs chroma cjs cl clarity cli codeowners codeql commit coq cpp11 cron crontab
csharp-interactive cshtml css+html csv ctags cts cue d2 dataview dataviewjs dax default dhall diff-js diff-md
diff-python dir directory dns-zone docs dotenv dts ebnf edge editorconfig ejs env erd excalidraw fga file-tree
filetree flow flowchart fluent fortran90 fsharp-interactive ftl gdscript gemini git-commit git-config git-rebase
gitattributes gitconfig gitignore gitlog glimmer-js gmi gnuplot go-html-template go-mod go-sum go-template goat golo
gomod gotmpl gql graphviz haxe hjson hosts html-derivative http-body http-request hugo hurl hx ignore imba ipynb
ipython ipython2 ipython3 javascriptreact jinja-html jison jq json-doc jsonata jsonl jsonlines jssm jwt kdl kql kusto
latex-math latte ldif lean log logql logs luau marko markup math mathjax mathml mdc mdoc mermaid meson mips mipsasm
mjs mmd move mts mustache narrat ndjson nextflow njk no-highlight nohighlight nomnoml none nunjucks objdump ocamllex
odin ojs opcache openscad org output patch-diff pem pikchr pine plain plain-text plaintext plantuml pony postcss
postprocess powerquery prisma prometheus promql psql puml pyrepl python-console python-repl python-traceback q qmd qml
qss query quote raku razor regexp requirements res result riscv rmarkdown rmd robots ron rosmsg rss sas sdbl sequence
sequence-diagram sfc shaderlab shellscript shellsession smiles smt sol sp spin ssh-config sshconfig ssml stan stata
stderr stdout structurizr styl stylus surql svelte svg svgbob swc syslog systemd tact tap tape tasks tasl templ tera
terminal timeline tree tsp tsql tsv turtle txt typ typescriptreact typespec typoscript url vala vb6 vega vega-lite
vegalite vento vhs video viml vimscript visualbasic vtl vue-html vyper wast wat wavedrom webmanifest wenyan wikitext
wit wolfram xaml xhtml xquery xsl yara zed zeek zenscript zone
"""

EXECUTABLE = frozenset(_EXECUTABLE_TEXT.split())
COMMON = frozenset(_COMMON_TEXT.split())
OTHERS = frozenset(_OTHERS_TEXT.split())
