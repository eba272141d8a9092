"""Settings modules in JavaScript and TypeScript (docusaurus.config.js, .eleventy.js): split into tokens and never run.

`tokenizer` splits a module into `tokens` with matched brackets. `declarations` finds what the module declares and
exports; `functions` finds functions and what they return. `values` evaluates literals and the names of constants. `uses`
tells which objects other code may change: their values are unknown. `scalars` reads strings and numbers. `read` puts
these together to a module's exports and the calls that its exported function makes.
"""
