from math import cos, sin

from figure import Figure

TURN = 0.55
f = Figure(158, 112, "The widest street between two classes, with its support vectors")


def at(u, v):
    return 78 + u * cos(TURN) + v * sin(TURN), 60 - u * sin(TURN) + v * cos(TURN)


with f.part("margin"):
    f.area([at(-62, -16), at(62, -16), at(62, 16), at(-62, 16)], "accent", 0.14)
    f.path([at(-62, -16), at(62, -16)], "ink", 1, "3 2")
    f.path([at(-62, 16), at(62, 16)], "ink", 1, "3 2")
    f.text(4, 10, "margin 2 / ‖w‖", bold=True)
with f.part("decision boundary"):
    f.path([at(-62, 0), at(62, 0)], "accent", 2)
circles, squares = ((-34, -30), (-8, -34), (20, -16), (-28, -16), (34, -28), (4, -26)), ((-30, 30), (4, 16), (30, 26), (-8, 34), (42, 34))
for u, v in circles:
    f.circle(*at(u, v), 3, "accent")
for u, v in squares:
    x, y = at(u, v)
    f.rect(x - 2.9, y - 2.9, 5.8, 5.8, "second")
with f.part("support vectors"):
    for u, v in ((20, -16), (-28, -16), (4, 16)):
        f.ring(*at(u, v), 6.2)
    f.text(154, 109, "○ support vectors", anchor="end")
f.show()
