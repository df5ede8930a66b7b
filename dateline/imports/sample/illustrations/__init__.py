"""Pictures drawn by the newsroom: each scene is a module with one ``draw(canvas)``; nothing binary is kept."""
