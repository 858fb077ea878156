"""What opens over the window: start, settings, publishing, sending, finding a command."""
