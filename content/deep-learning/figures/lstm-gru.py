from figure import Figure

f = Figure(320, 136, "LSTM cell: the cell state runs along the top; three gates edit and read it")


def node(x, y, sign):
    f.circle(x, y, 9, "paper")
    f.ring(x, y, 8, "ink", 1.5)
    f.text(x, y + 4, sign, "ink", "middle", True)


f.frame(34, 6, 260, 106, "muted", 1, 6)
with f.part("cell state"):
    f.arrow((4, 24), (316, 24), role="accent", width=2.5)
    f.text(4, 17, "cₜ₋₁", "accent", bold=True)
    f.text(316, 17, "cₜ", "accent", "end", True)
f.path([(4, 102), (230, 102)], "ink", 1.25)
f.text(4, 96, "hₜ₋₁")
f.arrow((50, 134), (50, 103))
f.text(44, 132, "xₜ", anchor="end")
for name, x, sign, role, way in (
    ("forget", 74, "σ", "second", ((74, 68), (74, 33))),
    ("input", 128, "σ", "second", ((128, 68), (128, 50), (147, 50))),
    ("new", 184, "tanh", "accent", ((184, 68), (184, 50), (165, 50))),
    ("output", 230, "σ", "second", ((230, 68), (230, 58), (271, 58))),
):
    with f.part(f"{name} gate" if name != "new" else "candidate"):
        f.arrow((x, 102), (x, 88))
        f.box(x - 17, 68, 34, 19, sign, role, 0.2)
        f.arrow(*way, role=role)
        f.text(x + 4, 97, name, role, None, True)
node(74, 24, "×")
node(156, 50, "×")
f.arrow((156, 41), (156, 33))
node(156, 24, "+")
f.arrow((280, 24), (280, 49))
f.text(276, 42, "tanh", "muted", "end")
node(280, 58, "×")
f.arrow((280, 67), (280, 102), (316, 102))
f.text(316, 96, "hₜ", anchor="end")
f.text(316, 130, "σ gates from 0 to 1; + keeps the gradient alive", "muted", "end")
f.show()
