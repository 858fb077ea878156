"""The docked preview. What draws pages is loaded when the pane first has one to show."""

from newsdesk.ui.preview.pane import PreviewPane

__all__ = ["PreviewPane"]
