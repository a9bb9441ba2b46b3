"""Training of the reader's model; torch is needed here and nowhere else."""
