"""The newsroom's records and rules. Each module is a door of its own, named for what it holds."""
