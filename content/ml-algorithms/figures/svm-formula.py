from figure import Figure

f = Figure(320, 104, "A small C gives a wide street with violations, a large C a narrow one")
circles, squares = ((14, 64), (22, 42), (34, 70), (30, 26), (44, 52), (54, 74), (76, 46)), ((92, 22), (104, 58), (118, 34), (126, 66), (134, 80), (136, 46), (62, 26))
for k, (name, half, slope, shift) in enumerate((("small C", 25, -0.25, 0), ("large C", 4.5, -1.15, 8.8))):
    x0 = 4 + 164 * k
    f.text(x0 + 74, 11, f"{name}: {'wide, forgiving' if k == 0 else 'narrow, strict'}", "ink", "middle", True)
    middle = 74 + shift
    for offset, role, width, dash in ((-half, "ink", 1, "3 2"), (0, "accent", 2, None), (half, "ink", 1, "3 2")):
        top, bottom = x0 + middle + offset - slope * -36, x0 + middle + offset - slope * 36
        if offset == -half:
            f.area([(top, 20), (top + 2 * half, 20), (bottom + 2 * half, 92), (bottom, 92)], "accent", 0.14)
        f.path([(top, 20), (bottom, 92)], role, width, dash)
    for x, y in circles:
        f.circle(x0 + x, y + 8, 2.8, "accent")
    for x, y in squares:
        f.rect(x0 + x - 2.7, y + 8 - 2.7, 5.4, 5.4, "second")
f.show()
