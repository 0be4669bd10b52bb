from math import cos, pi, sin, sqrt

from figure import Figure, steps

STEEP = 20.0


def run(rate, momentum, count, x=-2.7, y=0.52):
    u = v = 0.0
    points = [(x, y)]
    for _ in range(count):
        u, v = momentum * u - rate * x, momentum * v - rate * STEEP * y
        x, y = x + u, y + v
        points.append((x, y))
    return points


f = Figure(158, 112, "Sixteen steps with and without momentum in a narrow valley")
p = f.panel(4, 16, 150, 78, (-3, 1.6), (-0.75, 0.75))
for level in (0.3, 1.4, 3.7):
    p.curve([(sqrt(2 * level) * cos(t), sqrt(2 * level / STEEP) * sin(t)) for t in steps(0, 2 * pi, 72)], "muted", 0.75)
for name, momentum, role, dash in (("SGD", 0, "second", "3 1.5"), ("momentum", 0.6, "accent", None)):
    with f.part(name):
        path = run(0.06, momentum, 16)
        p.curve(path, role, 1.75, dash)
        for point in path[1:]:
            f.circle(*p.at(*point), 1.9, role)
p.dot(-2.7, 0.52, r=2.5)
f.text(*p.at(0, 0), "+", "ink", "middle")
f.text(4, 10, "SGD still far", "second")
f.text(154, 10, "momentum 0.6", "accent", "end", True)
f.text(79, 108, "16 steps, rate 0.06", anchor="middle")
f.show()
