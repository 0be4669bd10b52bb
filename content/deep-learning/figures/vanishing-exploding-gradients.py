from figure import Figure

f = Figure(158, 112, "Gradient norm against depth for a gain below, at and above 1")
p = f.panel(28, 18, 90, 78, (0, 30), (-4.4, 4.4))
p.axes(xlabel="layers back →", ylabel="|gradient|")
for power, label in ((-4, "10⁻⁴"), (0, "1"), (4, "10⁴")):
    p.text(0, power, label, "muted", "end", dx=-4, dy=4)
with f.part("exploding"):
    p.curve([(0, 0), (30, 4.2)], "second", 2, "4 2")
    p.text(30, 4.2, "1.38³⁰", "second", bold=True, dx=3, dy=5)
with f.part("stable"):
    p.curve([(0, 0), (30, 0)])
    p.text(30, 0, "1³⁰", "accent", bold=True, dx=3, dy=4)
with f.part("vanishing"):
    p.curve([(0, 0), (30, -4.2)], "second", 2, "4 2")
    p.text(30, -4.2, "0.72³⁰", "second", bold=True, dx=3, dy=3)
f.show()
