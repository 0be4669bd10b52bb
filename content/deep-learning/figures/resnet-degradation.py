from figure import Figure

f = Figure(158, 104, "A residual block adds its input to what it computes")
f.arrow((40, 4), (40, 18), width=1.5)
f.text(34, 13, "x", anchor="end", bold=True)
with f.part("residual branch"):
    f.box(14, 18, 52, 20, "conv", "accent", 0.2)
    f.arrow((40, 38), (40, 47), role="accent")
    f.box(14, 47, 52, 20, "conv", "accent", 0.2)
    f.arrow((40, 67), (40, 75), role="accent")
    f.text(8, 46, "F", "accent", "middle", True)
with f.part("skip connection"):
    f.arrow((40, 10), (92, 10), (92, 83), (49, 83), role="second", width=2)
    f.text(98, 44, "identity", "second", bold=True)
    f.text(98, 57, "slope 1", "second")
f.ring(40, 83, 8, "ink", 1.5)
f.text(40, 87, "+", anchor="middle", bold=True)
f.arrow((40, 91), (40, 103), width=1.5)
f.text(98, 100, "F(x) + x", bold=True)
f.show()
