"""Streets from a file of tiles that the newsroom brought: read by the piece, and drawn by us as everything else."""
