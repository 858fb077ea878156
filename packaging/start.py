"""What the packaged program runs: Newsdesk, or one of its worker processes."""

from __future__ import annotations

import multiprocessing

from newsdesk.__main__ import main

if __name__ == "__main__":
    # A worker is this program started anew; here it goes to its work instead of the command line.
    multiprocessing.freeze_support()
    main()
