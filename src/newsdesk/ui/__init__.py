"""The window: what is shown and clicked. Rules live below, Qt lives here and in `app`."""
