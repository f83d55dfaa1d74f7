"""Start: a command runs in the terminal, no command opens the window."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Choose between the command line and the window; returns the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--doi-ban"]:
        from khenthuong.services.updating import switching

        return switching.run()
    from khenthuong import cli

    request = cli.parse(given)
    if request.command is None:
        from khenthuong import app

        return app.run_window(request.data)
    if request.command == "self-test":
        from khenthuong import app

        return app.self_test(as_json=request.json)
    return cli.run(request)


if __name__ == "__main__":
    raise SystemExit(main())
