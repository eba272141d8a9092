"""`postlint schema`: JSON Schemas for the front matter of posts. Each verb is a module of this folder."""

from __future__ import annotations

import argparse

from postlint.cli.schema import check, infer, show

_VERBS = {
    "infer": (infer, "write a schema inferred from existing posts"),
    "check": (check, "check that a JSON Schema can be used"),
    "show": (show, "print the built-in schema of a generator"),
}
_EPILOG = """\
examples:
  postlint schema infer _posts --output post.schema.json
  postlint schema infer content --when layout=recipe --closed
  postlint schema check post.schema.json
  postlint schema show hugo

To check posts against a schema, name it in postlint.toml:

  [[overrides]]
  files = ["_posts/"]
  schema = "./post.schema.json"
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of `schema`."""
    parser.description = "Write, check and print JSON Schemas for the front matter of posts."
    parser.epilog = _EPILOG
    verbs = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, (command, summary) in _VERBS.items():
        verb = verbs.add_parser(
            name, help=summary, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
        )
        command.configure(verb)
        verb.set_defaults(run=command.run)


def run(args: argparse.Namespace) -> int:
    """Run the verb. Raises ConfigurationError."""
    code: int = args.run(args)
    return code
