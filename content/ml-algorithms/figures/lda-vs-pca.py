from math import cos, sin
from random import Random

from figure import Figure

random = Random(9)
TURN = 0.42
f = Figure(158, 112, "PCA takes the long axis of two parallel classes, LDA the one across")
x0, y0 = 76, 56


def at(u, v):
    return x0 + u * cos(TURN) - v * sin(TURN), y0 - u * sin(TURN) - v * cos(TURN)


for role, across in (("accent", 15), ("second", -15)):
    for _ in range(26):
        u, v = random.gauss(0, 26), across + random.gauss(0, 4.5)
        if abs(u) > 54:
            continue
        x, y = at(u, v)
        if role == "accent":
            f.circle(x, y, 2.3, role)
        else:
            f.rect(x - 2.1, y - 2.1, 4.2, 4.2, role)
with f.part("PCA axis"):
    f.arrow(at(-64, 0), at(68, 0), role="muted", width=2, dash="5 3")
    f.text(155, 22, "PCA", "muted", "end", True)
with f.part("LDA axis"):
    f.arrow(at(0, -36), at(0, 40), role="ink", width=2)
    f.text(52, 18, "LDA", "ink", "end", True)
f.text(4, 108, "variance ≠ separation")
f.show()
