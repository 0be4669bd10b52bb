from figure import Figure, steps


def loss(parameters, tokens):
    """The fit of Hoffmann and colleagues, 2022."""
    return 1.69 + 406.4 / parameters**0.34 + 410.7 / tokens**0.28


f = Figure(158, 122, "Loss against model size at three compute budgets: each has a best size")
p = f.panel(24, 18, 106, 76, (8.4, 12), (1.85, 2.9))
p.axes((), (2, 2.5), None, "loss")
for power, label in ((9, "1B"), (10, "10B"), (11, "100B")):
    p.text(power, 1.85, label, "muted", "middle", dy=13)
best = []
for compute, label in ((1e21, "10²¹"), (1e22, "10²²"), (1e23, "10²³")):
    curve = [(n, loss(10**n, compute / (6 * 10**n))) for n in steps(8.4, 12, 72)]
    best.append(min(curve, key=lambda point: point[1]))
    with f.part(f"budget {label}"):
        p.curve(curve, "accent", 1.75)
        p.text(*[point for point in curve if point[1] < 2.84][-1], label, "accent", bold=True, dx=3, dy=6)
with f.part("best sizes"):
    p.curve(best, "second", 1.25, "3 2")
    for point in best:
        p.dot(*point, "second", 2.5)
f.text(154, 11, "FLOPs", "accent", "end", True)
f.text(154, 120, "parameters", "ink", "end")
f.text(24, 120, "● best size", "second")
f.show()
