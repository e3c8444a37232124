"""`python -m tacitus` is the command line."""

from tacitus.cli import main

main()
