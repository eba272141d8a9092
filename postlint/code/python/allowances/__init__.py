"""What posts may show in a Python block although it does not parse.

Each module rewrites or recognizes one thing: `interactive_sessions` (`>>>`), `ipython_magics` (`%time`),
`printed_output` among code, `omitted_code` (`...`), `placeholders` (`<name>`), `isolated_arguments` without their
call, and errors that are shown on purpose (`surrounding_text`).
"""
