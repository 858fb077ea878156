"""`python -m newsdesk` and the command `newsdesk`."""

from __future__ import annotations

from newsdesk.cli import run


def main() -> None:
    """Run the command line."""
    run()


if __name__ == "__main__":
    main()
