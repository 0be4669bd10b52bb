from figure import Figure, steps

f = Figure(320, 118, "Learning curves with high bias and with high variance")
for x0, name, floor, gap in ((8, "high bias", 0.54, 0.13), (170, "high variance", 0.06, 0.75)):
    p = f.panel(x0, 18, 142, 82, (0, 1), (0, 1))
    p.axes(xlabel="training rows →", ylabel="error")
    sizes = steps(0.04, 1, 60)
    train = [(n, floor * (1 - 0.11 / (n + 0.11))) for n in sizes]
    test = [(n, floor + gap * (0.42 / (n + 0.38) if gap > 0.5 else 0.10 / (n + 0.08))) for n in sizes]
    f.text(x0 + 142, 12, name, "ink", "end", True)
    p.curve([(0, 0.24), (1, 0.24)], "muted", 1, "3 2")
    p.text(0.4, 0.24, "wanted", "muted", "middle", dy=11)
    with f.part(f"test error, {name}"):
        p.curve(test)
        p.text(1, test[-1][1], "test", "accent", "end", True, dy=-5)
    with f.part(f"training error, {name}"):
        p.curve(train, "second", 2, "4 2")
        p.text(1, train[-1][1], "train", "second", "end", dy=14 if gap < 0.5 else -2)
f.show()
