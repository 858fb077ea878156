"""What all panes are made of: colours and fonts, icons, small widgets, and the way home to the main thread."""
