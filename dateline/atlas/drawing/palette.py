"""The colours of a map, and the one style sheet that lays them on.

Drawings carry class names and no colours. Inside a page static/atlas/map.css colours them from the page's own custom
properties; a drawing that stands alone carries the same rules with the colours written out, light and dark; a PNG takes
one of the two.
"""

from __future__ import annotations

Palette = dict[str, str]

SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
SERIF = "Charter, 'Iowan Old Style', 'Source Serif 4', Georgia, 'Noto Serif', serif"

LIGHT: Palette = {
    "paper": "#fffdf8",
    "ink": "#17181a",
    "ink-soft": "#595b60",
    "land": "#efece3",
    "water": "#cdd5d8",
    "river": "#a9bcc6",
    "water-ink": "#3f6175",
    "flood": "#7fa3bb",
    "border": "#97938a",
    "state": "#d5d0c3",
    "building": "#dcd5c6",
    "road": "#ffffff",
    "road-edge": "#d3cec1",
    "rail": "#a39e93",
    "area": "#e0cfa6",
    "confirmed": "#1a5786",
    "claimed": "#7d5300",
    "disputed": "#75397f",
    "mark": "#8a1c1c",
}
DARK: Palette = {
    "paper": "#14130f",
    "ink": "#e9e5da",
    "ink-soft": "#aca89d",
    "land": "#24221c",
    "water": "#2c3a40",
    "river": "#44586a",
    "water-ink": "#9db9cb",
    "flood": "#5c87a6",
    "border": "#75726a",
    "state": "#3d3a32",
    "building": "#37332a",
    "road": "#45423a",
    "road-edge": "#171611",
    "rail": "#625f57",
    "area": "#4a4129",
    "confirmed": "#86bdea",
    "claimed": "#e2b661",
    "disputed": "#d8a5e4",
    "mark": "#f2a38c",
}

# Class, property, colour. `+` after a colour name is an opacity in percent.
PAINT: tuple[tuple[str, str, str], ...] = (
    ("m-paper", "fill", "paper"),
    ("m-land", "fill", "land"),
    ("m-water", "fill", "water"),
    ("m-shore", "stroke", "river"),
    ("m-river", "stroke", "river"),
    ("m-flood", "fill", "flood"),
    ("m-hatch", "stroke", "flood"),
    ("m-area", "fill", "area"),
    ("m-area-edge", "stroke", "claimed"),
    ("m-border", "stroke", "border"),
    ("m-state", "stroke", "state"),
    ("m-building", "fill", "building"),
    ("m-road", "stroke", "road"),
    ("m-road-edge", "stroke", "road-edge"),
    ("m-rail", "stroke", "rail"),
    ("m-grid", "stroke", "border"),
    ("m-route", "stroke", "mark"),
    ("m-route-head", "fill", "mark"),
    ("m-casing", "stroke", "land"),
    ("m-town", "fill", "ink"),
    ("m-town-ring", "stroke", "ink"),
    ("m-symbol", "fill", "ink"),
    ("m-confirmed", "fill", "confirmed"),
    ("m-claimed", "stroke", "claimed"),
    ("m-disputed", "stroke", "disputed"),
    ("m-number", "fill", "paper"),
    ("m-number-claimed", "fill", "claimed"),
    ("m-number-disputed", "fill", "disputed"),
    ("m-ink", "stroke", "ink"),
    ("m-halo", "stroke", "paper"),
    ("m-you", "stroke", "mark"),
)
TEXTS: tuple[tuple[str, str, str, str], ...] = (
    # class, colour, halo, font
    ("m-label", "ink", "land", f"font-family:{SANS}"),
    ("m-label-strong", "ink", "land", f"font-family:{SANS};font-weight:600"),
    ("m-label-water", "water-ink", "land", f"font-family:{SERIF};font-style:italic"),
    ("m-label-sea", "water-ink", "water", f"font-family:{SERIF};font-style:italic"),
    ("m-label-land", "ink-soft", "land", f"font-family:{SANS};letter-spacing:.14em"),
    ("m-label-area", "ink-soft", "land", f"font-family:{SANS};font-style:italic"),
    ("m-note", "ink-soft", "", f"font-family:{SANS}"),
    ("m-key", "ink", "", f"font-family:{SANS}"),
    ("m-scale", "ink-soft", "land", f"font-family:{SANS}"),
    ("m-digit", "", "", f"font-family:{SANS};font-weight:700"),
)


def stylesheet(palette: Palette) -> str:
    """The rules for one palette; each rule names one class, which every renderer understands."""
    rules = [f".{name}{{{prop}:{palette[colour]}}}" for name, prop, colour in PAINT]
    for name, colour, halo, font in TEXTS:
        fill = f"fill:{palette[colour]};" if colour else ""
        edge = f"stroke:{palette[halo]};paint-order:stroke;stroke-linejoin:round;" if halo else ""
        rules.append(f".{name}{{{fill}{edge}{font}}}")
    return "".join(rules)


# Colours that the page has names for too; the rest are the map's own. The accent is not among them: a newsroom that
# changes its colour does not mean to change what a line on yesterday's map says.
SHARED = ("paper", "ink", "ink-soft", "land", "water", "confirmed", "claimed", "disputed")


def page_stylesheet() -> str:
    """For drawings inside a page: the page's own colours where it has them. static/atlas/map.css holds just this.

    A rule a line, so that a change of one colour is a change of one line.
    """

    def own(palette: Palette) -> str:
        return "".join(f" --map-{name}: {colour};" for name, colour in palette.items() if name not in SHARED)

    shared = "".join(f" --map-{name}: var(--{name}, {LIGHT[name]});" for name in SHARED)
    named = {name: f"var(--map-{name})" for name in LIGHT}
    rules = stylesheet(named).replace("}", "}\n")
    return (
        f".m-map {{{shared}{own(LIGHT)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ .m-map {{{own(DARK)} }} }}\n{rules}"
    )


def adaptive_stylesheet() -> str:
    """For a drawing that stands alone on a screen or paper: light, and dark where the reader's device is."""
    return f"{stylesheet(LIGHT)}@media screen and (prefers-color-scheme:dark){{{stylesheet(DARK)}}}"


def png_stylesheet(palette: Palette) -> str:
    """For a picture, drawn where only the fonts that come with us are sure to be."""
    return stylesheet(palette).replace(SANS, "'Source Sans Pro',sans-serif").replace(SERIF, "'Source Serif Pro',serif")
