"""Words that hold an insult and are none: towns, surnames, animals, things. The model reads letters; so it reads these
as a name like any other. What may itself be thrown at somebody (Dick, Hooker, Moron) is not among them."""

from __future__ import annotations

INNOCENT = frozenset({
    "alcock", "arsenal", "assam", "assawoman", "assen", "assonet", "babcock", "bangkok", "beaverton", "benedick",
    "bitche", "bumpass", "bumstead", "buttermere", "buttevant", "clitheroe", "cockatoo", "cockayne", "cockburn",
    "cockburnspath", "cocker", "cockermouth", "cockfosters", "cockington", "cockle", "cockpit", "cockshutt",
    "cocktail", "coonabarabran", "coonamble", "crapo", "craponne", "crappie", "crapstone", "cretingham", "cumberland",
    "cumbernauld", "cumbria", "cumming", "cummings", "cumnock", "dickens", "dickerson", "dickinson", "dickson",
    "dumbarton", "dumfries", "dykehead", "dykstra", "effingham", "essex", "fuchs", "fukuoka", "fukushima", "gamecock",
    "gaydon", "gayle", "gaylord", "gaynor", "glasscock", "hancock", "hassan", "haycock", "hellesdon", "hellifield",
    "hitchcock", "homochitto", "kunta", "kunte", "kuntz", "lesbos", "lightwater", "longbottom", "matsushita",
    "middlesex", "montenegro", "morongo", "moroni", "nazareth", "negril", "niger", "nigeria", "nigerian", "niggardly",
    "niggle", "peacock", "penicuik", "penistone", "phuc", "phuket", "ramsbottom", "rapeseed", "retardant", "retford",
    "sassafras", "scunthorpe", "sexsmith", "shiitake", "shitake", "shitterton", "shuttlecock", "slough", "slutsk",
    "snigger", "sniggered", "spicer", "stopcock", "sussex", "therapist", "titbit", "titicaca", "titisee", "titmouse",
    "titterington", "titz", "twatt", "vandyck", "vandyke", "wangaratta", "wankie", "weathercock", "wessex",
    "woodcock",
})  # fmt: skip
NAME = "@name"


def is_innocent(word: str) -> bool:
    """Return whether ``word``, perhaps with an s at its end, only looks like an insult."""
    return word in INNOCENT or (word.endswith("s") and word[:-1] in INNOCENT)
