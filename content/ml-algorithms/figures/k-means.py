from random import Random

from figure import Figure

random = Random(2)
groups = ((22, 22), (66, 26), (40, 60))
points = [(cx + random.gauss(0, 7.5), cy + random.gauss(0, 6.5)) for cx, cy in groups for _ in range(11)]
centres = [(14, 58), (40, 14), (70, 56)]
shapes = ("accent", "second", "ink")


def nearest(point, centres):
    return min(range(3), key=lambda k: (point[0] - centres[k][0]) ** 2 + (point[1] - centres[k][1]) ** 2)


def means(centres):
    owners = [nearest(point, centres) for point in points]
    own = [[point for point, owner in zip(points, owners) if owner == k] for k in range(3)]
    return [(sum(x for x, _ in group) / len(group), sum(y for _, y in group) / len(group)) for group in own]


def mark(x, y, k, r=2.2):
    if k == 0:
        f.circle(x, y, r, shapes[k])
    elif k == 1:
        f.rect(x - r, y - r, 2 * r, 2 * r, shapes[k])
    else:
        f.area([(x, y - 1.3 * r), (x + 1.2 * r, y + r), (x - 1.2 * r, y + r)], shapes[k])


f = Figure(320, 108, "k-means: assign each point, move each centroid, repeat")
final = centres
for _ in range(20):
    final = means(final)
for panel, (title, before, now) in enumerate((("1 assign", centres, centres), ("2 move", centres, means(centres)), ("3 repeat: done", final, final))):
    x0, y0 = 4 + 106 * panel, 18
    f.text(x0 + 50, 11, title, "ink", "middle", True)
    f.frame(x0, y0, 100, 86, "muted", 0.75)
    for x, y in points:
        mark(x0 + 8 + x, y0 + 4 + y, nearest((x, y), before))
    for k, ((u, v), (x, y)) in enumerate(zip(before, now)):
        if (u, v) != (x, y):
            f.arrow((x0 + 8 + u, y0 + 4 + v), (x0 + 8 + x, y0 + 4 + y), role=shapes[k], width=1.25)
        else:
            f.circle(x0 + 8 + x, y0 + 4 + y, 7, "paper")
            f.ring(x0 + 8 + x, y0 + 4 + y, 6, shapes[k], 1.75)
            mark(x0 + 8 + x, y0 + 4 + y, k, 2.6)
f.show()
