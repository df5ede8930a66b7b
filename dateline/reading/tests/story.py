"""A page written for the tests: dated moves, two stated distances to one town, forecasts, and furniture."""

from __future__ import annotations

from datetime import date

PUBLISHED = date(2031, 5, 5)
HEADLINE = "Relief Boats Now Only 30Km Away From Al-Bukamal Town"
STORY = """On May 4, the river brigade and volunteers moved 6km from their camps beyond the K-9 station towards \
the last town without water, al-Bukamal, in the province of Deir Ezzor, according to the ministry of water.

With this move the boats are now only 30km west of al-Bukamal town.

The crews began planning for the mission to reach al-Bukamal after entering the small Ruvayda village on March 7.

On April 2, the ministry officially announced that boats had left for al-Bukamal. The guards also confirmed that \
the navy will send divers.

After repairing several pumps, the crews were able to reach the K-9 station on April 28. The station is located \
50km west of al-Bukamal town.

On the same day, engineers opened the sluice in Al-Qaim.

On May 3, storms hit farms and houses around al-Bukmala town. The storms forced the boats to wait for ten hours.

Volunteer drivers claimed on May 4 that a large convoy arrived in Deir Ezzor. Furthermore, the brigade will likely \
be sent to the south of Deir Ezzor.

If the drivers are correct, the move towards al-Bukamal will likely speed up in the coming days."""
PAGE = f"0 $\n2,500 $\n5,000 $\n255 $\nJULY 2034\n\n{HEADLINE}\n\n\n{HEADLINE}\n\n\n{STORY}\n\nClick for the full map\n"
