"""Words by which those who act are called; written by hand."""

from __future__ import annotations

from ..lists import listed

# Heads of names: with something before them that tells whose ("the Iraqi Army"), or alone where they are also ALONE.
HEADS = listed(
    """
    academy agency airforce alliance army armies arm association authority authorities bank battalion battalions
    board brigade brigades bureau cabinet church club coalition command commission committee company companies
    congress corporation corps council court department directorate division divisions embassy faction factions
    federation fighters firm fleet force forces foundation front government group groups guard guards guerrillas
    gunmen institute insurgents jihadists junta mafia marines militants militia militias ministry mission monarchy
    movement navy network organisation organization paramilitaries parliament party patrol peacekeepers pilots
    police protesters rebels regiment regime resistance secretariat senate separatists service services settlers
    smugglers snipers soldiers squad squadron students syndicate terrorists tribesmen tribes troops union unit units
    university villagers workers bomber bombers jets aircraft warplanes drones warship warships commandos airborne
    artillery
    """
)
ALONE = listed(
    """
    army fighters gunmen guerrillas insurgents jihadists militants militiamen peacekeepers police prosecutors
    protesters rebels separatists soldiers troops tribesmen settlers firefighters rescuers
    """
)
# Groups that are called by one name.
GROUPS = listed(
    """
    hezbollah hizbullah hizbollah hamas isis isil daesh taliban fatah houthi houthis ansarullah nusra peshmerga ypg
    ypj pkk pyd sdf saa fsa pmu pmf idf irgc nato unifil minusma monusco farc eln azov wagner m23 rsf shabaab asala
    eta ira cartel kremlin pentagon frontex interpol europol unhcr unicef gazprom maersk
    """
)
# Small words that may stand inside such a name, before its head.
INSIDE = listed(
    """
    air armed border civil coast counter-terrorism defence defense elite federal foreign government intelligence
    interior local military mobilization national opposition paramilitary people's popular presidential rebel riot
    rescue security special state tribal allied ground naval land regular regional communist islamist leftist
    """
)
LINKED = ("backed", "led", "government", "regime", "allied", "aligned", "iranian", "western", "opposition")
OF_WHAT = listed("of for")  # "Ministry of Defence"
TITLES = listed(
    """
    president minister premier chancellor king queen prince princess general colonel major captain lieutenant
    sergeant admiral commander sheikh ayatollah imam bishop pope senator governor mayor ambassador judge gen col maj
    capt lt sgt gov sen rep adm dr mr mrs ms
    """
)
FIRMS = listed("inc corp ltd llc plc gmbh ag sa")
MINE = listed("its his her their our my")
TOGETHER_WITH = listed("with alongside beside besides")
PUSHED = listed("against from on upon at targeting")
HELPED = listed("backed supported aided helped assisted joined flanked")
