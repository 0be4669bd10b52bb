from figure import Figure

f = Figure(158, 190, "A pre-norm transformer block hangs two sublayers on its residual stream")


def plus(y):
    f.circle(24, y, 8, "paper")
    f.ring(24, y, 7, "ink", 1.25)
    f.text(24, y + 4, "+", "ink", "middle", True)


f.text(4, 187, "tokens → vectors + position", "muted")
with f.part("residual stream"):
    f.arrow((24, 175), (24, 6), width=2.5)
    f.text(32, 11, "residual stream", bold=True)
f.frame(6, 18, 148, 148, "muted", 1, 5, "4 3")
for y, name, note in ((160, "attention", "mixes tokens"), (91, "MLP", "each token alone")):
    with f.part(name):
        f.arrow((24, y - 4), (92, y - 4), (92, y - 10), role="accent")
        f.box(70, y - 25, 44, 15, "norm", "muted")
        f.line(92, y - 25, 92, y - 28, "accent", 1.25)
        f.rect(42, y - 58, 100, 30, "accent", 0.25, 3)
        f.frame(42, y - 58, 100, 30, "accent", rx=3)
        f.text(92, y - 46, name, "ink", "middle", True)
        f.text(92, y - 33, note, "ink", "middle")
        f.arrow((92, y - 58), (92, y - 64), (32, y - 64), role="accent")
    plus(y - 64)
f.text(150, 30, "× N", "ink", "end", True)
f.show()
