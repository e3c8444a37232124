"""Settings of the process that must stand before anything heavy is imported."""

from __future__ import annotations

import os

# NumPy's BLAS reads this once, on import. It would start a thread a core for matrices of a few hundred rows,
# while tacitus itself gives each core a process.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
