from figure import Figure

f = Figure(320, 112, "Which numbers share a mean and variance: batch, layer and RMS normalization")
CELL, N, D = 14, 5, 4
for k, (name, what) in enumerate((("BatchNorm", "over batch"), ("LayerNorm", "over features"), ("RMSNorm", "no mean"))):
    x0, y0 = 66 + 86 * k, 30
    f.text(x0 + N * CELL / 2, 11, name, "ink", "middle", True)
    with f.part(name):
        for row in range(D):
            for column in range(N):
                chosen = row == 1 if k == 0 else column == 2
                f.rect(x0 + CELL * column, y0 + CELL * row, CELL - 1, CELL - 1, "accent" if chosen else "muted", 0.85 if chosen else 0.2)
        if k == 0:
            f.frame(x0 - 1, y0 + CELL - 1, N * CELL + 1, CELL + 1, "ink", 1.5)
        else:
            f.frame(x0 + 2 * CELL - 1, y0 - 1, CELL + 1, D * CELL + 1, "ink", 1.5)
    f.text(x0 + N * CELL / 2, 100, what, "accent", "middle", True)
    f.text(x0 + N * CELL / 2, 25, "batch →", "muted", "middle")
f.text(4, 62, "features ↓", "muted")
f.show()
