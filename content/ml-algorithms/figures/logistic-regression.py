from math import exp

from figure import Figure, steps

f = Figure(158, 108, "The sigmoid turns a score into a probability; the boundary is at score 0")
p = f.panel(24, 18, 130, 64, (-5, 5), (0, 1))
p.axes((-4, 0, 4), (0, 0.5, 1), None, "p = σ(z)")
with f.part("boundary"):
    p.curve([(0, 0), (0, 1)], "muted", 1, "3 2")
    p.curve([(-5, 0.5), (0, 0.5)], "muted", 1, "3 2")
with f.part("sigmoid"):
    p.curve([(z, 1 / (1 + exp(-z))) for z in steps(-5, 5, 60)])
for z in (-4.3, -3.4, -2.7, -1.9, -0.7, 0.6):
    f.circle(*p.at(z, 0.03), 2.4, "second")
for z in (-0.9, 0.9, 1.8, 2.5, 3.3, 4.2):
    f.circle(*p.at(z, 0.97), 2.4, "accent")
f.text(154, 106, "score z = wᵀx + b", anchor="end")
p.text(0.35, 0.22, "predict 1 →", dy=0)
f.show()
