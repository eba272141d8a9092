"""Settings modules in JavaScript and TypeScript (docusaurus.config.js, .eleventy.js), which are never run.

`read` is the way in. `tokenizer` splits a module into `tokens` with matched brackets. `declarations` finds what the
module declares and exports, `functions` finds functions and what they return. `values` evaluates literals and the
names of constants, `scalars` strings and numbers; `uses` tells which names other code may assign, and whose objects it
may change: their values are unknown. `exports` gives the values that the module exports, `calls` the calls that its
exported function makes on its parameter.
"""
