"""Reports and what belongs to them."""

from .picture import Picture, Rendition

__all__ = ["Picture", "Rendition"]
