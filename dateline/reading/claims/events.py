"""Words by which a text tells that something happened, or will: verbs, written by hand, in all of their forms."""

from __future__ import annotations

from ..attribution.forms import forms
from ..lists import listed

VERBS = listed(
    """
    abandon abduct adopt advance ambush appoint approach approve arrest arrive assault attack attend ban begin
    besiege block blockade bomb bombard break build burn bury buy cancel capture carry celebrate charge clash close
    collapse complete conduct construct control convict convoy coordinate crash cross cut damage defeat defend delay
    deliver demolish demonstrate depart deploy deport derail destroy detain detonate diagnose die discover dismiss
    displace dock down drop drown elect enable encircle end enter erupt establish evacuate expel explode export
    extradite fall fight find finish fire flee flood force found free gather halt happen hit hold host hurt import
    impose imprison inaugurate infect injure install intercept jail kidnap kill land launch leave liberate lift lose
    march mark meet move murder name occupy occur open pass poison postpone protest quarantine raid rally ratify
    reach rebuild recapture receive recover redeploy reject release relocate reopen repair repel replace repulse
    rescue resign resist restore resume retake retreat return riot rise rob sack sail save search secure seize sell
    send sentence settle shake shell ship shoot shut sign sink spread stab stage start steal stop storm strike
    supply surrender surround suspend sweep take target test transfer transport trap travel treat vaccinate visit
    vote win withdraw wound
    """
)
IRREGULAR = listed(
    """
    banned began begun broke broken built bought cancelled canceled cut dropped expelled fell fallen fought found
    fled freed hit held hurt kidnapped left lost met occurred rebuilt repelled retook retaken rose risen robbed sold
    sent shook shaken shipped shot shut sank sunk spread stabbed stole stolen stopped struck stricken swept took
    taken transferred trapped travelled traveled won withdrew withdrawn
    """
)
DOUBLED = listed("cut hit begin stop ship rob trap ban drop stab win")
NO_EVENT = listed("name named names found mark marks marked down close host convoy")  # far more often something else


def written() -> frozenset[str]:
    """All forms of all verbs."""
    found = {form for base in VERBS for form, _kind in forms(base)}
    doubled = {base + base[-1] + "ing" for base in DOUBLED}
    return frozenset((found | doubled | IRREGULAR) - NO_EVENT)


EVENTS = written()
PAST = frozenset(form for form in EVENTS if form.endswith("ed") or form in IRREGULAR)
