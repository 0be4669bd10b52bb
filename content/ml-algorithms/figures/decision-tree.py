from figure import Figure

f = Figure(320, 124, "A tree with two splits, and its boxes in the plane")
with f.part("first split"):
    f.box(44, 4, 64, 22, "x₁ < 5 ?")
f.arrow((60, 26), (30, 46))
f.arrow((92, 26), (118, 46))
f.text(24, 38, "yes", "muted", "middle")
f.text(124, 38, "no", "muted", "middle")
with f.part("second split"):
    f.box(86, 47, 64, 22, "x₂ < 3 ?")
f.arrow((102, 69), (82, 92))
f.arrow((134, 69), (146, 92))
f.box(4, 47, 48, 22, "● 9 : 1", "accent", 0.2)
f.box(56, 93, 48, 22, "● 5 : 0", "accent", 0.2)
f.box(112, 93, 48, 22, "■ 1 : 8", "second", 0.2)
p = f.panel(190, 12, 122, 96, (0, 10), (0, 8))
for low, high, role in (((0, 0), (5, 8), "accent"), ((5, 0), (10, 3), "accent"), ((5, 3), (10, 8), "second")):
    (x, y), (right, top) = p.at(*low), p.at(*high)
    f.rect(x, top, right - x, y - top, role, 0.15)
with f.part("boundary of the first split"):
    p.curve([(5, 0), (5, 8)], "ink", 1.5)
    p.text(5, 0, "5", "ink", "middle", dy=12)
with f.part("boundary of the second split"):
    p.curve([(5, 3), (10, 3)], "ink", 1.5)
    p.text(10, 3, "3", dx=1, dy=4)
dots = [(1, 1.2), (2.2, 3.4), (0.9, 5.1), (3.4, 1.8), (3.9, 4.6), (2.6, 6.7), (4.3, 7.1), (1.4, 7.0), (2.9, 5.2), (6.1, 1.1), (7.4, 2.2), (8.7, 0.9), (9.3, 2.0), (6.8, 0.6), (9.2, 6.9)]
squares = [(6.0, 4.2), (7.2, 5.1), (8.4, 4.0), (9.2, 5.3), (6.3, 6.5), (7.6, 7.0), (8.4, 6.2), (5.7, 5.4), (4.1, 2.9)]
for x, y in dots:
    f.circle(*p.at(x, y), 2.6, "accent")
for x, y in squares:
    u, v = p.at(x, y)
    f.rect(u - 2.5, v - 2.5, 5, 5, "second")
p.axes()
p.text(10, 0, "x₁", anchor="end", dy=12)
p.text(0, 8, "x₂", anchor="end", dx=-4, dy=8)
f.show()
