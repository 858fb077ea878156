"""What kind of place a folder is: a disk of this machine, a network share, a folder that is synced elsewhere."""
