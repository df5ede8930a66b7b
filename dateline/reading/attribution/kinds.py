"""What kind of source speaks, and for which side: told by the words it is called by, lists written by hand."""

from __future__ import annotations

import re

from ..lists import listed

OWN = listed("we our us")
WITNESSES = listed(
    """
    witness witnesses eyewitness eyewitnesses resident residents villager villagers local locals survivor survivors
    activist activists refugee refugees neighbour neighbours neighbor neighbors farmer farmers relative relatives
    passer-by bystander bystanders inhabitant inhabitants passenger passengers
    """
)
MEDIA = listed(
    """
    reuters afp ap bbc cnn sana irna tass interfax xinhua anadolu jazeera arabiya newspaper newspapers news
    television tv radio broadcaster channel outlet outlets journalist journalists reporter reporters correspondent
    magazine daily gazette herald tribune times post journal guardian telegraph observer press media website blog
    """
)
ARMED = listed(
    """
    army armies military militia militias militant militants rebel rebels insurgent insurgents fighters forces force
    troops brigade brigades battalion division corps guards guard guerrillas jihadists jihadist terrorists
    separatists opposition pro-government pro-regime regime coalition navy fleet hezbollah hizbullah hamas isis isil
    daesh taliban houthi houthis nusra peshmerga ypg pkk sdf saa pmu idf fatah jihad wagner azov farc boko haram
    shabaab m23 rsf front command
    """
)
OFFICIAL = listed(
    """
    ministry minister ministers government official officials authority authorities police president presidency
    parliament mayor governor spokesman spokeswoman spokesperson court judge prosecutor prosecutors department
    secretary senate commission commissioner council embassy ambassador agency administration pentagon kremlin
    congress un nato unhcr unicef who osce iaea sheriff officer officers coroner chief diplomat diplomats envoy
    premier chancellor office bureau attorney
    """
)
PARTISAN = re.compile(r"\b(?:media|political|military|armed|information) wing\b|\bwar media\b|\bpro-\w+", re.IGNORECASE)
SIDED = re.compile(r"\bpro-(\w+)", re.IGNORECASE)
NAME = re.compile(r"(?:[A-Z][\w’'-]*|al-[A-Z][\w’'-]*)(?: (?:[A-Z][\w’'-]*|al-[A-Z][\w’'-]*))*")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def kind_of(source: str) -> str:
    """One of party, official, media, witness and own; empty where the words do not tell."""
    words = {word.lower() for word in WORD.findall(source)}
    if words & OWN or "this newspaper" in source.lower():
        return "own"
    if PARTISAN.search(source):
        return "party"
    for kind, known in (("witness", WITNESSES), ("media", MEDIA), ("party", ARMED), ("official", OFFICIAL)):
        if words & known:
            return kind
    return ""


def side_of(source: str, kind: str) -> str:
    """Whose side a party or an office is on, as the text names it: "Hezbollah", "Syrian government"."""
    if kind not in ("party", "official"):
        return ""
    bare = re.sub(r"^(?:The|A|An|Some|Two|Several|Senior|Local)\s", "", source)
    named = next((match.group() for match in NAME.finditer(bare)), "")
    leaning = SIDED.search(source)
    if leaning:
        return f"{named} {leaning.group(1)}".strip()
    return named
