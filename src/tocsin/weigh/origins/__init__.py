"""Origins: who stands behind what is said, once copies and quotations are folded."""
