from math import cos, sin
from random import Random

from figure import Figure

random = Random(4)
TURN = 0.5
f = Figure(158, 100, "A cloud of points with its two principal axes")
x0, y0 = 74, 54
for _ in range(54):
    u, v = random.gauss(0, 31), random.gauss(0, 8.5)
    if abs(u) < 62:
        f.circle(x0 + u * cos(TURN) - v * sin(TURN), y0 - u * sin(TURN) - v * cos(TURN), 1.9, "muted")
with f.part("first component"):
    f.arrow((x0, y0), (x0 + 62 * cos(TURN), y0 - 62 * sin(TURN)), role="accent", width=2)
    f.text(154, 19, "PC 1", "accent", "end", True)
with f.part("second component"):
    f.arrow((x0, y0), (x0 - 27 * sin(TURN), y0 - 27 * cos(TURN)), role="second", width=2)
    f.text(56, 24, "PC 2", "second", "end", True)
f.text(154, 96, "λ₁ ≫ λ₂", anchor="end")
f.show()
