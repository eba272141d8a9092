"""`postlint schema infer`: output, written files and exit codes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from postlint.cli.main import main
from tests.support.command_line import Capture
from tests.support.schema_command import blog, post, printed, run, write


def test_infer_prints_a_schema(folder: Path, capsys: Capture) -> None:
    blog(folder)
    assert run("infer", "posts") == run("infer") == 0
    output = capsys.readouterr()
    assert output.err == ""
    first, second = output.out[: len(output.out) // 2], output.out[len(output.out) // 2 :]
    assert first == second
    schema = json.loads(first)
    assert schema["$comment"] == "inferred from 8 posts"
    assert schema["required"] == ["title", "layout", "tags"]
    assert schema["properties"]["layout"]["enum"] == ["post"]


def test_posts_conform_to_their_inferred_schema_and_a_new_typo_does_not(folder: Path, capsys: Capture) -> None:
    blog(folder)
    write(folder, {"postlint.toml": '[[overrides]]\nfiles = ["posts/"]\nschema = "./post.schema.json"\n'})
    assert run("infer", "posts", "--closed", "--output", "post.schema.json") == 0
    assert capsys.readouterr().out == "wrote post.schema.json: 3 keys from 8 posts\n"
    assert run("check", "post.schema.json") == 0
    assert capsys.readouterr().out == "post.schema.json: valid schema with 3 keys\n"
    chosen = ["--preset", "none", "--format", "text"]
    assert main([*chosen, "posts"]) == 0
    assert "schema-violation" not in capsys.readouterr().out
    write(folder, {"posts/new.md": post(title="Beans", layout="psot", tgas=[])})
    assert main([*chosen, "posts"]) == 1
    output = capsys.readouterr().out
    assert (
        'posts/new.md:3:9: error front-matter/schema-violation "layout" is the string "psot", expected "post"' in output
    )
    assert 'posts/new.md:4:1: error front-matter/schema-violation unknown key "tgas", did you mean "tags"?' in output
    assert 'missing key "tags"' in output


def test_outliers_are_listed_on_standard_error(folder: Path, capsys: Capture) -> None:
    blog(folder)
    write(folder, {"posts/new.md": post(layout="psot", tilte="Beans", tags=[])})
    assert run("infer", "posts") == 0
    output = capsys.readouterr()
    assert output.err.splitlines() == [
        'posts/new.md:2: "layout": "psot" is only in this post, probably a typo of "post"',
        'posts/new.md:3: "tilte": only in this post, probably a typo of "title", which is in 8 posts',
    ]
    assert list(json.loads(output.out)["properties"]) == ["layout", "tags", "title"]


def test_existing_output_is_kept_unless_forced(folder: Path, capsys: Capture) -> None:
    blog(folder)
    write(folder, {"a.json": "old"})
    assert run("infer", "posts", "-o", "a.json") == 2
    assert capsys.readouterr().err == "postlint: a.json already exists; use --force to overwrite it\n"
    assert (folder / "a.json").read_text() == "old"
    assert run("infer", "posts", "-o", "a.json", "--force") == 0
    assert json.loads((folder / "a.json").read_text())["type"] == "object"
    assert run("infer", "posts", "-o", "b.json", "--force") == 0
    assert (folder / "a.json").read_bytes() == (folder / "b.json").read_bytes()


def test_unwritable_output(folder: Path, capsys: Capture) -> None:
    blog(folder)
    assert run("infer", "posts", "--output", "none/a.json") == 2
    assert capsys.readouterr().err.startswith("postlint: none/a.json: cannot write the schema: ")
    (folder / "link.json").symlink_to(folder / "target.json")
    assert run("infer", "posts", "--output", "link.json", "--force") == 2
    assert "symbolic link" in capsys.readouterr().err
    assert not (folder / "target.json").exists()
    assert run("infer", "posts", "--force") == 2
    assert capsys.readouterr().err == "postlint: --force requires --output\n"


def test_when_selects_posts_by_their_values(folder: Path, capsys: Capture) -> None:
    write(folder, {"a.md": post(layout="recipe", serves=4), "b.md": post(layout="post", tags=["tea", "new"])})
    write(folder, {"c.md": post(layout="post", draft=True)})
    assert run("infer", "--when", "layout=recipe") == 0
    assert printed(capsys)["required"] == ["layout", "serves"]
    assert run("infer", "--when", "tags=tea") == 0
    assert printed(capsys)["required"] == ["layout", "tags"]
    assert run("infer", "--when", "draft=true", "--when", "layout=post") == 0
    assert printed(capsys)["required"] == ["layout", "draft"]
    assert run("infer", "--when", "serves=4") == 0
    assert printed(capsys)["$comment"] == "inferred from 1 post"
    assert run("infer", "--when", "serves=4", "--when", "layout=post") == 2
    assert capsys.readouterr().err == "postlint: no post with serves=4 and layout=post (read 3 posts)\n"


@pytest.mark.parametrize(
    ("files", "words", "message"),
    [
        ({}, [], "no Markdown files found"),
        ({"a.txt": "x"}, [], "no Markdown files found"),
        ({"a.md": "# Tea\n", "b.md": "Text.\n"}, [], "no front matter in 2 Markdown files"),
        ({"a.md": post(title="Tea")}, ["--exclude", "a.md"], "no Markdown files found"),
        ({"a.md": post(title="Tea")}, ["--exclude", "!"], 'invalid gitignore pattern "!"'),
        ({"a.md": post(title="Tea")}, ["--config", "none.toml"], "none.toml: cannot be read: "),
        ({"a.md": post(title="Tea"), "postlint.toml": "extends = 1"}, [], "postlint.toml: extends is 1"),
    ],
)
def test_nothing_to_infer_from(
    folder: Path, capsys: Capture, files: dict[str, str], words: list[str], message: str
) -> None:
    write(folder, files)
    assert run("infer", *words) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith(f"postlint: {message}")
    assert output.err.count("\n") == 1


def test_unreadable_files_are_listed_and_the_others_are_used(folder: Path, capsys: Capture) -> None:
    blog(folder, 2)
    (folder / "posts" / "latin.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    write(folder, {"posts/broken.md": '---\ntitle: "Tea\n---\n\nText.\n'})
    assert run("infer", "posts") == 1
    output = capsys.readouterr()
    assert json.loads(output.out)["$comment"] == "inferred from 2 posts"
    broken, latin = output.err.splitlines()
    assert broken.startswith("posts/broken.md:2: invalid front matter: ")
    assert latin == "posts/latin.md:2: byte 0xE9 at offset 14 is not UTF-8"
    assert run("infer", "posts/latin.md") == 2
    assert capsys.readouterr().err.endswith("postlint: no readable front matter found\n")


def test_missing_path_is_reported_and_the_others_are_used(folder: Path, capsys: Capture) -> None:
    blog(folder, 2)
    assert run("infer", "posts", "none") == 2
    output = capsys.readouterr()
    assert output.err == "postlint: none: no such file or folder\n"
    assert json.loads(output.out)["$comment"] == "inferred from 2 posts"


def test_files_are_found_as_check_finds_them(folder: Path, capsys: Capture) -> None:
    write(folder, {name: post(title="Tea") for name in ("a.md", "old/b.md", "drafts/c.md", ".hidden/d.md", "e.txt")})
    write(folder, {"postlint.toml": 'exclude = ["old/"]\n'})
    counts = []
    for words in ([], ["--exclude", "drafts/"], ["--include", "e.txt"], ["--isolated"], ["--include", ".hidden/"]):
        assert run("infer", *words) == 0
        counts.append(printed(capsys)["$comment"])
    assert counts == [f"inferred from {count}" for count in ("2 posts", "1 post", "3 posts", "3 posts", "3 posts")]


def test_configured_schema_may_be_missing_yet(folder: Path, capsys: Capture) -> None:
    blog(folder, 2)
    write(folder, {"postlint.toml": '[[overrides]]\nschema = "./post.json"\n[rules.heading]\nno-option = 1\n'})
    assert run("infer", "posts", "--output", "post.json") == 0
    assert capsys.readouterr().err == ""


def test_generator_determines_whether_case_matters(folder: Path, capsys: Capture) -> None:
    write(folder, {"a.md": post(Title="Tea"), "b.md": post(title="Tea"), "c.md": post(title="Tea")})
    assert run("infer", "--generator", "hugo") == 0
    assert printed(capsys)["required"] == ["title"]
    assert run("infer", "--generator", "jekyll") == 0
    assert "required" not in printed(capsys)


def test_posts_conform_to_their_schema_if_case_does_not_matter(folder: Path, capsys: Capture) -> None:
    files = {"content/a.md": post(Title="Tea", DATE="x"), "content/b.md": post(title="Tea", date="y")}
    write(folder, files | {"content/c.md": post(title="Beans", Date="z")})
    write(folder, {"postlint.toml": 'generator = "hugo"\n[[overrides]]\nschema = "./post.json"\n'})
    assert run("infer", "--closed", "--output", "post.json") == 0
    assert main(["--preset", "none", "."]) == 0
    write(folder, {"content/d.md": post(tITLE="Soup", tgas=[])})
    capsys.readouterr()
    assert main(["--preset", "none", "--format", "text", "."]) == 1
    output = capsys.readouterr().out
    assert 'unknown key "tgas"' in output
    assert '"title"' not in output.replace('expected "title"', "")


def test_toml_dates_are_strings(folder: Path, capsys: Capture) -> None:
    write(folder, {"a.md": "+++\ndate = 2025-05-11\n+++\n", "b.md": "+++\ndate = 2025-06-01\n+++\n"})
    assert run("infer", "--generator", "zola") == 0
    date = printed(capsys)["properties"]["date"]
    assert date == {"$comment": "in 2 of 2 posts; date 2", "type": "string", "format": "date"}


@pytest.mark.skipif(os.name == "nt", reason="names with a line feed")
def test_messages_stay_on_one_line(folder: Path, capsys: Capture) -> None:
    write(folder, {"a\nb.md": post(**{"one\ntwo": "x"})})
    for number in range(9):
        write(folder, {f"{number}.md": post(layout="post")})
    write(folder, {"a\nb.md": post(layout="psot")})
    assert run("infer") == 0
    assert capsys.readouterr().err.count("\n") == 1
