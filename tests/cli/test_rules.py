"""`postlint rules`: all rules as a table and as JSON."""

from __future__ import annotations

import json

from postlint.cli.main import main
from postlint.engine.registry import load
from tests.support.command_line import Capture


def test_rules(capsys: Capture) -> None:
    assert main(["rules"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == len(load().rules) + 1
    assert any(row.split()[:2] == ["heading/skipped-level", "recommended"] for row in rows)
    assert main(["rules", "--format", "json"]) == 0
    rules = {rule["name"]: rule for rule in json.loads(capsys.readouterr().out)["rules"]}
    assert rules["heading/skipped-level"]["options"][0]["name"] == "front-matter-title"
    assert rules["whitespace/no-final-newline"]["fix"] == "safe"
